# SPDX-License-Identifier: EUPL-1.2
"""The staff list -> a table by name: job, in the group or not, and where the talk with each is. Nothing sorts it otherwise."""

from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableWidget, QTableWidgetItem

from senior_desktop import story
from senior_desktop.ui.start.conversation_model import state_in_words

TALLEST = 12
"""Lines that are seen at once; the table scrolls beyond."""


class StaffTable(QTableWidget):
    """One line a person; the arrows move, Enter offers."""

    def __init__(self, groups: dict[int, str], today: date) -> None:
        """groups: the words of each job group."""
        super().__init__(0, 4)
        self._groups, self._today = groups, today
        self._list: tuple[story.Listed, ...] = ()
        self.setHorizontalHeaderLabels([self.tr("Name"), self.tr("Job"), self.tr("In the group"), self.tr("Conversation")])
        self.setAccessibleName(self.tr("Staff list"))
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(round(self.fontMetrics().lineSpacing() * 2.1))
        header = self.horizontalHeader()
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setSectionsClickable(False)
        for column, mode in enumerate((QHeaderView.ResizeMode.Stretch,) * 2 + (QHeaderView.ResizeMode.ResizeToContents,) * 2):
            header.setSectionResizeMode(column, mode)

    def show_list(self, found: tuple[story.Listed, ...]) -> None:
        """Draw it anew; the one that was chosen stays chosen."""
        before = self.chosen()
        self._list = found
        self.setRowCount(len(found))
        for place, one in enumerate(found):
            employee = one.employee
            job = employee.title or self._groups.get(employee.group or 0, "")
            state = state_in_words(one.talk, self._today) if one.talk is not None else self.tr("Not offered yet")
            cells = (employee.name, job, self.tr("Yes") if employee.in_group else "", state)
            for column, words in enumerate(cells):
                item = QTableWidgetItem(words)
                if column == 0:
                    group = self.tr("in the group") if employee.in_group else ""
                    item.setData(Qt.ItemDataRole.AccessibleTextRole, ", ".join(filter(None, (employee.name, job, group, state))))
                self.setItem(place, column, item)
        rows = min(len(found), TALLEST) * self.verticalHeader().defaultSectionSize()
        self.setFixedHeight(self.horizontalHeader().sizeHint().height() + rows + 4)
        ids = [one.employee.id for one in found]
        if found:
            self.selectRow(ids.index(before.employee.id) if before is not None and before.employee.id in ids else 0)

    def chosen(self) -> story.Listed | None:
        """The line the keyboard or the mouse has chosen."""
        rows = {index.row() for index in self.selectedIndexes()}
        return self._list[min(rows)] if rows and min(rows) < len(self._list) else None

    def named(self, name: str) -> bool:
        """Whether somebody of that name is on the list, however it is spelled."""
        return any(story.same_name(name, one.employee.name) for one in self._list)
