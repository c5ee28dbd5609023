# SPDX-License-Identifier: EUPL-1.2
"""A text as it was typed -> what in it looks like a CPR number, the text as it may be stored, and words about illness.

Pure functions: nothing is logged, refused or remembered here. A CPR number is known by its date alone, never by the
check digit: numbers given since 2007 may fail that (domain, section 4).
"""

import re
import tomllib
from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from functools import cache

import msgspec

from senior_desktop import paths

MARK = "•"
"""Stands for each digit that is not stored."""

LIST = "illness.1"
"""The list of words that came with the program."""

LONGEST_WORD = 80
"""Characters; a longer "word" is none."""

_UNSEEN = "[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]{0,2}"
"""Marks without a width, as pasted text holds them: they must not hide a number."""

_BETWEEN = rf"{_UNSEEN}[ \u00a0\u2007\u2009\u202f.\-]?{_UNSEEN}"
_HYPHEN = rf"{_UNSEEN}\s?{_UNSEEN}[\-\u2010-\u2015\u2212]?{_UNSEEN}\s?{_UNSEEN}"
_PAIR = rf"(\d{_UNSEEN}\d)"
_DAY = rf"(?<!\d){_PAIR}{_BETWEEN}{_PAIR}{_BETWEEN}{_PAIR}{_HYPHEN}"
_NUMBER = re.compile(rf"{_DAY}(\d{_UNSEEN}\d{_UNSEEN}\d{_UNSEEN}\d)(?!\d)")
_BEGUN = re.compile(rf"{_DAY}(\d(?:{_UNSEEN}\d){{0,2}})\Z")
_MASKED = re.compile(rf"{_DAY}{MARK}{{4}}")
_REACH = 80
"""Characters before the cursor in which a number that is being typed must have begun."""

_WORD = re.compile(r"[^\W\d_]++(?:[-\u2010\u2011][^\W\d_]++)*+")


@dataclass(frozen=True, slots=True)
class Found:
    """A place in a text, from `start` up to `end`; `said`: the number's ten digits, or the words as they stand there."""

    start: int
    end: int
    said: str


class Illness(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The list of words; what each part means stands in the file."""

    whole: frozenset[str]
    begins: tuple[str, ...]
    inside: tuple[str, ...]
    phrases: tuple[str, ...]
    never: tuple[str, ...]


def numbers(text: str, cleared: Collection[str] = ()) -> tuple[Found, ...]:
    """What looks like a CPR number, in order; not those whose ten digits are among `cleared`."""
    found = (Found(hit.start(), hit.end(), _digits(hit.group())) for hit in _NUMBER.finditer(text) if _is_day(hit))
    return tuple(one for one in found if one.said not in cleared)


def masked(text: str, cleared: Collection[str] = ()) -> str:
    """`text` with the last four digits of each such number as MARK; all else stays in its place."""
    parts, done = [], 0
    for hit in _NUMBER.finditer(text):
        if _is_day(hit) and _digits(hit.group()) not in cleared:
            parts += text[done : hit.start(4)], re.sub(r"\d", MARK, hit.group(4))
            done = hit.end()
    return "".join((*parts, text[done:]))


def without_begun(text: str, cursor: int) -> str:
    """`text` without the digits after a date that end at `cursor`: they may become a CPR number with the next key.

    So that a save in the midst of the number keeps none of its last four digits, nor does an earlier text.
    """
    hit = _BEGUN.search(text, max(0, cursor - _REACH), cursor)
    if hit is None or not _is_day(hit) or text[cursor : cursor + 1].isdecimal():
        return text
    return text[: hit.start(4)] + text[cursor:]


def masks(text: str) -> int:
    """How many numbers are masked in `text`; a MARK elsewhere is somebody's bullet."""
    return len(_MASKED.findall(text))


def without_masked(text: str) -> str:
    """`text` without its masked numbers, blanks evened out: to tell whether anything else was lost."""
    return " ".join(_MASKED.sub("", text).split())


def without_digits(text: str) -> str:
    """Every digit as MARK: an earlier text from which a number went may hold nine tenths of it."""
    return re.sub(r"\d", MARK, text)


def illness(text: str, cursor: int | None = None) -> tuple[Found, ...]:
    """Words about illness, in order; not the word that ends at `cursor`, which may still grow ("syg" to "sygehus")."""
    known, phrases = _known()
    found = [
        Found(hit.start(), hit.end(), hit.group())
        for hit in _WORD.finditer(text)
        if hit.end() - hit.start() <= LONGEST_WORD and _about_illness(hit.group().lower(), known)
    ]
    found += (Found(hit.start(), hit.end(), hit.group()) for hit in phrases.finditer(text))
    return tuple(sorted((one for one in found if one.end != cursor), key=lambda one: one.start))


def _about_illness(word: str, known: Illness) -> bool:
    if word not in known.whole and not word.startswith(known.begins) and not any(part in word for part in known.inside):
        return False
    return not any(part in word for part in known.never)


@cache
def _known() -> tuple[Illness, re.Pattern[str]]:
    """The list, read once. It is shipped with the program: a fault in it is ours."""
    file = paths.resources() / "guard" / f"{LIST}.toml"
    known = msgspec.convert(tomllib.loads(file.read_text(encoding="utf-8")), Illness)
    phrases = "|".join(re.escape(one).replace(r"\ ", r"\s{1,3}") for one in known.phrases)
    return known, re.compile(rf"(?<!\w)(?:{phrases})(?!\w)", re.IGNORECASE)


def _digits(text: str) -> str:
    return "".join(str(int(one)) for one in text if one.isdecimal())


def _is_day(hit: re.Match[str]) -> bool:
    """Whether the six digits are a day of the 19th, 20th or 21st century."""
    day, month, year = (int(_digits(hit.group(part))) for part in (1, 2, 3))
    return any(_exists(century + year, month, day) for century in (1800, 1900, 2000))


def _exists(year: int, month: int, day: int) -> bool:
    try:
        date(year, month, day)
    except ValueError:
        return False
    return True
