# SPDX-License-Identifier: EUPL-1.2
"""The texts around the talk: filled from the pack, the same in both languages, no word that pushes, pages that hold."""

import re
from html.parser import HTMLParser

import page
import pytest

from senior_desktop import paths, texts
from senior_desktop.conversation import letters
from senior_desktop.conversation.catalogue import Override
from senior_desktop.conversation.template import Wording
from senior_desktop.hr.pack import Pack
from senior_desktop.paper import labels

MADE = "2026-11-24T09:00:00+01:00"
PACK = Pack("0" * 32, 1, "2026-11-24", "Eksempel Kommune", "dpo@eksempel.dk", contact="HR, 11 22 33 44", discussed="2026-03-02",
            rules={"OfferAge": 60, "ProductWord": "livsfasesamtale"}, measures=(
                Override("B3", offered=False),
                Override("A4", cost=2, text=Wording("Hos os fredag", "Fridays here"), facts=Wording("Aftalt lokalt", "Agreed locally"), valid="2026-04-01"),
            ))  # fmt: skip
NAMES = [name for group in texts.GROUPS.values() for name in group]


def test_every_text_that_ships_is_offered_in_both_languages() -> None:
    shipped = {file.stem for file in (paths.resources() / "texts").glob("*.txt")}
    assert shipped == {f"{name}_{language}" for name in NAMES for language in ("da", "en")}
    for language in ("da", "en"):
        assert all(labels.words(language)(f"texts.name_{name}") for name in NAMES)
        assert all(labels.words(language)(f"texts.group_{group}") for group in texts.GROUPS)


@pytest.mark.parametrize("name", NAMES)
def test_a_text_says_the_same_in_both_languages_and_pushes_nobody(name: str) -> None:
    """Line for line the same marks and facts; the avoided words are refused when it is read."""
    danish, english = (letters.shipped_text(name, language).lines for language in ("da", "en"))

    def shape(line: str) -> tuple[str, list[str]]:
        return line[:2] if line.startswith(("##", "- ")) else "text" if line else "", sorted(re.findall(r"\{\w+\}", line))

    assert [shape(line) for line in danish] == [shape(line) for line in english]
    assert not re.search(r"fødselsdag|afvist\b|udeblevet|ræk skærmen|ung/|lorem", "\n".join(danish), re.IGNORECASE)


@pytest.mark.parametrize("language", ["da", "en"])
@pytest.mark.parametrize("name", NAMES)
def test_a_text_is_filled_from_the_pack(name: str, language: str) -> None:
    filled = texts.text(PACK, name, language)
    assert "{" not in filled.title + filled.text
    assert "seniorsamtale " not in filled.text.replace("Seniorsamtale", "")  # the municipality calls it otherwise
    bare = texts.text(Pack("0" * 32, 1, "2026-11-24", "Eksempel Kommune", ""), name, language)
    assert bare.text and ": \n" not in bare.text  # what is not known leaves no hole


class Tags(HTMLParser):
    """Which tags open and close, in order."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.seen: set[str] = set()

    def handle_starttag(self, tag: str, attrs: object) -> None:
        assert not attrs
        self.seen.add(tag)
        if tag != "br":
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag


def test_html_is_whole_and_holds_no_mark_of_its_own() -> None:
    """A name with a bracket in it is text."""
    pack = Pack("0" * 32, 1, "2026-11-24", "<b>Kommune</b> & Co", "dpo@eksempel.dk")
    said = texts.as_html(texts.text(pack, "policy", "da"))
    tags = Tags()
    tags.feed(said)
    assert tags.open == [] and tags.seen == {"h1", "h2", "p", "ul", "li"} and "&lt;b&gt;Kommune&lt;/b&gt; &amp; Co" in said


@pytest.mark.parametrize("name", [*NAMES, ""])
def test_a_page_passes_both_profiles(name: str) -> None:
    """"" is the catalogue."""
    content = texts.text_pdf(PACK, texts.text(PACK, name, "da"), "da", MADE) if name else texts.measures_pdf(PACK, "da", MADE)
    for profile in (page.ValidationProfile.PDF_A_3A, page.ValidationProfile.PDF_UA_1):
        assert [str(one) for one in page.validate_pdf_bytes(content, profile=profile).failures] == []


def test_the_catalogue_shows_what_the_municipality_offers_what_can_start_tomorrow_first() -> None:
    document = texts.measures_document(PACK, "da", MADE)
    tables = [block for block in document.blocks if hasattr(block, "rows")]
    titles = [row[0] for table in tables for row in table.rows]
    assert "Faste dage" not in titles and len(titles) == len(set(titles)) == 47 - 1 - 2  # B3, K, and I4 that is shown when asked
    assert all(row[2] == "Ingen" and row[3].startswith(("Lederen", "Medarbejderens")) for row in tables[0].rows)
    day_off = next(row for table in tables for row in table.rows if row[0] == "Fast ugentlig fridag")
    assert "Hos os fredag" in day_off[1] and "Aftalt lokalt (pr. 1. april 2026)" in day_off[1] and day_off[2] == "Kræver penge"
    assert texts.measures_pdf(PACK, "da", MADE).startswith(b"%PDF")


@pytest.mark.parametrize("language", ["da", "en"])
def test_the_days_that_the_pack_gives_are_the_days_that_are_told(language: str) -> None:
    own = Pack("0" * 32, 1, "2026-11-24", "Eksempel Kommune", "dpo@eksempel.dk", invitation_days=21, days_to_read=10)
    assert " 21 " in texts.text(own, "news", language).text and "14" not in texts.text(own, "news", language).text
    assert " 21 " in texts.text(own, "representative", language).text and " 10 " in texts.text(own, "representative", language).text
