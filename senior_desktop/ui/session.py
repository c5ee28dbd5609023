# SPDX-License-Identifier: EUPL-1.2
"""What a Linux desktop says on its own bus of the session -> `away()` when the screen is locked or the computer goes to sleep.

freedesktop's ScreenSaver and login1, and GNOME's own screen saver. The bus is a socket of this computer; a desktop without one
is not listened to.
"""

from collections.abc import Callable

from PySide6.QtCore import SLOT, QObject, Slot
from PySide6.QtDBus import QDBusConnection

SAVERS = ("org.freedesktop.ScreenSaver", "org.gnome.ScreenSaver", "org.cinnamon.ScreenSaver", "org.mate.ScreenSaver")
"""Interfaces that say ActiveChanged(true) when the screen is locked or blanked."""


class Session(QObject):
    """Listens for its own life; `heard` are the buses there were."""

    def __init__(self, away: Callable[[], None], parent: QObject) -> None:
        super().__init__(parent)
        self._away = away
        session, system = QDBusConnection.sessionBus(), QDBusConnection.systemBus()
        self.heard = [bus.name() for bus in (session, system) if bus.isConnected()]
        for saver in SAVERS:
            session.connect("", "", saver, "ActiveChanged", self, SLOT("changed(bool)"))
        system.connect("", "", "org.freedesktop.login1.Manager", "PrepareForSleep", self, SLOT("changed(bool)"))
        system.connect("", "", "org.freedesktop.login1.Session", "Lock", self, SLOT("locked()"))

    @Slot(bool)
    def changed(self, on: bool) -> None:
        """Going away, or back."""
        if on:
            self._away()

    @Slot()
    def locked(self) -> None:
        """The session is to lock."""
        self._away()
