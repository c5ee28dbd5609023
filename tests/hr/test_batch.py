# SPDX-License-Identifier: EUPL-1.2
"""Codes -> batch: at least five, drawn once, blind to order; exact counts sum to n before the noise."""

import random
from datetime import date
from hashlib import sha256

import pytest
from hypothesis import given
from hypothesis import strategies as st

from senior_desktop.errors import TooFewTalks
from senior_desktop.hr import indicators
from senior_desktop.hr.batch import exact_counts, half_year, make_batch, noisy_counts, unsealed
from senior_desktop.hr.indicators import Kind
from senior_desktop.hr.noise import Stream

SEN1 = indicators.shipped()["sen1-e1"]
KEY = bytes(range(32))


def waiting(count, seed=1):
    """`count` invented talks: 32 bytes and codes."""
    chance = random.Random(seed)
    return [
        (sha256(b"%d %d" % (seed, number)).digest(),
         {one.id: chance.choice((0, 1) if one.kind is Kind.YES_NO else one.codes) for one in SEN1.about_talks})
        for number in range(count)
    ]


def offers(*codes):
    return [(sha256(b"offer %d" % number).digest(), code) for number, code in enumerate(codes)]


def batch_of(talks, ended=(), **changes):
    given = {"period": "2026H2", "area": "O1", "indicators": SEN1, "key": KEY} | changes
    return make_batch(talks, list(ended), **given)


@pytest.mark.parametrize("count", range(5))
@pytest.mark.parametrize("least", [-1, 0, 3, 5])
def test_fewer_than_five_talks_are_never_handed_in(count, least):
    """No setting lowers the minimum."""
    with pytest.raises(TooFewTalks) as short:
        batch_of(waiting(count), least=least)
    assert short.value.facts == {"waiting": count, "missing": 5 - count, "least": 5}


def test_hr_may_raise_the_minimum():
    with pytest.raises(TooFewTalks) as short:
        batch_of(waiting(7), least=8)
    assert short.value.facts == {"waiting": 7, "missing": 1, "least": 8}
    assert batch_of(waiting(8), least=8).n == 8


@given(st.integers(5, 9), st.lists(st.integers(1, 4), max_size=4), st.randoms(use_true_random=False))
def test_the_same_set_gives_the_same_file_in_any_order(count, codes, chance):
    """One draw per set of talks, even after a rollback: averaging a second draw is not possible."""
    talks, ended = waiting(count), offers(*codes)
    first = batch_of(talks, ended)
    chance.shuffle(talks)
    chance.shuffle(ended)
    assert batch_of([(secret, dict(reversed(talk.items()))) for secret, talk in talks], ended) == first


def test_the_same_set_sealed_in_the_next_period_is_no_second_draw():
    first, later = batch_of(waiting(6)), batch_of(waiting(6), period="2027H1", area="O0")
    assert (first.batch_id, first.rows) == (later.batch_id, later.rows)


def test_other_bytes_or_codes_or_skema_give_another_draw():
    talks = waiting(6)
    changed = [(talks[0][0], talks[0][1] | {"g1": 1 - talks[0][1]["g1"]}), *talks[1:]]
    ids = {
        batch_of(talks).batch_id, batch_of(changed).batch_id, batch_of(waiting(6, seed=2)).batch_id,
        batch_of(talks, offers(3)).batch_id, batch_of(talks, offers(4)).batch_id,
        batch_of(talks, indicators=indicators.shipped()["sen1-e2"]).batch_id,
    }
    assert len(ids) == 6


@given(st.integers(5, 12), st.lists(st.integers(1, 4), max_size=8))
def test_a_lists_true_counts_sum_to_n(count, codes):
    counts = exact_counts([talk for _, talk in waiting(count)], codes, SEN1)
    assert tuple(counts) == SEN1.rows
    for one in SEN1.indicators:
        total = sum(counts[one.id, code] for code in one.codes)
        assert total == {Kind.LIST: count, Kind.PROCESS: len(codes)}.get(one.kind, total) and total >= 0
    assert all(counts[one.id, 1] <= count for one in SEN1.indicators if one.kind is Kind.YES_NO)


def test_one_changed_answer_moves_the_counts_by_the_sensitivity():
    """L1 distance of neighbouring inputs, over every pair of codes of every question."""
    talks = [talk for _, talk in waiting(5)]
    for one in SEN1.about_talks:
        allowed = (0, 1) if one.kind is Kind.YES_NO else one.codes
        distances = set()
        for old in allowed:
            for new in allowed:
                here = exact_counts([talks[0] | {one.id: old}, *talks[1:]], [], SEN1)
                there = exact_counts([talks[0] | {one.id: new}, *talks[1:]], [], SEN1)
                distances.add(sum(abs(here[key] - there[key]) for key in here))
        assert max(distances) == one.sensitivity


def test_a_code_outside_its_list_is_our_fault_and_stops():
    talks = waiting(5)
    for wrong in ({"c92": 10}, {"g1": 9}, {"d01": -1}):
        with pytest.raises(ValueError):
            batch_of([(talks[0][0], talks[0][1] | wrong), *talks[1:]])
    with pytest.raises(ValueError):
        batch_of(talks, offers(5))
    with pytest.raises(ValueError):
        batch_of([(talks[0][0], {"g1": 1}), *talks[1:]])


def test_a_talk_cannot_be_in_a_batch_twice_and_needs_its_own_bytes():
    talks = waiting(5)
    with pytest.raises(ValueError):
        batch_of([*talks, talks[0]])
    with pytest.raises(ValueError):
        batch_of([(b"short", talks[0][1]), *talks[1:]])


def test_negative_counts_stay():
    """Clipping would make the pool biased."""
    zeros = dict.fromkeys(SEN1.rows, 0)
    assert min(noisy_counts(zeros, SEN1, Stream(bytes(32))).values()) < 0


def test_the_file_holds_only_closed_lists_and_whole_numbers():
    batch = batch_of(waiting(5), offers(3, 3, 1))
    lines = unsealed(batch).decode().split("\r\n")
    assert len(lines) == 40 and lines[-1] == ""
    for line, (question, answer) in zip(lines[1:-1], SEN1.rows, strict=True):
        assert line.rsplit(";", 1)[0] == f"sen1-e1;{batch.batch_id};2026H2;O1;5;{question};{answer}"
        assert -400 < int(line.rsplit(";", 1)[1]) < 400


def test_a_half_year_is_named_by_its_hand_in():
    assert [half_year(date(2026, *day)) for day in ((1, 1), (6, 30), (7, 1), (12, 31))] == [
        "2026H1", "2026H1", "2026H2", "2026H2"]
