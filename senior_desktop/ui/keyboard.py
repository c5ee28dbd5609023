# SPDX-License-Identifier: EUPL-1.2
"""A screen just built -> the keyboard stands in it, goes through it in reading order, and Enter presses what it is on."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QWidget


def ready(screen: QWidget) -> None:
    """Let Enter press the focused button, as Space does; Qt does so by itself in dialogs only."""
    for button in screen.findChildren(QPushButton):
        button.setAutoDefault(True)


def enter(page: QWidget, *after: QWidget) -> None:
    """Put the keyboard on the first field of `page`, and `after` (the buttons below it) last in its round."""
    stops = [one for one in page.findChildren(QWidget) if one.focusPolicy() & Qt.FocusPolicy.TabFocus and one.focusProxy() is None]
    if not stops:
        return
    before = stops[-1]
    for one in after:
        QWidget.setTabOrder(before, one)
        before = one
    first = next((one for one in stops if one.isVisibleTo(page) and one.isEnabled()), None)
    if first is not None:
        first.setFocus(Qt.FocusReason.OtherFocusReason)
