# SPDX-License-Identifier: EUPL-1.2
"""A finished PDF -> a file where the user chose, named by its document number, and the receipt's text.

No file name holds a person's name, and nothing is overwritten silently.
"""

import re
from pathlib import Path

from senior_desktop import drives, paths
from senior_desktop.errors import FileThere, FolderUnwritable
from senior_desktop.paper import content, labels
from senior_desktop.paper.closing import Identities


def file_name(number: str, version: int, kind: str, language: str) -> str:
    """"SS-2026-7F3K-9Q2M-v1-samtaleark.pdf"; a kind without a word of its own stands as it is."""
    try:
        word = labels.words(language)(f"paper.file_{kind}")
    except KeyError:
        word = kind
    parts = [number, f"v{version}" if number else "", word]
    return "-".join(clean for part in parts if (clean := re.sub(r"[^A-Za-z0-9-]+", "-", part).strip("-"))) + ".pdf"


def save(folder: Path, number: str, version: int, kind: str, language: str, pdf: bytes) -> Path:
    """Write `pdf` into `folder` and return its path.

    The same bytes lying there already are left as they are. Raises FileThere for other bytes under that
    name, RemovableForbidden, FolderUnwritable and NoRoom.
    """
    drives.may_export(folder)
    target = folder / file_name(number, version, kind, language)
    try:
        if target.read_bytes() == pdf:
            return target
    except FileNotFoundError:
        return paths.write(target, pdf)
    except OSError as fault:
        raise FolderUnwritable() from fault
    raise FileThere()


def receipt(
    number: str, version: int, kind: str, language: str, pdf: bytes, identities: Identities | None = None,
) -> str:
    """What the employee gets beside the copy: document, file name, SHA-256 of the file and both keys, as lines."""
    words = labels.words(language)
    digest = content.checksum(pdf)
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
