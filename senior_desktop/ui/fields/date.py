# SPDX-License-Identifier: EUPL-1.2
"""A day typed as 23-11-2026 or picked in the calendar -> `changed(Answer("2026-11-23"))`; empty is an answer too."""

from datetime import date, datetime

from PySide6.QtCore import QDate
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

_FORMS = ("%d-%m-%Y", "%d.%m.%Y", "%d/%m/%Y", "%d%m%Y", "%Y-%m-%d", "%d-%m-%y", "%d.%m.%y", "%d/%m/%y")


def read_day(typed: str) -> str | None:
    """The ISO date of what was typed, "" for nothing, None when it is no date."""
    typed = typed.strip()
    if not typed:
        return ""
    for form in _FORMS:
        try:
            return datetime.strptime(typed, form).date().isoformat()
        except ValueError:
            continue
    return None


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
        self.line.editingFinished.connect(self.flush)
        self.pick = QPushButton(self.tr("Calendar"), self)
        self.pick.setProperty("role", "quiet")
        self.pick.setAccessibleName(f"{self.pick.text()}: {name}")
        self.pick.clicked.connect(self._open_calendar)
        self.hint = QLabel(self.tr("Write the date as 23-11-2026"), self)
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
        """Say the date when it is one and was not said before."""
        day = read_day(self.line.text())
        self.hint.setVisible(day is None)
        if day is not None and day != self._told:
            self.show_day(day)
            self.told(day)

    def show_day(self, day: str) -> None:
        """Draw the ISO date `day`, or nothing for ""."""
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
