# SPDX-License-Identifier: EUPL-1.2
"""Words as they are typed -> the texts of all talks that hold them, each with name, question and snippet; one opens its talk."""

from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QLineEdit, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from senior_desktop import safekeeping
from senior_desktop.ui.talk.page import label
from senior_desktop.ui.work import Work


class FindBox(QWidget):
    """`searching(bool)`: whether there is something to look for. `opened(hit)`: the talk of that text is wanted."""

    searching = Signal(bool)
    opened = Signal(object)

    def __init__(self, vault: Any, work: Work, language: str) -> None:
        super().__init__()
        self._vault, self._work, self._language = vault, work, language
        self._under_way = False
        self.hits: tuple[Any, ...] = ()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        self.box = QLineEdit()
        self.box.setPlaceholderText(self.tr("Search in all conversations"))
        self.box.setAccessibleName(self.box.placeholderText())
        self.box.setClearButtonEnabled(True)
        self.box.textChanged.connect(self._typed)
        self.box.returnPressed.connect(self._to_list)
        column.addWidget(self.box)
        self.none: QLabel = label("", "help")
        self.none.hide()
        column.addWidget(self.none)
        self.list = QListWidget()
        self.list.setAccessibleName(self.tr("Found"))
        self.list.setWordWrap(True)
        self.list.setSpacing(4)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.itemActivated.connect(self._open)
        self.list.hide()
        column.addWidget(self.list, 1)

    def _typed(self) -> None:
        self.searching.emit(bool(self.box.text().strip()))
        if not self._under_way:
            self._ask()

    def _ask(self) -> None:
        """One question at a time: while one is under way only what is typed last is asked after it."""
        typed = self.box.text()
        self._under_way = True
        self._work.do(safekeeping.find, self._vault, typed, self._language, then=lambda hits: self._show(typed, hits), failed=lambda _: self._show(typed, ()))

    def _show(self, typed: str, hits: tuple[Any, ...]) -> None:
        self._under_way = False
        if typed != self.box.text():
            self._ask()
            return
        self.hits = hits
        self.list.clear()
        for hit in hits:
            snippet = "".join(f"»{part}«" if found else part for part, found in hit.snippet)
            QListWidgetItem(f"{hit.name} · {hit.where}\n{' '.join(snippet.split())}", self.list)
        self.list.setVisible(bool(hits))
        self.none.setText(self.tr("Nothing found. Words are found from their beginning, and æ, ø, å are letters of their own.") if typed.strip() and not hits else "")
        self.none.setVisible(bool(self.none.text()))

    def _to_list(self) -> None:
        if self.hits:
            self.list.setFocus()
            self.list.setCurrentRow(0)

    def _open(self, item: QListWidgetItem) -> None:
        self.opened.emit(self.hits[self.list.row(item)])
