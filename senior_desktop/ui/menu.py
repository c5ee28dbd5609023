# SPDX-License-Identifier: EUPL-1.2
"""The main window -> its menu; made with each screen and not before: the first paint needs none, and its words follow the language."""

from typing import Any

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QMenu


def make(window: Any, locking: Any) -> None:
    """Put the doors into `window`'s menu bar in place of what was there. locking: None before anything can be locked."""
    bar = window.menuBar()
    bar.clear()
    for old in bar.findChildren(QMenu):
        old.deleteLater()
    opened = window.vault is not None
    file = bar.addMenu(QCoreApplication.translate("Menu", "&Program"))
    for words, act, there in (
        (QCoreApplication.translate("Menu", "Your conversations"), window.home, opened),
        (QCoreApplication.translate("Menu", "Check a document"), window.check, True),
        (QCoreApplication.translate("Menu", "For HR: read files"), window.for_hr, True),
        (QCoreApplication.translate("Menu", "Try a conversation"), window.try_talk, True),
        (QCoreApplication.translate("Menu", "Settings"), window.settings, True),
        (QCoreApplication.translate("Menu", "Keys and copies"), window.safe, opened),
        (QCoreApplication.translate("Menu", "Quit"), window.close, True),
    ):
        action = file.addAction(words)
        action.setEnabled(there)
        action.triggered.connect(act)
    if locking is not None:
        locking.put_into(file)
