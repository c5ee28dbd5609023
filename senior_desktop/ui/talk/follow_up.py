# SPDX-License-Identifier: EUPL-1.2
"""When do we meet again -> the follow-up date (e04); and when the two have met again, what was kept."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from senior_desktop import story
from senior_desktop.conversation.conversation import Answer, Conversation, Stage
from senior_desktop.ui import keyboard
from senior_desktop.ui.talk.kept import KeptCard
from senior_desktop.ui.talk.page import TalkPage, label
from senior_desktop.ui.talk.paper_button import PaperButton

AFTER = (Stage.SIGNED, Stage.HELD, Stage.HANDED_OVER, Stage.FOLLOWED_UP, Stage.CLOSED)
"""Stages in which there is something to follow up, or it was."""


class FollowUpPage(TalkPage):
    """The date, and three quick choices; on the follow-up's own path only what became of it all."""

    def build(self) -> None:
        """The question's card with the choices inside it."""
        if self.room.following_up:
            self.heading(
                self.tr("Follow-up"),
                self.tr("Ten minutes are enough: take the agreements one by one, and hear how it is going."),
                story.day_in_words(self.room.talk, "e04"),
            )
        else:
            self._date()
        self.kept: KeptCard | None = None
        self.remind = PaperButton(self.tr("Save reminders for the calendar …"), self.room, story.save_reminders)
        self.remind.saved.connect(self._saved)
        self.column.addWidget(self.remind, 0, Qt.AlignmentFlag.AlignLeft)
        self.done = label("", "help")
        self.done.hide()
        self.column.addWidget(self.done)

    def _date(self) -> None:
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

    def show_talk(self, talk: Conversation) -> None:
        """Redraw; the follow-up itself is asked about only when there is something to follow up."""
        super().show_talk(talk)
        if not self.room.following_up:
            self._quick.setVisible(talk.may_write)
        if talk.stage in AFTER and self.kept is None:
            self.kept = KeptCard(self.room)
            self.column.insertWidget(self.column.indexOf(self.remind), self.kept)
            keyboard.ready(self.kept)
        elif talk.may_write and self.kept is not None:  # opened again for a new version: its rows may become others
            self.kept.setParent(None)
            self.kept.deleteLater()
            self.kept = None
        if self.kept is not None:
            self.kept.show_talk(talk)
        dated = bool(talk.text("e04")) or any(row.next_review for row in talk.agreements)
        self.remind.setVisible(dated)

    def _saved(self, file: Path) -> None:
        words = self.tr("Saved: %1. Open the file to put the days into your calendar; it holds no name.")
        self.done.setText(words.replace("%1", file.name))
        self.done.show()

    def flush(self) -> None:
        """Say what was typed, in the follow-up too."""
        super().flush()
        if self.kept is not None:
            self.kept.flush()
