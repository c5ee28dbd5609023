# SPDX-License-Identifier: EUPL-1.2
"""An open vault -> "Flyt til ny computer": three steps, with the file for the new one in the first."""

from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog

from senior_desktop import safekeeping
from senior_desktop.ui.screen import Screen, button
from senior_desktop.ui.talk.page import label
from senior_desktop.ui.work import Work

FILE = "seniorsamtale-flyt.seniorbackup"


class MovePage(Screen):
    """From then on the new computer alone hands in to HR, so that nobody counts twice."""

    def __init__(self, vault: Any, work: Work, language: str) -> None:
        super().__init__(self.tr("Move to a new computer"), self.tr("Everything goes along: conversations, papers, your signing key, and what waits for HR."), work, language)
        self._vault = vault
        first = self.card(self.tr("1. Save the file for the move"))
        first.body.addWidget(label(self.tr("It is encrypted and opens with your passphrase or your recovery sheet of today. A USB stick or your own network drive will do. From then on this computer hands nothing in to HR: the new one does."), "help"))
        self.save = button(self.tr("Save the file …"), "primary")
        self.save.clicked.connect(self._choose)
        first.body.addWidget(self.save, 0, Qt.AlignmentFlag.AlignLeft)
        self.moved = label("", "note")
        self.moved.hide()
        first.body.addWidget(self.moved)
        second = self.card(self.tr("2. Open it on the new computer"))
        second.body.addWidget(label(self.tr("Install Seniorsamtale there. On its first page choose \"Restore from a copy\" and the file. You choose a passphrase for the new computer and get a new recovery sheet; the old ones do not open it."), "help"))
        third = self.card(self.tr("3. Tidy up here"))
        third.body.addWidget(label(self.tr("When all is there: delete the file of the move, and delete the conversations here one by one, or let IT wipe this computer. If the move failed, nothing is lost: restore the file here, and this computer hands in again."), "help"))
        self.column.addStretch(1)
        self.do(safekeeping.moved, vault, then=self._show)

    def _show(self, at: str) -> None:
        self.moved.setText(self.tr("A file for the move was saved on %1.").replace("%1", at[:10]))
        self.moved.setVisible(bool(at))

    def _choose(self) -> None:
        name, _ = QFileDialog.getSaveFileName(self, self.tr("Save the file for the move"), FILE, "(*.seniorbackup)")
        if name:
            self.save_to(Path(name))

    def save_to(self, file: Path) -> None:
        """Save all of it as `file`; looked at from end to end before it bears the name."""
        self.save.setEnabled(False)
        self.do(
            safekeeping.move, self._vault, file, then=self._saved, meanwhile=self.tr("Saving and looking at the file …"),
            failed=lambda: self.save.setEnabled(True),
        )  # fmt: skip

    def _saved(self, file: Path) -> None:
        self.save.setEnabled(True)
        self.say(self.tr("✓ Saved, and every page looked at: %1").replace("%1", file.name))
        self._work.do(safekeeping.moved, self._vault, then=self._show)
