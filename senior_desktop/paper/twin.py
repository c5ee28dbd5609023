# SPDX-License-Identifier: EUPL-1.2
"""Template -> papers to fill in by hand: "Mine tanker", the leader's preparation, and the whole talk as on the screen.

They are made from the same pages as the screen (`guide.pages`), so order and numbers cannot part. Nothing is filled in
and nobody is named. The evaluation (g1-g3) is never on paper: the leader would see it.
"""

from collections.abc import Iterable, Iterator

from senior_desktop.conversation import guide
from senior_desktop.conversation.conversation import Conversation
from senior_desktop.conversation.guide import PageKind
from senior_desktop.conversation.template import Kind, Question, Template
from senior_desktop.paper.document import (
    Block,
    Bullets,
    Document,
    Heading,
    PageBreak,
    Paragraph,
    Space,
    Ticks,
    Words,
)

ROWS = {"short": 3, "full": 5}
"""Agreements there is room for; more go on another copy of the page."""

LINES_FOR_TEXT, LINES_FOR_THOUGHTS = 3, 3
"""Ruled lines below an open question."""

TITLED = {PageKind.OFFER: "offer", PageKind.AGREEMENTS: "agreements", PageKind.FOLLOW_UP: "follow_up", PageKind.SUMMARY: "summary"}
"""Pages whose title is not a theme's: the ending of its key among the words."""


def my_thoughts(template: Template, words: Words, organisation: str, made: str, *, fillable: bool = False) -> Document:
    """The employee's own sheet: the themes with room to write. fillable: text fields in place of lines."""
    language = words("paper.language")
    blocks: list[Block] = [Paragraph(words("sheets.thoughts_intro"))]
    if fillable:
        blocks.append(Paragraph(words("sheets.thoughts_fill")))
    for key in ("most", "ask", "not"):
        blocks += _titled(words(f"sheets.thoughts_{key}"), "")
    for theme in template.themes:
        blocks += _titled(theme.title.said(language), theme.invitation.said(language))
    return _sheet("thoughts", words, organisation, made, blocks, words("sheets.thoughts_for"), fillable=fillable)


def preparation(template: Template, words: Words, organisation: str, made: str) -> Document:
    """The leader's own preparation (b01-b05) on paper."""
    blocks: list[Block] = [Paragraph(words("sheets.preparation_intro"))]
    for question in template.of_phase(2):
        blocks += _asked(question, template, words)
    return _sheet("preparation", words, organisation, made, blocks, words("sheets.preparation_for"), confidential=True)


def twin(template: Template, path: str, words: Words, organisation: str, made: str) -> Document:
    """The whole talk on the `path` "short" or "full", page for page as both see it on the screen."""
    blank = Conversation("", "", "", template.name, template.digest, made, made, language=words("paper.language"), path=path)
    blocks: list[Block] = [Paragraph(words("sheets.twin_intro"))]
    for page in guide.pages(blank, template, shared=True):
        blocks += _page(page, template, words, path)
    blocks.append(Heading(words("sheets.page_after")))
    blocks.append(Bullets(tuple(words(f"sheets.after_{number}") for number in range(1, 6)), numbered=True))
    return _sheet("twin", words, organisation, made, blocks, words(f"sheets.twin_{path}"), confidential=True)


def one_page(template: Template, page_id: str, words: Words, organisation: str, made: str) -> Document:
    """One page of the full path as it is printed; one that is never printed says so."""
    if page_id == PageKind.PREPARE:
        return preparation(template, words, organisation, made)
    blank = Conversation("", "", "", template.name, template.digest, made, made, language=words("paper.language"))
    blocks = [block for page in guide.pages(blank, template, shared=True) if page.id == page_id for block in _page(page, template, words, "full")]
    return _sheet("twin", words, organisation, made, blocks or [Paragraph(words("sheets.never_printed"))], words("sheets.twin_full"), confidential=True)


def _page(page: guide.Page, template: Template, words: Words, path: str) -> Iterator[Block]:
    """One page of the screen; those that only the program can do are told at the end."""
    language = words("paper.language")
    if page.theme is not None:
        yield Heading(page.theme.title.said(language))
        yield Paragraph(page.theme.invitation.said(language))
        if page.theme.cards:
            yield Paragraph(words("sheets.cards", cards=" · ".join(card.said(language) for card in page.theme.cards)), "help")
    elif page.kind in TITLED:
        if page.kind is PageKind.AGREEMENTS:
            yield PageBreak()
        yield Heading(words(f"sheets.page_{TITLED[page.kind]}"))
    else:
        return
    if page.kind is PageKind.AGREEMENTS:
        yield Paragraph(words("sheets.agreements_intro"))
        for number in range(1, ROWS[path] + 1):
            yield from _agreement(number, template, words, path)
    for question in page.questions:
        if guide.on_paper(question):
            yield from _asked(question, template, words)
    if page.theme is not None:
        yield Paragraph(guide.numbered(page.theme.id, template.status.text.said(language)), "strong")
        yield Ticks(tuple(option.said(language) for option in template.status.options))


def _agreement(number: int, template: Template, words: Words, path: str) -> Iterator[Block]:
    """The fields of one agreement row, d01-d09."""
    yield Heading(words("sheets.agreement", number=number), 2)
    for question in template.questions:
        if question.row and question.phase == 4 and (question.short or path == "full"):
            yield from _asked(question, template, words)
            if question.id == "d08":
                yield from _labelled(words("sheets.pay_answer"))
            if question.id == "d07":
                yield from _labelled(words("sheets.colleagues"))


def _labelled(label: str) -> tuple[Block, Block]:
    return Paragraph(label, "help"), Space(label, 1)


def _titled(title: str, below: str) -> Iterator[Block]:
    """A heading with room to write."""
    yield Heading(title)
    if below:
        yield Paragraph(below, "help")
    yield Space(title, LINES_FOR_THOUGHTS)


def _asked(question: Question, template: Template, words: Words) -> Iterator[Block]:
    """A question with its number, its help, and the way to answer it by hand."""
    language = words("paper.language")
    text = question.text.said(language)
    yield Paragraph(guide.numbered(question.id, text), "strong")
    helps = [question.help.said(language)] if question.help is not None else []
    if question.opens is not None:
        helps.insert(0, words("sheets.wished"))
    if question.first:
        helps.append(words("sheets.ring"))
    if helps:
        yield Paragraph(" ".join(helps), "help")
    declined = (template.declined.said(language),) if question.leave else ()
    match question.kind:
        case Kind.YESNO:
            yield Ticks((words("sheets.yes"), words("sheets.no")))
        case Kind.SCALE | Kind.ONE | Kind.MANY:
            yield Ticks(tuple(option.said(language) for option in template.options(question.id)) + declined)
        case Kind.ROWS if question.options:
            for option in question.options:
                yield Paragraph(option.said(language), "help")
                yield Space(f"{text} {option.said(language)}", 2)
        case _:
            yield Space(text, LINES_FOR_TEXT if question.kind is Kind.TEXT and not question.line else 1)
            if declined:
                yield Ticks(declined)


def _sheet(
    kind: str, words: Words, organisation: str, made: str, blocks: Iterable[Block], subtitle: str, *,
    fillable: bool = False, confidential: bool = False,
) -> Document:  # fmt: skip
    """A sheet without number: it is nobody's yet."""
    return Document(
        kind, "", 1, words("paper.language"), words(f"sheets.{kind}"), subtitle, organisation, made, tuple(blocks),
        confidential=confidential, fillable=fillable,
    )  # fmt: skip
