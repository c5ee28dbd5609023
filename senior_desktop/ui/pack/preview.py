# SPDX-License-Identifier: EUPL-1.2
"""A template under work -> the page under hand as both see it, as the leader sees it, and on paper; follows each change.

The screens are the talk's own pages, drawn for a talk that is nobody's: what is done in them goes nowhere.
"""

from datetime import datetime
from typing import Any

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from senior_desktop import tools
from senior_desktop.conversation.guide import pages
from senior_desktop.conversation.template import Template
from senior_desktop.ui.document_view import DocumentView
from senior_desktop.ui.screen import Scrolled, button
from senior_desktop.ui.talk.page import label
from senior_desktop.ui.talk.pages import build
from senior_desktop.ui.talk.room import Room
from senior_desktop.ui.work import Work

BOTH, LEADER, PAPER = "both", "leader", "paper"
HIGH = 560
"""px at base 16, at least."""
GAP = 24


class NobodysRoom(Room):
    """A talk that is only looked at."""

    def do(self, *_: Any, **__: Any) -> None:
        """Nothing is stored."""

    def ask(self, *_: Any, **__: Any) -> None:
        """Nothing is asked: there are no earlier words, and no papers."""


class Preview(QWidget):
    """Three ways to see one page, one at a time."""

    def __init__(self, language: str, base: int, work: Work) -> None:
        super().__init__()
        self._language, self._base, self._work = language, base, work
        self._pack: Any = None
        self._template: Template | None = None
        self._page = ""
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.addWidget(label(self.tr("How it will look"), "h2"))
        row = QHBoxLayout()
        self.ways = QButtonGroup(self)
        self._way = BOTH
        for way, words in ((BOTH, self.tr("As both see it")), (LEADER, self.tr("The leader alone")), (PAPER, self.tr("On paper"))):
            one = button(words)
            one.setCheckable(True)
            one.setChecked(way == BOTH)
            one.clicked.connect(lambda _=False, way=way: self.look(way))
            one.setProperty("way", way)
            self.ways.addButton(one)
            row.addWidget(one)
        row.addStretch()
        self.column.addLayout(row)
        self.shown: QWidget = QWidget()
        self.column.addWidget(self.shown, 1)
        self.setFixedHeight(round(HIGH * base / 16))

    def look(self, way: str) -> None:
        """BOTH, LEADER or PAPER."""
        self._way = way
        for one in self.ways.buttons():
            one.setChecked(one.property("way") == way)
        self._draw()

    def show_page(self, pack: Any, template: Template, page: str) -> None:
        """The page of that id, as `template` has it now."""
        self._pack, self._template, self._page = pack, template, page
        self._draw()

    def _draw(self) -> None:
        if self._template is None:
            return
        old, place = self.shown, self._where()
        self.shown = self._on_paper(self._template) if self._way == PAPER else self._on_screen(self._template)
        self.column.replaceWidget(old, self.shown)
        old.setParent(None)
        old.deleteLater()
        self._go_to(place)

    def _on_screen(self, template: Template) -> QWidget:
        talk, table = tools.nobodys_talk(self._pack, template, self._language)
        room = NobodysRoom(None, talk, table, self._work, self._base)
        room.shared = self._way == BOTH
        page = next((one for one in pages(talk, template, shared=room.shared) if one.id == self._page), None)
        if page is None:
            return label(self.tr("This page exists on the leader's screen alone."), "help")
        drawn = build(room, page)
        room.setParent(drawn)
        drawn.widget().layout().setContentsMargins(GAP, GAP, GAP, GAP)
        drawn.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        for inside in drawn.findChildren(QWidget):  # seen, not used: the keyboard passes it by
            inside.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            inside.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        return drawn

    def _on_paper(self, template: Template) -> QWidget:
        made = datetime.now().astimezone().isoformat(timespec="seconds")
        view = DocumentView(self.tr("On paper"))
        view.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        view.show_document(tools.page_on_paper(self._pack, template, self._page, made, self._language))
        sheet = Scrolled()
        inside = QVBoxLayout(sheet.inside)
        inside.addWidget(view)
        inside.addStretch(1)
        return sheet

    def _where(self) -> int:
        """How far down the reader is: a changed word must not throw them back to the top."""
        return self.shown.verticalScrollBar().value() if isinstance(self.shown, QScrollArea) else 0

    def _go_to(self, place: int) -> None:
        if place and isinstance(self.shown, QScrollArea):
            self.shown.widget().adjustSize()
            self.shown.verticalScrollBar().setValue(place)


class Beside(QWidget):
    """Room for one widget that stays in sight while the page around it scrolls."""

    def __init__(self, inner: QWidget) -> None:
        super().__init__()
        self._inner = inner
        self._page: QScrollArea | None = None
        inner.setParent(self)
        self.setMinimumHeight(inner.height())

    def showEvent(self, event: QShowEvent) -> None:
        """From now on it follows the page it was put on."""
        super().showEvent(event)
        above = self.parentWidget()
        while above is not None and not isinstance(above, QScrollArea):
            above = above.parentWidget()
        if above is not None and self._page is None:
            self._page = above
            above.verticalScrollBar().valueChanged.connect(self._follow)  # a method: Qt lets go of it with this widget
        self._follow()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """As wide as there is room."""
        super().resizeEvent(event)
        self._follow()

    def _follow(self, _: int = 0) -> None:
        hidden = 0
        if self._page is not None and self._page.isAncestorOf(self):
            hidden = -self.mapTo(self._page, QPoint(0, 0)).y()
            self._inner.setFixedHeight(max(self.minimumHeight(), min(self.height(), self._page.viewport().height() - GAP)))
        self._inner.resize(self.width(), self._inner.height())
        self._inner.move(0, max(0, min(hidden, self.height() - self._inner.height())))
