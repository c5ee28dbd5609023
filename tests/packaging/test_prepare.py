# SPDX-License-Identifier: EUPL-1.2
"""What `prepare.sh` installs is enough: every library that Qt loads for a window is here, and the one line names them all."""

import os
import re
import stat
import subprocess
import sys
from pathlib import Path

import PySide6
import pytest
from programs import tool

HOUSE = Path(__file__).parent.parent.parent
PLUGINS = Path(PySide6.__file__).parent / "Qt" / "plugins"

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="prepare.sh is for Debian; Qt brings all it needs on Windows and macOS.")


@pytest.mark.parametrize(
    "plugin", ["platforms/libqxcb.so", "platforms/libqwayland.so", "platforms/libqoffscreen.so", "imageformats/libqsvg.so", "iconengines/libqsvgicon.so"]
)
def test_every_library_of_a_plugin_is_here(plugin: str) -> None:
    """`make run` ends in an abort where one is missing, on X as on Wayland."""
    said = subprocess.run([tool("ldd"), str(PLUGINS / plugin)], capture_output=True, text=True, check=True).stdout
    assert "=>" in said and [line.split()[0] for line in said.splitlines() if "not found" in line] == []


def bare(folder: Path, installed: str) -> dict[str, str]:
    """The environment of a user without any right, on a machine where dpkg tells of `installed` ("name, provided, provided").

    sudo is there and asks for a password.
    """
    lines = "".join(f"installed {one}\\n" for one in installed.splitlines())
    programs = {"dpkg-query": f"printf '{lines}'", "id": "echo 1000", "sudo": "exit 1", "apt-get": "echo must not be called; exit 9"}
    for name, does in programs.items():
        file = folder / name
        file.write_text(f"#!/bin/sh\n{does}\n", encoding="utf-8")
        file.chmod(stat.S_IRWXU)
    return {**os.environ, "PATH": f"{folder}:{os.environ['PATH']}", "PYTHON": sys.executable}


def test_who_may_not_install_gets_one_line_that_is_enough(tmp_path: Path) -> None:
    """Once, with the list of packages brought up to date first; what is there under another name is not asked for."""
    own = bare(tmp_path, "libglib2.0-0t64, libglib2.0-0 (= 2.84), libgio\npoppler-utils, ")
    done = subprocess.run(["sh", "packaging/linux/prepare.sh", str(tmp_path / ".venv")], cwd=HOUSE, env=own, capture_output=True, text=True, check=False)
    (line,) = [one.strip() for one in done.stderr.splitlines() if "apt-get" in one]
    assert done.returncode == 1 and line.startswith("sudo apt-get update && sudo apt-get install -y --no-install-recommends ")
    packages = line.split()[7:]
    assert {"libxcb-cursor0", "libegl1", "softhsm2", "openssl"} <= set(packages) and len(packages) == len(set(packages))
    assert not {"libglib2.0-0", "poppler-utils"} & set(packages)
    own = bare(tmp_path, "\n".join(packages) + "\nlibglib2.0-0\npoppler-utils")
    for what in ("slow", "bundle", "windows"):  # the next commands ask for nothing that stood in the line
        done = subprocess.run(["sh", "packaging/linux/prepare.sh", what], cwd=HOUSE, env=own, capture_output=True, text=True, check=False)
        assert not set(re.findall(r"[\w.+-]+", done.stderr)) & set(packages)
