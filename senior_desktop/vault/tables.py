# SPDX-License-Identifier: EUPL-1.2
"""What is kept -> the table and columns it lies in now; nothing goes out of the room as a row.

`migrations/versions` makes them; a test holds the two against each other.
"""

from sqlalchemy import Boolean, Column, ForeignKey, Index, Integer, LargeBinary, MetaData, Table, Text, text

metadata = MetaData()

people = Table(
    "people",
    metadata,
    Column("id", Text, primary_key=True),
    Column("name", Text, nullable=False),
    Column("in_group", Boolean, nullable=False),
    # From the staff list, before there is a talk. No year of birth, and no age.
    Column("title", Text, nullable=False, server_default=""),
    Column("job_group", Integer),
    Column("hours", Text, nullable=False, server_default=""),
)

talks = Table(
    "talks",
    metadata,
    Column("id", Text, primary_key=True),
    Column("person", Text, ForeignKey("people.id"), nullable=False),
    Column("stage", Text, nullable=False),
    Column("changed", Text, nullable=False),
    Column("body", LargeBinary, nullable=False),  # the whole Conversation as JSON
    Column("indexed", Integer, nullable=False, server_default="0"),  # 1: its words are in `texts`, as they are now
    Index("talks_of_person", "person"),
    Index("talks_to_index", "id", sqlite_where=text("indexed = 0")),  # else each search would read every body
)

versions = Table(
    "versions",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("talk", Text, ForeignKey("talks.id", ondelete="CASCADE"), nullable=False),
    Column("question", Text, nullable=False),
    Column("replaced", Text, nullable=False),
    Column("text", Text, nullable=False),
    Index("versions_of_field", "talk", "question"),
)

# What is searched (`vault/search.py`). Filled when somebody searches, so that saving costs nothing; emptied by any change.
texts = Table(
    "texts",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("talk", Text, ForeignKey("talks.id", ondelete="CASCADE"), nullable=False),
    Column("key", Text, nullable=False),
    Column("text", Text, nullable=False),
    Index("texts_of_talk", "talk"),
)

papers = Table(
    "papers",
    metadata,
    Column("talk", Text, ForeignKey("talks.id", ondelete="CASCADE"), primary_key=True),
    Column("kind", Text, primary_key=True),
    Column("version", Integer, primary_key=True),
    Column("state", Text, nullable=False),
    Column("sha256", Text, nullable=False),
    Column("kept", Text, nullable=False),
    Column("pdf", LargeBinary, nullable=False),
)

settings = Table(
    "settings",
    metadata,
    Column("key", Text, primary_key=True),
    Column("value", LargeBinary, nullable=False),
)

secrets = Table(
    "secrets",
    metadata,
    Column("name", Text, primary_key=True),
    Column("value", LargeBinary, nullable=False),
)

waiting = Table(
    "waiting",
    metadata,
    Column("talk", Text, ForeignKey("talks.id", ondelete="CASCADE"), primary_key=True),
    Column("person", Text, ForeignKey("people.id"), nullable=False),
    Column("skema", Text, nullable=False),
    Column("codes", LargeBinary, nullable=False),
    Column("random", LargeBinary, nullable=False),
    Column("held", Text, nullable=False),
)

batches = Table(
    "batches",
    metadata,
    Column("id", Text, primary_key=True),
    Column("period", Text, nullable=False),
    Column("talks", Integer, nullable=False),
    Column("sealed", Text, nullable=False),
    Column("content", LargeBinary, nullable=False),
)

# Only in HR's own vault is anything here: the files that leaders sent.
received = Table(
    "received",
    metadata,
    Column("sequence", Integer, primary_key=True),
    Column("digest", Text, nullable=False, unique=True),
    Column("name", Text, nullable=False),
    Column("kept", Text, nullable=False),
    Column("content", LargeBinary, nullable=False),
)

ledger = Table(
    "ledger",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("token", Text, nullable=False),
    Column("sealed", Text, nullable=False),
    Column("spent", Integer, nullable=False),
    Index("ledger_of_person", "token"),
)

audit = Table(
    "audit",
    metadata,
    Column("sequence", Integer, primary_key=True, autoincrement=False),
    Column("at", Text, nullable=False),
    Column("event", Text, nullable=False),
    Column("subject", Text, nullable=False),
    Column("seal", LargeBinary, nullable=False),
)
