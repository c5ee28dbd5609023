# SPDX-License-Identifier: EUPL-1.2
"""A leader's vault -> the municipality's pack in force there, the one a talk began with, and the rules both give.

A talk keeps the pack it began with: what was offered then is what its paper is read against (domain: template pinned).
"""

from dataclasses import replace
from functools import lru_cache
from typing import TYPE_CHECKING

from senior_desktop import policy
from senior_desktop.conversation.conversation import Conversation, Workplace

if TYPE_CHECKING:
    from senior_desktop.hr.pack import Pack
    from senior_desktop.vault.store import Vault
else:  # names for annotations; the real ones are imported where they are used
    Pack = Vault = object

IN_FORCE = "pack"
"""Under this name the vault keeps the digest of the pack in force; the packs themselves under `KEPT` and their digest."""
KEPT = "pack/"
KEYS = "pack keys"
TEMPLATES = "template/"
"""Templates that came with packs, by digest: a talk under way needs its own, whatever HR does later."""


def digest_in_force(vault: Vault) -> str:
    """The digest of the pack in force; "" without one."""
    return (vault.secret(IN_FORCE) or b"").decode()


def in_force(vault: Vault) -> Pack | None:
    """The pack that new talks begin with, or None."""
    return _kept(vault, digest_in_force(vault))


def of_talk(vault: Vault, talk: Conversation) -> Pack | None:
    """The pack the talk began with, or None when there was none."""
    return _kept(vault, talk.pack)


def key(vault: Vault) -> bytes | None:
    """The organisation key that files for HR are sealed with now; None without one."""
    pack = in_force(vault)
    return bytes.fromhex(pack.key) if pack is not None and pack.key else None


def keys(vault: Vault) -> tuple[bytes, ...]:
    """Every organisation key this vault's packs ever gave: a file sealed long ago is still our own."""
    return tuple(bytes.fromhex(one) for one in (vault.secret(KEYS) or b"").decode().split())


def rules(vault: Vault, place: Workplace) -> policy.Policy:
    """The policies, with what the pack says where IT is silent, and the leader's own choice where both are."""
    pack = in_force(vault)
    own = {"OfferAge": place.offer_age, "OfferAgainMonths": place.again_months}
    return policy.in_force(own, pack.rules if pack is not None else None)


def put(vault: Vault, pack: Pack, content: bytes | None = None) -> str:
    """`pack` is in force in `vault` from now on; its digest. content: the signed bytes, where it came signed. Raises PackRefused."""
    from senior_desktop.conversation import template
    from senior_desktop.hr import pack as packs

    content = packs.encoded(pack) if content is None else content
    digest = packs.digest(content)
    vault.put_secret(KEPT + digest, content)
    if pack.template:
        own = pack.template.encode()
        vault.put_secret(TEMPLATES + template.read(own).digest, own)
    vault.put_secret(IN_FORCE, digest.encode())
    return digest


def word(vault: Vault) -> str:
    """What the talk is called here: IT's word, else the pack's, else the program's own."""
    pack = in_force(vault)
    return policy.in_force(None, pack.rules if pack is not None else None).text("ProductWord")


def overlaid(vault: Vault, place: Workplace) -> Workplace:
    """`place` with the facts that the pack gives: they are the municipality's, not the leader's."""
    pack = in_force(vault)
    if pack is None:
        return place
    discussed = pack.discussed or place.discussed
    contact = pack.contact or place.contact
    return replace(place, municipality=pack.municipality, data_officer=pack.data_officer, discussed=discussed, contact=contact)


def _kept(vault: Vault, digest: str) -> Pack | None:
    content = vault.secret(KEPT + digest) if digest else None
    return None if content is None else _decoded(content)


@lru_cache(maxsize=8)
def _decoded(content: bytes) -> Pack:
    from senior_desktop.hr import pack

    return pack.decoded(content)
