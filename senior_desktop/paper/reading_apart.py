# SPDX-License-Identifier: EUPL-1.2
"""Questions and files on a pipe -> answers on a pipe: the inside of a worker of `checking`, with limits on itself."""

import json
import os
import sys
from typing import Any

from senior_desktop.paper.checking import frame_from, framed

MEMORY = 1536 * 1024 * 1024
"""Bytes a worker may take; a 25 MB file needs a tenth of it."""

LARGEST = 32 * 1024 * 1024


def serve() -> int:
    """Answer until the pipe ends."""
    questions, answers = sys.stdin.buffer, os.fdopen(os.dup(sys.stdout.fileno()), "wb")
    # Nothing a library prints may get between the answers.
    silent = os.open(os.devnull, os.O_WRONLY)
    os.dup2(silent, sys.stdout.fileno())
    limit_memory(MEMORY)
    from senior_desktop.paper import verify  # noqa: F401 - loaded before it says that it is there

    answers.write(framed(b"here"))
    answers.flush()
    while (question := frame_from(questions, LARGEST)) is not None and (pdf := frame_from(questions, LARGEST)) is not None:
        try:
            answer = _answered(json.loads(question), pdf)
        except MemoryError:
            return 1  # the file is too much; the next one gets a fresh process
        answers.write(framed(answer.encode("utf-8", "replace")))
        answers.flush()
    return 0


def _answered(said: dict[str, Any], pdf: bytes) -> str:
    from senior_desktop.paper import seals, verify

    if said["what"] == "print":
        return verify.compared(pdf, said["password"]).value
    book = seals.from_data(said["seals"], damaged=said["damaged"])
    asked = dict(sha256=said["sha256"], password=said["password"])
    return verify.verify(pdf, book, **asked, rendered=verify.Rendered.NOT_ASKED).as_json()


def limit_memory(most: int) -> None:
    """Let this process take no more than `most` bytes; where the system cannot be asked, the time limit stands alone."""
    if sys.platform == "win32":
        _limit_on_windows(most)
    elif sys.platform != "darwin":  # there the limit is not kept
        import resource

        resource.setrlimit(resource.RLIMIT_AS, (most, most))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))  # a crash leaves nothing of the paper behind


def _limit_on_windows(most: int) -> None:
    """A job object around this process (winnt.h: JOBOBJECT_EXTENDED_LIMIT_INFORMATION)."""
    import ctypes
    from ctypes import wintypes

    class Basic(ctypes.Structure):
        _fields_ = (
            ("time_of_process", ctypes.c_int64), ("time_of_job", ctypes.c_int64), ("flags", wintypes.DWORD),
            ("least_set", ctypes.c_size_t), ("most_set", ctypes.c_size_t), ("processes", wintypes.DWORD),
            ("affinity", ctypes.c_size_t), ("priority", wintypes.DWORD), ("scheduling", wintypes.DWORD),
        )

    class Extended(ctypes.Structure):
        _fields_ = (
            ("basic", Basic), ("io", ctypes.c_uint64 * 6), ("process_memory", ctypes.c_size_t),
            ("job_memory", ctypes.c_size_t), ("peak_process", ctypes.c_size_t), ("peak_job", ctypes.c_size_t),
        )

    kernel = ctypes.WinDLL("kernel32", use_last_error=True)  # type: ignore[attr-defined]
    kernel.CreateJobObjectW.restype = kernel.GetCurrentProcess.restype = wintypes.HANDLE
    kernel.SetInformationJobObject.argtypes = (wintypes.HANDLE, ctypes.c_int, ctypes.c_void_p, wintypes.DWORD)
    kernel.AssignProcessToJobObject.argtypes = (wintypes.HANDLE, wintypes.HANDLE)
    limits = Extended()
    limits.basic.flags, limits.process_memory = 0x100, most  # JOB_OBJECT_LIMIT_PROCESS_MEMORY
    job = kernel.CreateJobObjectW(None, None)
    if job and kernel.SetInformationJobObject(job, 9, ctypes.byref(limits), ctypes.sizeof(limits)):
        kernel.AssignProcessToJobObject(job, kernel.GetCurrentProcess())
