# SPDX-License-Identifier: EUPL-1.2
"""The cells of a staff list -> employees to take in, and per row what is wrong; a birth year decides one thing and is gone.

"I målgruppen" (in the group) is worked out here and nothing of the year leaves: no row, remark or error holds it. The
list is by name, never by age.
"""

import re
import unicodedata
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum

from senior_desktop.conversation import guard
from senior_desktop.conversation.staff_file import LONGEST_CELL, Cells, Row, letter

LONGEST_NAME = 120


@dataclass(frozen=True, slots=True)
class Employee:
    """Somebody on the leader's list. group: code of a04, or None. hours: a week, "32.5", or ""."""

    id: str
    name: str
    in_group: bool = False
    title: str = ""
    group: int | None = None
    hours: str = ""


class Field(StrEnum):
    """What a column may hold, in the order the user is asked."""

    NAME = "name"
    FIRST = "first"
    LAST = "last"
    TITLE = "title"
    GROUP = "group"
    HOURS = "hours"
    BORN = "born"
    IN_GROUP = "in_group"


HEADINGS: Mapping[Field, tuple[str, ...]] = {
    Field.NAME: ("navn", "medarbejder", "medarbejdernavn", "medarbejderens navn", "fulde navn", "name", "full name", "employee",
                 "employee name"),
    Field.FIRST: ("fornavn", "fornavne", "first name", "given name"),
    Field.LAST: ("efternavn", "last name", "surname", "family name"),
    Field.TITLE: ("stilling", "stillingsbetegnelse", "titel", "job", "job title", "title", "position"),
    Field.GROUP: ("jobgruppe", "faggruppe", "job group"),
    Field.HOURS: ("ugentligt timetal", "ugentligt timetal nu", "timetal", "timer", "ugentlige timer", "timer pr uge", "timer om ugen",
                  "weekly hours", "hours per week", "hours"),
    Field.BORN: ("fødselsår", "fødselsdato", "fødselsdag", "født", "årgang", "alder", "birth year", "year of birth", "born", "birth date",
                 "date of birth", "age"),
    Field.IN_GROUP: ("i målgruppen", "målgruppe", "målgruppen", "in the group", "target group"),
}  # fmt: skip
"""Words over a column, without case and signs. Any other column (an e-mail address, say) is not read."""

HEADING_AMONG = 10
"""The headings stand in one of the first ten rows; a title may stand above them."""

YES = {"ja", "j", "x", "1", "yes", "y", "sand", "true", "✓"}

GROUP_CODES = {f"J{number:02}": number if number < 9 else number + 1 for number in range(1, 13)}
"""J01-J12 -> the codes of a04, which leave out 9 (domain, section 8)."""

_HOURS = re.compile(r"(\d{1,2})(?:[.,](\d{1,2})\d*)?\s*(?:(?:timer|time|t|hours?|h)\.?)?(?:\s*/\s*37)?", re.IGNORECASE)
_ISO = re.compile(r"(\d{4})-\d{1,2}-\d{1,2}")
_DAY = re.compile(r"\d{1,2}[-./ ]\d{1,2}[-./ ](\d{2}|\d{4})|\d{4}(\d{2})|\d{4}(\d{4})")
OLDEST, YOUNGEST = 100, 14


@dataclass(frozen=True, slots=True)
class Layout:
    """How a file is to be read: the row of the headings (0 = none), and the column of each field."""

    heading: int
    columns: Mapping[Field, int]

    @property
    def enough(self) -> bool:
        """Whether there is a column for the name."""
        return bool({Field.NAME, Field.FIRST, Field.LAST} & self.columns.keys())


class Fault(StrEnum):
    """What a row lacks. The first four keep it out of the list; the others leave one thing open."""

    NO_NAME = "no_name"
    LONG = "long"
    FORMULA = "formula"
    TWO_OF_THAT_NAME = "two_of_that_name"
    AGAIN = "again"
    KNOWN = "known"
    BORN = "born"
    GROUP = "group"
    HOURS = "hours"


KEEPS_OUT = frozenset({Fault.NO_NAME, Fault.LONG, Fault.FORMULA, Fault.TWO_OF_THAT_NAME})


@dataclass(frozen=True, slots=True)
class Remark:
    """Something about a row. other: the row of the same name, for AGAIN. column: its name in a spreadsheet, for FORMULA."""

    fault: Fault
    other: int = 0
    column: str = ""


@dataclass(frozen=True, slots=True)
class Line:
    """A row of the file, by its number there. `employee.id` is "" for somebody new. told: whether it says who is in the group."""

    number: int
    employee: Employee
    remarks: tuple[Remark, ...] = ()
    told: bool = False

    @property
    def may_come(self) -> bool:
        """Whether it can be taken in at all."""
        return not any(one.fault in KEEPS_OUT for one in self.remarks)

    @property
    def comes(self) -> bool:
        """Whether it is taken in unless the user says otherwise; of two of one name the first."""
        return self.may_come and not any(one.fault is Fault.AGAIN for one in self.remarks)


@dataclass(frozen=True, slots=True)
class Reader:
    """What the rows are held against. groups: words and code of each option of a04. plain: whom two spellings mean.

    known: who is on the list already. year: this year. age: from which the talk is offered.
    """

    groups: Mapping[str, int]
    plain: Callable[[str], str]
    known: tuple[Employee, ...]
    year: int
    age: int


def suggested(cells: Cells) -> Layout:
    """The layout by the words over the columns; without any, no field and no headings."""
    for at, row in enumerate(cells.rows[:HEADING_AMONG], 1):
        found: dict[Field, int] = {}
        for column, text in enumerate(row):
            field = _field(text)
            if field is not None and field not in found:
                found[field] = column
        if {Field.NAME, Field.FIRST, Field.LAST} & found.keys():
            return Layout(at, found)
    return Layout(0, {})


def unread(cells: Cells, layout: Layout) -> tuple[str, ...]:
    """The names of the columns that hold something and are not read, and so not kept."""
    held = {column for row in cells.rows for column, text in enumerate(row) if text}
    return tuple(letter(one) for one in sorted(held - set(layout.columns.values())))


def lines(cells: Cells, layout: Layout, reader: Reader) -> tuple[Line, ...]:
    """Every row below the headings that is not blank, read by `layout`; () without a column for the name."""
    if not layout.enough:
        return ()
    known: dict[str, list[Employee]] = {}
    for one in reader.known:
        known.setdefault(reader.plain(one.name), []).append(one)
    seen: dict[str, int] = {}
    found = []
    for at, row in enumerate(cells.rows[layout.heading :], layout.heading + 1):
        if not any(row):
            continue
        line = _line(at, row, cells, layout, reader)
        name = reader.plain(line.employee.name)
        if line.may_come:
            line = _met(line, known.get(name, []), seen.get(name, 0))
            seen.setdefault(name, at)
        found.append(line)
    return tuple(found)


def by_name(employees: Iterable[Employee]) -> list[Employee]:
    """In the order of the Danish alphabet. Never by age, and so not by who is in the group either."""
    danish = str.maketrans({"æ": "{", "ä": "{", "ø": "|", "ö": "|", "å": "}"})
    return sorted(employees, key=lambda one: (one.name.casefold().translate(danish), one.id))


def clean(text: str) -> str:
    """A name or title as it is kept: composed, without characters that cannot be seen, blanks evened out, no CPR number."""
    seen = "".join(" " if one.isspace() else one for one in unicodedata.normalize("NFC", text) if one.isspace() or _seen(one))
    return guard.masked(" ".join(seen.split()))


def hours(text: str) -> str | None:
    """ "32,5 timer" or "32/37" -> "32.5", "32"; "" for nothing said, None for what is no number of hours."""
    if not text.strip():
        return ""
    hit = _HOURS.fullmatch(text.strip())
    if hit is None:
        return None
    whole, part = str(int(hit.group(1))), (hit.group(2) or "").rstrip("0")
    return f"{whole}.{part}" if part else whole


def in_group(text: str, year: int, age: int) -> bool | None:
    """Whether who was born then, or is of that age, turns `age` in `year` or has; None when it cannot be read.

    A year, an age, or a date in any usual form. Only this answer is kept.
    """
    text = text.strip()
    if re.fullmatch(r"\d{1,3}", text):
        return int(text) >= age if YOUNGEST <= int(text) <= OLDEST else None
    hit = re.fullmatch(r"(\d{4})", text) or _ISO.fullmatch(text) or _DAY.fullmatch(text)
    if hit is None:
        return None
    said = next(part for part in hit.groups() if part)
    born = int(said)
    if len(said) == 2:
        born += 2000 if born <= year % 100 else 1900
    return year - born >= age if YOUNGEST <= year - born <= OLDEST else None


def _field(text: str) -> Field | None:
    said = " ".join(re.sub(r"[^\w ]", " ", text.casefold()).split())
    return next((field for field, words in HEADINGS.items() if said in words), None)


def _line(at: int, row: Row, cells: Cells, layout: Layout, reader: Reader) -> Line:
    def cell(field: Field) -> str:
        column = layout.columns.get(field)
        return row[column] if column is not None and column < len(row) else ""

    remarks = [
        Remark(Fault.FORMULA, column=letter(column))
        for column in sorted(set(layout.columns.values())) if (at, column) in cells.formulas
    ]
    raw = cell(Field.NAME) or f"{cell(Field.FIRST)} {cell(Field.LAST)}"
    name = clean(raw)
    if not any(map(str.isalpha, name)):
        remarks.append(Remark(Fault.NO_NAME))
    elif len(name) > LONGEST_NAME or len(cell(Field.NAME)) == LONGEST_CELL:
        remarks.append(Remark(Fault.LONG))
        name = name[:LONGEST_NAME]
    weekly = hours(cell(Field.HOURS))
    if weekly is None:
        remarks.append(Remark(Fault.HOURS))
    group = _group(cell(Field.GROUP), reader.groups)
    if group is None and cell(Field.GROUP):
        remarks.append(Remark(Fault.GROUP))
    chosen: bool | None = True if cell(Field.IN_GROUP).casefold() in YES else None
    if Field.BORN in layout.columns and chosen is None:
        chosen = in_group(cell(Field.BORN), reader.year, reader.age)
        if chosen is None:
            remarks.append(Remark(Fault.BORN))
    employee = Employee("", name, bool(chosen), clean(cell(Field.TITLE))[:LONGEST_NAME], group, weekly or "")
    return Line(at, employee, tuple(remarks), told=chosen is not None)


def _met(line: Line, known: list[Employee], other: int) -> Line:
    """`line` held against those of the same name: on the list, and earlier in the file."""
    new, remarks = line.employee, line.remarks
    if other:
        return replace(line, remarks=(*remarks, Remark(Fault.AGAIN, other)))
    if len(known) > 1:
        return replace(line, remarks=(*remarks, Remark(Fault.TWO_OF_THAT_NAME)))
    if not known:
        return line
    (old,) = known
    # What the file does not say stays as it was.
    same = Employee(
        old.id, new.name, new.in_group if line.told else old.in_group, new.title or old.title, new.group or old.group, new.hours or old.hours
    )
    return replace(line, employee=same, remarks=(*remarks, Remark(Fault.KNOWN)))


def _group(text: str, groups: Mapping[str, int]) -> int | None:
    said = " ".join(text.casefold().split())
    return GROUP_CODES.get(said[:3].upper()) or groups.get(said)


def _seen(one: str) -> bool:
    """Whether a character is drawn: not a control character, not a mark of direction."""
    return unicodedata.category(one)[0] != "C"


