# SPDX-License-Identifier: EUPL-1.2
"""What was done, to which random id -> one more row of a log that only grows, chained by HMAC.

It guards against accidents, partial restores and edits by someone without the key. Whoever can unlock
the vault can rewrite it, and a log cut at its end still checks: never call it proof.
"""

import hmac
from datetime import datetime
from enum import StrEnum
from typing import TYPE_CHECKING

import msgspec
from sqlalchemy import Connection, insert, select
from sqlcipher3 import dbapi2

from senior_desktop.vault.tables import audit

if TYPE_CHECKING:
    from senior_desktop.vault.store import Vault


class Event(StrEnum):
    """All that is ever logged. The subject is a random id or a code, never a name or a text."""

    CREATED = "created"
    OPENED = "opened"  # subject: passphrase, recovery or device
    PASSPHRASE_CHANGED = "passphrase_changed"
    SHEET_RENEWED = "sheet_renewed"
    KEYS_CHANGED = "keys_changed"  # every key of the vault and of its backups
    ESCROW_ADDED = "escrow_added"  # this and the next: the fingerprint
    ESCROW_DROPPED = "escrow_dropped"
    OPENED_BY_ESCROW = "opened_by_escrow"  # subject: the case number
    MOVED = "moved"  # to another computer; subject: the backup's random id
    LOOKED_AT = "looked_at"  # every page; subject: whole or damaged
    DEVICE_ADDED = "device_added"
    DEVICE_DROPPED = "device_dropped"
    WAITING = "waiting"
    TAKEN_BACK = "taken_back"
    HELD_BACK = "held_back"
    RELEASED = "released"
    SEALED = "sealed"
    RECEIVED = "received"  # subject: the digest of a file that HR got
    BACKED_UP = "backed_up"  # this and the next: the backup's random id
    RESTORED = "restored"
    EXPORTED = "exported"
    DELETED = "deleted"
    PACK_TAKEN = "pack_taken"  # subject: the beginning of the pack's digest
    WIPED = "wiped"  # kept long enough: its texts went by themselves


def note(vault: "Vault", event: Event | str, subject: str) -> None:
    """Log `event` on `subject` in a transaction of its own. Raises ValueError for an event not in the list."""
    with vault.transaction() as connection:
        append(connection, vault.audit_key, event, subject, vault.now())


def append(connection: Connection, key: bytes, event: Event | str, subject: str, now: datetime) -> None:
    """Log `event` inside the caller's transaction, so that deed and note stand or fall together."""
    last = connection.execute(
        select(audit.c.sequence, audit.c.seal).order_by(audit.c.sequence.desc()).limit(1)
    ).one_or_none()
    sequence, before = (last.sequence + 1, last.seal) if last else (1, b"")
    at, name = now.isoformat(), Event(event).value
    seal = _seal(key, before, sequence, at, name, subject)
    connection.execute(insert(audit).values(sequence=sequence, at=at, event=name, subject=subject, seal=seal))


def check(vault: "Vault") -> bool:
    """Whether every row stands where it stood and says what it said."""
    before = b""
    with vault.transaction() as connection:
        for place, row in enumerate(connection.execute(select(audit).order_by(audit.c.sequence)), start=1):
            right = _seal(vault.audit_key, before, row.sequence, row.at, row.event, row.subject)
            if row.sequence != place or not hmac.compare_digest(right, row.seal):
                return False
            before = row.seal
    return True


def events(vault: "Vault") -> list[tuple[str, str, str]]:
    """(instant, event, subject) in the order they happened."""
    with vault.transaction() as connection:
        rows = connection.execute(select(audit.c.at, audit.c.event, audit.c.subject).order_by(audit.c.sequence))
        return [(row.at, row.event, row.subject) for row in rows]


def seal_anew(connection: dbapi2.Connection, old: bytes, new: bytes) -> None:
    """In a copy that becomes a vault of its own: the same rows under another key. A chain that is broken stays broken.

    The triggers that let the log only grow are put back as they were.
    """
    triggers = connection.execute("SELECT name, sql FROM sqlite_master WHERE type = 'trigger' AND tbl_name = 'audit'").fetchall()
    for name, _ in triggers:
        connection.execute(f"DROP TRIGGER {name}")
    before = after = b""
    rows = connection.execute("SELECT sequence, at, event, subject, seal FROM audit ORDER BY sequence").fetchall()
    for place, (sequence, at, event, subject, seal) in enumerate(rows, start=1):
        if sequence != place or not hmac.compare_digest(_seal(old, before, sequence, at, event, subject), seal):
            break
        before, after = seal, _seal(new, after, sequence, at, event, subject)
        connection.execute("UPDATE audit SET seal = ? WHERE sequence = ?", (after, sequence))
    for _, sql in triggers:
        connection.execute(sql)


def _seal(key: bytes, before: bytes, sequence: int, at: str, event: str, subject: str) -> bytes:
    """HMAC-SHA256 over the row and the seal before it; JSON keeps the parts from running together."""
    return hmac.digest(key, msgspec.json.encode([before, sequence, at, event, subject]), "sha256")
