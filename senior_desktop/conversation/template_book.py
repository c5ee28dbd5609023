# SPDX-License-Identifier: EUPL-1.2
"""A template -> a workbook with Danish headings, to edit in a spreadsheet; and back, a fault naming sheet and cell.

A spreadsheet is only an editing surface: ids, kinds, classes and what HR may count are not read back from it, so a free text
can never be counted and nothing sensitive can become a duty. Formulas and macros are refused.
"""

import io
import warnings
import zipfile
from collections.abc import Iterator
from typing import Any

import msgspec

from senior_desktop.conversation.template import AVOIDED, Option, Template, Theme, Wording, read, shipped
from senior_desktop.conversation.template_changes import may_be_left_out
from senior_desktop.conversation.template_text import written
from senior_desktop.errors import TemplateFault

LARGEST = 2 * 1024 * 1024
MOST_ROWS = 2_000
THEMES, QUESTIONS, ANSWERS = "Temaer", "Spørgsmål", "Svar"
YES, NO = "Ja", "Nej"

HEADINGS = {
    THEMES: ("Tema", "Titel (dansk)", "Titel (engelsk)", "Indledning (dansk)", "Indledning (engelsk)", "Minutter"),
    QUESTIONS: ("Nummer", "Spørgsmål (dansk)", "Spørgsmål (engelsk)", "Hjælp (dansk)", "Hjælp (engelsk)", "Bruges"),
    ANSWERS: ("Nummer", "Kode", "Svar (dansk)", "Svar (engelsk)"),
}
NEEDED = {THEMES: (1, 2, 3, 4), QUESTIONS: (1, 2), ANSWERS: (2, 3)}
"""Columns, from 0, in which something must stand."""

LONGEST = 600
"""Letters in a cell."""

WIDE = (12, 60, 60, 50, 50, 12)


def to_workbook(template: Template) -> bytes:
    """The workbook. The first column of each sheet says what a row is, and is not read for anything else."""
    from openpyxl import Workbook
    from openpyxl.styles import Alignment, Font
    from openpyxl.worksheet.datavalidation import DataValidation

    book = Workbook()
    book.properties.creator, book.properties.title = "Seniorsamtale", template.name
    book.remove(book.active)
    for name, rows in ((THEMES, _themes(template)), (QUESTIONS, _questions(template)), (ANSWERS, _answers(template))):
        sheet = book.create_sheet(name)
        for at, cells in enumerate((HEADINGS[name], *rows), 1):
            for column, said in enumerate(cells, 1):
                cell = sheet.cell(at, column)
                cell.value = said
                if isinstance(said, str):
                    cell.data_type = "s"  # a text that begins with = is a text
                cell.alignment = Alignment(wrap_text=True, vertical="top")
                cell.font = Font(bold=at == 1 or column == 1)
        for column, width in zip("ABCDEF", WIDE, strict=True):
            sheet.column_dimensions[column].width = width
        sheet.freeze_panes = "B2"
        if name == QUESTIONS:
            choice = DataValidation(type="list", formula1=f'"{YES},{NO}"', allow_blank=False)
            choice.error, choice.errorTitle = f"{YES} eller {NO}", "Bruges"
            sheet.add_data_validation(choice)
            choice.add(f"F2:F{len(template.questions) + 1}")
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def from_workbook(content: bytes, base: Template) -> str:
    """The template text (TOML) that the workbook makes of `base`: its words, its minutes, what is left out.

    Raises TemplateFault: place is the sheet and cell ("Spørgsmål!B7"), fault a code.
    """
    book = opened(content)
    said = {name: dict(rows_of(book, name, headings)) for name, headings in HEADINGS.items()}
    for name, rows in said.items():
        _words_of(name, rows)
    known = {one.id: one for one in base.questions}
    for name, ids in ((THEMES, {one.id for one in (*base.themes, *base.short)}), (QUESTIONS, known.keys())):
        for key, (at, _) in said[name].items():
            if key not in ids:
                raise TemplateFault(place=f"{name}!A{at}", fault="no_such_row")
    kept = _kept(base, said[QUESTIONS])
    themes = tuple(_theme(one, said[THEMES], kept) for one in base.themes)
    short = tuple(_theme(one, said[THEMES], kept) for one in base.short)
    questions = tuple(_question(one, said[QUESTIONS], said[ANSWERS]) for one in base.questions)
    made = msgspec.structs.replace(base, themes=themes, short=short, questions=questions, digest="")
    text = written(made)
    try:
        read(text.encode())
    except TemplateFault as fault:
        raise TemplateFault(place=_cell_of(str(fault.facts["place"]), said), fault=str(fault.facts["fault"])) from fault
    return text


def _themes(template: Template) -> Iterator[tuple[Any, ...]]:
    for one in (*template.themes, *(page for page in template.short if page.id not in {theme.id for theme in template.themes})):
        yield one.id, one.title.da, one.title.en, one.invitation.da, one.invitation.en, one.minutes


def _questions(template: Template) -> Iterator[tuple[Any, ...]]:
    used, may_go = _asked(template), _asked(shipped())
    for one in template.questions:
        help_text = one.help or Wording("", "")
        on = NO if one.off and one.id in may_go - used else YES
        yield one.id, one.text.da, one.text.en, help_text.da, help_text.en, on


def _answers(template: Template) -> Iterator[tuple[Any, ...]]:
    for one in template.questions:
        for option in one.options:
            yield one.id, option.code, option.da, option.en


def opened(content: bytes) -> Any:
    """The workbook in `content`, its macros refused. Raises TemplateFault: too_large, macros, no_workbook."""
    from openpyxl import load_workbook

    if len(content) > LARGEST:
        raise TemplateFault(place="", fault="too_large")
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as packed:
            names = packed.namelist()
            if any("vbaproject" in one.lower() for one in names):
                raise TemplateFault(place="", fault="macros")
            if sum(one.file_size for one in packed.infolist()) > 20 * LARGEST:
                raise TemplateFault(place="", fault="too_large")
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # what Excel can and openpyxl cannot is no matter here; a warning may quote a cell
            return load_workbook(io.BytesIO(content), data_only=False, keep_links=False)
    except TemplateFault:
        raise
    except Exception as fault:  # a spreadsheet library meets rubbish in any way it likes; the file is not ours
        raise TemplateFault(place="", fault="no_workbook") from fault


def rows_of(book: Any, name: str, headings: tuple[str, ...]) -> Iterator[tuple[Any, tuple[int, tuple[str, ...]]]]:
    """(key, (row, texts)) of a sheet; the key is the first cell, for answers the first two. Raises TemplateFault, naming the cell."""
    if name not in book.sheetnames:
        raise TemplateFault(place=f"{name}!A1", fault="no_such_sheet")
    sheet, wide = book[name], len(headings)
    if sheet.max_row > MOST_ROWS:
        raise TemplateFault(place=f"{name}!A{MOST_ROWS}", fault="too_large")
    seen = set()
    for at, cells in enumerate(sheet.iter_rows(min_row=1, max_col=wide), 1):
        texts = []
        for cell in cells:
            if cell.data_type == "f":
                raise TemplateFault(place=f"{name}!{cell.coordinate}", fault="formula")
            texts.append("" if cell.value is None else str(cell.value).strip())
        if at == 1:
            if tuple(texts) != headings:
                raise TemplateFault(place=f"{name}!A1", fault="headings")
            continue
        if not any(texts):
            continue
        key = (texts[0], texts[1]) if name == ANSWERS else texts[0]
        if key in seen:
            raise TemplateFault(place=f"{name}!A{at}", fault="double")
        seen.add(key)
        yield key, (at, tuple(texts))


def _words_of(name: str, rows: dict[Any, tuple[int, tuple[str, ...]]]) -> None:
    """Each cell with words in it by itself, so that the fault names it and not its row. Raises TemplateFault."""
    for at, texts in rows.values():
        for column, words in enumerate(texts):
            place = f"{name}!{'ABCDEF'[column]}{at}"
            if column in NEEDED[name] and not words:
                raise TemplateFault(place=place, fault="no_words")
            if len(words) > LONGEST:
                raise TemplateFault(place=place, fault="too_long")
            if AVOIDED.search(words):
                raise TemplateFault(place=place, fault="avoided_word")


def _kept(base: Template, questions: dict[Any, Any]) -> dict[str, tuple[str, ...]]:
    """The questions that stay, by theme; what an earlier version left out is back unless it is left out here too."""
    off = {key for key, (_, texts) in questions.items() if texts[5].lower() == NO.lower()}
    whole = shipped()
    for key in off:
        if not may_be_left_out(base, key, whole):
            raise TemplateFault(place=f"{QUESTIONS}!F{questions[key][0]}", fault="cannot_go")
    homes = {page.id: page.questions for page in (*base.themes, *base.short, *whole.themes, *whole.short)}
    return {page: tuple(key for key in asked if key not in off) for page, asked in homes.items()}


def _theme(one: Theme, said: dict[Any, Any], kept: dict[str, tuple[str, ...]]) -> Theme:
    if one.id not in said:
        return msgspec.structs.replace(one, questions=kept[one.id])
    at, texts = said[one.id]
    if not texts[5].isdigit() or not 0 <= int(texts[5]) <= 120:
        raise TemplateFault(place=f"{THEMES}!F{at}", fault="wrong_value")
    return msgspec.structs.replace(
        one, title=Wording(texts[1], texts[2]), invitation=Wording(texts[3], texts[4]), minutes=int(texts[5]), questions=kept[one.id]
    )


def _question(one: Any, said: dict[Any, Any], answers: dict[Any, Any]) -> Any:
    changes: dict[str, Any] = {}
    if one.id in said:
        at, texts = said[one.id]
        if texts[5].lower() not in (YES.lower(), NO.lower()):
            raise TemplateFault(place=f"{QUESTIONS}!F{at}", fault="yes_or_no")
        changes["text"] = Wording(texts[1], texts[2])
        if one.help is not None or texts[3] or texts[4]:
            changes["help"] = Wording(texts[3], texts[4]) if texts[3] or texts[4] else None
    options = []
    for option in one.options:
        at, texts = answers.get((one.id, str(option.code)), (0, ()))
        options.append(Option(option.code, texts[2], texts[3]) if texts else option)
    return msgspec.structs.replace(one, **changes, options=tuple(options))


def _asked(template: Template) -> set[str]:
    return {key for page in (*template.themes, *template.short) for key in page.questions}


def _cell_of(place: str, said: dict[str, dict[Any, Any]]) -> str:
    """The cell for a place of the template ("questions/c11"), else the place itself."""
    kind, _, rest = place.partition("/")
    key = rest.partition("/")[0]
    name = {"themes": THEMES, "short": THEMES, "questions": QUESTIONS}.get(kind, "")
    return f"{name}!A{said[name][key][0]}" if name and key in said[name] else place
