# SPDX-License-Identifier: EUPL-1.2
"""HR chooses questions: the name says which, no name goes beyond the budget, and the defaults stay what they were."""

from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as some

from senior_desktop.conversation.agreements import AGREED, WISHED, Agreement
from senior_desktop.conversation.conversation import Answer, Conversation, Stage
from senior_desktop.errors import TemplateFault
from senior_desktop.hr import indicators
from senior_desktop.hr.chosen import DEFAULT, ENDINGS, SETS, choices, skema_of
from senior_desktop.hr.indicators import NEVER_COUNTED, Kind, codes

IDS = [one.id for one in choices()]
EIGHT = [one.id for one in indicators.shipped()[DEFAULT].about_talks]


def talk(rows=(), **answers):
    given = {key: value if isinstance(value, Answer) else Answer(value) for key, value in answers.items()}
    return Conversation(
        id="0" * 32, person="1" * 32, number="SS-2026-AAAA-BBBB", template="senior.1", template_hash="",
        created="2026-01-10T09:00:00+01:00", changed="2026-01-10T09:00:00+01:00",
        stage=Stage.SIGNED, answers=given, agreements=tuple(rows),
    )  # fmt: skip


def row(**said):
    return Agreement(**({"id": "r", "measure": "A1", "status": AGREED} | said))


def code(indicator, now, before=None):
    return codes(now, SETS[skema_of([indicator], "e1")], before)[indicator]


@given(some.sets(some.sampled_from(IDS), min_size=1, max_size=8), some.sampled_from(sorted(ENDINGS)))
def test_a_name_stands_for_exactly_the_questions_chosen(ids, ending):
    found = SETS[skema_of(ids, ending)]
    assert {one.id for one in found.about_talks} == ids and found.skema == skema_of(ids, ending)
    assert found.epsilon * len(found.about_talks) <= indicators.EPSILONS[ENDINGS[ending]] * 8
    assert [one.id for one in found.indicators if one.kind is Kind.PROCESS] == ["a11"]
    assert found.rows == tuple(sorted(found.rows))


@given(some.text(max_size=24) | some.from_regex(r"valg1-[0-9a-f]{1,9}-e(05|1|2)", fullmatch=True))
def test_any_other_name_stands_for_nothing(name):
    if name in SETS:
        assert 0 < len(SETS[name].about_talks) <= 8 and skema_of([one.id for one in SETS[name].about_talks], name.rpartition("-")[2]) == name


def test_a_ninth_question_is_refused_in_words():
    with pytest.raises(TemplateFault) as fault:
        skema_of(IDS[:9], "e1")
    assert fault.value.facts["fault"] == "too_many_indicators"
    for wrong in (([], "e1"), (["g3", "c91"], "e1"), (["g3"], "e3")):
        with pytest.raises(TemplateFault):
            skema_of(*wrong)
    assert f"valg1-{(1 << 9) - 1:x}-e1" not in SETS


def test_the_eight_keep_their_name_and_their_file():
    assert skema_of(EIGHT, "e1") == DEFAULT == "sen1-e1"
    assert SETS[DEFAULT] is indicators.shipped()[DEFAULT]
    assert "valg1-ff-e1" not in SETS  # one set, one name
    assert list(SETS) == list(indicators.shipped())


def test_every_question_has_words_a_group_and_no_forbidden_source():
    assert len(IDS) == len(set(IDS)) and IDS[:8] == EIGHT
    for one in choices():
        assert one.name.da and one.name.en and all(text.da and text.en for text in one.answers.values())
        assert tuple(one.answers) == one.codes and (one.question or one.id) not in NEVER_COUNTED
    for ids in combinations(IDS, 2):
        found = SETS[skema_of(ids, "e1")]
        assert {one.group for one in found.indicators} == {group.id for group in found.groups}


def test_what_was_promised_last_time_is_kept_only_when_all_of_the_workplaces_is_carried_out():
    done, not_done = row(responsible=1, kept=1), row(responsible=3, kept=2)
    assert code("f1", talk(), talk([done])) == 1
    assert code("f1", talk(), talk([done, not_done])) == 0
    assert code("f1", talk(), talk([done, row(responsible=2, kept=3), row(responsible=1, status=WISHED)])) == 1  # theirs, and a wish
    assert code("f1", talk([done])) == code("f1", talk(), talk([row(responsible=2, kept=1)])) == 0
    assert code("f1", talk(), talk([row(measure="G4", responsible=1, kept=1)])) == 0


@pytest.mark.parametrize(("g6", "held"), [(1, 1), (2, 1), (3, 0), (4, 0), (None, 0)])
def test_the_follow_up_of_last_time(g6, held):
    assert code("f2", talk(g6=1), talk(g6=g6) if g6 else talk()) == held
    assert code("f2", talk(g6=1)) == 0


def test_the_other_questions():
    assert [code("g33", talk(g3=said)) for said in (1, 2, 3, 4)] == [0, 0, 1, 0]
    assert code("k1", talk([row(measure="K")])) == 1 and code("k1", talk([row()])) == 0
    assert [code("d06", talk([row(formalise=said)])) for said in (0, 1, 2, 3)] == [0, 1, 1, 0]
    assert code("d06", talk([row(formalise=1, status=WISHED)])) == code("d06", talk([row(measure="E3", formalise=1)])) == 0
    assert code("t0", talk(t4=3)) == 1 and code("t0", talk(t4=2, t1=1)) == 0
    assert [code("t6", talk(t6=said)) for said in (1, 2, 3)] == [1, 0, 0]
