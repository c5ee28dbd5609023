# SPDX-License-Identifier: EUPL-1.2
"""When do we meet again -> the follow-up date (e04), three months ahead unless the two say otherwise."""

from PySide6.QtWidgets import QHBoxLayout, QPushButton

from senior_desktop import story
from senior_desktop.conversation.conversation import Answer
from senior_desktop.ui.talk.page import TalkPage, label


class FollowUpPage(TalkPage):
    """The date, and three quick choices."""

    def build(self) -> None:
        """The question's card with the choices inside it."""
        self.heading(
            self.tr("Follow-up"),
            self.tr("An agreement that is followed up is kept. Choose a date now; it stands in the minutes and on your start page."),
        )
        self.add_questions(self.page.questions)
        row = QHBoxLayout()
        row.addWidget(label(self.tr("Counted from the talk:"), "help"))
        for months in (1, 3, 6):
            quick = QPushButton(self.tr("%n month(s)", "", months))
            quick.setAccessibleName(f"{self.title.text()} {quick.text()}")
            quick.clicked.connect(
                lambda _=False, months=months: self.room.record("e04", Answer(story.months_after(self.room.talk, months)))
            )
            row.addWidget(quick)
        row.addStretch()
        self.cards["e04"].body.addLayout(row)  # type: ignore[union-attr]
