# SPDX-License-Identifier: EUPL-1.2
"""What was said or changed in a talk -> sealed in the vault at once; a frozen text takes nothing more.

Each function returns the talk as it was saved. `talk` may be any earlier state: the newest is read in
the same transaction.
"""

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, Any

from senior_desktop import pack_in_force
from senior_desktop.at_hand import measures_of, months_on, practice, working_months_on
from senior_desktop.conversation import free_texts
from senior_desktop.conversation.agreements import Agreement, with_row, without_row
from senior_desktop.conversation.conversation import EVALUATION, OPEN, Answer, Conversation, Stage, moved, with_answer
from senior_desktop.conversation.staff import clean
from senior_desktop.counts import draw_once, not_ended_after_all
from senior_desktop.errors import WrongStage

if TYPE_CHECKING:
    from senior_desktop.vault.store import Vault
else:  # a name for annotations; the real one is imported where it is used
    Vault = object

ENDED = frozenset({Stage.CLOSED, Stage.WITHDRAWN})
"""Stages in which nothing is written any more."""

NAMES = ("a01", "a08")
"""The questions answered with a name: it stands on one line, and nothing in it is hidden."""

FOLLOW_UP_MONTHS = 3
"""How far ahead the follow-up is proposed (domain, decision 3)."""

NOT_BEGUN = frozenset({Stage.OFFERED, Stage.PREPARING})
"""Stages before the two sit down."""

NOT_EVALUATED = ENDED | NOT_BEGUN | {Stage.DECLINED}
"""Stages in which there is no talk to evaluate."""


def record(vault: Vault, talk: Conversation, question: str, answer: Answer) -> Conversation:
    """One answer, sealed at once. Raises WrongStage when the text is frozen, or the evaluation counted.

    Writing the preparation begins it; answering the offer with no closes it, also in the midst of the talk, and
    a change of mind opens it again where it was. What was said stays until the leader deletes the talk.
    """

    if question in NAMES and isinstance(answer.value, str):
        answer = replace(answer, value=clean(answer.value))

    def say(talk: Conversation) -> Conversation:
        if question in EVALUATION:
            if talk.counted or talk.stage in NOT_EVALUATED:
                raise WrongStage(stage=talk.stage.value, wanted="evaluated")
            return with_answer(talk, question, answer)
        if talk.stage not in OPEN and not (talk.stage is Stage.DECLINED and question.startswith("a")):
            raise WrongStage(stage=talk.stage.value, wanted=Stage.TALKING.value)
        if question[0] in "ct" and talk.stage in NOT_BEGUN:
            talk = begun(talk, vault.now().date(), follow_up)  # the two are talking already
        talk = with_answer(talk, question, answer)
        if question == "a11":
            return _answered(talk, vault.now().date(), again_months)
        if question.startswith("b") and talk.stage is Stage.OFFERED:
            return moved(talk, Stage.PREPARING)
        return talk

    again_months = practice(vault).number("OfferAgainMonths") if question == "a11" else 0
    if question == "a11" or question[0] in "ct":
        # First: cut off in between, the offer still stands as ended and freezes again.
        talk = not_ended_after_all(vault, talk)
    # Only a talk that begins asks it: each look into the vault delays a save.
    begins = question[0] in "ct" and talk.stage in NOT_BEGUN
    follow_up = follow_up_months(vault) if begins else FOLLOW_UP_MONTHS
    saved = vault.change(talk.id, say)
    if question in EVALUATION:
        draw_once(vault, saved)
    if question == "a01" and saved.text("a01"):
        # The same person under the name as it is spelled now: by it nobody counts twice within a year.
        vault.add_person(replace(vault.person(saved.person), name=saved.text("a01")))
    return saved


def follow_up_months(vault: Vault) -> int:
    """How far ahead the follow-up is proposed: the pack's word, else three months."""
    pack = pack_in_force.in_force(vault)
    return FOLLOW_UP_MONTHS if pack is None else pack.follow_up_months


def begun(talk: Conversation, today: date, follow_up: int = FOLLOW_UP_MONTHS) -> Conversation:
    """The two sit down: dated today, follow-up proposed on a working day so many months ahead. Raises WrongStage, also after "nej tak"."""
    if talk.stage is Stage.DECLINED:  # only another answer to the offer opens it again
        raise WrongStage(stage=talk.stage.value, wanted=Stage.TALKING.value)
    talk = moved(talk, Stage.TALKING)
    for key, day in (("a13", today), ("e04", working_months_on(today, follow_up))):
        if talk.answer(key).empty:
            talk = with_answer(talk, key, Answer(day.isoformat()))
    return talk


def _answered(talk: Conversation, today: date, again_months: int) -> Conversation:
    """a11 -> the stage that follows; "nej tak" and no answer are asked again in 12 months (setting), "spørg ikke igen" never.

    "Ja, senere" waits, until the day the two set (a12) if they set one. After a change of mind a talk that had its date
    (a13) goes on; another is an offer again.
    """
    code = talk.code("a11")
    again = Answer(months_on(today, again_months).isoformat()) if code in (3, 4) else Answer()
    if code in (3, 5):
        return with_answer(moved(talk, Stage.DECLINED), "a12", again)
    if talk.stage is Stage.DECLINED:
        back = Stage.TALKING if talk.text("a13") else Stage.OFFERED
        return with_answer(moved(talk, back), "a12", again)
    # A day that the two have set themselves stands, but after "ja tak" there is nothing to offer again.
    return with_answer(talk, "a12", again) if code in (None, 1) or code == 4 and not talk.text("a12") else talk


def add_agreement(vault: Vault, talk: Conversation, row: Agreement) -> Conversation:
    """A new row; "aftalt" only where nothing hinders it (`catalogue.hindrance`)."""
    from senior_desktop.conversation.catalogue import as_allowed

    known = measures_of(vault, talk)

    def add(talk: Conversation) -> Conversation:
        return replace(talk, agreements=with_row(talk.agreements, as_allowed(row, None, known, talk.mandate)))

    return vault.change(talk.id, _writing(add))


def change_agreement(vault: Vault, talk: Conversation, row_id: str, changes: Mapping[str, Any]) -> Conversation:
    """Only the named fields of one row; a row taken away meanwhile stays away, and one that is hindered a wish."""
    from senior_desktop.conversation.catalogue import as_allowed

    known = measures_of(vault, talk)

    def change(talk: Conversation) -> Conversation:
        rows = talk.agreements
        for row in rows:
            if row.id == row_id:
                if "review" in changes:  # written anew: the day that a follow-up had set in its place is past
                    row = replace(row, review_again="")
                rows = with_row(rows, as_allowed(replace(row, **changes), row, known, talk.mandate))
        return replace(talk, agreements=rows)

    return vault.change(talk.id, _writing(change))


def drop_agreement(vault: Vault, talk: Conversation, row_id: str) -> Conversation:
    """Take a row away."""
    return vault.change(talk.id, _writing(lambda talk: replace(talk, agreements=without_row(talk.agreements, row_id))))


def record_note(vault: Vault, talk: Conversation, page: str, text: str) -> Conversation:
    """The leader's private note to a page: class L, never on paper, wiped at closing."""
    return vault.change(talk.id, _preparing(lambda talk: replace(talk, notes=_with(talk.notes, page, text))))


def record_mandate(vault: Vault, talk: Conversation, measure: str, code: int) -> Conversation:
    """b02: what the leader can say yes to (1), must ask about (2), cannot offer here (3); 0 takes it back.

    While the talk may be written, a row of that measure that was agreed is a wish again where the leader cannot grant it.
    """
    from senior_desktop.conversation.catalogue import as_allowed

    known = measures_of(vault, talk)

    def mark(talk: Conversation) -> Conversation:
        talk = replace(talk, mandate=_with(talk.mandate, measure, code))
        if not talk.may_write:
            return talk
        rows = (as_allowed(one, None, known, talk.mandate) if one.measure == measure else one for one in talk.agreements)
        return replace(talk, agreements=tuple(rows))

    return vault.change(talk.id, _preparing(mark))


def not_a_cpr_number(vault: Vault, talk: Conversation, key: str, number: str) -> Conversation:
    """The user says that the ten digits `number` in the text `key` (`free_texts`) are no CPR number: not masked there."""
    return vault.change(talk.id, _preparing(lambda talk: free_texts.ruled(talk, key, number)))


def texts_with_earlier(vault: Vault, talk: Conversation) -> frozenset[str]:
    """The keys of the texts that have lost words which can be taken back."""
    return vault.with_versions(talk.id)


def earlier_texts(vault: Vault, talk: Conversation, key: str) -> list[tuple[str, str]]:
    """(ISO instant it was replaced, text) of one text, newest first, at most 20."""
    return vault.versions(talk.id, key)


def remember_page(vault: Vault, talk: Conversation, page: str) -> Conversation:
    """Where to go on next time."""
    return vault.change(talk.id, lambda talk: replace(talk, position=page))


def choose_path(vault: Vault, talk: Conversation, path: str) -> Conversation:
    """ "full" or "short"; no answer is lost either way. Raises WrongStage once frozen: the path shapes the paper."""
    return vault.change(talk.id, _writing(lambda talk: replace(talk, path=path)))


def _writing(change: Callable[[Conversation], Conversation]) -> Callable[[Conversation], Conversation]:
    """`change`, refused with WrongStage once the text is frozen."""

    def checked(talk: Conversation) -> Conversation:
        if not talk.may_write:
            raise WrongStage(stage=talk.stage.value, wanted=Stage.TALKING.value)
        return change(talk)

    return checked


def _preparing(change: Callable[[Conversation], Conversation]) -> Callable[[Conversation], Conversation]:
    """`change`, refused with WrongStage once the leader's notes were wiped: a late save must not bring them back."""

    def checked(talk: Conversation) -> Conversation:
        if talk.stage in ENDED:
            raise WrongStage(stage=talk.stage.value, wanted=Stage.TALKING.value)
        return change(talk)

    return checked


def _with(old: Mapping[str, Any], key: str, value: Any) -> dict[str, Any]:
    """`old` with `key` set; an empty value takes it away."""
    new = {name: one for name, one in old.items() if name != key}
    return new | {key: value} if value else new
