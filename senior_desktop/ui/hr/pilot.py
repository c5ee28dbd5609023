# SPDX-License-Identifier: EUPL-1.2
"""One pilot round -> boxes to write in; `changed` with the whole round a second after the last key, or when a box is left."""

from datetime import date
from typing import Any

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtGui import QIntValidator
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QGridLayout,
    QHBoxLayout,
    QLineEdit,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from senior_desktop import story
from senior_desktop.ui.screen import button
from senior_desktop.ui.talk.page import Card, label

PAUSE = 1_000
LINES = 4
AREAS = 10
"""O0 "not given" to O9 (domain, section 8)."""


class PilotEditor(QWidget):
    """What it is, the leaders' learning sheets, the stories. An empty sheet or story stands last, to be filled in."""

    changed = Signal(object)

    def __init__(self, pilot: Any, periods: tuple[str, ...], language: str) -> None:
        """periods: the half-years there are files of."""
        super().__init__()
        self.pilot = pilot
        self._words, self._language = story.words(language), language
        self._timer = QTimer(self, singleShot=True, interval=PAUSE)
        self._timer.timeout.connect(self.flush)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(16)
        self._what(periods)
        self.sheets: list[tuple[QPlainTextEdit, QPlainTextEdit, QLineEdit]] = []
        self.stories: list[tuple[QPlainTextEdit, QCheckBox]] = []
        self._sheet_card = self._card(self.tr("The leaders' learning sheets"), self.tr("About the tool, not about employees: no names. One point a line. The report mixes all that the leaders wrote."))
        self._story_card = self._card(self.tr("Stories"), self.tr("In the employee's own words. A story gets into the report only when the employee has read it and approved it word by word."))
        for sheet in pilot.sheets:
            self.add_sheet(sheet)
        for one in pilot.stories:
            self.add_story(one)
        if not pilot.sheets:
            self.add_sheet()
        if not pilot.stories:
            self.add_story()
        for card, words, add in (
            (self._sheet_card, self.tr("One more sheet"), self.add_sheet), (self._story_card, self.tr("One more story"), self.add_story),
        ):
            more = button(words, "quiet")
            more.clicked.connect(lambda _=False, add=add: add().setFocus())
            row = QHBoxLayout()
            row.addWidget(more)
            row.addStretch()
            card.layout().addLayout(row)
        ending = self._card(self.tr("Evaluation"), self.tr("What you keep, change or leave, and what you told HovedMED."))
        self.evaluation = self._text(pilot.evaluation, self.tr("Your evaluation"), ending.inner)  # type: ignore[attr-defined]

    def _what(self, periods: tuple[str, ...]) -> None:
        card = Card()
        self._column.addWidget(card)
        self.name = QLineEdit(self.pilot.name)
        self.period = QComboBox()
        self.period.addItem(self.tr("All"), "")
        for one in sorted({*periods, *filter(None, (self.pilot.period,)), *story.periods_ahead(date.today())}):
            self.period.addItem(story.period_in_words(one, self._language), one)
        self.period.setCurrentIndex(max(0, self.period.findData(self.pilot.period)))
        for words, box in ((self.tr("What the round is called"), self.name), (self.tr("Half-year"), self.period)):
            title = label(words, "fact")
            title.setBuddy(box)
            box.setAccessibleName(words)
            card.body.addWidget(title)
            card.body.addWidget(box)
        self.purpose = self._text(self.pilot.purpose, self.tr("Purpose: what you want to find out"), card.body)
        self.who = self._text(self.pilot.who, self.tr("Who takes part: workplaces and roles, no names"), card.body)
        card.body.addWidget(label(self.tr("Areas in the round; none ticked means all"), "fact"))
        grid = QGridLayout()
        self.areas = {f"O{at}": QCheckBox(self._words(f"hr.area_O{at}")) for at in range(1, AREAS)}
        for at, (code, box) in enumerate(self.areas.items()):
            box.setChecked(code in self.pilot.areas)
            box.toggled.connect(self._touched)
            grid.addWidget(box, at // 3, at % 3)
        card.body.addLayout(grid)
        self.name.textChanged.connect(self._touched)
        self.name.editingFinished.connect(self.flush)
        self.period.activated.connect(self._touched)

    def _card(self, title: str, why: str) -> QWidget:
        card = Card()
        card.body.addWidget(label(title, "h2"))
        card.body.addWidget(label(why, "help"))
        inner = QVBoxLayout()
        card.body.addLayout(inner)
        card.inner = inner  # type: ignore[attr-defined]
        self._column.addWidget(card)
        return card

    def _text(self, text: str, words: str, inner: QVBoxLayout) -> QPlainTextEdit:
        box = QPlainTextEdit(text)
        box.setTabChangesFocus(True)
        box.setAccessibleName(words)
        box.setFixedHeight(box.fontMetrics().lineSpacing() * LINES + 24)
        box.textChanged.connect(self._touched)
        box.installEventFilter(self)
        title = label(words, "fact")
        title.setBuddy(box)
        inner.addWidget(title)
        inner.addWidget(box)
        return box

    def add_sheet(self, sheet: Any = None) -> QPlainTextEdit:
        """A sheet's three boxes, empty or filled; the first of them."""
        inner = self._sheet_card.inner  # type: ignore[attr-defined]
        number = len(self.sheets) + 1
        worked = self._text(sheet.worked if sheet else "", self.tr("Sheet %1: what worked").replace("%1", str(number)), inner)
        missing = self._text(sheet.missing if sheet else "", self.tr("Sheet %1: what was missing").replace("%1", str(number)), inner)
        words = self.tr("Sheet %1: minutes for a conversation").replace("%1", str(number))
        minutes = QLineEdit(str(sheet.minutes) if sheet and sheet.minutes else "")
        minutes.setValidator(QIntValidator(0, 600, minutes))
        minutes.setMaximumWidth(120)
        minutes.setAccessibleName(words)
        minutes.textChanged.connect(self._touched)
        minutes.editingFinished.connect(self.flush)
        inner.addWidget(label(words, "fact"))
        inner.addWidget(minutes)
        self.sheets.append((worked, missing, minutes))
        return worked

    def add_story(self, told: Any = None) -> QPlainTextEdit:
        """A story's box and its tick."""
        inner = self._story_card.inner  # type: ignore[attr-defined]
        text = self._text(told.text if told else "", self.tr("Story %1").replace("%1", str(len(self.stories) + 1)), inner)
        tick = QCheckBox(self.tr("The employee has read and approved the story, word by word"))
        tick.setAccessibleName(f"{text.accessibleName()}: {tick.text()}")
        tick.setChecked(bool(told and told.approved))
        tick.toggled.connect(self._touched)
        # Whatever is changed afterwards has not been read.
        text.textChanged.connect(lambda: tick.setChecked(False))
        inner.addWidget(tick)
        self.stories.append((text, tick))
        return text

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """A box that is left is kept at once."""
        if event.type() == QEvent.Type.FocusOut:
            self.flush()
        return super().eventFilter(watched, event)

    def _touched(self) -> None:
        if not self._timer.isActive():  # from the first key: continuous typing never waits
            self._timer.start()

    def flush(self) -> None:
        """Say what stands here now, if it has changed."""
        self._timer.stop()
        sheets = [{"worked": one.toPlainText(), "missing": two.toPlainText(), "minutes": int(three.text() or 0)} for one, two, three in self.sheets]
        stories = [{"text": text.toPlainText(), "approved": tick.isChecked()} for text, tick in self.stories]
        now = story.pilot_of(
            self.pilot.id, name=self.name.text(), purpose=self.purpose.toPlainText(), who=self.who.toPlainText(), evaluation=self.evaluation.toPlainText(), period=self.period.currentData(),
            areas=tuple(code for code, box in self.areas.items() if box.isChecked()),
            sheets=[one for one in sheets if any(one.values())], stories=[one for one in stories if one["text"].strip()],
        )  # fmt: skip
        if now != self.pilot:
            self.pilot = now
            self.changed.emit(now)
