# SPDX-License-Identifier: EUPL-1.2
"""Municipalities' totals add up to the national ones, to the last digit; an altered file is refused with its line."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from senior_desktop.errors import BatchRefused, NoMunicipality
from senior_desktop.hr import csv_file, indicators, totals
from senior_desktop.hr.batch import make_batch
from senior_desktop.hr.figures import figures
from senior_desktop.hr.pool import Pool

SETS = indicators.shipped()
SEN1 = SETS["sen1-e1"]


def pooled(batches: range, period: str = "2026H2", skema: str = "sen1-e1") -> Pool:
    asked = SETS[skema]
    pool = Pool(SETS)
    for number in batches:
        talks = [
            (bytes([number, talk]) * 16, {one.id: one.codes[(number + talk) % len(one.codes)] for one in asked.about_talks})
            for talk in range(5 + number % 4)
        ]
        batch = make_batch(talks, [], period, f"O{number % 3}", asked, None)
        pool.add(csv_file.read(csv_file.to_bytes(batch), SETS))
    return pool


def test_two_municipalities_are_what_all_their_files_are_together() -> None:
    first, second = pooled(range(1, 9)), pooled(range(9, 20))
    files = [totals.read(totals.to_bytes(one, name), SETS) for one, name in ((first, "Aarhus"), (second, "Ærø"))]
    together = totals.merged(files, SETS)
    assert together.totals == first.merge(second).totals
    assert figures(together).rows == figures(first.merge(second)).rows


def test_sent_again_it_takes_the_place_of_the_first() -> None:
    early, late, before = pooled(range(1, 4)), pooled(range(1, 9)), pooled(range(20, 24), "2026H1")
    files = [
        totals.read(totals.to_bytes(one, name), SETS)
        for one, name in ((early, "Aarhus"), (before, "Aarhus"), (late, "aarhus"))
    ]
    assert totals.merged(files, SETS).totals == late.merge(before).totals


def test_a_name_that_a_spreadsheet_could_run_is_not_written() -> None:
    for name in ("=A1", "", "x;y", "-Aarhus", "1", "A" * 81, "A\r\nB"):
        with pytest.raises(NoMunicipality):
            totals.to_bytes(pooled(range(1, 3)), name)


@settings(max_examples=300, deadline=None)
@given(place=st.floats(0, 1, exclude_max=True), byte=st.integers(0, 255))
def test_no_changed_byte_is_taken(place: float, byte: int) -> None:
    content = bytearray(totals.to_bytes(pooled(range(1, 3)), "Aarhus"))
    at = int(place * len(content))
    if content[at] == byte:
        return
    content[at] = byte
    with pytest.raises(BatchRefused) as refused:
        totals.read(bytes(content), SETS)
    assert refused.value.facts["line"] >= 0 and refused.value.facts["reason"]


@given(st.binary(max_size=2000))
def test_rubbish_is_refused_in_words(content: bytes) -> None:
    for begun in (content, csv_file.BOM + content, csv_file.BOM + totals.HEADER.encode() + b"\r\n" + content):
        with pytest.raises(BatchRefused):
            totals.read(begun, SETS)


def test_rows_that_are_missing_doubled_or_out_of_order_are_refused() -> None:
    lines = totals.to_bytes(pooled(range(1, 5)), "Aarhus").split(b"\r\n")
    for wrong in ([*lines[:5], *lines[6:]], [*lines[:5], lines[4], *lines[5:]], [lines[0], lines[2], lines[1], *lines[3:]]):
        with pytest.raises(BatchRefused):
            totals.read(b"\r\n".join(wrong), SETS)
