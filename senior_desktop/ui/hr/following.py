# SPDX-License-Identifier: EUPL-1.2
"""A folder the user chooses -> followed until it is stopped; the row says so, and when it cannot be reached."""

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QWidget

from senior_desktop.ui.hr.watched import WatchedFolder
from senior_desktop.ui.screen import button
from senior_desktop.ui.talk.page import label
from senior_desktop.ui.work import Work


class FollowingRow(QWidget):
    """One button and one line."""

    chosen = Signal(object)
    """The folder as text, or None when it is followed no longer."""

    def __init__(self, work: Work) -> None:
        super().__init__()
        self.watched = WatchedFolder(work, self)
        self.watched.reachable.connect(self._reachable)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        self.button = button(self.tr("Follow a folder …"))
        self.button.clicked.connect(self._clicked)
        self.told = label(self.tr("New files in the folder are then read in by themselves."), "help")
        row.addWidget(self.button)
        row.addWidget(self.told, 1)

    def follow(self, folder: Path) -> None:
        """Follow `folder` until the button is pressed or the window is left."""
        self.button.setText(self.tr("Stop following"))
        self.watched.follow(folder)
        self._reachable(True)

    def _clicked(self) -> None:
        if self.watched.folder is not None:
            self.watched.follow(None)
            self.button.setText(self.tr("Follow a folder …"))
            self.told.setText(self.tr("New files in the folder are then read in by themselves."))
            self.chosen.emit(None)
            return
        name = QFileDialog.getExistingDirectory(self, self.tr("Follow a folder"))
        if name:
            self.follow(Path(name))
            self.chosen.emit(name)

    def _reachable(self, there: bool) -> None:
        folder = self.watched.folder
        if folder is None:
            return
        words = self.tr("Following “%1”. New files are read in by themselves.") if there else self.tr("“%1” cannot be read just now. It is tried again by itself.")
        self.told.setText(words.replace("%1", folder.name))
