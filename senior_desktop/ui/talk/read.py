# SPDX-License-Identifier: EUPL-1.2
"""The finished text -> frozen, handed out as a draft to read in peace; signing on the spot is the employee's choice."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QPushButton

from senior_desktop import story
from senior_desktop.conversation.conversation import Conversation, Stage
from senior_desktop.conversation.guide import missing
from senior_desktop.ui.document_view import DocumentView
from senior_desktop.ui.talk.page import Card, TalkPage, label

LARGE = 1.5
"""How much larger than the rest of the screen the employee reads it."""


class ReadPage(TalkPage):
    """Freeze, take a draft home, or thaw and change something."""

    def build(self) -> None:
        """One card that says where we are and what can be done now."""
        self.heading(
            self.tr("Read it in peace"),
            self.tr(
                "The employee takes a draft home, reads it in peace and may show it to the union representative or a colleague. "
                "Five working days are usual. You sign when you meet again."
            ),
        )
        card = Card()
        self.state = label("", "h2")
        self.hint = label("", "help")
        card.body.addWidget(self.state)
        card.body.addWidget(self.hint)
        self.odd = label("", "alarm")
        self.odd.hide()
        card.body.addWidget(self.odd)
        self.freeze = QPushButton(self.tr("The text is finished"))
        self.freeze.setProperty("role", "primary")
        self.freeze.clicked.connect(lambda: self.room.do(story.review))
        self.save = QPushButton(self.tr("Save the draft as PDF …"))
        self.save.clicked.connect(self._choose_folder)
        self.thaw = QPushButton(self.tr("Change something"))
        self.thaw.clicked.connect(lambda: self.room.do(story.thaw))
        row = QHBoxLayout()
        for button in (self.freeze, self.save, self.thaw):
            row.addWidget(button)
        row.addStretch()
        card.body.addLayout(row)
        self.done = label("", "help")
        card.body.addWidget(self.done)
        self.column.addWidget(card)
        self.large = QPushButton(self.tr("Read it here in large type"))
        self.large.setCheckable(True)
        self.large.toggled.connect(self._read_here)
        self.column.addWidget(self.large, 0, Qt.AlignmentFlag.AlignLeft)
        self.sheets: tuple[DocumentView, ...] = ()
        self.now = label(self.tr("If the employee would rather sign now, go on to the signatures. It is the employee's choice, not ours."), "help")
        self.column.addWidget(self.now)

    def show_talk(self, talk: Conversation) -> None:
        """Say in words what is missing, frozen or signed."""
        lacking = missing(talk)
        frozen = talk.stage is Stage.REVIEW
        self.now.setVisible(talk.may_write or frozen)
        if talk.may_write:
            self.state.setText(self.tr("The text can still be changed."))
            self.hint.setText(self._in_words(lacking) if lacking else self.tr("When both are content with it, it is frozen and a draft can be taken home."))
        elif frozen:
            self.state.setText(self.tr("The text is frozen, version %1.").replace("%1", str(talk.version)))
            day = story.day_to_sign(talk, self.room.days_to_read)
            words = self.tr("The employee may read it in peace until %1. Sign together then, or before if the employee wishes.")
            later = self.tr("If something has to change, it becomes a new version.")
            self.hint.setText(f"{words.replace('%1', day)} {later}")
        elif talk.stage is Stage.SIGNED_BY_LEADER:
            self.state.setText(self.tr("The leader has signed, the employee has not yet."))
            self.hint.setText(self.tr("There is no hurry. If something has to change, both sign the new text."))
        elif talk.stage is Stage.HELD:
            self.state.setText(self.tr("The talk was held and is not signed."))
            self.hint.setText("")
        else:
            self.state.setText(self.tr("The text is signed."))
            self.hint.setText("")
        if self.large.isChecked():
            self.room.ask(story.sheets, then=self._show_sheets)
        self.large.setVisible(talk.stage is not Stage.CLOSED)
        self.freeze.setVisible(talk.may_write)
        self.room.ask(story.unprintable, then=self._warn)
        self.freeze.setEnabled(not lacking)
        self.save.setVisible(frozen)
        self.thaw.setVisible(frozen or talk.stage in (Stage.SIGNED_BY_LEADER, Stage.HELD))

    def _read_here(self, on: bool) -> None:
        """Both sheets as they will be printed, for the employee to read on the shared screen."""
        if on and not self.sheets:
            self.sheets = tuple(DocumentView(name, size=round(self.room.base * LARGE)) for name in self._names())
            for sheet in self.sheets:
                self.column.insertWidget(self.column.count() - 1, sheet)
        for sheet in self.sheets:
            sheet.setVisible(on)
        if on:
            self.room.ask(story.sheets, then=self._show_sheets)

    def _names(self) -> tuple[str, str]:
        return self.tr("The conversation sheet"), self.tr("The agreement sheet")

    def _show_sheets(self, sheets: tuple[story.Document, ...]) -> None:
        for view, sheet in zip(self.sheets, sheets, strict=True):
            view.show_document(sheet)

    def _warn(self, characters: str) -> None:
        """Say before freezing what the paper could not show as the screen does."""
        words = self.tr("These characters cannot be printed and become boxes on paper: %1. Write them another way.")
        self.odd.setText(words.replace("%1", characters))
        self.odd.setVisible(bool(characters) and self.room.talk.may_write)

    def _in_words(self, lacking: tuple[str, ...]) -> str:
        names = [self.room.template.question(key).text.said(self.room.language) for key in lacking]
        return self.tr("Still missing: %1.").replace("%1", ", ".join(names))

    def _choose_folder(self) -> None:
        folder = QFileDialog.getExistingDirectory(self, self.tr("Where shall the draft be saved?"))
        if folder:
            self.save_to(Path(folder))

    def save_to(self, folder: Path) -> None:
        """Save the draft there; a word about who can read it."""
        self.room.ask(story.hand_out_draft, folder, then=self._saved)

    def _saved(self, files: tuple[Path, ...]) -> None:
        names = ", ".join(file.name for file in files)
        self.done.setText(self.tr("Saved: %1. Whoever can open the folder can read it.").replace("%1", names))
