# SPDX-License-Identifier: EUPL-1.2
"""Months of talks, edits, deletions, crashes, restores and hand-ins in any order: nobody counts twice a year, nothing is drawn twice."""

import shutil
import tempfile
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from factory import PASSPHRASE, make_row, make_talk, make_vault
from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from senior_desktop import counts, desk, story
from senior_desktop.conversation.conversation import EVALUATION, Answer, Conversation, Participant, Stage, new_id
from senior_desktop.errors import AlreadyHandedIn, TooFewTalks
from senior_desktop.hr import csv_file, indicators
from senior_desktop.vault import backup, contributions, counted, store
from senior_desktop.vault.keys import FLOOR

NAMES = [f"{first} {last}" for first in ("Anne", "Bo", "Carl", "Dorte", "Erik") for last in ("Dam", "Eg", "Friis")]


class Clock:
    """A day that only moves on."""

    def __init__(self) -> None:
        self.now = datetime(2026, 2, 3, 9, tzinfo=UTC)

    def __call__(self) -> datetime:
        return self.now


class Months(RuleBasedStateMachine):
    """One leader's vault, and beside it what a watchful colleague would write down: who was counted when."""

    @initialize()
    def first_run(self) -> None:
        self.folder = Path(tempfile.mkdtemp())
        self.clock = Clock()
        self.vault = make_vault(self.folder / "vault", self.clock)
        self.counted: list[tuple[datetime, frozenset[str], frozenset[str]]] = []
        self.files: dict[str, bytes] = {}

    def teardown(self) -> None:
        if hasattr(self, "vault"):
            self.vault.close()
            shutil.rmtree(self.folder)

    @rule(name=st.sampled_from(NAMES), codes=st.tuples(*[st.integers(1, 4)] * 3), new=st.booleans())
    def hold(self, name: str, codes: tuple[int, int, int], new: bool) -> None:
        """A talk is held and evaluated; with `new`, under a new entry for the same name."""
        known = [one for one in self.vault.people() if one.name == name]
        person = known[0].id if known and not new else new_id()
        if person not in {one.id for one in self.vault.people()}:
            self.vault.add_person(Participant(person, name))
        talk = make_talk({"a01": name, "a13": self.clock.now.date().isoformat()}, person=person, stage=Stage.HELD)
        talk = replace(talk, id=new_id(), agreements=(make_row(),))
        self.vault.add(talk)
        for key, code in zip(("g1", "g2", "g3"), codes, strict=True):
            talk = story.record(self.vault, talk, key, Answer(code))

    @rule(names=st.lists(st.sampled_from(NAMES), min_size=5, max_size=9, unique=True))
    def a_busy_month(self, names: list[str]) -> None:
        for name in names:
            self.hold(name=name, codes=(1, 4, 2), new=False)

    @rule(name=st.sampled_from(NAMES))
    def decline(self, name: str) -> None:
        person = Participant(new_id(), name)
        self.vault.add_person(person)
        offered = self.clock.now.date().isoformat()
        talk = make_talk({"a01": name, "a10": offered, "a11": 3}, person=person.id, stage=Stage.DECLINED, agreements=())
        self.vault.add(replace(talk, id=new_id()))

    @precondition(lambda self: self._talks())
    @rule(data=st.data())
    def edit(self, data: st.DataObject) -> None:
        """After the codes are frozen an edit changes nothing for HR; another agreement may still be marked kept."""
        talk = data.draw(st.sampled_from(self._talks()))
        self.vault.change(talk.id, lambda one: replace(one, notes={"t1": "egen note"}))

    @precondition(lambda self: self._talks())
    @rule(data=st.data())
    def erase(self, data: st.DataObject) -> None:
        desk.erase(self.vault, data.draw(st.sampled_from(self._talks())))

    @rule(days=st.integers(30, 200))
    def wait(self, days: int) -> None:
        self.clock.now += timedelta(days=days)

    @rule()
    def hand_in(self) -> None:
        self._hand_in()

    @rule()
    def hand_in_with_a_crash(self) -> None:
        """Sealed, then the folder is as it was before (a copy put back): sealing again gives the same bytes."""
        self.vault.checkpoint()
        shutil.copytree(self.folder / "vault", self.folder / "copy")
        first = self._hand_in()
        if first is not None:
            self.vault.close()
            shutil.rmtree(self.folder / "vault")
            shutil.copytree(self.folder / "copy", self.folder / "vault")
            self.vault = store.open_with_passphrase(self.folder / "vault", PASSPHRASE, clock=self.clock)
            self.counted.pop()
            assert self._hand_in() == first
        shutil.rmtree(self.folder / "copy")

    @rule()
    def copy(self) -> None:
        """A copy of the day, to be restored some other day."""
        backup.create(self.vault, self.folder / "copy.seniorbackup")

    @precondition(lambda self: hasattr(self, "folder") and (self.folder / "copy.seniorbackup").exists())
    @rule()
    def restore(self) -> None:
        """The copy comes back in place of the vault; what was sealed since is not in it, and counts all the same."""
        self.vault.close()
        opens = backup.by_passphrase(PASSPHRASE)
        self.vault, _ = backup.restore(self.folder / "copy.seniorbackup", opens, self.folder / "vault", PASSPHRASE, cost=FLOOR, clock=self.clock)

    @rule()
    def export_again(self) -> None:
        for one in story.handed_in(self.vault):
            story.export(one, self.folder / "for-hr")  # refuses to write anything but what lies there already

    def _hand_in(self) -> bytes | None:
        page = counts.waiting_for_hr(self.vault)
        assert counts.waiting_for_hr(self.vault) == page
        counts._freeze_ended_offers(self.vault)
        before = {one.talk: one.person for one in contributions.waiting(self.vault)}
        try:
            handed = story.contribute(self.vault)
        except AlreadyHandedIn:
            assert page.done
            return None
        except TooFewTalks as refused:
            assert refused.facts == {"waiting": page.waiting, "missing": page.missing, "least": page.least}
            return None
        assert not page.missing and handed.n == page.waiting
        people = {one.id: counted.plain_name(one.name) for one in self.vault.people()}
        sealed = before.keys() - {one.talk for one in contributions.waiting(self.vault)}
        names = [people[before[talk]] for talk in sealed]
        assert len(names) == len(set(names)) >= handed.n >= counts.FIRST_LEAST
        for when, talks, known in self.counted:
            assert not talks & sealed
            assert self.clock.now - when >= contributions.ONCE_IN or not known & set(names)
        self.counted.append((self.clock.now, frozenset(sealed), frozenset(names)))
        assert self.files.setdefault(handed.name, handed.content) == handed.content
        return handed.content

    def _talks(self) -> list[Conversation]:
        return self.vault.conversations() if hasattr(self, "vault") else []

    @invariant()
    def what_was_sealed_stays_as_it_was(self) -> None:
        if hasattr(self, "vault"):
            for one in story.handed_in(self.vault):
                assert self.files[one.name] == one.content
                batch = csv_file.read(one.content, indicators.shipped())
                assert batch.n >= counts.FIRST_LEAST

    @invariant()
    def the_employees_own_answers_are_gone_once_frozen(self) -> None:
        for talk in self._talks():
            assert not talk.counted or not set(EVALUATION) & talk.answers.keys()


def months(examples: int, steps: int, *, new: bool = False) -> Callable[[], None]:
    """Run the machine so many times, so many steps each. new: other months than last time."""
    machine = Months.TestCase
    machine.settings = settings(
        max_examples=examples, stateful_step_count=steps, derandomize=not new, deadline=None, suppress_health_check=list(HealthCheck),
        phases=(Phase.explicit, Phase.reuse, Phase.generate),  # each step is a real vault's: shrinking takes minutes
    )  # fmt: skip
    return machine("runTest").runTest


def test_a_few_months() -> None:
    months(4, 25)()


@pytest.mark.slow
def test_many_months() -> None:
    months(18, 60, new=True)()
