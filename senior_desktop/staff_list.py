# SPDX-License-Identifier: EUPL-1.2
"""A file or a name -> the leader's staff list; who was offered the talk, and what is due on the start page.

What the file holds beside the named columns, a year of birth among them, is forgotten with the preview.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from senior_desktop.at_hand import months_on, practice
from senior_desktop.conversation import due as due_list
from senior_desktop.conversation import staff, staff_file
from senior_desktop.conversation.conversation import Answer, Conversation, Stage, moved, new_id, with_answer
from senior_desktop.conversation.history import OVER, newest
from senior_desktop.errors import StaffFileRefused

if TYPE_CHECKING:
    from senior_desktop.vault.store import Vault
else:  # a name for annotations; the real one is imported where it is used
    Vault = object


@dataclass(frozen=True, slots=True)
class Listed:
    """A line of the staff list: the employee, the newest talk with them, or None, and whether a talk may be offered now."""

    employee: staff.Employee
    talk: Conversation | None
    may_offer: bool


def staff_list(vault: Vault) -> tuple[Listed, ...]:
    """Everybody, by name."""
    from senior_desktop.vault import staff as kept

    latest = {talk.person: talk for talk in newest(vault.conversations())}
    today, months = vault.now().date(), practice(vault).number("OfferAgainMonths")

    def listed(one: staff.Employee) -> Listed:
        talk = latest.get(one.id)
        free = talk is None or talk.stage in OVER or due_list.lapsed(talk, today, months, months_on)
        return Listed(one, talk, free)

    return tuple(map(listed, kept.employees(vault)))


def read_staff_file(file: Path) -> staff_file.Cells:
    """The cells of a CSV or XLSX file, in memory only. Raises StaffFileRefused."""
    try:
        if file.stat().st_size > staff_file.MOST_BYTES:
            raise StaffFileRefused(reason="too_big")
        content = file.read_bytes()
    except OSError as fault:
        raise StaffFileRefused(reason="unreadable") from fault
    return staff_file.read(content, file.suffix)


def staff_reader(vault: Vault) -> staff.Reader:
    """What the rows of a file are held against: who is known, this year, the offer age, the job groups' words."""
    from senior_desktop.conversation.template import shipped
    from senior_desktop.vault import staff as kept
    from senior_desktop.vault.counted import plain_name

    options = shipped().question("a04").options
    groups = {words.casefold(): one.code for one in options for words in (one.da, one.en)}
    known = tuple(kept.employees(vault))
    return staff.Reader(groups, plain_name, known, vault.now().year, practice(vault).number("OfferAge"))


def take_in(vault: Vault, employees: Iterable[staff.Employee]) -> int:
    """Put them on the list, all or none; how many. One without an id is new. Names and titles are cleaned."""
    from senior_desktop.vault import staff as kept

    several = [
        replace(one, id=one.id or new_id(), name=staff.clean(one.name)[: staff.LONGEST_NAME], title=staff.clean(one.title))
        for one in employees
    ]
    named = [one for one in several if one.name]
    kept.keep(vault, named)
    return len(named)


def in_the_group(vault: Vault, person_id: str, on: bool) -> staff.Employee:
    """Put somebody in the group that is offered the talk, or take them out of it. Raises KeyError."""
    from senior_desktop.vault import staff as kept

    one = replace(kept.employee(vault, person_id), in_group=on)
    kept.keep(vault, (one,))
    return one


def same_name(one: str, other: str) -> bool:
    """Whether two spellings mean one name, as the ledger takes them."""
    from senior_desktop.vault.counted import plain_name

    return plain_name(one) == plain_name(other)


def take_off(vault: Vault, person_id: str) -> bool:
    """Forget somebody of the list who has no talk; False when there is one, which is erased first."""
    from senior_desktop import backups
    from senior_desktop.vault import staff as kept

    gone = kept.forget(vault, person_id)
    if gone:
        backups.begin_anew(vault)
    return gone


def due(vault: Vault) -> tuple[due_list.Due, ...]:
    """What stands first on the start page."""
    months = practice(vault).number("OfferAgainMonths")
    return due_list.due(vault.conversations(), vault.now().date(), months, months_on)


def end_lapsed(vault: Vault, person_id: str) -> None:
    """An offer that was never answered ends, so that it can be made again; HR's count has it as "intet svar"."""
    today, months = vault.now().date(), practice(vault).number("OfferAgainMonths")

    def end(talk: Conversation) -> Conversation:
        if not due_list.lapsed(talk, today, months, months_on):
            return talk
        for key, answer in (("a11", Answer(due_list.NO_ANSWER)), ("a12", Answer(today.isoformat()))):
            if talk.answer(key).empty:
                talk = with_answer(talk, key, answer)
        return moved(talk, Stage.WITHDRAWN)

    for talk in vault.conversations():
        if talk.person == person_id:
            vault.change(talk.id, end)
