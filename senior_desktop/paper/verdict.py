# SPDX-License-Identifier: EUPL-1.2
"""What a check found -> the verdict in one word, its lines in words, and the same for machines.

Knows no PDF library, so that a window or a shell may hold a verdict whose file was read in another process.
"""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import Any

from senior_desktop.paper import labels
from senior_desktop.paper.document import Words


class Colour(StrEnum):
    """The verdict in one word."""

    GREEN = "green"
    YELLOW = "yellow"
    RED = "red"
    UNREADABLE = "unreadable"


EXIT_CODES = {Colour.GREEN: 0, Colour.YELLOW: 1, Colour.RED: 2, Colour.UNREADABLE: 3}


class Result(StrEnum):
    """How one line came out; `info` says something without judging."""

    OK = "ok"
    WARN = "warn"
    BAD = "bad"
    INFO = "info"


class Rendered(StrEnum):
    """How print and attached data compare: BROKE when printing them failed, NOT_ASKED until somebody does."""

    BYTES = "bytes"
    WORDS = "words"
    DIFFERS = "differs"
    UNKNOWN = "unknown"
    BROKE = "broke"
    NOT_ASKED = "not_asked"


@dataclass(frozen=True)
class Line:
    """One question with its answer; worded by `verify.<key>_<result>` and `facts`."""

    key: str
    result: Result
    facts: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Verdict:
    """What may be said about a file. number, version, kind: as revision 1 says, "" when it says nothing."""

    colour: Colour
    lines: tuple[Line, ...] = ()
    number: str = ""
    version: str = ""
    kind: str = ""

    @property
    def exit_code(self) -> int:
        """0 green, 1 yellow, 2 red, 3 unreadable."""
        return EXIT_CODES[self.colour]

    def sentences(self, words: Words) -> list[tuple[Result, str]]:
        """Each line in words, in order."""
        return [(line.result, words(f"verify.{line.key}_{line.result}", **_facts(line, words))) for line in self.lines]

    def headline(self, words: Words) -> str:
        """The verdict in a sentence; a draft or a report, made without signatures, frightens nobody."""
        made_without = [line.key for line in self.lines if line.result is Result.BAD] == ["no_boxes"]
        if self.colour is Colour.UNREADABLE and self.lines:
            return words(f"verify.colour_unreadable_{self.lines[0].key}")
        return words("verify.colour_red_no_boxes" if made_without else f"verify.colour_{self.colour}")

    def as_json(self) -> str:
        """The same for machines: colour, exit code, number, version and the lines."""
        return json.dumps({
            "colour": self.colour, "exit_code": self.exit_code, "number": self.number, "version": self.version,
            "kind": self.kind,
            "lines": [{"key": line.key, "result": line.result, "facts": dict(line.facts)} for line in self.lines],
        }, ensure_ascii=False, indent=1)


def from_json(text: str) -> Verdict:
    """What `as_json` wrote. Raises ValueError, KeyError, TypeError for anything else."""
    said = json.loads(text)
    lines = tuple(
        Line(str(one["key"]), Result(one["result"]), {str(name): str(value) for name, value in one["facts"].items()})
        for one in said["lines"]
    )
    return Verdict(Colour(said["colour"]), lines, *(str(said[name]) for name in ("number", "version", "kind")))


def worst(lines: Iterable[Line]) -> Colour:
    """Red with a line that is bad, yellow with one to look at, else green."""
    results = {line.result for line in lines}
    return Colour.RED if Result.BAD in results else Colour.YELLOW if Result.WARN in results else Colour.GREEN


SHEETS = ("samtaleark", "aftaleark")
"""Kinds of the two sheets of a talk."""


_RENDERED = {
    Rendered.BYTES: Line("rendering", Result.OK), Rendered.WORDS: Line("rendering_words", Result.OK),
    Rendered.DIFFERS: Line("rendering", Result.WARN), Rendered.BROKE: Line("rendering_unknown", Result.WARN),
}


def with_rendering(found: Verdict, rendered: Rendered) -> Verdict:
    """`found` with what is known about print and data; data that print something else, or break the printing, are not green."""
    line = _RENDERED.get(rendered, Line("rendering", Result.INFO))
    lines = tuple(line if one.key == "rendering" else one for one in found.lines)
    judged = found.colour in (Colour.GREEN, Colour.YELLOW)
    return replace(found, lines=lines, colour=worst(lines) if judged else found.colour)


def _facts(line: Line, words: Words) -> dict[str, Any]:
    """A line's facts as people read them: an instant as day and clock."""
    read = dict(line.facts)
    if read.get("time", "-") != "-":
        read["time"] = labels.instant(read["time"], words)
    return read
