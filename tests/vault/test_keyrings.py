# SPDX-License-Identifier: EUPL-1.2
"""Key stores that fail in the ways real ones do are all told as one thing: not available."""

import base64
import subprocess
import sys
from pathlib import Path
from threading import Event

import pytest
from keyring.backend import KeyringBackend
from keyring.backends.fail import Keyring as Fail
from keyring.backends.null import Keyring as Null

from senior_desktop.errors import KeyringUnavailable
from senior_desktop.vault.keyrings import ALLOWED, Memory, System

SECRET = bytes(range(32))


class Shelf(KeyringBackend):
    """A back end that works."""

    priority = 1

    def __init__(self):
        super().__init__()
        self.entries = {}

    def get_password(self, service, username):
        return self.entries.get((service, username))

    def set_password(self, service, username, password):
        self.entries[service, username] = password

    def delete_password(self, service, username):
        del self.entries[service, username]


class Silent(Shelf):
    """One that waits for a window nobody answers."""

    never = Event()

    def get_password(self, service, username):
        self.never.wait()


class Off(Shelf):
    """One whose service went away."""

    def get_password(self, service, username):
        raise ConnectionResetError


class Stubborn(Shelf):
    """One that does not let go."""

    def delete_password(self, service, username):
        pass


@pytest.mark.parametrize("keyring", [Memory(), System("Shelf", Shelf())])
def test_a_secret_is_kept_per_vault_and_taken_out_again(keyring):
    keyring.put("a", SECRET)
    keyring.put("b", SECRET[::-1])
    assert (keyring.get("a"), keyring.get("b"), keyring.get("c")) == (SECRET, SECRET[::-1], None)
    keyring.remove("a")
    keyring.remove("a")
    assert (keyring.get("a"), keyring.get("b")) == (None, SECRET[::-1])


def test_the_entry_is_short_and_under_our_own_service():
    shelf = Shelf()
    System("Shelf", shelf, service="tests").put("a", SECRET)
    assert shelf.entries == {("tests", "a"): base64.b64encode(SECRET).decode()}
    assert len(base64.b64encode(SECRET)) == 44


@pytest.mark.parametrize("backend", [Null(), Fail(), Silent(), Off()])
def test_a_store_that_does_not_give_back_what_was_written_is_refused(backend):
    keyring = System("bad", backend, seconds=0.2)
    with pytest.raises(KeyringUnavailable) as refused:
        keyring.put("a", SECRET)
    assert refused.value.facts == {"backend": "bad"}


def test_a_key_that_stays_after_removal_is_told():
    keyring = System("bad", Stubborn())
    keyring.put("a", SECRET)
    with pytest.raises(KeyringUnavailable):
        keyring.remove("a")


@pytest.mark.parametrize("entry", ["", "not base64!", "æøå"])
def test_a_foreign_entry_is_no_key(entry):
    shelf = Shelf()
    shelf.entries["seniorsamtale", "a"] = entry
    assert System("Shelf", shelf).get("a") in (None, b"")


def test_no_environment_can_choose_the_store():
    """Without a bus no allowed store answers, whatever the variable names; the program then asks for the passphrase."""
    if sys.platform != "linux":
        pytest.skip("other systems have a key store of their own")
    script = (
        "from senior_desktop.vault.keyrings import system_keyring\n"
        "print(system_keyring('seniorsamtale-test', seconds=5))"
    )
    found = subprocess.run(
        [sys.executable, "-c", script],
        env={
            "PYTHON_KEYRING_BACKEND": "keyring.backends.null.Keyring",
            "DBUS_SESSION_BUS_ADDRESS": "unix:path=/nonexistent",
            "PATH": "/usr/bin:/bin",
        },
        cwd=Path(__file__).parents[2],
        capture_output=True,
        text=True,
        check=True,
    )
    assert found.stdout.strip() == "None"


def test_only_the_five_of_the_page_are_allowed():
    five = ["WinVaultKeyring", "macOS.Keyring", "SecretService", "kwallet", "libsecret"]
    assert [name for name, _, _ in ALLOWED] == five
