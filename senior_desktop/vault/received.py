# SPDX-License-Identifier: EUPL-1.2
"""Files HR got -> kept whole in HR's own vault, by the digest of their bytes; out again in the order they came."""

from collections.abc import Iterable
from hashlib import sha256

from sqlalchemy import delete, insert, select

from senior_desktop.vault.audit import Event, append
from senior_desktop.vault.store import Vault
from senior_desktop.vault.tables import received


def keep(vault: Vault, files: Iterable[tuple[str, bytes]]) -> None:
    """Keep (name, bytes) of each, all or none; one whose bytes are there already stays as it was. Raises NoRoom."""
    with vault.transaction() as connection:
        known = set(connection.execute(select(received.c.digest)).scalars())
        for name, content in files:
            digest = sha256(content).hexdigest()
            if digest not in known:
                known.add(digest)
                values = {"digest": digest, "name": name, "kept": vault.now().isoformat(), "content": content}
                connection.execute(insert(received).values(values))
                append(connection, vault.audit_key, Event.RECEIVED, digest, vault.now())


def files(vault: Vault) -> list[tuple[str, bytes]]:
    """(name, bytes) of all, the oldest first."""
    with vault.transaction() as connection:
        rows = connection.execute(select(received.c.name, received.c.content).order_by(received.c.sequence))
        return [(row.name, row.content) for row in rows]


def take_out(vault: Vault, names: Iterable[str] | None = None) -> int:
    """Forget the files of these names, or all when None, so that no page keeps them; how many there were. Raises NoRoom."""
    wanted = None if names is None else set(names)
    with vault.transaction() as connection:
        rows = connection.execute(select(received.c.digest, received.c.name)).all()
        gone = [row.digest for row in rows if wanted is None or row.name in wanted]
        for digest in gone:
            connection.execute(delete(received).where(received.c.digest == digest))
            append(connection, vault.audit_key, Event.DELETED, digest, vault.now())
    if gone:
        vault.shrink()
    return len(gone)
