# SPDX-License-Identifier: EUPL-1.2
"""Workplace, passphrase, recovery sheet -> a vault that can be opened again; nothing can be written before."""

from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QFileDialog,
    QGridLayout,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QScrollArea,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from senior_desktop import desk
from senior_desktop.conversation.conversation import Workplace
from senior_desktop.errors import SeniorError
from senior_desktop.ui.safe.passphrase import LEAST_VARIED, how_strong, secret_box
from senior_desktop.ui.talk.page import Card, label
from senior_desktop.ui.work import Work


class FirstRun(QScrollArea):
    """Three steps, one card each; `finished(vault)` when the sheet is written down."""

    finished = Signal(object)
    check = Signal()
    for_hr = Signal()
    restore = Signal()
    try_talk = Signal()

    def __init__(
        self, folder: Path, work: Work, language: str, keyring: Any, least: int, municipality: str = "", place: Workplace | None = None
    ) -> None:
        """keyring: a function that finds this computer's key store, or gives None. least: shortest passphrase.

        municipality: as IT calls it; "" leaves it to the user. place: given for HR's vault, which asks nobody who they are.
        """
        super().__init__()
        self._folder, self._work, self._language, self._keyring, self._least = folder, work, language, keyring, least
        self._municipality, self._place = municipality, place
        self._vault: Any = None
        self.groups: tuple[str, ...] = ()
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        inside = QWidget()
        inside.setObjectName("page")
        holder = QWidget()
        holder.setMaximumWidth(760)
        across = QHBoxLayout(inside)
        across.setContentsMargins(32, 32, 32, 32)
        across.addStretch(1)
        across.addWidget(holder, 100)
        across.addStretch(1)
        column = QVBoxLayout(holder)
        column.setSpacing(16)
        column.addWidget(label(self.tr("HR's vault") if place else self.tr("Welcome"), "h1"))
        if place:
            intro = self.tr("Two short steps, then what you read in is there next time. Everything stays encrypted on this computer.")
        else:
            intro = self.tr("Three short steps, then you can hold the first conversation. Everything stays encrypted on this computer.")
        column.addWidget(label(intro, "help"))
        self.steps = QStackedWidget()
        for step in (self._about_you(), self._passphrase(), self._sheet()):
            self.steps.addWidget(step)
        if place:
            self.steps.setCurrentIndex(1)
        column.addWidget(self.steps)
        self.said = label("", "alarm")
        self.said.hide()
        column.addWidget(self.said)
        self._doors = QWidget()
        doors = QGridLayout(self._doors)  # in two columns: large letters need the room
        doors.setContentsMargins(0, 0, 0, 0)
        leader = ((self.tr("Check a document"), self.check), (self.tr("For HR: read files"), self.for_hr), (self.tr("Restore from a copy"), self.restore), (self.tr("Try a conversation"), self.try_talk))
        for at, (words, signal) in enumerate(((self.tr("Go on without the vault"), self.for_hr),) if place else leader):
            door = QPushButton(words)
            door.setProperty("role", "quiet")
            door.clicked.connect(signal)
            doors.addWidget(door, at // 2, at % 2)
        doors.setColumnStretch(2, 1)
        column.addWidget(self._doors)
        column.addStretch()
        self.setWidget(inside)

    def tell_pack(self) -> None:
        """A pack from HR was opened: it is looked at when there is a vault to keep it in."""
        self.said.setText(self.tr("The pack from HR is opened when your vault is made. It brings the municipality's own facts."))
        self.said.show()

    def _step(self, number: int, words: str) -> str:
        """The heading of a step; HR has no first one."""
        less = 1 if self._place else 0
        return self.tr("%1 of %2: %3").replace("%1", str(number - less)).replace("%2", str(3 - less)).replace("%3", words)

    # -- 1: who you are ------------------------------------------------------------------------------------------------

    def _about_you(self) -> Card:
        from senior_desktop.conversation.template import shipped

        card = Card()
        card.body.addWidget(label(self._step(1, self.tr("You and your workplace")), "h2"))
        self.fields: dict[str, QLineEdit] = {}
        for key, words, help_text in (
            ("leader", self.tr("Your name"), ""),
            ("leader_title", self.tr("Your title"), ""),
            ("municipality", self.tr("Municipality"), self.tr("Managed by your IT department") if self._municipality else ""),
            ("unit", self.tr("Workplace"), ""),
            ("contact", self.tr("Contact in HR"), self.tr("Who answers questions about the talk. It can wait: the letters leave the line out until then.")),
            ("data_officer", self.tr("Data protection officer: e-mail or telephone"), self.tr("Stands in the information to the employee. HR knows it.")),
        ):
            card.body.addWidget(label(words, "fact"))
            if help_text:
                card.body.addWidget(label(help_text, "small"))
            box = self.fields[key] = QLineEdit()
            box.setAccessibleName(words)
            box.textChanged.connect(self._weigh)
            box.setAccessibleDescription(help_text)
            card.body.addWidget(box)
        self.fields["municipality"].setEnabled(not self._municipality)
        card.body.addWidget(label(self.tr("Area"), "fact"))
        self.area = QComboBox()
        self.area.setAccessibleName(self.tr("Area"))
        for option in shipped().lists["area"]:
            self.area.addItem(option.said(self._language), f"O{option.code}")
        card.body.addWidget(self.area)
        self.to_passphrase = _primary(self.tr("Go on"))
        self.to_passphrase.setEnabled(False)
        self.to_passphrase.clicked.connect(lambda: self.steps.setCurrentIndex(1))
        self.fields["municipality"].setText(self._municipality)
        card.body.addWidget(self.to_passphrase, 0, Qt.AlignmentFlag.AlignRight)
        card.body.addStretch()
        return card

    def _weigh(self) -> None:
        needed = ("leader", "municipality", "data_officer")
        self.to_passphrase.setEnabled(all(self.fields[key].text().strip() for key in needed))

    def workplace(self) -> Workplace:
        """What was filled in at step 1, or given."""
        if self._place is not None:
            return self._place
        said = {key: box.text().strip() for key, box in self.fields.items()}
        return Workplace(**said, area=self.area.currentData())

    # -- 2: the passphrase ---------------------------------------------------------------------------------------------

    def _passphrase(self) -> Card:
        card = Card()
        card.body.addWidget(label(self._step(2, self.tr("A passphrase")), "h2"))
        card.body.addWidget(
            label(self.tr("At least %n characters. Four or five words that only you would put together are easy to remember and hard to guess.", "", self._least), "help")
        )
        self.first = secret_box(self.tr("Passphrase"))
        self.second = secret_box(self.tr("The same once more"))
        for box in (self.first, self.second):
            card.body.addWidget(label(box.accessibleName(), "fact"))
            card.body.addWidget(box)
            box.textChanged.connect(self._match)
            box.returnPressed.connect(lambda: self.make.click())
        self.match = label("", "help")
        card.body.addWidget(self.match)
        self.make = _primary(self.tr("Make the vault"))
        self.make.setEnabled(False)
        self.make.clicked.connect(self.create)
        card.body.addWidget(self.make, 0, Qt.AlignmentFlag.AlignRight)
        card.body.addStretch()
        return card

    def _match(self) -> None:
        first, second = self.first.text(), self.second.text()
        short = self._least - len(first)
        varied = len(set(first) - {" "}) >= LEAST_VARIED
        if first and short > 0:
            self.match.setText(self.tr("%n more character(s)", "", short))
        elif first and not varied:
            self.match.setText(self.tr("Use more different letters."))
        elif first and not second:
            self.match.setText(how_strong(first))
        else:
            self.match.setText(self.tr("The two are not the same yet.") if first != second else "")
        self.make.setEnabled(short <= 0 and varied and first == second)

    def create(self) -> None:
        """Make the vault on the worker; the key derivation takes about half a second."""
        self.make.setEnabled(False)
        self.match.setText(self.tr("Making the vault …"))
        self._work.do(self._create, self.first.text(), self.workplace(), then=self._made, failed=self._failed)

    def _create(self, passphrase: str, place: Workplace) -> Any:
        return desk.first_run(self._folder, passphrase, place, self._keyring(), self._least)

    def _made(self, made: Any) -> None:
        self._vault, self.groups = made
        self.first.clear()
        self.second.clear()
        for place, group in enumerate(self.groups):
            self._shown[place].setText(f"{place + 1}.  {group}")
        self.said.hide()
        self._doors.hide()  # nobody leaves before the sheet is written down: it is shown only now
        self.steps.setCurrentIndex(2)
        self.save.setFocus()

    def _failed(self, fault: SeniorError) -> None:
        from senior_desktop import story

        self.said.setText(story.say(fault, self._language))
        self.said.show()
        self._match()

    # -- 3: the recovery sheet -----------------------------------------------------------------------------------------

    def _sheet(self) -> Card:
        card = Card()
        card.body.addWidget(label(self._step(3, self.tr("The recovery sheet")), "h2"))
        card.body.addWidget(
            label(self.tr("The sheet opens the vault if you forget the passphrase. Without both, the talks are gone: nobody else can open them. Print it, or write it down, and keep it locked away – not in the computer bag."), "help")
        )
        grid = QGridLayout()
        self._shown = [label("", "h2") for _ in range(8)]
        for place, shown in enumerate(self._shown):
            shown.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByKeyboard | Qt.TextInteractionFlag.TextSelectableByMouse)
            grid.addWidget(shown, place // 4, place % 4)
        card.body.addLayout(grid)
        save = self.save = QPushButton(self.tr("Save as PDF to print …"))
        save.clicked.connect(self._choose_file)
        card.body.addWidget(save, 0, Qt.AlignmentFlag.AlignLeft)
        self.asked = desk.two_groups()
        card.body.addWidget(label(self.tr("Type two of the groups, so that you know the sheet is right:"), "help"))
        self.typed = []
        row = QHBoxLayout()
        for number in self.asked:
            box = QLineEdit()
            box.setPlaceholderText(self.tr("Group %1").replace("%1", str(number)))
            box.setAccessibleName(box.placeholderText())
            box.textChanged.connect(self._right)
            box.returnPressed.connect(lambda: self.done.click())
            self.typed.append(box)
            row.addWidget(box)
        card.body.addLayout(row)
        self.told = label("", "help")
        card.body.addWidget(self.told)
        self.done = _primary(self.tr("Begin"))
        self.done.setEnabled(False)
        self.done.clicked.connect(self._finish)
        card.body.addWidget(self.done, 0, Qt.AlignmentFlag.AlignRight)
        card.body.addStretch()
        return card

    def _right(self) -> None:
        wanted = [self.groups[number - 1] for number in self.asked] if self.groups else ["", ""]
        typed = [box.text().strip() for box in self.typed]
        self.done.setEnabled(bool(self.groups) and typed == wanted)
        wrong = all(len(one) >= 6 for one in typed) and typed != wanted
        self.told.setText(self.tr("That is not what stands on the sheet. Look once more.") if wrong else "")

    def _choose_file(self) -> None:
        name, _ = QFileDialog.getSaveFileName(self, self.tr("Save the recovery sheet"), "seniorsamtale-noegleark.pdf", "PDF (*.pdf)")
        if name:
            self.save_sheet(Path(name))

    def save_sheet(self, file: Path) -> None:
        """Write the sheet to `file`; the user chose the place and is told to keep it locked away."""
        place, groups, language = self.workplace(), self.groups, self._language
        self._work.do(desk.save_sheet, file, groups, place, language, then=self._sheet_saved, failed=self._failed)

    def _sheet_saved(self, _: object) -> None:
        self.told.setText(self.tr("The sheet is saved. Print it, and delete the file when it is on paper."))

    def reason_to_stay(self) -> bool:
        """Whether closing now would lose the sheet for good; says so."""
        if self.groups:
            self.said.setText(self.tr("The recovery sheet is shown only now. Write it down or save it first. Close once more to leave without it."))
            self.said.show()
            self.ensureWidgetVisible(self.said)
        return bool(self.groups)

    def _finish(self) -> None:
        vault, self._vault, self.groups = self._vault, None, ()
        self.finished.emit(vault)


def _primary(words: str) -> QPushButton:
    button = QPushButton(words)
    button.setProperty("role", "primary")
    return button
