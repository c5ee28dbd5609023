# SPDX-License-Identifier: EUPL-1.2
"""The installed program in a real X window, worked from outside over the accessibility bus -> two signed papers on disk.

`journeys/walk.py` runs in the system's own Python and finds everything by name and role. What the leader wrote for
herself is in no node of the shared view.
"""

import os
import shutil
import subprocess
import sys
from datetime import datetime
from pathlib import Path

import pytest
from factory import PASSPHRASE, make_vault

from senior_desktop import desk

WALK = Path(__file__).parent / "journeys" / "walk.py"
SYSTEMS_PYTHON = "/usr/bin/python3"
BUS = "/usr/libexec/at-spi-bus-launcher"
SESSION = """
"$BUS" --launch-immediately & bus=$!
"$APP" --data-dir "$DATA" & app=$!
"$PYTHON" "$WALK" "$OUT" "$PASSPHRASE"; result=$?
kill "$app"
wait "$app"; echo "the app ended with $?" >&2  # 143 is the kill above; anything else came before
kill "$bus"
wait
exit "$result"
"""
LONGEST_S = 240

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(sys.platform != "linux", reason="AT-SPI is Linux's accessibility bus"),
    pytest.mark.skipif(
        not (shutil.which("xvfb-run") and shutil.which("dbus-run-session") and Path(BUS).exists()),
        reason="needs an X server, a session bus and the accessibility bus; make test-slow installs them",
    ),
]


def test_the_first_talk_from_the_start_page_to_the_signed_papers(tmp_path: Path) -> None:
    data, out = tmp_path / "data", tmp_path / "papers"
    out.mkdir()
    make_vault(data, lambda: datetime.now().astimezone()).close()
    environment = os.environ | {
        "BUS": BUS, "APP": str(Path(sys.executable).with_name("senior-desktop")), "DATA": str(data), "PYTHON": SYSTEMS_PYTHON,
        "WALK": str(WALK), "OUT": str(out), "PASSPHRASE": PASSPHRASE, "QT_QPA_PLATFORM": "xcb",
        "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1", "PYTHONFAULTHANDLER": "1",
    }  # fmt: skip
    done = subprocess.run(
        ["xvfb-run", "--auto-servernum", "--server-args=-screen 0 1600x1000x24", "dbus-run-session", "--", "sh", "-c", SESSION],
        env=environment, cwd=tmp_path, capture_output=True, text=True, timeout=LONGEST_S, check=False,
    )  # fmt: skip
    assert done.returncode == 0, f"{done.stdout}\n{done.stderr}"
    papers = sorted(out.iterdir())
    assert [paper.name.rpartition("-")[2] for paper in papers] == ["aftaleark.pdf", "samtaleark.pdf"]
    for paper in papers:
        assert desk.check_paper(paper.read_bytes(), data).colour == "green"
