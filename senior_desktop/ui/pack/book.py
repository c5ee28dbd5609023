# SPDX-License-Identifier: EUPL-1.2
"""A part of the pack under work -> saved as a workbook and read back from one, beside the window's own thread."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QVBoxLayout, QWidget

from senior_desktop import story
from senior_desktop.errors import SeniorError
from senior_desktop.ui.pack.step import Step
from senior_desktop.ui.screen import button
from senior_desktop.ui.talk.page import label
from senior_desktop.ui.work import Work


class Book(QWidget):
    """Two buttons and what became of them. A workbook may take seconds; the step waits, the window does not."""

    found = Signal(object)
    """What the workbook that was read holds."""

    def __init__(self, step: Step, work: Work, name: str, save: Callable[[Path], Any], read: Callable[[Path], Any]) -> None:
        """name: of the file that is proposed. `save` and `read` are called with a file and raise SeniorError of the world."""
        super().__init__()
        self._step, self._work, self._name, self._save, self._read = step, work, name, save, read
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        row = QHBoxLayout()
        self.out, self.back = button(self.tr("Save as workbook …")), button(self.tr("Read a workbook …"))
        self.out.clicked.connect(self._choose_out)
        self.back.clicked.connect(self._choose_back)
        row.addWidget(self.out)
        row.addWidget(self.back)
        row.addStretch()
        column.addLayout(row)
        self.state, self.fault = label("", "saved"), label("", "alarm")
        for line in (self.state, self.fault):
            line.hide()
            column.addWidget(line)

    def _choose_out(self) -> None:
        name, _ = QFileDialog.getSaveFileName(self, self.tr("Save the workbook"), self._name, "Excel (*.xlsx)")
        if name:
            self.save_to(Path(name))

    def _choose_back(self) -> None:
        name, _ = QFileDialog.getOpenFileName(self, self.tr("Read a workbook"), "", "Excel (*.xlsx)")
        if name:
            self.read_from(Path(name))

    def save_to(self, file: Path) -> None:
        """What stands in the step, as a workbook; the dialog has asked before an older one is replaced."""
        self._step.flush()
        self._begin(self.out, self.tr("The workbook is being saved …"), self.tr("✓ Saved: %1").replace("%1", file.name))
        self._work.do(self._save, file, then=self._saved, failed=self._refused)

    def read_from(self, file: Path) -> None:
        """What was edited there is `found`; a fault names sheet and cell, and nothing is changed."""
        self._begin(self.back, self.tr("The workbook is being read …"), self.tr("✓ The workbook's words stand here now."))
        self._work.do(self._read, file, then=self._have_read, failed=self._refused)

    def _begin(self, asked: QWidget, doing: str, done: str) -> None:
        self._asked, self._done = asked, done
        self._step.setEnabled(False)
        self.fault.hide()
        self.state.setText(doing)
        self.state.show()

    def _end(self) -> None:
        self._step.setEnabled(True)
        self._asked.setFocus()  # a button that was greyed has lost it, and the keyboard its place

    def _saved(self, _: Any) -> None:
        self._end()
        self.state.setText(self._done)

    def _have_read(self, found: Any) -> None:
        self._end()
        self.state.setText(self._done)
        self.found.emit(found)

    def _refused(self, fault: SeniorError) -> None:
        self._end()
        self.state.hide()
        self.fault.setText(story.say(fault, self._step.language))
        self.fault.show()
