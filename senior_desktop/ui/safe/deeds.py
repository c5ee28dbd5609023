# SPDX-License-Identifier: EUPL-1.2
"""The log of deeds -> a table the leader reads, and in plain words what it proves and what not."""

from typing import Any

from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableWidget, QTableWidgetItem

from senior_desktop import safekeeping
from senior_desktop.ui.screen import Screen
from senior_desktop.ui.talk.page import label
from senior_desktop.ui.work import Work


class DeedsPage(Screen):
    """Who opened, printed, saved and deleted what, and when; no word of what was said."""

    def __init__(self, vault: Any, work: Work, language: str) -> None:
        super().__init__(self.tr("The log"), self.tr("What was done on this computer, and when. Never what was written."), work, language)
        card = self.card(self.tr("What it shows"))
        self.whole = label("")
        card.body.addWidget(self.whole)
        card.body.addWidget(label(self.tr("Each line is sealed together with the one before. A line that was changed or taken out without the key is noticed. Whoever can open the conversations could write the log anew, and times are the computer's clock: it helps you remember and finds mistakes, but it proves nothing to others. It says by which key the conversations were opened, not which person sat here."), "help"))
        self.table = QTableWidget(0, 3)
        self.table.setAccessibleName(self.tr("The log"))
        self.table.setHorizontalHeaderLabels([self.tr("When"), self.tr("What"), self.tr("Which")])
        self.table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.table.setTabKeyNavigation(False)
        self.table.verticalHeader().hide()
        self.table.setMinimumHeight(24 * self.base)
        header = self.table.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(1, QHeaderView.ResizeMode.Stretch)
        self.column.addWidget(self.table, 1)
        self.do(safekeeping.deeds, vault, language, then=self._show, meanwhile=self.tr("Reading the log …"))

    def _show(self, told: tuple[Any, bool]) -> None:
        deeds, whole = told
        self.whole.setText(
            self.tr("✓ All %n line(s) stand as they were written.", "", len(deeds)) if whole
            else self.tr("A line was changed, or is missing. Nobody with the key in the ordinary way does that: tell your IT department.")
        )
        self.table.setRowCount(len(deeds))
        for row, deed in enumerate(deeds):
            for column, words in enumerate((deed.at, deed.what, deed.which)):
                self.table.setItem(row, column, QTableWidgetItem(words))
