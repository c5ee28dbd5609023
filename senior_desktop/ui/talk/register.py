# SPDX-License-Identifier: EUPL-1.2
"""Every signed paper of a talk -> what became of it, version by version; the newest withdrawn by a signed notice."""

from datetime import datetime

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QPushButton

from senior_desktop import story
from senior_desktop.conversation.conversation import Conversation
from senior_desktop.ui.talk.page import Card, label
from senior_desktop.ui.talk.room import Room


class RegisterCard(Card):
    """Shown when there is a signed paper; withdrawing takes the leader's name, typed."""

    def __init__(self, room: Room) -> None:
        super().__init__()
        self._room = room
        self._words = {
            "valid": self.tr("holds"), "waiting": self.tr("waits for the employee's signature"),
            "replaced": self.tr("replaced by a later version"), "withdrawn": self.tr("withdrawn"),
        }
        self._kinds = {
            "samtaleark": self.tr("Conversation sheet"), "aftaleark": self.tr("Agreement sheet"), "tilbagetraekning": self.tr("Withdrawal"),
        }
        self.body.addWidget(label(self.tr("The signed papers"), "h2"))
        self.lines = label("", "help")
        self.lines.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.body.addWidget(self.lines)
        self.open = QPushButton(self.tr("Withdraw the papers …"))
        self.open.setCheckable(True)
        self.open.setProperty("role", "quiet")
        self.open.toggled.connect(self._weigh)
        self.body.addWidget(self.open, 0, Qt.AlignmentFlag.AlignLeft)
        self.about = label(
            self.tr("A signed page says that they no longer hold. The files themselves stay as they are; give the page to everybody who has got them."), "help"
        )
        self.reason = QLineEdit()
        self.reason.setPlaceholderText(self.tr("Reason, if you like; it stands on the page"))
        self.reason.setAccessibleName(self.reason.placeholderText())
        self.name = QLineEdit()
        self.name.setPlaceholderText(self.tr("Type your name to sign"))
        self.name.setAccessibleName(self.name.placeholderText())
        self.name.textChanged.connect(self._weigh)
        self.withdraw = QPushButton(self.tr("Withdraw"))
        self.withdraw.clicked.connect(self._withdraw)
        for part in (self.about, self.reason, self.name, self.withdraw):
            self.body.addWidget(part)
        self._may = False
        self._weigh()

    def show_talk(self, _: Conversation) -> None:
        """Ask for the register anew."""
        self._room.ask(story.register, then=self._show)

    def _show(self, entries: tuple[story.Entry, ...]) -> None:
        self.setVisible(bool(entries))
        self._may = any(
            one.kind in story.SHEETS and one.status in ("valid", "waiting") and one.version == self._room.talk.version for one in entries
        )
        self.lines.setText("\n".join(self._line(one) for one in entries))
        self._weigh()

    def _line(self, one: story.Entry) -> str:
        day = f"{datetime.fromisoformat(one.kept):%d-%m-%Y}"
        version = self.tr("version %1").replace("%1", str(one.version))
        return f"{self._kinds[one.kind]}, {version} · {day} · {self._words[one.status]}"

    def _weigh(self) -> None:
        self.open.setVisible(self._may)
        for part in (self.about, self.reason, self.name, self.withdraw):
            part.setVisible(self._may and self.open.isChecked())
        wanted = (self._room.talk.text("a08") or self._room.place.leader).casefold()
        self.withdraw.setEnabled(bool(wanted) and self.name.text().strip().casefold() == wanted)

    def _withdraw(self) -> None:
        mark = story.typed(self.name.text())
        self.open.setChecked(False)
        self.name.clear()
        self._room.do(story.withdraw, self.reason.text(), mark)
        self.reason.clear()
