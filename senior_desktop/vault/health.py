# SPDX-License-Identifier: EUPL-1.2
"""An open vault -> every page, talk, paper and log line looked at, with how far it is; where something is wrong, the newest good backup.

By itself once a week at a quiet moment, and when somebody asks.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from hashlib import sha256
from pathlib import Path

import msgspec
from sqlalchemy import select

from senior_desktop.errors import BackupDamaged, VaultDamaged, VaultNewer
from senior_desktop.vault import audit, backup, store
from senior_desktop.vault.audit import Event
from senior_desktop.vault.tables import secrets, settings, talks

LOOKED = store.RESERVED + "looked"
EVERY = timedelta(days=7)

Told = Callable[[int, int], None]
"""(done, of how many); called from the thread that looks."""


@dataclass(frozen=True, slots=True)
class Found:
    """talks, papers: how many were read. wrong: codes of what was not right ("pages", "talk", "paper", "log"); () is whole."""

    talks: int
    papers: int
    wrong: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Newest:
    """The newest backup that is good. file. created: ISO instant. missing: ids of the talks written in since."""

    file: Path
    created: str
    missing: tuple[str, ...]


def look_over(vault: store.Vault, told: Told = lambda done, of: None) -> Found:
    """Look at all there is. A damaged page is told in the result, never raised: what can be read is still read."""
    wrong: dict[str, None] = {}
    try:
        vault.check_whole()
    except VaultDamaged:
        wrong["pages"] = None
    try:
        ids = _ids(vault)
    except VaultDamaged:
        return Found(0, 0, ("pages",))
    printed = 0
    for done, talk_id in enumerate(ids, start=1):
        told(done, len(ids) + 1)
        try:
            vault.get(talk_id)
        except (VaultDamaged, msgspec.MsgspecError):
            wrong["talk"] = None
        try:
            for one in vault.papers(talk_id):
                printed += 1
                if sha256(one.pdf).hexdigest() != one.sha256:
                    wrong["paper"] = None
        except VaultDamaged:
            wrong["paper"] = None
    if not audit.check(vault):
        wrong["log"] = None
    told(len(ids) + 1, len(ids) + 1)
    if "pages" not in wrong:  # a damaged file is not written to
        vault._put(settings, LOOKED, vault.now().isoformat().encode())
        audit.note(vault, Event.LOOKED_AT, "damaged" if wrong else "whole")
    return Found(len(ids), printed, tuple(wrong))


def last_look(vault: store.Vault) -> str:
    """When all was last looked at (ISO instant), or ""."""
    return (vault._got(settings, LOOKED) or b"").decode()


def is_due(vault: store.Vault) -> bool:
    """Whether a week has passed since; also when the clock went backwards since."""
    last = last_look(vault)
    return not last or not timedelta(0) <= vault.now() - datetime.fromisoformat(last) < EVERY


def newest_good(vault: store.Vault, files: list[Path]) -> Newest | None:
    """The first of `files`, the newest first, that is whole; None when there is none."""
    with vault.transaction() as connection:
        backup_key = connection.execute(select(secrets.c.value).where(secrets.c.name == store.BACKUP_KEY)).scalar_one()
    for file in files:
        try:
            looked = backup.verify(file, lambda _: backup_key, vault.folder)
        except (BackupDamaged, VaultDamaged, VaultNewer):
            continue
        made = datetime.fromisoformat(looked.created)
        return Newest(file, looked.created, tuple(one for one, changed in _changed(vault) if datetime.fromisoformat(changed) > made))
    return None


def _ids(vault: store.Vault) -> list[str]:
    with vault.transaction() as connection:
        return list(connection.execute(select(talks.c.id)).scalars())


def _changed(vault: store.Vault) -> list[tuple[str, str]]:
    with vault.transaction() as connection:
        return [(row.id, row.changed) for row in connection.execute(select(talks.c.id, talks.c.changed))]


