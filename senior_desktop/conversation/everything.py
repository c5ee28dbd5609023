# SPDX-License-Identifier: EUPL-1.2
"""One talk -> everything that is written in it, question by question: what a person who asks for access is given (art. 15).

Nothing is left out for being private: the leader's preparation and notes, the mandate, answers that were never printed.
"""

from senior_desktop.conversation.agreements import WITHDRAWN
from senior_desktop.conversation.conversation import Conversation
from senior_desktop.conversation.free_texts import texts
from senior_desktop.conversation.summary import agreement_blocks, said, written
from senior_desktop.conversation.template import Privacy, Template
from senior_desktop.paper.document import Block, Bullets, Facts, Heading, Paragraph, Words

LONG = 160
"""Characters from which a text is no cell of a table any more."""

OTHERS = "a14"
"""Who else came along: on the sheet only that there were some, here which."""


def label_of(talk: Conversation, template: Template, key: str, words: Words) -> str:
    """What a text is called (`free_texts`): the question, the page of a note, the agreement."""
    kind, _, rest = key.partition(".")
    if kind == "note":
        pages = {theme.id: theme.title.said(talk.language) for theme in template.themes}
        return words("access.note", page=pages.get(rest, rest))
    if kind == "row":
        return words("access.row")
    if kind == "meeting":
        return words("access.place")
    if kind == "going":
        return words("access.going")
    known = {one.id: one for one in template.questions}
    return known[key].text.said(talk.language) if key in known else key


def in_rows(rows: list[tuple[str, str]]) -> list[Block]:
    """Name and value as a table; what is long runs over the pages below it."""
    short = tuple(row for row in rows if len(row[1]) <= LONG and "\n" not in row[1])
    made: list[Block] = [Facts(short)] if short else []
    for name, value in rows:
        if (name, value) not in short:
            made += [Paragraph(name, "strong"), Paragraph(value)]
    return made


def blocks(talk: Conversation, template: Template, words: Words) -> tuple[Block, ...]:
    """Facts and answers, then the leader's own, then the agreements, also those that were taken back."""
    answered: list[tuple[str, str]] = []
    own: list[tuple[str, str]] = []
    for question in template.questions:
        if question.id not in talk.answers:
            continue
        answer = talk.answers[question.id]
        if question.id == OTHERS and isinstance(answer.value, tuple):
            value = "; ".join(template.option(OTHERS, code, talk.language) for code in answer.value)
        else:
            value = said(talk, template, question, words)
        if value:
            (own if question.privacy is Privacy.LAPTOP else answered).append((question.text.said(talk.language), value))
    named = texts(talk)
    own += [(label_of(talk, template, key, words), text) for key, text in named.items() if key.startswith(("note.", "meeting.", "going"))]
    own += [(words("access.mandate", measure=code), str(value)) for code, value in talk.mandate.items()]
    course = (("stage", words(f"stages.{talk.stage.value}")), ("created", written(talk.created[:10], words)), ("changed", written(talk.changed[:10], words)), ("case", talk.case_number))
    made: list[Block] = [Facts(tuple((words(f"access.{name}"), value) for name, value in course if value))]
    if answered:
        made += [Heading(words("access.answers"), 2), *in_rows(answered)]
    if own:
        made += [Heading(words("access.own"), 2), *in_rows(own)]
    if talk.agreements:
        made += agreement_blocks(talk, template, words)
        gone = tuple(row.text for row in talk.agreements if row.status == WITHDRAWN and row.text)
        made += [Heading(words("access.withdrawn"), 2), Bullets(gone)] if gone else []
    return tuple(made)
