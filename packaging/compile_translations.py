# SPDX-License-Identifier: EUPL-1.2
"""translations/*.ts -> translations/*.qm, when the project is installed, packed or frozen; only the .ts are kept in git."""

import subprocess
from pathlib import Path
from typing import Any

import PySide6
from hatchling.builders.hooks.plugin.interface import BuildHookInterface


def compile_all(folder: Path, *, stale_only: bool = False) -> None:
    """Compile each .ts in `folder` beside itself, with Qt's own lrelease, which comes with PySide6 Essentials.

    stale_only: leave those that are newer than their source, for a system that cannot run lrelease.
    """
    tools = Path(PySide6.__file__).parent
    lrelease = next(tool for place in (tools, tools / "Qt" / "libexec") for tool in place.glob("lrelease*"))
    for source in sorted(folder.glob("*.ts")):
        target = source.with_suffix(".qm")
        if not (stale_only and target.exists() and target.stat().st_mtime >= source.stat().st_mtime):
            subprocess.run([str(lrelease), "-silent", str(source), "-qm", str(target)], check=True)


class CompileTranslations(BuildHookInterface):
    """Has it done before the wheel takes the whole folder."""

    PLUGIN_NAME = "custom"

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Called by hatchling."""
        compile_all(Path(self.root, "translations"))
