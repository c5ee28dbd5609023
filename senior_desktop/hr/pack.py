# SPDX-License-Identifier: EUPL-1.2
"""What a municipality has decided -> the bytes that are signed and handed out as a pack; and back, each fault with its place.

A pack is data: facts, rules by the names IT knows (`policy`), differences from the catalogue, letters, a template. It holds
nothing about any person, and nothing in it is run. `packs.py` signs it, looks at it and takes it.
"""

import re
from collections.abc import Iterator
from datetime import date
from hashlib import sha256

import msgspec

from senior_desktop import policy
from senior_desktop.conversation import letters, template
from senior_desktop.conversation.catalogue import Override, overridden, shipped
from senior_desktop.errors import PackRefused, TemplateFault

FORMAT = "senior-pack/1"
ENDING = ".seniorpack"

LARGEST = 2 * 1024 * 1024
"""Bytes of a whole pack file; a larger one is not read."""

LARGEST_LOGO = 200 * 1024

MOST_LINES = 200
"""Workplaces, seals, measures: more than any municipality has of one kind."""

RULES = (
    "OfferAge", "OfferAgainMonths", "RetentionDaysAfterClosing", "RetentionMonthsAfterTalk", "MinBatch", "IndicatorSet",
    "ProductWord",
)  # fmt: skip
"""Policies a pack may carry; IT's own word stands above it, the leader's own choice below."""

LETTERS = tuple(f"{name}_{language}" for name in ("invitation", "privacy", "employee", "leader") for language in ("da", "en"))
"""Letters a municipality may write itself; the rest are the program's."""

NEW, OTHER, GONE = "is_new", "is_other", "is_gone"
"""What became of something that is not told itself."""

_KEY = re.compile(r"[0-9a-f]{64}")
_LINE = re.compile(r"\S(.{0,198}\S)?")
_ID = re.compile(r"[0-9a-f]{32}")
_PICTURES = (b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff")


class Seal(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A seal that leaders' programs are to know: whose it is, and the certificate's fingerprint, 64 hex digits."""

    label: str
    fingerprint: str


class Pack(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """All that a municipality has decided.

    id: 32 random hex digits, the same in each version. version: from 1; a higher one takes the place of a lower.
    made, discussed: ISO dates ("" = not yet, for `discussed`: in HovedMED). municipality, units, contact, data_officer: facts
    in words. rules: policy name -> value. invitation_days, days_to_read, follow_up_months: the intervals of the talk.
    measures: how the catalogue differs here. letters: name of `LETTERS` -> its text. template: a whole template (TOML), ""
    for the program's. key: organisation key for sealing counts, 64 hex digits, "" for none. logo: a PNG or JPEG, b"" for none.
    pension_facts: whether employees may open the dated table (off unless HR says so).
    """

    id: str
    version: int
    made: str
    municipality: str
    data_officer: str
    contact: str = ""
    units: tuple[str, ...] = ()
    rules: dict[str, int | str] = {}
    invitation_days: int = 14
    days_to_read: int = 5
    follow_up_months: int = 3
    measures: tuple[Override, ...] = ()
    letters: dict[str, str] = {}
    template: str = ""
    discussed: str = ""
    key: str = ""
    seals: tuple[Seal, ...] = ()
    logo: bytes = b""
    pension_facts: bool = False


class Envelope(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A pack file: the content's bytes, and the Ed25519 key and signature over FORMAT, a line end, and those bytes."""

    format: str
    key: str
    signature: str
    content: bytes


class _Head(msgspec.Struct):
    format: str


def encoded(pack: Pack) -> bytes:
    """The bytes that are signed: the same pack gives the same bytes everywhere. Raises PackRefused when it breaks a rule."""
    check(pack)
    return msgspec.json.encode(pack, order="sorted")


def to_sign(content: bytes) -> bytes:
    """What a signature covers: the format too, so that no other file of ours passes for a pack."""
    return FORMAT.encode() + b"\n" + content


def wrapped(content: bytes, key: str, signature: str) -> bytes:
    """The file. key, signature: hex."""
    return msgspec.json.format(msgspec.json.encode(Envelope(FORMAT, key, signature, content)))


def envelope(file: bytes) -> Envelope:
    """The envelope in `file`, its signature not yet looked at. Raises PackRefused."""
    if len(file) > LARGEST:
        raise PackRefused(place="", fault="too_large")
    try:
        head = msgspec.json.decode(file, type=_Head)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as fault:
        raise PackRefused(place="", fault="no_pack") from fault
    if head.format != FORMAT:
        newer = re.fullmatch(r"senior-pack/[0-9]{1,4}", head.format) is not None
        raise PackRefused(place="", fault="newer" if newer else "no_pack")
    try:
        found = msgspec.json.decode(file, type=Envelope)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as fault:
        raise PackRefused(place=_place(fault), fault="damaged") from fault
    if _KEY.fullmatch(found.key) is None or re.fullmatch(r"[0-9a-f]{128}", found.signature) is None:
        raise PackRefused(place="key", fault="damaged")
    return found


def decoded(content: bytes) -> Pack:
    """The pack in signed bytes, checked whole. Raises PackRefused with the place of the fault."""
    try:
        pack = msgspec.json.decode(content, type=Pack)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as fault:
        raise PackRefused(place=_place(fault), fault="damaged") from fault
    check(pack)
    return pack


def changed(pack: Pack, **changes: object) -> Pack:
    """`pack` with other values in those fields."""
    return msgspec.structs.replace(pack, **changes)


def draft_bytes(pack: Pack) -> bytes:
    """A pack under work, kept as it is: nothing is asked of it before it is handed out."""
    return msgspec.json.encode(pack)


def read_draft(content: bytes) -> Pack:
    """What `draft_bytes` (or `encoded`) gave. Raises msgspec.DecodeError: only our own bytes come here."""
    return msgspec.json.decode(content, type=Pack)


def digest(content: bytes) -> str:
    """What a talk is pinned to: SHA-256 of the signed bytes, hex."""
    return sha256(content).hexdigest()


def check(pack: Pack) -> None:
    """What the types cannot say. Raises PackRefused(place=, fault=) for the first fault."""
    for place, reason in faults(pack):
        raise PackRefused(place=place, fault=reason)


def faults(pack: Pack) -> Iterator[tuple[str, str]]:
    """(place, code) of everything that keeps `pack` from being handed out, in the order of the fields."""
    yield from ((place, reason) for place, broken, reason in _faults(pack) if broken)
    for name, text in pack.letters.items():
        if name not in LETTERS:
            yield f"letters/{name}"[:80], "unknown_letter"
            continue
        try:
            letters.read(text.encode())
        except TemplateFault as fault:
            yield f"letters/{name}/{fault.facts['place']}", str(fault.facts["fault"])
    if pack.template:
        try:
            template.read(pack.template.encode())
        except TemplateFault as fault:
            yield f"template/{fault.facts['place']}", str(fault.facts["fault"])


def _faults(pack: Pack) -> Iterator[tuple[str, bool, str]]:
    """(place, whether it is at fault, code) in the order of the fields."""
    yield "id", _ID.fullmatch(pack.id) is None, "wrong_value"
    yield "version", not 1 <= pack.version <= 9999, "wrong_value"
    yield "made", not is_day(pack.made), "wrong_value"
    yield "discussed", pack.discussed != "" and not is_day(pack.discussed), "wrong_value"
    for place, line in (("municipality", pack.municipality), ("data_officer", pack.data_officer)):
        yield place, not _is_line(line), "no_words" if not line.strip() else "wrong_value"
    yield "contact", pack.contact != "" and not _is_line(pack.contact), "wrong_value"
    yield "units", len(pack.units) > MOST_LINES or not all(map(_is_line, pack.units)), "wrong_value"
    for place, days, allowed in (
        ("invitation_days", pack.invitation_days, range(14, 91)), ("days_to_read", pack.days_to_read, range(0, 31)),
        ("follow_up_months", pack.follow_up_months, range(1, 13)),
    ):  # fmt: skip
        yield place, days not in allowed, "wrong_value"
    for name, value in pack.rules.items():
        yield f"rules/{name}"[:80], name not in RULES, "unknown_rule"
        yield f"rules/{name}", not policy.RULES[name].fits(value), "over_budget" if name == "IndicatorSet" else "wrong_value"
    catalogue, seen = shipped(), set()
    yield "measures", len(pack.measures) > MOST_LINES, "wrong_value"
    for one in pack.measures:
        place = f"measures/{one.code}"[:80]
        yield place, catalogue.measure(one.code) is None, "unknown_measure"
        yield place, one.code in seen, "double"
        yield place, one.code == "K" and not one.offered, "no_change_stays"
        yield place, one.cost is not None and one.cost not in (0, 1, 2), "wrong_value"
        yield place, one.decides is not None and (not one.decides or not set(one.decides) <= set("LCOM")), "wrong_value"
        yield place, one.facts is not None and not is_day(one.valid), "no_date"
        for words in (one.text, one.facts):
            yield place, words is not None and not all(0 < len(said.strip()) <= 600 for said in (words.da, words.en)), "no_words"
            yield place, words is not None and template.AVOIDED.search(f"{words.da}\n{words.en}") is not None, "avoided_word"
        seen.add(one.code)
    yield "key", pack.key != "" and _KEY.fullmatch(pack.key) is None, "wrong_value"
    yield "seals", len(pack.seals) > MOST_LINES, "wrong_value"
    for at, seal in enumerate(pack.seals, 1):
        yield f"seals/{at}", not _is_line(seal.label) or re.fullmatch("[0-9A-F]{64}", seal.fingerprint) is None, "wrong_value"
    yield "logo", len(pack.logo) > LARGEST_LOGO, "too_large"
    yield "logo", pack.logo != b"" and not pack.logo.startswith(_PICTURES), "no_picture"


def changes(old: Pack | None, new: Pack) -> tuple[tuple[str, str, str], ...]:
    """What differs, as (place, old, new) in plain values, in the order of the fields; before a pack is taken they are shown.

    What is secret or long is told as a place and NEW, OTHER or GONE. old: None for the first pack.
    """
    found: list[tuple[str, str, str]] = []

    def tell(place: str, was: object, now: object, *, shown: bool = True) -> None:
        if was != now:
            found.append((place, str(was) if shown and old is not None else "", str(now) if shown else (OTHER if was else NEW) if now else GONE))

    before = old or Pack("", 0, "", "", "")
    for place in ("municipality", "data_officer", "contact", "discussed", "invitation_days", "days_to_read", "follow_up_months"):
        tell(place, getattr(before, place), getattr(new, place))
    tell("units", ", ".join(before.units), ", ".join(new.units))
    for name in RULES:
        tell(f"rules.{name}", before.rules.get(name, ""), new.rules.get(name, ""))
    was, now = ({one.code: one for one in pack.measures} for pack in (before, new))
    for code in sorted({*was, *now}):
        tell(f"measures.{code}", was.get(code), now.get(code), shown=False)
    for name in LETTERS:
        tell(f"letters.{name}", before.letters.get(name), new.letters.get(name), shown=False)
    for place in ("template", "key", "seals", "logo"):
        tell(place, getattr(before, place), getattr(new, place), shown=False)
    tell("pension_facts", before.pension_facts, new.pension_facts)
    return tuple(found)


def catalogue_of(pack: Pack) -> object:
    """The catalogue as this municipality has it (`conversation.catalogue.Catalogue`)."""
    return overridden(shipped(), pack.measures)


def is_day(text: str) -> bool:
    """Whether `text` is an ISO date, written as one is."""
    try:
        return date.fromisoformat(text).isoformat() == text
    except ValueError:
        return False


def _is_line(text: str) -> bool:
    return _LINE.fullmatch(text) is not None and text.isprintable()


def _place(fault: Exception) -> str:
    """Where in the file msgspec stumbled; never what stood there."""
    found = re.search(r"at `\$\.?([^`]{0,80})`", str(fault))
    return found[1] if found else ""
