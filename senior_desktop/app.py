# SPDX-License-Identifier: EUPL-1.2
"""Command line and folder -> the parts put together and the first window on the screen. The one place where parts meet."""

import os
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
    main = MainWindow(folder, work, look, rules, _no_keyring if portable else desk.this_keyring)
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


def _no_keyring() -> None:
    """A folder that is carried about leaves no key on the computers it visits."""
