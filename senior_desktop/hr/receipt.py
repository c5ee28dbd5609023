# SPDX-License-Identifier: EUPL-1.2
"""A leader, a half-year and one yes or no -> the receipt as a Document; the data attached to one -> what it says.

"Everybody in the group has been offered the conversation": no figures, any size of team (domain, section 7).
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from senior_desktop.conversation.conversation import Workplace
from senior_desktop.hr.batch import PERIOD, period_in_words
from senior_desktop.paper.document import Document, Facts, Paragraph, SignatureBox, Signatures, Words

KIND = "hr_receipt"
LONGEST = 200


@dataclass(frozen=True, slots=True)
class Receipt:
    """What a receipt says. period: "2026H2". offered: everybody in the group has been offered the conversation."""

    leader: str
    unit: str
    period: str
    offered: bool


def receipt(said: Receipt, place: Workplace, made: str, number: str, words: Words, language: str) -> Document:
    """The receipt to be signed by the leader alone. made: ISO 8601 with offset. number: of the document."""
    answer = words("receipt.yes" if said.offered else "receipt.no")
    facts = (
        (words("receipt.leader"), said.leader), (words("receipt.unit"), said.unit),
        (words("receipt.period"), period_in_words(said.period, words)), (words("receipt.answer"), answer),
    )  # fmt: skip
    blocks = (
        Paragraph(words("receipt.about")),
        Facts(tuple((label, value) for label, value in facts if value)),
        Paragraph(words("receipt.none_told"), "help"),
        Signatures((SignatureBox("leader", said.leader, place.leader_title),)),
    )
    data: dict[str, object] = {"kind": KIND, "period": said.period, "offered": said.offered, "leader": said.leader, "unit": said.unit}
    return Document(
        kind=KIND, number=number, version=1, language=language, title=words("receipt.title"),
        subtitle=period_in_words(said.period, words), organisation=place.municipality, made=made, blocks=blocks, data=data,
        confidential=False,
    )  # fmt: skip


def read(attached: Mapping[str, Any]) -> Receipt | None:
    """The attached data of a paper -> what the receipt says; None when it is no receipt, or says what none can."""
    leader, unit, period, offered = (attached.get(name) for name in ("leader", "unit", "period", "offered"))
    named = all(isinstance(text, str) and len(text) <= LONGEST for text in (leader, unit)) and leader
    if attached.get("kind") != KIND or not (named and isinstance(period, str) and PERIOD.fullmatch(period) and isinstance(offered, bool)):
        return None
    return Receipt(str(leader), str(unit), period, offered)

