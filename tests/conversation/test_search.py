# SPDX-License-Identifier: EUPL-1.2
"""A need in an employee's own words -> the measure that may meet it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from senior_desktop.conversation import catalogue as measures
from senior_desktop.conversation import template as templates
from senior_desktop.conversation.search import find

CATALOGUE = measures.shipped()


def first(need: str, language: str = "da", job: int | None = None) -> str:
    """The code of the best hit, "" for none."""
    found = find(CATALOGUE, need, language, {}, job)
    return found[0].code if found else ""


@pytest.mark.parametrize(
    ("need", "code"),
    [
        ("træt efter nattevagt", "B1"), ("Jeg er så træt efter mine nattevagter", "B1"), ("ondt i ryggen", "G1"),
        ("hjemmefra", "D1"), ("computer", "E2"), ("lære noget nyt", "E1"), ("oplære nye kolleger", "F1"), ("stresset", "G3"),
        ("lang transport", "D1"), ("orlov", "A6"), ("seniordage", "A5"), ("alt er godt", "K"), ("pauser", "B4"),
        ("møde senere", "B2"), ("blive set", "J3"), ("omskoling", "E3"), ("fri om fredagen", "A4"),
    ],
)  # fmt: skip
def test_the_employees_words_find_the_measure(need: str, code: str) -> None:
    """Not the catalogue's words but those people use."""
    assert first(need) == code


def test_english_words_find_the_same() -> None:
    """A talk may be held in English."""
    assert [first(need, "en") for need in ("tired after night shift", "work from home", "stressed pace")] == ["B1", "D1", "G3"]


@pytest.mark.parametrize("need", ["TRÆT EFTER NATTEVAGT", "traet nattevagterne", "træt  nattev", "Traet, nattevagt!"])
def test_case_letters_and_endings_do_not_matter(need: str) -> None:
    """Also without a Danish keyboard, half typed, or with the word's ending."""
    assert first(need) == "B1"


def test_nothing_found_is_an_empty_answer_and_nothing_said_is_all() -> None:
    """What can start tomorrow first; "overgang på din måde" only when the employee asks for it."""
    assert find(CATALOGUE, "zxqw", "da", {}) == ()
    everything = CATALOGUE.on_offer({})
    assert find(CATALOGUE, "", "da", {}) == find(CATALOGUE, "jeg vil gerne", "da", {}) == everything
    assert "I4" not in {one.code for one in everything} and first("sige farvel på min måde") == "I4"


def test_what_is_not_possible_here_is_not_found() -> None:
    """b02 = 3 counts in the search too."""
    assert "B1" not in [one.code for one in find(CATALOGUE, "nattevagt", "da", {"B1": 3})]


def test_the_job_group_narrows_what_is_looked_through_and_not_what_is_asked_for() -> None:
    """Working from home is not usual in care; asked for, it is found; "vis alle" is no job group at all."""
    care = {one.code for one in find(CATALOGUE, "", "da", {}, 1)}
    assert "D1" not in care and "B1" in care and "H4" not in care
    assert "B1" not in {one.code for one in find(CATALOGUE, "", "da", {}, 6)}
    assert first("hjemmearbejdsdag", job=1) == "D1"
    assert len(find(CATALOGUE, "", "da", {})) == 46


def test_each_measure_has_words_in_both_languages_and_its_own_title_finds_it() -> None:
    """Job groups are those of a04."""
    groups = {option.code for option in templates.shipped().question("a04").options}
    for one in CATALOGUE.measures:
        assert groups.issuperset(one.jobs)
        for language in ("da", "en"):
            assert len(one.words.said(language).split(",")) >= 2
            assert one in find(CATALOGUE, one.title.said(language), language, {})[:3], one.code


@given(st.text(max_size=200), st.sampled_from(["da", "en"]))
def test_whatever_is_typed_gives_measures_or_none(need: str, language: str) -> None:
    """Emoji, marks and control characters are no words."""
    assert set(find(CATALOGUE, need, language, {})) <= set(CATALOGUE.measures)
