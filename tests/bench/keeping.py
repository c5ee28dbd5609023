# SPDX-License-Identifier: EUPL-1.2
"""The vault -> how it compares with plain SQLite: saving, loading, searching; how long unlocking takes, and what memory it needs.

Plain: the same build of SQLite without a key, by the same code where it says so, else by the driver alone.
"""

import os
import random
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from statistics import median
from typing import Any

HERE = Path(__file__).resolve()

ROOM = ["kolleger", "vagter", "hjem", "opgaver", "ro", "fredag", "hænder", "ryg", "oplæring", "borgere", "dage", "ønsker", "tid", "møder", "ledelse", "aften", "weekend", "pause", "viden", "mentor", "kursus", "plan", "struktur", "tempo", "sygdom", "glæde", "arbejde", "fællesskab", "ansvar", "støj"]  # fmt: skip
"""Words the made-up texts are put together from."""

IDLE = """
import os, sys
{body}
from PySide6.QtCore import QTimer
def told():
    import gc
    if not settled():
        QTimer.singleShot(500, told)
        return
    gc.collect()
    lines = open("/proc/self/smaps_rollup").read().splitlines()
    size = {{line.split(":")[0]: int(line.split()[1]) for line in lines[1:]}}
    print(size["Private_Clean"] + size["Private_Dirty"], size["Rss"], flush=True)
    os._exit(0)
QTimer.singleShot(2500, told)
qt.exec()
"""
BARE = """
from PySide6.QtWidgets import QApplication, QWidget
qt, window = QApplication([]), QWidget()
window.resize(1280, 860)
window.show()
settled = lambda: True
"""
OURS = """
from pathlib import Path
from senior_desktop.ui import application
from senior_desktop import desk, policy
from senior_desktop.ui.main_window import MainWindow
from senior_desktop.ui.work import Work
folder = Path(sys.argv[1])
qt = application.make(["Seniorsamtale"])
look = application.Look(qt, desk.settings(folder))
work = Work(application.last_resort(folder))
window = MainWindow(folder, work, look, policy.Policy({"machine": {"KeyMode": "strict"}}), lambda: None)
window.show()
window.centralWidget().box.setText(sys.argv[2])
window.centralWidget().unlock()
settled = lambda: window.vault is not None and work.idle  # else Argon2id or today's copy is what is measured
"""


@contextmanager
def without_key() -> Iterator[None]:
    """A vault made inside is a plain SQLite file; all else is the same."""
    from senior_desktop.vault import database

    real = database.connect, database.check_whole

    def connect(file: Path, db_key: bytes) -> Any:
        connection = database.dbapi2.connect(str(file.resolve()), timeout=5.0, isolation_level=None, check_same_thread=False)
        for pragma in database.PRAGMAS:
            connection.execute(f"PRAGMA {pragma}").fetchone()
        return connection

    database.connect, database.check_whole = connect, lambda engine: None
    try:
        yield
    finally:
        database.connect, database.check_whole = real


def pair(place: Path, now: Callable[[], Any]) -> tuple[Any, Any]:
    """An encrypted vault and a plain one."""
    from factory import make_vault

    ours = make_vault(place / "ours", now)
    with without_key():
        plain = make_vault(place / "plain", now)
        plain.checkpoint()
    assert (place / "plain" / "vault.db").read_bytes().startswith(b"SQLite format 3")
    return ours, plain


def saved_and_loaded(place: Path, now: Callable[[], Any], in_turn: Any, timed: Any, n: int) -> dict[str, tuple[float, float]]:
    """An answer of 400 letters saved, and a whole talk loaded: encrypted and plain by the same code, in turn."""
    from factory import keep, make_talk

    from senior_desktop import story
    from senior_desktop.conversation.conversation import Answer

    vaults = pair(place / "same", now)
    talks = [keep(vault, make_talk({"c12": "ro " * 130, "c13": "dage " * 200, "c23": "kursus " * 100})) for vault in vaults]
    turn = iter(range(10**6))

    def save(which: int) -> float:
        words = f"{next(turn):06} " + "ro " * 131
        return timed(lambda: story.record(vaults[which], talks[which], "c12", Answer(words)))

    def load(which: int) -> float:
        return timed(lambda: vaults[which].get(talks[which].id))

    found = {
        "one answer saved / the same code on plain SQLite": in_turn(lambda: save(0), lambda: save(1), n),
        "one talk loaded / the same code on plain SQLite": in_turn(lambda: load(0), lambda: load(1), n),
    }
    for vault in vaults:
        vault.close()
    return found


def found(place: Path, now: Callable[[], Any], in_turn: Any, timed: Any, talks: int, n: int) -> tuple[float, float]:
    """What is typed searched for in so many talks, as the start page does; beside FTS5's own query on plain SQLite."""
    from sqlalchemy import text

    from senior_desktop.vault import search

    vaults = pair(place / f"search{talks}", now)
    chance = random.Random(talks)
    said = [" ".join(chance.choices(ROOM, k=12)) + f" ord{number}" for number in range(3 * talks)]
    for vault in vaults:
        with vault.transaction() as connection:
            connection.execute(text("INSERT INTO people (id, name, in_group) VALUES ('p', 'Bo', 1)"))
            rows = [{"id": f"t{number}"} for number in range(talks)]
            connection.execute(text("INSERT INTO talks (id, person, stage, changed, body, indexed) VALUES (:id, 'p', 'closed', '', x'', 1)"), rows)
            rows = [{"talk": f"t{number // 3}", "text": words} for number, words in enumerate(said)]
            connection.execute(text("INSERT INTO texts (talk, key, text) VALUES (:talk, 'c12', :text)"), rows)
            connection.execute(text("INSERT INTO words (words) VALUES ('optimize')"))
    plain = vaults[1].engine.raw_connection().driver_connection
    asked = [f"{one} {other[:3]}" for one, other in zip(chance.choices(ROOM, k=40), chance.choices(ROOM, k=40), strict=True)]
    turn, other_turn = iter(asked * n), iter(asked * n)

    def ours() -> float:
        typed = next(turn)
        return timed(lambda: search.find(vaults[0], typed))

    def bare() -> float:
        wanted = search.expression(next(other_turn))
        return timed(lambda: plain.execute(search.FIND, (search.BEGIN, search.END, search.WORDS_AROUND, wanted, search.MOST)).fetchall())

    result = in_turn(ours, bare, n)
    for vault in vaults:
        vault.engine.dispose()
    return result


def unlocked(place: Path, now: Callable[[], Any], timed: Any, n: int) -> tuple[float, float]:
    """Seconds from the passphrase until the list of 100 talks with papers is there, and those of Argon2id alone."""
    from factory import PASSPHRASE, keep, make_talk, make_workplace

    from senior_desktop import desk, story
    from senior_desktop.vault import keys, slots, store

    folder = place / "unlock"
    vault, _ = store.create(folder, PASSPHRASE, clock=now)
    with vault:
        vault.put_workplace(make_workplace())
        for number in range(100):
            talk = keep(vault, make_talk({"a01": f"Person {number}", "c12": "ro " * 200}))
            vault.change(talk.id, lambda one: story.replace(one, position="sign"), {"conversation": os.urandom(90_000), "agreements": os.urandom(60_000)})
    slot = slots.read(folder).passphrase

    def whole() -> None:
        with desk.unlock(folder, PASSPHRASE, None) as again:
            desk.purge_due(again)
            assert len(desk.talks(again)) == 100 and story.due(again) is not None

    whole()
    pairs = [(timed(whole), timed(lambda: keys.from_passphrase(PASSPHRASE, slot.salt, slot.cost))) for _ in range(n)]
    return median(one for one, _ in pairs), median(other for _, other in pairs)


def memory(place: Path, now: Callable[[], Any], n: int) -> tuple[float, float]:
    """MB in memory (Rss) of the app unlocked and idle, beside a bare Qt window."""
    from factory import PASSPHRASE, keep, make_talk, make_vault

    with make_vault(place / "memory", now) as vault:
        for number in range(20):
            keep(vault, make_talk({"a01": f"Person {number}", "c12": "ro " * 200}))

    def size(body: str) -> float:
        own = os.environ | {"QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": str(HERE.parents[2])}
        command = [sys.executable, "-c", IDLE.format(body=body), str(place / "memory"), PASSPHRASE]
        done = subprocess.run(command, env=own, capture_output=True, text=True, check=True, timeout=60)
        return int(done.stdout.split()[-1]) / 1024  # Rss; the figure before it is what no other process shares

    sizes = [(size(OURS), size(BARE)) for _ in range(n)]
    return median(one for one, _ in sizes), median(other for _, other in sizes)


def report(place: Path, now: Callable[[], Any], in_turn: Any, timed: Any) -> None:
    """A line each."""
    def line(words: str, ours: float, bare: float, n: int, unit: float = 1000) -> None:
        print(f"{words:<58}{ours / bare:>7.2f}{ours * unit:>10.2f}{bare * unit:>10.2f}{n:>5}", flush=True)

    for words, (ours, bare) in saved_and_loaded(place, now, in_turn, timed, 400).items():
        line(words, ours, bare, 400)
    for talks, goal in ((10_000, 1.2), (100_000, 1.5)):
        line(f"search in {talks:,} talks / plain FTS5; goal {goal}", *found(place, now, in_turn, timed, talks, 39), 39)
    began = time.perf_counter()
    ours, kdf = unlocked(place, now, timed, 7)
    line("unlock until the list is there / Argon2id alone", ours, kdf, 7)
    print(f"  beside Argon2id: {(ours - kdf) * 1000:.0f} ms with 100 talks and 15 MB of papers; goal 150 ({time.perf_counter() - began:.0f} s)")
    line("memory unlocked and idle / bare Qt window (Rss, MB); goal 1.7", *memory(place, now, 3), 3, 1)
