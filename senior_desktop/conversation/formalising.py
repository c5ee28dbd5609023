# SPDX-License-Identifier: EUPL-1.2
"""An agreement that must be formalised, or that others decide -> "Anmodning om formalisering", one page with room for the answer.

Holds what the agreement row says and who asks; no answer of the talk, and no row of a sensitive measure.
"""

from senior_desktop.conversation.agreements import AGREED, ANSWERED, AWAITED, WITHDRAWN, Agreement
from senior_desktop.conversation.catalogue import Catalogue, Hindrance, hindrance
from senior_desktop.conversation.conversation import Conversation, Workplace
from senior_desktop.conversation.summary import written
from senior_desktop.conversation.template import Template
from senior_desktop.paper.document import Block, Document, Facts, Heading, Paragraph, Space, Ticks, Words

ADDENDUM, UNION = 1, 2
"""d06: an addendum to the contract; an agreement with the union."""


def must_be_asked_for(row: Agreement, catalogue: Catalogue, mandate: dict[str, int]) -> bool:
    """Whether `row` goes on to somebody else: it must be formalised (d06 1-2), or the leader cannot grant it.

    A sensitive measure never leaves the two people's own papers, and what was withdrawn is asked of nobody.
    """
    measure = catalogue.measure(row.measure)
    if row.status == WITHDRAWN or measure is not None and measure.sensitive:
        return False
    return row.formalise in (ADDENDUM, UNION) or hindrance(row, catalogue, mandate) is Hindrance.OTHERS_DECIDE


def request(
    talk: Conversation, row: Agreement, template: Template, catalogue: Catalogue, place: Workplace, words: Words, made: str
) -> Document:
    """The page for `row`. made: ISO instant with offset."""
    language, measure = talk.language, catalogue.measure(row.measure)
    number = words("request.number", number=talk.number, version=talk.version)
    facts = (
        (words("summary.employee"), "\n".join(filter(None, (talk.text("a01"), talk.text("a03"))))),
        (words("summary.leader"), "\n".join(filter(None, (talk.text("a08") or place.leader, place.leader_title)))),
        (words("request.workplace"), place.unit),
        (words("request.hours"), talk.text("a07").replace(".", words("summary.decimal_sign"))),
        (words("request.talk"), written(talk.text("a13"), words)),
        (words("request.document"), number),
    )
    said = [(words("request.measure"), measure.title.said(language))] if measure is not None else []
    said += [
        (words("request.status"), template.option("d02", row.status, language)),
        (words("request.needs"), words(f"request.kind_{row.formalise if row.formalise in (ADDENDUM, UNION) else 'other'}")),
        (words("request.decides"), _decides(row, catalogue, words)),
        (words("request.start"), written(row.start, words)),
        (words("request.review"), written(row.review, words)),
    ]
    blocks: list[Block] = [Facts(tuple((name, value or "–") for name, value in facts)), Heading(words("request.what"))]
    if row.text:
        blocks.append(Paragraph(row.text))
    blocks += [Facts(tuple(said)), Heading(words("request.pay")), Paragraph(_pay(row, words))]
    blocks.append(Paragraph(words("request.not_before"), "help"))
    blocks.append(Heading(words("request.answer")))
    blocks.append(Ticks(tuple(words(f"request.answer_{key}") for key in ("yes", "partly", "not_now"))))
    for key, lines in (("reason", 4), ("by", 1)):
        label = words(f"request.{key}")
        blocks += [Paragraph(label, "strong"), Space(label, lines)]
    blocks.append(Paragraph(words("request.back"), "help"))
    organisation = " · ".join(filter(None, (place.municipality, place.unit)))
    subtitle = words("request.subtitle_agreed" if row.status == AGREED else "request.subtitle_wish")
    # Without a number of its own: the number of the talk's papers stands among the facts, this is none of them.
    return Document("request", "", 1, language, words("request.title"), subtitle, organisation, made, tuple(blocks))


def _decides(row: Agreement, catalogue: Catalogue, words: Words) -> str:
    """By the catalogue alone: what the leader has marked for himself stays his."""
    measure = catalogue.measure(row.measure)
    if row.formalise == UNION:
        return words("request.decides_O")
    known = [one for one in measure.decides if one in "OCM"] if measure is not None else []
    return "\n".join(words(f"request.decides_{one}") for one in known) or words("request.decides_other")


def _pay(row: Agreement, words: Words) -> str:
    if row.pay == ANSWERED and row.pay_text:
        return row.pay_text
    if row.pay == AWAITED and (row.pay_who or row.pay_by):
        return words("request.pay_awaited", who=row.pay_who or "…", by=written(row.pay_by, words))
    return words("request.pay_open")
