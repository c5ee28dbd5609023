# SPDX-License-Identifier: EUPL-1.2
"""Some of many -> `changed(Answer(codes))`: a maximum, "none" that excludes the rest, one marked the most important."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QComboBox, QGridLayout, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from senior_desktop.conversation.conversation import Answer
from senior_desktop.conversation.template import Question, Template
from senior_desktop.ui.fields.drawn import draw_checked
from senior_desktop.ui.fields.field import Field

NONE = 0
"""The option that excludes the others."""


class ChoicesField(Field):
    """Check boxes as cards, `across` in a row."""

    def __init__(
        self, question: Question, template: Template, language: str, across: int, parent: QWidget | None = None
    ) -> None:
        super().__init__(question, template, language, parent)
        self._boxes: dict[int, QCheckBox] = {}
        self._answer = Answer()
        self._grid, self._across = QGridLayout(), across
        self._grid.setSpacing(8)
        options = template.options(question.id)
        for option in options:
            box = QCheckBox(option.said(language).replace("&", "&&"), self)
            box.setProperty("role", "choice")
            box.setAccessibleName(f"{self.name()} {option.said(language)}")
            box.setCursor(Qt.CursorShape.PointingHandCursor)
            box.toggled.connect(lambda on, code=option.code: self._clicked(code, on))
            self._boxes[option.code] = box
        for column in range(across):
            self._grid.setColumnStretch(column, 1)
        self.offer(tuple(self._boxes))
        self.setFocusProxy(self._boxes[options[0].code])
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(10)
        layout.addLayout(self._grid)
        self.top = QComboBox(self)
        self._limit = QLabel(self)
        self._limit.setProperty("role", "help")
        self._limit.hide()
        layout.addWidget(self._limit)
        if question.first:
            layout.addLayout(self._most_important())
        self.top.setVisible(False)

    def _most_important(self) -> QHBoxLayout:
        self._top_label = QLabel(self.tr("Most important of them"), self)
        self._top_label.setBuddy(self.top)
        self._top_label.hide()
        self.top.setAccessibleName(f"{self.name()} {self._top_label.text()}")
        self.top.activated.connect(lambda _: self._say(self._codes(), self.top.currentData()))
        row = QHBoxLayout()
        row.addWidget(self._top_label)
        row.addWidget(self.top, 1)
        return row

    def offer(self, codes: tuple[int, ...]) -> None:
        """Show the boxes of `codes` only, without holes where the others stood."""
        for code, box in self._boxes.items():
            self._grid.removeWidget(box)
            box.setVisible(code in codes)
        for place, code in enumerate(codes):
            self._grid.addWidget(self._boxes[code], place // self._across, place % self._across)

    def box(self, code: int) -> QCheckBox:
        """The check box of `code`."""
        return self._boxes[code]

    def _codes(self) -> tuple[int, ...]:
        return tuple(code for code, box in self._boxes.items() if box.isChecked())

    def _clicked(self, code: int, on: bool) -> None:
        if on and code == NONE:
            codes: tuple[int, ...] = (NONE,)
        else:
            codes = tuple(one for one in self._codes() if one != NONE or not on)
        most = self.question.most
        if most and len(codes) > most:
            # Nothing is thrown away behind the user's back: the tick too many is taken back, and said.
            draw_checked(self._boxes[code], False)
            self._limit.setText(self.tr("You have chosen %n already. Take one away first.", "", most))
            self._limit.show()
            return
        self._limit.hide()
        self._say(codes, self._answer.first if self._answer.first in codes else None)

    def _say(self, codes: tuple[int, ...], first: int | None) -> None:
        self.show_answer(Answer(codes or None, first=first))
        self.changed.emit(self._answer)

    def show_answer(self, answer: Answer) -> None:
        """Draw the stored ticks and which is the most important."""
        self._answer = answer
        codes = answer.value if isinstance(answer.value, tuple) else ()
        for code, box in self._boxes.items():
            draw_checked(box, code in codes)
        if not self.question.first:
            return
        self.top.clear()
        self.top.addItem(self.tr("Not pointed out"), None)
        for code in codes:
            self.top.addItem(self.template.option(self.question.id, code, self.language), code)
        self.top.setCurrentIndex(max(0, self.top.findData(answer.first)))
        for one in (self.top, self._top_label):
            one.setVisible(len(codes) > 1)
