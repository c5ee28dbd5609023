# SPDX-License-Identifier: EUPL-1.2
"""A copy and what opens it -> looked at, then in force with new keys and a new sheet; what lay here is kept aside."""

from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import Any

from PySide6.QtCore import QLocale, Qt, Signal
from PySide6.QtWidgets import QComboBox, QFileDialog

from senior_desktop import backups
from senior_desktop.conversation.conversation import Workplace
from senior_desktop.ui.safe.passphrase import NewPassphrase, secret_box
from senior_desktop.ui.safe.sheet import SheetCard
from senior_desktop.ui.screen import Screen, button
from senior_desktop.ui.talk.page import label
from senior_desktop.ui.work import Work


class RestorePage(Screen):
    """The vault is shut while this is shown. `made(vault)`: the new one, open. `restored(vault)`: its sheet is written down."""

    made = Signal(object)
    restored = Signal(object)

    def __init__(self, folder: Path, work: Work, language: str, least: int, file: Path | None = None) -> None:
        """file: the copy to begin with, else the newest of the daily ones."""
        super().__init__(self.tr("Restore from a copy"), self.tr("Nothing is changed before the copy has been looked at from end to end."), work, language)
        self._folder, self._least, self._vault = folder, least, None
        self._told = False
        which = self.card(self.tr("1. Which copy?"))
        self.copies = QComboBox()
        self.copies.setAccessibleName(self.tr("Which copy?"))
        for one in dict.fromkeys([*([file] if file else []), *backups.files_in(folder)]):
            self._offer(one)
        which.body.addWidget(self.copies)
        self.none = label(self.tr("There are no daily copies in the folder of this computer."), "help")
        which.body.addWidget(self.none)
        other = button(self.tr("Another file …"))
        other.clicked.connect(self._choose)
        which.body.addWidget(other, 0, Qt.AlignmentFlag.AlignLeft)
        title = label(self.tr("The passphrase of the day it was made, or the 48 digits of that day's sheet"), "fact")
        self.secret = secret_box(title.text())
        title.setBuddy(self.secret)
        which.body.addWidget(title)
        which.body.addWidget(self.secret)
        self.look = button(self.tr("Look at the copy"))
        self.look.clicked.connect(self.look_at)
        which.body.addWidget(self.look, 0, Qt.AlignmentFlag.AlignLeft)
        self.found = label("")
        which.body.addWidget(self.found)
        self.keys = self.card(self.tr("2. New keys"))
        self.keys.body.addWidget(label(self.tr("The restored conversations get a passphrase and a sheet of their own. What lies here now is moved aside and kept for 35 days. What was deleted since stays deleted."), "help"))
        self.new = NewPassphrase(least)
        self.new.changed.connect(self._weigh)
        self.keys.body.addWidget(self.new)
        self.restore = button(self.tr("Restore"), "primary")
        self.restore.clicked.connect(self.put_back)
        self.keys.body.addWidget(self.restore, 0, Qt.AlignmentFlag.AlignRight)
        self.keys.hide()
        self.sheet = SheetCard(self, Workplace("", "", "", "", ""), self.tr("Open the conversations"))
        self.sheet.held.connect(lambda: self.restored.emit(self._taken()))
        self.column.addWidget(self.sheet)
        self.column.addStretch(1)
        for changed in (self.secret.textChanged, self.copies.currentIndexChanged):
            changed.connect(self._anew)
        self._anew()

    def _offer(self, file: Path) -> None:
        self.copies.addItem(file.name, file)

    def _choose(self) -> None:
        name, _ = QFileDialog.getOpenFileName(self, self.tr("Which copy?"), "", "(*.seniorbackup)")
        if name:
            self.take(Path(name))

    def take(self, file: Path) -> None:
        """Another file than those in the folder."""
        self._offer(file)
        self.copies.setCurrentIndex(self.copies.count() - 1)

    def _anew(self) -> None:
        """Another copy or secret: what was seen of the one before holds no more."""
        self.found.setText("")
        self.keys.hide()
        self.none.setVisible(self.copies.count() == 0)
        self.copies.setVisible(self.copies.count() > 0)
        self._weigh()

    def _weigh(self) -> None:
        self.look.setEnabled(self.copies.count() > 0 and bool(self.secret.text()))
        self.restore.setEnabled(self.new.ready())

    def look_at(self) -> None:
        """Look at the whole copy, and say what is in it and what would be missing. A damaged one is passed over for the next older."""
        self.look.setEnabled(False)
        files = [self.copies.itemData(at) for at in range(self.copies.currentIndex(), self.copies.count())]
        self._asked(backups.first_good, files, self.secret.text(), self._folder, then=self._seen, meanwhile=self.tr("Looking at every page …"))

    def _asked(self, act: Callable[..., Any], *inputs: Any, then: Callable[[Any], None], meanwhile: str) -> None:
        self.do(act, *inputs, then=then, meanwhile=meanwhile, failed=self._weigh)

    def _seen(self, good: tuple[Path, Any]) -> None:
        file, looked = good
        at = self.copies.findData(file)
        passed = at - self.copies.currentIndex()
        self.copies.setCurrentIndex(at)
        made = datetime.fromisoformat(looked.created).astimezone()
        said = self.tr("✓ The copy is whole. It was made on %1 and holds %n conversation(s).", "", looked.rows["talks"])
        parts = [self.tr("%n newer cop(y/ies) are damaged and were passed over.", "", passed)] if passed else []
        parts.append(said.replace("%1", _when(made)))
        last = backups.last_written(self._folder)
        if last is not None and last > made:
            parts.append(self.tr("The conversations here were last written to on %1. What was written after the copy was made would be missing.").replace("%1", _when(last)))
        self.found.setText("\n".join(parts))
        self.keys.show()
        self.new.first.setFocus()
        self._weigh()

    def put_back(self) -> None:
        """Make it the vault."""
        self.restore.setEnabled(False)
        self._asked(
            backups.restore, self.copies.currentData(), self.secret.text(), self._folder, self.new.text(), self._least,
            then=self._restored, meanwhile=self.tr("Restoring …"),
        )  # fmt: skip

    def _restored(self, result: tuple[Any, tuple[str, ...]]) -> None:
        self._vault, groups = result
        self.made.emit(self._vault)
        self.secret.clear()
        self.new.clear()
        self.keys.hide()
        self.back.hide()  # nobody leaves before the sheet is written down
        self.say(self.tr("✓ Restored. Write the new sheet down now."))
        self.sheet.show_groups(groups)

    def _taken(self) -> Any:
        vault, self._vault = self._vault, None
        return vault

    def reason_to_stay(self) -> bool:
        """Whether closing now would lose the sheet for good; says so, once: the lock does not wait for ever."""
        lost = bool(self.sheet.groups) and not self._told
        self._told = self._told or lost
        if lost:
            self.alarm.setText(self.tr("The recovery sheet is shown only now. Write it down or save it first. Close once more to leave without it."))
            self.alarm.show()
            self.ensureWidgetVisible(self.alarm)
        return lost


def _when(moment: datetime) -> str:
    return QLocale().toString(moment, QLocale.FormatType.ShortFormat)


