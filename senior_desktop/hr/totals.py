# SPDX-License-Identifier: EUPL-1.2
"""A pool's sums <-> a totals file, which adds up: municipalities' totals merge into national ones.

As noisy as the hand-ins they are sums of, so nothing more is given away. Every row is there, small ones too:
what may be printed is decided last. A municipality that sends again replaces what it sent for the same half-year.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from hashlib import sha256

from senior_desktop.errors import BatchRefused, NoMunicipality
from senior_desktop.hr.batch import AREA, LEAST_TALKS, PERIOD
from senior_desktop.hr.csv_file import BOM, Reason
from senior_desktop.hr.indicators import IndicatorSet
from senior_desktop.hr.pool import Key, Pool, Sums

HEADER = "kommune;skema;periode;omraade;spoergsmaal;svar;batcher;personer;antal;grundlag;kvadrat;kryds;grundkvadrat;segl"
LARGEST = 8 * 1024 * 1024
NAME = re.compile(r"[^\W\d_](?:[^\W_]|[ .'-])*")
"""A municipality's name begins with a letter and holds no sign that a spreadsheet would read as a formula."""

LONGEST_NAME = 80
WHOLE = re.compile(r"0|-?[1-9][0-9]{0,17}")
SEAL = re.compile(r"d1:[0-9a-f]{64}")


@dataclass(frozen=True, slots=True)
class Totals:
    """What one municipality has summed; `sums` as in `Pool.totals`."""

    municipality: str
    sums: Mapping[Key, Sums]


def to_bytes(pool: Pool, municipality: str) -> bytes:
    """The totals file of `pool`. Raises NoMunicipality for a name that a file cannot hold."""
    if len(municipality) > LONGEST_NAME or not NAME.fullmatch(municipality):
        raise NoMunicipality()
    lines = [";".join((municipality, *map(str, key), *map(str, sums))) for key, sums in sorted(pool.totals.items())]
    seal = _seal(lines)
    return BOM + "\r\n".join([HEADER, *(f"{line};{seal}" for line in lines), ""]).encode()


def is_one(content: bytes) -> bool:
    """Whether `content` begins as a totals file does; else it may be a hand-in."""
    return content.startswith(BOM + HEADER.partition(";")[0].encode())


def read(content: bytes, sets: Mapping[str, IndicatorSet]) -> Totals:
    """A totals file -> its sums. Raises BatchRefused with line (0: the file) and reason; each is a sentence."""
    if len(content) > LARGEST:
        raise BatchRefused(line=0, reason=Reason.TOO_LARGE)
    if not content.startswith(BOM):
        raise BatchRefused(line=1, reason=Reason.NO_BOM)
    try:
        text = content[len(BOM) :].decode()
    except UnicodeDecodeError as fault:
        raise BatchRefused(line=0, reason=Reason.FOREIGN_SIGN) from fault
    lines = text.split("\r\n")
    if lines.pop() or any("\r" in line or "\n" in line for line in lines):
        raise BatchRefused(line=0, reason=Reason.LINE_ENDS)
    if not lines or lines[0] != HEADER:
        raise BatchRefused(line=1, reason=Reason.HEADER)
    names, found, bare, seals = set(), {}, [], set()
    for number, line in enumerate(lines[1:], start=2):
        line, _, seal = line.rpartition(";")
        cells = line.split(";")
        reason = _fault(cells, seal, sets)
        if reason is None and (names or {cells[0]}) != {cells[0]} or reason is None and (seals or {seal}) != {seal}:
            reason = Reason.MIXED
        if reason is not None:
            raise BatchRefused(line=number, reason=reason)
        names.add(cells[0])
        seals.add(seal)
        bare.append(line)
        key = Key(cells[1], cells[2], cells[3], cells[4], int(cells[5]))
        if found and key <= next(reversed(found)):
            raise BatchRefused(line=number, reason=Reason.ROWS)
        found[key] = Sums(*map(int, cells[6:]))
    if not found or not _complete(found, sets):
        raise BatchRefused(line=0, reason=Reason.ROWS)
    if seals != {_seal(bare)}:
        raise BatchRefused(line=0, reason=Reason.SEAL)
    return Totals(names.pop(), found)


def merged(files: Iterable[Totals], sets: Mapping[str, IndicatorSet]) -> Pool:
    """All together; of two from one municipality for a half-year and skema the later in `files` counts."""
    newest: dict[tuple[str, str, str], dict[Key, Sums]] = {}
    for one in files:
        fresh: dict[tuple[str, str, str], dict[Key, Sums]] = {}
        for key, sums in one.sums.items():
            fresh.setdefault((one.municipality.casefold(), key.skema, key.period), {})[key] = sums
        newest |= fresh
    pool = Pool(sets)
    for sums in newest.values():
        for key, one_sum in sums.items():
            old = pool.totals.get(key)
            pool.totals[key] = one_sum if old is None else old.plus(one_sum)
    return pool


def _seal(lines: Iterable[str]) -> str:
    return "d1:" + sha256("\r\n".join([HEADER.rpartition(";")[0], *lines, ""]).encode()).hexdigest()


def _fault(cells: list[str], seal: str, sets: Mapping[str, IndicatorSet]) -> Reason | None:
    if len(cells) != 13:
        return Reason.CELLS
    faults = (
        (Reason.NAME, len(cells[0]) > LONGEST_NAME or not NAME.fullmatch(cells[0])),
        (Reason.UNKNOWN_SKEMA, cells[1] not in sets),
        (Reason.PERIOD, not PERIOD.fullmatch(cells[2])),
        (Reason.AREA, not AREA.fullmatch(cells[3])),
        (Reason.COUNT_FORM, not all(WHOLE.fullmatch(cell) for cell in cells[5:])),
        (Reason.SEAL_FORM, not SEAL.fullmatch(seal)),
    )
    wrong = next((reason for reason, found in faults if found), None)
    if wrong is None and (cells[4], int(cells[5])) not in sets[cells[1]].rows:
        return Reason.CODE
    batches, people, _, _, square, _, base_square = map(int, cells[6:]) if wrong is None else (1, LEAST_TALKS, 0, 0, 0, 0, 0)
    return Reason.TALKS if batches < 1 or people < LEAST_TALKS * batches or min(square, base_square) < 0 else wrong


def _complete(found: Mapping[Key, Sums], sets: Mapping[str, IndicatorSet]) -> bool:
    """Whether each skema, half-year and area has exactly its rows, and they agree on hand-ins and talks."""
    groups: dict[tuple[str, str, str], dict[tuple[str, int], tuple[int, int]]] = {}
    for key, sums in found.items():
        groups.setdefault(key[:3], {})[key.question, key.answer] = (sums.batches, sums.people)
    return all(set(rows) == set(sets[group[0]].rows) and len(set(rows.values())) == 1 for group, rows in groups.items())
