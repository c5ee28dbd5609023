# SPDX-License-Identifier: EUPL-1.2
"""The template that ships, against the table of the domain written out a second time; and broken ones, each named."""

import re
import tomllib
from itertools import chain

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from senior_desktop import paths
from senior_desktop.conversation import template as templates
from senior_desktop.conversation.template import AVOIDED, Kind, Privacy, Template
from senior_desktop.errors import TemplateFault
from senior_desktop.paper import labels

SHIPPED = (paths.resources() / "templates" / "senior.1.toml").read_bytes()

# id: kind, class, what it may feed for HR, option codes. Copied by hand from the agreed field list: a change of
# either side must be made twice, on purpose.
TABLE = """
a01 text   shared    -     -
a02 yesno  laptop    -     -
a03 text   shared    -     -
a04 one    shared    opt1  1 2 3 4 5 6 7 8 10 11 12 13
a07 number shared    -     -
a08 text   shared    -     -
a09 one    shared    opt1  1 2 3 4
a10 date   shared    -     -
a11 one    shared    a11   1 2 3 4 5
a12 date   shared    -     -
a13 date   shared    -     -
a14 many   sensitive -     0 1 2 3 4
b01 text   laptop    -     -
b02 rows   laptop    -     1 2 3
b03 text   laptop    -     -
b04 many   laptop    -     1 2 3 4 5 6
b05 yesno  shared    -     -
c11 scale  shared    c11   -
c12 text   shared    -     -
c13 text   shared    -     -
c21 scale  shared    opt   -
c22 many   shared    opt1  0 1 2 3 4 5 6 7
c23 text   shared    -     -
c31 many   shared    opt1  0 1 2 3 4 5 6 7
c32 number shared    -     -
c33 one    shared    opt1  1 2 3 4
c41 scale  shared    opt   -
c42 many   shared    opt1  0 1 2 3 4
c51 scale  shared    opt   -
c52 many   shared    opt1  0 1 2 3 4 5
c53 text   shared    -     -
c61 many   shared    opt1  0 1 2 3 4 5
c62 text   shared    -     -
c71 many   sensitive -     0 1 2 3 4 5 6 7
c72 text   sensitive -     -
c81 scale  shared    opt   -
c82 many   shared    opt1  0 1 2 3 4
c91 text   sensitive -     -
c92 many   sensitive c92   0 1 2 3 4 5 6 7 8
c93 many   sensitive -     0 1 2 3 4 5
c99 text   shared    -     -
d01 rows   shared    d01   -
d02 one    shared    d02   1 2 3 4
d03 one    shared    d03   1 2 3 4 5 6
d04 one    shared    -     1 2 3 4
d05 date   shared    -     -
d06 one    shared    opt   0 1 2 3
d07 one    shared    -     1 2 3
d08 one    shared    -     0 1 2
d09 yesno  shared    d01   -
e01 text   shared    -     -
e02 text   shared    -     -
e03 many   control   -     1 2 3 4 5 6
e04 date   shared    -     -
e05 one    shared    -     1 2
g1  scale  counted   g1    -
g2  scale  counted   g2    -
g3  one    counted   g3    1 2 3 4
g5  scale  laptop    opt   -
g6  one    shared    later 1 2 3 4
g7  one    shared    later 1 2 3 4
"""

THEMES = {
    "t1": "c11 c12 c13", "t2": "c21 c22 c23", "t3": "c31 c32 c33", "t4": "c41 c42", "t5": "c51 c52 c53",
    "t6": "c61 c62", "t7": "c71 c72", "t8": "c81 c82", "t9": "c91 c92 c93", "t10": "c99",
}  # fmt: skip

SHORT = "a01 a03 a07 a08 a10 a13 b05 c11 c12 c22 c31 c42 c52 c61 c71 c92 c99 d01 d02 d03 d04 d05 d06 d08 d09 e02 e04"

MAY_BE_OFF = "a12 b01 b03 b04 c13 c23 c33 c53 c62 c82 c93 d07 g2"


def said(template: Template) -> dict[str, str]:
    """Each question as a row of TABLE."""
    return {
        one.id: " ".join(
            (one.kind, one.privacy, one.hr or "-", " ".join(str(option.code) for option in one.options) or "-")
        )
        for one in template.questions
    }


def test_every_id_kind_class_and_code_is_the_agreed_one() -> None:
    """A code means the same for ever: papers, vaults and HR's counts rest on it."""
    agreed = {row.split()[0]: " ".join(row.split()[1:]) for row in TABLE.strip().splitlines()}
    assert said(templates.shipped()) == agreed


def test_nine_themes_and_the_employees_own() -> None:
    """Themes hold the questions of the field list, ask about work before the coming years, and each has a status."""
    template = templates.shipped()
    assert {one.id: " ".join(one.questions) for one in template.themes} == THEMES
    assert [one.id for one in template.themes if one.own] == ["t10"]
    assert [option.code for option in template.status.options] == [1, 2, 3]
    assert [option.code for option in template.scale] == [1, 2, 3, 4]
    assert [option.da for option in template.scale] == ["Slet ikke", "I mindre grad", "I nogen grad", "I høj grad"]


def test_the_short_path_is_short() -> None:
    """At most 15 things to fill in beside what the program fills in and the fields of an agreement row."""
    template = templates.shipped()
    short = [one for one in template.questions if one.short]
    assert " ".join(one.id for one in short) == SHORT
    assert set(chain(*(page.questions for page in template.short))) == {one.id for one in short if one.phase == 3}
    assert set(chain(*(page.themes for page in template.short))) == {
        f"t{number}" for number in (1, 2, 3, 4, 5, 6, 7, 9, 10)
    }
    # The short path's wishes, on one page with ticks only, count as the one card they are.
    ticks = next(page for page in template.short if len(page.questions) > 3).questions
    asked = [one for one in short if not one.filled and not one.row and one.id not in ticks]
    assert len(asked) + 1 <= 15
    assert " ".join(one.id for one in template.questions if one.off) == MAY_BE_OFF


def test_each_theme_opens_with_an_invitation_and_two_or_three_cards() -> None:
    """On both paths, in both languages; a card is a question, and no question of the template is asked twice by one."""
    template = templates.shipped()
    asked = {text for one in template.questions for text in (one.text.da, one.text.en)}
    for theme in (*template.themes, *template.short):
        assert theme.invitation.da.strip() and theme.invitation.en.strip()
        assert 2 <= len(theme.cards) <= 3, theme.id
        assert all(text.endswith("?") and text not in asked for card in theme.cards for text in (card.da, card.en)), theme.id


def test_the_soft_minutes_fit_the_talk() -> None:
    """60-90 minutes in all for the full path, 40 for the short one (domain, section 2), with room left for agreements."""
    template = templates.shipped()
    assert all(theme.minutes > 0 for theme in (*template.themes, *template.short))
    assert 60 <= sum(theme.minutes for theme in template.themes) <= 75
    assert 25 <= sum(theme.minutes for theme in template.short) <= 32


def test_everything_about_the_person_may_be_left_unanswered() -> None:
    """ "Ønsker ikke at svare" stands on every question of the talk and of the evaluation."""
    template = templates.shipped()
    assert all(one.leave for one in template.questions if one.phase == 3 or one.privacy is Privacy.COUNTED)
    assert template.declined.da == "Ønsker ikke at svare"


def test_no_answer_list_reaches_code_nine() -> None:
    """9 is "ønsker ikke at svare" everywhere; 0 is the answer that excludes the others."""
    template = templates.shipped()
    for one in template.questions:
        assert 9 not in {option.code for option in template.options(one.id)} if one.options else True
    none = {"Uændret", "Ingen", "Ikke nu", "Nej", "Intet særligt", "Ikke relevant"}
    assert {option.da for one in template.questions for option in one.options if option.code == 0} == none


def test_each_sensitive_field_has_its_own_tick() -> None:
    """e03 opens the sensitive fields one by one and nothing else."""
    template = templates.shipped()
    sensitive = {one.id for one in template.questions if one.privacy is Privacy.SENSITIVE}
    assert sensitive == set(template.question("e03").opens_fields) == {"a14", "c71", "c72", "c91", "c92", "c93"}
    assert template.question("c72").opens is not None and "Ingen diagnoser" in template.question("c72").help.da
    assert (template.question("c92").most, template.question("c92").first) == (3, True)


@pytest.mark.parametrize(
    "file",
    [
        "resources/templates/senior.1.toml",
        "resources/catalogue/measures.1.toml",
        "resources/indicators/sen1.toml",
        "translations/paper_da.toml",
        "translations/paper_en.toml",
    ],
)
def test_no_text_pushes_anybody_out(file: str) -> None:
    """The wording rules hold in every file whose words are shown or printed; comments are not."""
    folder, _, rest = file.partition("/")
    root = paths.resources() if folder == "resources" else paths.translations()

    def strings(value: object) -> list[str]:
        if isinstance(value, str):
            return [value]
        inner = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
        return [text for one in inner for text in strings(one)]

    said = tomllib.loads((root / rest).read_text(encoding="utf-8"))
    # A list of staff that holds CPR numbers is refused, and that takes the word.
    refusals = [said.get("errors", {}).pop(key) for key in list(said.get("errors", {})) if key.startswith("StaffFileRefused")]
    texts = strings(said)
    assert len(texts) > 50 and not [text for text in refusals if AVOIDED.search(text)]
    assert not [text for text in texts if AVOIDED.search(text)]
    assert not [text for text in texts if re.search(r"\bCPR\b|fødselsår|afvist\b|udeblevet", text, re.IGNORECASE)]


def test_the_digest_is_of_the_meaning_not_of_the_bytes() -> None:
    """A talk is pinned to what was asked: comments and line ends may change, a word may not."""
    digest = templates.read(SHIPPED).digest
    assert len(digest) == 64
    assert templates.read(b"# a remark\r\n" + SHIPPED.replace(b"\n", b"\r\n")).digest == digest
    assert templates.read(SHIPPED.replace(b"Stilling", b"Titel", 1)).digest != digest
    assert templates.shipped().name == "senior.1"


@pytest.mark.parametrize(
    ("old", "new", "place", "fault"),
    [
        ('id = "a03"', 'id = "a01"', "questions/a01", "double_id"),
        ('id = "a03"', 'id = "x9"', "questions/x9", "bad_id"),
        ('id = "e05"', 'id = "e06"', "questions/e05", "missing_question"),
        ('id = "c13"\nphase = 3\nkind = "te', 'id = "c13"\nphase = 3\nkind = "', "questions/c13/kind", "unknown_value"),
        ('id = "c13"\nphase = 3', 'id = "c13"\nphase = "3"', "questions/c13/phase", "wrong_type"),
        ('id = "c13"\nphase = 3', 'id = "c13"\nphase = 3\ncolour = 1', "questions/c13", "unknown_field"),
        ('id = "c13"\nphase = 3', 'id = "c13"', "questions/c13", "missing_field"),
        ('"c11", "c12", "c13"', '"c11", "c12", "c98"', "themes/t1/c98", "unknown_question"),
        ("[7, \"Kolleger\"", "[9, \"Kolleger\"", "questions/c92", "code_nine"),
        ("[7, \"Kolleger\"", "[6, \"Kolleger\"", "questions/c92", "double_code"),
        ('da = "Stilling"', 'da = " "', "questions/a03", "no_words"),
        ('da = "Stilling"', 'da = "Afvikling"', "questions/a03", "avoided_word"),
        ('opens_fields = ["a14", ', "opens_fields = [", "questions/e03", "wrong_gate"),
        ('opens_fields = ["a14"', 'opens_fields = ["b01"', "questions/e03", "wrong_gate"),
        ("version = 1", "version = ", "9", "not_toml"),
    ],
)  # fmt: skip
def test_a_fault_names_its_place(old: str, new: str, place: str, fault: str) -> None:
    """HR mends a template from the sentence alone: where, and what; in both languages."""
    broken = SHIPPED.decode().replace(old, new, 1)
    assert broken != SHIPPED.decode()
    with pytest.raises(TemplateFault) as found:
        templates.read(broken.encode())
    facts = found.value.facts
    if fault == "not_toml":
        assert broken.splitlines()[int(facts["place"]) - 1].startswith("version")
    else:
        assert facts["place"] == place
    assert facts["fault"] == fault
    for language in ("da", "en"):
        said = labels.say(found.value, language)
        assert str(facts["place"]) in said and labels.words(language)(f"codes.{fault}") in said


@pytest.mark.parametrize(
    ("content", "line"),
    [
        (b'a = 1\nb = \n', 2),
        (b'a = 1\nb = [1,\n2\n', 3),  # nothing closes it: the last line
        (b'a = """\n\n', 2),
        (b"a = 1\nb = 1\na = 2", 3),
        (b"a = 1\n\nb = " + b"9" * 5000 + b"\nc = 1\n", 3),  # the parser tells no line of a number too long
        (b"a = 1\n\n\nb = " + b"[" * 5000 + b"\n", 4),
        (b"a = 1\r\nb = \r\n", 2),
    ],
)
def test_a_slip_in_the_writing_names_its_line(content: bytes, line: int) -> None:
    """Also where the parser itself tells none."""
    with pytest.raises(TemplateFault) as found:
        templates.read(content)
    assert found.value.facts == {"place": str(line), "fault": "not_toml"}


def test_a_letter_that_is_not_utf8_names_its_line() -> None:
    """An editor may have saved it as Windows-1252."""
    with pytest.raises(TemplateFault) as found:
        templates.read(b"a = 1\nb = 'p\xe5'\n")
    assert found.value.facts == {"place": "2", "fault": "not_utf8"}


def test_a_template_that_is_not_there_is_named() -> None:
    """A talk held on a version that did not come along says so."""
    with pytest.raises(TemplateFault) as found:
        templates.shipped("senior.99")
    assert found.value.facts == {"place": "senior.99", "fault": "no_such_template"}


@given(st.binary(max_size=300))
@example(b"\xff")
@example(b"a = " + b"9" * 5000)
@example(b"a = " + b"[" * 5000)
def test_no_bytes_give_another_exception(content: bytes) -> None:
    """Whatever file is opened as a template, the answer is a template or a fault with a place."""
    with pytest.raises(TemplateFault):
        templates.read(content)


@settings(max_examples=150, deadline=None)
@given(st.data())
def test_no_slip_of_the_pen_gives_another_exception(data: st.DataObject) -> None:
    """The shipped file with a stretch cut out, doubled or overwritten is a template or a TemplateFault."""
    start = data.draw(st.integers(0, len(SHIPPED)))
    end = data.draw(st.integers(start, min(len(SHIPPED), start + 200)))
    other = data.draw(
        st.sampled_from(
            [b"", b"0", b"9", b'"', b"[", b"]", b"\n", b"true", b"-1", b"1979-05-27", SHIPPED[start:end] * 2]
        )
    )
    try:
        read = templates.read(SHIPPED[:start] + other + SHIPPED[end:])
    except TemplateFault as fault:
        assert fault.facts["place"] and fault.facts["fault"]
    else:
        assert read.question("e03").kind is Kind.MANY
