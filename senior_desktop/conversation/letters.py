# SPDX-License-Identifier: EUPL-1.2
"""A letter's text file and the facts of one talk -> the words to send, print or show; a slip in the file names its line.

A file is plain text: "# " opens the one title, "## " a heading, "- " a point, an empty line ends a paragraph, and {name}
is filled in. A line whose placeholder has nothing to say is left out, so that no letter has a hole.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from html import escape

from senior_desktop import paths
from senior_desktop.conversation.template import AVOIDED
from senior_desktop.errors import TemplateFault
from senior_desktop.paper.document import Block, Bullets, Heading, PageBreak, Paragraph

FACTS = frozenset(
    ("name", "leader", "leader_title", "unit", "municipality", "data_officer", "day", "time", "minutes", "place", "again", "days", "months", "talk", "escrow", "contact")
)
"""What a letter may ask for; again, days, months: the offer again, and how long texts are kept; talk: its word (policy); escrow: the
emergency key's fingerprint; contact: in HR (pack)."""

TEXT_FACTS = FACTS | {"discussed", "age", "least", "ahead", "read"}
"""What a text for everybody may ask for beside that: when HovedMED discussed it, the age, the smallest hand-in;
ahead, read: days from invitation to talk, working days to read the draft (pack)."""

_PLACED = re.compile(r"\{([^{}]*)\}")


@dataclass(frozen=True, slots=True)
class Letter:
    """A letter as it was read: the title, and the lines below it with their marks and placeholders."""

    title: str
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Filled:
    """A letter with its facts: the title, the plain text to edit and send, which of its lines are headings, and which
    of these open a page of their own.
    """

    title: str
    text: str
    headings: frozenset[str] = frozenset()
    pages: frozenset[str] = frozenset()

    def with_text(self, text: str) -> "Filled":
        """The same letter in the user's own words."""
        return replace(self, text=text)


def read(content: bytes, known: frozenset[str] = FACTS) -> Letter:
    """The letter in `content` (UTF-8), which may ask for the `known` facts. Raises TemplateFault: place is the line, fault a code."""
    try:
        text = content.decode("utf-8")
    except UnicodeDecodeError as fault:
        raise TemplateFault(place=str(content.count(b"\n", 0, fault.start) + 1), fault="not_utf8") from fault
    lines = [line.rstrip() for line in text.splitlines()]
    for number, line in enumerate(lines, 1):
        if not known.issuperset(_PLACED.findall(line)):
            raise TemplateFault(place=str(number), fault="unknown_placeholder")
        if re.search(r"[{}]", _PLACED.sub("", line)):
            raise TemplateFault(place=str(number), fault="open_placeholder")
        if AVOIDED.search(line):
            raise TemplateFault(place=str(number), fault="avoided_word")
        if line.startswith("# ") is not (number == 1):
            raise TemplateFault(place=str(number), fault="no_title")
    if not lines:
        raise TemplateFault(place="1", fault="no_title")
    return Letter(lines[0][2:].strip(), tuple(lines[1:]))


def shipped(name: str, language: str) -> Letter:
    """The letter `name` in "da" or "en" that came with the program. Raises TemplateFault."""
    file = paths.resources() / "letters" / f"{name}_{language}.txt"
    if not paths.is_file(file):
        raise TemplateFault(place=file.name, fault="no_such_template")
    return read(file.read_bytes())


def shipped_text(name: str, language: str) -> Letter:
    """The text for everybody of that name that came with the program. Raises TemplateFault."""
    file = paths.resources() / "texts" / f"{name}_{language}.txt"
    if not paths.is_file(file):
        raise TemplateFault(place=file.name, fault="no_such_template")
    return read(file.read_bytes(), TEXT_FACTS)


def filled(letter: Letter, facts: Mapping[str, str]) -> Filled:
    """`letter` with `facts` in place; a fact that is not among them is empty."""
    said = {name: facts.get(name, "") for name in TEXT_FACTS}
    lines, headings = [], set()
    for line in letter.lines:
        if all(said[name] for name in _PLACED.findall(line)):
            # A fact is one line: a name with a line end in it would otherwise make headings of its own.
            words = _PLACED.sub(lambda found: " ".join(said[found[1]].split()), line)
            if line.startswith("## "):
                words = words[3:]
                headings.add(words)
            lines.append(words)
    text = re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip() + "\n"
    return Filled(_PLACED.sub(lambda found: said[found[1]], letter.title), text, frozenset(headings))


def joined(*letters: Filled) -> Filled:
    """Several letters as one text; the titles of all but the first become headings on pages of their own."""
    first, *rest = letters
    text = "\n".join([first.text, *(f"{one.title}\n\n{one.text}" for one in rest)])
    pages = frozenset(one.title for one in rest)
    return Filled(first.title, text, first.headings.union(pages, *(one.headings for one in rest)), pages)


def as_html(letter: Filled) -> str:
    """The letter for pasting into an intranet page or a mail: headings, paragraphs and points, no styles of its own."""
    made = [f"<h1>{escape(letter.title)}</h1>"]
    for block in blocks(letter):
        match block:
            case Heading():
                made.append(f"<h2>{escape(block.text)}</h2>")
            case Bullets():
                made.append("<ul>" + "".join(f"<li>{escape(one)}</li>" for one in block.items) + "</ul>")
            case Paragraph():
                made.append("<p>" + "<br>".join(escape(line) for line in block.text.split("\n")) + "</p>")
    return "\n".join(made) + "\n"


def blocks(letter: Filled) -> tuple[Block, ...]:
    """The text as it is printed and shown: headings, paragraphs with their line ends, points."""
    made: list[Block] = []
    held: list[str] = []

    def put_down() -> None:
        if held:
            points = all(line.startswith("- ") for line in held)
            made.append(Bullets(tuple(line[2:] for line in held)) if points else Paragraph("\n".join(held)))
        held.clear()

    for line in letter.text.splitlines():
        if line.strip() in letter.headings:
            put_down()
            if line.strip() in letter.pages and made:
                made.append(PageBreak())
            made.append(Heading(line.strip()))
        elif not line.strip():
            put_down()
        else:
            if held and line.startswith("- ") is not held[-1].startswith("- "):
                put_down()
            held.append(line)
    put_down()
    return tuple(made)
