# SPDX-License-Identifier: EUPL-1.2
"""The main window -> a pack from HR looked at and taken, one that IT has laid out told of, and a talk to try."""

from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QHBoxLayout

from senior_desktop import story, tools
from senior_desktop.ui.application import Look
from senior_desktop.ui.screen import button
from senior_desktop.ui.talk.page import Card, label
from senior_desktop.ui.work import Work


class PackDoor(QObject):
    """One for the window's life."""

    def __init__(self, window: Any, work: Work, look: Look) -> None:
        super().__init__(window)
        self._window, self._work, self._look = window, work, look
        self._waiting: Path | None = None
        self._trial: Any = None

    # -- a pack --------------------------------------------------------------------------------------------------------

    def open(self, file: Path) -> None:
        """The page that looks at `file`; before the talks are open it waits for them."""
        if self._window.vault is None:
            self._waiting = file
            self._window.start()
            told = getattr(self._window.centralWidget(), "tell_pack", None)
            if told is not None:
                told()
            return
        self._page().look_at(file)

    def at_home(self, page: Any) -> None:
        """The start page is shown: a pack that waits is opened, one that IT has laid out is told of there."""
        if self._waiting is not None:
            file, self._waiting = self._waiting, None
            self.open(file)
            return
        self._work.do(_known, self._window.vault, self._look.chosen.language, then=lambda found: self._tell(page, *found))

    def _tell(self, page: Any, line: str, seen: Any) -> None:
        if page is not self._window.centralWidget():
            return
        page.pack.setText(line)
        page.pack.show()
        if seen is not None:
            note = Card()
            row = QHBoxLayout()
            row.addWidget(label(self.tr("There is a new pack from HR, version %1.").replace("%1", str(seen.pack.version))), 1)
            look = button(self.tr("Look at it"), "primary")
            look.clicked.connect(lambda: self._page().show_pack(seen))
            row.addWidget(look)
            note.body.addLayout(row)
            page.notes.addWidget(note)

    def _page(self) -> Any:
        from senior_desktop.ui.pack.take import TakePackPage

        page = TakePackPage(self._window.vault, self._work, self._look.chosen.language)
        page.left.connect(self._window.home)
        page.taken.connect(self._window.home)
        self._window.make_menu()
        self._window.show_screen(page, self.tr("A pack from HR"))
        return page

    # -- a talk to try -------------------------------------------------------------------------------------------------

    def try_talk(self, pack: Any = None, back: Any = None) -> None:
        """A talk with an invented person, in a vault of its own that is gone when it is left. back: where it goes then."""
        self._work.do(tools.begin, self._look.chosen.language, pack, then=lambda trial: self._enter(trial, back))

    def _enter(self, trial: Any, back: Any) -> None:
        from senior_desktop.ui.talk.room import Room
        from senior_desktop.ui.talk.window import TalkWindow

        self._trial = trial

        def show(table: Any) -> None:
            room = Room(trial.vault, trial.talk, table, self._work, self._look.chosen.size)
            window = TalkWindow(room, self._look.tokens, pacing=self._look.chosen.pacing)
            window.left.connect(lambda: (back or self._window.start)())
            window.destroyed.connect(lambda: self.end_trial())
            window.alone.connect(lambda alone: self._window.menuBar().setVisible(not alone))
            self._window.show_screen(window, self.tr("A talk to try: invented people, nothing is kept"))

        self._work.do(story.at_table, trial.vault, trial.talk, then=show)

    def end_trial(self) -> None:
        """Take the trial's vault away; called when its window is gone, and when the program ends."""
        trial, self._trial = self._trial, None
        if trial is not None and not self._work.finished:
            self._work.do(tools.end, trial)


def _known(vault: Any, language: str) -> tuple[str, Any]:
    return tools.about_pack(vault, language), tools.laid_out(vault, language)
