# SPDX-License-Identifier: EUPL-1.2
"""Evaluation sheets from a meeting, counted by hand -> shares with their uncertainty, from 20 people up; and the blank sheet.

Nobody's answer is typed in, only how many gave each. The intervals are Wilson's for plain counts: no noise was added here.
"""

import math

import msgspec

from senior_desktop.paper.document import Bar, Block, Chart, Document, Facts, Heading, Paragraph, Space, Ticks, Words

LEAST_PEOPLE = 20
QUESTIONS = {"useful": 5, "freely": 5, "equipped": 5, "stay": 4}
"""Question -> how many answers it has: the four-point scale with "prefer not to answer"; yes, no, would stay anyway, do not know."""

COUNTED = {"useful": 3, "freely": 3, "equipped": 3, "stay": 0}
"""The answer that counts as yes: "i høj grad", and "ja" alone."""

REFERENCE = {"stay": (0.42, "Aarhus, 58+")}
"""What others have found (domain, section 6): without a control group, number of answers unknown."""

MOST = 5_000
MOST_MEETINGS = 100
NINETY_FIVE = 1.959963984540054


class Tally(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What was counted at one meeting. counts: question -> how many gave each answer, in the sheet's order."""

    name: str = ""
    counts: dict[str, tuple[int, ...]] = {}


def interval(yes: int, people: int) -> tuple[float, float]:
    """Wilson's 95 % interval of `yes` among `people` (> 0)."""
    share, z = yes / people, NINETY_FIVE
    middle, half = share + z * z / (2 * people), z * math.sqrt(share * (1 - share) / people + z * z / (4 * people * people))
    whole = 1 + z * z / people
    return max(0.0, (middle - half) / whole), min(1.0, (middle + half) / whole)


def people(tally: Tally, question: str) -> int:
    """How many answered the question, "prefer not to answer" too."""
    return sum(tally.counts.get(question, ()))


def document(tally: Tally, words: Words, language: str, organisation: str, made: str) -> Document:
    """The figures of a meeting; under 20 people none, and that is said."""
    bars, lines, few = [], [], []
    for question in QUESTIONS:
        number = people(tally, question)
        if number < LEAST_PEOPLE:
            few.append(words(f"tally.{question}"))
            continue
        yes = tally.counts[question][COUNTED[question]]
        low, high = interval(yes, number)
        reference, name = REFERENCE.get(question, (None, ""))
        said = words("tally.note", percent=round(100 * yes / number), low=round(100 * low), high=round(100 * high), people=number)
        lines.append(f"{words(f'tally.yes_{question}')}: {said}")
        bars.append(Bar(words(f"tally.yes_{question}"), yes / number, low, high, words("tally.people", people=number), reference=reference, reference_name=name))
    blocks: list[Block] = [Facts(((words("tally.meeting"), tally.name or "–"),))]
    if bars:
        blocks.append(Chart(words("tally.chart"), tuple(bars), "; ".join(lines)))
        blocks += [Paragraph(line) for line in lines]
    if few:
        blocks.append(Paragraph(words("tally.few", least=LEAST_PEOPLE, questions=", ".join(few)), "strong"))
    if any(one.reference is not None for one in bars):
        blocks.append(Paragraph(words("tally.reference"), "help"))
    blocks.append(Paragraph(words("tally.method"), "help"))
    return Document("tally", "", 1, language, words("tally.title"), "", organisation, made, tuple(blocks), confidential=False)


def sheet(words: Words, language: str, organisation: str, made: str) -> Document:
    """The blank sheet to hand out: four questions, each may be left; nobody writes a name."""
    blocks: list[Block] = [Paragraph(words("tally.sheet_intro"))]
    for question in QUESTIONS:
        scale = "stay" if question == "stay" else "scale"
        options = tuple(words(f"tally.{scale}_{at}") for at in range(QUESTIONS[question]))
        blocks += [Heading(words(f"tally.{question}")), Ticks(options)]
    blocks += [Heading(words("tally.more")), Space(words("tally.more"), 4), Paragraph(words("tally.sheet_close"), "help")]
    return Document("tally_sheet", "", 1, language, words("tally.sheet_title"), "", organisation, made, tuple(blocks), confidential=False)


def kept(tallies: tuple[Tally, ...]) -> object:
    """The tallies as plain data."""
    return msgspec.to_builtins(tallies)


def read(plain: object) -> tuple[Tally, ...]:
    """What `kept` gave, at least one; a single one, as earlier editions kept it, is the first. Raises msgspec.ValidationError."""
    several = plain if isinstance(plain, list) and plain else [plain or {}]
    return tuple(_cut(msgspec.convert(one, Tally)) for one in several[:MOST_MEETINGS])


def _cut(found: Tally) -> Tally:
    """Counts outside 0 to MOST are cut, and what is missing is 0."""
    counts = {
        question: tuple(min(max(one, 0), MOST) for one in (*found.counts.get(question, ()), *([0] * length))[:length])
        for question, length in QUESTIONS.items()
    }
    return Tally(found.name[:120], counts)
