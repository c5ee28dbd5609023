# SPDX-License-Identifier: EUPL-1.2
"""Talks and a day -> what is due: in order, once, with one thing to do; nobody is asked who will say so themselves."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from factory import make_row, make_talk
from hypothesis import given, settings
from hypothesis import strategies as st

from senior_desktop.at_hand import months_on
from senior_desktop.conversation.agreements import AWAITED, NOT_NOW, WISHED
from senior_desktop.conversation.conversation import Conversation, Stage
from senior_desktop.conversation.due import Due, Kind, due, lapsed

TODAY = date(2026, 11, 23)
NEVER = {"e04": None}


def of(*talks: Conversation, today: date = TODAY) -> tuple[Due, ...]:
    return due(talks, today, 12, months_on)


def said(*talks: Conversation, today: date = TODAY) -> list[tuple[str, str, bool, str]]:
    return [(one.kind.value, one.day.isoformat(), one.late, one.page) for one in of(*talks, today=today)]


def offered(answer: int | None, again: str | None = None, stage: Stage = Stage.OFFERED, **changes: object) -> Conversation:
    return make_talk({"a11": answer, "a12": again, "a13": None, "e04": None}, stage=stage, agreements=(), **changes)


@pytest.mark.parametrize(("day", "line"), [
    ("2026-11-22", [("follow_up", "2026-11-22", True, "follow_up")]),
    ("2026-11-23", [("follow_up", "2026-11-23", False, "follow_up")]),
    ("2026-12-23", [("follow_up", "2026-12-23", False, "follow_up")]),
    ("2026-12-24", []),
])  # fmt: skip
def test_a_follow_up_stands_here_from_a_month_before(day: str, line: list[object]) -> None:
    """Today is not too late."""
    assert said(make_talk({"e04": day}, stage=Stage.SIGNED, agreements=())) == line


def test_what_is_overdue_comes_first_then_the_next_day() -> None:
    rows = (make_row(review="2026-12-01", text="B"), make_row(review="2026-11-01", text="A"), make_row(review="2027-06-01"))
    talk = make_talk({"e04": "2026-11-25"}, stage=Stage.HANDED_OVER, agreements=rows)
    assert [(one.row.text if one.row else "", one.late) for one in of(talk)] == [("A", True), ("", False), ("B", False)]


def test_an_agreement_of_the_follow_ups_own_day_is_no_line_of_its_own() -> None:
    """The two meet once."""
    talk = make_talk({"e04": "2026-11-25"}, stage=Stage.SIGNED, agreements=(make_row(review="2026-11-25"),))
    assert said(talk) == [("follow_up", "2026-11-25", False, "follow_up")]


@pytest.mark.parametrize("changes", [{"kept": 1}, {"status": NOT_NOW}, {"review": ""}])
def test_what_is_settled_is_not_due(changes: dict[str, object]) -> None:
    assert said(make_talk(NEVER, stage=Stage.SIGNED, agreements=(make_row(**{"review": "2026-11-01", **changes}),))) == []


def test_an_answer_on_pay_is_asked_for_where_it_can_be_written() -> None:
    row = make_row(status=WISHED, pay=AWAITED, pay_by="2026-11-01", review="")
    for stage, page in ((Stage.TALKING, "agreements"), (Stage.REVIEW, "follow_up"), (Stage.SIGNED, "follow_up")):
        assert said(make_talk(NEVER, stage=stage, agreements=(row,))) == [("pay", "2026-11-01", True, page)]
    assert said(make_talk(NEVER, stage=Stage.CLOSED, agreements=(row,))) == []


def test_after_the_follow_up_a_later_day_leads_to_a_new_talk() -> None:
    """Once one was offered, whatever the answer, it stands here no more."""
    old = make_talk({"e04": "2026-06-01"}, stage=Stage.CLOSED, agreements=(make_row(review="2026-11-30"), make_row(review="2026-06-01")))
    assert said(old) == [("review", "2026-11-30", False, "")]
    assert said(old, offered(3, "2027-10-01", Stage.DECLINED, person=old.person, created="2026-11-20T09:00:00+01:00")) == []


def test_a_later_talk_takes_over_when_the_two_have_sat_down() -> None:
    """Not when it is only offered: the follow-up that was promised still stands."""
    old = make_talk({"e04": "2026-11-01"}, stage=Stage.SIGNED, agreements=())
    later = {"person": old.person, "created": "2026-11-20T09:00:00+01:00"}
    assert len(said(old, offered(None, **later))) == 1
    assert said(old, make_talk(NEVER, agreements=(), **later)) == []


@pytest.mark.parametrize(("answer", "stage", "again", "line"), [
    (3, Stage.DECLINED, "2026-11-23", [("offer_again", "2026-11-23", False, "")]),
    (3, Stage.DECLINED, "2026-11-24", []),
    (5, Stage.DECLINED, "2026-01-01", []),
    (5, Stage.DECLINED, None, []),
    (2, Stage.OFFERED, "2026-11-20", [("take_up", "2026-11-20", False, "offer")]),
    (2, Stage.PREPARING, None, []),
    (4, Stage.OFFERED, "2026-11-23", [("offer_again", "2026-11-23", False, "")]),
    (4, Stage.WITHDRAWN, "2026-11-23", [("offer_again", "2026-11-23", False, "")]),
    (None, Stage.WITHDRAWN, "2026-01-01", []),
    (1, Stage.OFFERED, "2026-01-01", []),
])  # fmt: skip
def test_each_answer_to_the_offer(answer: int | None, stage: Stage, again: str | None, line: list[object]) -> None:
    """A calm line on the day, never late; "spørg ikke igen" never."""
    assert said(offered(answer, again, stage)) == line


def test_an_offer_nobody_answered_comes_back_after_the_interval() -> None:
    talk = offered(None)
    assert said(talk, today=date(2027, 10, 31)) == []
    assert said(talk, today=date(2027, 11, 1)) == [("offer_again", "2027-11-01", False, "")]
    assert lapsed(talk, date(2027, 11, 1), 12, months_on) and not lapsed(talk, date(2027, 11, 1), 13, months_on)


def test_only_the_newest_offer_of_a_person_counts() -> None:
    old = offered(3, "2026-11-01", Stage.DECLINED)
    assert said(old, offered(None, person=old.person, created="2026-11-02T09:00:00+01:00")) == []


@settings(deadline=None, max_examples=60)  # each talk reads the template that ships
@given(
    st.lists(st.tuples(st.sampled_from(Stage), st.sampled_from([None, 1, 2, 3, 4, 5]), st.integers(-400, 400), st.integers(-400, 400), st.integers(0, 2)), max_size=5),
    st.integers(6, 36),
)
def test_whatever_the_talks_each_line_is_true(states: list[tuple[Stage, int | None, int, int, int]], months: int) -> None:
    """Within the month, ordered, of a talk that is there, and never somebody who says so themselves."""
    talks = []
    for number, (stage, answer, meet, review, person) in enumerate(states):
        day = {key: (TODAY + timedelta(days=days)).isoformat() for key, days in (("e04", meet), ("a12", review))}
        row = make_row(review=day["a12"], pay=number % 3, pay_by=day["e04"])
        talks.append(replace(make_talk({"a11": answer, **day}, stage=stage, person=f"p{person}"), created=f"2026-01-{number % 28 + 1:02}T09:00:00+01:00", agreements=(row,)))
    lines = due(talks, TODAY, months, months_on)
    assert [(not one.late, one.day) for one in lines] == sorted((not one.late, one.day) for one in lines)
    for one in lines:
        assert one.talk in talks and one.day <= TODAY + timedelta(days=30) and one.late is (one.day < TODAY and one.kind in (Kind.FOLLOW_UP, Kind.REVIEW, Kind.PAY))
        assert one.kind not in (Kind.OFFER_AGAIN, Kind.TAKE_UP) or one.talk.code("a11") != 5
        assert bool(one.page) or one.kind in (Kind.OFFER_AGAIN, Kind.REVIEW)
