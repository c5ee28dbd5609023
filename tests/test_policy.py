# SPDX-License-Identifier: EUPL-1.2
"""What IT has fixed: rank of the sources, ranges, and an invalid value falls to the stricter."""

import json
import os
import sys
from pathlib import Path

import pytest

from senior_desktop import policy
from senior_desktop.policy import RULES, Policy

VALID = {
    "KeyMode": ["standard", "strict"],
    "MinPassphraseLength": [12, 20, 64],
    "MinBatch": [5, 7, 50],
    "ReportMinPeople": [20, 1000],
    "ReportMinBatches": [3, 100],
    "Language": ["da", "en"],
    "OrganisationName": ["", "Eksempel Kommune"],
}
OUT_OF_RANGE = {
    "KeyMode": "loose",
    "MinPassphraseLength": 11,
    "MinBatch": 4,
    "ReportMinPeople": 19,
    "ReportMinBatches": 2,
    "Language": "sv",
}
STRICTER = {
    "KeyMode": "strict",
    "MinPassphraseLength": 16,
    "MinBatch": 10,
    "ReportMinPeople": 50,
    "ReportMinBatches": 5,
}
WRONG_TYPES = [None, True, 12.5, [], {}, "12", 5]
SOURCES = ["machine", "user", "file"]


@pytest.mark.parametrize("name", RULES)
def test_unset_is_the_default(name: str) -> None:
    """Without IT the program behaves as it was made, and says so."""
    found = Policy({source: {} for source in SOURCES}).found(name)
    assert (found.value, found.source, found.fell) == (RULES[name].default, "default", False)
    assert RULES[name].fits(RULES[name].default) and RULES[name].fits(RULES[name].falls_to)


@pytest.mark.parametrize("source", SOURCES)
@pytest.mark.parametrize(("name", "value"), [(name, value) for name, values in VALID.items() for value in values])
def test_a_valid_value_is_in_force(name: str, value: object, source: str) -> None:
    """From whichever source, and the source is named."""
    found = Policy({source: {name: value}}).found(name)
    assert (found.value, found.source, found.fell) == (value, source, False)


@pytest.mark.parametrize("source", SOURCES)
@pytest.mark.parametrize("name", RULES)
def test_an_invalid_value_falls_to_the_stricter(name: str, source: str) -> None:
    """IT wanted something: out of range or of the wrong type, the stricter holds, and it is said that it fell."""
    wrong = [value for value in WRONG_TYPES if type(value) is not type(RULES[name].default)]
    assert len(wrong) >= 5
    for value in [*wrong, *([OUT_OF_RANGE[name]] if name in OUT_OF_RANGE else [])]:
        found = Policy({source: {name: value}}).found(name)
        assert (found.value, found.source, found.fell) == (RULES[name].falls_to, source, True), value
    if name in STRICTER:
        assert RULES[name].falls_to == STRICTER[name]


def test_the_machines_policy_ranks_first() -> None:
    """A user cannot undo what the machine says, not even where the machine's own value is invalid."""
    sources = {
        "machine": {"MinBatch": 20},
        "user": {"MinBatch": 6, "Language": "en"},
        "file": {"MinBatch": 5, "Language": "da"},
    }
    found = Policy(sources)
    assert (found.number("MinBatch"), found.text("Language")) == (20, "en")
    assert Policy({**sources, "machine": {"MinBatch": 0}}).number("MinBatch") == STRICTER["MinBatch"]
    assert not Policy({"file": {"KeyMode": "strict"}}).device_allowed and Policy({}).device_allowed


def test_the_registry_is_windows_alone() -> None:
    """On other systems only the file speaks; the real one may be absent."""
    assert policy.in_force().found("MinBatch").source in ("default", "file", "machine", "user")


def test_only_a_file_the_user_cannot_write_counts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Otherwise a user would be his own IT department. root may write anything, so for root the owner counts."""
    file = tmp_path / "policy.json"
    assert policy.read(file) == {}
    file.write_text(json.dumps({"MinBatch": 8}), encoding="utf-8")
    if os.getuid() == 0:
        assert policy.read(file) == {"MinBatch": 8}
        os.chown(file, 65534, -1)
        assert policy.read(file) == {}
    else:
        assert policy.read(file) == {}
    monkeypatch.setattr(os, "getuid", lambda: 1000)
    assert policy.read(file) == {}, "a file in a folder of the user's own"


def test_on_windows_the_file_itself_is_tried(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """There `os.access` calls every folder writable, and no policy.json would ever count."""
    file = tmp_path / "policy.json"
    file.write_text(json.dumps({"MinBatch": 8}), encoding="utf-8")
    monkeypatch.setattr(sys, "platform", "win32")
    assert policy.read(file) == {}

    def refused(*_: object) -> int:
        raise PermissionError

    monkeypatch.setattr(os, "open", refused)
    assert not policy._opens_for_writing(file)


@pytest.mark.parametrize("content", [b"[" * 100_000, b"{", b"\xff\xfe", b"[1]", b'"MinBatch"', b"12"])
def test_an_unreadable_file_makes_every_name_stricter(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, content: bytes
) -> None:
    """Damage never loosens anything."""
    file = tmp_path / "policy.json"
    file.write_bytes(content)
    monkeypatch.setattr(policy, "_writable", lambda _: False)
    found = Policy({"file": policy.read(file)})
    assert {name: found.found(name).value for name in RULES} == {name: rule.falls_to for name, rule in RULES.items()}
