# SPDX-License-Identifier: EUPL-1.2
"""The vault -> the leader's staff list by name: add somebody, read a file in, offer the talk to one at a time."""

from datetime import date
from pathlib import Path

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QFileDialog,
    QGridLayout,
    QHBoxLayout,
    QLineEdit,
    QMessageBox,
    QWidget,
)

from senior_desktop import story
from senior_desktop.conversation.history import SAYS_SO
from senior_desktop.conversation.staff import Employee, Reader, hours
from senior_desktop.conversation.staff_file import Cells
from senior_desktop.conversation.template import shipped
from senior_desktop.ui import keyboard
from senior_desktop.ui.drop import DropZone
from senior_desktop.ui.screen import Screen, button
from senior_desktop.ui.start.staff_import import ImportCard
from senior_desktop.ui.start.staff_rows import StaffTable
from senior_desktop.ui.talk.page import Card, label
from senior_desktop.ui.theme import TEXT_COLUMN
from senior_desktop.ui.work import Work

WIDEST = round(TEXT_COLUMN * 1.25)


class StaffPage(Screen):
    """`opened(talk)` when a talk was offered or is opened."""

    opened = Signal(object)

    def __init__(self, vault: story.Vault, work: Work, language: str) -> None:
        super().__init__(
            self.tr("Staff list"),
            self.tr("The people you may offer the conversation. The list stands by name, is kept encrypted on this computer, and holds no age."),
            work, language, WIDEST,
        )
        self._vault = vault
        self.groups = {one.code: one.said(language) for one in shipped().question("a04").options}
        self.count = label("", "help")
        self.column.addWidget(self.count)
        self.table = StaffTable(self.groups, self._today())
        self.table.itemSelectionChanged.connect(self._weigh)
        self.table.itemActivated.connect(lambda _: self.act())
        self.column.addWidget(self.table)
        self.column.addWidget(self._buttons())
        self.reading = self._file_card()
        self.column.addWidget(self.reading)
        self.column.addWidget(self._hand_card())
        self.column.addStretch(1)
        self.load()

    def _today(self) -> date:
        return self._vault.now().date()

    def _buttons(self) -> QWidget:
        self.below = QWidget()
        row = QHBoxLayout(self.below)
        row.setContentsMargins(0, 0, 0, 0)
        self.offer = button(self.tr("Offer the conversation"), "primary")
        self.offer.clicked.connect(self.act)
        self.group = button(self.tr("Put in the group"))
        self.group.clicked.connect(self._switch_group)
        self.remove = button(self.tr("Take off the list"), "quiet")
        self.remove.clicked.connect(self._ask_remove)
        for one in (self.offer, self.group, self.remove):
            row.addWidget(one)
        row.addStretch(1)
        return self.below

    def _file_card(self) -> Card:
        card = Card()
        card.body.addWidget(label(self.tr("Read a list in"), "h2"))
        card.body.addWidget(label(
            self.tr("A spreadsheet (.xlsx) or a CSV file with at least a name in each row. A year of birth decides only who is in the group, and is then forgotten. You see everything before it is kept."),
            "help",
        ))
        self.drop = DropZone(self.tr("Drop the file here, or"), self.tr("Choose a file …"))
        self.drop.button.clicked.connect(self._choose)
        self.drop.dropped.connect(lambda files: self.read_file(files[0]))
        card.body.addWidget(self.drop)
        self.importing = ImportCard(self.groups)
        self.importing.taken.connect(self._take_in)
        self.importing.dropped.connect(self._shut)
        self.importing.hide()
        card.body.addWidget(self.importing)
        return card

    def _hand_card(self) -> Card:
        card = Card()
        card.body.addWidget(label(self.tr("Add one person"), "h2"))
        grid = QGridLayout()
        grid.setHorizontalSpacing(24)
        self.name, self.title, self.hours, self.job = QLineEdit(), QLineEdit(), QLineEdit(), QComboBox()
        self.job.addItem(self.tr("Not filled in"), None)
        for code, words in self.groups.items():
            self.job.addItem(words, code)
        for place, (field, words) in enumerate((
            (self.name, self.tr("Name")), (self.title, self.tr("Job title")), (self.job, self.tr("Job group")), (self.hours, self.tr("Weekly hours")),
        )):
            title = label(words, "fact")
            title.setBuddy(field)
            field.setAccessibleName(words)
            grid.addWidget(title, place // 2 * 2, place % 2)
            grid.addWidget(field, place // 2 * 2 + 1, place % 2)
        self.name.setMaxLength(120)
        self.title.setMaxLength(120)
        card.body.addLayout(grid)
        self.in_group = QCheckBox(self.tr("In the group that is offered the conversation"))
        self.in_group.setChecked(True)
        card.body.addWidget(self.in_group)
        self.hint = label("", "help")
        self.hint.hide()
        card.body.addWidget(self.hint)
        self.add = button(self.tr("Add to the list"))
        self.add.setEnabled(False)
        self.add.clicked.connect(self.add_one)
        self.name.textChanged.connect(lambda text: self.add.setEnabled(any(map(str.isalpha, text))))
        self.name.returnPressed.connect(self.add.click)
        card.body.addWidget(self.add, 0, Qt.AlignmentFlag.AlignLeft)
        return card

    # -- the list ------------------------------------------------------------------------------------------------------

    def load(self) -> None:
        """Read the list anew."""
        self._work.do(story.staff_list, self._vault, then=lambda found: None if self._gone else self._show(found))

    def _show(self, found: tuple[story.Listed, ...]) -> None:
        self.table.show_list(found)
        for one in (self.table, self.below):
            one.setVisible(bool(found))
        waiting = sum(one.employee.in_group and one.talk is None for one in found)
        if not found:
            self.count.setText(self.tr("Nobody is on the list yet."))
        elif waiting:
            self.count.setText(self.tr("%n in the group have not been offered the conversation yet.", "", waiting))
        else:
            self.count.setText(self.tr("Everybody in the group has been offered the conversation."))
        self._weigh()

    def _weigh(self) -> None:
        """What may be done with the chosen one."""
        one = self.table.chosen()
        for control in (self.offer, self.group, self.remove):
            control.setEnabled(one is not None)
        if one is None:
            return
        self.offer.setText(self._deed(one))
        self.offer.setAccessibleName(f"{self.offer.text()}: {one.employee.name}")
        self.group.setText(self.tr("Take out of the group") if one.employee.in_group else self.tr("Put in the group"))
        self.group.setAccessibleName(self.group.text())
        self.remove.setVisible(one.talk is None)

    def _deed(self, one: story.Listed) -> str:
        if one.talk is None:
            return self.tr("Offer the conversation")
        if not one.may_offer:
            return self.tr("Open the conversation")
        if one.talk.code("a11") == SAYS_SO:
            return self.tr("Has asked for it")
        return self.tr("Offer a new conversation")

    def act(self) -> None:
        """Offer the talk to the chosen one, or open the one under way."""
        one = self.table.chosen()
        if one is not None:
            self.do(story.offer, self._vault, one.employee.id, self.language, then=self.opened.emit)

    def _switch_group(self) -> None:
        one = self.table.chosen()
        if one is not None:
            self.do(story.in_the_group, self._vault, one.employee.id, not one.employee.in_group, then=lambda _: self.load())

    def _ask_remove(self) -> None:
        one = self.table.chosen()
        if one is None:
            return
        box = QMessageBox(QMessageBox.Icon.Question, "Seniorsamtale", self.tr("Take this person off the list?"), parent=self)
        box.setInformativeText(self.tr("What the list holds about them is erased from this computer."))
        yes = box.addButton(self.tr("Take off the list"), QMessageBox.ButtonRole.DestructiveRole)
        box.addButton(QMessageBox.StandardButton.Cancel)
        box.buttonClicked.connect(lambda pressed: self.take_off(one.employee.id) if pressed is yes else None)
        box.open()

    def take_off(self, person_id: str) -> None:
        """Forget somebody who has no talk, without asking again."""
        self.do(story.take_off, self._vault, person_id, then=lambda _: self.load())

    # -- one by hand ---------------------------------------------------------------------------------------------------

    def add_one(self) -> None:
        """Keep what is written; of somebody known by that name it is said, and asked for once more."""
        weekly = hours(self.hours.text())
        if weekly is None:
            self._hint(self.tr("Write the hours as a number, for example 32.5"))
            return
        known = self.table.named(self.name.text())
        if known and self.hint.text() != self._twice():
            self._hint(self._twice())
            return
        one = Employee("", self.name.text(), self.in_group.isChecked(), self.title.text(), self.job.currentData(), weekly)
        self.do(story.take_in, self._vault, (one,), then=lambda _: self._added())

    def _twice(self) -> str:
        return self.tr("Somebody of that name is on the list. Press again to add another person of the same name.")

    def _hint(self, words: str) -> None:
        self.hint.setText(words)
        self.hint.setVisible(bool(words))

    def _added(self) -> None:
        self._hint("")
        for box in (self.name, self.title, self.hours):
            box.clear()
        self.job.setCurrentIndex(0)
        self.name.setFocus()
        self.load()

    # -- from a file ---------------------------------------------------------------------------------------------------

    def _choose(self) -> None:
        name, _ = QFileDialog.getOpenFileName(self, self.tr("Choose the list"), "", "CSV, XLSX (*.csv *.txt *.xlsx)")
        if name:
            self.read_file(Path(name))

    def read_file(self, file: Path) -> None:
        """Show what is in `file`; nothing is kept before the user says so."""
        self._shut()
        self.do(self._read, file, then=self._preview, meanwhile=self.tr("Reading …"))

    def _read(self, file: Path) -> tuple[Cells, Reader]:
        return story.read_staff_file(file), story.staff_reader(self._vault)

    def _preview(self, found: tuple[Cells, Reader]) -> None:
        cells, reader = found
        self.drop.hide()
        self.importing.show_cells(cells, reader)
        keyboard.ready(self.importing)
        self.importing.show()
        self.importing.change.setFocus()
        # When it is laid out: the preview begins at the top of the screen.
        QTimer.singleShot(0, self, lambda: self.verticalScrollBar().setValue(self.reading.y()))

    def _take_in(self, employees: tuple[Employee, ...]) -> None:
        self.do(story.take_in, self._vault, employees, then=self._taken)

    def _taken(self, many: int) -> None:
        self._shut()
        self.say(self.tr("✓ %n person(s) are on the list now", "", many))
        self.load()
        self.verticalScrollBar().setValue(0)

    def _shut(self) -> None:
        """Forget the file."""
        self.importing.forget()
        self.importing.hide()
        self.drop.show()
