# SPDX-License-Identifier: EUPL-1.2
"""The app's own way of saving, on a vault and its key -> one save after another, each acknowledged when the app would say so.

As a program: `saving.py FOLDER ACKS COUNT [off]` saves COUNT times and closes; `saving.py --ready FOLDER` stands ready and for
every line on stdin makes a copy of itself that saves until it is killed. The vault's key comes first on stdin, 64 hex digits.
"""

import os
import sys
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path

HERE = Path(__file__).resolve()
sys.path[:0] = [str(HERE.parents[2]), str(HERE.parents[1])]

from factory import keep, make_talk, make_vault  # noqa: E402
from PySide6.QtCore import QCoreApplication  # noqa: E402

from senior_desktop import story  # noqa: E402
from senior_desktop.conversation.conversation import Answer, Conversation  # noqa: E402
from senior_desktop.ui.work import Work  # noqa: E402
from senior_desktop.vault import database, rows, slots, store  # noqa: E402
from senior_desktop.vault.keyrings import Memory  # noqa: E402


def ready(folder: Path, clock: store.Clock) -> bytes:
    """A vault with one talk in it, shut again; the secret of its device slot."""
    keyring = Memory()
    with make_vault(folder, clock) as vault:
        keep(vault, make_talk())
        vault.remember_device(keyring)
        return keyring.get(vault.vault_id)


def opened(folder: Path, secret: bytes) -> store.Vault:
    """The vault, by its device slot: no key derivation, which is not what is tried here."""
    keyring = Memory()
    keyring.put(slots.read(folder).vault, secret)
    return store.open_with_device(folder, keyring)


def digest(talk: Conversation) -> str:
    """What tells one state of a talk from every other."""
    return sha256(rows.written(talk)).hexdigest()


def save(vault: store.Vault, talk: Conversation, number: int) -> Conversation:
    """The save of that number: an answer that grows, one that is replaced, a note, a row, or a large one."""
    words = f"{number} " * (10 + number % 60)
    match number % 5:
        case 0:
            return story.record(vault, talk, "c12", Answer(words))
        case 1:
            return story.record_note(vault, talk, "t1", words)
        case 2:
            return story.change_agreement(vault, talk, talk.agreements[0].id, {"text": words[:400]})
        case 3:
            return story.record(vault, talk, "c13", Answer(f"{number} " * 2000))
        case _:
            return story.record(vault, talk, "c12", Answer(f"{number} og mere"))


def run(folder: Path, secret: bytes, acknowledge: Callable[[str], None], count: int) -> None:
    """Save `count` times through the app's queue; each is acknowledged with its number and digest once it is stored."""
    QCoreApplication([])
    faults: list[BaseException] = []
    work = Work(faults.append)
    vault = opened(folder, secret)
    talk = vault.conversations()[0]

    def one(number: int) -> None:
        saved = save(vault, talk, number)
        acknowledge(f"{saved.changes} {digest(saved)}\n")

    for number in range(talk.changes + 1, talk.changes + 1 + count):
        work.do(one, number)
    work.settle()
    work.do(vault.close)
    work.settle()
    work.finish()
    assert not faults, faults


def main() -> None:
    """See the first lines of this file."""
    if sys.argv[1] == "--ready":
        secret = bytes.fromhex(sys.stdin.readline())
        while sys.stdin.readline():
            if (child := os.fork()) == 0:
                print(os.getpid(), flush=True)
                run(Path(sys.argv[2]), secret, lambda said: os.write(1, said.encode()), 100_000)
                os._exit(0)
            os.waitpid(child, 0)
            print("dead", flush=True)
        return
    secret = bytes.fromhex(sys.stdin.readline())
    if sys.argv[4:] == ["off"]:
        database.PRAGMAS = tuple(one.replace("synchronous = FULL", "synchronous = OFF") for one in database.PRAGMAS)
    acks = os.open(sys.argv[2], os.O_WRONLY | os.O_CREAT | os.O_APPEND)
    run(Path(sys.argv[1]), secret, lambda said: os.write(acks, said.encode()), int(sys.argv[3]))


if __name__ == "__main__":
    main()
