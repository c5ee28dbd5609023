# SPDX-License-Identifier: EUPL-1.2
"""Batches, one by one -> running totals that add up; duplicates are skipped, a changed one is refused.

Counts are added as they are: never clipped, rounded or blanked, or the pool becomes biased. Beside the
raw counts the sums of squares are kept that the intervals need, so no batch need be read twice.
"""

from collections import ChainMap, Counter
from collections.abc import Mapping
from enum import StrEnum
from functools import lru_cache
from operator import add, mul
from typing import NamedTuple

from senior_desktop.errors import BatchRefused
from senior_desktop.hr.batch import Batch
from senior_desktop.hr.csv_file import Reason
from senior_desktop.hr.indicators import IndicatorSet, Kind


class Key(NamedTuple):
    """What a total is of."""

    skema: str
    period: str
    area: str
    question: str
    answer: int


class Sums(NamedTuple):
    """Sums over batches, whole numbers; c a batch's raw count, n its talks.

    batches: L. people: sum of n. count: sum of c. base: sum of m, square: of f², cross: of f·m,
    base_square: of m². m is n, for ended offers n + the four counts (all offers). f is c; for a list of K
    answers K times the count corrected with the public n: K·c - (sum of the list's counts - n).
    """

    batches: int
    people: int
    count: int
    base: int
    square: int
    cross: int
    base_square: int

    def plus(self, other: "Sums") -> "Sums":
        """Both together."""
        return Sums._make(map(add, self, other))


class Outcome(StrEnum):
    """What became of a batch."""

    ACCEPTED = "accepted"
    DUPLICATE = "duplicate"  # the same batch is in already; skipped
    REFUSED = "refused"  # another content under an id that is in already; the newcomer is left out


class Pool:
    """Totals of all batches added so far; grows only, and needs no batch again."""

    def __init__(self, indicator_sets: Mapping[str, IndicatorSet]) -> None:
        self.indicator_sets = indicator_sets
        self._totals: dict[Key, Sums] = {}
        self._added: dict[tuple[str, str, str], tuple[int, int, list[list[int]]]] = {}  # not yet in the totals, as `_columns`
        self.digests: dict[int, int] = {}  # batch id -> 60 bits of its digest; numbers, since a country has a quarter of a million
        self.unknown_senders: Counter[tuple[str, str]] = Counter()  # (period, area) -> batches without a key
        _same_coding(self.indicator_sets)

    @property
    def totals(self) -> dict[Key, Sums]:
        """Key -> sums, of everything added so far."""
        for group, (batches, people, columns) in self._added.items():
            for row, own in zip(self.indicator_sets[group[0]].rows, zip(*columns, strict=True), strict=True):
                key, sums = Key(*group, *row), Sums(batches, people, *own)
                old = self._totals.get(key)
                self._totals[key] = sums if old is None else old.plus(sums)
        self._added.clear()
        return self._totals

    def add(self, batch: Batch) -> Outcome:
        """Add `batch`, as `csv_file.read` gave it, unless its id is in already; says what became of it."""
        batch_id, digest = int(batch.batch_id[1:], 16), int(batch.digest[:15], 16)
        known = self.digests.get(batch_id)
        if known is not None:
            return Outcome.DUPLICATE if known == digest else Outcome.REFUSED
        group, columns = (batch.skema, batch.period, batch.area), _columns(batch, self.indicator_sets[batch.skema])
        batches, people, before = self._added.get(group, (0, 0, None))
        both = columns if before is None else [list(map(add, *pair)) for pair in zip(before, columns, strict=True)]
        self._added[group] = batches + 1, people + batch.n, both
        self.digests[batch_id] = digest
        self.unknown_senders[batch.period, batch.area] += not batch.known_sender
        return Outcome.ACCEPTED

    def merge(self, other: "Pool") -> "Pool":
        """A new pool of both. Raises BatchRefused when they share a batch: it would count twice."""
        if self.digests.keys() & other.digests.keys():
            raise BatchRefused(line=0, reason=Reason.OVERLAP)
        same = self.indicator_sets is other.indicator_sets
        both = Pool(self.indicator_sets if same else ChainMap(self.indicator_sets, other.indicator_sets))
        both._totals = dict(self.totals)
        for key, sums in other.totals.items():
            old = both._totals.get(key)
            both._totals[key] = sums if old is None else old.plus(sums)
        both.digests = {**self.digests, **other.digests}
        both.unknown_senders = self.unknown_senders + other.unknown_senders
        return both


def _same_coding(indicator_sets: Mapping[str, IndicatorSet]) -> None:
    """An id means one coding in every skema, else its counts could not be added."""
    coding: dict[str, tuple[str, str]] = {}
    for one in indicator_sets.values():
        for indicator in one.indicators:
            meant = (indicator.rule, indicator.question + repr(indicator.yes))
            if coding.setdefault(indicator.id, meant) != meant:
                raise ValueError(f"{indicator.id} is coded in two ways")


def _columns(batch: Batch, indicators: IndicatorSet) -> list[list[int]]:
    """The sums of a single batch from the third of `Sums` on, one list for each, in the order of the skema's rows.

    Columns, not rows: adding two batches is then five additions of lists, and not one of tuples for each row.
    """
    n, counts, start = batch.n, [row.count for row in batch.rows], 0
    bases = [n] * len(counts)
    fitted = counts.copy()
    for many, parts, kind in _shape(indicators):
        if kind is not Kind.YES_NO:
            place = slice(start, start + many)
            own = counts[place]
            total = sum(own)
            if kind is Kind.LIST:
                fitted[place] = [parts * count - total + n for count in own]
            else:
                bases[place] = [n + total] * many
        start += many
    return [counts, bases, list(map(mul, fitted, fitted)), list(map(mul, fitted, bases)), list(map(mul, bases, bases))]


@lru_cache(maxsize=32)
def _shape(indicators: IndicatorSet) -> tuple[tuple[int, int, Kind], ...]:
    """(rows, parts, kind) of each indicator in the file's order, worked out once for a skema."""
    return tuple((len(one.codes), one.parts, one.kind) for one in indicators.by_id.values())
