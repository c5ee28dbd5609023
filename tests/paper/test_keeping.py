# SPDX-License-Identifier: EUPL-1.2
"""What stands together on a page, and which characters a paper cannot show."""

import io
import subprocess
from datetime import datetime
from pathlib import Path

import pikepdf
import pytest
from factory import keep, make_row, make_talk, make_vault
from paper import papers
from programs import tool

from senior_desktop import story
from senior_desktop.paper import fonts, pdf
from senior_desktop.paper.document import Block, Heading, Paragraph, Table
from senior_desktop.paper.style import styles


def pages_of(*blocks: Block, agreements: int = 0) -> list[str]:
    """The text of each page, blanks and line ends as one blank."""
    program = tool("pdftotext")
    document = papers.paper(blocks=blocks) if blocks else papers.paper(agreements=agreements)
    made = pdf.make(document)
    with pikepdf.open(io.BytesIO(made)) as opened:
        assert len(opened.pages) > 1
    said = subprocess.run([program, "-", "-"], input=made, capture_output=True, check=True).stdout.decode("utf-8")
    return [" ".join(one.split()) for one in said.split("\f")[:-1]]


def test_forty_agreements_begin_on_page_one() -> None:
    """The heading stays and the table is divided; each page repeats its header."""
    first, second, *_ = pages_of(agreements=40)
    assert "Det har vi aftalt" in first and papers.AGREED[0][0] in first and papers.AGREED[9][0] in first
    assert "Det har vi aftalt" not in second and "Ansvarlig" in second


@pytest.mark.parametrize("lines", range(24, 36))
def test_heading_and_table_header_never_end_a_page(lines: int) -> None:
    """Wherever the page ends: heading, header and the whole first row, or none of them."""
    row = ("Første række, som fylder flere linjer. " * 5 + "Slut.", "Leder")
    above = [Paragraph("Et afsnit på én linje.")] * lines
    found = pages_of(*above, Heading("Aftalerne"), Table(("Hvad", "Hvem"), (row,) * 9, (0.5, 0.5)))
    (page,) = [one for one in found if "Aftalerne" in one]
    assert "Hvad" in page and "Slut." in page


def test_question_is_never_parted_from_its_answer_nor_a_theme_from_its_question() -> None:
    """Answers of many lengths over many pages: theme, question and the first lines share a page."""
    blocks: list[Block] = []
    for number in range(60):
        blocks += [Heading(f"Tema-{number}.", 2), Paragraph(f"Spørgsmål-{number}?", "strong"),
                   Paragraph(f"Svar-{number}. " + "Det har vi talt godt om. " * (5 + number * 7 % 41))]
    found = pages_of(*blocks)
    assert len(found) > 5
    for number in range(60):
        (page,) = [one for one in found if f"Spørgsmål-{number}?" in one]
        assert f"Tema-{number}." in page and f"Svar-{number}. Det har vi" in page
    assert any(one.split("version 1 ")[-1].startswith(("Det", "har", "vi", "talt", "godt", "om.")) for one in found)


def test_themes_and_questions_look_different() -> None:
    """A theme has the accent's colour, is larger and stands further from what is above."""
    theme, question = styles()["heading2"], styles()["strong"]
    assert theme.textColor != question.textColor and theme.fontSize >= question.fontSize + 2
    assert theme.spaceBefore >= question.spaceBefore + 10


def test_story_names_the_characters_a_paper_cannot_show(tmp_path: Path) -> None:
    """In names, answers, agreements and remarks; each once, and nothing when all can be printed."""
    with make_vault(tmp_path / "vault", lambda: datetime.fromisoformat("2026-11-23T10:00:00+01:00")) as vault:
        plain = keep(vault, make_talk({"c12": "Ærø ≥ „æble“ – é\n\t\"x\\y\""}))
        assert story.unprintable(vault, plain) == ""
        answers = {"a01": "Kirsten 漢", "c12": "Godt 😀😀", "e02": "سلام", "e05": 2}
        talk = keep(vault, make_talk(answers, number="SS-2026-7F3K-9Q2N", agreements=(make_row(text="Fri 🎂"),)))
        assert set(story.unprintable(vault, talk).split()) == {"漢", "😀", *"سلام", "🎂"}
    assert fonts.missing("🖊\ufe0f\u200d") == {"🖊"}  # what only chooses a picture's look is no character
