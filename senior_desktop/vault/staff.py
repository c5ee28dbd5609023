# SPDX-License-Identifier: EUPL-1.2
"""Employees -> kept beside the talks' people, the same row for both; the same types out, and gone when asked.

There is no column for a year of birth: what decided "i målgruppen" never reaches this room.
"""

from collections.abc import Iterable

from sqlalchemy import delete, select
from sqlalchemy.dialects.sqlite import insert as put

from senior_desktop.conversation import guard
from senior_desktop.conversation.staff import Employee, by_name
from senior_desktop.vault.audit import Event, append
from senior_desktop.vault.erase import bury
from senior_desktop.vault.store import Vault
from senior_desktop.vault.tables import people, talks


def employees(vault: Vault) -> list[Employee]:
    """Everybody, by name; also who was offered a talk without being on a list."""
    with vault.transaction() as connection:
        rows = connection.execute(select(people))
        found = [Employee(row.id, row.name, row.in_group, row.title, row.job_group, row.hours) for row in rows]
    return by_name(found)


def employee(vault: Vault, person_id: str) -> Employee:
    """The one of that id. Raises KeyError."""
    found = {one.id: one for one in employees(vault)}
    return found[person_id]


def keep(vault: Vault, several: Iterable[Employee]) -> None:
    """Keep all of them, or none: new ones and those known by their id, CPR numbers masked."""
    with vault.transaction() as connection:
        for one in several:
            values = {
                "id": one.id, "name": guard.masked(one.name), "in_group": one.in_group, "title": guard.masked(one.title),
                "job_group": one.group, "hours": one.hours,
            }  # fmt: skip
            connection.execute(put(people).values(values).on_conflict_do_update(index_elements=["id"], set_=values))


def forget(vault: Vault, person_id: str) -> bool:
    """Take somebody off the list for good; False for who has a talk, which is erased first, and for who is gone already.

    As with a talk: a tombstone first, so that no restore brings them back, and no page keeps what was deleted.
    """
    with vault.transaction() as connection:
        theirs = connection.execute(select(talks.c.id).where(talks.c.person == person_id).limit(1)).first()
        there = connection.execute(select(people.c.id).where(people.c.id == person_id)).first()
    if theirs is not None or there is None:
        return False
    bury(vault.folder, person_id)
    with vault.transaction() as connection:
        connection.execute(delete(people).where(people.c.id == person_id))
        append(connection, vault.audit_key, Event.DELETED, person_id, vault.now())
    vault.shrink()
    return True
