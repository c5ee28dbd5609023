# SPDX-License-Identifier: EUPL-1.2
"""The catalogue as a municipality has it -> a workbook with Danish headings and drop-downs; and back, a fault naming the cell.

Codes, groups and what may be counted are not read back: only what a pack may say of a measure.
"""

import io
from collections.abc import Iterable
from typing import Any

from senior_desktop.conversation.catalogue import NO_CHANGE, Catalogue, Override
from senior_desktop.conversation.template import AVOIDED, Wording
from senior_desktop.conversation.template_book import NO, YES, opened, rows_of
from senior_desktop.errors import TemplateFault

SHEET = "Tiltag"
HEADINGS = (
    "Kode", "Tiltag", "Tilbydes", "Udgift", "Afgøres af", "Egne ord (dansk)", "Egne ord (engelsk)", "Overenskomst (dansk)",
    "Overenskomst (engelsk)", "Gælder pr.",
)  # fmt: skip
WIDE = (8, 34, 10, 10, 12, 40, 40, 40, 40, 14)
COSTS = ("", "0", "1", "2")
"""Empty: as the catalogue says. 0 none, 1 the local budget, 2 real money."""

DECIDERS = ("", "L", "C", "O", "M", "LC", "LO", "LM", "CO")
LONGEST = 600


def to_workbook(catalogue: Catalogue, overrides: Iterable[Override]) -> bytes:
    """The workbook: a row a measure; what is empty is as the catalogue says."""
    from openpyxl import Workbook
    from openpyxl.styles import Alignment, Font
    from openpyxl.worksheet.datavalidation import DataValidation

    said = {one.code: one for one in overrides}
    book = Workbook()
    book.properties.creator, book.properties.title = "Seniorsamtale", SHEET
    sheet = book.active
    sheet.title = SHEET
    rows = [HEADINGS]
    for measure in catalogue.measures:
        own = said.get(measure.code, Override(measure.code))
        text, facts = own.text or Wording("", ""), own.facts or Wording("", "")
        cost, decides = "" if own.cost is None else str(own.cost), "".join(own.decides or ())
        rows.append((measure.code, measure.title.da, YES if own.offered else NO, cost, decides, text.da, text.en, facts.da, facts.en, own.valid))
    for at, cells in enumerate(rows, 1):
        for column, words in enumerate(cells, 1):
            cell = sheet.cell(at, column)
            cell.value, cell.data_type = words, "s"  # a text that begins with = is a text
            cell.alignment, cell.font = Alignment(wrap_text=True, vertical="top"), Font(bold=at == 1 or column == 1)
    for column, width in zip("ABCDEFGHIJ", WIDE, strict=True):
        sheet.column_dimensions[column].width = width
    sheet.freeze_panes = "C2"
    for column, choices in (("C", (YES, NO)), ("D", COSTS[1:]), ("E", DECIDERS[1:])):
        choice = DataValidation(type="list", formula1=f'"{",".join(choices)}"', allow_blank=column != "C")
        sheet.add_data_validation(choice)
        choice.add(f"{column}2:{column}{len(rows)}")
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def from_workbook(content: bytes, catalogue: Catalogue) -> tuple[Override, ...]:
    """What the workbook says otherwise than the catalogue, in its order. Raises TemplateFault with sheet and cell."""
    found = dict(rows_of(opened(content), SHEET, HEADINGS))
    known = {one.code for one in catalogue.measures}
    for code, (at, _) in found.items():
        if code not in known:
            raise TemplateFault(place=f"{SHEET}!A{at}", fault="no_such_row")
    made = (_override(code, *found[code]) for code in (one.code for one in catalogue.measures) if code in found)
    return tuple(one for one in made if one != Override(one.code))


def _override(code: str, at: int, said: tuple[str, ...]) -> Override:
    def need(column: str, right: bool, fault: str) -> None:
        if not right:
            raise TemplateFault(place=f"{SHEET}!{column}{at}", fault=fault)

    offered, cost, decides, valid = said[2], said[3], said[4], said[9]
    need("C", offered.lower() in (YES.lower(), NO.lower()), "yes_or_no")
    need("C", code != NO_CHANGE or offered.lower() == YES.lower(), "no_change_stays")
    need("D", cost in COSTS, "wrong_value")
    need("E", decides in DECIDERS, "wrong_value")
    for column, words in zip("FGHI", said[5:9], strict=True):
        need(column, len(words) <= LONGEST, "wrong_value")
        need(column, AVOIDED.search(words) is None, "avoided_word")
    text, facts = _wording(said[5], said[6]), _wording(said[7], said[8])
    need("J", facts is None or _is_day(valid), "no_date")
    return Override(
        code, offered.lower() == YES.lower(), int(cost) if cost else None, tuple(decides) if decides else None, text, facts,
        valid[:10] if facts is not None else "",
    )  # fmt: skip


def _wording(danish: str, english: str) -> Wording | None:
    return Wording(danish, english or danish) if danish else Wording(english, english) if english else None


def _is_day(text: Any) -> bool:
    """A spreadsheet may have made a date of it: "2026-04-01 00:00:00"."""
    from datetime import date

    try:
        return date.fromisoformat(str(text)[:10]).isoformat() == str(text)[:10]
    except ValueError:
        return False
