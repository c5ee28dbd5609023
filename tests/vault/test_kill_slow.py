# SPDX-License-Identifier: EUPL-1.2
"""The app killed while it saves, two hundred times: whatever it said was saved is there, and no talk is torn."""

import os
import random
import signal
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from vault.saving import digest, opened, ready

from senior_desktop.vault import audit

KILLS = 200
AT_ONCE = 2


def killed(folder: Path, secret: bytes, kills: int, seed: int) -> int:
    """Kill the app so many times; how many saves it had acknowledged in all."""
    chance, acknowledged, before = random.Random(seed), 0, 0
    command = [sys.executable, str(Path(__file__).with_name("saving.py")), "--ready", str(folder)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as ready_one:
        ready_one.stdin.write(f"{secret.hex()}\n")
        for number in range(kills):
            ready_one.stdin.write("go\n")
            ready_one.stdin.flush()
            process = int(ready_one.stdout.readline())
            said = [ready_one.stdout.readline() for _ in range(chance.randint(1, 25))]
            os.kill(process, signal.SIGKILL)
            while (line := ready_one.stdout.readline()) != "dead\n":
                said.append(line)  # acknowledged before the kill, read after it; the last may be cut in two
            whole = [one.split() for one in said if one.endswith("\n") and len(one.split()) == 2 and len(one.split()[1]) == 64]
            last, seal = int(whole[-1][0]), whole[-1][1]
            with opened(folder, secret) as vault:
                (talk,) = vault.conversations()
                vault.check_whole()
                assert audit.check(vault), number
            assert int(whole[0][0]) == before + 1, number
            assert last <= talk.changes <= last + 1, f"{number}: {last} was acknowledged, {talk.changes} is there"
            assert talk.changes != last or digest(talk) == seal, f"{number}: torn"
            acknowledged += last - before
            before = talk.changes
        ready_one.stdin.close()
    return acknowledged


@pytest.mark.slow
@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no SIGKILL")
def test_no_acknowledged_save_is_lost_to_a_kill(tmp_path: Path, clock) -> None:
    """Answers, notes and agreements through the app's own queue; the vault is opened anew after each kill."""
    places = [(tmp_path / str(number), ready(tmp_path / str(number), clock)) for number in range(AT_ONCE)]
    with ThreadPoolExecutor(AT_ONCE) as pool:
        runs = [pool.submit(killed, *place, KILLS // AT_ONCE, seed) for seed, place in enumerate(places)]
        acknowledged = sum(run.result() for run in runs)
    print(f"{KILLS} kills, {acknowledged} acknowledged saves, none lost")
    assert acknowledged > KILLS
