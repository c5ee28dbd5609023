# SPDX-License-Identifier: EUPL-1.2
"""Words as they are typed -> the talks they stand in, each with a snippet, the best first. Nothing leaves the vault.

The index is brought up to date by the search itself, never by saving: a save costs what it cost before.
"""

import re
from dataclasses import dataclass

from sqlalchemy import Connection, insert, select, text, update

from senior_desktop.conversation import free_texts
from senior_desktop.vault import rows
from senior_desktop.vault.store import Vault
from senior_desktop.vault.tables import talks, texts

MOST = 50
BEGIN, END = "\x02", "\x03"
"""Around what was found, within a snippet: signs no text holds."""

WORDS_AROUND = 12

TO_INDEX = text("indexed = 0")
"""Word for word as in the index `talks_to_index`, or SQLite would not use it."""

FIND = (
    "SELECT texts.talk, texts.key, snippet(words, 0, ?1, ?2, '…', ?3) "
    "FROM words JOIN texts ON texts.id = words.rowid WHERE words MATCH ?4 ORDER BY rank LIMIT ?5"
)


@dataclass(frozen=True, slots=True)
class Hit:
    """A text that was found. key: as in `free_texts`. snippet: its words, what was found between BEGIN and END."""

    talk: str
    key: str
    snippet: str


def find(vault: Vault, typed: str, most: int = MOST) -> list[Hit]:
    """The texts that hold every word of `typed`, the last one begun only; [] while it says nothing.

    Names, answers, agreements and the leader's own notes. Æ, ø and å are letters of their own; case is not minded.
    """
    wanted = expression(typed)
    if not wanted:
        return []
    with vault.transaction() as connection:
        bring_up_to_date(connection)
        # By the driver's own words: with each letter typed, what SQLAlchemy adds would be felt first.
        found = connection.exec_driver_sql(FIND, (BEGIN, END, WORDS_AROUND, wanted, most))
        return [Hit(*row) for row in found.all()]


def expression(typed: str) -> str:
    """What FTS5 is asked: each word whole and quoted, so that no sign of its language is one; the last by its beginning."""
    found = re.findall(r"[^\W_]+", typed)
    return " ".join([*(f'"{one}"' for one in found[:-1]), f'"{found[-1]}"*']) if found else ""


def bring_up_to_date(connection: Connection) -> int:
    """Put in the texts of the talks that were changed since; how many talks there were."""
    if connection.exec_driver_sql("SELECT 1 FROM talks WHERE indexed = 0 LIMIT 1").first() is None:
        return 0
    changed = connection.execute(select(talks.c.id, talks.c.body).where(TO_INDEX)).all()
    for talk_id, body in changed:
        rows.forget(connection, talk_id)
        found = free_texts.texts(rows.said(body))
        if found:
            connection.execute(insert(texts), [{"talk": talk_id, "key": key, "text": said} for key, said in sorted(found.items())])
    if changed:
        connection.execute(update(talks).where(TO_INDEX).values(indexed=1))
    return len(changed)
