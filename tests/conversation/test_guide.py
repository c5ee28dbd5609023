# SPDX-License-Identifier: EUPL-1.2
"""The wizard's brain without a screen: which pages, in which order, what is done and what is missing."""

from dataclasses import replace

import pytest
from factory import make_row, make_talk, make_template
from hypothesis import given
from hypothesis import strategies as st

from senior_desktop.conversation.conversation import Answer, Conversation, Stage
from senior_desktop.conversation.guide import (
    PageKind,
    follows_up,
    missing,
    page_after,
    page_before,
    page_done,
    pages,
    progress,
    where_to_resume,
)
from senior_desktop.conversation.template import Kind, Privacy, Question

TEMPLATE = make_template()
CLOSING = ["agreements", "follow_up", "summary", "read", "sign", "evaluate", "hand_over"]


def ids(talk: Conversation, *, shared: bool = False) -> list[str]:
    return [page.id for page in pages(talk, TEMPLATE, shared=shared)]


def test_the_full_path() -> None:
    """Offer, the leader's preparation, nine themes and the employee's own, then everything from agreements on."""
    assert ids(make_talk()) == ["offer", "prepare", *(f"t{number}" for number in range(1, 11)), *CLOSING]


def test_the_short_path_has_fewer_pages_and_the_same_end() -> None:
    """Four pages in place of ten themes."""
    assert ids(make_talk(path="short")) == ["offer", "prepare", "s1", "s2", "s3", "s4", *CLOSING]


@pytest.mark.parametrize("path", ["full", "short"])
def test_in_the_shared_view_nothing_of_the_leaders_own_exists(path: str) -> None:
    """ "I ser det samme nu": no preparation, on no page a question of class laptop; the evaluation stands alone."""
    shared = pages(make_talk(path=path), TEMPLATE, shared=True)
    assert "prepare" not in [page.id for page in shared]
    for page in shared:
        classes = {one.privacy for one in page.questions}
        assert Privacy.LAPTOP not in classes
        assert (Privacy.COUNTED in classes) == (page.kind is PageKind.EVALUATE)


@pytest.mark.parametrize("code", [3, 5])
def test_a_no_is_a_full_result(code: int) -> None:
    """Nothing is asked after "nej tak" or "spørg ikke igen": the offer page is all there is."""
    assert ids(make_talk({"a11": code}, stage=Stage.DECLINED)) == ["offer"]
    assert ids(make_talk({"a11": code}, stage=Stage.OFFERED), shared=True) == ["offer"]
    assert len(ids(make_talk({"a11": 2}))) > 1


@given(st.sampled_from(["full", "short"]), st.booleans())
def test_next_and_back_walk_the_same_way(path: str, shared: bool) -> None:
    """From the first page Næste reaches the last, and Tilbage finds the way home."""
    way = pages(make_talk(path=path), TEMPLATE, shared=shared)
    for here, there in zip(way, way[1:], strict=False):
        assert page_after(way, here.id) == there and page_before(way, there.id) == here
    assert page_before(way, way[0].id) is None and page_after(way, way[-1].id) is None
    assert page_after(way, "a page that is gone") == way[0]


def test_one_goes_on_where_one_was() -> None:
    """The page that was open last; where it does not exist, the first."""
    talk = make_talk(position="t5")
    assert where_to_resume(talk, pages(talk, TEMPLATE, shared=False)).id == "t5"
    hidden = make_talk(position="prepare")
    assert where_to_resume(hidden, pages(hidden, TEMPLATE, shared=True)).id == "offer"


@given(
    st.sampled_from(["full", "short"]),
    st.sets(st.sampled_from([one.id for one in TEMPLATE.questions if one.phase == 3])),
)
def test_progress_and_ticks_come_from_one_count(path: str, answered: set[str]) -> None:
    """ "4 af 9 temaer" is never at odds with the ticks in the list; the employee's own theme is no debt."""
    talk = make_talk({key: Answer(declined=True) for key in answered}, path=path)
    themes = [page for page in pages(talk, TEMPLATE, shared=False) if page.kind is PageKind.THEME]
    counted = [page for page in themes if not (page.theme is not None and page.theme.own)]
    said = progress(talk, TEMPLATE)
    assert (said.discussed, said.total) == (sum(page_done(talk, page) for page in counted), len(counted))
    assert said.total == (9 if path == "full" else 4)


def test_a_theme_is_done_by_its_status_too() -> None:
    """ "Ikke aktuelt" is an answer; so is a word to any of its questions."""
    way = {page.id: page for page in pages(make_talk(), TEMPLATE, shared=False)}
    assert page_done(make_talk({"t4": 2}), way["t4"]) and page_done(make_talk({"c42": (1,)}), way["t4"])
    assert not page_done(make_talk(), way["t4"])


def test_every_page_can_be_done() -> None:
    """A tick follows from what was said or from the stage, page by page."""
    talk = make_talk({"b05": True, "c11": 4, "g1": 1, "g2": 2, "g3": 3}, stage=Stage.HANDED_OVER)
    way = {page.id: page for page in pages(talk, TEMPLATE, shared=False)}
    done = [key for key, page in way.items() if page_done(talk, page)]
    assert done == ["offer", "prepare", "t1", *CLOSING]
    empty = make_talk({"a11": Answer(), "e04": "", "e05": Answer()}, agreements=())
    assert not [key for key, page in way.items() if page_done(empty, page)]


def test_only_name_date_and_position_are_ever_missing() -> None:
    """Every question may be left open: nothing else stops two people from signing."""
    assert missing(make_talk()) == ()
    assert missing(make_talk({"e05": Answer()})) == ("e05",)
    assert missing(make_talk({"a01": "", "a13": "", "e05": 2})) == ("a01", "a13")
    assert missing(make_talk({"e05": Answer(declined=True)})) == ("e05",)


def test_last_time_stands_first_for_both() -> None:
    """On either path and in either view; after "nej tak" only the offer is left."""
    for path, shared in (("full", True), ("full", False), ("short", True), ("short", False)):
        talk = make_talk(path=path)
        way = [page.id for page in pages(talk, TEMPLATE, shared=shared, again=True)]
        assert way == ["last_time", "years", *ids(talk, shared=shared)]
    said_no = make_talk({"a11": 3}, stage=Stage.DECLINED)
    assert [page.id for page in pages(said_no, TEMPLATE, shared=True, again=True)] == ["offer"]


def test_last_time_is_done_when_each_agreement_was_talked_about() -> None:
    """What became of it was said, or it was taken along."""
    page, *_ = pages(make_talk(), TEMPLATE, shared=True, again=True)
    said, open_one = make_row(kept=4), make_row()
    assert page_done(make_talk(), page, (said,)) and not page_done(make_talk(), page, (said, open_one))
    assert page_done(make_talk(agreements=(make_row(carried_from=open_one.id),)), page, (said, open_one))


WISHES = ("c22", "c31", "c42", "c52", "c61")
"""One card of ticks on the short path."""

SECONDS = {Kind.SCALE: 4, Kind.ONE: 4, Kind.MANY: 8, Kind.YESNO: 3, Kind.DATE: 6, Kind.NUMBER: 5, Kind.TEXT: 20}
"""A choice found and clicked; two ticks; a line of about 60 letters. Pages take PAGE, an agreement ROW."""
PAGE, ROW, ROWS = 3, 45, 3


def inputs(path: str) -> list[Question]:
    """What two people fill in, beside the rows: not what the program fills in, nor the leader's own, nor the employee's alone."""
    found = [question for page in pages(make_talk({}, path=path), TEMPLATE, shared=True) for question in page.questions]
    return [one for one in found if not one.filled and one.id != "a01" and one.privacy is not Privacy.COUNTED]


def test_the_short_path_is_at_most_fifteen_inputs() -> None:
    """Beside agreement rows; its wishes, ticks on one page, are one card (domain, section 2)."""
    asked = [one.id for one in inputs("short")]
    assert {"a04", "a09", "a14"}.isdisjoint(asked)
    assert len(set(asked) - set(WISHES)) + 1 <= 15
    said = pages(make_talk({"a04": 1}, path="short"), TEMPLATE, shared=True)[0]
    assert "a04" in [one.id for one in said.questions]  # what was said is never hidden


@pytest.mark.parametrize(("path", "minutes"), [("short", 6), ("full", 12)])
def test_the_time_spent_on_filling_in(path: str, minutes: int) -> None:
    """Every question answered and three agreements: a model of the hand, not of the talk."""
    seconds = sum(SECONDS[one.kind] for one in inputs(path))
    seconds += PAGE * len(pages(make_talk(path=path), TEMPLATE, shared=True)) + ROW * ROWS
    assert seconds <= 60 * minutes, seconds


def test_the_follow_up_has_a_short_path_of_its_own() -> None:
    """Months later only what was agreed is looked at; anywhere else in the talk it is the whole talk again."""
    talk = make_talk(stage=Stage.HANDED_OVER, position="follow_up")
    assert follows_up(talk)
    assert not follows_up(replace(talk, position="summary")) and not follows_up(replace(talk, stage=Stage.TALKING))
    for again, way in ((False, ["follow_up", "hand_over"]), (True, ["years", "follow_up", "hand_over"])):
        assert [page.id for page in pages(talk, TEMPLATE, shared=True, again=again, following_up=True)] == way
