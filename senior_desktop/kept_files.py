# SPDX-License-Identifier: EUPL-1.2
"""What HR got -> kept in HR's own vault, and pooled again the next time; beside it HR's own numbers and pilot rounds.

HR's vault lies in a folder of its own and holds no talk: noisy files, signed receipts, and what HR writes itself.
"""

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from senior_desktop.packs import organisation_keys
from senior_desktop.pooled import Pooled, pool
from senior_desktop.receipts import Received, receive_again

if TYPE_CHECKING:
    from senior_desktop.vault.store import Vault
else:  # a name for annotations; the real one is imported where it is used
    Vault = object

FOLDER = "hr"
NOTE = "hr "
"""Begins the name of whatever HR writes."""


@dataclass(frozen=True, slots=True)
class KeptForHr:
    """What HR's vault holds: the pooled files, the receipts, HR's own notes (JSON values by name)."""

    pooled: Pooled
    received: tuple[Received, ...]
    files: int
    notes: Mapping[str, Any]


def hr_folder(folder: Path) -> Path:
    """Where HR's vault lies, for the data folder `folder`."""
    return folder / FOLDER


def keep_for_hr(vault: Vault, files: Iterable[tuple[str, bytes]]) -> None:
    """Keep (name, bytes) of files that were taken. Raises NoRoom."""
    from senior_desktop.vault import received

    received.keep(vault, files)


def kept_for_hr(vault: Vault, folder: Path, language: str = "da", notes: Sequence[str] = ()) -> KeptForHr:
    """All that HR's vault holds, read as strictly as when it came. folder: where the book of known seals lies."""
    from senior_desktop.vault import received

    files = received.files(vault)
    receipts = [one for one in files if one[0].lower().endswith(".pdf")]
    pooled = pool([one for one in files if one not in receipts], None, language, organisation_keys(vault))
    return KeptForHr(pooled, receive_again(receipts, folder), len(files), {name: noted_for_hr(vault, name) for name in notes})


def take_out(vault: Vault, names: Iterable[str] | None = None) -> int:
    """Forget the files of these names, or every file and receipt when None; how many. Raises NoRoom."""
    from senior_desktop.vault import received

    return received.take_out(vault, names)


def note_for_hr(vault: Vault, name: str, value: Any) -> None:
    """Keep something HR wrote, as JSON; in place of what it wrote under that name before."""
    vault.put_secret(NOTE + name, json.dumps(value).encode())


def noted_for_hr(vault: Vault, name: str) -> Any:
    """What HR wrote under that name, or None."""
    found = vault.secret(NOTE + name)
    return None if found is None else json.loads(found)
