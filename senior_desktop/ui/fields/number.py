# SPDX-License-Identifier: EUPL-1.2
"""A number typed the Danish or the English way -> `changed(Answer("32.5"))`; a hint in words when it is not one."""

import re

from PySide6.QtWidgets import QLabel, QLineEdit, QVBoxLayout, QWidget

from senior_desktop.conversation.conversation import Answer
from senior_desktop.conversation.template import Question, Template
from senior_desktop.ui.fields.field import Field
from senior_desktop.ui.fields.soon import Soon

_NUMBER = re.compile(r"(\d{1,2}(?:[.,]\d{1,2})?)\s*(?:timer|time|t|hours?|h)?\.?", re.IGNORECASE)
"""Weekly hours: two digits, two decimals, and the word for hours if somebody writes it."""


class NumberField(Field):
    """Weekly hours."""

    def __init__(self, question: Question, template: Template, language: str, parent: QWidget | None = None) -> None:
        super().__init__(question, template, language, parent)
        self.box = QLineEdit(self)
        self.box.setAccessibleName(self.name())
        self.box.setMaximumWidth(200)
        self._soon = Soon(self, self._tell)
        self.box.textEdited.connect(self._soon.typed)
        self.box.editingFinished.connect(self.flush)
        self.hint = QLabel(self)
        self.hint.setProperty("role", "help")
        self.hint.hide()
        self._told = ""
        self.setFocusProxy(self.box)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.box)
        layout.addWidget(self.hint)

    def flush(self) -> None:
        """Say the number, or what is wrong with it; what is not a number is not stored and not taken away."""
        self.hint.setText(self.tr("Write a number, for example 32.5"))
        self.hint.setVisible(not self._tell())

    def _tell(self) -> bool:
        """Say the number if it is one and was not said; False when it is none."""
        self._soon.stop()
        typed = self.box.text().strip()
        found = _NUMBER.fullmatch(typed)
        if typed and not found:
            return False
        number = found.group(1).replace(",", ".") if found else ""
        if number != self._told:
            self._told = number
            self.changed.emit(Answer(number or None))
        return True

    def show_answer(self, answer: Answer) -> None:
        """Draw the stored number with the language's own decimal sign; what could not be read stays with its hint."""
        number = answer.value if isinstance(answer.value, str) else ""
        if number == self._told and not self.hint.isHidden():
            return
        self._told = number
        self.hint.hide()
        self.box.setText(number.replace(".", ",") if self.language == "da" else number)

    @property
    def being_typed_in(self) -> bool:
        """Whether the cursor stands here."""
        return self.box.hasFocus()
