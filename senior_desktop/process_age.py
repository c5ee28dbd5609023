# SPDX-License-Identifier: EUPL-1.2
"""This process -> how long ago the system made it, so that a start is measured with loader and imports."""

import os
import sys
import time
from pathlib import Path


def milliseconds() -> int:
    """Since this process was made; on Linux in steps of the kernel's clock tick (10 ms). Raises OSError elsewhere."""
    if sys.platform == "win32":
        return round(time.time() * 1000 - _made_on_windows())
    if sys.platform != "linux":
        raise OSError("no known way to ask this system")
    # proc(5): field 22, in ticks since boot. The name in field 2 may hold blanks and brackets, so from its end.
    ticks = int(Path("/proc/self/stat").read_text(encoding="utf-8").rpartition(")")[2].split()[19])
    return round((time.clock_gettime(time.CLOCK_BOOTTIME) - ticks / os.sysconf("SC_CLK_TCK")) * 1000)


def _made_on_windows() -> float:
    """Milliseconds since 1970 at which the process was made (GetProcessTimes)."""
    import ctypes
    from ctypes import wintypes

    made, *others = (wintypes.FILETIME() for _ in range(4))
    kernel = ctypes.WinDLL("kernel32", use_last_error=True)
    kernel.GetCurrentProcess.restype = wintypes.HANDLE
    kernel.GetProcessTimes.argtypes = [wintypes.HANDLE, *[ctypes.POINTER(wintypes.FILETIME)] * 4]
    if not kernel.GetProcessTimes(kernel.GetCurrentProcess(), made, *others):
        raise ctypes.WinError(ctypes.get_last_error())
    since_1601 = (made.dwHighDateTime << 32) + made.dwLowDateTime  # in steps of 100 ns
    return since_1601 / 10_000 - 11_644_473_600_000
