# SPDX-License-Identifier: EUPL-1.2
"""Sheets from a network meeting, counted by hand -> figures beside a reference; and the blank sheet to hand out."""

from datetime import datetime
from pathlib import Path
from typing import Any

from PySide6.QtWidgets import QFileDialog, QGridLayout, QHBoxLayout, QLineEdit, QSpinBox

from senior_desktop import tools
from senior_desktop.ui.document_view import DocumentView
from senior_desktop.ui.fields.soon import Soon
from senior_desktop.ui.pack.step import TALL
from senior_desktop.ui.screen import Screen, button
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
                box = QSpinBox()
                box.setRange(0, MOST)
                box.setMinimumHeight(TALL)
                box.setAccessibleName(f"{question} {answer}")
                box.wheelEvent = lambda event: event.ignore()  # type: ignore[method-assign]
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
        for one in (self.sheet, self.report, self.name, *(box for boxes in self.boxes.values() for box in boxes)):
            one.setEnabled(False)
        self.do(_begun, vault, then=self._begin)

    def flush(self) -> None:
        """What was typed and not yet kept."""
        if self._soon.isActive():
            self._soon.stop()
            self._keep()

    def _begin(self, found: tuple[Any, str]) -> None:
        tally, self._organisation = found
        self.name.setText(tally.name)
        for one in (self.sheet, self.report, self.name, *(box for boxes in self.boxes.values() for box in boxes)):
            one.setEnabled(True)
        for key, boxes in self.boxes.items():
            for box, number in zip(boxes, tally.counts[key], strict=True):
                box.blockSignals(True)
                box.setValue(number)
                box.blockSignals(False)
        self._show(tally)

    def _keep(self) -> None:
        self.do(tools.keep_tally, self._vault, *self._typed(), then=self._show)

    def _typed(self) -> tuple[str, dict[str, tuple[int, ...]]]:
        return self.name.text().strip(), {key: tuple(box.value() for box in boxes) for key, boxes in self.boxes.items()}

    def _show(self, tally: Any) -> None:
        self.view.show_document(tools.tally_document(tally, self._organisation, _now(), self.language))

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

        def save(tally: Any) -> None:
            self._show(tally)
            self._save(tools.tally_document(tally, self._organisation, _now(), self.language), file)

        self.do(tools.keep_tally, self._vault, *self._typed(), then=save)

    def _save(self, document: Any, file: Path) -> None:
        self.do(tools.save_document, document, file, then=self._saved, meanwhile=self.tr("The paper is being made …"))

    def _saved(self, file: Path) -> None:
        self.say(self.tr("Saved: %1").replace("%1", file.name))
        self.ensureWidgetVisible(self.state)


def _begun(vault: Any) -> tuple[Any, str]:
    return tools.tally_of(vault), tools.draft(vault, vault.now().date()).municipality


def _now() -> str:
    return datetime.now().astimezone().isoformat(timespec="seconds")
