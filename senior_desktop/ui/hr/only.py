# SPDX-License-Identifier: EUPL-1.2
"""The half-years and areas there are figures of -> which of them to show; small rows stay left out as ever."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout

from senior_desktop import story
from senior_desktop.ui.talk.page import Card, label


class OnlyCard(Card):
    """Two drop-downs; hidden while there is nothing to choose between."""

    chosen = Signal()

    def __init__(self, language: str) -> None:
        super().__init__()
        self._words = story.words(language)
        row = QHBoxLayout()
        self.period = self._list(row, self.tr("Half-year"))
        self.area = self._list(row, self.tr("Area"))
        row.addStretch()
        self.body.addLayout(row)

    def _list(self, row: QHBoxLayout, words: str) -> QComboBox:
        box = QComboBox()
        box.setAccessibleName(words)
        box.addItem(self.tr("All"), None)
        title = label(words)
        title.setBuddy(box)
        box.activated.connect(lambda _: self.chosen.emit())
        row.addWidget(title)
        row.addWidget(box)
        return box

    def parts(self) -> tuple[str | None, str | None]:
        """The half-year and the area that are chosen; None for all."""
        return self.period.currentData(), self.area.currentData()

    def show_parts(self, periods: tuple[str, ...], areas: tuple[str, ...]) -> None:
        """Offer what there is; what was chosen stays chosen."""
        self.setVisible(len(periods) > 1 or len(areas) > 1)
        for box, codes, name in ((self.period, periods, "{}"), (self.area, areas, "hr.area_{}")):
            kept = box.currentData()
            while box.count() > 1:
                box.removeItem(1)
            for code in codes:
                box.addItem(code if box is self.period else self._words(name.format(code)), code)
            box.setCurrentIndex(max(0, box.findData(kept)))
