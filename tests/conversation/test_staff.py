# SPDX-License-Identifier: EUPL-1.2
"""Rows of a list -> employees and remarks: headings in both languages, duplicates, one use of the birth year."""

import dataclasses

import pytest
from factory import make_template
from hypothesis import given
from hypothesis import strategies as st

from senior_desktop.conversation import staff
from senior_desktop.conversation.staff import (
    Employee,
    Fault,
    Field,
    Layout,
    Reader,
    by_name,
    hours,
    in_group,
    lines,
    suggested,
    unread,
)
from senior_desktop.conversation.staff_file import Cells
from senior_desktop.vault.counted import plain_name

OPTIONS = make_template().question("a04").options
GROUPS = {words.casefold(): one.code for one in OPTIONS for words in (one.da, one.en)}


def reader(*known: Employee, age: int = 58) -> Reader:
    return Reader(GROUPS, plain_name, known, 2026, age)


def table(*rows: tuple[str, ...]) -> Cells:
    return Cells(rows)


def faults(line: staff.Line) -> list[Fault]:
    return [one.fault for one in line.remarks]


@pytest.mark.parametrize("heads", [
    ("Navn", "Stilling", "Jobgruppe", "Ugentligt timetal", "Fødselsår", "I målgruppen"),
    ("NAME", "Job title", "job group", "Weekly hours", "Year of birth", "In the group"),
    (" Medarbejder: ", "titel", "Faggruppe", "Timer pr. uge", "Fødselsdato", "Målgruppe"),
])  # fmt: skip
def test_headings_are_known_in_danish_and_english(heads: tuple[str, ...]) -> None:
    """Whatever the case and the signs; also below a title."""
    expected = dict(zip((Field.NAME, Field.TITLE, Field.GROUP, Field.HOURS, Field.BORN, Field.IN_GROUP), range(6), strict=True))
    assert suggested(table(heads)) == Layout(1, expected)
    assert suggested(table(("Liste over ansatte",), (), heads)).heading == 3


def test_without_a_name_over_a_column_the_user_is_asked() -> None:
    """Nothing is guessed from what stands in the rows."""
    cells = table(("Bo Lund", "Lærer"), ("Ib Holm", "Kok"))
    assert suggested(cells) == Layout(0, {}) and not suggested(cells).enough
    assert lines(cells, suggested(cells), reader()) == ()
    chosen = lines(cells, Layout(0, {Field.NAME: 0, Field.TITLE: 1}), reader())
    assert [(one.number, one.employee.name, one.employee.title) for one in chosen] == [(1, "Bo Lund", "Lærer"), (2, "Ib Holm", "Kok")]


def test_an_email_is_not_read_and_that_is_said() -> None:
    cells = table(("Navn", "E-mail", "Løn", "Tom"), ("Bo", "bo@x.dk", "400", ""))
    layout = suggested(cells)
    assert unread(cells, layout) == ("B", "C", "D")
    assert "bo@x.dk" not in repr(lines(cells, layout, reader()))


def test_first_and_last_name_make_one() -> None:
    cells = table(("Efternavn", "Fornavn"), ("Ærø Møller", "Kirsten"), ("", "Bo"))
    assert [one.employee.name for one in lines(cells, suggested(cells), reader())] == ["Kirsten Ærø Møller", "Bo"]


def test_each_row_says_what_is_amiss() -> None:
    """What keeps it out, and what is only left open; blank rows are nobody."""
    cells = Cells(
        (("Navn", "Timer", "Jobgruppe", "Født"), ("", "37", "", "1960"), (), ("Bo", "mange", "Astronaut", "?"), ("Ib", "37", "J12", "1960"),
         ("123", "", "", ""), ("x" * 130, "", "", "1960"), ("Pia", "37", "J01", "1960")),
        frozenset({(8, 1), (5, 9)}),
    )  # fmt: skip
    found = lines(cells, suggested(cells), reader())
    assert [(one.number, faults(one), one.may_come) for one in found] == [
        (2, [Fault.NO_NAME], False), (4, [Fault.HOURS, Fault.GROUP, Fault.BORN], True), (5, [], True),
        (6, [Fault.NO_NAME, Fault.BORN], False), (7, [Fault.LONG], False), (8, [Fault.FORMULA], False),
    ]
    assert found[-1].remarks[0].column == "B" and found[2].employee.group == 13


def test_duplicates_are_known_in_the_file_and_on_the_list() -> None:
    """As the ledger takes two spellings for one name; of two on the list nobody is chosen."""
    known = (Employee("k1", "Åse Lindqvist", True, "Kok", 11, "30"), Employee("k2", "Bo", False), Employee("k3", "bo ", False))
    cells = table(("Navn", "Stilling"), ("åse  LINDQVIST", ""), ("Ny Person", ""), ("ny person", ""), ("Bo", ""))
    same, new, again, two = lines(cells, suggested(cells), reader(*known))
    assert faults(same) == [Fault.KNOWN] and same.comes
    assert same.employee == Employee("k1", "åse LINDQVIST", True, "Kok", 11, "30")
    assert (new.employee.id, new.comes) == ("", True)
    assert (faults(again), again.remarks[0].other, again.may_come, again.comes) == ([Fault.AGAIN], 3, True, False)
    assert (faults(two), two.may_come) == ([Fault.TWO_OF_THAT_NAME], False)


def test_a_year_in_the_file_decides_anew_and_no_year_changes_nothing() -> None:
    known = Employee("k1", "Bo", False)
    for row, told in ((("Bo", "1960"), True), (("Bo", "1990"), False), (("Bo", ""), False)):
        cells = table(("Navn", "Fødselsår"), row)
        assert lines(cells, suggested(cells), reader(known))[0].employee.in_group is told
        assert lines(cells, suggested(cells), reader(dataclasses.replace(known, in_group=True)))[0].employee.in_group is (told or not row[1])


@pytest.mark.parametrize(("said", "answer"), [
    ("1968", True), ("1969", False), ("58", True), ("57", False), ("07-07-61", True), ("1.2.1990", False), ("1968-12-31", True),
    ("070761", True), ("01021990", False), ("31/12 1968", True), ("", None), ("gammel", None), ("1800", None), ("3", None), ("2025", None),
    ("070730", True), ("070715", None), ("0000", None),
])  # fmt: skip
def test_who_reaches_the_age_this_year_is_in_the_group(said: str, answer: bool | None) -> None:
    """The same for all born in a year; what cannot be read decides nothing."""
    assert in_group(said, 2026, 58) is answer


@given(st.integers(1930, 2010), st.integers(50, 70))
def test_nothing_of_the_year_leaves(year: int, age: int) -> None:
    """Two rows that differ only in the year, on one side of the age, come out the same."""
    cells = table(("Navn", "Fødselsår"), ("Bo", str(year)))
    (line,) = lines(cells, suggested(cells), reader(age=age))
    assert str(year) not in repr(line)
    assert line.employee.in_group is (2026 - year >= age)


@pytest.mark.parametrize(("typed", "kept"), [("37", "37"), ("32,5", "32.5"), ("32.50 timer", "32.5"), ("30/37", "30"), ("", ""), ("37t.", "37"), ("ti", None), ("370", None)])
def test_hours_are_read_the_danish_way(typed: str, kept: str | None) -> None:
    assert hours(typed) == kept


def test_the_list_is_by_the_danish_alphabet() -> None:
    """Never by age, group or hours."""
    names = ["Åse", "Ægir", "Bo", "Ørsted", "anna", "Zita"]
    several = [Employee(str(number), name, number % 2 == 0, "", None, str(number)) for number, name in enumerate(names)]
    assert [one.name for one in by_name(several)] == ["anna", "Bo", "Zita", "Ægir", "Ørsted", "Åse"]


def test_what_cannot_be_seen_is_not_kept() -> None:
    assert staff.clean(" Bo\u202e\u200b \x07 Lund\n") == "Bo Lund"
    assert staff.clean("Bo 070761-4285") == "Bo 070761-••••"


CELL = st.one_of(st.text(max_size=40), st.sampled_from(["Navn", "Fødselsår", "Timer", "Jobgruppe", "Bo", "1960", "37", "ja", "=1"]))


@given(st.lists(st.lists(CELL, max_size=6).map(tuple), max_size=8).map(tuple), st.dictionaries(st.sampled_from(Field), st.integers(0, 8)), st.integers(0, 9))
def test_any_table_read_in_any_way_gives_rows_that_can_be_kept(rows, columns, heading) -> None:
    """Every row keeps its number; who comes has a name; a layout that fits nothing gives nothing."""
    cells = Cells(rows)
    for layout in (suggested(cells), Layout(heading, columns)):
        found = lines(cells, layout, reader(Employee("k", "Bo")))
        assert [one.number for one in found] == sorted({one.number for one in found})
        for one in found:
            assert 1 <= one.number <= len(rows)
            assert one.may_come or faults(one)
            if one.may_come:
                assert 0 < len(one.employee.name) <= staff.LONGEST_NAME and one.employee.name == staff.clean(one.employee.name)
            assert one.employee.group in (None, *GROUPS.values())
