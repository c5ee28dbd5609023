# SPDX-License-Identifier: EUPL-1.2
"""What a leader keeps, changes and finds again."""

from collections.abc import Callable
from dataclasses import replace

import msgspec
import pytest
from sqlalchemy.exc import IntegrityError

from senior_desktop.conversation.agreements import AGREED, Agreement
from senior_desktop.conversation.conversation import (
    Answer,
    Conversation,
    Participant,
    Stage,
    Workplace,
    new_id,
    with_answer,
)
from senior_desktop.vault import earlier_texts, store


def say(question: str, text: str):
    return lambda talk: with_answer(talk, question, Answer(text))


def test_a_talk_comes_back_as_it_was_said(vault, talk_with, reopen, clock):
    talk = talk_with("Åse Ørsted")
    full = replace(
        talk,
        stage=Stage.TALKING,
        answers={
            "c11": Answer(4),
            "c12": Answer("At lære de nye op – æ, ø og å"),
            "c22": Answer((1, 3)),
            "c32": Answer("32.5"),
            "c72": Answer(declined=True),
            "c92": Answer((2, 5), first=5),
            "b05": Answer(True),
        },
        agreements=(Agreement("r1", "B1", "To seniordage", status=AGREED, review="2026-09-01"),),
        notes={"t1": "Spørg til sommeren"},
        mandate={"B1": 1},
        position="t3",
    )
    vault.change(talk.id, lambda _: full)
    vault.close()
    assert reopen().get(talk.id) == replace(full, changes=1, changed=clock().isoformat())


def test_every_change_is_counted_and_dated(vault, talk_with, clock):
    talk = talk_with("Bo")
    clock.forward(minutes=5)
    first = vault.change(talk.id, say("c12", "Kaffen"))
    clock.forward(minutes=5)
    second = vault.change(talk.id, say("c13", "Møder"))
    assert (first.changes, second.changes) == (1, 2)
    assert talk.changed < first.changed < second.changed == clock().isoformat()
    assert (second.text("c12"), second.text("c13")) == ("Kaffen", "Møder")


def test_an_unchanged_talk_writes_nothing(vault, talk_with, clock):
    talk = talk_with("Bo")
    said = vault.change(talk.id, lambda one: replace(one, answers={"c11": Answer(1), "c12": Answer("Ro")}))
    clock.forward(days=1)
    again = vault.change(talk.id, lambda one: replace(one, answers=dict(reversed(one.answers.items()))))
    assert again == said == vault.get(talk.id)


def test_a_code_that_turns_into_a_yes_is_a_change(vault, talk_with):
    talk = talk_with("Bo")
    vault.change(talk.id, lambda one: with_answer(one, "c11", Answer(1)))
    assert vault.change(talk.id, lambda one: with_answer(one, "c11", Answer(True))).changes == 2


def test_a_change_that_fails_leaves_the_talk_as_it_was(vault, talk_with):
    talk = talk_with("Bo")

    def stumble(_: Conversation) -> Conversation:
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        vault.change(talk.id, stumble)
    with pytest.raises(ValueError, match="into another"):
        vault.change(talk.id, lambda one: replace(one, person=new_id()))
    assert vault.get(talk.id) == talk


def test_the_last_changed_talk_comes_first_also_over_summer_time(vault, talk_with):
    winter, summer = talk_with("Bo"), talk_with("Lis")
    late = replace(winter, id=new_id(), changed="2026-10-25T02:10:00+01:00")
    early = replace(summer, id=new_id(), changed="2026-10-25T02:40:00+02:00")
    vault.add(early)
    vault.add(late)
    assert [one.id for one in vault.conversations()][:2] == [late.id, early.id]


def test_people_are_kept_and_their_names_mended(vault):
    bo, lis = Participant(new_id(), "Bo Bech"), Participant(new_id(), "Lis Lund", in_group=False)
    vault.add_person(bo)
    vault.add_person(lis)
    vault.add_person(replace(bo, name="Bo Beck"))
    assert vault.people() == [replace(bo, name="Bo Beck"), lis]
    assert vault.person(lis.id) == lis
    with pytest.raises(KeyError):
        vault.person(new_id())


def test_a_talk_needs_a_person_and_an_id_of_its_own(vault, talk_with):
    talk = talk_with("Bo")
    with pytest.raises(IntegrityError):
        vault.add(talk)
    with pytest.raises(IntegrityError) as refused:
        vault.add(replace(talk, id=new_id(), person=new_id(), notes={"t1": "Hemmelig"}))
    assert "Hemmelig" not in str(refused.value)
    with pytest.raises(KeyError):
        vault.get(new_id())


def test_typing_on_keeps_no_earlier_text_but_a_loss_does(vault, talk_with, clock):
    talk = talk_with("Bo")
    for typed in ("Jeg", "Jeg holder", "Jeg holder meget af min hverdag"):
        clock.forward(seconds=1)
        vault.change(talk.id, say("c12", typed))
    assert vault.versions(talk.id, "c12") == []
    clock.forward(seconds=1)
    vault.change(talk.id, say("c12", ""))
    assert vault.versions(talk.id, "c12") == [(clock().isoformat(), "Jeg holder meget af min hverdag")]


def test_slips_within_a_minute_share_one_earlier_text(vault, talk_with, clock):
    talk = talk_with("Bo")
    for typed in ("Tid til borgernne", "Tid til borgern", "Tid til borgerne på huset", "Tid til borgerne på hold"):
        clock.forward(seconds=2)
        vault.change(talk.id, say("c12", typed))
    assert [text for _, text in vault.versions(talk.id, "c12")] == ["Tid til borgernne"]
    clock.forward(minutes=2)
    vault.change(talk.id, say("c12", "Tid til borgerne på ho"))
    assert len(vault.versions(talk.id, "c12")) == 2


def test_the_last_twenty_texts_of_a_field_are_kept(vault, talk_with):
    talk = talk_with("Bo")
    for number in range(30):
        vault.change(talk.id, say("c12", f"{number} - " * 5))
        vault.change(talk.id, say("c13", "x" * (number % 2)))
    assert [text for _, text in vault.versions(talk.id, "c12")] == [f"{n} - " * 5 for n in range(28, 8, -1)]
    assert len(vault.versions(talk.id, "c13")) == 14


@pytest.mark.parametrize(
    ("before", "after", "gone"),
    [("abc", "abcd", 0), ("abc", "xabc", 0), ("abc", "abxc", 0), ("aaa", "aa", 1), ("abc", "", 3), ("abc", "adc", 1)],
)
def test_only_what_is_taken_away_counts_as_lost(before, after, gone):
    assert earlier_texts.lost(before, after) == gone


@pytest.mark.parametrize("end", [Stage.CLOSED, Stage.WITHDRAWN])
def test_an_ended_talk_keeps_no_earlier_texts(vault, talk_with, end):
    talk = talk_with("Bo")
    vault.change(talk.id, say("c72", "Om ryggen"))
    vault.change(talk.id, say("c72", "Noget andet"))
    assert vault.versions(talk.id, "c72")
    vault.change(talk.id, lambda one: replace(one, stage=end, answers={}))
    assert vault.versions(talk.id, "c72") == []


def test_papers_are_kept_by_kind_and_version(vault, talk_with, reopen):
    talk = talk_with("Bo")
    one, two = {"sheet": b"%PDF one", "agreements": b"%PDF three"}, {"sheet": b"%PDF two"}
    vault.change(talk.id, lambda talk: replace(talk, stage=Stage.SIGNED_BY_LEADER), one)
    vault.change(talk.id, lambda talk: replace(talk, stage=Stage.SIGNED), {"sheet": b"%PDF one, signed"})
    vault.change(talk.id, lambda talk: replace(talk, stage=Stage.SIGNED_BY_LEADER, version=2), two)
    vault.close()
    again = reopen()
    assert [(one.kind, one.version, one.state) for one in again.papers(talk.id)] == [
        ("agreements", 1, "signed_by_leader"),
        ("sheet", 1, "signed"),
        ("sheet", 2, "signed_by_leader"),
    ]
    assert again.paper(talk.id, "sheet").pdf == b"%PDF two"
    assert again.paper(talk.id, "letter") is None


def test_a_paper_and_its_talks_stage_never_part(vault, talk_with):
    """What `change` raises leaves neither: a signed paper without the stage could never be signed again."""
    talk = talk_with("Bo")

    def broken(_: Conversation) -> Conversation:
        raise RuntimeError

    with pytest.raises(RuntimeError):
        vault.change(talk.id, broken, {"sheet": b"%PDF"})
    assert vault.papers(talk.id) == []
    assert vault.get(talk.id) == talk


def test_workplace_and_the_leaders_key_file_come_back(vault, reopen):
    assert (vault.workplace(), vault.secret("leader.p12")) == (None, None)
    place = Workplace("Kim Holm", "Teamleder", "Egekøbing", "Hjemmepleje Nord", "dpo@example.dk", "O3")
    vault.put_workplace(place)
    vault.put_secret("leader.p12", b"older")
    vault.put_secret("leader.p12", bytes(range(256)))
    vault.close()
    again = reopen()
    assert again.workplace() == place
    assert again.secret("leader.p12") == bytes(range(256))


def test_the_vaults_own_keys_are_out_of_reach(vault):
    with pytest.raises(ValueError, match="own"):
        vault.secret(store.LEDGER_KEY)
    with pytest.raises(ValueError, match="own"):
        vault.put_secret(store.BACKUP_KEY, b"")


def test_a_closed_vault_says_so_and_keeps_what_it_had(vault, talk_with, reopen):
    talk = talk_with("Bo")
    vault.close()
    vault.close()
    with pytest.raises(RuntimeError):
        vault.get(talk.id)
    assert reopen().get(talk.id) == talk


def test_a_talk_of_an_older_form_still_opens(vault, talk_with):
    talk = talk_with("Bo")
    known = msgspec.json.decode(msgspec.json.encode(talk))
    del known["mandate"], known["changes"]
    body = msgspec.json.encode(known | {"a field of later": 1})
    with vault.transaction() as connection:
        connection.exec_driver_sql("UPDATE talks SET body = ?", (body,))
    assert vault.get(talk.id) == talk


def test_a_secret_can_be_forgotten(vault: store.Vault) -> None:
    """A key made for one signature goes when it has signed; the vault's own keys cannot be dropped by name."""
    vault.put_secret("one-time a", b"key a")
    vault.put_secret("one-time b", b"key b")
    vault.drop_secret("one-time a")
    vault.drop_secret("never kept")
    assert (vault.secret("one-time a"), vault.secret("one-time b")) == (None, b"key b")
    with pytest.raises(ValueError):
        vault.drop_secret(store.LEDGER_KEY)


def test_papers_of_one_kind_can_be_forgotten(vault: store.Vault, talk_with: Callable[[str], Conversation]) -> None:
    """Every version of the conversation sheet goes at closing; the agreement sheet, and other talks' papers, stay."""
    talk, other = talk_with("Kirsten"), talk_with("Bent")
    own = "samtaleark"
    for one, kind, version in ((talk, own, 1), (talk, own, 2), (talk, "aftaleark", 2), (other, own, 1)):
        vault.change(one.id, lambda talk, version=version, kind=kind: replace(talk, version=version, path=kind), {kind: b"%PDF"})
    with pytest.raises(ZeroDivisionError):
        vault.change(talk.id, lambda _: 1 / 0, forgotten=own)
    assert len(vault.papers(talk.id)) == 3, "with its talk's change, or not at all"
    vault.change(talk.id, lambda talk: talk, forgotten=own)
    assert [paper.kind for paper in vault.papers(talk.id)] == ["aftaleark"]
    assert len(vault.papers(other.id)) == 1
