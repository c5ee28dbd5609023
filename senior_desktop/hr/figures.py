# SPDX-License-Identifier: EUPL-1.2
"""A pool's totals -> shares with 95 % intervals; rows too small are left out and say why.

The interval comes from the spread between batches, so it holds the noise and that talks with one leader
resemble each other (anonymity: estimators). Nothing here can give a figure for one leader.
"""

import math
from collections import defaultdict
from collections.abc import Collection
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction
from functools import lru_cache

from senior_desktop.hr.indicators import Group, Indicator, Kind
from senior_desktop.hr.pool import Pool, Sums

LEAST_PEOPLE = 20
LEAST_BATCHES = 3
WIDE = 0.10
"""Half an interval wider than this is printed faint: "for få til at sige noget sikkert"."""


class LeftOut(StrEnum):
    """Why a row has no figure; worded under `[hr]` as `left_out_<code>`."""

    FEW_PEOPLE = "few_people"
    FEW_BATCHES = "few_batches"
    OUTSIDE = "outside"  # the whole interval lies outside 0-100 %


@dataclass(frozen=True, slots=True)
class Figure:
    """One share of all talks (of all offers for ended offers), with its 95 % interval.

    share, low, high: 0-1, clipped for show; all 0 when left_out says why there is no figure.
    exact: the share before clipping, a fraction. people: talks (offers: about). batches: how many.
    wide: more than 10 points to a side. half: half the interval before clipping.
    """

    question: str
    answer: int
    exact: Fraction
    share: float
    low: float
    high: float
    people: int
    batches: int
    wide: bool = False
    left_out: LeftOut | None = None
    half: float = 0.0


@dataclass(frozen=True, slots=True)
class Figures:
    """All that a report says in numbers. epsilon: the largest among the skemas pooled."""

    people: int
    batches: int
    unknown_senders: int
    periods: tuple[str, ...]
    areas: tuple[str, ...]
    epsilon: Fraction
    least_people: int
    least_batches: int
    indicators: tuple[Indicator, ...]
    groups: tuple[Group, ...]
    rows: tuple[Figure, ...]

    def of(self, question: str) -> tuple[Figure, ...]:
        """The figures of one indicator, by answer code."""
        return tuple(row for row in self.rows if row.question == question)


def figures(
    pool: Pool,
    *,
    period: str | None = None,
    area: str | Collection[str] | None = None,
    least_people: int = LEAST_PEOPLE,
    least_batches: int = LEAST_BATCHES,
) -> Figures:
    """Totals of `pool`, of one period and one or several areas, or of all -> figures. Limits below 20 and 3 are raised to them."""
    areas = (area,) if isinstance(area, str) else area
    least_people, least_batches = max(least_people, LEAST_PEOPLE), max(least_batches, LEAST_BATCHES)
    added: dict[tuple[str, int], Sums] = {}
    groups: dict[tuple[str, str, str], Sums] = {}
    for key, sums in pool.totals.items():
        if period not in (None, key.period) or areas is not None and key.area not in areas:
            continue
        at = key.question, key.answer
        added[at] = added[at].plus(sums) if at in added else sums
        groups[key[:3]] = sums  # talks and batches are the same on every row of one skema, period and area
    sets = [pool.indicator_sets[skema] for skema in dict.fromkeys(skema for skema, _, _ in groups)]
    indicators = {one.id: one for each in sets for one in each.indicators}
    return Figures(
        people=sum(one.people for one in groups.values()),
        batches=sum(one.batches for one in groups.values()),
        unknown_senders=sum(
            count
            for (of_period, of_area), count in pool.unknown_senders.items()
            if period in (None, of_period) and (areas is None or of_area in areas)
        ),
        periods=tuple(sorted({one for _, one, _ in groups})),
        areas=tuple(sorted({one for _, _, one in groups})),
        epsilon=max((one.epsilon for one in sets), default=Fraction(0)),
        least_people=least_people,
        least_batches=least_batches,
        indicators=tuple(indicators.values()),
        groups=tuple({group.id: group for each in sets for group in each.groups}.values()),
        rows=_figures(added, indicators, least_people, least_batches),
    )


def _figures(
    added: dict[tuple[str, int], Sums], indicators: dict[str, Indicator], least_people: int, least_batches: int
) -> tuple[Figure, ...]:
    """The figure of every row, in the order of print."""
    noisy_total: dict[str, int] = defaultdict(int)
    for (question, _), sums in added.items():
        noisy_total[question] += sums.count
    rows = []
    for indicator in indicators.values():
        for answer in indicator.codes:
            sums = added[indicator.id, answer]
            excess = noisy_total[indicator.id] - sums.people if indicator.kind is Kind.LIST else 0
            count = sums.count - Fraction(excess, indicator.parts)  # least squares with the public n
            rows.append(_figure(indicator, answer, sums, count, least_people, least_batches))
    return tuple(rows)


def _figure(
    indicator: Indicator, answer: int, sums: Sums, count: Fraction, least_people: int, least_batches: int
) -> Figure:
    """One row: share, residual standard error, t interval with L-1 degrees of freedom."""
    people = sums.base if indicator.kind is Kind.PROCESS else sums.people
    nothing = Figure(indicator.id, answer, Fraction(0), 0.0, 0.0, 0.0, people, sums.batches)
    if sums.people < least_people or sums.base < least_people:
        return _without(nothing, LeftOut.FEW_PEOPLE)
    if sums.batches < least_batches:
        return _without(nothing, LeftOut.FEW_BATCHES)
    share = count / sums.base
    # sum of (f/K - p·m)² over the batches, from the sums alone
    spread = Fraction(sums.square, indicator.parts**2) - 2 * share * Fraction(sums.cross, indicator.parts)
    spread += share**2 * sums.base_square
    error = math.sqrt(Fraction(sums.batches, sums.batches - 1) * spread) / sums.base
    half = t_quantile(sums.batches - 1) * error
    low, high = float(share) - half, float(share) + half
    if high < 0 or low > 1:
        return _without(nothing, LeftOut.OUTSIDE)
    return Figure(
        indicator.id,
        answer,
        share,
        _shown(float(share)),
        _shown(low),
        _shown(high),
        people,
        sums.batches,
        wide=half > WIDE,
        half=half,
    )


def _without(row: Figure, why: LeftOut) -> Figure:
    return Figure(row.question, row.answer, row.exact, 0.0, 0.0, 0.0, row.people, row.batches, left_out=why)


def _shown(share: float) -> float:
    return min(max(share, 0.0), 1.0)


def t_between(t: float, df: int) -> float:
    """P(-t <= T <= t) for Student's t with a whole number of degrees of freedom, exactly.

    The finite series of Abramowitz and Stegun, Handbook of Mathematical Functions, 26.7.3 and 26.7.4.
    """
    theta = math.atan2(t, math.sqrt(df))
    square = math.cos(theta) ** 2
    odd = df % 2
    term, total = (math.cos(theta) if odd else 1.0), 0.0
    for step in range(df // 2):
        total += term
        term *= square * (2 * step + (2 if odd else 1)) / (2 * step + (3 if odd else 2))
    series = math.sin(theta) * total
    return 2 / math.pi * (theta + series) if odd else series


@lru_cache(maxsize=256)
def t_quantile(df: int) -> float:
    """The t that holds 95 % between -t and t, by halving: 12.706 at df 1, towards 1.960."""
    low, high = 1.9, 13.0
    while high - low > 1e-11:
        middle = (low + high) / 2
        low, high = (middle, high) if t_between(middle, df) < 0.95 else (low, middle)
    return high
