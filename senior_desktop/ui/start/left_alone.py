# SPDX-License-Identifier: EUPL-1.2
"""A file of a kind that this edition cannot read -> a calm sentence; the file is not opened, let alone changed."""

from senior_desktop.ui.screen import Screen
from senior_desktop.ui.talk.page import label
from senior_desktop.ui.work import Work


class LeftAlonePage(Screen):
    """What was opened by a double click and must wait for a later edition."""

    def __init__(self, ending: str, work: Work, language: str) -> None:
        """ending: of the file's name, in small letters. The name itself is not shown: it may tell of somebody."""
        super().__init__(self.tr("The file is untouched"), "", work, language)
        match ending:
            case _:
                words = self.tr("Seniorsamtale does not know this kind of file.")
        card = self.card(words)
        card.body.addWidget(label(self.tr("Nothing was opened or changed. Keep the file where it is; your conversations are safe."), "help"))
        self.column.addStretch(1)
