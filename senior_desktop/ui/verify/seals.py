# SPDX-License-Identifier: EUPL-1.2
"""The book of known seals -> a list to look at; a seal added after it was compared, blocked, or taken from HR's signed list."""

from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QFileDialog,
    QHBoxLayout,
    QInputDialog,
    QLineEdit,
    QMessageBox,
    QPushButton,
    QVBoxLayout,
)

from senior_desktop import desk, story
from senior_desktop.errors import SeniorError
from senior_desktop.ui.screen import cleared
from senior_desktop.ui.talk.page import Card, label
from senior_desktop.ui.work import Work


class SealsCard(Card):
    """Shut until it is wanted."""

    changed = Signal()
    """The book is another one now: what was checked may be green."""

    def __init__(self, folder: Path, work: Work) -> None:
        super().__init__()
        self._folder, self._work = folder, work
        self.open = QPushButton(self.tr("Known seals …"))
        self.open.setCheckable(True)
        self.open.setProperty("role", "quiet")
        self.open.toggled.connect(self._look)
        self.body.addWidget(self.open, 0, Qt.AlignmentFlag.AlignLeft)
        self.told = label("", "help")
        self.body.addWidget(self.told)
        self.rows = QVBoxLayout()
        self.body.addLayout(self.rows)
        self.number = QLineEdit()
        self.number.setPlaceholderText(self.tr("The seal's number, 64 digits and letters, as you were given it"))
        self.number.setAccessibleName(self.tr("The seal's number"))
        self.number.textChanged.connect(self._weigh)
        self.whose = QComboBox()
        self.whose.setAccessibleName(self.tr("Whose seal it is"))
        for kind, words in (("leader", self.tr("A leader's")), ("hr", self.tr("HR's own, for lists")), ("root", self.tr("HR's root"))):
            self.whose.addItem(words, kind)
        self.add = QPushButton(self.tr("Add"))
        self.add.clicked.connect(lambda: self.keep(self.number.text(), str(self.whose.currentData())))
        row = QHBoxLayout()
        for part, share in ((self.number, 1), (self.whose, 0), (self.add, 0)):
            row.addWidget(part, share)
        self.body.addLayout(row)
        self.take = QPushButton(self.tr("Take in a list that HR has signed …"))
        self.take.clicked.connect(self._choose)
        self.body.addWidget(self.take, 0, Qt.AlignmentFlag.AlignLeft)
        self._look(False)

    def offer(self, fingerprint: str) -> QPushButton:
        """A button for a seal that a paper bears and nobody here knows."""
        button = QPushButton(self.tr("Add this seal …"))
        button.clicked.connect(lambda: self._ask(fingerprint))
        return button

    def _ask(self, fingerprint: str) -> None:
        """Comparing is the point: the question shows the number once more."""
        label_text, sure = QInputDialog.getText(
            self, self.tr("Add this seal …"),
            self.tr("Have you compared this number with the leader or HR, by telephone or on paper?\n\n%1\n\nWhere does the seal belong?").replace("%1", fingerprint),
        )
        if sure:
            self.keep(fingerprint, "leader", label_text)

    def keep(self, fingerprint: str, kind: str, whose: str = "") -> None:
        """Write the seal into the book."""
        self._do(desk.add_seal, fingerprint, whose or self.whose.itemText(self.whose.findData(kind)), kind)
        self.number.clear()

    def take_list(self, file: Path) -> None:
        """Take in HR's list and say how much of it was new."""
        self._do(desk.take_seals, file, then=lambda new: self._tell(self.tr("%n entr(y/ies) of the list were new.", "", new)))

    def _choose(self) -> None:
        name, _ = QFileDialog.getOpenFileName(self, self.take.text(), "", "PDF (*.pdf)")
        if name:
            self.take_list(Path(name))

    def _do(self, deed: Any, *inputs: Any, then: Any = None) -> None:
        def done(result: Any) -> None:
            self._look(self.open.isChecked())
            if then is not None:
                then(result)
            self.changed.emit()

        self._work.do(deed, self._folder, *inputs, then=done, failed=self._sorry)

    def _sorry(self, fault: SeniorError) -> None:
        self._tell(story.say(fault, desk.settings(self._folder).language))

    def _tell(self, words: str) -> None:
        self.told.setText(words)
        self.told.setVisible(bool(words))

    def _weigh(self) -> None:
        digits = "".join(self.number.text().split())
        self.add.setEnabled(len(digits) == 64 and all(one in "0123456789abcdefABCDEF" for one in digits))

    def _look(self, on: bool) -> None:
        for part in (self.number, self.whose, self.add, self.take):
            part.setVisible(on)
        self._tell("")
        self._weigh()
        cleared(self.rows)
        if on:
            self._work.do(desk.seals, self._folder, then=self._show, failed=self._sorry)

    def _show(self, known: tuple[tuple[str, str, str, bool], ...]) -> None:
        cleared(self.rows)
        if not known:
            self._tell(self.tr("No seal is known here yet. Your own is added when you sign for the first time."))
        for fingerprint, whose, kind, blocked in known:
            line = QHBoxLayout()
            words = self.tr("Blocked") if blocked else self.whose.itemText(self.whose.findData(kind))
            line.addWidget(label(f"{whose} · {words}\n{fingerprint}", "help"), 1)
            if not blocked:
                block = QPushButton(self.tr("Block …"))
                block.setAccessibleName(f"{block.text()} {whose} {fingerprint[:9]}")
                block.clicked.connect(lambda _=False, one=fingerprint: self._ask_block(one))
                line.addWidget(block, 0, Qt.AlignmentFlag.AlignTop)
            self.rows.addLayout(line)

    def _ask_block(self, fingerprint: str) -> None:
        box = QMessageBox(QMessageBox.Icon.Question, "Seniorsamtale", self.tr("Block this seal?"), parent=self)
        box.setInformativeText(self.tr("Papers with it are yellow from then on. It cannot be undone here."))
        yes = box.addButton(self.tr("Block it"), QMessageBox.ButtonRole.AcceptRole)
        box.addButton(QMessageBox.StandardButton.Cancel)
        box.buttonClicked.connect(lambda button: self.block(fingerprint) if button is yes else None)
        box.open()

    def block(self, fingerprint: str) -> None:
        """Block without asking again."""
        self._do(desk.block_seal, fingerprint)
