# SPDX-License-Identifier: EUPL-1.2
"""One of many -> `changed(Answer(code))`; as cards in rows, or as a drop-down when the list is long."""

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QButtonGroup, QComboBox, QGridLayout, QRadioButton, QVBoxLayout, QWidget

from senior_desktop.conversation.conversation import Answer
from senior_desktop.conversation.template import Kind, Option, Question, Template
from senior_desktop.ui.fields.drawn import draw_checked
from senior_desktop.ui.fields.field import Field


class ChoiceField(Field):
    """Cards side by side, `across` in a row. A second click on the chosen one takes it back."""

    def __init__(
        self, question: Question, template: Template, language: str, across: int, parent: QWidget | None = None
    ) -> None:
        super().__init__(question, template, language, parent)
        self._group = QButtonGroup(self)
        # A plain fact, such as the answer to the offer, is chosen on purpose: the arrows move, Space chooses.
        # On a scale they do both, as everywhere.
        self._exclusive = question.leave
        self._group.setExclusive(self._exclusive)
        self._chosen: int | None = None
        options = _yes_and_no() if question.kind is Kind.YESNO else template.options(question.id)
        layout = QGridLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(12)
        for place, option in enumerate(options):
            button = QRadioButton(option.said(language).replace("&", "&&"), self)
            button.setAutoExclusive(False)
            button.setProperty("role", "choice")
            button.setAccessibleName(f"{self.name()} {option.said(language)}")
            button.setAccessibleDescription(self._place_in_words(place + 1, len(options)))
            button.setCursor(Qt.CursorShape.PointingHandCursor)
            button.toggled.connect(lambda on, code=option.code: self._toggled(code, on))
            self._group.addButton(button, option.code)
            layout.addWidget(button, place // across, place % across)
        for column in range(min(across, len(options))):
            layout.setColumnStretch(column, 1)
        self._at_press: int | None = None
        self._group.idPressed.connect(self._pressed)
        self._group.idClicked.connect(self._clicked)
        self.setFocusProxy(self._group.buttons()[0])

    def _place_in_words(self, place: int, total: int) -> str:
        return self.tr("%1 of %2").replace("%1", str(place)).replace("%2", str(total))

    def button(self, code: int) -> QRadioButton:
        """The card of `code`."""
        return self._group.button(code)  # type: ignore[return-value]

    def _toggled(self, code: int, on: bool) -> None:
        if on:
            self.show_answer(Answer(code))
            self.changed.emit(Answer(bool(code) if self.question.kind is Kind.YESNO else code))
        elif code == self._chosen and self._group.checkedId() in (code, -1):  # not because another took its place
            self._take_back()

    def _pressed(self, _code: int) -> None:
        self._at_press = self._chosen

    def _clicked(self, code: int) -> None:
        if code == self._at_press == self._chosen:  # an exclusive one toggles nothing then
            self._take_back()

    def _take_back(self) -> None:
        self.show_answer(Answer())
        self.changed.emit(Answer())

    def show_answer(self, answer: Answer) -> None:
        """Draw the stored choice, or none."""
        code = int(answer.value) if isinstance(answer.value, int) else None
        self._chosen = code
        self._group.setExclusive(False)
        for button in self._group.buttons():
            draw_checked(button, self._group.id(button) == code)
        self._group.setExclusive(self._exclusive)


def _yes_and_no() -> tuple[Option, ...]:
    yes, no = (QCoreApplication.translate("ChoiceField", "Yes"), QCoreApplication.translate("ChoiceField", "No"))
    return (Option(1, yes, yes), Option(0, no, no))


class ListField(Field):
    """A drop-down for lists too long for cards; its first line means "left open"."""

    def __init__(self, question: Question, template: Template, language: str, parent: QWidget | None = None) -> None:
        super().__init__(question, template, language, parent)
        self.box = QComboBox(self)
        self.box.setAccessibleName(self.name())
        self.box.addItem(self.tr("Not filled in"), None)
        for option in template.options(question.id):
            self.box.addItem(option.said(language), option.code)
        self.box.activated.connect(lambda _: self.changed.emit(Answer(self.box.currentData())))
        # The wheel scrolls the page; it must not change an answer on the way.
        self.box.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.box.wheelEvent = lambda event: event.ignore()  # type: ignore[method-assign]
        self.setFocusProxy(self.box)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.box)

    def show_answer(self, answer: Answer) -> None:
        """Draw the stored choice, or "not filled in"."""
        self.box.setCurrentIndex(max(0, self.box.findData(answer.value)))
