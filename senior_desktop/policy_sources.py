# SPDX-License-Identifier: EUPL-1.2
"""Registry and `policy.json` -> raw values by policy name and source, and what was wrong with a source as a whole.

A file counts only where the user can write neither it nor its folder: else a user would be his own IT
department. What cannot be read makes every name invalid, and so fall to the stricter: IT wanted something.
"""

import json
import os
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from senior_desktop import paths

KEY = r"Software\Policies\Seniorsamtale"
"""The same path under HKLM and HKCU, in the 64-bit view."""

IGNORED, UNREADABLE = "ignored", "unreadable"
"""Remarks: the user may write the file or its folder; it cannot be read."""

Raw = Mapping[str, Any]

GENERIC_WRITE, DELETE, WRITE_DAC, WRITE_OWNER, DELETE_CHILD = 0x4000_0000, 0x1_0000, 0x4_0000, 0x8_0000, 0x40
"""Access rights of Windows (winnt.h): each of them lets its holder put another text in the file's place."""


def read_all(names: tuple[str, ...]) -> tuple[dict[str, Raw], dict[str, str]]:
    """What each source says, in order of rank, and the remarks by source. names: of all policies."""
    found = {
        "machine": _registry("HKEY_LOCAL_MACHINE", names),
        "user": _registry("HKEY_CURRENT_USER", names),
        "file": read(file(), names),
    }
    return {source: values for source, (values, _) in found.items()}, {source: said for source, (_, said) in found.items() if said}


def file() -> Path:
    """Where `policy.json` lies."""
    if sys.platform == "win32":
        return Path(os.environ.get("PROGRAMDATA", r"C:\ProgramData")) / "Seniorsamtale" / "policy.json"
    return Path("/etc/seniorsamtale/policy.json")


def read(target: Path, names: tuple[str, ...]) -> tuple[Raw, str]:
    """The names in `target`, and a remark; nothing when there is no file, or one the user could have written."""
    try:
        if not paths.is_file(target):
            return {}, ""
        if writable(target):
            return {}, IGNORED
        values = json.loads(target.read_text(encoding="utf-8-sig"), object_pairs_hook=_once)  # Windows' own editors begin with a mark
    except (OSError, ValueError, RecursionError):
        return dict.fromkeys(names), UNREADABLE
    return (values, "") if isinstance(values, dict) else (dict.fromkeys(names), UNREADABLE)


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    """The object; of two rows with one name nobody knows which was meant. Raises ValueError."""
    found = dict(pairs)
    if len(found) != len(pairs):
        raise ValueError("a name stands there twice")
    return found


def writable(target: Path) -> bool:
    """Whether this user could put another text there. root may write anything, so for root only the owner counts."""
    if sys.platform == "win32":
        rights = (GENERIC_WRITE, DELETE, WRITE_DAC, WRITE_OWNER)
        # A folder in ProgramData lets everybody add files; what counts is who may take this one away.
        return any(_may(target, right) for right in rights) or any(_may(target.parent, right) for right in (*rights[1:], DELETE_CHILD))
    if os.getuid() == 0:
        return target.stat().st_uid != 0 or target.parent.stat().st_uid != 0
    return os.access(target, os.W_OK) or os.access(target.parent, os.W_OK)


def _may(target: Path, right: int) -> bool:
    """Whether Windows grants `right` on a file or folder. Tried, not asked: `os.access` knows no access list there."""
    import ctypes
    from ctypes import wintypes

    kernel = ctypes.WinDLL("kernel32")  # type: ignore[attr-defined]
    kernel.CreateFileW.restype, kernel.CreateFileW.argtypes = wintypes.HANDLE, [
        wintypes.LPCWSTR, wintypes.DWORD, wintypes.DWORD, wintypes.LPVOID, wintypes.DWORD, wintypes.DWORD, wintypes.HANDLE,
    ]
    kernel.CloseHandle.argtypes = [wintypes.HANDLE]
    everybody, existing, folders_too = 7, 3, 0x0200_0000
    handle = kernel.CreateFileW(str(target), right, everybody, None, existing, folders_too, None)
    if handle in (None, ctypes.c_void_p(-1).value):
        return False
    kernel.CloseHandle(handle)
    return True


def _registry(hive: str, names: tuple[str, ...]) -> tuple[Raw, str]:
    """The values under KEY: DWORD as int, SZ as str, MULTI_SZ as a list; the registry does not tell case apart."""
    if sys.platform != "win32":
        return {}, ""
    import winreg

    written = {name.casefold(): name for name in names}
    found: dict[str, Any] = {}
    try:
        with winreg.OpenKey(getattr(winreg, hive), KEY, 0, winreg.KEY_READ | winreg.KEY_WOW64_64KEY) as key:
            for place in range(winreg.QueryInfoKey(key)[1]):
                name, value, _ = winreg.EnumValue(key, place)
                if name:  # the key's own unnamed value is no policy
                    found[written.get(name.casefold(), name)] = value
    except FileNotFoundError:
        return {}, ""
    except OSError:
        return dict.fromkeys(names), UNREADABLE
    return found, ""
