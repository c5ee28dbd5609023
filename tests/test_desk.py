# SPDX-License-Identifier: EUPL-1.2
"""Keeping house: settings that were damaged, folders that are refused, and who holds a key to the vault."""

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

import pytest
from factory import PASSPHRASE, make_vault, make_workplace

from senior_desktop import desk, policy
from senior_desktop.errors import BadFolder, EscrowRefused, VaultKeyMissing, WrongRecoverySheet
from senior_desktop.policy import Policy
from senior_desktop.vault import store
from senior_desktop.vault.keyrings import Memory
from senior_desktop.vault.keys import FLOOR


def test_settings_come_back(tmp_path: Path) -> None:
    """As they were chosen."""
    chosen = desk.Settings("en", 24, "dark")
    desk.keep_settings(tmp_path, chosen)
    assert desk.settings(tmp_path) == chosen


@pytest.mark.parametrize(
    "content",
    [
        "",
        "[]",
        "{}",
        "[" * 100_000,
        '{"language": "da", "size": Infinity, "look": "dark"}',
        '{"language": "da", "size": 400, "look": "dark"}',
        '{"language": "../x", "size": 16, "look": "dark"}',
        '{"language": "da", "size": null, "look": "dark"}',
    ],
)
def test_damaged_settings_are_the_defaults(tmp_path: Path, content: str) -> None:
    """Nobody is kept from the talks by a text size."""
    (tmp_path / "settings.json").write_text(content, encoding="utf-8")
    assert desk.settings(tmp_path) == desk.Settings()


def test_no_vault_is_made_in_a_synchronised_folder(tmp_path: Path) -> None:
    """Refused before anything is written there."""
    folder = tmp_path / "OneDrive - Eksempel Kommune" / "Seniorsamtale"
    with pytest.raises(BadFolder):
        desk.first_run(folder, PASSPHRASE, make_workplace(), None)
    assert not folder.exists()


def test_a_key_store_opens_the_vault_until_it_is_forbidden(
    tmp_path: Path, clock: object, monkeypatch: pytest.MonkeyPatch
) -> None:
    """IT turns to strict: at the next passphrase the key of before is taken out of the store and of the file."""
    keyring = Memory()
    make_vault(tmp_path, clock).close()
    desk.unlock(tmp_path, PASSPHRASE, keyring).close()
    desk.unlock_with_device(tmp_path, keyring).close()
    monkeypatch.setattr(desk, "this_keyring", lambda: keyring)
    desk.unlock(tmp_path, PASSPHRASE, None).close()
    desk.unlock_with_device(tmp_path, keyring).close()

    monkeypatch.setattr(policy, "in_force", lambda: Policy({"machine": {"KeyMode": "strict"}}))
    with desk.unlock(tmp_path, PASSPHRASE, None) as vault:
        assert not vault.has_device and keyring.get(vault.vault_id) is None
    with pytest.raises(VaultKeyMissing):
        desk.unlock_with_device(tmp_path, keyring)


def test_the_day_of_hovedmed_can_be_noted_before_the_workplace(tmp_path: Path, clock: object) -> None:
    """The power went between the vault and its workplace: the rest is filled in under settings."""
    with store.create(tmp_path, PASSPHRASE, cost=FLOOR, clock=clock)[0] as vault:
        assert desk.enter_discussed(vault, "2026-03-02").discussed == "2026-03-02"


def test_the_sheet_opens_however_its_digits_are_typed(tmp_path: Path, clock: Callable[[], datetime]) -> None:
    """In groups, in one run, with dashes, over several lines; one digit too few or too many is no sheet."""
    vault, groups = store.create(tmp_path, PASSPHRASE, cost=FLOOR, clock=clock)
    vault.close()
    run = "".join(groups)
    pairs = " ".join(run[at : at + 2] for at in range(0, 48, 2))
    for typed in (" ".join(groups), run, "-".join(groups), " \u2013 ".join(groups), "\r\n".join(groups), f"\t{pairs}\n"):
        desk.unlock_with_sheet(tmp_path, typed, None).close()
    for typed in ("", run[:-1], run + "0", "".join(groups[:7]), "otte grupper"):
        with pytest.raises(WrongRecoverySheet) as wrong:
            desk.unlock_with_sheet(tmp_path, typed, None)
        assert wrong.value.facts == {"group": 0}
    with pytest.raises(WrongRecoverySheet) as wrong:
        desk.unlock_with_sheet(tmp_path, f"{(int(groups[0]) + 1) % 10**6:06}{run[6:]}", None)
    assert wrong.value.facts == {"group": 1}


def test_a_vault_that_was_moved_into_a_synchronised_folder_is_not_opened_there(tmp_path: Path, clock: Callable[[], datetime]) -> None:
    """Before anything is touched: a service that copies half a file in the midst of a save breaks it."""
    folder = tmp_path / "OneDrive - Eksempel" / "Seniorsamtale"
    make_vault(folder, clock).close()
    before = {one.name: one.read_bytes() for one in folder.iterdir()}
    for way in (lambda: desk.unlock(folder, PASSPHRASE, None), lambda: desk.unlock_with_device(folder, None), lambda: desk.unlock_with_sheet(folder, "0" * 48, None)):
        with pytest.raises(BadFolder):
            way()
    assert {one.name: one.read_bytes() for one in folder.iterdir()} == before


def test_no_vault_is_made_while_its_emergency_key_cannot_be_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """IT meant one (EscrowPublicKey): a vault without it would be one that IT counts on in vain."""
    monkeypatch.setattr(policy, "in_force", lambda: Policy({"machine": {"EscrowPublicKey": "no key"}}))
    with pytest.raises(EscrowRefused):
        desk.first_run(tmp_path / "data", PASSPHRASE, make_workplace(), None)
    assert not (tmp_path / "data").exists()
