# SPDX-License-Identifier: EUPL-1.2
"""An invented person's answers -> clicks and keys in the real windows, and a picture of what stands there.

The windows are the product's own; only the hands are ours. Nothing is stored past them.
"""

import math
from pathlib import Path
from typing import Any

from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QApplication, QComboBox, QWidget

from senior_desktop.ui.fields.choice import ChoiceField, ListField
from senior_desktop.ui.fields.choices import ChoicesField
from senior_desktop.ui.fields.date import DateField
from senior_desktop.ui.fields.field import Field
from senior_desktop.ui.fields.number import NumberField
from senior_desktop.ui.fields.pen import PenBox
from senior_desktop.ui.fields.text import LineField, TextField
from senior_desktop.ui.main_window import MainWindow
from senior_desktop.ui.talk.page import QuestionCard, TalkPage
from senior_desktop.ui.talk.window import TalkWindow
from senior_desktop.ui.work import Work

Said = dict[str, Any]


class Hands:
    """Works one main window."""

    def __init__(self, window: MainWindow, work: Work, pictures: Path, faults: list[BaseException] | None = None) -> None:
        """faults: where the queue puts what went wrong; the demo stops at the first."""
        self.window, self.work, self.pictures = window, work, pictures
        self.faults = [] if faults is None else faults
        self.taken: list[str] = []

    # -- seeing --------------------------------------------------------------------------------------------------------

    def settle(self) -> None:
        """Wait until all that was asked is stored and drawn. Raises what went wrong meanwhile."""
        self.work.settle()
        for _ in range(3):  # a new text, its label's height, the page's height
            QApplication.sendPostedEvents()
            QApplication.processEvents()
        if self.faults:
            raise self.faults[0]
        alarm = getattr(self.window.centralWidget(), "alarm", None)
        if alarm is not None and not alarm.isHidden():
            raise AssertionError(alarm.text())
        if not self.work.idle:
            self.settle()

    def picture(self, name: str) -> None:
        """Keep what the window shows as `<nn>-<name>.png`."""
        self.settle()
        self.pictures.mkdir(parents=True, exist_ok=True)
        file = self.pictures / f"{len(self.taken) + 1:02}-{name}.png"
        self.window.grab().save(str(file))
        self.taken.append(file.name)

    def screen(self) -> Any:
        """The screen in the window, when nothing is under way."""
        self.settle()
        return self.window.centralWidget()

    # -- doing ---------------------------------------------------------------------------------------------------------

    def say(self, field: Field, value: Any, first: int | None = None) -> None:
        """Answer one field as a person would."""
        match field:
            case ChoiceField():
                field.button(value).click()
            case ListField():
                choose(field.box, value)
            case ChoicesField():
                for code in value:
                    field.box(code).click()
                if first is not None and len(value) > 1:
                    self.settle()
                    choose(field.top, first)
            case TextField():
                field.box.setPlainText(value)
            case LineField() | NumberField():
                field.box.setText(value)
            case DateField():
                field.day.line.setText(value)
        field.flush()

    def answer(self, page: TalkPage, key: str, value: Any, first: int | None = None) -> None:
        """Answer the question `key` on `page`; "-" is "ønsker ikke at svare"."""
        card = page.cards[key]
        if value == "-":
            assert isinstance(card, QuestionCard) and card.leave is not None  # every question of the talk may be left
            card.leave.click()
        elif value != "":
            if isinstance(card, QuestionCard) and card.open is not None and card.open.isVisible():
                card.open.click()
            self.say(card.field, value, first)

    def go(self, talk: TalkWindow, page_id: str) -> Any:
        """Open a page of the talk."""
        self.settle()
        talk.open(page_id)
        self.settle()
        return talk.page(page_id)


def choose(box: QComboBox, value: Any) -> None:
    """Pick the line of a drop-down that holds `value`."""
    box.setCurrentIndex(box.findData(value))
    box.activated.emit(box.currentIndex())


def write_name(pen: PenBox, seed: int) -> None:
    """Draw an invented signature with the mouse."""
    wide, high = pen.width() or 400, pen.height() or 130

    def move(kind: QEvent.Type, x: float, y: float) -> None:
        spot = QPointF(x * wide, y * high)
        held = Qt.MouseButton.NoButton if kind is QEvent.Type.MouseButtonRelease else Qt.MouseButton.LeftButton
        event = QMouseEvent(kind, spot, pen.mapToGlobal(spot), Qt.MouseButton.LeftButton, held, Qt.KeyboardModifier.NoModifier)
        QApplication.sendEvent(pen, event)

    move(QEvent.Type.MouseButtonPress, 0.12, 0.6)
    for step in range(1, 60):
        x = 0.12 + step * 0.009
        move(QEvent.Type.MouseMove, x, 0.5 + 0.24 * math.sin(step * (0.42 + seed % 5 * 0.09)) * math.cos(step * 0.11 * (seed % 3 + 1)))
    move(QEvent.Type.MouseButtonRelease, 0.66, 0.5)
    move(QEvent.Type.MouseButtonPress, 0.2, 0.86)
    move(QEvent.Type.MouseMove, 0.45, 0.83)
    move(QEvent.Type.MouseMove, 0.7, 0.8)
    move(QEvent.Type.MouseButtonRelease, 0.7, 0.8)


def no_one_looks(window: QWidget) -> None:
    """Lay the window out at its size, though no screen shows it."""
    window.resize(1280, 860)
    window.show()
    QApplication.processEvents()
