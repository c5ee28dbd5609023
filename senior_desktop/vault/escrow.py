# SPDX-License-Identifier: EUPL-1.2
"""The municipality's public key -> a vault's keys sealed to it, and out again with the private one.

HPKE (RFC 9180), base mode: X25519, HKDF-SHA256, AES-256-GCM. Only where IT has fixed a key (policy EscrowPublicKey), and
with its fingerprint on the leader's screen. The private key is kept by two persons outside HR.
"""

import base64
import binascii
import re
from hashlib import sha256
from pathlib import Path

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey, X25519PublicKey
from cryptography.hazmat.primitives.hpke import AEAD, KDF, KEM, Suite

from senior_desktop.errors import EscrowRefused
from senior_desktop.vault import keys

SUITE = "X25519/HKDF-SHA256/AES-256-GCM"
"""Kept in the slot, so that another suite can come later."""

SEALED_BYTES = 32 + keys.KEY_BYTES + 16
"""The sender's share, the key, the tag."""

LONGEST = 1000
HEX = re.compile(r"[0-9a-fA-F]{64}")


def public_key(said: str) -> bytes:
    """The 32 bytes of `said`: hexadecimal, base64, or a file that holds one of them. Raises EscrowRefused."""
    found = _decoded(said)
    if found is None:
        try:
            found = _decoded(Path(said).read_bytes()[:LONGEST].decode("ascii").strip())
        except (OSError, ValueError) as fault:
            raise EscrowRefused() from fault
    if found is None:
        raise EscrowRefused()
    return found


def fingerprint(public: bytes) -> str:
    """SHA-256 of the public key, its first 20 bytes in groups of four letters, as people read it to each other."""
    digits = sha256(public).hexdigest()[:40]
    return " ".join(digits[at : at + 4] for at in range(0, 40, 4))


def seal(public: bytes, key: bytes, about: bytes) -> bytes:
    """`key` (32 B) sealed to `public` and bound to `about`: 80 bytes. Raises EscrowRefused for a key that is none."""
    try:
        return _suite().encrypt(key, X25519PublicKey.from_public_bytes(public), info=_info(about))
    except ValueError as fault:  # a point of small order
        raise EscrowRefused() from fault


def unseal(private: bytes, sealed: bytes, about: bytes) -> bytes:
    """The key in `sealed`. Raises EscrowRefused for another private key, `about`, or altered bytes."""
    try:
        return _suite().decrypt(sealed, X25519PrivateKey.from_private_bytes(private), info=_info(about))
    except (InvalidTag, ValueError) as fault:
        raise EscrowRefused() from fault


def new_pair() -> tuple[bytes, bytes]:
    """A private key and its public one, 32 bytes each."""
    made = X25519PrivateKey.generate()
    return made.private_bytes_raw(), made.public_key().public_bytes_raw()


def _suite() -> Suite:
    return Suite(KEM.X25519, KDF.HKDF_SHA256, AEAD.AES_256_GCM)


def _info(about: bytes) -> bytes:
    """Vault and slot too, or a sealed key could be put in another vault's place."""
    return b"senior/escrow/v1" + about


def _decoded(said: str) -> bytes | None:
    if HEX.fullmatch(said):
        return bytes.fromhex(said)
    try:
        found = base64.b64decode(said, validate=True)
    except (binascii.Error, ValueError):
        return None
    return found if len(found) == keys.KEY_BYTES else None
