# SPDX-License-Identifier: EUPL-1.2
"""A finished PDF -> a file where the user chose, named by its document number, and the receipt's text.

No file name holds a person's name, and nothing is overwritten silently.
"""

import re
from pathlib import Path

from senior_desktop import drives, paths
from senior_desktop.errors import FileThere, FolderUnwritable
from senior_desktop.paper import content as contents
from senior_desktop.paper import labels
from senior_desktop.paper.closing import Identities


def file_name(number: str, version: int, kind: str, language: str, ending: str = "pdf") -> str:
    """"SS-2026-7F3K-9Q2M-v1-samtaleark.pdf"; a kind without a word of its own stands as it is."""
    parts = [number, f"v{version}" if number else "", _word(kind, language)]
    return "-".join(clean for part in parts if (clean := re.sub(r"[^A-Za-z0-9-]+", "-", part).strip("-"))) + f".{ending}"


def _word(kind: str, language: str) -> str:
    try:
        return labels.words(language)(f"paper.file_{kind}")
    except KeyError:
        return kind


def _holds(target: Path, content: bytes) -> bool:
    """Whether `content` lies there; what cannot be read is another thing."""
    try:
        return target.read_bytes() == content
    except OSError:
        return False


def save(
    folder: Path, number: str, version: int, kind: str, language: str, content: bytes, ending: str = "pdf",
    *, numbered: bool = False,
) -> Path:
    """Write `content` into `folder` and return its path.

    The same bytes lying there already are left as they are. Raises FileThere for other bytes under that
    name, RemovableForbidden, FolderUnwritable and NoRoom. numbered: other bytes stay and the name gets a
    number, for papers of which it does not matter which one counts.
    """
    drives.may_export(folder)
    target = folder / file_name(number, version, kind, language, ending)
    another = 1
    while numbered and paths.lies_there(target) and not _holds(target, content):
        another += 1
        target = folder / file_name(number, version, f"{_word(kind, language)}-{another}", language, ending)
    try:
        if target.read_bytes() == content:
            return target
    except FileNotFoundError:
        return paths.write(target, content)
    except OSError as fault:
        raise FolderUnwritable() from fault
    raise FileThere()


def receipt(
    number: str, version: int, kind: str, language: str, pdf: bytes, identities: Identities | None = None,
) -> str:
    """What the employee gets beside the copy: document, file name, SHA-256 of the file and both keys, as lines."""
    words = labels.words(language)
    digest = contents.checksum(pdf)
    lines = [
        words("paper.receipt_title"),
        words("paper.receipt_document", number=number, version=version),
        words("paper.receipt_file", file=file_name(number, version, kind, language)),
        words("paper.receipt_checksum", checksum=" ".join(digest[at : at + 8] for at in range(0, 64, 8))),
    ]
    for role in ("leader", "employee"):
        if identities is not None and (key := getattr(identities, role)):
            lines.append(words(f"paper.receipt_key_{role}", fingerprint=key))
    return "\n".join([*lines, words("paper.receipt_note")])
