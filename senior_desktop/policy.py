# SPDX-License-Identifier: EUPL-1.2
"""What IT has fixed -> one value per name, with where it came from; an invalid one falls to the stricter.

Order, per name: machine policy, user policy (Windows registry), `policy.json` in ProgramData or /etc
(`policy_sources`), the user's own setting where the program has one, the default. Names, ranges and
"falls to" are those of the administrators' guide (packaging/IT.md); each later version only adds names.
"""

import os
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from senior_desktop import paths, policy_sources
from senior_desktop.errors import BadFolder

Value = str | int | tuple[str, ...]

OFF_ON = range(2)
"""A switch: 0 or 1."""

NOTHING = "none"
"""What a list of permitted things falls to: it permits nothing. Empty would permit everything."""

LONGEST = 1000
"""Characters in one text value."""

MOST = 100
"""Entries in a list."""

BY_IT = ("machine", "user", "file")
"""The sources that are IT's, in order of rank."""


@dataclass(frozen=True, slots=True)
class Rule:
    """One policy: its default, what an invalid value falls to, and what is allowed.

    allowed: a range of numbers, the words to choose among, or the pattern of a text (each, in a list).
    folder: a text that must name a folder of this computer's own. names: what a pattern cannot say of a text
    that is neither empty nor NOTHING. setting: the user has a say where IT has none. since: the version from
    which it takes effect.
    """

    default: Value
    falls_to: Value
    allowed: range | tuple[str, ...] | re.Pattern[str]
    folder: bool = False
    names: Callable[[str], bool] | None = None
    setting: bool = False
    since: str = "0.1"

    def fits(self, value: Any) -> bool:
        """Whether `value` has the right type and lies in the range."""
        if isinstance(self.default, tuple):
            return isinstance(value, list | tuple) and len(value) <= MOST and all(map(self._one_fits, value))
        return self._one_fits(value)

    def _one_fits(self, value: Any) -> bool:
        if isinstance(self.allowed, range):
            return type(value) is int and value in self.allowed  # a bool is no number here
        if type(value) is not str or len(value) > LONGEST:
            return False
        if isinstance(self.allowed, re.Pattern):
            if self.allowed.fullmatch(value) is None or not value.isprintable() or (self.folder and not _own_folder(value)):
                return False
            return self.names is None or value in ("", NOTHING) or self.names(value)
        return value in self.allowed


TEXT = re.compile(r"|\S(.*\S)?")
"""Nothing, or a line without blanks at its ends."""

NAME = re.compile(r"|\S(.{0,118}\S)?")
"""What is printed on paper: at most 120 characters."""

KEY = re.compile(rf"{NOTHING}|[0-9a-f]{{64}}")
"""An Ed25519 public key: 32 bytes in hexadecimal."""

TEMPLATE = re.compile(rf"|{NOTHING}|[a-z][a-z0-9_-]{{0,63}}\.[1-9][0-9]{{0,3}}")
"""A template's id and version, as in "senior.1"."""

KEY_IN_WORDS = re.compile(r"[0-9a-fA-F]{64}|[A-Za-z0-9+/]{42}[AEIMQUYcgkosw048]=")
"""An X25519 public key: 32 bytes in hexadecimal or base64 (the last letter carries four bits)."""

QUESTIONS = re.compile(r"|sen1-(e05|e1|e2)|valg1-[1-9a-f][0-9a-f]{0,7}-(e05|e1|e2)")
"""Which questions a file for HR counts, and with how much noise, as HR's window writes it."""

MOST_QUESTIONS = 8
"""Each costs a share of the budget of one person (anonymity, decision 4)."""

PICTURES = (".png", ".jpg", ".jpeg")
"""What a logo may be."""


def _public_key(value: str) -> bool:
    """Whether `value` is a key, or the full path of a file on this computer that holds one and nothing else."""
    if KEY_IN_WORDS.fullmatch(value):
        return True
    if not _own_file(value):
        return False
    try:
        with Path(value).open(encoding="ascii") as file:
            return KEY_IN_WORDS.fullmatch(file.read(LONGEST).strip()) is not None
    except (OSError, ValueError):  # ValueError: not ASCII
        return False


def _within_budget(value: str) -> bool:
    """Whether no more questions are chosen than one person's budget allows."""
    return not value.startswith("valg1-") or int(value.split("-")[1], 16).bit_count() <= MOST_QUESTIONS


def _picture(value: str) -> bool:
    """Whether `value` is the full path of a picture file on this computer."""
    return Path(value).suffix.lower() in PICTURES and _own_file(value)


RULES: Mapping[str, Rule] = {
    "KeyMode": Rule("standard", "strict", ("standard", "strict")),
    "MinPassphraseLength": Rule(12, 16, range(12, 65)),
    "IdleLockMinutes": Rule(10, 5, range(1, 61), setting=True),
    "DataFolder": Rule("", "", TEXT, folder=True),
    "RetentionDaysAfterClosing": Rule(30, 30, range(1, 91)),
    "RetentionMonthsAfterTalk": Rule(18, 18, range(3, 37)),
    "MinBatch": Rule(5, 10, range(5, 51)),
    "IndicatorSet": Rule("", "sen1-e05", QUESTIONS, names=_within_budget),
    "ReportMinPeople": Rule(20, 50, range(20, 1001)),
    "ReportMinBatches": Rule(3, 5, range(3, 101)),
    "AllowUnkeyedBatch": Rule(0, 0, OFF_ON),
    "AttachData": Rule(1, 0, OFF_ON),
    "TemplateTrustKeys": Rule((), (NOTHING,), KEY),
    "ForcedTemplate": Rule("", NOTHING, TEMPLATE),
    "EscrowPublicKey": Rule("", NOTHING, TEXT, names=_public_key),
    "AllowPortable": Rule(0, 0, OFF_ON),
    "AllowRemovableExport": Rule(1, 0, OFF_ON),
    "Language": Rule("da", "da", ("da", "en"), setting=True),
    "OfferAge": Rule(58, 58, range(50, 71), setting=True),
    "OfferAgainMonths": Rule(12, 12, range(6, 37), setting=True),
    "ProductWord": Rule("seniorsamtale", "seniorsamtale", ("seniorsamtale", "senkarrieresamtale", "livsfasesamtale")),
    "OrganisationName": Rule("", "", NAME),
    "OrganisationLogo": Rule("", "", TEXT, names=_picture),
}


@dataclass(frozen=True, slots=True)
class Found:
    """A value in force; `source`: "machine", "user", "file", "pack", "setting", "portable" or "default"; `fell`: invalid there."""

    value: Value
    source: str
    fell: bool = False


class Policy:
    """All values in force. remarks: what was wrong with a source as a whole, by source (`policy_sources`)."""

    def __init__(self, sources: Mapping[str, Mapping[str, Any]], remarks: Mapping[str, str] | None = None) -> None:
        """`sources` in order of rank: source name -> names and raw values."""
        self._found = {name: _decide(name, rule, sources) for name, rule in RULES.items()}
        self.remarks = dict(remarks or {})
        self.unknown = tuple((source, name) for source in BY_IT for name in sources.get(source, ()) if name not in RULES)
        """(source, name) of what no policy is called: a slip of the pen would otherwise go unseen."""

    def found(self, name: str) -> Found:
        """The value of `name` and where it came from. Raises KeyError for an unknown name."""
        return self._found[name]

    def number(self, name: str) -> int:
        """The value of a numeric policy."""
        value = self._found[name].value
        assert isinstance(value, int)
        return value

    def text(self, name: str) -> str:
        """The value of a text policy."""
        value = self._found[name].value
        assert isinstance(value, str)
        return value

    def locked(self, name: str) -> bool:
        """Whether IT has decided `name`, so that the user's control is shown and cannot be moved."""
        return self._found[name].source in BY_IT

    def by_pack(self, name: str) -> bool:
        """Whether the municipality's pack has decided `name`; the control is shown and cannot be moved either."""
        return self._found[name].source == "pack"

    @property
    def device_allowed(self) -> bool:
        """Whether the computer's key store may open the vault (KeyMode standard)."""
        return self.text("KeyMode") == "standard"

    def carried(self) -> "Policy":
        """The same for a folder that is carried about: only the passphrase or the recovery sheet opens the vault."""
        other = Policy({})
        other._found, other.remarks, other.unknown = {**self._found, "KeyMode": Found("strict", "portable")}, self.remarks, self.unknown
        return other


def in_force(settings: Mapping[str, Any] | None = None, pack: Mapping[str, Any] | None = None) -> Policy:
    """The policies on this computer. settings: policy name -> the user's own choice, where the program has one.

    pack: what the municipality's pack says; below IT's word, above the user's.
    """
    sources, remarks = policy_sources.read_all(tuple(RULES))
    return Policy({**sources, "pack": pack or {}, "setting": settings or {}}, remarks)


def folder_named(value: str) -> Path:
    """The folder that a valid, non-empty `DataFolder` names, its %VARIABLES% filled in for this user."""
    return Path(os.path.expandvars(value))


def _decide(name: str, rule: Rule, sources: Mapping[str, Mapping[str, Any]]) -> Found:
    for source, values in sources.items():
        if name in values and (source != "setting" or rule.setting):
            value = values[name]
            if not rule.fits(value):
                return Found(rule.falls_to, source, fell=True)
            return Found(tuple(value) if isinstance(value, list) else value, source)
    return Found(rule.default, "default")


def _own_folder(value: str) -> bool:
    """Whether `value` is empty or a full path on this computer; a network or synchronised folder is none."""
    if not value:
        return True
    folder = folder_named(value)
    if not folder.is_absolute() or "%" in str(folder) or "$" in str(folder):  # a variable that nobody set
        return False
    try:
        paths.refuse_shared(folder)
    except (BadFolder, OSError, RuntimeError):  # RuntimeError: a link that leads to itself
        return False
    return True


def _own_file(value: str) -> bool:
    """Whether `value` is the full path of a file in a folder of this computer's own; nothing is fetched from elsewhere."""
    file = Path(value)
    try:
        return _own_folder(str(file.parent)) and paths.is_file(file)
    except OSError:  # a name too long, a folder that may not be looked into
        return False
