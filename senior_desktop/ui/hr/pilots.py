# SPDX-License-Identifier: EUPL-1.2
"""HR's pilot rounds (prøvehandlinger) -> one open at a time: what it is, what leaders wrote, stories, its report."""

from datetime import datetime
from pathlib import Path
from typing import Any

from PySide6.QtWidgets import QComboBox, QFileDialog, QHBoxLayout, QWidget

from senior_desktop import drives, paths, story
from senior_desktop.ui.hr.pilot import PilotEditor
from senior_desktop.ui.screen import Screen, ask_first, button
from senior_desktop.ui.talk.page import label
from senior_desktop.ui.work import Work


class PilotsPage(Screen):
    """Which round, and the round itself; every change is kept as it is made."""

    def __init__(self, work: Work, language: str, organisation: str, pooled: story.Pooled, vault: Any) -> None:
        """pooled: all that HR has read in; a round's figures are picked from it. vault: HR's own, open."""
        super().__init__(
            self.tr("Pilot rounds"),
            self.tr("Try the conversation in a corner of the municipality first. A small round tells of the tool, never of people."),
            work, language, widest=1080,
        )
        self._organisation, self._pooled, self._vault = organisation, pooled, vault
        self.editor: PilotEditor | None = None
        row = QHBoxLayout()
        self.which = QComboBox()
        self.which.setAccessibleName(self.tr("Pilot round"))
        self.which.activated.connect(lambda _: self._open(self.which.currentData()))
        self.new = button(self.tr("New pilot round"))
        self.new.clicked.connect(self._begin)
        row.addWidget(self.which, 1)
        row.addWidget(self.new)
        self.column.addLayout(row)
        self.empty = label(self.tr("There is no pilot round yet. Begin one, print the learning sheet for its leaders, and type in what they write."), "help")
        self.column.addWidget(self.empty)
        self._place = QWidget()
        self.column.addWidget(self._place)
        self.saving = QWidget()
        across = QHBoxLayout(self.saving)
        across.setContentsMargins(0, 0, 0, 0)
        self.report = button(self.tr("Save the report as PDF …"), "primary")
        self.sheet = button(self.tr("Save the learning sheet as PDF …"))
        self.drop = button(self.tr("Delete the round …"), "quiet")
        self.report.clicked.connect(lambda: self._choose("seniorsamtale-proevehandling.pdf", self.save_report))
        self.sheet.clicked.connect(lambda: self._choose("seniorsamtale-laeringsark.pdf", self.save_sheet))
        self.drop.clicked.connect(self._ask)
        for one in (self.report, self.sheet, self.drop):
            across.addWidget(one)
        across.addStretch()
        self.column.addWidget(self.saving)
        self.column.addStretch(1)
        self._show(())
        self.do(story.pilots, vault, then=self._show)

    def flush(self) -> None:
        """What was typed and not yet kept."""
        if self.editor is not None:
            self.editor.flush()

    # -- which round ---------------------------------------------------------------------------------------------------

    def _show(self, rounds: tuple[Any, ...], chosen: str = "") -> None:
        self._rounds = {one.id: one for one in rounds}
        self.which.clear()
        for one in rounds:
            self.which.addItem(one.name or self.tr("No name yet"), one.id)
        self.which.setVisible(bool(rounds))
        self.empty.setVisible(not rounds)
        self.saving.setVisible(bool(rounds))
        if rounds:
            self.which.setCurrentIndex(max(0, self.which.findData(chosen)) if chosen else len(rounds) - 1)
        self._open(self.which.currentData())

    def _open(self, pilot_id: str | None) -> None:
        self.flush()
        if self.editor is not None:
            self.editor.deleteLater()
            self.editor = None
        if pilot_id is not None:
            self.editor = PilotEditor(self._rounds[pilot_id], story.parts(self._pooled)[0], self.language)
            self.editor.changed.connect(self._keep)
            self.column.replaceWidget(self._place, self.editor)
            self._place.deleteLater()
            self._place = self.editor

    def _begin(self) -> None:
        self.flush()
        newest = (story.parts(self._pooled)[0] or ("",))[-1]
        self.do(story.new_pilot, self._vault, newest, then=self._begun)

    def _begun(self, one: Any) -> None:
        self._show((*self._rounds.values(), one), one.id)
        assert self.editor is not None  # just made
        self.editor.name.setFocus()

    def _keep(self, one: Any) -> None:
        """The round as it now reads; the whole of it, so that no half of a change is kept."""
        self._rounds[one.id] = one
        self.which.setItemText(self.which.findData(one.id), one.name or self.tr("No name yet"))
        self.do(story.change_pilot, self._vault, one.id, lambda _: one, then=lambda _: None)

    def _ask(self) -> None:
        ask_first(
            self, self.tr("Delete the pilot round?"), self.tr("What the leaders wrote and the stories go with it. Files that were read in stay."),
            self.tr("Delete it"), self.tr("Keep it"), self.delete,
        )  # fmt: skip

    def delete(self) -> None:
        """Forget the round that is open."""
        if self.editor is not None:
            self.do(story.drop_pilot, self._vault, self.editor.pilot.id, then=self._show)

    # -- its papers ----------------------------------------------------------------------------------------------------

    def _choose(self, name: str, save: Any) -> None:
        chosen, _ = QFileDialog.getSaveFileName(self, self.tr("Where shall it be saved?"), name, "PDF (*.pdf)")
        if chosen:
            save(Path(chosen))

    def save_report(self, file: Path) -> None:
        """The round's report to `file`."""
        pooled, language, organisation = self._pooled, self.language, self._organisation
        self._write(file, lambda one: story.pilot_pdf(pooled, one, organisation, datetime.now().astimezone(), language))

    def save_sheet(self, file: Path) -> None:
        """The blank learning sheet to `file`."""
        language, organisation = self.language, self._organisation
        self._write(file, lambda one: story.learning_sheet(one, organisation, datetime.now().astimezone(), language))

    def _write(self, file: Path, make: Any) -> None:
        self.flush()
        assert self.editor is not None  # the buttons stand there only when a round is open
        one = self.editor.pilot

        def write() -> Path:
            drives.may_export(file.parent)
            return paths.write(file, make(one), replace=True)

        self.do(write, then=self._saved, meanwhile=self.tr("The paper is being made …"))

    def _saved(self, file: Path) -> None:
        self.say(self.tr("Saved: %1").replace("%1", file.name))
        self.ensureWidgetVisible(self.state)
