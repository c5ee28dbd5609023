# SPDX-License-Identifier: EUPL-1.2
"""HR's plan -> kept in HR's vault; as PDF, as a workbook, and as calendar entries that name steps and never people."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from senior_desktop import drives, paths
from senior_desktop.at_hand import words, working_months_on
from senior_desktop.kept_files import note_for_hr, noted_for_hr
from senior_desktop.paper.document import Document

if TYPE_CHECKING:
    from senior_desktop.hr.plan import Planned
    from senior_desktop.vault.store import Vault
else:  # names for annotations; the real ones are imported where they are used
    Planned = Vault = object

NOTE = "plan"


def plan_of(vault: Vault) -> tuple[Planned, ...]:
    """The plan HR has, () before it was begun."""
    from senior_desktop.hr import plan

    return plan.read(noted_for_hr(vault, NOTE))


def begin_plan(vault: Vault, first: str) -> tuple[Planned, ...]:
    """A plan dated from the first discussion (ISO date), kept."""
    from senior_desktop.hr import plan

    return keep_plan(vault, plan.begun(date.fromisoformat(first), working_months_on))


def keep_plan(vault: Vault, found: Sequence[Planned]) -> tuple[Planned, ...]:
    """Keep the whole plan; as it was kept, CPR numbers masked. Raises NoRoom."""
    from senior_desktop.hr import plan

    note_for_hr(vault, NOTE, plan.kept(tuple(found)))
    return plan_of(vault)


def planned(one: Planned, **changes: Any) -> Planned:
    """`one` with other values in those fields."""
    from senior_desktop.hr import plan

    return plan.changed(one, **changes)


def own_step(title: str, role: str = "R") -> Planned:
    """A step of HR's own. role: a letter of `hr.plan.ROLES`."""
    from senior_desktop.conversation.conversation import new_id
    from senior_desktop.hr.plan import Planned as Step

    return Step(new_id(), title=title, role=role)


def step_in_words(one: Planned, language: str) -> tuple[str, str, str]:
    """Title, who, and what helps, in words."""
    from senior_desktop.hr import plan

    known = next((step for step in plan.steps() if step.id == one.id), None)
    return plan.title_of(one, language), plan.roles_in(one, words(language)), known.help.said(language) if known else ""


def plan_document(found: Sequence[Planned], organisation: str, made: str, language: str = "da") -> Document:
    """The plan as a page."""
    from senior_desktop.hr import plan

    return plan.document(tuple(found), words(language), language, organisation, made)


def save_plan_workbook(found: Sequence[Planned], file: Path, language: str = "da") -> Path:
    """The same as a workbook. Raises RemovableForbidden, FolderUnwritable, NoRoom."""
    from senior_desktop.hr import plan, workbook

    say_it = words(language)
    rows = [
        (one.day, plan.title_of(one, language), plan.roles_in(one, say_it), say_it(f"plan.status_{one.status}"), one.note)
        for one in plan.in_order(tuple(found))
    ]
    header = [say_it(f"plan.{name}") for name in ("when", "what", "who", "status", "note")]
    drives.may_export(file.parent)
    return paths.write(file, workbook.table(say_it("plan.title"), header, rows), replace=True)


def save_plan_calendar(vault: Vault, found: Sequence[Planned], file: Path, language: str = "da") -> Path:
    """Every dated step that is not done as a calendar entry; saving again updates the same entries."""
    from senior_desktop.conversation import calendar
    from senior_desktop.hr import plan

    events = [
        calendar.Event(f"{vault.vault_id}-plan-{one.id}", int(vault.now().timestamp()) // 60, one.day, plan.title_of(one, language), step_in_words(one, language)[2], alarm=calendar.AT_NINE_A_WEEK_BEFORE)
        for one in found if one.day and one.status not in (plan.DONE, plan.DROPPED)
    ]  # fmt: skip
    drives.may_export(file.parent)
    return paths.write(file, calendar.calendar_file(events, vault.now()), replace=True)


def roles(language: str = "da") -> dict[str, str]:
    """Who may do a step, by letter, in words."""
    from senior_desktop.hr import plan

    return {letter: words(language)(f"plan.role_{letter}") for letter in plan.ROLES}
