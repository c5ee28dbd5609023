# SPDX-License-Identifier: EUPL-1.2
"""The demo's last line works as it is printed: from the folder one is in, however the program was started."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from senior_desktop import __version__, demo_opening

PROGRAM = Path(sys.executable).with_name("senior-desktop")
"""As the environment holds it."""

needs_program = pytest.mark.skipif(not PROGRAM.exists(), reason="The project is not installed in this environment; `make test` does it.")


def typed(line: str, folder: Path, path: str) -> subprocess.CompletedProcess[str]:
    """`line` typed into a shell in `folder`, with one more word that makes it say its version and end."""
    own = {**os.environ, "PATH": path}
    return subprocess.run(f"{line} --version", shell=True, cwd=folder, env=own, capture_output=True, text=True, check=False)


@needs_program
@pytest.mark.skipif(sys.platform == "win32", reason="The environment is linked to under other names here, which asks for a right on Windows.")
@pytest.mark.parametrize("folder", ["here", "Ærø og Fyn"])
@pytest.mark.parametrize("started", [".venv/bin/senior-desktop", "bin/senior-desktop", "./senior-desktop", "whole", "module"])
def test_the_line_works_where_one_stands(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, folder: str, started: str) -> None:
    """Beside the environment, in its folder of programs, with a whole path, as a module; also in a folder with a blank."""
    here = tmp_path / folder
    program = here / ("senior-desktop" if started in ("whole", "module") else started)
    program.parent.mkdir(parents=True)
    program.symlink_to(PROGRAM)
    monkeypatch.chdir(here)
    monkeypatch.setenv("PATH", "/usr/bin:/bin")
    monkeypatch.setattr(sys, "argv", [str(program) if started == "whole" else "x/__main__.py" if started == "module" else started, "demo"])
    line = demo_opening.opening(here / "demo-output" / "vault")
    assert line.endswith(" --data-dir demo-output/vault")
    done = typed(line, here, "/usr/bin:/bin")
    assert (done.returncode, done.stdout.strip()) == (0, __version__), (line, done.stderr)


def test_a_folder_whose_name_begins_like_an_option_is_not_taken_for_one(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """As after `demo --out=-x`."""
    monkeypatch.chdir(tmp_path)
    assert demo_opening.from_here(Path("-x", "vault")) == os.path.join(".", "-x", "vault")


@needs_program
def test_on_path_it_is_called_by_its_name(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """And a demo that lies elsewhere is named in full."""
    monkeypatch.chdir(tmp_path)
    path = str(PROGRAM.parent) + os.pathsep + os.environ["PATH"]
    monkeypatch.setenv("PATH", path)
    monkeypatch.setattr(sys, "argv", [str(PROGRAM), "demo", "--out", "elsewhere"])
    elsewhere = tmp_path.parent / "elsewhere"
    line = demo_opening.opening(elsewhere)
    assert line == f"senior-desktop --data-dir {elsewhere}"
    assert typed(line, tmp_path, path).stdout.strip() == __version__


@needs_program
@pytest.mark.skipif(sys.platform == "win32", reason="A program of that name is a script here.")
def test_another_program_of_that_name_is_not_meant(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """An older one that is installed for everybody."""
    older = tmp_path / "bin" / "senior-desktop"
    older.parent.mkdir()
    shutil.copy("/bin/false", older)
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("PATH", f"{older.parent}:/usr/bin:/bin")
    monkeypatch.setattr(sys, "argv", [str(PROGRAM), "demo"])
    assert demo_opening.this_program() == [str(PROGRAM)]


def test_the_frozen_program_is_called_by_its_place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """It is unpacked somewhere and has no Python."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    monkeypatch.setattr(sys, "executable", str(tmp_path / "Seniorsamtale" / "Seniorsamtale"))
    assert demo_opening.this_program() == [os.path.join("Seniorsamtale", "Seniorsamtale")]
