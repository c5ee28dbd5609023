# SPDX-License-Identifier: EUPL-1.2
"""When do we meet again -> the follow-up date (e04); and when the two have met again, what was kept."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from senior_desktop import story
from senior_desktop.conversation.conversation import Answer, Conversation, Stage
from senior_desktop.ui.talk.kept import KeptCard
from senior_desktop.ui.talk.page import TalkPage, label
from senior_desktop.ui.talk.paper_button import PaperButton

AFTER = (Stage.SIGNED, Stage.HELD, Stage.HANDED_OVER, Stage.FOLLOWED_UP, Stage.CLOSED)
"""Stages in which there is something to follow up, or it was."""


class FollowUpPage(TalkPage):
    """The date, and three quick choices."""

    def build(self) -> None:
        """The question's card with the choices inside it."""
        self.heading(
            self.tr("Follow-up"),
            self.tr("An agreement that is followed up is kept. Choose a date now; it stands in the minutes and on your start page."),
        )
        self.add_questions(self.page.questions)
        self._quick = QWidget()
        row = QHBoxLayout(self._quick)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(label(self.tr("Counted from the talk:"), "help"))
        for months in (1, 3, 6):
            quick = QPushButton(self.tr("%n month(s)", "", months))
            quick.setAccessibleName(f"{self.title.text()} {quick.text()}")
            quick.clicked.connect(
                lambda _=False, months=months: self.room.record("e04", Answer(story.months_after(self.room.talk, months)))
            )
            row.addWidget(quick)
        row.addStretch()
        self.cards["e04"].body.addWidget(self._quick)  # type: ignore[union-attr]
        self.kept: KeptCard | None = None
        self.remind = PaperButton(self.tr("Save reminders for the calendar …"), self.room, story.save_reminders)
        self.column.addWidget(self.remind, 0, Qt.AlignmentFlag.AlignLeft)

    def show_talk(self, talk: Conversation) -> None:
        """Redraw; the follow-up itself is asked about only when there is something to follow up."""
        super().show_talk(talk)
        self._quick.setVisible(talk.may_write)
        if talk.stage in AFTER and self.kept is None:
            self.kept = KeptCard(self.room)
            self.column.insertWidget(self.column.count() - 1, self.kept)
        if self.kept is not None:
            self.kept.show_talk(talk)
