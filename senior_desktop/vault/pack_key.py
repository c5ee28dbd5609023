# SPDX-License-Identifier: EUPL-1.2
"""HR's signing key, in HR's vault -> the signature of a pack; a pack's key and signature -> whether they hold (Ed25519)."""

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

from senior_desktop.vault.store import Vault

NAME = "pack key"


def public(vault: Vault) -> str:
    """HR's public key, hex; made the first time it is asked for."""
    return _own(vault).public_key().public_bytes_raw().hex()


def sign(vault: Vault, content: bytes) -> str:
    """The signature of `content`, hex."""
    return _own(vault).sign(content).hex()


def holds(key: str, signature: str, content: bytes) -> bool:
    """Whether `signature` over `content` is by `key`; all hex."""
    try:
        Ed25519PublicKey.from_public_bytes(bytes.fromhex(key)).verify(bytes.fromhex(signature), content)
    except (InvalidSignature, ValueError):
        return False
    return True


def _own(vault: Vault) -> Ed25519PrivateKey:
    raw = vault.secret(NAME)
    if raw is None:
        raw = Ed25519PrivateKey.generate().private_bytes_raw()
        vault.put_secret(NAME, raw)
    return Ed25519PrivateKey.from_private_bytes(raw)
