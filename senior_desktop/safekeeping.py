# SPDX-License-Identifier: EUPL-1.2
"""An open vault -> its ways in changed, looked over, searched, moved, and its log of deeds in words; for the window and the shell."""

import shutil
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from senior_desktop import backups, policy
from senior_desktop.at_hand import template_of, words
from senior_desktop.errors import EscrowRefused, KeyringUnavailable

if TYPE_CHECKING:
    from senior_desktop.vault.health import Found, Newest
    from senior_desktop.vault.keyrings import Keyring
    from senior_desktop.vault.store import Vault
    from senior_desktop.vault.ways_in import NewSheet
else:  # names for annotations; the real ones are imported where they are used
    Found = Newest = Keyring = Vault = NewSheet = object

LOW = 200 * 1024 * 1024
"""Free bytes below which the start page says so: before the disk is full, not when."""


# The ways in ----------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class WaysIn:
    """What opens the vault beside passphrase and sheet. device: the key store's name, or "". escrow: a fingerprint, or ""."""

    device: str
    escrow: str


def ways_in(vault: Vault) -> WaysIn:
    """What opens it now."""
    device, escrow = vault.slots.device, vault.slots.escrow
    return WaysIn(device.backend if device is not None else "", escrow.fingerprint if escrow is not None else "")


def escrow_wanted(rules: policy.Policy) -> str:
    """The fingerprint of the municipality's key for emergencies (policy EscrowPublicKey), or "". Raises EscrowRefused."""
    from senior_desktop.vault import escrow

    public = _public(rules)
    return escrow.fingerprint(public) if public is not None else ""


def put_escrow(vault: Vault, rules: policy.Policy) -> str:
    """Put IT's key in, or take out one that IT has taken away; its fingerprint, or "". Raises EscrowRefused."""
    from senior_desktop.vault import escrow, ways_in

    public, there = _public(rules), vault.slots.escrow
    if public is None:
        ways_in.drop_escrow(vault)
        return ""
    wanted = escrow.fingerprint(public)
    return wanted if there is not None and there.fingerprint == wanted else ways_in.put_escrow(vault, public)


def change_passphrase(vault: Vault, secret: str, new: str, least: int) -> None:
    """secret: the passphrase so far, or the sheet's digits. Raises WrongPassphrase, WrongRecoverySheet, WeakPassphrase."""
    from senior_desktop.vault import ways_in

    ways_in.confirm(vault, secret)
    vault.change_passphrase(new, least=least)


def new_sheet(vault: Vault, secret: str) -> NewSheet:
    """A new sheet, in force from `keep_sheet` on. Raises WrongPassphrase, WrongRecoverySheet."""
    from senior_desktop.vault import ways_in

    ways_in.confirm(vault, secret)
    return ways_in.new_sheet(vault)


def keep_sheet(vault: Vault, sheet: NewSheet) -> None:
    """From now on the new sheet opens the vault, and the old one does not."""
    from senior_desktop.vault import ways_in

    ways_in.keep_sheet(vault, sheet)


def all_keys_new(vault: Vault, secret: str, new: str, keyring: Keyring | None, rules: policy.Policy) -> tuple[str, ...]:
    """Somebody may know the old ones: every key new; the groups of the new sheet. The daily copies begin anew under them.

    Copies saved elsewhere keep their old keys. Raises as `change_passphrase`, and NoRoom, EscrowRefused.
    """
    from senior_desktop.vault import ways_in

    ways_in.confirm(vault, secret)
    forget_device(vault, keyring)
    groups = ways_in.rotate(vault, new, public=_public(rules), least=rules.number("MinPassphraseLength"))
    if keyring is not None:
        with suppress(KeyringUnavailable):
            vault.remember_device(keyring)
    backups.begin_anew(vault)
    return groups


def forget_device(vault: Vault, keyring: Keyring | None) -> None:
    """This computer's key store opens the vault no more, until the passphrase has been typed again."""
    if vault.has_device:
        try:
            vault.forget_device(keyring)
        except KeyringUnavailable:
            vault.forget_device(None)


def new_escrow_pair() -> tuple[str, str, str]:
    """Private key and public key in hexadecimal, and the fingerprint of the latter."""
    from senior_desktop.vault import escrow

    private, public = escrow.new_pair()
    return private.hex(), public.hex(), escrow.fingerprint(public)


def open_with_escrow(folder: Path, private: str, case: str, ask: Callable[[], str], rules: policy.Policy) -> tuple[str, ...]:
    """The emergency: by the municipality's key, for `case`, every key new under the passphrase that `ask` gives; the new sheet.

    Raises EscrowRefused (also where the key is none), WeakPassphrase and as opening does; before that nothing is changed.
    """
    from senior_desktop.vault import escrow, ways_in

    key = escrow.public_key(private)  # 32 bytes in the same writing
    with ways_in.open_with_escrow(folder, key, " ".join(case.split())[:60]) as vault:
        groups = ways_in.rotate(vault, ask(), public=_public(rules), least=rules.number("MinPassphraseLength"))
        backups.begin_anew(vault)
        return groups


def _public(rules: policy.Policy) -> bytes | None:
    from senior_desktop.vault import escrow

    said = rules.text("EscrowPublicKey")
    if not said:
        return None
    if said == policy.NOTHING:
        raise EscrowRefused()
    return escrow.public_key(said)


# Looking over, searching, moving --------------------------------------------------------------------------------------


def look_over(vault: Vault, told: Callable[[int, int], None] = lambda done, of: None) -> tuple[Found, Newest | None]:
    """Look at all there is, and where something is wrong find the newest daily copy that is good (`vault.health`)."""
    from senior_desktop.vault import health

    found = health.look_over(vault, told)
    return found, health.newest_good(vault, backups.files(vault)) if found.wrong else None


def last_look(vault: Vault) -> str:
    """When all was last looked at (ISO instant), or ""."""
    from senior_desktop.vault import health

    return health.last_look(vault)


def quiet_look(vault: Vault) -> Found | None:
    """What is looked over by itself, when a week has passed; else None."""
    from senior_desktop.vault import health

    return health.look_over(vault) if health.is_due(vault) else None


@dataclass(frozen=True, slots=True)
class Hit:
    """A text that was found. name: of the employee. where: the question. page: on which page of the talk, or "".

    snippet: (words, whether they were asked for), in order.
    """

    talk: str
    name: str
    where: str
    page: str
    snippet: tuple[tuple[str, bool], ...]


def find(vault: Vault, typed: str, language: str) -> tuple[Hit, ...]:
    """The texts of all talks that hold what is typed, as it is typed; the best first, at most 50."""
    from senior_desktop.conversation import everything
    from senior_desktop.vault import search

    say_it, talks, hits = words(language), {}, []
    for one in search.find(vault, typed):
        talk = talks.get(one.talk) or talks.setdefault(one.talk, vault.get(one.talk))
        parts = [(part, False) for part in one.snippet.split(search.BEGIN)[:1]]
        for rest in one.snippet.split(search.BEGIN)[1:]:
            inside, _, after = rest.partition(search.END)
            parts += [(inside, True), (after, False)]
        template = template_of(vault, talk)
        where = everything.label_of(talk, template, one.key, say_it)
        pages = template.short if talk.path == "short" else template.themes
        page = one.key.removeprefix("note.") if one.key.startswith("note.") else next((it.id for it in pages if one.key in it.questions), "")
        hits.append(Hit(one.talk, talk.text("a01"), where, page, tuple((part, hit) for part, hit in parts if part)))
    return tuple(hits)


def move(vault: Vault, file: Path) -> Path:
    """ "Flyt til ny computer": all of it in one file, what waits for HR too; from then on only the new computer hands in.

    Raises RemovableForbidden, NoRoom, FolderUnwritable.
    """
    from senior_desktop import drives
    from senior_desktop.vault import backup

    drives.may_export(file.parent)
    return backup.create(vault, file, moving=True)


def moved(vault: Vault) -> str:
    """Since when another computer has the talks (ISO instant), or ""."""
    return vault.moved()


def low_on_room(folder: Path) -> int:
    """How many MB are free where the vault lies, when they are few; else 0."""
    free = shutil.disk_usage(folder).free
    return max(1, free // 1_000_000) if free < LOW else 0


# The log of deeds -----------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Deed:
    """A line of the log. day: of the deed. at: date and time in words. what: in words. which: a document number, or ""."""

    day: date
    at: str
    what: str
    which: str


def deeds(vault: Vault, language: str) -> tuple[tuple[Deed, ...], bool]:
    """What was done, the newest first, in words; and whether no line was changed or taken out in between.

    Of a talk that is gone only the first digits of its random id are left.
    """
    from senior_desktop.paper import labels
    from senior_desktop.vault import audit

    say_it = words(language)
    numbers = {one.id: one.number for one in vault.conversations()}
    told = []
    for at, event, subject in audit.events(vault):
        key = f"deeds.{event}_{subject}" if event in (audit.Event.OPENED, audit.Event.LOOKED_AT) else f"deeds.{event}"
        which = numbers.get(subject) or (subject[:8] if event in _BY_ID else subject if event == audit.Event.OPENED_BY_ESCROW else "")
        told.append(Deed(date.fromisoformat(at[:10]), labels.instant(at, say_it), say_it(key), which))
    return tuple(reversed(told)), audit.check(vault)


_BY_ID = frozenset({"waiting", "taken_back", "held_back", "released", "sealed", "exported", "deleted", "pack_taken", "wiped", "backed_up", "restored", "moved"})
"""Events whose subject tells one thing from another."""
