# SPDX-License-Identifier: EUPL-1.2
"""A talk, or none yet -> the papers around it: invitation, calendar files, blank sheets, introductions, requests.

Everything leaves as a file where the user chose, named by document number and kind, never by a person. Nothing is sent:
the program has no mail and no network.
"""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from senior_desktop import pack_in_force
from senior_desktop.at_hand import branded_by_pack, measures_of, practice, template_of, words, workplace
from senior_desktop.conversation import calendar
from senior_desktop.conversation.agreements import WITHDRAWN
from senior_desktop.conversation.calendar import Meeting
from senior_desktop.conversation.conversation import Conversation, Stage
from senior_desktop.errors import WrongStage
from senior_desktop.paper.document import Document

if TYPE_CHECKING:
    from senior_desktop.conversation.catalogue import Catalogue
    from senior_desktop.conversation.letters import Filled, Letter
    from senior_desktop.vault.store import Vault
else:  # names for annotations; the real ones are imported where they are used
    Catalogue = Filled = Letter = Vault = object

PAPERS = ("for_employee", "for_leader", "thoughts", "thoughts_fill", "preparation", "cards", "catalogue", "twin_short", "twin_full")
"""What can be printed without any talk; the key of each name is `sheets.file_<name>`."""

READABLE = {"for_employee": "employee", "for_leader": "leader"}
"""Papers that are read on the screen too, and the letter each is made from."""

MINUTES = {"short": 60, "full": 90}
"""How long a meeting is proposed: the talk's own time with some air (domain, section 2)."""


def meeting_of(vault: Vault, talk: Conversation) -> Meeting:
    """The meeting as it is planned, else a proposal: a working day at least 14 days ahead (the pack may say more). Changes nothing."""
    if talk.meeting is not None:
        return talk.meeting
    return Meeting(calendar.proposed_day(vault.now().date(), _days_ahead(vault)).isoformat(), minutes=MINUTES[talk.path])


def _days_ahead(vault: Vault) -> int:
    pack = pack_in_force.in_force(vault)
    return calendar.DAYS_AHEAD if pack is None else pack.invitation_days


def plan_meeting(vault: Vault, talk: Conversation, changes: Mapping[str, object]) -> Conversation:
    """`changes` of day, begins, minutes or place; what was handed out already becomes an update of the same event.

    Raises WrongStage once the talk has begun.
    """
    proposal = meeting_of(vault, talk)

    def plan(talk: Conversation) -> Conversation:
        if talk.stage not in (Stage.OFFERED, Stage.PREPARING):
            raise WrongStage(stage=talk.stage.value, wanted=Stage.OFFERED.value)
        return replace(talk, meeting=calendar.moved(talk.meeting or proposal, **changes))

    return vault.change(talk.id, plan)


def invitation(vault: Vault, talk: Conversation) -> Filled:
    """The letter with the privacy notice below it, filled with what is known; the user may change every word."""
    from senior_desktop.conversation import letters
    from senior_desktop.conversation.summary import written

    talk, place, say_it = vault.get(talk.id), workplace(vault), words(talk.language)
    meeting, rules = talk.meeting, practice(vault)
    facts = {
        "name": talk.text("a01"), "leader": talk.text("a08") or place.leader, "leader_title": place.leader_title,
        "unit": place.unit, "municipality": place.municipality, "data_officer": place.data_officer,
        "again": str(rules.number("OfferAgainMonths")), "days": str(rules.number("RetentionDaysAfterClosing")),
        "months": str(rules.number("RetentionMonthsAfterTalk")), "talk": say_it("talk.word"),
        "escrow": vault.slots.escrow.fingerprint if vault.slots.escrow is not None else "",
        "contact": place.contact,
    }  # fmt: skip
    if meeting is not None:
        hour, _, minute = meeting.begins.partition(":")
        weekday = say_it("letters.weekdays").split(", ")[date.fromisoformat(meeting.day).weekday()]
        facts |= {
            "day": say_it("letters.day", weekday=weekday, day=written(meeting.day, say_it)),
            "time": say_it("letters.time", hour=hour, minute=minute), "minutes": str(meeting.minutes), "place": meeting.place,
        }  # fmt: skip
    both = (letters.filled(_letter(vault, name, talk.language), facts) for name in ("invitation", "privacy"))
    return letters.joined(*both)


def hand_out(vault: Vault, talk: Conversation) -> Conversation:
    """The meeting leaves the program with the next file: from now on a change of it is an update."""
    planned = meeting_of(vault, talk)

    def given(talk: Conversation) -> Conversation:
        return replace(talk, meeting=calendar.moved(talk.meeting or planned, given=True))

    return vault.change(talk.id, given)


def save_invitation(vault: Vault, talk: Conversation, letter: Filled, folder: Path) -> Path:
    """An e-mail draft (.eml) that opens unsent in the mail program, with the calendar file and "Mine tanker" attached.

    What lies there stays: the new file gets a number. Raises FolderUnwritable, NoRoom, RemovableForbidden.
    """
    from senior_desktop.paper import handing_over, mail

    talk, say_it = vault.get(talk.id), words(talk.language)
    attached = []
    if talk.meeting is not None:
        name = handing_over.file_name(*_named(talk, "calendar"), "ics")
        attached.append((name, "text/calendar", _meeting_file(vault, talk)))
    name = handing_over.file_name("", 1, say_it("sheets.file_thoughts_fill"), talk.language)
    attached.append((name, "application/pdf", _pdf(vault, "thoughts_fill", talk.language)))
    content = mail.draft(letter.title, letter.text, attached)
    return _exported(vault, talk, folder, _named(talk, "invitation"), content, "eml")


def print_invitation(vault: Vault, talk: Conversation, letter: Filled, folder: Path) -> Path:
    """The same letter as PDF. Raises as `save_invitation`."""
    from senior_desktop.conversation import letters
    from senior_desktop.paper import pdf

    talk = vault.get(talk.id)
    document = Document(
        "invitation", "", 1, talk.language, letter.title, "", _organisation(vault), _made(vault), letters.blocks(letter)
    )
    return _exported(vault, talk, folder, _named(talk, "invitation"), pdf.make(branded_by_pack(vault, document)))


def save_meeting(vault: Vault, talk: Conversation, folder: Path) -> Path:
    """The meeting as a calendar file. Raises as `save_invitation`."""
    talk = vault.get(talk.id)
    return _exported(vault, talk, folder, _named(talk, "calendar"), _meeting_file(vault, talk), "ics")


def save_reminders(vault: Vault, talk: Conversation, folder: Path) -> Path:
    """The follow-up and the days on which agreements are looked at again, as a calendar file without names or words.

    Raises as `save_invitation`.
    """
    talk = vault.get(talk.id)
    say_it = words(talk.language)
    text = say_it("letters.reminder_text", number=talk.number)
    dates = [("follow", talk.text("e04"), "follow_up", calendar.AT_NINE_A_WEEK_BEFORE)]
    dates += [(row.id, row.next_review, "review", calendar.AT_NINE) for row in talk.agreements if row.status != WITHDRAWN]
    events = [
        calendar.Event(f"{talk.id}-{key}", talk.changes, day, say_it(f"letters.{name}"), text, alarm=alarm)
        for key, day, name, alarm in dates if day
    ]  # fmt: skip
    content = calendar.calendar_file(events, vault.now())
    # Each save of the talk may have moved a date, and a newer file updates the same events.
    named = (talk.number, talk.changes, say_it("letters.file_reminders"), talk.language)
    return _exported(vault, talk, folder, named, content, "ics")


def readable(vault: Vault, name: str, language: str) -> Document:
    """An introduction (`READABLE`) as a page to read or print."""
    from senior_desktop.conversation import letters

    letter = letters.filled(_letter(vault, READABLE[name], language), {"talk": words(language)("talk.word")})
    organisation = _organisation(vault)
    page = Document(
        name, "", 1, language, letter.title, "", organisation, _made(vault), letters.blocks(letter), confidential=False
    )
    return branded_by_pack(vault, page)


def save_paper(vault: Vault, name: str, language: str, folder: Path) -> Path:
    """One of `PAPERS` as PDF. Raises as `save_invitation`."""
    from senior_desktop.paper import handing_over

    kind = words(language)(f"sheets.file_{name}")
    return handing_over.save(folder, "", 1, kind, language, _pdf(vault, name, language), numbered=True)


def may_be_asked_for(talk: Conversation, known: Catalogue) -> frozenset[str]:
    """Ids of the rows that "Anmodning om formalisering" is for."""
    from senior_desktop.conversation.formalising import must_be_asked_for

    return frozenset(row.id for row in talk.agreements if must_be_asked_for(row, known, talk.mandate))


def save_request(vault: Vault, talk: Conversation, row_id: str, folder: Path) -> Path:
    """The request for one agreement row as PDF. Raises KeyError for a row that needs none, else as `save_invitation`."""
    from senior_desktop.conversation import formalising
    from senior_desktop.paper import pdf

    talk = vault.get(talk.id)
    known = measures_of(vault, talk)
    if row_id not in may_be_asked_for(talk, known):
        raise KeyError("no such row")
    (place,) = (at for at, row in enumerate(talk.agreements) if row.id == row_id)
    say_it = words(talk.language)
    page = formalising.request(
        talk, talk.agreements[place], template_of(vault, talk), known, workplace(vault), say_it, _made(vault)
    )
    kind = f"{say_it('letters.file_request')}-{place + 1}"
    return _exported(vault, talk, folder, (talk.number, talk.version, kind, talk.language), pdf.make(page))


def _letter(vault: Vault, name: str, language: str) -> Letter:
    """The municipality's own words where its pack has them, else the program's."""
    from senior_desktop.conversation import letters

    pack = pack_in_force.in_force(vault)
    own = pack.letters.get(f"{name}_{language}") if pack is not None else None
    return letters.shipped(name, language) if own is None else letters.read(own.encode())


def _exported(
    vault: Vault, talk: Conversation, folder: Path, named: tuple[str, int, str, str], content: bytes, ending: str = "pdf"
) -> Path:
    """`content` in `folder`, and the deed in the log: the file is about a person."""
    from senior_desktop.paper import handing_over
    from senior_desktop.vault import audit

    file = handing_over.save(folder, *named, content, ending, numbered=True)
    audit.note(vault, audit.Event.EXPORTED, talk.id)
    return file


def _pdf(vault: Vault, name: str, language: str) -> bytes:
    from senior_desktop import texts
    from senior_desktop.conversation.template import read, shipped
    from senior_desktop.paper import pdf, twin

    if name in READABLE:
        return pdf.make(readable(vault, name, language))
    pack, given = pack_in_force.in_force(vault), (words(language), _organisation(vault), _made(vault))
    template = read(pack.template.encode()) if pack is not None and pack.template else shipped()
    match name.partition("_"):
        case "twin", _, path:
            return pdf.make(twin.twin(template, path, *given))
        case "cards", _, _:
            return pdf.make(texts.cards_document(template, language, *given[1:]))
        case "catalogue", _, _:
            return texts.measures_pdf(pack, language, _made(vault))
        case "preparation", _, _:
            return pdf.make(twin.preparation(template, *given))
        case _:
            return pdf.make(twin.my_thoughts(template, *given, fillable=name == "thoughts_fill"))


def _meeting_file(vault: Vault, talk: Conversation) -> bytes:
    say_it = words(talk.language)
    said = say_it("letters.meeting"), say_it("letters.meeting_text")
    event = calendar.meeting_event(talk.id, meeting_of(vault, talk), *said)
    return calendar.calendar_file([event], vault.now())


def _named(talk: Conversation, kind: str) -> tuple[str, int, str, str]:
    """Number, version, kind and language of a file: the first time it is handed out is version 1, each move one more."""
    moved = talk.meeting.sequence if talk.meeting is not None else 0
    return talk.number, moved + 1, words(talk.language)(f"letters.file_{kind}"), talk.language


def _organisation(vault: Vault) -> str:
    place = workplace(vault)
    return " · ".join(filter(None, (place.municipality, place.unit)))


def _made(vault: Vault) -> str:
    return vault.now().isoformat(timespec="seconds")
