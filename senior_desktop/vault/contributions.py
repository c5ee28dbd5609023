# SPDX-License-Identifier: EUPL-1.2
"""Frozen codes of a talk -> wait, are sealed together once, and leave only a file's bytes and a ledger.

This room knows nothing of noise or CSV: `seal` is handed the function that makes the file.
"""

import hmac
import secrets as os_random
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

import msgspec
from sqlalchemy import Connection, delete, func, insert, select
from sqlalchemy.dialects.sqlite import insert as put

from senior_desktop.conversation.conversation import Conversation
from senior_desktop.errors import VaultMoved
from senior_desktop.vault import counted
from senior_desktop.vault.audit import Event, append
from senior_desktop.vault.counted import KEPT_FOR, drawn, id_token, token
from senior_desktop.vault.rows import Change, changed
from senior_desktop.vault.store import LEDGER_KEY, MOVED, Vault
from senior_desktop.vault.tables import batches, ledger, people, secrets, settings
from senior_desktop.vault.tables import waiting as waiting_table

ONCE_IN = timedelta(days=365)
"""A person counts at most once in this time (anonymity, decision 5)."""


@dataclass(frozen=True, slots=True)
class Waiting:
    """A talk's frozen codes. random: 32 bytes that decide its noise. held: ISO date of the talk."""

    talk: str
    person: str
    skema: str
    codes: Mapping[str, int]
    random: bytes
    held: str


@dataclass(frozen=True, slots=True)
class SealedBatch:
    """A file as it was made, byte for byte; `n` talks are in it, `at` is the instant of sealing."""

    batch_id: str
    period: str
    n: int
    content: bytes
    at: str


def draw(vault: Vault, talk_id: str) -> None:
    """Keep 32 bytes of the operating system's for a talk that is being evaluated; once.

    Drawn before the codes freeze, so that a folder put back to the days in between freezes them with the same bytes again.
    """
    with vault.transaction() as connection:
        fresh = put(secrets).values(name=drawn(talk_id), value=os_random.token_bytes(32))
        connection.execute(fresh.on_conflict_do_nothing())


def wait(
    vault: Vault,
    talk_id: str,
    person_id: str,
    skema: str,
    codes: Mapping[str, int],
    random32: bytes,
    held: str,
    mark: Change = lambda talk: talk,
) -> Conversation:
    """Let `codes` (indicator -> code) of a talk wait; they never change. Raises IntegrityError when they wait already.

    `random32` freezes with the codes, unless the talk has drawn its own: those wait here and nowhere else from now on.
    `held` is an ISO date. The talk is saved as `mark` leaves it in the same transaction, and returned: codes that wait for a
    talk that does not know it could be sealed and then frozen a second time.
    """
    if len(random32) != 32:
        raise ValueError("32 random bytes are needed")
    with vault.transaction() as connection:
        own = connection.execute(select(secrets.c.value).where(secrets.c.name == drawn(talk_id))).scalar_one_or_none()
        connection.execute(delete(secrets).where(secrets.c.name == drawn(talk_id)))
        connection.execute(
            insert(waiting_table).values(
                talk=talk_id,
                person=person_id,
                skema=skema,
                codes=msgspec.json.encode(dict(codes)),
                random=own or random32,
                held=date.fromisoformat(held).isoformat(),
            )
        )
        append(connection, vault.audit_key, Event.WAITING, talk_id, vault.now())
        return changed(connection, talk_id, mark, vault.now())[1]


def take_back(vault: Vault, talk_id: str, code: str, mark: Change) -> Conversation:
    """Let the codes of a talk wait no longer, when `code` is among them; the talk as it is saved by `mark`.

    Nothing of them was ever let out: noise is drawn and a file made only at sealing. What is sealed, or
    waits without `code`, stays as it is, and so does the talk. One transaction.
    """
    with vault.transaction() as connection:
        if not any(one.talk == talk_id and code in one.codes for one in _waiting(connection)):
            return changed(connection, talk_id, lambda talk: talk, vault.now())[1]
        connection.execute(delete(waiting_table).where(waiting_table.c.talk == talk_id))
        append(connection, vault.audit_key, Event.TAKEN_BACK, talk_id, vault.now())
        return changed(connection, talk_id, mark, vault.now())[1]


def waiting(vault: Vault) -> list[Waiting]:
    """All that waits, by talk id."""
    with vault.transaction() as connection:
        return _waiting(connection)


def seal(
    vault: Vault,
    ids: Collection[str],
    make: Callable[[list[Waiting]], tuple[str, bytes]],
    period: str,
    spends: Callable[[Waiting], int] = lambda one: 0,
) -> bytes:
    """Make one file of the waiting talks `ids`, keep it, and forget their codes: all in one transaction.

    `make` gets them by talk id and returns (batch id, the file's bytes); it must not touch the vault.
    `spends`: what each costs its person of the budget over the years, a whole number; noted in the ledger.
    Whatever it raises leaves everything waiting. Only after the commit are the bytes returned.
    Raises VaultMoved; ValueError when a talk does not wait, or a person would count twice within 365 days; VaultDamaged, NoRoom and
    FolderUnwritable from the file of who was counted.
    """
    with vault.transaction() as connection:
        if connection.execute(select(settings.c.key).where(settings.c.key == MOVED)).first() is not None:
            raise VaultMoved()  # the same codes wait there: sealed twice they would count twice
        chosen = [one for one in _waiting(connection) if one.talk in ids]
        if not chosen or len(chosen) != len(set(ids)):
            raise ValueError("not all of these talks wait")
        now = vault.now()
        tokens = _tokens(connection, chosen)
        if len(set(tokens)) != len(tokens) or _counted(connection, tokens, now.date() - ONCE_IN):
            raise ValueError("a person would count twice")
        batch_id, content = make(chosen)
        connection.execute(
            insert(batches).values(
                id=batch_id, period=period, talks=len(chosen), sealed=now.isoformat(), content=content
            )
        )
        day = now.date().isoformat()
        noted = [
            {"token": known, "sealed": day, "spent": spends(one)} for one in chosen for known in _tokens(connection, [one])
        ]
        # First, as with tombstones: cut off in between, the file knows of more than was sealed, never of less.
        counted.note(vault.folder, [(row["token"], day, row["spent"]) for row in noted], now.date())
        # Sorted: the order of the rows must not tell which talk stood where.
        connection.execute(insert(ledger), sorted(noted, key=lambda row: row["token"]))
        connection.execute(delete(ledger).where(ledger.c.sealed <= (now.date() - KEPT_FOR).isoformat()))
        connection.execute(delete(waiting_table).where(waiting_table.c.talk.in_([one.talk for one in chosen])))
        append(connection, vault.audit_key, Event.SEALED, batch_id, now)
    vault.checkpoint()
    return content


def sealed(vault: Vault) -> list[SealedBatch]:
    """Every sealed batch, oldest first; a second export writes these bytes again."""
    with vault.transaction() as connection:
        rows = connection.execute(select(batches).order_by(batches.c.sealed, batches.c.id))
        return [SealedBatch(row.id, row.period, row.talks, row.content, row.sealed) for row in rows]


def contributed_since(vault: Vault, person_name: str, since: date, person_id: str = "") -> bool:
    """Whether one of this name, or this person, was sealed into a batch after the day `since`.

    By name it survives deletion of the talk; by id a change of name.
    """
    with vault.transaction() as connection:
        key = _ledger_key(connection)
        return _counted(connection, [token(key, person_name), id_token(key, person_id)], since)


def spent(vault: Vault, person_name: str, person_id: str) -> int:
    """What one of this name, or this person, has spent of the budget, over all that the ledger still knows."""
    with vault.transaction() as connection:
        key = _ledger_key(connection)
        tokens = (token(key, person_name), id_token(key, person_id))
        sums = [
            connection.execute(select(func.coalesce(func.sum(ledger.c.spent), 0)).where(ledger.c.token == one)).scalar_one()
            for one in tokens
        ]
    return max(sums)


def drop_stale(vault: Vault, before: date) -> int:
    """Forget the codes of talks held before that day, which wait in vain; how many. The talks stay."""
    with vault.transaction() as connection:
        gone = connection.execute(delete(waiting_table).where(waiting_table.c.held < before.isoformat()))
        return gone.rowcount


def ended_bytes(vault: Vault, talk_id: str, code: int) -> bytes:
    """32 bytes for an offer that ended with `code`: always the same ones, so that a folder put back draws nothing a second time.

    From the vault's own random key. What a batch drew cannot be worked out from them: that needs the bytes of its talks too,
    which are gone with their codes.
    """
    with vault.transaction() as connection:
        return hmac.digest(_ledger_key(connection), b"\0ended %s %d" % (talk_id.encode(), code), "sha256")


def _waiting(connection: Connection) -> list[Waiting]:
    rows = connection.execute(select(waiting_table).order_by(waiting_table.c.talk))
    return [
        Waiting(row.talk, row.person, row.skema, msgspec.json.decode(row.codes), row.random, row.held)
        for row in rows
    ]


def _tokens(connection: Connection, chosen: list[Waiting]) -> list[str]:
    """The ledger's two tokens of each talk's person: by name and by id."""
    key = _ledger_key(connection)
    names = {row.id: row.name for row in connection.execute(select(people.c.id, people.c.name))}
    return [of for one in chosen for of in (token(key, names[one.person]), id_token(key, one.person))]


def _counted(connection: Connection, tokens: Collection[str], since: date) -> bool:
    found = select(ledger.c.id).where(ledger.c.token.in_(tokens), ledger.c.sealed > since.isoformat()).limit(1)
    return connection.execute(found).first() is not None


def _ledger_key(connection: Connection) -> bytes:
    return connection.execute(select(secrets.c.value).where(secrets.c.name == LEDGER_KEY)).scalar_one()
