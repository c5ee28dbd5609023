# SPDX-License-Identifier: EUPL-1.2
"""Leaders' files -> HR's running totals, figures, charts and the report; a foreign or second file changes nothing."""

import os
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from senior_desktop import paths, policy
from senior_desktop.at_hand import branded, say, words
from senior_desktop.errors import BatchRefused
from senior_desktop.paper.document import Document

if TYPE_CHECKING:
    from senior_desktop.hr.change import Change
    from senior_desktop.hr.figures import Figures
    from senior_desktop.hr.indicators import IndicatorSet
    from senior_desktop.hr.pool import Pool
    from senior_desktop.hr.totals import Totals
else:  # names for annotations; the real ones are imported where they are used
    Change = Figures = IndicatorSet = Pool = Totals = object

COMPANIONS = (".txt", "-metadata.json")
"""How the names of what lies beside a hand-in end: it comes along when files are dropped, and is passed over."""


Keep = Callable[[str, bytes], None]
"""Called with the name and the bytes of a file that was taken."""


def let_go(_name: str, _content: bytes) -> None:
    """Keeps nothing: the files are the archive."""


@dataclass(frozen=True, slots=True)
class Read:
    """What became of one file: "accepted", "duplicate", "skipped", "refused"; and the sentence why it was not taken."""

    file: str
    outcome: str
    why: str = ""


@dataclass(frozen=True)
class Pooled:
    """HR's running totals and what became of each file. floors: fewest people and hand-ins of a printed row.

    pool: of leaders' files. municipal: other municipalities' totals, in the order they came. period, area: what the
    figures are of ("2026H2", "O1" or several); None for all. keys: the organisation keys HR has given to its leaders.
    """

    pool: Pool
    read: tuple[Read, ...]
    floors: tuple[int, int] = (20, 3)
    municipal: tuple[Totals, ...] = ()
    period: str | None = None
    area: str | frozenset[str] | None = None
    keys: tuple[bytes, ...] = ()

    @property
    def together(self) -> Pool:
        """Leaders' files and municipalities' totals as one."""
        from senior_desktop.hr import totals

        return self.pool.merge(totals.merged(self.municipal, self.pool.indicator_sets)) if self.municipal else self.pool

    @property
    def taken(self) -> int:
        """How many files are in the totals."""
        return sum(one.outcome == "accepted" for one in self.read)


def pool(
    files: Sequence[tuple[str, bytes]], before: Pooled | None = None, language: str = "da", keys: Sequence[bytes] = ()
) -> Pooled:
    """Files (name, bytes) -> totals; a foreign, altered or second file changes nothing and is listed with its reason."""
    from senior_desktop.hr.chosen import SETS as sets
    from senior_desktop.hr.pool import Pool

    before = before or Pooled(Pool(sets), (), keys=tuple(keys))
    municipal = list(before.municipal)
    take = _taker(before.pool, municipal, language, before.keys)
    new = tuple(take(name, content) for name, content in files)
    return replace(before, read=_anew(before.read, new), municipal=tuple(municipal))


def pool_files(files: Sequence[Path], before: Pooled | None = None, language: str = "da", keep: Keep = let_go) -> Pooled:
    """The same for files on disk; of a folder its CSV files. Only file names are kept, never where they lie.

    keep: called with name and bytes of each file that was taken.
    """
    from senior_desktop.hr.totals import LARGEST

    found: list[Read] = []
    pooled = pool((), before, language)
    municipal = list(pooled.municipal)
    take = _taker(pooled.pool, municipal, language, pooled.keys)
    for folder, name in _each(files):
        if name.lower().endswith(COMPANIONS):
            found.append(Read(name, "skipped", words(language)("hr.companion")))
            continue
        try:
            content = _content(os.path.join(folder, name), LARGEST)
        except OSError:
            found.append(Read(name, "refused", words(language)("hr.unreadable")))
            continue
        found.append(take(name, content))
        if found[-1].outcome == "accepted":
            keep(name, content)
    return replace(pooled, read=_anew(pooled.read, found), municipal=tuple(municipal))


def _anew(before: Sequence[Read], new: Sequence[Read]) -> tuple[Read, ...]:
    """`before` and `new` as one list: a refused file that came again is told of once, as it fared the last time."""
    if not any(one.outcome == "refused" for one in before):  # of a quarter of a million names no second set
        return (*before, *new)
    again = {one.file for one in new}
    return (*(one for one in before if one.outcome != "refused" or one.file not in again), *new)


def _each(files: Sequence[Path]) -> Iterator[tuple[str, str]]:
    """(folder, name) of the files, and of those in folders. Texts, not paths: a whole country has a quarter of a million."""
    for file in files:
        if paths.is_folder(file):
            yield from ((str(file), name) for name in sorted(name for name in os.listdir(file) if name.endswith(".csv")))
        else:
            yield str(file.parent), file.name


def _content(file: str, largest: int) -> bytes:
    """The file's bytes, at most one more than `largest`: enough to refuse it. Raises OSError."""
    # Not waited for: a pipe somebody dropped among the files would be read for ever.
    handle = os.open(file, os.O_RDONLY | getattr(os, "O_BINARY", 0) | getattr(os, "O_NONBLOCK", 0))
    try:
        return os.read(handle, min(os.fstat(handle).st_size, largest) + 1)
    finally:
        os.close(handle)


def _taker(pool: Pool, municipal: list[Totals], language: str, keys: Sequence[bytes]) -> Callable[[str, bytes], Read]:
    """Takes one file (name, bytes) into `pool` or `municipal`, and says what became of it."""
    from senior_desktop.hr import csv_file, totals
    from senior_desktop.hr.chosen import SETS
    from senior_desktop.hr.pool import Outcome

    why = {Outcome.DUPLICATE: words(language)("hr.duplicate"), Outcome.REFUSED: words(language)("hr.reason_other_content"), Outcome.ACCEPTED: ""}
    codes = {outcome: outcome.value for outcome in Outcome}
    # Without a key HR can ask for none; with one, IT says whether files without are taken all the same.
    unkeyed = not keys or policy.in_force().number("AllowUnkeyedBatch") == 1

    def take(name: str, content: bytes) -> Read:
        try:
            if totals.is_one(content):
                sums = totals.read(content, SETS)
                if sums in municipal:
                    return Read(name, codes[Outcome.DUPLICATE], why[Outcome.DUPLICATE])
                municipal.append(sums)
                return Read(name, codes[Outcome.ACCEPTED])
            outcome = pool.add(csv_file.read(content, SETS, keys, unknown_sender=unkeyed))
        except BatchRefused as fault:
            return Read(name, "refused", say(fault, language))
        return Read(name, codes[outcome], why[outcome])

    return take


def figures(pooled: Pooled) -> Figures:
    """Shares with 95 % intervals; rows under 20 people or 3 batches are left out and say so."""
    from senior_desktop.hr import figures as hr_figures

    people, batches = pooled.floors
    return hr_figures.figures(
        pooled.together, period=pooled.period, area=pooled.area, least_people=people, least_batches=batches
    )  # fmt: skip


def parts(pooled: Pooled) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The half-years and the areas there are figures of, in order."""
    keys = pooled.together.totals
    return tuple(sorted({key.period for key in keys})), tuple(sorted({key.area for key in keys}))


def _development(pooled: Pooled) -> tuple[tuple[str, ...], tuple[Change, ...]]:
    """The last two half-years and what moved between them; nothing when one is chosen or there is but one."""
    from senior_desktop.hr.change import changes

    last = parts(pooled)[0][-2:]
    if pooled.period is not None or len(last) < 2:
        return (), ()
    earlier, later = (figures(replace(pooled, period=one)) for one in last)
    return last, changes(earlier, later)


def _by_area(pooled: Pooled) -> dict[str, Figures]:
    """The figures of each area by itself; nothing when areas are chosen or there is but one."""
    areas = sorted({key.area for key in pooled.together.totals if pooled.period in (None, key.period)})
    return {area: figures(replace(pooled, area=area)) for area in areas} if pooled.area is None and len(areas) > 1 else {}


def totals_file(pooled: Pooled, municipality: str) -> bytes:
    """The totals as a file that adds up with others'. Raises NoMunicipality."""
    from senior_desktop.hr import totals

    return totals.to_bytes(pooled.together, municipality)


def chart_pictures(
    pooled: Pooled, language: str = "da", colours: Mapping[str, str] | None = None, width: float = 480.0
) -> tuple[str, ...]:
    """The report's charts as SVG, in its order. colours: other ones for "text", "muted", "hair", "bar", "faint".

    width: of the drawing in its own units; its letters are 8.6 of them high.
    """
    from senior_desktop.hr import charts
    from senior_desktop.paper import drawing

    printed = {"text": drawing.TEXT, "muted": drawing.MUTED, "hair": drawing.HAIR, "bar": drawing.BAR, "faint": drawing.FAINT}
    pictures = []
    for chart in charts.charts(figures(pooled), words(language), language):
        svg = drawing.chart_svg(chart, width)
        for name, colour in (colours or {}).items():
            svg = svg.replace(f'"{printed[name]}"', f'"{colour}"')
        pictures.append(svg)
    return tuple(pictures)


def report_document(pooled: Pooled, organisation: str, made: datetime, language: str = "da") -> Document:
    """The report for HovedMED, to be shown."""
    from senior_desktop.hr import report as hr_report

    number = f"HR-{made.year}-{made:%m%d}"
    at = made.isoformat(timespec="seconds")
    return branded(hr_report.report(
        figures(pooled), words(language), language, organisation, at, number, *_development(pooled), _by_area(pooled)
    ))  # fmt: skip


def report_workbook(pooled: Pooled, organisation: str, made: datetime, language: str = "da") -> bytes:
    """The report as an XLSX workbook: its words, and every figure it prints as a number."""
    from senior_desktop.hr import workbook

    document = report_document(pooled, organisation, made, language)
    return workbook.workbook(figures(pooled), document, words(language), language)


def report_files(pooled: Pooled, organisation: str, made: datetime, language: str = "da") -> tuple[str, dict[str, bytes]]:
    """The report in all its forms: its number, and the bytes by how the name goes on (".pdf", ".xlsx", "-1.svg" …)."""
    document, pdf = report(pooled, organisation, made, language)
    files = {".pdf": pdf, ".xlsx": report_workbook(pooled, organisation, made, language)}
    drawn = chart_pictures(pooled, language)
    return document.number, files | {f"-figur-{at}.svg": svg.encode() for at, svg in enumerate(drawn, start=1)}


def report(pooled: Pooled, organisation: str, made: datetime, language: str = "da") -> tuple[Document, bytes]:
    """The report for HovedMED, as a Document and as a PDF."""
    from senior_desktop.paper import pdf

    document = report_document(pooled, organisation, made, language)
    return document, pdf.make(document)
