# SPDX-License-Identifier: EUPL-1.2
"""Policies, and where the program itself lies -> the data folder, and whether it is carried about with the program."""

import sys
from dataclasses import dataclass
from pathlib import Path

from senior_desktop import paths, policy
from senior_desktop.policy import Policy

FLAG = "portable.flag"
"""A file of this name beside the frozen program asks that the data lie beside it too."""

BESIDE = "Seniorsamtale-data"
"""The data folder beside the program."""


@dataclass(frozen=True, slots=True)
class DataFolder:
    """The folder in force. portable: it lies beside the program. refused: that was asked for, and IT has not allowed it."""

    path: Path
    portable: bool = False
    refused: bool = False


def in_force(rules: Policy | None = None) -> DataFolder:
    """The data folder: beside the program where that is asked for and allowed, else IT's, else the user's own.

    A shared `DataFolder` never arrives here: the policy itself has fallen to the default by then.
    """
    rules = rules or policy.in_force()
    beside = _beside()
    if beside is not None and rules.number("AllowPortable"):
        return DataFolder(beside, portable=True)
    named = rules.text("DataFolder")
    return DataFolder(policy.folder_named(named) if named else paths.user_data(), refused=beside is not None)


def _beside() -> Path | None:
    """The folder beside the frozen program when the flag lies there; a checkout or a wheel has none."""
    if not getattr(sys, "frozen", False):
        return None
    home = Path(sys.executable).resolve().parent
    return home / BESIDE if paths.is_file(home / FLAG) else None
