# SPDX-License-Identifier: EUPL-1.2
"""What HR has decided -> a signed pack; a pack file -> what it would change for this leader, and taken when they say so.

HR's draft, key and published versions lie in HR's vault. A leader's vault keeps each pack it took: a talk stays with the one
it began with. Trust is given once, by comparing the key's fingerprint with HR's, or by IT (`TemplateTrustKeys`).
"""

import secrets
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from senior_desktop import drives, pack_in_force, pack_in_words, paths, policy, policy_sources
from senior_desktop.at_hand import say, words
from senior_desktop.conversation.conversation import new_id
from senior_desktop.errors import PackRefused, TemplateFault
from senior_desktop.paper.document import Document, Paragraph

if TYPE_CHECKING:
    from senior_desktop.hr.pack import Pack
    from senior_desktop.vault.store import Vault
else:  # names for annotations; the real ones are imported where they are used
    Pack = Vault = object

DRAFT, PUBLISHED = "pack draft", "pack published"
TRUSTED = "pack trust"
"""In a leader's vault: the key whose packs are taken, as its owner compared it."""

LETTERS = tuple(f"{name}_{language}" for name in ("invitation", "privacy", "employee", "leader") for language in ("da", "en"))
"""The letters a municipality may write itself (`hr.pack.LETTERS`, which the first window need not load)."""

FOLDER = "packs"
"""Beside `policy.json`: where IT lays packs for every user of the computer."""


@dataclass(frozen=True, slots=True)
class Seen:
    """A pack that was looked at and not taken yet.

    fingerprint: of its key, in groups of four. trust: "known", "it" (IT has named the key) or "new" (to be compared).
    changes: (what, was, becomes) in words. taken: whether this very pack is in force already.
    """

    pack: Pack
    content: bytes
    key: str
    fingerprint: str
    trust: str
    changes: tuple[tuple[str, str, str], ...]
    taken: bool


# HR's side ------------------------------------------------------------------------------------------------------------


def draft(vault: Vault, today: date) -> Pack:
    """The pack as HR has it under hand: the draft, else the last published, else an empty one with the shipped defaults."""
    from senior_desktop.hr import pack

    raw = vault.secret(DRAFT) or vault.secret(PUBLISHED)
    if raw is None:
        place = vault.workplace()
        name = place.municipality if place is not None else ""
        return pack.Pack(new_id(), 1, today.isoformat(), name, "", key=secrets.token_hex(32))
    return pack.read_draft(raw)


def keep_draft(vault: Vault, one: Pack) -> Pack:
    """Keep what HR wrote so far, however unfinished. Raises NoRoom."""
    from senior_desktop.hr import pack

    vault.put_secret(DRAFT, pack.draft_bytes(one))
    return one


def pack_changed(one: Pack, **changes: Any) -> Pack:
    """`one` with other values in those fields; nothing is asked of it before it is handed out."""
    from senior_desktop.hr import pack

    return pack.changed(one, **changes)


def pack_changes(last: Pack | None, one: Pack, language: str = "da") -> tuple[tuple[str, str, str], ...]:
    """What `one` changes since `last`, as (what, was, becomes) in words."""
    from senior_desktop.hr import pack

    return tuple(pack_in_words.change(found, language, last, one) for found in pack.changes(last, one))


def shipped_letter(name: str) -> str:
    """The program's own words of a letter (`LETTERS`), as they are edited."""
    from senior_desktop.conversation import letters

    kind, _, language = name.rpartition("_")
    letter = letters.shipped(kind, language)
    return "\n".join([f"# {letter.title}", *letter.lines]) + "\n"


def fault_in_letter(text: str, language: str = "da") -> str:
    """What is wrong with a letter, in a sentence that names the line; "" when nothing is."""
    from senior_desktop.conversation import letters

    try:
        letters.read(text.encode())
    except TemplateFault as fault:
        return say(fault, language)
    return ""


def letter_preview(one: Pack, name: str, text: str) -> Document:
    """A letter as an employee would read it, filled with an invented one. text: its words; "" for those of the pack."""
    from senior_desktop import texts
    from senior_desktop.conversation import letters

    language = name.rpartition("_")[2]
    say_it = words(language)
    text = text or one.letters.get(name) or shipped_letter(name)
    invented = {key: say_it(f"pack.invented_{key}") for key in ("name", "leader", "leader_title", "unit", "day", "time", "place")}
    filled = letters.filled(letters.read(text.encode()), texts.facts(one, language) | invented | {"minutes": "60"})
    return Document("letter", "", 1, language, filled.title, "", one.municipality, "", letters.blocks(filled), confidential=False)


def save_fingerprint(vault: Vault, one: Pack, file: Path, language: str = "da") -> Path:
    """A page with the key's fingerprint, to hand out on paper. Raises as `save_pack`."""
    from senior_desktop.paper import pdf

    say_it, made = words(language), vault.now().isoformat(timespec="seconds")
    blocks = (Paragraph(say_it("pack.fingerprint_why")), Paragraph(own_fingerprint(vault), "strong"), Paragraph(say_it("pack.fingerprint_how"), "help"))
    page = Document("fingerprint", "", 1, language, say_it("pack.fingerprint_title"), "", one.municipality, made, blocks, confidential=False)
    return save_pack(file, pdf.make(page))


def published(vault: Vault) -> Pack | None:
    """The pack as it was last handed out, or None."""
    from senior_desktop.hr import pack

    raw = vault.secret(PUBLISHED)
    return None if raw is None else pack.decoded(raw)


def publish(vault: Vault, one: Pack, today: date) -> tuple[Pack, bytes]:
    """Sign the next version; the pack and the file's bytes. Raises PackRefused. A published version never changes.

    The same content again is the same version, byte for byte.
    """
    from senior_desktop.hr import pack
    from senior_desktop.vault import pack_key

    last = published(vault)
    if last is not None and pack.changed(one, version=last.version, made=last.made) == last:
        one = last
    else:
        one = pack.changed(one, version=(last.version if last is not None else 0) + 1, made=today.isoformat())
    content = pack.encoded(one)
    file = pack.wrapped(content, pack_key.public(vault), pack_key.sign(vault, pack.to_sign(content)))
    _remember_key(vault, one)
    vault.put_secret(PUBLISHED, content)
    vault.drop_secret(DRAFT)
    return one, file


def own_fingerprint(vault: Vault) -> str:
    """HR's key as leaders compare it, in groups of four."""
    from senior_desktop.vault import pack_key

    return _grouped(pack_key.public(vault))


def save_pack(file: Path, content: bytes) -> Path:
    """Write a pack where HR chose. Raises RemovableForbidden, FolderUnwritable, NoRoom."""
    drives.may_export(file.parent)
    return paths.write(file, content, replace=True)


def organisation_keys(vault: Vault) -> tuple[bytes, ...]:
    """Every key HR's own packs have given to leaders: by them HR knows their files for it."""
    return pack_in_force.keys(vault)


# A leader's side ------------------------------------------------------------------------------------------------------


def look_at(vault: Vault, file: bytes, language: str = "da") -> Seen:
    """What the pack in `file` is and would change; nothing is changed. Raises PackRefused: place, fault (a code)."""
    from senior_desktop.hr import pack
    from senior_desktop.vault import pack_key

    found = pack.envelope(file)
    if not pack_key.holds(found.key, found.signature, pack.to_sign(found.content)):
        raise PackRefused(place="", fault="altered")
    one, now = pack.decoded(found.content), pack_in_force.in_force(vault)
    trust = _trust(vault, found.key)
    if now is not None and now.id != one.id and trust == "new":
        raise PackRefused(place="", fault="foreign")
    digest = pack.digest(found.content)
    taken = digest == pack_in_force.digest_in_force(vault)
    if now is not None and now.id == one.id and not taken and one.version <= now.version:
        raise PackRefused(place="", fault="older")
    told = pack_changes(now, one, language) if not taken else ()
    return Seen(one, found.content, found.key, _grouped(found.key), trust, told, taken)


def pack_content(file: Path) -> bytes:
    """The bytes of a pack file, no more than one can have. Raises PackRefused when it cannot be read."""
    from senior_desktop.hr import pack

    try:
        with file.open("rb") as opened:
            return opened.read(pack.LARGEST + 1)
    except OSError as fault:
        raise PackRefused(place="", fault="no_pack") from fault


def keys_of_pack(file: Path) -> tuple[bytes, ...]:
    """The organisation key in a pack file, its signature looked at; () when it has none. Raises PackRefused."""
    from senior_desktop.hr import pack
    from senior_desktop.vault import pack_key

    found = pack.envelope(pack_content(file))
    if not pack_key.holds(found.key, found.signature, pack.to_sign(found.content)):
        raise PackRefused(place="", fault="altered")
    key = pack.decoded(found.content).key
    return (bytes.fromhex(key),) if key else ()


def take(vault: Vault, seen: Seen) -> Pack:
    """The pack is in force from now on; talks under way keep theirs. The leader has compared the key, or IT has named it."""
    from senior_desktop.vault import audit

    _remember_key(vault, seen.pack)
    vault.put_secret(TRUSTED, seen.key.encode())
    digest = pack_in_force.put(vault, seen.pack, seen.content)
    audit.note(vault, audit.Event.PACK_TAKEN, digest[:32])
    for seal in seen.pack.seals:
        _know(vault, seal)
    call_the_talk(vault)
    return seen.pack


def laid_out(vault: Vault, language: str = "da") -> Seen | None:
    """The newest pack that IT has laid in the machine's folder and that is not in force yet, or None.

    A file that cannot be read or is older is passed over: `look_at` says why when somebody opens it.
    """
    best: Seen | None = None
    for file in sorted(machine_folder().glob("*.seniorpack")) if paths.is_folder(machine_folder()) else ():
        try:
            seen = look_at(vault, pack_content(file), language)
        except PackRefused:
            continue
        if not seen.taken and (best is None or seen.pack.version > best.pack.version):
            best = seen
    return best


def machine_folder() -> Path:
    """Where IT lays packs: beside `policy.json`."""
    return policy_sources.file().parent / FOLDER


def call_the_talk(vault: Vault) -> None:
    """From now on the talk is called what the pack (or IT) calls it, in this process."""
    from senior_desktop.paper import labels

    labels.call_the_talk(pack_in_force.word(vault))


def about_pack(vault: Vault, language: str = "da") -> str:
    """One line for the start page: whose pack is in force, or that there is none and what is missing; also calls the talk what it says."""
    call_the_talk(vault)
    one, say_it = pack_in_force.in_force(vault), words(language)
    place = vault.workplace()
    lacking = [] if one is not None or place is None else [say_it(f"pack.place_{name}") for name in ("contact", "discussed") if not getattr(place, name)]
    return " ".join([described(one, language), *([say_it("pack.lacking", what=", ".join(lacking))] if lacking else [])])


def decided_by_pack(vault: Vault, language: str = "da") -> str:
    """Whose pack decides what stands grey in the settings; "" without one."""
    one = pack_in_force.in_force(vault)
    return "" if one is None else described(one, language)


def workplaces(vault: Vault) -> tuple[str, ...]:
    """The workplaces the pack names, for a leader to choose among; () without one."""
    one = pack_in_force.in_force(vault)
    return () if one is None else one.units


def fields_of_pack(vault: Vault) -> frozenset[str]:
    """Names of the workplace's fields that the pack has filled: they are not the leader's to say."""
    one = pack_in_force.in_force(vault)
    if one is None:
        return frozenset()
    return frozenset({"municipality", "data_officer"} | {name for name in ("contact", "discussed") if getattr(one, name)})


def with_known_seals(folder: Path, one: Pack) -> Pack:
    """`one` with the seals that the book in the data folder knows and has not blocked: leaders' programs will know them too."""
    from senior_desktop.hr import pack
    from senior_desktop.paper import seals

    found = seals.known_seals(folder).known
    return pack.changed(one, seals=tuple(pack.Seal(seal.label, key) for key, seal in sorted(found.items()) if not seal.blocked and seal.kind == "leader"))


def described(one: Pack | None, language: str = "da") -> str:
    """One line about the pack in force, or that there is none."""
    say_it = words(language)
    if one is None:
        return say_it("pack.none")
    return say_it("pack.in_force", municipality=one.municipality, version=one.version, made=pack_in_words.day(one.made, language))


def _remember_key(vault: Vault, one: Pack) -> None:
    known = pack_in_force.keys(vault)
    if one.key and bytes.fromhex(one.key) not in known:
        vault.put_secret(pack_in_force.KEYS, " ".join([*(key.hex() for key in known), one.key]).encode())


def _know(vault: Vault, seal: Any) -> None:
    from senior_desktop.paper import seals

    seals.remember(vault.folder, seal.fingerprint, seal.label, "leader")


def _trust(vault: Vault, key: str) -> str:
    named = policy.in_force().found("TemplateTrustKeys").value
    if named:
        if key in named:  # type: ignore[operator]
            return "it"
        raise PackRefused(place="", fault="not_its_key")
    return "known" if (vault.secret(TRUSTED) or b"").decode() == key else "new"


def _grouped(key: str) -> str:
    return " ".join(key[at : at + 4] for at in range(0, len(key), 4)).upper()
