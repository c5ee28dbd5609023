# SPDX-License-Identifier: EUPL-1.2
"""A meeting or a date to look again -> iCalendar text (RFC 5545) that any calendar reads, and updates when it is moved.

Without METHOD: the file is put into a calendar, it asks nobody for an answer (RFC 5546 would want an organiser's address
for that). Standard library only, so that the talk itself may hold a `Meeting`.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta
from typing import Any

DAYS_AHEAD = 14
"""The employee has more at stake and is told in good time (domain, decision 3)."""

OCTETS = 75
"""The longest line without its end (RFC 5545, 3.1)."""

ZONE = """BEGIN:VTIMEZONE
TZID:Europe/Copenhagen
BEGIN:DAYLIGHT
TZOFFSETFROM:+0100
TZOFFSETTO:+0200
TZNAME:CEST
DTSTART:19810329T020000
RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU
END:DAYLIGHT
BEGIN:STANDARD
TZOFFSETFROM:+0200
TZOFFSETTO:+0100
TZNAME:CET
DTSTART:19961027T030000
RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU
END:STANDARD
END:VTIMEZONE"""
"""Summer time as the EU has it since 1996 (directive 2000/84/EC)."""

AT_NINE_A_WEEK_BEFORE, AT_NINE, THE_DAY_BEFORE = "-P6DT15H", "PT9H", "-P1D"
"""When the calendar speaks up, counted from the event's start (RFC 5545, 3.8.6.3); a whole day starts at midnight."""


@dataclass(frozen=True, slots=True)
class Meeting:
    """When and where the two meet.

    day: ISO date. begins: "HH:MM" in Denmark. place: free text. sequence: how often it was moved after it had been
    handed out. given: the times as they stand have left the program, in a calendar file or a letter.
    """

    day: str
    begins: str = "10:00"
    minutes: int = 60
    place: str = ""
    sequence: int = 0
    given: bool = False


@dataclass(frozen=True, slots=True)
class Event:
    """What a calendar is told.

    uid: the same for the same event, for ever. sequence: higher after each change. begins: "HH:MM", or "" for a
    whole day. alarm: one of the constants above, or "".
    """

    uid: str
    sequence: int
    day: str
    summary: str
    description: str = ""
    begins: str = ""
    minutes: int = 0
    place: str = ""
    alarm: str = ""


def proposed_day(today: date, days: int = DAYS_AHEAD) -> date:
    """The first working day that lies at least so many days ahead."""
    day = today + timedelta(days=days)
    while day.weekday() > 4 or day in _days_off(day.year):
        day += timedelta(days=1)
    return day


def working_days_after(day: date, count: int) -> date:
    """The last of `count` working days after `day`."""
    while count:
        day += timedelta(days=1)
        count -= day.weekday() < 5 and day not in _days_off(day.year)
    return day


def soon(meeting: Meeting, today: date) -> bool:
    """Whether there are fewer than 14 days left for the employee to prepare."""
    return date.fromisoformat(meeting.day) < today + timedelta(days=DAYS_AHEAD)


def moved(meeting: Meeting, **changes: Any) -> Meeting:
    """`meeting` with `changes`; what was handed out already gets a higher sequence, so that calendars take the new time."""
    new = replace(meeting, **changes)
    if new == meeting or not meeting.given:
        return new
    return replace(new, sequence=meeting.sequence + 1, given=False)


def meeting_event(talk_id: str, meeting: Meeting, summary: str, description: str) -> Event:
    """The talk's meeting; the uid is the talk's, so that a later file moves the same event."""
    return Event(
        f"{talk_id}-meeting", meeting.sequence, meeting.day, summary, description, meeting.begins, meeting.minutes,
        meeting.place, THE_DAY_BEFORE,
    )  # fmt: skip


def calendar_file(events: Iterable[Event], stamp: datetime) -> bytes:
    """The .ics file of `events`. stamp: when it was made, with offset. UTF-8, CRLF, folded lines."""
    listed = tuple(events)
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Seniorsamtale//Seniorsamtale//DA", "CALSCALE:GREGORIAN"]
    if any(one.begins for one in listed):
        lines += ZONE.splitlines()
    for one in listed:
        lines += _lines(one, stamp.astimezone(UTC).strftime("%Y%m%dT%H%M%SZ"))
    return "".join(f"{_folded(line)}\r\n" for line in [*lines, "END:VCALENDAR"]).encode("utf-8")


def _lines(event: Event, stamp: str) -> list[str]:
    day = date.fromisoformat(event.day)
    if event.begins:
        starts = datetime.fromisoformat(f"{event.day}T{event.begins}")
        ends = starts + timedelta(minutes=event.minutes)
        when = [f"{name};TZID=Europe/Copenhagen:{at:%Y%m%dT%H%M%S}" for name, at in (("DTSTART", starts), ("DTEND", ends))]
    else:
        when = [f"DTSTART;VALUE=DATE:{day:%Y%m%d}", f"DTEND;VALUE=DATE:{day + timedelta(days=1):%Y%m%d}", "TRANSP:TRANSPARENT"]
    lines = ["BEGIN:VEVENT", f"UID:{event.uid}", f"DTSTAMP:{stamp}", f"SEQUENCE:{event.sequence}", *when]
    # Private: whoever shares a calendar sees that the time is taken, not by what.
    lines += [f"SUMMARY:{_escaped(event.summary)}", "CLASS:PRIVATE"]
    lines += [f"{name}:{_escaped(text)}" for name, text in (("DESCRIPTION", event.description), ("LOCATION", event.place)) if text]
    if event.alarm:
        lines += ["BEGIN:VALARM", "ACTION:DISPLAY", f"DESCRIPTION:{_escaped(event.summary)}", f"TRIGGER:{event.alarm}", "END:VALARM"]
    return [*lines, "END:VEVENT"]


def _escaped(text: str) -> str:
    """`text` as a TEXT value (RFC 5545, 3.3.11), without control characters and half letters."""
    clean = "".join(one for one in text.replace("\r\n", "\n").replace("\r", "\n") if one == "\n" or one >= " " and one != "\x7f")
    clean = clean.encode("utf-8", "ignore").decode("utf-8")
    for sign in ("\\", ";", ","):
        clean = clean.replace(sign, f"\\{sign}")
    return clean.replace("\n", "\\n")


def _folded(line: str) -> str:
    """`line` in pieces of at most 75 octets, never through the middle of a character."""
    pieces, piece, size = [], "", 0
    for sign in line:
        octets = len(sign.encode("utf-8"))
        if size + octets > OCTETS:
            pieces.append(piece)
            piece, size = " ", 1
        piece += sign
        size += octets
    return "\r\n".join([*pieces, piece])


def _days_off(year: int) -> frozenset[date]:
    """Danish public holidays, and 5 June, 24 and 31 December, when most municipal offices are closed."""
    easter = _easter(year)
    moving = {easter + timedelta(days=days) for days in (-3, -2, 1, 39, 50)}
    return frozenset(moving | {date(year, month, day) for month, day in ((1, 1), (6, 5), (12, 24), (12, 25), (12, 26), (12, 31))})


def _easter(year: int) -> date:
    """Easter Sunday by the Gregorian calendar (Meeus, Jones and Butcher)."""
    golden, (century, rest) = year % 19, divmod(year, 100)
    moon = (19 * golden + century - century // 4 - (century - (century + 8) // 25 + 1) // 3 + 15) % 30
    week = (32 + 2 * (century % 4) + 2 * (rest // 4) - moon - rest % 4) % 7
    late = (golden + 11 * moon + 22 * week) // 451
    month, day = divmod(moon + week - 7 * late + 114, 31)
    return date(year, month, day + 1)
