# SPDX-License-Identifier: EUPL-1.2
"""Every test -> a home, a key store and a screen of its own; nothing leaves the process."""

import os
import socket
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from factory import Clock, make_vault
from hypothesis import HealthCheck, settings

from senior_desktop.vault import store

os.environ["QT_QPA_PLATFORM"] = os.environ.get("SENIOR_TEST_PLATFORM", "offscreen")

# A busy machine is no fault of what is tried: no example has a time to keep.
settings.register_profile("unhurried", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("unhurried")

NOW = datetime(2026, 11, 23, 9, 5, tzinfo=ZoneInfo("Europe/Copenhagen"))
"""A Monday morning; the clock of every test that asks for one."""


@pytest.fixture(autouse=True)
def own_home(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """No test can reach the real home, settings or key store."""
    home = tmp_path_factory.mktemp("home")
    for name in ("HOME", "USERPROFILE", "LOCALAPPDATA", "XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME"):
        monkeypatch.setenv(name, str(home))
    monkeypatch.setenv("PYTHON_KEYRING_BACKEND", "keyring.backends.fail.Keyring")
    monkeypatch.delenv("DBUS_SESSION_BUS_ADDRESS", raising=False)
    return home


@pytest.fixture(autouse=True)
def no_network(monkeypatch: pytest.MonkeyPatch) -> None:
    """A connection or a name look-up is a fault; asyncio's own pair of local sockets connects to nobody."""

    def refused(*_: object, **__: object) -> None:
        raise AssertionError("something tried to reach the network")

    monkeypatch.setattr(socket.socket, "connect", refused)
    monkeypatch.setattr(socket, "getaddrinfo", refused)


@pytest.fixture
def now() -> datetime:
    """A Monday morning in Copenhagen."""
    return NOW


@pytest.fixture
def clock(now: datetime) -> Clock:
    """A clock that stands still until it is moved."""
    return Clock(now)


@pytest.fixture
def vault(tmp_path: Path, clock: Clock) -> Iterator[store.Vault]:
    """A vault of the test's own, closed at its end."""
    with make_vault(tmp_path / "vault", clock) as opened:
        yield opened
