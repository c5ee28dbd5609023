# SPDX-License-Identifier: EUPL-1.2
"""What was written is found as it is typed, with Danish letters as they are; what was wiped or erased is found no more."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as some

from senior_desktop.conversation.conversation import Answer, with_answer
from senior_desktop.vault import erase, search


@pytest.fixture
def said(vault, talk_with):
    """Two talks; one tells of the sea."""
    talk_with("Anna")
    return vault.change(talk_with("Bo").id, lambda talk: with_answer(talk, "c12", Answer("Jeg vil gerne på dybhavsfiskeri med Åse i november.")))


def keys_of(vault, typed):
    return [(hit.talk, hit.key) for hit in search.find(vault, typed)]


def test_words_are_found_as_they_are_typed_with_a_snippet(vault, said):
    for typed in ("dy", "dybhav", "DYBHAVSFISKERI", "åse i nov", "november dyb"):
        assert keys_of(vault, typed) == [(said.id, "c12")], typed
    (hit,) = search.find(vault, "dybhav")
    assert hit.snippet == f"Jeg vil gerne på {search.BEGIN}dybhavsfiskeri{search.END} med Åse i november."
    for typed in ("", "   ", "ase", "aase", "havsfiskeri", "dybhav kaffe", "*", '"'):
        assert keys_of(vault, typed) == [], typed


def test_a_change_is_found_at_once_and_what_it_took_away_is_not(vault, said):
    assert keys_of(vault, "november")
    vault.change(said.id, lambda talk: replace(with_answer(talk, "c12", Answer("kaffe")), notes={"t1": "husk vagtplanen"}))
    assert keys_of(vault, "november") == [] and keys_of(vault, "kaffe") == [(said.id, "c12")]
    assert keys_of(vault, "vagt") == [(said.id, "note.t1")]


def test_nothing_that_was_wiped_or_erased_lies_on_in_the_index(vault, said):
    """Not even before the next search: no page of the file itself holds the word."""

    def image():
        with vault.transaction() as connection:
            tables = ("texts", "words_data", "words_idx", "words_docsize")
            return b"".join(repr(row).encode() for name in tables for row in connection.exec_driver_sql(f"SELECT * FROM {name}"))

    search.find(vault, "november")
    assert b"dybhavsfiskeri" in image()
    vault.change(said.id, lambda talk: replace(talk, answers={}))
    assert b"dybhav" not in image()
    vault.change(said.id, lambda talk: with_answer(talk, "c12", Answer("dybhavsfiskeri")))
    search.find(vault, "november")
    erase.erase(vault, said.id)
    assert b"dybhav" not in image() and keys_of(vault, "dybhav") == []
    vault.check_whole()


@given(some.text(max_size=60))
def test_whatever_is_typed_is_words_and_never_a_command(typed):
    asked = search.expression(typed)
    inside = asked.replace('"', "").rstrip("*").split()
    assert asked == "" or asked.count('"') == 2 * len(inside)
    assert all(one.isalnum() for one in inside)


@pytest.mark.parametrize("typed", ["NEAR(", "a AND", "text:b", "-bo", "b*o", "'; DROP", "{a}", "^bo", "\x00bo"])
def test_signs_of_the_search_language_are_plain_signs(vault, said, typed):
    search.find(vault, typed)
