# SPDX-License-Identifier: EUPL-1.2
"""Typing -> `changed(Answer)` on leaving, and at the latest one second after the first unsaved key."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QFocusEvent, QFontMetrics
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget

from senior_desktop.conversation.conversation import Answer
from senior_desktop.conversation.template import Question, Template
from senior_desktop.ui.fields.field import Field
from senior_desktop.ui.fields.soon import Soon


class _LongText(QPlainTextEdit):
    """A text box that Tab leaves (no keyboard trap) and that says when it is left."""

    left = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setTabChangesFocus(True)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.left.emit()


class NoteBox(_LongText):
    """A text that belongs to no question, such as the leader's own note; `told` as `Field.changed`."""

    told = Signal(str)

    def __init__(self, name: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setFixedHeight(round(QFontMetrics(self.font()).lineSpacing() * 3.2) + 20)
        self._said = ""
        self._soon = Soon(self, self.flush)
        self.textChanged.connect(self._soon.typed)
        self.left.connect(self.flush)

    def flush(self) -> None:
        """Say what stands here, unless it was said already."""
        self._soon.stop()
        if self.toPlainText() != self._said:
            self._said = self.toPlainText()
            self.told.emit(self._said)

    def show_text(self, text: str) -> None:
        """Draw the stored text; does not emit `told`."""
        self._said = text
        if text != self.toPlainText():
            blocked = self.blockSignals(True)
            self.setPlainText(text)
            self.blockSignals(blocked)


class NoteLine(QLineEdit):
    """One line that belongs to no question, such as the answer on pay; `told` as NoteBox."""

    told = Signal(str)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self._said = ""
        self._soon = Soon(self, self.flush)
        self.textEdited.connect(self._soon.typed)
        self.editingFinished.connect(self.flush)

    def flush(self) -> None:
        """Say what stands here, unless it was said already."""
        self._soon.stop()
        if self.text().strip() != self._said:
            self._said = self.text().strip()
            self.told.emit(self._said)

    def show_text(self, text: str) -> None:
        """Draw the stored text, unless something typed was not said yet."""
        if not self._soon.isActive() and text != self.text().strip():
            self.setText(text)
        if not self._soon.isActive():
            self._said = text


class _Typed(Field):
    """What long and short text share: when to say what was typed."""

    def __init__(self, question: Question, template: Template, language: str, parent: QWidget | None = None) -> None:
        super().__init__(question, template, language, parent)
        self._told: str | None = None
        self._soon = Soon(self, self.flush)

    def _text(self) -> str:
        raise NotImplementedError  # the two boxes give their text differently; never reached

    @property
    def being_typed_in(self) -> bool:
        """Whether something typed was not told yet: an older save must not take its place."""
        return self._text() != (self._told or "")

    def flush(self) -> None:
        """Emit what stands in the box, unless it was told already."""
        self._soon.stop()
        if self._text() != (self._told or ""):
            self._told = self._text()
            self.changed.emit(Answer(self._told or None))


class TextField(_Typed):
    """Several lines, with the box's own undo."""

    def __init__(self, question: Question, template: Template, language: str, parent: QWidget | None = None) -> None:
        super().__init__(question, template, language, parent)
        self.box = _LongText(self)
        self.box.setAccessibleName(self.name())
        self.box.setFixedHeight(round(QFontMetrics(self.box.font()).lineSpacing() * 4.6) + 20)
        self.box.textChanged.connect(self._soon.typed)
        self.box.left.connect(self.flush)
        self.setFocusProxy(self.box)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.box)

    def _text(self) -> str:
        return self.box.toPlainText()

    def show_answer(self, answer: Answer) -> None:
        """Draw the stored text, unless it stands there already (a redraw would lose undo and cursor)."""
        text = answer.value if isinstance(answer.value, str) else ""
        self._told = text
        if text != self._text():
            blocked = self.box.blockSignals(True)
            self.box.setPlainText(text)
            self.box.blockSignals(blocked)


class LineField(_Typed):
    """One line."""

    def __init__(self, question: Question, template: Template, language: str, parent: QWidget | None = None) -> None:
        super().__init__(question, template, language, parent)
        self.box = QLineEdit(self)
        self.box.setAccessibleName(self.name())
        self.box.textEdited.connect(self._soon.typed)
        self.box.editingFinished.connect(self.flush)
        self.setFocusProxy(self.box)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.box)

    def _text(self) -> str:
        return self.box.text().strip()

    def show_answer(self, answer: Answer) -> None:
        """Draw the stored text, unless it stands there already."""
        text = answer.value if isinstance(answer.value, str) else ""
        self._told = text
        if text != self._text():
            self.box.setText(text)
