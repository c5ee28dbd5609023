# SPDX-License-Identifier: EUPL-1.2
"""The book of known seals -> a list that HR signs and hands out, and such a list taken into another computer's book.

The list is a paper like the others: signed with HR's own key, checked before anything is taken from it.
"""

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from senior_desktop.at_hand import words, workplace
from senior_desktop.errors import ListRefused, PaperUnreadable, SomethingMissing
from senior_desktop.keys import leader_identity
from senior_desktop.paper.document import Document, Paragraph, SignatureBox, Signatures, Table, printed

if TYPE_CHECKING:
    from senior_desktop.paper.appearance import Mark
    from senior_desktop.vault.store import Vault
else:  # names for annotations; the real ones are imported where they are used
    Mark = Vault = object

KIND = "seal_list"
LARGEST = 5 * 1024 * 1024


def hr_signs_as(vault: Vault, name: str, municipality: str) -> str:
    """HR's own seal in HR's vault, under the name that stands on lists; its fingerprint, for leaders to add as HR's.

    Raises SomethingMissing without a name.
    """
    name = " ".join(name.split())
    if not name:
        raise SomethingMissing()
    vault.put_workplace(replace(workplace(vault), leader=name, municipality=municipality))
    return leader_identity(vault).fingerprint


def make_list(vault: Vault, mark: Mark, language: str = "da", folder: Path | None = None) -> bytes:
    """This computer's book (`folder`; the vault's own by default) as a signed list. Raises SomethingMissing without a name to sign with, PaperUnreadable for a
    damaged book, NotTicked for an empty mark."""
    from senior_desktop.conversation.conversation import new_number
    from senior_desktop.paper import pdf, seals, signing
    from senior_desktop.paper.closing import Identities

    place, said = workplace(vault), words(language)
    if not place.leader:
        raise SomethingMissing()
    own, now = leader_identity(vault), vault.now()
    book = seals.known_seals(folder or vault.folder)
    if book.damaged:
        raise PaperUnreadable()
    rows = tuple(
        (
            seal.label, said(f"seals.kind_{seal.kind}"), seals.shown(fingerprint),
            said("seals.blocked", since=seal.since or "–") if seal.blocked else said("seals.holds"),
        )
        for fingerprint, seal in sorted(book.known.items()) if seal.kind != "hr"
    )
    document = Document(
        KIND, new_number(now.year), 1, language, said("seals.title"), said("seals.subtitle"), place.municipality,
        now.isoformat(timespec="seconds"),
        (
            Paragraph(said("seals.about")),
            Table(tuple(said(f"seals.col_{name}") for name in ("label", "kind", "fingerprint", "state")), rows, (0.2, 0.16, 0.46, 0.18), said("seals.title")),
            Signatures((SignatureBox("leader", place.leader, place.leader_title),)),
        ),
        confidential=False,
    )
    document = replace(document, data=printed(document) | {"book": seals.as_data(book)})
    return signing.sign_as_leader(pdf.make(document, identities=Identities(leader=own.fingerprint)), own, mark, now)


def take_list(folder: Path, file: Path) -> int:
    """How many entries of HR's list were new in the book in `folder`.

    Raises ListRefused when the list is altered, no list, or signed by a seal that is not in the book as HR's, PaperUnreadable
    when the file or the book cannot be read.
    """
    from senior_desktop.paper import attached, checking, seals

    try:
        with file.open("rb") as opened:
            content = opened.read(LARGEST + 1)
    except OSError as fault:
        raise PaperUnreadable() from fault
    book = seals.known_seals(folder)
    verdict = checking.pool().check(content, book)
    signer = next((line.facts.get("fingerprint", "") for line in verdict.lines if line.key == "leader"), "")
    known = book.find(signer, "hr")
    if verdict.colour not in ("green", "yellow") or verdict.kind != KIND or known is None or known.blocked:
        raise ListRefused()
    try:
        listed = seals.from_data(attached.data(content)["book"])
    except (KeyError, ValueError) as fault:
        raise ListRefused() from fault
    return seals.take_list(folder, listed.known, listed.papers)
