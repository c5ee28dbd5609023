# SPDX-License-Identifier: EUPL-1.2
"""A new passphrase, sheet or escrow key, or every key new: the new opens, the old does not, and a power cut leaves one of the two."""

import shutil

import pytest
from hypothesis import given
from hypothesis import strategies as some

from senior_desktop.conversation.conversation import Answer, with_answer
from senior_desktop.errors import EscrowRefused, VaultDamaged, WeakPassphrase, WrongPassphrase, WrongRecoverySheet
from senior_desktop.vault import audit, backup, database, escrow, keys, slots, store, ways_in

NEW = "en helt ny og lang sætning"


@pytest.fixture
def said(vault, talk_with):
    """A talk with words in it."""
    return vault.change(talk_with("Bo").id, lambda talk: with_answer(talk, "c12", Answer("kaffe og dybhavsfiskeri")))


def rotated(vault, **also):
    return ways_in.rotate(vault, NEW, cost=keys.FLOOR, **also)


def test_whoever_changes_the_keys_says_the_passphrase_or_the_sheet(made, passphrase):
    vault, groups = made
    ways_in.confirm(vault, passphrase)
    ways_in.confirm(vault, " - ".join(groups))
    for wrong, error in (("noget helt andet her", WrongPassphrase), ("0" * 48, WrongRecoverySheet), ("123456", WrongPassphrase)):
        with pytest.raises(error):
            ways_in.confirm(vault, wrong)


def test_a_new_sheet_holds_when_it_is_kept_and_not_before(made, folder, clock):
    vault, old = made
    sheet = ways_in.new_sheet(vault)
    ways_in.confirm(vault, "".join(old))
    ways_in.keep_sheet(vault, sheet)
    vault.close()
    with pytest.raises(WrongRecoverySheet):
        store.open_with_recovery(folder, old, clock=clock)
    with store.open_with_recovery(folder, sheet.groups, clock=clock) as again:
        assert [event for _, event, _ in audit.events(again)][-2:] == ["sheet_renewed", "opened"]


def test_all_keys_new_and_everything_still_there(made, said, folder, keyring, passphrase, clock):
    vault, old = made
    vault.remember_device(keyring)
    before, files = vault._master, {name: (folder / name).read_bytes() for name in ("vault.json",)}
    groups = rotated(vault)
    assert vault.get(said.id) == said and audit.check(vault) and not vault.has_device
    assert vault._master.vault_key != before.vault_key and vault._got(store.secrets, store.BACKUP_KEY) == vault._master.backup_key
    vault.close()
    assert not (folder / database.REKEYED).exists() and files["vault.json"] != (folder / "vault.json").read_bytes()
    with pytest.raises(VaultDamaged):
        database.connect(folder / database.FILE, keys.derive(before.vault_key, "db"))
    with pytest.raises(WrongPassphrase):
        store.open_with_passphrase(folder, passphrase, clock=clock)
    with pytest.raises(WrongRecoverySheet):
        store.open_with_recovery(folder, old, clock=clock)
    with store.open_with_recovery(folder, groups, clock=clock) as again:
        assert again.get(said.id) == said and [event for _, event, _ in audit.events(again)][-2] == "keys_changed"


def test_an_old_key_file_and_an_old_backup_never_open_the_live_vault(made, said, folder, tmp_path, passphrase, clock):
    """Whoever kept vault.json, its sheet and a backup from before opens that backup, and nothing of today's."""
    vault, old_groups = made
    file = tmp_path / "old.seniorbackup"
    backup.create(vault, file)
    kept = (folder / "vault.json").read_bytes()
    rotated(vault)
    vault.change(said.id, lambda talk: with_answer(talk, "c12", Answer("sagt bagefter")))
    vault.close()
    thief = tmp_path / "thief"
    thief.mkdir()
    shutil.copy(folder / database.FILE, thief)
    (thief / "vault.json").write_bytes(kept)
    for open_it in (lambda: store.open_with_recovery(thief, old_groups, clock=clock), lambda: store.open_with_passphrase(thief, passphrase, clock=clock)):
        with pytest.raises(VaultDamaged):
            open_it()
    backup_key = backup.by_recovery(old_groups)(backup._parts(file.read_bytes())[0])
    for key in (backup_key, keys.derive(backup_key, "db"), keys.derive(backup_key, f"backup/{backup._parts(file.read_bytes())[0].backup}")):
        with pytest.raises(VaultDamaged):
            database.connect(folder / database.FILE, key)
    assert backup.verify(file, backup.by_recovery(old_groups), tmp_path).rows["talks"] == 1


@pytest.mark.parametrize("cut_at", ["the copy", "the key file", "the swap"])
def test_a_power_cut_while_keys_change_leaves_the_old_vault_or_the_new(made, said, folder, passphrase, clock, monkeypatch, cut_at):
    vault, _ = made

    class Cut(BaseException):
        """The power is gone."""

    def cut(*_, **__):
        raise Cut

    place, name = {"the copy": (database, "refuse_damaged"), "the key file": (slots, "save"), "the swap": (database, "finish_rekey")}[cut_at]
    with monkeypatch.context() as at, pytest.raises(Cut):
        at.setattr(place, name, cut)
        rotated(vault)
    if cut_at == "the copy":  # a process that is cut off clears nothing away
        (folder / database.REKEYED).write_bytes(b"half a copy")
    vault.engine.dispose()
    vault._lock.release()
    right, wrong = (NEW, passphrase) if cut_at == "the swap" else (passphrase, NEW)
    with store.open_with_passphrase(folder, right, clock=clock) as again:
        assert again.get(said.id) == said and audit.check(again)
    assert not (folder / database.REKEYED).exists()
    with pytest.raises(WrongPassphrase):
        store.open_with_passphrase(folder, wrong, clock=clock)


def test_a_weak_passphrase_changes_no_key(vault, said, folder):
    before = (folder / "vault.json").read_bytes()
    with pytest.raises(WeakPassphrase):
        ways_in.rotate(vault, "kort", cost=keys.FLOOR)
    assert (folder / "vault.json").read_bytes() == before and vault.get(said.id) == said


def test_the_municipalitys_key_opens_the_vault_and_its_backups_and_the_case_is_logged(vault, said, folder, tmp_path, clock):
    private, public = escrow.new_pair()
    other, _ = escrow.new_pair()
    assert ways_in.put_escrow(vault, public) == escrow.fingerprint(public) == vault.slots.escrow.fingerprint
    backup.create(vault, tmp_path / "a.seniorbackup")
    vault.close()
    with pytest.raises(EscrowRefused):
        ways_in.open_with_escrow(folder, other, "2026-17", clock=clock)
    with ways_in.open_with_escrow(folder, private, "2026-17", clock=clock) as again:
        assert again.get(said.id) == said
        assert audit.events(again)[-1][1:] == ("opened_by_escrow", "2026-17")
        ways_in.drop_escrow(again)
    with pytest.raises(EscrowRefused):
        ways_in.open_with_escrow(folder, private, "2026-17", clock=clock)
    header = backup._parts((tmp_path / "a.seniorbackup").read_bytes())[0]
    assert len(backup.by_escrow(private)(header)) == 32
    with pytest.raises(EscrowRefused):
        backup.by_escrow(other)(header)


def test_a_changed_key_file_is_told_with_an_escrow_slot_in_it_too(vault, folder):
    ways_in.put_escrow(vault, escrow.new_pair()[1])
    file = folder / slots.FILE
    whole = file.read_bytes()
    file.write_bytes(whole.replace(vault.slots.escrow.fingerprint[:4].encode(), b"ffff", 1))
    with pytest.raises(VaultDamaged):
        slots.read(folder)


@given(some.binary(min_size=32, max_size=32), some.binary(min_size=0, max_size=40), some.integers(0, 79), some.integers(1, 255))
def test_what_is_sealed_opens_only_whole_and_only_where_it_belongs(key, about, at, flip):
    private, public = escrow.new_pair()
    sealed = escrow.seal(public, key, about)
    assert len(sealed) == escrow.SEALED_BYTES and escrow.unseal(private, sealed, about) == key
    for wrong, place in ((sealed[:at] + bytes([sealed[at] ^ flip]) + sealed[at + 1 :], about), (sealed, about + b"x")):
        with pytest.raises(EscrowRefused):
            escrow.unseal(private, wrong, place)


def test_a_public_key_is_hexadecimal_base64_or_a_file(tmp_path):
    public = bytes(range(32))
    (tmp_path / "key.txt").write_text(public.hex() + "\n")
    assert {escrow.public_key(said) for said in (public.hex(), "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=", str(tmp_path / "key.txt"))} == {public}
    for wrong in ("", "00", str(tmp_path / "none.txt"), str(tmp_path)):
        with pytest.raises(EscrowRefused):
            escrow.public_key(wrong)
    with pytest.raises(EscrowRefused):
        escrow.seal(bytes(32), public, b"")
