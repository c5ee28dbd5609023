# SPDX-License-Identifier: EUPL-1.2
"""The agreements when the two meet again -> which were kept (g7), when each is looked at next, how it goes, and g6.

Everything but the last button is stored as it is said: ten minutes that are broken off lose nothing.
"""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QGridLayout, QPushButton, QVBoxLayout, QWidget

from senior_desktop import story
from senior_desktop.conversation import free_texts
from senior_desktop.conversation.agreements import AGREED, Agreement
from senior_desktop.conversation.conversation import Conversation, Stage
from senior_desktop.conversation.due import SETTLED
from senior_desktop.conversation.guide import FOLLOWED
from senior_desktop.conversation.history import promised
from senior_desktop.ui.fields.date import DayBox
from senior_desktop.ui.fields.text import NoteBox
from senior_desktop.ui.talk.page import Card, label
from senior_desktop.ui.talk.room import Room
from senior_desktop.ui.talk.watched import watch


class KeptCard(Card):
    """There once both have signed or the talk was held; for each agreement what became of it, and a new day."""

    def __init__(self, room: Room) -> None:
        super().__init__()
        self._room = room
        self.body.addWidget(label(self.tr("How did it go?"), "h2"))
        self.hint = label(self.tr("Say for each agreement where it stands. You may leave any of them open."), "help")
        self.body.addWidget(self.hint)
        self.kept: dict[str, QComboBox] = {}
        self.again: dict[str, DayBox] = {}
        self._days: dict[str, QWidget] = {}
        for row in promised(room.talk):
            self._row(row)
        self.going = NoteBox(self.tr("How is it going now?"), self)
        watch(self.going.guarded, room, free_texts.GOING)
        self.going.told.connect(lambda text: room.do(story.note_going, text))
        self.body.addWidget(_named(self.going.accessibleName(), self.going, self.going.guarded.under))
        self.body.addWidget(
            label(self.tr("A word or two if you like. It is not printed, HR does not get it, and it goes when the conversation is closed."), "small")
        )
        asked = room.template.question("g6").text.said(room.language)
        self.held = self._list(asked, "g6")
        self.body.addWidget(_named(asked, self.held))
        self.save = QPushButton(self.tr("Save the follow-up"))
        self.save.setProperty("role", "primary")
        self.save.clicked.connect(lambda: room.do(story.follow_up, {}, self.held.currentData()))
        self.held.currentIndexChanged.connect(self._weigh)
        self.body.addWidget(self.save, 0, Qt.AlignmentFlag.AlignLeft)

    def _row(self, row: Agreement) -> None:
        """One agreement: what it was, what became of it, and the day on which it is looked at again."""
        what = row.text or self.tr("An agreement without words")
        state = "" if row.status == AGREED else self._room.template.option("d02", row.status, self._room.language)
        self.body.addWidget(label(" · ".join(filter(None, (what, state))), "fact"))
        asked = self._room.template.question("g7").text.said(self._room.language)
        kept = self.kept[row.id] = self._list(f"{asked} {what}", "g7")
        kept.activated.connect(lambda _: self._room.do(story.note_kept, row.id, kept.currentData()))
        title = self.tr("We look at it again")
        again = self.again[row.id] = DayBox(f"{title} {what}")
        again.told = lambda day: self._room.do(story.look_again, row.id, day)
        self._days[row.id] = _named(title, again)
        line = QGridLayout()
        line.setHorizontalSpacing(24)
        across = 1 if self._room.base >= 20 else 2
        for place, widget in enumerate((_named(asked, kept), self._days[row.id])):
            line.addWidget(widget, place // across, place % across)
        for column in range(across):
            line.setColumnStretch(column, 1)
        self.body.addLayout(line)

    def _list(self, name: str, question: str) -> QComboBox:
        box = QComboBox()
        box.setAccessibleName(name)
        box.addItem(self.tr("Not filled in"), None)
        for option in self._room.template.options(question):
            box.addItem(option.said(self._room.language), option.code)
        # The wheel scrolls the page; it must not change an answer on the way.
        box.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        box.wheelEvent = lambda event: event.ignore()  # type: ignore[method-assign]
        return box

    def _weigh(self) -> None:
        self.save.setEnabled(self.held.currentData() is not None)

    def show_talk(self, talk: Conversation) -> None:
        """Draw what is stored; whether the follow-up was held (g6) is the user's own until it is saved."""
        for row in talk.agreements:
            if row.id in self.kept:
                self.kept[row.id].setCurrentIndex(max(0, self.kept[row.id].findData(row.kept)))
                self.again[row.id].show_day(row.next_review)
                self._days[row.id].setVisible(row.kept not in SETTLED)
        if not self.going.hasFocus():
            self.going.show_text(talk.going)
        done = talk.stage in (Stage.FOLLOWED_UP, Stage.CLOSED)
        if done:
            self.held.setCurrentIndex(max(0, self.held.findData(talk.code("g6"))))
        for box in (*self.kept.values(), *self.again.values(), self.going):
            box.setEnabled(talk.stage in FOLLOWED)
        self.held.setEnabled(not done)
        self.save.setVisible(not done)
        self._weigh()

    def flush(self) -> None:
        """Say what was typed and not yet said."""
        for box in (*self.again.values(), self.going):
            box.flush()


def _named(name: str, *widgets: QWidget) -> QWidget:
    """`widgets` below the name of the first."""
    holder = QWidget()
    column = QVBoxLayout(holder)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(4)
    title = label(name, "fact" if len(widgets) > 1 else "small")
    title.setBuddy(widgets[0])
    for widget in (title, *widgets):
        column.addWidget(widget)
    column.addStretch(1)
    return holder
