# SPDX-License-Identifier: EUPL-1.2
"""Papers that belong to no talk yet -> read here, or saved as PDF to print or hand out."""

from pathlib import Path

from PySide6.QtWidgets import QComboBox, QFileDialog, QHBoxLayout, QPushButton

from senior_desktop import story
from senior_desktop.ui.document_view import DocumentView
from senior_desktop.ui.screen import Screen, button
from senior_desktop.ui.talk.page import label
from senior_desktop.ui.work import Work


class PapersPage(Screen):
    """Introductions, blank sheets, and the whole talk on paper."""

    def __init__(self, vault: story.Vault, work: Work, language: str) -> None:
        super().__init__(
            self.tr("Papers"), self.tr("To read, print or hand out. They name nobody, and nothing is filled in."), work, language
        )
        self._vault = vault
        self.save: dict[str, QPushButton] = {}
        self.read: dict[str, QPushButton] = {}
        self._names = {
            "for_employee": self.tr("Introduction for the employee"),
            "thoughts": self.tr("My thoughts, to write on by hand"),
            "thoughts_fill": self.tr("My thoughts, to fill in on a computer"),
            "for_leader": self.tr("Introduction for the leader"),
            "preparation": self.tr("My preparation, to write on by hand"),
            "cards": self.tr("Question cards"),
            "catalogue": self.tr("The catalogue of measures"),
            "twin_short": self.tr("The short path on paper"),
            "twin_full": self.tr("The full path on paper"),
        }
        self.papers_language = QComboBox()
        self.papers_language.setAccessibleName(self.tr("Language of the papers"))
        for words, code in (("Dansk", "da"), ("English", "en")):
            self.papers_language.addItem(words, code)
        self.papers_language.setCurrentIndex(self.papers_language.findData(language))
        row = QHBoxLayout()
        row.addWidget(label(self.tr("Language of the papers"), "fact"))
        row.addWidget(self.papers_language)
        row.addStretch()
        self.column.addLayout(row)
        self._group(
            self.tr("For the employee"), self.tr("\"My thoughts\" is the employee's own. It cannot be read into the program."),
            ("for_employee", "thoughts", "thoughts_fill"),
        )  # fmt: skip
        self._group(
            self.tr("For the leader"), self.tr("Your preparation on paper is yours to keep safe, and to shred afterwards."),
            ("for_leader", "preparation", "cards", "catalogue"),
        )  # fmt: skip
        self._group(
            self.tr("With the lid closed"),
            self.tr("The conversation on paper, page by page as on the screen. Afterwards open the conversation and choose \"Held on paper: type it in\": each field then bears the paper's number."),
            ("twin_short", "twin_full"),
        )  # fmt: skip
        self.view = DocumentView(self.tr("The introduction"))
        self.view.hide()
        self.column.addWidget(self.view)
        self.column.addStretch(1)

    def _group(self, title: str, why: str, names: tuple[str, ...]) -> None:
        card = self.card(title)
        card.body.addWidget(label(why, "help"))
        for name in names:
            row = QHBoxLayout()
            row.addWidget(label(self._names[name]), 1)
            if name in story.READABLE:
                words = self.tr("Read")
                self.read[name] = button(words, "quiet", f"{words}: {self._names[name]}")
                self.read[name].clicked.connect(lambda _=False, name=name: self.show_paper(name))
                row.addWidget(self.read[name])
            words = self.tr("Save as PDF …")
            self.save[name] = button(words, "", f"{words}: {self._names[name]}")
            self.save[name].clicked.connect(lambda _=False, name=name: self._choose_folder(name))
            row.addWidget(self.save[name])
            card.body.addLayout(row)

    def show_paper(self, name: str) -> None:
        """Show an introduction below the cards."""
        self.do(story.readable, self._vault, name, self.papers_language.currentData(), then=self._shown)

    def _shown(self, document: story.Document) -> None:
        self.view.show_document(document)
        self.view.show()
        self.view.setFocus()
        self.ensureWidgetVisible(self.view, 0, 400)

    def _choose_folder(self, name: str) -> None:
        folder = QFileDialog.getExistingDirectory(self, self.tr("Where shall it be saved?"))
        if folder:
            self.save_to(name, Path(folder))

    def save_to(self, name: str, folder: Path) -> None:
        """Save one of the papers in `folder`."""
        self.do(
            story.save_paper, self._vault, name, self.papers_language.currentData(), folder, then=self._saved,
            meanwhile=self.tr("The paper is being made …"),
        )  # fmt: skip

    def _saved(self, file: Path) -> None:
        self.say(self.tr("Saved: %1").replace("%1", file.name))
        self.ensureWidgetVisible(self.state)
