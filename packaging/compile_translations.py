# SPDX-License-Identifier: EUPL-1.2
"""translations/*.ts -> translations/*.qm, when the project is installed or packed; only the .ts are kept in git."""

import subprocess
from pathlib import Path
from typing import Any

import PySide6
from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class CompileTranslations(BuildHookInterface):
    """Runs Qt's own lrelease, which comes with PySide6 Essentials."""

    PLUGIN_NAME = "custom"

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Compile each .ts beside itself; the wheel takes the whole folder."""
        tools = Path(PySide6.__file__).parent
        lrelease = next(tool for place in (tools, tools / "Qt" / "libexec") for tool in place.glob("lrelease*"))
        for source in sorted(Path(self.root, "translations").glob("*.ts")):
            subprocess.run([str(lrelease), "-silent", str(source), "-qm", str(source.with_suffix(".qm"))], check=True)
