# SPDX-License-Identifier: EUPL-1.2
"""Talks and today's date -> what has been kept long enough goes: texts at closing or after months, agreements after two years.

Domain, decision 9. A hold stops all of it. What was handed over lies with the employee and in the personnel file.
"""

from dataclasses import dataclass, replace
from datetime import date
from functools import partial
from typing import TYPE_CHECKING

from senior_desktop.at_hand import months_on, practice, template_of
from senior_desktop.conversation.conversation import Conversation, Stage
from senior_desktop.signatures import SHEETS, forget_keys

if TYPE_CHECKING:
    from senior_desktop.conversation.template import Template
    from senior_desktop.vault.store import Vault
else:  # names for annotations; the real ones are imported where they are used
    Template = Vault = object

AGREEMENTS_MONTHS = 24
"""What was agreed stays until the next talk, at most so long after this one."""


@dataclass(frozen=True, slots=True)
class Purged:
    """How many talks lost their texts, and how many are gone."""

    wiped: int
    erased: int


def wiped(talk: Conversation, template: Template) -> Conversation:
    """`talk` without texts, notes, sensitive fields and the leader's own: facts, codes and agreements stay.

    template: the one it is pinned to.
    """
    from senior_desktop.conversation.template import Kind, Privacy

    asked = {one.id: one for one in template.questions}
    gone = {
        key
        for key in talk.answers.keys() & asked.keys()
        if asked[key].privacy in (Privacy.LAPTOP, Privacy.COUNTED, Privacy.SENSITIVE)
        or asked[key].kind is Kind.TEXT
        and not key.startswith("a")  # names and job title
    }
    answers = {key: answer for key, answer in talk.answers.items() if key not in gone}
    return replace(talk, answers=answers, notes={}, mandate={}, not_cpr={}, meeting=None, going="")


def purge_due(vault: Vault) -> Purged:
    """Do what is due today by the vault's clock, each noted in the log of deeds. Run when the vault has been opened.

    Nothing is due while the clock may be wrong (`stamps.doubt`): what is gone cannot be brought back.
    """
    from senior_desktop.vault import audit, stamps

    today, count = vault.now().date(), Purged(0, 0)
    if stamps.doubt(vault) is not None:
        return count
    months = practice(vault).number("RetentionMonthsAfterTalk")
    for talk in vault.conversations():
        if talk.hold:
            continue
        day = date.fromisoformat(talk.text("a13") or talk.created[:10])
        if talk.stage is Stage.CLOSED and today >= months_on(day, AGREEMENTS_MONTHS):
            _erase(vault, talk)
            count = replace(count, erased=count.erased + 1)
            continue
        wipe = partial(wiped, template=template_of(vault, talk))
        if today >= months_on(day, months) and wipe(talk) != talk:
            vault.change(talk.id, wipe, forgotten=SHEETS[0])
            audit.note(vault, audit.Event.WIPED, talk.id)
            count = replace(count, wiped=count.wiped + 1)
    return count


@dataclass(frozen=True, slots=True)
class Going:
    """What goes soon by itself. what: "texts" or "talk". day: when."""

    talk: Conversation
    what: str
    day: date


def going_soon(vault: Vault, days: int = 30) -> tuple[Going, ...]:
    """What goes within so many days, the first first: it can be saved, or held back, before."""
    today, months, found = vault.now().date(), practice(vault).number("RetentionMonthsAfterTalk"), []
    for talk in vault.conversations():
        if talk.hold:
            continue
        held = date.fromisoformat(talk.text("a13") or talk.created[:10])
        if wiped(talk, template_of(vault, talk)) != talk:
            found.append(Going(talk, "texts", months_on(held, months)))
        elif talk.stage is Stage.CLOSED:
            found.append(Going(talk, "talk", months_on(held, AGREEMENTS_MONTHS)))
    return tuple(sorted((one for one in found if (one.day - today).days <= days), key=lambda one: one.day))


def _erase(vault: Vault, talk: Conversation) -> None:
    from senior_desktop.vault import erase

    forget_keys(vault, talk)
    erase.erase(vault, talk.id)
