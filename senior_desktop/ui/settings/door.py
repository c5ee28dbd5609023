# SPDX-License-Identifier: EUPL-1.2
"""The main window -> its settings: shown, applied at once, kept; also by the keys that make the text larger."""

from dataclasses import replace
from pathlib import Path
from typing import Any

from senior_desktop import desk
from senior_desktop.policy import Policy
from senior_desktop.ui.application import Look
from senior_desktop.ui.theme import SIZES
from senior_desktop.ui.work import Work


class SettingsDoor:
    """One for the window's life."""

    def __init__(self, window: Any, folder: Path, work: Work, look: Look, rules: Policy) -> None:
        self._window, self._folder, self._work, self._look, self._rules = window, folder, work, look, rules

    def enter(self, title: str) -> None:
        """Language, text size, look, workplace."""
        from senior_desktop.ui.settings.window import SettingsPage

        page = SettingsPage(self._window.vault, self._work, self._look.chosen, self._rules)
        page.chosen.connect(self._chosen)
        page.left.connect(self._window.start)
        self._window.show_screen(page, title)

    def _chosen(self, chosen: desk.Settings) -> None:
        self._keep(chosen)
        self._look.apply(chosen)
        self._window.settings()
        self._window.make_menu()

    def resize_text(self, step: int) -> None:
        """One size larger or smaller, while there is one."""
        now = self._look.chosen
        place = SIZES.index(now.size) + step if now.size in SIZES else 0
        if 0 <= place < len(SIZES):
            chosen = replace(now, size=SIZES[place])
            self._look.apply(chosen)
            self._keep(chosen)
            screen = self._window.centralWidget()
            if hasattr(screen, "resize_text"):
                screen.resize_text(chosen.size)

    def pacing(self, on: bool) -> None:
        """Remember whether the time is shown below a talk."""
        self._look.chosen = replace(self._look.chosen, pacing=on)
        self._keep(self._look.chosen)

    def _keep(self, chosen: desk.Settings) -> None:
        desk.keep_settings(self._folder, chosen, self._rules)
