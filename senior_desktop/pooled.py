# SPDX-License-Identifier: EUPL-1.2
"""Leaders' files -> HR's running totals, figures, charts and the report; a foreign or second file changes nothing."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING

from senior_desktop.at_hand import say, words
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
    """What became of one file: "accepted", "duplicate", "skipped", "refused"; and the sentence why it was not taken.

    digest: SHA-256 of an accepted file's bytes.
    """

    file: str
    outcome: str
    why: str = ""
    digest: str = ""


@dataclass(frozen=True)
class Pooled:
    """HR's running totals and what became of each file. floors: fewest people and hand-ins of a printed row.

    pool: of leaders' files. municipal: other municipalities' totals, in the order they came. period, area: what the
    figures are of ("2026H2", "O1" or several); None for all.
    """

    pool: Pool
    read: tuple[Read, ...]
    floors: tuple[int, int] = (20, 3)
    municipal: tuple[Totals, ...] = ()
    period: str | None = None
    area: str | frozenset[str] | None = None

    @property
    def together(self) -> Pool:
        """Leaders' files and municipalities' totals as one."""
        from senior_desktop.hr import totals

        return self.pool.merge(totals.merged(self.municipal, self.pool.indicator_sets)) if self.municipal else self.pool

    @property
    def taken(self) -> int:
        """How many files are in the totals."""
        return sum(one.outcome == "accepted" for one in self.read)


def pool(files: Sequence[tuple[str, bytes]], before: Pooled | None = None, language: str = "da") -> Pooled:
    """Files (name, bytes) -> totals; a foreign, altered or second file changes nothing and is listed with its reason."""
    from senior_desktop.hr.chosen import SETS as sets
    from senior_desktop.hr.pool import Pool

    totals = before.pool if before else Pool(sets)
    municipal = list(before.municipal) if before else []
    new = tuple(_taken(totals, municipal, sets, name, content, language) for name, content in files)
    return replace(before or Pooled(totals, ()), read=(*(before.read if before else ()), *new), municipal=tuple(municipal))


def pool_files(files: Sequence[Path], before: Pooled | None = None, language: str = "da", keep: Keep = let_go) -> Pooled:
    """The same for files on disk; of a folder its CSV files. Only file names are kept, never where they lie.

    keep: called with name and bytes of each file that was taken.
    """
    from senior_desktop.hr.totals import LARGEST

    found: list[Read] = []
    pooled = pool((), before, language)
    for file in _each(files):
        if file.name.lower().endswith(COMPANIONS):
            found.append(Read(file.name, "skipped", words(language)("hr.companion")))
            continue
        try:
            with file.open("rb") as opened:
                content = opened.read(LARGEST + 1)  # one byte more than a hand-in may have: enough to refuse it
        except OSError:
            found.append(Read(file.name, "refused", words(language)("hr.unreadable")))
            continue
        one = pool(((file.name, content),), replace(pooled, read=()), language)
        if one.taken:
            keep(file.name, content)
        pooled, found = replace(one, read=pooled.read), [*found, *one.read]
    return replace(pooled, read=(*pooled.read, *found))


def _each(files: Sequence[Path]) -> Iterator[Path]:
    for file in files:
        yield from sorted(file.glob("*.csv")) if file.is_dir() else (file,)


def _taken(
    pool: Pool, municipal: list[Totals], sets: Mapping[str, IndicatorSet], name: str, content: bytes, language: str
) -> Read:
    from senior_desktop.hr import csv_file, totals
    from senior_desktop.hr.pool import Outcome

    try:
        if totals.is_one(content):
            municipal.append(totals.read(content, sets))
            return Read(name, Outcome.ACCEPTED.value, digest=sha256(content).hexdigest())
        outcome = pool.add(csv_file.read(content, sets))
    except BatchRefused as fault:
        return Read(name, "refused", say(fault, language))
    why = {Outcome.DUPLICATE: "hr.duplicate", Outcome.REFUSED: "hr.reason_other_content"}
    if outcome is Outcome.ACCEPTED:
        return Read(name, outcome.value, digest=sha256(content).hexdigest())
    return Read(name, outcome.value, words(language)(why[outcome]))


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
    return hr_report.report(
        figures(pooled), words(language), language, organisation, at, number, *_development(pooled)
    )  # fmt: skip


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
