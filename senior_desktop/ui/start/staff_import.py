# SPDX-License-Identifier: EUPL-1.2
"""The cells of a file -> a preview with what is wrong in each row, the columns as the user says; then employees to keep.

The cells live here alone and only as long as the preview stands.
"""

from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QCheckBox,
    QComboBox,
    QGridLayout,
    QHBoxLayout,
    QHeaderView,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from senior_desktop.conversation.staff import (
    KEEPS_OUT,
    Employee,
    Fault,
    Field,
    Layout,
    Line,
    Reader,
    Remark,
    lines,
    suggested,
    unread,
)
from senior_desktop.conversation.staff_file import Cells, letter
from senior_desktop.ui.screen import button
from senior_desktop.ui.talk.page import label

TALLEST = 10
"""Rows that are seen at once."""

ROW, NAME, JOB, HOURS, CHOSEN, REMARK = range(6)

WIDE = 14
"""Of name and job, in letters M; what is longer is seen in full when pointed at."""


class ImportCard(QWidget):
    """`taken((Employee, ...))` when the user keeps the ticked rows; `dropped()` when none."""

    taken = Signal(object)
    dropped = Signal()

    def __init__(self, groups: dict[int, str]) -> None:
        """groups: the words of each job group."""
        super().__init__()
        self._groups = groups
        self._cells: Cells | None = None
        self._reader: Reader | None = None
        self.layout_now = Layout(0, {})
        self.shown: tuple[Line, ...] = ()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(label(self.tr("Nothing is kept yet. Look through the rows, and take the tick off those that are not to come."), "fact"))
        self.columns = self._columns()
        self.change = button(self.tr("Choose columns"), "quiet")
        self.change.setCheckable(True)
        self.change.toggled.connect(self.columns.setVisible)
        column.addWidget(self.change, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self.columns)
        self.count, self.left_out = label("", "help"), label("", "help")
        column.addWidget(self.count)
        self.table = self._table()
        column.addWidget(self.table)
        column.addWidget(self.left_out)
        row = QHBoxLayout()
        self.take = button(self.tr("Put the ticked ones on the list"), "primary")
        self.take.clicked.connect(lambda: self.taken.emit(self.ticked()))
        self.drop = button(self.tr("Leave the file"))
        self.drop.clicked.connect(self.dropped)
        row.addWidget(self.take)
        row.addWidget(self.drop)
        row.addStretch(1)
        column.addLayout(row)

    def _columns(self) -> QWidget:
        holder = QWidget()
        grid = QGridLayout(holder)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(24)
        self.boxes: dict[Field, QComboBox] = {}
        for place, (field, words) in enumerate((
            (Field.NAME, self.tr("Name")), (Field.FIRST, self.tr("First name, where it stands alone")),
            (Field.LAST, self.tr("Last name, where it stands alone")), (Field.TITLE, self.tr("Job title")), (Field.GROUP, self.tr("Job group")),
            (Field.HOURS, self.tr("Weekly hours")), (Field.BORN, self.tr("Year of birth or age (not kept)")),
            (Field.IN_GROUP, self.tr("In the group: yes or no")),
        )):
            box = self.boxes[field] = QComboBox()
            box.setAccessibleName(words)
            box.activated.connect(self._said_columns)
            title = label(words, "fact")
            title.setBuddy(box)
            grid.addWidget(title, place // 2 * 2, place % 2)
            grid.addWidget(box, place // 2 * 2 + 1, place % 2)
        self.headed = QCheckBox(self.tr("The first row holds headings"))
        self.headed.toggled.connect(self._said_columns)
        grid.addWidget(self.headed, 8, 0, 1, 2)
        holder.hide()
        return holder

    def _table(self) -> QTableWidget:
        table = QTableWidget(0, 6)
        table.setHorizontalHeaderLabels([
            self.tr("Row"), self.tr("Name"), self.tr("Job"), self.tr("Hours"), self.tr("In the group"), self.tr("Remark"),
        ])
        table.setAccessibleName(self.tr("What stands in the file"))
        table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        table.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        table.setTabKeyNavigation(False)
        table.setShowGrid(False)
        table.verticalHeader().hide()
        header = table.horizontalHeader()
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setSectionsClickable(False)
        for column in (ROW, HOURS, CHOSEN):
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.ResizeToContents)
        for column in (NAME, JOB):
            table.setColumnWidth(column, WIDE * self.fontMetrics().horizontalAdvance("M"))
        header.setSectionResizeMode(REMARK, QHeaderView.ResizeMode.Stretch)
        table.setColumnHidden(JOB, self.fontInfo().pixelSize() >= 20)  # large type: what is to be done comes before what is known
        table.itemChanged.connect(self._tell)
        return table

    # -- what is shown -------------------------------------------------------------------------------------------------

    def show_cells(self, cells: Cells, reader: Reader) -> None:
        """Begin with the columns that the headings say; without any, the user is asked at once."""
        self._cells, self._reader = cells, reader
        self.layout_now = suggested(cells)
        top = cells.rows[max(0, self.layout_now.heading - 1)]
        for field, box in self.boxes.items():
            box.clear()
            box.addItem(self.tr("None"), None)
            for column in range(cells.width):
                word = top[column] if column < len(top) else ""
                box.addItem(f"{letter(column)}  {word[:30]}", column)
            box.setCurrentIndex(max(0, box.findData(self.layout_now.columns.get(field, -1))))
        self.headed.blockSignals(True)
        self.headed.setChecked(self.layout_now.heading > 0)
        self.headed.blockSignals(False)
        self.change.setChecked(not self.layout_now.enough)
        self._draw()

    def forget(self) -> None:
        """Let go of everything the file held."""
        self._cells, self._reader, self.shown, self.layout_now = None, None, (), Layout(0, {})
        self.table.setRowCount(0)
        for box in self.boxes.values():
            box.clear()

    def _said_columns(self) -> None:
        """The user's own choice of columns is in force."""
        columns = {field: box.currentData() for field, box in self.boxes.items() if box.currentData() is not None}
        heading = (suggested(self._cells).heading if self._cells is not None else 0) or 1
        self.layout_now = Layout(heading if self.headed.isChecked() else 0, columns)
        self._draw()

    def _draw(self) -> None:
        if self._cells is None or self._reader is None:
            return
        self.shown = lines(self._cells, self.layout_now, self._reader)
        self.table.blockSignals(True)
        self.table.setRowCount(len(self.shown))
        for place, line in enumerate(self.shown):
            self._row(place, line)
        self.table.blockSignals(False)
        self.table.setVisible(bool(self.shown))
        self._fit()
        unused = unread(self._cells, self.layout_now)
        self.left_out.setText(self.tr("Not read, and not kept: column %1.").replace("%1", ", ".join(unused)))
        self.left_out.setVisible(bool(unused) and self.layout_now.enough)
        self._tell()

    def _fit(self) -> None:
        """Qt's own row height does not know the padding of the style sheet, and would cut the remark."""
        room, metrics = self.table.columnWidth(REMARK) - 2 * 14, self.table.fontMetrics()
        tall = []
        for place in range(self.table.rowCount()):
            words = self.table.item(place, REMARK).text() or " "
            tall.append(metrics.boundingRect(0, 0, room, 10_000, Qt.TextFlag.TextWordWrap, words).height() + 2 * 10)
            self.table.setRowHeight(place, tall[-1])
        self.table.setFixedHeight(self.table.horizontalHeader().sizeHint().height() + sum(tall[:TALLEST]) + 4)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The remarks wrap anew."""
        super().resizeEvent(event)
        self._fit()

    def _row(self, place: int, line: Line) -> None:
        one = line.employee
        # Of a row that cannot come only that: what else is amiss with it is no matter.
        said = " ".join(self._sentence(remark, line) for remark in line.remarks if line.may_come or remark.fault in KEEPS_OUT)
        job = ", ".join(filter(None, (one.title, self._groups.get(one.group or 0, ""))))
        weekly = one.hours.replace(".", self.locale().decimalPoint())
        cells = (str(line.number), one.name, job, weekly, "", said)
        for column, words in enumerate(cells):
            item = QTableWidgetItem(words)
            item.setToolTip(words if column in (NAME, JOB) else "")
            flags = Qt.ItemFlag.ItemIsEnabled
            if column in (ROW, CHOSEN) and line.may_come:
                on = line.comes if column == ROW else one.in_group
                item.setCheckState(Qt.CheckState.Checked if on else Qt.CheckState.Unchecked)
                flags |= Qt.ItemFlag.ItemIsUserCheckable
                told = self.tr("Row %1: comes along") if column == ROW else self.tr("Row %1: in the group")
                item.setData(Qt.ItemDataRole.AccessibleTextRole, told.replace("%1", str(line.number)))
            item.setFlags(flags)
            self.table.setItem(place, column, item)

    def _sentence(self, remark: Remark, line: Line) -> str:
        match remark.fault:
            case Fault.NO_NAME:
                words = self.tr("Row %1 has no name and cannot come along.")
            case Fault.LONG:
                words = self.tr("The name in row %1 is too long.")
            case Fault.FORMULA:
                words = self.tr("Row %1 has a formula in column %2. Write the value itself in the file.")
            case Fault.TWO_OF_THAT_NAME:
                words = self.tr("Row %1: two on the list have that name. Change them on the list itself.")
            case Fault.AGAIN:
                words = self.tr("Row %1 has the same name as row %2. Put a tick if it is another person.")
            case Fault.KNOWN:
                words = self.tr("Row %1 is on the list already and is brought up to date.")
            case Fault.BORN:
                words = self.tr("Row %1: the year of birth is missing or cannot be read. Put a tick if the person is in the group.")
            case Fault.GROUP:
                words = self.tr("Row %1: the job group is not known and is left open.")
            case Fault.HOURS:
                words = self.tr("Row %1: the hours cannot be read and are left open.")
        return words.replace("%1", str(line.number)).replace("%2", remark.column or str(remark.other))

    def _tell(self) -> None:
        """How many come along."""
        many = len(self.ticked())
        if not self.layout_now.enough:
            self.count.setText(self.tr("Say which column holds the name."))
        else:
            self.count.setText(self.tr("%n row(s) come along.", "", many))
        self.take.setEnabled(many > 0)

    def ticked(self) -> tuple[Employee, ...]:
        """Those that are to come along, as they are ticked now."""
        return tuple(
            replace(line.employee, in_group=self._on(place, CHOSEN))
            for place, line in enumerate(self.shown) if line.may_come and self._on(place, ROW)
        )

    def _on(self, place: int, column: int) -> bool:
        item = self.table.item(place, column)
        return item is not None and item.checkState() is Qt.CheckState.Checked
