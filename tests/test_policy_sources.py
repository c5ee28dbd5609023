# SPDX-License-Identifier: EUPL-1.2
"""Where policies are read: a file the user could have written counts for nothing, a damaged one makes all stricter."""

import json
import os
import sys
from contextlib import nullcontext
from pathlib import Path
from typing import Any

import pytest

from senior_desktop import policy_sources
from senior_desktop.policy import RULES, Policy

NAMES = tuple(RULES)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """A policy.json in a folder of its own."""
    one = tmp_path / "policy.json"
    one.write_text(json.dumps({"MinBatch": 8}), encoding="utf-8")
    return one


@pytest.fixture
def not_ours(monkeypatch: pytest.MonkeyPatch) -> None:
    """The file counts as one that only IT can write."""
    monkeypatch.setattr(policy_sources, "writable", lambda _: False)


def test_only_a_file_the_user_cannot_write_counts(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Otherwise a user would be his own IT department. root may write anything, so for root the owner counts."""
    assert policy_sources.read(file.with_name("none.json"), NAMES) == ({}, "")
    if os.getuid() == 0:
        assert policy_sources.read(file, NAMES) == ({"MinBatch": 8}, "")
        os.chown(file, 65534, -1)
        assert policy_sources.read(file, NAMES) == ({}, "ignored")
        os.chown(file, 0, -1)
        os.chown(file.parent, 65534, -1)
    assert policy_sources.read(file, NAMES) == ({}, "ignored"), "a file in a folder of the user's own"
    monkeypatch.setattr(os, "getuid", lambda: 1000)
    assert policy_sources.read(file, NAMES) == ({}, "ignored")


@pytest.mark.parametrize(
    ("granted", "counts"),
    [
        (set(), True),
        ({("policy.json", policy_sources.GENERIC_WRITE)}, False),
        ({("policy.json", policy_sources.DELETE)}, False),
        ({("policy.json", policy_sources.WRITE_DAC)}, False),
        ({("policy.json", policy_sources.WRITE_OWNER)}, False),
        ({("folder", policy_sources.DELETE)}, False),
        ({("folder", policy_sources.DELETE_CHILD)}, False),
        ({("folder", policy_sources.GENERIC_WRITE)}, True),  # adding files there, as ProgramData lets everybody, changes nothing
    ],
)
def test_on_windows_each_right_that_lets_the_user_replace_it_is_tried(
    file: Path, monkeypatch: pytest.MonkeyPatch, granted: set[tuple[str, int]], counts: bool
) -> None:
    """There `os.access` calls every folder writable. The asking itself is Windows' and is not tried here."""
    monkeypatch.setattr(sys, "platform", "win32")
    monkeypatch.setattr(policy_sources, "_may", lambda target, right: (target.name if target == file else "folder", right) in granted)
    values, remark = policy_sources.read(file, NAMES)
    assert (values, remark) == (({"MinBatch": 8}, "") if counts else ({}, "ignored"))


@pytest.mark.parametrize("content", [b"[" * 100_000, b"{", b'{"MinBatch": 8, "MinBatch": 5}', b'{"MinBatch": 8, "x": {"a": 1, "a": 2}}', b"\xff\xfe{", b"[1]", b'"MinBatch"', b"12", "{}".encode("utf-16"), b""])
@pytest.mark.usefixtures("not_ours")
def test_an_unreadable_file_makes_every_name_stricter(file: Path, content: bytes) -> None:
    """Damage never loosens anything, and is told."""
    file.write_bytes(content)
    values, remark = policy_sources.read(file, NAMES)
    found = Policy({"file": values})
    assert {name: found.found(name).value for name in RULES} == {name: rule.falls_to for name, rule in RULES.items()}
    assert remark == "unreadable"


@pytest.mark.usefixtures("not_ours")
def test_the_mark_that_windows_editors_put_first_is_no_damage(file: Path) -> None:
    """PowerShell and Notepad write one."""
    file.write_text(json.dumps({"MinBatch": 8}), encoding="utf-8-sig")
    assert policy_sources.read(file, NAMES) == ({"MinBatch": 8}, "")


class Registry:
    """winreg's three calls over a dict: hive -> names and values; a value may be an error to raise."""

    HKEY_LOCAL_MACHINE, HKEY_CURRENT_USER, KEY_READ, KEY_WOW64_64KEY = "machine", "user", 1, 256

    def __init__(self, hives: dict[str, Any]) -> None:
        self.hives = hives

    def OpenKey(self, hive: str, path: str, _: int, access: int) -> Any:
        assert path == r"Software\Policies\Seniorsamtale" and access & self.KEY_WOW64_64KEY
        if isinstance(self.hives.get(hive), OSError):
            raise self.hives[hive]
        if hive not in self.hives:
            raise FileNotFoundError
        return nullcontext(list(self.hives[hive].items()))

    def QueryInfoKey(self, rows: list[Any]) -> tuple[int, int, int]:
        return 0, len(rows), 0

    def EnumValue(self, rows: list[Any], place: int) -> tuple[str, Any, int]:
        return (*rows[place], 0)


@pytest.fixture
def windows(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Any:
    """A Windows whose registry holds what is given; its ProgramData is empty."""
    monkeypatch.setattr(sys, "platform", "win32")
    monkeypatch.setenv("PROGRAMDATA", str(tmp_path / "ProgramData"))
    return lambda **hives: monkeypatch.setitem(sys.modules, "winreg", Registry(hives))


def test_the_registry_gives_numbers_texts_and_lists_by_their_kind(windows: Any) -> None:
    """DWORD, SZ and MULTI_SZ arrive as int, str and list; a name in other letters is the same name there."""
    key = "ab" * 32
    windows(machine={"minbatch": 9, "KeyMode": "strict", "TemplateTrustKeys": [key], "Frembragt": 1}, user={"MinBatch": 6, "Language": "en"})
    sources, remarks = policy_sources.read_all(NAMES)
    rules = Policy(sources, remarks)
    assert (rules.number("MinBatch"), rules.text("KeyMode"), rules.found("TemplateTrustKeys").value) == (9, "strict", (key,))
    assert rules.found("Language").source == "user" and rules.unknown == (("machine", "Frembragt"),) and not rules.remarks


def test_a_registry_that_may_not_be_read_makes_every_name_stricter(windows: Any) -> None:
    """IT wanted something; what the user's own part says does not count either."""
    windows(machine=PermissionError(), user={"MinBatch": 5})
    sources, remarks = policy_sources.read_all(NAMES)
    assert Policy(sources).number("MinBatch") == 10 and remarks == {"machine": "unreadable"}


def test_without_any_key_nothing_is_fixed(windows: Any) -> None:
    """The ordinary private computer."""
    windows()
    assert policy_sources.read_all(NAMES) == ({"machine": {}, "user": {}, "file": {}}, {})
