# SPDX-License-Identifier: EUPL-1.2
"""A file name and a platform -> an empty window as the library makes it, and in the file after how many ms it stood there.

What the program's own first window is compared with: frozen the same way, measured the same way.
"""

import json
import os
import sys
from pathlib import Path

if len(sys.argv) > 2:
    os.environ["QT_QPA_PLATFORM"] = sys.argv[2]

from PySide6.QtCore import QTimer  # noqa: E402
from PySide6.QtWidgets import QApplication, QWidget  # noqa: E402

from senior_desktop import process_age  # noqa: E402


class Window(QWidget):
    """Says when it, and all that waits behind its first paint, is painted."""

    painted = 0

    def paintEvent(self, event: object) -> None:  # noqa: N802 - Qt's name
        """The first paint alone counts."""
        if not self.painted:
            self.painted = 1
            QTimer.singleShot(0, self.tell)

    def tell(self) -> None:
        """Write and end."""
        Path(sys.argv[1]).write_text(json.dumps({"first_paint_ms": process_age.milliseconds()}), encoding="utf-8")
        self.close()


application = QApplication(["bare"])
window = Window()
window.resize(1280, 860)
window.show()
sys.exit(application.exec())
