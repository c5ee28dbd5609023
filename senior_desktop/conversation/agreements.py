# SPDX-License-Identifier: EUPL-1.2
"""A measure, its terms and its owner -> one agreement row, and whether it may be called agreed.

Codes are those of the template (d02-d09); a code is only ever compared together with its question id.
"""

from dataclasses import dataclass, replace

AGREED, WISHED, NOT_NOW, WITHDRAWN = 1, 2, 3, 4
"""d02: agreed; wished, to be clarified; not possible now; withdrawn."""

NOT_RELEVANT, ANSWERED, AWAITED = 0, 1, 2
"""d08: what it means for pay and pension."""

OWN_WORDS = ""
"""`measure` of a row that is not from the catalogue but in the two people's own words."""


@dataclass(frozen=True, slots=True)
class Agreement:
    """One row of "Det har vi aftalt".

    id: random, so that a row can be told from another after edits. measure: catalogue code ("B1",
    "K") or OWN_WORDS. text: what was agreed, in words. status: d02. why_not: d03 1-6 when status is
    NOT_NOW, else None. responsible: d04 1 leader, 2 employee, 3 HR, 4 others. start, review: ISO
    dates or "". formalise: d06 0 no, 1 addendum to the contract, 2 agreement with the organisation,
    3 not known. colleagues: d07 1 yes, 2 no, 3 this is what we say. pay: d08. most_important: d09.
    kept: g7 1 done, 2 partly, 3 not, 4 no longer relevant; None before the follow-up. carried_from: id of
    the row of an earlier talk that this one carries on, or "". review_again: ISO date set at the follow-up, or "".
    """

    id: str
    measure: str = OWN_WORDS
    text: str = ""
    status: int = WISHED
    why_not: int | None = None
    responsible: int | None = None
    start: str = ""
    review: str = ""
    formalise: int = 0
    colleagues: int | None = None
    colleagues_text: str = ""
    pay: int = NOT_RELEVANT
    pay_text: str = ""
    pay_who: str = ""
    pay_by: str = ""
    most_important: bool = False
    kept: int | None = None
    carried_from: str = ""
    review_again: str = ""

    @property
    def next_review(self) -> str:
        """When it is looked at next, ISO date or ""; what both have signed (`review`) is never written over."""
        return self.review_again or self.review


def may_be_agreed(row: Agreement) -> bool:
    """Whether `row` may get the status "aftalt" as far as pay goes: never before the answer is there (domain rule 13)."""
    return row.pay == NOT_RELEVANT or row.pay == ANSWERED and bool(row.pay_text.strip())


def settled(row: Agreement) -> Agreement:
    """`row` with its codes in keeping: an awaited answer cannot be agreed, a reason needs "not now".

    An answer being written anew is empty for a moment: that alone takes nothing back.
    """
    if row.status == AGREED and row.pay == AWAITED:
        row = replace(row, status=WISHED)
    if row.status != NOT_NOW and row.why_not is not None:
        row = replace(row, why_not=None)
    return row


def with_row(rows: tuple[Agreement, ...], row: Agreement) -> tuple[Agreement, ...]:
    """`rows` with `row` in place of the one of its id, or last; at most one is the most important (d09)."""
    row = settled(row)
    known = any(one.id == row.id for one in rows)
    new = tuple(row if one.id == row.id else one for one in rows) + (() if known else (row,))
    if row.most_important:
        new = tuple(one if one.id == row.id else replace(one, most_important=False) for one in new)
    return new


def without_row(rows: tuple[Agreement, ...], row_id: str) -> tuple[Agreement, ...]:
    """`rows` without the row of that id; unchanged when there is none."""
    return tuple(one for one in rows if one.id != row_id)
