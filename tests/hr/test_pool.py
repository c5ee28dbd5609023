# SPDX-License-Identifier: EUPL-1.2
"""Pool: totals add up, a duplicate is skipped, a changed batch of the same id is left out."""

from dataclasses import replace
from fractions import Fraction

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from senior_desktop.errors import BatchRefused
from senior_desktop.hr import indicators
from senior_desktop.hr.batch import Batch, Row, sealed
from senior_desktop.hr.csv_file import read, to_bytes
from senior_desktop.hr.indicators import Kind
from senior_desktop.hr.pool import Key, Outcome, Pool, Sums

SETS = indicators.shipped()
SEN1 = SETS["sen1-e1"]
KEY = bytes(range(32))


@st.composite
def batches(draw, skemas=("sen1-e1", "sen1-e2")):
    """A batch with any counts, of one of two noise profiles, half-years and areas."""
    skema, n = draw(st.sampled_from(skemas)), draw(st.integers(5, 30))
    counts = draw(st.lists(st.integers(-9, n), min_size=38, max_size=38))
    rows = tuple(Row(*at, count) for at, count in zip(SETS[skema].rows, counts, strict=True))
    period, area = draw(st.sampled_from(["2026H1", "2026H2"])), draw(st.sampled_from(["O0", "O1"]))
    batch_id = "b" + draw(st.binary(min_size=16, max_size=16)).hex()
    return sealed(Batch(skema, batch_id, period, area, n, rows), KEY)


several = st.lists(batches(), max_size=6, unique_by=lambda batch: batch.batch_id)


def pool_of(some):
    pool = Pool(SETS)
    assert all(pool.add(batch) is Outcome.ACCEPTED for batch in some)
    return pool


@given(several, st.randoms(use_true_random=False))
@settings(max_examples=30)
def test_totals_do_not_depend_on_the_order_and_duplicates_do_not_count(some, chance):
    pool = pool_of(some)
    totals = dict(pool.totals)
    assert all(pool.add(batch) is Outcome.DUPLICATE for batch in some)
    shuffled = list(some)
    chance.shuffle(shuffled)
    assert pool.totals == totals == pool_of(shuffled).totals


@given(several.filter(len))
@settings(max_examples=20)
def test_the_same_id_with_other_content_is_left_out(some):
    pool, first = pool_of(some), some[0]
    totals = dict(pool.totals)
    other = sealed(replace(first, rows=(first.rows[0]._replace(count=first.rows[0].count + 1), *first.rows[1:])), KEY)
    assert pool.add(other) is Outcome.REFUSED
    assert pool.add(replace(first, n=first.n + 1)) is Outcome.REFUSED
    assert pool.totals == totals


@given(several, several)
@settings(max_examples=20)
def test_merging_adds_and_refuses_what_would_count_twice(some, others):
    taken = {batch.batch_id for batch in some}
    apart = [batch for batch in others if batch.batch_id not in taken]
    merged = pool_of(some).merge(pool_of(apart))
    assert merged.totals == pool_of([*some, *apart]).totals
    assert merged.digests == pool_of([*some, *apart]).digests
    if some:
        with pytest.raises(BatchRefused):
            pool_of(some).merge(merged)


@given(st.lists(batches(skemas=("sen1-e1",)), min_size=1, max_size=4, unique_by=lambda batch: batch.batch_id))
@settings(max_examples=30)
def test_the_sums_are_those_of_the_batches(some):
    """Against a plain recount: corrected with n per batch for a list, all offers as base for a11."""
    pool = pool_of(some)
    for key, sums in pool.totals.items():
        mine = [batch for batch in some if (batch.period, batch.area) == (key.period, key.area)]
        one = SEN1.by_id[key.question]
        expected = Sums(0, 0, 0, 0, 0, 0, 0)
        for batch in mine:
            counts = {row.answer: row.count for row in batch.rows if row.question == key.question}
            base = batch.n + sum(counts.values()) if one.kind is Kind.PROCESS else batch.n
            corrected = Fraction(counts[key.answer])
            if one.kind is Kind.LIST:
                corrected -= Fraction(sum(counts.values()) - batch.n, len(counts))
            scaled = corrected * one.parts
            assert scaled.denominator == 1
            expected = expected.plus(Sums(1, batch.n, counts[key.answer], base, int(scaled) ** 2,
                                          int(scaled) * base, base * base))
        assert sums == expected


def test_a_file_without_a_key_is_counted_as_an_unknown_sender():
    rows = tuple(Row(*at, 1) for at in SEN1.rows)
    pool = pool_of([sealed(Batch("sen1-e1", "b" + f"{number:032x}", "2026H2", "O1", 6, rows), key)
                    for number, key in enumerate([KEY, None, None])])
    assert pool.unknown_senders == {("2026H2", "O1"): 2}
    assert pool.totals[Key("sen1-e1", "2026H2", "O1", "g3", 1)].batches == 3


def test_one_id_cannot_mean_two_codings():
    g1 = SEN1.by_id["g1"]
    other = [msgspec.structs.replace(one, yes=(3, 4)) if one is g1 else one for one in SEN1.indicators]
    with pytest.raises(ValueError):
        Pool({**SETS, "sen2-e1": replace(SEN1, skema="sen2-e1", indicators=tuple(other))})


@pytest.mark.slow
def test_a_thousand_files_are_read_and_added():
    """With seal check, none lost and none twice; how long it takes beside others' tools is told by `make bench`."""
    rows = tuple(Row(*at, 2) for at in SEN1.rows)
    files = [to_bytes(sealed(Batch("sen1-e1", "b" + f"{number:032x}", "2026H2", "O1", 9, rows), KEY))
             for number in range(1000)]
    pool = Pool(SETS)
    for data in files:
        pool.add(read(data, SETS, [KEY]))
    assert len(pool.digests) == 1000
    assert {sums.batches for sums in pool.totals.values()} == {1000}
    assert {(sums.people, sums.count) for sums in pool.totals.values()} == {(9000, 2000)}
