# SPDX-License-Identifier: EUPL-1.2
"""The questions HR chose, and how much noise -> the skema's name; such a name -> the set it stands for.

The name says all: each question that may be counted has a place in the shipped files, and the name holds which places are
taken. So a leader and HR need agree on nothing but the name, and no file can come with a set that breaks a rule.
"""

import re
from collections.abc import Collection, Iterator, Mapping
from functools import cache

import msgspec

from senior_desktop import paths
from senior_desktop.errors import TemplateFault
from senior_desktop.hr import indicators
from senior_desktop.hr.indicators import EPSILONS, MOST_INDICATORS, Group, Indicator, IndicatorSet, Kind

ENDINGS = {"e05": "1/2", "e1": "1", "e2": "2"}
"""Ending of a skema -> ε per question, as in the default file."""

DEFAULT = f"{indicators.SHIPPED}-e1"
CHOSEN = re.compile(r"valg1-([1-9a-f][0-9a-f]{0,7})-(e05|e1|e2)")


class _Choices(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The file of further questions as it is written."""

    group: tuple[Group, ...]
    indicator: tuple[Indicator, ...]


@cache
def _shipped() -> tuple[tuple[Indicator, ...], tuple[Group, ...], tuple[Indicator, ...]]:
    """All that may be counted of a talk, in their places; the groups; and what is counted of ended offers."""
    eight = indicators.shipped()[DEFAULT]
    more = msgspec.toml.decode((paths.resources() / "indicators" / "choices.toml").read_bytes(), type=_Choices)
    process = tuple(one for one in eight.indicators if one.kind is Kind.PROCESS)
    return (*eight.about_talks, *more.indicator), (*eight.groups, *more.group), process


def choices() -> tuple[Indicator, ...]:
    """Every question HR may have counted, the eight defaults first."""
    return _shipped()[0]


def skema_of(ids: Collection[str], ending: str) -> str:
    """The name for the questions `ids` with the noise of `ending` ("e05", "e1", "e2").

    Raises TemplateFault: too_many_indicators beyond eight, no_such_question, nothing_chosen, bad_noise.
    """
    places = {one.id: place for place, one in enumerate(choices())}
    if ending not in ENDINGS:
        raise TemplateFault(place="", fault="bad_noise")
    unknown = sorted(set(ids) - set(places))
    if unknown:
        raise TemplateFault(place=unknown[0], fault="no_such_question")
    if not ids:
        raise TemplateFault(place="", fault="nothing_chosen")
    if len(set(ids)) > MOST_INDICATORS:
        raise TemplateFault(place="", fault="too_many_indicators")
    if set(ids) == {one.id for one in choices()[:MOST_INDICATORS]}:
        return f"{indicators.SHIPPED}-{ending}"
    return f"valg1-{sum(1 << places[one] for one in set(ids)):x}-{ending}"


@cache
def _chosen(skema: str) -> IndicatorSet | None:
    found = CHOSEN.fullmatch(skema)
    if found is None:
        return None
    taken, ending = int(found[1], 16), found[2]
    every, groups, process = _shipped()
    if taken >> len(every):
        return None
    picked = tuple(one for place, one in enumerate(every) if taken >> place & 1)
    try:
        same = skema_of([one.id for one in picked], ending) == skema
    except TemplateFault:
        return None
    used = {one.group for one in (*picked, *process)}
    return IndicatorSet(skema, EPSILONS[ENDINGS[ending]], (*picked, *process), tuple(one for one in groups if one.id in used)) if same else None


class _Sets(Mapping[str, IndicatorSet]):
    """By skema: those that are shipped, and each that a name stands for. Iterating gives the shipped ones."""

    def __getitem__(self, skema: str) -> IndicatorSet:
        """Raises KeyError for a name that stands for no set within the budget."""
        found = indicators.shipped().get(skema) or _chosen(skema)
        if found is None:
            raise KeyError(skema)
        return found

    def __iter__(self) -> Iterator[str]:
        return iter(indicators.shipped())

    def __len__(self) -> int:
        return len(indicators.shipped())


SETS: Mapping[str, IndicatorSet] = _Sets()
"""What a file may count."""
