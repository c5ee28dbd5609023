# SPDX-License-Identifier: EUPL-1.2
"""A person who is already known -> their earlier talks; what became of an agreement, and taking it along.

The earlier talk keeps the agreements, also once it is closed (domain, decision 9); the new one holds only
what was taken along. So a talk that is erased takes its agreements out of every look back.
"""

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from senior_desktop import pack_in_force
from senior_desktop.at_hand import measures_of, months_after, template_of, words, workplace
from senior_desktop.conversation import history
from senior_desktop.conversation.agreements import with_row, without_row
from senior_desktop.conversation.conversation import Conversation, Stage, Workplace
from senior_desktop.errors import WrongStage
from senior_desktop.paper.document import Document
from senior_desktop.reading import DAYS_TO_READ

if TYPE_CHECKING:
    from senior_desktop.conversation.catalogue import Catalogue
    from senior_desktop.conversation.template import Template
    from senior_desktop.vault.store import Vault
else:  # names for annotations; the real ones are imported where they are used
    Catalogue = Template = Vault = object


def known_as(vault: Vault, name: str) -> history.Talks:
    """The newest talk of each person of that name, however it is spelled: is it one of them?"""
    from senior_desktop.vault.counted import plain_name

    same = {person.id for person in vault.people() if plain_name(person.name) == plain_name(name)}
    return history.newest(talk for talk in vault.conversations() if talk.person in same)


def earlier(vault: Vault, talk: Conversation) -> history.Talks:
    """The talks with agreements that the same person had before, the newest first."""
    return history.earlier(talk, vault.conversations())


@dataclass(frozen=True, slots=True)
class AtTable:
    """All that stays the same while a talk is open: the workplace, its earlier talks, and what it was begun with.

    earlier: the same person's talks before this one that hold agreements, the newest first. days_to_read: working days for
    the draft. pension: the neutral table, where HR lets the employee open it.
    """

    place: Workplace
    earlier: history.Talks
    template: Template
    catalogue: Catalogue
    days_to_read: int
    pension: Document | None = None


def at_table(vault: Vault, talk: Conversation) -> AtTable:
    """What the window of a talk needs beside the talk itself."""
    pack = pack_in_force.of_talk(vault, talk)
    days = DAYS_TO_READ if pack is None else pack.days_to_read
    place, table = workplace(vault), None
    if pack is not None and pack.pension_facts:
        from senior_desktop.conversation import pension

        now = vault.now()
        table = pension.document(now.date(), words(talk.language), talk.language, place.municipality, now.isoformat(timespec="seconds"))
    return AtTable(place, earlier(vault, talk), template_of(vault, talk), measures_of(vault, talk), days, table)


def over_the_years(vault: Vault, talk: Conversation, talks: history.Talks) -> Document:
    """`talk` beside `talks`, the earlier ones with the same person: for the screen."""
    from senior_desktop.conversation import years

    return years.over_the_years(vault.get(talk.id), talks, template_of(vault, talk), words(talk.language))


def mark_kept(vault: Vault, talk: Conversation, row_id: str, code: int | None) -> Conversation:
    """g7 of an agreement of an earlier talk, said in `talk`; also when the earlier one is closed. Returns `talk`.

    code: 1 carried out, 2 partly, 3 not, 4 no longer relevant, None not said. Raises WrongStage once `talk` is frozen.
    """
    now = _open(vault.get(talk.id))
    for old in earlier(vault, now):
        if any(row.id == row_id for row in old.agreements):
            vault.change(old.id, lambda old: history.with_kept((old,), row_id, code)[0])
    return now


def take_along(vault: Vault, talk: Conversation, row_id: str) -> Conversation:
    """An earlier agreement as a proposed row of `talk`; once, however often it is clicked. Raises WrongStage."""
    found = [row for old in earlier(vault, talk) for row in old.agreements if row.id == row_id]

    def add(talk: Conversation) -> Conversation:
        if not found or history.taken_along(_open(talk), row_id) is not None:
            return talk
        row = history.carried(found[0], months_after(talk, 3))
        return replace(talk, agreements=with_row(talk.agreements, row))

    return vault.change(talk.id, add)


def leave_behind(vault: Vault, talk: Conversation, row_id: str) -> Conversation:
    """Take back `take_along`. Raises WrongStage."""

    def drop(talk: Conversation) -> Conversation:
        row = history.taken_along(_open(talk), row_id)
        return talk if row is None else replace(talk, agreements=without_row(talk.agreements, row.id))

    return vault.change(talk.id, drop)


def _open(talk: Conversation) -> Conversation:
    if not talk.may_write:
        raise WrongStage(stage=talk.stage.value, wanted=Stage.TALKING.value)
    return talk
