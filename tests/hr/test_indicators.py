# SPDX-License-Identifier: EUPL-1.2
"""A talk -> codes: each definition of the default indicators, and what an indicator file may not say."""

from dataclasses import replace
from datetime import date
from fractions import Fraction

import pytest

from senior_desktop import paths
from senior_desktop.conversation.agreements import AGREED, NOT_NOW, WISHED, Agreement
from senior_desktop.conversation.conversation import Answer, Conversation, Stage
from senior_desktop.errors import TemplateFault
from senior_desktop.hr import indicators
from senior_desktop.hr.indicators import codes, ended_offer_code, is_ready
from senior_desktop.paper import labels

SEN1 = indicators.shipped()["sen1-e1"]
CONTENT = (paths.resources() / "indicators" / "sen1.toml").read_bytes()


def talk(stage=Stage.SIGNED, rows=(), **answers):
    """A talk whose answers are given by question id: a value, or an `Answer`."""
    given = {key: value if isinstance(value, Answer) else Answer(value) for key, value in answers.items()}
    return Conversation(
        id="0" * 32, person="1" * 32, number="SS-2026-AAAA-BBBB", template="senior.1", template_hash="",
        created="2026-01-10T09:00:00+01:00", changed="2026-01-10T09:00:00+01:00",
        stage=stage, answers=given, agreements=tuple(rows),
    )


def row(measure, status=AGREED, why_not=None, most_important=False):
    return Agreement(id=measure, measure=measure, status=status, why_not=why_not, most_important=most_important)


def code_of(indicator, **given):
    return codes(talk(**given), SEN1)[indicator]


@pytest.mark.parametrize("question, yes, others", [("g3", 1, (2, 3, 4)), ("g1", 4, (1, 2, 3)), ("g2", 4, (1, 2, 3)),
                                                   ("c11", 4, (1, 2, 3))])
def test_only_the_named_answer_counts_as_ja(question, yes, others):
    """A yes/no is a floor: silence, "ønsker ikke at svare" and "ville blive alligevel" are not ja."""
    assert code_of(question, **{question: yes}) == 1
    for other in (*others, Answer(None, declined=True), Answer(yes, declined=True), Answer()):
        assert code_of(question, **{question: other}) == 0


def test_no_change_is_no_measure_but_own_words_are():
    assert code_of("d02", rows=[row("K")]) == 0
    assert code_of("d02", rows=[row("A1", WISHED)]) == 0
    assert code_of("d02", rows=[row("")]) == 1
    assert code_of("d02", rows=[row("K"), row("B1")]) == 1


def test_health_and_retraining_measures_feed_no_count():
    """G4 and E3 are passed over everywhere, even when they are the only or the most important row."""
    hidden = [row("G4", most_important=True), row("E3")]
    assert (code_of("d02", rows=hidden), code_of("d01", rows=hidden)) == (0, 0)
    assert code_of("d01", rows=[*hidden, row("C1")]) == 3
    assert code_of("d03", rows=[row("G4", NOT_NOW, 1), row("E3", NOT_NOW, 2)]) == 0


def test_the_main_measure_is_the_one_marked_else_the_first_agreed():
    assert code_of("d01") == 0
    assert [code_of("d01", rows=[row(f"{letter}1")]) for letter in "ABCDEFGHIJ"] == list(range(1, 11))
    assert code_of("d01", rows=[row("K")]) == 11
    assert code_of("d01", rows=[row("B2"), row("H1", most_important=True)]) == 8
    assert code_of("d01", rows=[row("A1", WISHED, most_important=True), row("B2"), row("C1")]) == 2
    assert code_of("d01", rows=[row("", most_important=True), row("J1")]) == 10


def test_the_main_reason_is_the_most_frequent_and_on_a_tie_the_first_entered():
    assert code_of("d03", rows=[row("A1")]) == 0
    assert code_of("d03", rows=[row("A1", NOT_NOW, 2), row("A2", NOT_NOW, 1), row("A3", NOT_NOW, 1)]) == 1
    assert code_of("d03", rows=[row("A1", NOT_NOW, 5), row("A2", NOT_NOW, 1)]) == 5
    assert code_of("d03", rows=[row("A1", NOT_NOW, None)]) == 6


def test_what_matters_most_is_the_marked_option_or_the_only_one():
    assert code_of("c92", c92=Answer((1, 5, 8), first=5)) == 5
    assert code_of("c92", c92=(3,)) == 3
    assert code_of("c92", c92=(0,)) == 0
    assert code_of("c92", c92=(3, 4)) == 9
    assert code_of("c92", c92=Answer((3, 4), first=1)) == 9
    assert code_of("c92", c92=Answer((3,), declined=True)) == 9
    assert code_of("c92") == 9


def test_a_talk_is_ready_when_signed_or_held_and_evaluated():
    answered = {"g1": 4, "g2": Answer(declined=True), "g3": 2}
    assert is_ready(talk(**answered)) and is_ready(talk(Stage.HELD, **answered))
    assert not is_ready(talk(Stage.REVIEW, **answered)) and not is_ready(talk(Stage.SIGNED_BY_LEADER, **answered))
    assert not is_ready(talk(g1=4, g3=2))


def test_an_offer_ends_as_no_thanks_at_once_and_otherwise_with_time():
    """a11: 3 and "spørg ikke igen" at once; the others when a12 or 12 months have passed."""
    before, after = date(2027, 1, 9), date(2027, 1, 10)
    assert ended_offer_code(talk(Stage.DECLINED, a11=3)) == 3
    assert ended_offer_code(talk(Stage.DECLINED, a11=5), before) == 3
    assert ended_offer_code(talk(Stage.DECLINED)) == 3
    assert ended_offer_code(talk(Stage.DECLINED, a11=3, a13="2026-01-10", c11=4), before) == 3, "stopped in the midst of it"
    for answer, code in ((1, 1), (2, 2), (4, 4), (Answer(), 4)):
        offer = talk(Stage.OFFERED, a11=answer, a10="2026-01-10")
        assert ended_offer_code(offer) is None and ended_offer_code(offer, before) is None
        assert ended_offer_code(offer, after) == code
    assert ended_offer_code(talk(Stage.PREPARING, a11=2, a12="2026-03-01"), date(2026, 3, 1)) == 2
    assert ended_offer_code(talk(Stage.OFFERED, a10="2024-02-29"), date(2025, 3, 1)) == 4


def test_a_held_talk_is_no_ended_offer_and_an_offer_taken_back_unanswered_is_none_either():
    late = date(2030, 1, 1)
    for stage in (Stage.SIGNED, Stage.HELD, Stage.REVIEW, Stage.HANDED_OVER, Stage.CLOSED):
        assert ended_offer_code(talk(stage, a11=1), late) is None
    assert ended_offer_code(talk(Stage.WITHDRAWN), late) is None
    assert ended_offer_code(talk(Stage.WITHDRAWN, a11=1), late) == 1


def test_the_shipped_set_is_eight_indicators_and_38_rows():
    """5 yes/no + 10 + 12 + 7 + 4, the same in each noise profile."""
    for skema, one in indicators.shipped().items():
        assert len(one.about_talks) == 8 and len(one.rows) == 38 and one.skema == skema
        assert one.rows == tuple(sorted(one.rows))
        used = {each.question for each in one.indicators} | {each.id for each in one.indicators}
        assert not used & indicators.NEVER_COUNTED
        assert all(each.name.da and each.name.en and all(text.da and text.en for text in each.answers.values())
                   for each in one.indicators)
    scales = {skema: (one.scale("g1"), one.scale("d01"), one.scale("a11")) for skema, one in
              indicators.shipped().items()}
    assert scales == {"sen1-e05": (2, 4, 4), "sen1-e1": (1, 2, 2), "sen1-e2": (Fraction(1, 2), 1, 1)}



@pytest.mark.parametrize("old, new, place", [
    (b'id = "sen1"', b'id = 3', "id"),
    (b'id = "sen1"', b'id = "1sen"', "id"),
    (b'kind = "process"', b'kind = "list"', "indicator"),  # would be a ninth
    (b'e1 = "1"', b'e1 = "4"', "profiles.e1"),
    (b'e1 = "1"', b'none = "1"', "profiles.none"),
    (b'question = "c92"', b'question = "c91"', "indicator c92"),
    (b'question = "c92"', b'', "indicator c92"),
    (b'id = "g1"', b'id = "g3"', "indicator g3"),
    (b'group = "offers"', b'group = "nowhere"', "indicator a11"),
    (b'yes = [1]', b'yes = []', "indicator g3"),
    (b'9 = { da = "Intet valgt som det vigtigste", en = "Nothing chosen as the most important" }', b"",
     "indicator c92"),
    (b'answers.1.en = "Yes"', b"", "indicator[0].answers[...]"),
    (b"[profiles]", b"[[[", "line 9, column 3"),
])
def test_a_faulty_indicator_file_is_refused_with_the_place(old, new, place):
    with pytest.raises(TemplateFault) as fault:
        indicators.read(CONTENT.replace(old, new, 1))
    assert fault.value.facts["place"] == place
    for language in ("da", "en"):
        code = fault.value.facts["fault"]
        assert labels.words(language)(f"codes.{code}") in labels.say(fault.value, language)


def test_a_ninth_indicator_is_refused():
    """At most 8: one person spends at most 8 epsilon in a batch."""
    ninth = CONTENT + b"\n" + CONTENT[CONTENT.index(b'[[indicator]]\nid = "d02"'):].split(b"\n\n")[0].replace(
        b'"d02"', b'"d99"')
    with pytest.raises(TemplateFault) as fault:
        indicators.read(ninth)
    assert fault.value.facts["place"] == "indicator"


def test_codes_are_frozen_facts_only():
    """The codes hold a number per default indicator and nothing else of the talk."""
    full = talk(g1=4, c71=(1, 6), c72="noget privat", c91="mere privat", a01="Navn")
    found = codes(replace(full, notes={"t1": "note"}), SEN1)
    assert set(found) == {"g1", "g2", "g3", "c11", "d02", "c92", "d01", "d03"}
    assert all(type(value) is int for value in found.values())
