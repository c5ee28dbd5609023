# SPDX-License-Identifier: EUPL-1.2
"""A backup opens on another computer with the passphrase of its day, never the live vault; what was erased stays erased."""

import random

import pytest

from senior_desktop.conversation.conversation import Answer, with_answer
from senior_desktop.errors import (
    BackupDamaged,
    VaultInUse,
    VaultKeyMissing,
    VaultNewer,
    WrongPassphrase,
    WrongRecoverySheet,
)
from senior_desktop.vault import audit, backup, contributions, erase, keys, slots, store

NEW = "en helt ny og lang sætning"


def by(passphrase):
    return backup.by_passphrase(passphrase)


@pytest.fixture
def file(tmp_path):
    return tmp_path / "kopi.seniorbackup"


@pytest.fixture
def said(vault, talk_with):
    """A talk with a marker in it."""
    talk = talk_with("Bodil")
    return vault.change(talk.id, lambda talk: with_answer(talk, "c12", Answer("kaffe og dybhavsfiskeri")))


def restored(file, opens, folder, clock):
    return backup.restore(file, opens, folder, NEW, cost=keys.FLOOR, clock=clock)


def test_on_another_computer_everything_is_there_under_new_keys(vault, said, file, tmp_path, passphrase, clock):
    backup.create(vault, file)
    again, groups = restored(file, by(passphrase), tmp_path / "other", clock)
    with again:
        assert again.get(said.id) == said and audit.check(again)
        assert [event for _, event, _ in audit.events(again)][-1] == "restored"
        assert again.vault_id != vault.vault_id and len(groups) == 8
    with pytest.raises(WrongPassphrase):
        store.open_with_passphrase(tmp_path / "other", passphrase, clock=clock)
    with store.open_with_recovery(tmp_path / "other", groups, clock=clock) as by_sheet:
        assert by_sheet.get(said.id) == said


def test_the_sheet_of_the_day_opens_it_too_and_another_does_not(made, said, file, tmp_path, clock):
    vault, groups = made
    backup.create(vault, file)
    with pytest.raises(WrongRecoverySheet):
        restored(file, backup.by_recovery(slots.recovery_groups(bytes(16))), tmp_path / "other", clock)
    with restored(file, backup.by_recovery(groups), tmp_path / "other", clock)[0] as again:
        assert again.get(said.id) == said


def test_nothing_readable_is_in_the_file_and_no_copy_is_left_beside_the_vault(vault, said, file, folder):
    backup.create(vault, file)
    whole = file.read_bytes()
    assert b"dybhavsfiskeri" not in whole and "dybhavsfiskeri".encode("utf-16-le") not in whole and b"Bodil" not in whole
    assert {one.name for one in folder.iterdir()} <= {"vault.db", "vault.json", "vault.lock", "vault.db-wal", "vault.db-shm"}


def test_the_keys_in_a_backup_never_open_the_live_vault(vault, said, file, folder, passphrase):
    """Only the backup key's wraps are copied: whoever has the old passphrase and the file has the file, and no more."""
    backup.create(vault, file)
    header, _ = backup._parts(file.read_bytes())
    live = slots.read(folder)
    wraps = bytes(header.passphrase.backup) + bytes(header.recovery)
    assert bytes(live.passphrase.key) not in wraps and bytes(live.recovery.key) not in wraps
    assert bytes(live.passphrase.key) not in file.read_bytes() and keys.derive(vault._master.vault_key, "db") not in file.read_bytes()


def test_waiting_codes_are_left_out_and_wait_on_in_the_vault(vault, said, file, tmp_path, passphrase, clock):
    contributions.wait(vault, said.id, said.person, "sen1-e1", {"g3": 1}, bytes(range(32)), "2026-03-01")
    backup.create(vault, file)
    assert len(contributions.waiting(vault)) == 1
    with restored(file, by(passphrase), tmp_path / "other", clock)[0] as again:
        assert contributions.waiting(again) == []


def test_what_was_erased_since_stays_erased_and_the_old_vault_is_kept_aside(vault, said, talk_with, file, folder, passphrase, clock):
    other = talk_with("Anna")
    backup.create(vault, file)
    erase.erase(vault, said.id)
    vault.close()
    with restored(file, by(passphrase), folder, clock)[0] as again:
        assert {talk.id for talk in again.conversations()} == {other.id}
        assert {person.name for person in again.people()} == {"Anna"}
    assert {one.name for one in (folder / backup.ASIDE / "1").iterdir()} >= {"vault.db", "vault.json"}
    with store.open_with_passphrase(folder / backup.ASIDE / "1", passphrase, clock=clock) as old:
        assert {talk.id for talk in old.conversations()} == {other.id}


def test_an_open_vault_is_not_restored_over(vault, said, file, folder, passphrase, clock):
    backup.create(vault, file)
    with pytest.raises(VaultInUse):
        restored(file, by(passphrase), folder, clock)
    assert vault.get(said.id) == said


def test_a_wrong_passphrase_changes_nothing(vault, said, file, folder, passphrase, clock):
    backup.create(vault, file)
    vault.close()
    before = {one.name: one.read_bytes() for one in folder.iterdir() if one.is_file()}
    with pytest.raises(WrongPassphrase):
        restored(file, by("noget andet og langt"), folder, clock)
    assert {one.name: one.read_bytes() for one in folder.iterdir() if one.is_file()} == before
    with store.open_with_passphrase(folder, passphrase, clock=clock) as again:
        assert again.get(said.id) == said


def test_any_flipped_bit_cut_or_foreign_file_is_found(vault, said, file, tmp_path, passphrase):
    backup.create(vault, file)
    good, chance = file.read_bytes(), random.Random(3)
    opens = by(passphrase)
    key = opens(backup._parts(good)[0])
    quick = lambda _: key  # noqa: E731 - the passphrase's half second is not what is tried here
    assert backup.verify(file, quick, tmp_path).rows["talks"] == 1
    for _ in range(120):
        at = chance.randrange(len(good))
        file.write_bytes(good[:at] + bytes([good[at] ^ 1 << chance.randrange(8)]) + good[at + 1 :])
        with pytest.raises((BackupDamaged, VaultNewer)):
            backup.verify(file, quick, tmp_path)
    for bad in (b"", good[:-4096], good + b"x", b"%PDF-1.7", b"SENIORBACKUP1\n" + b"\xff" * 400, good[: len(good) // 2]):
        file.write_bytes(bad)
        with pytest.raises(BackupDamaged):
            backup.verify(file, quick, tmp_path)
    file.write_bytes(good.replace(b"SENIORBACKUP1", b"SENIORBACKUP2", 1))
    with pytest.raises(VaultNewer):
        backup.verify(file, quick, tmp_path)


def test_a_restored_vault_has_no_key_in_any_key_store(vault, said, file, tmp_path, passphrase, keyring, clock):
    vault.remember_device(keyring)
    backup.create(vault, file)
    restored(file, by(passphrase), tmp_path / "other", clock)[0].close()
    with pytest.raises(VaultKeyMissing):
        store.open_with_device(tmp_path / "other", keyring, clock=clock)
