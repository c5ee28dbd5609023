# SPDX-License-Identifier: EUPL-1.2
"""The leader's own preparation -> kept on the laptop only; the page does not exist in the shared view."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QGridLayout, QHBoxLayout, QPushButton

from senior_desktop import story
from senior_desktop.conversation.conversation import Conversation
from senior_desktop.conversation.template import Kind
from senior_desktop.ui.talk.page import Card, TalkPage, label


class PreparePage(TalkPage):
    """What to recognise, what can be offered, what to ask about, and a checklist."""

    def build(self) -> None:
        """One yellow card a question; the mandate as exceptions only."""
        self.heading(
            self.tr("My preparation"),
            self.tr("Only you see this page. It is never printed, never leaves this computer and is deleted when the talk is closed."),
        )
        for question in self.page.questions:
            if question.kind is Kind.ROWS:
                self._mandate_card()
            else:
                self.add_questions((question,), private=True)

    def _mandate_card(self) -> None:
        question = self.room.template.question("b02")
        language = self.room.language
        card = Card(private=True)
        card.body.addWidget(label(question.text.said(language), "h2"))
        card.body.addWidget(label(self.tr("Mark the exceptions only. What is not possible here is not suggested to you later."), "help"))
        asked, measure, mandate = question.text.said(language), self.tr("Measure"), self.tr("My mandate")
        self.measure = QComboBox()
        self.measure.setAccessibleName(f"{asked} {measure}")
        for one in self.room.catalogue.measures:
            self.measure.addItem(f"{one.code}  {one.title.said(language)}", one.code)
        self.verdict = QComboBox()
        self.verdict.setAccessibleName(f"{asked} {mandate}")
        for option in question.options:
            self.verdict.addItem(option.said(language), option.code)
        self.verdict.setCurrentIndex(1)
        self.add = QPushButton(self.tr("Add"))
        self.add.setAccessibleName(f"{self.add.text()}: {asked}")
        self.add.clicked.connect(
            lambda: self.room.do(story.record_mandate, self.measure.currentData(), self.verdict.currentData())
        )
        row = QHBoxLayout()
        row.addWidget(self.measure, 2)
        row.addWidget(self.verdict, 1)
        row.addWidget(self.add)
        card.body.addLayout(row)
        self._exceptions = QGridLayout()
        self._exceptions.setColumnStretch(0, 2)
        self._exceptions.setColumnStretch(1, 1)
        card.body.addLayout(self._exceptions)
        self.column.addWidget(card)

    def show_talk(self, talk: Conversation) -> None:
        """Redraw, with the exceptions in the catalogue's order."""
        super().show_talk(talk)
        while (item := self._exceptions.takeAt(0)) is not None:
            item.widget().deleteLater()
        for row, (code, verdict) in enumerate(sorted(talk.mandate.items())):
            measure = self.room.catalogue.measure(code)
            name = measure.title.said(self.room.language) if measure is not None else code
            self._exceptions.addWidget(label(name), row, 0)
            self._exceptions.addWidget(label(self.room.template.option("b02", verdict, self.room.language)), row, 1)
            away = QPushButton(self.tr("Take away"))
            away.setProperty("role", "quiet")
            away.setAccessibleName(f"{away.text()}: {name}")
            away.clicked.connect(lambda _=False, code=code: self.room.do(story.record_mandate, code, 0))
            self._exceptions.addWidget(away, row, 2, Qt.AlignmentFlag.AlignRight)
