# SPDX-License-Identifier: EUPL-1.2
"""A vault with talks in it -> the real main window on it, as a leader has it open; nothing is faked below the window."""

import gc
from collections.abc import Callable, Iterator
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
import shiboken6
from factory import make_vault, make_workplace
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication

from senior_desktop import desk, policy
from senior_desktop.conversation.conversation import Conversation
from senior_desktop.demo_hands import Hands
from senior_desktop.ui.application import Look
from senior_desktop.ui.garbage import Garbage
from senior_desktop.ui.main_window import MainWindow
from senior_desktop.ui.talk.window import TalkWindow
from senior_desktop.ui.work import Work


@pytest.fixture(autouse=True)
def garbage(qapp: QApplication) -> Iterator[Garbage]:
    """As in the application: nothing of Qt's is taken apart by the vault's thread. The other tests collect as Python does."""
    made = Garbage(qapp)
    yield made
    made.stop()
    made.deleteLater()
    gc.enable()


STRICT = policy.Policy({"machine": {"KeyMode": "strict"}})
"""No key store is asked: the tests have none."""


def settle(work: Work) -> None:
    """Wait until all that was asked is stored and drawn, and what was taken apart is gone."""
    while True:
        work.settle()
        for _ in range(3):
            QApplication.sendPostedEvents()
            QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)  # as the application's own loop does
            QApplication.processEvents()
        if work.idle:
            return


class App:
    """The application on one folder, with the hands that work it."""

    def __init__(self, folder: Path, look: Look, vault: Any = None) -> None:
        self.folder, self.look, self.closed = folder, look, False
        self.faults: list[BaseException] = []
        self.work = Work(self.faults.append)
        self.window = MainWindow(folder, self.work, look, STRICT, lambda: None)
        self.hands = Hands(self.window, self.work, folder / "pictures", self.faults)
        self.window.show()
        self.window.activateWindow()
        if vault is not None:
            self.window.unlocked(vault)
        self.settle()

    def settle(self) -> None:
        """Wait until all is stored and drawn. Raises what went wrong of ours meanwhile."""
        settle(self.work)
        if self.faults:
            raise self.faults[0]

    def screen(self) -> Any:
        """What stands in the window."""
        self.settle()
        return self.window.centralWidget()

    def talk(self, talk: Conversation, *, shared: bool | None = None) -> TalkWindow:
        """The window of that talk, as both see it or as only the leader does."""
        self.window.talk(talk)
        screen = self.screen()
        if shared is not None and screen.room.shared is not shared:
            screen.toggle_shared()
            self.settle()
        return screen

    def go(self, talk: TalkWindow, page: str) -> Any:
        """One page of a talk."""
        talk.open(page)
        self.settle()
        return talk.page(page)

    def close(self) -> None:
        """Close the window, as the cross in its corner does."""
        self.closed = True
        self.window.close()
        self.settle()
        self.take_apart()

    def take_apart(self) -> None:
        """The window itself: one left behind would answer to the clock, hold the keyboard and say its words in other tests."""
        if shiboken6.isValid(self.window):
            self.window.deleteLater()
            QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


@pytest.fixture(scope="session")
def the_look(qapp: QApplication) -> Look:
    """The application's one look."""
    qapp.setStyle("Fusion")  # as application.make, which the tests' own application has not gone through
    return Look(qapp, desk.Settings("da", 16, "light"))


@pytest.fixture
def look(the_look: Look) -> Iterator[Look]:
    """Danish, light, 16 px; put back afterwards."""
    the_look.apply(desk.Settings("da", 16, "light"))
    yield the_look
    the_look.apply(desk.Settings("da", 16, "light"))


@pytest.fixture
def start(tmp_path: Path, look: Look) -> Iterator[Callable[..., App]]:
    """Starts the app on a folder; closed when the test is over."""
    apps: list[App] = []

    def begin(folder: Path | None = None, vault: Any = None) -> App:
        apps.append(App(folder or tmp_path / "data", look, vault))
        return apps[-1]

    yield begin
    for app in apps:
        if not app.closed and not app.work.finished:  # the lock ends its worker itself
            app.close()
        app.take_apart()
    assert not [one for one in QApplication.topLevelWidgets() if isinstance(one, MainWindow)]


@pytest.fixture
def vault(tmp_path: Path, clock: Callable[[], datetime]) -> Any:
    """An empty vault with a workplace; the app that gets it closes it."""
    return make_vault(tmp_path / "data", clock)


@pytest.fixture
def work(qapp: QApplication) -> Iterator[Work]:
    """The queue for a screen tried on its own; a fault of ours fails the test."""
    faults: list[BaseException] = []
    one = Work(faults.append)
    yield one
    one.finish()
    assert not faults


@pytest.fixture
def tools_page(start: Callable[..., Any], tmp_path: Path, clock: Callable[[], datetime]) -> Callable[[str], Any]:
    """HR's window with HR's vault open, at one of the tools."""
    hr = make_vault(tmp_path / "hr-data" / "hr", clock, make_workplace(leader=""))
    app = start(tmp_path / "hr-data")
    app.window.for_hr()
    app.window._hr._opened(hr)
    app.settle()

    def go(name: str) -> Any:
        app.window.for_hr()
        app.settle()
        app.screen().keeping.tools_button.click()
        app.settle()
        app.screen().doors[name].click()
        app.settle()
        page = app.screen()
        page.app = app
        return page

    return go
