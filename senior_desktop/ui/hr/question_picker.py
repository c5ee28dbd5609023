# SPDX-License-Identifier: EUPL-1.2
"""What may be counted, and how imprecise -> the name of the choice, within the budget; and what it promises, in words."""

from collections.abc import Collection

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QVBoxLayout, QWidget

from senior_desktop import story
from senior_desktop.errors import TemplateFault
from senior_desktop.ui.talk.page import Card, label

MOST = 8
"""Questions one person's budget allows; the counts refuse more whatever stands here."""

EXAMPLE = 5
"""Talks in the file whose guarantee is shown."""


class QuestionPicker(QWidget):
    """Ticks in two cards, the noise in a third; `changed` at each choice, also one beyond the budget."""

    changed = Signal()

    def __init__(self, language: str, chosen: Collection[str], ending: str) -> None:
        """chosen: ids that are ticked. ending: of the noise ("e05", "e1", "e2")."""
        super().__init__()
        self._language = language
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(16)
        self.ticks: dict[str, QCheckBox] = {}
        card = self._card(self.tr("Questions"))
        for place, one in enumerate(story.may_be_asked(language)):
            if place == MOST:
                card = self._card(self.tr("May take the place of one above"))
            tick = self.ticks[one.id] = QCheckBox(one.name)
            tick.setChecked(one.id in chosen)
            tick.toggled.connect(self._weigh)
            card.body.addWidget(tick)
            if one.note and place >= MOST:
                card.body.addWidget(label(one.note, "small"))
        how = self._card(self.tr("How imprecise the numbers are"))
        self.noise = QComboBox()
        self.noise.setAccessibleName(self.tr("How imprecise the numbers are"))
        for words, code in (
            (self.tr("Very imprecise: best protected, for large municipalities"), "e05"),
            (self.tr("Imprecise: the default"), "e1"),
            (self.tr("Less imprecise: less protected"), "e2"),
        ):
            self.noise.addItem(words, code)
        self.noise.setCurrentIndex(self.noise.findData(ending))
        self.noise.activated.connect(self._weigh)
        how.body.addWidget(self.noise)
        self.promise = label("", "help")
        how.body.addWidget(self.promise)
        self.skema = self.wrong = ""
        self._weigh()

    def _card(self, title: str) -> Card:
        card = Card()
        card.body.addWidget(label(title, "h2"))
        self.layout().addWidget(card)
        return card

    def chosen(self) -> list[str]:
        """The ids that are ticked."""
        return [name for name, tick in self.ticks.items() if tick.isChecked()]

    def _weigh(self) -> None:
        """`skema` is the choice's name; "" when it is none, and `wrong` says why."""
        ids = self.chosen()
        try:
            self.skema, self.wrong = story.chosen_for_hr(ids, self.noise.currentData()), ""
        except TemplateFault:
            self.skema = ""
            self.wrong = self.tr("%n question(s) are chosen. At most eight may be.", "", len(ids)) if ids else self.tr("Choose at least one question.")
        self.promise.setText(story.guarantee_for_hr(EXAMPLE, self._language, self.skema)[1] if self.skema else "")
        self.changed.emit()
