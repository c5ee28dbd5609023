# SPDX-License-Identifier: EUPL-1.2
"""One window -> one screen at a time; what is left is taken apart, so that no other name stays readable."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtGui import QAction, QCloseEvent, QKeySequence
from PySide6.QtWidgets import QMainWindow, QWidget

from senior_desktop import desk
from senior_desktop.errors import SeniorError
from senior_desktop.policy import Policy
from senior_desktop.ui.application import Look
from senior_desktop.ui.start.unlock import UnlockPage
from senior_desktop.ui.takes_files import TakesFiles
from senior_desktop.ui.work import Work

if TYPE_CHECKING:
    from senior_desktop.conversation.conversation import Conversation
else:  # a name for annotations; the first window needs no talk yet
    Conversation = object


class MainWindow(TakesFiles, QMainWindow):
    """The doors between the screens; no logic of its own."""

    def __init__(
        self, folder: Path, work: Work, look: Look, policy: Policy, keyring: Any, begin_anew: Callable[[], None] | None = None
    ) -> None:
        """keyring: a function that finds this computer's key store, or gives None.

        begin_anew: puts another process in this one's place; called when all is locked.
        """
        super().__init__()
        self._folder, self._work, self._look, self._policy, self._keyring = folder, work, look, policy, keyring
        self.vault: Any = None
        self._hr: Any = None
        self._begin_anew = begin_anew
        self.locking: Any = None
        self._told = False
        self._safe: Any = None
        self._set: Any = None
        self._pack: Any = None
        self.setAcceptDrops(True)
        self.setWindowTitle("Seniorsamtale")
        self.resize(1280, 860)
        self._actions()
        work.failed.connect(self.trouble)
        self.start()

    def _actions(self) -> None:
        for keys, act in (
            (QKeySequence.StandardKey.ZoomIn, lambda: self._at_settings().resize_text(1)), ("Ctrl+=", lambda: self._at_settings().resize_text(1)),
            (QKeySequence.StandardKey.ZoomOut, lambda: self._at_settings().resize_text(-1)), (QKeySequence.StandardKey.Quit, self.close),
        ):
            action = QAction(self)
            action.setShortcuts([QKeySequence(keys)])  # setShortcut() makes the whole Qt namespace first
            action.triggered.connect(act)
            self.addAction(action)

    def make_menu(self) -> None:
        """The doors, as they stand now."""
        from senior_desktop.ui import menu

        menu.make(self, self.locking)

    def show_screen(self, screen: QWidget, title: str = "") -> None:
        """Put `screen` in place of the one before, which is taken apart at once. `title` never holds a name."""
        self.flush()
        old = self.takeCentralWidget()
        self.setCentralWidget(screen)
        if not getattr(screen, "takes_keyboard", False):
            from senior_desktop.ui import keyboard  # the first window does without

            keyboard.ready(screen)
        self.setWindowTitle(f"{title} – Seniorsamtale" if title else "Seniorsamtale")
        if old is not None:
            old.setParent(None)
            old.deleteLater()

    def flush(self) -> None:
        """Have the screen say what was typed and not yet said."""
        getattr(self.centralWidget(), "flush", lambda: None)()

    # -- screens -------------------------------------------------------------------------------------------------------

    def start(self) -> None:
        """First run, unlock, or the talks: whatever comes first here."""
        language = self._look.chosen.language
        device = self._policy.device_allowed
        if self.vault is not None:
            self.home()
            return
        if desk.has_vault(self._folder):
            unlock = UnlockPage(self._folder, self._work, language, self._keyring, device_allowed=device)
            unlock.opened.connect(self.unlocked)
            screen: QWidget = unlock
        else:
            from senior_desktop.ui.start.first_run import FirstRun

            keyring = self._keyring if device else lambda: None
            least, municipality = self._policy.number("MinPassphraseLength"), self._policy.text("OrganisationName")
            screen = first = FirstRun(self._folder, self._work, language, keyring, least, municipality)
            first.finished.connect(self.unlocked)
        for signal, act in (("check", self.check), ("restore", self.restore), ("for_hr", self.for_hr), ("try_talk", self.try_talk)):
            getattr(screen, signal).connect(act)
        self.show_screen(screen)

    def unlocked(self, vault: Any) -> None:
        """The vault is open: what has been kept long enough goes, then on to the talks."""
        self.vault = vault
        self.watch_idle()
        self._at_safe().opened()
        self._work.do(desk.purge_due, vault)
        # Today's copy comes last: nobody waits for it.
        self._work.do(desk.named_by_it, vault, self._policy, then=lambda _: (self.home(), self._work.do(desk.copy_of_today, vault)))

    def watch_idle(self) -> None:
        """Lock by itself from now on."""
        if self.locking is None:
            from senior_desktop.ui.locking import Locking

            self.locking = Locking(self, self._work, self._look, self._policy, self._keyring, self._begin_anew)
        self.locking.watch()

    def open_vaults(self) -> list[Any]:
        """The leader's and HR's, as far as they are open."""
        return [one for one in (self.vault, self._hr and self._hr.vault) if one is not None]

    def home(self) -> None:
        """The start page."""
        from senior_desktop.ui.start.home import HomePage

        if self.vault is None:
            self.start()
            return
        page = HomePage(self.vault, self._work, self._look.chosen.language)
        page.opened.connect(self.talk)
        page.hand_in.connect(self.hand_in)
        page.staff.connect(self.staff)
        page.papers.connect(self.papers)
        page.failed.connect(self.trouble)
        self.make_menu()
        self.show_screen(page, self.tr("Your conversations"))
        self._at_pack().at_home(page)

    def talk(self, talk: Conversation) -> None:
        """Open a talk where it was left."""
        from senior_desktop import story
        from senior_desktop.ui.talk.room import Room
        from senior_desktop.ui.talk.window import TalkWindow

        def enter(table: Any) -> None:
            room = Room(self.vault, talk, table, self._work, self._look.chosen.size)
            window = TalkWindow(room, self._look.tokens, pacing=self._look.chosen.pacing)
            window.pacing_chosen.connect(self._at_settings().pacing)
            window.left.connect(self.home)
            self.make_menu()
            window.alone.connect(lambda alone: self.menuBar().setVisible(not alone))
            self.show_screen(window, self.tr("Conversation"))

        self._work.do(story.at_table, self.vault, talk, then=enter)

    def staff(self) -> None:
        """The staff list, from which talks are offered."""
        from senior_desktop.ui.start.staff import StaffPage

        page = StaffPage(self.vault, self._work, self._look.chosen.language)
        page.left.connect(self.home)
        page.opened.connect(self.talk)
        self.show_screen(page, self.tr("Staff list"))

    def papers(self) -> None:
        """Introductions, blank sheets, and the whole talk on paper."""
        from senior_desktop.ui.start.papers import PapersPage

        page = PapersPage(self.vault, self._work, self._look.chosen.language)
        page.left.connect(self.home)
        self.show_screen(page, self.tr("Papers"))

    def hand_in(self) -> None:
        """The page that hands counts in to HR."""
        from senior_desktop.ui.start.contribute import ContributePage

        page = ContributePage(self.vault, self._work, self._look.chosen.language, self._policy.number("MinBatch"))
        page.left.connect(self.home)
        self.show_screen(page, self.tr("Hand in to HR"))

    def for_hr(self) -> None:
        """HR's window, or what comes before it; needs no leader's vault."""
        self.make_menu()
        self._at_hr().enter()

    def _at_hr(self) -> Any:
        """Made when it is wanted: the first window needs none of it."""
        if self._hr is None:
            from senior_desktop.ui.hr.door import HrDoor

            self._hr = HrDoor(self._folder, self._work, self._look, self._policy, self._keyring, self.show_screen, self.start)
            self._hr.try_pack = lambda pack, back: self._at_pack().try_talk(pack, back)
            self._hr.opened = self.watch_idle
        return self._hr

    def safe(self) -> None:
        """Keys, copies, the log."""
        self._at_safe().enter()

    def restore(self, file: Path | None = None) -> None:
        """A copy becomes the vault; needs no open one."""
        self._at_safe().restore(file)

    def _at_safe(self) -> Any:
        if self._safe is None:
            from senior_desktop.ui.safe.door import SafeDoor

            self._safe = SafeDoor(self, self._folder, self._work, self._look, self._policy, self._keyring)
        return self._safe

    def check(self) -> None:
        """Check a paper; needs no vault."""
        from senior_desktop.ui.verify.window import VerifyPage

        page = VerifyPage(self._folder, self._work, self._look.chosen.language)
        page.left.connect(self.start)
        self.make_menu()
        self.show_screen(page, self.tr("Check a document"))

    def open_file(self, file: Path) -> None:
        """The window that is for `file`; a kind that this edition cannot read is left alone, and that is said."""
        self.make_menu()
        match file.suffix.lower():
            case ".pdf":
                self.check()
                self.centralWidget().check_file(file)  # type: ignore[attr-defined]
            case ".csv":
                self._at_hr().enter([file])
            case ".seniorbackup":
                self.restore(file)
            case ".seniorpack":
                self._at_pack().open(file)
            case ending:
                from senior_desktop.ui.start.left_alone import LeftAlonePage

                page = LeftAlonePage(ending, self._work, self._look.chosen.language)
                page.left.connect(self.start)
                self.show_screen(page)

    def settings(self) -> None:
        """Language, text size, look, workplace."""
        self._at_settings().enter(self.tr("Settings"))

    def _at_settings(self) -> Any:
        if self._set is None:
            from senior_desktop.ui.settings.door import SettingsDoor

            self._set = SettingsDoor(self, self._folder, self._work, self._look, self._policy)
        return self._set

    def try_talk(self) -> None:
        """A talk with an invented person that leaves no trace."""
        self._at_pack().try_talk()

    def _at_pack(self) -> Any:
        if self._pack is None:
            from senior_desktop.ui.pack.door import PackDoor

            self._pack = PackDoor(self, self._work, self._look)
        return self._pack

    # -- trouble, and the end ------------------------------------------------------------------------------------------

    def trouble(self, fault: SeniorError) -> None:
        """Say an error of the world that no page has a place for."""
        from PySide6.QtWidgets import QMessageBox

        from senior_desktop import story

        box = QMessageBox(QMessageBox.Icon.Information, "Seniorsamtale", story.say(fault, self._look.chosen.language), parent=self)
        box.open()

    def files_dropped(self, files: list[Path]) -> None:
        """A file that a screen has no place for is opened where it belongs; of several the first."""
        self.open_file(files[0])

    def closeEvent(self, event: QCloseEvent) -> None:
        """Save what was typed and close the vault. What cannot be saved is said first, and the window stays once."""
        self.flush()
        self._work.settle()
        stay = getattr(self.centralWidget(), "reason_to_stay", None)
        if stay is not None and not self._told and stay():
            self._told = True
            event.ignore()
            return
        if self._pack is not None:
            self._pack.end_trial()
        for vault in self.open_vaults():
            self._work.do(vault.close)
        self._work.finish()
        event.accept()
