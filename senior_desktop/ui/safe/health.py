# SPDX-License-Identifier: EUPL-1.2
"""A button -> every page and paper looked at, with how far it is; where something is wrong, the newest good copy is offered."""

from typing import Any

from PySide6.QtCore import QLocale, Qt, Signal
from PySide6.QtWidgets import QProgressBar

from senior_desktop import safekeeping
from senior_desktop.ui.screen import Screen, button
from senior_desktop.ui.talk.page import Card, label


class HealthCard(Card):
    """`restore(file)`: the user wants the copy back."""

    restore = Signal(object)
    _step = Signal(int, int)

    def __init__(self, screen: Screen, vault: Any) -> None:
        super().__init__()
        self._screen, self._vault = screen, vault
        self._file: Any = None
        self.body.addWidget(label(self.tr("Is everything whole?"), "h2"))
        self.told = label("")
        self.body.addWidget(self.told)
        self.body.addWidget(label(self.tr("The program looks by itself once a week, when nobody uses it. You can look now: every page, every conversation and paper, and the log."), "help"))
        self.bar = QProgressBar()
        self.bar.setAccessibleName(self.tr("How far it has looked"))
        self.bar.hide()
        self.body.addWidget(self.bar)
        self.look = button(self.tr("Look now"))
        self.look.clicked.connect(self.start)
        self.body.addWidget(self.look, 0, Qt.AlignmentFlag.AlignLeft)
        self.take = button(self.tr("Restore this copy"))
        self.take.clicked.connect(lambda: self.restore.emit(self._file))
        self.take.hide()
        self.body.addWidget(self.take, 0, Qt.AlignmentFlag.AlignLeft)
        self._step.connect(self._far)
        screen.do(safekeeping.last_look, vault, then=self._last)

    def start(self) -> None:
        """Look; the number of steps comes from the thread that looks."""
        self.look.setEnabled(False)
        self.bar.setRange(0, 0)
        self.bar.show()
        self.told.setText(self.tr("Looking …"))
        self._screen.do(safekeeping.look_over, self._vault, self._step.emit, then=self._found, failed=self._ended)

    def _far(self, done: int, of: int) -> None:
        self.bar.setRange(0, of)
        self.bar.setValue(done)

    def _ended(self) -> None:
        self.bar.hide()
        self.look.setEnabled(True)

    def _last(self, at: str) -> None:
        self.told.setText(self.tr("Last looked at on %1: all was whole.").replace("%1", _day(at)) if at else self.tr("Not looked at yet."))

    def _found(self, result: tuple[Any, Any]) -> None:
        found, newest = result
        self._ended()
        if not found.wrong:
            words = self.tr("✓ All is whole: %n conversation(s), %1 papers, the log.", "", found.talks)
            self.told.setText(words.replace("%1", str(found.papers)))
            return
        parts = [self.tr("Something is damaged. Do not write more here; what can still be read lies as it was.")]
        if found.wrong == ("log",):
            parts = [self.tr("A line of the log was changed, or is missing. The conversations and papers are whole.")]
        elif newest is None:
            parts.append(self.tr("There is no good copy beside the conversations. If you saved one elsewhere, use that; otherwise ask your IT department before anything else is done."))
        else:
            self._file = newest.file
            said = self.tr("The newest good copy is of %1. %n conversation(s) were written in after that; what was written then would be missing.", "", len(newest.missing))
            parts.append(said.replace("%1", _day(newest.created)))
            self.take.show()
        self.told.setText("\n".join(parts))


def _day(at: str) -> str:
    from datetime import datetime

    return QLocale().toString(datetime.fromisoformat(at).date(), "d. MMMM yyyy")
