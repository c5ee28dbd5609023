# SPDX-License-Identifier: EUPL-1.2
"""The days there is a copy of -> a card that says so, and saves one where the user wishes."""

from datetime import date
from pathlib import Path
from typing import Any

from PySide6.QtCore import QLocale, Qt
from PySide6.QtWidgets import QFileDialog

from senior_desktop import backups
from senior_desktop.ui.screen import Screen, button
from senior_desktop.ui.talk.page import Card, label


class CopiesCard(Card):
    """Daily copies happen by themselves; this one is for a place that a broken disk does not take along."""

    def __init__(self, screen: Screen, vault: Any) -> None:
        super().__init__()
        self._screen, self._vault = screen, vault
        self.body.addWidget(label(self.tr("Copies"), "h2"))
        self.told = label("")
        self.body.addWidget(self.told)
        self.body.addWidget(label(self.tr("Save one elsewhere now and then, for example on your own network drive. It is encrypted and opens with your passphrase or your recovery sheet of today. It is yours to delete."), "help"))
        self.save = button(self.tr("Save a copy …"))
        self.save.clicked.connect(self._choose)
        self.body.addWidget(self.save, 0, Qt.AlignmentFlag.AlignLeft)
        self.load()

    def load(self) -> None:
        """Find out which copies there are."""
        self._screen.do(backups.copies, self._vault, then=self._show)

    def _show(self, days: tuple[date, ...]) -> None:
        if days:
            day = QLocale().toString(days[0], QLocale.FormatType.LongFormat)
            self.told.setText(self.tr("%n daily cop(y/ies) lie beside the conversations, the newest of %1.", "", len(days)).replace("%1", day))
        else:
            self.told.setText(self.tr("There is no daily copy yet. One is made the next time you open the conversations."))

    def _choose(self) -> None:
        name, _ = QFileDialog.getSaveFileName(self, self.tr("Save a copy"), f"seniorsamtale-{date.today().isoformat()}.seniorbackup", "(*.seniorbackup)")
        if name:
            self.save_to(Path(name))

    def save_to(self, file: Path) -> None:
        """Save a copy as `file`; it is looked at from end to end before it bears the name."""
        self.save.setEnabled(False)
        self._screen.do(
            backups.save_copy, self._vault, file, then=self._saved, meanwhile=self.tr("Saving and looking at the copy …"),
            failed=lambda: self.save.setEnabled(True),
        )  # fmt: skip

    def _saved(self, file: Path) -> None:
        self.save.setEnabled(True)
        self._screen.say(self.tr("✓ Saved, and every page looked at: %1").replace("%1", file.name))
        self._screen.ensureWidgetVisible(self._screen.state)
