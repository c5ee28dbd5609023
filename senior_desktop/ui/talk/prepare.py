# SPDX-License-Identifier: EUPL-1.2
"""The leader's own preparation -> kept on the laptop only; the page does not exist in the shared view."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QGridLayout, QHBoxLayout, QPushButton

from senior_desktop import story
from senior_desktop.conversation.catalogue import MUST_ASK, NOT_POSSIBLE_HERE
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
        card.body.addWidget(label(self.room.named(question), "h2"))
        card.body.addWidget(label(self.tr("Each measure is filled in by who usually decides. Mark the exceptions only. What is not possible here is not suggested to you later."), "help"))
        asked, measure, mandate = question.text.said(language), self.tr("Measure"), self.tr("My mandate")
        self.measure = QComboBox()
        self.measure.setAccessibleName(f"{asked} {measure}")
        for one in self.room.catalogue.measures:
            self.measure.addItem(f"{one.code}  {one.title.said(language)}", one.code)
        self.verdict = QComboBox()
        self.verdict.setAccessibleName(f"{asked} {mandate}")
        for option in question.options:
            self.verdict.addItem(option.said(language), option.code)
        self.measure.currentIndexChanged.connect(lambda _: self._propose())
        self._propose()
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
        self.map_button = QPushButton(self.tr("Show the whole map"))
        self.map_button.setProperty("role", "quiet")
        self.map_button.setCheckable(True)
        self.map_button.setAccessibleName(f"{self.map_button.text()}: {asked}")
        self.map = label("", "help")
        self.map.hide()
        self.map_button.toggled.connect(self.map.setVisible)
        card.body.addWidget(self.map_button, 0, Qt.AlignmentFlag.AlignLeft)
        card.body.addWidget(self.map)
        self.column.addWidget(card)

    def _propose(self) -> None:
        """An exception is what differs from the catalogue: that is proposed."""
        measure = self.room.catalogue.measure(self.measure.currentData())
        usual = measure is not None and measure.granted(None)
        self.verdict.setCurrentIndex(self.verdict.findData(MUST_ASK if usual else NOT_POSSIBLE_HERE))

    def _whole_map(self, talk: Conversation) -> str:
        """All measures by who can say yes, the exceptions counted in."""
        heads = {
            "yes": self.tr("I can say yes myself"),
            "ask": self.tr("I must ask"),
            "O": self.tr("Needs a local agreement with the union"),
            "M": self.tr("The employee's own right"),
            "no": self.tr("Not possible here"),
        }
        places: dict[str, list[str]] = {head: [] for head in heads}
        for one in self.room.catalogue.measures:
            verdict = talk.mandate.get(one.code)
            if verdict == NOT_POSSIBLE_HERE:
                place = "no"
            elif one.granted(verdict):
                place = "yes"
            else:
                place = "".join(one.decides) if verdict is None and one.decides in (("O",), ("M",)) else "ask"
            places[place].append(one.title.said(self.room.language))
        return "\n\n".join(f"{heads[key]}:\n{'; '.join(names)}" for key, names in places.items() if names)

    def show_talk(self, talk: Conversation) -> None:
        """Redraw, with the exceptions in the catalogue's order."""
        super().show_talk(talk)
        self.map.setText(self._whole_map(talk))
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
