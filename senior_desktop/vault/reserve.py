# SPDX-License-Identifier: EUPL-1.2
"""A data folder -> some room set aside on its disk, let go when the disk is full: the last words and a deletion still fit.

SQLite on a full disk keeps what it has but takes nothing more, not even a DELETE. What failed is tried again by whoever asked.
"""

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from senior_desktop import paths
from senior_desktop.errors import NoRoom

FILE = "reserve.bin"
SIZE = 4 * 1024 * 1024
BLOCK = 64 * 1024

SPARE = 16
"""So many times SIZE must be free before any is set aside: a reserve must not fill the disk itself."""


def keep(folder: Path) -> bool:
    """Set the room aside, where there is plenty; whether it is there now. Without it all works as before."""
    file = folder / FILE
    with suppress(OSError):
        if paths.is_file(file) and file.stat().st_size == SIZE:
            return True
        if shutil.disk_usage(folder).free < SPARE * SIZE:
            return False
        file.write_bytes(os.urandom(BLOCK) * (SIZE // BLOCK))  # random: a folder that Windows compresses makes it no smaller
        return True
    with suppress(OSError):
        file.unlink(missing_ok=True)
    return False


@contextmanager
def let_go_when_full(folder: Path) -> Iterator[None]:
    """NoRoom passes through, and lets the reserve go on its way."""
    try:
        yield
    except NoRoom:
        with suppress(OSError):
            (folder / FILE).unlink(missing_ok=True)
        raise
