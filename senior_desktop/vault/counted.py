# SPDX-License-Identifier: EUPL-1.2
"""A name or an id -> the token the ledger knows a person by; the ledger -> a file beside the vault that a restore reads.

An older copy that comes back knows nothing of what was sealed since: without the file somebody could count twice within a
year. It holds keyed hashes and days; the key is in the vault and in its copies only.
"""

import hmac
import unicodedata
from collections.abc import Iterable
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import msgspec

from senior_desktop import paths
from senior_desktop.conversation.conversation import Conversation
from senior_desktop.errors import VaultDamaged
from senior_desktop.vault.store import LEDGER_KEY

FILE = "counted.json"
FORMAT = "senior-counted/1"

KEPT_FOR = timedelta(days=760)
"""The ledger's tokens go after 25 months: they can be guessed by whoever opens the vault (anonymity, batch rules)."""

OWN_ANSWERS = ("g1", "g2", "g3")
"""The employee's own answers: never kept in a talk that is counted."""

Row = tuple[str, str, int]
"""(token, ISO date of sealing, what it cost of the budget)."""


class Counted(msgspec.Struct, frozen=True):
    """The file: who was counted, when, at what cost; sorted, so that the order tells nothing."""

    format: str = FORMAT
    rows: tuple[Row, ...] = ()


def drawn(talk_id: str) -> str:
    """The name among the vault's secrets of the 32 bytes that a talk drew when the employee began to answer alone."""
    return f"draw {talk_id}"


def plain_name(name: str) -> str:
    """`name` without case and spacing: whom the ledger takes for the same person."""
    return " ".join(unicodedata.normalize("NFKC", name).casefold().split())


def token(key: bytes, name: str) -> str:
    """HMAC of the name without case and spacing; the key never leaves the database."""
    return hmac.digest(key, plain_name(name).encode(), "sha256").hex()


def id_token(key: bytes, person_id: str) -> str:
    """HMAC of the random id, told apart from every name by a sign that no name holds."""
    return hmac.digest(key, b"\0" + person_id.encode(), "sha256").hex()


def beside(folder: Path) -> tuple[Row, ...]:
    """What the file in `folder` says; () when nothing was sealed yet. Raises VaultDamaged."""
    file = folder / FILE
    if not paths.is_file(file):
        return ()
    try:
        read = msgspec.json.decode(file.read_bytes(), type=Counted)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as fault:
        raise VaultDamaged(place=FILE) from fault
    if read.format != FORMAT:
        raise VaultDamaged(place=FILE)
    return read.rows


def note(folder: Path, rows: Iterable[Row], today: date) -> None:
    """Add `rows` to the file; what is older than 25 months goes. Raises VaultDamaged, FolderUnwritable, NoRoom."""
    first = (today - KEPT_FOR).isoformat()
    kept = tuple(sorted(row for row in {*beside(folder), *rows} if row[1] > first))
    paths.write(folder / FILE, msgspec.json.encode(Counted(rows=kept)), replace=True)


def bring_in(connection: Any, folder: Path) -> None:
    """What `folder` knows of who was counted since the copy behind the plain `connection` was made goes into its ledger.

    The uncounted talks of those people count no more: which of them was sealed nobody can say. Raises VaultDamaged.
    """
    there = {(row[0], row[1]) for row in connection.execute("SELECT token, sealed FROM ledger")}
    new = [row for row in beside(folder) if row[:2] not in there]
    if not new:
        return
    connection.executemany("INSERT INTO ledger (token, sealed, spent) VALUES (?, ?, ?)", new)
    (key,) = connection.execute("SELECT value FROM secrets WHERE name = ?", (LEDGER_KEY,)).fetchone()
    tokens = {row[0] for row in new}
    for person, name in connection.execute("SELECT id, name FROM people").fetchall():
        if tokens.isdisjoint((token(key, name), id_token(key, person))):
            continue
        for talk_id, body in connection.execute("SELECT id, body FROM talks WHERE person = ?", (person,)).fetchall():
            talk = msgspec.json.decode(body, type=Conversation)
            answers = {question: answer for question, answer in talk.answers.items() if question not in OWN_ANSWERS}
            counted = msgspec.json.encode(replace(talk, counted=True, answers=answers), order="deterministic")
            connection.execute("UPDATE talks SET body = ? WHERE id = ?", (counted, talk_id))
            connection.execute("DELETE FROM secrets WHERE name = ?", (drawn(talk_id),))
