# SPDX-License-Identifier: EUPL-1.2
"""A log that only grows, and that shows when somebody without the key wrote in it."""

import pytest
from sqlalchemy.exc import IntegrityError

from senior_desktop.vault import audit
from senior_desktop.vault.audit import Event


@pytest.fixture
def logged(vault):
    for event in (Event.WAITING, Event.SEALED, Event.EXPORTED):
        audit.note(vault, event, "f" * 32)
    assert audit.check(vault)
    return vault


def forge(vault, statement: str) -> None:
    """What somebody with a database tool, and without the audit key, would do."""
    with vault.transaction() as connection:
        for change in ("update", "delete"):
            connection.exec_driver_sql(f"DROP TRIGGER audit_no_{change}")
        connection.exec_driver_sql(statement)


def test_what_happened_is_told_in_order(logged, reopen, clock):
    logged.close()
    clock.forward(hours=1)
    again = reopen()
    assert [(event, subject) for _, event, subject in audit.events(again)] == [
        ("created", again.vault_id),
        ("waiting", "f" * 32),
        ("sealed", "f" * 32),
        ("exported", "f" * 32),
        ("opened", "passphrase"),
    ]
    assert audit.events(again)[-1][0] == clock().isoformat()
    assert audit.check(again)


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE audit SET event = 'waiting' WHERE sequence = 3",
        "UPDATE audit SET subject = 'another' WHERE sequence = 2",
        "UPDATE audit SET at = '2020-01-01T00:00:00+00:00' WHERE sequence = 1",
        "DELETE FROM audit WHERE sequence = 2",
        "DELETE FROM audit WHERE sequence = 1",
        "UPDATE audit SET sequence = sequence + 10",
        "INSERT INTO audit VALUES (5, '2026-01-01', 'sealed', 'x', x'00')",
    ],
)
def test_an_edit_without_the_key_is_seen(logged, statement):
    forge(logged, statement)
    assert not audit.check(logged)


@pytest.mark.parametrize("statement", ["UPDATE audit SET subject = ''", "DELETE FROM audit"])
def test_the_table_itself_refuses_changes(logged, statement):
    with pytest.raises(IntegrityError, match="only grows"), logged.transaction() as connection:
        connection.exec_driver_sql(statement)
    assert audit.check(logged)


def test_only_listed_events_are_logged(logged):
    with pytest.raises(ValueError, match="coffee"):
        audit.note(logged, "coffee", "")
    assert len(audit.events(logged)) == 4
