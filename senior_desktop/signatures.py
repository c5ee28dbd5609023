# SPDX-License-Identifier: EUPL-1.2
"""A frozen talk and one party's mark -> both sheets with that party's signature; who keeps which key until when.

The leader's key lies in the vault for good, the employee's only from the leader's signature to the employee's own.
With a password the same act signs a protected copy of each sheet, which waits in the vault until it is handed over.
"""

import base64
import json
from typing import TYPE_CHECKING

from senior_desktop.at_hand import sheets, workplace
from senior_desktop.conversation.conversation import Conversation
from senior_desktop.keys import Key, leader_identity  # noqa: F401 - receipts and the notice sign with it too

if TYPE_CHECKING:
    from senior_desktop.paper.appearance import Mark
    from senior_desktop.vault.store import Paper, Vault
else:  # names for annotations; the real ones are imported where they are used
    Mark = Paper = Vault = object

SHEETS = ("samtaleark", "aftaleark")
"""The two papers of one act of signing: the employee's own, and the one for the personnel file."""

LETTERS = "abcdefghjkmnpqrstuvwxyz23456789"
"""Of a password: none that looks like another one when it is written down."""


def leader_signs(vault: Vault, talk: Conversation, mark: Mark, password: str = "", key: Key | None = None) -> dict[str, bytes]:
    """Print both sheets with the fingerprint of a fresh one-time key for the employee, and certify them.

    password: of protected copies, made by the same act; "" makes none. key: a card's, else the leader's own.
    """
    from senior_desktop.paper import identity, pdf, signing
    from senior_desktop.paper.closing import Identities

    # The clock is read after the key is made: no signature may be older than its certificate.
    place, own = workplace(vault), key or leader_identity(vault)
    now = vault.now()
    once = identity.one_time_identity(talk.text("a01"), place.municipality, now)
    # The key lies encrypted in the vault until the employee has signed, so that a pause between the two is no loss.
    vault.put_secret(one_time(talk), once.passphrase + b"\n" + once.p12)
    named = Identities(leader=own.fingerprint, employee=once.fingerprint)
    both = sheets(vault, talk)
    vault.drop_secret(_protected(talk))
    if password:
        _keep(vault, talk, password, {
            one.kind: signing.sign_as_leader(pdf.make(one, identities=named, password=password), own, mark, now, password)
            for one in both
        })
    return {one.kind: signing.sign_as_leader(pdf.make(one, identities=named), own, mark, now) for one in both}


def employee_signs(vault: Vault, talk: Conversation, mark: Mark) -> dict[str, bytes]:
    """Approve the certified sheets with the key they name. Raises WrongSigner, CertificateExpired."""
    from senior_desktop.paper import identity, signing

    passphrase, _, p12 = (vault.secret(one_time(talk)) or b"").partition(b"\n")
    once, now = identity.open_one_time(p12, passphrase), vault.now()
    signed = {paper.kind: signing.sign_as_employee(paper.pdf, once, mark, now) for paper in signed_sheets(vault, talk)}
    password, copies = protected_copies(vault, talk)
    if copies:
        _keep(vault, talk, password, {
            kind: signing.sign_as_employee(pdf, once, mark, now, password) for kind, pdf in copies.items()
        })
    return signed


def signed_sheets(vault: Vault, talk: Conversation) -> list[Paper]:
    """The newest of each of the two sheets, by whomever they are signed; none before the leader has."""
    return [paper for kind in SHEETS if (paper := vault.paper(talk.id, kind)) is not None]


def new_password() -> str:
    """A password that can be read aloud and typed: four groups of four letters and digits, about 79 bits."""
    import secrets

    return "-".join("".join(secrets.choice(LETTERS) for _ in range(4)) for _ in range(4))


def protected_copies(vault: Vault, talk: Conversation) -> tuple[str, dict[str, bytes]]:
    """The password and the protected copies by kind; ("", {}) when none were asked for."""
    found = vault.secret(_protected(talk))
    if found is None:
        return "", {}
    said = json.loads(found)
    return said["password"], {kind: base64.b64decode(pdf) for kind, pdf in said["papers"].items()}


def forget_keys(vault: Vault, talk: Conversation) -> None:
    """Drop what only an unfinished signature needs, and the protected copies with it."""
    vault.drop_secret(one_time(talk))
    vault.drop_secret(_protected(talk))


def one_time(talk: Conversation) -> str:
    """Under which name the vault keeps the employee's key meanwhile."""
    return f"one-time {talk.id}"


def _protected(talk: Conversation) -> str:
    return f"protected {talk.id}"


def _keep(vault: Vault, talk: Conversation, password: str, papers: dict[str, bytes]) -> None:
    said = {"password": password, "papers": {kind: base64.b64encode(pdf).decode() for kind, pdf in papers.items()}}
    vault.put_secret(_protected(talk), json.dumps(said).encode())
