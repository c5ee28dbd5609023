# SPDX-License-Identifier: EUPL-1.2
"""The bytes of a CSV or XLSX file -> its cells as texts, by row and column; or why it is not taken. Nothing is kept.

A file from elsewhere is not trusted: size, rows and columns are limited, macros and CPR numbers refuse the whole file.
No exception holds a cell: a reason is a code, a place is a row or a column.
"""

import csv
import io
import re
import warnings
import zipfile
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime

from senior_desktop.conversation import guard
from senior_desktop.errors import StaffFileRefused

MOST_BYTES = 5_000_000
"""Of the file as it lies on the disk; a list of 2,000 people takes a tenth."""

MOST_UNPACKED = 40_000_000
"""Of an XLSX, which is a zip: the sum its own directory declares, and more than that is never unpacked."""

MOST_ROWS, MOST_COLUMNS = 2_000, 60

LAST_ROW = 1_048_576
"""Of any spreadsheet: a file that speaks of a later row is followed no further."""

LONGEST_CELL = 200
"""Characters of a cell that are looked at; a longer one is cut, and can be no name."""

SEPARATORS = ";,\t"
"""Semicolon first: it is what a Danish Excel writes."""

CPR_HEADINGS = re.compile(r"cpr|personn(?:umme)?r|person ?number|social security", re.IGNORECASE)

Row = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Cells:
    """What stood in the file: rows from 1, blank ones kept so that the numbers are the file's own; (row, column) of formulas."""

    rows: tuple[Row, ...]
    formulas: frozenset[tuple[int, int]] = frozenset()

    @property
    def width(self) -> int:
        """The number of columns."""
        return max((len(row) for row in self.rows), default=0)


def read(content: bytes, ending: str = "") -> Cells:
    """The cells of a file. ending: of its name, ".csv"; only to tell a file with macros apart. Raises StaffFileRefused.

    reason: "too_big", "macros", "old_excel", "not_a_list", "too_many_rows", "too_many_columns", "empty"; or "cpr", with
    `column` as a spreadsheet names it.
    """
    if len(content) > MOST_BYTES:
        raise StaffFileRefused(reason="too_big")
    if ending.lower() in (".xlsm", ".xltm", ".xlam"):
        raise StaffFileRefused(reason="macros")
    if content.startswith(b"\xd0\xcf\x11\xe0"):  # an Excel file from before 2007, or one with a password
        raise StaffFileRefused(reason="old_excel")
    cells = _workbook(content) if content.startswith(b"PK") else _csv(content)
    if not any(any(row) for row in cells.rows):
        raise StaffFileRefused(reason="empty")
    column = cpr_column(cells.rows)
    if column is not None:
        raise StaffFileRefused(reason="cpr", column=letter(column))
    return cells


def letter(column: int) -> str:
    """The name of the column at that place from 0, as a spreadsheet has it: 0 is "A", 26 is "AA"."""
    name = ""
    column += 1
    while column:
        column, rest = divmod(column - 1, 26)
        name = chr(ord("A") + rest) + name
    return name


def cpr_column(rows: Iterable[Row]) -> int | None:
    """The first column with anything that looks like a CPR number, or under a heading that says so; None when there is none.

    A spreadsheet takes the zero at the beginning for no digit: nine digits are tried with it.
    """
    heads: set[int] = set()
    for row in rows:
        for column, text in enumerate(row):
            if column in heads and any(map(str.isdecimal, text)):
                return column
            if guard.numbers(text) or (len(text) == 9 and text.isdecimal() and guard.numbers(f"0{text}")):
                return column
            if len(text) <= 40 and CPR_HEADINGS.search(text):
                heads.add(column)
    return None


# -- CSV ---------------------------------------------------------------------------------------------------------------


def _csv(content: bytes) -> Cells:
    text = _decoded(content)
    told = re.match(r"sep=(.)\r?\n", text)
    rows = _records(text[told.end() :], told.group(1)) if told else _likeliest(text)
    if told:
        rows = [(), *rows]  # the line is a row of the file, too
    found = tuple(tuple(map(_plain, row)) for row in rows)
    formulas = {(at, column) for at, row in enumerate(found, 1) for column, cell in enumerate(row) if cell.startswith("=")}
    return Cells(found, frozenset(formulas))


def _decoded(content: bytes) -> str:
    """UTF-8 (with a mark or without), UTF-16 with its mark, else Windows-1252; control characters make it no list."""
    codes = ("utf-16",) if content.startswith((b"\xff\xfe", b"\xfe\xff")) else ("utf-8-sig", "cp1252")
    for code in codes:
        try:
            text = content.decode(code)
        except UnicodeDecodeError:
            continue
        if not re.search(r"[\0-\x08\x0e-\x1f]", text):
            return text
    raise StaffFileRefused(reason="not_a_list")


def _likeliest(text: str) -> list[Row]:
    """By the separator that gives the most rows of more than one column; a file of one column has none."""
    tried = [_records(text, one) for one in SEPARATORS]
    return max(tried, key=lambda rows: sum(len(row) > 1 for row in rows))


def _records(text: str, separator: str) -> list[Row]:
    try:
        return _limited(tuple(row) for row in csv.reader(io.StringIO(text, newline=""), delimiter=separator))
    except (csv.Error, TypeError, ValueError) as fault:  # a cell without an end; a separator that is none
        raise StaffFileRefused(reason="not_a_list") from fault


def _limited(rows: Iterator[Row]) -> list[Row]:
    found = []
    for row in rows:
        said = any(map(str.strip, row))
        if len(found) >= MOST_ROWS:
            if said:
                raise StaffFileRefused(reason="too_many_rows")
            continue  # a spreadsheet may go on to its last row with borders alone
        if said and len(row) > MOST_COLUMNS and any(map(str.strip, row[MOST_COLUMNS:])):
            raise StaffFileRefused(reason="too_many_columns")
        found.append(row[:MOST_COLUMNS])
    while found and not any(map(str.strip, found[-1])):
        found.pop()
    return found


# -- XLSX --------------------------------------------------------------------------------------------------------------


def _workbook(content: bytes) -> Cells:
    """The first sheet that can be seen. Every part is measured by the zip's own directory before one is unpacked."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as packed:
            parts = packed.infolist()
    except (zipfile.BadZipFile, ValueError, NotImplementedError) as fault:  # the last: zipfile's word for a zip of a later version
        raise StaffFileRefused(reason="not_a_list") from fault
    if sum(part.file_size for part in parts) > MOST_UNPACKED:
        raise StaffFileRefused(reason="too_big")
    if any("vbaproject" in part.filename.lower() for part in parts):
        raise StaffFileRefused(reason="macros")
    try:
        return _sheet(content)
    except StaffFileRefused:
        raise
    except Exception:  # noqa: BLE001 - openpyxl stumbles in any way over another's XML; its words may quote a cell
        raise StaffFileRefused(reason="not_a_list") from None


def _sheet(content: bytes) -> Cells:
    import openpyxl

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # what Excel can and openpyxl cannot is no matter here; a warning may quote a cell
        book = openpyxl.load_workbook(io.BytesIO(content), read_only=True, keep_links=False)
        sheets = [one for one in book.worksheets if one.sheet_state == "visible"] or book.worksheets
        sheet = sheets[0]
        sheet.reset_dimensions()  # what the file says of its own size is not to be relied on
        formulas: set[tuple[int, int]] = set()
        rows = _limited(_texts(sheet.iter_rows(max_row=LAST_ROW), formulas))
        book.close()
    return Cells(tuple(rows), frozenset(formulas))


def _texts(rows: Iterable[Iterable[object]], formulas: set[tuple[int, int]]) -> Iterator[Row]:
    for at, row in enumerate(rows, 1):
        texts = []
        for column, cell in enumerate(row):
            if getattr(cell, "data_type", "") == "f":
                formulas.add((at, column))
            texts.append(_said(getattr(cell, "value", None)))
        yield tuple(texts)


def _said(value: object) -> str:
    """A cell's value as somebody would type it: a date as ISO, a whole number without decimals."""
    match value:
        case None | bool():
            return ""
        case datetime() | date():
            return value.strftime("%Y-%m-%d")
        case float():
            return f"{value:.10g}"
        case _:
            return _plain(str(value))


def _plain(text: str) -> str:
    return " ".join(text[:LONGEST_CELL].split())
