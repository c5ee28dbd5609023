# SPDX-License-Identifier: EUPL-1.2
"""`Figures` -> `Chart`s: one for each group of indicators, bars with their intervals; no answer is good or bad.

Bars have one colour. A bar too uncertain to build on is faint, and its summary says why.
"""

import math

from senior_desktop.hr.figures import Figure, Figures
from senior_desktop.hr.indicators import Group, Indicator, Kind
from senior_desktop.paper.document import Bar, Chart, Words


def charts(figures: Figures, words: Words, language: str) -> tuple[Chart, ...]:
    """One chart per group that has a figure to show, in the order of print."""
    drawn = (chart(figures, group, words, language) for group in figures.groups)
    return tuple(one for one in drawn if one is not None)


def chart(figures: Figures, group: Group, words: Words, language: str) -> Chart | None:
    """The chart of one group; None when all its figures are left out."""
    bars, people, process = [], 0, False
    for indicator in figures.indicators:
        for row in figures.of(indicator.id) if indicator.group == group.id else ():
            if row.left_out is None:
                bars.append(_bar(row, indicator, words, language))
                people, process = row.people, indicator.kind is Kind.PROCESS
    if not bars:
        return None
    title = words("hr.chart_of_offers" if process else "hr.chart_of_talks", people=people)
    summary = " ".join(f"{said}." for said in (group.name.in_(language), title, *(said for _, said in bars)))
    return Chart(title, tuple(bar for bar, _ in bars), summary)


def _bar(row: Figure, indicator: Indicator, words: Words, language: str) -> tuple[Bar, str]:
    """The bar and what it says in words."""
    label = row_name(row, indicator, language)
    said = words("hr.chart_bar", label=label, share=share(row, words), between=between(row, words))
    low, high = whole_percents(row)
    note = words("hr.between_bar", low=low, high=high)
    if row.wide:
        said += f" ({words('hr.faint')})"
    if (other := indicator.reference) is None:
        return Bar(label, row.share, row.low, row.high, note, row.wide), said
    name = words("hr.reference", name=other.name.in_(language), percent=other.percent)
    said += f". {words('hr.reference_said', name=name)}"
    return Bar(label, row.share, row.low, row.high, note, row.wide, other.percent / 100, name), said


def row_name(row: Figure, indicator: Indicator, language: str) -> str:
    """What a row is called: the indicator for a yes/no, the answer for a list."""
    words = indicator.name if indicator.kind is Kind.YES_NO else indicator.answers[row.answer]
    return words.in_(language)


def share(row: Figure, words: Words) -> str:
    """The share in whole per cent ("36 %")."""
    return words("hr.share", percent=round(row.share * 100))


def between(row: Figure, words: Words) -> str:
    """The interval in plain words ("mellem 31 og 41 %")."""
    low, high = whole_percents(row)
    return words("hr.between", low=low, high=high)


def whole_percents(row: Figure) -> tuple[int, int]:
    """The interval in whole per cent, rounded outwards so that it never promises more than it holds."""
    return math.floor(row.low * 100), math.ceil(row.high * 100)
