# SPDX-License-Identifier: EUPL-1.2
"""A pack under work -> who the municipality is, and how the talk is held there: steps 1 and 2."""

from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QFileDialog, QHBoxLayout, QWidget

from senior_desktop.ui.fields.date import DayBox
from senior_desktop.ui.pack.step import Step
from senior_desktop.ui.screen import button
from senior_desktop.ui.talk.page import label


class FactsStep(Step):
    """Names, contacts, workplaces, logo, and when it was discussed."""

    seals_wanted = Signal()

    def __init__(self, pack: Any, language: str) -> None:
        super().__init__(pack, language)
        card = self.card(self.tr("The municipality"), self.tr("Stands on sheets, letters and the report."))
        self.municipality = self.line(card, self.tr("Municipality"), pack.municipality, lambda said: self.tell(municipality=said))
        self.contact = self.line(card, self.tr("Contact in HR"), pack.contact, lambda said: self.tell(contact=said), self.tr("For example: HR, telephone and e-mail"))
        self.officer = self.line(
            card, self.tr("Data protection officer: e-mail or telephone"), pack.data_officer, lambda said: self.tell(data_officer=said)
        )
        self.units = self.lines(
            card, self.tr("Workplaces, one a line"), "\n".join(pack.units),
            lambda said: self.tell(units=tuple(filter(None, (" ".join(one.split()) for one in said.splitlines())))),
        )  # fmt: skip
        words = self.tr("Discussed in HovedMED on")
        self.discussed = DayBox(words)
        self.discussed.show_day(pack.discussed)
        self.discussed.told = lambda day: self.tell(discussed=day)
        self.named(card, words, self.discussed, self.tr("Leaders can hand in counts only when this is filled in."))
        known = self.card(self.tr("Known seals"), self.tr("The seals your own book knows, so that leaders' programs know them too when they check a document."))
        self.seals = button(self.tr("Take the seals from the book"))
        self.seals.clicked.connect(self.seals_wanted)
        self.count = label("", "help")
        known.body.addWidget(self.seals, 0, Qt.AlignmentFlag.AlignLeft)
        known.body.addWidget(self.count)
        self.show_seals(len(pack.seals))
        logo = self.card(self.tr("Logo"), self.tr("A PNG or JPEG of at most 200 kB."))
        row = QWidget()
        across = QHBoxLayout(row)
        across.setContentsMargins(0, 0, 0, 0)
        self.pick = button(self.tr("Choose a picture …"))
        self.pick.clicked.connect(self._choose)
        self.drop = button(self.tr("Without a logo"), "quiet")
        self.drop.clicked.connect(lambda: self._logo(b""))
        self.told = label("", "help")
        for one in (self.pick, self.drop):
            across.addWidget(one)
        across.addWidget(self.told, 1)
        logo.body.addWidget(row)
        self._say_logo(pack.logo)

    def show_seals(self, count: int) -> None:
        """How many the pack holds."""
        self.count.setText(self.tr("%n seal(s) in the pack", "", count))

    def flush(self) -> None:
        """The date too."""
        super().flush()
        self.discussed.flush()

    def _choose(self) -> None:
        name, _ = QFileDialog.getOpenFileName(self, self.tr("Choose a picture"), "", "PNG, JPEG (*.png *.jpg *.jpeg)")
        if name:
            self.take_logo(Path(name))

    def take_logo(self, file: Path) -> None:
        """Read the picture; one that is too large is refused when the pack is looked at, in words."""
        try:
            with file.open("rb") as opened:
                self._logo(opened.read(1_000_000))
        except OSError:
            self.told.setText(self.tr("The picture cannot be read."))

    def _logo(self, content: bytes) -> None:
        self.tell(logo=content)
        self._say_logo(content)

    def _say_logo(self, content: bytes) -> None:
        self.told.setText(self.tr("%n kB", "", -(-len(content) // 1024)) if content else self.tr("No logo"))
        self.drop.setVisible(bool(content))


class TalkStep(Step):
    """The word, the age, the intervals, and how long things are kept."""

    def __init__(self, pack: Any, language: str) -> None:
        super().__init__(pack, language)
        card = self.card(self.tr("The talk"))
        words = {"seniorsamtale": "seniorsamtale", "senkarrieresamtale": "senkarrieresamtale", "livsfasesamtale": "livsfasesamtale"}
        self.word = self.choice(card, self.tr("What you call it"), words, pack.rules.get("ProductWord", "seniorsamtale"), self._rule("ProductWord"))
        self.numbers = {
            "OfferAge": self._number(card, "OfferAge", 58, range(50, 71), self.tr("Offered from the age of"), self.tr("The same for everybody.")),
            "OfferAgainMonths": self._number(card, "OfferAgainMonths", 12, range(6, 37), self.tr("Months until it is offered again")),
        }
        for name, allowed, title, help_text in (
            ("invitation_days", range(14, 91), self.tr("Days from the invitation to the talk, at least"), ""),
            ("days_to_read", range(0, 31), self.tr("Working days to read the draft in peace"), self.tr("Signing on the spot stays the employee's choice.")),
            ("follow_up_months", range(1, 13), self.tr("Months until the follow-up"), ""),
        ):
            self.numbers[name] = self.number(card, title, getattr(pack, name), allowed, lambda now, name=name: self.tell(**{name: now}), help_text)
        kept = self.card(self.tr("How long it is kept"), self.tr("Agreements stay until the next talk, 24 months at most."))
        self.numbers["RetentionMonthsAfterTalk"] = self._number(
            kept, "RetentionMonthsAfterTalk", 18, range(3, 37), self.tr("Months after the talk, at most")
        )
        pension = self.card(self.tr("Pension ages"), self.tr("A neutral, dated table that the employee may open. It shows nobody's own date, and nothing is stored."))
        self.pension = QCheckBox(self.tr("Employees may open the table"))
        self.pension.setChecked(pack.pension_facts)
        self.pension.toggled.connect(lambda on: self.tell(pension_facts=on))
        pension.body.addWidget(self.pension)

    def _rule(self, name: str) -> Any:
        def say(value: Any) -> None:
            self.tell(rules={**self.pack.rules, name: value})

        return say

    def _number(self, card: Any, name: str, default: int, allowed: range, title: str, help_text: str = "") -> Any:
        return self.number(card, title, int(self.pack.rules.get(name, default)), allowed, self._rule(name), help_text)
