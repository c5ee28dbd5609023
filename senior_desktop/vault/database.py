# SPDX-License-Identifier: EUPL-1.2
"""A file and its 32-byte key -> an SQLAlchemy engine on SQLCipher, checked, migrated, and ours alone.

The driver's faults become the named errors here (`worldly`); a fault that is ours propagates.
"""

import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.engine import ExceptionContext
from sqlalchemy.pool import QueuePool
from sqlcipher3 import dbapi2

from senior_desktop import paths
from senior_desktop.errors import FolderUnwritable, NoRoom, SeniorError, VaultDamaged, VaultInUse, VaultNewer

FILE = "vault.db"
LOCK_FILE = "vault.lock"
REKEYED = "vault.db.rekeyed"
"""A copy under new keys, on its way to take the place of FILE."""

APPLICATION_ID = 0x53454E31
"""SEN1"""

SCHEMA = 2
"""The number of the newest step in `migrations/versions`, kept in user_version."""

LOOKED_AT_AT_ONCE = 4 * 1024 * 1024
"""Bytes up to which every page is looked at when the file is opened; a larger one at a quiet moment (`vault/health.py`)."""

PRAGMAS = (
    "journal_mode = WAL",
    "synchronous = FULL",  # below FULL a power cut loses acknowledged commits
    "fullfsync = ON",
    "checkpoint_fullfsync = ON",
    "foreign_keys = ON",
    "secure_delete = ON",
    "temp_store = MEMORY",
    "cache_size = -16000",  # KiB; with the usual 2 MB each search in a large vault would decrypt its index anew
    "trusted_schema = OFF",
)

# SQLite's primary result codes (sqlite.org/rescode.html).
BUSY, LOCKED, READONLY, CORRUPT, FULL, CANTOPEN, NOTADB = 5, 6, 8, 11, 13, 14, 26


def connect(file: Path, db_key: bytes) -> dbapi2.Connection:
    """A connection with the PRAGMAs of the page, in its order. Raises VaultDamaged when the key opens nothing."""
    # Absolute, since a name that starts with "file:" would be read as a URI.
    with worldly():
        connection = dbapi2.connect(str(file.resolve()), timeout=5.0, isolation_level=None, check_same_thread=False)
    try:
        with worldly():
            connection.execute("PRAGMA cipher_log_level = NONE")  # it writes to stderr by default
            connection.execute(f"PRAGMA key = \"x'{db_key.hex()}'\"")
            connection.execute("SELECT count(*) FROM sqlite_master").fetchone()  # forces the key check now
            for pragma in PRAGMAS:
                connection.execute(f"PRAGMA {pragma}").fetchone()
    except BaseException:
        connection.close()
        raise
    return connection


def cipher_version() -> str:
    """The version of the cipher library in use ("4.12.0 community"); opens nothing on disk."""
    connection = dbapi2.connect(":memory:")
    try:
        return str(connection.execute("PRAGMA cipher_version").fetchone()[0])
    finally:
        connection.close()


def make(file: Path, db_key: bytes, fill: Callable[[Connection], None]) -> None:
    """A new database of the newest schema at `file`, filled by `fill`, readable by this user only, closed again."""
    os.close(os.open(file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600))  # -wal and -shm take its mode
    engine = _engine(file, db_key)
    try:
        _migrate(engine)
        with engine.begin() as connection:
            fill(connection)
    finally:
        engine.dispose()  # the last connection folds the -wal file in and removes it


def open_engine(file: Path, db_key: bytes, before: Callable[[Engine], None] = lambda engine: None) -> Engine:
    """The engine of an existing database of our schema; an older one is migrated first, `before` being called before that.

    `db_key` comes from a vault key whose check value was right. Raises VaultDamaged, VaultNewer
    (nothing touched), VaultInUse, NoRoom.
    """
    if not paths.is_file(file):
        raise VaultDamaged(place=FILE)  # never a new, empty one in its place
    engine = _engine(file, db_key)
    try:
        application, schema = _numbers(engine)
        if application != APPLICATION_ID:
            raise VaultDamaged(place=FILE)
        if schema > SCHEMA:
            raise VaultNewer()
        if schema < SCHEMA or file.stat().st_size <= LOOKED_AT_AT_ONCE:
            check_whole(engine)
        if schema < SCHEMA:
            before(engine)
            _migrate(engine)
    except BaseException:
        engine.dispose()
        raise
    return engine


def _numbers(engine: Engine) -> tuple[int, int]:
    """application_id and user_version."""
    with engine.connect() as connection:
        application, schema = (connection.exec_driver_sql(f"PRAGMA {name}").scalar_one() for name in ("application_id", "user_version"))
    return int(application), int(schema)


def finish_rekey(file: Path, db_key: bytes) -> None:
    """Put a copy made under `db_key` in the place of `file`; one under any other key was cut off in the making, and goes."""
    new = file.with_name(REKEYED)
    if not paths.lies_there(new):
        return
    try:
        with plain(new, db_key):
            pass
    except VaultDamaged:
        new.unlink()
        return
    for ending in ("-wal", "-shm"):  # the old file's, emptied before the copy was made: it must not be read into the new one
        file.with_name(file.name + ending).unlink(missing_ok=True)
    os.replace(new, file)
    paths.sync_folder(file.parent)


def check_whole(engine: Engine) -> None:
    """Raises VaultDamaged unless both checks are clean: the first is silent about a file cut by a page.

    The -wal file first: where a power cut came while it was folded in, the file has torn pages that it holds whole, and
    the first check looks at the file alone.
    """
    checkpoint(engine)
    with engine.connect() as connection:
        seals = connection.exec_driver_sql("PRAGMA cipher_integrity_check").all()
        rows = connection.exec_driver_sql("PRAGMA quick_check").scalars().all()
    if seals or rows != ["ok"]:
        raise VaultDamaged(place=FILE)


def checkpoint(engine: Engine) -> None:
    """Fold the -wal file into the database and empty it. Raises VaultInUse when something still reads."""
    if _alone(engine, "PRAGMA wal_checkpoint(TRUNCATE)")[0]:
        raise VaultInUse()


def vacuum(engine: Engine) -> None:
    """Rebuild the file, so that no page keeps what was deleted. Raises NoRoom."""
    _alone(engine, "VACUUM")


def export(engine: Engine, target: Path, key: bytes) -> None:
    """All of an open database into a new file `target` under `key`, without a journal beside it. Raises NoRoom."""
    pooled = engine.raw_connection()
    try:
        _export(pooled.driver_connection, target, key)
    finally:
        pooled.close()


def export_file(source: Path, source_key: bytes, target: Path, key: bytes) -> None:
    """The same of a file that is not open. Raises VaultDamaged, NoRoom."""
    with plain(source, source_key) as connection:
        _export(connection, target, key)


def _export(connection: dbapi2.Connection, target: Path, key: bytes) -> None:
    os.close(os.open(target, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600))
    with worldly():
        connection.execute(f"ATTACH DATABASE ? AS copy KEY \"x'{key.hex()}'\"", (str(target.resolve()),))
        try:
            connection.execute("SELECT sqlcipher_export('copy')").fetchone()
            for name in ("application_id", "user_version"):  # the export leaves these behind
                number = connection.execute(f"PRAGMA main.{name}").fetchone()[0]
                connection.execute(f"PRAGMA copy.{name} = {number}")
        finally:
            connection.execute("DETACH DATABASE copy")


@contextmanager
def plain(file: Path, key: bytes) -> Iterator[dbapi2.Connection]:
    """A connection to a file that nobody else opens, without a -wal file: a backup's body. Raises VaultDamaged, NoRoom."""
    with worldly():
        connection = dbapi2.connect(str(file.resolve()), isolation_level=None)
        try:
            connection.execute("PRAGMA cipher_log_level = NONE")
            connection.execute(f"PRAGMA key = \"x'{key.hex()}'\"")
            connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
            connection.execute("PRAGMA secure_delete = ON")
            connection.execute("PRAGMA temp_store = MEMORY")
            yield connection
        finally:
            connection.close()


def refuse_damaged(connection: dbapi2.Connection) -> None:
    """Raises VaultDamaged unless both checks are clean."""
    seals = connection.execute("PRAGMA cipher_integrity_check").fetchall()
    if seals or connection.execute("PRAGMA quick_check").fetchall() != [("ok",)]:
        raise VaultDamaged(place=FILE)


@contextmanager
def worldly() -> Iterator[None]:
    """Faults of the driver inside become the errors a user can mend; all others pass."""
    try:
        yield
    except dbapi2.Error as fault:
        if (named := _named(fault)) is not None:
            raise named from fault
        raise


class AppLock:
    """The folder is ours until `release` or until the process dies, however it dies. Raises VaultInUse."""

    def __init__(self, folder: Path) -> None:
        try:
            folder.mkdir(parents=True, exist_ok=True, mode=0o700)
            self._handle = os.open(folder / LOCK_FILE, os.O_RDWR | os.O_CREAT, 0o600)
        except OSError as fault:
            raise FolderUnwritable() from fault
        try:
            _lock(self._handle)
        except OSError as fault:
            os.close(self._handle)
            raise VaultInUse() from fault

    def release(self) -> None:
        """Let the next one in; the file itself stays."""
        if self._handle >= 0:
            os.close(self._handle)
            self._handle = -1

    def __enter__(self) -> "AppLock":
        return self

    def __exit__(self, kind: type[BaseException] | None, fault: BaseException | None, at: TracebackType | None) -> None:
        self.release()


def _lock(handle: int) -> None:
    """An exclusive lock that the system drops with the handle. Raises OSError when another holds it."""
    if sys.platform == "win32":
        import msvcrt

        msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
    else:
        import fcntl

        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)


def _engine(file: Path, db_key: bytes) -> Engine:
    """One connection, handed to one thread at a time; every transaction takes the write lock at once."""
    engine = create_engine(
        "sqlite://",  # not the sqlcipher dialect: it sends an empty key after ours
        module=dbapi2,
        creator=lambda: connect(file, db_key),
        poolclass=QueuePool,
        pool_size=1,
        max_overflow=0,
        pool_timeout=10,
        hide_parameters=True,  # else the texts of exceptions carry row values
    )

    @event.listens_for(engine, "begin")
    def begin(connection: Connection) -> None:
        # The driver's own implicit transactions leave DDL outside; this makes a migration one step.
        with worldly():  # by the driver: several of these belong to each save
            connection.connection.driver_connection.execute("BEGIN IMMEDIATE")

    @event.listens_for(engine, "handle_error")
    def name_it(context: ExceptionContext) -> None:
        if (named := _named(context.original_exception)) is not None:
            raise named from context.original_exception

    return engine


def _named(fault: BaseException) -> SeniorError | None:
    """The error a user can mend, or None: then it is ours."""
    code = getattr(fault, "sqlite_errorcode", None)
    if code is None:
        return None
    code &= 0xFF  # the rest tells which kind of it
    if code in (NOTADB, CORRUPT):
        return VaultDamaged(place=FILE)
    if code == FULL:
        return NoRoom()
    if code in (BUSY, LOCKED):
        return VaultInUse()
    if code in (READONLY, CANTOPEN):
        return FolderUnwritable()
    return None


def _alone(engine: Engine, statement: str) -> tuple:
    """`statement` outside any transaction; its first row, or ()."""
    pooled = engine.raw_connection()
    try:
        with worldly():
            return pooled.driver_connection.execute(statement).fetchone() or ()
    finally:
        pooled.close()


def schema_of(engine: Engine) -> int:
    """The number of the newest step that the open file has seen."""
    return _numbers(engine)[1]


def counted(connection: dbapi2.Connection) -> dict[str, int]:
    """How many rows each of our tables has."""
    found = connection.execute("SELECT name FROM sqlite_master WHERE type = 'table' AND sql LIKE 'CREATE TABLE%'").fetchall()
    ours = [name for (name,) in found if not name.startswith(("sqlite_", "alembic_", "words"))]
    return {name: connection.execute(f'SELECT count(*) FROM "{name}"').fetchone()[0] for name in ours}


def _migrate(engine: Engine) -> None:
    """To the newest schema in one transaction, or not at all."""
    from alembic import command  # only here: it costs more than opening the vault
    from alembic.config import Config

    config = Config()
    # Doubled, since the setting is read with %-interpolation.
    config.set_main_option("script_location", str(Path(__file__).parent / "migrations").replace("%", "%%"))
    with engine.connect() as connection:
        driver = connection.connection.driver_connection
        # Off before BEGIN: a parent table made anew with this on deletes all its children, silently.
        driver.execute("PRAGMA foreign_keys = OFF")
        try:
            with connection.begin():
                before = counted(driver)
                config.attributes["connection"] = connection
                command.upgrade(config, "head")
                connection.exec_driver_sql(f"PRAGMA application_id = {APPLICATION_ID}")
                connection.exec_driver_sql(f"PRAGMA user_version = {SCHEMA}")
                lost = before.items() - counted(driver).items()  # a step that means to take rows away has to say so here
                if lost or connection.exec_driver_sql("PRAGMA foreign_key_check").first() is not None:
                    raise VaultDamaged(place=FILE)
        finally:
            driver.execute("PRAGMA foreign_keys = ON")
    check_whole(engine)
