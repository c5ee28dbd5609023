# SPDX-License-Identifier: EUPL-1.2
"""The ready-made steps and what HR wrote of them -> the plan from first discussion to yearly follow-up; its page, its calendar.

The handbook's tool for organising and anchoring. It names roles, never people.
"""

from collections.abc import Callable
from datetime import date

import msgspec

from senior_desktop import paths
from senior_desktop.conversation import guard
from senior_desktop.conversation.template import Wording
from senior_desktop.paper.document import Block, Document, Heading, Paragraph, Table, Words

ROLES = "HMLTR"
"""HovedMED, management, leaders, union representatives, HR."""

NOT_BEGUN, UNDER_WAY, DONE, DROPPED = range(4)
MOST_STEPS = 100
LONGEST = 400


class Step(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A ready-made step. role: letters of ROLES. month: how long after the first discussion it tends to lie."""

    id: str
    role: str
    title: Wording
    help: Wording
    month: int = 0
    day_one: bool = False


class Planned(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What HR wrote of a step, or a step of its own (`title` set). day: ISO, "" for none. status: 0-3."""

    id: str
    day: str = ""
    status: int = NOT_BEGUN
    note: str = ""
    title: str = ""
    role: str = ""


class _File(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    step: tuple[Step, ...]


def steps() -> tuple[Step, ...]:
    """The ready-made steps, in their order."""
    return msgspec.toml.decode((paths.resources() / "handbook" / "plan.toml").read_bytes(), type=_File).step


def begun(day: date, months_on: Callable[[date, int], date]) -> tuple[Planned, ...]:
    """A plan dated from the first discussion on `day`, which HR has chosen; the later ones by `months_on`. Each may be moved."""
    return tuple(Planned(one.id, (months_on(day, one.month) if one.month else day).isoformat()) for one in steps())


def changed(one: Planned, **changes: object) -> Planned:
    """`one` with other values in those fields."""
    return msgspec.structs.replace(one, **changes)


def kept(plan: tuple[Planned, ...]) -> object:
    """The plan as plain data; CPR numbers are masked on the way, long texts cut."""
    plain = msgspec.to_builtins(plan[:MOST_STEPS])
    for one in plain:
        one |= {key: guard.masked(one[key][:LONGEST]) for key in ("note", "title")}
    return plain


def read(plain: object) -> tuple[Planned, ...]:
    """What `kept` gave; None gives an empty plan. Raises msgspec.ValidationError."""
    return msgspec.convert(plain or (), tuple[Planned, ...])


def document(plan: tuple[Planned, ...], words: Words, language: str, organisation: str, made: str) -> Document:
    """The plan as a page: all steps by date, and the checklist for day one."""
    known = {one.id: one for one in steps()}
    rows = tuple(
        (
            words("plan.day", day=one.day[8:10], month=one.day[5:7], year=one.day[:4]) if one.day else "–",
            title_of(one, language), roles_in(one, words), words(f"plan.status_{one.status}"), one.note,
        )  # fmt: skip
        for one in in_order(plan)
    )
    header = tuple(words(f"plan.{name}") for name in ("when", "what", "who", "status", "note"))
    blocks: list[Block] = [Paragraph(words("plan.intro"))]
    if rows:
        blocks.append(Table(header, rows, (0.14, 0.32, 0.18, 0.13, 0.23), words("plan.table", count=len(rows))))
    blocks.append(Heading(words("plan.day_one")))
    first = [one for one in plan if one.id in known and known[one.id].day_one]
    table = tuple((title_of(one, language), known[one.id].help.said(language), words(f"plan.status_{one.status}")) for one in first)
    if table:
        blocks.append(Table((words("plan.what"), words("plan.how"), words("plan.status")), table, (0.30, 0.52, 0.18), words("plan.table", count=len(table))))
    return Document("plan", "", 1, language, words("plan.title"), "", organisation, made, tuple(blocks), confidential=False)


def in_order(plan: tuple[Planned, ...]) -> tuple[Planned, ...]:
    """By date, those without one last; of one day in the order they stand."""
    return tuple(sorted(plan, key=lambda one: (not one.day, one.day)))


def title_of(one: Planned, language: str) -> str:
    """HR's own words, else the ready-made step's."""
    found = next((step for step in steps() if step.id == one.id), None)
    return one.title or (found.title.said(language) if found is not None else "")


def roles_in(one: Planned, words: Words) -> str:
    """Who does it, in words."""
    found = next((step for step in steps() if step.id == one.id), None)
    role = one.role or (found.role if found is not None else "")
    return ", ".join(words(f"plan.role_{letter}") for letter in role if letter in ROLES)
