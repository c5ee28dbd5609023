# SPDX-License-Identifier: EUPL-1.2
"""An erasure that is done -> its receipt on the screen, without a name; it can be saved."""

from pathlib import Path
from typing import Any

from PySide6.QtWidgets import QFileDialog, QMessageBox, QWidget

from senior_desktop import access
from senior_desktop.ui.work import Work


class GoneBox(QMessageBox):
    """What was deleted, in numbers, and how long it may live on in copies."""

    def __init__(self, receipt: Any, work: Work, language: str, parent: QWidget) -> None:
        super().__init__(QMessageBox.Icon.Information, "Seniorsamtale", access.erased_in_words(receipt, language)[0], parent=parent)
        self._receipt, self._work, self._language = receipt, work, language
        self.setInformativeText("\n".join(access.erased_in_words(receipt, language)[1:]))
        self.save = self.addButton(self.tr("Save the receipt …"), QMessageBox.ButtonRole.ActionRole)
        self.addButton(QMessageBox.StandardButton.Ok)
        self.buttonClicked.connect(lambda button: self._choose() if button is self.save else None)

    def _choose(self) -> None:
        name = QFileDialog.getExistingDirectory(self.parentWidget(), self.tr("Save the receipt"))
        if name:
            self.save_to(Path(name))

    def save_to(self, folder: Path) -> None:
        """The receipt as PDF in `folder`."""
        self._work.do(access.save_erased, self._receipt, folder, self._language)
