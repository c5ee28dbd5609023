# SPDX-License-Identifier: EUPL-1.2
"""Files dropped from the desktop, or chosen with the button -> `dropped([Path, ...])`."""

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QPushButton, QVBoxLayout, QWidget

from senior_desktop.ui.screen import button
from senior_desktop.ui.takes_files import TakesFiles
from senior_desktop.ui.talk.page import label


class DropZone(TakesFiles, QFrame):
    """A dashed field; the button in it does the same for the keyboard."""

    dropped = Signal(list)

    def __init__(self, words: str, choose: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("drop")
        self.setAcceptDrops(True)
        self.button: QPushButton = button(choose, "primary")
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 28, 24, 28)
        column.setSpacing(16)
        text = label(words, "help")
        text.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        column.addWidget(text)
        column.addWidget(self.button, 0, Qt.AlignmentFlag.AlignHCenter)

    def files_dropped(self, files: list[Path]) -> None:
        """Say which files were dropped."""
        self.dropped.emit(files)
