# SPDX-License-Identifier: EUPL-1.2
"""Leaders' files, dropped or chosen -> what was taken and why not, the figures for HovedMED, and the report as PDF."""

from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFileDialog,
    QHeaderView,
    QTableWidget,
    QTableWidgetItem,
)

from senior_desktop import paths, story
from senior_desktop.errors import SeniorError
from senior_desktop.ui.drop import DropZone
from senior_desktop.ui.hr.figures import FiguresView, colours
from senior_desktop.ui.hr.following import FollowingRow
from senior_desktop.ui.hr.keeping import KeepingCard
from senior_desktop.ui.hr.offered import OfferedCard
from senior_desktop.ui.hr.only import OnlyCard
from senior_desktop.ui.hr.saving import Saving
from senior_desktop.ui.screen import Screen, button
from senior_desktop.ui.talk.page import label
from senior_desktop.ui.theme import Tokens
from senior_desktop.ui.work import Work

NOTES = ("folder", "leaders", "group")
"""What HR's vault remembers beside the files: the folder that is followed, and HR's own two numbers."""

TALLEST = 26
"""The table scrolls by itself beyond so many lines of text."""

LETTERS = 9.0
"""Height of a chart's letters in its own units: with it they come out about as high as those of the page."""


class HrPage(Screen):
    """HR's window; without a vault it keeps nothing, and the files are the archive."""

    def __init__(
        self, work: Work, language: str, organisation: str, tokens: Tokens, floors: tuple[int, int] = (20, 3), folder: Path = Path(), vault: Any = None
    ) -> None:
        """organisation: printed on the report; "" when IT has set none. floors: fewest people and hand-ins of a row.

        folder: where the book of known seals lies. vault: HR's own, open, or None.
        """
        super().__init__(
            self.tr("Figures for HR"),
            self.tr("Put the leaders' files together and see what the conversations say as a whole – never about one leader or one employee."),
            work, language, widest=1080,
        )
        self._organisation, self._tokens = organisation, tokens
        self._floors, self._folder, self._vault = floors, folder, vault
        self._received: tuple[story.Received, ...] = ()
        self._pooled: story.Pooled | None = None  # changed on the worker only, in the order files came
        self.drop = DropZone(self.tr("Drop the files here, or a folder with them."), self.tr("Choose files …"))
        self.drop.button.clicked.connect(self._choose_files)
        self.drop.dropped.connect(self.add_files)
        self.column.addWidget(self.drop)
        self.following = FollowingRow(work)
        self.following.watched.came.connect(self.add_files)
        self.following.chosen.connect(lambda chosen: self._note("folder", chosen))
        self.column.addWidget(self.following)
        self.questions = button(self.tr("Choose questions …"), "quiet")
        self.following.layout().addWidget(self.questions)
        self.empty = self.card(self.tr("This is how you begin"))
        for words in (
            self.tr("1.  Save the files you get from the leaders in one folder. They are called “seniorsamtale-…csv”."),
            self.tr("2.  Import them here. Do not open them in Excel: Excel changes the file, and then it is refused."),
            self.tr("3.  Shares appear when there are enough conversations and hand-ins that nobody can be pointed out."),
            self.tr("The pack for the leaders, the texts and the plan are made in HR's vault, below."),
        ):
            self.empty.body.addWidget(label(words))
        self.empty.body.addWidget(label(self.tr("The same file may come twice; it counts once. Nothing leaves this computer."), "help"))
        self.files = self.card(self.tr("Files"))
        self.tally = label("", "help")
        self.files.body.addWidget(self.tally)
        self.table = self._table()
        self.files.body.addWidget(self.table)
        self.take_out = button(self.tr("Take the chosen files out …"))
        self.take_out.setVisible(vault is not None)
        self.take_out.setEnabled(False)
        self.take_out.clicked.connect(self._take_out)
        self.table.itemSelectionChanged.connect(lambda: self.take_out.setEnabled(bool(self._chosen())))
        self.files.body.addWidget(self.take_out, 0, Qt.AlignmentFlag.AlignLeft)
        self.files.hide()
        self.keeping = KeepingCard()
        self.keeping.emptied.connect(self._empty)
        self.column.addWidget(self.keeping)
        self.offered = OfferedCard(kept=vault is not None)
        self.offered.changed.connect(self._note)
        self.offered.hide()
        self.column.addWidget(self.offered)
        self.only = OnlyCard(self.language)
        self.only.hide()
        self.only.chosen.connect(lambda: self.add_files([]))
        self.column.addWidget(self.only)
        self.saving = Saving(self, organisation)
        self.column.addWidget(self.saving)
        self.figures = FiguresView()
        self.figures.hide()
        self.column.addWidget(self.figures)
        self.column.addStretch(1)
        if vault is not None:
            self.do(self._open, self._chart_width(), then=self._begin, meanwhile=self.tr("Reading …"))

    def _table(self) -> QTableWidget:
        table = QTableWidget(0, 3)
        table.setAccessibleName(self.tr("Files"))
        table.setHorizontalHeaderLabels([self.tr("File"), self.tr("Result"), self.tr("Why")])
        table.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        table.verticalHeader().hide()
        table.setShowGrid(False)
        table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.setTabKeyNavigation(False)
        table.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        return table

    # -- files in ------------------------------------------------------------------------------------------------------

    def _choose_files(self) -> None:
        names, _ = QFileDialog.getOpenFileNames(self, self.tr("Choose files …"), "", self.tr("Hand-ins and receipts (*.csv *.pdf)"))
        if names:
            self.add_files([Path(name) for name in names])

    def add_files(self, files: list[Path]) -> None:
        """Add files, or those of folders, to what is in already: hand-ins, totals of municipalities, receipts."""
        self.do(self._read, tuple(files), self.only.parts(), self._chart_width(), then=self._show, meanwhile=self.tr("Reading …"))

    def _chart_width(self) -> float:
        return min(600.0, max(440.0, self.column.geometry().width() * LETTERS / self.base))

    def _open(self, wide: float) -> tuple[Any, ...]:
        """What HR's vault holds, before anything else is read."""
        kept = story.kept_for_hr(self._vault, self._folder, self.language, NOTES)
        self._pooled, self._received = kept.pooled, kept.received
        return kept, self._drawn(None, None, wide)

    def _begin(self, found: tuple[Any, ...]) -> None:
        kept, drawn = found
        self.offered.show_numbers(kept.notes)
        if kept.notes["folder"]:
            self.following.follow(Path(kept.notes["folder"]))
        self._show(drawn)

    def _read(self, files: tuple[Path, ...], only: tuple[str | None, str | None], wide: float) -> tuple[Any, ...]:
        taken: list[tuple[str, bytes]] = []

        def keep(name: str, content: bytes) -> None:
            if self._vault is not None:
                taken.append((name, content))

        receipts = [one for file in files for one in (sorted(file.glob("*.pdf")) if paths.is_folder(file) else [file]) if is_pdf(one)]
        received = story.receive(receipts, self._folder, self._received, keep)
        counts = [file for file in files if not is_pdf(file)]
        pooled = story.pool_files(counts, self._pooled, self.language, keep)
        try:
            if taken:
                story.keep_for_hr(self._vault, taken)
        except SeniorError:
            self._open(wide)  # what cannot be kept is not counted either
            raise
        self._received, self._pooled = received, pooled
        return self._drawn(*only, wide)

    def _drawn(self, period: str | None, area: str | None, wide: float) -> tuple[Any, ...]:
        assert self._pooled is not None  # read or opened just now
        pooled = self._pooled = replace(self._pooled, floors=self._floors, period=period, area=area)
        if not pooled.taken:
            return pooled, None, ()
        document = story.report_document(pooled, self._organisation, datetime.now().astimezone(), self.language)
        return pooled, document, story.chart_pictures(pooled, self.language, colours(self._tokens), wide)

    def pooled(self) -> story.Pooled:
        """All that is read in, whatever is shown of it."""
        return replace(self._pooled or story.pool(()), floors=self._floors, period=None, area=None)

    # -- HR's vault ----------------------------------------------------------------------------------------------------

    def _note(self, name: str, value: Any) -> None:
        if self._vault is not None:
            self.do(story.note_for_hr, self._vault, name, value, then=lambda _: None)

    def _chosen(self) -> list[str]:
        """The taken files that are selected in the table."""
        rows = {index.row() for index in self.table.selectedIndexes()}
        names = [self.table.item(row, 0).text() for row in rows]
        taken = {one.file for one in self._pooled.read if one.outcome == "accepted"} if self._pooled else set()
        return [name for name in names if name in taken]

    def _take_out(self) -> None:
        self._forget(self._chosen())

    def _empty(self) -> None:
        self._forget(None)

    def _forget(self, names: list[str] | None) -> None:
        """Out of the vault, and all is counted anew from what is left in it."""

        def forget(wide: float) -> tuple[Any, ...]:
            story.take_out(self._vault, names)
            return self._open(wide)[1]

        self.do(forget, self._chart_width(), then=self._show, meanwhile=self.tr("Reading …"))

    def _show(self, found: tuple[Any, ...]) -> None:
        pooled, document, pictures = found
        if self._vault is not None:
            self.keeping.show_kept(pooled.taken + sum(one.receipt is not None for one in self._received))
        read = [*pooled.read, *(story.Read(one.file, "refused", self.tr("This is no receipt, or it has been altered.")) for one in self._received if one.receipt is None)]
        self.empty.setVisible(not read and not self._received)
        self.files.setVisible(bool(read))
        periods, areas = story.parts(pooled)
        self.only.show_parts(periods, areas)
        self.offered.show_received(self._received, story.figures(replace(pooled, period=periods[-1], area=None)).people if periods else 0)
        self._show_files(pooled.taken, read)
        self.saving.show_pooled(pooled)
        self.figures.setVisible(document is not None)
        if document is not None:
            self.figures.show_report(document, pictures)

    def _show_files(self, number: int, read: list[story.Read]) -> None:
        taken = self.tr("%n file(s) taken", "", number)
        others = self.tr("%n not taken", "", len(read) - number)
        self.tally.setText(f"{taken}, {others}.")
        words = {
            "accepted": self.tr("✓ Taken"), "duplicate": self.tr("– Skipped"), "skipped": self.tr("– Skipped"),
            "refused": self.tr("! Refused"),
        }
        # What was not taken stands first: that is what HR must do something about.
        shown = sorted(read, key=lambda one: ("refused", "duplicate", "skipped", "accepted").index(one.outcome))
        self.table.setRowCount(len(shown))
        for place, one in enumerate(shown):
            for column, text in enumerate((one.file, words[one.outcome], one.why)):
                self.table.setItem(place, column, QTableWidgetItem(text))
        self._fit()

    def _fit(self) -> None:
        header = self.table.horizontalHeader()
        for column in (0, 1):
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(2, QHeaderView.ResizeMode.Stretch)
        # Qt's own row height does not know the padding of the style sheet, and would cut the reason.
        room, metrics = self.table.columnWidth(2) - 2 * 16, self.table.fontMetrics()
        rows = 0
        for place in range(self.table.rowCount()):
            text = self.table.item(place, 2).text() or " "
            tall = metrics.boundingRect(0, 0, room, 10_000, Qt.TextFlag.TextWordWrap, text).height() + 2 * 10
            self.table.setRowHeight(place, tall)
            rows += tall
        self.table.setFixedHeight(min(header.sizeHint().height() + rows + 4, TALLEST * self.base))

    def resizeEvent(self, event: Any) -> None:
        """The reasons wrap anew."""
        super().resizeEvent(event)
        if self.table.rowCount():
            self._fit()


def is_pdf(file: Path) -> bool:
    """Whether the name is that of a receipt; anything else is read as counts."""
    return file.suffix.lower() == ".pdf"
