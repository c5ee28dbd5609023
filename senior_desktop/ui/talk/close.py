# SPDX-License-Identifier: EUPL-1.2
"""A talk that is over -> closed: what goes and what stays is said before, and asked once."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMessageBox, QPushButton

from senior_desktop import story
from senior_desktop.conversation.conversation import WAY, Conversation, Stage
from senior_desktop.conversation.guide import FOLLOWED
from senior_desktop.ui.talk.page import Card, label
from senior_desktop.ui.talk.room import Room


class CloseCard(Card):
    """One button, and what it does in words."""

    def __init__(self, room: Room) -> None:
        super().__init__()
        self._room = room
        self.state = label("", "h2")
        self.body.addWidget(self.state)
        self.body.addWidget(
            label(
                self.tr("Texts, your preparation and notes, sensitive answers and your copy of the conversation sheet are deleted. The agreements stay until the next talk, two years at most."),
                "help",
            )
        )
        self.wait = label("", "help")
        self.body.addWidget(self.wait)
        self.close_it = QPushButton(self.tr("Close the conversation"))
        self.close_it.clicked.connect(self._ask)
        self.body.addWidget(self.close_it, 0, Qt.AlignmentFlag.AlignLeft)

    def _ask(self) -> None:
        box = QMessageBox(QMessageBox.Icon.Question, "Seniorsamtale", self.tr("Close this conversation now?"), parent=self)
        box.setInformativeText(self.tr("What is deleted cannot be brought back. Has the employee got a copy?"))
        yes = box.addButton(self.tr("Close it"), QMessageBox.ButtonRole.AcceptRole)
        box.addButton(QMessageBox.StandardButton.Cancel)
        box.buttonClicked.connect(lambda button: self.close_now() if button is yes else None)
        box.open()

    def close_now(self) -> None:
        """Close without asking again."""
        self._room.do(story.close)

    def show_talk(self, talk: Conversation) -> None:
        """There when the talk may be closed, or is."""
        closed = talk.stage is Stage.CLOSED
        self.setVisible(closed or Stage.CLOSED in WAY[talk.stage])
        self.state.setText(self.tr("The conversation is closed.") if closed else self.tr("When everything is done"))
        self.close_it.setVisible(not closed)
        self.close_it.setEnabled(not talk.hold)
        words = ""
        if talk.hold:
            words = self.tr("The conversation must not be deleted now, so it cannot be closed.")
        elif talk.stage in FOLLOWED - {Stage.FOLLOWED_UP} and talk.text("e04"):
            day = story.day_in_words(talk, "e04")
            words = self.tr("You have agreed to meet again on %1. Closing comes best after that.").replace("%1", day)
        self.wait.setText(words)
        self.wait.setVisible(bool(words))
