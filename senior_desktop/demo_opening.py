# SPDX-License-Identifier: EUPL-1.2
"""Where the demo lies and how this program was started -> the line that opens the app on it, typed as it stands."""

import os
import shlex
import shutil
import subprocess
import sys
from pathlib import Path


def opening(folder: Path) -> str:
    """The line that opens the app on the vault in `folder`, for the shell and the folder one is in now.

    The program stands in it as it was started, since an environment's programs are not on PATH.
    """
    words = [*this_program(), "--data-dir", from_here(folder)]
    return subprocess.list2cmdline(words) if sys.platform == "win32" else shlex.join(words)


def this_program() -> list[str]:
    """The words that start this program once more: its name where PATH leads to it, else its place."""
    if getattr(sys, "frozen", False):
        started = Path(sys.executable)
    elif Path(sys.argv[0]).stem == "senior-desktop":
        started = Path(sys.argv[0])
    else:
        return [_place(Path(sys.executable)), "-m", "senior_desktop"]
    on_path = shutil.which(started.stem)
    if on_path and Path(on_path).resolve().with_suffix("") == started.resolve().with_suffix(""):
        return [started.stem]
    return [_place(started)]


def from_here(path: Path) -> str:
    """`path` from the folder one is in when it lies within that, else in full. A link stays a link; no path looks like an option."""
    whole = Path(os.path.abspath(path))
    if not whole.is_relative_to(Path.cwd()):
        return str(whole)
    near = str(whole.relative_to(Path.cwd()))
    return os.path.join(os.curdir, near) if near.startswith("-") else near


def _place(program: Path) -> str:
    """A shell looks for a bare name on PATH alone, even when the program lies right here."""
    near = from_here(program)
    return near if os.sep in near else os.path.join(os.curdir, near)
