# SPDX-License-Identifier: EUPL-1.2
"""What both get on paper: everything they agreed, and nothing that was the leader's own or was not let out."""

from collections.abc import Iterator
from dataclasses import replace

import pytest
from factory import make_row, make_talk, make_template, make_workplace
from hypothesis import given, settings
from hypothesis import strategies as st

from senior_desktop.conversation import catalogue as measures
from senior_desktop.conversation import summary
from senior_desktop.conversation.agreements import AGREED, ANSWERED, AWAITED, NOT_NOW, WISHED, WITHDRAWN
from senior_desktop.conversation.conversation import Answer, Conversation
from senior_desktop.conversation.template import Kind, Privacy, Question
from senior_desktop.paper import labels
from senior_desktop.paper.document import Document, Facts, Heading, Signatures, Table

TEMPLATE, CATALOGUE, PLACE = make_template(), measures.shipped(), make_workplace()
MADE = "2026-11-23T10:42:00+01:00"
GATE = dict(zip(TEMPLATE.question("e03").opens_fields, (1, 2, 3, 4, 5, 6), strict=True))


def sheets(talk: Conversation, *, draft: bool = False) -> tuple[Document, Document]:
    words = labels.words(talk.language)
    return (
        summary.conversation_sheet(talk, TEMPLATE, PLACE, words, MADE, draft=draft),
        summary.agreement_sheet(talk, TEMPLATE, CATALOGUE, PLACE, words, MADE, draft=draft),
    )


def strings(value: object) -> list[str]:
    """Every string anywhere in a document."""
    if isinstance(value, str):
        return [value]
    if isinstance(value, dict):
        return [text for pair in value.items() for one in pair for text in strings(one)]
    if isinstance(value, list | tuple):
        return [text for one in value for text in strings(one)]
    if hasattr(value, "__dataclass_fields__"):
        return [text for name in value.__dataclass_fields__ for text in strings(getattr(value, name))]
    return []


def all_of(document: Document) -> str:
    return "\n".join(strings(document))


def words_of(question: Question, value: object) -> list[str]:
    """The words an answer would be printed with."""
    if isinstance(value, tuple):
        return [TEMPLATE.option(question.id, code, "da") for code in value]
    return [value.replace("987.5", "987,5")] if isinstance(value, str) else []


@st.composite
def talks(draw: st.DrawFn) -> tuple[Conversation, set[str]]:
    """A talk with a marked text in every text field, and what may be on paper of the sensitive ones."""
    answers: dict[str, Answer] = {}
    for one in TEMPLATE.questions:
        if one.row or one.id in ("a01", "a13", "e03", "e04", "e05") or draw(st.booleans()):
            continue
        codes = [option.code for option in TEMPLATE.options(one.id)]
        if one.kind is Kind.TEXT:
            answers[one.id] = Answer(f"ord-fra-{one.id}")
        elif one.kind is Kind.MANY:
            answers[one.id] = Answer(tuple(sorted(draw(st.sets(st.sampled_from(codes), min_size=1)))))
        elif one.kind in (Kind.ONE, Kind.SCALE):
            answers[one.id] = Answer(draw(st.sampled_from(codes)))
        elif one.kind is Kind.YESNO:
            answers[one.id] = Answer(draw(st.booleans()))
        elif one.kind is Kind.NUMBER:
            answers[one.id] = Answer("987.5")
        if one.leave and draw(st.integers(0, 4)) == 0 and one.id in answers:
            answers[one.id] = replace(answers[one.id], declined=True)
    ticked = draw(st.sets(st.sampled_from(sorted(GATE.values()))))
    talk = make_talk(
        {**answers, "e03": Answer(tuple(sorted(ticked))), "e05": draw(st.sampled_from([1, 2]))},
        path=draw(st.sampled_from(["full", "short"])),
        notes={"t1": "note-til-t1", "prepare": "note-til-mig"},
        mandate={"A1": 3, "B3": 2},
        agreements=tuple(
            draw(st.lists(st.builds(make_row, status=st.sampled_from([AGREED, WISHED, NOT_NOW])), max_size=3))
        ),
    )
    return talk, {key for key, code in GATE.items() if code in ticked}


@settings(max_examples=60, deadline=None)
@given(talks())
def test_nothing_private_reaches_either_sheet(drawn: tuple[Conversation, set[str]]) -> None:
    """Notes, preparation, mandate and evaluation: nowhere. Sensitive: ticked ones, on the employee's own sheet."""
    talk, open_fields = drawn
    conversation, agreements = (all_of(one) for one in sheets(talk))
    for one in TEMPLATE.questions:
        heading, marked = one.text.da, f"ord-fra-{one.id}"
        if one.privacy in (Privacy.LAPTOP, Privacy.COUNTED, Privacy.CONTROL):
            assert marked not in conversation + agreements and heading not in conversation + agreements
        if one.privacy is Privacy.SENSITIVE:
            assert marked not in agreements and heading not in agreements
            if one.id not in open_fields:
                assert marked not in conversation and heading not in conversation
        if talk.answer(one.id).declined:
            assert marked not in conversation + agreements
    for private in ("note-til-", TEMPLATE.option("b02", 3, "da"), "En anden", "Tillidsrepræsentant", "En kollega"):
        assert private not in conversation + agreements


@settings(max_examples=30, deadline=None)
@given(talks())
def test_what_was_said_and_shared_stands_on_the_employees_sheet(drawn: tuple[Conversation, set[str]]) -> None:
    """Every shared answer of the path's pages is there, and every ticked sensitive one; nothing is dropped silently."""
    talk, open_fields = drawn
    text = all_of(sheets(talk)[0])
    for theme in TEMPLATE.short if talk.path == "short" else TEMPLATE.themes:
        for question in map(TEMPLATE.question, theme.questions):
            answer = talk.answer(question.id)
            if question.privacy is not Privacy.SHARED and question.id not in open_fields or answer.empty:
                continue
            assert question.text.da in text
            expected = [TEMPLATE.declined.da] if answer.declined else words_of(question, answer.value)
            assert all(one in text for one in expected)


@pytest.mark.parametrize("role", [1, 2, 3, 4])
@pytest.mark.parametrize("language", ["da", "en"])
def test_of_others_present_only_that_they_were_there(role: int, language: str) -> None:
    """A role may hint at union membership: ticked or not, it is never in words."""
    present = labels.words(language)("summary.others_present")
    hidden, shown = (make_talk({"a14": (role,), "e03": ticked}, language=language) for ticked in ((), (1,)))
    assert present not in all_of(sheets(hidden)[0])
    assert present in dict(
        (value, key) for block in sheets(shown)[0].blocks if isinstance(block, Facts) for key, value in block.rows
    )
    assert present not in all_of(sheets(shown)[1])
    role_words = TEMPLATE.option("a14", role, language)
    assert role_words not in [part for one in strings(sheets(shown)[0]) for part in one.split("; ")]
    assert present not in all_of(sheets(make_talk({"a14": (0,), "e03": (1,)}, language=language))[0])


@pytest.mark.parametrize("language", ["da", "en"])
def test_disagreement_stands_on_both_sheets(language: str) -> None:
    """The personnel file must not lack it; the words themselves stay on the employee's own sheet."""
    talk = make_talk({"e05": 2, "e02": "Jeg husker det anderledes."}, language=language)
    own, file = (all_of(one) for one in sheets(talk))
    words = labels.words(language)
    assert words("summary.disagrees") in own and words("summary.disagrees") in file
    assert "Jeg husker det anderledes." in own and "Jeg husker det anderledes." not in file
    assert words("summary.remark_elsewhere") in file and words("summary.agrees") not in own + file


def test_nobody_is_said_to_agree_before_saying_so() -> None:
    """A draft to read in peace claims neither agreement nor disagreement."""
    words = labels.words("da")
    text = all_of(sheets(make_talk({"e05": Answer()}), draft=True)[0])
    assert words("summary.no_position") in text
    assert words("summary.agrees") not in text and words("summary.disagrees") not in text


def test_agreements_stand_first_and_on_both_sheets() -> None:
    """Agreed rows with owner and dates come first, then wishes and "not now" with the reason; no withdrawn ones."""
    rows = (
        make_row(
            text="Faste dage fra januar",
            pay=ANSWERED,
            pay_text="Ingen ændring",
            colleagues=3,
            colleagues_text="Vi prøver det",
        ),
        make_row(
            text="Færre aftenvagter",
            status=WISHED,
            pay=AWAITED,
            pay_who="lønkontoret",
            pay_by="2026-12-15",
            formalise=1,
        ),
        make_row(text="Hjemmearbejde", status=NOT_NOW, why_not=2),
        make_row(text="Projekt om dokumentation", status=WITHDRAWN),
    )
    for document in sheets(make_talk(agreements=rows)):
        agreed, others = (block for block in document.blocks if isinstance(block, Table))
        (row,) = agreed.rows
        assert row[0] == "1" and row[2:] == ("Leder", "04-01-2027", "01-03-2027")
        assert "Ingen ændring" in row[1] and "Vi prøver det" in row[1]
        assert [line[1] for line in others.rows] == ["Ønsket, skal afklares", "Ikke muligt nu: drift og vagtplan"]
        assert "lønkontoret senest 15-12-2026" in others.rows[0][0]
        text = all_of(document)
        assert "Projekt om dokumentation" not in text and labels.words("da")("summary.formalise_text") in text
        headings = [block.text for block in document.blocks if isinstance(block, Heading)]
        assert headings[0] == "Det har vi aftalt"


def test_support_from_outside_never_reaches_the_personnel_file() -> None:
    """G4 tells of health: its row stays on the employee's own sheet."""
    talk = make_talk(agreements=(make_row(measure="G4", text="Støtte udefra"), make_row(text="Faste dage")))
    own, file = (all_of(one) for one in sheets(talk))
    assert "Støtte udefra" in own and "Støtte udefra" not in file and "Faste dage" in file


def test_no_agreement_is_a_result_too() -> None:
    """Nothing agreed is said in plain words, and what was withdrawn needs no formalities."""
    text = all_of(sheets(make_talk(agreements=(make_row(status=WITHDRAWN, formalise=2),)))[1])
    assert labels.words("da")("summary.nothing_agreed") in text
    assert labels.words("da")("summary.formalise_text") not in text


def test_a_draft_has_no_place_to_sign() -> None:
    """ "Læs det i ro" is read, not signed."""
    for draft in (True, False):
        for document in sheets(make_talk(), draft=draft):
            boxes = [block for block in document.blocks if isinstance(block, Signatures)]
            assert document.draft is draft and bool(boxes) is not draft
            assert not boxes or [box.role for box in boxes[0].boxes] == ["leader", "employee"]


def test_answers_are_said_as_people_say_them() -> None:
    """Dates, decimals, yes and no, the most important first, in the talk's language."""
    answers = {"c32": "32.5", "c92": Answer((1, 5, 7), first=5), "e03": (5,), "b05": True}
    for language, expected in (
        ("da", ["32,5", "Anerkendelse (vigtigst); Færre timer; Kolleger", "23. november 2026", "23. februar 2027"]),
        (
            "en",
            ["32.5", "Recognition (most important); Fewer hours; Colleagues", "23 November 2026", "23 February 2027"],
        ),
    ):
        talk = make_talk(answers, language=language)
        text, words = all_of(sheets(talk)[0]), labels.words(language)
        assert all(one in text for one in expected)
        assert summary.said(talk, TEMPLATE, TEMPLATE.question("b05"), words) == words("summary.yes")
        assert summary.written("", words) == "–"
    unticked_later = make_talk({"c92": Answer((1, 7), first=5), "e03": (5,)})
    assert "Anerkendelse" not in all_of(sheets(unticked_later)[0])


def test_the_draft_of_the_summary_tells_only_what_both_may_print() -> None:
    """Thriving, at most four wishes and the number of agreements; nothing declined or sensitive; "" for nothing."""
    words = labels.words("da")

    def drafted(answers: dict[str, object], **changes: object) -> str:
        return summary.drafted(make_talk(answers, **changes), TEMPLATE, CATALOGUE, words)

    said = drafted({"c11": 4, "c22": (1, 2), "c31": (4, 5), "c42": (1,), "c71": (3,), "c92": (6,)})
    assert said.splitlines() == [
        "Trives i høj grad i arbejdet lige nu.",
        "Ønsker: mere faglig fordybelse, nye opgaver, færre aften-, nat- eller weekendvagter, samlede fridage.",
        "Der er indgået én aftale.",
    ]
    declined = {"c11": Answer(1, declined=True), "c22": Answer((3,), declined=True), "c31": (0,)}
    assert drafted(declined, agreements=()) == ""
    assert drafted({}, agreements=(make_row(measure="K"),)) == words("summary.draft_no_change")
    assert drafted({}, agreements=(make_row(), make_row())) == words("summary.draft_agreed", count=2)


def test_what_is_attached_is_what_is_printed() -> None:
    """The data beside the print say nothing more than the print; number, version and the template are there."""
    talk = make_talk(version=2)
    for document in sheets(talk):
        assert (document.number, document.version, document.made) == ("SS-2026-7F3K-9Q2M", 2, MADE)
        shown = set(strings(replace(document, data={})))
        values = set(strings(list(_values(document.data))))
        assert {"Kirsten Ærø Møller", "Faste dage fra januar"} <= {part for text in values for part in text.split("\n")}
        assert not {text for text in values if text not in shown and not any(text in one for one in shown)} - _kinds(
            document
        )
        assert "Kirsten" not in document.title + document.subtitle + document.organisation
    assert talk.template_hash[:16] in all_of(sheets(talk)[0]), "the employee can see which questions were asked"


def _values(data: object) -> Iterator[str]:
    """The strings among the values of nested data; keys are names of fields."""
    if isinstance(data, str):
        yield data
    for one in data.values() if isinstance(data, dict) else data if isinstance(data, list | tuple) else ():
        yield from _values(one)


def _kinds(document: Document) -> set[str]:
    """The names that data give to the kinds of block."""
    return {type(block).__name__ for block in document.blocks}
