# SPDX-License-Identifier: EUPL-1.2
"""Keys, pointer and clock, Windows' own notices -> `due` when nobody has touched the program for long enough, or at once.

At once: the computer has slept, is about to, or its screen is locked (vault: lock). Whoever sits by the open laptop and
talks is not away: then the limit is longer, and its last minutes are said.
"""

import sys
import time
from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QAbstractNativeEventFilter, QCoreApplication, QEvent, QObject, QTimer, Signal
from PySide6.QtGui import QWindow

TICK = 5_000
"""Milliseconds between two looks at the clock."""

SLEPT = 60.0
"""Seconds between two looks that only a computer asleep can leave."""

SOON = 120.0
"""Seconds before the end from which it is said how long there is left."""

TOUCHES = frozenset({
    QEvent.Type.KeyPress, QEvent.Type.MouseMove, QEvent.Type.MouseButtonPress, QEvent.Type.Wheel, QEvent.Type.TouchBegin,
    QEvent.Type.TouchUpdate, QEvent.Type.TabletMove, QEvent.Type.TabletPress,
})  # fmt: skip


class IdleWatch(QObject):
    """Watches one window from `start` on."""

    due = Signal()
    left = Signal(int)
    """Minutes there are left, rounded up, in the last of them; 0 when somebody has come back."""

    def __init__(
        self, limit: Callable[[], float], clock: Callable[[], float] = time.monotonic, wall: Callable[[], float] = time.time,
        parent: QObject | None = None,
    ) -> None:
        """limit: seconds that may pass untouched, asked anew at each look. clock: steady; wall: goes on in sleep."""
        super().__init__(parent)
        self._limit, self._clock, self._wall = limit, clock, wall
        self._touched = clock()
        self._looked = wall()
        self._said = 0
        self._timer = QTimer(self, interval=TICK)
        self._timer.timeout.connect(self.look)
        self._notices: Notices | None = None

    def start(self, window: QWindow) -> None:
        """Watch `window` and the computer; a second call does nothing."""
        if self._timer.isActive():
            return
        window.installEventFilter(self)
        if sys.platform == "win32":
            self._notices = Notices(int(window.winId()), self.due.emit)
            QCoreApplication.instance().installNativeEventFilter(self._notices)
        if sys.platform.startswith("linux"):
            from senior_desktop.ui.session import Session

            self._session = Session(self.due.emit, self)
        self.touch()
        self._looked = self._wall()
        self._timer.start()

    def touch(self) -> None:
        """Somebody is there."""
        self._touched = self._clock()
        if self._said:
            self._said = 0
            self.left.emit(0)

    def untouched(self) -> float:
        """Seconds since somebody was there."""
        return self._clock() - self._touched

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Any key or touch counts; nothing is kept of it."""
        if event.type() in TOUCHES:
            self.touch()
        return False

    def look(self) -> None:
        """Compare the clocks with the limit; by itself every few seconds."""
        slept = self._wall() - self._looked > SLEPT
        self._looked = self._wall()
        left = self._limit() - (self._clock() - self._touched)
        if slept or left <= 0:
            self.touch()  # whoever cannot lock now is asked again later, not every few seconds
            self.due.emit()
        elif left <= SOON:
            minutes = int(-(-left // 60))
            if minutes != self._said:
                self._said = minutes
                self.left.emit(minutes)


class Notices(QAbstractNativeEventFilter):
    """What Windows says of its session: locked, or about to sleep (WM_WTSSESSION_CHANGE, WM_POWERBROADCAST)."""

    SESSION_CHANGE, SESSION_LOCK = 0x02B1, 7
    POWER, SUSPEND = 0x0218, 4

    def __init__(self, window: int, away: Callable[[], None]) -> None:
        super().__init__()
        self._away = away
        if sys.platform == "win32":
            import ctypes

            ctypes.windll.wtsapi32.WTSRegisterSessionNotification(window, 0)  # 0: this session alone

    def nativeEventFilter(self, kind: Any, message: Any) -> tuple[bool, int]:
        """Look at a message of Windows'; all of them go on to where they were sent."""
        if kind == b"windows_generic_MSG":
            from ctypes import wintypes

            said = wintypes.MSG.from_address(int(message))
            if self.away(said.message, said.wParam):
                self._away()
        return False, 0

    def away(self, message: int, what: int) -> bool:
        """Whether a message says that the screen is locked or the computer goes to sleep."""
        return (message, what) in ((self.SESSION_CHANGE, self.SESSION_LOCK), (self.POWER, self.SUSPEND))
