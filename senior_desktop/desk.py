# SPDX-License-Identifier: EUPL-1.2
"""Keeping house -> first run, unlock, lock, erase, checking a paper, settings; the second thin door of ui/ and cli.

Heavy modules are imported inside the functions: the first window needs none of them.
"""

import json
from contextlib import suppress
from dataclasses import asdict, dataclass, replace
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from senior_desktop import __version__, paths, policy
from senior_desktop.errors import EscrowRefused, KeyringUnavailable, WrongRecoverySheet

if TYPE_CHECKING:
    from senior_desktop.conversation.conversation import Conversation, Workplace
    from senior_desktop.vault.keyrings import Keyring
    from senior_desktop.vault.store import Vault
else:  # names for annotations; the real ones are imported where they are used
    Conversation = Workplace = Keyring = Vault = object


SETTINGS = "settings.json"
"""File of the user's own choices, in the data folder."""


@dataclass(frozen=True, slots=True)
class Settings:
    """What the user chose for the screen; kept beside the vault, holds no name.

    size: px. look: "light", "dark", "system". pacing: whether the time is shown below an open talk. idle: minutes after
    which the program locks.
    """

    language: str = "da"
    size: int = 16
    look: str = "system"
    pacing: bool = True
    idle: int = 10


def settings(folder: Path) -> Settings:
    """The settings in `folder`; the defaults when there are none or they cannot be read."""
    try:
        raw = json.loads((folder / SETTINGS).read_text(encoding="utf-8"))
        found = Settings(
            str(raw["language"]), int(raw["size"]), str(raw["look"]), raw.get("pacing", True) is not False, int(raw.get("idle", 10))
        )  # fmt: skip
    except (OSError, ValueError, KeyError, TypeError, OverflowError, RecursionError):
        return Settings()
    known = found.language in ("da", "en") and 12 <= found.size <= 32 and found.look in ("light", "dark", "system")
    known = known and 1 <= found.idle <= 60
    return found if known else Settings()


def keep_settings(folder: Path, chosen: Settings, rules: policy.Policy | None = None) -> None:
    """Write the settings. Raises FolderUnwritable, NoRoom."""
    # A language that IT has fixed is not the user's choice: the one made before is there again when IT lets go.
    if rules is not None and rules.locked("Language"):
        chosen = replace(chosen, language=settings(folder).language)
    paths.write(folder / SETTINGS, json.dumps(asdict(chosen)).encode(), replace=True)


def seen(chosen: Settings, rules: policy.Policy) -> Settings:
    """`chosen` as the screen shows it: in the language that IT has fixed, where it has."""
    return replace(chosen, language=rules.text("Language")) if rules.locked("Language") else chosen


# The vault ------------------------------------------------------------------------------------------------------------


def has_vault(folder: Path) -> bool:
    """Whether `folder` holds a vault, whole or not. Looks at file names only, so that the first window may ask."""
    return any(paths.lies_there(folder / name) for name in ("vault.json", "vault.db"))


def this_keyring() -> Keyring | None:
    """This computer's key store, when it has one that is allowed."""
    from senior_desktop.vault.keyrings import system_keyring

    return system_keyring()


def first_run(
    folder: Path, passphrase: str, place: Workplace, keyring: Keyring | None, least: int = 12
) -> tuple[Vault, tuple[str, ...]]:
    """A new vault and the eight groups of its recovery sheet.

    Raises BadFolder, VaultExists, WeakPassphrase, FolderUnwritable, NoRoom. A key store that does not
    answer is left out: the passphrase opens the vault.
    """
    from senior_desktop.vault import store

    paths.refuse_shared(folder)
    paths.refuse_full(folder, 0)
    if policy.in_force().text("EscrowPublicKey") == policy.NOTHING:  # IT meant one, and it cannot be read
        raise EscrowRefused()
    vault, groups = store.create(folder, passphrase, least=least)
    vault.put_workplace(place)
    return _remembered(vault, keyring), groups


def recovery_pdf(groups: tuple[str, ...], place: Workplace, language: str = "da") -> bytes:
    """The recovery sheet to print."""
    from senior_desktop.paper import labels, pdf, sheets

    made = datetime.now().astimezone().isoformat(timespec="seconds")
    return pdf.make(sheets.recovery_sheet(groups, labels.words(language), made, place.municipality))


def save_sheet(file: Path, groups: tuple[str, ...], place: Workplace, language: str = "da") -> None:
    """The recovery sheet as a PDF where the user chose. Raises RemovableForbidden, FolderUnwritable, NoRoom."""
    from senior_desktop import drives

    drives.may_export(file.parent)
    paths.write(file, recovery_pdf(groups, place, language), replace=True)


def strength(passphrase: str) -> str:
    """How hard it is to guess: "weak", "fair" or "strong". A hint; nothing is refused by it."""
    from senior_desktop.vault import strength as weighed

    return weighed.strength(passphrase).value


def two_groups() -> tuple[int, int]:
    """Which two groups (1-8) are asked back, so that the sheet was really written down."""
    import secrets

    first, second = sorted(secrets.SystemRandom().sample(range(1, 9), 2))
    return first, second


def unlock_with_device(folder: Path, keyring: Keyring | None) -> Vault:
    """By this computer's keys. Raises VaultKeyMissing, KeyringUnavailable, VaultDamaged, VaultNewer, VaultInUse."""
    from senior_desktop.vault import store

    paths.refuse_shared(folder)
    return store.open_with_device(folder, keyring)


def unlock(folder: Path, passphrase: str, keyring: Keyring | None) -> Vault:
    """By the passphrase. Raises WrongPassphrase, VaultDamaged, VaultNewer, VaultInUse."""
    from senior_desktop.vault import store

    paths.refuse_shared(folder)
    return _remembered(store.open_with_passphrase(folder, passphrase), keyring)


def unlock_with_sheet(folder: Path, digits: str, keyring: Keyring | None) -> Vault:
    """By the 48 digits of the recovery sheet, with any spaces, dashes or line breaks between them.

    Raises WrongRecoverySheet (group 0 for another number of digits), VaultDamaged, VaultNewer, VaultInUse.
    """
    from senior_desktop.vault import store

    paths.refuse_shared(folder)
    run = "".join(one for one in digits if one in "0123456789")
    if len(run) != 48:
        raise WrongRecoverySheet(group=0)
    return _remembered(store.open_with_recovery(folder, [run[at : at + 6] for at in range(0, 48, 6)]), keyring)


def lock(vault: Vault, keyring: Keyring | None) -> None:
    """Shut the vault so that only the passphrase or the sheet opens it: the computer's key store loses its key too.

    A key store that does not answer keeps a key that opens nothing. Raises NoRoom, FolderUnwritable; then it is not shut.
    """
    if vault.has_device:
        try:
            vault.forget_device(keyring)
        except KeyringUnavailable:
            vault.forget_device(None)
    vault.close()


def _remembered(vault: Vault, keyring: Keyring | None) -> Vault:
    """Give the key store a key when it has none; where IT has forbidden it, take out the one from before.

    A key store that does not answer changes nothing: the passphrase is asked again next time.
    """
    with suppress(KeyringUnavailable):
        if keyring is not None and (not vault.has_device or _gone(vault, keyring)):
            vault.remember_device(keyring)
        elif vault.has_device and not policy.in_force().device_allowed and (found := this_keyring()) is not None:
            vault.forget_device(found)
    return vault


def _gone(vault: Vault, keyring: Keyring) -> bool:
    """Whether the same key store has lost its key: a new profile, a password set anew. Another store is never taken unasked."""
    return vault.slots.device is not None and vault.slots.device.backend == keyring.name and keyring.get(vault.vault_id) is None


def talks(vault: Vault) -> list[Conversation]:
    """All talks, the last changed first."""
    return vault.conversations()


def enter_discussed(vault: Vault, day: str) -> Workplace:
    """Note the ISO date on which the counts were discussed in HovedMED; nothing is handed in before."""
    from senior_desktop.at_hand import workplace

    return keep_workplace(vault, replace(workplace(vault), discussed=day))


def keep_workplace(vault: Vault, place: Workplace) -> Workplace:
    """Change who holds the talks and who answers for the data."""
    vault.put_workplace(place)
    return place


def named_by_it(vault: Vault, rules: policy.Policy) -> Workplace:
    """The workplace, with the municipality called what IT calls it; papers already signed do not change."""
    from senior_desktop.at_hand import workplace

    place, name = workplace(vault), rules.text("OrganisationName")
    return keep_workplace(vault, replace(place, municipality=name)) if name not in ("", place.municipality) else place


def purge_due(vault: Vault) -> Any:
    """What has been kept long enough goes (`retention.Purged`), from the copies too; run when the vault has been opened."""
    from senior_desktop import backups, retention

    gone = retention.purge_due(vault)
    if gone.wiped or gone.erased:
        backups.begin_anew(vault)
    return gone


def copy_of_today(vault: Vault) -> None:
    """The daily copy, when there is none yet. Raises NoRoom, FolderUnwritable; the talks are safe all the same."""
    from senior_desktop import backups

    backups.daily(vault)


def clock_in_doubt(vault: Vault) -> str:
    """"set_back" or "leapt" when the computer's clock may be wrong (`stamps.doubt`), else ""."""
    from senior_desktop.vault import stamps

    found = stamps.doubt(vault)
    return "" if found is None else found.value


def erase(vault: Vault, talk: Conversation) -> Any:
    """ "Slet samtalen": the talk, its texts and papers, and its person when no other talk is theirs; a receipt. Raises OnHold."""
    from senior_desktop import backups
    from senior_desktop.filing import refuse_on_hold
    from senior_desktop.signatures import forget_keys
    from senior_desktop.vault import erase as erasing

    refuse_on_hold(vault.get(talk.id))
    forget_keys(vault, talk)
    receipt = erasing.erase(vault, talk.id)
    backups.begin_anew(vault)
    return receipt


# A paper --------------------------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Checked:
    """What a check found.

    colour: green, yellow, red, unreadable. code: 0-3. lines: (mark, sentence). as_json: for machines.
    """

    colour: str
    code: int
    headline: str
    lines: tuple[tuple[str, str], ...]
    as_json: dict[str, Any]


def check_paper(content: bytes, folder: Path, language: str = "da", password: str = "") -> Checked:
    """Check a signed sheet against the known seals in `folder`, without unlocking anything; read in another process."""
    from senior_desktop.paper import checking, labels, seals

    verdict = checking.pool().check(content, seals.known_seals(folder), password=password)
    words = labels.words(language)
    lines = tuple((result.value, sentence) for result, sentence in verdict.sentences(words))
    return Checked(
        verdict.colour.value, verdict.exit_code, verdict.headline(words), lines, json.loads(verdict.as_json())
    )


def seals(folder: Path) -> tuple[tuple[str, str, str, bool], ...]:
    """The book of known seals: (fingerprint in groups, whose, kind, blocked). Raises PaperUnreadable when it is damaged."""
    from senior_desktop.errors import PaperUnreadable
    from senior_desktop.paper import seals as books

    book = books.known_seals(folder)
    if book.damaged:
        raise PaperUnreadable()
    return tuple((books.shown(one), seal.label, seal.kind, seal.blocked) for one, seal in sorted(book.known.items()))


def add_seal(folder: Path, fingerprint: str, label: str, kind: str = "leader") -> None:
    """A seal that somebody has compared by another way. Raises PaperUnreadable for a damaged book."""
    from senior_desktop.paper import seals as books

    books.remember(folder, fingerprint, label.strip(), kind)


def block_seal(folder: Path, fingerprint: str) -> None:
    """The seal is not to be trusted from today on. Raises PaperUnreadable for a damaged book."""
    from senior_desktop.paper import seals as books

    books.block(folder, fingerprint, datetime.now().astimezone().date().isoformat())


def take_seals(folder: Path, file: Path) -> int:
    """`seal_lists.take_list`: a list that HR has signed; how many entries were new."""
    from senior_desktop import seal_lists

    return seal_lists.take_list(folder, file)


# This installation ----------------------------------------------------------------------------------------------------

NETWORK = ("socket", "ssl", "http", "urllib.request", "ftplib", "smtplib", "requests", "aiohttp")


LIBRARIES = ("PySide6_Essentials", "SQLAlchemy", "sqlcipher3", "keyring", "cryptography", "reportlab", "pikepdf", "pyhanko", "openpyxl", "chunspell")


def selfcheck() -> dict[str, Any]:
    """Versions, cipher, key store, fonts, and whether a module of ours imports the network. Changes nothing."""
    import platform

    from senior_desktop.vault.database import cipher_version

    keyring = this_keyring()
    fonts = sorted(file.name for file in (paths.resources() / "fonts").iterdir() if file.suffix in (".ttf", ".otf"))
    looked_at, found = network_modules()
    return {
        "version": __version__,
        "python": platform.python_version(),
        "libraries": libraries(),
        "cipher": cipher_version(),
        "keyring": keyring.name if keyring else None,
        "fonts": fonts,
        "modules_of_ours": looked_at,
        "network_modules_of_ours": found,
    }


def libraries() -> dict[str, str]:
    """The version of each library that this installation stands on."""
    from importlib.metadata import version

    return {name: version(name) for name in LIBRARIES}


def network_modules() -> tuple[int, list[str]]:
    """How many modules of ours there are, and which of them imports the network ("module: import").

    Read from the compiled modules: a frozen program has no source beside it.
    """
    import dis
    import pkgutil
    from importlib.util import find_spec
    from types import CodeType

    def imported(code: CodeType) -> set[str]:
        names = {str(one.argval) for one in dis.get_instructions(code) if one.opname == "IMPORT_NAME"}
        return names.union(*(imported(inner) for inner in code.co_consts if isinstance(inner, CodeType)))

    modules = [one.name for one in pkgutil.walk_packages([str(paths.PACKAGE)], "senior_desktop.")]
    found = []
    for name in modules:
        spec = find_spec(name)
        code = spec.loader.get_code(name) if spec and spec.loader else None  # type: ignore[attr-defined]
        for one in sorted(imported(code)) if code is not None else ():
            if one in NETWORK or one.split(".")[0] in NETWORK:
                found.append(f"{name}: {one}")
    return len(modules), found
