# SPDX-License-Identifier: EUPL-1.2
"""The widget that has the keyboard -> a 3 px ring around it with a 2 px gap, so that focused and chosen differ."""

from PySide6.QtCore import QRect
from PySide6.QtGui import QBrush, QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QApplication, QComboBox, QFocusFrame, QLineEdit, QPlainTextEdit, QWidget

GAP, WIDTH = 2, 3


class FocusRing(QFocusFrame):
    """Follows the keyboard focus; drawn outside the widget, since the accent's own edge would not be seen."""

    def __init__(self, application: QApplication, colour: str) -> None:
        super().__init__()
        self.colour = colour
        application.focusChanged.connect(self._moved)

    def _moved(self, _: QWidget | None, now: QWidget | None) -> None:
        ringed = isinstance(now, QAbstractButton | QLineEdit | QPlainTextEdit | QComboBox)
        self.setWidget(now if ringed else None)  # type: ignore[arg-type]

    def paintEvent(self, _: QPaintEvent) -> None:
        """One rounded line around the widget's rectangle."""
        if self.widget() is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QBrush(QColor(self.colour)), WIDTH))
        half = (WIDTH + 1) // 2
        painter.drawRoundedRect(QRect(self.rect()).adjusted(half, half, -half, -half), 9, 9)
