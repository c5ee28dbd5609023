# SPDX-License-Identifier: EUPL-1.2
"""`paper_<lang>.toml` -> words("section.key", name=value), and the sentence for an error."""

import tomllib
from contextlib import suppress
from functools import cache

from senior_desktop import paths, policy
from senior_desktop.errors import SeniorError
from senior_desktop.paper.document import Words

CODED = {"reason": "hr.reason_", "fault": "codes."}
"""Facts that may be codes, and where their words stand."""


_called: list[str] = []
"""What this process calls the talk once a pack has said so; empty: what IT says, or the program's own word."""


def call_the_talk(word: str) -> None:
    """From now on {talk} in every sentence is `word` (ProductWord), or with "" what IT says; words already printed stay."""
    _called[:] = [word] if word else []
    words.cache_clear()


@cache
def words(language: str) -> Words:
    """The printed words of `language` ("da" or "en") as a function.

    `words("da")("paper.page", page=1, pages=4)` gives "Side 1 af 4". The function raises KeyError for
    an unknown key and for a placeholder that was not given. FileNotFoundError: no such language.

    {talk} and {Talk} are what the municipality calls the talk (ProductWord), as the pack or IT says.
    """
    text = (paths.translations() / f"paper_{language}.toml").read_text(encoding="utf-8")
    catalogue = tomllib.loads(text)
    talk = catalogue["talk"][_called[0] if _called else policy.in_force().text("ProductWord")]
    called = {"talk": talk, "Talk": talk[0].upper() + talk[1:]}

    def say_it(key: str, **facts: str | int) -> str:
        section, _, name = key.partition(".")
        sentence = catalogue[section][name]
        if not isinstance(sentence, str):
            raise KeyError(key)
        return sentence.format(**called, **facts)

    return say_it


def say(error: SeniorError, language: str) -> str:
    """The sentence of `error` from `[errors]`, filled with its facts. Raises KeyError for an unknown one.

    A fact of 0 takes the sentence `<key>_0` where there is one (no group, the whole file).
    """
    say_it = words(language)
    facts = {name: _in_words(say_it, name, value) for name, value in error.facts.items()}
    if 0 in error.facts.values():
        with suppress(KeyError):
            return say_it(f"errors.{error.key}_0", **facts)
    return say_it(f"errors.{error.key}", **facts)


def _in_words(say_it: Words, name: str, value: str | int) -> str | int:
    """A code among the facts in words, without its full stop: it stands inside a sentence."""
    if name in CODED:
        with suppress(KeyError):
            return say_it(f"{CODED[name]}{value}").removesuffix(".")
    return value


def instant(made: str, say_it: Words) -> str:
    """An ISO 8601 instant with offset -> date, time and offset in words ("18-11-2026 kl. 10.42 (UTC+01:00)")."""
    return say_it(
        "paper.instant",
        day=made[8:10], month=made[5:7], year=made[:4], hour=made[11:13], minute=made[14:16],
        offset="+00:00" if made.endswith("Z") else made[-6:],
    )
