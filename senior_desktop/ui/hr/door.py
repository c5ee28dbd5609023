# SPDX-License-Identifier: EUPL-1.2
"""HR's vault, shut, open or not there -> HR's window, or the page that comes before it; a leader's vault is not needed."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

from PySide6.QtWidgets import QWidget

from senior_desktop import desk, story
from senior_desktop.conversation.conversation import Workplace
from senior_desktop.policy import Policy
from senior_desktop.ui.application import Look
from senior_desktop.ui.work import Work

Show = Callable[[QWidget, str], None]


class HrDoor:
    """One for the program's life; the vault stays open until it is closed with the window."""

    def __init__(self, folder: Path, work: Work, look: Look, policy: Policy, keyring: Any, show: Show, away: Callable[[], None]) -> None:
        """show: puts a screen in the window. away: out of HR's window. keyring: as for the main window."""
        self._folder, self._work, self._look, self._policy, self._keyring = folder, work, look, policy, keyring
        self._show, self._away = show, away
        self._waiting: list[Path] = []
        self.opened: Callable[[], None] = lambda: None
        self.try_pack: Callable[[Any, Callable[[], None]], None] = lambda pack, back: None
        self.vault: Any = None
        self._pooled = story.pool(())
        """What was read in when the tools were opened: a pilot round's figures are picked from it."""

    def enter(self, files: list[Path] | None = None) -> None:
        """The figures, with `files` read in; first the passphrase, when HR has a vault that is not open."""
        self._waiting += files or []
        if self.vault is None and desk.has_vault(self._place()):
            from senior_desktop.ui.start.unlock import UnlockPage

            page = UnlockPage(self._place(), self._work, self._look.chosen.language, self._keyring, device_allowed=self._policy.device_allowed)
            page.as_hr()
            page.opened.connect(self._opened)
            page.check.connect(self._away)
            page.for_hr.connect(self.figures)
            self._show(page, self._title())
        else:
            self.figures()

    def figures(self) -> None:
        """HR's window, with what the vault holds, or without."""
        from senior_desktop.ui.hr.window import HrPage

        floors = (self._policy.number("ReportMinPeople"), self._policy.number("ReportMinBatches"))
        organisation = self._policy.text("OrganisationName")
        page = HrPage(self._work, self._look.chosen.language, organisation, self._look.tokens, floors, self._folder, self.vault)
        page.left.connect(self._away)
        page.keeping.make.connect(self._make)
        page.keeping.unlock.connect(lambda: self.enter())
        page.questions.clicked.connect(self._questions)
        page.keeping.pilots.connect(lambda: self._pilots(page.pooled(), self.figures))
        page.keeping.tools.connect(lambda: self._open_tools(page.pooled()))
        page.keeping.show_vault(self.vault is not None, desk.has_vault(self._place()))
        self._show(page, self._title())
        if self._waiting:
            page.add_files(self._waiting)
            self._waiting = []

    def _open_tools(self, pooled: story.Pooled) -> None:
        self._pooled = pooled
        self._tools()

    def _pilots(self, pooled: story.Pooled, back: Callable[[], None]) -> None:
        from senior_desktop.ui.hr.pilots import PilotsPage

        page = PilotsPage(self._work, self._look.chosen.language, self._policy.text("OrganisationName"), pooled, self.vault)
        page.left.connect(back)
        self._show(page, self._title())

    def _tools(self) -> None:
        from senior_desktop.ui.pack.page import ToolsPage

        page = ToolsPage(self._work, self._look.chosen.language)
        page.left.connect(self.figures)
        page.chosen.connect(self._tool)
        self._show(page, self._title())

    def _tool(self, name: str) -> None:
        """One of the tools; each goes back to where they stand together."""
        given = self.vault, self._work, self._look.chosen.language
        match name:
            case "pilots":
                return self._pilots(self._pooled, self._tools)
            case "pack":
                from senior_desktop.ui.pack.setup import SetUpPage

                page: Any = SetUpPage(*given)
                page.tried.connect(lambda pack: self.try_pack(pack, lambda: self._tool("pack")))
            case "texts":
                from senior_desktop.ui.pack.texts import TextsPage

                page = TextsPage(*given)
            case "plan":
                from senior_desktop.ui.pack.plan import PlanPage

                page = PlanPage(*given)
            case "seals":
                from senior_desktop.ui.pack.seals import SealsPage

                page = SealsPage(*given)
            case "meeting":
                from senior_desktop.ui.pack.meeting import MeetingPage

                page = MeetingPage(*given)
            case _:
                from senior_desktop.ui.pack.sharing import SharingPage

                page = SharingPage(*given)
        page.left.connect(self._tools)
        self._show(page, self._title())

    def _questions(self) -> None:
        from senior_desktop.ui.hr.questions import QuestionsPage

        page = QuestionsPage(self._work, self._look.chosen.language)
        page.left.connect(self.figures)
        self._show(page, self._title())

    def _make(self) -> None:
        """HR's first run: a passphrase and a recovery sheet, as a leader's."""
        from senior_desktop.ui.start.first_run import FirstRun

        keyring = self._keyring if self._policy.device_allowed else lambda: None
        place = Workplace("", "", self._policy.text("OrganisationName"), "", "")
        page = FirstRun(self._place(), self._work, self._look.chosen.language, keyring, self._policy.number("MinPassphraseLength"), place=place)
        page.finished.connect(self._opened)
        page.for_hr.connect(self.figures)
        page.check.connect(self._away)
        self._show(page, self._title())

    def _opened(self, vault: Any) -> None:
        self.vault = vault
        self.opened()
        self.figures()

    def _place(self) -> Path:
        return story.hr_folder(self._folder)

    def _title(self) -> str:
        from PySide6.QtCore import QCoreApplication

        return QCoreApplication.translate("MainWindow", "Figures for HR")
