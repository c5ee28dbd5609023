# SPDX-License-Identifier: EUPL-1.2
"""The main window -> the pages where one keeps house; and what is done there by itself at a quiet moment."""

from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QMessageBox

from senior_desktop import safekeeping, story
from senior_desktop.policy import Policy
from senior_desktop.ui import menu
from senior_desktop.ui.application import Look
from senior_desktop.ui.work import Work

QUIET = 180.0
"""Seconds nobody has touched the program, after which all may be looked over."""

TICK = 60_000


class SafeDoor(QObject):
    """One for the window's life."""

    def __init__(self, window: Any, folder: Path, work: Work, look: Look, rules: Policy, keyring: Any) -> None:
        super().__init__(window)
        self._window, self._folder, self._work, self._look, self._rules, self._keyring = window, folder, work, look, rules, keyring
        self._timer = QTimer(self, interval=TICK)
        self._timer.timeout.connect(self.look_when_quiet)

    # -- by itself -----------------------------------------------------------------------------------------------------

    def opened(self) -> None:
        """The vault was opened: IT's key for emergencies goes in or out, and the leader is told of it."""
        before = safekeeping.ways_in(self._window.vault).escrow
        self._work.do(safekeeping.put_escrow, self._window.vault, self._rules, then=lambda now: self._tell(before, now))
        self._timer.start()

    def _tell(self, before: str, now: str) -> None:
        if now and now != before:
            box = QMessageBox(QMessageBox.Icon.Information, "Seniorsamtale", self.tr("Your municipality has an emergency key"), parent=self._window)
            box.setInformativeText(self.tr("If you are away and your passphrase is lost, two persons outside HR can open the conversations together; it is then written in the log. The key's fingerprint: %1").replace("%1", now))
            box.open()

    def look_when_quiet(self) -> None:
        """Look everything over when a week has passed and nobody is at the program."""
        locking = self._window.locking
        if self._window.vault is not None and locking is not None and self._work.idle and locking.idle.untouched() >= QUIET:
            self._work.do(safekeeping.quiet_look, self._window.vault, then=self._looked)

    def _looked(self, found: Any) -> None:
        if found is not None and found.wrong:
            box = QMessageBox(QMessageBox.Icon.Warning, "Seniorsamtale", self.tr("Something is damaged"), parent=self._window)
            box.setInformativeText(self.tr("The program has looked the conversations over, and not all is as it was. Open \"Keys and copies\" in the menu and look there: it finds the newest good copy."))
            box.open()

    # -- the pages -----------------------------------------------------------------------------------------------------

    def enter(self) -> None:
        """The page from which the others are opened."""
        from senior_desktop.ui.safe.page import SafePage

        page = SafePage(self._window.vault, self._work, self._look.chosen.language)
        page.left.connect(self._window.home)
        page.keys.connect(self._keys)
        page.log.connect(self._log)
        page.move.connect(self._move)
        page.restore.connect(self.restore)
        self._window.show_screen(page, self.tr("Keys and copies"))

    def _keys(self) -> None:
        from senior_desktop.ui.safe.keys import KeysPage

        def show(place: Any) -> None:
            page = KeysPage(self._window.vault, self._work, self._look.chosen.language, self._rules, self._keyring, place)
            page.left.connect(self.enter)
            self._window.show_screen(page, self.tr("Keys"))

        self._work.do(story.workplace, self._window.vault, then=show)

    def _log(self) -> None:
        from senior_desktop.ui.safe.deeds import DeedsPage

        page = DeedsPage(self._window.vault, self._work, self._look.chosen.language)
        page.left.connect(self.enter)
        self._window.show_screen(page, self.tr("The log"))

    def _move(self) -> None:
        from senior_desktop.ui.safe.move import MovePage

        page = MovePage(self._window.vault, self._work, self._look.chosen.language)
        page.left.connect(self.enter)
        self._window.show_screen(page, self.tr("Move to a new computer"))

    def restore(self, file: Path | None = None) -> None:
        """The conversations are shut, where they are open; then the page that restores."""
        from senior_desktop.ui.safe.restore import RestorePage

        vault, self._window.vault = self._window.vault, None
        if vault is not None:
            self._work.do(vault.close)
        page = RestorePage(self._folder, self._work, self._look.chosen.language, self._rules.number("MinPassphraseLength"), file)
        page.left.connect(self._window.start)
        page.made.connect(self._made)
        page.restored.connect(self._window.unlocked)
        menu.make(self._window, self._window.locking)
        self._window.show_screen(page, self.tr("Restore from a copy"))

    def _made(self, vault: Any) -> None:
        """It is open from now on: closing the window shuts it, and the lock does."""
        self._window.vault = vault
        self._window.watch_idle()
