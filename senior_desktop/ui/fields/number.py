# SPDX-License-Identifier: EUPL-1.2
"""A number typed the Danish or the English way -> `changed(Answer("32.5"))`; a hint in words when it is not one."""

import re

from PySide6.QtWidgets import QLabel, QLineEdit, QVBoxLayout, QWidget

from senior_desktop.conversation.conversation import Answer
from senior_desktop.conversation.template import Question, Template
from senior_desktop.ui.fields.field import Field

_NUMBER = re.compile(r"\d{1,3}([.,]\d{1,2})?")


class NumberField(Field):
    """Weekly hours and the like: up to three digits and two decimals."""

    def __init__(self, question: Question, template: Template, language: str, parent: QWidget | None = None) -> None:
        super().__init__(question, template, language, parent)
        self.box = QLineEdit(self)
        self.box.setAccessibleName(self.name())
        self.box.setMaximumWidth(200)
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
        typed = self.box.text().strip()
        if typed and not _NUMBER.fullmatch(typed):
            self.hint.setText(self.tr("Write a number, for example 32.5"))
            self.hint.show()
            return
        self.hint.hide()
        number = typed.replace(",", ".")
        if number != self._told:
            self._told = number
            self.changed.emit(Answer(number or None))

    def show_answer(self, answer: Answer) -> None:
        """Draw the stored number with the language's own decimal sign."""
        self._told = answer.value if isinstance(answer.value, str) else ""
        self.box.setText(self._told.replace(".", ",") if self.language == "da" else self._told)

    @property
    def being_typed_in(self) -> bool:
        """Whether the cursor stands here."""
        return self.box.hasFocus()
