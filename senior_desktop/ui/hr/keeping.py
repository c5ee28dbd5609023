# SPDX-License-Identifier: EUPL-1.2
"""Whether HR has a vault, and what is in it -> a card that says whether what was read in is there next time."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout

from senior_desktop.ui.screen import ask_first, button
from senior_desktop.ui.talk.page import Card, label


class KeepingCard(Card):
    """Three states: HR has no vault, has one that is shut, has it open."""

    make = Signal()
    unlock = Signal()
    emptied = Signal()
    pilots = Signal()
    tools = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.told = label("")
        self.body.addWidget(self.told)
        row = QHBoxLayout()
        self.make_it = button(self.tr("Make HR's vault …"), "primary")
        self.make_it.clicked.connect(self.make)
        self.open_it = button(self.tr("Open HR's vault …"))
        self.open_it.clicked.connect(self.unlock)
        self.empty_it = button(self.tr("Empty the vault …"), "quiet")
        self.empty_it.clicked.connect(self._ask)
        self.pilots_button = button(self.tr("Pilot rounds …"))
        self.pilots_button.clicked.connect(self.pilots)
        self.tools_button = button(self.tr("The pack and the tools …"), "primary")
        self.tools_button.clicked.connect(self.tools)
        for one in (self.make_it, self.open_it, self.tools_button, self.pilots_button, self.empty_it):
            row.addWidget(one)
        row.addStretch()
        self.body.addLayout(row)
        self.show_vault(False, False)

    def show_vault(self, is_open: bool, there: bool) -> None:
        """Draw the state; how much is in it is said by `show_kept`."""
        self.make_it.setVisible(not is_open and not there)
        self.open_it.setVisible(not is_open and there)
        self.empty_it.setVisible(is_open)
        for one in (self.pilots_button, self.tools_button):
            one.setVisible(is_open)
        if not is_open and there:
            self.told.setText(self.tr("HR's vault is locked. What you read in now is gone when you close the window."))
        elif not is_open:
            self.told.setText(self.tr("With a vault of HR's own you can make the municipality's pack for the leaders, with texts, plan and meetings. And what you read in is kept here, encrypted; without it, it is gone when you close the window."))

    def show_kept(self, files: int) -> None:
        """How many files lie in the open vault."""
        self.told.setText(self.tr("%n file(s) lie encrypted in HR's vault on this computer.", "", files))
        self.empty_it.setEnabled(files > 0)

    def _ask(self) -> None:
        ask_first(
            self, self.tr("Empty HR's vault?"), self.tr("All files and receipts in it are deleted. You can read them in again, if you have them elsewhere."),
            self.tr("Empty it"), self.tr("Keep them"), self.emptied.emit,
        )  # fmt: skip
