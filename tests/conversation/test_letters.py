# SPDX-License-Identifier: EUPL-1.2
"""A letter's file -> words without holes; a slip names its line; no letter pushes anybody out."""

import re

import pytest

from senior_desktop.conversation import letters
from senior_desktop.conversation.letters import Filled
from senior_desktop.errors import TemplateFault
from senior_desktop.paper import labels
from senior_desktop.paper.document import Bullets, Heading, PageBreak, Paragraph

NAMES = ("invitation", "privacy", "employee", "leader")
FACTS = {name: f"<{name}>" for name in letters.FACTS}


@pytest.mark.parametrize("name", NAMES)
def test_both_languages_say_the_same(name: str) -> None:
    """Line for line: the same marks and the same facts."""
    danish, english = (letters.shipped(name, language).lines for language in ("da", "en"))

    def shape(line: str) -> tuple[str, list[str]]:
        mark = line[:2] if line.startswith(("##", "- ")) else "text" if line else ""
        return mark, sorted(re.findall(r"\{\w+\}", line))

    assert [shape(line) for line in danish] == [shape(line) for line in english]


@pytest.mark.parametrize("language", ["da", "en"])
@pytest.mark.parametrize("name", NAMES)
def test_no_letter_pushes_anybody_out(name: str, language: str) -> None:
    """The wording rules; and no word of what is never asked for."""
    letter = letters.shipped(name, language)  # the avoided words are refused when it is read
    text = "\n".join((letter.title, *letter.lines))
    assert len(text) > 400
    assert not re.search(r"\bCPR\b|fødselsår|afvist\b|udeblevet|ræk skærmen|anonym", text, re.IGNORECASE)


def test_the_invitation_answers_the_three_questions_and_names_what_is_kept() -> None:
    """Issue 3: who sees it, what if I say no, may I bring somebody; the privacy notice with whom to ask."""
    both = letters.joined(*(letters.filled(letters.shipped(name, "da"), FACTS) for name in ("invitation", "privacy")))
    for question in ("Hvem ser det?", "Hvad hvis jeg siger nej?", "Må jeg tage nogen med?"):
        assert question in both.headings and f"\n{question}\n" in both.text
    assert "tillidsrepræsentant eller en kollega" in both.text and "Rollen kommer aldrig på papir" in both.text
    for name in letters.FACTS - {"days"}:  # the texts go at closing, not days after it
        assert FACTS[name] in both.text, name
    assert "{" not in both.text and not re.search(r"^#|\n#", both.text)


def test_what_is_not_known_leaves_no_hole() -> None:
    """No day, place or officer: their lines are gone, and no empty pair of lines is left."""
    text = letters.joined(*(letters.filled(letters.shipped(name, "da"), {"name": "Kim"}) for name in ("invitation", "privacy"))).text
    assert "Kære Kim" in text and "Jeg foreslår" not in text and "databeskyttelsesrådgiver" not in text
    assert "\n\n\n" not in text and "  " not in text and " ." not in text


@pytest.mark.parametrize(
    ("content", "line", "fault"),
    [
        ("# T\n\nKære {navn}\n", "3", "unknown_placeholder"),
        ("# T\nKære {name\n", "2", "open_placeholder"),
        ("# T\nKære name}\n", "2", "open_placeholder"),
        ("# T\n{}\n", "2", "unknown_placeholder"),
        ("Kære {name}\n", "1", "no_title"),
        ("# T\n# U\n", "2", "no_title"),
        ("", "1", "no_title"),
        ("# T\n\n\nTal om nedtrapning\n", "4", "avoided_word"),
    ],
)
def test_a_fault_names_its_line(content: str, line: str, fault: str) -> None:
    """Who mends the file needs no more than the sentence, in both languages."""
    with pytest.raises(TemplateFault) as found:
        letters.read(content.encode())
    assert found.value.facts == {"place": line, "fault": fault}
    for language in ("da", "en"):
        assert labels.words(language)(f"codes.{fault}") in labels.say(found.value, language)


def test_a_letter_that_is_not_utf8_names_its_line() -> None:
    """An editor may have saved it as Windows-1252."""
    with pytest.raises(TemplateFault) as found:
        letters.read("# T\n\nKære".encode("cp1252"))
    assert found.value.facts == {"place": "3", "fault": "not_utf8"}


def test_a_fact_cannot_make_a_heading_or_a_line() -> None:
    """A name is data: marks and line ends in it stay within its line."""
    letter = letters.read(b"# T\n{name}\n## H\nx\n")
    filled = letters.filled(letter, {"name": "## Kim\n- {leader}\nX"})
    assert filled.text == "## Kim - {leader} X\nH\nx\n" and filled.headings == {"H"}
    assert letters.blocks(filled) == (Paragraph("## Kim - {leader} X"), Heading("H"), Paragraph("x"))


def test_the_users_own_words_become_the_same_kind_of_page() -> None:
    """Headings are known by their words; a new page for the notice; points beside paragraphs."""
    first = Filled("T", "", frozenset({"Hvem?"}))
    both = letters.joined(first, Filled("Notice", "", frozenset()))
    edited = both.with_text("Hej\ndu\n\nHvem?\nMig\n- a\n- b\n\nNotice\n\nx")
    assert letters.blocks(edited) == (
        Paragraph("Hej\ndu"), Heading("Hvem?"), Paragraph("Mig"), Bullets(("a", "b")), PageBreak(), Heading("Notice"), Paragraph("x"),
    )  # fmt: skip
    assert letters.blocks(both.with_text("")) == ()
