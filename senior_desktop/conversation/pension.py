# SPDX-License-Identifier: EUPL-1.2
"""The dated table of folkepension ages -> a neutral page, or nothing once it is too old; never a person's own date.

Opened by the employee, off unless HR says otherwise, not stored, not logged (domain, section 5).
"""

import tomllib
from datetime import date

import msgspec

from senior_desktop import paths
from senior_desktop.conversation.template import Wording
from senior_desktop.paper.document import Block, Bullets, Document, Paragraph, Table, Words


class _Row(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    born: Wording
    age: str


class Ages(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The table. valid: when it was looked up. until: the last day on which it is shown."""

    valid: date
    until: date
    source: Wording
    row: tuple[_Row, ...]


def ages() -> Ages:
    """The table that came with the program."""
    return msgspec.convert(tomllib.loads((paths.resources() / "pension" / "ages.toml").read_text(encoding="utf-8")), Ages)


def document(today: date, words: Words, language: str, organisation: str, made: str) -> Document:
    """The page: the table and whom to ask; after its last day a sentence in its place."""
    table = ages()
    day = words("pension.day", day=table.valid.day, month=table.valid.month, year=table.valid.year)
    blocks: list[Block] = []
    if today > table.until:
        blocks.append(Paragraph(words("pension.expired", day=day), "strong"))
    else:
        rows = tuple((one.born.said(language), words("pension.years", age=one.age)) for one in table.row)
        header = (words("pension.born"), words("pension.age"))
        blocks += [Paragraph(words("pension.intro")), Table(header, rows, (0.6, 0.4), words("pension.table"))]
        blocks.append(Paragraph(words("pension.valid", day=day, source=table.source.said(language)), "help"))
    blocks.append(Bullets(tuple(words(f"pension.ask_{one}") for one in ("borger", "info", "fund", "union"))))
    return Document("pension", "", 1, language, words("pension.title"), "", organisation, made, tuple(blocks), confidential=False)
