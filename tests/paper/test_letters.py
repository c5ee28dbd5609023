# SPDX-License-Identifier: EUPL-1.2
"""The papers around the talk: each passes both profiles, the twin follows the screen, and the draft opens as it was meant."""

import email
import email.policy
import io
import re
import shutil
import subprocess
import zlib
from collections.abc import Callable

import page
import pikepdf
import pytest
from factory import make_row, make_talk, make_template, make_workplace
from programs import tool

from senior_desktop import policy_sources
from senior_desktop.conversation import catalogue, formalising, guide, letters
from senior_desktop.conversation.catalogue import MUST_ASK
from senior_desktop.paper import labels, mail, pdf, twin
from senior_desktop.paper.document import Document, Heading, Paragraph, Space, Ticks

MADE, PLACE = "2026-11-24T09:00:00+01:00", "Eksempel Kommune · Plejecenter Åbrinken"
TEMPLATE, MEASURES = make_template(), catalogue.shipped()


def the_request(language: str, **changes: object) -> Document:
    """The request for one row of a talk that has sensitive answers too."""
    row = make_row(**{"measure": "A2", "text": "Færre timer fra marts", "status": 2, "formalise": 2, **changes})
    talk = make_talk({"a07": "37.5", "c72": "Hemmeligt", "c91": "Tanker", "a14": (1,)}, language=language, agreements=(row,))
    return formalising.request(talk, row, TEMPLATE, MEASURES, make_workplace(), labels.words(language), MADE)


def the_letter(name: str, language: str) -> Document:
    """A letter as a page."""
    filled = letters.filled(letters.shipped(name, language), {"name": "Kim", "municipality": "X", "leader": "Y", "talk": "samtale"})
    return Document(name, "", 1, language, filled.title, "", PLACE, MADE, letters.blocks(filled))


MAKERS: dict[str, Callable[[str], Document]] = {
    "thoughts": lambda language: twin.my_thoughts(TEMPLATE, labels.words(language), PLACE, MADE),
    "thoughts to fill in": lambda language: twin.my_thoughts(TEMPLATE, labels.words(language), PLACE, MADE, fillable=True),
    "preparation": lambda language: twin.preparation(TEMPLATE, labels.words(language), PLACE, MADE),
    "short": lambda language: twin.twin(TEMPLATE, "short", labels.words(language), PLACE, MADE),
    "full": lambda language: twin.twin(TEMPLATE, "full", labels.words(language), PLACE, MADE),
    "request": the_request,
    "employee": lambda language: the_letter("employee", language),
    "leader": lambda language: the_letter("leader", language),
    "invitation": lambda language: the_letter("invitation", language),
}


def text_of(made: bytes) -> str:
    """The text a reader copies."""
    program = tool("pdftotext")
    return subprocess.run([program, "-", "-"], input=made, capture_output=True, check=True).stdout.decode("utf-8")


@pytest.mark.parametrize("language", ["da", "en"])
@pytest.mark.parametrize("kind", MAKERS)
def test_every_paper_passes_both_profiles(kind: str, language: str) -> None:
    """PDF/A-3a and PDF/UA-1, the one with text fields too; no font is missing; twice the same bytes."""
    document = MAKERS[kind](language)
    made = pdf.make(document)
    for profile in (page.ValidationProfile.PDF_A_3A, page.ValidationProfile.PDF_UA_1):
        assert [str(one) for one in page.validate_pdf_bytes(made, profile=profile).failures] == []
    assert made == pdf.make(document)
    if program := shutil.which("pdffonts"):
        listed = subprocess.run([program, "-"], input=made, capture_output=True, check=True).stdout.decode().splitlines()
        assert len(listed) > 2 and all("Lato" in line and " yes " in line for line in listed[2:])


def test_each_field_has_a_name_a_page_and_letters_to_write_with() -> None:
    """A screen reader says the theme; Danish letters have their widths; what is typed can be saved and read back."""
    document = MAKERS["thoughts to fill in"]("da")
    made = pdf.make(document)
    with pikepdf.open(io.BytesIO(made)) as opened:
        fields = list(opened.Root.AcroForm.Fields)
        labelled = [block.label for block in document.blocks if isinstance(block, Space)]
        assert [str(field.TU) for field in fields] == labelled and len(fields) == 3 + len(TEMPLATE.themes)
        assert len({str(field.T) for field in fields}) == len(fields)
        assert all(pikepdf.Name.Tx == field.FT and int(field.Ff) & 1 << 12 for field in fields)
        font = opened.Root.AcroForm.DR.Font.Lato
        assert all(int(font.Widths[ord(letter) - int(font.FirstChar)]) > 200 for letter in "æøåÆØÅé")
        assert len(font.FontDescriptor.FontFile2.read_bytes()) > 500_000, "the whole font: nobody knows what will be typed"
        fields[0].V = pikepdf.String("Æblegrød på tirsdag")
        saved = io.BytesIO()
        opened.save(saved)
    with pikepdf.open(saved) as again:
        assert str(again.Root.AcroForm.Fields[0].V) == "Æblegrød på tirsdag"
    with pikepdf.open(io.BytesIO(pdf.make(MAKERS["thoughts"]("da")))) as printed:
        assert "/AcroForm" not in printed.Root


@pytest.mark.parametrize("path", ["short", "full"])
def test_the_twin_follows_the_screen(path: str) -> None:
    """Every question both see, with its number, in the screen's order; what is the employee's alone is not there."""
    document = MAKERS[path]("da")
    asked = [found[1] for block in document.blocks if isinstance(block, Paragraph) and block.tone == "strong"
             and (found := re.match(r"([a-gts]\d{1,2})  \S", block.text))]
    shown: list[str] = []
    for one in guide.pages(make_talk(path=path, answers={}, agreements=()), TEMPLATE, shared=True):
        if one.kind is guide.PageKind.AGREEMENTS:
            row = [question.id for question in TEMPLATE.questions if question.row and question.phase == 4 and (question.short or path == "full")]
            shown += row * twin.ROWS[path]
        elif one.kind is not guide.PageKind.EVALUATE:
            blank = {"a01", "a03", "a07", "a08", "a10", "a11", "a13"}
            shown += [question.id for question in one.questions if question.id != "a14" if path == "full" or one.kind is not guide.PageKind.OFFER or question.id in blank]
            shown += [one.theme.id] if one.theme is not None else []
    assert asked == shown
    assert not {"g1", "g2", "g3", "b01", "b02", "a02", "a14"}.intersection(asked)
    titles = [block.text for block in document.blocks if isinstance(block, Heading) and block.level == 1]
    themes = [theme.title.da for theme in (TEMPLATE.short if path == "short" else TEMPLATE.themes)]
    assert titles == ["Tilbud og stamdata", *themes, "Aftaler", "Opfølgning", "Referat og bemærkninger", "Når I har talt sammen"]


def test_every_answer_of_the_screen_can_be_ticked_on_paper() -> None:
    """The scale, each option, and "ønsker ikke at svare" wherever the screen has it."""
    document = MAKERS["full"]("da")
    ticks = {option for block in document.blocks if isinstance(block, Ticks) for option in block.options}
    for question in TEMPLATE.questions:
        if question.id[0] in "ce" and question.options:
            assert {option.da for option in question.options} <= ticks, question.id
    assert {option.da for option in TEMPLATE.scale} <= ticks and TEMPLATE.declined.da in ticks


@pytest.mark.parametrize("language", ["da", "en"])
def test_a_request_is_one_page_without_the_talks_answers(language: str) -> None:
    """It holds the row and who asks; nothing sensitive, nothing of the leader's own."""
    made = pdf.make(the_request(language, text="Timetallet sættes ned. " * 8, pay=2, pay_who="Løn", pay_by="2026-12-15"))
    with pikepdf.open(io.BytesIO(made)) as opened:
        assert len(opened.pages) == 1 and len(opened.attachments) == 0
        assert "Kirsten" not in str(dict(opened.docinfo)) + opened.Root.Metadata.read_bytes().decode()
    said = text_of(made)
    for secret in ("Hemmeligt", "Tanker", TEMPLATE.option("a14", 1, language)):
        assert secret not in said
    assert "Kirsten Ærø Møller" in said and "SS-2026-7F3K-9Q2M" in said and "37,5" in said or "37.5" in said


@pytest.mark.parametrize(
    ("changes", "mandate", "asked"),
    [
        ({"measure": "B3"}, {}, False),
        ({"measure": "B3"}, {"B3": MUST_ASK}, True),
        ({"measure": "B3", "formalise": 1}, {}, True),
        ({"measure": "B3", "formalise": 3}, {}, False),
        ({"measure": "A2", "status": 2}, {}, True),
        ({"measure": "A2", "status": 4, "formalise": 2}, {}, False),
        ({"measure": "G4", "status": 2, "formalise": 1}, {}, False),
        ({"measure": "", "formalise": 2}, {}, True),
    ],
)
def test_which_rows_go_on_to_others(changes: dict[str, object], mandate: dict[str, int], asked: bool) -> None:
    """Must be formalised, or not the leader's to grant; never a sensitive measure nor a withdrawn row."""
    assert formalising.must_be_asked_for(make_row(**changes), MEASURES, mandate) is asked


def test_a_request_tells_nothing_of_the_leaders_own_marks() -> None:
    """ "Must ask" is the leader's preparation; the page only says that others decide too."""
    said = text_of(pdf.make(the_request("da", measure="B3", formalise=0)))
    assert "Andre end lederen skal også sige ja" in said and "Skal spørge" not in said


def test_the_draft_opens_unsent_with_its_files() -> None:
    """Read by another hand: no receiver, Danish subject and text, the calendar file and the sheet whole."""
    ics = b"BEGIN:VCALENDAR\r\nSUMMARY:\xc3\xa6\r\nEND:VCALENDAR\r\n"
    made = mail.draft("Tilbud om en\r\nBcc: x@y.dk samtale", "Kære Åse\n\nHej 😀\ud800", [("a.ics", "text/calendar", ics), ("b.pdf", "application/pdf", b"%PDF-")])
    read = email.message_from_bytes(made, policy=email.policy.default)
    assert read["X-Unsent"] == "1" and not read["To"] and read["Bcc"] is None and read["Date"] is None
    assert read["Subject"] == "Tilbud om en Bcc: x@y.dk samtale"
    text, calendar, sheet = list(read.walk())[1:]
    assert text.get_content().startswith("Kære Åse") and text.get_content_charset() == "utf-8" and "😀" in text.get_content()
    assert (calendar.get_content_type(), calendar.get_filename()) == ("text/calendar", "a.ics")
    assert calendar.get_payload(decode=True).replace(b"\r\n", b"\n") == ics.replace(b"\r\n", b"\n")
    assert sheet.get_payload(decode=True) == b"%PDF-" and sheet.get_filename() == "b.pdf"
    assert made == mail.draft("Tilbud om en\r\nBcc: x@y.dk samtale", "Kære Åse\n\nHej 😀\ud800", [("a.ics", "text/calendar", ics), ("b.pdf", "application/pdf", b"%PDF-")])


def test_no_stream_ends_like_a_line() -> None:
    """A strict reader would take the last byte for the end of the line before "endstream" and find the length wrong."""
    number, unlucky = 0, None
    while unlucky is None:  # a page whose content would end so, found without knowing the content
        number += 1
        made = pdf.make(Document("x", "", 1, "da", f"Titel {number}", "", "", MADE, ()))
        with pikepdf.open(io.BytesIO(made)) as opened:
            contents = [one.Contents.read_bytes() for one in opened.pages]
            streams = [item.read_bytes() for item in opened.objects if isinstance(item, pikepdf.Stream) and item.get("/Filter") == pikepdf.Name.FlateDecode]
        assert not [data for data in streams if zlib.adler32(data) & 0xFF in b"\r\n"]
        unlucky = next((data for data in contents if data.endswith(b" ")), None)
        assert number < 4000
    assert [str(one) for one in page.validate_pdf_bytes(made, profile=page.ValidationProfile.PDF_A_3A).failures] == []


@pytest.mark.parametrize(
    ("word", "danish", "english"),
    [
        ("senkarrieresamtale", "Jeg tilbyder dig en senkarrieresamtale.", "Late-career conversation"),
        ("livsfasesamtale", "Jeg tilbyder dig en livsfasesamtale.", "Life-phase conversation"),
    ],
)
def test_the_talk_is_called_what_the_municipality_calls_it(word: str, danish: str, english: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """ProductWord: some dislike "senior"; the program's own name does not change."""
    monkeypatch.setattr(policy_sources, "read_all", lambda names: ({"machine": {"ProductWord": word}}, {}))
    labels.call_the_talk("")  # the words are read anew, and IT is asked
    say_it = labels.words("da")
    letter = letters.filled(letters.shipped("invitation", "da"), {"name": "Kim", "talk": say_it("talk.word")})
    assert letter.title == f"Tilbud om en {word}" and danish in letter.text
    assert say_it("hr.title") == f"{word.capitalize()}rne i tal"
    assert labels.words("en")("talk.title") == english
    assert "Seniorsamtale" in say_it("signature.step_1")
