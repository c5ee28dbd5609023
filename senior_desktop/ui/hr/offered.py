# SPDX-License-Identifier: EUPL-1.2
"""Receipts that leaders sent -> who has offered the conversation, beside the numbers HR knows of itself."""

from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtGui import QIntValidator
from PySide6.QtWidgets import QGridLayout, QLineEdit, QWidget

from senior_desktop import story
from senior_desktop.ui.screen import cleared
from senior_desktop.ui.talk.page import Card, label

MOST = 99_999


class OfferedCard(Card):
    """One line a receipt; no employee stands on it, and no figure of a leader's."""

    changed = Signal(str, object)
    """HR's own number of that name, once it is written; None when the box is empty."""

    def __init__(self, *, kept: bool = False) -> None:
        """kept: whether the two numbers are there next time."""
        super().__init__()
        self.body.addWidget(label(self.tr("Who has offered the conversation"), "h2"))
        self.told = label("")
        self.body.addWidget(self.told)
        grid = QGridLayout()
        grid.setColumnStretch(2, 1)
        self.leaders = self._number(grid, 0, self.tr("Leaders who should offer it"))
        self.group = self._number(grid, 1, self.tr("Employees in the group, by your own age statistics"))
        self.body.addLayout(grid)
        for name, box in (("leaders", self.leaders), ("group", self.group)):
            box.editingFinished.connect(lambda name=name, box=box: self.changed.emit(name, int(box.text()) if box.text() else None))
        if kept:
            words = self.tr("The two numbers are yours. They are kept in HR's vault and do not get into any file.")
        else:
            words = self.tr("The two numbers are yours. They are not kept and do not get into any file.")
        self.body.addWidget(label(words, "help"))
        self._rows = QGridLayout()
        self._rows.setColumnStretch(1, 1)
        self._rows.setHorizontalSpacing(24)
        self.body.addLayout(self._rows)
        self._received: Sequence[story.Received] = ()
        self._talks = 0

    def _number(self, grid: QGridLayout, line: int, words: str) -> QLineEdit:
        box = QLineEdit()
        box.setValidator(QIntValidator(0, MOST, box))
        box.setMaximumWidth(120)
        box.setAccessibleName(words)
        title = label(words)
        title.setBuddy(box)
        grid.addWidget(title, line, 0)
        grid.addWidget(box, line, 1)
        box.textChanged.connect(self._tell)
        return box

    def show_numbers(self, kept: Mapping[str, Any]) -> None:
        """Fill in the two numbers that HR wrote before."""
        for name, box in (("leaders", self.leaders), ("group", self.group)):
            box.setText("" if kept.get(name) is None else str(kept[name]))

    def show_received(self, received: Sequence[story.Received], talks: int) -> None:
        """Draw the receipts, newest half-year first; talks: held, in the figures of the newest half-year."""
        self._received, self._talks = [one for one in received if one.receipt is not None], talks
        self.setVisible(bool(self._received))
        cleared(self._rows)
        yes, no = self.tr("All are offered it"), self.tr("Not all yet")
        known, unknown = self.tr("known seal"), self.tr("unknown seal: compare the fingerprint")
        lines = sorted(self._received, key=lambda one: (_said(one).period, _said(one).leader), reverse=True)
        for line, one in enumerate(lines):
            said = _said(one)
            who = ", ".join(filter(None, (said.leader, said.unit)))
            for column, words in enumerate((said.period, who, yes if said.offered else no, known if one.known else unknown)):
                cell: QWidget = label(words, "help" if column == 3 else "")
                self._rows.addWidget(cell, line, column)
        self._tell()

    def _tell(self) -> None:
        if not self._received:
            return
        newest = max(_said(one).period for one in self._received)
        here = [_said(one) for one in self._received if _said(one).period == newest]
        words = [self.tr("%n leader(s) have sent a receipt for %1.", "", len(here)).replace("%1", newest)]
        words.append(self.tr("%n of them have offered it to everybody.", "", sum(one.offered for one in here)))
        leaders, group = (int(box.text() or 0) for box in (self.leaders, self.group))
        if leaders:
            words.append(self.tr("That is %1 of %2 leaders.").replace("%1", str(len(here))).replace("%2", str(leaders)))
        if group and self._talks:
            share = round(100 * self._talks / group)
            told = self.tr("The hand-ins of the half-year hold %n conversation(s): about %1 % of the group.", "", self._talks)
            words.append(told.replace("%1", str(share)))
        self.told.setText(" ".join(words))


def _said(one: story.Received) -> story.Receipt:
    assert one.receipt is not None  # those without were left out above
    return one.receipt
