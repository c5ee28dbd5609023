# SPDX-License-Identifier: EUPL-1.2
"""What is stored -> a tick drawn without being told of: `toggled` then means that somebody wanted it.

Fields listen to `toggled` and not to `clicked`: assistive technology toggles a box without a click.
"""

from PySide6.QtCore import QSignalBlocker
from PySide6.QtWidgets import QAbstractButton


def draw_checked(button: QAbstractButton, on: bool) -> None:
    """Show `button` as ticked or not; nobody is told."""
    blocker = QSignalBlocker(button)
    button.setChecked(on)
    blocker.unblock()
