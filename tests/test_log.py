# SPDX-License-Identifier: EUPL-1.2
"""The log and the report of a bug hold what is on the list, never what somebody said."""

import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from senior_desktop import log
from senior_desktop.errors import VaultDamaged

SAID = "Kirsten har ondt i ryggen"


def test_only_listed_fields_are_written(tmp_path: Path) -> None:
    """Secret by default: whatever is new is blanked until somebody puts it on the list."""
    log.write(tmp_path, "started", version="0.1.0", count=3, name=SAID, path=f"/home/{SAID}")
    text = (tmp_path / "log.txt").read_text(encoding="utf-8")
    assert "event=started version=0.1.0 count=3 name=… path=…\n" in text and SAID not in text


@given(st.from_regex("[a-z_]{1,12}", fullmatch=True).filter(lambda name: name not in log.LISTED | {"folder"}))
def test_no_other_field_name_gets_through(tmp_path_factory: pytest.TempPathFactory, name: str) -> None:
    """Whatever a field is called, its value is written only when the name is on the list."""
    folder = tmp_path_factory.mktemp("log")
    log.write(folder, "started", **{name: SAID})
    assert SAID not in (folder / "log.txt").read_text(encoding="utf-8")


def test_the_log_is_for_the_last_days(tmp_path: Path) -> None:
    """It starts over when it is large: no archive of who worked when."""
    (tmp_path / "log.txt").write_text("x" * (log.LARGEST + 1), encoding="utf-8")
    log.write(tmp_path, "started")
    assert (tmp_path / "log.txt").stat().st_size < 200


def test_a_log_that_cannot_be_written_stops_nobody(tmp_path: Path) -> None:
    """The window opens all the same; where it can, the folder of the vault is this user's alone."""
    (tmp_path / "file").write_text("x")
    log.write(tmp_path / "file" / "data", "started")
    log.write(tmp_path / "data", "started")
    assert (tmp_path / "data").stat().st_mode & 0o077 == 0 or sys.platform == "win32"


def test_a_report_of_a_bug_has_places_and_no_content() -> None:
    """Kinds and lines of code, with what caused it; no message, no value, no folder of the user's."""

    def broken() -> None:
        try:
            {}[SAID]
        except KeyError as fault:
            raise VaultDamaged(place="vault.db") from fault

    try:
        broken()
    except VaultDamaged as fault:
        said = log.report(fault)
    assert said.startswith("senior_desktop.errors.VaultDamaged\n") and "because of builtins.KeyError" in said
    assert "tests/test_log.py:" in said and "broken" in said
    assert SAID not in said and str(Path(__file__).parent.parent) not in said
