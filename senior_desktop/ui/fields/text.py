# SPDX-License-Identifier: EUPL-1.2
"""Typing -> `changed(Answer)` on leaving, and at the latest one second after the first unsaved key."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QContextMenuEvent, QFocusEvent, QFontMetrics
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget

from senior_desktop.conversation.conversation import Answer
from senior_desktop.conversation.template import Question, Template
from senior_desktop.ui.fields.field import Field
from senior_desktop.ui.fields.guarded import GuardedText
from senior_desktop.ui.fields.spelling import Underlines


class _LongText(QPlainTextEdit):
    """A text box that Tab leaves (no keyboard trap) and that says when it is left."""

    left = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setTabChangesFocus(True)
        self.underlines: Underlines | None = None

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if self.underlines is not None:
            self.underlines.rehighlight()  # the word that was being typed is looked at too
        self.left.emit()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """The usual menu, by mouse or by the Menu key, with suggestions on an underlined word."""
        by_mouse = event.reason() == QContextMenuEvent.Reason.Mouse
        self.menu = self.createStandardContextMenu()
        self.menu.aboutToHide.connect(self.menu.deleteLater)
        if self.underlines is not None and not self.isReadOnly():
            self.underlines.offer(self.menu, self.cursorForPosition(event.pos()) if by_mouse else self.textCursor())
        self.menu.popup(event.globalPos() if by_mouse else self.mapToGlobal(self.cursorRect().bottomLeft()))


class NoteBox(_LongText):
    """A text that belongs to no question, such as the leader's own note; `told` as `Field.changed`.

    Whoever places it places `guarded.under` below it.
    """

    told = Signal(str)

    def __init__(self, name: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setFixedHeight(round(QFontMetrics(self.font()).lineSpacing() * 3.2) + 20)
        self.guarded = GuardedText(self, name)
        self.guarded.told.connect(self.told)
        self.left.connect(self.guarded.left)

    def flush(self) -> None:
        """Say what stands here, unless it was said already."""
        self.guarded.flush()

    def show_text(self, text: str) -> None:
        """Draw the stored text, unless something typed was not said yet; does not emit `told`."""
        if not self.guarded.being_typed_in:
            self.guarded.show_text(text)


class NoteLine(QLineEdit):
    """One line that belongs to no question, such as the answer on pay; `told` and `guarded` as NoteBox."""

    told = Signal(str)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.guarded = GuardedText(self, name)
        self.guarded.told.connect(self.told)
        self.editingFinished.connect(self.guarded.left)

    def flush(self) -> None:
        """Say what stands here, unless it was said already."""
        self.guarded.flush()

    def show_text(self, text: str) -> None:
        """Draw the stored text, unless something typed was not said yet."""
        if not self.guarded.being_typed_in:
            self.guarded.show_text(text)


class _Typed(Field):
    """What long and short text share: a guarded box, its hints below it."""

    guarded: GuardedText

    def _guard(self, box: QLineEdit | QPlainTextEdit) -> None:
        box.setAccessibleName(self.name())
        self.guarded = GuardedText(box, self.name())
        self.guarded.told.connect(lambda text: self.changed.emit(Answer(text or None)))
        self.setFocusProxy(box)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(box)
        layout.addWidget(self.guarded.under)

    @property
    def being_typed_in(self) -> bool:
        """Whether something typed was not told yet: an older save must not take its place."""
        return self.guarded.being_typed_in

    def flush(self) -> None:
        """Emit what stands in the box, unless it was told already."""
        self.guarded.flush()

    def show_answer(self, answer: Answer) -> None:
        """Draw the stored text, unless it stands there already."""
        self.guarded.show_text(answer.value if isinstance(answer.value, str) else "")


class TextField(_Typed):
    """Several lines, with the box's own undo."""

    def __init__(self, question: Question, template: Template, language: str, parent: QWidget | None = None) -> None:
        super().__init__(question, template, language, parent)
        self.box = _LongText(self)
        self.box.setFixedHeight(round(QFontMetrics(self.box.font()).lineSpacing() * 4.6) + 20)
        self._guard(self.box)
        self.box.left.connect(self.guarded.left)


class LineField(_Typed):
    """One line."""

    def __init__(self, question: Question, template: Template, language: str, parent: QWidget | None = None) -> None:
        super().__init__(question, template, language, parent)
        self.box = QLineEdit(self)
        self._guard(self.box)
        self.box.editingFinished.connect(self.guarded.left)
