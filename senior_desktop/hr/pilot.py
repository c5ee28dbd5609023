# SPDX-License-Identifier: EUPL-1.2
"""A pilot round (prøvehandling) with learning sheets and approved stories -> its own report, and the blank sheet for leaders.

Below the floors of a report it is about the tool and never about people: no share, and not even how many talked
(domain, section 7).
"""

import re
from statistics import median

import msgspec

from senior_desktop.conversation import guard
from senior_desktop.hr.batch import period_in_words
from senior_desktop.hr.figures import Figures
from senior_desktop.hr.report import report
from senior_desktop.paper.document import Block, Bullets, Document, Facts, Heading, Paragraph, Space, Words

LEAST_SHEETS = 3
"""Fewer learning sheets give no time used: the time would be one leader's."""

MOST_MINUTES = 600


class LearningSheet(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What one leader wrote about the tool. minutes: used for a talk, 0 when left open."""

    worked: str = ""
    missing: str = ""
    minutes: int = 0

    @property
    def empty(self) -> bool:
        """Whether nothing is written."""
        return not (self.worked.strip() or self.missing.strip() or self.minutes)


class Story(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A story in an employee's words; printed only when the employee has read it and approved it word by word."""

    text: str = ""
    approved: bool = False


class Pilot(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A pilot round. period: "2026H2". areas: "O0"-"O9", none for all.

    purpose, who, evaluation: HR's own words; `who` names workplaces and roles, never people.
    """

    id: str
    name: str = ""
    period: str = ""
    areas: tuple[str, ...] = ()
    sheets: tuple[LearningSheet, ...] = ()
    stories: tuple[Story, ...] = ()
    purpose: str = ""
    who: str = ""
    evaluation: str = ""


def kept(pilots: tuple[Pilot, ...]) -> object:
    """`pilots` as plain data to be kept; CPR numbers are masked on the way."""
    plain = msgspec.to_builtins(pilots)
    for one in plain:
        one |= {key: guard.masked(one[key]) for key in ("name", "purpose", "who", "evaluation")}
        for sheet in one["sheets"]:
            sheet |= {key: guard.masked(sheet[key]) for key in ("worked", "missing")}
        for story in one["stories"]:
            story["text"] = guard.masked(story["text"])
    return plain


def read(plain: object) -> tuple[Pilot, ...]:
    """What `kept` gave, back again; None gives no pilot rounds. Raises msgspec.ValidationError for anything else."""
    return msgspec.convert(plain or (), tuple[Pilot, ...])


def pilot_report(
    pilot: Pilot, figures: Figures, words: Words, language: str, organisation: str, made: str, number: str
) -> Document:
    """The report. figures: of the round's half-year and areas. Other arguments as for `report`."""
    enough = figures.people >= figures.least_people and figures.batches >= figures.least_batches
    facts = [(words("pilot.who"), pilot.who.strip()), (words("pilot.period"), period_in_words(pilot.period, words)), (words("pilot.areas"), ", ".join(words(f"hr.area_{one}") for one in pilot.areas))]
    blocks: list[Block] = [Facts(tuple((label, value) for label, value in facts if value))]
    if pilot.purpose.strip():
        blocks += [Heading(words("pilot.purpose")), *map(Paragraph, _lines(pilot.purpose))]
    limits = {"people": figures.least_people, "batches": figures.least_batches}
    blocks.append(Paragraph(words("pilot.with_figures") if enough else words("pilot.tool_only", **limits), "strong"))
    blocks += [*_learnt(pilot, words), *_stories(pilot, words)]
    if pilot.evaluation.strip():
        blocks += [Heading(words("pilot.evaluation")), *map(Paragraph, _lines(pilot.evaluation))]
    data: dict[str, object] = {"period": pilot.period, "areas": list(pilot.areas)}
    if enough:
        counted = report(figures, words, language, organisation, made, number)
        blocks += counted.blocks
        data |= counted.data
    return Document(
        kind="pilot_report", number=number, version=1, language=language, title=words("pilot.title", name=pilot.name or words("pilot.unnamed")),
        subtitle=words("pilot.subtitle"), organisation=organisation, made=made, blocks=tuple(blocks), data=data, confidential=False,
    )  # fmt: skip


def _learnt(pilot: Pilot, words: Words) -> list[Block]:
    """What the leaders wrote; sorted, so that the order tells of nobody."""
    sheets = [one for one in pilot.sheets if not one.empty]
    blocks: list[Block] = [Heading(words("pilot.learnt"))]
    if not sheets:
        return [*blocks, Paragraph(words("pilot.nothing_learnt"))]
    minutes = [one.minutes for one in sheets if one.minutes]
    if len(minutes) >= LEAST_SHEETS:
        blocks.append(Paragraph(words("pilot.time", median=round(median(minutes)), low=min(minutes), high=max(minutes))))
    for name in ("worked", "missing"):
        said = sorted({line for one in sheets for line in _lines(getattr(one, name))}, key=str.casefold)
        if said:
            blocks += [Heading(words(f"pilot.{name}"), 2), Bullets(tuple(said))]
    return blocks


def _lines(text: str) -> list[str]:
    """Each line a point, without a bullet of its own."""
    return [line for line in (re.sub(r"^[\s•*–-]+", "", one).strip() for one in text.splitlines()) if line]


def _stories(pilot: Pilot, words: Words) -> list[Block]:
    """The approved ones; how many were not is nobody's business."""
    told = [one.text.strip() for one in pilot.stories if one.approved and one.text.strip()]
    if not told:
        return []
    paragraphs = [Paragraph(part) for text in told for part in (*text.split("\n\n"),)]
    return [Heading(words("pilot.stories")), Paragraph(words("pilot.stories_note"), "help"), *paragraphs]


def learning_sheet(pilot: Pilot, words: Words, language: str, organisation: str, made: str) -> Document:
    """The sheet a leader fills in: what worked, the time used, what was missing. About the tool, not about anybody."""
    asked = (("worked", 6), ("minutes", 1), ("missing", 6))
    blocks: list[Block] = [Paragraph(words("pilot.sheet_intro"))]
    for name, lines in asked:
        question = words(f"pilot.sheet_{name}")
        blocks += [Heading(question, 2), Space(question, lines)]
    return Document(
        kind="learning_sheet", number="", version=1, language=language, title=words("pilot.sheet_title"),
        subtitle=pilot.name, organisation=organisation, made=made, blocks=tuple(blocks), confidential=False, fillable=True,
    )  # fmt: skip
