# SPDX-License-Identifier: EUPL-1.2
"""HR's file: what is written is read back whole; everything else is refused with line and reason."""

from hashlib import sha256

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from senior_desktop.errors import BatchRefused
from senior_desktop.hr import indicators
from senior_desktop.hr.batch import Batch, Row, make_batch, sealed
from senior_desktop.hr.csv_file import BOM, HEADER, Reason, file_name, read, to_bytes
from senior_desktop.hr.indicators import Kind
from senior_desktop.paper.labels import words

SETS = indicators.shipped()
SEN1 = SETS["sen1-e1"]
KEY, OTHER_KEY = bytes(range(32)), bytes(range(1, 33))
TALK = {one.id: 0 if one.kind is Kind.YES_NO else one.codes[0] for one in SEN1.about_talks}


def batch_of(n=7, key=KEY, period="2026H2", area="O1"):
    talks = [(sha256(b"%d" % number).digest(), TALK) for number in range(n)]
    return make_batch(talks, [(bytes(32), 3)], period, area, SEN1, key)


FILE = to_bytes(batch_of())


def refused(data, keys=(KEY,), **more):
    with pytest.raises(BatchRefused) as fault:
        read(data, SETS, keys, **more)
    return fault.value.facts["line"], Reason(fault.value.facts["reason"])


def at_line(number, old, new, data=FILE):
    """The file with `old` changed to `new` on one line (1 = header)."""
    lines = data[len(BOM):].split(b"\r\n")
    assert old in lines[number - 1]
    lines[number - 1] = lines[number - 1].replace(old, new, 1)
    return BOM + b"\r\n".join(lines)


def test_the_default_file_is_a_header_and_38_rows():
    assert FILE.startswith(BOM) and FILE.endswith(b"\r\n")
    lines = FILE[len(BOM):].decode().split("\r\n")[:-1]
    assert lines[0] == HEADER == "skema;batch_id;periode;omraade;n;spoergsmaal;svar;antal;segl"
    assert len(lines) == 39
    assert len({line.rsplit(";", 1)[1] for line in lines[1:]}) == 1


def test_the_name_of_the_file_tells_period_and_batch_only():
    batch = batch_of()
    assert file_name(batch) == f"seniorsamtale-2026H2-{batch.batch_id[:8]}.csv"


def test_exporting_again_gives_the_same_bytes():
    batch = batch_of()
    assert {to_bytes(batch) for _ in range(50)} == {FILE}
    assert to_bytes(batch_of()) == FILE == to_bytes(read(FILE, SETS, [KEY]))


@given(st.sampled_from(sorted(SETS)), st.integers(5, 999), st.integers(2000, 2099), st.sampled_from([1, 2]),
       st.integers(0, 9), st.binary(min_size=16, max_size=16), st.one_of(st.none(), st.binary(min_size=1)), st.data())
@settings(max_examples=60)
def test_any_batch_is_read_back_as_it_was(skema, n, year, half, area, name, key, data):
    rows = tuple(Row(*at, data.draw(st.integers(-15, n))) for at in SETS[skema].rows)
    batch = sealed(Batch(skema, f"b{name.hex()}", f"{year}H{half}", f"O{area}", n, rows), key)
    content = to_bytes(batch)
    assert read(content, SETS, [key] if key else []) == batch
    assert to_bytes(read(content, SETS, [key] if key else [])) == content


FAULTS = {
    Reason.TOO_LARGE: (FILE + b" " * 65536, 0),
    Reason.NO_BOM: (FILE[3:], 1),
    Reason.FOREIGN_SIGN: (at_line(5, b"sen1", "sén1".encode()), 5),
    Reason.LINE_ENDS: (FILE.replace(b"\r\n", b"\n"), 1),
    Reason.SEPARATOR: (FILE.replace(b";", b","), 1),
    Reason.HEADER: (at_line(1, b"antal", b"Antal"), 1),
    Reason.CELLS: (at_line(4, b";2026H2", b""), 4),
    Reason.UNKNOWN_SKEMA: (FILE.replace(b"sen1-e1", b"sen9-e1"), 2),
    Reason.BATCH_ID: (FILE.replace(b"-e1;b", b"-e1;B"), 2),
    Reason.PERIOD: (FILE.replace(b"2026H2", b"2026H3"), 2),
    Reason.AREA: (FILE.replace(b";O1;", b";O10;"), 2),
    Reason.TALKS: (FILE.replace(b";O1;7;", b";O1;4;"), 2),
    Reason.SEAL_FORM: (FILE.replace(b";h1:", b";x1:"), 2),
    Reason.MIXED: (at_line(9, b";O1;", b";O2;"), 9),
    Reason.CODE: (at_line(2, b";a11;1;", b";a11;5;"), 2),
    Reason.ROWS: (at_line(2, b";a11;1;", b";a11;2;"), 2),
    Reason.COUNT_FORM: (at_line(39, b";g3;1;", b";g3;1;=1+"), 39),
    Reason.COUNT_RANGE: (at_line(39, b";g3;1;", b";g3;1;99"), 39),
    Reason.SEAL: (to_bytes(batch_of(key=OTHER_KEY)), 0),
    Reason.NO_KEY: (to_bytes(batch_of(key=None)), 0),
}


@pytest.mark.parametrize("reason", FAULTS)
def test_each_fault_has_its_line_and_reason(reason):
    data, line = FAULTS[reason]
    assert refused(data) == (line, reason)


def test_every_reason_is_tried_and_has_its_words_in_both_languages():
    assert set(Reason) == {*FAULTS, Reason.KEY_WANTED, Reason.OTHER_CONTENT, Reason.OVERLAP, Reason.NAME}
    for language in ("da", "en"):
        assert all(len(words(language)(f"hr.reason_{reason}")) > 10 for reason in Reason)


@pytest.mark.parametrize("data, expected", [
    (b"", (1, Reason.NO_BOM)),
    (BOM, (1, Reason.HEADER)),
    (BOM + HEADER.encode() + b"\r\n", (2, Reason.ROWS)),
    (FILE[:-2], (39, Reason.LINE_ENDS)),
    (FILE[: FILE.rindex(b"sen1")], (39, Reason.ROWS)),
    (FILE + FILE[FILE.rindex(b"sen1"):], (40, Reason.ROWS)),
    (FILE + b"\r\n", (40, Reason.CELLS)),
    (at_line(3, b";a11;2;", b";g9;2;"), (3, Reason.CODE)),
    (at_line(3, b";a11;2;", b";a11;02;"), (3, Reason.CODE)),
    (at_line(39, b";g3;1;", b";g3;1;0"), (39, Reason.COUNT_FORM)),
    (at_line(39, b";g3;1;", b";g3;1;'"), (39, Reason.COUNT_FORM)),
    (at_line(39, b";g3;1;", b";g3;1;\t"), (39, Reason.COUNT_FORM)),
    (at_line(39, b";g3;1;", b";g3;1;\0"), (39, Reason.COUNT_FORM)),
    (at_line(2, b"\x3b", b'";"'), (2, Reason.UNKNOWN_SKEMA)),
    (FILE.decode().encode("utf-16"), (1, Reason.NO_BOM)),
])
def test_other_foreign_files_are_refused_too(data, expected):
    assert refused(data) == expected


def test_a_file_without_a_key_is_an_unknown_sender():
    """Taken where HR has no key or policy allows it, and shown as such."""
    unkeyed = to_bytes(batch_of(key=None))
    assert not read(unkeyed, SETS).known_sender
    assert not read(unkeyed, SETS, [KEY], unknown_sender=True).known_sender
    assert refused(unkeyed, (), unknown_sender=False) == (0, Reason.NO_KEY)
    assert refused(FILE, ()) == (0, Reason.KEY_WANTED)
    assert read(FILE, SETS, [OTHER_KEY, KEY]).known_sender


def test_the_seal_is_checked_and_never_the_sum():
    """Counts do not sum to n: that is the noise."""
    batch = read(FILE, SETS, [KEY])
    sums = {one.id: sum(row.count for row in batch.rows if row.question == one.id) for one in SEN1.indicators
            if one.kind is Kind.LIST}
    assert any(total != batch.n for total in sums.values())


@given(st.data())
@settings(max_examples=300)
def test_no_changed_byte_gets_past_the_reader(data):
    """A replaced, dropped or added byte anywhere is refused: totals never change silently."""
    at = data.draw(st.integers(0, len(FILE) - 1))
    new = data.draw(st.binary(max_size=2).filter(lambda new: new != FILE[at:at + 1]))
    changed = FILE[:at] + new + FILE[at + 1:]
    if changed != FILE:
        refused(changed)


@given(st.binary(max_size=300))
def test_any_bytes_are_refused_and_never_crash(data):
    refused(data)
    refused(BOM + HEADER.encode() + b"\r\n" + data)
