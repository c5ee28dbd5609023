# SPDX-License-Identifier: EUPL-1.2
"""A file dropped from the desktop on a widget -> its `files_dropped([Path, ...])`; anything else is left to others."""

from pathlib import Path

from PySide6.QtGui import QDragEnterEvent, QDropEvent


class TakesFiles:
    """Mixed into a widget that has `setAcceptDrops(True)`."""

    def files_dropped(self, files: list[Path]) -> None:
        """What is done with them."""
        raise AssertionError("a widget that takes files says what it does with them")

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take files, nothing else."""
        if any(url.isLocalFile() for url in event.mimeData().urls()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Say which files were dropped."""
        files = [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
        if files:
            event.acceptProposedAction()
            self.files_dropped(files)
