# SPDX-License-Identifier: EUPL-1.2
"""The three ways to unlock, the sheet's digits, and what each wrong key or damaged file is called."""

import json
import unicodedata
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from senior_desktop.errors import (
    FolderUnwritable,
    KeyringUnavailable,
    VaultDamaged,
    VaultExists,
    VaultKeyMissing,
    VaultMissing,
    VaultNewer,
    WeakPassphrase,
    WrongPassphrase,
    WrongRecoverySheet,
)
from senior_desktop.vault import database, keys, slots, store
from senior_desktop.vault.keyrings import Memory
from senior_desktop.vault.keys import Cost

SECRETS = st.binary(min_size=16, max_size=16)


def edit(folder, change):
    """Change vault.json as an editor would, without its sum."""
    file = folder / slots.FILE
    content = json.loads(file.read_text())
    change(content)
    file.write_text(json.dumps(content))


def test_passphrase_sheet_and_computer_open_the_same_vault(made, folder, keyring, talk_with, passphrase):
    vault, groups = made
    talk = talk_with("Bo")
    vault.remember_device(keyring)
    vault.close()
    ways = (
        lambda: store.open_with_passphrase(folder, passphrase),
        lambda: store.open_with_recovery(folder, groups),
        lambda: store.open_with_recovery(folder, " - ".join(groups)),
        lambda: store.open_with_device(folder, keyring),
    )
    for way in ways:
        with way() as opened:
            assert opened.get(talk.id) == talk


def test_a_passphrase_typed_on_another_keyboard_is_the_same(vault, folder, passphrase):
    vault.close()
    apart = unicodedata.normalize("NFD", passphrase)
    assert apart != passphrase
    store.open_with_passphrase(folder, apart).close()


def test_a_wrong_passphrase_or_sheet_writes_nothing(made, folder, passphrase):
    vault, groups = made
    vault.close()
    before = {file.name: file.read_bytes() for file in folder.iterdir()}
    with pytest.raises(WrongPassphrase):
        store.open_with_passphrase(folder, passphrase + "!")
    with pytest.raises(WrongRecoverySheet) as other_sheet:
        store.open_with_recovery(folder, slots.recovery_groups(bytes(16)))
    with pytest.raises(WrongRecoverySheet) as slip:
        store.open_with_recovery(folder, (*groups[:4], "123456", *groups[5:]))
    assert (other_sheet.value.facts, slip.value.facts) == ({"group": 0}, {"group": 5})
    assert {file.name: file.read_bytes() for file in folder.iterdir()} == before


def test_a_forgotten_passphrase_is_replaced_by_way_of_the_sheet(made, folder, passphrase):
    vault, groups = made
    vault.close()
    with store.open_with_recovery(folder, groups) as opened:
        with pytest.raises(WeakPassphrase):
            opened.change_passphrase("kort", cost=keys.FLOOR)
        opened.change_passphrase("en helt ny sætning", cost=keys.FLOOR)
    with pytest.raises(WrongPassphrase):
        store.open_with_passphrase(folder, passphrase)
    store.open_with_passphrase(folder, "en helt ny sætning").close()
    store.open_with_recovery(folder, groups).close()


def test_the_computer_can_change_the_passphrase_too(vault, folder, keyring):
    vault.remember_device(keyring)
    vault.close()
    with store.open_with_device(folder, keyring) as opened:
        opened.change_passphrase("en helt ny sætning", cost=keys.FLOOR)
    store.open_with_passphrase(folder, "en helt ny sætning").close()


def test_a_forgotten_computer_no_longer_opens(vault, folder, keyring):
    vault.remember_device(keyring)
    vault.forget_device(keyring)
    assert (keyring.get(vault.vault_id), vault.has_device) == (None, False)
    vault.close()
    with pytest.raises(VaultKeyMissing):
        store.open_with_device(folder, keyring)


def test_each_new_unlock_makes_a_fresh_device_key(vault, keyring):
    vault.remember_device(keyring)
    first = keyring.get(vault.vault_id)
    vault.remember_device(keyring)
    assert keyring.get(vault.vault_id) not in (None, first)


def another_back_end(keyring, vault_id):
    keyring.name = "another"


def entry_gone(keyring, vault_id):
    keyring.remove(vault_id)


def entry_of_another(keyring, vault_id):
    keyring.put(vault_id, bytes(32))


def entry_cut(keyring, vault_id):
    keyring.put(vault_id, keyring.get(vault_id)[:16])


@pytest.mark.parametrize("change", [another_back_end, entry_gone, entry_of_another, entry_cut])
def test_a_missing_key_is_said_and_the_passphrase_still_opens(vault, folder, keyring, change, passphrase):
    vault.remember_device(keyring)
    vault.close()
    change(keyring, vault.vault_id)
    with pytest.raises(VaultKeyMissing):
        store.open_with_device(folder, keyring)
    store.open_with_passphrase(folder, passphrase).close()


def test_no_key_store_is_not_a_missing_key(vault, folder, keyring):
    vault.remember_device(keyring)
    vault.close()
    with pytest.raises(KeyringUnavailable):
        store.open_with_device(folder, None)


@pytest.mark.parametrize(
    "change",
    [
        lambda file: file.pop("kcv"),
        lambda file: file.update(kcv="0" * 16),
        lambda file: file["passphrase"].update(key="AAAA"),
        lambda file: file["passphrase"]["cost"].update(memory=2**40),
        lambda file: file["passphrase"]["cost"].update(passes=1),
        lambda file: file["passphrase"].update(salt="AAAAAAAAAAAAAAAAAAAAAA=="),
        lambda file: file.update(recovery=[]),
        lambda file: file.update(format="another"),
    ],
)
def test_a_damaged_vault_json_is_not_a_wrong_passphrase(vault, folder, change, passphrase):
    vault.close()
    edit(folder, change)
    with pytest.raises(VaultDamaged) as damaged:
        store.open_with_passphrase(folder, passphrase)
    assert damaged.value.facts["place"].startswith("vault.json")


def test_no_flipped_bit_of_vault_json_is_read_as_something_else(vault, folder, passphrase):
    vault.close()
    file = folder / slots.FILE
    whole, intact, seen = file.read_bytes(), slots.read(folder), 0
    for at in range(len(whole)):
        file.write_bytes(whole[:at] + bytes([whole[at] ^ 1]) + whole[at + 1 :])
        try:
            # Spare bits of base64 and a misspelt "device": null change nothing.
            assert slots.read(folder) == intact
        except (VaultDamaged, VaultNewer):
            seen += 1
    assert seen > 0.9 * len(whole) - whole.count(b" ")
    file.write_bytes(whole)
    store.open_with_passphrase(folder, passphrase).close()


def test_the_place_of_a_fault_is_told_without_what_stood_there(vault, folder, passphrase):
    vault.close()
    edit(folder, lambda file: file["passphrase"]["cost"].update(passes="Hemmelig"))
    with pytest.raises(VaultDamaged) as damaged:
        store.open_with_passphrase(folder, passphrase)
    assert damaged.value.facts == {"place": "vault.json $.passphrase.cost.passes"}


def test_a_newer_vault_json_is_left_alone(vault, folder, passphrase):
    vault.close()
    edit(folder, lambda file: file.update(format="senior-vault/2", passphrase=7))
    before = (folder / slots.FILE).read_bytes()
    with pytest.raises(VaultNewer):
        store.open_with_passphrase(folder, passphrase)
    assert (folder / slots.FILE).read_bytes() == before


def test_a_vault_json_that_may_not_be_read_is_not_called_damaged(vault, folder, monkeypatch):
    """Somebody took the right to it away: the talks are whole, and IT can help."""
    vault.close()

    def refused(_: Path) -> bytes:
        raise PermissionError

    with monkeypatch.context() as patched:
        patched.setattr(Path, "read_bytes", refused)
        with pytest.raises(FolderUnwritable):
            slots.read(folder)
    assert slots.read(folder).vault == vault.vault_id


def test_a_vault_json_of_a_million_brackets_is_damaged(vault, folder):
    """Made by chance or on purpose, it is told as any other damage."""
    vault.close()
    (folder / slots.FILE).write_bytes(b'{"format": ' + b"[" * 100_000)
    with pytest.raises(VaultDamaged):
        slots.read(folder)


@pytest.mark.parametrize("lost", [slots.FILE, database.FILE])
def test_half_a_vault_is_damaged_and_never_made_anew(vault, folder, lost, passphrase):
    vault.close()
    (folder / lost).unlink()
    with pytest.raises(VaultDamaged) as damaged:
        store.open_with_passphrase(folder, passphrase)
    assert damaged.value.facts == {"place": lost}
    with pytest.raises(VaultExists):
        store.create(folder, passphrase, cost=keys.FLOOR)
    assert not (folder / lost).exists()


def test_an_existing_vault_is_never_made_anew(vault, folder, talk_with, passphrase):
    talk = talk_with("Bo")
    with pytest.raises(VaultExists):
        store.create(folder, passphrase, cost=keys.FLOOR)
    assert vault.get(talk.id) == talk


def test_an_empty_folder_has_no_vault(tmp_path, passphrase):
    with pytest.raises(VaultMissing):
        store.open_with_passphrase(tmp_path, passphrase)
    assert list(tmp_path.iterdir()) == []


def test_a_weak_passphrase_makes_nothing(folder):
    with pytest.raises(WeakPassphrase) as weak:
        store.create(folder, "elleve tegn", cost=keys.FLOOR)
    assert weak.value.facts == {"least": 12}
    assert not store.exists(folder)


@pytest.mark.parametrize("weak", [" " * 16, "a" * 16, "abababababab", "ab cd e  ed cb", "a\u030a" * 12, "å" + "a\u030aabcd" * 3])
def test_a_long_passphrase_of_few_characters_is_weak_too(folder, vault, passphrase, weak):
    """At first run and when it is changed; counted in NFC, white space aside."""
    with pytest.raises(WeakPassphrase) as refused:
        slots.make(weak, cost=keys.FLOOR)
    assert refused.value.facts == {"least": 12}
    found = slots.read(folder)
    with pytest.raises(WeakPassphrase):
        slots.with_passphrase(found, slots.by_passphrase(found, passphrase), weak, cost=keys.FLOOR)


def test_length_is_counted_as_the_key_is_derived():
    """Twelve letters typed as two signs each are twelve, and eleven are too few."""
    word = unicodedata.normalize("NFD", "åäöüéèñçîôû")
    assert len(word) == 22
    with pytest.raises(WeakPassphrase):
        slots.make(word, cost=keys.FLOOR)
    slots.make(word + "x", cost=keys.FLOOR)


def test_white_space_at_the_ends_is_part_of_the_passphrase(folder):
    """It is neither taken away nor a fault."""
    made, master, _ = slots.make("  fire små ord  ", cost=keys.FLOOR)
    assert slots.by_passphrase(made, "  fire små ord  ") == master
    with pytest.raises(WrongPassphrase):
        slots.by_passphrase(made, "fire små ord")


@pytest.mark.parametrize("cost", [Cost(1024, 3, 4), Cost(64 * 1024, 2, 4), Cost(64 * 1024, 3, 1), Cost(2**21, 3, 4)])
def test_no_passphrase_is_made_cheaper_than_the_floor(cost):
    with pytest.raises(ValueError, match="floor"):
        keys.from_passphrase("en lang sætning", bytes(16), cost)


def test_the_cost_is_that_of_the_page():
    assert Cost(memory=256 * 1024, passes=3, lanes=4) == keys.DEFAULT


class Deaf(Memory):
    """A key store that takes the key and cannot give it back."""

    def put(self, vault_id, secret):
        raise KeyringUnavailable(backend=self.name)


def test_a_key_store_that_fails_at_first_run_leaves_nothing_behind(folder, passphrase):
    with pytest.raises(KeyringUnavailable):
        store.create(folder, passphrase, keyring=Deaf(), cost=keys.FLOOR)
    assert not store.exists(folder)
    store.create(folder, passphrase, cost=keys.FLOOR)[0].close()
    store.open_with_passphrase(folder, passphrase).close()


def test_slots_are_never_saved_over_another_key(vault, folder):
    before = (folder / slots.FILE).read_bytes()
    with pytest.raises(ValueError, match="another key"):
        slots.save(folder, slots.read(folder), slots.Master(keys.new_key(), keys.new_key()))
    assert (folder / slots.FILE).read_bytes() == before


def test_a_wrapped_key_opens_only_in_its_own_place(made, folder, passphrase):
    """Backup key and vault key are bound to their slots: one put in the other's place is refused."""
    vault, groups = made
    vault.close()
    found = slots.read(folder)
    swapped = slots.PassphraseSlot(
        found.passphrase.salt, found.passphrase.cost, found.passphrase.backup, found.passphrase.key
    )
    mixed = slots.Slots(found.format, found.vault, found.kcv, swapped, found.recovery)
    renamed = slots.Slots(found.format, "0" * 32, found.kcv, found.passphrase, found.recovery)
    with pytest.raises(WrongPassphrase):
        slots.by_passphrase(mixed, passphrase)
    with pytest.raises(WrongRecoverySheet):
        slots.by_recovery(renamed, groups)


def test_both_slots_hold_the_same_two_keys(made, folder, passphrase):
    vault, groups = made
    found = slots.read(folder)
    assert slots.by_passphrase(found, passphrase) == slots.by_recovery(found, groups)


@given(SECRETS)
def test_a_sheet_reads_back(secret):
    groups = slots.recovery_groups(secret)
    assert [len(group) for group in groups] == [6] * 8
    assert slots.recovery_secret(groups) == slots.recovery_secret(" ".join(groups)) == secret


@given(SECRETS, st.integers(0, 7), st.integers(0, 5), st.integers(1, 9))
def test_every_wrong_digit_is_found_in_its_group(secret, group, place, step):
    groups = list(slots.recovery_groups(secret))
    digit = (int(groups[group][place]) + step) % 10
    groups[group] = f"{groups[group][:place]}{digit}{groups[group][place + 1 :]}"
    with pytest.raises(WrongRecoverySheet) as wrong:
        slots.recovery_secret(groups)
    assert wrong.value.facts == {"group": group + 1}


@given(SECRETS, st.integers(0, 7), st.integers(0, 4))
def test_every_swap_of_neighbours_is_found_in_its_group(secret, group, place):
    groups = list(slots.recovery_groups(secret))
    before = groups[group]
    groups[group] = before[:place] + before[place + 1] + before[place] + before[place + 2 :]
    if groups[group] == before:
        assert slots.recovery_secret(groups) == secret
        return
    with pytest.raises(WrongRecoverySheet) as wrong:
        slots.recovery_secret(groups)
    assert wrong.value.facts == {"group": group + 1}


@pytest.mark.parametrize(
    ("typed", "group"),
    [
        (("000011",) * 7, 0),
        (("000011",) * 9, 0),
        ("", 0),
        (("000011",) * 7 + ("00011",), 8),
        (("000011",) * 7 + ("00001a",), 8),
        (("720896",) + ("000011",) * 7, 1),  # 65,536 times 11
        (("٠٠٠٠١١",) + ("000011",) * 7, 1),
    ],
)
def test_what_cannot_be_a_sheet_is_refused(typed, group):
    with pytest.raises(WrongRecoverySheet) as wrong:
        slots.recovery_secret(typed)
    assert wrong.value.facts == {"group": group}


@given(st.text())
def test_any_text_typed_is_a_sheet_or_refused(text):
    try:
        secret = slots.recovery_secret(text)
    except WrongRecoverySheet as wrong:
        assert 0 <= wrong.facts["group"] <= 8
    else:
        assert len(secret) == 16
