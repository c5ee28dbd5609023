# SPDX-License-Identifier: EUPL-1.2
"""HR's pilot rounds (prøvehandlinger) -> kept in HR's vault, each with a report of its own and a sheet for its leaders."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime
from typing import TYPE_CHECKING, Any

from senior_desktop.at_hand import words
from senior_desktop.kept_files import note_for_hr, noted_for_hr
from senior_desktop.paper.document import Document
from senior_desktop.pooled import Pooled, figures

if TYPE_CHECKING:
    from senior_desktop.hr.pilot import Pilot
    from senior_desktop.vault.store import Vault
else:  # names for annotations; the real ones are imported where they are used
    Pilot = Vault = object

NOTE = "pilots"
PLANNED_AHEAD = 4
"""Half-years."""


def pilots(vault: Vault) -> tuple[Pilot, ...]:
    """Every pilot round, the oldest first."""
    from senior_desktop.hr import pilot

    return pilot.read(noted_for_hr(vault, NOTE))


def new_pilot(vault: Vault, period: str = "") -> Pilot:
    """An empty round, kept."""
    from senior_desktop.conversation.conversation import new_id
    from senior_desktop.hr.pilot import Pilot

    one = Pilot(new_id(), period=period)
    _keep(vault, (*pilots(vault), one))
    return one


def pilot_of(pilot_id: str, **said: Any) -> Pilot:
    """A round from plain values: name, period, areas, sheets and stories as mappings. Raises msgspec.ValidationError."""
    from senior_desktop.hr import pilot

    (one,) = pilot.read([{"id": pilot_id} | said])
    return one


def change_pilot(vault: Vault, pilot_id: str, fn: Callable[[Pilot], Pilot]) -> Pilot:
    """The newest state through `fn`, kept; as it was kept, CPR numbers masked. Raises KeyError."""
    _keep(vault, tuple(fn(one) if one.id == pilot_id else one for one in pilots(vault)))
    return {one.id: one for one in pilots(vault)}[pilot_id]


def drop_pilot(vault: Vault, pilot_id: str) -> tuple[Pilot, ...]:
    """Forget a round, so that no page keeps it; those that are left. Raises NoRoom."""
    _keep(vault, tuple(one for one in pilots(vault) if one.id != pilot_id))
    vault.shrink()
    return pilots(vault)


def periods_ahead(today: date) -> tuple[str, ...]:
    """The half-years a round may be planned for from now on."""
    from senior_desktop.hr.batch import half_years_from

    return half_years_from(today, PLANNED_AHEAD)


def period_in_words(period: str, language: str = "da") -> str:
    """ "2026H2" as people say it."""
    from senior_desktop.hr import batch

    return batch.period_in_words(period, words(language))


def _keep(vault: Vault, found: tuple[Pilot, ...]) -> None:
    from senior_desktop.hr import pilot

    note_for_hr(vault, NOTE, pilot.kept(found))


def pilot_document(pooled: Pooled, one: Pilot, organisation: str, made: datetime, language: str = "da") -> Document:
    """The round's report. pooled: all that HR has read in; the round's half-year and areas are picked from it."""
    from senior_desktop.hr import pilot

    of = figures(replace(pooled, period=one.period or None, area=frozenset(one.areas) or None))
    number = f"PH-{made.year}-{made:%m%d}"
    return pilot.pilot_report(one, of, words(language), language, organisation, made.isoformat(timespec="seconds"), number)


def pilot_pdf(pooled: Pooled, one: Pilot, organisation: str, made: datetime, language: str = "da") -> bytes:
    """The same as PDF."""
    from senior_desktop.paper import pdf

    return pdf.make(pilot_document(pooled, one, organisation, made, language))


def learning_sheet(one: Pilot, organisation: str, made: datetime, language: str = "da") -> bytes:
    """The blank sheet for the round's leaders, to fill in by hand or on a computer, as PDF."""
    from senior_desktop.hr import pilot
    from senior_desktop.paper import pdf

    return pdf.make(pilot.learning_sheet(one, words(language), language, organisation, made.isoformat(timespec="seconds")))
