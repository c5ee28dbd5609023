# SPDX-License-Identifier: EUPL-1.2
"""An open vault -> one encrypted file; such a file and its passphrase or sheet -> a new vault, the old one kept aside.

    magic, length of the header, header (JSON), body (SQLCipher, under a key of this backup's own)

Only the backup key's wraps are in the header, never the vault key's: an old sheet and an old backup never open the live
vault. Codes that wait for HR are left out (anonymity: batch rules). Nothing of the computer's key store is in it, so it
opens anywhere with the passphrase or the sheet of the day it was made.
"""

import hmac
import json
import os
from collections.abc import Callable
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

import msgspec
from cryptography.exceptions import InvalidTag
from sqlalchemy import select
from sqlcipher3 import dbapi2

from senior_desktop import paths
from senior_desktop.conversation.conversation import new_id
from senior_desktop.errors import (
    BackupDamaged,
    EscrowRefused,
    FolderUnwritable,
    VaultDamaged,
    VaultNewer,
    WrongPassphrase,
    WrongRecoverySheet,
)
from senior_desktop.vault import audit, counted, database, erase, escrow, keys, slots, store
from senior_desktop.vault.audit import Event
from senior_desktop.vault.keys import Cost
from senior_desktop.vault.slots import Salt, Sealed, Wrapped
from senior_desktop.vault.tables import secrets, settings

MAGIC = b"SENIORBACKUP1\n"
FORMAT = "senior-backup/1"
ENDING = ".seniorbackup"
LARGEST_HEADER = 64 * 1024
ASIDE = "aside"
FOLDER = "backups"
BEFORE = "before-"
"""How the name of a backup begins that was made before a migration."""

AUDIT_KEY = store.RESERVED + "audit"
MOVING = store.RESERVED + "moving"
"""In a backup that moves to another computer: the tombstones of the one it came from."""

ROWS = store.RESERVED + "rows"
COUNTED = ("people", "talks", "versions", "papers", "settings", "batches", "ledger", "received", "audit")
"""Tables whose rows are counted when a backup is made, and again when it is looked at."""


class ByPassphrase(msgspec.Struct, frozen=True):
    """The backup key under the passphrase."""

    salt: Salt
    cost: Cost
    backup: Wrapped


class Header(msgspec.Struct, frozen=True):
    """What can be read without a key; `seal` is over all the rest, keyed by the backup."""

    format: str
    vault: str
    backup: str
    schema: int
    created: str
    body: str
    passphrase: ByPassphrase
    recovery: Wrapped
    seal: str = ""
    escrow: Sealed | None = None


@dataclass(frozen=True, slots=True)
class Looked:
    """What a look at a backup found. created: ISO instant. rows: how many of what."""

    created: str
    rows: dict[str, int]


Opens = Callable[[Header], bytes]
"""A header -> the backup key. Raises WrongPassphrase, WrongRecoverySheet."""


def by_passphrase(passphrase: str) -> Opens:
    """Opens with the passphrase of the day the backup was made."""

    def opens(header: Header) -> bytes:
        slot = header.passphrase
        if not keys.allowed(slot.cost):
            raise BackupDamaged()
        typed = keys.from_passphrase(passphrase, slot.salt, slot.cost)
        try:
            return keys.unwrap(typed, slot.backup, slots.about(header.vault, "passphrase/backup", slot.salt, slot.cost))
        except InvalidTag as fault:
            raise WrongPassphrase() from fault

    return opens


def by_recovery(digits: str | list[str] | tuple[str, ...]) -> Opens:
    """Opens with the sheet of the day the backup was made."""

    def opens(header: Header) -> bytes:
        printed = keys.derive(slots.recovery_secret(digits), "recovery")
        try:
            return keys.unwrap(printed, header.recovery, slots.about(header.vault, "recovery/backup"))
        except InvalidTag as fault:
            raise WrongRecoverySheet(group=0) from fault

    return opens


def by_escrow(private: bytes) -> Opens:
    """Opens with the municipality's private key."""

    def opens(header: Header) -> bytes:
        if header.escrow is None:
            raise EscrowRefused()
        return escrow.unseal(private, header.escrow, slots.about(header.vault, "escrow/backup"))

    return opens


def before_migration(vault: store.Vault) -> Path:
    """A backup of a vault that is about to get a newer schema, beside the daily ones, for 30 days."""
    name = f"{BEFORE}{database.schema_of(vault.engine)}-{vault.now().date().isoformat()}{ENDING}"
    return create(vault, vault.folder / FOLDER / name)


def create(vault: store.Vault, file: Path, *, moving: bool = False) -> Path:
    """The vault as it is now, in `file`, looked at before it bears that name; an older one of the name is replaced.

    moving: to another computer. Then the codes that wait for HR go along and this vault hands in nothing any more. Raises NoRoom, FolderUnwritable; then nothing is left behind.
    """
    with vault.transaction() as connection:
        backup_key = connection.execute(select(secrets.c.value).where(secrets.c.name == store.BACKUP_KEY)).scalar_one()
    backup = new_id()
    key = _key(backup_key, backup)
    schema = database.schema_of(vault.engine)
    live = (vault.folder / database.FILE).stat().st_size
    paths.refuse_full(vault.folder, 3 * live)
    paths.refuse_full(file.parent, live)
    body = vault.folder / f"{database.FILE}.copy"
    try:
        body.unlink(missing_ok=True)
        database.export(vault.engine, body, key)
        _finish_body(body, key, vault.audit_key, schema, erase.tombstones(vault.folder) if moving else None)
        content = body.read_bytes()
    except OSError as fault:
        raise FolderUnwritable() from fault
    finally:
        body.unlink(missing_ok=True)
    found = vault.slots
    header = Header(
        FORMAT, found.vault, backup, schema, vault.now().isoformat(), sha256(content).hexdigest(),
        ByPassphrase(found.passphrase.salt, found.passphrase.cost, found.passphrase.backup), found.recovery.backup,
        escrow=found.escrow.backup if found.escrow is not None else None,
    )  # fmt: skip
    head = msgspec.json.encode(msgspec.structs.replace(header, seal=_seal(header, key)))
    whole = MAGIC + len(head).to_bytes(4, "big") + head + content
    _look(whole, lambda _: backup_key, vault.folder)
    written = paths.write(file, whole, replace=True)
    if moving:
        with vault.transaction() as connection:
            connection.execute(settings.insert().prefix_with("OR REPLACE").values(key=store.MOVED, value=vault.now().isoformat().encode()))
    audit.note(vault, Event.MOVED if moving else Event.BACKED_UP, backup)
    return written


def verify(file: Path, opens: Opens, folder: Path) -> Looked:
    """Look at every page of the backup in `file`. folder: where the body may lie while it is looked at.

    Raises BackupDamaged, VaultNewer, WrongPassphrase, WrongRecoverySheet, FolderUnwritable.
    """
    return _look(_read(file), opens, folder)


def restore(file: Path, opens: Opens, folder: Path, passphrase: str, *, cost: Cost | None = None, least: int = slots.LEAST_CHARACTERS, clock: store.Clock = store.local_now) -> tuple[store.Vault, tuple[str, ...]]:
    """A new vault in `folder` from the backup, open, and the groups of its new sheet; every key is new.

    What was erased since stays erased (tombstones of `folder`), and who was counted since is known. A vault that lies there is moved to `aside/` beside it, never
    touched otherwise. Raises as `verify`, VaultInUse, WeakPassphrase, NoRoom; before the move nothing is changed.
    """
    whole = _read(file)
    looked = _look(whole, opens, folder)
    header, content = _parts(whole)
    key = _key(opens(header), header.backup)
    with database.AppLock(folder):
        found, master, groups = slots.make(passphrase, cost=cost or keys.DEFAULT, least=least)
        body, new = folder / f"{database.FILE}.copy", folder / f"{database.FILE}.restored"
        try:
            for leftover in (body, new):
                leftover.unlink(missing_ok=True)
            paths.write(body, content)
            db_key = keys.derive(master.vault_key, "db")
            database.export_file(body, key, new, db_key)
            _make_own(new, db_key, master, folder)
            _put_aside(folder, looked.created)
            slots.save(folder, found, master)
            os.replace(new, folder / database.FILE)
        finally:
            for leftover in (body, new):
                leftover.unlink(missing_ok=True)
    vault = store.open_with_passphrase(folder, passphrase, clock=clock)
    audit.note(vault, Event.RESTORED, header.backup)
    vault.shrink()
    return vault, groups


def _key(backup_key: bytes, backup: str) -> bytes:
    return keys.derive(backup_key, f"backup/{backup}")


def _seal(header: Header, key: bytes) -> str:
    said = msgspec.to_builtins(msgspec.structs.replace(header, seal=""))
    if header.escrow is None:
        del said["escrow"]
    plain = msgspec.json.encode(said)
    return hmac.digest(keys.derive(key, "header"), plain, "sha256").hex()


def _read(file: Path) -> bytes:
    try:
        return file.read_bytes()
    except OSError as fault:
        raise BackupDamaged() from fault


def _parts(whole: bytes) -> tuple[Header, bytes]:
    """Header and body of a file that is one. Raises BackupDamaged, VaultNewer."""
    if not whole.startswith(b"SENIORBACKUP"):
        raise BackupDamaged()
    if not whole.startswith(MAGIC):
        raise VaultNewer()
    at = len(MAGIC) + 4
    length = int.from_bytes(whole[len(MAGIC) : at], "big")
    try:
        header = msgspec.json.decode(whole[at : at + min(length, LARGEST_HEADER)], type=Header)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as fault:
        raise BackupDamaged() from fault
    content = whole[at + length :]
    if header.format != FORMAT or header.schema > database.SCHEMA:
        raise VaultNewer()
    if sha256(content).hexdigest() != header.body:
        raise BackupDamaged()
    return header, content


def _look(whole: bytes, opens: Opens, folder: Path) -> Looked:
    header, content = _parts(whole)
    key = _key(opens(header), header.backup)
    if not hmac.compare_digest(_seal(header, key), header.seal):
        raise BackupDamaged()
    body = folder / f"{database.FILE}.looked"
    try:
        paths.write(body, content, replace=True)
        with database.plain(body, key) as connection:
            database.refuse_damaged(connection)
            said = json.loads(connection.execute("SELECT value FROM settings WHERE key = ?", (ROWS,)).fetchone()[0])
            if said != _rows(connection):
                raise BackupDamaged()
    except VaultDamaged as fault:
        raise BackupDamaged() from fault
    finally:
        body.unlink(missing_ok=True)
    return Looked(header.created, said)


def _rows(connection: dbapi2.Connection) -> dict[str, int]:
    return {table: connection.execute(f"SELECT count(*) FROM {table}").fetchone()[0] for table in COUNTED}


def _finish_body(body: Path, key: bytes, audit_key: bytes, schema: int, moving: tuple[str, ...] | None) -> None:
    """What must not be in a backup goes; what restoring needs comes in: the key of the log of deeds, and how many rows there are."""
    with database.plain(body, key) as connection:
        if moving is None:
            connection.execute("DELETE FROM waiting")
        else:
            connection.execute("INSERT OR REPLACE INTO settings (key, value) VALUES (?, ?)", (MOVING, json.dumps(moving).encode()))
        if schema > 1:  # what is searched is made anew where it is opened
            connection.execute("DELETE FROM texts")
            connection.execute("UPDATE talks SET indexed = 0")
        connection.execute("DELETE FROM secrets WHERE name = ?", (store.BACKUP_KEY,))
        connection.execute("INSERT INTO secrets (name, value) VALUES (?, ?)", (AUDIT_KEY, audit_key))
        connection.execute("INSERT OR REPLACE INTO settings (key, value) VALUES (?, ?)", (ROWS, b"{}"))
        counted = json.dumps(_rows(connection)).encode()
        connection.execute("UPDATE settings SET value = ? WHERE key = ?", (counted, ROWS))
        connection.execute("VACUUM")


def _make_own(new: Path, db_key: bytes, master: slots.Master, folder: Path) -> None:
    """The copy becomes a vault of its own: new backup key, the log of deeds sealed anew, what was erased since erased again."""
    with database.plain(new, db_key) as connection:
        connection.execute("PRAGMA foreign_keys = ON")
        old_key = connection.execute("SELECT value FROM secrets WHERE name = ?", (AUDIT_KEY,)).fetchone()[0]
        audit.seal_anew(connection, old_key, keys.derive(master.vault_key, "audit"))
        connection.execute("DELETE FROM secrets WHERE name = ?", (AUDIT_KEY,))
        connection.execute("DELETE FROM settings WHERE key = ?", (ROWS,))
        connection.execute("INSERT INTO secrets (name, value) VALUES (?, ?)", (store.BACKUP_KEY, master.backup_key))
        moved = connection.execute("SELECT value FROM settings WHERE key = ?", (MOVING,)).fetchone()
        for carried in json.loads(moved[0]) if moved else ():
            erase.bury(folder, carried)
        connection.execute("DELETE FROM settings WHERE key = ?", (MOVING,))
        for gone in erase.tombstones(folder):
            theirs = [row[0] for row in connection.execute("SELECT person FROM talks WHERE id = ?", (gone,))]
            connection.execute("DELETE FROM talks WHERE id = ?", (gone,))
            for person in (*theirs, gone):
                connection.execute("DELETE FROM people WHERE id = ? AND id NOT IN (SELECT person FROM talks)", (person,))
        counted.bring_in(connection, folder)
        connection.execute("VACUUM")


def _put_aside(folder: Path, created: str) -> None:
    """A vault that lies in `folder` goes to `aside/<number>`; nothing of it is opened."""
    there = [folder / name for name in (slots.FILE, database.FILE, f"{database.FILE}-wal", f"{database.FILE}-shm") if paths.lies_there(folder / name)]
    if not there:
        return
    place = folder / ASIDE / str(1 + len(list((folder / ASIDE).glob("*"))))
    try:
        place.mkdir(parents=True, mode=0o700)
        for one in there:
            os.replace(one, place / one.name)
    except OSError as fault:
        raise FolderUnwritable() from fault
