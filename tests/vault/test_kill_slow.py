# SPDX-License-Identifier: EUPL-1.2
"""A program killed while it saves, again and again: whatever it was told was saved is there."""

import random
import subprocess
import sys
from pathlib import Path

import pytest

from senior_desktop.vault import audit, store

KILLS = 25

CHILD = """
import sys
from pathlib import Path
from senior_desktop.conversation.conversation import Answer, with_answer
from senior_desktop.vault import store
vault = store.open_with_passphrase(Path(sys.argv[1]), sys.argv[2])
talk = vault.conversations()[0].id
while True:
    said = lambda one: with_answer(one, "c12", Answer(f"{one.changes + 1} " * 200))
    print(vault.change(talk, said).changes, flush=True)
"""


@pytest.mark.slow
@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no SIGKILL")
def test_no_acknowledged_save_is_lost_to_a_kill(vault, talk_with, folder, passphrase):
    talk = talk_with("Bo")
    vault.close()
    chance, kept = random.Random(7), talk
    command = [sys.executable, "-c", CHILD, str(folder), passphrase]
    for _ in range(KILLS):
        child = subprocess.Popen(command, stdout=subprocess.PIPE, cwd=Path(__file__).parents[2])
        said = [child.stdout.readline() for _ in range(chance.randint(1, 60))]
        child.kill()
        said += child.communicate()[0].splitlines()  # acknowledged before the kill, read after it
        before = kept.changes
        with store.open_with_passphrase(folder, passphrase) as again:
            kept = again.get(talk.id)
            again.check_whole()
            assert audit.check(again)
        assert int(said[0]) == before + 1
        assert int(said[-1]) <= kept.changes <= int(said[-1]) + 1
        assert kept.text("c12") == f"{kept.changes} " * 200
