# SPDX-License-Identifier: EUPL-1.2
"""A talk's stages and answers: it moves only along its way, and no change touches the talk it was made from."""

import re
from dataclasses import FrozenInstanceError, replace

import pytest
from factory import make_talk
from hypothesis import given
from hypothesis import strategies as st

from senior_desktop.conversation.conversation import (
    DECLINED_TO_ANSWER,
    OPEN,
    WAY,
    Answer,
    Stage,
    moved,
    new_id,
    new_number,
    with_answer,
)
from senior_desktop.errors import WrongStage


@given(st.sampled_from(Stage), st.lists(st.sampled_from(Stage), max_size=12))
def test_a_talk_moves_only_along_its_way(start: Stage, wishes: list[Stage]) -> None:
    """Each step follows from the present stage or is refused with both stages named; a refused step changes nothing."""
    talk = replace(make_talk(), stage=start)
    for wish in wishes:
        if wish is talk.stage or wish in WAY[talk.stage]:
            talk = moved(talk, wish)
            assert talk.stage is wish
        else:
            with pytest.raises(WrongStage) as refused:
                moved(talk, wish)
            assert refused.value.facts == {"stage": talk.stage.value, "wanted": wish.value}


def test_every_stage_is_reached_and_every_talk_can_be_closed() -> None:
    """From the offer all stages can be reached, and from each of them the end."""

    def reach(start: Stage) -> set[Stage]:
        found, ahead = {start}, [start]
        while ahead:
            new = WAY[ahead.pop()] - found
            found |= new
            ahead += new
        return found

    assert set(WAY) == set(Stage) == reach(Stage.OFFERED)
    assert all(Stage.CLOSED in reach(stage) for stage in Stage)
    assert Stage.TALKING not in reach(Stage.FOLLOWED_UP), "what was followed up is never amended"


def test_the_employee_may_stop_until_the_text_is_frozen_and_begin_again() -> None:
    """ "Nej tak" is possible before and in the midst of the talk, and leads back to it; never out of what was frozen."""
    assert {stage for stage in Stage if Stage.DECLINED in WAY[stage]} == OPEN
    talk = moved(make_talk(), Stage.DECLINED)
    assert talk.answers == make_talk().answers and not talk.may_write
    assert moved(talk, Stage.TALKING).may_write


def test_a_text_under_review_is_frozen() -> None:
    """Answers may be written until the text is frozen for reading and signing."""
    assert {stage for stage in Stage if replace(make_talk(), stage=stage).may_write} == OPEN
    assert Stage.REVIEW not in OPEN


def test_a_change_makes_a_new_talk() -> None:
    """The old state stays as it was: a late click compares, it never overwrites."""
    before = make_talk({"c12": "Borgerne"})
    after = with_answer(before, "c12", Answer("Kollegerne"))
    assert (before.text("c12"), after.text("c12")) == ("Borgerne", "Kollegerne")
    with pytest.raises(FrozenInstanceError):
        before.stage = Stage.CLOSED  # type: ignore[misc]
    with pytest.raises(FrozenInstanceError):
        before.answer("c12").value = "andet"  # type: ignore[misc]


@pytest.mark.parametrize("empty", [Answer(), Answer(""), Answer(())])
def test_an_emptied_field_leaves_no_trace(empty: Answer) -> None:
    """Left open is left open: no empty string waits on the laptop."""
    assert "c12" not in with_answer(make_talk({"c12": "Borgerne"}), "c12", empty).answers


def test_declining_is_an_answer_of_its_own() -> None:
    """ "Ønsker ikke at svare" is code 9, shows no words, and is not the same as an open question."""
    talk = make_talk({"c11": Answer(declined=True), "c12": Answer("skrevet før", declined=True)})
    assert talk.code("c11") == DECLINED_TO_ANSWER and not talk.answer("c11").empty
    assert talk.text("c12") == ""
    assert talk.code("c21") is None and talk.answer("c21").empty
    assert make_talk({"c61": (0,)}).answer("c61").empty is False


def test_the_evaluation_counts_when_each_of_the_three_is_answered_or_declined() -> None:
    """g1-g3, or the codes frozen already."""
    two = make_talk({"g1": 4, "g2": Answer(declined=True)})
    assert not two.evaluated
    assert with_answer(two, "g3", Answer(declined=True)).evaluated
    assert replace(make_talk(), counted=True).evaluated


def test_ids_and_numbers_tell_nothing() -> None:
    """Random, and written with letters that are hard to confuse."""
    assert re.fullmatch("[0-9a-f]{32}", new_id())
    assert re.fullmatch(r"SS-2026-[2-9A-HJKMNP-TV-Z]{4}-[2-9A-HJKMNP-TV-Z]{4}", new_number(2026))
    assert len({new_id() for _ in range(200)} | {new_number(2026) for _ in range(200)}) == 400
