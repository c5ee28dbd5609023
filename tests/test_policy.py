# SPDX-License-Identifier: EUPL-1.2
"""What IT has fixed: rank of the sources, ranges, and an invalid value falls to the stricter, never to the looser."""

from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from senior_desktop import paths, policy
from senior_desktop.policy import NOTHING, RULES, Policy, Value

HEX = "0123456789abcdef" * 4
FOLDER = str(Path.home() / "Seniorsamtale")
BASE64 = "AQIDBAUGBwgJCgsMDQ4PEBESExQVFhcYGRobHB0eHyA="  # the bytes 1 to 32
LOGO = str(paths.PACKAGE.parent / "packaging" / "pictures" / "theme.png")

# name: (default, falls to, valid values, values out of range), as the administrators' guide has them.
TABLE: dict[str, tuple[Value, Value, list[Any], list[Any]]] = {
    "KeyMode": ("standard", "strict", ["standard", "strict"], ["loose", "", "STRICT", "strict "]),
    "MinPassphraseLength": (12, 16, [12, 20, 64], [11, 65, 0, -12]),
    "IdleLockMinutes": (10, 5, [1, 10, 60], [0, 61, 10**9]),
    "DataFolder": ("", "", ["", FOLDER], ["talks", "~/talks", r"\\server\share", "//server/share", "/a/OneDrive - X/b", "/x\0", "/x\ny", "/%NOBODY%/x"]),
    "RetentionDaysAfterClosing": (30, 30, [1, 30, 90], [0, 91]),
    "RetentionMonthsAfterTalk": (18, 18, [3, 18, 36], [2, 37]),
    "MinBatch": (5, 10, [5, 7, 50], [4, 51, 0, -5]),
    "IndicatorSet": ("", "sen1-e05", ["", "sen1-e1", "sen1-e2", "valg1-ff-e1", "valg1-1fe-e05"], ["sen1-e3", "valg1-0-e1", "valg1-1ff-e1", "valg1-ff", "sen1"]),
    "ReportMinPeople": (20, 50, [20, 1000], [19, 1001]),
    "ReportMinBatches": (3, 5, [3, 100], [2, 101]),
    "AllowUnkeyedBatch": (0, 0, [0, 1], [2, -1]),
    "AttachData": (1, 0, [0, 1], [2, -1]),
    "TemplateTrustKeys": ((), (NOTHING,), [[], [HEX], [HEX, HEX], [NOTHING]], [[""], ["short"], [HEX, "short"], [HEX.upper()], [1], [HEX] * 101]),
    "ForcedTemplate": ("", NOTHING, ["", "senior.1", NOTHING], ["senior", "senior.0", "../senior.1", "senior.1\n"]),
    "EscrowPublicKey": ("", NOTHING, ["", HEX, HEX.upper(), BASE64, NOTHING], [" ", "a\nb", "x" * 1001, HEX[1:], BASE64[:-1], BASE64[:-2] + "B=", "kommune.pem", "/none/kommune.txt", LOGO]),
    "AllowPortable": (0, 0, [0, 1], [2, -1]),
    "AllowRemovableExport": (1, 0, [0, 1], [2, -1]),
    "Language": ("da", "da", ["da", "en"], ["sv", "", "DA"]),
    "OfferAge": (58, 58, [50, 58, 70], [49, 71, 0]),
    "OfferAgainMonths": (12, 12, [6, 12, 36], [5, 37, 0]),
    "ProductWord": ("seniorsamtale", "seniorsamtale", ["seniorsamtale", "senkarrieresamtale", "livsfasesamtale"], ["samtale", ""]),
    "OrganisationName": ("", "", ["", "Eksempel Kommune", "Æ"], [" ", " Eksempel", "Eksempel\nKommune", "x" * 121, "\ud800"]),
    "OrganisationLogo": ("", "", ["", LOGO], [" ", "a\tb", "x" * 1001, "app.png", "/none/by.png", LOGO[:-3] + "ico", "//server/logo/by.png", "/" + "x" * 300 + "/by.png"]),
}
SOURCES = ["machine", "user", "file"]
WRONG_TYPES: list[Any] = [None, True, False, 12.5, {}, b"12", "12", 5, [], [5]]

STRICTER: dict[str, Any] = {
    "KeyMode": ["standard", "strict"].index, "MinPassphraseLength": int, "IdleLockMinutes": lambda value: -value,
    "RetentionDaysAfterClosing": lambda value: -value, "RetentionMonthsAfterTalk": lambda value: -value, "MinBatch": int,
    "ReportMinPeople": int, "ReportMinBatches": int, "AllowUnkeyedBatch": lambda value: -value, "AttachData": lambda value: -value,
    "TemplateTrustKeys": bool, "ForcedTemplate": bool, "EscrowPublicKey": bool, "AllowPortable": lambda value: -value,
    "AllowRemovableExport": lambda value: -value,
}
"""Name -> a measure that grows with strictness; the names left out (folder, words, looks) have none."""


def test_the_table_is_the_guides() -> None:
    """Every name, with its default and what it falls to."""
    assert {name: (rule.default, rule.falls_to) for name, rule in RULES.items()} == {name: row[:2] for name, row in TABLE.items()}


@pytest.mark.parametrize("name", RULES)
def test_unset_is_the_default(name: str) -> None:
    """Without IT the program behaves as it was made, and says so."""
    rules = Policy({source: {} for source in SOURCES})
    found = rules.found(name)
    assert (found.value, found.source, found.fell) == (RULES[name].default, "default", False)
    assert RULES[name].fits(RULES[name].default) and RULES[name].fits(RULES[name].falls_to) and not rules.locked(name)


@pytest.mark.parametrize("source", SOURCES)
@pytest.mark.parametrize(("name", "value"), [(name, value) for name, row in TABLE.items() for value in row[2]])
def test_a_valid_value_is_in_force(name: str, value: Any, source: str) -> None:
    """From whichever source, and the source is named; the control is locked."""
    rules = Policy({source: {name: value}})
    found = rules.found(name)
    expected = tuple(value) if isinstance(value, list) else value
    assert (found.value, found.source, found.fell) == (expected, source, False) and rules.locked(name)


@pytest.mark.parametrize("source", SOURCES)
@pytest.mark.parametrize("name", RULES)
def test_an_invalid_value_falls_to_the_stricter(name: str, source: str) -> None:
    """IT wanted something: out of range or of the wrong type, the stricter holds, and it is said that it fell."""
    valid = [(type(one), one) for one in TABLE[name][2]]
    wrong = [one for one in WRONG_TYPES if type(one) not in {kind for kind, _ in valid} or one == [5]]
    assert len(wrong) >= 7
    for value in [*wrong, *TABLE[name][3]]:
        found = Policy({source: {name: value}}).found(name)
        assert (found.value, found.source, found.fell) == (RULES[name].falls_to, source, True), repr(value)


@pytest.mark.parametrize("name", STRICTER)
def test_what_a_value_falls_to_is_no_looser_than_the_default(name: str) -> None:
    """Damage never loosens anything."""
    assert STRICTER[name](RULES[name].falls_to) >= STRICTER[name](RULES[name].default)


ANYTHING = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text() | st.binary() | st.sampled_from([one for row in TABLE.values() for one in (*row[2], *row[3])]),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner), max_leaves=5,
)


@given(name=st.sampled_from(sorted(RULES)), machine=ANYTHING, user=ANYTHING, file=ANYTHING)
def test_whatever_is_written_there_is_valid_or_falls(name: str, machine: Any, user: Any, file: Any) -> None:
    """Of any three values the first source's decides: as it stands when it fits, else by the last column; never a fourth."""
    found = Policy({"machine": {name: machine}, "user": {name: user}, "file": {name: file}}).found(name)
    assert found.source == "machine" and found.fell is not RULES[name].fits(machine)
    assert RULES[name].fits(found.value)
    if name in STRICTER and found.fell:
        assert STRICTER[name](found.value) >= STRICTER[name](RULES[name].default)


def test_the_machines_policy_ranks_first() -> None:
    """A user cannot undo what the machine says, not even where the machine's own value is invalid."""
    sources = {
        "machine": {"MinBatch": 20},
        "user": {"MinBatch": 6, "Language": "en"},
        "file": {"MinBatch": 5, "Language": "da"},
        "setting": {"Language": "da"},
    }
    found = Policy(sources)
    assert (found.number("MinBatch"), found.text("Language")) == (20, "en")
    assert Policy({**sources, "machine": {"MinBatch": 0}}).number("MinBatch") == TABLE["MinBatch"][1]
    assert not Policy({"file": {"KeyMode": "strict"}}).device_allowed and Policy({}).device_allowed


def test_the_users_own_setting_is_heard_where_there_is_one_and_locks_nothing() -> None:
    """Language; nobody chooses his own limits."""
    rules = Policy({"setting": {"Language": "en", "MinBatch": 7, "KeyMode": "strict"}})
    assert (rules.text("Language"), rules.found("Language").source, rules.locked("Language")) == ("en", "setting", False)
    assert rules.found("MinBatch").source == rules.found("KeyMode").source == "default"


def test_a_name_that_no_policy_has_is_told() -> None:
    """A slip of the pen must not pass for a policy."""
    assert Policy({"file": {"MinBatches": 7, "MinBatch": 7}}).unknown == (("file", "MinBatches"),)


def test_a_folder_that_is_carried_about_opens_by_passphrase_alone() -> None:
    """Whatever KeyMode says; all else stays."""
    rules = Policy({"machine": {"KeyMode": "standard", "MinBatch": 7}}, {"file": "ignored"})
    other = rules.carried()
    assert rules.device_allowed and not other.device_allowed
    assert other.number("MinBatch") == 7 and other.remarks == rules.remarks and other.found("KeyMode").source == "portable"


def test_the_folders_variables_are_filled_in_for_each_user(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """One policy serves many users; a synchronised place behind a variable is refused too."""
    monkeypatch.setenv("SENIOR_TEST", str(tmp_path))
    assert Policy({"file": {"DataFolder": "$SENIOR_TEST/talks"}}).found("DataFolder").fell is False
    assert policy.folder_named("$SENIOR_TEST/talks") == tmp_path / "talks"
    monkeypatch.setenv("SENIOR_TEST", str(tmp_path / "Dropbox"))
    assert Policy({"file": {"DataFolder": "$SENIOR_TEST/talks"}}).found("DataFolder").fell is True


def test_a_key_may_lie_in_a_file_of_its_own(tmp_path: Path) -> None:
    """As text and nothing else; a file that is gone or holds something else counts as no key, and no vault is made."""
    file = tmp_path / "kommune.txt"
    for content, fell in ((f"{HEX}\n", False), (BASE64, False), (f"{HEX} {HEX}", True), ("", True), ("ø" * 64, True)):
        file.write_text(content, encoding="utf-8")
        assert Policy({"file": {"EscrowPublicKey": str(file)}}).found("EscrowPublicKey").fell is fell, content
    file.unlink()
    assert Policy({"file": {"EscrowPublicKey": str(file)}}).text("EscrowPublicKey") == NOTHING


def test_every_policy_steers_something() -> None:
    """A name that is read nowhere but in the table would promise IT what the program does not do."""
    sources = [file for file in paths.PACKAGE.rglob("*.py") if file.name != "policy.py"]
    used = {name for name in RULES if any(f'"{name}"' in file.read_text(encoding="utf-8") for file in sources)}
    assert used == set(RULES) - {"KeyMode"}  # KeyMode is read within policy.py, as `device_allowed`


def test_the_registry_is_windows_alone() -> None:
    """On other systems only the file speaks; the real one may be absent."""
    assert policy.in_force().found("MinBatch").source in ("default", "file", "machine", "user")
