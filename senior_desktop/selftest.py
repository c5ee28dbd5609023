# SPDX-License-Identifier: EUPL-1.2
"""A file name -> the installed program tried from end to end, with what was found in that file as JSON.

For IT after roll-out, and for every build. Works without a console and opens no dialog. Everything lies in a
temporary folder with invented people; the key store is asked under a name of this run's own. The real vault, the
settings and the policies are not looked at. The file is written anew before and after each step, so that even a
process that dies says where. Steps: `selftest_screen` (its time is that of a start, so nothing heavy is
imported here), then `selftest_story`.
"""

import json
import os
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from senior_desktop import __version__, desk, log, paths, silence

STEPS = ("window", "build", "resources", "vault", "keyring", "paper", "hr", "quiet")
"""In the order they are run: the window first."""

PASSED, FAILED = 0, 2

Facts = dict[str, Any]
Step = Callable[[], Facts]
"""Gives facts without personal data, or raises Wrong."""


class Wrong(Exception):
    """A step is false, and why: words of ours alone."""


def need(condition: object, words: str) -> None:
    """Raise Wrong with `words` unless `condition` holds."""
    if not condition:
        raise Wrong(words)


def run(out: Path, platform: str | None = None) -> int:
    """All steps; 0 when each is true, 2 when one is false. platform: Qt's, for example "offscreen".

    Raises FolderUnwritable and NoRoom when `out` cannot be written; any other fault is ours.
    """
    heard = silence.Heard()
    sys.addaudithook(heard)
    if platform:
        os.environ["QT_QPA_PLATFORM"] = platform
    report = Report(out)
    # A virus scanner may hold a file a moment longer; nothing in it belongs to anybody.
    with tempfile.TemporaryDirectory(prefix="seniorsamtale-selftest-", ignore_cleanup_errors=True) as folder:
        for name, step in _steps(Path(folder), platform, heard):
            report.take(name, step)
    return PASSED if report.ok else FAILED


def _steps(folder: Path, platform: str | None, heard: silence.Heard) -> Iterator[tuple[str, Step]]:
    """(name, step) in the order of STEPS; each part is imported when its turn has come."""
    from senior_desktop.selftest_screen import Screen

    screen = Screen(folder, platform)
    yield from (("window", screen.window), ("build", screen.build), ("resources", screen.resources))
    from senior_desktop.selftest_story import Told

    with Told(folder) as told:
        yield from (("vault", told.vault), ("keyring", told.keyring), ("paper", told.paper), ("hr", told.hr))
    yield "quiet", lambda: quiet(heard)


def quiet(heard: silence.Heard) -> Facts:
    """No module of ours names the network, Qt's is not loaded, and nothing of the above reached out."""
    looked_at, named = desk.network_modules()
    need(looked_at > len(STEPS), "no module was looked at")
    need(not named, "a module of ours imports the network: " + ", ".join(named))
    need("PySide6.QtNetwork" not in sys.modules, "Qt's network module is loaded")
    need(heard.all, "the interpreter reports nothing")
    loud = silence.loud(heard.sockets, sys.platform)
    need(not loud, "the network was used: " + ", ".join(loud))
    events = {f"{event} {place}": count for (event, place), count in sorted(heard.sockets.items())}
    return {"modules_of_ours": looked_at, "events": events}


class Report:
    """What was found so far, always on disk."""

    def __init__(self, out: Path) -> None:
        self._out = out.absolute()
        self._begun = time.perf_counter()
        self._steps: dict[str, Facts] = {name: {"ok": False, "ms": 0, "detail": {"why": "not reached"}} for name in STEPS}
        self._write()

    @property
    def ok(self) -> bool:
        """Whether every step is true."""
        return all(step["ok"] for step in self._steps.values())

    def take(self, name: str, step: Step) -> None:
        """Run one step and write what became of it. A fault in it makes it false; its places in the code are told."""
        self._steps[name]["detail"] = {"why": "the program ended in this step"}
        self._write()
        begun, ok = time.perf_counter(), False
        try:
            detail, ok = step(), True
        except Wrong as wrong:
            detail = {"why": str(wrong)}
        except Exception as fault:  # a step that breaks must not hide what the next ones find
            detail = {"why": log.report(fault)}
        self._steps[name] = {"ok": ok, "ms": round((time.perf_counter() - begun) * 1000), "detail": detail}
        self._write()

    def _write(self) -> None:
        ms = round((time.perf_counter() - self._begun) * 1000)
        found = {"product": "Seniorsamtale", "version": __version__, "ok": self.ok, "ms": ms, "steps": self._steps}
        paths.write(self._out, json.dumps(found, indent=2, ensure_ascii=False).encode(), replace=True)
