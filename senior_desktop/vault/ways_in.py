# SPDX-License-Identifier: EUPL-1.2
"""An opened vault -> a new sheet, another escrow key, or all keys new; who may know an old one is shut out.

A changed passphrase or sheet alone shuts nobody out who holds an old copy of the files and the old words: only `rotate`
does, since then the database itself lies under another key. Old backups keep their old keys, wherever they lie.
"""

import os
from dataclasses import dataclass, replace

import msgspec
from sqlalchemy import select

from senior_desktop import paths
from senior_desktop.errors import VaultDamaged, WrongPassphrase
from senior_desktop.vault import audit, database, keys, slots, store
from senior_desktop.vault.audit import Event
from senior_desktop.vault.keys import Cost
from senior_desktop.vault.slots import Master, RecoverySlot
from senior_desktop.vault.tables import secrets


@dataclass(frozen=True, slots=True, repr=False)
class NewSheet:
    """A sheet that is not in force yet. groups: its eight groups. slot: what `keep_sheet` puts in the file."""

    groups: tuple[str, ...]
    slot: RecoverySlot


def confirm(vault: store.Vault, secret: str) -> None:
    """That whoever sits here may change the keys: `secret` is the passphrase or the sheet's 48 digits.

    Raises WrongPassphrase, WrongRecoverySheet. An open vault at a desk is no permission.
    """
    digits = slots.digits_of(secret)
    opened = slots.by_passphrase(vault.slots, secret) if digits is None else slots.by_recovery(vault.slots, digits)
    if opened.vault_key != vault._master.vault_key:
        raise WrongPassphrase()


def new_sheet(vault: store.Vault) -> NewSheet:
    """A new sheet; the old one holds until `keep_sheet`, so that it can be printed and tried first."""
    changed, groups = slots.with_recovery(vault.slots, _both(vault))
    return NewSheet(groups, changed.recovery)


def keep_sheet(vault: store.Vault, sheet: NewSheet) -> None:
    """From now on `sheet` opens the vault and the old one does not."""
    vault._replace_slots(msgspec.structs.replace(vault.slots, recovery=sheet.slot), Event.SHEET_RENEWED)


def put_escrow(vault: store.Vault, public: bytes) -> str:
    """Let the private key of `public` open the vault too; the fingerprint. Raises EscrowRefused."""
    changed = slots.with_escrow(vault.slots, _both(vault), public)
    assert changed.escrow is not None
    vault._replace_slots(changed, Event.ESCROW_ADDED, changed.escrow.fingerprint)
    return changed.escrow.fingerprint


def drop_escrow(vault: store.Vault) -> None:
    """Let the municipality's key open nothing written from now on; an old copy of the files it still opens (`rotate`)."""
    if vault.slots.escrow is not None:
        gone = vault.slots.escrow.fingerprint
        vault._replace_slots(msgspec.structs.replace(vault.slots, escrow=None), Event.ESCROW_DROPPED, gone)


def rotate(
    vault: store.Vault, passphrase: str, *, public: bytes | None = None, cost: Cost | None = None, least: int = slots.LEAST_CHARACTERS
) -> tuple[str, ...]:
    """Every key new, that of the vault and that of its backups; the groups of the new sheet. The device slot is gone.

    passphrase: the new one. public: the escrow key that is to open it, or None. The new file is made beside the old one,
    looked at from end to end and counted; then `vault.json` changes, which decides; a power cut before leaves the old
    vault, after it the new one (`database.finish_rekey`). Raises WeakPassphrase, EscrowRefused, NoRoom, VaultDamaged.
    """
    found, master, groups = slots.make(passphrase, cost=cost or keys.DEFAULT, least=least)
    if public is not None:
        found = slots.with_escrow(found, master, public)
    file, new, key = vault.folder / database.FILE, vault.folder / database.REKEYED, keys.derive(master.vault_key, "db")
    paths.refuse_full(vault.folder, 2 * file.stat().st_size)
    new.unlink(missing_ok=True)
    vault.checkpoint()
    try:
        database.export(vault.engine, new, key)
        with database.plain(new, key) as copy:
            audit.seal_anew(copy, vault.audit_key, keys.derive(master.vault_key, "audit"))
            copy.execute("UPDATE secrets SET value = ? WHERE name = ?", (master.backup_key, store.BACKUP_KEY))
            database.refuse_damaged(copy)
            with vault.transaction() as live:
                if database.counted(copy) != database.counted(live.connection.driver_connection):
                    raise VaultDamaged(place=database.FILE)
        slots.save(vault.folder, found, master)
    except BaseException:
        new.unlink(missing_ok=True)
        raise
    vault.engine.dispose()
    database.finish_rekey(file, key)
    vault._become(found, master, database.open_engine(file, key))
    audit.note(vault, Event.KEYS_CHANGED, vault.vault_id)
    return groups


def open_with_escrow(folder: os.PathLike[str] | str, private: bytes, case: str, *, clock: store.Clock = store.local_now) -> store.Vault:
    """By the municipality's private key, for the case number `case`, which is logged. Raises EscrowRefused and as the others."""
    from pathlib import Path

    vault = store._open(Path(folder), lambda found: slots.by_escrow(found, private), "escrow", clock)
    audit.note(vault, Event.OPENED_BY_ESCROW, case)
    return vault


def _both(vault: store.Vault) -> Master:
    """The two keys: a vault that the device's key opened finds that of its backups inside."""
    with vault.transaction() as connection:
        backup_key = connection.execute(select(secrets.c.value).where(secrets.c.name == store.BACKUP_KEY)).scalar_one()
    return replace(vault._master, backup_key=backup_key)
