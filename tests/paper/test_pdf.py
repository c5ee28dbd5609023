# SPDX-License-Identifier: EUPL-1.2
"""What is printed: same bytes, embedded fonts, agreements on page 1, and no text that crashes it."""

import io
import re
import shutil
import subprocess
from pathlib import Path

import page
import pikepdf
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from paper import papers
from programs import tool

from senior_desktop.paper import content, drawing, fonts, labels, pdf, sheets
from senior_desktop.paper.closing import Identities, qr_text
from senior_desktop.paper.document import (
    Bar,
    Bullets,
    Chart,
    Document,
    Facts,
    Heading,
    Paragraph,
    SignatureBox,
    Signatures,
    Table,
)

KEYS = Identities(" ".join(["7F9B"] * 16), " ".join(["01E1"] * 16))
EVERYWHERE = {
    "sheet": papers.paper(), "draft": papers.paper(draft=True), "report": papers.report(),
    "long": papers.paper(blocks=papers.blocks(12, 7, signed=False) * 8),
    "recovery": sheets.recovery_sheet(("123456",) * 8, labels.words("da"), papers.NOW.isoformat(), "Ærø Kommune"),
    "english": papers.paper(language="en"), "without data": papers.paper(attached=False),
}


def text_of(pdf_bytes: bytes, *pages: int) -> str:
    """The text a reader copies, by pdftotext; of one page when given."""
    program = tool("pdftotext")
    span = ["-f", str(pages[0]), "-l", str(pages[0])] if pages else []
    done = subprocess.run([program, "-layout", *span, "-", "-"], input=pdf_bytes, capture_output=True, check=True)
    return done.stdout.decode("utf-8")


def fonts_in(thing: pikepdf.Object, seen: set[tuple[int, int]]) -> list[pikepdf.Object]:
    """Every font dictionary reachable from `thing`."""
    if thing.is_indirect:
        if thing.objgen in seen:
            return []
        seen.add(thing.objgen)
    found = []
    if isinstance(thing, pikepdf.Dictionary | pikepdf.Stream):
        if thing.get("/Type") == pikepdf.Name.Font:
            found.append(thing)
        for value in thing.values():
            if isinstance(value, pikepdf.Object):
                found += fonts_in(value, seen)
    elif isinstance(thing, pikepdf.Array):
        for value in thing:
            if isinstance(value, pikepdf.Object):
                found += fonts_in(value, seen)
    return found


def test_two_builds_are_the_same_bytes() -> None:
    """Generation is deterministic."""
    assert pdf.make(papers.paper(), identities=KEYS) == pdf.make(papers.paper(), identities=KEYS)


@pytest.mark.parametrize("kind", EVERYWHERE)
def test_paper_keeps_what_its_metadata_claims(kind: str) -> None:
    """PDF/A-3a and PDF/UA-1: no finding."""
    made = pdf.make(EVERYWHERE[kind], identities=KEYS)
    for profile in (page.ValidationProfile.PDF_A_3A, page.ValidationProfile.PDF_UA_1):
        report = page.validate_pdf_bytes(made, profile=profile)
        assert [str(one) for one in report.failures] == []


@pytest.mark.parametrize("kind", EVERYWHERE)
def test_every_font_is_embedded(kind: str) -> None:
    """Charts, tables, bullets and QR bring no unembedded font."""
    made = pdf.make(EVERYWHERE[kind], identities=KEYS)
    with pikepdf.open(io.BytesIO(made)) as opened:
        found = [font for one in opened.pages for font in fonts_in(one.obj.Resources, set())]
    assert found
    assert all("/FontFile2" in font.FontDescriptor for font in found)
    program = shutil.which("pdffonts")
    if program:
        listed = subprocess.run([program, "-"], input=made, capture_output=True, check=True).stdout.decode().splitlines()
        assert all("Lato" in line and " yes yes yes " in line for line in listed[2:])


def test_agreements_stand_on_page_one() -> None:
    """All twelve agreements are on the first page, in words one can copy."""
    first = text_of(pdf.make(papers.paper(), identities=KEYS), 1)
    assert all(text.split()[0] in first for text, _ in papers.AGREED)
    assert "Arbejdsmiljørepræsentant" in first and "Ærøskøbing-Marstal Kommune" in first


def test_text_copied_out_reads_in_order_with_danish_letters() -> None:
    """As a reader hears it: parties, overview, agreements in their order, themes, follow-up, signatures, the check."""
    program = tool("pdftotext")
    made = pdf.make(papers.paper(), identities=KEYS)
    said = " ".join(subprocess.run([program, "-raw", "-", "-"], input=made, capture_output=True, check=True).stdout.decode("utf-8").split())
    order = (
        "Ærøskøbing-Marstal Kommune", papers.EMPLOYEE, "Det korte overblik", "Aftenvagterne fylder mest", "Det har vi aftalt",
        *(" ".join(text.split()[:4]) for text, _ in papers.AGREED), "Om dette dokument", *(title for title, _ in papers.THEMES),
        "Opfølgning", "Underskrifter", "Kontrol af dokumentet", "Sådan kontrollerer I uden internet", "Hvad underskriften er – og ikke er",
    )
    at = 0
    for words in order:
        assert words in said[at:], words
        at = said.index(words, at)


def test_check_panel_prints_number_checksum_time_and_the_employees_key() -> None:
    """What the checker compares also stands in print."""
    document = papers.paper()
    said = " ".join(text_of(pdf.make(document, identities=KEYS)).split())
    digest = content.checksum(content.canonical(document.data))
    assert " ".join(digest[at : at + 8] for at in range(0, 64, 8)) in said
    assert KEYS.employee in said and "18-11-2026 kl. 10.42 (UTC+01:00)" in said and "computerens ur" in said
    assert "Hvad underskriften er – og ikke er" in said and "juridisk bindende" not in said
    assert qr_text(document) == f"SENIORSAMTALE|SS-2026-7F3K-9Q2M|1|{digest}"


def test_attachment_is_the_canonical_data_and_nothing_names_a_person() -> None:
    """One attachment; title is the number, author the organisation; no name in the metadata."""
    document = papers.paper(data={"å": [1, "ø"], "a": None})
    with pikepdf.open(io.BytesIO(pdf.make(document, identities=KEYS))) as opened:
        assert list(opened.attachments) == [content.NAME]
        assert opened.attachments[content.NAME].get_file().read_bytes() == '{"a":null,"å":[1,"ø"]}'.encode()
        assert opened.Root.AF[0].AFRelationship == pikepdf.Name.Data
        info = {key: str(value) for key, value in opened.docinfo.items()}
        xmp = opened.Root.Metadata.read_bytes().decode("utf-8")
        assert str(opened.Root.Lang) == "da-DK" and opened.Root.ViewerPreferences.DisplayDocTitle
        assert all("/Trans" not in one.obj for one in opened.pages)
    assert info["/Title"] == document.number and info["/Author"] == document.organisation
    for name in (papers.EMPLOYEE, papers.LEADER):
        assert name not in xmp and name not in str(info)


def test_a_paper_without_the_data_does_not_speak_of_them() -> None:
    """The checksum is printed all the same."""
    with_data, without = (" ".join(text_of(pdf.make(papers.paper(attached=one), identities=KEYS)).split()) for one in (True, False))
    assert "seniorsamtale.json" in with_data and "seniorsamtale.json" not in without
    digest = content.checksum(content.canonical(papers.paper().data))
    assert digest[:8] in without


def test_draft_says_so_on_every_page_and_cannot_be_signed() -> None:
    """UDKAST on each page, no fields."""
    made = pdf.make(papers.paper(draft=True), identities=KEYS)
    with pikepdf.open(io.BytesIO(made)) as opened:
        assert "/AcroForm" not in opened.Root
        count = len(opened.pages)
    assert count >= 2 and all("UDKAST" in text_of(made, number) for number in range(1, count + 1))


def test_recovery_sheet_attaches_nothing_and_has_no_panel() -> None:
    """The digits are on the page only."""
    made = pdf.make(EVERYWHERE["recovery"])
    with pikepdf.open(io.BytesIO(made)) as opened:
        assert len(opened.attachments) == 0 and "/AcroForm" not in opened.Root
    said = text_of(made)
    assert said.count("123456") == 8 and "Kontrol af dokumentet" not in said


def test_signatures_follow_the_text_when_nearly_half_the_page_is_free() -> None:
    """45 % of the page is enough for boxes, panel and the two columns."""
    sign = papers.blocks()[-1]
    filler = Paragraph("Et afsnit på én linje.")
    assert _pages((*(filler,) * 14, sign)) == 1
    assert _pages((*(filler,) * 30, sign)) == 2


def _pages(blocks: tuple[object, ...]) -> int:
    with pikepdf.open(io.BytesIO(pdf.make(papers.paper(blocks=blocks), identities=KEYS))) as opened:
        return len(opened.pages)


def test_characters_the_font_lacks_are_named_and_replaced() -> None:
    """Emoji and CJK are replaced, Danish and Polish are not; composed and decomposed are the same."""
    assert fonts.missing("Ærø ≥ → ł 😀漢") == {"😀", "漢"}
    assert fonts.printable("a\u030a\u200b!") == "å!"
    assert "😀" not in fonts.printable("😀") and len(fonts.printable("😀")) == 1


@given(text=st.text(st.characters(codec=None), max_size=300))
@settings(max_examples=25, deadline=None)
def test_any_text_is_printed(text: str) -> None:
    """XML signs, control characters, lone surrogates, CJK: a PDF comes out, and it opens."""
    document = papers.paper(
        blocks=(
            Heading(text), Paragraph(text), Bullets((text,)), Facts(((text, text),)),
            Table((text, "b"), ((text, text),), (0.5, 0.5), text),
            Chart(text, (Bar(text, 0.4, 0.1, 1.2, text),), text),
            Signatures((SignatureBox("leader", text, text), SignatureBox("employee", text)), text),
        ),
        title=text, subtitle=text, organisation=text, data={"said": text},
    )
    with pikepdf.open(io.BytesIO(pdf.make(document, identities=KEYS))) as opened:
        assert len(opened.pages) >= 1


def test_endless_text_is_divided_over_pages() -> None:
    """A cell or a value longer than a page is split, not refused."""
    blocks = (
        Facts((("a" * 300, "b" * 9000),)), Table(("A", "B"), (("y" * 9000, "<b>😀" * 900), ("", "")), (0.5, 0.5)),
        Signatures((SignatureBox("leader", "N" * 900), SignatureBox("employee", "<b>" * 300)), "i " * 2000),
    )
    made = pdf.make(papers.paper(blocks=blocks, title="T" * 300, organisation="O" * 300), identities=KEYS)
    with pikepdf.open(io.BytesIO(made)) as opened:
        assert len(opened.pages) > 3


def test_chart_is_the_same_picture_on_screen() -> None:
    """The SVG has the texts and bars, escaped, and asks for nothing from elsewhere."""
    chart = Chart("Andel <1>", (Bar("Lyst & trivsel", 0.42, 0.3, 0.55, "34 af 80"),), "42 procent")
    svg = drawing.chart_svg(chart)
    assert "Lyst &amp; trivsel" in svg and "42 %" in svg and "<desc>42 procent</desc>" in svg
    assert re.findall(r"https?://[^\"]+", svg) == ["http://www.w3.org/2000/svg"]


def test_both_languages_have_the_same_words() -> None:
    """Every key of this room's sections stands in both catalogues, with the same placeholders."""
    import tomllib

    folder = Path(labels.__file__).parents[2] / "translations"
    da, en = (tomllib.loads((folder / f"paper_{one}.toml").read_text(encoding="utf-8")) for one in ("da", "en"))
    for section in ("paper", "signature", "verify", "recovery"):
        assert da[section].keys() == en[section].keys()
        for key, text in da[section].items():
            assert set(re.findall(r"{\w+}", text)) == set(re.findall(r"{\w+}", en[section][key])), key


def test_unknown_word_is_refused() -> None:
    """A missing sentence is a bug, not an empty line."""
    with pytest.raises(KeyError):
        labels.words("da")("paper.there_is_no_such_word")
    with pytest.raises(KeyError):
        labels.words("da")("paper.page", page=1)


def test_time_without_offset_is_refused() -> None:
    """Every printed time carries its offset."""
    with pytest.raises(ValueError, match="offset"):
        pdf.make(papers.paper(signed=False, made="2026-11-18T10:42:07"))


def test_document_without_number_is_titled_by_its_title() -> None:
    """The recovery sheet has no document number."""
    with pikepdf.open(io.BytesIO(pdf.make(EVERYWHERE["recovery"]))) as opened:
        assert str(opened.docinfo["/Title"]) == "Nøgleark"
    assert isinstance(EVERYWHERE["recovery"], Document)
