# SPDX-License-Identifier: EUPL-1.2
"""A sealed batch -> everything that stands in its file, in words, as a Document for the leader's screen.

Shown after sealing only: before it there are no numbers (a preview would be a second draw).
"""

from senior_desktop.hr.batch import Batch
from senior_desktop.hr.indicators import Indicator, IndicatorSet, Kind
from senior_desktop.paper.document import Block, Document, Facts, Heading, Paragraph, Table, Words

KIND = "hr_file"
WIDTHS = (0.78, 0.22)


def contents(batch: Batch, indicators: IndicatorSet, words: Words, language: str) -> Document:
    """Every column and row of the file of `batch`. language: "da" or "en", that of `words`. Not for paper: no time of making."""
    facts = (
        (words("hr.file_period"), batch.period),
        (words("hr.file_area"), words(f"hr.area_{batch.area}")),
        (words("hr.talks"), str(batch.n)),
        (words("hr.file_skema"), batch.skema),
        (words("hr.file_id"), batch.batch_id),
        (words("hr.file_seal"), words("hr.file_seal_key" if batch.known_sender else "hr.file_seal_none")),
    )
    blocks: list[Block] = [Facts(facts), Paragraph(words("hr.file_noise"), "help")]
    counts = {(row.question, row.answer): row.count for row in batch.rows}
    for one in indicators.indicators:
        rows = tuple((_answer(one, code, words, language), str(counts[one.id, code])) for code in one.codes)
        name = one.name.in_(language)
        header = (words("hr.file_answer"), words("hr.file_count"))
        blocks += [Heading(name, 2), Table(header, rows, WIDTHS, words("hr.table_summary", name=name, count=len(rows)))]
    return Document(
        kind=KIND, number=batch.batch_id, version=1, language=language, title=words("hr.file_title"),
        subtitle="", organisation="", made="", blocks=tuple(blocks), data={}, confidential=False,
    )  # fmt: skip


def _answer(one: Indicator, code: int, words: Words, language: str) -> str:
    answer = one.answers[code].in_(language)
    plain = answer == words("hr.file_yes", answer="").strip(" :")  # "Ja", not "Ja: Ja"
    return words("hr.file_yes", answer=answer) if one.kind is Kind.YES_NO and not plain else answer
