# SPDX-License-Identifier: EUPL-1.2
"""One person's answers so far -> `Conversation`, frozen; each change returns a new one.

The types every other room speaks. Standard library only, so that the first window need not wait.
"""

import secrets
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum
from types import MappingProxyType

from senior_desktop.conversation.agreements import Agreement
from senior_desktop.conversation.calendar import Meeting
from senior_desktop.errors import WrongStage

DECLINED_TO_ANSWER = 9
"""The code for "ønsker ikke at svare", in every list of the template."""

EVALUATION = ("g1", "g2", "g3")
"""The employee's own answers: counted, never shown, wiped when the talk's codes freeze."""


class Stage(StrEnum):
    """Where a conversation is. The evaluation may come at any time after TALKING, so it is no stage."""

    OFFERED = "offered"
    PREPARING = "preparing"
    TALKING = "talking"
    REVIEW = "review"
    SIGNED_BY_LEADER = "signed_by_leader"
    SIGNED = "signed"
    HELD = "held"  # held, not signed
    HANDED_OVER = "handed_over"
    FOLLOWED_UP = "followed_up"
    CLOSED = "closed"
    DECLINED = "declined"
    WITHDRAWN = "withdrawn"


WAY: Mapping[Stage, frozenset[Stage]] = MappingProxyType(
    {
        Stage.OFFERED: frozenset({Stage.PREPARING, Stage.TALKING, Stage.DECLINED, Stage.WITHDRAWN}),
        Stage.PREPARING: frozenset({Stage.TALKING, Stage.DECLINED, Stage.WITHDRAWN}),
        Stage.TALKING: frozenset({Stage.REVIEW, Stage.HELD, Stage.DECLINED, Stage.WITHDRAWN}),
        Stage.REVIEW: frozenset({Stage.TALKING, Stage.SIGNED_BY_LEADER, Stage.HELD, Stage.WITHDRAWN}),
        Stage.SIGNED_BY_LEADER: frozenset({Stage.SIGNED, Stage.TALKING, Stage.HELD}),
        # Back to talking after the signatures: a new version, which both sign anew.
        Stage.SIGNED: frozenset({Stage.TALKING, Stage.HANDED_OVER, Stage.FOLLOWED_UP, Stage.CLOSED}),
        Stage.HELD: frozenset({Stage.TALKING, Stage.HANDED_OVER, Stage.FOLLOWED_UP, Stage.CLOSED}),
        Stage.HANDED_OVER: frozenset({Stage.TALKING, Stage.FOLLOWED_UP, Stage.CLOSED}),
        Stage.FOLLOWED_UP: frozenset({Stage.CLOSED}),
        Stage.CLOSED: frozenset(),
        Stage.DECLINED: frozenset({Stage.OFFERED, Stage.PREPARING, Stage.TALKING, Stage.CLOSED}),
        Stage.WITHDRAWN: frozenset({Stage.CLOSED}),
    }
)
"""From each stage to those that may follow it (house: a conversation's stages)."""

OPEN = frozenset({Stage.OFFERED, Stage.PREPARING, Stage.TALKING})
"""Stages in which answers may be written; a text under review is frozen."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What one field holds.

    value: by the question's kind. scale, one: int code. many: tuple of int codes. text: str.
    date: ISO date. number: decimal with a point ("32.5"). yesno: bool. None: left open.
    declined: "ønsker ikke at svare". first: the code marked the most important (c92), else None.
    """

    value: int | str | bool | tuple[int, ...] | None = None
    declined: bool = False
    first: int | None = None

    @property
    def empty(self) -> bool:
        """Whether nothing was said: neither a value nor "ønsker ikke at svare"."""
        return not self.declined and (self.value is None or self.value == "" or self.value == ())


@dataclass(frozen=True, slots=True)
class Participant:
    """A person a leader may talk with; `in_group`: i målgruppen. No birth year, no CPR number."""

    id: str
    name: str
    in_group: bool = True


@dataclass(frozen=True, slots=True)
class Workplace:
    """Who holds the talks and who answers for the data; asked once at first run (domain, section 4).

    area: O0-O9. discussed: ISO date on which the counts were discussed in HovedMED, or "".
    data_officer: how to reach the municipality's DPO. leader_title: printed beside the name. offer_age, again_months:
    from which age the talk is offered, and how long after "nej tak"; a policy has the last word (`at_hand.practice`).
    contact: who in HR answers questions about the talk, or "".
    """

    leader: str
    leader_title: str
    municipality: str
    unit: str
    data_officer: str
    area: str = "O0"
    discussed: str = ""
    offer_age: int = 58
    again_months: int = 12
    contact: str = ""


@dataclass(frozen=True, slots=True)
class Conversation:
    """One talk with one person, pinned to the template it is held on.

    id, person: random ids. number: document number ("SS-2026-7F3K-9Q2M"). version: of the paper,
    from 1; a thawed text makes the next. template, template_hash: "senior.1" and its SHA-256.
    path: "full" or "short". answers: question id -> Answer, themes' statuses t1-t10 among them.
    notes: page id -> the leader's private note, class L. mandate: measure code -> 1 can say yes,
    2 must ask, 3 not possible here (b02, class L). position: the page last open. created, changed:
    ISO instants with offset. changes: counts saves, so that two states can be told apart. counted: its
    codes are frozen for HR, and the employee's own answers are wiped. not_cpr: key of a text
    (`free_texts`) -> the ten digits in it that the user has said are no CPR number. meeting: when and where the
    two meet, once that is proposed. filed: step (`filing`) -> ISO date on which it was done. frozen: the day on which the text was
    finished, ISO. case_number: of the personnel file. hold: an access request or a dispute; nothing is deleted meanwhile.
    going: how it goes, in the two people's words at the follow-up; not printed, not counted. pack: digest of the
    municipality's pack it began with, "" for none.
    """

    id: str
    person: str
    number: str
    template: str
    template_hash: str
    created: str
    changed: str
    stage: Stage = Stage.OFFERED
    language: str = "da"
    path: str = "full"
    version: int = 1
    answers: Mapping[str, Answer] = field(default_factory=dict)
    agreements: tuple[Agreement, ...] = ()
    notes: Mapping[str, str] = field(default_factory=dict)
    mandate: Mapping[str, int] = field(default_factory=dict)
    position: str = ""
    changes: int = 0
    counted: bool = False
    not_cpr: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    meeting: Meeting | None = None
    filed: Mapping[str, str] = field(default_factory=dict)
    frozen: str = ""
    case_number: str = ""
    hold: bool = False
    going: str = ""
    pack: str = ""

    def answer(self, question: str) -> Answer:
        """The answer to `question` (its template id); an empty one when nothing was said."""
        return self.answers.get(question, Answer())

    def code(self, question: str) -> int | None:
        """The code chosen at `question`, 9 for "ønsker ikke at svare", None when left open."""
        said = self.answer(question)
        if said.declined:
            return DECLINED_TO_ANSWER
        return int(said.value) if isinstance(said.value, int) else None

    def text(self, question: str) -> str:
        """The words at `question`; "" when left open or declined."""
        said = self.answer(question)
        return said.value if isinstance(said.value, str) and not said.declined else ""

    @property
    def evaluated(self) -> bool:
        """Whether the employee has answered or declined the evaluation (g1-g3; domain, section 7)."""
        return self.counted or all(not self.answer(question).empty for question in EVALUATION)

    @property
    def may_write(self) -> bool:
        """Whether answers may still be changed; a text under review or signed is frozen."""
        return self.stage in OPEN


def new_id() -> str:
    """128 random bits as 32 hex digits; tells nothing about whom or when."""
    return secrets.token_hex(16)


def new_number(year: int) -> str:
    """A document number "SS-<year>-XXXX-XXXX"; letters and digits that are hard to confuse."""
    letters = "23456789ABCDEFGHJKMNPQRSTVWXYZ"
    tail = "".join(secrets.choice(letters) for _ in range(8))
    return f"SS-{year}-{tail[:4]}-{tail[4:]}"


def with_answer(talk: Conversation, question: str, answer: Answer) -> Conversation:
    """`talk` with `answer` at `question`; an empty answer takes the old one away."""
    answers = {key: old for key, old in talk.answers.items() if key != question}
    if not answer.empty:
        answers[question] = answer
    return replace(talk, answers=answers)


def moved(talk: Conversation, stage: Stage) -> Conversation:
    """`talk` at `stage`. Raises WrongStage when that stage does not follow from the present one."""
    if stage == talk.stage:
        return talk
    if stage not in WAY[talk.stage]:
        raise WrongStage(stage=talk.stage.value, wanted=stage.value)
    return replace(talk, stage=stage)
