# SPDX-License-Identifier: EUPL-1.2
"""HR's vault, open -> the pack under work, step by step; each change is kept as it is made, and handed out when HR says so."""

from datetime import datetime
from pathlib import Path
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QWidget

from senior_desktop import story, tools
from senior_desktop.ui import keyboard
from senior_desktop.ui.pack.facts import FactsStep, TalkStep
from senior_desktop.ui.pack.hand_out import HandOutStep
from senior_desktop.ui.pack.letters import LettersStep
from senior_desktop.ui.pack.measures import MeasuresStep
from senior_desktop.ui.pack.numbers import NumbersStep
from senior_desktop.ui.pack.step import Step
from senior_desktop.ui.pack.template import TemplateStep
from senior_desktop.ui.screen import Screen, button
from senior_desktop.ui.talk.page import label
from senior_desktop.ui.work import Work

STEP_OF = {
    "invitation_days": 1, "days_to_read": 1, "follow_up_months": 1, "rules": 1, "measures": 2, "letters": 4, "template": 5,
}  # fmt: skip
"""Where a field of the pack is mended; the others at the first step."""


class SetUpPage(Screen):
    """Seven steps, in any order; the line at the top says where one is."""

    tried = Signal(object)
    """The pack under work, to be tried in a talk."""

    def __init__(self, vault: story.Vault, work: Work, language: str) -> None:
        super().__init__(
            self.tr("The pack for leaders"),
            self.tr("Set up once, present on every leader's laptop. Everything has a good default; change only what is different with you."),
            work, language, widest=1280,
        )  # fmt: skip
        self._vault = vault
        self._last: Any = None
        self._key = ""
        self.pack: Any = None
        self.step: Step | None = None
        self.names = (
            self.tr("The municipality"), self.tr("The talk"), self.tr("Measures"), self.tr("Counts"), self.tr("Letters"), self.tr("Template"),
            self.tr("Hand it out"),
        )  # fmt: skip
        rows = QGridLayout()
        rows.setSpacing(8)
        abreast = len(self.names) if self.base < 20 else 4  # large letters need two rows on a small screen
        self.steps = [button(f"{number}  {name}") for number, name in enumerate(self.names, 1)]
        for place, one in enumerate(self.steps):
            one.setCheckable(True)
            one.setEnabled(False)
            one.clicked.connect(lambda _=False, place=place: self.open(place))
            rows.addWidget(one, place // abreast, place % abreast)
        rows.setColumnStretch(abreast, 1)
        self.column.addLayout(rows)
        self.kept = label("", "saved")
        self.column.addWidget(self.kept)
        self._place = QWidget()
        self.column.addWidget(self._place)
        ways = QHBoxLayout()
        self.before, self.after = button(self.tr("Step before")), button(self.tr("Next"), "primary")
        self.before.clicked.connect(lambda: self.open(self.place - 1))
        self.after.clicked.connect(lambda: self.open(self.place + 1))
        ways.addStretch()
        ways.addWidget(self.before)
        ways.addWidget(self.after)
        self.column.addLayout(ways)
        self.column.addStretch(1)
        self.place = 0
        self.do(_begun, vault, then=self._begin)

    def _begin(self, found: tuple[Any, Any, str]) -> None:
        self.pack, self._last, self._key = found
        for one in self.steps:
            one.setEnabled(True)
        self.open(0)

    def flush(self) -> None:
        """What was typed and not yet kept."""
        if self.step is not None:
            self.step.flush()

    def open(self, place: int) -> None:
        """Go to a step; what was typed in the one before is kept first."""
        self.flush()
        self.place = max(0, min(place, len(self.names) - 1))
        step = self._made(self.place)
        step.changed.connect(self._keep)
        self.column.replaceWidget(self._place, step)
        self._place.setParent(None)
        self._place.deleteLater()
        self.step = self._place = step  # type: ignore[assignment]
        for number, one in enumerate(self.steps):
            one.setChecked(number == self.place)
        self.before.setEnabled(self.place > 0)
        self.after.setVisible(self.place < len(self.names) - 1)
        self.verticalScrollBar().setValue(0)
        keyboard.ready(self)
        keyboard.enter(step, self.before, self.after)

    def _mend(self, place: str) -> None:
        """To the step in which `place` of the pack is written, and there to it."""
        field, _, rest = place.partition("/")
        self.open(STEP_OF.get(field, 0))
        if self.step is not None:
            self.step.stand_on(rest.partition("/")[0])

    def _made(self, place: int) -> Step:
        if place == len(self.names) - 1:
            last = HandOutStep(self.pack, self.language, self._last, self._key)
            last.publish.connect(self.publish)
            last.fingerprint.connect(self.save_fingerprint)
            last.mend.connect(self._mend)
            return last
        if place == len(self.names) - 2:
            template = TemplateStep(self.pack, self.language, self._last, self._work)
            template.tried.connect(lambda: self.tried.emit(self.pack))
            template.drawn.connect(lambda: keyboard.last(template, self.before, self.after))
            return template
        if place == 0:
            facts = FactsStep(self.pack, self.language)
            facts.seals_wanted.connect(lambda: self.do(tools.with_known_seals, self._vault.folder.parent, self.pack, then=lambda one: self._sealed(facts, one)))
            return facts
        if place == 2:
            return MeasuresStep(self.pack, self.language, self._work)
        return {1: TalkStep, 3: NumbersStep, 4: LettersStep}[place](self.pack, self.language)

    def _sealed(self, facts: FactsStep, one: Any) -> None:
        self._keep({"seals": one.seals})
        facts.show_seals(len(one.seals))

    def _keep(self, changes: dict[str, Any]) -> None:
        self.pack = tools.pack_changed(self.pack, **changes)
        if self.step is not None:
            self.step.pack = self.pack
        self.do(tools.keep_draft, self._vault, self.pack, then=lambda _: self._say_kept())

    def _say_kept(self) -> None:
        self.kept.setText(self.tr("✓ Saved at %1").replace("%1", datetime.now().strftime("%H.%M")))

    def publish(self, file: Path) -> None:
        """Sign the next version and write it where HR chose."""
        self.flush()
        self.do(_published, self._vault, self.pack, file, then=self._handed_out, meanwhile=self.tr("The pack is being signed …"))

    def _handed_out(self, found: tuple[Any, str]) -> None:
        self.pack, name = found
        self._last = self.pack
        self.open(self.place)
        self.say(self.tr("Version %1 is signed and saved: %2").replace("%1", str(self.pack.version)).replace("%2", name))
        self.ensureWidgetVisible(self.state)

    def save_fingerprint(self, file: Path) -> None:
        """A page with the fingerprint, to hand out on paper."""
        self.do(tools.save_fingerprint, self._vault, self.pack, file, self.language, then=lambda _: self.say(self.tr("Saved: %1").replace("%1", file.name)))


def _begun(vault: story.Vault) -> tuple[Any, Any, str]:
    return tools.draft(vault, vault.now().date()), tools.published(vault), tools.own_fingerprint(vault)


def _published(vault: story.Vault, pack: Any, file: Path) -> tuple[Any, str]:
    one, content = tools.publish(vault, pack, vault.now().date())
    return one, tools.save_pack(file, content).name
