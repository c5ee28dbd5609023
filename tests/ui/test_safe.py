# SPDX-License-Identifier: EUPL-1.2
"""Keeping house in the window: keys changed, everything looked over, the log read, moved, restored, found, deleted with a receipt."""

import ctypes
import json
import os
import sys
from collections.abc import Callable, Iterator
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
from factory import PASSPHRASE, keep, make_talk, make_vault
from PySide6.QtWidgets import QMessageBox

from senior_desktop import backups, desk, policy, safekeeping
from senior_desktop.ui.safe.deeds import DeedsPage
from senior_desktop.ui.safe.keys import KeysPage
from senior_desktop.ui.safe.move import MovePage
from senior_desktop.ui.safe.page import SafePage
from senior_desktop.ui.safe.passphrase import NewPassphrase
from senior_desktop.ui.safe.restore import RestorePage
from senior_desktop.ui.start.home import HomePage
from senior_desktop.vault import keys, store

NEW = "en helt ny og lang sætning"


@pytest.fixture
def cheap(monkeypatch):
    """The key derivation is not what is tried here."""
    monkeypatch.setattr(keys, "DEFAULT", keys.FLOOR)


@pytest.fixture
def talk(vault):
    return keep(vault, make_talk({"c12": "gerne faste dage i dybhavet"}, notes={"t1": "husk vagtplanen"}))


def house(app, door=""):
    """The page where one keeps house, or one of those behind it."""
    app.window.safe()
    page = app.screen()
    assert isinstance(page, SafePage)
    if door:
        page.doors[door].click()
    return app.screen()


def typed_back(page):
    """The two groups that are asked, typed as they stand on the sheet."""
    groups = page.sheet.groups
    for number, box in zip(page.sheet.asked, page.sheet.typed, strict=True):
        box.setText(groups[number - 1])
    assert page.sheet.done.isEnabled()
    page.sheet.done.click()
    return groups


def new_passphrase(page, words=NEW):
    page.new.first.setText(words)
    page.new.second.setText(words)


def test_a_new_sheet_holds_when_two_groups_were_typed_right(start, vault, talk, cheap):
    app = start(vault=vault)
    page = house(app, "keys")
    assert isinstance(page, KeysPage) and not page.sheet_button.isEnabled()
    page.secret.setText("forkert sætning her")
    page.sheet_button.click()
    app.settle()
    assert "passer ikke" in page.alarm.text() and not page.sheet.groups
    page.secret.setText(PASSPHRASE)
    page.sheet_button.click()
    app.settle()
    page.sheet.typed[0].setText("000000")
    assert not page.sheet.done.isEnabled()
    groups = typed_back(page)
    app.settle()
    assert page.state.text() == "✓ Det nye ark gælder." and not page.sheet.isVisible()
    safekeeping.new_sheet(vault, " ".join(groups))


def test_all_keys_are_changed_and_the_sheet_is_not_lost_by_closing(start, vault, talk, cheap):
    app = start(vault=vault)
    page = house(app, "keys")
    page.secret.setText(PASSPHRASE)
    new_passphrase(page)
    page.rotate_button.click()
    app.settle()
    assert page.sheet.isVisible() and page.reason_to_stay()
    typed_back(page)
    app.settle()
    app.close()
    with store.open_with_passphrase(vault.folder, NEW) as again:
        assert again.get(talk.id) == talk


def test_the_passphrase_is_changed(start, vault, cheap):
    app = start(vault=vault)
    page = house(app, "keys")
    page.secret.setText(PASSPHRASE)
    page.new.first.setText("kort")
    assert page.new.hint.text() == "8 tegn mere" and not page.passphrase_button.isEnabled()
    new_passphrase(page)
    page.passphrase_button.click()
    app.settle()
    assert page.state.text() == "✓ Adgangssætningen er skiftet."
    safekeeping.change_passphrase(vault, NEW, PASSPHRASE, 12)


def test_everything_is_looked_over_and_the_log_read(start, vault, talk):
    app = start(vault=vault)
    page = house(app)
    page.health.look.click()
    app.settle()
    assert page.health.told.text() == "✓ Alt er helt: én samtale, 0 papirer og loggen."
    log = house(app, "log")
    assert isinstance(log, DeedsPage) and log.whole.text().startswith("✓ Alle")
    assert log.table.item(0, 1).text() == "Alt set efter, og alt er helt"


def test_damage_offers_the_newest_good_copy_and_restores_it(start, vault, talk, cheap):
    app = start(vault=vault)
    assert backups.copies(vault)  # opening made one
    with vault.transaction() as connection:
        connection.exec_driver_sql("INSERT INTO papers VALUES (?, 'conversation', 1, 'signed', 'x', 'x', x'00')", (talk.id,))
    page = house(app)
    page.health.look.click()
    app.settle()
    assert "Den nyeste gode kopi" in page.health.told.text()
    page.health.take.click()
    page = app.screen()
    assert isinstance(page, RestorePage) and app.window.vault is None
    restored(app, page)
    assert desk.talks(app.window.vault) == [talk] and isinstance(app.screen(), HomePage)


def restored(app, page, secret=PASSPHRASE):
    """Through the page that restores."""
    page.secret.setText("noget helt andet")
    page.look.click()
    app.settle()
    assert "passer ikke" in page.alarm.text() and not page.keys.isVisible()
    page.secret.setText(secret)
    page.look.click()
    app.settle()
    assert page.found.text().startswith("✓ Kopien er hel.")
    new_passphrase(page)
    page.restore.click()
    app.settle()
    assert page.reason_to_stay()
    typed_back(page)
    app.settle()


def test_moved_to_a_computer_where_nothing_is_yet(start, vault, talk, tmp_path, cheap):
    app = start(vault=vault)
    page = house(app, "move")
    assert isinstance(page, MovePage)
    page.save_to(tmp_path / "flyt.seniorbackup")
    app.settle()
    assert "Gemt" in page.state.text() and page.moved.isVisible()
    app.window.home()
    assert "flyttet til en anden computer" in app.screen().clock.text()
    app.close()
    other = start(tmp_path / "other")
    other.screen().restore.emit()
    page = other.screen()
    page.take(tmp_path / "flyt.seniorbackup")
    restored(other, page)
    assert desk.talks(other.window.vault) == [talk] and not safekeeping.moved(other.window.vault)


def test_a_copy_that_is_opened_by_a_double_click_is_offered_to_restore(start, vault, tmp_path):
    file = backups.save_copy(vault, tmp_path / "kopi.seniorbackup")
    app = start(vault=vault)
    app.window.open_file(file)
    page = app.screen()
    assert isinstance(page, RestorePage) and page.copies.currentData() == file
    page.leave()
    assert type(app.screen()).__name__ == "UnlockPage"


def test_a_damaged_file_is_said_and_the_newest_good_copy_is_found(start, vault, talk, cheap):
    """The whole way a leader goes: it does not open, the newest copy is damaged too, the one before it is good."""
    app = start(vault=vault)
    (good,) = backups.files(vault)
    older = good.with_name("2026-11-20.seniorbackup")
    older.write_bytes(good.read_bytes())
    app.close()
    good.write_bytes(good.read_bytes()[:-4096])
    file = vault.folder / "vault.db"
    file.write_bytes(file.read_bytes()[:-4096])
    app = start()
    page = app.screen()
    page.box.setText(PASSPHRASE)
    page.unlock()
    app.settle()
    assert "beskadiget" in page.said.text() and "Hent fra en kopi" in page.said.text()
    page.restore_button.click()
    page = app.screen()
    page.secret.setText(PASSPHRASE)
    page.look.click()
    app.settle()
    assert page.copies.currentData() == older
    assert page.found.text().startswith("En nyere kopi er beskadiget og er sprunget over.\n✓ Kopien er hel.") and "ville mangle" in page.found.text()
    new_passphrase(page)
    page.restore.click()
    app.settle()
    typed_back(page)
    app.settle()
    assert desk.talks(app.window.vault) == [talk] and (vault.folder / "aside" / "1" / "vault.db").exists()
    assert good.exists() and older.exists()  # whoever took the wrong one can take another


def test_words_are_found_as_they_are_typed_and_lead_to_their_page(start, vault, talk):
    app = start(vault=vault)
    home = app.screen()
    for typed in ("d", "dy", "dybhav"):
        home.find.box.setText(typed)
    app.settle()
    assert not home.table.isVisible() and home.find.list.count() == 1
    assert "»dybhavet«" in home.find.list.item(0).text() and home.find.list.item(0).text().startswith("Kirsten Ærø Møller · ")
    home.find.box.setText("kamel")
    app.settle()
    assert home.find.none.text().startswith("Ikke fundet.")
    home.find.box.setText("vagtpl")
    app.settle()
    home.find._open(home.find.list.item(0))
    assert app.screen().room.talk.id == talk.id and app.screen().page("t1") is not None
    app.window.home()
    home = app.screen()
    home.find.box.setText("x")
    home.find.box.clear()
    assert home.table.isVisible()


def test_everything_about_an_employee_and_the_receipt_of_a_deletion(start, vault, talk, tmp_path):
    app = start(vault=vault)
    home = app.screen()
    home.print_everything(tmp_path / "ud")
    app.settle()
    assert {one.suffix for one in (tmp_path / "ud").iterdir()} == {".pdf", ".json"} and "Dine egne noter" in home.clock.text()
    assert json.loads(next((tmp_path / "ud").glob("*.json")).read_text(encoding="utf-8"))["talks"][0]["conversation"]["notes"]
    home.erase(talk)
    app.settle()
    assert isinstance(home.receipt, QMessageBox) and home.receipt.text().startswith("Samtalen er slettet")
    assert "Kirsten" not in home.receipt.text() + home.receipt.informativeText()
    home.receipt.save_to(tmp_path / "kvit")
    app.settle()
    assert [one.suffix for one in (tmp_path / "kvit").iterdir()] == [".pdf"]
    home.receipt.close()


def test_what_goes_soon_stands_on_the_start_page(start, vault, clock):
    keep(vault, make_talk({"a01": "Bo", "a13": "2025-06-10", "c12": "x"}))
    app = start(vault=vault)
    assert app.screen().going.isVisible()


def test_its_emergency_key_is_told_with_its_fingerprint(start, vault, tmp_path, cheap):
    _, public, fingerprint = safekeeping.new_escrow_pair()
    app = start(vault=vault)
    app.window._policy = app.window._at_safe()._rules = policy.Policy({"machine": {"EscrowPublicKey": public, "KeyMode": "strict"}})
    app.window.unlocked(vault)
    app.settle()
    (box,) = app.window.findChildren(QMessageBox)
    assert fingerprint in box.informativeText()
    box.close()
    assert fingerprint in house(app, "keys").now.text()


def test_it_looks_over_by_itself_when_nobody_is_there(start, vault, talk, monkeypatch):
    app = start(vault=vault)
    door = app.window._at_safe()
    door.look_when_quiet()
    app.settle()
    assert not safekeeping.last_look(vault)
    monkeypatch.setattr(app.window.locking.idle, "untouched", lambda: 200.0)
    door.look_when_quiet()
    app.settle()
    assert safekeeping.last_look(vault)


@pytest.fixture
def common_user() -> Iterator[None]:
    """No rights but a user's: root may write everywhere, so root gives that one right away meanwhile.

    And no other: as somebody else it could not read this checkout where that lies in root's own home. Linux keeps such
    rights by thread (capabilities(7)); those that the app begins have what this one has.
    """
    if sys.platform == "win32":
        pytest.skip("Windows keeps rights in the folder's own list")
    if os.geteuid() != 0:
        yield
        return
    had = capabilities()
    set_capabilities((had[0] & ~(1 << DAC_OVERRIDE), *had[1:]))
    yield
    set_capabilities(had)


DAC_OVERRIDE = 1
"""The number of the right to write whatever a folder's mode says (linux/capability.h)."""


def capabilities() -> tuple[int, ...]:
    """What this thread may: effective, permitted, inheritable; the lower 32 of each, then the upper (capget(2))."""
    words = (ctypes.c_uint32 * 6)()
    assert ctypes.CDLL(None, use_errno=True).capget(_header(), words) == 0, os.strerror(ctypes.get_errno())
    return tuple(words)


def set_capabilities(wanted: tuple[int, ...]) -> None:
    """Let this thread do so much (capset(2))."""
    assert ctypes.CDLL(None, use_errno=True).capset(_header(), (ctypes.c_uint32 * 6)(*wanted)) == 0, os.strerror(ctypes.get_errno())


def _header() -> Any:
    return (ctypes.c_uint32 * 2)(0x20080522, 0)  # the third version of the call, and the calling thread


@pytest.fixture
def written_before(tmp_path: Path, clock: Callable[[], datetime]) -> Path:
    make_vault(tmp_path / "data", clock).close()
    (tmp_path / "data").chmod(0o500)
    return tmp_path / "data"


def test_a_folder_that_may_not_be_written_in_is_said(written_before: Path, start: Callable[..., Any], common_user: None) -> None:
    """The folder of an earlier day turned read-only: a sentence, and nothing is made anew."""
    before = {one.name for one in written_before.iterdir()}
    app = start()
    page = app.screen()
    page.box.setText(PASSPHRASE)
    page.unlock()
    app.settle()
    assert "Der kan ikke skrives" in page.said.text()
    assert {one.name for one in written_before.iterdir()} == before


def test_the_hint_says_how_hard_a_passphrase_is_to_guess_and_refuses_none_by_it(qtbot, look):
    boxes = NewPassphrase(12)
    qtbot.addWidget(boxes)
    for typed, said in (("password1234", "Let at gætte"), ("fem grønne tog til Ærø", "Svær at gætte"), ("kort", "tegn mere")):
        boxes.first.setText(typed)
        assert said in boxes.hint.text()
    boxes.first.setText("password1234")
    boxes.second.setText("password1234")
    assert boxes.ready()
