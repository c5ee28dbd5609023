# SPDX-License-Identifier: EUPL-1.2
"""A talk's id -> the talk gone from the vault, a tombstone left, and a receipt without personal data.

Sealed batches and the ledger stay: nothing in them can name the talk.
"""

from dataclasses import dataclass
from pathlib import Path

import msgspec
from sqlalchemy import Table, delete, func, select

from senior_desktop import paths
from senior_desktop.errors import VaultDamaged
from senior_desktop.vault import reserve
from senior_desktop.vault.audit import Event, append
from senior_desktop.vault.counted import drawn
from senior_desktop.vault.store import Vault
from senior_desktop.vault.tables import papers, people, secrets, talks, versions, waiting

FILE = "tombstones.json"
FORMAT = "senior-tombstones/1"


class Tombstones(msgspec.Struct, frozen=True):
    """Random ids of what was erased, to be erased again after a restore; sorted, so order tells nothing."""

    format: str = FORMAT
    ids: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Receipt:
    """What was erased, in numbers: `tombstone` is the talk's random id, `at` an ISO instant."""

    tombstone: str
    at: str
    texts_before: int
    papers: int
    codes_waiting: int
    person_too: bool


def erase(vault: Vault, talk_id: str) -> Receipt:
    """Erase a talk with its earlier texts, papers and waiting codes, and its person when no other talk is theirs.

    With the person goes what the staff list knew of them.

    Raises KeyError when there is no such talk. Tombstone first: a power cut in between leaves a talk
    that is erased the next time it is asked for, never one that a restore brings back.
    """
    person = vault.get(talk_id).person
    bury(vault.folder, talk_id)
    with vault.transaction() as connection:

        def count(table: Table) -> int:
            return connection.execute(select(func.count()).where(table.c.talk == talk_id)).scalar_one()

        before, printed, codes = count(versions), count(papers), count(waiting)
        connection.execute(delete(talks).where(talks.c.id == talk_id))  # the rest of it goes by cascade
        connection.execute(delete(secrets).where(secrets.c.name == drawn(talk_id)))
        others = connection.execute(select(talks.c.id).where(talks.c.person == person).limit(1)).first()
        if others is None:
            connection.execute(delete(people).where(people.c.id == person))
        now = vault.now()
        append(connection, vault.audit_key, Event.DELETED, talk_id, now)
    vault.shrink()
    return Receipt(talk_id, now.isoformat(), before, printed, codes, person_too=others is None)


def tombstones(folder: Path) -> tuple[str, ...]:
    """The ids in the folder's tombstone file; () when nothing was erased yet. Raises VaultDamaged."""
    file = folder / FILE
    if not paths.is_file(file):
        return ()
    try:
        read = msgspec.json.decode(file.read_bytes(), type=Tombstones)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as fault:
        raise VaultDamaged(place=FILE) from fault
    if read.format != FORMAT:
        raise VaultDamaged(place=FILE)
    return read.ids


def bury(folder: Path, random_id: str) -> None:
    """Leave a tombstone for the talk or person of that id. Raises VaultDamaged, FolderUnwritable, NoRoom."""
    ids = tuple(sorted({*tombstones(folder), random_id}))
    with reserve.let_go_when_full(folder):
        paths.write(folder / FILE, msgspec.json.encode(Tombstones(ids=ids)), replace=True)
