# SPDX-License-Identifier: EUPL-1.2
"""HR's pack and plan -> parts of them for another municipality; another's file -> the parts HR wants, with their origin."""

from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QFileDialog, QHBoxLayout

from senior_desktop import tools
from senior_desktop.ui.screen import Screen, button
from senior_desktop.ui.talk.page import label
from senior_desktop.ui.work import Work


class SharingPage(Screen):
    """Two cards: give, and take. Facts, keys, seals and contacts are never shared."""

    taken = Signal()

    def __init__(self, vault: Any, work: Work, language: str) -> None:
        super().__init__(
            self.tr("Share with other municipalities"),
            self.tr("Measures, letters, template and plan. Never names, contacts, keys or figures."), work, language,
        )  # fmt: skip
        self._vault = vault
        self._pack: Any = None
        self._found: Any = None
        self.names = {
            "measures": self.tr("Measures as you have them"), "letters": self.tr("Letters in your own words"),
            "template": self.tr("The template of the talk"), "plan": self.tr("The plan's steps, without dates and notes"),
        }  # fmt: skip
        give = self.card(self.tr("Give"))
        self.give = {name: QCheckBox(words) for name, words in self.names.items()}
        for tick in self.give.values():
            tick.setEnabled(False)
            give.body.addWidget(tick)
        self.nothing = label("", "help")
        self.nothing.hide()
        give.body.addWidget(self.nothing)
        self.save = button(self.tr("Save a file to share …"))
        self.save.setEnabled(False)
        self.save.clicked.connect(self._choose)
        give.body.addWidget(self.save, 0, Qt.AlignmentFlag.AlignLeft)
        take = self.card(self.tr("Take"))
        take.body.addWidget(label(self.tr("What you have written yourself stays, but for the measures, letters and template that come with the file."), "help"))
        self.open = button(self.tr("Choose a file …"))
        self.open.clicked.connect(self._choose_file)
        take.body.addWidget(self.open, 0, Qt.AlignmentFlag.AlignLeft)
        self.origin = label("", "fact")
        take.body.addWidget(self.origin)
        self.take = {name: QCheckBox(words) for name, words in self.names.items()}
        for tick in self.take.values():
            tick.hide()
            take.body.addWidget(tick)
        self.use = button(self.tr("Put them into your draft"), "primary")
        self.use.hide()
        self.use.clicked.connect(self._use)
        row = QHBoxLayout()
        row.addWidget(self.use)
        row.addStretch()
        take.body.addLayout(row)
        self.earlier = label("", "small")
        self.earlier.hide()
        take.body.addWidget(self.earlier)
        self.column.addStretch(1)
        self.do(_draft, vault, then=self._begin)

    def _begin(self, found: tuple[Any, tuple[str, ...], tuple[tuple[str, str], ...]]) -> None:
        self._pack, own, earlier = found
        for name, tick in self.give.items():
            tick.setChecked(name in own)
            tick.setEnabled(name in own)
        named = bool(self._pack.municipality.strip())
        self.nothing.setText("" if named else self.tr("Write the municipality's name in the pack first: others must see where it comes from."))
        self.nothing.setVisible(not named)
        self.save.setEnabled(named and bool(own))
        self._show_earlier(earlier)

    def _show_earlier(self, earlier: tuple[tuple[str, str], ...]) -> None:
        lines = [self.tr("From %1, %2").replace("%1", origin).replace("%2", tools.day_in_words(made, self.language)) for origin, made in earlier]
        self.earlier.setText("\n".join([self.tr("Taken before:"), *lines]) if lines else "")
        self.earlier.setVisible(bool(lines))

    def _choose(self) -> None:
        name, _ = QFileDialog.getSaveFileName(self, self.tr("Save a file to share"), "seniorsamtale-delt.json", "JSON (*.json)")
        if name:
            self.save_to(Path(name))

    def save_to(self, file: Path) -> None:
        """The ticked parts to `file`."""
        parts = frozenset(name for name, tick in self.give.items() if tick.isChecked())
        self.do(tools.share, self._vault, self._pack, parts, file, self._vault.now().date(), then=lambda _: self.say(self.tr("Saved: %1").replace("%1", file.name)))

    def _choose_file(self) -> None:
        name, _ = QFileDialog.getOpenFileName(self, self.tr("Choose a file"), "", "JSON (*.json)")
        if name:
            self.look_at(Path(name))

    def look_at(self, file: Path) -> None:
        """Read what another municipality has shared."""
        self.do(tools.shared_by_others, file, then=self._show)

    def _show(self, found: Any) -> None:
        self._found = found
        self.origin.setText(self.tr("From %1, %2").replace("%1", found.origin).replace("%2", tools.day_in_words(found.made, self.language)))
        for name, tick in self.take.items():
            tick.setVisible(name in tools.parts_in(found))
            tick.setChecked(name in tools.parts_in(found))
        self.use.setVisible(bool(tools.parts_in(found)))

    def _chosen(self) -> frozenset[str]:
        return frozenset(name for name, tick in self.take.items() if tick.isChecked() and not tick.isHidden())

    def _use(self) -> None:
        self.do(_taken, self._vault, self._pack, self._found, self._chosen(), then=self._done)

    def _done(self, done: tuple[Any, bool, bool, tuple[tuple[str, str], ...]]) -> None:
        self._pack, in_draft, plan_stays, earlier = done
        self.use.hide()
        said = [self.tr("✓ It is in your draft. Look at it before you hand out the next version.")] if in_draft else []
        if plan_stays:
            said.append(self.tr("Your own plan is begun, so it stays as it is."))
        elif "plan" in self._chosen():
            said.append(self.tr("✓ The steps stand in your plan."))
        self._show_earlier(earlier)
        self.say(" ".join(said))
        self.taken.emit()


def _draft(vault: Any) -> tuple[Any, tuple[str, ...], tuple[tuple[str, str], ...]]:
    pack = tools.draft(vault, vault.now().date())
    return pack, tools.parts_to_share(vault, pack), tools.taken_before(vault)


def _taken(vault: Any, pack: Any, found: Any, parts: frozenset[str]) -> tuple[Any, bool, bool, tuple[tuple[str, str], ...]]:
    """The draft, whether any part went into it, whether a plan that is begun kept the other out, and from whom parts came."""
    stays = "plan" in parts and bool(tools.plan_of(vault))
    taken = tools.keep_draft(vault, tools.take_shared(vault, pack, found, parts))
    return taken, bool(parts - {"plan"}), stays, tools.taken_before(vault)
