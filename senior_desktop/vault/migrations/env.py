# SPDX-License-Identifier: EUPL-1.2
"""An open connection in `config.attributes` -> the steps run on it, inside the caller's transaction.

Run by Alembic from `database.py` only; there is no ini file and no second way in.
"""

from alembic import context

context.configure(connection=context.config.attributes["connection"])
with context.begin_transaction():
    context.run_migrations()
