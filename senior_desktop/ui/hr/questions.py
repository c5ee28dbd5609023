# SPDX-License-Identifier: EUPL-1.2
"""The questions HR may have counted, and how imprecise -> the one line that IT gives to every laptop, within the budget."""

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QLineEdit

from senior_desktop import story
from senior_desktop.ui.hr.question_picker import QuestionPicker
from senior_desktop.ui.screen import Screen, button
from senior_desktop.ui.talk.page import label
from senior_desktop.ui.work import Work

POLICY = "IndicatorSet = {}"
"""The policy as IT knows it (packaging/IT.md); no word of any language."""


class QuestionsPage(Screen):
    """Ticks, a count of them, what they promise, and the line."""

    def __init__(self, work: Work, language: str) -> None:
        super().__init__(
            self.tr("Choose questions"),
            self.tr("At most eight questions are counted at a time. Each makes the whole a little less private; that is why there is a limit."),
            work, language,
        )
        now = [one.id for one in story.may_be_asked(language) if one.chosen]
        self.picker = QuestionPicker(language, now, "e1")
        self.picker.changed.connect(self._weigh)
        self.column.addWidget(self.picker)
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

    def _weigh(self) -> None:
        skema, number = self.picker.skema, len(self.picker.chosen())
        self.line.setText(POLICY.format(skema) if skema else "")
        self.told.setText(self.picker.wrong or self.tr("%n question(s) are chosen. Give this line to IT, who sets it for all leaders:", "", number))
        self.copy.setEnabled(bool(skema))

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self.line.text())
        self.say(self.tr("✓ Copied"))
