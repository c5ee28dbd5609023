# SPDX-License-Identifier: EUPL-1.2
"""`seals.json` -> the book of known seals: whose certificates this computer has been told about.

Lies beside vault.json and is read without unlocking, so that a paper can be checked by anybody at the
desk. It is not signed: who can write the folder can add a seal to it. A list that HR hands out is
(`seal_list`).
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
KINDS = ("leader", "root", "hr")
"""A leader's own certificate, a root whose key HR holds, or HR's own, by which a list of seals is known. A root never
makes a one-time key known."""

STATES = ("replaced", "withdrawn")


@dataclass(frozen=True)
class Seal:
    """One known certificate; `blocked` once its key was lost, `since` that ISO date where it is known."""

    label: str
    kind: str
    blocked: bool = False
    since: str = ""


@dataclass(frozen=True)
class Seals:
    """Known seals by fingerprint (64 upper-case hex digits); `damaged` when the book could not be read."""

    known: Mapping[str, Seal] = field(default_factory=lambda: MappingProxyType({}))
    damaged: bool = False
    papers: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    """What has become of papers: "NUMBER|version" -> "replaced" or "withdrawn"."""

    def find(self, fingerprint: str, kind: str) -> Seal | None:
        """The seal of that fingerprint and kind, blocked or not; None when it is not in the book."""
        seal = self.known.get(plain(fingerprint))
        return seal if seal is not None and seal.kind == kind else None


def plain(fingerprint: str) -> str:
    """A fingerprint without its blanks, upper case."""
    return re.sub(r"\s", "", fingerprint).upper()


def shown(fingerprint: str) -> str:
    """A fingerprint in 16 groups of four, as it is compared by eye."""
    return " ".join(fingerprint[at : at + 4] for at in range(0, len(fingerprint), 4))


def known_seals(folder: Path) -> Seals:
    """The book in `folder`; empty when there is none, `damaged` (and empty) when it cannot be read."""
    try:
        return from_data(json.loads((folder / FILE).read_text(encoding="utf-8")))
    except FileNotFoundError:
        return Seals()
    except (OSError, ValueError, RecursionError):
        return Seals(damaged=True)


def remember(folder: Path, fingerprint: str, label: str, kind: str) -> Seals:
    """The book with one more seal, written at once. A blocked seal stays blocked.

    Raises PaperUnreadable when the book is damaged (it is not overwritten), ValueError for a kind or
    fingerprint that cannot be, and what `paths.write` raises.
    """
    if kind not in KINDS or not re.fullmatch("[0-9A-F]{64}", plain(fingerprint)):
        raise ValueError("not a seal")
    book = known_seals(folder)
    old = book.known.get(plain(fingerprint))
    return _write(folder, book, {plain(fingerprint): Seal(label, kind, old.blocked if old else False, old.since if old else "")})


def block(folder: Path, fingerprint: str, since: str = "") -> Seals:
    """The book with that seal blocked ("spærret") since an ISO date; unchanged when it is not in it. Raises as `remember`."""
    book = known_seals(folder)
    old = book.known.get(plain(fingerprint))
    return _write(folder, book, {plain(fingerprint): Seal(old.label, old.kind, True, since)} if old else {})


def paper_key(number: str, version: int | str) -> str:
    """Under which name the book says what has become of a paper."""
    return f"{number}|{version}"


def note_paper(folder: Path, number: str, version: int, state: str) -> Seals:
    """The book with what became of a paper; a withdrawn one stays withdrawn. Raises as `remember`."""
    if state not in STATES:
        raise ValueError("not a state")
    book, key = known_seals(folder), paper_key(number, version)
    return _write(folder, book, {}, {key: book.papers[key] if book.papers.get(key) == "withdrawn" else state})


def take_list(folder: Path, seals: Mapping[str, Seal], papers: Mapping[str, str]) -> int:
    """Take in a list that was checked: how many entries are new or now blocked. What is blocked here stays so.

    HR's own seals are not taken from a list: they are compared by hand. Raises as `remember`.
    """
    book = known_seals(folder)
    new = {}
    for fingerprint, seal in seals.items():
        old = book.known.get(fingerprint)
        if seal.kind != "hr" and (old is None or seal.blocked and not old.blocked):
            new[fingerprint] = seal
    told = {key: state for key, state in papers.items() if book.papers.get(key) not in (state, "withdrawn")}
    _write(folder, book, new, told)
    return len(new) + len(told)


def as_data(book: Seals) -> dict[str, Any]:
    """The book as plain data: for another process, and for a list that HR hands out."""
    known = [
        {"fingerprint": one, "label": seal.label, "kind": seal.kind, "blocked": seal.blocked, "since": seal.since}
        for one, seal in sorted(book.known.items())
    ]
    papers = [{"paper": one, "state": state} for one, state in sorted(book.papers.items())]
    return {"format": 1, "seals": known, "papers": papers}


def from_data(said: Any, *, damaged: bool = False) -> Seals:
    """What `as_data` gave. Raises ValueError for anything else."""
    try:
        entries = {
            plain(one["fingerprint"]): Seal(str(one["label"]), one["kind"], one["blocked"] is not False, str(one.get("since", "")))
            for one in said["seals"]
        }
        papers = {str(one["paper"]): str(one["state"]) for one in said.get("papers", [])}
    except (KeyError, TypeError, AttributeError) as fault:
        raise ValueError("not a book of seals") from fault
    sound = all(re.fullmatch("[0-9A-F]{64}", one) and seal.kind in KINDS for one, seal in entries.items())
    if not sound or not set(papers.values()) <= set(STATES):
        raise ValueError("not a book of seals")
    return Seals(MappingProxyType(entries), damaged, MappingProxyType(papers))


def _write(folder: Path, book: Seals, new: Mapping[str, Seal], told: Mapping[str, str] = MappingProxyType({})) -> Seals:
    if book.damaged:
        raise PaperUnreadable()
    written = Seals(MappingProxyType({**book.known, **new}), papers=MappingProxyType({**book.papers, **told}))
    text = json.dumps(as_data(written), ensure_ascii=False, indent=1)
    paths.write(folder / FILE, text.encode("utf-8", "replace"), replace=True)
    return written
