# SPDX-License-Identifier: EUPL-1.2
"""An event with named facts -> one line in `log.txt`, holding only what is on the list.

Secret by default: a field that is not listed is written as "…". Names, answers, paths and exception
texts are never listed.
"""

from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path

from senior_desktop import paths

LISTED = frozenset({"event", "version", "platform", "kind", "module", "line", "function", "seconds", "count", "stage"})
"""The only field names whose values are written."""

LARGEST = 200_000
"""Bytes after which the log starts over; it is for the last days, not an archive."""


def write(folder: Path, event: str, **facts: str | int | float) -> None:
    """Append one line to `log.txt` in `folder`. Fields that are not LISTED are blanked."""
    said = " ".join(f"{name}={value if name in LISTED else '…'}" for name, value in {"event": event, **facts}.items())
    file = folder / "log.txt"
    with suppress(OSError):  # a log that cannot be written must not keep anybody from the talks
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        if paths.lies_there(file) and file.stat().st_size > LARGEST:
            file.unlink()
        with file.open("a", encoding="utf-8") as out:
            out.write(f"{datetime.now(UTC):%Y-%m-%dT%H:%M:%SZ} {said}\n")


def report(fault: BaseException) -> str:
    """What may be told of a bug: kinds and places in the code, never a message or a value."""
    import traceback

    lines = [f"{type(fault).__module__}.{type(fault).__name__}"]
    for frame in traceback.extract_tb(fault.__traceback__):
        name = Path(frame.filename)
        lines.append(f"  {name.parent.name}/{name.name}:{frame.lineno} {frame.name}")
    if fault.__cause__ is not None:
        lines.append("because of " + report(fault.__cause__))
    return "\n".join(lines)
