# SPDX-License-Identifier: EUPL-1.2
"""`seals.json` -> the book of known seals: whose certificates this computer has been told about.

Lies beside vault.json and is read without unlocking, so that a paper can be checked by anybody at the
desk. Not signed yet: who can write the folder can add a seal.
"""

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from types import MappingProxyType
from typing import Any

from senior_desktop import paths
from senior_desktop.errors import PaperUnreadable

FILE = "seals.json"
KINDS = ("leader", "root")
"""A leader's own certificate, or a root whose key HR holds. A root never makes a one-time key known."""


@dataclass(frozen=True)
class Seal:
    """One known certificate; `blocked` once its key was lost."""

    label: str
    kind: str
    blocked: bool = False


@dataclass(frozen=True)
class Seals:
    """Known seals by fingerprint (64 upper-case hex digits); `damaged` when the book could not be read."""

    known: Mapping[str, Seal] = field(default_factory=lambda: MappingProxyType({}))
    damaged: bool = False

    def find(self, fingerprint: str, kind: str) -> Seal | None:
        """The seal of that fingerprint and kind, blocked or not; None when it is not in the book."""
        seal = self.known.get(plain(fingerprint))
        return seal if seal is not None and seal.kind == kind else None


def plain(fingerprint: str) -> str:
    """A fingerprint without its blanks, upper case."""
    return re.sub(r"\s", "", fingerprint).upper()


def known_seals(folder: Path) -> Seals:
    """The book in `folder`; empty when there is none, `damaged` (and empty) when it cannot be read."""
    try:
        book = json.loads((folder / FILE).read_text(encoding="utf-8"))
        entries = {
            plain(one["fingerprint"]): Seal(str(one["label"]), one["kind"], one["blocked"] is not False)
            for one in book["seals"]
        }
    except FileNotFoundError:
        return Seals()
    except (OSError, ValueError, KeyError, TypeError, RecursionError):
        return Seals(damaged=True)
    if not all(re.fullmatch("[0-9A-F]{64}", one) and seal.kind in KINDS for one, seal in entries.items()):
        return Seals(damaged=True)
    return Seals(MappingProxyType(entries))


def remember(folder: Path, fingerprint: str, label: str, kind: str) -> Seals:
    """The book with one more seal, written at once. A blocked seal stays blocked.

    Raises PaperUnreadable when the book is damaged (it is not overwritten), ValueError for a kind or
    fingerprint that cannot be, and what `paths.write` raises.
    """
    if kind not in KINDS or not re.fullmatch("[0-9A-F]{64}", plain(fingerprint)):
        raise ValueError("not a seal")
    book = known_seals(folder)
    old = book.known.get(plain(fingerprint))
    return _write(folder, book, {plain(fingerprint): Seal(label, kind, old.blocked if old else False)})


def block(folder: Path, fingerprint: str) -> Seals:
    """The book with that seal blocked ("spærret"); unchanged when it is not in the book. Raises as `remember`."""
    book = known_seals(folder)
    old = book.known.get(plain(fingerprint))
    return _write(folder, book, {plain(fingerprint): Seal(old.label, old.kind, True)} if old else {})


def as_data(book: Seals) -> dict[str, Any]:
    """The book as plain data, for another process."""
    return {"damaged": book.damaged, "known": {one: [seal.label, seal.kind, seal.blocked] for one, seal in book.known.items()}}


def from_data(said: Mapping[str, Any]) -> Seals:
    """What `as_data` gave."""
    return Seals({one: Seal(*seal) for one, seal in said["known"].items()}, said["damaged"])


def _write(folder: Path, book: Seals, new: dict[str, Seal]) -> Seals:
    if book.damaged:
        raise PaperUnreadable()
    entries = {**book.known, **new}
    content = {"format": 1, "seals": [
        {"fingerprint": one, "label": seal.label, "kind": seal.kind, "blocked": seal.blocked}
        for one, seal in sorted(entries.items())
    ]}
    text = json.dumps(content, ensure_ascii=False, indent=1)
    paths.write(folder / FILE, text.encode("utf-8", "replace"), replace=True)
    return Seals(MappingProxyType(entries))
