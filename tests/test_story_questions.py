# SPDX-License-Identifier: EUPL-1.2
"""HR changes which questions are counted: what is frozen stays frozen, one file holds one set, and the next talks follow."""

import json

import pytest
from factory import keep, make_talk, make_vault

from senior_desktop import policy_sources, story
from senior_desktop.conversation.conversation import Participant, Stage
from senior_desktop.hr.chosen import SETS, skema_of

KEPT = skema_of(["g3", "f1", "f2"], "e05")
ANSWERS = {"g1": 4, "g2": 4, "g3": 1, "c11": 4}


@pytest.fixture
def vault(tmp_path, clock):
    with make_vault(tmp_path / "vault", clock) as one:
        yield one


@pytest.fixture
def chosen(tmp_path, monkeypatch):
    """Lays IT's file with HR's choice, as IT would."""
    file = tmp_path / "policy.json"
    monkeypatch.setattr(policy_sources, "file", lambda: file)
    monkeypatch.setattr(policy_sources, "writable", lambda _: False)
    return lambda skema: file.write_text(json.dumps({"IndicatorSet": skema}))


def hold(vault, first, count):
    """So many talks held and evaluated, of people numbered from `first`."""
    for number in range(first, first + count):
        person = f"{number + 100:032x}"
        vault.add_person(Participant(person, f"Kirsten {number}"))
        keep(vault, make_talk({"a01": f"Kirsten {number}"} | ANSWERS, id=f"{number:032x}", person=person, stage=Stage.HELD))


def test_the_choice_is_counted_and_hr_can_read_it_without_being_told(vault, chosen):
    chosen(KEPT)
    hold(vault, 0, 5)
    wait = story.waiting_for_hr(vault)
    assert wait.skema == KEPT and len(story.questions_for_hr("da", KEPT)) == 4  # three, and the offers
    handed = story.contribute(vault)
    assert "ε højst 1,5" in handed.long
    pooled = story.pool([(handed.name, handed.content)])
    assert [one.outcome for one in pooled.read] == ["accepted"]
    assert {key.skema for key in pooled.pool.totals} == {KEPT}


def test_talks_frozen_before_the_change_are_counted_as_they_were_asked(vault, chosen):
    hold(vault, 0, 3)
    assert story.waiting_for_hr(vault).skema == "sen1-e1"
    chosen(KEPT)
    hold(vault, 3, 4)
    wait = story.waiting_for_hr(vault)
    assert (wait.waiting, wait.missing, wait.skema) == (4, 1, KEPT)  # the three cannot share a file with the four
    hold(vault, 7, 1)
    handed = story.contribute(vault)
    assert handed.n == 5 and story.waiting_for_hr(vault).waiting == 3


def test_a_choice_beyond_the_budget_is_not_taken(vault, chosen):
    chosen("valg1-1ff-e1")
    hold(vault, 0, 1)
    assert story.waiting_for_hr(vault).skema == "sen1-e05"  # the stricter of the defaults, and policy show says why


def test_figures_of_two_sets_add_up_question_by_question(vault, tmp_path, clock, chosen):
    hold(vault, 0, 6)
    first = story.contribute(vault)
    chosen(KEPT)
    with make_vault(tmp_path / "other", clock) as other:
        hold(other, 0, 7)
        second = story.contribute(other)
    found = story.figures(story.pool([(one.name, one.content) for one in (first, second)]))
    assert {one.question: one.people for one in found.rows if one.question in ("g3", "g1", "f1")} == {"g3": 13, "g1": 6, "f1": 7}
    assert found.people == 13 and found.epsilon == SETS["sen1-e1"].epsilon


def test_an_agreement_kept_since_last_time_counts_when_the_new_talk_freezes(vault, chosen):
    chosen(skema_of(["f1", "f2"], "e2"))
    hold(vault, 0, 1)
    assert story.waiting_for_hr(vault).waiting == 1
    from senior_desktop.vault import contributions

    (waits,) = contributions.waiting(vault)
    assert waits.codes == {"f1": 0, "f2": 0}
