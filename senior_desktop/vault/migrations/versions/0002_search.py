# SPDX-License-Identifier: EUPL-1.2
"""The first tables -> texts that can be searched, inside the encrypted file only."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    """Make the table of texts and its index of words, which follows it by triggers.

    secure-delete: a word that is taken out leaves the index at once, not at the next merge. No folding of æ, ø, å.
    """
    op.add_column("talks", sa.Column("indexed", sa.Integer, nullable=False, server_default="0"))
    op.create_index("talks_to_index", "talks", ["id"], sqlite_where=sa.text("indexed = 0"))
    op.create_table(
        "texts",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("talk", sa.Text, sa.ForeignKey("talks.id", ondelete="CASCADE"), nullable=False),
        sa.Column("key", sa.Text, nullable=False),
        sa.Column("text", sa.Text, nullable=False),
    )
    op.create_index("texts_of_talk", "texts", ["talk"])
    op.execute(
        "CREATE VIRTUAL TABLE words USING fts5(text, content='texts', content_rowid='id', "
        "tokenize='unicode61 remove_diacritics 0', prefix='2 3')"
    )
    op.execute("INSERT INTO words (words, rank) VALUES ('secure-delete', 1)")
    op.execute("CREATE TRIGGER texts_in AFTER INSERT ON texts BEGIN INSERT INTO words (rowid, text) VALUES (new.id, new.text); END")
    op.execute(
        "CREATE TRIGGER texts_out AFTER DELETE ON texts "
        "BEGIN INSERT INTO words (words, rowid, text) VALUES ('delete', old.id, old.text); END"
    )
