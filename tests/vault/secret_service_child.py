# SPDX-License-Identifier: EUPL-1.2
"""A folder -> a vault made, opened by the real key store and forgotten by it; run on a bus of its own."""

import sys
from pathlib import Path

from senior_desktop.errors import VaultKeyMissing
from senior_desktop.vault import keys, store
from senior_desktop.vault.keyrings import system_keyring

folder, service = Path(sys.argv[1]), "seniorsamtale-test"
keyring = system_keyring(service)
assert keyring is not None
print(keyring.name)
store.create(folder, "en lang sætning", keyring=keyring, cost=keys.FLOOR)[0].close()
with store.open_with_device(folder, system_keyring(service)) as vault:
    print("opened")
    vault.forget_device(keyring)
    assert keyring.get(vault.vault_id) is None
    print("forgotten")
    vault.remember_device(keyring)
    keyring.remove(vault.vault_id)
try:
    store.open_with_device(folder, keyring)
except VaultKeyMissing:
    print("missing")
