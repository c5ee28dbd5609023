# SPDX-License-Identifier: EUPL-1.2
"""A person's talks over the years -> one table, a column for each year: what was said on the scales, and what was agreed.

Only what is still kept: closing wipes texts, never the scales' codes. For the two who sit there; not printed, not counted.
"""

from senior_desktop.conversation.conversation import Conversation
from senior_desktop.conversation.history import Talks, promised, year_of
from senior_desktop.conversation.template import Template
from senior_desktop.paper.document import Document, Paragraph, Table, Words

SCALES = ("c11", "c21", "c41", "c51", "c81")
KIND = "years"


def over_the_years(talk: Conversation, earlier: Talks, template: Template, words: Words) -> Document:
    """`talk` and the talks before it, oldest first; `earlier` as `history.earlier` gives them."""
    talks = (*reversed(earlier), talk)
    header = (words("years.question"), *(words("years.now") if one is talk else year_of(one) for one in talks))
    rows = []
    for key in SCALES:
        said = tuple(_said(one, key, template, words) for one in talks)
        if any(cell != words("years.nothing") for cell in said):
            rows.append((template.question(key).text.said(talk.language), *said))
    rows.append((words("years.agreed"), *(_agreed(one, template, words) for one in talks)))
    share = 0.7 / len(talks)
    table = Table(header, tuple(rows), (0.3, *(share for _ in talks)), words("years.summary", count=len(talks)))
    return Document(
        KIND, talk.number, talk.version, talk.language, words("years.title"), "", "", "",
        (Paragraph(words("years.about"), "help"), table),
    )  # fmt: skip


def _said(talk: Conversation, key: str, template: Template, words: Words) -> str:
    answer, code = talk.answer(key), talk.code(key)
    if answer.declined:
        return template.declined.said(talk.language)
    return words("years.nothing") if code is None else template.option(key, code, talk.language)


def _agreed(talk: Conversation, template: Template, words: Words) -> str:
    lines = []
    for row in promised(talk) or talk.agreements:
        kept = "" if row.kept is None else template.option("g7", row.kept, talk.language)
        lines.append(words("years.kept", text=row.text, kept=kept) if kept else row.text)
    return "\n".join(lines) or words("years.nothing")
