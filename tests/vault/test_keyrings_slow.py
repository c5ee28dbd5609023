# SPDX-License-Identifier: EUPL-1.2
"""A real Secret Service on a bus of its own: kept, read back, opened by, forgotten."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

CHILD = Path(__file__).with_name("secret_service_child.py")
TOOLS = ("dbus-run-session", "gnome-keyring-daemon")


@pytest.mark.slow
@pytest.mark.skipif(not all(map(shutil.which, TOOLS)), reason="no key store to start here; `make test-slow` installs one where there is apt")
def test_a_real_key_store_opens_the_vault_and_forgets_it(tmp_path):
    for name in ("home", "run"):
        (tmp_path / name).mkdir(mode=0o700)
    script = (
        'printf "a test" | gnome-keyring-daemon --unlock --components=secrets >/dev/null\n'
        f'exec "{sys.executable}" "{CHILD}" "{tmp_path / "data"}"'
    )
    done = subprocess.run(
        ["dbus-run-session", "--", "sh", "-c", script],
        env={
            "HOME": str(tmp_path / "home"),
            "XDG_RUNTIME_DIR": str(tmp_path / "run"),
            "XDG_DATA_HOME": str(tmp_path / "home"),
            "PATH": "/usr/bin:/bin",
            "PYTHONPATH": str(Path(__file__).parents[2]),
        },
        capture_output=True,
        text=True,
        timeout=120,
    )
    assert done.returncode == 0, done.stderr
    assert done.stdout.split() == ["SecretService", "opened", "forgotten", "missing"]
