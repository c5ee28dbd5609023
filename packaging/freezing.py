# SPDX-License-Identifier: EUPL-1.2
"""What both specs need of PyInstaller's insides -> the version shown by Windows, and no library left without a user."""

import sys
from typing import Any

Found = tuple[str, str, str]
"""PyInstaller's own (name in the folder, where it lies now, kind)."""


def version_resource(version: str) -> Any:
    """What Windows shows under Properties and in the task list; None on other systems. version: three numbers."""
    if sys.platform != "win32":
        return None
    from PyInstaller.utils.win32 import versioninfo as info

    numbers = (*map(int, version.split(".")), 0)
    said = {
        "CompanyName": "Seniorsamtale", "FileDescription": "Seniorsamtale for medarbejdere", "FileVersion": version,
        "InternalName": "Seniorsamtale", "LegalCopyright": "EUPL-1.2", "OriginalFilename": "Seniorsamtale.exe",
        "ProductName": "Seniorsamtale", "ProductVersion": version,
    }  # fmt: skip
    danish_in_unicode = (0x0406, 1200)
    return info.VSVersionInfo(
        ffi=info.FixedFileInfo(filevers=numbers, prodvers=numbers),
        kids=[
            info.StringFileInfo([info.StringTable("040604B0", [info.StringStruct(*one) for one in said.items()])]),
            info.VarFileInfo([info.VarStruct("Translation", danish_in_unicode)]),
        ],
    )


def referenced(binaries: list[Found]) -> list[Found]:
    """`binaries` without the system's libraries that only a plugin we left out needed (GTK and its family).

    A library that lies at the top of the folder came in because another names it; all others were asked for.
    """
    from PyInstaller.depend.bindepend import get_imports

    libraries = {name: (name, place, kind) for name, place, kind in binaries if "/" not in name and kind == "BINARY"}
    kept = [one for one in binaries if one[0] not in libraries]
    for _, place, kind in kept:  # grows while it is walked
        if kind not in ("BINARY", "EXTENSION"):
            continue
        for name, _ in get_imports(place):
            if (needed := libraries.pop(name.rpartition("/")[2], None)) is not None:
                kept.append(needed)
    python = [one for name, one in libraries.items() if name.startswith("libpython")]  # the boot loader opens it by name
    return [*kept, *python]
