# SPDX-License-Identifier: EUPL-1.2
"""What HR counted at a meeting -> figures from 20 people up; one page for committee or press; parts of the pack for others."""

from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from senior_desktop import drives, paths
from senior_desktop.at_hand import words
from senior_desktop.errors import PackRefused
from senior_desktop.kept_files import note_for_hr, noted_for_hr
from senior_desktop.packs import published
from senior_desktop.paper.document import Document
from senior_desktop.plans import keep_plan, plan_of
from senior_desktop.pooled import Pooled, figures
from senior_desktop.templates import own_template

if TYPE_CHECKING:
    from senior_desktop.hr.pack import Pack
    from senior_desktop.hr.share import Shared
    from senior_desktop.hr.tally import Tally
    from senior_desktop.vault.store import Vault
else:  # names for annotations; the real ones are imported where they are used
    Pack = Shared = Tally = Vault = object

NOTE = "tally"
TAKEN = "taken from"
"""From which municipalities parts were taken."""


def tallies_of(vault: Vault) -> tuple[Tally, ...]:
    """What HR has counted so far, a meeting each; at least one, which may be empty."""
    from senior_desktop.hr import tally

    return tally.read(noted_for_hr(vault, NOTE))


def keep_tally(vault: Vault, at: int, name: str, counts: dict[str, tuple[int, ...]]) -> tuple[Tally, ...]:
    """Keep the meeting at place `at`, behind the last for a new one; all as they are kept now. Raises NoRoom."""
    from senior_desktop.hr import tally

    several = list(tallies_of(vault))
    several[at : at + 1] = tally.read({"name": name, "counts": counts})
    return _keep_tallies(vault, several)


def drop_tally(vault: Vault, at: int) -> tuple[Tally, ...]:
    """Take a meeting away; those that are left. Raises NoRoom."""
    several = list(tallies_of(vault))
    del several[at : at + 1]
    return _keep_tallies(vault, several)


def _keep_tallies(vault: Vault, several: list[Tally]) -> tuple[Tally, ...]:
    from senior_desktop.hr import tally

    note_for_hr(vault, NOTE, tally.kept(tuple(several)))
    return tallies_of(vault)


def tally_document(found: Tally, organisation: str, made: str, language: str = "da") -> Document:
    """The figures of the meeting."""
    from senior_desktop.hr import tally

    return tally.document(found, words(language), language, organisation, made)


def evaluation_sheet(organisation: str, made: str, language: str = "da") -> Document:
    """The blank sheet."""
    from senior_desktop.hr import tally

    return tally.sheet(words(language), language, organisation, made)


def tally_questions(language: str = "da") -> tuple[tuple[str, str, tuple[str, ...]], ...]:
    """(id, question, answers) of the sheet, in its order."""
    from senior_desktop.hr import tally

    say_it = words(language)
    return tuple(
        (name, say_it(f"tally.{name}"), tuple(say_it(f"tally.{'stay' if name == 'stay' else 'scale'}_{at}") for at in range(length)))
        for name, length in tally.QUESTIONS.items()
    )


def save_briefs(pooled: Pooled, organisation: str, made: datetime, folder: Path, language: str = "da") -> tuple[Path, ...]:
    """One page for the political committee and one for the press. Raises RemovableForbidden, FolderUnwritable, FileThere."""
    from senior_desktop.hr import brief
    from senior_desktop.paper import pdf

    drives.may_export(folder)
    say_it, found = words(language), figures(pooled)
    at = made.isoformat(timespec="seconds")
    return tuple(
        paths.write(folder / f"{say_it(f'brief.file_{reader}')}.pdf", pdf.make(brief.brief(found, reader, say_it, language, organisation, at)), replace=True)
        for reader in brief.READERS
    )


def share(vault: Vault, one: Pack, parts: frozenset[str], file: Path, today: date) -> Path:
    """Parts of the pack and the plan, for another municipality. Raises PackRefused, RemovableForbidden, FolderUnwritable."""
    from senior_desktop.hr import share as sharing

    drives.may_export(file.parent)
    return paths.write(file, sharing.shared(one, plan_of(vault), parts, today.isoformat()), replace=True)


def shared_by_others(file: Path) -> Shared:
    """What another municipality has shared, with its origin. Raises PackRefused."""
    from senior_desktop.hr import pack
    from senior_desktop.hr import share as sharing

    try:
        with file.open("rb") as opened:
            return sharing.read(opened.read(pack.LARGEST + 1))
    except OSError as fault:
        raise PackRefused(place="", fault="no_share") from fault


def take_shared(vault: Vault, one: Pack, found: Shared, parts: frozenset[str]) -> Pack:
    """HR's draft with those parts in it; a plan takes the place of one that was not begun.

    A template gets HR's own name and next version: two with one name would be taken for the same.
    """
    from senior_desktop.conversation import template
    from senior_desktop.hr import share as sharing

    if "plan" in parts and not plan_of(vault):
        keep_plan(vault, found.plan)
    note_for_hr(vault, TAKEN, [list(one) for one in {*taken_before(vault), (found.origin, found.made)}])
    text = own_template(one, template.read(found.template.encode()), published(vault)) if "template" in parts else ""
    return sharing.taken(one, found, parts, text)


def taken_before(vault: Vault) -> tuple[tuple[str, str], ...]:
    """(municipality, ISO date) of what was taken from others, the newest first."""
    return tuple(sorted(((origin, made) for origin, made in noted_for_hr(vault, TAKEN) or ()), key=lambda one: one[1], reverse=True))


def parts_to_share(vault: Vault, one: Pack) -> tuple[str, ...]:
    """Which parts there is anything to share of."""
    from senior_desktop.hr import share as sharing

    return tuple(name for name in sharing.PARTS if (plan_of(vault) if name == "plan" else getattr(one, name)))


def parts_in(found: Any) -> tuple[str, ...]:
    """Which parts a shared file holds."""
    return tuple(found.parts)
