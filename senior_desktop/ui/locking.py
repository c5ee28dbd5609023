# SPDX-License-Identifier: EUPL-1.2
"""The window, the settings and IT's rule -> when it locks by itself; and the lock: kept, shut, begun anew.

Never over what is not saved: then the page says it, and the lock is tried again later.
"""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu

from senior_desktop import desk
from senior_desktop.policy import Policy
from senior_desktop.ui.application import Look
from senior_desktop.ui.idle import IdleWatch
from senior_desktop.ui.work import Work

TOGETHER = 45
"""Minutes while a talk is open on the screen both see: a good talk is idle (vault: lock)."""


class Locking(QObject):
    """One for the window's life."""

    def __init__(self, window: Any, work: Work, look: Look, policy: Policy, keyring: Any, begin_anew: Callable[[], None] | None) -> None:
        """keyring: a function that finds this computer's key store. begin_anew: puts another process in this one's place; None where nothing can be locked."""
        super().__init__(window)
        self._window, self._work, self._look, self._policy = window, work, look, policy
        self._keyring, self._begin_anew = keyring, begin_anew
        self.idle = IdleWatch(lambda: 60.0 * self.minutes(), parent=self)
        self.idle.due.connect(self.lock)
        self.idle.left.connect(self._left)
        self._action = QAction(self.tr("Lock"), window)
        self._action.setShortcut(QKeySequence("Ctrl+L"))
        self._action.triggered.connect(self.lock)
        window.addAction(self._action)

    def watch(self) -> None:
        """From now on, on the window as it stands on the screen."""
        self._window.winId()  # makes the handle, where the window has not been shown
        self.idle.start(self._window.windowHandle())

    def put_into(self, menu: QMenu) -> None:
        """Offer it in the menu, before its last line."""
        self._action.setText(self.tr("Lock"))
        menu.insertAction(menu.actions()[-1], self._action)

    def minutes(self) -> int:
        """How long nobody may touch the program: IT's rule, else the user's choice; longer in a talk both see."""
        locked = self._policy.locked("IdleLockMinutes")
        alone = self._policy.number("IdleLockMinutes") if locked else self._look.chosen.idle
        room = getattr(self._window.centralWidget(), "room", None)
        return max(TOGETHER, alone) if room is not None and room.shared else alone

    def lock(self) -> None:
        """Keep what was typed, shut every vault, and begin anew in a process that has seen none of it."""
        vaults = self._window.open_vaults()
        if not vaults or self._begin_anew is None or not self._kept():
            return
        for vault in vaults:
            self._work.do(self._shut, vault)
        self._work.settle()
        self._work.finish()
        self._begin_anew()

    def _shut(self, vault: Any) -> None:
        desk.lock(vault, self._keyring() if vault.has_device else None)

    def _kept(self) -> bool:
        """Whether all that was typed is kept; the page says it when not."""
        self._window.flush()
        self._work.settle()
        stay = getattr(self._window.centralWidget(), "reason_to_stay", None)
        return stay is None or not stay()

    def _left(self, minutes: int) -> None:
        bar = self._window.statusBar()
        bar.setVisible(minutes > 0)
        bar.showMessage(self.tr("Locks in %n minute(s). Touch a key to go on.", "", minutes) if minutes else "")
