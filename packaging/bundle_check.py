# SPDX-License-Identifier: EUPL-1.2
"""A frozen folder -> what is wrong with it: what must not be there, what is missing, what came from nowhere, its size."""

import hashlib
from collections.abc import Iterator, Sequence
from pathlib import Path

from bundle_rules import LARGEST_MB, NEEDED, why_not

PROGRAM = "Seniorsamtale"
INSIDE = "_internal"
CODE = {".dll", ".pyd", ".exe", ".so"}
WINE = (b"Wine builtin DLL", b"Wine placeholder DLL")
"""Wine writes one of them after the DOS header of each library of its own."""


def system_of(folder: Path) -> str:
    """ "win32" or "linux", by the program in `folder`."""
    return "win32" if (folder / f"{PROGRAM}.exe").is_file() else "linux"


def faults(folder: Path, sources: Sequence[Path] = ()) -> list[str]:
    """One sentence per fault; none for a good folder.

    sources: the folders of installed wheels and of Python. With them every library must be, byte for byte, one of
    theirs (not for Linux, where the system's own come along and are stripped).
    """
    return [*_unwanted(folder), *_missing(folder), *_strays(folder, sources), *_too_large(folder)]


def size_of(folder: Path) -> int:
    """Bytes of all files, a link counting as nothing."""
    return sum(file.stat().st_size for file in folder.rglob("*") if file.is_file() and not file.is_symlink())


def _unwanted(folder: Path) -> Iterator[str]:
    for file in sorted((folder / INSIDE).rglob("*")):
        name = file.relative_to(folder / INSIDE).as_posix()
        if file.is_symlink() and not file.exists():
            yield f"{name}: a link to nowhere"
        if not file.is_file():
            continue
        if why := why_not(name):
            yield f"{name}: {why}"
        if file.suffix.lower() in CODE:
            with file.open("rb") as opened:
                begin = opened.read(1024)
            if any(mark in begin for mark in WINE):
                yield f"{name}: a library of Wine's own"


def _missing(folder: Path) -> Iterator[str]:
    system = system_of(folder)
    program = f"{PROGRAM}.exe" if system == "win32" else PROGRAM
    if not (folder / program).is_file():
        yield f"{program} is missing"
    for name in (*NEEDED["all"], *NEEDED[system]):
        if not (folder / INSIDE / name).is_file():
            yield f"{name} is missing"


def _strays(folder: Path, sources: Sequence[Path]) -> Iterator[str]:
    if not sources or system_of(folder) != "win32":
        return
    known = {_digest(file) for source in sources for file in source.rglob("*") if file.suffix.lower() in CODE}
    for file in sorted(folder.rglob("*")):
        if file.suffix.lower() in CODE and file != folder / f"{PROGRAM}.exe" and _digest(file) not in known:
            yield f"{file.relative_to(folder).as_posix()}: in no wheel, and not Python's"


def _too_large(folder: Path) -> Iterator[str]:
    megabytes, largest = size_of(folder) / 1e6, LARGEST_MB[system_of(folder)]
    if megabytes > largest:
        yield f"{megabytes:.1f} MB are more than {largest}"


def _digest(file: Path) -> str:
    with file.open("rb") as opened:
        return hashlib.file_digest(opened, "sha256").hexdigest()
