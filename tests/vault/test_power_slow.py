# SPDX-License-Identifier: EUPL-1.2
"""The power gone at four hundred moments of the app's own saving: what it said was saved is there, and no talk is torn."""

import random
import shutil
import subprocess
import sys
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path

import pytest
from vault.power import ACKS, CALLS, Step, cut_at, read, states
from vault.saving import ready

from senior_desktop.vault import database

CUTS = 480
SAVES = 260
"""Enough for the journal to be folded into the file in between."""

AT_ONCE = 2

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(shutil.which("strace") is None, reason="strace says what is written; `make test-slow` installs it where there is apt"),
]


def recorded(place: Path, clock, *words: str) -> tuple[bytes, dict[str, bytes], list[Step]]:
    """One run of the app that saves, seen from the system: its key, the files before it, and every write."""
    folder = place / "data"
    secret = ready(folder, clock)
    before = {one.name: one.read_bytes() for one in folder.iterdir() if one.is_file()}
    acks, log = folder / ACKS, place / "log"
    command = ["strace", "-f", "-qq", "-y", "-xx", "-s", "100000", "-e", f"trace={CALLS}", "-e", "signal=none", "-o", str(log)]
    for name in (database.FILE, f"{database.FILE}-wal", ACKS):
        command += ["-P", str(folder / name)]
    command += [sys.executable, str(Path(__file__).with_name("saving.py")), str(folder), str(acks), str(SAVES), *words]
    subprocess.run(command, input=f"{secret.hex()}\n", text=True, check=True, timeout=300)
    return secret, before, read(log, folder)


def tried(place: Path, run: tuple[bytes, dict[str, bytes], list[Step]], cuts: int) -> list[str]:
    """`cuts` power cuts, spread over the whole run by chance."""
    chance = random.Random(20261128)
    moments = [chance.randrange(1, len(run[2]) + 1) for _ in range(cuts)]
    with ProcessPoolExecutor(AT_ONCE, mp_context=get_context("spawn")) as pool:
        parts = [pool.submit(cut_at, place, *run, moments[seed::AT_ONCE], seed) for seed in range(AT_ONCE)]
        return [fault for part in parts for fault in part.result()]


def test_no_acknowledged_save_is_lost_to_a_power_cut(tmp_path: Path, clock) -> None:
    """Answers, notes and agreements through the app's own queue, with the journal folded in meanwhile."""
    run = recorded(tmp_path, clock)
    kinds = {(one.kind, one.file) for one in run[2]}
    assert ("sync", database.FILE) in kinds and ("write", database.FILE) in kinds, "the journal was never folded in"
    assert len(states(run[2])) == SAVES
    wrong = tried(tmp_path / "cuts", run, CUTS)
    print(f"{CUTS} power cuts in {len(run[2])} calls, {SAVES} acknowledged saves: {len(wrong)} wrong")
    assert wrong == []


def test_without_waiting_for_the_disk_the_same_trial_does_lose(tmp_path: Path, clock) -> None:
    """The control: synchronous off, all else the same. A trial that found nothing here would find nothing at all."""
    wrong = tried(tmp_path / "cuts", recorded(tmp_path, clock, "off"), CUTS // 4)
    print(f"{len(wrong)} of {CUTS // 4} power cuts lose something without fsync")
    assert len(wrong) > CUTS // 20
