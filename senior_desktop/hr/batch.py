# SPDX-License-Identifier: EUPL-1.2
"""Codes of at least five talks -> exact counts -> noisy counts -> one sealed `Batch` for HR.

The two steps are kept apart, so that another way of handing in counts can replace the second. Nothing
in a batch depends on who, when or in what order (anonymity: batch rules).
"""

import hmac
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from hashlib import sha256
from typing import NamedTuple

from senior_desktop.errors import TooFewTalks
from senior_desktop.hr.indicators import IndicatorSet, Kind
from senior_desktop.hr.noise import Stream, discrete_laplace
from senior_desktop.paper.document import Words

LEAST_TALKS = 5
"""HR may raise the number; nothing lowers it."""

MOST_TALKS = 999
SECRET_BYTES = 32
COLUMNS = "skema;batch_id;periode;omraade;n;spoergsmaal;svar;antal"
PERIOD = re.compile(r"20[0-9]{2}H[12]")
AREA = re.compile(r"O[0-9]")

Counts = Mapping[tuple[str, int], int]
"""(question, answer) -> count, in the file's order."""


class Row(NamedTuple):
    """One noisy count; it may be negative and stays so."""

    question: str
    answer: int
    count: int


@dataclass(frozen=True, slots=True)
class Batch:
    """What one leader hands in at a time; all of it is in the file, and nothing else is.

    skema: indicators and noise ("sen1-e1"). batch_id: "b" and 32 hex digits. period: "2026H2".
    area: "O0"-"O9". n: talks, exact. rows: in the skema's order. seal: "h1:" (organisation key) or
    "d1:" (no key) and 64 hex digits.
    """

    skema: str
    batch_id: str
    period: str
    area: str
    n: int
    rows: tuple[Row, ...]
    seal: str = ""

    @property
    def known_sender(self) -> bool:
        """Whether it is sealed with the organisation's key; else HR sees "ukendt afsender"."""
        return self.seal.startswith("h1:")

    @property
    def digest(self) -> str:
        """SHA-256 of all but the seal: tells a duplicate from another file of the same id. Of a batch that was read."""
        return self.seal.partition(":")[2] if self.seal.startswith("d1:") else sha256(unsealed(self)).hexdigest()


def half_year(day: date) -> str:
    """The period of a hand-in on `day`: "2026H1" to the end of June, then "2026H2"."""
    return f"{day.year}H{1 if day.month <= 6 else 2}"


def half_years_from(day: date, number: int) -> tuple[str, ...]:
    """The half-year of `day` and those after it, `number` in all."""
    first = day.year * 2 + (day.month > 6)
    return tuple(f"{at // 2}H{at % 2 + 1}" for at in range(first, first + number))


def period_in_words(period: str, words: Words) -> str:
    """"2026H2" as people say it; anything else, "" too, as it is."""
    year, _, half = period.partition("H")
    return words(f"receipt.half_{half}", year=year) if half in ("1", "2") else period


def exact_counts(talks: Sequence[Mapping[str, int]], offers: Sequence[int], indicators: IndicatorSet) -> Counts:
    """Codes of talks and of ended offers -> true counts. Never leaves the laptop.

    Raises ValueError when a code is missing or outside its list: the guarantee rests on one code per question.
    """
    counts = dict.fromkeys(indicators.rows, 0)
    for indicator in indicators.indicators:
        process = indicator.kind is Kind.PROCESS
        allowed = (0, 1) if indicator.kind is Kind.YES_NO else indicator.codes
        for code in offers if process else [talk.get(indicator.id) for talk in talks]:
            if code not in allowed:
                raise ValueError(f"no such code on {indicator.id}")
            if (indicator.id, code) in counts:
                counts[indicator.id, code] += 1
    return counts


def noisy_counts(counts: Counts, indicators: IndicatorSet, stream: Stream) -> Counts:
    """True counts -> counts with discrete Laplace noise, drawn from `stream` in the order of the rows."""
    return {
        (question, answer): count + discrete_laplace(stream, indicators.scale(question))
        for (question, answer), count in counts.items()
    }


def seed(skema: str, waiting: Sequence[tuple[bytes, Mapping[str, int]]], offers: Sequence[tuple[bytes, int]]) -> bytes:
    """The secret all of a batch expands from: skema, random bytes and codes, sorted, so order leaves no trace.

    Period and area are left out on purpose: the same set sealed later must not be drawn a second time.
    """
    secrets = [secret for secret, _ in (*waiting, *offers)]
    if any(len(secret) != SECRET_BYTES for secret in secrets) or len(set(secrets)) != len(secrets):
        raise ValueError("each talk and offer brings 32 random bytes of its own")
    lines = [f"{secret.hex()} " + " ".join(f"{key}={talk[key]}" for key in sorted(talk)) for secret, talk in waiting]
    ended = [f"{secret.hex()} {code}" for secret, code in offers]
    return "\n".join(["seniorsamtale batch 1", skema, *sorted(lines), "", *sorted(ended)]).encode()


def make_batch(
    waiting: Sequence[tuple[bytes, Mapping[str, int]]],
    offers: Sequence[tuple[bytes, int]],
    period: str,
    area: str,
    indicators: IndicatorSet,
    key: bytes | None,
    least: int = LEAST_TALKS,
) -> Batch:
    """Waiting codes, each with its 32 random bytes -> a sealed batch; the same input gives the same batch.

    waiting: (random bytes, `indicators.codes`) per talk. offers: (random bytes, a11 code) per ended offer.
    key: the organisation's key, or None. least: HR's minimum; 5 when lower.
    Raises TooFewTalks(waiting, missing, least).
    """
    least = max(least, LEAST_TALKS)
    if len(waiting) < least:
        raise TooFewTalks(waiting=len(waiting), missing=least - len(waiting), least=least)
    if len(waiting) > MOST_TALKS or not PERIOD.fullmatch(period) or not AREA.fullmatch(area):
        raise ValueError("period, area or size of a batch")
    counts = exact_counts([talk for _, talk in waiting], [code for _, code in offers], indicators)
    stream = Stream(seed(indicators.skema, waiting, offers))
    batch_id = "b" + stream.generate(16).hex()
    noisy = noisy_counts(counts, indicators, stream)
    rows = tuple(Row(question, answer, count) for (question, answer), count in noisy.items())
    return sealed(Batch(indicators.skema, batch_id, period, area, len(waiting), rows), key)


def unsealed(batch: Batch) -> bytes:
    """Header and rows without the seal's column: UTF-8, CRLF, no BOM. What the seal is taken over."""
    head = f"{batch.skema};{batch.batch_id};{batch.period};{batch.area};{batch.n};"
    lines = [f"{head}{question};{answer};{count}" for question, answer, count in batch.rows]
    return "\r\n".join([COLUMNS, *lines, ""]).encode()


def seal_of(content: bytes, key: bytes | None) -> str:
    """The seal of `unsealed` content: HMAC-SHA256 under `key`, or SHA-256 without one."""
    if key:
        return "h1:" + hmac.digest(key, content, "sha256").hex()
    return "d1:" + sha256(content).hexdigest()


def sealed(batch: Batch, key: bytes | None) -> Batch:
    """`batch` with its seal."""
    return replace(batch, seal=seal_of(unsealed(batch), key))
