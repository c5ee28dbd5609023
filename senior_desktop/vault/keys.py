# SPDX-License-Identifier: EUPL-1.2
"""Random bytes and a passphrase -> the keys of a vault, derived, wrapped and checked.

    vault key, 32 random bytes, never itself a cipher key
     |- HKDF-SHA256 senior/db/v1     -> key of the database
     |- HKDF-SHA256 senior/audit/v1  -> key of the audit chain
     '- HMAC-SHA256 senior/kcv/v1    -> key check value, so that a wrong key is told from a damaged file
"""

import hmac
import os
import unicodedata
from dataclasses import dataclass

from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.argon2 import Argon2id
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

KEY_BYTES = 32
SALT_BYTES = 16
NONCE_BYTES = 12
WRAPPED_BYTES = NONCE_BYTES + KEY_BYTES + 16
"""A wrapped key: nonce, ciphertext, tag."""

CHECK_DIGITS = 16


@dataclass(frozen=True, slots=True)
class Cost:
    """What one guess at a passphrase costs (Argon2id): memory in KiB, passes over it, lanes."""

    memory: int = 256 * 1024
    passes: int = 3
    lanes: int = 4


DEFAULT = Cost()
"""What a passphrase costs where nothing else is asked for."""

FLOOR = Cost(memory=64 * 1024, passes=3, lanes=4)
"""Nothing cheaper is ever made or accepted."""

CEILING = Cost(memory=1024 * 1024, passes=10, lanes=16)
"""Nothing dearer is read from a file: a forged file must not exhaust the computer."""


def allowed(cost: Cost) -> bool:
    """Whether `cost` lies between FLOOR and CEILING in each of its three numbers."""
    return (
        FLOOR.memory <= cost.memory <= CEILING.memory
        and FLOOR.passes <= cost.passes <= CEILING.passes
        and FLOOR.lanes <= cost.lanes <= CEILING.lanes
    )


def new_key() -> bytes:
    """32 bytes from the operating system."""
    return os.urandom(KEY_BYTES)


def derive(key: bytes, purpose: str) -> bytes:
    """The 32-byte key for `purpose` ("db", "audit", "recovery") under `key`, by HKDF-SHA256."""
    return HKDF(algorithm=SHA256(), length=KEY_BYTES, salt=None, info=f"senior/{purpose}/v1".encode()).derive(key)


def from_passphrase(passphrase: str, salt: bytes, cost: Cost) -> bytes:
    """The 32-byte key-encryption key of `passphrase`. Raises ValueError when `cost` is not allowed.

    NFC first: one keyboard sends "å" as one character, another as two.
    """
    if not allowed(cost):
        raise ValueError("cost outside floor and ceiling")
    kdf = Argon2id(salt=salt, length=KEY_BYTES, iterations=cost.passes, lanes=cost.lanes, memory_cost=cost.memory)
    return kdf.derive(unicodedata.normalize("NFC", passphrase).encode())


def check_value(vault_key: bytes) -> str:
    """16 hex digits that tell whether a key is this vault's, and nothing about the key."""
    return hmac.digest(vault_key, b"senior/kcv/v1", "sha256").hex()[:CHECK_DIGITS]


def is_key_of(vault_key: bytes, check: str) -> bool:
    """Whether `vault_key` has the check value `check`; takes the same time for any answer."""
    return hmac.compare_digest(check_value(vault_key).encode(), check.encode())


def wrap(wrapping_key: bytes, key: bytes, about: bytes) -> bytes:
    """`key` (32 B) sealed under `wrapping_key` and bound to `about` by AES-256-GCM: 60 bytes."""
    nonce = os.urandom(NONCE_BYTES)
    return nonce + AESGCM(wrapping_key).encrypt(nonce, key, about)


def unwrap(wrapping_key: bytes, wrapped: bytes, about: bytes) -> bytes:
    """The key inside `wrapped`. Raises cryptography's InvalidTag for another key, `about` or altered bytes."""
    return AESGCM(wrapping_key).decrypt(wrapped[:NONCE_BYTES], wrapped[NONCE_BYTES:], about)
