# SPDX-License-Identifier: EUPL-1.2
"""Bytes from elsewhere -> cells or one reason; nothing makes it stumble, and no reason holds a cell."""

import io
import string
import zipfile
from datetime import datetime

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from senior_desktop.conversation import staff_file
from senior_desktop.conversation.staff_file import letter, read
from senior_desktop.errors import StaffFileRefused
from senior_desktop.paper import labels

REASONS = {"too_big", "macros", "old_excel", "not_a_list", "too_many_rows", "too_many_columns", "empty", "cpr", "unreadable"}


def workbook(*rows: tuple[object, ...]) -> bytes:
    """An .xlsx with those rows on its first sheet."""
    book = openpyxl.Workbook()
    for row in rows:
        book.active.append(row)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def refused(content: bytes, ending: str = "") -> StaffFileRefused:
    with pytest.raises(StaffFileRefused) as fault:
        read(content, ending)
    return fault.value


@pytest.mark.parametrize("code", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
@pytest.mark.parametrize("separator", [";", ",", "\t"])
def test_a_csv_is_read_however_it_was_saved(code: str, separator: str) -> None:
    """Semicolon, comma or tab; the letters are right, a quoted separator is none, and blank rows keep their number."""
    lines = [("Navn", "Stilling"), (), ("Søren Ægir", f'"Kok{separator} og bager"')]
    content = "\r\n".join(separator.join(line) for line in lines).encode(code)
    assert read(content).rows == (("Navn", "Stilling"), (), ("Søren Ægir", f"Kok{' ' if separator == chr(9) else separator} og bager".replace("  ", " ")))


def test_what_excel_writes_first_is_no_person() -> None:
    assert read(b"sep=,\r\nNavn,Alder\r\nBo,60\r\n").rows == ((), ("Navn", "Alder"), ("Bo", "60"))


def test_an_xlsx_gives_the_same_texts() -> None:
    """Whole numbers without decimals, dates as ISO, the first visible sheet."""
    found = read(workbook(("Navn", "Timer", "Født"), ("Bo Ærø", 32.5, datetime(1966, 5, 4)), (None,), ("Ib", 37.0, 1970)), ".xlsx")
    assert found.rows == (("Navn", "Timer", "Født"), ("Bo Ærø", "32.5", "1966-05-04"), (), ("Ib", "37", "1970"))


def test_a_formula_is_known_by_its_place() -> None:
    """It is never worked out, neither in a workbook nor in a CSV file."""
    assert read(workbook(("Navn", "Timer"), ("Bo", "=30+7"))).formulas == {(2, 1)}
    assert read(b"Navn;Timer\nBo;=30+7\n").formulas == {(2, 1)}


@pytest.mark.parametrize("number", ["070761-4285", "0707614285", "07 07 61 - 4285", 707614285, 1007614285])
@pytest.mark.parametrize("place", [0, 1, 27])
def test_a_column_with_cpr_numbers_refuses_the_file(number: object, place: int) -> None:
    """By its letter; the number itself is in no word of the error, and the zero that a spreadsheet drops is thought of."""
    row = ["x"] * place + [number]
    for content in (workbook(("Navn",), tuple(row)), "\n".join(["Navn", ";".join(map(str, row))]).encode()):
        fault = refused(content)
        assert fault.facts == {"reason": "cpr", "column": letter(place)}
        assert "4285" not in f"{fault!r} {fault.__cause__!r} {fault.__context__!r} {labels.say(fault, 'da')}"


def test_a_heading_that_says_cpr_is_enough() -> None:
    """Half a number is somebody's, too; a column without a digit is only a name for nothing."""
    assert refused(b"Navn;CPR-nr.\nBo;4285\n").facts == {"reason": "cpr", "column": "B"}
    assert read(b"Navn;CPR-nr.\nBo;\n").width == 2


@pytest.mark.parametrize(("content", "ending", "reason"), [
    (b"x" * (staff_file.MOST_BYTES + 1), "", "too_big"),
    (b"PK", ".xlsm", "macros"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", ".xls", "old_excel"),
    (b"PK\x03\x04 not a zip", ".xlsx", "not_a_list"),
    (b"%PDF-1.7\x00\x01", ".csv", "not_a_list"),
    (b"Navn;\x00\x01", ".csv", "not_a_list"),
    (b'"' + b"x" * 200_000, ".csv", "not_a_list"),
    (b"a\n" * 2_001, ".csv", "too_many_rows"),
    (b";".join([b"a"] * 61), ".csv", "too_many_columns"),
    (b"", ".csv", "empty"), (b" ; \r\n;;", ".csv", "empty"),
])  # fmt: skip
def test_what_is_no_list_is_refused_with_one_reason(content: bytes, ending: str, reason: str) -> None:
    assert refused(content, ending).facts["reason"] == reason


def test_every_reason_has_its_sentence_in_both_languages() -> None:
    for reason in REASONS:
        fault = StaffFileRefused(reason=reason, **({"column": "C"} if reason == "cpr" else {}))
        said = {labels.say(fault, language) for language in ("da", "en")}
        assert len(said) == 2 and all("{" not in one for one in said)


def zipped(**parts: bytes) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, content in parts.items():
            packed.writestr(name, content)
    return out.getvalue()


def test_a_zip_bomb_is_never_unpacked() -> None:
    """By what the zip says of itself; it is small on the disk."""
    bomb = zipped(**{"xl/workbook.xml": b"0" * (staff_file.MOST_UNPACKED + 1)})
    assert len(bomb) < 100_000 and refused(bomb).facts["reason"] == "too_big"


def test_a_workbook_with_macros_is_refused_whatever_it_is_called() -> None:
    assert refused(zipped(**{"xl/vbaProject.bin": b"x"}), ".xlsx").facts["reason"] == "macros"


def swapped(content: bytes, part: str, old: bytes, new: bytes) -> bytes:
    """A workbook with something changed in one of its parts."""
    with zipfile.ZipFile(io.BytesIO(content)) as packed:
        parts = {one: packed.read(one) for one in packed.namelist()}
    assert old in parts[part]
    return zipped(**{**parts, part: parts[part].replace(old, new)})


def test_entities_that_grow_do_not() -> None:
    """A thousand million laughs: the reader of XML stops, and the file is no list."""
    laughs = b"".join(b'<!ENTITY l%d "%s">' % (n, (b"&l%d;" % (n - 1)) * 10 if n else b"ha") for n in range(10))
    part = "xl/worksheets/sheet1.xml"
    content = swapped(workbook(("Navn",), ("Bo",)), part, b"<worksheet", b"<!DOCTYPE x [" + laughs + b"]><worksheet")
    assert refused(swapped(content, part, b"Navn", b"&l9;")).facts == {"reason": "not_a_list"}


def test_a_row_at_the_end_of_the_world_is_not_waited_for() -> None:
    """A row number without end, and a size that is a lie."""
    content = swapped(workbook(("Navn",), ("Bo",)), "xl/worksheets/sheet1.xml", b'<row r="2"', b'<row r="999999999999"')
    assert read(content).rows == (("Navn",),)


def test_thousands_of_empty_rows_with_borders_are_no_people() -> None:
    """Excel keeps rows that only have a colour."""
    assert len(read(workbook(("Navn",), ("Bo",), *[(None,)] * 3_000)).rows) == 2


@given(st.binary(max_size=600), st.sampled_from(["", ".csv", ".xlsx", ".xlsm"]))
def test_rubbish_is_read_or_refused_and_nothing_else(content: bytes, ending: str) -> None:
    """Whatever the bytes."""
    try:
        cells = read(content, ending)
    except StaffFileRefused as fault:
        assert fault.facts["reason"] in REASONS
    else:
        assert 0 < len(cells.rows) <= staff_file.MOST_ROWS and cells.width <= staff_file.MOST_COLUMNS


@settings(max_examples=40)
@given(st.data())
def test_a_damaged_workbook_is_read_or_refused(data: st.DataObject) -> None:
    """A few bytes of any part changed, the zip itself whole."""
    with zipfile.ZipFile(io.BytesIO(WHOLE)) as packed:
        parts = {one: packed.read(one) for one in packed.namelist()}
    part = data.draw(st.sampled_from(sorted(parts)))
    at = data.draw(st.integers(0, len(parts[part])))
    parts[part] = parts[part][:at] + data.draw(st.binary(max_size=8)) + parts[part][at + data.draw(st.integers(0, 30)) :]
    try:
        read(zipped(**parts), ".xlsx")
    except StaffFileRefused as fault:
        assert fault.facts["reason"] in REASONS and fault.__cause__ is None


WHOLE = workbook(("Navn", "Timer", "Født"), ("Bo Ærø", 32.5, 1966), ("Ib", "=1+1", None))


@given(st.integers(0, 20_000))
def test_a_column_has_the_name_a_spreadsheet_gives_it(column: int) -> None:
    """And no other has it."""
    name, back = letter(column), 0
    for one in name:
        back = back * 26 + string.ascii_uppercase.index(one) + 1
    assert back - 1 == column
