# SPDX-License-Identifier: EUPL-1.2
"""A passphrase, a recovery sheet or this computer's key store -> the vault key, by way of `vault.json`.

    passphrase   Argon2id                        made at first run
    recovery     128 random bits, HKDF-SHA256    made at first run, printed as 8 groups of 6 digits
    device       32 random bytes in the keyring  a convenience; may be absent
    escrow       the municipality's public key   only where IT has fixed one

Each slot wraps the vault key, escrow by HPKE, the others by AES-256-GCM; all but the device's wrap the backup master key beside it.
"""

import hashlib
import os
import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, Any

import msgspec
from cryptography.exceptions import InvalidTag

from senior_desktop import paths
from senior_desktop.conversation.conversation import new_id
from senior_desktop.errors import (
    EscrowRefused,
    FolderUnwritable,
    KeyringUnavailable,
    VaultDamaged,
    VaultKeyMissing,
    VaultNewer,
    WeakPassphrase,
    WrongPassphrase,
    WrongRecoverySheet,
)
from senior_desktop.vault import escrow, keys
from senior_desktop.vault.keyrings import Keyring
from senior_desktop.vault.keys import Cost

FILE = "vault.json"
FORMAT = "senior-vault/1"
LEAST_CHARACTERS = 12
LEAST_DIFFERENT = 6
"""How many different characters, white space aside, a passphrase must have: "aaaaaaaaaaaa" is long and no secret."""
GROUPS, GROUP_DIGITS, GROUP_FACTOR = 8, 6, 11
SECRET_BYTES = 2 * GROUPS

Wrapped = Annotated[bytes, msgspec.Meta(min_length=keys.WRAPPED_BYTES, max_length=keys.WRAPPED_BYTES)]
Sealed = Annotated[bytes, msgspec.Meta(min_length=escrow.SEALED_BYTES, max_length=escrow.SEALED_BYTES)]
Salt = Annotated[bytes, msgspec.Meta(min_length=keys.SALT_BYTES, max_length=keys.SALT_BYTES)]


class PassphraseSlot(msgspec.Struct, frozen=True):
    """Salt and cost of Argon2id, and the two keys wrapped under its result."""

    salt: Salt
    cost: Cost
    key: Wrapped
    backup: Wrapped


class RecoverySlot(msgspec.Struct, frozen=True):
    """The two keys wrapped under the printed secret."""

    key: Wrapped
    backup: Wrapped


class DeviceSlot(msgspec.Struct, frozen=True):
    """The vault key wrapped under the secret in the key store called `backend`."""

    backend: str
    key: Wrapped


class EscrowSlot(msgspec.Struct, frozen=True):
    """The two keys sealed to the municipality's public key. suite: `escrow.SUITE`. fingerprint: what the leader was shown."""

    suite: str
    fingerprint: str
    key: Sealed
    backup: Sealed


class Slots(msgspec.Struct, frozen=True):
    """`vault.json`. vault: random id. kcv: key check value. check: SHA-256 of all the rest.

    `check` is no seal: it tells a file that was damaged by accident from a wrong passphrase.
    """

    format: str
    vault: str
    kcv: str
    passphrase: PassphraseSlot
    recovery: RecoverySlot
    device: DeviceSlot | None = None
    check: str = ""
    escrow: EscrowSlot | None = None


class _Head(msgspec.Struct):
    format: str


@dataclass(frozen=True, slots=True, repr=False)
class Master:
    """The two keys of an opened vault; `backup_key` is None when the device slot opened it."""

    vault_key: bytes
    backup_key: bytes | None = None


def make(passphrase: str, *, cost: Cost, least: int = LEAST_CHARACTERS) -> tuple[Slots, Master, tuple[str, ...]]:
    """New keys in a passphrase and a recovery slot; the third result is the sheet's groups.

    Raises WeakPassphrase under `least` characters or LEAST_DIFFERENT, ValueError for a cost under the floor.
    """
    master = Master(keys.new_key(), keys.new_key())
    vault, secret = new_id(), os.urandom(SECRET_BYTES)
    slots = Slots(
        format=FORMAT,
        vault=vault,
        kcv=keys.check_value(master.vault_key),
        passphrase=_passphrase_slot(master, vault, passphrase, cost, least),
        recovery=RecoverySlot(*_wrapped(keys.derive(secret, "recovery"), master, vault, "recovery")),
    )
    return slots, master, recovery_groups(secret)


def read(folder: Path) -> Slots:
    """`vault.json` of `folder`. Raises VaultNewer, VaultDamaged with the place of the fault, FolderUnwritable."""
    try:
        content = (folder / FILE).read_bytes()
    except (FileNotFoundError, IsADirectoryError) as fault:
        raise VaultDamaged(place=FILE) from fault  # the database alone cannot be opened by anybody
    except OSError as fault:
        raise FolderUnwritable() from fault  # whole, for all we know: access is what is missing
    try:
        head = msgspec.json.decode(content, type=_Head)
        if re.fullmatch(r"senior-vault/[0-9]+", head.format) and head.format != FORMAT:
            raise VaultNewer()
        slots, said = msgspec.json.decode(content, type=Slots), msgspec.json.decode(content)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as fault:
        raise VaultDamaged(place=_place(fault)) from fault
    if slots.format != FORMAT or slots.check != _check(slots) or said != _written(slots):
        raise VaultDamaged(place=FILE)
    if not keys.allowed(slots.passphrase.cost):
        raise VaultDamaged(place=f"{FILE} $.passphrase.cost")
    return slots


def save(folder: Path, slots: Slots, master: Master) -> None:
    """Write `slots`, wholly or not at all. Raises ValueError when the key at hand is not theirs."""
    if not keys.is_key_of(master.vault_key, slots.kcv):
        raise ValueError("these slots belong to another key")
    content = msgspec.json.encode(_written(msgspec.structs.replace(slots, check=_check(slots))))
    paths.write(folder / FILE, msgspec.json.format(content), replace=True)


def by_passphrase(slots: Slots, passphrase: str) -> Master:
    """The keys, opened by `passphrase`. Raises WrongPassphrase, VaultDamaged."""
    slot = slots.passphrase
    typed = keys.from_passphrase(passphrase, slot.salt, slot.cost)
    try:
        return _unwrapped(typed, slots, slot, "passphrase", slot.salt, slot.cost)
    except InvalidTag as fault:
        raise WrongPassphrase() from fault


def by_recovery(slots: Slots, digits: str | Sequence[str]) -> Master:
    """The keys, opened by the sheet's digits. Raises WrongRecoverySheet, with the group mistyped or 0; VaultDamaged."""
    printed = keys.derive(recovery_secret(digits), "recovery")
    try:
        return _unwrapped(printed, slots, slots.recovery, "recovery")
    except InvalidTag as fault:
        raise WrongRecoverySheet(group=0) from fault


def by_device(slots: Slots, keyring: Keyring | None) -> Master:
    """The vault key, opened by the secret in `keyring`, None where the computer has none that is allowed.

    Raises VaultKeyMissing (reason: "no_slot" as after a lock, "other_store", "gone", "changed"); KeyringUnavailable;
    VaultDamaged. None of them ever makes a key anew by itself.
    """
    if slots.device is None:
        raise VaultKeyMissing(reason="no_slot")
    if keyring is None:
        raise KeyringUnavailable(backend="none")
    if slots.device.backend != keyring.name:
        raise VaultKeyMissing(reason="other_store")
    secret = keyring.get(slots.vault)
    if secret is None or len(secret) != keys.KEY_BYTES:
        raise VaultKeyMissing(reason="gone")
    try:
        vault_key = keys.unwrap(secret, slots.device.key, about(slots.vault, "device"))
    except InvalidTag as fault:
        raise VaultKeyMissing(reason="changed") from fault
    return _checked(slots, Master(vault_key))


def with_passphrase(
    slots: Slots, master: Master, passphrase: str, *, cost: Cost, least: int = LEAST_CHARACTERS
) -> Slots:
    """`slots` opened by `passphrase` in place of the old one; `master` holds both keys.

    Raises WeakPassphrase as `make` does.

    It revokes nothing for whoever has an old copy of the file and the old passphrase.
    """
    return msgspec.structs.replace(slots, passphrase=_passphrase_slot(master, slots.vault, passphrase, cost, least))


def with_recovery(slots: Slots, master: Master) -> tuple[Slots, tuple[str, ...]]:
    """`slots` opened by a new sheet in place of the old one, and its groups; `master` holds both keys."""
    secret = os.urandom(SECRET_BYTES)
    slot = RecoverySlot(*_wrapped(keys.derive(secret, "recovery"), master, slots.vault, "recovery"))
    return msgspec.structs.replace(slots, recovery=slot), recovery_groups(secret)


def with_escrow(slots: Slots, master: Master, public: bytes) -> Slots:
    """`slots` opened by the private key of `public` too; `master` holds both keys. Raises EscrowRefused."""
    assert master.backup_key is not None
    sealed = (
        escrow.seal(public, key, about(slots.vault, name))
        for key, name in ((master.vault_key, "escrow"), (master.backup_key, "escrow/backup"))
    )
    return msgspec.structs.replace(slots, escrow=EscrowSlot(escrow.SUITE, escrow.fingerprint(public), *sealed))


def by_escrow(slots: Slots, private: bytes) -> Master:
    """The keys, opened by the municipality's private key. Raises EscrowRefused, also when there is no such slot."""
    if slots.escrow is None or slots.escrow.suite != escrow.SUITE:
        raise EscrowRefused()
    vault_key = escrow.unseal(private, slots.escrow.key, about(slots.vault, "escrow"))
    return _checked(slots, Master(vault_key, escrow.unseal(private, slots.escrow.backup, about(slots.vault, "escrow/backup"))))


def with_device(slots: Slots, master: Master, keyring: Keyring) -> Slots:
    """`slots` with a fresh device key, which is in `keyring` already. Raises KeyringUnavailable."""
    secret = keys.new_key()
    keyring.put(slots.vault, secret)
    wrapped = keys.wrap(secret, master.vault_key, about(slots.vault, "device"))
    return msgspec.structs.replace(slots, device=DeviceSlot(keyring.name, wrapped))


def without_device(slots: Slots, keyring: Keyring | None) -> Slots:
    """`slots` without the device slot, the key removed from `keyring` first. Raises KeyringUnavailable.

    keyring: None leaves the key where it is: without the slot it opens nothing.
    """
    if keyring is not None:
        keyring.remove(slots.vault)
    return msgspec.structs.replace(slots, device=None)


def digits_of(typed: str) -> list[str] | None:
    """The sheet's eight groups when `typed` is 48 digits, with any spaces, dashes or line breaks between them; else None."""
    digits = re.sub(r"[^0-9]", "", typed)
    if len(digits) != GROUPS * GROUP_DIGITS or any(one.isalpha() for one in typed):
        return None
    return [digits[at : at + GROUP_DIGITS] for at in range(0, len(digits), GROUP_DIGITS)]


def recovery_groups(secret: bytes) -> tuple[str, ...]:
    """16 bytes -> 8 groups of 6 digits: each a 16-bit number times 11, so that a slip is seen in its group."""
    numbers = (int.from_bytes(secret[at : at + 2], "big") for at in range(0, SECRET_BYTES, 2))
    return tuple(f"{number * GROUP_FACTOR:0{GROUP_DIGITS}}" for number in numbers)


def recovery_secret(digits: str | Sequence[str]) -> bytes:
    """The sheet's groups, or all its digits in one text with any spacing -> 16 bytes.

    Raises WrongRecoverySheet(group=1-8) for the first group that cannot be right, 0 for a wrong number
    of groups. Finds every single wrong digit and every swap of two neighbours.
    """
    if isinstance(digits, str):
        run = re.sub(r"[^0-9]", "", digits)
        groups = [run[at : at + GROUP_DIGITS] for at in range(0, len(run), GROUP_DIGITS)]
    else:
        groups = [group.strip() for group in digits]
    if len(groups) != GROUPS:
        raise WrongRecoverySheet(group=0)
    secret = b""
    for place, group in enumerate(groups, start=1):
        number, rest = divmod(int(group), GROUP_FACTOR) if re.fullmatch(r"[0-9]{6}", group) else (0, 1)
        if rest or number > 0xFFFF:
            raise WrongRecoverySheet(group=place)
        secret += number.to_bytes(2, "big")
    return secret


def _passphrase_slot(master: Master, vault: str, passphrase: str, cost: Cost, least: int) -> PassphraseSlot:
    _refuse_weak(passphrase, least)
    salt = os.urandom(keys.SALT_BYTES)
    typed = keys.from_passphrase(passphrase, salt, cost)
    return PassphraseSlot(salt, cost, *_wrapped(typed, master, vault, "passphrase", salt, cost))


def _refuse_weak(passphrase: str, least: int) -> None:
    """Raise WeakPassphrase, counting in NFC as the key is derived. Outer white space is part of what was typed:
    taking it away unasked would make another passphrase of it.
    """
    plain = unicodedata.normalize("NFC", passphrase)
    if len(plain) < least or len(set("".join(plain.split()))) < LEAST_DIFFERENT:
        raise WeakPassphrase(least=least)


def about(vault: str, slot: str, *parameters: object) -> bytes:
    """What a wrapped key is bound to: format, vault id, slot id, KDF parameters."""
    return msgspec.json.encode([FORMAT, vault, slot, *parameters])


def _wrapped(key: bytes, master: Master, vault: str, slot: str, *parameters: object) -> tuple[bytes, bytes]:
    """Vault key and backup key under `key`; different slot ids, or one could be put in the other's place."""
    assert master.backup_key is not None
    return (
        keys.wrap(key, master.vault_key, about(vault, slot, *parameters)),
        keys.wrap(key, master.backup_key, about(vault, f"{slot}/backup", *parameters)),
    )


def _unwrapped(
    key: bytes, slots: Slots, slot: PassphraseSlot | RecoverySlot, name: str, *parameters: object
) -> Master:
    """Both keys of `slot`. Raises InvalidTag when `key` is not the slot's, VaultDamaged when only one opens."""
    vault_key = keys.unwrap(key, slot.key, about(slots.vault, name, *parameters))
    try:
        backup_key = keys.unwrap(key, slot.backup, about(slots.vault, f"{name}/backup", *parameters))
    except InvalidTag as fault:
        raise VaultDamaged(place=f"{FILE} $.{name}.backup") from fault
    return _checked(slots, Master(vault_key, backup_key))


def _checked(slots: Slots, master: Master) -> Master:
    """`master` once its check value was found right; before that nothing is opened or written."""
    if not keys.is_key_of(master.vault_key, slots.kcv):
        raise VaultDamaged(place=f"{FILE} $.kcv")
    return master


def _written(slots: Slots) -> dict[str, Any]:
    """What stands in the file; a slot that came later and is not there does not."""
    said = msgspec.to_builtins(slots)
    if slots.escrow is None:
        del said["escrow"]
    return said


def _check(slots: Slots) -> str:
    """SHA-256 of everything in the file but the sum itself."""
    return hashlib.sha256(msgspec.json.encode(_written(msgspec.structs.replace(slots, check="")))).hexdigest()


def _place(fault: Exception) -> str:
    """Where in the file msgspec stumbled; never what stood there."""
    found = re.search(r"at `(\$[^`]*)`", str(fault))
    return f"{FILE} {found[1]}" if found else FILE
