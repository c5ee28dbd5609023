# SPDX-License-Identifier: EUPL-1.2
"""A marker typed into every field of the real app stands in no file it ever wrote: while open, after the lock, after a crash."""

import os
import subprocess
import sys
import time
from pathlib import Path

import pytest
from factory import PASSPHRASE, keep, make_talk, make_vault
from traces import Watcher, traces

from senior_desktop.conversation import free_texts
from senior_desktop.vault import store

MARKER = "xqdybhavxq"
"""Letters that stand in no file by chance; typed with a number of its own in each field."""

CHILD = """
import sys
from pathlib import Path
from PySide6.QtCore import QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QTextEdit
from senior_desktop import app, desk, policy
from senior_desktop.ui import application
from senior_desktop.ui.main_window import MainWindow
from senior_desktop.ui.talk.window import TalkWindow
from senior_desktop.ui.work import Work

folder, marker = Path(sys.argv[1]), sys.argv[2]
qt = application.make(["Seniorsamtale"])
look = application.Look(qt, desk.settings(folder))
work = Work(application.last_resort(folder))
again = ["--data-dir", str(folder), "--platform", "offscreen"]
window = MainWindow(folder, work, look, policy.Policy({"machine": {"KeyMode": "strict"}}), lambda: None, lambda: app.begin_anew(again))
window.show()
window.activateWindow()
window.centralWidget().box.setText(sys.stdin.readline().rstrip("\\n"))
window.centralWidget().unlock()
count = 0

def fill(place):
    global count
    for kind in (QLineEdit, QPlainTextEdit, QTextEdit):
        for box in place.findChildren(kind):
            if box.isEnabled() and not box.isReadOnly():
                count += 1
                box.setFocus()
                QTest.keyClicks(box, f"{marker}{count}")
    window.flush()
    work.settle()

def begin():
    screen = window.centralWidget()
    if getattr(screen, "model", None) is None or not screen.model.rows:
        return
    clock.stop()
    fill(screen)
    talk = screen.model.rows[-1]
    window.talk(talk)
    work.settle()
    screen = window.centralWidget()
    assert isinstance(screen, TalkWindow)
    for _ in range(2):  # as only the leader sees it, and as both do
        for page in list(screen.page_ids):
            screen.open(page)
            work.settle()
            if screen.page(page) is not None:
                fill(screen.page(page))
        screen.toggle_shared()
        work.settle()
    for door in (window.staff, window.settings, window.safe):
        door()
        work.settle()
        fill(window.centralWidget())
    window.talk(talk)
    work.settle()
    screen = window.centralWidget()
    screen.open("t1")
    work.settle()
    fill(screen.page("t1"))
    print(count, flush=True)
    if sys.stdin.readline() == "lock\\n":
        window.locking.lock()
    raise RuntimeError(marker)

clock = QTimer()
clock.timeout.connect(begin)
clock.start(25)
crashed = QTimer()
crashed.timeout.connect(lambda: qt.activeModalWidget() and print("crashed", flush=True))
crashed.start(100)
qt.exec()
"""


def run(place: Path, then: str) -> int:
    """The app in a home of its own, everything typed, then locked or crashed and killed; how many fields there were."""
    for name in ("home", "tmp"):
        (place / name).mkdir()
    own = {"HOME": place / "home", "XDG_DATA_HOME": place / "home", "XDG_CONFIG_HOME": place / "home", "XDG_CACHE_HOME": place / "home"}
    own |= {"TMPDIR": place / "tmp", "XDG_RUNTIME_DIR": place / "tmp"}
    watcher = Watcher(place)
    watcher.start()
    command = [sys.executable, "-c", CHILD, str(place / "data"), MARKER]
    with subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, cwd=Path(__file__).parents[1],
        env=os.environ | {name: str(value) for name, value in own.items()},
    ) as child:
        try:
            child.stdin.write(f"{PASSPHRASE}\n")
            child.stdin.flush()
            count = child.stdout.readline()
            assert count.strip().isdigit(), child.stderr.read()
            nowhere(place)
            child.stdin.write(f"{then}\n")
            child.stdin.flush()
            if then == "crash":
                assert child.stdout.readline() == "crashed\n"
                nowhere(place)
            else:
                ends = time.monotonic() + 30
                while b"senior_desktop\0" not in Path(f"/proc/{child.pid}/cmdline").read_bytes():
                    assert child.poll() is None and time.monotonic() < ends, "no lock screen came"
        finally:
            child.kill()
            said = child.stdout.read() + child.stderr.read()
    assert MARKER not in said
    watcher.over.set()
    watcher.join()
    for name, content in watcher.seen.items():
        assert not traces(content + name.encode(), (MARKER,)), name
    nowhere(place)
    return int(count)


def nowhere(place: Path) -> None:
    """The marker stands in no byte of any file, and in no file's name."""
    for file in place.rglob("*"):
        assert not traces((file.read_bytes() if file.is_file() else b"") + file.name.encode(), (MARKER,)), file


@pytest.mark.slow
@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="the homes and the process table of Linux")
@pytest.mark.parametrize("then", ["lock", "crash"])
def test_what_is_typed_stands_in_no_file(tmp_path: Path, clock, then: str) -> None:
    vault = make_vault(tmp_path / "data", clock)
    talk = keep(vault, make_talk())
    vault.close()
    fields = run(tmp_path, then)
    with store.open_with_passphrase(tmp_path / "data", PASSPHRASE, clock=clock) as again:
        kept = free_texts.texts(again.get(talk.id))
        stored = [key for key, text in kept.items() if MARKER in text]
        assert again.workplace().leader.endswith(tuple(f"{MARKER}{number}" for number in range(200)))
    print(f"{fields} fields typed into, {len(stored)} kinds of text in the talk hold the marker, no file does")
    assert fields > 60 and len(stored) > 25, (fields, sorted(stored))
    assert {key.partition(".")[0] for key in stored} >= {"note", "row", "c12", "a01"}, sorted(stored)
