# SPDX-License-Identifier: EUPL-1.2
"""A meeting -> a calendar file that another program reads as it was meant; when it is moved the same event moves."""

from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from senior_desktop.conversation import calendar
from senior_desktop.conversation.calendar import Event, Meeting

icalendar = pytest.importorskip(
    "icalendar", reason="The independent reader of calendar files is not installed; `make test` installs it."
)

COPENHAGEN = ZoneInfo("Europe/Copenhagen")
STAMP = datetime(2026, 11, 23, 9, 5, tzinfo=COPENHAGEN)
MEETING = Meeting("2026-12-08", "10:30", 60, "Mødelokale 2; stuen, til højre")


def read(content: bytes) -> list:
    """The events of a file, by a parser that is not ours."""
    return list(icalendar.Calendar.from_ical(content).walk("VEVENT"))


def a_meeting(meeting: Meeting = MEETING) -> bytes:
    """The file of one meeting."""
    return calendar.calendar_file([calendar.meeting_event("ab12", meeting, "Seniorsamtale", "Et tilbud.\nTag gerne en med.")], STAMP)


def test_the_meeting_is_read_as_it_was_meant() -> None:
    """Time, place and text with the signs that the format uses itself."""
    (event,) = read(a_meeting())
    assert event.decoded("dtstart").utcoffset() == timedelta(hours=1)
    assert event.decoded("dtstart").astimezone(COPENHAGEN) == datetime(2026, 12, 8, 10, 30, tzinfo=COPENHAGEN)
    assert event.decoded("dtend") - event.decoded("dtstart") == timedelta(minutes=60)
    assert str(event["location"]) == MEETING.place
    assert str(event["description"]) == "Et tilbud.\nTag gerne en med."
    assert event.decoded("dtstamp") == STAMP and str(event["class"]) == "PRIVATE"
    (alarm,) = event.walk("VALARM")
    assert alarm.decoded("trigger") == timedelta(days=-1)


@pytest.mark.parametrize(
    ("day", "hours"),
    [("2027-03-27", 1), ("2027-03-28", 2), ("2027-03-29", 2), ("2027-10-30", 2), ("2027-10-31", 1), ("2040-07-02", 2)],
)
def test_the_files_own_time_zone_keeps_danish_summer_time(day: str, hours: int) -> None:
    """The rules in the file itself, not those of the reader's computer; on both sides of both changes."""
    whole = icalendar.Calendar.from_ical(a_meeting(Meeting(day, "10:30")))
    (zone,) = whole.walk("VTIMEZONE")
    ours = zone.to_tz()
    at = datetime.fromisoformat(f"{day}T10:30")
    assert at.replace(tzinfo=ours).utcoffset() == timedelta(hours=hours)
    assert at.replace(tzinfo=COPENHAGEN).utcoffset() == timedelta(hours=hours)


def test_moving_a_meeting_that_was_handed_out_updates_the_same_event() -> None:
    """Same uid, higher sequence; before it was handed out it is only being thought about."""
    thought = calendar.moved(MEETING, begins="11:00")
    assert thought.sequence == 0
    given = calendar.moved(thought, given=True)
    later = calendar.moved(calendar.moved(given, day="2026-12-10"), place="Kantinen")
    assert (later.sequence, later.given) == (1, False)
    assert calendar.moved(given, day=given.day) is not None and calendar.moved(given, day=given.day).sequence == 0
    (before,), (after,) = read(a_meeting(given)), read(a_meeting(later))
    assert before["uid"] == after["uid"]
    assert (before["sequence"], after["sequence"]) == (0, 1)


def test_a_day_to_look_again_takes_no_time_and_speaks_up() -> None:
    """A whole day, free, with an alarm; without a clock time there is no time zone to tell."""
    content = calendar.calendar_file(
        [Event("x-follow", 3, "2027-02-23", "Opfølgning på seniorsamtale", alarm=calendar.AT_NINE_A_WEEK_BEFORE)], STAMP
    )
    (event,) = read(content)
    assert event.decoded("dtstart") == date(2027, 2, 23) and event.decoded("dtend") == date(2027, 2, 24)
    assert str(event["transp"]) == "TRANSPARENT" and b"VTIMEZONE" not in content
    (alarm,) = event.walk("VALARM")
    rings = datetime(2027, 2, 23) + alarm.decoded("trigger")
    assert rings == datetime(2027, 2, 16, 9)


@given(st.text(max_size=400), st.text(max_size=200))
@example("å" * 200, "a\\n;,\r\n:\u2028x")
@example("BEGIN:VEVENT\r\nEND:VEVENT", "\ud800\x00")
def test_any_text_comes_back_and_no_line_is_too_long(place: str, words: str) -> None:
    """Folding is by octets and never cuts a letter; what was typed cannot end the event."""
    content = calendar.calendar_file([Event("u", 0, "2027-01-05", words, words, "09:00", 30, place)], STAMP)
    lines = content.split(b"\r\n")
    assert lines[-1] == b"" and all(len(line) <= 75 and b"\n" not in line and b"\r" not in line for line in lines)
    assert all(line.decode("utf-8") is not None for line in lines)
    (event,) = read(content)
    kept = "".join(sign for sign in place.replace("\r\n", "\n").replace("\r", "\n") if sign == "\n" or sign >= " " and sign != "\x7f")
    kept = kept.encode("utf-8", "ignore").decode("utf-8")
    assert str(event.get("location", "")) == kept


@pytest.mark.parametrize(
    ("today", "proposed"),
    [
        ("2026-11-24", "2026-12-08"),
        ("2026-11-21", "2026-12-07"),  # two weeks on is a Saturday
        ("2026-12-10", "2026-12-28"),  # Christmas Eve, two holidays, a week-end
        ("2026-12-17", "2027-01-04"),  # New Year's Eve, New Year's Day, a week-end
        ("2027-03-11", "2027-03-30"),  # Maundy Thursday to Easter Monday
        ("2027-05-22", "2027-06-07"),  # 5 June is a Saturday
    ],
)
def test_the_proposed_day_is_a_working_day_in_good_time(today: str, proposed: str) -> None:
    """At least 14 days ahead, never on a day off."""
    assert calendar.proposed_day(date.fromisoformat(today)).isoformat() == proposed
    assert calendar.soon(Meeting(proposed), date.fromisoformat(today)) is False
    assert calendar.soon(Meeting(today), date.fromisoformat(today)) is True


@pytest.mark.parametrize(("year", "easter"), [(2026, (4, 5)), (2027, (3, 28)), (2030, (4, 21)), (2038, (4, 25)), (2035, (3, 25))])
def test_easter_falls_where_the_church_calendar_has_it(year: int, easter: tuple[int, int]) -> None:
    """The moving holidays hang on it."""
    assert calendar._easter(year) == date(year, *easter)
