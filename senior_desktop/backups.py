# SPDX-License-Identifier: EUPL-1.2
"""An open vault -> a copy of it each day it is used, seven days and four weeks of them; and copies where the user wishes.

What is erased from the vault leaves the daily copies at once: they begin anew. A copy saved elsewhere is the user's.
"""

import shutil
from collections.abc import Callable, Sequence
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from senior_desktop import paths

if TYPE_CHECKING:
    from senior_desktop.vault.backup import Looked
    from senior_desktop.vault.store import Vault
else:  # names for annotations; the real ones are imported where they are used
    Looked = Vault = object

FOLDER = "backups"
DAYS, WEEKS = 7, 4
LONGEST = timedelta(days=35)
"""No daily copy is older (vault: backup)."""

BEFORE_MIGRATION = timedelta(days=30)
"""So long the copy is kept that was made before a newer edition changed the file."""


def daily(vault: Vault) -> Path | None:
    """Today's copy, unless it is made already; older ones go in their turn. Room for a full disk is set aside first.

    Raises NoRoom, FolderUnwritable.
    """
    from senior_desktop.vault import backup, reserve

    reserve.keep(vault.folder)

    today = vault.now().date()
    file = _place(vault) / _name(today)
    if paths.lies_there(file):
        return None
    made = backup.create(vault, file)
    _drop_before(vault, today - BEFORE_MIGRATION)
    _drop_aside(vault)
    kept = to_keep([day for day, _ in _found(vault)], today)
    for day, old in _found(vault):
        if day not in kept:
            old.unlink(missing_ok=True)
    return made


def begin_anew(vault: Vault) -> None:
    """After something was erased: no daily copy may hold it. The new one first, so that there always is one.

    Raises NoRoom, FolderUnwritable.
    """
    from senior_desktop.vault import backup

    there = _found(vault)
    if not there:
        _drop_before(vault, date.max)
        return
    new = backup.create(vault, _place(vault) / _name(vault.now().date()))
    for _, old in there:
        if old != new:
            old.unlink(missing_ok=True)
    _drop_before(vault, date.max)


def to_keep(days: Sequence[date], today: date) -> set[date]:
    """Of the days there are copies of: the newest seven, and the newest of each of four weeks; none over 35 days old.

    A day that has not come yet (a clock was wrong) is kept as if it were today's.
    """
    fresh = sorted((day for day in days if today - day <= LONGEST), reverse=True)
    weeks: dict[tuple[int, int], date] = {}
    for day in fresh:
        weeks.setdefault(day.isocalendar()[:2], day)
    return {*fresh[:DAYS], *list(weeks.values())[:WEEKS]}


def copies(vault: Vault) -> tuple[date, ...]:
    """The days there is a daily copy of, the newest first."""
    return tuple(sorted((day for day, _ in _found(vault)), reverse=True))


def files(vault: Vault) -> list[Path]:
    """The daily copies, the newest first, and after them those made before a newer edition changed the file."""
    from senior_desktop.vault import backup

    return [file for _, file in sorted(_found(vault), reverse=True)] + sorted(_place(vault).glob(f"{backup.BEFORE}*{backup.ENDING}"), reverse=True)


def files_in(folder: Path) -> list[Path]:
    """The same of a vault that is not open, by their names."""
    return sorted((folder / FOLDER).glob("????-??-??.seniorbackup"), reverse=True) + sorted((folder / FOLDER).glob("before-*.seniorbackup"), reverse=True)


def last_written(folder: Path) -> datetime | None:
    """When the vault in `folder`, open or not, was last written to, by the file's own time; None where there is none."""
    there = [file.stat().st_mtime for name in ("vault.db", "vault.db-wal") if paths.lies_there(file := folder / name)]
    return datetime.fromtimestamp(max(there)).astimezone() if there else None


def save_copy(vault: Vault, file: Path) -> Path:
    """A copy where the user wishes. Raises RemovableForbidden, NoRoom, FolderUnwritable."""
    from senior_desktop import drives
    from senior_desktop.vault import backup

    drives.may_export(file.parent)
    return backup.create(vault, file)


def look_at(file: Path, secret: str, folder: Path) -> Looked:
    """Look at every page of a copy. secret: passphrase, or the sheet's digits. Raises as `vault.backup.verify`."""
    from senior_desktop.vault import backup

    folder.mkdir(parents=True, exist_ok=True)
    return backup.verify(file, _opens(secret), folder)


def first_good(files: Sequence[Path], secret: str, folder: Path) -> tuple[Path, Looked]:
    """The first of `files` that is whole, the ones before it being damaged, and what is in it.

    Raises BackupDamaged when none is, and as `look_at` for a wrong secret.
    """
    from senior_desktop.errors import BackupDamaged

    for file in files:
        try:
            return file, look_at(file, secret, folder)
        except BackupDamaged:
            continue
    raise BackupDamaged()


def restore(file: Path, secret: str, folder: Path, passphrase: str, least: int) -> tuple[Vault, tuple[str, ...]]:
    """A new vault from a copy, open, and its new recovery sheet. Raises BadFolder and as `vault.backup.restore`."""
    from senior_desktop import paths
    from senior_desktop.vault import backup

    paths.refuse_shared(folder)
    return backup.restore(file, _opens(secret), folder, passphrase, least=least)


def _opens(secret: str) -> Callable:
    """By the sheet when it is 48 digits, with any spaces or dashes between them; else by passphrase."""
    from senior_desktop.vault import backup

    digits = "".join(one for one in secret if one in "0123456789")
    by_sheet = len(digits) == 48 and not any(one.isalpha() for one in secret)
    return backup.by_recovery([digits[at : at + 6] for at in range(0, 48, 6)]) if by_sheet else backup.by_passphrase(secret)


def _drop_before(vault: Vault, day: date) -> None:
    """The copies made before a newer edition changed the file go, those older than `day`."""
    from senior_desktop.vault import backup

    for file in _place(vault).glob(f"{backup.BEFORE}*{backup.ENDING}"):
        if file.name.removesuffix(backup.ENDING)[-10:] < day.isoformat():
            file.unlink(missing_ok=True)


def _drop_aside(vault: Vault) -> None:
    """What a restore has put aside goes when it is as old as a copy may become: what was erased since is still in it."""
    from senior_desktop.vault import backup

    for folder in (vault.folder / backup.ASIDE).glob("*"):
        if vault.now() - datetime.fromtimestamp(folder.stat().st_mtime).astimezone() > LONGEST:
            shutil.rmtree(folder)


def _place(vault: Vault) -> Path:
    return vault.folder / FOLDER


def _name(day: date) -> str:
    from senior_desktop.vault import backup

    return f"{day.isoformat()}{backup.ENDING}"


def _found(vault: Vault) -> list[tuple[date, Path]]:
    """(day, file) of the daily copies; whatever else lies there is left alone."""
    from senior_desktop.vault import backup

    found = []
    for file in _place(vault).glob(f"*{backup.ENDING}"):
        try:
            found.append((date.fromisoformat(file.name.removesuffix(backup.ENDING)), file))
        except ValueError:
            continue  # a file of the user's own
    return found
