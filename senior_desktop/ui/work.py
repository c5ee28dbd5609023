# SPDX-License-Identifier: EUPL-1.2
"""A story function -> run in order on the one database thread; what it returns comes back to the GUI thread.

One thread owns the vault's one connection; the queue keeps the order of what was typed. The world's
errors come back to `failed`, ours to the application's last resort. Nothing is swallowed.
"""

import queue
import threading
from collections import deque
from collections.abc import Callable
from typing import Any

import shiboken6
from PySide6.QtCore import QCoreApplication, QObject, Signal

from senior_desktop.errors import SeniorError

Then = Callable[[Any], None]
Job = tuple[Callable[..., Any], tuple[Any, ...], Then | None, Then | None]


class Work(QObject):
    """The ordered queue and its thread; lives as long as the application."""

    failed = Signal(object)
    """A SeniorError that the caller gave no `failed` for."""
    busy = Signal(bool)
    """True when something has begun, False when the queue is empty."""
    _came_back = Signal(object, object)

    def __init__(self, unexpected: Callable[[BaseException], None]) -> None:
        """`unexpected` gets every error of ours, on the GUI thread."""
        super().__init__()
        self._unexpected = unexpected
        self._jobs: queue.Queue[Job | None] = queue.Queue()
        self._kept: deque[Job] = deque()
        self._last: Job | None = None
        self.finished = False
        self._waiting = 0
        self._came_back.connect(self._deliver)
        self._done = threading.Event()
        self._thread = threading.Thread(target=self._run, name="vault", daemon=True)
        self._thread.start()

    def do(self, function: Callable[..., Any], *inputs: Any, then: Then | None = None, failed: Then | None = None) -> None:
        """Run `function(*inputs)` after all that was asked before; then `then(result)` or `failed(error)`."""
        assert not self.finished, "asked for after the last was done"
        job = (function, inputs, then, failed)
        # Functions are often a screen's own: were the other thread the last to let go of one, it would take the
        # screen's widgets apart, and Qt crashes. So each is kept here until the next has come back.
        self._kept.append(job)
        self._waiting += 1
        if self._waiting == 1:
            self.busy.emit(True)
        self._jobs.put(job)

    def settle(self) -> None:
        """Go on only when all that was asked is done and has come back."""
        while not self.idle:
            # Not the event loop's own waiting: on Windows without a screen it sleeps on when a job has come back.
            self._done.wait(0.02)
            self._done.clear()
            QCoreApplication.processEvents()

    def finish(self) -> None:
        """Wait until all that was asked is done; called before the window closes, so that nothing typed is lost."""
        self.finished = True
        self._jobs.put(None)
        self._thread.join()

    @property
    def idle(self) -> bool:
        """Whether nothing is under way and nothing waits."""
        return self._waiting == 0

    def _run(self) -> None:
        while (job := self._jobs.get()) is not None:
            self._do(*job)
            del job

    def _do(self, function: Callable[..., Any], inputs: tuple[Any, ...], then: Then | None, failed: Then | None) -> None:
        try:
            result = function(*inputs)
        except BaseException as fault:  # noqa: BLE001 - handed to the GUI thread, which sorts the two kinds
            self._came_back.emit(self._broke, (fault, failed))
        else:
            self._came_back.emit(then or (lambda _: None), (result,))
        self._done.set()

    def _deliver(self, then: Callable[..., None], inputs: tuple[Any, ...]) -> None:
        self._last = self._kept.popleft()
        self._waiting -= 1
        if self._waiting == 0:
            self.busy.emit(False)
        if alive(then):
            then(*inputs)

    def _broke(self, fault: BaseException, failed: Then | None) -> None:
        if not isinstance(fault, SeniorError):
            self._unexpected(fault)
        elif failed is not None and alive(failed):
            failed(fault)
        else:
            self.failed.emit(fault)


def alive(then: Callable[..., Any]) -> bool:
    """Whether the screen that `then` belongs to is still there; what was asked is done either way."""
    owner = getattr(then, "__self__", None)
    return not isinstance(owner, QObject) or shiboken6.isValid(owner)
