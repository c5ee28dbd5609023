# SPDX-License-Identifier: EUPL-1.2
"""`Figures` -> sentences: what they say that can be built on, each with its uncertainty; and what they cannot say.

A sentence is made only of figures that are narrow enough; an order is claimed only where the intervals do not meet.
"""

from senior_desktop.hr.charts import between, row_name, share, whole_percents
from senior_desktop.hr.figures import Figure, Figures
from senior_desktop.hr.indicators import Indicator, Kind, Rule
from senior_desktop.paper.document import Words

NOTHING_NAMED = {Rule.MOST_IMPORTANT: (0, 9), Rule.MAIN_MEASURE: (0,), Rule.MAIN_REASON: (0,)}
"""The answers of a list that name nothing, and are never "the most frequent"."""

MOST_NAMED = 3
"""So many answers that lie close together are still named; more say nothing."""

KEPT = (Rule.KEPT_BEFORE, Rule.FOLLOWED_BEFORE)
"""What became of the agreements and the follow-up of last time."""


def findings(figures: Figures, words: Words, language: str) -> tuple[str, ...]:
    """What can be said for certain, in the order of print; () when nothing can. language: that of `words`."""
    said: list[str] = []
    for one in figures.indicators:
        if one.kind is Kind.YES_NO and one.rule not in KEPT:
            said += [_highlight(row, one, words, language) for row in figures.of(one.id) if _sure(row)]
        elif one.kind is Kind.LIST:
            said += [*_obstacle(figures, one, words), *_most_named(figures, one, words, language)]
    return tuple(said)


def directions(figures: Figures, words: Words, language: str) -> tuple[str, ...]:
    """The yes-or-no figures that are shown but too wide to build on, each with its span; in the order of print."""
    asked = (one for one in figures.indicators if one.kind is Kind.YES_NO and one.rule not in KEPT)
    return tuple(_highlight(row, one, words, language) for one in asked for row in figures.of(one.id) if row.left_out is None and row.wide)


def kept(figures: Figures, words: Words, language: str) -> tuple[str, ...]:
    """Whether agreements and follow-up were kept: the figures, or why there is none. Never empty."""
    said = []
    for one in (one for one in figures.indicators if one.rule in KEPT):
        (row,) = figures.of(one.id)
        unsure = words("hr.kept_unsure", name=one.name.in_(language))
        said.append(_highlight(row, one, words, language) if _sure(row) else unsure)
    return (*said, words("hr.kept_floor")) if said else (words("hr.kept_not_asked"),)


def _sure(row: Figure) -> bool:
    return row.left_out is None and not row.wide


def _highlight(row: Figure, one: Indicator, words: Words, language: str) -> str:
    return words("hr.highlight", name=row_name(row, one, language), share=share(row, words), between=between(row, words))


def _obstacle(figures: Figures, one: Indicator, words: Words) -> list[str]:
    """How often some wish was not possible: all that is not "no wish was impossible"."""
    if one.rule is not Rule.MAIN_REASON:
        return []
    row = next(row for row in figures.of(one.id) if row.answer == 0)
    if not _sure(row):
        return []
    low, high = whole_percents(row)
    interval = words("hr.between", low=100 - high, high=100 - low)
    return [words("hr.finding_obstacle", share=words("hr.share", percent=100 - round(row.share * 100)), between=interval)]


def _most_named(figures: Figures, one: Indicator, words: Words, language: str) -> list[str]:
    """The answer named most; several when their intervals meet; nothing when it could be nearly any."""
    named = [row for row in figures.of(one.id) if row.left_out is None and row.answer not in NOTHING_NAMED[one.rule]]
    named.sort(key=lambda row: (-row.exact, row.answer))
    if not named or not _sure(named[0]) or named[0].low <= 0:
        return []
    first = [row for row in named if row is named[0] or row.high >= named[0].low]
    if len(first) > MOST_NAMED or not all(map(_sure, first)):
        return []
    listed = ", ".join(
        words("hr.finding_answer", answer=row_name(row, one, language), share=share(row, words), between=between(row, words))
        for row in first
    )
    return [words("hr.finding_most" if len(first) == 1 else "hr.finding_close", name=one.name.in_(language), answers=listed)]
