# SPDX-License-Identifier: EUPL-1.2
"""A folder of the test's own -> an opened vault with the cheapest passphrase that is allowed."""

from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from senior_desktop.conversation.conversation import Conversation, Participant, new_id, new_number
from senior_desktop.vault import keys, store
from senior_desktop.vault.keyrings import Memory

PASSPHRASE = "blåbær på bålpladsen"


class Hands:
    """A clock that stands still until it is moved."""

    def __init__(self) -> None:
        self.at = datetime(2026, 3, 2, 10, 0, tzinfo=UTC)

    def __call__(self) -> datetime:
        return self.at

    def forward(self, **time: int) -> None:
        self.at += timedelta(**time)


@pytest.fixture
def passphrase() -> str:
    return PASSPHRASE


@pytest.fixture
def clock() -> Hands:
    return Hands()


@pytest.fixture
def keyring() -> Memory:
    return Memory()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "data"


@pytest.fixture
def made(folder: Path, clock: Hands) -> Iterator[tuple[store.Vault, tuple[str, ...]]]:
    """A new vault and its recovery groups."""
    vault, groups = store.create(folder, PASSPHRASE, cost=keys.FLOOR, clock=clock)
    yield vault, groups
    vault.close()


@pytest.fixture
def vault(made: tuple[store.Vault, tuple[str, ...]]) -> store.Vault:
    return made[0]


@pytest.fixture
def reopen(folder: Path, clock: Hands) -> Iterator[Callable[[], store.Vault]]:
    """Opens the vault by its passphrase, and closes it when the test is over."""
    opened = []

    def again() -> store.Vault:
        opened.append(store.open_with_passphrase(folder, PASSPHRASE, clock=clock))
        return opened[-1]

    yield again
    for one in opened:
        one.close()


@pytest.fixture
def talk_with(vault: store.Vault, clock: Hands) -> Callable[[str], Conversation]:
    """Keeps a new person of that name and an empty talk with them."""

    def begin(name: str) -> Conversation:
        person = Participant(new_id(), name)
        at = clock().isoformat()
        talk = Conversation(new_id(), person.id, new_number(2026), "senior.1", "0" * 64, at, at)
        vault.add_person(person)
        vault.add(talk)
        return talk

    return begin
