# SPDX-License-Identifier: EUPL-1.2
"""Rows of "Det har vi aftalt": edits, the one that matters most, and what may be called agreed."""

from dataclasses import replace

from factory import make_row
from hypothesis import given
from hypothesis import strategies as st

from senior_desktop.conversation.agreements import (
    AGREED,
    ANSWERED,
    AWAITED,
    NOT_NOW,
    WISHED,
    WITHDRAWN,
    Agreement,
    may_be_agreed,
    settled,
    with_row,
    without_row,
)

ROWS = st.builds(
    Agreement,
    id=st.sampled_from("abc"),
    status=st.sampled_from([AGREED, WISHED, NOT_NOW, WITHDRAWN]),
    why_not=st.none() | st.integers(1, 6),
    pay=st.integers(0, 2),
    most_important=st.booleans(),
)


def test_nothing_is_agreed_while_the_answer_on_pay_is_awaited() -> None:
    """Rule 13: the row stays a wish; once answered it may be agreed."""
    waiting = settled(make_row(status=AGREED, pay=AWAITED))
    assert waiting.status == WISHED and not may_be_agreed(waiting)
    answered = replace(waiting, pay=ANSWERED, pay_text="Tillægget falder")
    assert may_be_agreed(answered) and settled(replace(answered, status=AGREED)).status == AGREED
    assert not may_be_agreed(replace(answered, pay_text="  "))  # an answer without a word is none


def test_a_reason_belongs_to_not_possible_now() -> None:
    """d03 is asked when d02 = 3, and forgotten when the row becomes something else."""
    row = settled(make_row(status=NOT_NOW, why_not=2))
    assert row.why_not == 2
    assert settled(replace(row, status=AGREED)).why_not is None


def test_an_edit_keeps_the_rows_place_and_a_row_taken_away_stays_away() -> None:
    """Rows stand in the order entered: on it rests which one counts as the main measure."""
    first, second = make_row(text="Faste dage"), make_row(text="Færre skift")
    rows = with_row(with_row((), first), second)
    rows = with_row(rows, replace(first, text="Faste fridage"))
    assert [row.text for row in rows] == ["Faste fridage", "Færre skift"]
    assert without_row(rows, first.id) == (second,)
    assert without_row(rows, "another") == rows


@given(st.lists(ROWS, max_size=8))
def test_at_most_one_row_matters_most_and_codes_keep_in_step(entered: list[Agreement]) -> None:
    """d09: the employee marks at most one; the last mark wins. No id stands twice."""
    rows: tuple[Agreement, ...] = ()
    for row in entered:
        rows = with_row(rows, row)
    assert sum(row.most_important for row in rows) <= 1
    assert len({row.id for row in rows}) == len(rows)
    assert all(row == settled(row) for row in rows)
    assert not [row for row in rows if row.status == AGREED and row.pay == AWAITED]
