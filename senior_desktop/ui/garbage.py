# SPDX-License-Identifier: EUPL-1.2
"""What refers only to itself -> collected on the GUI thread, between two events, and nowhere else.

Python collects cycles in whichever thread makes the next object. Were that the vault's thread, it would take Qt's objects
apart while the screen is using them, and the program falls; were it in the midst of an event, a widget could go under
Qt's hands.
"""

import gc

from PySide6.QtCore import QObject, QTimer

EVERY_MS = 1000


class Garbage(QTimer):
    """Lives as long as the application; from its making on, nothing else collects."""

    def __init__(self, owner: QObject) -> None:
        super().__init__(owner)
        gc.disable()
        self.setInterval(EVERY_MS)
        self.timeout.connect(self.collect)
        self.start()

    def collect(self) -> None:
        """The oldest generation whose threshold is passed, as Python itself would."""
        counts = zip(gc.get_count(), gc.get_threshold(), strict=True)
        passed = [generation for generation, (count, threshold) in enumerate(counts) if count > threshold]
        if passed:
            gc.collect(passed[-1])
