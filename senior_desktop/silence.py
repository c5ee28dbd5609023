# SPDX-License-Identifier: EUPL-1.2
"""What Python reports of its own sockets -> counts without addresses, and which of them are more than waking oneself.

Heard with Python's audit events (PEP 578). Imports nothing of the network, not even its names.
"""

import sys
from collections import Counter
from contextlib import suppress
from typing import Any

AF_UNIX = 1
"""On Linux and macOS; Windows has no such sockets in Python."""


class Heard:
    """An audit hook that counts: all events, and those of sockets by (event, place)."""

    def __init__(self) -> None:
        self.all = 0
        self.sockets: Counter[tuple[str, str]] = Counter()

    def __call__(self, event: str, facts: tuple[Any, ...]) -> None:
        """The hook itself. It cannot be taken away again, and must not raise."""
        self.all += 1
        if event.startswith("socket."):
            with suppress(Exception):  # whatever it is, it is counted below
                self.sockets[event, where(event, facts)] += 1
                return
            self.sockets[event, "unknown"] += 1


def where(event: str, facts: tuple[Any, ...]) -> str:
    """The place an event of a socket is about: "unix", "itself" (127.0.0.1), "inet" (no address yet), "elsewhere"."""
    if event == "socket.__new__":
        return "unix" if int(facts[1]) == AF_UNIX and sys.platform != "win32" else "inet"
    if event in ("socket.bind", "socket.connect"):
        if int(facts[0].family) == AF_UNIX and sys.platform != "win32":
            return "unix"
        return "itself" if facts[1][0] == "127.0.0.1" else "elsewhere"
    return "itself" if event == "socket.gethostname" else "elsewhere"


def loud(sockets: Counter[tuple[str, str]], system: str) -> list[str]:
    """Which events are more than a process waking itself, one per sort.

    asyncio does so with a pair of sockets: of the kind that has no network on Linux, on Windows one that is bound to
    and reached at 127.0.0.1 (CPython's socket.socketpair). There every reached one was bound here before.
    """
    allowed = {("socket.__new__", "unix"), ("socket.bind", "unix"), ("socket.connect", "unix")}
    if system == "win32":
        # Its name is asked of the computer, by Python's `platform`; nobody else hears of it.
        allowed |= {("socket.__new__", "inet"), ("socket.bind", "itself"), ("socket.gethostname", "itself")}
        if sockets["socket.connect", "itself"] <= sockets["socket.bind", "itself"]:
            allowed.add(("socket.connect", "itself"))
    return [f"{event} {place}" for event, place in sorted(sockets) if (event, place) not in allowed and sockets[event, place]]
