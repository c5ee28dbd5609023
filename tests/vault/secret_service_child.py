# SPDX-License-Identifier: EUPL-1.2
"""A folder and a state of the key store -> what the vault says to it, in words; run on a bus of its own, or on none.

states: unlocked, locked, empty (a service without a collection), none (no bus).
"""

import sys
from pathlib import Path

from senior_desktop import desk
from senior_desktop.errors import KeyringUnavailable, VaultKeyMissing
from senior_desktop.vault import keys, slots, store
from senior_desktop.vault.keyrings import system_keyring

PASSPHRASE, SERVICE, SECONDS = "en lang sætning", "seniorsamtale-test", 5.0


def lock_collections() -> None:
    """As the desktop does it when its user locks the key store."""
    import secretstorage

    with_bus = secretstorage.dbus_init()
    for collection in secretstorage.get_all_collections(with_bus):
        collection.lock()
    with_bus.close()


def asked(folder: Path) -> str:
    """What comes of the device slot: "opened", or the name of the error."""
    try:
        store.open_with_device(folder, system_keyring(SERVICE, SECONDS)).close()
    except (KeyringUnavailable, VaultKeyMissing) as fault:
        return type(fault).__name__
    return "opened"


def by_passphrase(folder: Path) -> str:
    """The way that is always left, as the first window goes it."""
    before = (folder / "vault.json").read_bytes()
    with desk.unlock(folder, PASSPHRASE, system_keyring(SERVICE, SECONDS)):
        pass
    return "passphrase" + ("" if (folder / "vault.json").read_bytes() == before else ", key kept anew")


def main() -> None:
    """One state, one line for each thing tried."""
    folder, state = Path(sys.argv[1]), sys.argv[2]
    keyring = system_keyring(SERVICE, SECONDS)
    print(keyring.name if keyring else "no key store")
    if state == "unlocked":
        store.create(folder, PASSPHRASE, keyring=keyring, cost=keys.FLOOR)[0].close()
        print(asked(folder))
        with store.open_with_device(folder, system_keyring(SERVICE, SECONDS)) as vault:
            vault.forget_device(keyring)
            assert keyring.get(vault.vault_id) is None
            vault.remember_device(keyring)
            keyring.remove(vault.vault_id)
        print(asked(folder))
        print(by_passphrase(folder))
        with store.open_with_passphrase(folder, PASSPHRASE) as vault:
            vault.remember_device(keyring)
        lock_collections()
    # Made by the run before, whose key store this one cannot get at.
    print(asked(folder))
    print(by_passphrase(folder))
    assert slots.read(folder).device is not None  # the slot stays: tomorrow the key store may answer again


if __name__ == "__main__":
    main()
