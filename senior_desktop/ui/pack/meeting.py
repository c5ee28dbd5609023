# SPDX-License-Identifier: EUPL-1.2
"""Sheets from network meetings, counted by hand -> figures beside a reference, a meeting at a time; and the blank sheet."""

from datetime import datetime
from pathlib import Path
from typing import Any

from PySide6.QtWidgets import QComboBox, QFileDialog, QGridLayout, QHBoxLayout, QLineEdit, QSpinBox

from senior_desktop import tools
from senior_desktop.ui.document_view import DocumentView
from senior_desktop.ui.fields.soon import Soon
from senior_desktop.ui.pack.step import number_box
from senior_desktop.ui.screen import Screen, ask_first, button
from senior_desktop.ui.talk.page import label
from senior_desktop.ui.work import Work

MOST = 5_000


class MeetingPage(Screen):
    """How many gave each answer; nobody's own answer is typed in."""

    def __init__(self, vault: Any, work: Work, language: str) -> None:
        super().__init__(
            self.tr("Answers from a meeting"),
            self.tr("Hand out the sheet, count the answers, and type in how many gave each. Figures are shown from 20 answers up."), work, language,
        )  # fmt: skip
        self._vault = vault
        self._organisation = ""
        self._tallies: tuple[Any, ...] = ()
        self._at = 0
        row = QHBoxLayout()
        self.sheet = button(self.tr("Save the blank sheet as PDF …"))
        self.report = button(self.tr("Save the figures as PDF …"), "primary")
        self.sheet.clicked.connect(lambda: self._choose("evaluering.pdf", self.save_sheet))
        self.report.clicked.connect(lambda: self._choose("svar-fra-moedet.pdf", self.save_figures))
        row.addWidget(self.sheet)
        row.addWidget(self.report)
        row.addStretch()
        self.column.addLayout(row)
        self._soon = Soon(self, self._keep)
        card = self.card(self.tr("Which meeting"))
        several = QHBoxLayout()
        self.which = QComboBox()
        self.which.setAccessibleName(self.tr("Meetings that were counted"))
        self.which.activated.connect(self.open)
        self.new = button(self.tr("A new meeting"))
        self.new.clicked.connect(self.begin_new)
        self.drop = button(self.tr("Delete this meeting"), "quiet")
        self.drop.clicked.connect(self._drop)
        several.addWidget(self.which, 1)
        several.addWidget(self.new)
        several.addWidget(self.drop)
        card.body.addLayout(several)
        self.name = QLineEdit()
        self.name.setAccessibleName(self.tr("Which meeting"))
        self.name.setPlaceholderText(self.tr("For example: the town hall, 4 November"))
        self.name.textEdited.connect(self._soon.typed)
        card.body.addWidget(self.name)
        self.boxes: dict[str, list[QSpinBox]] = {}
        for key, question, answers in tools.tally_questions(language):
            card = self.card(question)
            grid = QGridLayout()
            self.boxes[key] = []
            for column, answer in enumerate(answers):
                box = number_box(range(MOST + 1))
                box.setAccessibleName(f"{question} {answer}")
                box.valueChanged.connect(self._soon.typed)
                title = label(answer, "small")
                title.setBuddy(box)
                grid.addWidget(title, 0, column)
                grid.addWidget(box, 1, column)
                self.boxes[key].append(box)
            card.body.addLayout(grid)
        self.view = DocumentView(self.tr("The figures"))
        self.column.addWidget(self.view)
        self.column.addStretch(1)
        self._all = (self.sheet, self.report, self.which, self.new, self.drop, self.name, *(box for boxes in self.boxes.values() for box in boxes))
        for one in self._all:
            one.setEnabled(False)
        self.do(_begun, vault, then=self._begin)

    def flush(self) -> None:
        """What was typed and not yet kept."""
        if self._soon.isActive():
            self._soon.stop()
            self._keep()

    def _begin(self, found: tuple[tuple[Any, ...], str]) -> None:
        self._tallies, self._organisation = found
        for one in self._all:
            one.setEnabled(True)
        self.open(len(self._tallies) - 1)

    def open(self, at: int) -> None:
        """The meeting at that place, behind the last a new one; what was typed of the one before is kept first."""
        self.flush()
        self._at = at
        tally = self._tallies[at] if at < len(self._tallies) else None
        self.name.setText(tally.name if tally is not None else "")
        for key, boxes in self.boxes.items():
            for column, box in enumerate(boxes):
                box.blockSignals(True)
                box.setValue(tally.counts[key][column] if tally is not None else 0)
                box.blockSignals(False)
        if tally is None:
            self.name.setFocus()
        self._list()
        self._show()

    def begin_new(self) -> None:
        """A meeting behind the last; what was typed must have its place before the next one takes one."""
        if not self._soon.isActive():
            return self.open(len(self._tallies))
        self._soon.stop()

        def kept(tallies: tuple[Any, ...]) -> None:
            self._tallies = tallies
            self.open(len(tallies))

        self.do(tools.keep_tally, self._vault, self._at, *self._typed(), then=kept)

    def _list(self) -> None:
        """The meetings by name; one that is not kept yet stands last."""
        names = [one.name for one in self._tallies] + [""] * (self._at == len(self._tallies))
        self.which.clear()
        for number, name in enumerate(names, 1):
            self.which.addItem(name or self.tr("Meeting %1").replace("%1", str(number)))
        self.which.setCurrentIndex(self._at)

    def _keep(self) -> None:
        self.do(tools.keep_tally, self._vault, self._at, *self._typed(), then=self._kept)

    def _kept(self, tallies: tuple[Any, ...]) -> None:
        self._tallies = tallies
        self._list()
        self._show()

    def _drop(self) -> None:
        ask_first(
            self, self.tr("Delete the meeting?"), self.tr("Its name and counts go. Papers you have saved stay."),
            self.tr("Delete it"), self.tr("Keep it"), self.delete,
        )  # fmt: skip

    def delete(self) -> None:
        """Take the meeting that is shown away."""
        self._soon.stop()

        def gone(tallies: tuple[Any, ...]) -> None:
            self._tallies = tallies
            self.open(min(self._at, len(tallies) - 1))

        self.do(tools.drop_tally, self._vault, self._at, then=gone)

    def _typed(self) -> tuple[str, dict[str, tuple[int, ...]]]:
        return self.name.text().strip(), {key: tuple(box.value() for box in boxes) for key, boxes in self.boxes.items()}

    def _show(self) -> None:
        """The figures as they are kept; a new meeting has none."""
        kept = self._at < len(self._tallies)
        self.view.setVisible(kept)
        if kept:
            self.view.show_document(self._figures())

    def _figures(self) -> Any:
        return tools.tally_document(self._tallies[self._at], self._organisation, _now(), self.language)

    def _choose(self, name: str, save: Any) -> None:
        chosen, _ = QFileDialog.getSaveFileName(self, self.tr("Where shall it be saved?"), name, "PDF (*.pdf)")
        if chosen:
            save(Path(chosen))

    def save_sheet(self, file: Path) -> None:
        """The blank sheet."""
        self._save(tools.evaluation_sheet(self._organisation, _now(), self.language), file)

    def save_figures(self, file: Path) -> None:
        """The figures as they stand."""
        self._soon.stop()

        def save(tallies: tuple[Any, ...]) -> None:
            self._kept(tallies)
            self._save(self._figures(), file)

        self.do(tools.keep_tally, self._vault, self._at, *self._typed(), then=save)

    def _save(self, document: Any, file: Path) -> None:
        self.do(tools.save_document, document, file, then=self._saved, meanwhile=self.tr("The paper is being made …"))

    def _saved(self, file: Path) -> None:
        self.say(self.tr("Saved: %1").replace("%1", file.name))
        self.ensureWidgetVisible(self.state)


def _begun(vault: Any) -> tuple[tuple[Any, ...], str]:
    return tools.tallies_of(vault), tools.draft(vault, vault.now().date()).municipality


def _now() -> str:
    return datetime.now().astimezone().isoformat(timespec="seconds")
