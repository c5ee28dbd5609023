# SPDX-License-Identifier: EUPL-1.2
"""A talk before and after a change -> the texts that lost something, kept for "hent tidligere tekst".

Saving comes every second while one types. So a text that only grew is not kept, nor is one slip after
another mended within a minute, unless a large part went.
"""

from datetime import datetime, timedelta
from os.path import commonprefix

from sqlalchemy import Connection, delete, insert, select

from senior_desktop.conversation import free_texts, guard
from senior_desktop.conversation.conversation import Conversation, Stage
from senior_desktop.vault.tables import versions

KEPT = 20
LARGE = 20
"""Characters; half of a short text is large too."""

SETTLED = timedelta(minutes=1)


def keep(connection: Connection, old: Conversation, new: Conversation, now: datetime) -> None:
    """Keep what `new` lost of `old`'s texts, the newest 20 of each field; at a talk's end forget them all."""
    if new.stage in (Stage.CLOSED, Stage.WITHDRAWN):
        # What is wiped from a talk at its end must not live on as an earlier text.
        forget(connection, old.id)
        return
    after, rows = free_texts.texts(new), {row.id for row in new.agreements}
    for key, before in free_texts.texts(old).items():
        # A row that was taken away has no field its words could be put back into.
        if before != after.get(key) and (not key.startswith("row.") or key.split(".")[1] in rows):
            _keep_one(connection, old.id, key, before, after.get(key, ""), now)


def forget(connection: Connection, talk_id: str) -> None:
    """Take away every earlier text of a talk."""
    connection.execute(delete(versions).where(versions.c.talk == talk_id))


def fields(connection: Connection, talk_id: str) -> frozenset[str]:
    """The keys of the texts that have earlier ones."""
    return frozenset(connection.execute(select(versions.c.question).where(versions.c.talk == talk_id).distinct()).scalars())


def of_field(connection: Connection, talk_id: str, question: str) -> list[tuple[str, str]]:
    """(ISO instant it was replaced, earlier text), newest first."""
    rows = connection.execute(
        select(versions.c.replaced, versions.c.text)
        .where(versions.c.talk == talk_id, versions.c.question == question)
        .order_by(versions.c.id.desc())
    )
    # Masked here too: a vault from before the guard may hold a number.
    return [(row.replaced, guard.masked(row.text)) for row in rows]


def lost(before: str, after: str) -> int:
    """How many characters of `before` an edit took away, outside what still stands at both ends."""
    start = len(commonprefix((before, after)))
    end = len(commonprefix((before[start:][::-1], after[start:][::-1])))
    return len(before) - start - end


def _keep_one(connection: Connection, talk_id: str, question: str, before: str, after: str, now: datetime) -> None:
    if guard.masks(after) > guard.masks(before):
        # A number was masked by this save; what stood there before may be most of it.
        before, after = guard.without_digits(before), guard.without_digits(after)
    elif guard.masks(after) < guard.masks(before) and not lost(*map(guard.without_masked, (before, after))):
        return  # removed, or ruled to be no CPR number: no words went with it
    gone = lost(before, after)
    if gone == 0:
        return
    field = (versions.c.talk == talk_id) & (versions.c.question == question)
    last = connection.execute(
        select(versions.c.replaced).where(field).order_by(versions.c.id.desc()).limit(1)
    ).scalar_one_or_none()
    large = gone >= LARGE or 2 * gone >= len(before)
    if last is not None and not large and now - datetime.fromisoformat(last) < SETTLED:
        return
    connection.execute(insert(versions).values(talk=talk_id, question=question, replaced=now.isoformat(), text=before))
    newest = select(versions.c.id).where(field).order_by(versions.c.id.desc()).limit(KEPT)
    connection.execute(delete(versions).where(field, versions.c.id.not_in(newest)))
