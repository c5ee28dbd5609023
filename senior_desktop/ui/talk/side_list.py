# SPDX-License-Identifier: EUPL-1.2
"""The guide's pages -> the list beside the talk, or a drop-down where large type would leave no room for it."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QPainter, QPen
from PySide6.QtWidgets import (
    QComboBox,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QProgressBar,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from senior_desktop.conversation.agreements import Agreement
from senior_desktop.conversation.conversation import Conversation
from senior_desktop.conversation.guide import Page, PageKind, page_done, progress
from senior_desktop.conversation.template import Template
from senior_desktop.ui.talk.pages import title_of
from senior_desktop.ui.theme import Tokens

_DONE = int(Qt.ItemDataRole.UserRole) + 1
DROP_DOWN_FROM = 22
"""From this base size (px) the list would take 40 % of the window."""


class _Row(QStyledItemDelegate):
    """Paints a row: tick or ring, words, soft fill for the chosen one, a ring for the keyboard.

    A delegate, since sheet pseudo-states cannot tell chosen from focused, and an edge with a radius leaves a corner.
    """

    def __init__(self, tokens: Tokens, base: int, parent: QWidget) -> None:
        super().__init__(parent)
        self._t, self._base = tokens, base

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(10, round(self._base * 2.6))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> None:
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        row = QRect(option.rect).adjusted(2, 2, -2, -2)  # type: ignore[attr-defined]
        state = option.state  # type: ignore[attr-defined]
        chosen = bool(state & QStyle.StateFlag.State_Selected)
        if chosen or state & QStyle.StateFlag.State_MouseOver:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(self._t.soft))
            painter.drawRoundedRect(row, 8, 8)
        if state & QStyle.StateFlag.State_HasFocus:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(QColor(self._t.focus), 3))
            painter.drawRoundedRect(row, 8, 8)
        ink = QColor(self._t.accent if chosen else self._t.text)
        self._mark(painter, row, bool(index.data(_DONE)), ink)
        font = QFont(option.font)  # type: ignore[attr-defined]
        font.setPixelSize(self._base)
        font.setWeight(QFont.Weight.DemiBold if chosen else QFont.Weight.Normal)
        painter.setFont(font)
        painter.setPen(ink)
        words = row.adjusted(round(self._base * 2.4), 0, -4, 0)
        painter.drawText(words, Qt.AlignmentFlag.AlignVCenter, str(index.data(Qt.ItemDataRole.DisplayRole)))
        painter.restore()

    def _mark(self, painter: QPainter, row: QRect, done: bool, ink: QColor) -> None:
        size = round(self._base * 0.7)
        left, top = row.left() + round(self._base * 0.9), row.center().y() - size // 2
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(ink, 2, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin))
        if done:
            painter.drawPolyline([_at(left, top, size, *spot) for spot in ((0.0, 0.55), (0.35, 0.9), (1.0, 0.15))])
        else:
            painter.drawEllipse(left, top, size, size)


def _at(left: int, top: int, size: int, x: float, y: float):  # type: ignore[no-untyped-def]
    from PySide6.QtCore import QPoint

    return QPoint(left + round(size * x), top + round(size * y))


class SideList(QWidget):
    """Progress in words, a bar, and the pages; `opened(page id)` when the user picks one."""

    opened = Signal(str)

    def __init__(self, pages: tuple[Page, ...], template: Template, language: str, tokens: Tokens, base: int) -> None:
        super().__init__()
        self.setObjectName("side")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._pages, self._template = pages, template
        # Without themes it is the follow-up's own path.
        self._following_up = not any(page.kind is PageKind.THEME for page in pages) and len(pages) > 1
        self.words = QLabel(self)
        self.words.setProperty("role", "help")
        self.bar = QProgressBar(self)
        self.bar.setTextVisible(False)
        self.list = QListWidget(self)
        self.list.setAccessibleName(self.tr("Pages of the talk"))
        self.list.setItemDelegate(_Row(tokens, base, self.list))
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setMouseTracking(True)
        self.box = QComboBox(self)
        self.box.setAccessibleName(self.tr("Pages of the talk"))
        for page in pages:
            self.list.addItem(QListWidgetItem(title_of(page, language)))
            self.box.addItem(title_of(page, language))
        self.words.setVisible(not self._following_up)
        self.bar.setVisible(not self._following_up)
        self.as_box = base >= DROP_DOWN_FROM
        self.list.setVisible(not self.as_box)
        self.box.setVisible(self.as_box)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 12 if self.as_box else 20, 12, 12)
        layout.setSpacing(8)
        for one in (self.words, self.bar, self.list, self.box):
            layout.addWidget(one)
        if not self.as_box:
            # Wide enough for the longest title: the row is painted by us and must never be cut.
            self.setFixedWidth(max(round(base * 19), 52 + self._widest(base)))
        # Assistive technology changes the selection, not the current row.
        self.list.itemSelectionChanged.connect(self._picked)
        self.box.activated.connect(lambda row: self.opened.emit(self._pages[row].id))

    def _widest(self, base: int) -> int:
        font = QFont(self.font())
        font.setPixelSize(base)
        font.setWeight(QFont.Weight.DemiBold)
        from PySide6.QtGui import QFontMetrics

        metrics = QFontMetrics(font)
        return max(metrics.horizontalAdvance(self.box.itemText(row)) for row in range(self.box.count())) + round(base * 2.4)

    def _picked(self) -> None:
        rows = self.list.selectedIndexes()
        if rows:
            self.opened.emit(self._pages[rows[0].row()].id)

    def show_talk(self, talk: Conversation, current: str, promised: tuple[Agreement, ...] = ()) -> None:
        """Ticks, words and the chosen row, all from the guide. promised: last time's agreements."""
        done = progress(talk, self._template)
        text = self.tr("%1 of %2 themes discussed").replace("%1", str(done.discussed)).replace("%2", str(done.total))
        self.words.setText(text)
        self.bar.setAccessibleName(text)
        self.bar.setMaximum(max(1, done.total))
        self.bar.setValue(done.discussed)
        for row, page in enumerate(self._pages):
            item, ticked = self.list.item(row), page_done(talk, page, promised, following_up=self._following_up)
            item.setData(_DONE, ticked)
            state = self.tr("discussed") if page.kind is PageKind.THEME else self.tr("done")
            unticked = self.tr("not discussed") if page.kind is PageKind.THEME else self.tr("not done")
            item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{item.text()}, {state if ticked else unticked}")
            if page.id == current:
                blocked = self.list.blockSignals(True)
                self.list.setCurrentRow(row)
                self.list.blockSignals(blocked)
                self.box.setCurrentIndex(row)
