# SPDX-License-Identifier: EUPL-1.2
"""The same talks sealed again after a crash, a lost journal or a folder put back: the same bytes; after a restore: nobody twice."""

import shutil
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from factory import PASSPHRASE, Clock, make_row, make_talk

from senior_desktop import backups, counts, desk, story
from senior_desktop.conversation.conversation import Answer, Conversation, Participant, Stage, new_id
from senior_desktop.errors import TooFewTalks, VaultDamaged
from senior_desktop.hr import csv_file
from senior_desktop.hr.chosen import SETS
from senior_desktop.vault import backup, contributions, counted, store
from senior_desktop.vault.keys import FLOOR
from senior_desktop.vault.store import Vault


def held(vault: Vault, names: list[str]) -> list[Conversation]:
    """A talk with each, held and not yet evaluated."""
    made = []
    for name in names:
        person = Participant(new_id(), name)
        vault.add_person(person)
        said = {"a01": name, "a13": vault.now().date().isoformat()}
        made.append(replace(make_talk(said, person=person.id, stage=Stage.HELD), id=new_id(), agreements=(make_row(),)))
        vault.add(made[-1])
    return made


def evaluated(vault: Vault, talks: list[Conversation]) -> None:
    for number, talk in enumerate(talks):
        for key in ("g1", "g2", "g3"):
            talk = story.record(vault, talk, key, Answer(1 + number % 3))


def declined(vault: Vault, *names: str) -> None:
    for name in names:
        person = Participant(new_id(), name)
        vault.add_person(person)
        said = {"a01": name, "a10": vault.now().date().isoformat(), "a11": 3}
        vault.add(replace(make_talk(said, person=person.id, stage=Stage.DECLINED, agreements=()), id=new_id()))


FIVE = ["Anne Dam", "Bo Eg", "Carl Friis", "Dorte Gran", "Erik Holm"]


def test_a_folder_put_back_as_it_was_before_the_hand_in_gives_the_same_bytes(vault, tmp_path, clock):
    """Also for offers that ended without a talk, which freeze at the hand-in itself."""
    evaluated(vault, held(vault, FIVE))
    declined(vault, "Grete Iversen", "Hans Juhl")
    vault.checkpoint()
    shutil.copytree(tmp_path / "vault", tmp_path / "before", ignore=shutil.ignore_patterns("vault.lock"))
    first = story.contribute(vault).content
    clock.now += timedelta(days=3)
    with store.open_with_passphrase(tmp_path / "before", PASSPHRASE, clock=clock) as again:
        assert story.contribute(again).content == first


def test_a_lost_journal_gives_the_same_bytes(vault, tmp_path, clock, monkeypatch):
    """The moment before the commit, without its -wal file; talks whose codes had not frozen yet freeze at the hand-in."""
    with monkeypatch.context() as cut:
        cut.setattr(story, "freeze_when_ready", lambda vault, talk: talk)
        cut.setattr(counts, "freeze_when_ready", lambda vault, talk: talk)
        evaluated(vault, held(vault, FIVE))
    declined(vault, "Grete Iversen")
    (tmp_path / "before").mkdir()
    seal = contributions.seal

    def sealed(*args, **more):
        for name in ("vault.db", "vault.json"):
            shutil.copyfile(tmp_path / "vault" / name, tmp_path / "before" / name)
        return seal(*args, **more)

    monkeypatch.setattr(contributions, "seal", sealed)
    first = story.contribute(vault).content
    monkeypatch.setattr(contributions, "seal", seal)
    with store.open_with_passphrase(tmp_path / "before", PASSPHRASE, clock=clock) as again:
        assert story.contribute(again).content == first


def restored(vault: Vault, file: Path, clock: Clock) -> Vault:
    vault.close()
    return backup.restore(file, backup.by_passphrase(PASSPHRASE), vault.folder, PASSPHRASE, cost=FLOOR, clock=clock)[0]


def test_what_was_sealed_after_the_copy_counts_in_the_restored_vault(vault, tmp_path, clock):
    """The copy holds the talks as they were before they were evaluated: evaluated once more, they do not count once more."""
    talks = held(vault, FIVE)
    backup.create(vault, tmp_path / "copy.seniorbackup")
    evaluated(vault, talks)
    story.contribute(vault)
    clock.now += timedelta(days=40)
    again = restored(vault, tmp_path / "copy.seniorbackup", clock)
    assert all(talk.counted for talk in again.conversations())
    assert story.waiting_for_hr(again).waiting == 0
    # A new talk with the same five within the year waits in vain; five others may be handed in.
    evaluated(again, held(again, FIVE))
    with pytest.raises(TooFewTalks):
        story.contribute(again)
    evaluated(again, held(again, [f"{name} Bang" for name in FIVE]))
    assert csv_file.read(story.contribute(again).content, SETS).n == 5
    again.close()


def test_no_copy_keeps_the_employees_own_answers_once_they_are_sealed(vault, tmp_path, clock):
    """Daily copies from between answering and sealing would: they begin anew."""
    talks = held(vault, FIVE)
    evaluated(vault, talks)
    backups.daily(vault)
    clock.now += timedelta(days=2)
    story.contribute(vault)
    assert backups.copies(vault) == (clock.now.date(),)
    (copy,) = (vault.folder / backups.FOLDER).iterdir()
    with restored(vault, copy, clock) as again:
        assert all(talk.counted and not {"g1", "g2", "g3"} & talk.answers.keys() for talk in again.conversations())
        assert again.secret(counted.drawn(talks[0].id)) is None


def test_the_file_of_who_was_counted_holds_hashes_and_days_and_forgets(vault, tmp_path, clock):
    evaluated(vault, held(vault, FIVE))
    story.contribute(vault)
    text = (tmp_path / "vault" / counted.FILE).read_text()
    assert not any(part.lower() in text.lower() for name in FIVE for part in name.split()) and len(counted.beside(vault.folder)) == 10
    clock.now += timedelta(days=800)
    evaluated(vault, held(vault, FIVE))
    story.contribute(vault)
    assert {day for _, day, _ in counted.beside(vault.folder)} == {clock.now.date().isoformat()}


@pytest.mark.parametrize("rubbish", [b"", b"{", b"[]", b'{"format": "senior-counted/9", "rows": []}', b"[" * 9999])
def test_a_spoilt_file_of_who_was_counted_stops_a_hand_in_in_words_and_nothing_is_sealed(vault, tmp_path, clock, rubbish):
    evaluated(vault, held(vault, FIVE))
    (tmp_path / "vault" / counted.FILE).write_bytes(rubbish)
    with pytest.raises(VaultDamaged):
        story.contribute(vault)
    assert story.handed_in(vault) == () and story.waiting_for_hr(vault).waiting == 5


def test_a_late_talk_carries_the_half_year_of_the_hand_in_and_no_date(vault, clock):
    """Held in March, handed in with others in November: nothing in the file tells which talk is old."""
    clock.now = clock.now.replace(month=3)
    evaluated(vault, held(vault, ["Grete Iversen"]))
    assert story.waiting_for_hr(vault).waiting == 1
    clock.now = clock.now.replace(month=11)
    evaluated(vault, held(vault, FIVE))
    file = story.contribute(vault)
    batch = csv_file.read(file.content, SETS)
    assert (batch.n, batch.period) == (6, f"{clock.now.year}H2")
    for text in (file.content.decode(), file.companion, file.description.decode()):
        assert "-03-" not in text and f"{clock.now.year}H1" not in text


def test_an_erased_person_leaves_the_sealed_file_as_it_was(vault, tmp_path):
    talks = held(vault, [*FIVE, "Grete Iversen"])
    evaluated(vault, talks)
    first = story.contribute(vault)
    desk.erase(vault, talks[0])
    assert story.handed_in(vault)[0].content == first.content
    assert talks[0].id.encode() not in first.content and talks[0].person.encode() not in first.content
