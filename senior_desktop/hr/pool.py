# SPDX-License-Identifier: EUPL-1.2
"""Batches, one by one -> running totals that add up; duplicates are skipped, a changed one is refused.

Counts are added as they are: never clipped, rounded or blanked, or the pool becomes biased. Beside the
raw counts the sums of squares are kept that the intervals need, so no batch need be read twice.
"""

from collections import ChainMap, Counter
from collections.abc import Iterator, Mapping
from enum import StrEnum
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
        return Sums(*map(int.__add__, self, other))


class Outcome(StrEnum):
    """What became of a batch."""

    ACCEPTED = "accepted"
    DUPLICATE = "duplicate"  # the same batch is in already; skipped
    REFUSED = "refused"  # another content under an id that is in already; the newcomer is left out


class Pool:
    """Totals of all batches added so far; grows only, and needs no batch again."""

    def __init__(self, indicator_sets: Mapping[str, IndicatorSet]) -> None:
        self.indicator_sets = indicator_sets
        self.totals: dict[Key, Sums] = {}
        self.digests: dict[str, str] = {}
        self.unknown_senders: Counter[tuple[str, str]] = Counter()  # (period, area) -> batches without a key
        _same_coding(self.indicator_sets)

    def add(self, batch: Batch) -> Outcome:
        """Add `batch`, as `csv_file.read` gave it, unless its id is in already; says what became of it."""
        known, digest = self.digests.get(batch.batch_id), batch.digest
        if known is not None:
            return Outcome.DUPLICATE if known == digest else Outcome.REFUSED
        for key, sums in _sums(batch, self.indicator_sets[batch.skema]):
            old = self.totals.get(key)
            self.totals[key] = sums if old is None else old.plus(sums)
        self.digests[batch.batch_id] = digest
        self.unknown_senders[batch.period, batch.area] += not batch.known_sender
        return Outcome.ACCEPTED

    def merge(self, other: "Pool") -> "Pool":
        """A new pool of both. Raises BatchRefused when they share a batch: it would count twice."""
        if self.digests.keys() & other.digests.keys():
            raise BatchRefused(line=0, reason=Reason.OVERLAP)
        same = self.indicator_sets is other.indicator_sets
        both = Pool(self.indicator_sets if same else ChainMap(self.indicator_sets, other.indicator_sets))
        both.totals = dict(self.totals)
        for key, sums in other.totals.items():
            old = both.totals.get(key)
            both.totals[key] = sums if old is None else old.plus(sums)
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


def _sums(batch: Batch, indicators: IndicatorSet) -> Iterator[tuple[Key, Sums]]:
    """The sums of a single batch."""
    n, start = batch.n, 0
    for question, indicator in indicators.by_id.items():
        rows = batch.rows[start : start + len(indicator.codes)]
        start += len(rows)
        total = sum(row.count for row in rows)
        base = n + total if indicator.kind is Kind.PROCESS else n
        parts = indicator.parts
        excess = total - n if indicator.kind is Kind.LIST else 0
        for _, answer, count in rows:
            fitted = parts * count - excess
            yield (
                Key(batch.skema, batch.period, batch.area, question, answer),
                Sums(1, n, count, base, fitted * fitted, fitted * base, base * base),
            )
