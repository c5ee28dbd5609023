# SPDX-License-Identifier: EUPL-1.2
"""Talks that are held and evaluated -> codes that wait without a name, and once sealed a file of noisy counts for HR."""

import secrets
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import timedelta
from typing import TYPE_CHECKING, Any

from senior_desktop.at_hand import words, workplace
from senior_desktop.conversation.conversation import Conversation
from senior_desktop.errors import NotDiscussed, TooFewTalks

if TYPE_CHECKING:
    from senior_desktop.vault.store import Vault
else:  # a name for annotations; the real one is imported where it is used
    Vault = object

EVALUATION = ("g1", "g2", "g3")
"""The employee's own answers: counted, never shown, wiped when their batch is sealed."""

ENDED = "a11"
"""The one code of an offer that ended without a talk; a talk's codes never hold it."""

FIRST_LEAST = 5
"""Fewest conversations in a batch; a policy can only raise it (anonymity, decision 2)."""


@dataclass(frozen=True, slots=True)
class WaitingForHr:
    """How many talks wait to be handed in, how many are missing, and since when HovedMED has discussed it ("" = not)."""

    waiting: int
    missing: int
    least: int
    discussed: str


@dataclass(frozen=True, slots=True)
class HandedIn:
    """A sealed file for HR: its name, its bytes, and the guarantee in short and long."""

    name: str
    content: bytes
    n: int
    short: str
    long: str


def waiting_for_hr(vault: Vault, least: int = FIRST_LEAST) -> WaitingForHr:
    """What the hand-in page may say before sealing: counts of talks only, never of answers."""
    count = len(_countable(vault))
    least = max(least, FIRST_LEAST)
    return WaitingForHr(count, max(0, least - count), least, workplace(vault).discussed)


def contribute(vault: Vault, least: int = FIRST_LEAST, language: str = "da") -> HandedIn:
    """Draw, seal and keep one batch in one transaction; then the file. Raises TooFewTalks, NotDiscussed."""
    from senior_desktop.hr import batch, csv_file, indicators
    from senior_desktop.vault import contributions

    wait = waiting_for_hr(vault, least)
    if not wait.discussed:
        raise NotDiscussed()
    if wait.missing:
        raise TooFewTalks(waiting=wait.waiting, missing=wait.missing, least=wait.least)
    _freeze_ended_offers(vault)
    chosen = [*_countable(vault), *_countable(vault, offers=True)]
    area, period = workplace(vault).area, batch.half_year(vault.now().date())
    asked = indicators.shipped()[chosen[0].skema]

    def make(found: Sequence[Any]) -> tuple[str, bytes]:
        talks = [(one.random, one.codes) for one in found if ENDED not in one.codes]
        ended = [(one.random, one.codes[ENDED]) for one in found if ENDED in one.codes]
        made = batch.make_batch(talks, ended, period, area, asked, None, wait.least)
        return made.batch_id, csv_file.to_bytes(made)

    content = contributions.seal(vault, [one.talk for one in chosen], make, period)
    return _handed_in(content, language)


def handed_in(vault: Vault, language: str = "da") -> tuple[HandedIn, ...]:
    """Every sealed file, oldest first, byte for byte as it was: exporting again draws nothing."""
    from senior_desktop.vault import contributions

    return tuple(_handed_in(one.content, language) for one in contributions.sealed(vault))


def _handed_in(content: bytes, language: str) -> HandedIn:
    from senior_desktop.hr import csv_file, indicators, report

    sets = indicators.shipped()
    batch = csv_file.read(content, sets)
    short, long = report.guarantee(sets[batch.skema], batch.n, words(language))
    return HandedIn(csv_file.file_name(batch), content, batch.n, short, long)


def freeze_when_ready(vault: Vault, talk: Conversation) -> Conversation:
    """Freeze the codes of a talk that is held and evaluated; once."""
    from senior_desktop.hr import indicators

    if talk.counted or not indicators.is_ready(talk):
        return talk
    skema, asked = _in_force()
    return _freeze(vault, talk, skema, indicators.codes(talk, asked), talk.text("a13") or talk.created[:10])


def _freeze_ended_offers(vault: Vault) -> None:
    from senior_desktop.hr import indicators

    skema, _ = _in_force()
    for talk in vault.conversations():
        code = indicators.ended_offer_code(talk, vault.now().date())
        if code is not None and not talk.counted:
            _freeze(vault, talk, skema, {ENDED: code}, talk.created[:10])


def _freeze(vault: Vault, talk: Conversation, skema: str, codes: Mapping[str, int], held: str) -> Conversation:
    """Let the codes wait with 32 random bytes of their own, and wipe the employee's own answers: the code is enough."""
    from senior_desktop.vault import contributions

    if talk.id not in {one.talk for one in contributions.waiting(vault)}:
        contributions.wait(vault, talk.id, talk.person, skema, codes, secrets.token_bytes(32), held)
    return vault.change(talk.id, lambda talk: replace(talk, counted=True, answers=_without(talk.answers, EVALUATION)))


def _in_force() -> tuple[str, Any]:
    """The skema that talks freeze under now, and its indicators."""
    from senior_desktop.hr import indicators

    return next(iter(indicators.shipped().items()))


def _countable(vault: Vault, *, offers: bool = False) -> list[Any]:
    """Waiting talks (or ended offers) of people not counted in the last 365 days; of two with one person the later."""
    from senior_desktop.vault import contributions

    since = vault.now().date() - timedelta(days=365)
    latest: dict[str, Any] = {}
    for one in sorted(contributions.waiting(vault), key=lambda one: (ENDED not in one.codes, one.held)):
        if not contributions.contributed_since(vault, vault.person(one.person).name, since):
            latest[one.person] = one  # a talk comes after an ended offer, and the later talk last
    return [one for one in latest.values() if (ENDED in one.codes) == offers]


def _without(old: Mapping[str, Any], keys: Sequence[str]) -> dict[str, Any]:
    return {name: one for name, one in old.items() if name not in keys}
