# SPDX-License-Identifier: EUPL-1.2
"""Pen, touch or mouse -> strokes as points in 0-1; nothing of a signature is ever stored outside the PDF."""

from PySide6.QtCore import QPointF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

Strokes = tuple[tuple[tuple[float, float], ...], ...]
"""Lines of (x, y), both 0-1 from the box's upper left corner."""


class PenBox(QWidget):
    """A box to sign in. The keyboard's way is to type the name beside it."""

    drawn = Signal()

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setMinimumSize(QSize(360, 130))
        self.setMaximumHeight(150)
        self.setCursor(Qt.CursorShape.CrossCursor)
        self._lines: list[list[QPointF]] = []

    @property
    def strokes(self) -> Strokes:
        """What is drawn now; single points are no stroke."""
        return tuple(
            tuple((min(1.0, max(0.0, spot.x())), min(1.0, max(0.0, spot.y()))) for spot in line)
            for line in self._lines if len(line) > 1
        )

    def clear(self) -> None:
        """Start over."""
        self._lines = []
        self.update()
        self.drawn.emit()

    def _spot(self, event: QMouseEvent) -> QPointF:
        return QPointF(event.position().x() / max(1, self.width()), event.position().y() / max(1, self.height()))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A stroke begins."""
        self._lines.append([self._spot(event)])

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """A stroke goes on."""
        if self._lines:
            self._lines[-1].append(self._spot(event))
            self.update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A stroke ends."""
        self.drawn.emit()

    def paintEvent(self, _: QPaintEvent) -> None:
        """The box, its base line, and the strokes; ink is dark on white also in the dark look, as on paper."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(QColor("#FFFFFF"))
        painter.setPen(QPen(QColor("#7B8A94"), 1))
        painter.drawRoundedRect(self.rect().adjusted(0, 0, -1, -1), 6, 6)
        low = round(self.height() * 0.78)
        painter.drawLine(20, low, self.width() - 20, low)
        painter.setPen(QPen(QColor("#12325A"), 2.4, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin))
        for line in self._lines:
            painter.drawPolyline([QPointF(spot.x() * self.width(), spot.y() * self.height()) for spot in line])
