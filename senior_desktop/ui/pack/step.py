# SPDX-License-Identifier: EUPL-1.2
"""A part of the pack under work -> fields in cards; `changed({field: value})` when one is left or a second after the last key."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QLineEdit, QPlainTextEdit, QSpinBox, QVBoxLayout, QWidget

from senior_desktop.ui.fields.soon import Soon
from senior_desktop.ui.talk.page import Card, label

MARGIN = 9
"""px before a number: the style sheet's padding does not reach into its box."""


class Step(QWidget):
    """One step of the set-up; subclasses fill `column` from `pack` and say what was changed."""

    changed = Signal(dict)
    widest = 1080
    """px at base 16: longer lines are hard to read."""

    def __init__(self, pack: Any, language: str) -> None:
        super().__init__()
        self.setMaximumWidth(round(self.widest * max(16, self.font().pixelSize()) / 16))
        self.pack, self.language = pack, language
        self._late: list[tuple[Soon, Callable[[], Any]]] = []
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(16)

    def flush(self) -> None:
        """Say what was typed and not yet said."""
        for soon, say in self._late:
            if soon.isActive():
                soon.stop()
                say()

    def stand_on(self, name: str) -> None:
        """Show the letter or measure of that name, where a step shows one at a time."""

    def card(self, title: str, help_text: str = "") -> Card:
        """A new card below the others."""
        card = Card()
        card.body.addWidget(label(title, "h2"))
        if help_text:
            card.body.addWidget(label(help_text, "help"))
        self.column.addWidget(card)
        return card

    def named(self, card: Card, words: str, field: QWidget, help_text: str = "") -> None:
        """`field` below its name, which a screen reader reads with it."""
        title = label(words, "fact")
        title.setBuddy(field)
        field.setAccessibleName(words)
        card.body.addWidget(title)
        if help_text:
            card.body.addWidget(label(help_text, "small"))
            field.setAccessibleDescription(help_text)
        card.body.addWidget(field)

    def line(self, card: Card, words: str, value: str, say: Callable[[str], Any], help_text: str = "") -> QLineEdit:
        """One line of text."""
        box = QLineEdit(value)
        box.setCursorPosition(0)  # a long one is read from its beginning
        late = self.late(lambda: say(box.text().strip()))
        box.textEdited.connect(late.typed)
        box.editingFinished.connect(self.flush)
        self.named(card, words, box, help_text)
        return box

    def lines(self, card: Card, words: str, value: str, say: Callable[[str], Any], help_text: str = "", high: int = 110) -> QPlainTextEdit:
        """Several lines of text."""
        box = QPlainTextEdit(value)
        box.setTabChangesFocus(True)
        box.setFixedHeight(high)
        late = self.late(lambda: say(box.toPlainText()))
        box.textChanged.connect(late.typed)
        self.named(card, words, box, help_text)
        return box

    def number(self, card: Card, words: str, value: int, allowed: range, say: Callable[[int], Any], help_text: str = "") -> QSpinBox:
        """A number within its range; the wheel does not turn it by accident."""
        box = number_box(allowed)
        box.setValue(value)
        box.setMaximumWidth(160)
        box.valueChanged.connect(say)
        self.named(card, words, box, help_text)
        return box

    def choice(self, card: Card, words: str, options: dict[Any, str], value: Any, say: Callable[[Any], Any], help_text: str = "") -> QComboBox:
        """One of several."""
        box = QComboBox()
        for code, name in options.items():
            box.addItem(name, code)
        box.setCurrentIndex(max(0, box.findData(value)))
        box.activated.connect(lambda _: say(box.currentData()))
        self.named(card, words, box, help_text)
        return box

    def late(self, say: Callable[[], Any]) -> Soon:
        """Says a second after the first key, or when the step is flushed."""
        soon = Soon(self, say)
        self._late.append((soon, say))
        return soon

    def tell(self, **changes: Any) -> None:
        """Say what was changed; the pack in hand follows at once."""
        self.changed.emit(changes)


def number_box(allowed: range) -> QSpinBox:
    """A box for a number within that range; the wheel scrolls the page and does not turn it by accident."""
    box = QSpinBox()
    box.setRange(allowed.start, allowed.stop - 1)
    box.lineEdit().setTextMargins(MARGIN, 0, 0, 0)
    box.wheelEvent = lambda event: event.ignore()  # type: ignore[method-assign]
    return box
