# SPDX-License-Identifier: EUPL-1.2
"""Codes wait until there are enough, are sealed once, and then only the file and the ledger remain."""

import os
from dataclasses import replace
from datetime import date

import pytest
from sqlalchemy.exc import IntegrityError

from senior_desktop.conversation.conversation import Participant
from senior_desktop.vault import audit
from senior_desktop.vault.contributions import (
    SealedBatch,
    Waiting,
    contributed_since,
    seal,
    sealed,
    take_back,
    wait,
    waiting,
)
from senior_desktop.vault.erase import erase

SKEMA = "sen1"


@pytest.fixture
def five(vault, talk_with):
    """Five people's talks, their codes waiting."""
    talks = [talk_with(name) for name in ("Anne Bo", "Carl Dam", "Eva Friis", "Gert Holm", "Åse Øe")]
    for number, talk in enumerate(talks):
        wait(vault, talk.id, talk.person, SKEMA, {"c11": number, "g1": 9}, os.urandom(32), "2026-02-03")
    return talks


def file_of(chosen: list[Waiting]) -> tuple[str, bytes]:
    return f"b{len(chosen)}", "\n".join(f"{one.skema};{one.codes['c11']}" for one in chosen).encode()


def test_codes_wait_as_they_were_frozen(vault, five, reopen):
    before = waiting(vault)
    vault.close()
    after = waiting(reopen())
    assert before == after
    assert [one.talk for one in after] == sorted(talk.id for talk in five)
    assert {one.codes["c11"] for one in after} == {0, 1, 2, 3, 4}
    assert all(one.held == "2026-02-03" and len(one.random) == 32 for one in after)


def test_codes_of_a_talk_freeze_once(vault, five):
    before = waiting(vault)
    with pytest.raises(IntegrityError):
        wait(vault, five[0].id, five[0].person, SKEMA, {"c11": 4}, os.urandom(32), "2026-02-03")
    with pytest.raises(ValueError, match="32"):
        wait(vault, five[0].id, five[0].person, SKEMA, {"c11": 4}, b"short", "2026-02-03")
    assert waiting(vault) == before


def test_codes_and_their_talks_mark_are_kept_together(vault, talk_with):
    """A power cut between the two would let a talk be frozen twice."""
    talk = talk_with("Anne Bo")
    with pytest.raises(ZeroDivisionError):
        wait(vault, talk.id, talk.person, SKEMA, {"c11": 1}, os.urandom(32), "2026-02-03", lambda _: 1 / 0)
    assert waiting(vault) == [] and vault.get(talk.id) == talk
    frozen = (talk.id, talk.person, SKEMA, {"c11": 1}, os.urandom(32), "2026-02-03")
    marked = wait(vault, *frozen, lambda talk: replace(talk, counted=True))
    assert marked.counted and vault.get(talk.id) == marked and len(waiting(vault)) == 1


def test_sealing_leaves_the_file_and_no_codes(vault, five, folder, reopen, clock):
    content = seal(vault, [talk.id for talk in five], file_of, "2026H1")
    assert (folder / "vault.db-wal").stat().st_size == 0
    vault.close()
    again = reopen()
    assert waiting(again) == []
    assert sealed(again) == [SealedBatch("b5", "2026H1", 5, content, clock().isoformat())]
    assert ("sealed", "b5") in [(event, subject) for _, event, subject in audit.events(again)]


def test_the_same_talks_reach_the_file_in_the_same_order(vault, five):
    seen = []

    def look(chosen: list[Waiting]) -> tuple[str, bytes]:
        seen.append(chosen)
        raise LookupError

    ids = [talk.id for talk in five]
    for order in (ids, ids[::-1], set(ids)):
        with pytest.raises(LookupError):
            seal(vault, order, look, "2026H1")
    assert seen[0] == seen[1] == seen[2]


def test_a_seal_that_fails_leaves_everything_waiting(vault, five, reopen):
    before = waiting(vault)

    def stumble(chosen: list[Waiting]) -> tuple[str, bytes]:
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        seal(vault, [talk.id for talk in five], stumble, "2026H1")
    with pytest.raises(TypeError):
        seal(vault, [talk.id for talk in five], lambda _: None, "2026H1")
    assert (waiting(vault), sealed(vault)) == (before, [])
    assert not contributed_since(vault, "Anne Bo", date(2020, 1, 1))
    vault.close()
    assert waiting(reopen()) == before


def test_only_those_chosen_are_sealed_and_only_those_who_wait(vault, five):
    seal(vault, [five[0].id, five[1].id], file_of, "2026H1")
    assert {one.talk for one in waiting(vault)} == {talk.id for talk in five[2:]}
    for ids in ([five[0].id, five[2].id], [], ["unknown"]):
        with pytest.raises(ValueError, match="wait"):
            seal(vault, ids, file_of, "2026H1")


def test_a_person_is_known_again_by_name_even_when_the_talk_is_gone(vault, five, clock):
    seal(vault, [talk.id for talk in five], file_of, "2026H1")
    erase(vault, five[0].id)
    assert contributed_since(vault, "  anne   BO ", date(2026, 3, 1))
    assert not contributed_since(vault, "Anne Bo", clock().date())
    assert not contributed_since(vault, "Anne Bog", date(2020, 1, 1))


def test_nobody_counts_twice_within_a_year(vault, five, talk_with, clock):
    seal(vault, [talk.id for talk in five], file_of, "2026H1")
    again = talk_with("anne bo")
    wait(vault, again.id, again.person, SKEMA, {"c11": 1}, os.urandom(32), "2026-09-03")
    clock.forward(days=364)
    with pytest.raises(ValueError, match="twice"):
        seal(vault, [again.id], file_of, "2027H1")
    clock.forward(days=1)
    assert seal(vault, [again.id], file_of, "2027H1")


def test_two_talks_with_one_person_are_not_sealed_together(vault, talk_with):
    talks = [talk_with("Anne Bo"), talk_with("Anne  Bo")]
    for talk in talks:
        wait(vault, talk.id, talk.person, SKEMA, {"c11": 1}, os.urandom(32), "2026-02-03")
    with pytest.raises(ValueError, match="twice"):
        seal(vault, [talk.id for talk in talks], file_of, "2026H1")


def test_the_ledger_holds_no_name_and_no_order(vault, five):
    seal(vault, [talk.id for talk in five], file_of, "2026H1")
    with vault.transaction() as connection:
        rows = connection.exec_driver_sql("SELECT token, sealed FROM ledger ORDER BY id").all()
    tokens = [token for token, _ in rows]
    assert tokens == sorted(tokens)
    assert all(len(token) == 64 and day == "2026-03-02" for token, day in rows)


def test_codes_that_wait_are_taken_back_with_their_talks_mark(vault, five, clock):
    """Only codes of the kind named, in one transaction with the talk; what does not wait changes nothing."""
    offer = five[0]
    before = vault.get(offer.id)
    assert take_back(vault, offer.id, "a11", lambda _: 1 / 0) == before, "its codes are a talk's"
    with pytest.raises(ZeroDivisionError):
        take_back(vault, offer.id, "c11", lambda _: 1 / 0)
    assert len(waiting(vault)) == 5 and vault.get(offer.id) == before
    marked = take_back(vault, offer.id, "c11", lambda talk: replace(talk, position="t1"))
    assert marked == vault.get(offer.id) and marked.position == "t1"
    assert [one.talk for one in waiting(vault)] == sorted(talk.id for talk in five[1:])
    assert take_back(vault, offer.id, "c11", lambda _: 1 / 0) == marked


def test_a_person_is_known_again_under_a_new_name(vault, five):
    """Married between two talks: by the random id they are still who was counted."""
    seal(vault, [talk.id for talk in five], file_of, "2026H1")
    vault.add_person(Participant(five[0].person, "Anne Lund"))
    assert contributed_since(vault, "Anne Lund", date(2026, 3, 1), five[0].person)
    assert not contributed_since(vault, "Anne Lund", date(2026, 3, 1), five[0].id)
    wait(vault, five[0].id, five[0].person, SKEMA, {"c11": 1}, os.urandom(32), "2026-09-03")
    with pytest.raises(ValueError, match="twice"):
        seal(vault, [five[0].id], file_of, "2026H2")
