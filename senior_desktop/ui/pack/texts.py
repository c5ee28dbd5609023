# SPDX-License-Identifier: EUPL-1.2
"""HR's pack -> the texts around the talk, read here, copied, pasted as HTML, or saved as PDF."""

from datetime import datetime
from pathlib import Path
from typing import Any

from PySide6.QtCore import QMimeData
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QComboBox, QFileDialog, QHBoxLayout

from senior_desktop import story, tools
from senior_desktop.ui.document_view import DocumentView
from senior_desktop.ui.screen import Screen, button
from senior_desktop.ui.talk.page import label
from senior_desktop.ui.work import Work

CATALOGUE = "measures"


class TextsPage(Screen):
    """Which text, in which language, and what to do with it. Nothing here names an employee."""

    def __init__(self, vault: Any, work: Work, language: str) -> None:
        super().__init__(
            self.tr("Texts for the municipality"),
            self.tr("Filled from your pack: communication, handbook, meetings, and what the law asks for. Put them into your own words afterwards."),
            work, language,
        )  # fmt: skip
        self._pack: Any = None
        self._filled: Any = None
        say = story.words(language)
        self.which = QComboBox()
        self.which.setAccessibleName(self.tr("Text"))
        for group, names in tools.GROUPS.items():
            for name in names:
                self.which.addItem(f"{say(f'texts.group_{group}')}: {say(f'texts.name_{name}')}", name)
        self.which.addItem(say("texts.measures_title"), CATALOGUE)
        self.tongue = QComboBox()
        self.tongue.setAccessibleName(self.tr("Language of the text"))
        for words, code in (("Dansk", "da"), ("English", "en")):
            self.tongue.addItem(words, code)
        self.tongue.setCurrentIndex(self.tongue.findData(language))
        top = QHBoxLayout()
        top.addWidget(self.which, 1)
        top.addWidget(self.tongue)
        self.column.addLayout(top)
        self.copy = button(self.tr("Copy"), "primary")
        self.html = button(self.tr("Copy for a web page"))
        self.save = button(self.tr("Save as PDF …"))
        ways = QHBoxLayout()
        for one in (self.copy, self.html, self.save):
            one.setEnabled(False)
            ways.addWidget(one)
        ways.addStretch()
        self.column.addLayout(ways)
        self.missing = label("", "help")
        self.column.addWidget(self.missing)
        self.view = DocumentView(self.tr("The text"))
        self.column.addWidget(self.view)
        self.column.addStretch(1)
        for box in (self.which, self.tongue):
            box.activated.connect(lambda _: self._show())
            box.setEnabled(False)
        self.copy.clicked.connect(self._copy)
        self.html.clicked.connect(self._copy_html)
        self.save.clicked.connect(self._choose)
        self.do(_pack_of, vault, then=self._begin)

    def _begin(self, pack: Any) -> None:
        self._pack = pack
        for box in (self.which, self.tongue):
            box.setEnabled(True)
        lacking = [words for words, said in ((self.tr("contact in HR"), pack.contact), (self.tr("data protection officer"), pack.data_officer), (self.tr("the date of HovedMED"), pack.discussed)) if not said]
        self.missing.setText(self.tr("Left out because the pack does not say it yet: %1.").replace("%1", ", ".join(lacking)) if lacking else "")
        self.missing.setVisible(bool(lacking))
        self._show()

    def _show(self) -> None:
        name, language = self.which.currentData(), self.tongue.currentData()
        self._filled = None if name == CATALOGUE else tools.text(self._pack, name, language)
        made = datetime.now().astimezone().isoformat(timespec="seconds")
        self._document = tools.measures_document(self._pack, language, made) if self._filled is None else tools.text_document(self._pack, self._filled, language, made)
        self.view.show_document(self._document)
        for one in (self.copy, self.html):
            one.setEnabled(self._filled is not None)
        self.save.setEnabled(True)

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(f"{self._filled.title}\n\n{self._filled.text}")
        self.say(self.tr("✓ Copied"))

    def _copy_html(self) -> None:
        data = QMimeData()
        data.setHtml(tools.as_html(self._filled))
        data.setText(tools.as_html(self._filled))
        QGuiApplication.clipboard().setMimeData(data)
        self.say(self.tr("✓ Copied"))

    def _choose(self) -> None:
        name, _ = QFileDialog.getSaveFileName(self, self.tr("Save as PDF"), f"{self.which.currentData()}.pdf", "PDF (*.pdf)")
        if name:
            self.save_to(Path(name))

    def save_to(self, file: Path) -> None:
        """The text that is shown, as PDF."""
        self.do(tools.save_document, self._document, file, then=self._saved, meanwhile=self.tr("The paper is being made …"))

    def _saved(self, file: Path) -> None:
        self.say(self.tr("Saved: %1").replace("%1", file.name))


def _pack_of(vault: Any) -> Any:
    return tools.draft(vault, vault.now().date())
