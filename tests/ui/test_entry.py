# SPDX-License-Identifier: EUPL-1.2
"""The other doors: HR's window and the check without the talks, files opened by a double click, and what IT has fixed."""

import json
import os
import subprocess
import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from factory import make_vault
from PySide6.QtWidgets import QLabel

from senior_desktop import cli, demo_colleagues, desk, drives, paths, policy
from senior_desktop.policy import Policy
from senior_desktop.ui.hr.window import HrPage
from senior_desktop.ui.settings.window import SettingsPage
from senior_desktop.ui.start.first_run import FirstRun
from senior_desktop.ui.start.left_alone import LeftAlonePage
from senior_desktop.ui.start.unlock import UnlockPage
from senior_desktop.ui.verify.window import VerifyPage

CHILD = """
import json, sys
from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QApplication, QMainWindow, QMessageBox
from senior_desktop.ui import application

class Watch(QObject):
    def eventFilter(self, seen, event):
        if event.type() == QEvent.Type.Paint and isinstance(seen, QMainWindow):
            QApplication.instance().removeEventFilter(self)
            QTimer.singleShot(0, lambda: self.tell(seen))
        return False

    def tell(self, window):
        boxes = [one.text() for one in window.findChildren(QMessageBox)]
        heavy = [one for one in sys.modules if one.startswith(("senior_desktop.vault", "sqlcipher3", "keyring"))]
        print(json.dumps([type(window.centralWidget()).__name__, window.windowTitle(), heavy, boxes]), flush=True)
        import os
        os._exit(0)

make, watch = application.make, Watch()
def watched(arguments):
    qt = make(arguments)
    qt.installEventFilter(watch)
    return qt
application.make = watched
if sys.argv[1] == "portable":
    from pathlib import Path
    sys.frozen, sys.executable = True, sys.argv[2]
    del sys.argv[1:3]
from senior_desktop.cli import main
main(sys.argv[1:])
"""


def first_window(*words: str) -> tuple[str, str, list[str], list[str]]:
    """The real program in a process of its own: its first screen, the title, vault modules in memory, boxes that stand open."""
    done = subprocess.run(
        [sys.executable, "-c", CHILD, *words], capture_output=True, text=True, timeout=60, check=True, cwd=Path(__file__).parents[2],
        env=os.environ,
    )
    return tuple(json.loads(done.stdout.splitlines()[-1]))


@pytest.mark.parametrize(
    ("words", "screen", "title"),
    [
        (("--window", "hr"), "HrPage", "Tal til HR – Seniorsamtale"),
        (("--window", "verify"), "VerifyPage", "Kontrollér et dokument – Seniorsamtale"),
        (("open", "Kirsten Ærø Møller.exe"), "LeftAlonePage", "Seniorsamtale"),
        (("open", "Kirsten Ærø Møller.seniorbackup"), "RestorePage", "Hent fra en kopi – Seniorsamtale"),
    ],
)
def test_a_shortcut_opens_its_window_without_touching_the_vault(tmp_path: Path, clock: Any, words: tuple[str, ...], screen: str, title: str) -> None:
    """There is a vault, and it is neither opened nor is the key store asked."""
    make_vault(tmp_path, clock).close()
    found = first_window("--data-dir", str(tmp_path), "--platform", "offscreen", *words)
    assert found[0] == screen and found[2] == [] and found[3] == []
    assert found[1] == title


def test_a_window_that_does_not_exist_is_wrong_usage(capsys: pytest.CaptureFixture[str]) -> None:
    """64, as ever."""
    with pytest.raises(SystemExit) as left:
        cli.main(["--window", "talks"])
    assert left.value.code == 64 and capsys.readouterr().err


def test_portable_use_that_it_has_not_allowed_is_said_at_once(tmp_path: Path) -> None:
    """In the ordinary folder, with a sentence; nothing is laid beside the program."""
    (tmp_path / "portable.flag").touch()
    found = first_window("portable", str(tmp_path / "Seniorsamtale.exe"), "--platform", "offscreen")
    assert found[0] == "FirstRun" and len(found[3]) == 1 and "it-afdeling" in found[3][0]
    assert [one.name for one in tmp_path.iterdir()] == ["portable.flag"]


def test_back_from_each_door_leads_to_the_ordinary_start(start: Callable[..., Any], tmp_path: Path, clock: Any) -> None:
    """To the passphrase where there is a vault, to the first run where there is none."""
    make_vault(tmp_path / "data", clock).close()
    for folder, ordinary in ((tmp_path / "data", UnlockPage), (tmp_path / "new", FirstRun)):
        app = start(folder)
        for enter, page in (
            (app.window.for_hr, HrPage), (app.window.check, VerifyPage),
            (lambda: app.window.open_file(Path("a.exe")), LeftAlonePage),  # noqa: B023
        ):
            enter()
            assert isinstance(app.screen(), page)
            app.screen().back.click()
            assert isinstance(app.screen(), ordinary)
        app.close()


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("Kirsten.exe", "kender ikke"),
        ("Kirsten", "kender ikke"),
    ],
)
def test_what_cannot_be_read_yet_is_left_alone_and_named_nowhere(start: Callable[..., Any], tmp_path: Path, name: str, words: str) -> None:
    """The file is not even opened: it need not be there."""
    file = tmp_path / "Møller" / name
    app = start()
    app.window.open_file(file)
    said = "\n".join(one.text() for one in app.screen().findChildren(QLabel))
    assert words in said and "Kirsten" not in said and "Møller" not in said
    assert app.window.windowTitle() == "Seniorsamtale" and not file.exists()


def test_a_paper_and_a_file_for_hr_are_opened_where_they_are_looked_at(start: Callable[..., Any], tmp_path: Path) -> None:
    """A damaged one gives that window's own sentence; the title names no file."""
    (tmp_path / "note.PDF").write_text("Kære Kirsten")
    app = start()
    app.window.open_file(tmp_path / "note.PDF")
    assert app.screen().verdict.property("verdict") == "unreadable"
    name, content = next(iter(demo_colleagues.batches(date(2026, 11, 23))))
    app.window.open_file(paths.write(tmp_path / name, content))
    assert app.screen().table.item(0, 0).text() == name and app.screen()._pooled.taken == 1
    assert name not in app.window.windowTitle()


# -- what IT has fixed -------------------------------------------------------------------------------------------------

FIXED = Policy({"machine": {"Language": "da", "OrganisationName": "Fælles Kommune", "KeyMode": "strict"}})


def test_what_it_has_fixed_is_grey_and_says_who_decides(qtbot: Any, work: Any, tmp_path: Path, clock: Any) -> None:
    """Language and municipality; all else is the user's still."""
    vault = make_vault(tmp_path / "vault", clock)
    desk.named_by_it(vault, FIXED)
    page = SettingsPage(vault, work, desk.Settings(), FIXED)
    qtbot.addWidget(page)
    qtbot.waitUntil(lambda: work.idle)
    words = page.fields["municipality"].accessibleDescription()
    assert words and page.fields["municipality"].text() == "Fælles Kommune" and not page.fields["municipality"].isEnabled()
    assert all(not one.isEnabled() and one.accessibleDescription() == words for one in page.choices["language"].buttons())
    assert all(one.isEnabled() for key in ("size", "look") for one in page.choices[key].buttons())
    assert all(box.isEnabled() for key, box in page.fields.items() if key != "municipality")
    assert sum(one.text() == words for one in page.findChildren(QLabel)) == 2
    vault.close()


def test_without_policies_nothing_is_grey(qtbot: Any, work: Any, tmp_path: Path, clock: Any) -> None:
    """An empty name of IT's leaves the municipality to the user."""
    with make_vault(tmp_path / "vault", clock) as vault:
        page = SettingsPage(vault, work, desk.Settings(), Policy({"machine": {"OrganisationName": ""}}))
        qtbot.addWidget(page)
        qtbot.waitUntil(lambda: work.idle)
        assert page.fields["municipality"].isEnabled() and all(one.isEnabled() for one in page.choices["language"].buttons())


def test_the_municipality_is_called_what_it_calls_it(start: Callable[..., Any], vault: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """From the next unlocking on, and already at the first run; the other words stay."""
    app = start(vault=vault)
    monkeypatch.setattr(app.window, "_policy", FIXED)
    before = vault.workplace()
    app.window.unlocked(vault)
    app.settle()
    assert vault.workplace().municipality == "Fælles Kommune" and vault.workplace().leader == before.leader
    app.window.settings()
    assert not app.screen().fields["municipality"].isEnabled()


def test_the_first_run_has_its_name_already(qtbot: Any, work: Any, tmp_path: Path) -> None:
    """Grey, and it goes into the vault's workplace."""
    page = FirstRun(tmp_path, work, "da", lambda: None, 12, "Fælles Kommune")
    qtbot.addWidget(page)
    box = page.fields["municipality"]
    assert (box.text(), box.isEnabled()) == ("Fælles Kommune", False) and box.accessibleDescription()
    assert page.workplace().municipality == "Fælles Kommune"


def test_the_report_and_the_recovery_sheet_stay_off_sticks_too(qtbot: Any, work: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The sheet on a stick would be the key beside the lock."""
    monkeypatch.setattr(drives, "removable", lambda _: True)
    monkeypatch.setattr(policy, "in_force", lambda: Policy({"machine": {"AllowRemovableExport": 0}}))
    page = FirstRun(tmp_path / "data", work, "da", lambda: None, 12)
    qtbot.addWidget(page)
    page.groups = ("123456",) * 8
    page.save_sheet(tmp_path / "sheet.pdf")
    qtbot.waitUntil(lambda: work.idle)
    assert "flytbare drev" in page.said.text() and not (tmp_path / "sheet.pdf").exists()
    page.groups = ()
