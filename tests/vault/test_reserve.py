# SPDX-License-Identifier: EUPL-1.2
"""A disk that is really full: what was typed last is saved after all, and a talk can still be erased."""

import subprocess
import sys
from pathlib import Path

import pytest

from senior_desktop.errors import NoRoom
from senior_desktop.vault import reserve

MOUNT = ("unshare", "--mount", "--map-root-user") if sys.platform == "linux" else ()


def may_mount() -> bool:
    """Whether a small disk of our own can be made here."""
    return bool(MOUNT) and subprocess.run([*MOUNT, "mount", "-t", "tmpfs", "none", "/mnt"], capture_output=True, check=False).returncode == 0


CHILD = """
import sys
from datetime import UTC, datetime
from pathlib import Path
sys.path.insert(0, sys.argv[2])
from factory import keep, make_talk, make_vault
from senior_desktop import story
from senior_desktop.conversation.conversation import Answer
from senior_desktop.errors import NoRoom
from senior_desktop.vault import erase, reserve

folder = Path(sys.argv[1])
with make_vault(folder, lambda: datetime(2026, 11, 29, 9, tzinfo=UTC)) as vault:
    talk, other = keep(vault, make_talk()), keep(vault, make_talk())
    print("kept", reserve.keep(folder))
    with open(folder / "photos.bin", "wb", buffering=0) as photos:  # somebody fills the disk to the last byte
        try:
            while photos.write(bytes(4096)):
                pass
        except OSError as fault:
            print("full", fault.errno)
    long = "Makkerskabet. " * 20_000
    for attempt in range(2):  # as the window does by itself
        try:
            story.record(vault, talk, "c12", Answer(long))
            print("saved at attempt", attempt, vault.get(talk.id).text("c12") == long)
            break
        except NoRoom:
            print("no room", (folder / reserve.FILE).exists())
    erase.erase(vault, other.id)
    print("erased", [one.id for one in vault.conversations()] == [talk.id])
    print("kept again", reserve.keep(folder))
"""


@pytest.mark.skipif(not may_mount(), reason="a small disk of our own cannot be mounted here, and the machine's is not to be filled")
def test_the_last_words_and_a_deletion_fit_on_a_full_disk(tmp_path: Path) -> None:
    done = subprocess.run(
        [*MOUNT, "sh", "-c", 'mount -t tmpfs -o size=80m none "$1" && exec "$2" -c "$3" "$1" "$4"', "sh", str(tmp_path), sys.executable, CHILD, str(Path(__file__).parents[1])],
        capture_output=True, text=True, check=False, cwd=Path(__file__).parents[2],
    )  # fmt: skip
    assert done.stdout.splitlines() == ["kept True", "full 28", "no room False", "saved at attempt 1 True", "erased True", "kept again False"], done.stderr


def test_the_reserve_goes_with_the_fault_that_needs_it(tmp_path: Path) -> None:
    assert reserve.keep(tmp_path) and (tmp_path / reserve.FILE).stat().st_size == reserve.SIZE
    before = (tmp_path / reserve.FILE).stat().st_mtime_ns
    assert reserve.keep(tmp_path) and (tmp_path / reserve.FILE).stat().st_mtime_ns == before
    with pytest.raises(NoRoom), reserve.let_go_when_full(tmp_path):
        raise NoRoom()
    assert list(tmp_path.iterdir()) == []
    with pytest.raises(ZeroDivisionError), reserve.let_go_when_full(tmp_path):
        raise ZeroDivisionError
    assert not reserve.keep(tmp_path / "nowhere")
