# SPDX-License-Identifier: EUPL-1.2
"""The leader's yes or no for a half-year -> a signed receipt; received ones -> who has offered, for HR.

Any size of team, no figures, no employee: who has offered can be followed up without knowing who answered what.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from senior_desktop.at_hand import words, workplace
from senior_desktop.counts import half_year
from senior_desktop.errors import SomethingMissing
from senior_desktop.signatures import leader_identity

if TYPE_CHECKING:
    from senior_desktop.hr.receipt import Receipt
    from senior_desktop.paper.appearance import Mark
    from senior_desktop.vault.store import Vault
else:  # names for annotations; the real ones are imported where they are used
    Mark = Receipt = Vault = object

LARGEST = 2 * 1024 * 1024
"""Bytes; a receipt is a page."""


@dataclass(frozen=True, slots=True)
class Received:
    """What became of one file. outcome: "accepted" or "refused"; known: signed with a seal that is known here."""

    file: str
    outcome: str
    receipt: Receipt | None = None
    known: bool = False
    signed: str = ""


def give_receipt(vault: Vault, offered: bool, mark: Mark, language: str = "da") -> bytes:
    """The receipt of this half-year, signed by the leader and kept; a new one takes the place of the one before.

    Raises SomethingMissing without a leader's name, NotTicked for an empty mark.
    """
    from senior_desktop.conversation.conversation import new_number
    from senior_desktop.hr import receipt
    from senior_desktop.paper import pdf, signing
    from senior_desktop.paper.closing import Identities

    place, period = workplace(vault), half_year(vault)
    if not place.leader:
        raise SomethingMissing()
    own, now = leader_identity(vault), vault.now()
    said = receipt.Receipt(place.leader, place.unit, period, offered)
    made = now.isoformat(timespec="seconds")
    document = receipt.receipt(said, place, made, new_number(now.year), words(language), language)
    signed = signing.sign_as_leader(pdf.make(document, identities=Identities(leader=own.fingerprint)), own, mark, now)
    vault.put_secret(_kept(period), signed)
    return signed


def given_receipt(vault: Vault) -> bytes | None:
    """The receipt of this half-year, when it is given."""
    return vault.secret(_kept(half_year(vault)))


def save_receipt(folder: Path, signed: bytes, language: str = "da") -> Path:
    """Write a receipt into `folder`; its name says neither who nor where. Raises FileThere, FolderUnwritable, NoRoom."""
    from senior_desktop.hr import receipt
    from senior_desktop.paper import attached, handing_over

    period = str(attached.data(signed)["period"])
    return handing_over.save(folder, period, 1, receipt.KIND, language, signed)


def receive(
    files: Sequence[Path], folder: Path, before: Sequence[Received] = (), keep: Callable[[str, bytes], None] | None = None
) -> tuple[Received, ...]:
    """Receipts that HR got, after `before`; of two from one leader for a half-year the one signed last.

    folder: where the book of known seals lies. A file that is altered, unsigned or no receipt is refused. keep: called
    with name and bytes of each that was taken.
    """
    found = list(before)
    for file in files:
        content = _content(file)
        found.append(_received(file.name, content, folder))
        if keep is not None and content is not None and found[-1].receipt is not None:
            keep(file.name, content)
    return _newest(found)


def receive_again(files: Sequence[tuple[str, bytes]], folder: Path) -> tuple[Received, ...]:
    """The same for receipts that HR has kept, (name, bytes) of each."""
    return _newest([_received(name, content, folder) for name, content in files])


def _newest(found: Sequence[Received]) -> tuple[Received, ...]:
    newest: dict[tuple[str, str, str], Received] = {}
    for one in found:
        if one.receipt is not None:
            key = (one.receipt.leader, one.receipt.unit, one.receipt.period)
            if key not in newest or one.signed >= newest[key].signed:
                newest[key] = one
    return (*newest.values(), *(one for one in found if one.receipt is None))


def _content(file: Path) -> bytes | None:
    try:
        with file.open("rb") as opened:
            return opened.read(LARGEST + 1)
    except OSError:
        return None


def _received(name: str, content: bytes | None, folder: Path) -> Received:
    from senior_desktop.hr import receipt
    from senior_desktop.paper import attached, checking, seals
    from senior_desktop.paper.verdict import Colour

    if content is None:
        return Received(name, "refused")
    verdict = checking.pool().check(content, seals.known_seals(folder)) if len(content) <= LARGEST else None
    if verdict is None or verdict.colour not in (Colour.GREEN, Colour.YELLOW):
        return Received(name, "refused")
    facts = {line.key: line.facts for line in verdict.lines}
    said = receipt.read(attached.data(content))
    if said is None or facts["leader"].get("name") != said.leader:
        return Received(name, "refused")
    return Received(name, "accepted", said, verdict.colour is Colour.GREEN, facts["time"].get("time", ""))


def _kept(period: str) -> str:
    return f"receipt {period}"
