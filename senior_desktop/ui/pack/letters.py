# SPDX-License-Identifier: EUPL-1.2
"""A pack under work -> the letters in the municipality's own words, seen as they will be read: step 5."""

from typing import Any

from PySide6.QtWidgets import QHBoxLayout, QWidget

from senior_desktop import tools
from senior_desktop.conversation.letters import FACTS
from senior_desktop.ui.document_view import DocumentView
from senior_desktop.ui.pack.step import Step
from senior_desktop.ui.screen import button
from senior_desktop.ui.talk.page import label


class LettersStep(Step):
    """One letter at a time; a slip names its line at once."""

    def __init__(self, pack: Any, language: str) -> None:
        super().__init__(pack, language)
        card = self.card(
            self.tr("Letters"),
            self.tr("\"# \" opens the title, \"## \" a heading, \"- \" a point. What stands in curly brackets is filled in. A line that has nothing to fill in is left out."),
        )  # fmt: skip
        card.body.addWidget(label(self.tr("What can be filled in: %1").replace("%1", ", ".join(f"{{{name}}}" for name in sorted(FACTS))), "small"))
        names = {name: tools.letter_in_words(name, language) for name in tools.LETTERS}
        self.which = self.choice(card, self.tr("Letter"), names, "invitation_da", lambda _: self._open())
        self.text = self.lines(card, self.tr("Its words"), "", lambda _: self._say(), high=340)
        self.text.textChanged.connect(self._weigh)
        row = QWidget()
        across = QHBoxLayout(row)
        across.setContentsMargins(0, 0, 0, 0)
        self.own = label("", "help")
        self.back = button(self.tr("Use the program's words"), "quiet")
        self.back.clicked.connect(self._give_back)
        across.addWidget(self.own, 1)
        across.addWidget(self.back)
        card.body.addWidget(row)
        self.fault = label("", "alarm")
        card.body.addWidget(self.fault)
        self.view = DocumentView(self.tr("As it will be read"))
        preview = self.card(self.tr("As it will be read"), self.tr("With an invented employee."))
        preview.body.addWidget(self.view)
        self._name = ""
        self._open()

    def stand_on(self, name: str) -> None:
        """The letter of that name."""
        if self.which.findData(name) >= 0:
            self.which.setCurrentIndex(self.which.findData(name))
            self._open()

    def _open(self) -> None:
        self.flush()
        self._name = self.which.currentData()
        self.text.blockSignals(True)
        self.text.setPlainText(self.pack.letters.get(self._name) or tools.shipped_letter(self._name))
        self.text.blockSignals(False)
        self._weigh()

    def _say(self) -> None:
        said, shipped = self.text.toPlainText(), tools.shipped_letter(self._name)
        letters = {name: text for name, text in self.pack.letters.items() if name != self._name}
        if said.strip() != shipped.strip():
            letters[self._name] = said
        if letters != self.pack.letters:
            self.tell(letters=letters)

    def _weigh(self) -> None:
        said = self.text.toPlainText()
        fault = tools.fault_in_letter(said, self.language)
        own = said.strip() != tools.shipped_letter(self._name).strip()
        self.own.setText(self.tr("Your own words") if own else self.tr("The program's words"))
        self.back.setVisible(own)
        self.fault.setText(fault)
        self.fault.setVisible(bool(fault))
        if not fault:
            self.view.show_document(tools.letter_preview(self.pack, self._name, said))

    def _give_back(self) -> None:
        self.text.setPlainText(tools.shipped_letter(self._name))
        self.flush()
