# SPDX-License-Identifier: EUPL-1.2
"""The questions HR may have counted, and how imprecise -> the one line that IT gives to every laptop, within the budget."""

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QCheckBox, QComboBox, QHBoxLayout, QLineEdit

from senior_desktop import story
from senior_desktop.errors import TemplateFault
from senior_desktop.ui.screen import Screen, button
from senior_desktop.ui.talk.page import label
from senior_desktop.ui.work import Work

MOST = 8
"""Questions one person's budget allows; the counts refuse more whatever stands here."""

POLICY = "IndicatorSet = {}"
"""The policy as IT knows it (packaging/IT.md); no word of any language."""

EXAMPLE = 5
"""Talks in the file whose guarantee is shown."""


class QuestionsPage(Screen):
    """Ticks, a count of them, what they promise, and the line."""

    def __init__(self, work: Work, language: str) -> None:
        super().__init__(
            self.tr("Choose questions"),
            self.tr("At most eight questions are counted at a time. Each makes the whole a little less private; that is why there is a limit."),
            work, language,
        )
        card = self.card(self.tr("Questions"))
        self.ticks: dict[str, QCheckBox] = {}
        asked = story.may_be_asked(language)
        for place, one in enumerate(asked):
            if place == MOST:
                card = self.card(self.tr("May take the place of one above"))
            tick = self.ticks[one.id] = QCheckBox(one.name)
            tick.setChecked(one.chosen)
            tick.toggled.connect(self._weigh)
            card.body.addWidget(tick)
            if one.note and place >= MOST:
                card.body.addWidget(label(one.note, "small"))
        noise = self.card(self.tr("How imprecise the numbers are"))
        self.noise = QComboBox()
        self.noise.setAccessibleName(self.tr("How imprecise the numbers are"))
        for words, ending in (
            (self.tr("Very imprecise: best protected, for large municipalities"), "e05"),
            (self.tr("Imprecise: the default"), "e1"),
            (self.tr("Less imprecise: less protected"), "e2"),
        ):
            self.noise.addItem(words, ending)
        self.noise.setCurrentIndex(1)
        self.noise.activated.connect(lambda _: self._weigh())
        noise.body.addWidget(self.noise)
        self.promise = label("", "help")
        noise.body.addWidget(self.promise)
        result = self.card(self.tr("To your IT department"))
        self.told = label("")
        result.body.addWidget(self.told)
        row = QHBoxLayout()
        self.line = QLineEdit()
        self.line.setReadOnly(True)
        self.line.setAccessibleName(self.tr("The line for IT"))
        self.copy = button(self.tr("Copy"))
        self.copy.clicked.connect(self._copy)
        row.addWidget(self.line, 1)
        row.addWidget(self.copy)
        result.body.addLayout(row)
        result.body.addWidget(label(self.tr("It holds from the next conversations on; those that are waiting are counted as they were asked. Discuss the choice in HovedMED first."), "help"))
        self.column.addStretch(1)
        self._weigh()

    def chosen(self) -> list[str]:
        """The ids that are ticked."""
        return [name for name, tick in self.ticks.items() if tick.isChecked()]

    def _weigh(self) -> None:
        ids, ending = self.chosen(), self.noise.currentData()
        try:
            skema = story.chosen_for_hr(ids, ending)
        except TemplateFault:
            self.line.clear()
            self.promise.setText("")
            words = self.tr("Choose at least one question.") if not ids else self.tr("%n question(s) are chosen. At most eight may be.", "", len(ids))
            self.told.setText(words)
        else:
            self.line.setText(POLICY.format(skema))
            self.promise.setText(story.guarantee_for_hr(EXAMPLE, self.language, skema)[1])
            self.told.setText(self.tr("%n question(s) are chosen. Give this line to IT, who sets it for all leaders:", "", len(ids)))
        self.copy.setEnabled(bool(self.line.text()))

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self.line.text())
        self.say(self.tr("✓ Copied"))
