# SPDX-License-Identifier: EUPL-1.2
"""An open vault -> where one keeps house: is all whole, copies, keys, the log, moving to another computer."""

from typing import Any

from PySide6.QtCore import Qt, Signal

from senior_desktop.ui.safe.health import HealthCard
from senior_desktop.ui.screen import Screen, button
from senior_desktop.ui.settings.copies import CopiesCard
from senior_desktop.ui.talk.page import label
from senior_desktop.ui.work import Work


class SafePage(Screen):
    """`keys()`, `log()`, `move()`: the pages of their own. `restore(file)`: a copy, or None for any."""

    keys = Signal()
    log = Signal()
    move = Signal()
    restore = Signal(object)

    def __init__(self, vault: Any, work: Work, language: str) -> None:
        super().__init__(self.tr("Keys and copies"), self.tr("How the conversations are kept safe."), work, language)
        self.health = HealthCard(self, vault)
        self.health.restore.connect(self.restore)
        self.column.addWidget(self.health)
        self.copies = CopiesCard(self, vault)
        self.column.addWidget(self.copies)
        self.doors = {}
        for name, title, help_text, signal in (
            ("keys", self.tr("Keys"), self.tr("Change the passphrase, make a new recovery sheet, or change all keys when somebody may know an old one."), self.keys),
            ("log", self.tr("The log"), self.tr("Who opened, printed, saved and deleted what, and when."), self.log),
            ("restore", self.tr("Restore from a copy"), self.tr("The conversations are shut first. What lies here now is moved aside."), self.restore),
            ("move", self.tr("Move to a new computer"), self.tr("Three steps. What waits for HR goes along."), self.move),
        ):
            card = self.card(title)
            card.body.addWidget(label(help_text, "help"))
            door = self.doors[name] = button(self.tr("Open …"), name=self.tr("Open: %1").replace("%1", title))
            door.clicked.connect(lambda _=False, one=signal: one.emit(None) if one is self.restore else one.emit())
            card.body.addWidget(door, 0, Qt.AlignmentFlag.AlignLeft)
        self.column.addStretch(1)
