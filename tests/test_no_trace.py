# SPDX-License-Identifier: EUPL-1.2
"""Twelve people's talks through the real app: nothing of what was said lies readable outside the papers."""

import os
import sqlite3
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from traces import Watcher, traces

from senior_desktop import paths

pytestmark = pytest.mark.slow


def texts(value: Any) -> Iterator[str]:
    """Every text in a table of the samples."""
    if isinstance(value, dict):
        for one in value.values():
            yield from texts(one)
    elif isinstance(value, list):
        for one in value:
            yield from texts(one)
    elif isinstance(value, str):
        yield value


PEOPLE = tomllib.loads((paths.resources() / "samples" / "demo.1.toml").read_text(encoding="utf-8"))["people"]
NAMES = tuple(one["name"] for one in PEOPLE)
SAID = tuple(sorted({text for one in PEOPLE for text in texts(one) if len(text) >= 12} - {one["title"] for one in PEOPLE} - {*NAMES}))
"""Answers, notes, remarks and agreements; what is shorter might be there by chance."""


@pytest.fixture(scope="module")
def ran(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    """The demo in a process of its own, with a home and a temporary folder of its own."""
    place = tmp_path_factory.mktemp("ran")
    for name in ("home", "tmp"):
        (place / name).mkdir()
    own = {"HOME": place / "home", "TMPDIR": place / "tmp", "XDG_RUNTIME_DIR": place / "tmp"}
    watcher = Watcher(place / "tmp")
    watcher.start()
    done = subprocess.run(
        [sys.executable, "-m", "senior_desktop", "demo", "--out", str(place / "out")], capture_output=True, timeout=300,
        cwd=Path(__file__).parents[1], env=os.environ | {name: str(value) for name, value in own.items()}, check=True,
    )
    watcher.over.set()
    watcher.join()
    return {"place": place, "out": place / "out", "said": done.stdout + done.stderr, "temporary": watcher.seen}


def test_the_search_itself_finds_what_is_there(ran: dict[str, Any]) -> None:
    """The screens' makers typed these words: the demo's own progress names the invented people."""
    assert len(SAID) > 40
    assert traces(ran["said"], NAMES) == list(NAMES)
    assert traces("x Åse æ".encode("utf-16-le"), ("Åse",)) == ["Åse"]


def test_vault_log_home_and_temporary_folder_hold_no_word(ran: dict[str, Any]) -> None:
    """No name, answer, note or remark in any byte of any file; nor in what a file was called."""
    place = ran["place"]
    files = [file for folder in ("out/vault", "home", "tmp", "out/hr") for file in (place / folder).rglob("*") if file.is_file()]
    assert any(file.name == "vault.db" for file in files)
    for file in files:
        assert traces(file.read_bytes(), (*NAMES, *SAID)) == [], file.name
    for name, content in ran["temporary"].items():
        assert traces(content + name.encode(), (*NAMES, *SAID)) == [], name


def test_what_is_printed_holds_no_answer(ran: dict[str, Any]) -> None:
    """The demo says whom it invents, never what they said."""
    assert traces(ran["said"], SAID) == []


def test_no_file_is_called_by_a_name(ran: dict[str, Any]) -> None:
    """Papers are called by their document number."""
    parts = {part.casefold() for name in NAMES for part in name.split() if len(part) > 3}
    for file in ran["out"].rglob("*"):
        assert not [part for part in parts if part in file.name.casefold()], file.name


def test_plain_sqlite_refuses_the_vault(ran: dict[str, Any]) -> None:
    """Without the key it is no database at all."""
    for file in (ran["out"] / "vault").glob("*.db*"):
        with closing(sqlite3.connect(file)) as plain, pytest.raises(sqlite3.DatabaseError):
            plain.execute("SELECT * FROM sqlite_master").fetchall()
        assert not file.read_bytes().startswith(b"SQLite format 3")
