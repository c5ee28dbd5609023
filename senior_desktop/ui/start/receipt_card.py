# SPDX-License-Identifier: EUPL-1.2
"""One yes or no of the leader -> the half-year's signed receipt, saved where HR can get it."""

from pathlib import Path
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QFileDialog, QLineEdit, QRadioButton

from senior_desktop import story
from senior_desktop.ui.screen import button
from senior_desktop.ui.talk.page import Card, label


class ReceiptCard(Card):
    """Has everybody in the group been offered the conversation? No figures, any size of team."""

    wanted = Signal(object, object)
    """(yes or no, the folder to save in)."""
    again = Signal(object)
    """The folder to save the given one in."""

    def __init__(self, leader: str) -> None:
        """leader: the name that signs; typed once more, so that a slip of the finger signs nothing."""
        super().__init__()
        self._leader = leader
        self.body.addWidget(label(self.tr("Receipt: has everybody been offered the conversation?"), "h2"))
        self.body.addWidget(
            label(self.tr("HR sees who has offered the conversation – never to whom, how many they are or what they said. It does not matter how many said no thanks."), "help")
        )
        self.state = label("", "fact")
        self.body.addWidget(self.state)
        self.yes = QRadioButton(self.tr("Yes, everybody in the group has been offered it in this half-year"))
        self.no = QRadioButton(self.tr("No, not everybody yet"))
        self._choice = QButtonGroup(self)
        for one in (self.yes, self.no):
            self._choice.addButton(one)
            one.toggled.connect(self._weigh)
            self.body.addWidget(one)
        self.typed = QLineEdit()
        self.typed.setPlaceholderText(self.tr("Type your name to sign"))
        self.typed.setAccessibleName(self.tr("Type your name to sign"))
        self.typed.textChanged.connect(self._weigh)
        self.body.addWidget(self.typed)
        self.sign = button(self.tr("Sign and save the receipt …"))
        self.sign.clicked.connect(lambda: self._choose(lambda folder: self.wanted.emit(self.yes.isChecked(), folder)))
        self.save = button(self.tr("Save the receipt again …"), "quiet")
        self.save.clicked.connect(lambda: self._choose(self.again.emit))
        for one in (self.sign, self.save):
            self.body.addWidget(one)
        self.show_given(None)

    def show_given(self, given: bytes | None) -> None:
        """Say whether this half-year's receipt is given; it may be given anew, with another answer."""
        self.given = given
        self.state.setText(self.tr("✓ The receipt for this half-year is signed. You may sign a new one if the answer has changed."))
        self.state.setVisible(given is not None)
        self.save.setVisible(given is not None)
        self.typed.clear()
        self._weigh()

    def mark(self) -> story.Mark:
        """How the leader signed."""
        return story.typed(self.typed.text().strip())

    def _weigh(self) -> None:
        named = bool(self._leader) and self.typed.text().strip().casefold() == self._leader.casefold()
        self.sign.setEnabled(named and self._choice.checkedButton() is not None)

    def _choose(self, then: Any) -> None:
        folder = QFileDialog.getExistingDirectory(self, self.tr("Where shall the receipt be saved?"))
        if folder:
            then(Path(folder))
