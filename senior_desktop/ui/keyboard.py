# SPDX-License-Identifier: EUPL-1.2
"""A screen just built -> the keyboard stands in it, goes through it in reading order, and Enter presses what it is on."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QWidget


def ready(screen: QWidget) -> None:
    """Let Enter press the focused button, as Space does; Qt does so by itself in dialogs only."""
    for button in screen.findChildren(QPushButton):
        button.setAutoDefault(True)


def stops(page: QWidget) -> list[QWidget]:
    """All that the keyboard may stand on in `page`, in the order of its round."""
    found, one = [], page.nextInFocusChain()
    while one is not page:
        if page.isAncestorOf(one) and one.focusPolicy() & Qt.FocusPolicy.TabFocus and one.focusProxy() is None:
            found.append(one)
        one = one.nextInFocusChain()
    return found


def last(page: QWidget, *after: QWidget) -> None:
    """Put `after` (the buttons below `page`) last in the keyboard's round through it."""
    before = (stops(page) or [page])[-1]
    for one in after:
        QWidget.setTabOrder(before, one)
        before = one


def enter(page: QWidget, *after: QWidget) -> None:
    """The same, and the keyboard on the first field of `page`."""
    last(page, *after)
    first = next((one for one in stops(page) if one.isVisibleTo(page) and one.isEnabled()), None)
    if first is not None:
        first.setFocus(Qt.FocusReason.OtherFocusReason)
