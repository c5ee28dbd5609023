# SPDX-License-Identifier: EUPL-1.2
"""Figures of two half-years -> how far each share moved, and whether that is more than noise.

SE² of a difference is the sum of both; the same people may be in both, so the words say "about" (anonymity: estimators).
"""

import math
from dataclasses import dataclass

from senior_desktop.hr.figures import Figures


@dataclass(frozen=True, slots=True)
class Change:
    """One share in the earlier and the later half-year, 0-1, and half the 95 % interval of the difference."""

    question: str
    answer: int
    before: float
    after: float
    half: float

    @property
    def sure(self) -> bool:
        """Whether the difference is larger than noise and chance explain."""
        return abs(self.after - self.before) > self.half


def changes(earlier: Figures, later: Figures) -> tuple[Change, ...]:
    """Each row that both can show, in the later's order of print."""
    before = {(row.question, row.answer): row for row in earlier.rows if row.left_out is None}
    found = []
    for row in later.rows:
        old = before.get((row.question, row.answer))
        if old is not None and row.left_out is None:
            found.append(Change(row.question, row.answer, float(old.exact), float(row.exact), math.hypot(old.half, row.half)))
    return tuple(found)
