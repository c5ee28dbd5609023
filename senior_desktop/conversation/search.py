# SPDX-License-Identifier: EUPL-1.2
"""A need in an employee's words -> the measures that may meet it, the best first.

Tolerant: case, æ/ae, ø/oe, å/aa and accents are the same, and a word meets another by its beginning. Nothing is stored.
"""

import re
import unicodedata
from collections.abc import Mapping
from functools import lru_cache

from senior_desktop.conversation.catalogue import Catalogue, Measure
from senior_desktop.conversation.template import Wording

TITLE, NEED, TEXT = 4, 3, 2
"""What a word in the title, among the need's words and in the short text weighs."""

SHORTEST_STEM = 4
"""A word of the catalogue meets a longer one ("nattevagt", "nattevagterne") from so many letters on."""

_LETTERS = (("æ", "e"), ("ae", "e"), ("ø", "o"), ("oe", "o"), ("å", "a"), ("aa", "a"))


def folded(text: str) -> str:
    """`text` as it is compared: "Træt", "traet" and "TRÆT" are one."""
    text = text.casefold()
    for letter, plain in _LETTERS:
        text = text.replace(letter, plain)
    return "".join(one for one in unicodedata.normalize("NFD", text) if not unicodedata.combining(one))


def words_of(text: str) -> tuple[str, ...]:
    """The words of `text`, folded."""
    return tuple(re.findall(r"[^\W_]+", folded(text)))


def find(
    catalogue: Catalogue, need: str, language: str, mandate: Mapping[str, int], job: int | None = None
) -> tuple[Measure, ...]:
    """The measures for `need`, the best first; all on offer when it says nothing.

    job: the employee's group (a04): while no need is said, what is not usual there is left out; None for all. A need
    is met by whatever meets it, also by what is shown only when the employee asks.
    """
    offered = catalogue.on_offer(mandate)
    said = [one for one in words_of(need) if one not in _small(catalogue.small_words.said(language))]
    if not said:
        return tuple(one for one in offered if one.usual_for(job))
    asked = tuple(one for one in catalogue.measures if one.asked and one.offered)
    scored = [(_score(one, said, language), one) for one in (*offered, *asked)]
    return tuple(one for score, one in sorted(scored, key=lambda pair: -pair[0]) if score)


def _score(measure: Measure, said: list[str], language: str) -> int:
    """How well `measure` meets what was said; 0 when less than half of its words are met."""
    title, need, text = (_sorted(one, language) for one in (measure.title, measure.words, measure.text))
    each = [max(TITLE * _meets(one, title), NEED * _meets(one, need), TEXT * _meets(one, text)) for one in said]
    return sum(each) if 2 * sum(map(bool, each)) >= len(said) else 0


def _meets(said: str, words: tuple[str, ...]) -> int:
    """2 for the word itself, 1 for a beginning, 0 for none."""
    if said in words:
        return 2
    return int(any(one.startswith(said) or len(one) >= SHORTEST_STEM and said.startswith(one) for one in words))


@lru_cache(maxsize=512)
def _sorted(wording: Wording, language: str) -> tuple[str, ...]:
    return words_of(wording.said(language))


@lru_cache(maxsize=4)
def _small(words: str) -> frozenset[str]:
    return frozenset(words_of(words))
