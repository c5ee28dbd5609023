# SPDX-License-Identifier: EUPL-1.2
"""The leader's talks and a day -> what is due and what comes soon, each with the one thing to do about it.

Overdue first, then by day. Nobody is nagged: what was answered, marked or overtaken by a later talk is out, and who said
"spørg ikke igen" never stands here.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum

from senior_desktop.conversation.agreements import AGREED, AWAITED, WISHED, Agreement
from senior_desktop.conversation.conversation import Conversation, Stage
from senior_desktop.conversation.history import SAYS_SO

SOON = timedelta(days=30)
"""How long ahead the start page looks."""

AFTER = frozenset({Stage.SIGNED, Stage.HELD, Stage.HANDED_OVER})
"""Held, and not followed up yet."""

FOLLOWED = frozenset({Stage.FOLLOWED_UP, Stage.CLOSED})
"""What is to be looked at later than the follow-up is talked about in a new talk."""

UNDER_WAY = frozenset({Stage.TALKING, Stage.REVIEW, Stage.SIGNED_BY_LEADER})

BEGUN = AFTER | FOLLOWED | UNDER_WAY

NOT_BEGUN = frozenset({Stage.OFFERED, Stage.PREPARING})

NO_THANKS, YES_LATER, NO_ANSWER = 3, 2, 4
"""a11."""

PARTLY = 2
"""g7."""

SETTLED = (1, 4)
"""g7: carried out, no longer relevant."""

MonthsOn = Callable[[date, int], date]


class Kind(StrEnum):
    """What is due."""

    FOLLOW_UP = "follow_up"  # e04
    REVIEW = "review"  # d05: look at an agreement again
    PAY = "pay"  # d08: the answer on pay and pension
    OFFER_AGAIN = "offer_again"  # a12
    TAKE_UP = "take_up"  # "ja, senere": the day has come


@dataclass(frozen=True, slots=True)
class Due:
    """One line of the start page. row: the agreement it is about, else None. page: where it is done, "" where a talk is offered."""

    kind: Kind
    day: date
    talk: Conversation
    late: bool
    row: Agreement | None = None
    page: str = ""


def due(talks: Iterable[Conversation], today: date, again_months: int, months_on: MonthsOn) -> tuple[Due, ...]:
    """What has come, or comes within `SOON`. again_months: after which an offer without an answer is made again.

    An offer made again stands here only when its day has come: it is a date, not something to wait for.
    """
    every = tuple(talks)
    found = []
    for talk in every:
        later = [one for one in every if one.person == talk.person and _made(one) > _made(talk)]
        if not any(one.stage in BEGUN for one in later):  # then last time's agreements stand in that talk
            found += _of_agreements(talk, today, last=not later)
        if not later:
            found += _of_offer(talk, today, again_months, months_on)
    return tuple(sorted(found, key=lambda one: (not one.late, one.day, one.talk.id, one.row.id if one.row else "")))


def lapsed(talk: Conversation, today: date, again_months: int, months_on: MonthsOn) -> bool:
    """Whether an offer was not answered (a11 = 4, or nothing) and its day to be made again has come."""
    if talk.stage not in NOT_BEGUN or talk.code("a11") not in (None, NO_ANSWER):
        return False
    return _again(talk, again_months, months_on) <= today


def _of_agreements(talk: Conversation, today: date, *, last: bool) -> list[Due]:
    """last: no later talk with the person was even offered."""
    meet = talk.text("e04")
    found: list[tuple[Kind, str, Agreement | None, str]] = []
    if talk.stage in AFTER and meet:
        found.append((Kind.FOLLOW_UP, meet, None, "follow_up"))
    for row in talk.agreements:
        if row.status not in (AGREED, WISHED):
            continue
        if row.kept is None and row.pay == AWAITED and talk.stage in AFTER | UNDER_WAY:
            found.append((Kind.PAY, row.pay_by, row, "agreements" if talk.may_write else "follow_up"))
        day, again = row.next_review, bool(row.review_again)
        if row.kept is None and talk.stage in AFTER and day != meet:  # else the follow-up stands here already
            found.append((Kind.REVIEW, day, row, "follow_up"))
        # A day that was set anew when they met is kept, whatever was said of the row before.
        open_still = again and row.kept not in SETTLED or row.kept in (None, PARTLY) and row.status == AGREED
        if talk.stage in FOLLOWED and last and day > meet and open_still:
            found.append((Kind.REVIEW, day, row, ""))
    lines = [(kind, date.fromisoformat(day), row, page) for kind, day, row, page in found if day]
    return [Due(kind, day, talk, day < today, row, page) for kind, day, row, page in lines if day <= today + SOON]


def _of_offer(talk: Conversation, today: date, again_months: int, months_on: MonthsOn) -> list[Due]:
    answer = talk.code("a11")
    if answer == SAYS_SO:
        return []
    said_no = talk.stage is Stage.DECLINED and answer == NO_THANKS
    no_answer = talk.stage is Stage.WITHDRAWN and answer == NO_ANSWER  # cut off between the old offer and the new
    waits = talk.stage in NOT_BEGUN and answer == YES_LATER
    if not (said_no or no_answer or waits or lapsed(talk, today, again_months, months_on)):
        return []
    day = _again(talk, again_months, months_on)
    if day > today:
        return []
    kind = Kind.TAKE_UP if waits else Kind.OFFER_AGAIN
    return [Due(kind, day, talk, False, page="offer" if waits else "")]


def _again(talk: Conversation, again_months: int, months_on: MonthsOn) -> date:
    """a12, else so many months after the offer."""
    if talk.text("a12"):
        return date.fromisoformat(talk.text("a12"))
    return months_on(date.fromisoformat(talk.text("a10") or talk.created[:10]), again_months)


def _made(talk: Conversation) -> tuple[datetime, str]:
    return datetime.fromisoformat(talk.created), talk.id
