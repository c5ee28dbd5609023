# SPDX-License-Identifier: EUPL-1.2
"""Some months later: what is said at the follow-up, what is wiped in its time, and a clock that may be wrong."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime, timedelta
from pathlib import Path

import pytest
from factory import PASSPHRASE, Clock, keep, make_row, make_talk, make_vault

from senior_desktop import desk, story, writing
from senior_desktop.at_hand import months_on
from senior_desktop.conversation import due, free_texts
from senior_desktop.conversation.agreements import WISHED
from senior_desktop.conversation.conversation import Conversation, Stage
from senior_desktop.errors import OnHold, WrongStage
from senior_desktop.paper import content
from senior_desktop.paper.document import printed
from senior_desktop.vault import audit, stamps, store
from senior_desktop.vault.store import Vault


@pytest.fixture
def talk(vault: Vault) -> Conversation:
    """Handed over: one thing agreed, one wished for."""
    rows = (make_row(), make_row(text="Mentor", status=WISHED, review=""))
    return keep(vault, make_talk(stage=Stage.HANDED_OVER, agreements=rows))


def lines(talk: Conversation, today: str) -> list[tuple[str, str]]:
    """What the start page would say of `talk` on that day."""
    return [(one.kind.value, one.day.isoformat()) for one in due.due([talk], date.fromisoformat(today), 12, months_on)]


# -- the follow-up -----------------------------------------------------------------------------------------------------


def test_each_thing_said_is_stored_at_once_and_may_be_mended_until_it_is_closed(vault: Vault, talk: Conversation) -> None:
    first, second = talk.agreements
    story.note_kept(vault, talk, first.id, 3)
    story.note_kept(vault, talk, first.id, 2)
    story.look_again(vault, talk, first.id, "2027-08-23")
    story.look_again(vault, talk, second.id, "2027-09-01")
    talk = story.note_going(vault, talk, "Faste dage hjælper. 070761-4285 skulle ikke stå her.")
    assert [(row.kept, row.next_review) for row in talk.agreements] == [(2, "2027-08-23"), (None, "2027-09-01")]
    assert talk.going.startswith("Faste dage hjælper. 070761-") and "4285" not in talk.going
    talk = story.follow_up(vault, talk, {}, 1)
    assert talk.stage is Stage.FOLLOWED_UP and talk.agreements[0].kept == 2
    talk = story.note_kept(vault, talk, first.id, 1)
    closed = story.close(vault, talk)
    assert closed.going == "" and [row.kept for row in closed.agreements] == [1, None]
    for late in (lambda: story.note_going(vault, talk, "for sent"), lambda: story.note_kept(vault, talk, first.id, 4)):
        with pytest.raises(WrongStage):
            late()
    assert vault.get(talk.id) == closed


def test_nothing_is_followed_up_before_it_was_agreed(vault: Vault) -> None:
    talk = keep(vault, make_talk())
    for early in (lambda: story.look_again(vault, talk, talk.agreements[0].id, "2027-01-01"), lambda: story.note_going(vault, talk, "Godt")):
        with pytest.raises(WrongStage):
            early()


def test_what_both_have_signed_is_not_written_over(vault: Vault, talk: Conversation) -> None:
    """Neither the new day nor the words stand on a sheet; only an amendment, which both sign, changes the day there."""
    before = [content.canonical(printed(one)) for one in story.sheets(vault, talk)]
    row = talk.agreements[0]
    talk = story.note_going(vault, story.look_again(vault, talk, row.id, "2027-08-23"), "Det går godt")
    assert [content.canonical(printed(one)) for one in story.sheets(vault, talk)] == before
    talk = story.change_agreement(vault, story.thaw(vault, talk), row.id, {"review": "2027-06-01"})
    assert (talk.agreements[0].review, talk.agreements[0].next_review) == ("2027-06-01", "2027-06-01")


def test_the_new_day_stands_on_the_start_page_and_in_the_calendar(vault: Vault, talk: Conversation, tmp_path: Path) -> None:
    first, second = talk.agreements
    assert ("review", "2027-03-01") in lines(talk, "2027-02-20")
    talk = story.look_again(vault, talk, first.id, "2027-08-23")
    assert ("review", "2027-08-23") in lines(talk, "2027-08-20") and ("review", "2027-03-01") not in lines(talk, "2027-02-20")
    text = story.save_reminders(vault, talk, tmp_path).read_text(encoding="utf-8")
    assert f"UID:{talk.id}-{first.id}" in text and "20270823" in text and "20270301" not in text
    assert not [word for word in ("Kirsten", "Faste dage", "Mentor") if word in text]
    # After the follow-up a wish stands there too, when the two have set a day for it; what was carried out does not.
    talk = story.follow_up(vault, story.look_again(vault, talk, second.id, "2027-09-01"), {first.id: 1}, 1)
    assert lines(talk, "2027-08-31") == [("review", "2027-09-01")]


# -- in its time -------------------------------------------------------------------------------------------------------


def test_what_is_wiped_does_not_live_on_as_an_earlier_text(vault: Vault, clock: Clock) -> None:
    """Texts, own notes and what was said at the follow-up go after eighteen months, with all their earlier versions."""
    talk = keep(vault, make_talk({"c12": "Borgerne er det bedste"}, stage=Stage.HELD, notes={"t1": "en egen note, ganske lang"}))
    story.note_going(vault, story.note_going(vault, talk, "Et langt svar om, hvordan det går"), "Kort")
    assert story.earlier_texts(vault, talk, free_texts.GOING)
    clock.now = clock.now.replace(year=2028, month=6)
    assert story.purge_due(vault) == story.Purged(1, 0)
    assert not vault.with_versions(talk.id)
    assert not {"c12"} & vault.get(talk.id).answers.keys() and vault.get(talk.id).going == ""
    assert [subject for _, event, subject in audit.events(vault) if event == "wiped"] == [talk.id]
    assert vault.get(talk.id).agreements, "what was agreed stays for the next talk"


def test_an_erased_talk_of_two_years_ago_is_noted(vault: Vault, clock: Clock) -> None:
    talk = story.close(vault, keep(vault, make_talk(stage=Stage.FOLLOWED_UP)))
    clock.now += timedelta(days=365)
    assert story.purge_due(vault) == story.Purged(0, 0)
    clock.now += timedelta(days=366)
    assert story.purge_due(vault) == story.Purged(0, 1) and vault.conversations() == []
    assert ("deleted", talk.id) in [(event, subject) for _, event, subject in audit.events(vault)]


# -- the clock ---------------------------------------------------------------------------------------------------------


def test_a_clock_set_back_is_said_and_the_later_time_stands(vault: Vault, talk: Conversation, clock: Clock) -> None:
    """By less than a day nothing is said: summer time and a battery's drift are no reason to worry anybody."""
    saved = story.note_going(vault, talk, "Først")
    clock.now -= timedelta(hours=23)
    assert story.note_going(vault, talk, "Så").changed == saved.changed and desk.clock_in_doubt(vault) == ""
    clock.now -= timedelta(hours=2)
    again = story.note_going(vault, talk, "Til sidst")
    assert (again.going, again.changed, again.changes) == ("Til sidst", saved.changed, saved.changes + 2)
    assert desk.clock_in_doubt(vault) == "set_back"
    clock.now += timedelta(hours=26)
    assert desk.clock_in_doubt(vault) == ""
    assert datetime.fromisoformat(story.note_going(vault, talk, "Nu").changed) == clock.now


def test_a_stamp_of_a_clock_gone_wild_is_not_carried_on(vault: Vault, talk: Conversation, clock: Clock) -> None:
    """Saved once in 2099: said until the talk is saved at the right time again."""
    right, clock.now = clock.now, clock.now.replace(year=2099)
    story.note_going(vault, talk, "I fremtiden")
    clock.now = right
    assert desk.clock_in_doubt(vault) == "set_back"
    assert story.note_going(vault, talk, "Nu").changed == right.isoformat() and desk.clock_in_doubt(vault) == ""


@pytest.mark.parametrize(("days", "doubt", "wiped"), [(90, "", 0), (700, "leapt", 0)])
def test_a_clock_that_leapt_wipes_nothing_the_first_time(
    tmp_path: Path, clock: Clock, days: int, doubt: str, wiped: int
) -> None:
    """A dead battery must not cost a talk; whoever was away for a year loses nothing by waiting a day."""
    with make_vault(tmp_path / "data", clock) as first:
        keep(first, make_talk({"c12": "Borgerne"}, stage=Stage.HELD))
    clock.now = datetime(2026, 11, 24, 10, tzinfo=clock.now.tzinfo)
    with store.open_with_passphrase(tmp_path / "data", PASSPHRASE, clock=clock):
        pass
    clock.now += timedelta(days=days)
    with store.open_with_passphrase(tmp_path / "data", PASSPHRASE, clock=clock) as vault:
        assert desk.clock_in_doubt(vault) == doubt
        assert story.purge_due(vault).wiped == wiped
        assert [one.text("c12") for one in vault.conversations()] == ["Borgerne"]
    with store.open_with_passphrase(tmp_path / "data", PASSPHRASE, clock=clock) as again:
        assert desk.clock_in_doubt(again) == ""
        assert story.purge_due(again).wiped == (1 if doubt else 0)


@pytest.mark.parametrize(("before", "now", "kept"), [
    ("2026-11-23T10:00:00+01:00", "2026-11-23T09:30:00+00:00", "2026-11-23T09:30:00+00:00"),
    ("2026-11-23T10:00:00+01:00", "2026-11-23T08:30:00+00:00", "2026-11-23T10:00:00+01:00"),
    ("2027-11-25T10:00:00+01:00", "2026-11-23T08:30:00+00:00", "2026-11-23T08:30:00+00:00"),
])
def test_the_later_of_two_instants_whatever_their_offset(before: str, now: str, kept: str) -> None:
    assert stamps.later(before, datetime.fromisoformat(now)) == kept


def test_a_hold_outlives_its_time_and_any_way_of_deleting(vault: Vault, talk: Conversation, clock: Clock) -> None:
    """Said at the last moment it still counts: the state in the vault decides, not the one on the screen."""
    seen = replace(talk, hold=False)
    story.put_on_hold(vault, talk, True)
    ways: tuple[Callable[[], object], ...] = (lambda: desk.erase(vault, seen), lambda: story.close(vault, seen))
    for way in ways:
        with pytest.raises(OnHold):
            way()
    clock.now = clock.now.replace(year=2040)
    assert story.purge_due(vault) == story.Purged(0, 0)
    assert vault.get(talk.id).agreements == talk.agreements



@pytest.mark.parametrize(("talked", "again"), [("2026-11-23", "2027-02-23"), ("2026-11-28", "2027-03-01"), ("2026-12-26", "2027-03-30")])
def test_the_follow_up_is_proposed_on_a_day_people_are_at_work(vault: Vault, talked: str, again: str) -> None:
    """28 February 2027 is a Sunday; 26 March is Good Friday, the Monday after it Easter Monday."""
    talk = keep(vault, make_talk({"a13": None, "e04": None}, stage=Stage.OFFERED, agreements=()))
    assert writing.begun(talk, date.fromisoformat(talked)).text("e04") == again
    assert story.months_after(make_talk({"a13": talked}), 3) == again
