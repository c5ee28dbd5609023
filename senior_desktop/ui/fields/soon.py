# SPDX-License-Identifier: EUPL-1.2
"""The first unsaved key -> one call, at most a second later; steady typing never puts it off."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer

SAVE_AFTER_MS = 1000
"""At most this much typing can be lost."""


class Soon(QTimer):
    """Counts from the first key that is not said yet."""

    def __init__(self, owner: QObject, act: Callable[[], None]) -> None:
        super().__init__(owner)
        self.setSingleShot(True)
        self.setInterval(SAVE_AFTER_MS)
        self.timeout.connect(act)

    def typed(self) -> None:
        """A key was typed."""
        if not self.isActive():
            self.start()
