# SPDX-License-Identifier: EUPL-1.2
"""A folder and a passphrase -> an opened `Vault`: people, talks and papers in, the same types out.

Any one thread at a time may use a Vault. Every method is one transaction; none waits for the user.
"""

import os
from collections.abc import Callable, Iterator, Mapping
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from types import TracebackType

import msgspec
from sqlalchemy import Connection, Engine, Table, delete, insert, select
from sqlalchemy.dialects.sqlite import insert as put

from senior_desktop import paths
from senior_desktop.conversation import free_texts, guard
from senior_desktop.conversation.conversation import Conversation, Participant, Workplace
from senior_desktop.errors import VaultExists, VaultMissing
from senior_desktop.vault import audit, database, earlier_texts, keys, reserve, rows, slots
from senior_desktop.vault.audit import Event
from senior_desktop.vault.keyrings import Keyring
from senior_desktop.vault.keys import Cost
from senior_desktop.vault.rows import Change
from senior_desktop.vault.slots import Master, Slots
from senior_desktop.vault.tables import papers, people, secrets, settings, talks

RESERVED = "vault/"
LEDGER_KEY = RESERVED + "ledger"
BACKUP_KEY = RESERVED + "backup"
MOVED = RESERVED + "moved"
"""Since when another computer has the talks (ISO instant)."""

WORKPLACE = RESERVED + "workplace"

Clock = Callable[[], datetime]


def local_now() -> datetime:
    """The default clock: now, with the computer's offset from UTC."""
    return datetime.now().astimezone()


@dataclass(frozen=True, slots=True)
class Paper:
    """A printed paper of a talk. kind, state: codes of the story. version: the talk's. kept: ISO instant."""

    talk: str
    kind: str
    version: int
    state: str
    sha256: str
    kept: str
    pdf: bytes


class Vault:
    """An opened vault. Made by `create` and the `open_with_...` functions; close it, or use it in a `with`."""

    def __init__(
        self, folder: Path, lock: database.AppLock, found: Slots, master: Master, engine: Engine, clock: Clock
    ) -> None:
        self.folder = folder
        self.audit_key = keys.derive(master.vault_key, "audit")
        self.now = clock
        self._lock, self.slots, self._master, self.engine = lock, found, master, engine
        self._open = True

    @property
    def vault_id(self) -> str:
        """The vault's random id."""
        return self.slots.vault

    @property
    def has_device(self) -> bool:
        """Whether this computer's key store is said to open the vault."""
        return self.slots.device is not None

    def __enter__(self) -> "Vault":
        return self

    def __exit__(self, kind: type[BaseException] | None, fault: BaseException | None, at: TracebackType | None) -> None:
        self.close()

    def close(self) -> None:
        """Fold the -wal file in, close the file and let go of the folder. A second call does nothing."""
        if not self._open:
            return
        self._open = False
        try:
            self.engine.dispose()  # the last connection to close folds the -wal file in
        finally:
            self._lock.release()

    @contextmanager
    def transaction(self) -> Iterator[Connection]:
        """For this room only: all of it, or nothing. Raises NoRoom, VaultDamaged; RuntimeError once closed."""
        if not self._open:
            raise RuntimeError("the vault is closed")
        with reserve.let_go_when_full(self.folder), self.engine.begin() as connection:
            yield connection

    def checkpoint(self) -> None:
        """Leave nothing in the -wal file."""
        database.checkpoint(self.engine)

    def shrink(self) -> None:
        """Rebuild the file and empty the -wal file, so that no page keeps what was deleted. Raises NoRoom."""
        with self.transaction() as connection:
            connection.exec_driver_sql("INSERT INTO words (words) VALUES ('optimize')")  # a merged index holds no old word
        with reserve.let_go_when_full(self.folder):
            database.vacuum(self.engine)
            database.checkpoint(self.engine)

    def check_whole(self) -> None:
        """Look at every page. Raises VaultDamaged."""
        database.check_whole(self.engine)

    # The ways to unlock it

    def change_passphrase(
        self, passphrase: str, *, cost: Cost | None = None, least: int = slots.LEAST_CHARACTERS
    ) -> None:
        """Let `passphrase` open the vault in place of the old one; the sheet stays good. Raises WeakPassphrase."""
        master = replace(self._master, backup_key=self._got(secrets, BACKUP_KEY))
        new = slots.with_passphrase(self.slots, master, passphrase, cost=cost or keys.DEFAULT, least=least)
        self._replace_slots(new, Event.PASSPHRASE_CHANGED)

    def remember_device(self, keyring: Keyring) -> None:
        """Let `keyring` open the vault by a fresh key, in place of any older. Raises KeyringUnavailable."""
        self._replace_slots(slots.with_device(self.slots, self._master, keyring), Event.DEVICE_ADDED)

    def forget_device(self, keyring: Keyring | None) -> None:
        """Take the key out of `keyring` and the slot out of the file: what locking does. Raises KeyringUnavailable."""
        self._replace_slots(slots.without_device(self.slots, keyring), Event.DEVICE_DROPPED)

    def _replace_slots(self, new: Slots, event: Event, subject: str = "") -> None:
        slots.save(self.folder, new, self._master)
        self.slots = new
        audit.note(self, event, subject or self.vault_id)

    def _become(self, found: Slots, master: Master, engine: Engine) -> None:
        """The same vault under other keys (`ways_in.rotate`)."""
        self.slots, self._master, self.engine = found, master, engine
        self.audit_key = keys.derive(master.vault_key, "audit")

    # People and talks

    def people(self) -> list[Participant]:
        """Everybody, in the order they were added."""
        with self.transaction() as connection:
            return [Participant(row.id, row.name, row.in_group) for row in connection.execute(select(people))]

    def person(self, person_id: str) -> Participant:
        """The person of that id. Raises KeyError."""
        with self.transaction() as connection:
            row = connection.execute(select(people).where(people.c.id == person_id)).one_or_none()
        if row is None:
            raise KeyError(person_id)
        return Participant(row.id, row.name, row.in_group)

    def add_person(self, person: Participant) -> None:
        """Keep `person`; one of the same id gets the new name."""
        values = {"id": person.id, "name": guard.masked(person.name), "in_group": person.in_group}
        with self.transaction() as connection:
            connection.execute(put(people).values(values).on_conflict_do_update(index_elements=["id"], set_=values))

    def add(self, talk: Conversation) -> None:
        """Keep a new talk, CPR numbers masked; its person is known already. Raises IntegrityError otherwise."""
        talk = free_texts.guarded(talk)
        values = {"id": talk.id, "person": talk.person, "stage": talk.stage.value, "changed": talk.changed}
        with self.transaction() as connection:
            connection.execute(insert(talks).values(**values, body=rows.written(talk)))

    def get(self, talk_id: str) -> Conversation:
        """The talk as it was last saved. Raises KeyError."""
        with self.transaction() as connection:
            return rows.read(connection, talk_id)

    def conversations(self) -> list[Conversation]:
        """Every talk, the last changed first."""
        with self.transaction() as connection:
            found = [rows.said(row.body) for row in connection.execute(select(talks.c.body))]
        return sorted(found, key=lambda talk: datetime.fromisoformat(talk.changed), reverse=True)

    def change(
        self,
        talk_id: str,
        fn: Change,
        printed: Mapping[str, bytes] | None = None,
        forgotten: str | None = None,
    ) -> Conversation:
        """The newest state through `fn`, saved with one more in `changes`; returns what was saved, CPR numbers masked.

        printed: kind -> PDF, kept as the new state's own. forgotten: a kind of paper of which every
        version goes, and with it every earlier text: whatever `fn` wipes must not live on there. One transaction: two changes never meet half-way, a paper and its talk's stage
        never part, and what `fn` raises leaves the talk as it was. An unchanged result keeps no new
        paper. `fn` is quick and does not touch the vault.
        """
        with self.transaction() as connection:
            now = self.now()
            old, new = rows.changed(connection, talk_id, fn, now)
            if forgotten is not None:
                connection.execute(delete(papers).where(papers.c.talk == talk_id, papers.c.kind == forgotten))
                earlier_texts.forget(connection, talk_id)
            if new is not old:
                for kind, pdf in (printed or {}).items():
                    rows.put_paper(connection, new.id, kind, new.version, pdf, new.stage.value, now)
        return new

    def versions(self, talk_id: str, key: str) -> list[tuple[str, str]]:
        """(ISO instant it was replaced, earlier text) of one text (`free_texts`), newest first, at most 20."""
        with self.transaction() as connection:
            return earlier_texts.of_field(connection, talk_id, key)

    def with_versions(self, talk_id: str) -> frozenset[str]:
        """The keys of a talk's texts that have earlier ones."""
        with self.transaction() as connection:
            return earlier_texts.fields(connection, talk_id)

    # Papers, workplace, secrets

    def papers(self, talk_id: str) -> list[Paper]:
        """All papers of a talk, by kind and then version."""
        with self.transaction() as connection:
            rows = connection.execute(
                select(papers).where(papers.c.talk == talk_id).order_by(papers.c.kind, papers.c.version)
            )
            return [Paper(**row) for row in rows.mappings()]

    def paper(self, talk_id: str, kind: str) -> Paper | None:
        """The newest version of a talk's paper of that kind, or None."""
        return next((one for one in reversed(self.papers(talk_id)) if one.kind == kind), None)

    def put_workplace(self, workplace: Workplace) -> None:
        """Keep who holds the talks and who answers for the data."""
        self._put(settings, WORKPLACE, msgspec.json.encode(workplace))

    def workplace(self) -> Workplace | None:
        """What `put_workplace` kept, or None before first run is over."""
        found = self._got(settings, WORKPLACE)
        return None if found is None else msgspec.json.decode(found, type=Workplace)

    def moved(self) -> str:
        """Since when another computer has the talks (ISO instant), or ""."""
        return (self._got(settings, MOVED) or b"").decode()

    def put_secret(self, name: str, value: bytes) -> None:
        """Keep a key file (the leader's PKCS#12). Raises ValueError for a name of the vault's own."""
        self._put(secrets, _free(name), value)

    def secret(self, name: str) -> bytes | None:
        """The key file of that name, or None. Raises ValueError for a name of the vault's own."""
        return self._got(secrets, _free(name))

    def drop_secret(self, name: str) -> None:
        """Forget the key file of that name, if there is one. Raises ValueError for a name of the vault's own."""
        with self.transaction() as connection:
            connection.execute(delete(secrets).where(secrets.c.name == _free(name)))

    def _put(self, table: Table, key: str, value: bytes) -> None:
        name, kept = table.primary_key.columns[0].name, {"value": value}
        with self.transaction() as connection:
            connection.execute(
                put(table).values({name: key} | kept).on_conflict_do_update(index_elements=[name], set_=kept)
            )

    def _got(self, table: Table, key: str) -> bytes | None:
        with self.transaction() as connection:
            found = select(table.c.value).where(table.primary_key.columns[0] == key)
            return connection.execute(found).scalar_one_or_none()


def exists(folder: Path) -> bool:
    """Whether a vault, whole or not, lies in `folder`."""
    return paths.lies_there(folder / slots.FILE) or paths.lies_there(folder / database.FILE)


def create(
    folder: Path,
    passphrase: str,
    *,
    keyring: Keyring | None = None,
    cost: Cost | None = None,
    least: int = slots.LEAST_CHARACTERS,
    clock: Clock = local_now,
) -> tuple[Vault, tuple[str, ...]]:
    """A new vault and the 8 groups of its recovery sheet, which are shown once and kept nowhere.

    Raises VaultExists (nothing touched), WeakPassphrase, VaultInUse, KeyringUnavailable (try again
    without `keyring`), FolderUnwritable, NoRoom. The database is made under another name and comes
    last: a power cut before that leaves nothing that counts as a vault.
    """
    _refuse_existing(folder)
    with ExitStack() as stack:
        lock = stack.enter_context(database.AppLock(folder))
        _refuse_existing(folder)  # again: another first run may have ended while we waited
        found, master, groups = slots.make(passphrase, cost=cost or keys.DEFAULT, least=least)
        unfinished = _unfinished(folder)
        for leftover in folder.glob(f"{unfinished.name}*"):
            leftover.unlink()  # of a creation that was cut off; nothing was ever saved in it

        def fill(connection: Connection) -> None:
            # The backup key here too, so that a vault opened by the device slot can make backups.
            own = ((LEDGER_KEY, keys.new_key()), (BACKUP_KEY, master.backup_key))
            connection.execute(insert(secrets), [{"name": name, "value": value} for name, value in own])
            audit.append(connection, keys.derive(master.vault_key, "audit"), Event.CREATED, found.vault, clock())

        database.make(unfinished, keys.derive(master.vault_key, "db"), fill)
        if keyring is not None:
            found = slots.with_device(found, master, keyring)
        slots.save(folder, found, master)
        vault = _opened(folder, lock, found, master, clock)
        stack.pop_all()
    return vault, groups


def open_with_passphrase(folder: Path, passphrase: str, *, clock: Clock = local_now) -> Vault:
    """Raises VaultMissing, WrongPassphrase, VaultDamaged, VaultNewer, VaultInUse."""
    return _open(folder, lambda found: slots.by_passphrase(found, passphrase), "passphrase", clock)


def open_with_recovery(folder: Path, digits: str | list[str] | tuple[str, ...], *, clock: Clock = local_now) -> Vault:
    """By the sheet's groups. Raises VaultMissing, WrongRecoverySheet, VaultDamaged, VaultNewer, VaultInUse."""
    return _open(folder, lambda found: slots.by_recovery(found, digits), "recovery", clock)


def open_with_device(folder: Path, keyring: Keyring | None, *, clock: Clock = local_now) -> Vault:
    """By this computer's key store. Raises VaultKeyMissing, KeyringUnavailable, and as the others."""
    return _open(folder, lambda found: slots.by_device(found, keyring), "device", clock)


def _refuse_existing(folder: Path) -> None:
    if exists(folder):
        raise VaultExists()


def _open(folder: Path, unlock: Callable[[Slots], Master], how: str, clock: Clock) -> Vault:
    if not exists(folder):
        raise VaultMissing()
    with ExitStack() as stack:
        lock = stack.enter_context(database.AppLock(folder))
        found = slots.read(folder)
        vault = stack.enter_context(_opened(folder, lock, found, unlock(found), clock))
        audit.note(vault, Event.OPENED, how)
        stack.pop_all()
    return vault


def _opened(folder: Path, lock: database.AppLock, found: Slots, master: Master, clock: Clock) -> Vault:
    file, unfinished = folder / database.FILE, _unfinished(folder)
    if paths.lies_there(unfinished) and not paths.lies_there(file):
        os.replace(unfinished, file)  # the last step of a creation, now or the one that was cut off
    database.finish_rekey(file, keys.derive(master.vault_key, "db"))

    def copy_first(engine: Engine) -> None:
        from senior_desktop.vault import backup  # only here: it opens vaults itself

        backup.before_migration(Vault(folder, lock, found, master, engine, clock))

    engine = database.open_engine(file, keys.derive(master.vault_key, "db"), copy_first)
    return Vault(folder, lock, found, master, engine, clock)


def _unfinished(folder: Path) -> Path:
    return folder / f"{database.FILE}.new"


def _free(name: str) -> str:
    if name.startswith(RESERVED):
        raise ValueError("this name is the vault's own")
    return name
