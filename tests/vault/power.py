# SPDX-License-Identifier: EUPL-1.2
"""What strace saw of a program that writes -> the files as a power cut at any moment may leave them.

The model: what was written before a file's last fsync is there. Of each later write any sector may be there or not, in any
order: a disk promises no more. A cut leaves the folder's entries as they were, since no file comes or goes while it saves.
"""

import random
import re
import shutil
from dataclasses import dataclass
from pathlib import Path

from vault.saving import digest, opened

from senior_desktop.errors import SeniorError
from senior_desktop.vault import audit

ACKS = "acks"
"""The file in which the program says what is saved."""

SECTOR = 512
LINE = re.compile(r"^\d+ +(\w+)\((\d+)<([^>]*)>(?:, )?(.*)\) += (-?\d+)")
CALLS = "pwrite64,write,fsync,fdatasync,ftruncate"


@dataclass(frozen=True, slots=True)
class Step:
    """One call. kind: "write", "cut" (ftruncate) or "sync". at: place in the file, or its new length; -1: at its end."""

    kind: str
    file: str
    at: int = 0
    content: bytes = b""


def read(log: Path, folder: Path) -> list[Step]:
    """The calls that touched files of `folder`, in order; other files are left out."""
    steps = []
    for line in log.read_text(encoding="ascii", errors="replace").splitlines():
        found = LINE.match(line)
        if found is None:
            assert "unfinished" not in line and "resumed" not in line, "two threads wrote at once"
            continue
        call, _, path, rest, result = found.groups()
        file = Path(bytes(path, "ascii").decode("unicode_escape"))
        if file.parent != folder or int(result) < 0:
            continue
        if call in ("fsync", "fdatasync"):
            steps.append(Step("sync", file.name))
        elif call == "ftruncate":
            steps.append(Step("cut", file.name, int(rest)))
        else:
            content = bytes.fromhex(re.match(r'"((?:\\x[0-9a-f]{2})*)"', rest)[1].replace("\\x", ""))
            assert len(content) >= int(result), "strace kept less than was written"
            steps.append(Step("write", file.name, int(rest.rsplit(", ", 1)[1]) if call == "pwrite64" else -1, content[: int(result)]))
    return steps


class Disk:
    """Files as they lie on the disk for certain, and what is under way to it."""

    def __init__(self, files: dict[str, bytes]) -> None:
        self.safe = {name: bytearray(content) for name, content in files.items()}
        self.under_way: dict[str, list[Step]] = {}

    def take(self, step: Step) -> None:
        """One more call."""
        waiting = self.under_way.setdefault(step.file, [])
        if step.kind == "sync":
            for one in waiting:
                _apply(self.safe.setdefault(step.file, bytearray()), one, None)
            waiting.clear()
        else:
            waiting.append(step)

    def cut(self, chance: random.Random) -> dict[str, bytes]:
        """The power goes: each file with what may have reached it. One cut in three lets nothing more through, one all."""
        mood = chance.randrange(3)
        left = {name: bytearray(content) for name, content in self.safe.items()}
        for name, steps in self.under_way.items():
            file = left.setdefault(name, bytearray())
            for one in steps:
                if mood == 1:
                    _apply(file, one, None)
                elif mood == 2:
                    _apply(file, one, chance)
        return {name: bytes(content) for name, content in left.items()}


def _apply(file: bytearray, step: Step, chance: random.Random | None) -> None:
    """The whole step, or with `chance` only those sectors of it that had luck."""
    if step.kind == "cut":
        if chance is None or chance.random() < 0.5:
            del file[step.at :]
            file.extend(bytes(max(0, step.at - len(file))))
        return
    start = len(file) if step.at < 0 else step.at
    for at in range(0, len(step.content), SECTOR):
        part = step.content[at : at + SECTOR]
        if chance is None or chance.random() < 0.5:
            file.extend(bytes(max(0, start + at + len(part) - len(file))))
            file[start + at : start + at + len(part)] = part


def states(steps: list[Step]) -> dict[int, str]:
    """Number of a save -> the digest of the talk after it."""
    said = b"".join(one.content for one in steps if one.file == ACKS).decode().split()
    return {int(number): seal for number, seal in zip(said[::2], said[1::2], strict=True)}


def cut_at(place: Path, secret: bytes, before: dict[str, bytes], steps: list[Step], moments: list[int], seed: int) -> list[str]:
    """The power gone after so many calls, at each of `moments` in turn; what was lost or torn, in words."""
    chance, disk, wrong, done = random.Random(seed), Disk(before), [], 0
    known, acknowledged = states(steps), 0
    for moment in sorted(moments):
        for step in steps[done:moment]:
            if step.file != ACKS:
                disk.take(step)
            elif step.content:
                acknowledged = int(step.content.split()[0])
        done = moment
        folder = place / f"{seed}-{moment}"
        folder.mkdir(parents=True)
        for name, content in disk.cut(chance).items():
            (folder / name).write_bytes(content)
        try:
            with opened(folder, secret) as vault:
                (talk,) = vault.conversations()
                vault.check_whole()
                if talk.changes < acknowledged:
                    wrong.append(f"after {moment} calls: {acknowledged} was acknowledged, {talk.changes} is there")
                elif talk.changes and digest(talk) != known.get(talk.changes, digest(talk)) or not audit.check(vault):
                    wrong.append(f"after {moment} calls: torn")
        except SeniorError as fault:
            wrong.append(f"after {moment} calls: {type(fault).__name__}")
        shutil.rmtree(folder)
    return wrong
