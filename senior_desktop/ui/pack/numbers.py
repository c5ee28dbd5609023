# SPDX-License-Identifier: EUPL-1.2
"""A pack under work -> which questions HR gets counts for, how imprecise, from how many talks: step 4."""

from typing import Any

from PySide6.QtWidgets import QCheckBox

from senior_desktop import story
from senior_desktop.errors import TemplateFault
from senior_desktop.ui.pack.step import Step
from senior_desktop.ui.talk.page import label

MOST = 8


class NumbersStep(Step):
    """The budget is eight questions; what is chosen is told in words before it is handed out."""

    def __init__(self, pack: Any, language: str) -> None:
        super().__init__(pack, language)
        skema = str(pack.rules.get("IndicatorSet", ""))
        chosen, ending = story.asked_in(skema)
        card = self.card(self.tr("Questions"), self.tr("At most eight questions are counted at a time. Each makes the whole a little less private; that is why there is a limit."))
        self.ticks: dict[str, QCheckBox] = {}
        for place, one in enumerate(story.may_be_asked(language)):
            if place == MOST:
                card = self.card(self.tr("May take the place of one above"))
            tick = self.ticks[one.id] = QCheckBox(one.name)
            tick.setChecked(one.id in chosen)
            tick.toggled.connect(lambda _: self._weigh())
            card.body.addWidget(tick)
            if one.note and place >= MOST:
                card.body.addWidget(label(one.note, "small"))
        how = self.card(self.tr("How imprecise the numbers are"))
        noises = {
            "e05": self.tr("Very imprecise: best protected, for large municipalities"), "e1": self.tr("Imprecise: the default"),
            "e2": self.tr("Less imprecise: less protected"),
        }  # fmt: skip
        self.noise = self.choice(how, self.tr("How imprecise the numbers are"), noises, ending, lambda _: self._weigh())
        self.least = self.number(
            how, self.tr("Fewest talks in a hand-in"), int(pack.rules.get("MinBatch", 5)), range(5, 51), self._fewest,
            self.tr("It can only be raised. More protects better, and leaders with few talks wait longer."),
        )  # fmt: skip
        self.told = label("", "help")
        how.body.addWidget(self.told)
        self._weigh(say=False)

    def _fewest(self, number: int) -> None:
        self.tell(rules={**self.pack.rules, "MinBatch": number})

    def _weigh(self, *, say: bool = True) -> None:
        ids = [name for name, tick in self.ticks.items() if tick.isChecked()]
        try:
            skema = story.chosen_for_hr(ids, self.noise.currentData())
        except TemplateFault:
            words = self.tr("%n question(s) are chosen. At most eight may be.", "", len(ids)) if ids else self.tr("Choose at least one question.")
            self.told.setText(words + " " + self.tr("What was chosen before still holds."))
            return
        self.told.setText(story.guarantee_for_hr(5, self.language, skema)[1])
        if say:
            self.tell(rules={**self.pack.rules, "IndicatorSet": skema})
