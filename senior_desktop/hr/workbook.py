# SPDX-License-Identifier: EUPL-1.2
"""The report and its `Figures` -> an XLSX workbook: the words on one sheet, every printed figure as a number on another.

Only what the report prints. Words are written as words: no cell can be a formula (anonymity: reading and pooling).
"""

import io
from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime

from openpyxl import Workbook
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE, Cell
from openpyxl.styles import Alignment, Font
from openpyxl.worksheet.worksheet import Worksheet

from senior_desktop.hr.charts import row_name, whole_percents
from senior_desktop.hr.figures import Figures
from senior_desktop.paper.document import Bullets, Document, Facts, Heading, Paragraph, Table, Words

WORDS_WIDE, LABEL_WIDE, NUMBER_WIDE = 100, 44, 16
"""Widths of columns, in characters."""

PERCENT = "0 %"
Line = tuple[tuple[str, ...], bool]
"""The cells of a row, and whether they are bold."""


def workbook(figures: Figures, document: Document, words: Words, language: str) -> bytes:
    """The workbook; the same numbers in the same rounding as `document`, the report on `figures`."""
    book = Workbook()
    book.properties.creator = "Seniorsamtale"
    book.properties.title = document.title
    book.properties.created = datetime.fromisoformat(document.made).replace(tzinfo=None)
    first = book.active
    first.title = words("hr.sheet_words")
    _words(first, document)
    _numbers(book.create_sheet(words("hr.sheet_numbers")), figures, words, language)
    for sheet in book.worksheets:
        sheet.page_setup.orientation, sheet.page_setup.paperSize = "landscape", sheet.PAPERSIZE_A4
        sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = 1, 0
        sheet.sheet_properties.pageSetUpPr.fitToPage = True
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def table(title: str, header: Sequence[str], rows: Iterable[Sequence[str]]) -> bytes:
    """A workbook of one sheet: a bold header and rows of words; no cell can be a formula."""
    book = Workbook()
    book.properties.creator = "Seniorsamtale"
    book.properties.title = title
    sheet = book.active
    sheet.title = title[:31]
    for column, _ in enumerate(header, start=1):
        sheet.column_dimensions[sheet.cell(1, column).column_letter].width = LABEL_WIDE if column == 2 else NUMBER_WIDE * 1.5
    for row, cells in enumerate((header, *rows), start=1):
        for column, text in enumerate(cells, start=1):
            _write(sheet.cell(row, column), text, bold=row == 1)
    sheet.freeze_panes = "A2"
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def _words(sheet: Worksheet, document: Document) -> None:
    """What the report says, in its order; charts and their tables are numbers on the other sheet."""
    sheet.column_dimensions["A"].width = WORDS_WIDE
    for column in "BCD":
        sheet.column_dimensions[column].width = LABEL_WIDE
    opening: list[Line] = [((document.title,), True), ((document.subtitle,), False), ((document.organisation,), False)]
    for row, (cells, bold) in enumerate([*opening, *_lines(document)], start=1):
        for column, text in enumerate(cells, start=1):
            _write(sheet.cell(row, column), text, bold=bold)


def _lines(document: Document) -> Iterator[Line]:
    for block in document.blocks:
        match block:
            case Heading(text, level):
                yield (), False
                yield (text,), level == 1
            case Paragraph(text):
                yield (text,), False
            case Bullets(items):
                yield from (((item,), False) for item in items)
            case Facts(rows):
                yield from ((row, False) for row in rows)
            case Table(header, rows):
                yield header, True
                yield from ((row, False) for row in rows)


def _numbers(sheet: Worksheet, figures: Figures, words: Words, language: str) -> None:
    """One row a figure, shares as numbers that Excel can draw from; no figure, no number."""
    names = ("question", "answer", "share", "low", "high", "people", "batches", "note")
    for column, name in enumerate(names, start=1):
        _write(sheet.cell(1, column), words(f"hr.sheet_{name}"), bold=True)
        sheet.column_dimensions[sheet.cell(1, column).column_letter].width = LABEL_WIDE if name in ("question", "answer", "note") else NUMBER_WIDE
    sheet.freeze_panes = "A2"
    asked = {one.id: one for one in figures.indicators}
    for row, figure in enumerate((one for one in figures.rows if one.left_out is None), start=2):
        indicator = asked[figure.question]
        _write(sheet.cell(row, 1), indicator.name.in_(language))
        _write(sheet.cell(row, 2), row_name(figure, indicator, language))
        for column, percent in enumerate((round(figure.share * 100), *whole_percents(figure)), start=3):
            sheet.cell(row, column, percent / 100).number_format = PERCENT
        sheet.cell(row, 6, figure.people)
        sheet.cell(row, 7, figure.batches)
        _write(sheet.cell(row, 8), words("hr.faint") if figure.wide else "")
    sheet.auto_filter.ref = sheet.dimensions


def _write(cell: Cell, text: str, *, bold: bool = False) -> None:
    """`text` as text, whatever it begins with."""
    cell.value = ILLEGAL_CHARACTERS_RE.sub("", text)
    cell.data_type = "s"
    cell.alignment = Alignment(wrap_text=True, vertical="top")
    if bold:
        cell.font = Font(bold=True)
