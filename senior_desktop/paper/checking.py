# SPDX-License-Identifier: EUPL-1.2
"""PDF bytes -> Verdict, read in processes of their own: what crashes, hangs or swells there takes nothing along.

Two workers, each started when first needed and again after it had to be ended: one judges while the other prints the
attached data anew. This process opens no PDF. The file travels through a pipe and never touches the disk.
"""

import atexit
import json
import os
import queue
import struct
import subprocess
import sys
import threading
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from functools import cache
from typing import Any

from senior_desktop.paper.seals import Seals
from senior_desktop.paper.seals import as_data as seals_as_data
from senior_desktop.paper.verdict import Colour, Line, Rendered, Result, Verdict, from_json, with_rendering

SECONDS = 4.0
"""So long may one file take; then the worker is ended and the file called unreadable."""

START_SECONDS = 60.0
"""So long may a worker take to start, on a slow disk with a virus scanner; no file has been given to it yet."""

COMMAND = "read-apart"
"""The word with which this program starts as a worker (`__main__`)."""


class _Ended(Exception):
    """The worker crashed, answered nonsense, or took too long (`slow`)."""

    slow = False
    read = True


class Worker:
    """One process; started at the first question, and again after it has ended. Ask from one thread at a time."""

    def __init__(self) -> None:
        self._process: subprocess.Popen[bytes] | None = None
        self._answers: queue.Queue[bytes | None] = queue.Queue()
        self._lock = threading.Lock()

    def ask(self, question: dict[str, Any], pdf: bytes, seconds: float) -> bytes:
        """The worker's answer. Raises _Ended; the next question starts a new one.

        One that was dead before it read the file is asked again in a new process: it died of something else.
        """
        try:
            return self._ask(question, pdf, seconds)
        except _Ended as ended:
            if ended.read:
                raise
        return self._ask(question, pdf, seconds)

    def _ask(self, question: dict[str, Any], pdf: bytes, seconds: float) -> bytes:
        with self._lock:
            process = self._process if self._process is not None and self._process.poll() is None else self._start()
            assert process.stdin is not None
            # A worker that does not even read would hold up the writing: so it is ended from beside, whatever it does.
            watch = threading.Timer(seconds, process.kill)
            watch.start()
            try:
                process.stdin.write(framed(json.dumps(question).encode()) + framed(pdf))
                process.stdin.flush()
                return self._answer()
            except (OSError, _Ended) as fault:
                ended = _Ended()
                ended.slow = not watch.is_alive()
                ended.read = ended.slow or isinstance(fault, _Ended)
                self.end()
                raise ended from fault
            finally:
                watch.cancel()

    def end(self) -> None:
        """End the process, whatever it is doing."""
        process, self._process = self._process, None
        if process is None:
            return
        process.kill()
        process.wait()
        for pipe in (process.stdin, process.stdout):
            if pipe is not None:
                with suppress(OSError):
                    pipe.close()

    def _start(self) -> subprocess.Popen[bytes]:
        self.end()
        frozen = getattr(sys, "frozen", False)
        # -P and no empty entry: nothing is loaded from the folder in which the program happens to stand.
        own = {**os.environ, "PYINSTALLER_RESET_ENVIRONMENT": "1", "PYTHONPATH": os.pathsep.join(filter(None, sys.path))}
        if frozen:
            del own["PYTHONPATH"]
        self._process = process = subprocess.Popen(
            [sys.executable, *([] if frozen else ["-P", "-m", "senior_desktop"]), COMMAND], env=own,
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, close_fds=True,
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
        )
        self._answers = queue.Queue()
        threading.Thread(target=_listen, args=(process.stdout, self._answers), name="apart", daemon=True).start()
        try:
            self._answer(START_SECONDS)  # it says that it is there
        except _Ended:
            self.end()
            raise
        return process

    def _answer(self, seconds: float | None = None) -> bytes:
        try:
            answer = self._answers.get(timeout=seconds)
        except queue.Empty:
            answer = None
        if answer is None:
            raise _Ended
        return answer


class Pool:
    """Two workers for one file at a time, or one each for many."""

    def __init__(self) -> None:
        self.workers = (Worker(), Worker())
        self._threads = ThreadPoolExecutor(len(self.workers), "apart")

    def check(self, pdf: bytes, seals: Seals, *, sha256: str = "", password: str = "", seconds: float = SECONDS) -> Verdict:
        """The verdict on `pdf`, within about `seconds`; whatever the bytes are, an answer and no exception."""
        judge, printer = self.workers
        question = {"seals": seals_as_data(seals), "damaged": seals.damaged, "sha256": sha256, "password": password}
        printed = self._threads.submit(_compared, printer, password, pdf, seconds)
        found = judged(judge, question, pdf, seconds)
        return with_rendering(found, printed.result())

    def end(self) -> None:
        """End both workers."""
        self._threads.shutdown(wait=False, cancel_futures=True)
        for worker in self.workers:
            worker.end()


@cache
def pool() -> Pool:
    """This program's own, ended with it."""
    made = Pool()
    atexit.register(made.end)
    return made


def judged(worker: Worker, question: dict[str, Any], pdf: bytes, seconds: float) -> Verdict:
    """The verdict of one worker, print and data not compared."""
    try:
        return from_json(worker.ask(question | {"what": "judge"}, pdf, seconds).decode())
    except _Ended as ended:
        return Verdict(Colour.UNREADABLE, (Line("slow" if ended.slow else "broke", Result.BAD),))
    except (ValueError, KeyError, TypeError, AttributeError):
        worker.end()
        return Verdict(Colour.UNREADABLE, (Line("broke", Result.BAD),))


def _compared(worker: Worker, password: str, pdf: bytes, seconds: float) -> Rendered:
    try:
        return Rendered(worker.ask({"what": "print", "password": password}, pdf, seconds).decode())
    except (_Ended, ValueError):
        return Rendered.BROKE


def framed(content: bytes) -> bytes:
    """Length and bytes, as they go through the pipe."""
    return struct.pack(">I", len(content)) + content


def frame_from(pipe: Any, most: int) -> bytes | None:
    """The next frame of at most `most` bytes; None at the end, or when it claims to be longer."""
    head = pipe.read(4)
    if len(head) < 4 or (size := struct.unpack(">I", head)[0]) > most:
        return None
    content: bytes = pipe.read(size)
    return content if len(content) == size else None


def _listen(pipe: Any, answers: "queue.Queue[bytes | None]") -> None:
    """What the worker says, until it ends; a thread, since a pipe cannot be waited for with a limit on Windows."""
    try:
        while (answer := frame_from(pipe, 2**20)) is not None:
            answers.put(answer)
    except (OSError, ValueError):  # closed under the reader's hands
        pass
    answers.put(None)
