# SPDX-License-Identifier: EUPL-1.2
"""A question of the template -> the field that takes its answer; what the user does comes out as `changed(Answer)`."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from senior_desktop.conversation.conversation import Answer
from senior_desktop.conversation.template import Kind, Question, Template


class Field(QWidget):
    """One way of answering.

    A field is told what is stored (`show_answer`) and tells what the user did (`changed`); it is
    never asked later what it holds.
    """

    changed = Signal(object)

    def __init__(self, question: Question, template: Template, language: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.question = question
        self.template = template
        self.language = language

    def show_answer(self, answer: Answer) -> None:
        """Draw what is stored; does not emit `changed`. Abstract, but Qt's metaclass leaves no room for ABC's."""
        raise NotImplementedError  # a field that forgot to draw itself is our fault and must show at once

    def flush(self) -> None:
        """Say at once what was typed and not yet said; nothing for fields that tell each click."""

    @property
    def being_typed_in(self) -> bool:
        """Whether the cursor stands here, so that a redraw must not move it."""
        return False

    def name(self) -> str:
        """What assistive technology says first: the question itself."""
        return self.question.text.said(self.language)


def field_for(question: Question, template: Template, language: str, base: int, parent: QWidget | None = None) -> Field:
    """The field for `question`; `base` is the text size in px, which decides how many choices stand in a row."""
    from senior_desktop.ui.fields.choice import ChoiceField, ListField
    from senior_desktop.ui.fields.choices import ChoicesField
    from senior_desktop.ui.fields.date import DateField
    from senior_desktop.ui.fields.number import NumberField
    from senior_desktop.ui.fields.text import LineField, TextField

    match question.kind:
        case Kind.SCALE:
            return ChoiceField(question, template, language, 2 if base >= 20 else 4, parent)
        case Kind.ONE if len(question.options) > 8:
            return ListField(question, template, language, parent)
        case Kind.ONE | Kind.YESNO:
            return ChoiceField(question, template, language, 1 if base >= 20 else 2, parent)
        case Kind.MANY:
            return ChoicesField(question, template, language, 1 if base >= 20 else 2, parent)
        case Kind.DATE:
            return DateField(question, template, language, parent)
        case Kind.NUMBER:
            return NumberField(question, template, language, parent)
        case _:
            return (LineField if question.line else TextField)(question, template, language, parent)
