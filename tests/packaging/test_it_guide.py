# SPDX-License-Identifier: EUPL-1.2
"""packaging/IT.md: its table of policies is the program's own, and the commands and codes it names are real."""

import argparse
import re
from pathlib import Path

import pytest

from senior_desktop import cli, data_folder, paths, policy_sources
from senior_desktop.paper import labels
from senior_desktop.policy import OFF_ON, RULES
from senior_desktop.policy_show import in_words

GUIDE = (Path(__file__).parents[2] / "packaging" / "IT.md").read_text(encoding="utf-8")


def row(name: str) -> str:
    """The line of the table that IT reads about `name`."""
    rule, words = RULES[name], labels.words("da")
    match rule.allowed:
        case range() as allowed:
            kind, taken = "DWORD", "0 eller 1" if allowed == OFF_ON else f"{allowed[0]}–{allowed[-1]}"
        case tuple() as choices:
            kind, taken = "SZ", " / ".join(choices)
        case _ if isinstance(rule.default, tuple):
            kind, taken = "MULTI_SZ", "liste"
        case _:
            kind, taken = "SZ", "lokal mappe" if rule.folder else "tekst"
    default, falls = in_words(rule.default, "da"), in_words(rule.falls_to, "da")
    return f"| `{name}` | {kind} | {taken} | {default} | {falls} | {words(f'policy.{name}_help')} |"


def test_the_table_of_policies_is_the_programs_own() -> None:
    """Every name in order, with kind, range, default and what an invalid value gives."""
    found = [line for line in GUIDE.splitlines() if re.match(r"\| `[A-Z]\w+` \| (DWORD|SZ|MULTI_SZ) ", line)]
    assert found == [row(name) for name in RULES]


def test_the_places_it_names_are_the_programs_own() -> None:
    """Registry key, files and folders."""
    for place in (policy_sources.KEY, r"%ProgramData%\Seniorsamtale\policy.json", r"%LOCALAPPDATA%\Seniorsamtale", data_folder.FLAG, data_folder.BESIDE):
        assert place in GUIDE, place
    for name in ("vault.db", "vault.json", "seals.json", "settings.json", "tombstones.json", "log.txt"):
        assert f"`{name}`" in GUIDE
        assert any(f'"{name}"' in file.read_text(encoding="utf-8") for file in paths.PACKAGE.rglob("*.py")), name


@pytest.mark.parametrize("line", re.findall(r"^(?:& )?Seniorsamtale\.exe (.+)$", GUIDE, re.MULTILINE))
def test_each_command_it_shows_is_understood(line: str) -> None:
    """As the program's own parser reads it."""
    said = cli.parser().parse_args(line.replace('"', "").split())
    assert isinstance(said, argparse.Namespace)


def test_its_exit_codes_are_the_programs_own() -> None:
    """The table of the program's codes, each with a meaning."""
    table = GUIDE.split("### Programmets egne koder")[1].split("\n#")[0]
    found = {int(code) for code in re.findall(r"^\| (\d+) \| \S", table, re.MULTILINE)}
    assert found == {cli.DONE, cli.LOOK, cli.RED, cli.UNREADABLE, cli.FORBIDDEN, cli.USAGE, cli.FAULT}
