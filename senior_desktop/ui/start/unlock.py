# SPDX-License-Identifier: EUPL-1.2
"""Key store, passphrase or recovery sheet -> an open vault; wrong key, damaged file and missing key are told apart.

The first window: it imports nothing that is not needed to paint it.
"""

from pathlib import Path
from typing import Any

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget

from senior_desktop import desk
from senior_desktop.errors import SeniorError, VaultKeyMissing
from senior_desktop.ui.work import Work


class UnlockPage(QFrame):
    """A passphrase, or the sheet; the key store is tried at once where it is allowed."""

    takes_keyboard = True
    """It asks for the keyboard itself, once it is painted."""

    opened = Signal(object)
    check = Signal()
    for_hr = Signal()
    restore = Signal()
    try_talk = Signal()

    def __init__(self, folder: Path, work: Work, language: str, keyring: Any, *, device_allowed: bool) -> None:
        """keyring: a function that finds this computer's key store; called on the worker, since it may be slow."""
        super().__init__()
        self.setObjectName("canvas")
        self._folder, self._work, self._language = folder, work, language
        self._keyring, self._device_allowed = keyring, device_allowed
        self._by_sheet = False
        self._painted = False
        title = self.title = QLabel(self.tr("Welcome back"))
        title.setProperty("role", "h1")
        self._label = QLabel(self.tr("Passphrase"))
        self._label.setProperty("role", "fact")
        self.box = QLineEdit()
        self.box.setEchoMode(QLineEdit.EchoMode.Password)
        self.box.setAccessibleName(self._label.text())
        self.box.returnPressed.connect(self.unlock)
        self._label.setBuddy(self.box)
        self.open_button = QPushButton(self.tr("Open"))
        self.open_button.setProperty("role", "primary")
        self.open_button.clicked.connect(self.unlock)
        self.switch = QPushButton(self.tr("Use the recovery sheet"))
        self.switch.setProperty("role", "quiet")
        self.switch.clicked.connect(self._switch)
        self.said = QLabel("")
        self.said.setWordWrap(True)
        self.said.setProperty("role", "help")
        check = self.check_button = QPushButton(self.tr("Check a document"))
        check.setProperty("role", "quiet")
        check.clicked.connect(self.check)
        hr = self.hr_button = QPushButton(self.tr("For HR: read files"))
        hr.setProperty("role", "quiet")
        hr.clicked.connect(self.for_hr)
        copy = self.restore_button = QPushButton(self.tr("Restore from a copy"))
        copy.setProperty("role", "quiet")
        copy.clicked.connect(lambda: self.restore.emit())
        row = QHBoxLayout()
        row.addWidget(self.open_button)
        row.addWidget(self.switch)
        row.addStretch()
        below = QHBoxLayout()
        below.addWidget(check)
        below.addWidget(hr)
        below.addStretch()
        holder = QWidget()
        holder.setMaximumWidth(560)
        column = QVBoxLayout(holder)
        column.setSpacing(12)
        for one in (title, self._label, self.box):
            column.addWidget(one)
        column.addLayout(row)
        column.addWidget(self.said)
        column.addSpacing(24)
        column.addLayout(below)
        last = QHBoxLayout()
        last.addWidget(copy)
        last.addStretch()
        column.addLayout(last)
        # Stretches instead of an alignment: only then does a sentence get the height its lines need.
        across = QHBoxLayout()
        across.addStretch(1)
        across.addWidget(holder, 100)
        across.addStretch(1)
        outside = QVBoxLayout(self)
        outside.addStretch(2)
        outside.addLayout(across)
        outside.addStretch(3)

    def as_hr(self) -> None:
        """The page before HR's own vault: one may go on without it, or back."""
        self.title.setText(self.tr("HR's vault"))
        self.check_button.setText(self.tr("Back"))
        self.hr_button.setText(self.tr("Go on without the vault"))
        self.restore_button.hide()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The key store is asked, and the keyboard goes to the passphrase, only when the window stands there."""
        super().paintEvent(event)
        if not self._painted:
            self._painted = True
            QTimer.singleShot(0, self, self._begin)

    def _begin(self) -> None:
        self.box.setFocus()
        self.try_device()

    def try_device(self) -> None:
        """Ask the key store, after the first paint. Its silence is no error: the passphrase is right here."""
        if self._device_allowed:
            self.said.setText(self.tr("Asking this computer's key store …"))
            self._work.do(self._with_device, then=self.opened.emit, failed=self._no_device)

    def _with_device(self) -> Any:
        return desk.unlock_with_device(self._folder, self._keyring())

    def _no_device(self, fault: SeniorError) -> None:
        if isinstance(fault, VaultKeyMissing) and fault.facts.get("reason") == "no_slot":  # as after every lock
            self.said.setText(self.tr("Write your passphrase to open."))
        else:
            self._failed(fault)
        self.box.setFocus()

    def unlock(self) -> None:
        """Open with what stands in the box; the key derivation takes half a second and says so."""
        typed = self.box.text()
        if not typed:
            return
        self.open_button.setEnabled(False)
        self.said.setText(self.tr("Opening …"))
        self._work.do(self._with_typed, typed, then=self.opened.emit, failed=self._failed)

    def _with_typed(self, typed: str) -> Any:
        keyring = self._keyring() if self._device_allowed else None
        open_it = desk.unlock_with_sheet if self._by_sheet else desk.unlock
        return open_it(self._folder, typed, keyring)

    def _failed(self, fault: SeniorError) -> None:
        from senior_desktop import story

        self.open_button.setEnabled(True)
        self.said.setText(story.say(fault, self._language))
        self.box.selectAll()
        self.box.setFocus()

    def _switch(self) -> None:
        self._by_sheet = not self._by_sheet
        self.box.clear()
        self.box.setEchoMode(QLineEdit.EchoMode.Normal if self._by_sheet else QLineEdit.EchoMode.Password)
        self._label.setText(self.tr("The eight groups of the recovery sheet") if self._by_sheet else self.tr("Passphrase"))
        self.box.setAccessibleName(self._label.text())
        self.switch.setText(self.tr("Use the passphrase") if self._by_sheet else self.tr("Use the recovery sheet"))
        self.said.setText("")
        self.box.setFocus()
