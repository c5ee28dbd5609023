# SPDX-License-Identifier: EUPL-1.2
"""The first window stands there before anything heavy is loaded: the real program with its command line, in a process of its own."""

import json
import subprocess
import sys
from pathlib import Path

from factory import make_vault

from senior_desktop import tools

HEAVY = (
    "sqlalchemy", "alembic", "reportlab", "pikepdf", "pyhanko", "keyring", "openpyxl", "pydantic", "asyncio", "numpy",
    "msgspec", "cryptography", "sqlcipher3", "PySide6.QtNetwork", "PySide6.QtQml", "PySide6.QtPrintSupport", "PySide6.QtSvg",
)
"""None of these is needed to paint a window that asks for a passphrase."""

CHILD = """
import json, sys
from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication, QMainWindow

class Watch(QObject):
    def eventFilter(self, seen, event):
        if event.type() == QEvent.Type.Paint and isinstance(seen, QMainWindow):
            from PySide6 import QtCore
            print(json.dumps([*sys.modules, *(f"PySide6.QtCore.{name}" for name in vars(QtCore))]), flush=True)
            QApplication.instance().removeEventFilter(self)
            import os
            os._exit(0)
        return False

from senior_desktop.ui import application
make, watch = application.make, Watch()
def watched(arguments):
    qt = make(arguments)
    qt.installEventFilter(watch)
    return qt
application.make = watched
from senior_desktop.__main__ import main
sys.argv[1:] = ["--data-dir", sys.argv[1], "--platform", "offscreen"]
main()
"""


def loaded_at_first_paint(folder: Path) -> set[str]:
    """Names of the modules in memory, and of the parts of QtCore made so far, when the main window is first painted."""
    done = subprocess.run(
        [sys.executable, "-c", CHILD, str(folder)], capture_output=True, text=True, timeout=60, check=True,
        cwd=Path(__file__).parents[1],
    )
    return set(json.loads(done.stdout.splitlines()[-1]))


def test_the_unlock_window_loads_nothing_heavy(tmp_path: Path, clock) -> None:
    """With a vault there: passphrase first, the rest while it is typed."""
    make_vault(tmp_path, clock).close()
    loaded = loaded_at_first_paint(tmp_path)
    assert "senior_desktop.ui.start.unlock" in loaded
    assert loaded.intersection(HEAVY) == set()
    assert "PySide6.QtCore.Qt" not in loaded  # the namespace and its enumerations, a tenth of the way by themselves
    assert loaded.isdisjoint({"senior_desktop.story", "senior_desktop.tools", "senior_desktop.packs"})
    assert not [one for one in loaded if one.startswith(("senior_desktop.vault", "senior_desktop.paper", "senior_desktop.hr"))]


def test_a_pack_costs_nothing_before_the_first_paint(tmp_path: Path, clock) -> None:
    """It lies in the vault, which is not open yet: the same modules are loaded with it as without, and none that knows packs."""
    make_vault(tmp_path / "without", clock).close()
    with make_vault(tmp_path / "hr", clock) as hr, make_vault(tmp_path / "with", clock) as vault:
        draft = tools.pack_changed(tools.draft(hr, hr.now().date()), data_officer="dpo@eksempel.dk")
        _, file = tools.publish(hr, draft, hr.now().date())
        tools.take(vault, tools.look_at(vault, file))
    loaded = loaded_at_first_paint(tmp_path / "with")
    assert loaded == loaded_at_first_paint(tmp_path / "without")
    assert loaded.isdisjoint({"senior_desktop.packs", "senior_desktop.pack_in_force", "senior_desktop.tools"})


def test_the_first_run_window_loads_the_template_and_no_more(tmp_path: Path) -> None:
    """Without a vault: the areas stand in the template, which msgspec reads."""
    loaded = loaded_at_first_paint(tmp_path / "new")
    assert "senior_desktop.ui.start.first_run" in loaded
    assert loaded.intersection(HEAVY) <= {"msgspec"}
