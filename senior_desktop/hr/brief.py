# SPDX-License-Identifier: EUPL-1.2
"""`Figures` -> one page in plain words for the political committee or the press: what is certain, and how certain.

No sentence that the report does not say too; no row about a leader, no ranking of "nej tak".
"""

from senior_desktop.hr.batch import period_in_words
from senior_desktop.hr.figures import Figures
from senior_desktop.hr.findings import KEPT, directions, findings, kept
from senior_desktop.paper.document import Block, Bullets, Document, Facts, Heading, Paragraph, Words

READERS = ("committee", "press")
MOST = 5
"""Sentences on a page; the report has the rest."""


def brief(figures: Figures, reader: str, words: Words, language: str, organisation: str, made: str) -> Document:
    """The page. reader: one of READERS. Other arguments as for `report.report`."""
    facts = ((words("hr.talks"), str(figures.people)), (words("hr.hand_ins"), str(figures.batches)), (words("hr.periods"), ", ".join(period_in_words(one, words) for one in figures.periods)))
    blocks: list[Block] = [Paragraph(words(f"brief.intro_{reader}")), Facts(tuple((name, said) for name, said in facts if said))]
    certain = findings(figures, words, language)[:MOST]
    blocks.append(Heading(words("brief.certain")))
    blocks.append(Bullets(certain) if certain else Paragraph(words("brief.nothing_certain"), "strong"))
    direction = directions(figures, words, language)[: MOST - len(certain)]
    if direction:
        blocks += [Heading(words("brief.direction")), Paragraph(words("brief.direction_note"), "help"), Bullets(direction)]
    if any(one.rule in KEPT for one in figures.indicators) and any(row.left_out is None for row in figures.rows):
        blocks += [Heading(words("hr.kept")), *(Paragraph(line) for line in kept(figures, words, language))]
    blocks += [Heading(words("brief.how")), Paragraph(words("brief.method")), Paragraph(words(f"brief.close_{reader}"))]
    title = words(f"brief.title_{reader}")
    return Document("brief", "", 1, language, title, "", organisation, made, tuple(blocks), confidential=False)
