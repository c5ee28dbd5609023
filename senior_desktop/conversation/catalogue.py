# SPDX-License-Identifier: EUPL-1.2
"""The catalogue's TOML -> the measures two people may agree on, those that can start tomorrow first."""

import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import replace
from enum import StrEnum

import msgspec

from senior_desktop import paths
from senior_desktop.conversation.agreements import AGREED, AWAITED, NOT_RELEVANT, WISHED, Agreement, may_be_agreed
from senior_desktop.conversation.conversation import Conversation, new_id
from senior_desktop.conversation.template import Wording
from senior_desktop.errors import TemplateFault
from senior_desktop.paper.document import Words

CURRENT = "measures.1"
"""The catalogue that came with the program."""

SAYS_YES, MUST_ASK, NOT_POSSIBLE_HERE = 1, 2, 3
"""b02: the leader can say yes, must ask; a measure marked as not possible here is not offered."""

NO_CHANGE = "K"
"""The measure that is none: "ingen ændring", a full result."""


class Hindrance(StrEnum):
    """Why a row cannot be "aftalt" yet."""

    OTHERS_DECIDE = "others_decide"
    PAY = "pay"



class Override(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """How a municipality differs from the catalogue on one measure; None leaves what the catalogue says.

    offered: False takes it out of every list. text: a local text. facts: what a collective agreement says, as data with a
    date (`valid`, ISO), never as code (domain, decision 10).
    """

    code: str
    offered: bool = True
    cost: int | None = None
    decides: tuple[str, ...] | None = None
    text: Wording | None = None
    facts: Wording | None = None
    valid: str = ""


class Group(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A group of measures, A-K."""

    code: str
    title: Wording


class Measure(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One measure.

    cost: 0 none, 1 local budget, 2 real money. decides: of L leader, C centre or HR, O agreement with
    the union, M the employee's own right. pay: touches hours, supplements or post. formalise: default
    of d06. words: what an employee may call the need. jobs: codes of a04 that it is usual for, none for all.
    wishes: "question.code" ticks that propose it. counted: False is never counted for HR. asked: shown only
    when the employee asks. example: how it may look, in an invented workplace; None where there is nothing to show.
    offered, local, facts, valid: what the municipality's pack says of it (`Override`).
    """

    code: str
    title: Wording
    text: Wording
    words: Wording
    cost: int
    decides: tuple[str, ...]
    pay: bool
    formalise: int
    jobs: tuple[int, ...] = ()
    wishes: tuple[str, ...] = ()
    counted: bool = True
    sensitive: bool = False
    asked: bool = False
    example: Wording | None = None
    offered: bool = True
    local: Wording | None = None
    facts: Wording | None = None
    valid: str = ""

    @property
    def tomorrow(self) -> bool:
        """Whether the leader can say yes today and nothing has to be paid ("kan starte i morgen")."""
        return self.cost == 0 and self.decides[:1] == ("L",)

    def usual_for(self, job: int | None) -> bool:
        """Whether it is usual in the job group `job` (a04); for a group that is not told all are."""
        return job is None or not self.jobs or job in self.jobs

    def granted(self, verdict: int | None) -> bool:
        """Whether the leader can say yes. verdict: b02, the leader's own exception, else None.

        What only an agreement with the union can give is never the leader's to give (domain, section 1).
        """
        if self.decides == ("O",):
            return False
        return "L" in self.decides if verdict is None else verdict == SAYS_YES


class Catalogue(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """All measures, in the file's order."""

    id: str
    version: int
    small_words: Wording
    groups: tuple[Group, ...]
    measures: tuple[Measure, ...]

    def measure(self, code: str) -> Measure | None:
        """The measure of that code, or None when it is not from this catalogue."""
        return next((one for one in self.measures if one.code == code), None)

    def on_offer(self, mandate: Mapping[str, int]) -> tuple[Measure, ...]:
        """The measures to show: not those ruled out in `mandate` (b02), those that can start tomorrow first."""
        shown = [one for one in self.measures if one.offered and mandate.get(one.code) != NOT_POSSIBLE_HERE and not one.asked]
        return tuple(sorted(shown, key=lambda one: not one.tomorrow))


def shipped(name: str = CURRENT) -> Catalogue:
    """The catalogue that came with the program. Raises TemplateFault."""
    file = paths.resources() / "catalogue" / f"{name}.toml"
    try:
        return msgspec.convert(tomllib.loads(file.read_text(encoding="utf-8")), Catalogue)
    except (OSError, tomllib.TOMLDecodeError, msgspec.ValidationError) as fault:
        raise TemplateFault(place=name, fault="not_toml") from fault


def differing(one: Override, **changes: object) -> Override:
    """`one` with other values in those fields."""
    return msgspec.structs.replace(one, **changes)


def overridden(catalogue: Catalogue, overrides: Iterable[Override]) -> Catalogue:
    """`catalogue` as a municipality has it. A measure that is not offered is still known: older rows may hold it."""
    said = {one.code: one for one in overrides}

    def here(measure: Measure) -> Measure:
        one = said.get(measure.code)
        if one is None:
            return measure
        return msgspec.structs.replace(
            measure,
            offered=one.offered,
            cost=measure.cost if one.cost is None else one.cost,
            decides=measure.decides if one.decides is None else one.decides,
            local=one.text, facts=one.facts, valid=one.valid,
        )  # fmt: skip

    return msgspec.structs.replace(catalogue, measures=tuple(here(one) for one in catalogue.measures))


def told_of(measure: Measure, words: Words, language: str) -> tuple[str, ...]:
    """Lines below its text: the municipality's own words, an example, what the collective agreement says and since when."""
    from senior_desktop.conversation.summary import written

    lines = []
    if measure.local is not None:
        lines.append(words("texts.local", said=measure.local.said(language)))
    if measure.example is not None:
        lines.append(words("texts.example", example=measure.example.said(language)))
    if measure.facts is not None:
        lines.append(words("texts.facts", facts=measure.facts.said(language), day=written(measure.valid, words)))
    return tuple(lines)


def hindrance(row: Agreement, catalogue: Catalogue, mandate: Mapping[str, int]) -> Hindrance | None:
    """What keeps `row` from being "aftalt": others decide, or pay and pension are not answered; None for nothing.

    A row in the two people's own words, and a measure this catalogue does not know, is theirs to decide.
    """
    measure = catalogue.measure(row.measure)
    if measure is not None and not measure.granted(mandate.get(measure.code)):
        return Hindrance.OTHERS_DECIDE
    silent = measure is not None and measure.pay and row.pay == NOT_RELEVANT
    return Hindrance.PAY if silent or not may_be_agreed(row) else None


def as_allowed(row: Agreement, before: Agreement | None, catalogue: Catalogue, mandate: Mapping[str, int]) -> Agreement:
    """`row` as it may be stored: what becomes "aftalt" while something hinders it stays a wish.

    before: the row as stored, None for a new one. What was agreed already stays so while its words are mended.
    """
    unchanged = before is not None and (before.status, before.pay, before.measure) == (row.status, row.pay, row.measure)
    if row.status != AGREED or unchanged or hindrance(row, catalogue, mandate) is None:
        return row
    return replace(row, status=WISHED)


def row_for(measure: Measure, language: str, review: str) -> Agreement:
    """A new row for `measure`: its words, what must be formalised, and the question of pay asked at once."""
    return Agreement(
        id=new_id(),
        measure=measure.code,
        text=measure.title.said(language),
        review=review,
        formalise=measure.formalise,
        pay=AWAITED if measure.pay else NOT_RELEVANT,
    )


def proposed(talk: Conversation, catalogue: Catalogue) -> tuple[Measure, ...]:
    """The measures that the ticked wishes point to and no row holds yet (domain rule 14: type once)."""
    taken = {row.measure for row in talk.agreements}
    ticks = {
        f"{key}.{code}" for key, said in talk.answers.items() if isinstance(said.value, tuple) for code in said.value
    }
    return tuple(
        one for one in catalogue.on_offer(talk.mandate) if one.code not in taken and ticks.intersection(one.wishes)
    )
