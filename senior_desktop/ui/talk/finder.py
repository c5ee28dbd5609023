# SPDX-License-Identifier: EUPL-1.2
"""A need typed in the employee's words -> the measures that may meet it, with cost and who decides; one is `chosen`.

What is typed here is not stored.
"""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QHBoxLayout,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from senior_desktop import story
from senior_desktop.conversation.catalogue import Measure, told_of
from senior_desktop.conversation.conversation import Conversation
from senior_desktop.conversation.search import find
from senior_desktop.ui.talk.page import label
from senior_desktop.ui.talk.room import Room
from senior_desktop.ui.talk.terms import terms

ROWS_SHOWN = 4
"""So many measures are seen at a time; the list scrolls."""


class Finder(QWidget):
    """A search line, the measures, and the ways to a new row."""

    chosen = Signal(object)
    """The Measure to add."""
    own_words = Signal()

    def __init__(self, room: Room) -> None:
        super().__init__()
        self._room = room
        self._shown: tuple[Measure, ...] = ()
        self.need = QLineEdit()
        self.need.setAccessibleName(self.tr("What do you need?"))
        self.need.setPlaceholderText(self.tr("For example: tired after night shifts"))
        self.need.setClearButtonEnabled(True)
        self.need.textChanged.connect(lambda _: self._search())
        self.need.returnPressed.connect(self._into_list)
        self.all = QCheckBox(self.tr("Show all"))
        self.all.setAccessibleName(self.tr("Show all measures, not only those usual in this job group"))
        self.all.toggled.connect(lambda _: self._search())
        top = QHBoxLayout()
        top.addWidget(self.need, 1)
        top.addWidget(self.all)
        self.list = QListWidget()
        self.list.setAccessibleName(self.tr("Measures in the catalogue"))
        self.list.setObjectName("measures")
        self.list.setWordWrap(True)
        self.list.setTextElideMode(Qt.TextElideMode.ElideNone)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setSpacing(2)
        self.list.setFixedHeight(round(room.base * 3.4) * ROWS_SHOWN)
        self.list.itemActivated.connect(lambda _: self._add())
        self.list.itemSelectionChanged.connect(self._stand)
        self.about = label("", "help")
        self.about.hide()
        self.nothing = label(
            self.tr("We found nothing that fits. Write it in your own words – that counts just as much."), "help"
        )
        self.add = QPushButton(self.tr("Add the measure"))
        self.add.setEnabled(False)
        self.add.clicked.connect(self._add)
        self.own = QPushButton(self.tr("In our own words"))
        self.own.clicked.connect(self.own_words)
        ways = QHBoxLayout()
        ways.addWidget(self.add)
        ways.addWidget(self.own)
        ways.addStretch()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(top)
        column.addWidget(self.list)
        column.addWidget(self.about)
        column.addWidget(self.nothing)
        column.addLayout(ways)
        self._drawn: tuple[object, ...] = ()

    def show_talk(self, talk: Conversation) -> None:
        """Draw anew when the job group or what can be offered has changed."""
        known = (talk.code("a04"), tuple(sorted(talk.mandate.items())))
        if known != self._drawn:
            self._drawn = known
            self._search()

    def _search(self) -> None:
        talk, language = self._room.talk, self._room.language
        job, need = talk.code("a04"), self.need.text()
        usual = find(self._room.catalogue, need, language, talk.mandate, job)
        everything = find(self._room.catalogue, need, language, talk.mandate)
        self.all.setVisible(len(usual) < len(everything) or self.all.isChecked())
        self._shown = everything if self.all.isChecked() else usual
        self.list.clear()
        for one in self._shown:
            item = QListWidgetItem(f"{one.title.said(language)} – {one.text.said(language)}\n{terms(one)}")
            item.setData(Qt.ItemDataRole.UserRole, one.code)
            self.list.addItem(item)
        self.list.setVisible(bool(self._shown))
        self.nothing.setVisible(not self._shown)
        self.add.setEnabled(False)

    def _stand(self) -> None:
        """More about the measure one stands on: an example, and what the municipality says of it."""
        rows = self.list.selectedIndexes()
        lines = told_of(self._shown[rows[0].row()], story.words(self._room.language), self._room.language) if rows else ()
        self.about.setText("\n".join(lines))
        self.about.setVisible(bool(lines))
        self.add.setEnabled(bool(rows))

    def _into_list(self) -> None:
        if self._shown:
            self.list.setFocus()
            self.list.setCurrentRow(0)
        else:
            self.own.setFocus()

    def pick(self, code: str) -> None:
        """Stand on the measure of that code, if it is shown."""
        self.list.setCurrentRow([one.code for one in self._shown].index(code))

    def _add(self) -> None:
        rows = self.list.selectedIndexes()
        if rows:
            measure = self._shown[rows[0].row()]
            self.need.clear()
            self.list.clearSelection()
            self.chosen.emit(measure)
