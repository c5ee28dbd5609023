# SPDX-License-Identifier: EUPL-1.2
"""`Figures` -> `Document`: HR's report for HovedMED; and the guarantee in words that goes with every file.

Made from noisy counts only. No row about a leader, no word that ranks "nej tak" or "ingen ændring".
"""

import math
from collections.abc import Mapping
from fractions import Fraction

from senior_desktop.hr.batch import LEAST_TALKS, period_in_words
from senior_desktop.hr.change import Change
from senior_desktop.hr.charts import between, chart, row_name, share, whole_percents
from senior_desktop.hr.figures import Figure, Figures, LeftOut
from senior_desktop.hr.findings import findings, kept
from senior_desktop.hr.indicators import MOST_INDICATORS, IndicatorSet, Kind
from senior_desktop.paper.document import Block, Bullets, Document, Facts, Heading, PageBreak, Paragraph, Table, Words

KIND = "hr_report"
WIDTHS = (0.36, 0.14, 0.24, 0.26)
AREA_WIDTHS = (0.32, 0.18, 0.12, 0.18, 0.2)


def guarantee(indicators: IndicatorSet, n: int, words: Words) -> tuple[str, str]:
    """What the file of `n` talks gives away and what it does not -> (short, "Læs mere"), filled from the skema."""
    questions = len(indicators.about_talks)
    long = words(
        "hr.guarantee_long",
        n=n,
        least=LEAST_TALKS,
        questions=questions,
        total=_decimal(float(questions * indicators.epsilon), words),
        **_bounds(indicators.epsilon, words),
    )
    return words("hr.guarantee_short"), long


def _bounds(epsilon: Fraction, words: Words) -> dict[str, str | int]:
    """What one changed answer can do: odds move at most by the factor e^epsilon."""
    factor = math.exp(epsilon)
    return {
        "factor": _decimal(factor, words),
        "from_50": round(100 * factor / (factor + 1)),
        "from_80": round(100 * 4 * factor / (4 * factor + 1)),
    }


def _decimal(number: float, words: Words) -> str:
    """At most two decimals, with the language's sign: "2,72", "8"."""
    return f"{number:.2f}".rstrip("0").rstrip(".").replace(".", words("hr.decimal_sign"))


def report(
    figures: Figures,
    words: Words,
    language: str,
    organisation: str,
    made: str,
    number: str,
    between_periods: tuple[str, ...] = (),
    moved: tuple[Change, ...] = (),
    by_area: Mapping[str, Figures] | None = None,
) -> Document:
    """The report. language: "da" or "en", that of `words`. made: ISO 8601 with offset. number: document number.

    moved: how the shares changed between the two half-years `between_periods`. by_area: the figures of each area by itself.
    """
    periods = ", ".join(period_in_words(one, words) for one in figures.periods)
    blocks: list[Block] = [*_in_short(figures, words, language), *_protected(figures, words)]
    for group in figures.groups:
        drawn = chart(figures, group, words, language)
        if drawn is not None:
            blocks += [Heading(group.name.in_(language)), drawn]
            notes = (one.note.in_(language) for one in figures.indicators if one.group == group.id)
            blocks += [Paragraph(note, "help") for note in notes if note]
    blocks += _kept(figures, words, language)
    blocks += _development(figures, words, language, between_periods, moved)
    blocks += areas(by_area or {}, words, language)
    blocks += [*_tables(figures, words, language), *_left_out(figures, words, language), *_made(figures, words)]
    return Document(
        kind=KIND,
        number=number,
        version=1,
        language=language,
        title=words("hr.title"),
        subtitle=words("hr.subtitle_period", periods=periods) if periods else words("hr.subtitle"),
        organisation=organisation,
        made=made,
        blocks=tuple(blocks),
        data=_data(figures) | ({"development": [_moved(one) for one in moved]} if moved else {}),
        confidential=False,
    )


def _in_short(figures: Figures, words: Words, language: str) -> list[Block]:
    """How much there is, and what can be said for certain."""
    facts = [(words("hr.talks"), str(figures.people)), (words("hr.hand_ins"), str(figures.batches))]
    facts.append((words("hr.periods"), ", ".join(period_in_words(one, words) for one in figures.periods)))
    facts.append((words("hr.areas"), ", ".join(words(f"hr.area_{area}") for area in figures.areas)))
    if figures.unknown_senders:
        counted = {"count": figures.unknown_senders, "batches": figures.batches}
        facts.append((words("hr.unknown_senders"), words("hr.unknown_senders_text", **counted)))
    blocks: list[Block] = [Heading(words("hr.in_short")), Paragraph(words("hr.about"))]
    blocks.append(Facts(tuple((label, value) for label, value in facts if value)))
    shown = [row for row in figures.rows if row.left_out is None]
    if not shown:
        limits = {"people": figures.least_people, "batches": figures.least_batches}
        return [*blocks, Paragraph(words("hr.too_few", **limits), "strong")]
    certain = findings(figures, words, language)
    blocks.append(Bullets(certain) if certain else Paragraph(words("hr.nothing_certain"), "strong"))
    return blocks


def _kept(figures: Figures, words: Words, language: str) -> list[Block]:
    """What became of what was agreed last time; also that nobody asked, and how to ask."""
    if not any(row.left_out is None for row in figures.rows):
        return []
    return [Heading(words("hr.kept")), *(Paragraph(line) for line in kept(figures, words, language))]


def _protected(figures: Figures, words: Words) -> list[Block]:
    """The guarantee, as it holds for what is pooled."""
    blocks: list[Block] = [Heading(words("hr.protected")), Paragraph(words("hr.protected_short"))]
    if figures.batches:
        blocks.append(Paragraph(words("hr.protected_long", **_bounds(figures.epsilon, words)), "help"))
    return blocks


def _tables(figures: Figures, words: Words, language: str) -> list[Block]:
    """Every figure that is shown, with its interval in words: one table per indicator group."""
    blocks: list[Block] = []
    header = tuple(words(f"hr.col_{name}") for name in ("answer", "share", "between", "note"))
    for group in figures.groups:
        rows = tuple(
            (
                row_name(row, one, language),
                share(row, words),
                between(row, words),
                words("hr.faint") if row.wide else "",
            )
            for one in figures.indicators
            if one.group == group.id
            for row in figures.of(one.id)
            if row.left_out is None
        )
        if rows:
            name = group.name.in_(language)
            summary = words("hr.table_summary", name=name, count=len(rows))
            blocks += [Heading(name, 2), Table(header, rows, WIDTHS, summary)]
    return [Heading(words("hr.all_figures")), *blocks] if blocks else []


def _development(
    figures: Figures, words: Words, language: str, periods: tuple[str, ...], moved: tuple[Change, ...]
) -> list[Block]:
    """What changed from one half-year to the next, and whether it is more than noise."""
    if not moved:
        return []
    by_id = {one.id: one for one in figures.indicators}
    rows = []
    for one in moved:
        asked = by_id[one.question]
        name = asked.name.in_(language)
        if asked.kind is not Kind.YES_NO:
            name = words("hr.left_out_answer", name=name, answer=asked.answers[one.answer].in_(language))
        shares = (words("hr.share", percent=round(100 * min(max(share, 0.0), 1.0))) for share in (one.before, one.after))
        rows.append((name, *shares, words("hr.moved_sure" if one.sure else "hr.moved_perhaps")))
    earlier, later = periods
    header = (words("hr.col_answer"), earlier, later, words("hr.col_moved"))
    sure = sum(one.sure for one in moved)
    said = words("hr.moved_some", count=sure, of=len(moved)) if sure else words("hr.moved_none", of=len(moved))
    summary = words("hr.table_summary", name=words("hr.development"), count=len(rows))
    return [
        Heading(words("hr.development")), Paragraph(said), Table(header, tuple(rows), (0.46, 0.13, 0.13, 0.28), summary),
        Paragraph(words("hr.moved_note"), "help"),
    ]  # fmt: skip


def areas(by_area: Mapping[str, Figures], words: Words, language: str) -> list[Block]:
    """The yes/no figures of each area beside each other, and which areas are too small; nothing for a single area."""
    if len(by_area) < 2:
        return []
    rows, small = [], [area for area, of in by_area.items() if all(row.left_out is not None for row in of.rows)]
    asked = {one.id: one for of in by_area.values() for one in of.indicators if one.kind is Kind.YES_NO}
    for one in asked.values():
        for area, of in by_area.items():
            rows += [
                (one.name.in_(language), words(f"hr.area_{area}"), share(row, words), between(row, words), words("hr.faint") if row.wide else "")
                for row in of.of(one.id) if row.left_out is None
            ]  # fmt: skip
    blocks: list[Block] = [Heading(words("hr.by_area"))]
    if rows:
        header = tuple(words(f"hr.col_{name}") for name in ("answer", "area", "share", "between", "note"))
        summary = words("hr.table_summary", name=words("hr.by_area"), count=len(rows))
        blocks += [Table(header, tuple(rows), AREA_WIDTHS, summary), Paragraph(words("hr.by_area_note"), "help")]
    if small:
        listed = ", ".join(words(f"hr.area_{area}") for area in small)
        blocks.append(Paragraph(words("hr.by_area_small", areas=listed), "help"))
    return blocks


def _moved(one: Change) -> dict[str, object]:
    shares = [round(100 * min(max(share, 0.0), 1.0)) for share in (one.before, one.after)]
    return {"question": one.question, "answer": one.answer, "before": shares[0], "after": shares[1], "more_than_noise": one.sure}


def _left_out(figures: Figures, words: Words, language: str) -> list[Block]:
    """What is not shown, and why; an indicator wholly left out is one line."""
    lines = []
    for one in figures.indicators:
        rows = figures.of(one.id)
        reasons = [row.left_out for row in rows if row.left_out is not None]
        name = one.name.in_(language)
        if len(reasons) == len(rows) and len(set(reasons)) == 1:
            lines.append(words("hr.left_out_row", name=name, reason=_why(reasons[0], figures, words)))
            continue
        for row in rows:
            if row.left_out is not None:
                answer = words("hr.left_out_answer", name=name, answer=one.answers[row.answer].in_(language))
                lines.append(words("hr.left_out_row", name=answer, reason=_why(row.left_out, figures, words)))
    listed = Bullets(tuple(lines)) if lines else Paragraph(words("hr.left_out_nothing"))
    return [Heading(words("hr.left_out")), listed]


def _why(reason: LeftOut, figures: Figures, words: Words) -> str:
    limits = {"people": figures.least_people, "batches": figures.least_batches}
    return words(f"hr.left_out_{reason}", **limits)


def _made(figures: Figures, words: Words) -> list[Block]:
    """A page on how the figures came about and what is promised, for whoever asks."""
    limits = {"people": figures.least_people, "batches": figures.least_batches}
    points = [words(f"hr.made_{point}") for point in ("batches", "interval", "floor", "lists")]
    points += [words("hr.made_small", **limits), words("hr.made_no_leader")]
    blocks: list[Block] = [PageBreak(), Heading(words("hr.made")), Bullets(tuple(points))]
    if figures.batches:
        epsilon = {
            "epsilon": _decimal(float(figures.epsilon), words), "questions": MOST_INDICATORS,
            "total": _decimal(float(figures.epsilon * MOST_INDICATORS), words),
        }  # fmt: skip
        exactly = tuple(words(f"hr.method_{point}", **epsilon) for point in ("noise", "once", "correction", "interval", "change"))
        blocks += [Heading(words("hr.method"), 2), Bullets(exactly)]
    return [*blocks, Heading(words("hr.not_hidden"), 2), Paragraph(words("hr.not_hidden_text"))]


def _data(figures: Figures) -> dict[str, object]:
    """What is printed, as plain data: whole per cents, codes instead of words."""
    return {
        "talks": figures.people,
        "hand_ins": figures.batches,
        "periods": list(figures.periods),
        "areas": list(figures.areas),
        "figures": [_printed(row) for row in figures.rows if row.left_out is None],
        "left_out": [
            {"question": row.question, "answer": row.answer, "why": str(row.left_out)}
            for row in figures.rows
            if row.left_out is not None
        ],
    }


def _printed(row: Figure) -> dict[str, object]:
    low, high = whole_percents(row)
    return {
        "question": row.question,
        "answer": row.answer,
        "share": round(row.share * 100),
        "low": low,
        "high": high,
        "uncertain": row.wide,
    }
