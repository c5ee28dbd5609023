# SPDX-License-Identifier: EUPL-1.2
"""The vault -> the leader's signing key: made here, or one the municipality gave; renewed, revoked, soon run out.

Every change is written into the book of known seals, which lies beside the vault and is read without opening it.
"""

from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from senior_desktop.at_hand import workplace

if TYPE_CHECKING:
    from senior_desktop.paper.card import Card
    from senior_desktop.paper.identity import Identity
    from senior_desktop.vault.store import Vault

    Key = Identity | Card
else:  # names for annotations; the real ones are imported where they are used
    Card = Identity = Vault = Key = object

WARN_BEFORE = timedelta(days=60)
"""So long before its end a key is said to run out."""


@dataclass(frozen=True, slots=True)
class OwnKey:
    """What the leader is told of the key: issuer "" when it was made here; last: ISO date; days: until then."""

    name: str
    fingerprint: str
    issuer: str
    last: str
    days: int

    @property
    def soon(self) -> bool:
        """Whether it runs out within 60 days, or has."""
        return self.days <= WARN_BEFORE.days


def leader_identity(vault: Vault) -> Identity:
    """The leader's signing key, and its seal in the book that `desk.check_paper` reads.

    Made at the first signature, and anew when it has run out or another leader holds the talks now. One that the
    municipality gave is never replaced by itself: when it has run out, signing says so.
    """
    from senior_desktop.paper import identity

    place, own = workplace(vault), _kept(vault)
    if own is None or not own.issuer and (own.name != identity.limited(place.leader) or vault.now() > own.not_after):
        own = _made(vault)
    _known(vault, own.fingerprint)
    return own


def own_key(vault: Vault) -> OwnKey | None:
    """The key there is; None before the first signature."""
    own = _kept(vault)
    if own is None:
        return None
    return OwnKey(own.name, own.fingerprint, own.issuer, own.not_after.date().isoformat(), (own.not_after - vault.now()).days)


def renew_key(vault: Vault, *, lost: bool = False) -> OwnKey | None:
    """A new key made here in place of the one before. lost: the old one's seal is blocked from now on; otherwise what it
    has signed stays known. Raises PaperUnreadable when the book of seals is damaged."""
    from senior_desktop.paper import seals

    old = _kept(vault)
    if lost and old is not None:
        seals.block(vault.folder, old.fingerprint, vault.now().date().isoformat())
    _known(vault, _made(vault).fingerprint)
    return own_key(vault)


def import_key(vault: Vault, file: Path, password: str) -> OwnKey | None:
    """A key the municipality gave (PKCS#12, for example an OCES certificate) in place of the one before.

    Raises PaperUnreadable (no such file, wrong password), KeyUnfit (`reason`), CertificateExpired.
    """
    from senior_desktop.errors import PaperUnreadable
    from senior_desktop.paper import identity

    try:
        content = file.read_bytes() if file.stat().st_size < 2**20 else b""
    except OSError as fault:
        raise PaperUnreadable() from fault
    own = identity.imported(content, password.encode())
    identity.check_time(own, vault.now())
    _keep(vault, own)
    _known(vault, own.fingerprint)
    return own_key(vault)


def card_key(vault: Vault, driver: Path, pin: str, label: str = "") -> Card:
    """The key on a card or token by its own driver (PKCS#11), opened for one act; its seal becomes known.

    Raises CardUnreadable (`reason`), KeyUnfit.
    """
    from senior_desktop.paper import card

    found = card.open_card(driver, pin, label)
    _known(vault, found.fingerprint)
    return found


def _kept(vault: Vault) -> Identity | None:
    from senior_desktop.paper import identity

    passphrase, _, p12 = (vault.secret("identity") or b"").partition(b"\n")
    return identity.open_identity(p12, passphrase) if p12 else None


def _made(vault: Vault) -> Identity:
    from senior_desktop.paper import identity

    place = workplace(vault)
    own = identity.make_identity(place.leader, place.leader_title, place.municipality, vault.now())
    _keep(vault, own)
    return own


def _keep(vault: Vault, own: Identity) -> None:
    vault.put_secret("identity", own.passphrase + b"\n" + own.p12)


def _known(vault: Vault, fingerprint: str) -> None:
    from senior_desktop.paper import seals

    book = seals.known_seals(vault.folder)
    # Looked up at each signature: the book is a file that may be lost. A damaged one is not written over,
    # and hinders nobody from signing; the check says that it cannot be read.
    if not book.damaged and book.find(fingerprint, "leader") is None:
        # Readable without the passphrase: it names the municipality, not the person.
        seals.remember(vault.folder, fingerprint, workplace(vault).municipality, "leader")
