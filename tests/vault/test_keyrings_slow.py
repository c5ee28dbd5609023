# SPDX-License-Identifier: EUPL-1.2
"""A real Secret Service on a bus of its own, unlocked, locked, without a collection, and none: no state loses a vault."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

CHILD = Path(__file__).with_name("secret_service_child.py")
TOOLS = ("dbus-run-session", "gnome-keyring-daemon")

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(not all(map(shutil.which, TOOLS)), reason="no key store to start here; `make test-slow` installs one where there is apt"),
]


def run(place: Path, state: str) -> list[str]:
    """What the child says on a bus whose key store is in that state."""
    for name in ("home", f"run-{state}"):
        (place / name).mkdir(mode=0o700, exist_ok=True)
    child = f'"{sys.executable}" "{CHILD}" "{place / "data"}" {state}'
    start = 'printf "a test" | gnome-keyring-daemon --unlock --components=secrets >/dev/null\n' if state == "unlocked" else ""
    command = ["sh", "-c", child] if state == "none" else ["dbus-run-session", "--", "sh", "-c", f"{start}exec {child}"]
    # A service without a collection: another home, so that it finds none.
    home = place / "home" if state == "unlocked" else place / f"run-{state}"
    own = {"HOME": str(home), "XDG_DATA_HOME": str(home), "XDG_RUNTIME_DIR": str(place / f"run-{state}")}
    done = subprocess.run(
        command, env={**own, "PATH": "/usr/bin:/bin", "PYTHONPATH": str(Path(__file__).parents[2])}, capture_output=True, text=True, timeout=120
    )
    assert done.returncode == 0, done.stderr
    return done.stdout.splitlines()


def test_unlocked_locked_empty_and_missing_all_leave_a_way_in(tmp_path):
    assert run(tmp_path, "unlocked") == [
        "SecretService",
        "opened",
        "VaultKeyMissing",  # the entry is gone
        "passphrase, key kept anew",
        "KeyringUnavailable",  # locked
        "passphrase",
    ]
    for state in ("empty", "none"):
        said = run(tmp_path, state)
        assert said[1:] == ["KeyringUnavailable", "passphrase"], (state, said)
