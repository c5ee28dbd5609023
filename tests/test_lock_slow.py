# SPDX-License-Identifier: EUPL-1.2
"""The real app locks itself: the process that had the text in memory is gone, and the one in its place has seen none of it."""

import shutil
import subprocess
import sys
import time
from pathlib import Path

import pytest
from factory import PASSPHRASE, keep, make_talk, make_vault

from senior_desktop.vault import store

MARKER = "dybhavsfiskeri i november"

CHILD = """
import sys
from pathlib import Path
from PySide6.QtCore import QTimer
from senior_desktop import app, desk, policy
from senior_desktop.ui import application
from senior_desktop.ui.main_window import MainWindow
from senior_desktop.ui.talk.window import TalkWindow
from senior_desktop.ui.work import Work

folder = Path(sys.argv[1])
qt = application.make(["Seniorsamtale"])
look = application.Look(qt, desk.settings(folder))
work = Work(application.last_resort(folder))
again = ["--data-dir", str(folder), "--platform", "offscreen"]
window = MainWindow(folder, work, look, policy.Policy({"machine": {"KeyMode": "strict"}}), lambda: None, lambda: app.begin_anew(again))
window.show()
window.centralWidget().box.setText(sys.stdin.readline().rstrip("\\n"))
window.centralWidget().unlock()
marker = sys.stdin.readline().rstrip("\\n")
steps = []

def step():
    screen = window.centralWidget()
    if isinstance(screen, TalkWindow):
        page = screen.page("t1") or screen.open("t1")
        if page and not steps:
            page.cards["c12"].field.box.insertPlainText(marker)
            steps.append("typed")
            print("typed", flush=True)
            sys.stdin.readline()
            window.locking.lock()
    elif getattr(screen, "model", None) is not None and screen.model.rows:
        window.talk(screen.model.rows[0])

clock = QTimer()
clock.timeout.connect(step)
clock.start(25)
qt.exec()
"""


def in_memory(process: int, words: str) -> int:
    """How often `words` stand in what the process may read and write, as UTF-8 or UTF-16."""
    found = 0
    with open(f"/proc/{process}/mem", "rb", 0) as memory, open(f"/proc/{process}/maps") as maps:
        for line in maps:
            place, rights = line.split()[:2]
            if rights.startswith("rw"):
                start, end = (int(one, 16) for one in place.split("-"))
                try:
                    memory.seek(start)
                    content = memory.read(end - start)
                except (OSError, ValueError, OverflowError):
                    continue  # a part that the kernel keeps for itself
                found += sum(content.count(words.encode(kind)) for kind in ("utf-8", "utf-16-le"))
    return found


def at_the_lock_screen(process: int) -> bool:
    """Whether another program has taken the place of the one that typed, and has its window up."""
    command = Path(f"/proc/{process}/cmdline").read_bytes()
    return b"senior_desktop\0" in command and b"libQt6Widgets" in Path(f"/proc/{process}/maps").read_bytes()


@pytest.mark.slow
@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="only Linux lets a test look into another process's memory")
def test_after_the_lock_no_process_holds_what_was_typed_or_the_passphrase(tmp_path: Path, clock) -> None:
    vault = make_vault(tmp_path / "data", clock)
    talk = keep(vault, make_talk())
    vault.close()
    command = [sys.executable, "-c", CHILD, str(tmp_path / "data")]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, cwd=Path(__file__).parents[1]) as child:
        try:
            child.stdin.write(f"{PASSPHRASE}\n{MARKER}\n")
            child.stdin.flush()
            assert child.stdout.readline() == "typed\n"
            assert in_memory(child.pid, MARKER) > 0, "the search finds nothing where it must"
            child.stdin.write("\n")
            child.stdin.flush()
            ends = time.monotonic() + 30
            while not at_the_lock_screen(child.pid):
                assert child.poll() is None and time.monotonic() < ends, "no lock screen came"
            assert in_memory(child.pid, MARKER) == in_memory(child.pid, PASSPHRASE) == 0
        finally:
            child.kill()
    with store.open_with_passphrase(tmp_path / "data", PASSPHRASE, clock=clock) as again:
        assert again.get(talk.id).text("c12") == MARKER


SESSION = """
import subprocess, sys
from PySide6.QtCore import QCoreApplication, QObject, QTimer
from senior_desktop.ui.session import Session
qt, heard = QCoreApplication([]), []
session = Session(lambda: (print("away", flush=True), qt.quit()), root := QObject())
say = "dbus-send --session --type=signal /org/freedesktop/ScreenSaver org.freedesktop.ScreenSaver.ActiveChanged boolean:"
QTimer.singleShot(100, lambda: (subprocess.run((say + "false").split(), check=True), subprocess.run((say + "true").split(), check=True)))
QTimer.singleShot(20_000, qt.quit)
qt.exec()
"""


@pytest.mark.slow
@pytest.mark.skipif(shutil.which("dbus-run-session") is None, reason="no bus to start here; `make test-slow` installs one where there is apt")
def test_a_linux_desktop_that_locks_its_screen_is_heard() -> None:
    """A real bus: locked is heard, unlocked is not."""
    done = subprocess.run(
        ["dbus-run-session", "--", sys.executable, "-c", SESSION], capture_output=True, text=True, timeout=60, cwd=Path(__file__).parents[1]
    )
    assert done.stdout.split() == ["away"], done.stderr
