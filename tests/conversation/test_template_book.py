# SPDX-License-Identifier: EUPL-1.2
"""A template as a workbook and back: words may change, rules may not; each fault names sheet and cell."""

import io
import random
import zipfile
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import Workbook, load_workbook

from senior_desktop.conversation import template, template_book
from senior_desktop.conversation.template import Privacy, Wording
from senior_desktop.conversation.template_changes import differences, named, with_question, with_theme, with_use
from senior_desktop.conversation.template_text import written
from senior_desktop.errors import TemplateFault
from senior_desktop.paper import labels

SHIPPED = template.shipped()
BOOK = template_book.to_workbook(SHIPPED)


def edited(change: Callable[[Any], None]) -> bytes:
    """The shipped template's workbook after somebody worked on it."""
    book = load_workbook(io.BytesIO(BOOK))
    change(book)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def put(sheet: str, cell: str, value: Any) -> Callable[[Any], None]:
    def change(book: Any) -> None:
        book[sheet][cell] = value

    return change


def test_a_template_is_written_and_read_back_the_same() -> None:
    """Also its digest: what stands at its default is not written."""
    assert template.read(written(SHIPPED).encode()) == SHIPPED


@settings(max_examples=60, deadline=None)
@given(st.text(min_size=1, max_size=80).filter(lambda text: text.strip() and not template.AVOIDED.search(text)))
def test_any_words_come_back(said: str) -> None:
    """Quotes, braces, control characters, emoji: TOML escapes are JSON's."""
    changed = with_question(SHIPPED, "c12", Wording(said, said))
    try:
        found = template.read(written(changed).encode("utf-8", "surrogatepass"))
    except TemplateFault:
        assert any(0xD800 <= ord(one) <= 0xDFFF for one in said)  # a lone half of a sign is no text
    else:
        assert found.question("c12").text == Wording(said, said)


def test_a_workbook_that_nobody_changed_gives_the_same_template() -> None:
    assert template.read(template_book.from_workbook(BOOK, SHIPPED).encode()) == SHIPPED


def test_the_workbook_has_danish_headings_and_a_drop_down() -> None:
    book = load_workbook(io.BytesIO(BOOK))
    assert book.sheetnames == ["Temaer", "Spørgsmål", "Svar"]
    assert [cell.value for cell in book["Spørgsmål"][1]] == ["Nummer", "Spørgsmål (dansk)", "Spørgsmål (engelsk)", "Hjælp (dansk)", "Hjælp (engelsk)", "Bruges"]
    assert book["Spørgsmål"].data_validations.dataValidation[0].formula1 == '"Ja,Nej"'


def test_words_minutes_and_what_is_left_out_are_taken_back() -> None:
    def change(book: Any) -> None:
        book["Temaer"]["B2"], book["Temaer"]["F2"] = "Trivsel hos os", 12
        rows = {cell.value: cell.row for cell in book["Spørgsmål"]["A"]}
        book["Spørgsmål"].cell(rows["c11"], 2).value = "Hvordan har du det i arbejdet?"
        book["Spørgsmål"].cell(rows["c13"], 6).value = "Nej"

    found = template.read(template_book.from_workbook(edited(change), SHIPPED).encode())
    assert found.themes[0].title.da == "Trivsel hos os" and found.themes[0].minutes == 12
    assert "c13" not in found.themes[0].questions and found.question("c13") == SHIPPED.question("c13")
    told = differences(SHIPPED, found)
    assert ("c11", SHIPPED.question("c11").text.da, "Hvordan har du det i arbejdet?") in told and ("c13", "✓", "–") in told


def test_no_rule_can_be_changed_in_a_workbook() -> None:
    """What may be counted and what is sensitive is not even in it: a free text can never be counted, nothing becomes a duty."""
    found = template.read(template_book.from_workbook(edited(put("Spørgsmål", "B3", "Andre ord")), SHIPPED).encode())
    rules = [(one.id, one.kind, one.privacy, one.hr, one.leave, one.off) for one in SHIPPED.questions]
    assert [(one.id, one.kind, one.privacy, one.hr, one.leave, one.off) for one in found.questions] == rules
    assert not any(one.kind is template.Kind.TEXT and one.hr for one in found.questions)
    assert all(one.leave for one in found.questions if one.privacy is Privacy.SENSITIVE and one.phase == 3)


FAULTS = [
    (put("Spørgsmål", "B3", "=1+1"), "Spørgsmål!B3", "formula"),
    (put("Spørgsmål", "A3", "x99"), "Spørgsmål!A3", "no_such_row"),
    (put("Spørgsmål", "A3", "a01"), "Spørgsmål!A3", "double"),
    (put("Spørgsmål", "F3", "Måske"), "Spørgsmål!F3", "yes_or_no"),
    (put("Spørgsmål", "F2", "Nej"), "Spørgsmål!F2", "cannot_go"),
    (put("Spørgsmål", "B1", "Question"), "Spørgsmål!A1", "headings"),
    (put("Temaer", "F2", "mange"), "Temaer!F2", "wrong_value"),
    (put("Temaer", "B2", "Tid til afvikling"), "Temaer!B2", "avoided_word"),
    (put("Temaer", "B2", ""), "Temaer!B2", "no_words"),
    (put("Temaer", "D2", "x" * 601), "Temaer!D2", "too_long"),
    (put("Svar", "C2", ""), "Svar!C2", "no_words"),
    (lambda book: book.remove(book["Svar"]), "Svar!A1", "no_such_sheet"),
]


@pytest.mark.parametrize(("change", "place", "fault"), FAULTS)
def test_a_fault_names_sheet_and_cell(change: Callable[[Any], None], place: str, fault: str) -> None:
    with pytest.raises(TemplateFault) as found:
        template_book.from_workbook(edited(change), SHIPPED)
    assert found.value.facts == {"place": place, "fault": fault}
    for language in ("da", "en"):
        assert labels.words(language)(f"codes.{fault}") in labels.say(found.value, language)


def test_macros_and_other_files_are_refused() -> None:
    out = io.BytesIO(BOOK)
    with zipfile.ZipFile(out, "a") as packed:
        packed.writestr("xl/vbaProject.bin", b"x")
    other = io.BytesIO()
    Workbook().save(other)
    for content, fault in ((out.getvalue(), "macros"), (b"", "no_workbook"), (b"PK\x03\x04", "no_workbook"), (b"x" * (template_book.LARGEST + 1), "too_large"), (other.getvalue(), "no_such_sheet")):
        with pytest.raises(TemplateFault) as found:
            template_book.from_workbook(content, SHIPPED)
        assert found.value.facts["fault"] == fault


def test_spoilt_workbooks_are_each_a_sentence() -> None:
    """A byte changed anywhere, or the end cut off: a template, or a fault with its place."""
    chance = random.Random(8)
    for _ in range(60):
        content = bytearray(BOOK)
        if chance.random() < 0.5:
            content[chance.randrange(len(content))] ^= 1 << chance.randrange(8)
        else:
            del content[chance.randrange(len(content)) :]
        try:
            template.read(template_book.from_workbook(bytes(content), SHIPPED).encode())
        except TemplateFault as fault:
            assert labels.say(fault, "da")


def test_a_question_comes_back_where_it_stood_and_one_that_is_needed_stays() -> None:
    without = with_use(SHIPPED, "c13", False, SHIPPED)
    assert with_use(without, "c13", True, SHIPPED).themes == SHIPPED.themes
    with pytest.raises(TemplateFault) as found:
        with_use(SHIPPED, "c11", False, SHIPPED)
    assert found.value.facts["fault"] == "cannot_go"


def test_another_name_is_another_template_with_a_checksum_of_its_own() -> None:
    changed = named(with_theme(SHIPPED, "t1", minutes=12), "lokal", 1)
    found = template.read(written(changed).encode())
    assert found.name == "lokal.1" and found.digest != SHIPPED.digest
