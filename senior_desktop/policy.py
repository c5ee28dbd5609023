# SPDX-License-Identifier: EUPL-1.2
"""What IT has fixed -> one value per name, with where it came from; an invalid one falls to the stricter.

Order, per name: machine policy, user policy (Windows registry), `policy.json` in ProgramData or /etc, else the
default. `policy.json` counts only where the user cannot write it. Names, ranges and "falls to" are
those of the administrators' guide; each later version only adds names.
"""

import json
import os
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

Value = str | int


@dataclass(frozen=True, slots=True)
class Rule:
    """One policy: its default, what an invalid value falls to, and what is allowed (a range or a list)."""

    default: Value
    falls_to: Value
    allowed: range | tuple[str, ...] | None = None

    def fits(self, value: Any) -> bool:
        """Whether `value` has the right type and lies in the range."""
        if isinstance(value, bool) or type(value) is not type(self.default):
            return False
        return self.allowed is None or value in self.allowed


RULES: Mapping[str, Rule] = {
    "KeyMode": Rule("standard", "strict", ("standard", "strict")),
    "MinPassphraseLength": Rule(12, 16, range(12, 65)),
    "MinBatch": Rule(5, 10, range(5, 51)),
    "ReportMinPeople": Rule(20, 50, range(20, 1001)),
    "ReportMinBatches": Rule(3, 5, range(3, 101)),
    "Language": Rule("da", "da", ("da", "en")),
    "OrganisationName": Rule("", ""),
}


@dataclass(frozen=True, slots=True)
class Found:
    """A value in force; `source` is "machine", "user", "file" or "default"; `fell`: it was invalid there."""

    value: Value
    source: str
    fell: bool = False


class Policy:
    """All values in force."""

    def __init__(self, sources: Mapping[str, Mapping[str, Any]]) -> None:
        """`sources` in order of rank: source name -> names and raw values."""
        self._found = {name: _decide(name, rule, sources) for name, rule in RULES.items()}

    def found(self, name: str) -> Found:
        """The value of `name` and where it came from. Raises KeyError for an unknown name."""
        return self._found[name]

    def number(self, name: str) -> int:
        """The value of a numeric policy."""
        return int(self._found[name].value)

    def text(self, name: str) -> str:
        """The value of a text policy."""
        return str(self._found[name].value)

    @property
    def device_allowed(self) -> bool:
        """Whether the computer's key store may open the vault (KeyMode standard)."""
        return self.text("KeyMode") == "standard"


def in_force() -> Policy:
    """The policies on this computer."""
    return Policy({"machine": _registry("HKEY_LOCAL_MACHINE"), "user": _registry("HKEY_CURRENT_USER"), "file": read(_file())})


def _decide(name: str, rule: Rule, sources: Mapping[str, Mapping[str, Any]]) -> Found:
    for source, values in sources.items():
        if name in values:
            value = values[name]
            return Found(value, source) if rule.fits(value) else Found(rule.falls_to, source, fell=True)
    return Found(rule.default, "default")


def _file() -> Path:
    if sys.platform == "win32":
        return Path(os.environ.get("PROGRAMDATA", r"C:\ProgramData")) / "Seniorsamtale" / "policy.json"
    return Path("/etc/seniorsamtale/policy.json")


def read(file: Path) -> Mapping[str, Any]:
    """The names in `file`; none when there is no file or the user could have written it himself.

    A file that cannot be read as JSON makes every name fall to the stricter: IT wanted something.
    """
    try:
        if not file.is_file() or _writable(file):
            return {}
        values = json.loads(file.read_text(encoding="utf-8"))
    except (OSError, ValueError, RecursionError):
        return dict.fromkeys(RULES, None)
    return values if isinstance(values, dict) else dict.fromkeys(RULES, None)


def _writable(file: Path) -> bool:
    """root may write anything, so for root only the owner counts."""
    if sys.platform == "win32":
        return _opens_for_writing(file)
    if hasattr(os, "getuid") and os.getuid() == 0:
        return file.stat().st_uid != 0
    return os.access(file, os.W_OK) or os.access(file.parent, os.W_OK)


def _opens_for_writing(file: Path) -> bool:
    """Tried, not asked: on Windows `os.access` knows no access list and calls every folder writable."""
    try:
        os.close(os.open(file, os.O_WRONLY))
    except PermissionError:
        return False
    return True


def _registry(hive: str) -> Mapping[str, Any]:
    if sys.platform != "win32":
        return {}
    import winreg

    found: dict[str, Any] = {}
    try:
        with winreg.OpenKey(getattr(winreg, hive), r"Software\Policies\Seniorsamtale", 0, winreg.KEY_READ | winreg.KEY_WOW64_64KEY) as key:
            for place in range(winreg.QueryInfoKey(key)[1]):
                name, value, _ = winreg.EnumValue(key, place)
                found[name] = value
    except FileNotFoundError:
        return {}
    return found
