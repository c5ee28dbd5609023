# SPDX-License-Identifier: EUPL-1.2
"""The agreements when the two meet again -> which were kept (g7), and when the follow-up was held (g6)."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QGridLayout, QPushButton

from senior_desktop import story
from senior_desktop.conversation.agreements import AGREED
from senior_desktop.conversation.conversation import Conversation, Stage
from senior_desktop.ui.talk.page import Card, label
from senior_desktop.ui.talk.room import Room


class KeptCard(Card):
    """There once both have signed or the talk was held; one line an agreement."""

    def __init__(self, room: Room) -> None:
        super().__init__()
        self._room = room
        self.body.addWidget(label(self.tr("How did it go?"), "h2"))
        self.hint = label(self.tr("Say for each agreement where it stands. You may leave any of them open."), "help")
        self.body.addWidget(self.hint)
        self._grid = QGridLayout()
        self._grid.setColumnStretch(0, 2)
        self._grid.setColumnStretch(1, 1)
        self.body.addLayout(self._grid)
        self.kept: dict[str, QComboBox] = {}
        for line, row in enumerate(row for row in room.talk.agreements if row.status == AGREED):
            self.kept[row.id] = self._line(line, row.text, "g7")
        self.held = self._line(len(self.kept), room.template.question("g6").text.said(room.language), "g6")
        self.save = QPushButton(self.tr("Save the follow-up"))
        self.save.setProperty("role", "primary")
        self.save.clicked.connect(self._save)
        self.held.currentIndexChanged.connect(self._weigh)
        self.body.addWidget(self.save, 0, Qt.AlignmentFlag.AlignLeft)

    def _line(self, line: int, words: str, question: str) -> QComboBox:
        box = QComboBox()
        box.setAccessibleName(f"{self._room.template.question(question).text.said(self._room.language)} {words}")
        box.addItem(self.tr("Not filled in"), None)
        for option in self._room.template.options(question):
            box.addItem(option.said(self._room.language), option.code)
        title = label(words)
        title.setBuddy(box)
        self._grid.addWidget(title, line, 0)
        self._grid.addWidget(box, line, 1)
        return box

    def _weigh(self) -> None:
        self.save.setEnabled(self.held.currentData() is not None)

    def _save(self) -> None:
        kept = {row_id: box.currentData() for row_id, box in self.kept.items() if box.currentData() is not None}
        self._room.do(story.follow_up, kept, self.held.currentData())

    def show_talk(self, talk: Conversation) -> None:
        """Draw what is stored; before the follow-up the choices are the user's."""
        open_now = talk.stage in (Stage.SIGNED, Stage.HELD, Stage.HANDED_OVER)
        done = talk.stage in (Stage.FOLLOWED_UP, Stage.CLOSED)
        if done:
            for row in talk.agreements:
                if row.id in self.kept:
                    self.kept[row.id].setCurrentIndex(max(0, self.kept[row.id].findData(row.kept)))
            self.held.setCurrentIndex(max(0, self.held.findData(talk.code("g6"))))
        for box in (*self.kept.values(), self.held):
            box.setEnabled(open_now)
        self.save.setVisible(open_now)
        self._weigh()
