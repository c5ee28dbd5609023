# SPDX-License-Identifier: EUPL-1.2
"""Agreement rows -> what can be taken from them: a request for each that others must say yes to, and calendar reminders."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from senior_desktop import story
from senior_desktop.conversation.agreements import WITHDRAWN
from senior_desktop.conversation.conversation import Conversation
from senior_desktop.ui.screen import cleared
from senior_desktop.ui.talk.page import Card, label
from senior_desktop.ui.talk.paper_button import PaperButton
from senior_desktop.ui.talk.room import Room


class RequestsCard(Card):
    """Stands below the rows, and stays usable when they are frozen: requests are often sent after the signing."""

    def __init__(self, room: Room) -> None:
        super().__init__()
        self._room = room
        self.buttons: dict[str, PaperButton] = {}
        self.title = label(self.tr("To take along"), "h2")
        self.body.addWidget(self.title)
        self.why = label(self.tr("What must be formalised, or what others decide, is printed as a request on one page with room for the answer."), "help")
        self.body.addWidget(self.why)
        holder = QWidget()
        self._rows = QVBoxLayout(holder)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self.body.addWidget(holder)
        self.remind = PaperButton(self.tr("Save reminders for the calendar …"), room, story.save_reminders)
        self.remind.setToolTip(self.tr("The follow-up and the days you look at the agreements again, without names or content."))
        self.remind.saved.connect(self._saved)
        self.body.addWidget(self.remind, 0, Qt.AlignmentFlag.AlignLeft)
        self.done = label("", "help")
        self.done.hide()
        self.body.addWidget(self.done)

    def show_talk(self, talk: Conversation) -> None:
        """Redraw: one button for each row that needs a request."""
        asked = story.may_be_asked_for(talk, self._room.catalogue)
        wanted = {row.id: row.text for row in talk.agreements if row.id in asked}
        names = {row_id: self.tr("Print request: %1").replace("%1", _short(text)) for row_id, text in wanted.items()}
        if {row_id: button.accessibleName() for row_id, button in self.buttons.items()} != names:
            cleared(self._rows)
            self.buttons = {}
            for row_id, name in names.items():
                button = PaperButton(name, self._room, story.save_request, lambda row_id=row_id: (row_id,))
                button.setAccessibleName(name)
                button.setProperty("role", "quiet")
                button.saved.connect(self._saved)
                self.buttons[row_id] = button
                self._rows.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
        self.why.setVisible(bool(wanted))
        dated = bool(talk.text("e04")) or any(row.review for row in talk.agreements if row.status != WITHDRAWN)
        self.remind.setVisible(dated)
        self.setVisible(dated or bool(wanted))

    def _saved(self, file: Path) -> None:
        self.done.setText(self.tr("Saved: %1. Whoever can open the folder can read it.").replace("%1", file.name))
        self.done.show()


def _short(text: str) -> str:
    """The beginning of a row's words, on one line."""
    line = " ".join(text.split())
    return line if len(line) <= 60 else f"{line[:59]}…"
