# SPDX-License-Identifier: EUPL-1.2
"""A day typed as 23-11-2026 or picked in the calendar -> `changed(Answer("2026-11-23"))`; empty is an answer too."""

import re
from contextlib import suppress
from datetime import date

from PySide6.QtCore import QDate, QLocale
from PySide6.QtWidgets import (
    QCalendarWidget,
    QDialog,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from senior_desktop.conversation.conversation import Answer
from senior_desktop.conversation.template import Question, Template
from senior_desktop.ui.fields.field import Field
from senior_desktop.ui.fields.soon import Soon

YEARS = range(2000, 2101)
"""Years a date here may lie in; anything else is a slip of the finger, and the hint says so."""

_PARTS = re.compile(r"(\d{1,2})\.?[\s./-]*(\d{1,2}|[a-zæøå]{3,9})\.?[\s./-]*(\d{4}|\d{2})")


def read_day(typed: str) -> str | None:
    """The ISO date of what was typed, "" for nothing, None when it is no date or lies outside `YEARS`.

    Day, month, year in any of the ways people write them: 1-3-27, 1/3-2027, 01.03.2027, 01032027,
    1. marts 2027, 1 March 2027; and 2027-03-01.
    """
    if not typed.strip():
        return ""
    day = _any_day(typed)
    return day.isoformat() if day is not None and day.year in YEARS else None


def _any_day(typed: str) -> date | None:
    """The day that was typed, of any year; None when it is none."""
    typed = typed.strip().lower()
    with suppress(ValueError):
        day = date.fromisoformat(typed)
        return day if "-" in typed else None
    packed = re.fullmatch(r"(\d{2})(\d{2})(\d{4})", typed)
    found = packed or _PARTS.fullmatch(typed)
    if not found or not (packed or re.search(r"[\s./-]", typed)):
        return None
    day_of, month, year = found.groups()
    with suppress(ValueError):
        return date(int(year) + (2000 if len(year) == 2 else 0), int(month) if month.isdigit() else _month(month), int(day_of))
    return None


def _month(name: str) -> int:
    """"marts", "mar", "march" -> 3. Raises ValueError."""
    for language in ("da_DK", "en_GB"):
        months = [QLocale(language).monthName(number).lower() for number in range(1, 13)]
        hits = [number for number, one in enumerate(months, 1) if one.startswith(name)]
        if len(hits) == 1:
            return hits[0]
    raise ValueError(name)


class DayBox(QWidget):
    """A line for the date, a button for the calendar, and a hint when the date cannot be read."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._told = ""
        self.told = lambda day: None  # replaced by the owner: gets the ISO date or ""
        self.line = QLineEdit(self)
        self.line.setAccessibleName(name)
        self.line.setPlaceholderText(self.tr("dd-mm-yyyy"))
        self.line.setMinimumWidth(150)
        self.line.setMaximumWidth(220)
        self._soon = Soon(self, self._tell)
        self.line.textEdited.connect(self._soon.typed)
        self.line.editingFinished.connect(self.flush)
        self.pick = QPushButton(self.tr("Calendar"), self)
        self.pick.setProperty("role", "quiet")
        self.pick.setAccessibleName(f"{self.pick.text()}: {name}")
        self.pick.clicked.connect(self._open_calendar)
        self.hint = QLabel(self)
        self.hint.setProperty("role", "help")
        self.hint.hide()
        row = QHBoxLayout()
        row.addWidget(self.line)
        row.addWidget(self.pick)
        row.addStretch()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addLayout(row)
        layout.addWidget(self.hint)
        self.setFocusProxy(self.line)

    def flush(self) -> None:
        """Say the date when it is one and was not said before; what cannot be read stays, with a hint."""
        self._soon.stop()
        day = read_day(self.line.text())
        self.hint.setVisible(day is None)
        self._explain()
        if day is not None:
            told = day == self._told
            self.show_day(day)
            if not told:
                self.told(day)

    def _explain(self) -> None:
        """Say what is wrong: how a date is written, or which years it may lie in."""
        other_year = _any_day(self.line.text()) is not None
        years = self.tr("Write a date between %1 and %2").replace("%1", f"01-01-{YEARS[0]}").replace("%2", f"31-12-{YEARS[-1]}")
        self.hint.setText(years if other_year else self.tr("Write the date as 23-11-2026"))

    def _tell(self) -> None:
        """While typing goes on: say a whole date, without touching what stands there."""
        day = read_day(self.line.text())
        if day and day != self._told and re.search(r"\d{4}", self.line.text()):
            self._told = day
            self.told(day)

    def show_day(self, day: str) -> None:
        """Draw the ISO date `day`, or nothing for "". What could not be read stays while nothing new is stored."""
        if self._soon.isActive() or day == self._told and not self.hint.isHidden() and read_day(self.line.text()) is None:
            return
        self._told = day
        self.hint.hide()
        self.line.setText(date.fromisoformat(day).strftime("%d-%m-%Y") if day else "")

    def _open_calendar(self) -> None:
        dialog = QDialog(self)
        dialog.setWindowTitle(self.tr("Choose a date"))
        calendar = QCalendarWidget(dialog)
        calendar.setSelectedDate(QDate.fromString(self._told, "yyyy-MM-dd") if self._told else QDate.currentDate())
        calendar.activated.connect(lambda day: self._picked(day, dialog))
        calendar.clicked.connect(lambda day: self._picked(day, dialog))
        QVBoxLayout(dialog).addWidget(calendar)
        dialog.open()

    def _picked(self, day: QDate, dialog: QDialog) -> None:
        dialog.accept()
        self.line.setText(day.toString("dd-MM-yyyy"))
        self.flush()


class DateField(Field):
    """The date of a question."""

    def __init__(self, question: Question, template: Template, language: str, parent: QWidget | None = None) -> None:
        super().__init__(question, template, language, parent)
        self.day = DayBox(self.name(), self)
        self.day.told = lambda day: self.changed.emit(Answer(day or None))
        self.setFocusProxy(self.day)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.day)

    def flush(self) -> None:
        """Say the date at once."""
        self.day.flush()

    def show_answer(self, answer: Answer) -> None:
        """Draw the stored date."""
        self.day.show_day(answer.value if isinstance(answer.value, str) else "")

    @property
    def being_typed_in(self) -> bool:
        """Whether the cursor stands here."""
        return self.day.line.hasFocus()
