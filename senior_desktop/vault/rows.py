# SPDX-License-Identifier: EUPL-1.2
"""A talk -> its row, changed, and the papers beside it; within the caller's transaction. For this room only."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from hashlib import sha256

import msgspec
from sqlalchemy import Connection, delete, select, update
from sqlalchemy.dialects.sqlite import insert as put

from senior_desktop.conversation import free_texts
from senior_desktop.conversation.conversation import Conversation
from senior_desktop.vault import earlier_texts, stamps
from senior_desktop.vault.tables import papers, talks, texts

Change = Callable[[Conversation], Conversation]


def changed(connection: Connection, talk_id: str, fn: Change, now: datetime) -> tuple[Conversation, Conversation]:
    """For this room only: `Vault.change` within the caller's transaction; the talk before and after it.

    Both are the same object when `fn` changed nothing.
    """
    old = read(connection, talk_id)
    new = free_texts.guarded(fn(old), old)
    if written(new) == written(old):
        return old, old
    if (new.id, new.person) != (old.id, old.person):
        raise ValueError("a change may not turn one talk into another")
    new = replace(new, changes=old.changes + 1, changed=stamps.later(old.changed, now))
    values = {"stage": new.stage.value, "changed": new.changed, "body": written(new), "indexed": 0}
    connection.execute(update(talks).where(talks.c.id == talk_id).values(values))
    forget(connection, talk_id)  # found again by the next search; what was wiped is not found meanwhile
    earlier_texts.keep(connection, old, new, now)
    return old, new


def forget(connection: Connection, talk_id: str) -> None:
    """Take the words of a talk out of what is searched."""
    connection.execute(delete(texts).where(texts.c.talk == talk_id))


def put_paper(
    connection: Connection, talk_id: str, kind: str, version: int, pdf: bytes, state: str, now: datetime
) -> None:
    """Keep the paper of that kind and version, in place of its earlier state."""
    found = {"talk": talk_id, "kind": kind, "version": version}
    values = {"state": state, "sha256": sha256(pdf).hexdigest(), "kept": now.isoformat(), "pdf": pdf}
    connection.execute(
        put(papers).values(found | values).on_conflict_do_update(index_elements=list(found), set_=values)
    )


def written(talk: Conversation) -> bytes:
    """The talk as JSON; keys sorted, so that equal talks give equal bytes."""
    return msgspec.json.encode(talk, order="deterministic")


def said(body: bytes) -> Conversation:
    return msgspec.json.decode(body, type=Conversation)


def read(connection: Connection, talk_id: str) -> Conversation:
    body = connection.execute(select(talks.c.body).where(talks.c.id == talk_id)).scalar_one_or_none()
    if body is None:
        raise KeyError(talk_id)
    return said(body)
