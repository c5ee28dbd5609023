# SPDX-License-Identifier: EUPL-1.2
"""What a test leaves unsaid -> a valid talk, workplace, row or vault; any part can be said otherwise."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import Any

from senior_desktop.conversation import template as templates
from senior_desktop.conversation.agreements import AGREED, Agreement
from senior_desktop.conversation.conversation import Answer, Conversation, Participant, Stage, Workplace, new_id
from senior_desktop.vault import store
from senior_desktop.vault.keys import FLOOR

PASSPHRASE = "rigtig hest batteri hæfteklamme"


class Clock:
    """Stands still until it is moved, by `now`."""

    def __init__(self, now: datetime) -> None:
        self.now = now

    def __call__(self) -> datetime:
        return self.now


def make_workplace(**changes: Any) -> Workplace:
    """A care centre whose counts were discussed in HovedMED."""
    place = Workplace(
        "Søren Håkansson", "Afdelingsleder", "Eksempel Kommune", "Plejecenter Åbrinken", "dpo@eksempel.dk", "O1", "2026-03-02"
    )
    return replace(place, **changes)


def make_template() -> templates.Template:
    """The template that ships."""
    return templates.shipped()


def make_row(**changes: Any) -> Agreement:
    """Something agreed, that the leader sees to."""
    row = Agreement(new_id(), "B3", "Faste dage fra januar", AGREED, responsible=1, start="2027-01-04", review="2027-03-01")
    return replace(row, **changes)


def make_talk(answers: dict[str, Any] | None = None, **changes: Any) -> Conversation:
    """A talk under way with Kirsten; `answers` are values or Answers by question id."""
    shipped = make_template()
    said = {"a01": "Kirsten Ærø Møller", "a03": "Social- og sundhedsassistent", "a08": "Søren Håkansson", "a10": "2026-11-01",
            "a11": 1, "a13": "2026-11-23", "e04": "2027-02-23", "e05": 1, **(answers or {})}
    talk = Conversation(
        new_id(), new_id(), "SS-2026-7F3K-9Q2M", shipped.name, shipped.digest, "2026-11-01T09:00:00+01:00", "2026-11-23T09:05:00+01:00",
        stage=Stage.TALKING, answers={key: one if isinstance(one, Answer) else Answer(one) for key, one in said.items()},
        agreements=(make_row(),),
    )
    return replace(talk, **changes)


def make_vault(folder: Path, clock: Callable[[], datetime], place: Workplace | None = None) -> store.Vault:
    """A vault with a workplace, its key derivation at the lowest cost that is allowed."""
    vault, _ = store.create(folder, PASSPHRASE, cost=FLOOR, clock=clock)
    vault.put_workplace(place or make_workplace())
    return vault


def keep(vault: store.Vault, talk: Conversation) -> Conversation:
    """`talk` in `vault`, with its person."""
    vault.add_person(Participant(talk.person, talk.text("a01")))
    vault.add(talk)
    return talk
