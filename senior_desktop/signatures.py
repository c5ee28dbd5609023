# SPDX-License-Identifier: EUPL-1.2
"""A frozen talk and one party's mark -> both sheets with that party's signature; who keeps which key until when.

The leader's key lies in the vault for good, the employee's only from the leader's signature to the employee's own.
"""

from typing import TYPE_CHECKING

from senior_desktop.at_hand import sheets, workplace
from senior_desktop.conversation.conversation import Conversation

if TYPE_CHECKING:
    from senior_desktop.paper.appearance import Mark
    from senior_desktop.paper.identity import Identity
    from senior_desktop.vault.store import Paper, Vault
else:  # names for annotations; the real ones are imported where they are used
    Identity = Mark = Paper = Vault = object

SHEETS = ("samtaleark", "aftaleark")
"""The two papers of one act of signing: the employee's own, and the one for the personnel file."""


def leader_signs(vault: Vault, talk: Conversation, mark: Mark) -> dict[str, bytes]:
    """Print both sheets with the fingerprint of a fresh one-time key for the employee, and certify them."""
    from senior_desktop.paper import identity, pdf, signing
    from senior_desktop.paper.closing import Identities

    # The clock is read after the key is made: no signature may be older than its certificate.
    place, own, now = workplace(vault), leader_identity(vault), vault.now()
    once = identity.one_time_identity(talk.text("a01"), place.municipality, now)
    # The key lies encrypted in the vault until the employee has signed, so that a pause between the two is no loss.
    vault.put_secret(one_time(talk), once.passphrase + b"\n" + once.p12)
    named = Identities(leader=own.fingerprint, employee=once.fingerprint)
    return {
        one.kind: signing.sign_as_leader(pdf.make(one, identities=named), own, mark, now) for one in sheets(vault, talk)
    }


def employee_signs(vault: Vault, talk: Conversation, mark: Mark) -> dict[str, bytes]:
    """Approve both certified sheets with the key they name. Raises WrongSigner, CertificateExpired."""
    from senior_desktop.paper import identity, signing

    passphrase, _, p12 = (vault.secret(one_time(talk)) or b"").partition(b"\n")
    once = identity.open_one_time(p12, passphrase)
    return {
        paper.kind: signing.sign_as_employee(paper.pdf, once, mark, vault.now()) for paper in signed_sheets(vault, talk)
    }


def signed_sheets(vault: Vault, talk: Conversation) -> list[Paper]:
    """The newest of each of the two sheets, by whomever they are signed; none before the leader has."""
    return [paper for kind in SHEETS if (paper := vault.paper(talk.id, kind)) is not None]


def one_time(talk: Conversation) -> str:
    """Under which name the vault keeps the employee's key meanwhile."""
    return f"one-time {talk.id}"


def leader_identity(vault: Vault) -> Identity:
    """The leader's signing key, and its seal in the book that `desk.check_paper` reads.

    Made at the first signature, and anew when it has run out or another leader holds the talks now.
    """
    from senior_desktop.paper import identity, seals

    passphrase, _, p12 = (vault.secret("identity") or b"").partition(b"\n")
    place = workplace(vault)
    own = identity.open_identity(p12, passphrase) if p12 else None
    if own is None or own.name != identity.limited(place.leader) or vault.now() > own.not_after:
        own = identity.make_identity(place.leader, place.leader_title, place.municipality, vault.now())
        vault.put_secret("identity", own.passphrase + b"\n" + own.p12)
    book = seals.known_seals(vault.folder)
    # Looked up at each signature: the book is a file that may be lost. A damaged one is not written over,
    # and hinders nobody from signing; the check says that it cannot be read.
    if not book.damaged and book.find(own.fingerprint, "leader") is None:
        # Readable without the passphrase: it names the municipality, not the person.
        seals.remember(vault.folder, own.fingerprint, place.municipality, "leader")
    return own
