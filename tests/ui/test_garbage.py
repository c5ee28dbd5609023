# SPDX-License-Identifier: EUPL-1.2
"""Qt's objects that only refer to themselves go on the GUI thread, whichever thread fills the memory."""

import gc
import threading
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QObject, Qt, QTimer

from senior_desktop.ui.garbage import Garbage


@pytest.fixture
def as_python_does() -> Iterator[None]:
    """The collector runs where it likes, for as long as the test lasts."""
    gc.collect()
    gc.enable()
    yield
    gc.disable()


def left_behind(died_in: list[str]) -> None:
    """A timer that refers to itself, with nobody else to refer to it."""
    timer = QTimer()
    timer.destroyed.connect(lambda: died_in.append(threading.current_thread().name), Qt.ConnectionType.DirectConnection)
    timer.itself = timer  # type: ignore[attr-defined]


def fill_memory() -> None:
    """More new containers than any threshold of the collector."""
    kept = [[number] for number in range(100_000)]
    assert kept


def test_another_thread_collects_nothing(garbage: Garbage) -> None:
    gc.collect()
    died_in: list[str] = []
    left_behind(died_in)
    other = threading.Thread(target=fill_memory, name="vault")
    other.start()
    other.join()
    assert died_in == []
    more_than_the_threshold = [[number] for number in range(gc.get_threshold()[0] + 1)]
    garbage.collect()
    assert died_in == ["MainThread"] and more_than_the_threshold


def test_without_it_the_other_thread_would(as_python_does: None) -> None:
    """The control: what it stands against is real."""
    died_in: list[str] = []
    left_behind(died_in)
    other = threading.Thread(target=fill_memory, name="vault")
    other.start()
    other.join()
    assert died_in == ["vault"]


def test_the_collector_waits_until_something_is_to_be_gained(garbage: Garbage) -> None:
    gc.collect()
    runs = sum(one["collections"] for one in gc.get_stats())
    garbage.collect()
    assert sum(one["collections"] for one in gc.get_stats()) == runs
    assert isinstance(garbage.parent(), QObject) and garbage.isActive()
