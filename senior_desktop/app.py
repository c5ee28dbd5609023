# SPDX-License-Identifier: EUPL-1.2
"""Command line and folder -> the parts put together and the first window on the screen. The one place where parts meet."""

import os
from pathlib import Path

from senior_desktop import __version__, desk, log, paths, policy


def run(data_dir: Path | None = None, platform: str | None = None) -> int:
    """Show the app until it is closed; the exit code. platform: Qt's platform plugin, e.g. "offscreen"."""
    if platform:
        os.environ["QT_QPA_PLATFORM"] = platform
    from senior_desktop.ui import application  # after the platform is chosen
    from senior_desktop.ui.main_window import MainWindow
    from senior_desktop.ui.work import Work

    folder = data_dir or paths.user_data()
    qt = application.make(["Seniorsamtale"])
    rules = policy.in_force()
    look = application.Look(qt, desk.settings(folder))
    unexpected = application.last_resort(folder)
    work = Work(unexpected)
    window = MainWindow(folder, work, look, rules, desk.this_keyring)
    window.show()
    log.write(folder, "started", version=__version__, platform=qt.platformName())
    return qt.exec()
