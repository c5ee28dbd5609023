# SPDX-License-Identifier: EUPL-1.2
"""HR's plan -> its steps with day, status and note, each kept as it is changed; saved as PDF, workbook or calendar."""

from datetime import datetime
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QFileDialog, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from senior_desktop import tools
from senior_desktop.ui.fields.date import DayBox, read_day
from senior_desktop.ui.fields.soon import Soon
from senior_desktop.ui.screen import Screen, button, cleared
from senior_desktop.ui.talk.page import Card, label
from senior_desktop.ui.work import Work


class PlanPage(Screen):
    """Before it is begun: one date. Then the steps, and one more of HR's own at the end."""

    def __init__(self, vault: Any, work: Work, language: str) -> None:
        super().__init__(
            self.tr("Plan for the talks"),
            self.tr("From the first discussion in HovedMED to the yearly follow-up. The plan names roles, never people."), work, language, widest=1080,
        )  # fmt: skip
        self._vault = vault
        self._organisation = ""
        self.plan: tuple[Any, ...] = ()
        self.rows: dict[str, StepCard] = {}
        self.begin = self.card(self.tr("When is the first discussion in HovedMED?"))
        self.first = DayBox(self.tr("First discussion"))
        self.begin.body.addWidget(self.first)
        self.make = button(self.tr("Make the plan"), "primary")
        self.make.clicked.connect(self._make)
        self.begin.body.addWidget(self.make, 0, Qt.AlignmentFlag.AlignLeft)
        self.begin.hide()
        self._ways = QWidget()
        across = QHBoxLayout(self._ways)
        across.setContentsMargins(0, 0, 0, 0)
        self.pdf, self.book, self.dates = button(self.tr("Save as PDF …")), button(self.tr("Save as workbook …")), button(self.tr("Save for the calendar …"))
        for one, name, kind, save in (
            (self.pdf, "plan.pdf", "PDF (*.pdf)", self.save_pdf), (self.book, "plan.xlsx", "Excel (*.xlsx)", self.save_book),
            (self.dates, "plan.ics", "iCalendar (*.ics)", self.save_dates),
        ):  # fmt: skip
            one.clicked.connect(lambda _=False, name=name, kind=kind, save=save: self._choose(name, kind, save))
            across.addWidget(one)
        across.addStretch()
        self.column.addWidget(self._ways)
        holder = QWidget()
        self._list = QVBoxLayout(holder)
        self._list.setContentsMargins(0, 0, 0, 0)
        self._list.setSpacing(12)
        self.column.addWidget(holder)
        self.own = self.card(self.tr("A step of your own"))
        row = QHBoxLayout()
        self.words = QLineEdit()
        self.words.setAccessibleName(self.tr("A step of your own"))
        self.words.setPlaceholderText(self.tr("For example: ask the night teams"))
        self.words.returnPressed.connect(self._add)
        self.role = QComboBox()
        self.role.setAccessibleName(self.tr("Who does it"))
        for letter, words in tools.roles(language).items():
            self.role.addItem(words, letter)
        self.role.setCurrentIndex(self.role.findData("R"))
        self.add = button(self.tr("Add"))
        self.add.clicked.connect(self._add)
        row.addWidget(self.words, 1)
        row.addWidget(self.role)
        row.addWidget(self.add)
        self.own.body.addLayout(row)
        self.column.addStretch(1)
        self._draw(())
        self.begin.hide()  # until it is known whether there is a plan
        self.do(_begun, vault, then=self._begin)

    def flush(self) -> None:
        """What was typed and not yet kept."""
        for one in self.rows.values():
            one.flush()

    def _begin(self, found: tuple[tuple[Any, ...], str]) -> None:
        plan, self._organisation = found
        self._draw(plan)

    def _draw(self, plan: tuple[Any, ...]) -> None:
        self.plan = plan
        self.begin.setVisible(not plan)
        self.own.setVisible(bool(plan))
        self._ways.setVisible(bool(plan))
        cleared(self._list)
        self.rows = {}
        for one in plan:
            card = self.rows[one.id] = StepCard(one, self.language)
            card.told = self._change
            self._list.addWidget(card)
        from senior_desktop.ui import keyboard

        keyboard.ready(self)

    def _make(self) -> None:
        self.first.flush()
        day = read_day(self.first.line.text())
        if day:
            self.do(tools.begin_plan, self._vault, day, then=self._draw)
        else:
            self.first.line.setFocus()

    def _change(self, step_id: str, changes: dict[str, Any]) -> None:
        self.plan = tuple(tools.planned(one, **changes) if one.id == step_id else one for one in self.plan)
        self.do(tools.keep_plan, self._vault, self.plan, then=lambda _: None)

    def _add(self) -> None:
        words = " ".join(self.words.text().split())
        if words:
            self.flush()
            self.words.clear()
            self.do(tools.keep_plan, self._vault, (*self.plan, tools.own_step(words, self.role.currentData())), then=self._draw)

    def _choose(self, name: str, kind: str, save: Any) -> None:
        chosen, _ = QFileDialog.getSaveFileName(self, self.tr("Where shall it be saved?"), name, kind)
        if chosen:
            save(Path(chosen))

    def save_pdf(self, file: Path) -> None:
        """The plan as PDF."""
        self.flush()
        made = datetime.now().astimezone().isoformat(timespec="seconds")
        document = tools.plan_document(self.plan, self._organisation, made, self.language)
        self.do(tools.save_document, document, file, then=self._saved, meanwhile=self.tr("The paper is being made …"))

    def save_book(self, file: Path) -> None:
        """The plan as a workbook."""
        self.flush()
        self.do(tools.save_plan_workbook, self.plan, file, self.language, then=self._saved)

    def save_dates(self, file: Path) -> None:
        """The dated steps as calendar entries."""
        self.flush()
        self.do(tools.save_plan_calendar, self._vault, self.plan, file, self.language, then=self._saved)

    def _saved(self, file: Path) -> None:
        self.say(self.tr("Saved: %1").replace("%1", file.name))
        self.ensureWidgetVisible(self.state)


def _begun(vault: Any) -> tuple[tuple[Any, ...], str]:
    return tools.plan_of(vault), tools.draft(vault, vault.now().date()).municipality


class StepCard(Card):
    """One step: what it is, who does it, when, how far it is, and a note."""

    def __init__(self, one: Any, language: str) -> None:
        super().__init__()
        self.told: Any = lambda step_id, changes: None
        self._id = one.id
        title, who, how = tools.step_in_words(one, language)
        self.body.addWidget(label(f"{title} · {who}" if who else title, "h2"))
        if how:
            self.body.addWidget(label(how, "help"))
        day, status, note = self.tr("Day"), self.tr("Status"), self.tr("Note")
        row = QHBoxLayout()
        self.day = DayBox(f"{day}: {title}")
        self.day.show_day(one.day)
        self.day.told = lambda day: self.told(self._id, {"day": day})
        self.status = QComboBox()
        self.status.setAccessibleName(f"{status}: {title}")
        for code, words in enumerate((self.tr("Not begun"), self.tr("Under way"), self.tr("Done"), self.tr("Dropped"))):
            self.status.addItem(words, code)
        self.status.setCurrentIndex(one.status)
        self.status.activated.connect(lambda _: self.told(self._id, {"status": self.status.currentData()}))
        self.note = QLineEdit(one.note)
        self.note.setAccessibleName(f"{note}: {title}")
        self.note.setPlaceholderText(note)
        self._soon = Soon(self, self._say)
        self.note.textEdited.connect(self._soon.typed)
        self.note.editingFinished.connect(self.flush)
        for box, stretch in ((self.day, 0), (self.status, 0), (self.note, 1)):
            row.addWidget(box, stretch)
        self.body.addLayout(row)

    def flush(self) -> None:
        """What was typed and not yet said."""
        self.day.flush()
        if self._soon.isActive():
            self._soon.stop()
            self._say()

    def _say(self) -> None:
        self.told(self._id, {"note": self.note.text().strip()})
