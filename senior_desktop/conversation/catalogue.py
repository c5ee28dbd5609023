# SPDX-License-Identifier: EUPL-1.2
"""The catalogue's TOML -> the measures two people may agree on, those that can start tomorrow first."""

import tomllib
from collections.abc import Mapping

import msgspec

from senior_desktop import paths
from senior_desktop.conversation.agreements import AWAITED, NOT_RELEVANT, Agreement
from senior_desktop.conversation.conversation import Conversation, new_id
from senior_desktop.conversation.template import Wording
from senior_desktop.errors import TemplateFault

CURRENT = "measures.1"
"""The catalogue that came with the program."""

NOT_POSSIBLE_HERE = 3
"""b02: a measure the leader has marked as not possible here is not offered."""


class Group(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A group of measures, A-K."""

    code: str
    title: Wording


class Measure(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One measure.

    cost: 0 none, 1 local budget, 2 real money. decides: of L leader, C centre or HR, O agreement with
    the union, M the employee's own right. pay: touches hours, supplements or post. formalise: default
    of d06. wishes: "question.code" ticks that propose it. counted: False is never counted for HR.
    asked: shown only when the employee asks.
    """

    code: str
    title: Wording
    text: Wording
    cost: int
    decides: tuple[str, ...]
    pay: bool
    formalise: int
    wishes: tuple[str, ...] = ()
    counted: bool = True
    sensitive: bool = False
    asked: bool = False

    @property
    def tomorrow(self) -> bool:
        """Whether the leader can say yes today and nothing has to be paid ("kan starte i morgen")."""
        return self.cost == 0 and self.decides[:1] == ("L",)


class Catalogue(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """All measures, in the file's order."""

    id: str
    version: int
    groups: tuple[Group, ...]
    measures: tuple[Measure, ...]

    def measure(self, code: str) -> Measure | None:
        """The measure of that code, or None when it is not from this catalogue."""
        return next((one for one in self.measures if one.code == code), None)

    def on_offer(self, mandate: Mapping[str, int]) -> tuple[Measure, ...]:
        """The measures to show: not those ruled out in `mandate` (b02), those that can start tomorrow first."""
        shown = [one for one in self.measures if mandate.get(one.code) != NOT_POSSIBLE_HERE and not one.asked]
        return tuple(sorted(shown, key=lambda one: not one.tomorrow))


def shipped(name: str = CURRENT) -> Catalogue:
    """The catalogue that came with the program. Raises TemplateFault."""
    file = paths.resources() / "catalogue" / f"{name}.toml"
    try:
        return msgspec.convert(tomllib.loads(file.read_text(encoding="utf-8")), Catalogue)
    except (OSError, tomllib.TOMLDecodeError, msgspec.ValidationError) as fault:
        raise TemplateFault(place=name, fault="not_toml") from fault


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
