# SPDX-License-Identifier: EUPL-1.2
"""A second talk with the same person: last time first, what is taken along, and an offer that is made again."""

import json
from dataclasses import replace
from datetime import timedelta

import pytest
from factory import Clock, make_row

from senior_desktop import desk, story
from senior_desktop.conversation import history
from senior_desktop.conversation.agreements import ANSWERED, AWAITED, NOT_NOW, WISHED
from senior_desktop.conversation.conversation import Answer, Conversation, Participant, Stage
from senior_desktop.conversation.guide import PageKind, page_done, pages
from senior_desktop.errors import WrongStage
from senior_desktop.vault import audit, contributions
from senior_desktop.vault.store import Vault

NAME = "Kirsten Ærø Møller"
MARK = story.drawn([[(0.1, 0.2), (0.5, 0.8), (0.9, 0.1)]])


def talked(vault: Vault, talk: Conversation, *rows: object) -> Conversation:
    """The offer is taken up, the rows are written, the employee agrees."""
    talk = story.start(vault, story.record(vault, talk, "a11", Answer(1)))
    talk = story.record(vault, talk, "e05", Answer(1))
    for row in rows:
        talk = story.add_agreement(vault, talk, row)
    return talk


def evaluated(vault: Vault, talk: Conversation) -> Conversation:
    for key in ("g1", "g2", "g3"):
        talk = story.record(vault, talk, key, Answer(1))
    return talk


def closed(vault: Vault, talk: Conversation) -> Conversation:
    """Signed by both, followed up and closed."""
    talk = story.sign(vault, story.review(vault, talk), story.LEADER, MARK)
    talk = evaluated(vault, story.sign(vault, talk, story.EMPLOYEE, MARK))
    return story.close(vault, story.follow_up(vault, talk, {talk.agreements[0].id: 2}, 1))


def test_the_second_talk_begins_with_what_was_agreed_in_the_first(vault: Vault, clock: Clock) -> None:
    """First talk, agreements, closed; a year later they are the first page, and one is taken along."""
    kept, open_wish = make_row(text="Faste dage"), make_row(text="Mentor for de nye", status=WISHED, responsible=2)
    refused = make_row(text="Hjemmearbejde", status=NOT_NOW, why_not=2)
    first = story.record(vault, story.invite(vault, NAME), "a03", Answer("Sygeplejerske"))
    first = closed(vault, talked(vault, first, kept, open_wish, refused))
    assert history.may_be_offered_anew(first, vault.conversations())

    clock.now += timedelta(days=366)
    (known,) = story.known_as(vault, "  kirsten ærø  MØLLER ")
    assert known == first
    second = story.invite(vault, known.text("a01"), "da", known)
    assert second.person == first.person and len(vault.people()) == 1
    assert (second.text("a03"), second.code("a09"), second.text("a07")) == ("Sygeplejerske", 2, "")
    (last,) = story.earlier(vault, second)
    assert [row.text for row in history.promised(last)] == ["Faste dage", "Mentor for de nye"]
    assert [row.kept for row in history.promised(last)] == [2, None]
    way = pages(second, story.template_of(vault, second), shared=True, again=True)
    assert way[0].kind is PageKind.LAST_TIME and not page_done(second, way[0], history.promised(last))

    second = story.start(vault, story.record(vault, second, "a11", Answer(1)))
    second = story.mark_kept(vault, second, kept.id, 1)
    assert vault.get(first.id).agreements[0].kept == 1 and vault.get(first.id).stage is Stage.CLOSED
    for _ in range(2):  # a second click takes nothing along twice
        second = story.take_along(vault, second, open_wish.id)
    (row,) = second.agreements
    assert (row.text, row.status, row.responsible, row.carried_from) == ("Mentor for de nye", WISHED, 2, open_wish.id)
    assert (row.start, row.kept, row.review) == ("", None, story.months_after(second, 3)) and row.id != open_wish.id
    assert page_done(second, way[0], history.promised(story.earlier(vault, second)[0]))
    assert story.leave_behind(vault, second, open_wish.id).agreements == ()
    assert story.leave_behind(vault, second, open_wish.id).agreements == ()

    # What both read is what both sign.
    second = story.review(vault, story.record(vault, second, "e05", Answer(1)))
    for late in (story.take_along, story.leave_behind):
        with pytest.raises(WrongStage):
            late(vault, second, open_wish.id)
    with pytest.raises(WrongStage):
        story.mark_kept(vault, second, kept.id, 3)


def test_agreements_of_the_first_edition_can_be_looked_back_on(vault: Vault) -> None:
    """A talk as 0.1 wrote it, without what this edition added to a row: it opens with every row, and is taken along."""
    row = make_row(text="Faste dage")
    first = story.hold_unsigned(vault, talked(vault, story.invite(vault, NAME), row))
    with vault.transaction() as connection:
        body = json.loads(connection.exec_driver_sql("SELECT body FROM talks").scalar_one())
        for old in body["agreements"]:
            assert old.pop("carried_from") == ""
        connection.exec_driver_sql("UPDATE talks SET body = ?", (json.dumps(body).encode(),))
    assert vault.get(first.id) == first
    second = story.take_along(vault, story.invite(vault, NAME, "da", first), row.id)
    assert [one.text for one in second.agreements] == ["Faste dage"]


def test_pay_is_asked_anew(vault: Vault) -> None:
    """Last year's answer on pay and pension may no longer hold: the row cannot be agreed before there is a new one."""
    row = make_row(measure="A1", pay=ANSWERED, pay_text="Uændret pension", formalise=1)
    first = story.hold_unsigned(vault, talked(vault, story.invite(vault, NAME), row))
    second = story.take_along(vault, story.invite(vault, NAME, "da", first), row.id)
    (carried,) = second.agreements
    assert (carried.pay, carried.pay_text, carried.formalise, carried.measure) == (AWAITED, "", 1, "A1")
    agreed = story.change_agreement(vault, second, carried.id, {"status": 1})
    assert agreed.agreements[0].status == WISHED


def test_only_what_two_people_agreed_on_comes_first(vault: Vault) -> None:
    """Not a talk that was stopped, not one under way, not somebody else's."""
    stopped = story.record(vault, talked(vault, story.invite(vault, NAME), make_row()), "a11", Answer(3))
    anew = story.invite(vault, NAME, "da", stopped)
    assert story.earlier(vault, anew) == ()
    story.hold_unsigned(vault, talked(vault, story.invite(vault, NAME), make_row()))  # another person of that name
    assert story.earlier(vault, anew) == () and len(vault.people()) == 2
    assert anew in story.known_as(vault, NAME) and len(story.known_as(vault, NAME)) == 2
    assert not history.may_be_offered_anew(stopped, vault.conversations()), "one is under way"


def test_history_over_the_years(vault: Vault, clock: Clock) -> None:
    """Newest first; each talk looks back on those before it only, and an erased talk is in no look back."""
    talks: list[Conversation] = []
    for year in (2026, 2027, 2028):
        talk = talked(vault, story.invite(vault, NAME, "da", talks[-1] if talks else None), make_row(text=f"Aftale {year}"))
        talks.append(story.close(vault, story.hold_unsigned(vault, talk)))
        clock.now = clock.now.replace(year=year + 1)
    assert [history.year_of(talk) for talk in story.earlier(vault, talks[2])] == ["2027", "2026"]
    assert story.earlier(vault, talks[0]) == ()
    assert history.newest(vault.conversations()) == (talks[2],)
    desk.erase(vault, talks[1])
    assert [talk.id for talk in story.earlier(vault, talks[2])] == [talks[0].id]


def test_a_repeated_talk_within_the_year_counts_once(vault: Vault, clock: Clock) -> None:
    """One is sealed, the other waits until a year has passed; the person is known also by a new name."""
    first = story.hold_unsigned(vault, talked(vault, story.invite(vault, NAME), make_row()))
    evaluated(vault, first)
    for letter in "ABCD":
        evaluated(vault, story.hold_unsigned(vault, talked(vault, story.invite(vault, f"Bo {letter}"), make_row())))
    assert story.contribute(vault).n == 5
    clock.now += timedelta(days=180)
    second = story.hold_unsigned(vault, talked(vault, story.invite(vault, NAME, "da", first), make_row()))
    evaluated(vault, second)
    assert story.waiting_for_hr(vault).waiting == 0
    vault.add_person(Participant(second.person, "Kirsten Holm"))
    assert story.waiting_for_hr(vault).waiting == 0
    clock.now += timedelta(days=190)
    assert story.waiting_for_hr(vault).waiting == 1


@pytest.mark.parametrize(("answer", "again", "stage"), [
    (1, "", Stage.OFFERED), (2, "", Stage.OFFERED), (3, "2027-11-23", Stage.DECLINED), (4, "2027-11-23", Stage.OFFERED), (5, "", Stage.DECLINED),
])
def test_every_answer_to_the_offer_is_a_full_one(vault: Vault, answer: int, again: str, stage: Stage) -> None:
    """Yes, yes later, no, no answer, do not ask again: no reason is asked for; "no" and no answer date the next offer."""
    talk = story.record(vault, story.invite(vault, NAME), "a11", Answer(answer))
    assert (talk.stage, talk.text("a12")) == (stage, again)
    assert history.may_be_offered_anew(talk, vault.conversations()) is (stage is Stage.DECLINED)


def no_that_waits(vault: Vault, clock: Clock) -> Conversation:
    """A "nej tak" whose code is frozen and not sealed: the person was counted already this year."""
    for letter in "ABCDE":
        talk = evaluated(vault, story.hold_unsigned(vault, talked(vault, story.invite(vault, f"Bo {letter}"), make_row())))
    assert story.contribute(vault).n == 5
    clock.now += timedelta(days=60)  # the next half-year
    declined = story.record(vault, story.invite(vault, talk.text("a01"), "da", talk), "a11", Answer(3))
    for letter in "FGHIJ":
        evaluated(vault, story.hold_unsigned(vault, talked(vault, story.invite(vault, f"Bo {letter}"), make_row())))
    assert story.contribute(vault).n == 5
    assert [one.talk for one in contributions.waiting(vault)] == [declined.id] and vault.get(declined.id).counted
    return declined


def test_a_changed_mind_takes_back_the_code_that_waits(vault: Vault, clock: Clock) -> None:
    """Not sealed yet: the "no" makes room for the talk's own codes, and the employee can evaluate it."""
    declined = no_that_waits(vault, clock)
    talk = story.record(vault, declined, "a11", Answer(1))
    assert (talk.stage, talk.counted, contributions.waiting(vault)) == (Stage.OFFERED, False, [])
    assert ("taken_back", talk.id) in [(event, subject) for _, event, subject in audit.events(vault)]
    evaluated(vault, story.hold_unsigned(vault, story.start(vault, talk)))
    story.waiting_for_hr(vault)
    (waits,) = contributions.waiting(vault)
    assert waits.talk == talk.id and "g1" in waits.codes and "a11" not in waits.codes


def test_what_is_sealed_stays_counted_as_it_was(vault: Vault) -> None:
    """Nothing handed in can be taken back; nor do a talk's own codes ever go by an answer to the offer."""
    declined = story.record(vault, story.invite(vault, NAME), "a11", Answer(3))
    for letter in "ABCDE":
        evaluated(vault, story.hold_unsigned(vault, talked(vault, story.invite(vault, f"Bo {letter}"), make_row())))
    story.contribute(vault)
    assert story.record(vault, declined, "a11", Answer(1)).counted
    talk = evaluated(vault, story.hold_unsigned(vault, talked(vault, story.invite(vault, "Ib"), make_row())))
    story.waiting_for_hr(vault)
    story.not_ended_after_all(vault, talk)
    assert [one.talk for one in contributions.waiting(vault)] == [talk.id] and vault.get(talk.id).counted


def test_an_answer_of_last_year_comes_to_rest_in_the_right_talk(vault: Vault) -> None:
    """A row id that is nobody's changes nothing anywhere."""
    first = story.hold_unsigned(vault, talked(vault, story.invite(vault, NAME), make_row()))
    second = story.invite(vault, NAME, "da", first)
    assert story.mark_kept(vault, second, "unknown", 1) == second == story.take_along(vault, second, "unknown")
    assert vault.get(first.id) == replace(first, agreements=first.agreements)


def test_the_years_stand_side_by_side(vault: Vault, clock: Clock) -> None:
    """A column for each talk, the oldest first; a closed one shows its scales and what became of its agreements, no text."""
    first = story.hold_unsigned(vault, talked(vault, story.invite(vault, NAME), make_row(text="Faste dage")))
    first = story.close(vault, story.follow_up(vault, first, {first.agreements[0].id: 1}, 1))
    clock.now += timedelta(days=366)
    second = story.start(vault, story.invite(vault, NAME, "da", first))
    shown = story.over_the_years(vault, second, story.earlier(vault, second))
    (table,) = (block for block in shown.blocks if isinstance(block, story.Table))
    assert table.header == ("Spørgsmål", "2026", "Nu")
    assert table.rows[-1] == ("Aftalt", "Faste dage (Gennemført)", "–")
    assert all("Borgerne" not in cell for row in table.rows for cell in row)
