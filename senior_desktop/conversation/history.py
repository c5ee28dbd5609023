# SPDX-License-Identifier: EUPL-1.2
"""A person's talks -> what was agreed earlier, what became of it, and whether a new talk may be offered."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime

from senior_desktop.conversation.agreements import AGREED, AWAITED, NOT_RELEVANT, WISHED, Agreement
from senior_desktop.conversation.conversation import Conversation, Stage, new_id
from senior_desktop.conversation.guide import SAID_NO

AGREED_ON = frozenset({Stage.SIGNED, Stage.HELD, Stage.HANDED_OVER, Stage.FOLLOWED_UP, Stage.CLOSED})
"""Stages in which the two were through with the talk: what stands in it was agreed or wished for by both."""

OVER = AGREED_ON | {Stage.DECLINED, Stage.WITHDRAWN}
"""Stages after which a new talk may be offered."""

SAYS_SO = 5
"""a11: "spørg ikke igen – jeg siger selv til". Nobody is asked; the employee may ask."""

Talks = tuple[Conversation, ...]


def promised(talk: Conversation) -> tuple[Agreement, ...]:
    """The rows that the next talk begins with: agreed, or wished and to be clarified."""
    if talk.stage not in AGREED_ON or talk.code("a11") in SAID_NO:
        return ()
    return tuple(row for row in talk.agreements if row.status in (AGREED, WISHED))


def earlier(talk: Conversation, talks: Iterable[Conversation]) -> Talks:
    """Of `talks` those with the same person that came before `talk` and hold agreements, the newest first."""
    found = (
        one for one in talks if one.person == talk.person and one.id != talk.id and _made(one) <= _made(talk) and promised(one)
    )
    return tuple(sorted(found, key=_made, reverse=True))


def with_kept(talks: Talks, row_id: str, code: int | None) -> Talks:
    """`talks` with g7 of the row of that id set to `code`; None takes it back."""
    return tuple(
        replace(one, agreements=tuple(replace(row, kept=code) if row.id == row_id else row for row in one.agreements))
        for one in talks
    )


def taken_along(talk: Conversation, row_id: str) -> Agreement | None:
    """The row of `talk` that carries on the earlier row of that id, or None."""
    return next((row for row in talk.agreements if row.carried_from == row_id), None)


def carried(row: Agreement, review: str) -> Agreement:
    """An earlier row as a proposal for a new talk: to be clarified, looked at again on `review` (ISO date).

    Words, owner and what must be formalised come along. Dates do not, and an answer on pay and pension is
    asked for anew: last year's may no longer hold (domain, rule 13).
    """
    return Agreement(
        new_id(),
        row.measure,
        row.text,
        WISHED,
        responsible=row.responsible,
        review=review,
        formalise=row.formalise,
        pay=NOT_RELEVANT if row.pay == NOT_RELEVANT else AWAITED,
        carried_from=row.id,
    )


def year_of(talk: Conversation) -> str:
    """The year in which it was held, "2026"."""
    return (talk.text("a13") or talk.created)[:4]


def may_be_offered_anew(talk: Conversation, talks: Iterable[Conversation]) -> bool:
    """Whether `talk` is over and no other with the same person is under way."""
    return talk.stage in OVER and not any(one.person == talk.person and one.stage not in OVER for one in talks)


def newest(talks: Iterable[Conversation]) -> Talks:
    """One talk for each person: the one under way, else the one made last; the newest first."""
    latest: dict[str, Conversation] = {}
    for one in sorted(talks, key=lambda one: (one.stage not in OVER, _made(one))):
        latest[one.person] = one
    return tuple(sorted(latest.values(), key=_made, reverse=True))


def _made(talk: Conversation) -> datetime:
    return datetime.fromisoformat(talk.created)
