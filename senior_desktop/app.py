# SPDX-License-Identifier: EUPL-1.2
"""Command line and folder -> the parts put together and the first window on the screen. The one place where parts meet."""

import os
import subprocess
import sys
from pathlib import Path

from senior_desktop import __version__, data_folder, desk, log, policy
from senior_desktop.errors import PortableForbidden


def run(data_dir: Path | None = None, platform: str | None = None, window: str | None = None, file: Path | None = None) -> int:
    """Show the app until it is closed; the exit code.

    platform: Qt's platform plugin, e.g. "offscreen". window: "hr" or "verify" opens that one, without the talks.
    file: opened in the window that is for it.
    """
    if platform:
        os.environ["QT_QPA_PLATFORM"] = platform
    from senior_desktop.ui import application  # after the platform is chosen
    from senior_desktop.ui.main_window import MainWindow
    from senior_desktop.ui.work import Work

    rules = policy.in_force()
    place = data_folder.in_force(rules)
    folder = data_dir or place.path
    portable = place.portable and data_dir is None
    if portable:
        rules = rules.carried()
    qt = application.make(["Seniorsamtale"])
    look = application.Look(qt, desk.seen(desk.settings(folder), rules))
    unexpected = application.last_resort(folder)
    work = Work(unexpected)
    again = [*(["--data-dir", str(data_dir)] if data_dir else []), *(["--platform", platform] if platform else [])]
    main = MainWindow(folder, work, look, rules, _no_keyring if portable else desk.this_keyring, lambda: begin_anew(again))
    if file is not None:
        main.open_file(file)
    elif window == "hr":
        main.for_hr()
    elif window == "verify":
        main.check()
    main.show()
    if place.refused and data_dir is None:
        main.trouble(PortableForbidden())
    log.write(folder, "started", version=__version__, platform=qt.platformName())
    return qt.exec()


def begin_anew(words: list[str]) -> None:
    """Another process in this one's place, with `words` on its command line; never returns.

    Python cannot wipe what it has read: after a lock the memory that held it has to go (vault: lock).
    """
    command = [sys.executable, *([] if getattr(sys, "frozen", False) else ["-m", "senior_desktop"]), *words]
    os.environ["PYINSTALLER_RESET_ENVIRONMENT"] = "1"  # else the frozen program takes itself for its own child
    if sys.platform == "win32":
        subprocess.Popen(command, close_fds=True)
        os._exit(0)
    os.execv(command[0], command)


def _no_keyring() -> None:
    """A folder that is carried about leaves no key on the computers it visits."""
