# SPDX-License-Identifier: EUPL-1.2
"""The settings in force and an open vault -> language, text size, look; who holds the talks and who answers for the data."""

from dataclasses import asdict, replace
from datetime import date
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QComboBox,
    QCompleter,
    QHBoxLayout,
    QLineEdit,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from senior_desktop import desk, story, tools
from senior_desktop.conversation.conversation import Workplace
from senior_desktop.policy import Policy
from senior_desktop.ui.fields.date import DayBox
from senior_desktop.ui.screen import Screen
from senior_desktop.ui.settings.copies import CopiesCard
from senior_desktop.ui.talk.page import label
from senior_desktop.ui.theme import SIZES
from senior_desktop.ui.work import Work

IDLE = (1, 2, 5, 10, 15, 20, 30, 45, 60)
"""Minutes the list offers; what stands in the settings is offered too."""

NEEDED = ("leader", "municipality", "data_officer")
"""What stands on every paper: it may be changed, not emptied."""


class SettingsPage(Screen):
    """Each choice is in force at once; there is no Save button."""

    chosen = Signal(object)

    def __init__(self, vault: story.Vault | None, work: Work, chosen: desk.Settings, rules: Policy | None = None) -> None:
        """vault: the open one, or None before it is unlocked: then only the screen's own settings are shown.

        rules: what IT has fixed stands there grey, and says so.
        """
        super().__init__(self.tr("Settings"), self.tr("What you choose is in force at once."), work, chosen.language)
        self._vault, self._chosen, self._rules = vault, chosen, rules or Policy({})
        self._place: Workplace | None = None
        self._practice, self._of_pack = self._rules, frozenset[str]()
        self.choices: dict[str, QButtonGroup] = {}
        card = self.card(self.tr("The screen"))
        self._choice(card.body, "language", self.tr("Language"), {"da": "Dansk", "en": "English"})
        sizes = (self.tr("Normal (%1)"), self.tr("Larger (%1)"), self.tr("Large (%1)"), self.tr("Largest (%1)"))
        named = {size: words.replace("%1", str(size)) for size, words in zip(SIZES, sizes, strict=True)}
        self._choice(card.body, "size", self.tr("Text size"), named)
        looks = {"system": self.tr("Follow the computer"), "light": self.tr("Light"), "dark": self.tr("Dark")}
        self._choice(card.body, "look", self.tr("Look"), looks)
        self._idle(card.body)
        self.numbers: dict[str, QComboBox] = {}
        if vault is not None:
            self._workplace()
            self._offering()
            self.copies = CopiesCard(self, vault)
            self.column.addWidget(self.copies)
            self.do(_practised, vault, self.language, then=self._practised)
        self.column.addStretch(1)

    # -- the screen ----------------------------------------------------------------------------------------------------

    def _choice(self, column: QVBoxLayout, key: str, title: str, options: dict[Any, str]) -> None:
        column.addWidget(label(title, "fact"))
        row: QHBoxLayout | QVBoxLayout = QVBoxLayout() if self.base >= 20 and len(options) > 3 else QHBoxLayout()
        row.setSpacing(12)
        group = self.choices[key] = QButtonGroup(self)
        for value, words in options.items():
            card = QRadioButton(words)
            card.setProperty("role", "choice")
            card.setProperty("value", value)
            card.setAccessibleName(f"{title}: {words}")
            card.setChecked(getattr(self._chosen, key) == value)
            group.addButton(card)
            row.addWidget(card, 1)
        group.buttonToggled.connect(lambda card, on: self._choose(key, card.property("value")) if on else None)
        column.addLayout(row)
        if key == "language" and self._rules.locked("Language"):
            self._managed(column, *group.buttons())

    def _idle(self, column: QVBoxLayout) -> None:
        """After how many minutes it locks; what IT has decided is shown in place of the user's own."""
        locked = self._rules.locked("IdleLockMinutes")
        now = self._rules.number("IdleLockMinutes") if locked else self._chosen.idle
        self.idle = QComboBox()
        for minutes in sorted({*IDLE, now}):
            self.idle.addItem(self.tr("%n minute(s)", "", minutes), minutes)
        self.idle.setCurrentIndex(self.idle.findData(now))
        self.idle.activated.connect(lambda _: self._choose_idle())
        _still(self.idle)
        self._named(column, self.tr("Lock when nobody has touched the program for"), self.idle, self.tr("Ctrl+L locks at once. While you both look at a conversation it waits 45 minutes."))
        if locked:
            self._managed(column, self.idle)

    def _choose_idle(self) -> None:
        self._chosen = replace(self._chosen, idle=self.idle.currentData())
        self.chosen.emit(self._chosen)

    def _managed(self, column: QVBoxLayout, *controls: QWidget) -> None:
        """Grey `controls` and say in words who has decided them: a screen reader reads it with each."""
        words = self.tr("Managed by your IT department")
        for one in controls:
            one.setEnabled(False)
            one.setToolTip(words)
            one.setAccessibleDescription(words)
        column.addWidget(label(words, "small"))

    def _choose(self, key: str, value: Any) -> None:
        """Say the new settings. The owner builds this screen anew: the keyboard goes on where it stood."""
        self.flush()
        window = self.window()
        self._chosen = replace(self._chosen, **{key: value})
        self.chosen.emit(self._chosen)
        for page in window.findChildren(SettingsPage):
            card = page.choices[key].checkedButton()
            if page is not self and card is not None:
                card.setFocus(Qt.FocusReason.OtherFocusReason)

    # -- the workplace -------------------------------------------------------------------------------------------------

    def _workplace(self) -> None:
        from senior_desktop.conversation.template import shipped

        card = self.card(self.tr("You and your workplace"))
        card.body.addWidget(label(self.tr("Stands on new papers. Papers already signed do not change. A field is saved when you leave it."), "help"))
        self.pack_line = label("", "note")
        self.pack_line.hide()
        card.body.addWidget(self.pack_line)
        self.fields: dict[str, QLineEdit] = {}
        for key, words in (
            ("leader", self.tr("Your name")), ("leader_title", self.tr("Your title")),
            ("municipality", self.tr("Municipality")), ("unit", self.tr("Workplace")), ("contact", self.tr("Contact in HR")),
            ("data_officer", self.tr("Data protection officer: e-mail or telephone")),
        ):
            box = self.fields[key] = QLineEdit()
            box.editingFinished.connect(self.flush)
            self._named(card.body, words, box)
            if key == "municipality" and self._by_it:
                self._managed(card.body, box)
        self.area = QComboBox()
        for option in shipped().lists["area"]:
            self.area.addItem(option.said(self.language), f"O{option.code}")
        self.area.activated.connect(lambda _: self.flush())
        _still(self.area)
        self._named(card.body, self.tr("Area"), self.area)
        words = self.tr("Discussed in HovedMED on")
        self.discussed = DayBox(words)
        self.discussed.told = self._told_day
        self._named(card.body, words, self.discussed, self.tr("Counts are handed in to HR only when HovedMED has talked about them."))
        self.workplace_state = label("", "saved")
        card.body.addWidget(self.workplace_state)
        for one in (*self.fields.values(), self.area, self.discussed):
            one.setEnabled(False)

    def _offering(self) -> None:
        card = self.card(self.tr("The offer of the conversation"))
        for key, policy_name, several, words, help_text in (
            ("offer_age", "OfferAge", range(50, 71), self.tr("Offered from the age of"),
             self.tr("The same for everybody. It decides who is in the group when a list is read in.")),
            ("again_months", "OfferAgainMonths", range(6, 37, 3), self.tr("Months until it is offered again"),
             self.tr("After a no thanks, or when nobody has answered. Who says so themselves is never asked again.")),
        ):
            box = self.numbers[key] = QComboBox()
            for number in several:
                box.addItem(str(number), number)
            box.activated.connect(lambda _: self.flush())
            _still(box)
            self._named(card.body, words, box, help_text)
            if self._rules.locked(policy_name):
                self._managed(card.body, box)
            box.setEnabled(False)

    def _show_offering(self, place: Workplace) -> None:
        """What IT has decided is shown in place of the user's own, which is kept for when IT lets go."""
        for (key, box), name in zip(self.numbers.items(), ("OfferAge", "OfferAgainMonths"), strict=True):
            rules = self._practice if self._practice.by_pack(name) else self._rules
            locked = rules.locked(name) or rules.by_pack(name)
            number = rules.number(name) if locked else getattr(place, key)
            if box.findData(number) < 0:
                box.addItem(str(number), number)
            box.setCurrentIndex(box.findData(number))
            box.setEnabled(not locked)

    def _named(self, column: QVBoxLayout, words: str, field: QWidget, help_text: str = "") -> None:
        title = label(words, "fact")
        title.setBuddy(field)
        field.setAccessibleName(words)
        column.addWidget(title)
        if help_text:
            column.addWidget(label(help_text, "small"))
        column.addWidget(field)

    @property
    def _by_it(self) -> bool:
        """Whether IT has named the municipality; an empty name leaves it to the user."""
        return bool(self._rules.text("OrganisationName"))

    def _practised(self, found: tuple[Workplace, Policy, str, tuple[str, ...], frozenset[str]]) -> None:
        """What the pack decides is shown and cannot be moved; it says so once, with whose it is."""
        place, self._practice, line, workplaces, self._of_pack = found
        self._show(place)
        if line:
            for key in self._of_pack.intersection(self.fields):
                self.fields[key].setAccessibleDescription(line)
            self.pack_line.setText(line)
            self.pack_line.show()
        if workplaces:
            offered = QCompleter(list(workplaces), self)
            offered.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
            offered.setFilterMode(Qt.MatchFlag.MatchContains)
            self.fields["unit"].setCompleter(offered)

    def _show(self, place: Workplace) -> None:
        self._place = place
        for key, box in self.fields.items():
            box.setText(getattr(place, key))
        self.area.setCurrentIndex(max(0, self.area.findData(place.area)))
        self.discussed.show_day(place.discussed)
        self._show_offering(place)
        decided = self._of_pack | ({"municipality"} if self._by_it else frozenset())
        for name, one in (self.fields | {"area": self.area, "discussed": self.discussed}).items():
            one.setEnabled(name not in decided)

    def _told_day(self, day: str) -> None:
        assert self._vault is not None
        if day and date.fromisoformat(day) > self._vault.now().date():
            self.workplace_state.setText(self.tr("That day has not come yet."))
            self.discussed.show_day(self._place.discussed if self._place else "")
            return
        self._keep(discussed=day)

    def flush(self) -> None:
        """Keep what was typed and not yet kept; a field that may not be empty gets its old words back."""
        if self._place is None:
            return
        said = {key: box.text().strip() for key, box in self.fields.items()}
        for key in NEEDED:
            if not said[key]:
                said[key] = getattr(self._place, key)
                self.fields[key].setText(said[key])
        numbers = {key: box.currentData() for key, box in self.numbers.items() if box.isEnabled()}
        self._keep(**said, area=self.area.currentData(), **numbers)
        self.discussed.flush()

    def _keep(self, **changes: str | int) -> None:
        assert self._place is not None
        now = {**asdict(self._place), **changes}
        place = Workplace(**now)
        if place != self._place:
            self._place = place
            words = self.tr("✓ Saved")
            self.do(desk.keep_workplace, self._vault, place, then=lambda _: self.workplace_state.setText(words))

    def leave(self) -> None:
        """Back, with everything kept."""
        self.flush()
        super().leave()


def _practised(vault: story.Vault, language: str) -> tuple[Workplace, Policy, str, tuple[str, ...], frozenset[str]]:
    """The workplace, the rules with the pack's, whose pack it is ("" without one), its workplaces, and the fields it has filled."""
    return story.workplace(vault), story.practice(vault), tools.decided_by_pack(vault, language), tools.workplaces(vault), tools.fields_of_pack(vault)


def _still(box: QComboBox) -> None:
    """The wheel scrolls the page; it must not change a choice on the way."""
    box.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    box.wheelEvent = lambda event: event.ignore()  # type: ignore[method-assign]
