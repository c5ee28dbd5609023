# SPDX-License-Identifier: EUPL-1.2
"""A pack under work -> the catalogue as this municipality has it, a measure at a time: step 3."""

from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractItemView, QTableWidget, QTableWidgetItem

from senior_desktop import story, tools
from senior_desktop.conversation.catalogue import NO_CHANGE, Measure, Override, differing, overridden, told_of
from senior_desktop.conversation.template import Wording
from senior_desktop.ui.fields.date import DayBox
from senior_desktop.ui.pack.book import Book
from senior_desktop.ui.pack.step import Step
from senior_desktop.ui.talk.page import label
from senior_desktop.ui.talk.terms import cost, decided_by
from senior_desktop.ui.work import Work

DECIDERS = ("L", "C", "O", "M", "LC", "LO", "LM", "CO")


class MeasuresStep(Step):
    """All measures in a table, offered or not by a tick; the one that is chosen is written about below."""

    def __init__(self, pack: Any, language: str, work: Work) -> None:
        super().__init__(pack, language)
        self._own = {one.code: one for one in pack.measures}
        self._measures = {one.code: one for one in story.measures().measures}
        card = self.card(self.tr("What you offer"), self.tr("A measure without a tick is gone from the talk and the catalogue. \"No change\" is always there."))
        self.table = QTableWidget(len(self._measures), 3)
        self.table.setAccessibleName(self.tr("Measures"))
        self.table.setHorizontalHeaderLabels([self.tr("Offered here"), self.tr("Cost"), self.tr("Who decides")])
        self.table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.table.setTabKeyNavigation(False)
        self.table.verticalHeader().hide()
        self.table.verticalHeader().setDefaultSectionSize(round(self.table.fontMetrics().lineSpacing() * 2.1))
        self.table.horizontalHeader().setStretchLastSection(True)
        base = max(16, self.font().pixelSize())
        self.table.setColumnWidth(0, 21 * base)
        self.table.setColumnWidth(1, 12 * base)
        self.table.setMinimumHeight(20 * base)
        for row, code in enumerate(self._measures):
            self._draw(row, code)
        self.table.itemChanged.connect(self._ticked)
        self.table.itemSelectionChanged.connect(self._chosen)
        card.body.addWidget(self.table)
        self.book = Book(self, work, "tiltag.xlsx", lambda file: tools.save_measures_book(self.pack, file), tools.read_measures_book)
        self.book.found.connect(self._take)
        card.body.addWidget(self.book)
        self._detail()
        self.table.selectRow(0)

    def _draw(self, row: int, code: str) -> None:
        measure, own = self._measures[code], self._own.get(code)
        first = QTableWidgetItem(measure.title.said(self.language))
        first.setData(Qt.ItemDataRole.UserRole, code)
        flags = Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsEnabled
        first.setFlags(flags if code == NO_CHANGE else flags | Qt.ItemFlag.ItemIsUserCheckable)
        first.setCheckState(Qt.CheckState.Checked if own is None or own.offered else Qt.CheckState.Unchecked)
        here = self._here(measure)
        self.table.blockSignals(True)
        for column, item in enumerate((first, QTableWidgetItem(cost(here)), QTableWidgetItem(decided_by(here)))):
            item.setToolTip(item.text())
            self.table.setItem(row, column, item)
        self.table.blockSignals(False)

    def _here(self, measure: Measure) -> Measure:
        return overridden(story.measures(), self._own.values()).measure(measure.code) or measure

    def _detail(self) -> None:
        card = self.card(self.tr("The measure that is chosen"))
        self.heading = card.body.itemAt(0).widget()
        self.shipped = label("", "help")
        card.body.addWidget(self.shipped)
        shipped = self.tr("As the program says")
        self.cost = self.choice(
            card, self.tr("Cost"), {None: shipped, 0: self.tr("No cost"), 1: self.tr("From the local budget"), 2: self.tr("A real expense")}, None,
            lambda value: self._set(cost=value),
        )  # fmt: skip
        names = {code: decided_by(_decided(code)) for code in DECIDERS}
        self.decides = self.choice(
            card, self.tr("Who decides"), {None: shipped, **names}, None, lambda value: self._set(decides=None if value is None else tuple(value))
        )
        self.words = {
            (field, tongue): self.lines(card, title, "", lambda _, field=field: self._say(field), high=64)
            for field, tongue, title in (
                ("text", "da", self.tr("Your own words, in Danish")), ("text", "en", self.tr("Your own words, in English")),
                ("facts", "da", self.tr("What the collective agreement says, in Danish")), ("facts", "en", self.tr("What the collective agreement says, in English")),
            )
        }  # fmt: skip
        title = self.tr("The agreement's facts hold as of")
        self.valid = DayBox(title)
        self.valid.told = lambda day: self._set(valid=day)
        self.named(card, title, self.valid)

    def flush(self) -> None:
        """The date too."""
        super().flush()
        self.valid.flush()

    def stand_on(self, name: str) -> None:
        """The measure of that code."""
        if name in self._measures:
            self.table.selectRow([*self._measures].index(name))

    def code(self) -> str:
        """The measure that is chosen."""
        item = self.table.item(max(0, self.table.currentRow()), 0)
        return str(item.data(Qt.ItemDataRole.UserRole))

    def _chosen(self) -> None:
        self.flush()
        code = self.code()
        own = self._own.get(code, Override(code))
        measure = self._measures[code]
        self.heading.setText(measure.title.said(self.language))  # type: ignore[union-attr]
        self.shipped.setText("\n".join([measure.text.said(self.language), *told_of(measure, story.words(self.language), self.language)]))
        self.cost.setCurrentIndex(max(0, self.cost.findData(own.cost)))
        self.decides.setCurrentIndex(max(0, self.decides.findData(None if own.decides is None else "".join(own.decides))))
        for (field, tongue), box in self.words.items():
            said = getattr(own, field)
            box.blockSignals(True)
            box.setPlainText(getattr(said, tongue) if said is not None else "")
            box.blockSignals(False)
        self.valid.show_day(own.valid)

    def _ticked(self, item: QTableWidgetItem) -> None:
        if item.column() == 0:
            self._set(str(item.data(Qt.ItemDataRole.UserRole)), offered=item.checkState() is Qt.CheckState.Checked)

    def _say(self, field: str) -> None:
        danish, english = (self.words[field, tongue].toPlainText().strip() for tongue in ("da", "en"))
        self._set(**{field: Wording(danish, english or danish) if danish or english else None})

    def _set(self, code: str = "", **changes: Any) -> None:
        """Change one override; one that says nothing any more is taken away."""
        code = code or self.code()
        old = self._own.get(code, Override(code))
        new = differing(old, **changes)
        if new == old:
            return
        self._own.pop(code, None)
        if new != Override(code):
            self._own[code] = new
        self._draw([*self._measures].index(code), code)
        self.tell(measures=tuple(self._own[one] for one in self._measures if one in self._own))

    def _take(self, found: tuple[Override, ...]) -> None:
        self._own = {one.code: one for one in found}
        for row, code in enumerate(self._measures):
            self._draw(row, code)
        self._chosen()
        self.tell(measures=found)


def _decided(code: str) -> Measure:
    """Any measure, as if those of `code` decided it."""
    first = story.measures().measures[0]
    return overridden(story.measures(), [Override(first.code, decides=tuple(code))]).measure(first.code) or first
