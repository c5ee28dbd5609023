# SPDX-License-Identifier: EUPL-1.2
"""A pack under work -> which questions HR gets counts for, how imprecise, from how many talks: step 4."""

from typing import Any

from senior_desktop import story
from senior_desktop.ui.hr.question_picker import QuestionPicker
from senior_desktop.ui.pack.step import Step
from senior_desktop.ui.talk.page import label


class NumbersStep(Step):
    """The budget is eight questions; what is chosen is told in words before it is handed out."""

    def __init__(self, pack: Any, language: str) -> None:
        super().__init__(pack, language)
        self.column.addWidget(label(self.tr("At most eight questions are counted at a time. Each makes the whole a little less private; that is why there is a limit."), "help"))
        self.picker = QuestionPicker(language, *story.asked_in(str(pack.rules.get("IndicatorSet", ""))))
        self.picker.changed.connect(self._picked)
        self.column.addWidget(self.picker)
        self.told = label("", "help")
        self.column.addWidget(self.told)
        card = self.card(self.tr("How many talks"))
        self.least = self.number(
            card, self.tr("Fewest talks in a hand-in"), int(pack.rules.get("MinBatch", 5)), range(5, 51), lambda number: self._rule("MinBatch", number),
            self.tr("It can only be raised. More protects better, and leaders with few talks wait longer."),
        )  # fmt: skip

    def _picked(self) -> None:
        if self.picker.skema:
            self._rule("IndicatorSet", self.picker.skema)
        holds = self.tr("What was chosen before still holds.")
        self.told.setText(f"{self.picker.wrong} {holds}" if self.picker.wrong else "")

    def _rule(self, name: str, value: int | str) -> None:
        self.tell(rules={**self.pack.rules, name: value})
