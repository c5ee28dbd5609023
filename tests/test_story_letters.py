# SPDX-License-Identifier: EUPL-1.2
"""A talk on offer -> its invitation, its meeting and its papers as files; what was handed out is updated, never lost."""

import email
import email.policy
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from factory import keep, make_row, make_talk, make_vault

from senior_desktop import story
from senior_desktop.conversation.conversation import Conversation, Stage
from senior_desktop.errors import FolderUnwritable, WrongStage
from senior_desktop.vault import audit


@pytest.fixture
def vault(tmp_path: Path, clock: Any) -> Iterator[Any]:
    """An empty vault with a workplace."""
    with make_vault(tmp_path / "data", clock) as opened:
        yield opened


@pytest.fixture
def talk(vault: Any) -> Conversation:
    """A talk that was offered and has not begun."""
    return keep(vault, make_talk({"a13": None, "e04": None, "e05": None}, stage=Stage.OFFERED, agreements=()))


def events(file: Path) -> list[dict[str, str]]:
    """The events of a calendar file, unfolded, as property name -> value; alarms left out."""
    found: list[dict[str, str]] = []
    inside = ""
    for line in file.read_bytes().decode().replace("\r\n ", "").split("\r\n"):
        name, _, value = line.partition(":")
        if name == "BEGIN":
            inside = value
            found += [{}] if value == "VEVENT" else []
        elif name == "END":
            inside = "VEVENT" if value == "VALARM" else ""
        elif inside == "VEVENT":
            found[-1][name.partition(";")[0]] = value
    return found


def test_the_proposal_is_in_good_time_and_kept_only_when_it_is_wanted(vault: Any, talk: Conversation) -> None:
    """Looking changes nothing; planning stores the proposal."""
    proposed = story.meeting_of(vault, talk)
    assert date.fromisoformat(proposed.day) >= date(2026, 12, 7) and proposed.minutes == 90
    assert vault.get(talk.id).meeting is None
    assert story.plan_meeting(vault, talk, {}).meeting == proposed
    assert story.meeting_of(vault, story.choose_path(vault, talk, "short")) == proposed


def test_a_moved_meeting_updates_the_event_that_was_sent(vault: Any, talk: Conversation, tmp_path: Path) -> None:
    """Same uid, higher sequence, another file name; what was only thought about raises nothing."""
    talk = story.plan_meeting(vault, talk, {"begins": "09:00"})
    talk = story.hand_out(vault, story.plan_meeting(vault, talk, {"begins": "10:30", "place": "Mødelokale 2"}))
    first = story.save_meeting(vault, talk, tmp_path)
    talk = story.plan_meeting(vault, talk, {"day": "2026-12-10"})
    second = story.save_meeting(vault, story.hand_out(vault, talk), tmp_path)
    (before,), (after,) = events(first), events(second)
    assert before["UID"] == after["UID"] and (before["SEQUENCE"], after["SEQUENCE"]) == ("0", "1")
    assert (before["DTSTART"], after["DTSTART"]) == ("20261207T103000", "20261210T103000")
    assert (first.name, second.name) == ("SS-2026-7F3K-9Q2M-v1-kalender.ics", "SS-2026-7F3K-9Q2M-v2-kalender.ics")
    assert "Kirsten" not in second.read_text(encoding="utf-8")


def test_a_meeting_is_planned_only_before_the_talk(vault: Any, talk: Conversation) -> None:
    """A late click changes nothing; closing takes time and place along."""
    planned = story.plan_meeting(vault, talk, {"place": "Kantinen"})
    story.start(vault, planned)
    with pytest.raises(WrongStage):
        story.plan_meeting(vault, planned, {"place": "Et andet sted"})
    vault.change(talk.id, lambda talk: replace(talk, stage=Stage.FOLLOWED_UP))
    assert story.close(vault, planned).meeting is None


def test_a_number_in_the_place_is_masked_before_it_is_stored(vault: Any, talk: Conversation) -> None:
    """As in every text, also on its way into the calendar file."""
    talk = story.plan_meeting(vault, talk, {"place": "Hos 070761-4285"})
    assert talk.meeting is not None
    assert "4285" not in talk.meeting.place
    assert "4285" not in story.invitation(vault, talk).text


def test_the_invitation_is_filled_with_what_is_known(vault: Any, talk: Conversation) -> None:
    """Who, when, where, the municipality, and whom to ask about the data; in the talk's language."""
    talk = story.plan_meeting(vault, talk, {"place": "Mødelokale 2", "minutes": 60})
    letter = story.invitation(vault, talk)
    for words in ("Kære Kirsten Ærø Møller", "mandag den 7. december 2026 kl. 10.00", "60 minutter", "Mødelokale 2", "Søren Håkansson",
                  "Eksempel Kommune er dataansvarlig", "dpo@eksempel.dk", "om 12 måneder", "når samtalen lukkes", "senest 18 måneder"):  # fmt: skip
        assert words in letter.text, words
    english = vault.change(talk.id, lambda talk: replace(talk, language="en"))
    assert "Monday 7 December 2026 at 10:00" in story.invitation(vault, english).text


def test_the_draft_holds_the_users_words_the_calendar_and_the_sheet(vault: Any, talk: Conversation, tmp_path: Path) -> None:
    """What is edited is what is sent; nothing but the text names anybody, and no file is written over."""
    talk = story.hand_out(vault, story.plan_meeting(vault, talk, {}))
    letter = story.invitation(vault, talk).with_text("Hej Kirsten. Kaffe?\n")
    file = story.save_invitation(vault, talk, letter, tmp_path)
    assert file.name == "SS-2026-7F3K-9Q2M-v1-invitation.eml"
    read = email.message_from_bytes(file.read_bytes(), policy=email.policy.default)
    parts = {part.get_content_type(): part for part in read.walk()}
    assert parts["text/plain"].get_content().strip() == "Hej Kirsten. Kaffe?"
    assert parts["text/calendar"].get_filename() == "SS-2026-7F3K-9Q2M-v1-kalender.ics"
    assert parts["application/pdf"].get_filename() == "Mine-tanker-til-udfyldning.pdf"
    again = story.save_invitation(vault, talk, letter.with_text("Noget andet\n"), tmp_path)
    assert again.name == "SS-2026-7F3K-9Q2M-v1-invitation-2.eml" and again != file
    assert story.save_invitation(vault, talk, letter, tmp_path) == file  # the same words lie there already
    assert story.print_invitation(vault, talk, letter, tmp_path).read_bytes().startswith(b"%PDF-")


@pytest.mark.parametrize("language", ["da", "en"])
def test_every_paper_is_saved_under_a_name_of_its_own(vault: Any, tmp_path: Path, language: str) -> None:
    """Seven papers, seven names, none of a person; the introductions are read on the screen too."""
    files = [story.save_paper(vault, name, language, tmp_path) for name in story.PAPERS]
    assert len({file.name for file in files}) == len(story.PAPERS)
    assert all(file.read_bytes().startswith(b"%PDF-") for file in files)
    for name in story.READABLE:
        assert len(story.readable(vault, name, language).blocks) > 8
    with pytest.raises(FolderUnwritable):
        story.save_paper(vault, "thoughts", language, files[0])


def test_reminders_tell_the_days_and_nothing_else(vault: Any, tmp_path: Path) -> None:
    """No name and no word of an agreement; a newer file updates the same events; a withdrawn row reminds nobody."""
    rows = (make_row(text="Hemmelig aftale"), make_row(status=4), make_row(review=""))
    talk = keep(vault, make_talk(agreements=rows))
    first = story.save_reminders(vault, talk, tmp_path)
    said = events(first)
    assert [one["SUMMARY"] for one in said] == ["Opfølgning på seniorsamtale", "En aftale ses på igen"]
    assert [one["DTSTART"] for one in said] == ["20270223", "20270301"]
    assert b"BEGIN:VALARM" in first.read_bytes()
    for secret in ("Hemmelig", "Kirsten", "Håkansson", "Faste dage"):
        assert secret not in first.read_text(encoding="utf-8")
    later = story.change_agreement(vault, talk, rows[0].id, {"review": "2027-04-06"})
    moved = events(story.save_reminders(vault, later, tmp_path))
    assert [one["UID"] for one in moved] == [one["UID"] for one in said]
    assert moved[1]["DTSTART"] == "20270406" and int(moved[1]["SEQUENCE"]) > int(said[1]["SEQUENCE"])


def test_a_request_is_saved_for_the_rows_that_need_one(vault: Any, tmp_path: Path) -> None:
    """Named by document and place of the row; the others are refused."""
    asked, own = make_row(measure="A2", status=2, formalise=2), make_row()
    talk = keep(vault, make_talk(agreements=(own, asked)))
    assert story.may_be_asked_for(talk, story.measures()) == {asked.id}
    before = len(audit.events(vault))
    assert story.save_request(vault, talk, asked.id, tmp_path).name == "SS-2026-7F3K-9Q2M-v1-anmodning-2.pdf"
    assert [event[-2:] for event in audit.events(vault)[before:]] == [("exported", talk.id)]
    with pytest.raises(KeyError):
        story.save_request(vault, talk, own.id, tmp_path)
