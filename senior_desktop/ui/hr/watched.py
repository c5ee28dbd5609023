# SPDX-License-Identifier: EUPL-1.2
"""A folder that leaders' files come to -> each new file, once it is wholly there, as `came([Path, ...])`.

A file counts as whole when its size and time are the same at two looks: one that is still being copied would be refused.
"""

from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal

from senior_desktop.ui.work import Work

ENDINGS = (".csv", ".pdf")
EVERY = 2_000
"""Milliseconds between two looks. Asked for, not told: a network drive tells nobody of what others put there."""

Stamp = tuple[int, int]


class WatchedFolder(QObject):
    """Looks on the worker, so that a slow drive never holds the window."""

    came = Signal(list)
    reachable = Signal(bool)

    def __init__(self, work: Work, parent: QObject) -> None:
        super().__init__(parent)
        self._work = work
        self.folder: Path | None = None
        self._seen: dict[str, Stamp] = {}
        self._told: dict[str, Stamp] = {}
        self._timer = QTimer(self)
        self._timer.timeout.connect(self.look)
        self.every(EVERY)

    def every(self, milliseconds: int) -> None:
        """How long it is from one look to the next."""
        self._timer.setInterval(milliseconds)

    def follow(self, folder: Path | None) -> None:
        """Follow `folder` from now on, what lies there already first; None stops."""
        self.folder, self._seen, self._told = folder, {}, {}
        if folder is None:
            self._timer.stop()
        else:
            self._timer.start()
            self.look()

    def look(self) -> None:
        """Look once; by itself every other second."""
        if self.folder is not None and self._work.idle and not self._work.finished:  # the clock ticks on while the window closes
            self._work.do(look_into, self.folder, then=self._looked)

    def _looked(self, found: tuple[Path, dict[str, Stamp] | None]) -> None:
        folder, stamps = found
        if folder != self.folder:
            return
        self.reachable.emit(stamps is not None)
        if stamps is None:
            return
        whole = [name for name, stamp in sorted(stamps.items()) if self._seen.get(name) == stamp != self._told.get(name)]
        self._seen = stamps
        self._told |= {name: stamps[name] for name in whole}
        if whole:
            self.came.emit([folder / name for name in whole])


def look_into(folder: Path) -> tuple[Path, dict[str, Stamp] | None]:
    """The folder, and (size, time) of each file in it that may be for HR; None when it cannot be read just now."""
    try:
        files = [file for file in folder.iterdir() if file.suffix.lower() in ENDINGS]
        known = ((file.name, file.stat()) for file in files)
        return folder, {name: (one.st_size, one.st_mtime_ns) for name, one in known}
    except OSError:
        return folder, None
