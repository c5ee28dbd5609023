# SPDX-License-Identifier: EUPL-1.2
"""Signed papers -> the steps by which they reach the employee and the personnel file; and a hold that stops deletion.

Notes for the leader: nothing here is printed, counted or needed to go on.
"""

from dataclasses import replace
from typing import TYPE_CHECKING

from senior_desktop.conversation import guard
from senior_desktop.conversation.conversation import Conversation
from senior_desktop.errors import OnHold

if TYPE_CHECKING:
    from senior_desktop.vault.store import Vault
else:  # a name for annotations; the real one is imported where it is used
    Vault = object

STEPS = ("digital_post", "on_paper", "usb", "personnel_file")
"""How the copy reached the employee, and that the agreement sheet lies in the personnel file."""

LONGEST_CASE = 60


def tick_step(vault: Vault, talk: Conversation, step: str, done: bool) -> Conversation:
    """Note one of STEPS as done today by the vault's clock, or not. Raises ValueError for another step."""
    if step not in STEPS:
        raise ValueError("no such step")
    today = vault.now().date().isoformat()

    def note(talk: Conversation) -> Conversation:
        filed = {key: day for key, day in talk.filed.items() if key != step}
        return replace(talk, filed=filed | {step: talk.filed.get(step, today)} if done else filed)

    return vault.change(talk.id, note)


def put_case_number(vault: Vault, talk: Conversation, number: str) -> Conversation:
    """Note under which number the personnel file has it, at most 60 signs; a CPR number in it is masked."""
    clean = guard.masked(" ".join(number.split())[:LONGEST_CASE])
    return vault.change(talk.id, lambda talk: replace(talk, case_number=clean))


def put_on_hold(vault: Vault, talk: Conversation, on: bool) -> Conversation:
    """A request for access, or a dispute: while it lasts nothing of the talk is deleted (domain, decision 9)."""
    from senior_desktop.vault import audit

    changed = vault.change(talk.id, lambda talk: replace(talk, hold=on))
    audit.note(vault, audit.Event.HELD_BACK if on else audit.Event.RELEASED, talk.id)
    return changed


def refuse_on_hold(talk: Conversation) -> None:
    """Raise OnHold while `talk` must not be deleted."""
    if talk.hold:
        raise OnHold()
