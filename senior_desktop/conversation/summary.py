# SPDX-License-Identifier: EUPL-1.2
"""Conversation -> Document: what both people get on paper.

Private notes, the preparation, the mandate and the evaluation are not an input: of `talk` only answers
of class shared are read, and those of class sensitive that are ticked in e03 (domain, "who sees what").
"""

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
)

DISAGREES = 2
"""e05: the talk took place, but I disagree with something."""

_MONTHS = {
    "da": "januar februar marts april maj juni juli august september oktober november december".split(),
    "en": "January February March April May June July August September October November December".split(),
}


def written(day: str, language: str) -> str:
    """An ISO date as people write it: "23. november 2026" or "23 November 2026"; "–" when there is none."""
    if not day:
        return "–"
    then = date.fromisoformat(day)
    point = "." if language == "da" else ""
    return f"{then.day}{point} {_MONTHS[language][then.month - 1]} {then.year}"


def _short(day: str) -> str:
    return date.fromisoformat(day).strftime("%d-%m-%Y") if day else "–"


def conversation_sheet(
    talk: Conversation, template: Template, place: Workplace, words: Words, made: str, *, draft: bool = False
) -> Document:
    """The *Samtaleark*: all that both want on paper, agreements on page 1, signatures last.

    made: ISO instant with offset. draft: "Læs det i ro", without signatures. The document holds
    exactly what the summary page shows.
    """
    blocks: list[Block] = [_parties(talk, place, words)]
    if overview := _lines(talk.text("e01")):
        blocks += [Heading(words("summary.overview")), Bullets(overview)]
    blocks += agreement_blocks(talk, template, words)
    blocks += [Heading(words("summary.about")), Paragraph(words("summary.about_text"), "help")]
    for theme in template.short if talk.path == "short" else template.themes:
        blocks += _theme(talk, template, theme)
    blocks += _ending(talk, words)
    if not draft:
        blocks.append(_signatures(talk, place, words, "summary.sign_intro"))
    return _document(talk, template, place, "samtaleark", words("summary.title"), tuple(blocks), made, draft)


def agreement_sheet(
    talk: Conversation, template: Template, place: Workplace, words: Words, made: str, *, draft: bool = False
) -> Document:
    """The *Aftaleark*: agreements, names, date, follow-up and what must be formalised; for the personnel file."""
    blocks: list[Block] = [_parties(talk, place, words), *agreement_blocks(talk, template, words)]
    blocks += _ending(talk, words, remarks=False)
    if not draft:
        blocks.append(_signatures(talk, place, words, "summary.sign_intro_agreements"))
    return _document(talk, template, place, "aftaleark", words("summary.title_agreements"), tuple(blocks), made, draft)


def drafted(talk: Conversation, template: Template, catalogue: Catalogue, words: Words) -> str:
    """A first e01 from what was said: two or three lines that both may change; "" when nothing was said."""
    lines = []
    for key in ("c22", "c31", "c42", "c52", "c61"):
        said = talk.answer(key).value
        if isinstance(said, tuple) and said and said != (0,):
            lines.append((key, [template.option(key, code, talk.language) for code in said if code]))
    wishes = [wish for _, found in lines for wish in found][:4]
    drafts = []
    if talk.code("c11") in (1, 2, 3, 4):
        drafts.append(words("summary.draft_thriving", degree=template.option("c11", talk.code("c11") or 0, talk.language).lower()))
    if wishes:
        drafts.append(words("summary.draft_wishes", wishes=", ".join(wish[0].lower() + wish[1:] for wish in wishes)))
    agreed = sum(row.status == AGREED for row in talk.agreements)
    if any(row.measure == "K" and row.status == AGREED for row in talk.agreements):
        drafts.append(words("summary.draft_no_change"))
    elif agreed:
        drafts.append(words("summary.draft_agreed_one" if agreed == 1 else "summary.draft_agreed", count=agreed))
    return "\n".join(drafts)


def said(talk: Conversation, template: Template, question: Question) -> str:
    """The answer to `question` in words; "" when it was left open."""
    answer = talk.answer(question.id)
    if answer.declined:
        return template.declined.said(talk.language)
    value = answer.value
    if answer.empty:
        return ""
    if isinstance(value, bool):
        return {"da": ("Nej", "Ja"), "en": ("No", "Yes")}[talk.language][value]
    if question.kind is Kind.DATE and isinstance(value, str):
        return written(value, talk.language)
    if question.kind is Kind.NUMBER and isinstance(value, str):
        return value.replace(".", ",") if talk.language == "da" else value
    if isinstance(value, tuple):
        chosen = [template.option(question.id, code, talk.language) for code in value]
        if answer.first is not None and len(chosen) > 1:
            top = template.option(question.id, answer.first, talk.language)
            chosen = [top + {"da": " (vigtigst)", "en": " (most important)"}[talk.language]] + [one for one in chosen if one != top]
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
    opened = {gate.opens_fields[option.code - 1] for option in gate.options if isinstance(ticked, tuple) and option.code in ticked}
    return question.id in opened


def agreement_blocks(talk: Conversation, template: Template, words: Words) -> list[Block]:
    """"Det har vi aftalt", and beside it what is to be clarified or not possible now. No row is left out but withdrawn ones."""
    agreed = [row for row in talk.agreements if row.status == AGREED]
    others = [row for row in talk.agreements if row.status not in (AGREED, WITHDRAWN)]
    blocks: list[Block] = [Heading(words("summary.agreed"))]
    if agreed:
        header = tuple(words(f"summary.col_{name}") for name in ("number", "what", "who", "start", "review"))
        rows = tuple(
            (str(count), _what(row, template, talk.language, words), _who(row, template, talk.language), _short(row.start), _short(row.review))
            for count, row in enumerate(agreed, 1)
        )
        blocks.append(Table(header, rows, (0.07, 0.47, 0.18, 0.14, 0.14), words("summary.agreed_table", count=len(agreed))))
    else:
        blocks.append(Paragraph(words("summary.nothing_agreed")))
    if others:
        header = tuple(words(f"summary.col_{name}") for name in ("what", "status", "who", "review"))
        rows = tuple(
            (_what(row, template, talk.language, words), _status(row, template, talk.language), _who(row, template, talk.language), _short(row.review))
            for row in others
        )
        blocks += [Heading(words("summary.open")), Table(header, rows, (0.44, 0.24, 0.18, 0.14), words("summary.open_table", count=len(others)))]
    return blocks


def _what(row: Agreement, template: Template, language: str, words: Words) -> str:
    parts = [row.text]
    if row.formalise:
        parts.append(f"{template.question('d06').text.said(language)} {template.option('d06', row.formalise, language)}.")
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


def _parties(talk: Conversation, place: Workplace, words: Words) -> Facts:
    leader = talk.text("a08") or place.leader
    rows = [
        (words("summary.employee"), "\n".join(filter(None, (talk.text("a01"), talk.text("a03"))))),
        (words("summary.leader"), "\n".join(filter(None, (leader, place.leader_title)))),
        (words("summary.date"), written(talk.text("a13"), talk.language)),
        (words("summary.document"), words("summary.number_version", number=talk.number, version=talk.version)),
    ]
    return Facts(tuple(rows))


def _theme(talk: Conversation, template: Template, theme: Theme) -> list[Block]:
    """A theme's answers that may be printed; nothing when there are none."""
    found: list[Block] = []
    for question in map(template.question, theme.questions):
        answer = said(talk, template, question)
        if answer and may_be_printed(talk, template, question):
            found += [Paragraph(question.text.said(talk.language), "strong"), *(Paragraph(line) for line in _lines(answer))]
    return [Heading(theme.title.said(talk.language), 2), *found] if found else []


def _ending(talk: Conversation, words: Words, *, remarks: bool = True) -> list[Block]:
    blocks: list[Block] = [Heading(words("summary.follow_up"))]
    day = talk.text("e04")
    blocks.append(Paragraph(words("summary.follow_up_on", day=written(day, talk.language)) if day else words("summary.no_follow_up")))
    if any(row.formalise or row.pay == AWAITED for row in talk.agreements):
        blocks += [Heading(words("summary.formalise")), Paragraph(words("summary.formalise_text"))]
    disagrees = talk.code("e05") == DISAGREES
    blocks.append(Heading(words("summary.position")))
    blocks.append(Paragraph(words("summary.disagrees" if disagrees else "summary.agrees"), "strong"))
    if remarks:
        blocks += [Paragraph(line) for line in _lines(talk.text("e02"))]
    elif disagrees and talk.text("e02"):
        # The personnel file must not lack the disagreement; its words stay on the employee's own sheet.
        blocks.append(Paragraph(words("summary.remark_elsewhere"), "help"))
    return blocks


def _signatures(talk: Conversation, place: Workplace, words: Words, intro: str) -> Signatures:
    leader = SignatureBox("leader", talk.text("a08") or place.leader, place.leader_title)
    return Signatures((leader, SignatureBox("employee", talk.text("a01"), talk.text("a03"))), words(intro))


def _lines(text: str) -> tuple[str, ...]:
    return tuple(line.strip() for line in text.splitlines() if line.strip())


def _document(
    talk: Conversation, template: Template, place: Workplace, kind: str, title: str, blocks: tuple[Block, ...], made: str, draft: bool
) -> Document:
    organisation = " · ".join(filter(None, (place.municipality, place.unit)))
    return Document(
        kind, talk.number, talk.version, talk.language, title, template.subtitle.said(talk.language), organisation, made, blocks,
        data={"template": talk.template, "template_sha256": talk.template_hash}, draft=draft,
    )
