# SPDX-License-Identifier: EUPL-1.2
"""A paper of the story -> a button that asks for a folder and saves it there; `saved` says under which name."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog, QPushButton

from senior_desktop.ui.talk.room import Room


class PaperButton(QPushButton):
    """`save(vault, talk, *given(), folder)` returns the file. first: a step that changes the talk before it is saved."""

    saved = Signal(Path)

    def __init__(
        self, words: str, room: Room, save: Callable[..., Path], given: Callable[[], tuple[Any, ...]] = tuple,
        first: Callable[..., Any] | None = None,
    ) -> None:  # fmt: skip
        super().__init__(words)
        self._room, self._save, self._given, self._first = room, save, given, first
        self.clicked.connect(self._choose_folder)

    def _choose_folder(self) -> None:
        folder = QFileDialog.getExistingDirectory(self, self.tr("Where shall it be saved?"))
        if folder:
            self.save_to(Path(folder))

    def save_to(self, folder: Path) -> None:
        """Save the paper in `folder`."""
        if self._first is not None:
            self._room.do(self._first)
        self._room.ask(self._save, *self._given(), folder, then=self.saved.emit)
