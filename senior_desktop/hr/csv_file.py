# SPDX-License-Identifier: EUPL-1.2
"""`Batch` -> the bytes of HR's CSV file, and such bytes -> `Batch`; a strict reader that names line and reason.

The file: UTF-8 with BOM, `;`, CRLF, fixed header, no quotes; every cell is in a closed list, a random id
or a whole number, so no formula can stand in one (anonymity: the file; reading and pooling).
"""

import hmac
import re
from collections.abc import Mapping, Sequence
from enum import StrEnum
from functools import lru_cache
from itertools import repeat
from operator import le
from typing import NamedTuple

from senior_desktop.errors import BatchRefused
from senior_desktop.hr.batch import AREA, COLUMNS, MOST_TALKS, PERIOD, Batch, Row, seal_of, unsealed
from senior_desktop.hr.indicators import IndicatorSet, Kind

BOM = b"\xef\xbb\xbf"
HEADER = COLUMNS + ";segl"
FIRST = BOM + HEADER.encode() + b"\r\n"
LONGEST_SKEMA = 40
LARGEST = 64 * 1024
CELLS = 9
FARTHEST = 30
"""Noise scales outside 0..n beyond which a count is no noisy count: chance below 1e-12."""

BATCH_ID = re.compile(r"b[0-9a-f]{32}")
TALKS = re.compile(r"[5-9]|[1-9][0-9]{1,2}")
COUNT = re.compile(r"0|-?[1-9][0-9]{0,4}")
SEAL = re.compile(r"[hd]1:[0-9a-f]{64}")


class Reason(StrEnum):
    """Why a file was not taken; each is worded under `[hr]` as `reason_<code>`."""

    TOO_LARGE = "too_large"
    NO_BOM = "no_bom"
    FOREIGN_SIGN = "foreign_sign"
    LINE_ENDS = "line_ends"
    SEPARATOR = "separator"
    HEADER = "header"
    CELLS = "cells"
    UNKNOWN_SKEMA = "unknown_skema"
    BATCH_ID = "batch_id"
    PERIOD = "period"
    AREA = "area"
    TALKS = "talks"
    SEAL_FORM = "seal_form"
    MIXED = "mixed"
    CODE = "code"
    ROWS = "rows"
    COUNT_FORM = "count_form"
    COUNT_RANGE = "count_range"
    SEAL = "seal"
    NO_KEY = "no_key"
    KEY_WANTED = "key_wanted"
    OTHER_CONTENT = "other_content"  # this and the next are given by the pool, not by the reader
    OVERLAP = "overlap"
    NAME = "name"  # of the municipality, in a totals file


def file_name(batch: Batch) -> str:
    """What the file is called: no unit, no leader."""
    return f"seniorsamtale-{batch.period}-{batch.batch_id[:8]}.csv"


def to_bytes(batch: Batch) -> bytes:
    """The whole file of a sealed `batch`; draws nothing, so it is the same at every export."""
    header, *rows, end = unsealed(batch).decode().split("\r\n")
    return BOM + "\r\n".join([f"{header};segl", *(f"{row};{batch.seal}" for row in rows), end]).encode()


def read(
    data: bytes,
    indicator_sets: Mapping[str, IndicatorSet],
    keys: Sequence[bytes] = (),
    *,
    unknown_sender: bool | None = None,
) -> Batch:
    """A file's bytes -> the batch in it.

    indicator_sets: by skema. keys: organisation keys HR holds. unknown_sender: whether a file sealed
    without a key is taken; by default only where HR has no key at all.
    Raises BatchRefused(line, reason): line 1 is the header, 0 the whole file; reason is a `Reason`.
    """
    unkeyed = not keys if unknown_sender is None else unknown_sender
    if (batch := _at_once(data, indicator_sets, keys, unkeyed)) is not None:
        return batch
    lines = _lines(data)
    batch = _first_row(lines, indicator_sets)
    prescribed = _prescribed(indicator_sets[batch.skema])
    head = f"{batch.skema};{batch.batch_id};{batch.period};{batch.area};{batch.n};"
    tail = f";{batch.seal}"
    rows = []
    begins, ends, many, n = len(head), -len(tail), len(prescribed), batch.n
    for number, line in enumerate(lines[1:], start=2):
        if not line.startswith(head) or not line.endswith(tail):
            raise BatchRefused(line=number, reason=Reason.MIXED)
        if number - 2 >= many:
            raise BatchRefused(line=number, reason=Reason.ROWS)
        rows.append(_row(line[begins:ends], number, n, prescribed))
    if len(rows) < many:
        raise BatchRefused(line=len(lines) + 1, reason=Reason.ROWS)
    # As `batch.unsealed` writes it: every cell was found to be just so.
    content = "\r\n".join([COLUMNS, *[line[:ends] for line in lines[1:]], ""]).encode()
    _check_seal(batch, content, keys, unkeyed)
    return Batch(batch.skema, batch.batch_id, batch.period, batch.area, n, tuple(rows), batch.seal)


def _at_once(data: bytes, indicator_sets: Mapping[str, IndicatorSet], keys: Sequence[bytes], unkeyed: bool) -> Batch | None:
    """The batch of a file that is just as it should be; None for any other, which is then looked at line by line.

    Ten thousand files come at a time, and nearly all of them are right: one pattern for the whole file is five times as fast.
    """
    skema = data[len(FIRST) : len(FIRST) + LONGEST_SKEMA].partition(b";")[0].decode("ascii", "replace")
    indicators = indicator_sets.get(skema)
    if indicators is None or len(data) > LARGEST:
        return None
    whole = _whole(indicators)
    found = whole.pattern.fullmatch(data)
    if found is None:
        return None
    batch_id, period, area, talks, first, seal, *others = found.groups()
    counts, n = (int(first), *map(int, others)), int(talks)
    if not (all(map(le, whole.lows, counts)) and all(map(le, counts, _highs(indicators, n)))):
        return None
    rows = tuple(map(tuple.__new__, repeat(Row), zip(whole.questions, whole.answers, counts, strict=True)))
    batch = Batch(skema, batch_id.decode(), period.decode(), area.decode(), n, rows, seal.decode())
    written = [b"%b;%b;%b;%b;%b;" % (skema.encode(), batch_id, period, area, talks)] * (2 * len(rows))
    written[1::2] = first, *others
    _check_seal(batch, whole.bare % tuple(written), keys, unkeyed)
    return batch


class _Whole(NamedTuple):
    """A skema's whole file as one pattern; of each row its question, its answer and the lowest count.

    bare: the file without its seals, to be filled with what each row begins with and its count.
    """

    pattern: re.Pattern[bytes]
    bare: bytes
    questions: tuple[str, ...]
    answers: tuple[int, ...]
    lows: tuple[int, ...]


@lru_cache(maxsize=32)
def _whole(indicators: IndicatorSet) -> _Whole:
    """Worked out once for a skema."""
    prescribed = _prescribed(indicators)
    head = rf"{re.escape(indicators.skema)};"
    cells = rf"({BATCH_ID.pattern});({PERIOD.pattern});({AREA.pattern});({TALKS.pattern});"
    first, *others = (re.escape(one.start) + f"({COUNT.pattern});" for one in prescribed)
    lines = [head + cells + first + f"({SEAL.pattern})", *(head + r"\1;\2;\3;\4;" + row + r"\6" for row in others)]
    text = re.escape(HEADER) + "\r\n" + "".join(f"{line}\r\n" for line in lines)
    return _Whole(
        re.compile(re.escape(BOM) + text.encode()),
        "\r\n".join([COLUMNS, *(f"%b{one.start}%b" for one in prescribed), ""]).encode(),
        tuple(one.question for one in prescribed),
        tuple(one.answer for one in prescribed),
        tuple(-one.room for one in prescribed),
    )


@lru_cache(maxsize=1024)
def _highs(indicators: IndicatorSet, n: int) -> tuple[int, ...]:
    """The highest count of each row in a file of `n` talks."""
    return tuple((n if one.of_talks else MOST_TALKS) + one.room for one in _prescribed(indicators))


def _lines(data: bytes) -> list[str]:
    """The file's lines, each of nine cells, under the right header."""
    if len(data) > LARGEST:
        raise BatchRefused(line=0, reason=Reason.TOO_LARGE)
    if not data.startswith(BOM):
        raise BatchRefused(line=1, reason=Reason.NO_BOM)
    try:
        text = data[len(BOM) :].decode("ascii")  # every allowed cell is plain ASCII
    except UnicodeDecodeError as fault:
        line = data.count(b"\n", 0, len(BOM) + fault.start) + 1
        raise BatchRefused(line=line, reason=Reason.FOREIGN_SIGN) from fault
    lines = text.split("\r\n")
    for number, line in enumerate(lines, start=1):
        if "\r" in line or "\n" in line or (line and number == len(lines)):
            raise BatchRefused(line=number, reason=Reason.LINE_ENDS)
    lines.pop()
    if not lines or lines[0] != HEADER:
        other = lines and re.sub(r"[,\t|]", ";", lines[0]) == HEADER
        raise BatchRefused(line=1, reason=Reason.SEPARATOR if other else Reason.HEADER)
    for number, line in enumerate(lines[1:], start=2):
        if line.count(";") != CELLS - 1:
            raise BatchRefused(line=number, reason=Reason.CELLS)
    return lines


def _first_row(lines: list[str], indicator_sets: Mapping[str, IndicatorSet]) -> Batch:
    """What the first row says of the whole file; the other rows must say the same."""
    if len(lines) < 2:
        raise BatchRefused(line=2, reason=Reason.ROWS)
    skema, batch_id, period, area, talks, _, _, _, seal = lines[1].split(";")
    checks = (
        (skema in indicator_sets, Reason.UNKNOWN_SKEMA),
        (BATCH_ID.fullmatch(batch_id), Reason.BATCH_ID),
        (PERIOD.fullmatch(period), Reason.PERIOD),
        (AREA.fullmatch(area), Reason.AREA),
        (TALKS.fullmatch(talks), Reason.TALKS),
        (SEAL.fullmatch(seal), Reason.SEAL_FORM),
    )
    for good, reason in checks:
        if not good:
            raise BatchRefused(line=2, reason=reason)
    return Batch(skema, batch_id, period, area, int(talks), (), seal)


class _Prescribed(NamedTuple):
    """What one row must say, and how far outside 0..n (0..999 for ended offers) its count may lie."""

    question: str
    answer: int
    start: str
    room: int
    of_talks: bool


@lru_cache(maxsize=32)
def _prescribed(indicators: IndicatorSet) -> tuple[_Prescribed, ...]:
    """The rows of a skema, worked out once and not for each of ten thousand files."""
    return tuple(
        _Prescribed(
            question,
            answer,
            f"{question};{answer};",
            int(FARTHEST * scale),
            indicators.by_id[question].kind is not Kind.PROCESS,
        )
        for (question, answer), scale in zip(indicators.rows, indicators.scales, strict=True)
    )


def _row(cells: str, number: int, n: int, prescribed: tuple[_Prescribed, ...]) -> Row:
    """The question, answer and count on line `number`, whose place fixes what must stand there."""
    expected = prescribed[number - 2]
    if not cells.startswith(expected.start):
        known = any(cells.startswith(one.start) for one in prescribed)
        raise BatchRefused(line=number, reason=Reason.ROWS if known else Reason.CODE)
    written = cells[len(expected.start) :]
    if not COUNT.fullmatch(written):
        raise BatchRefused(line=number, reason=Reason.COUNT_FORM)
    count = int(written)
    # Ended offers have no public total: a leader with five talks may have made many more offers.
    if not -expected.room <= count <= (n if expected.of_talks else MOST_TALKS) + expected.room:
        raise BatchRefused(line=number, reason=Reason.COUNT_RANGE)
    return Row(expected.question, expected.answer, count)


def _check_seal(batch: Batch, content: bytes, keys: Sequence[bytes], unknown_sender: bool) -> None:
    """Raise BatchRefused unless the seal fits the content and one of HR's keys (or none, where allowed)."""
    if batch.known_sender and not keys:
        raise BatchRefused(line=0, reason=Reason.KEY_WANTED)
    candidates = list(keys) if batch.known_sender else [None]
    if not any(hmac.compare_digest(batch.seal, seal_of(content, key)) for key in candidates):
        raise BatchRefused(line=0, reason=Reason.SEAL)
    if not batch.known_sender and not unknown_sender:
        raise BatchRefused(line=0, reason=Reason.NO_KEY)
