# SPDX-License-Identifier: EUPL-1.2
"""Every test -> a home, a key store and a screen of its own; nothing leaves the process."""

import os
import socket
import sys
from collections.abc import Iterator
from copy import copy
from datetime import datetime
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from factory import Clock, make_vault
from hypothesis import HealthCheck, settings

from senior_desktop.paper import labels
from senior_desktop.vault import store

os.environ["QT_QPA_PLATFORM"] = os.environ.get("SENIOR_TEST_PLATFORM", "offscreen")

# A busy machine is no fault of what is tried: no example has a time to keep. And the same code gets the same examples, so
# that red means a change and not a draw; the slow tests of months of counts draw new ones each time.
settings.register_profile("unhurried", deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow])
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


@pytest.fixture(autouse=True)
def nothing_left_behind() -> Iterator[None]:
    """No module of ours is another one for the next test: what it keeps in a list, dict or set is as it was."""
    before = kept_by_modules()
    yield
    after = kept_by_modules()
    assert [name for name, value in before.items() if after[name] != value] == []


@pytest.fixture(autouse=True)
def own_words(nothing_left_behind: None) -> Iterator[None]:
    """The talk is called what it always is once the test is over, whatever a pack or a policy called it meanwhile."""
    yield
    if labels._called or labels.words("da")("talk.word") != "seniorsamtale":
        labels.call_the_talk("")


def kept_by_modules() -> dict[str, Any]:
    """A copy of every list, dict and set that a loaded module of ours, or a class in it, keeps under a name."""
    for module in [one for name, one in sys.modules.items() if name.startswith("senior_desktop") and name not in _KEPT]:
        places = {module.__name__: vars(module)}
        places |= {f"{one.__module__}.{one.__qualname__}": vars(one) for one in vars(module).values() if isinstance(one, type)}
        _KEPT[module.__name__] = [
            (f"{place}.{name}", names, name)
            for place, names in places.items()
            for name, one in names.items()
            if type(one) in (list, dict, set) and not name.startswith("__")
        ]
    return {label: copy(names[name]) for found in _KEPT.values() for label, names, name in found}


_KEPT: dict[str, list[tuple[str, Any, str]]] = {}
"""Module -> what it keeps: a label, and where it stands under which name. Looked for once, for it takes a while."""


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
