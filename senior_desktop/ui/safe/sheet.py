# SPDX-License-Identifier: EUPL-1.2
"""Eight groups of a new recovery sheet -> shown once, saved as PDF, two of them asked back; `held()` when they are right."""

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFileDialog, QGridLayout, QHBoxLayout, QLineEdit

from senior_desktop import desk
from senior_desktop.conversation.conversation import Workplace
from senior_desktop.ui.screen import Screen, button
from senior_desktop.ui.talk.page import Card, label


class SheetCard(Card):
    """Nobody goes on before the sheet is written down: it is kept nowhere."""

    held = Signal()

    def __init__(self, screen: Screen, place: Workplace, done: str) -> None:
        """done: the words on the button that goes on."""
        super().__init__()
        self._screen, self._place = screen, place
        self.groups: tuple[str, ...] = ()
        self.body.addWidget(label(self.tr("The new recovery sheet"), "h2"))
        self.body.addWidget(label(self.tr("The sheet opens the conversations if you forget the passphrase. Print it, or write it down, and keep it locked away. Tear the old one up. The groups are shown only now."), "help"))
        grid = QGridLayout()
        self._shown = [label("", "h2") for _ in range(8)]
        for at, shown in enumerate(self._shown):
            shown.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByKeyboard | Qt.TextInteractionFlag.TextSelectableByMouse)
            grid.addWidget(shown, at // 2, at % 2)
        self.body.addLayout(grid)
        self.save = button(self.tr("Save the sheet as PDF …"))
        self.save.clicked.connect(self._choose)
        self.body.addWidget(self.save, 0, Qt.AlignmentFlag.AlignLeft)
        self.body.addWidget(label(self.tr("Type two of the groups, so that you know the sheet is right:"), "help"))
        self.asked = desk.two_groups()
        self.typed: list[QLineEdit] = []
        row = QHBoxLayout()
        for number in self.asked:
            box = QLineEdit()
            box.setPlaceholderText(self.tr("Group %1").replace("%1", str(number)))
            box.setAccessibleName(box.placeholderText())
            box.textChanged.connect(self._weigh)
            self.typed.append(box)
            row.addWidget(box)
        self.body.addLayout(row)
        self.told = label("", "help")
        self.body.addWidget(self.told)
        self.done = button(done, "primary")
        self.done.setEnabled(False)
        self.done.clicked.connect(self._held)
        self.body.addWidget(self.done, 0, Qt.AlignmentFlag.AlignRight)
        self.hide()

    def show_groups(self, groups: tuple[str, ...]) -> None:
        """Show them, until two were typed right."""
        self.groups = groups
        for at, group in enumerate(groups):
            self._shown[at].setText(f"{at + 1}.  {group}")
        for box in self.typed:
            box.clear()
        self.show()
        self._screen.ensureWidgetVisible(self)
        self.save.setFocus()

    def _weigh(self) -> None:
        wanted = [self.groups[number - 1] for number in self.asked] if self.groups else []
        typed = [box.text().strip() for box in self.typed]
        self.done.setEnabled(bool(wanted) and typed == wanted)
        wrong = all(len(one) >= 6 for one in typed) and typed != wanted
        self.told.setText(self.tr("That is not what stands on the sheet. Look once more.") if wrong else "")

    def _choose(self) -> None:
        name, _ = QFileDialog.getSaveFileName(self, self.tr("Save the recovery sheet"), "seniorsamtale-noegleark.pdf", "PDF (*.pdf)")
        if name:
            self.save_to(Path(name))

    def save_to(self, file: Path) -> None:
        """Write the sheet to `file`, which the user prints and deletes."""
        words = self.tr("The sheet is saved. Print it, and delete the file when it is on paper.")
        self._screen.do(desk.save_sheet, file, self.groups, self._place, self._screen.language, then=lambda _: self.told.setText(words))

    def _held(self) -> None:
        self.groups = ()
        for shown in self._shown:
            shown.clear()
        self.hide()
        self.held.emit()
