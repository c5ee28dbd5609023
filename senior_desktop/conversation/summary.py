# SPDX-License-Identifier: EUPL-1.2
"""Conversation -> Document: what both people get on paper.

Private notes, the preparation, the mandate and the evaluation are not an input: of `talk` only answers
of class shared are read, and those of class sensitive that are ticked in e03 (domain, "who sees what").
"""

from dataclasses import replace
from datetime import date

from senior_desktop.conversation.agreements import AGREED, ANSWERED, AWAITED, NOT_NOW, WITHDRAWN, Agreement
from senior_desktop.conversation.catalogue import Catalogue
from senior_desktop.conversation.conversation import Conversation, Workplace
from senior_desktop.conversation.template import Kind, Privacy, Question, Template, Theme
from senior_desktop.paper.document import (
    Block,
    Bullets,
    Document,
    Facts,
    Heading,
    Paragraph,
    SignatureBox,
    Signatures,
    Table,
    Words,
    printed,
)

DISAGREES = 2
"""e05: the talk took place, but I disagree with something."""

MOST_WISHES = 4
"""So many wishes make a draft that two people can read at a glance."""

AGREES = 1
"""e05: I agree with the minutes."""

OTHERS_PRESENT = "a14"
"""Who else was there. Only that somebody was is ever put into words: a role may tell of union membership."""


def written(day: str, words: Words) -> str:
    """An ISO date as people write it: "23. november 2026" or "23 November 2026"; "–" when there is none."""
    if not day:
        return "–"
    then = date.fromisoformat(day)
    month = words("summary.months").split(", ")[then.month - 1]
    return words("summary.day", day=then.day, month=month, year=then.year)


def _short(day: str) -> str:
    return date.fromisoformat(day).strftime("%d-%m-%Y") if day else "–"


def conversation_sheet(
    talk: Conversation, template: Template, place: Workplace, words: Words, made: str, *, draft: bool = False
) -> Document:
    """The *Samtaleark*: all that both want on paper, agreements on page 1, signatures last.

    made: ISO instant with offset. draft: "Læs det i ro", without signatures. The document holds
    exactly what the summary page shows.
    """
    present = template.question(OTHERS_PRESENT)
    others = said(talk, template, present, words) if may_be_printed(talk, template, present) else ""
    blocks: list[Block] = [_parties(talk, place, words, others)]
    if overview := _lines(talk.text("e01")):
        blocks += [Heading(words("summary.overview")), Bullets(overview)]
    blocks += agreement_blocks(talk, template, words)
    blocks += [Heading(words("summary.about")), Paragraph(words("summary.about_text"), "help")]
    blocks.append(Paragraph(words("summary.template", name=talk.template, digest=talk.template_hash[:16]), "help"))
    for theme in template.short if talk.path == "short" else template.themes:
        blocks += _theme(talk, template, theme, words)
    blocks += _ending(talk, words)
    if not draft:
        blocks.append(_signatures(talk, place, words, "summary.sign_intro"))
    return _document(talk, template, place, "samtaleark", words("summary.title"), tuple(blocks), made, draft)


def agreement_sheet(
    talk: Conversation,
    template: Template,
    catalogue: Catalogue,
    place: Workplace,
    words: Words,
    made: str,
    *,
    draft: bool = False,
) -> Document:
    """The *Aftaleark*: agreements, names, date, follow-up and what must be formalised; for the personnel file.

    Rows of sensitive measures (G4) stay on the employee's own sheet: class F never reaches this one.
    """
    private = frozenset(one.code for one in catalogue.measures if one.sensitive)
    blocks: list[Block] = [_parties(talk, place, words), *agreement_blocks(talk, template, words, private)]
    blocks += _ending(talk, words, remarks=False)
    if not draft:
        blocks.append(_signatures(talk, place, words, "summary.sign_intro_agreements"))
    return _document(talk, template, place, "aftaleark", words("summary.title_agreements"), tuple(blocks), made, draft)


def drafted(talk: Conversation, template: Template, catalogue: Catalogue, words: Words) -> str:
    """A first e01 from what was said: two or three lines that both may change; "" when nothing was said."""
    wishes: list[str] = []
    for key in ("c22", "c31", "c42", "c52"):
        ticked = talk.answer(key)
        if isinstance(ticked.value, tuple) and not ticked.declined:
            wishes += [template.option(key, code, talk.language) for code in ticked.value if code]
    drafts = []
    if talk.code("c11") in (1, 2, 3, 4):
        degree = template.option("c11", talk.code("c11") or 0, talk.language).lower()
        drafts.append(words("summary.draft_thriving", degree=degree))
    if wishes:
        named = ", ".join(wish[:1].lower() + wish[1:] for wish in wishes[:MOST_WISHES])
        drafts.append(words("summary.draft_wishes", wishes=named))
    agreed = sum(row.status == AGREED for row in talk.agreements)
    if any(row.measure == "K" and row.status == AGREED for row in talk.agreements):
        drafts.append(words("summary.draft_no_change"))
    elif agreed:
        drafts.append(words("summary.draft_agreed_one" if agreed == 1 else "summary.draft_agreed", count=agreed))
    return "\n".join(drafts)


def said(talk: Conversation, template: Template, question: Question, words: Words) -> str:
    """The answer to `question` in words; "" when it was left open. Of others present only that there were some."""
    answer = talk.answer(question.id)
    if question.id == OTHERS_PRESENT:
        some = isinstance(answer.value, tuple) and any(answer.value) and not answer.declined
        return words("summary.others_present") if some else ""
    if answer.declined:
        return template.declined.said(talk.language)
    value = answer.value
    if answer.empty:
        return ""
    if isinstance(value, bool):
        return words("summary.yes" if value else "summary.no")
    if question.kind is Kind.DATE and isinstance(value, str):
        return written(value, words)
    if question.kind is Kind.NUMBER and isinstance(value, str):
        return value.replace(".", words("summary.decimal_sign"))
    if isinstance(value, tuple):
        chosen = [template.option(question.id, code, talk.language) for code in value]
        if answer.first in value and len(chosen) > 1:
            top = template.option(question.id, answer.first, talk.language)
            chosen = [words("summary.most_important", answer=top), *(one for one in chosen if one != top)]
        return "; ".join(chosen)
    return value if isinstance(value, str) else template.option(question.id, int(value or 0), talk.language)


def may_be_printed(talk: Conversation, template: Template, question: Question) -> bool:
    """Whether `question` gets onto the conversation sheet: shared, or sensitive and ticked in e03."""
    if question.privacy is Privacy.SHARED:
        return True
    if question.privacy is not Privacy.SENSITIVE:
        return False
    ticked = talk.answer("e03").value
    gate = template.question("e03")
    return isinstance(ticked, tuple) and any(
        option.code in ticked and opened == question.id
        for option, opened in zip(gate.options, gate.opens_fields, strict=True)
    )


def agreement_blocks(
    talk: Conversation, template: Template, words: Words, left_out: frozenset[str] = frozenset()
) -> list[Block]:
    """ "Det har vi aftalt", and beside it what is to be clarified or not possible now.

    No row is left out but withdrawn ones, and those whose measure is among `left_out`.
    """
    language = talk.language
    rows = [row for row in talk.agreements if row.measure not in left_out]
    agreed = [row for row in rows if row.status == AGREED]
    others = [row for row in rows if row.status not in (AGREED, WITHDRAWN)]
    blocks: list[Block] = [Heading(words("summary.agreed"))]
    if agreed:
        header = tuple(words(f"summary.col_{name}") for name in ("number", "what", "who", "start", "review"))
        cells = tuple(
            (
                str(count),
                _what(row, template, language, words),
                _who(row, template, language),
                _short(row.start),
                _short(row.review),
            )
            for count, row in enumerate(agreed, 1)
        )
        summary = words("summary.agreed_table", count=len(agreed))
        blocks.append(Table(header, cells, (0.07, 0.47, 0.18, 0.14, 0.14), summary))
    else:
        blocks.append(Paragraph(words("summary.nothing_agreed")))
    if others:
        header = tuple(words(f"summary.col_{name}") for name in ("what", "status", "who", "review"))
        cells = tuple(
            (
                _what(row, template, language, words),
                _status(row, template, language),
                _who(row, template, language),
                _short(row.review),
            )
            for row in others
        )
        summary = words("summary.open_table", count=len(others))
        blocks += [Heading(words("summary.open")), Table(header, cells, (0.44, 0.24, 0.18, 0.14), summary)]
    return blocks


def _what(row: Agreement, template: Template, language: str, words: Words) -> str:
    parts = [row.text]
    if row.formalise:
        parts.append(
            f"{template.question('d06').text.said(language)} {template.option('d06', row.formalise, language)}."
        )
    if row.pay == ANSWERED:
        parts.append(words("summary.pay_answered", text=row.pay_text))
    elif row.pay == AWAITED:
        parts.append(words("summary.pay_awaited", who=row.pay_who or "…", by=_short(row.pay_by)))
    if row.colleagues == 3 and row.colleagues_text:
        parts.append(words("summary.colleagues", text=row.colleagues_text))
    return "\n".join(part for part in parts if part)


def _who(row: Agreement, template: Template, language: str) -> str:
    return template.option("d04", row.responsible, language) if row.responsible else "–"


def _status(row: Agreement, template: Template, language: str) -> str:
    words = template.option("d02", row.status, language)
    if row.status == NOT_NOW and row.why_not:
        words += f": {template.option('d03', row.why_not, language).lower()}"
    return words


def _parties(talk: Conversation, place: Workplace, words: Words, others: str = "") -> Facts:
    leader = talk.text("a08") or place.leader
    rows = [
        (words("summary.employee"), "\n".join(filter(None, (talk.text("a01"), talk.text("a03"))))),
        (words("summary.leader"), "\n".join(filter(None, (leader, place.leader_title)))),
        (words("summary.date"), written(talk.text("a13"), words)),
        (words("summary.document"), words("summary.number_version", number=talk.number, version=talk.version)),
    ]
    if others:
        rows.append((words("summary.others"), others))
    return Facts(tuple(rows))


def _theme(talk: Conversation, template: Template, theme: Theme, words: Words) -> list[Block]:
    """A theme's answers that may be printed; nothing when there are none."""
    found: list[Block] = []
    for question in map(template.question, theme.questions):
        answer = said(talk, template, question, words) if may_be_printed(talk, template, question) else ""
        if answer:
            found.append(Paragraph(question.text.said(talk.language), "strong"))
            found += [Paragraph(line) for line in _lines(answer)]
    return [Heading(theme.title.said(talk.language), 2), *found] if found else []


def _ending(talk: Conversation, words: Words, *, remarks: bool = True) -> list[Block]:
    blocks: list[Block] = [Heading(words("summary.follow_up"))]
    day = talk.text("e04")
    follow_up = words("summary.follow_up_on", day=written(day, words)) if day else words("summary.no_follow_up")
    blocks.append(Paragraph(follow_up))
    if any(row.status != WITHDRAWN and (row.formalise or row.pay == AWAITED) for row in talk.agreements):
        blocks += [Heading(words("summary.formalise")), Paragraph(words("summary.formalise_text"))]
    position = {AGREES: "summary.agrees", DISAGREES: "summary.disagrees"}.get(
        talk.code("e05") or 0, "summary.no_position"
    )
    blocks += [Heading(words("summary.position")), Paragraph(words(position), "strong")]
    if remarks:
        blocks += [Paragraph(line) for line in _lines(talk.text("e02"))]
    elif position == "summary.disagrees" and talk.text("e02"):
        # The personnel file must not lack the disagreement; its words stay on the employee's own sheet.
        blocks.append(Paragraph(words("summary.remark_elsewhere"), "help"))
    return blocks


def _signatures(talk: Conversation, place: Workplace, words: Words, intro: str) -> Signatures:
    leader = SignatureBox("leader", talk.text("a08") or place.leader, place.leader_title)
    return Signatures((leader, SignatureBox("employee", talk.text("a01"), talk.text("a03"))), words(intro))


def _lines(text: str) -> tuple[str, ...]:
    return tuple(line.strip() for line in text.splitlines() if line.strip())


def _document(
    talk: Conversation,
    template: Template,
    place: Workplace,
    kind: str,
    title: str,
    blocks: tuple[Block, ...],
    made: str,
    draft: bool,
) -> Document:
    organisation = " · ".join(filter(None, (place.municipality, place.unit)))
    subtitle = template.subtitle.said(talk.language)
    document = Document(
        kind, talk.number, talk.version, talk.language, title, subtitle, organisation, made, blocks, draft=draft
    )
    return replace(document, data=printed(document))
