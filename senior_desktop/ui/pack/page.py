# SPDX-License-Identifier: EUPL-1.2
"""HR's vault, open -> the tools around the talk, a card each: the pack, texts, the plan, meetings, sharing."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton

from senior_desktop.ui.screen import Screen, button
from senior_desktop.ui.talk.page import label
from senior_desktop.ui.work import Work


class ToolsPage(Screen):
    """`chosen(name)` for the card that is opened."""

    chosen = Signal(str)

    def __init__(self, work: Work, language: str) -> None:
        super().__init__(
            self.tr("Tools around the talk"), self.tr("What the municipality sets up once, and every leader then has. Nothing here is about any employee."), work, language
        )
        opens = self.tr("Open")
        self.doors: dict[str, QPushButton] = {}
        for name, title, words in (
            ("pack", self.tr("The pack for leaders"), self.tr("Names, intervals, measures, counts, letters and template, signed and handed out as one file.")),
            ("texts", self.tr("Texts"), self.tr("Communication, handbook, meetings and what the law asks for, filled from your pack. And the catalogue of measures.")),
            ("plan", self.tr("The plan"), self.tr("From the first discussion in HovedMED to the yearly follow-up, with roles and dates, and a checklist from day one.")),
            ("pilots", self.tr("Pilot rounds"), self.tr("Try the talk in a corner of the municipality first: purpose, period, who, evaluation and story, and a report of its own.")),
            ("meeting", self.tr("Answers from a meeting"), self.tr("Network meetings and summits: the sheet to hand out, and figures from 20 answers up.")),
            ("seals", self.tr("Known seals"), self.tr("A signed list of the seals you know, for leaders to take in where a document is checked.")),
            ("sharing", self.tr("Share with other municipalities"), self.tr("Give and take measures, letters, template and plan, with their origin.")),
        ):
            card = self.card(title)
            row = QHBoxLayout()
            row.addWidget(label(words, "help"), 1)
            door = self.doors[name] = button(opens, "primary" if name == "pack" else "", f"{opens}: {title}")
            door.clicked.connect(lambda _=False, name=name: self.chosen.emit(name))
            row.addWidget(door)
            card.body.addLayout(row)
        self.column.addStretch(1)
