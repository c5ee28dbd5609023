# SPDX-License-Identifier: EUPL-1.2
"""Instants kept before, and the computer's now -> the one to stamp, and whether its clock can be believed."""

from datetime import datetime, timedelta
from enum import StrEnum
from typing import TYPE_CHECKING

from sqlalchemy import select

from senior_desktop.vault.audit import Event, events
from senior_desktop.vault.tables import talks

if TYPE_CHECKING:
    from senior_desktop.vault.store import Vault

DAY, HALF_A_YEAR, A_YEAR = timedelta(days=1), timedelta(days=183), timedelta(days=366)


class Doubt(StrEnum):
    """Why the clock may be wrong."""

    SET_BACK = "set_back"
    LEAPT = "leapt"


def later(before: str, now: datetime) -> str:
    """The later of a stamp and `now` as a stamp: the order of what was done holds when the clock is set back.

    A stamp more than a year ahead was itself the fault of a clock, and is not carried on.
    """
    ahead = datetime.fromisoformat(before) - now
    return before if timedelta(0) < ahead <= A_YEAR else now.isoformat()


def doubt(vault: "Vault") -> Doubt | None:
    """SET_BACK: a talk was saved more than a day from now. LEAPT: half a year has passed since the vault was last used."""
    now = vault.now()
    with vault.transaction() as connection:
        changed = [datetime.fromisoformat(one) for one in connection.execute(select(talks.c.changed)).scalars()]
    if any(one - now > DAY for one in changed):
        return Doubt.SET_BACK
    logged = [(datetime.fromisoformat(at), event) for at, event, _ in events(vault)]
    opened = max((place for place, (_, event) in enumerate(logged) if event == Event.OPENED), default=0)
    if opened == 0:
        return None  # made just now
    begun = logged[opened][0]
    last = max([at for at, _ in logged[:opened]] + [one for one in changed if one < begun])
    return Doubt.LEAPT if begun - last > HALF_A_YEAR else None
