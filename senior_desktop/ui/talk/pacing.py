# SPDX-License-Identifier: EUPL-1.2
"""The page that is open and the time since the two sat down -> a quiet line and bar; they inform and never hurry.

No countdown, no colour, no sound: a bar that is full stays full, and the words go on. Nothing of it is stored
but whether it is shown.
"""

import time
from collections.abc import Callable

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QProgressBar, QPushButton, QWidget

from senior_desktop.conversation.conversation import Conversation, Stage
from senior_desktop.conversation.guide import Page
from senior_desktop.conversation.template import Template

EVERY_MS = 20_000
"""How often the line is drawn anew; it tells whole minutes."""


class Pacing(QWidget):
    """Lives in the footer; gone while nobody is talking yet. `chosen` when the user hides or shows the time."""

    chosen = Signal(bool)

    def __init__(self, template: Template, began: float, on: bool, clock: Callable[[], float] = time.monotonic) -> None:
        """began: when the talk was opened, by `clock`, in seconds."""
        super().__init__()
        self._template, self._began, self._clock, self._on = template, began, clock, on
        self._page: Page | None = None
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        self.words = QLabel(self)
        self.words.setProperty("role", "small")
        self.words.setWordWrap(True)
        self.bar = QProgressBar(self)
        self.bar.setTextVisible(False)
        self.bar.setFixedWidth(96)
        self.switch = QPushButton(self)
        self.switch.setProperty("role", "quiet")
        self.switch.clicked.connect(self._switched)
        row.addWidget(self.bar)
        row.addWidget(self.words, 1)
        row.addWidget(self.switch)
        tick = QTimer(self)
        tick.setInterval(EVERY_MS)
        tick.timeout.connect(self.tick)
        tick.start()

    def begin(self, began: float) -> None:
        """Count from `began` on."""
        self._began = began

    def show_talk(self, talk: Conversation, page: Page) -> None:
        """Draw what belongs to `page`; only while the two talk."""
        self._page = page
        themes = self._template.short if talk.path == "short" else self._template.themes
        self.bar.setMaximum(max(1, sum(theme.minutes for theme in themes)))
        self.setVisible(talk.stage is Stage.TALKING)
        self.tick()

    def tick(self) -> None:
        """Tell the time that has passed."""
        minutes = max(0, int(self._clock() - self._began)) // 60
        gone = self.tr("You have talked for %n minute(s)", "", minutes) if minutes else ""
        theme = self._page.theme if self._page is not None else None
        usual = theme.minutes if theme is not None else 0
        about = self.tr("The theme often takes about %n minute(s)", "", usual) if usual else ""
        self.words.setText("\n".join(filter(None, (about, gone))))
        self.bar.setAccessibleName(self.tr("The time you have talked"))
        self.bar.setValue(min(minutes, self.bar.maximum()))
        self.words.setVisible(self._on)
        self.bar.setVisible(self._on)
        self.switch.setText(self.tr("Hide the time") if self._on else self.tr("Show the time"))

    def _switched(self) -> None:
        self._on = not self._on
        self.tick()
        self.chosen.emit(self._on)
