# SPDX-License-Identifier: EUPL-1.2
"""HR's report and its charts as SVG -> the same words and pictures on the screen, in the order of the paper."""

import re
from collections.abc import Iterator
from functools import cache

from PySide6.QtCore import QByteArray, Qt
from PySide6.QtGui import QFontDatabase, QResizeEvent
from PySide6.QtSvgWidgets import QSvgWidget
from PySide6.QtWidgets import QFrame, QGridLayout, QVBoxLayout, QWidget

from senior_desktop import paths, story
from senior_desktop.ui.screen import cleared
from senior_desktop.ui.talk.page import Card, label
from senior_desktop.ui.theme import Tokens


def colours(tokens: Tokens) -> dict[str, str]:
    """The colours of a chart on the screen, by the names `story.chart_pictures` takes."""
    return {"text": tokens.text, "muted": tokens.muted, "hair": tokens.hair, "bar": tokens.bar, "faint": tokens.faint}


@cache
def _paper_fonts() -> None:
    """The charts are measured in the paper's own font; without it words would run into the bars."""
    for weight in ("Regular", "Bold"):
        QFontDatabase.addApplicationFont(str(paths.resources() / "fonts" / f"Lato-{weight}.ttf"))


def drawable(svg: str) -> QByteArray:
    """A chart as Qt can draw it, in the paper's own letters."""
    _paper_fonts()
    # Qt takes a list of families for one name it does not know.
    return QByteArray(re.sub('font-family="[^"]*"', 'font-family="Lato"', svg).encode())


class ChartPicture(QSvgWidget):
    """One chart, as wide as there is room; says in words what it shows."""

    def __init__(self, svg: str, chart: story.Chart, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.load(drawable(svg))
        self.setAccessibleName(chart.title)
        self.setAccessibleDescription(chart.summary)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the drawing's own shape."""
        super().resizeEvent(event)
        size = self.renderer().defaultSize()
        if size.width():
            self.setFixedHeight(round(self.width() * size.height() / size.width()))


class FiguresView(QWidget):
    """The report, a card for each section."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(16)

    def show_report(self, document: story.Document, pictures: tuple[str, ...]) -> None:
        """Draw `document` anew; `pictures` are its charts in order."""
        cleared(self.column)
        drawn, faint = iter(pictures), story.words(document.language)("hr.faint")
        card = self._card()
        card.body.addWidget(label(document.title, "h2"))
        card.body.addWidget(label(document.subtitle, "help"))
        for block in document.blocks:
            if isinstance(block, story.Heading) and block.level == 1:
                card = self._card()
            for widget in _widgets(block, drawn, faint):
                card.body.addWidget(widget)

    def _card(self) -> Card:
        card = Card()
        self.column.addWidget(card)
        return card


def _widgets(block: object, drawn: Iterator[str], faint: str) -> Iterator[QWidget]:
    match block:
        case story.Heading(text=text, level=level):
            yield label(text, "h2" if level == 1 else "fact")
        case story.Paragraph(text=text, tone=tone):
            yield label(text, {"strong": "fact", "help": "help"}.get(tone, ""))
        case story.Bullets(items=items):
            yield from (label(f"•  {item}") for item in items)
        case story.Facts(rows=rows):
            yield _grid(rows, (0.4, 0.6))
        case story.Table(header=header, rows=rows, widths=widths, summary=summary):
            yield _grid(rows, widths, header, summary, faint)
        case story.Chart():
            yield ChartPicture(next(drawn), block)


def _grid(
    rows: tuple[tuple[str, ...], ...], widths: tuple[float, ...], header: tuple[str, ...] = (), summary: str = "", faint: str = ""
) -> QWidget:
    """Rows of words. A row that ends in the words `faint` is muted: they say why."""
    holder = QWidget()
    holder.setAccessibleName(summary)
    grid = QGridLayout(holder)
    grid.setContentsMargins(0, 0, 0, 0)
    grid.setHorizontalSpacing(16)
    grid.setVerticalSpacing(6)
    for column, width in enumerate(widths):
        grid.setColumnStretch(column, round(width * 100))
    for column, words in enumerate(header):
        grid.addWidget(label(words, "small"), 0, column)
    for place, row in enumerate(rows):
        if header:
            line = QFrame()
            line.setProperty("role", "line")
            grid.addWidget(line, 2 * place + 1, 0, 1, len(widths))
        unsure = bool(header) and row[-1] == faint
        for column, words in enumerate(row):
            bold = column == (1 if header else 0)
            cell = label(words, "help" if unsure else "fact" if bold else "")
            grid.addWidget(cell, 2 * place + 2, column, Qt.AlignmentFlag.AlignTop)
    return holder
