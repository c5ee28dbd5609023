# SPDX-License-Identifier: EUPL-1.2
"""The encrypted file: what a stranger sees in it, what damage is called, and who may have it open."""

import re
import shutil
import sqlite3
import subprocess
import sys
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import event, text

from senior_desktop.conversation.conversation import Answer, with_answer
from senior_desktop.errors import NoRoom, VaultDamaged, VaultInUse, VaultNewer
from senior_desktop.vault import database, keys, slots, store
from senior_desktop.vault.tables import metadata

MARKER = "Hemmelighedsfuld-Rødgrød"
PAGE = 4096


def db_key(folder: Path, passphrase: str) -> bytes:
    return keys.derive(slots.by_passphrase(slots.read(folder), passphrase).vault_key, "db")


def fill(vault, talk_with) -> None:
    talk = talk_with(f"Bo {MARKER}")
    vault.change(talk.id, lambda one: with_answer(one, "c12", Answer(f"{MARKER} " * 500)))
    vault.change(talk.id, lambda one: with_answer(one, "c12", Answer("kort")))
    vault.change(talk.id, lambda talk: replace(talk, position="sign"), {"sheet": f"%PDF {MARKER}".encode() * 2000})
    vault.put_secret("last", MARKER.encode())


def test_a_stranger_sees_no_sqlite_and_no_word(vault, talk_with, folder, keyring):
    vault.remember_device(keyring)
    fill(vault, talk_with)
    while_open = {file.name: file.read_bytes() for file in folder.iterdir()}
    assert len(while_open["vault.db-wal"]) > PAGE
    vault.close()
    closed = {file.name: file.read_bytes() for file in folder.iterdir()}
    assert "vault.db-wal" not in closed
    assert not closed["vault.db"].startswith(b"SQLite format 3")
    for name, content in (while_open | {f"closed {name}": content for name, content in closed.items()}).items():
        for known in (MARKER.encode(), b"CREATE TABLE", b"talks", keyring.get(vault.vault_id)):
            assert known not in content, name
    with closing(sqlite3.connect(folder / "vault.db")) as plain, pytest.raises(sqlite3.DatabaseError):
        plain.execute("SELECT * FROM sqlite_master")


def test_nobody_else_on_the_computer_may_read_it(vault, folder):
    if sys.platform == "win32":
        pytest.skip("Windows keeps rights in the folder's own list")
    for name in ("vault.db", "vault.db-wal", "vault.json", "vault.lock"):
        assert (folder / name).stat().st_mode & 0o077 == 0, name


def test_every_connection_is_set_up_as_the_page_says(vault, folder, passphrase):
    vault.close()
    wanted = {
        "journal_mode": "wal",
        "synchronous": 2,  # FULL
        "foreign_keys": 1,
        "secure_delete": 1,
        "temp_store": 2,  # MEMORY
        "trusted_schema": 0,
        "fullfsync": 1,
        "checkpoint_fullfsync": 1,
        "application_id": 0x53454E31,
        "user_version": database.SCHEMA,
        "cipher_memory_security": "0",
        "cipher_page_size": "4096",
        "cipher_hmac_algorithm": "HMAC_SHA512",
    }
    engine = database.open_engine(folder / database.FILE, db_key(folder, passphrase))
    connected = []
    event.listen(engine, "connect", lambda driver, _: connected.append(driver))
    for _ in range(3):
        with engine.connect() as connection:
            found = {name: connection.exec_driver_sql(f"PRAGMA {name}").scalar() for name in wanted}
            assert re.match(r"4\.\d+\.\d+ community", connection.exec_driver_sql("PRAGMA cipher_version").scalar())
        assert found == wanted
        engine.dispose()
    assert len(connected) == 2  # beside the one it was opened with


def test_the_migrations_make_the_tables_of_the_code(vault):
    with vault.transaction() as connection:
        # FTS5 keeps its index of words in tables of its own.
        ours = {"include_name": lambda name, kind, _: kind != "table" or not name.startswith("words")}
        context = MigrationContext.configure(connection, opts=ours)
        left = compare_metadata(context, metadata)
        foreign = connection.execute(text("PRAGMA foreign_key_list(versions)")).mappings().one()
    assert left == []
    assert foreign["on_delete"] == "CASCADE"


def test_a_migration_that_breaks_half_way_leaves_nothing(tmp_path, monkeypatch):
    key = keys.new_key()
    with pytest.raises(ZeroDivisionError):
        database.make(tmp_path / "a.db", key, lambda connection: 1 / 0)
    monkeypatch.setattr(database, "APPLICATION_ID", "no number")  # fails after the tables were made
    with pytest.raises(Exception, match="syntax error"):
        database.make(tmp_path / "b.db", key, lambda connection: None)
    driver = database.connect(tmp_path / "b.db", key)
    assert driver.execute("SELECT count(*) FROM sqlite_master").fetchone() == (0,)
    driver.close()


def test_unlocking_does_not_load_the_migrations(vault, folder, passphrase):
    vault.close()
    script = (
        "import sys; from pathlib import Path; from senior_desktop.vault import store\n"
        f"store.open_with_passphrase(Path({str(folder)!r}), {passphrase!r}).close()\n"
        "print('alembic' in sys.modules)"
    )
    assert run(script).stdout.strip() == "False"


def test_the_first_run_works_from_an_installed_folder_of_any_name(tmp_path, passphrase):
    here = tmp_path / "100 % program; æ"
    package = Path(database.__file__).parents[1]
    shutil.copytree(package, here / package.name, ignore=shutil.ignore_patterns("__pycache__"))
    script = (
        "import sys; from pathlib import Path\n"
        f"sys.path.insert(0, {str(here)!r})\n"
        "from senior_desktop.vault import keys, store\n"
        f"assert Path(store.__file__).is_relative_to({str(here)!r})\n"
        f"store.create(Path({str(tmp_path / 'data')!r}), {passphrase!r}, cost=keys.FLOOR)[0].close()"
    )
    run(script)
    store.open_with_passphrase(tmp_path / "data", passphrase).close()


@pytest.mark.parametrize("at", [20, 2000, PAGE + 100, 3 * PAGE + 7, -100])
def test_a_flipped_bit_anywhere_is_a_damaged_file(vault, folder, talk_with, at, passphrase):
    fill(vault, talk_with)
    vault.close()
    file = folder / database.FILE
    content = bytearray(file.read_bytes())
    content[at] ^= 4
    file.write_bytes(content)
    refused(folder, VaultDamaged, passphrase)


def test_a_file_cut_by_a_page_or_swapped_in_its_pages_is_damaged(vault, folder, talk_with, passphrase):
    fill(vault, talk_with)
    vault.close()
    file = folder / database.FILE
    whole = file.read_bytes()
    swapped = whole[:PAGE] + whole[2 * PAGE : 3 * PAGE] + whole[PAGE : 2 * PAGE] + whole[3 * PAGE :]
    for broken in (whole[:-PAGE], swapped, whole[:5000], b"", b"SQLite format 3\0" + whole[16:]):
        file.write_bytes(broken)
        refused(folder, VaultDamaged, passphrase)
    file.write_bytes(whole)
    store.open_with_passphrase(folder, passphrase).close()


def test_a_newer_schema_is_left_alone(vault, folder, passphrase):
    with vault.transaction() as connection:
        connection.exec_driver_sql(f"PRAGMA user_version = {database.SCHEMA + 1}")
    vault.close()
    before = (folder / database.FILE).read_bytes()
    refused(folder, VaultNewer, passphrase)
    assert (folder / database.FILE).read_bytes() == before


def test_another_file_of_the_same_key_is_not_our_vault(vault, folder, passphrase):
    with vault.transaction() as connection:
        connection.exec_driver_sql("PRAGMA application_id = 7")
    vault.close()
    refused(folder, VaultDamaged, passphrase)


def test_a_full_disk_is_said_and_what_was_saved_stays(vault, talk_with, reopen):
    talk = talk_with("Bo")
    with vault.transaction() as connection:
        pages = connection.exec_driver_sql("PRAGMA page_count").scalar()
        connection.exec_driver_sql(f"PRAGMA max_page_count = {pages + 2}")
    with pytest.raises(NoRoom):
        vault.change(talk.id, lambda talk: replace(talk, position="sign"), {"sheet": bytes(100_000)})
    assert vault.papers(talk.id) == []
    vault.close()
    assert reopen().get(talk.id) == talk


def test_a_second_window_is_told_the_vault_is_in_use(vault, folder, passphrase):
    refused(folder, VaultInUse, passphrase)


def test_the_lock_dies_with_its_process(vault, folder, passphrase):
    vault.close()
    script = (
        "import sys; from pathlib import Path; from senior_desktop.vault import store\n"
        f"vault = store.open_with_passphrase(Path({str(folder)!r}), {passphrase!r})\n"
        "print('open', flush=True); sys.stdin.read()"
    )
    child = subprocess.Popen(
        [sys.executable, "-c", script], stdin=subprocess.PIPE, stdout=subprocess.PIPE, cwd=Path(__file__).parents[2]
    )
    try:
        assert child.stdout.readline().strip() == b"open"
        refused(folder, VaultInUse, passphrase)
    finally:
        child.kill()
        child.communicate()
    store.open_with_passphrase(folder, passphrase).close()


def test_a_failed_unlock_lets_go_of_the_folder(vault, folder, passphrase):
    vault.close()
    file = folder / database.FILE
    whole = file.read_bytes()
    file.write_bytes(bytes(len(whole)))
    refused(folder, VaultDamaged, passphrase)
    file.write_bytes(whole)
    store.open_with_passphrase(folder, passphrase).close()


def test_a_first_run_that_was_cut_off_can_be_begun_again(folder, passphrase):
    folder.mkdir()
    database.make(folder / "vault.db.new", keys.new_key(), lambda connection: None)
    assert not store.exists(folder)
    store.create(folder, passphrase, cost=keys.FLOOR)[0].close()
    store.open_with_passphrase(folder, passphrase).close()


def test_a_first_run_cut_off_at_its_last_step_is_finished(vault, folder, passphrase):
    vault.close()
    (folder / "vault.db").rename(folder / "vault.db.new")
    store.open_with_passphrase(folder, passphrase).close()
    assert not (folder / "vault.db.new").exists()


def refused(folder: Path, error: type[Exception], passphrase: str) -> None:
    with pytest.raises(error):
        store.open_with_passphrase(folder, passphrase)


def run(script: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-c", script], check=True, capture_output=True, text=True, cwd=Path(__file__).parents[2]
    )


def test_the_ciphers_version_is_told_without_a_vault() -> None:
    """For the self-check: SQLCipher 4 or later, whose file format the vault is made in."""
    assert int(database.cipher_version().split(".")[0]) >= 4
