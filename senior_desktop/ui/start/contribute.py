# SPDX-License-Identifier: EUPL-1.2
"""The vault -> how many talks wait, what is counted and what is promised; sealed, it becomes a file for HR.

Before sealing the page knows how many talks wait and nothing about how anybody answered.
"""

from datetime import date
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QVBoxLayout, QWidget

from senior_desktop import desk, story
from senior_desktop.ui.document_view import DocumentView
from senior_desktop.ui.fields.date import DayBox, read_day
from senior_desktop.ui.screen import Screen, button, cleared
from senior_desktop.ui.start.receipt_card import ReceiptCard
from senior_desktop.ui.talk.page import Card, label
from senior_desktop.ui.work import Work


class ContributePage(Screen):
    """Hand in to HR: wait, read, seal, save; and save again what was sealed before."""

    def __init__(self, vault: story.Vault, work: Work, language: str, least: int) -> None:
        """least: the fewest conversations in a file that HR asks for; never under five."""
        super().__init__(
            self.tr("Hand in to HR"),
            self.tr("HR gets one file with counts from several conversations together. Papers, notes and names stay here."),
            work, language,
        )
        self._vault, self._least = vault, least
        self._discussed = ""
        self.sealed: story.HandedIn | None = None
        self._waiting_card()
        self._promise_card()
        self._sealed_card()
        self.earlier = self.card(self.tr("Sealed before"))
        self.earlier.hide()
        self._rows = QVBoxLayout()
        self.earlier.body.addLayout(self._rows)
        self.receipt: ReceiptCard | None = None  # made when the leader's name has been read
        self.column.addStretch(1)
        self.load()

    # -- what stands there ---------------------------------------------------------------------------------------------

    def _waiting_card(self) -> None:
        card = Card()
        self.waits = label("", "h2")
        self.why, self.later = label("", "help"), label("", "help")
        for line in (self.waits, self.why, self.later):
            card.body.addWidget(line)
        self.ask_day = QWidget()
        column = QVBoxLayout(self.ask_day)
        column.setContentsMargins(0, 8, 0, 0)
        title = label(self.tr("Discussed in HovedMED on"), "fact")
        column.addWidget(title)
        column.addWidget(label(self.tr("The counts are handed in only when HovedMED has talked about them. HR knows the day."), "small"))
        self.day = DayBox(title.text())
        title.setBuddy(self.day)
        self.keep_day = button(self.tr("Save the day"))
        self.keep_day.clicked.connect(self._save_day)
        column.addWidget(self.day)
        column.addWidget(self.keep_day, 0, Qt.AlignmentFlag.AlignLeft)
        card.body.addWidget(self.ask_day)
        self.ask_day.hide()
        self.column.addWidget(card)

    def _promise_card(self) -> None:
        self.promise = self.card(self.tr("What is counted"))
        self.questions = label("")
        self.promise.body.addWidget(self.questions)
        self.promise.body.addWidget(label(self.tr("What HR can see, and what nobody can see"), "fact"))
        self.short = label("")
        self.promise.body.addWidget(self.short)
        self.more = button(self.tr("Read more"), "quiet")
        self.more.setCheckable(True)
        self.promise.body.addWidget(self.more, 0, Qt.AlignmentFlag.AlignLeft)
        self.long = label("", "help")
        self.mind = label(
            self.tr("If you have talked with everybody who is offered the conversation, it is known who took part – never what anybody answered. A sealed file cannot be changed: later conversations go into the next one."),
            "help",
        )
        for line in (self.long, self.mind):
            line.hide()
            self.more.toggled.connect(line.setVisible)
            self.promise.body.addWidget(line)
        self.known = label(
            self.tr("As many conversations wait as there are employees in the group on your staff list. So HR can know who took part – still not what anybody answered."), "fact"
        )
        self.known.hide()
        self.promise.body.addWidget(self.known)
        self.seal = button(self.tr("Seal and save …"), "primary")
        self.seal.clicked.connect(lambda: self._choose(self.save_to))
        self.seal.setEnabled(False)
        self.promise.body.addWidget(self.seal, 0, Qt.AlignmentFlag.AlignLeft)

    def _sealed_card(self) -> None:
        self.done = self.card(self.tr("The file is sealed and saved"))
        self.holds, self.promised, self.promised_long = label(""), label(""), label("", "help")
        guarantee = label(self.tr("What HR can see, and what nobody can see"), "fact")
        for line in (self.holds, guarantee, self.promised, self.promised_long):
            self.done.body.addWidget(line)
        self.shown = DocumentView(self.tr("All that the file holds"))
        self.done.body.addWidget(self.shown)
        self.done.hide()

    # -- reading -------------------------------------------------------------------------------------------------------

    def load(self) -> None:
        """Read anew how many wait and what was sealed."""
        self.do(self._read, then=self._show)

    def _read(self) -> tuple[Any, ...]:
        wait = story.waiting_for_hr(self._vault, self._least)
        promise = story.guarantee_for_hr(max(wait.waiting, wait.least), self.language, wait.skema)
        files = story.handed_in(self._vault, self.language)
        receipt = story.workplace(self._vault).leader, story.given_receipt(self._vault)
        return wait, story.questions_for_hr(self.language, wait.skema), promise, files, receipt

    def _show(self, found: tuple[Any, ...]) -> None:
        wait, questions, (short, long), files, receipt = found
        self._show_receipt(*receipt)
        self._discussed = wait.discussed
        if wait.waiting:
            self.waits.setText(self.tr("%n conversation(s) wait to be handed in", "", wait.waiting))
        else:
            self.waits.setText(self.tr("No conversations wait to be handed in"))
        self.why.setText(self._why(wait))
        self.later.setText(self.tr("%n more wait for a later file: an employee counts at most once a year, and a file holds one set of questions.", "", wait.later))
        self.later.setVisible(bool(wait.later))
        self.known.setVisible(wait.everybody)
        self.ask_day.setVisible(not wait.discussed)
        self.seal.setEnabled(bool(wait.discussed) and not wait.missing and not wait.done)
        self.questions.setText("\n".join(f"•  {one}" for one in questions))
        self.short.setText(short)
        self.long.setText(long)
        # What was sealed a moment ago has its own card.
        self._list([one for one in files if self.sealed is None or one.name != self.sealed.name])

    def _why(self, wait: story.WaitingForHr) -> str:
        if wait.done:
            return self.tr("This half-year (%1) is handed in. Conversations held since then go into the next one.").replace("%1", wait.done)
        if wait.missing:
            together = self.tr("At least %n go together in one file, so that nobody can be pointed out.", "", wait.least)
            missing = self.tr("%n more, and you can hand in. Until then everything stays with you.", "", wait.missing)
            return " ".join((missing, together, self.tr("A conversation counts when it is held and the employee has answered the last three questions, or chosen not to.")))
        if not wait.discussed:
            return self.tr("There are enough. One thing is missing: the day on which HovedMED talked about it.")
        day = date.fromisoformat(wait.discussed).strftime("%d-%m-%Y")
        return self.tr("There are enough. Discussed in HovedMED on %1.").replace("%1", day)

    def _list(self, files: list[story.HandedIn]) -> None:
        cleared(self._rows)
        for one in reversed(files):
            row = QWidget()
            line = QHBoxLayout(row)
            line.setContentsMargins(0, 0, 0, 0)
            words = QVBoxLayout()
            words.setSpacing(2)
            words.addWidget(label(one.name, "fact"))
            words.addWidget(label(self.tr("%n conversation(s)", "", one.n), "help"))
            line.addLayout(words, 1)
            again = button(self.tr("Save again …"), name=self.tr("Save again … %1").replace("%1", one.name))
            again.clicked.connect(lambda _=False, one=one: self._choose(lambda folder: self.save_again(one, folder)))
            line.addWidget(again)
            self._rows.addWidget(row)
        self.earlier.setVisible(bool(files))

    # -- the day -------------------------------------------------------------------------------------------------------

    def _save_day(self) -> None:
        self.day.flush()  # says beside the field when it is no date
        day = read_day(self.day.line.text())
        if day:
            self.enter_day(day)

    def enter_day(self, day: str) -> None:
        """Keep the ISO date on which HovedMED discussed the counts; a day to come is not one yet."""
        if date.fromisoformat(day) > self._vault.now().date():
            self.say(self.tr("That day has not come yet."))
            return
        self.do(desk.enter_discussed, self._vault, day, then=lambda _: self.load())

    # -- the receipt ---------------------------------------------------------------------------------------------------

    def _show_receipt(self, leader: str, given: bytes | None) -> None:
        if self.receipt is None:
            self.receipt = ReceiptCard(leader)
            self.receipt.wanted.connect(self.give_receipt)
            self.receipt.again.connect(self.save_receipt)
            self.column.insertWidget(self.column.indexOf(self.earlier), self.receipt)
        self.receipt.show_given(given)

    def give_receipt(self, offered: bool, folder: Path) -> None:
        """Sign this half-year's receipt and save it in `folder`."""
        assert self.receipt is not None  # it asks for this
        self.do(self._sign_receipt, offered, self.receipt.mark(), folder, then=self._receipt_saved, meanwhile=self.tr("Signing …"))

    def save_receipt(self, folder: Path) -> None:
        """Save this half-year's receipt once more."""
        assert self.receipt is not None and self.receipt.given is not None
        self.do(story.save_receipt, folder, self.receipt.given, self.language, then=self._receipt_saved)

    def _sign_receipt(self, offered: bool, mark: story.Mark, folder: Path) -> Path:
        return story.save_receipt(folder, story.give_receipt(self._vault, offered, mark, self.language), self.language)

    def _receipt_saved(self, file: Path) -> None:
        self.say(self.tr("✓ Saved: %1").replace("%1", file.name))
        self.load()

    # -- sealing and saving --------------------------------------------------------------------------------------------

    def _choose(self, save: Any) -> None:
        folder = QFileDialog.getExistingDirectory(self, self.tr("Where shall the file for HR be saved?"))
        if folder:
            save(Path(folder))

    def save_to(self, folder: Path) -> None:
        """Seal what waits and write the file and its text into `folder`. Sealed, it is kept even when saving fails."""
        self.seal.setEnabled(False)
        self.do(self._seal_and_save, folder, then=self._sealed, meanwhile=self.tr("Sealing …"), failed=self._read_on)

    def _seal_and_save(self, folder: Path) -> story.HandedIn:
        handed = story.contribute(self._vault, self._least, self.language)
        story.export(handed, folder)
        return handed

    def _sealed(self, handed: story.HandedIn) -> None:
        self.sealed = handed
        words = (
            self.tr("The file holds counts from %n conversation(s): the questions above, the half-year and the area. No names, no dates, nothing anybody has written.", "", handed.n),
            self.tr("Beside it lie a text for HR that says the same, and a description for other programs."),
        )
        self.holds.setText(handed.name + "\n" + " ".join(words))
        self.promised.setText(handed.short)
        self.promised_long.setText(handed.long)
        self.shown.show_document(handed.shown)
        self.more.setChecked(False)
        self.done.show()
        self.load()
        QTimer.singleShot(0, self, lambda: self.ensureWidgetVisible(self.done))

    def save_again(self, handed: story.HandedIn, folder: Path) -> None:
        """Write a file sealed before into `folder`, byte for byte as it was."""
        self.do(
            story.export, handed, folder, meanwhile=self.tr("Saving …"),
            then=lambda _: self.say(self.tr("✓ Saved: %1").replace("%1", handed.name)),
        )

    def _read_on(self) -> None:
        """After a fault: show what is true now, and leave the fault standing."""
        self._work.do(self._read, then=lambda found: None if self._gone else self._show(found))
