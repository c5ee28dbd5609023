# SPDX-License-Identifier: EUPL-1.2
"""A talk some months old -> what became of each agreement, when it is looked at again, and how it goes now.

Each is stored as it is said, so that a follow-up that is broken off loses nothing; it may be mended until the talk is
closed. What both have signed stays as they signed it.
"""

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from senior_desktop.conversation.conversation import Conversation, Stage
from senior_desktop.conversation.guide import FOLLOWED
from senior_desktop.errors import WrongStage

if TYPE_CHECKING:
    from senior_desktop.vault.store import Vault
else:  # a name for annotations; the real one is imported where it is used
    Vault = object


def note_kept(vault: Vault, talk: Conversation, row_id: str, code: int | None) -> Conversation:
    """g7 of one agreement: 1 carried out, 2 partly, 3 not, 4 no longer relevant, None not said. Raises WrongStage."""
    return _row(vault, talk, row_id, kept=code)


def look_again(vault: Vault, talk: Conversation, row_id: str, day: str) -> Conversation:
    """When one agreement is looked at next, ISO date; "" takes it back to the day they signed. Raises WrongStage."""
    return _row(vault, talk, row_id, review_again=day)


def note_going(vault: Vault, talk: Conversation, text: str) -> Conversation:
    """How it goes now, in the two people's words. Raises WrongStage."""
    return vault.change(talk.id, lambda talk: replace(_met_again(talk), going=text))


def _row(vault: Vault, talk: Conversation, row_id: str, **changes: Any) -> Conversation:
    """`changes` to the row of that id; when there is none, nothing."""

    def change(talk: Conversation) -> Conversation:
        rows = (replace(row, **changes) if row.id == row_id else row for row in talk.agreements)
        return replace(_met_again(talk), agreements=tuple(rows))

    return vault.change(talk.id, change)


def _met_again(talk: Conversation) -> Conversation:
    if talk.stage not in FOLLOWED:
        raise WrongStage(stage=talk.stage.value, wanted=Stage.FOLLOWED_UP.value)
    return talk
