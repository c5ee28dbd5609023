# SPDX-License-Identifier: EUPL-1.2
"""The measures that ship, against the agreed list; what is proposed to two people, and what a new row asks at once."""

from dataclasses import replace

import pytest
from factory import make_row, make_talk

from senior_desktop import paths
from senior_desktop.conversation import catalogue as measures
from senior_desktop.conversation import template as templates
from senior_desktop.conversation.agreements import AGREED, AWAITED, WISHED, with_row
from senior_desktop.conversation.catalogue import Hindrance, as_allowed, hindrance, proposed, row_for
from senior_desktop.conversation.template import Wording
from senior_desktop.errors import TemplateFault
from senior_desktop.hr import indicators
from senior_desktop.paper import labels

# code: dearest typical cost (0 none, 1 local budget, 2 real money) and who decides
AGREED_LIST = """
A1 0 L  A2 2 O  A3 2 CO A4 0 L  A5 0 M  A6 1 L  A7 0 L  A8 2 LC
B1 1 L  B2 0 L  B3 0 L  B4 1 L  B5 0 L
C1 0 L  C2 0 L  C3 1 L  C4 2 O  C5 0 C  C6 0 L
D1 0 L  D2 0 C  D3 0 L
E1 1 L  E2 1 L  E3 2 C  E4 0 L
F1 1 L  F2 1 L  F3 0 L  F4 0 L
G1 1 L  G2 1 L  G3 0 L  G4 0 M
H1 2 O  H2 2 O  H3 2 O  H4 2 O  H5 0 LM
I1 2 LO I2 1 L  I3 1 C  I4 0 L
J1 1 C  J2 0 L  J3 0 L
K  0 L
"""

MUST_ASK_ABOUT_PAY = {"A1", "A7", "B1"}
"""Named in the domain's list; others that touch hours, supplements or post do so too."""


def test_forty_seven_measures_with_their_cost_and_decider() -> None:
    """46 measures and "ingen ændring", no code twice, each in a group of its own letter."""
    catalogue = measures.shipped()
    words = AGREED_LIST.split()
    agreed = dict(zip(words[::3], zip(words[1::3], words[2::3], strict=True), strict=True))
    assert {one.code: (str(one.cost), "".join(one.decides)) for one in catalogue.measures} == agreed
    assert len(catalogue.measures) == len(agreed) == 47
    assert [group.code for group in catalogue.groups] == list("ABCDEFGHIJK")


def test_what_can_start_tomorrow_stands_first() -> None:
    """Free of cost and within the leader's own say: those come first, otherwise the file's order is kept."""
    shown = measures.shipped().on_offer({})
    tomorrow = [one.tomorrow for one in shown]
    assert tomorrow == sorted(tomorrow, reverse=True) and any(tomorrow)
    assert all(one.cost == 0 and one.decides[0] == "L" for one in shown if one.tomorrow)
    assert [one.code for one in shown if one.tomorrow][:3] == ["A1", "A4", "A7"]


def test_a_measure_the_leader_cannot_offer_is_not_shown() -> None:
    """b02 = 3 takes it away; 2 (must ask) does not; "overgang på din måde" waits until the employee asks."""
    shown = {one.code for one in measures.shipped().on_offer({"B3": 3, "B2": 2})}
    assert "B3" not in shown and "B2" in shown and "I4" not in shown


def test_health_and_a_change_of_trade_are_never_counted() -> None:
    """G4 and E3 are passed over in every count; G4 is of the sensitive class."""
    catalogue = measures.shipped()
    assert {one.code for one in catalogue.measures if not one.counted} == indicators.PASSED_OVER == {"G4", "E3"}
    assert {one.code for one in catalogue.measures if one.sensitive} == {"G4"}


@pytest.mark.parametrize("language", ["da", "en"])
def test_each_measure_but_no_change_has_an_example(language: str) -> None:
    """In own words, one sentence or three, no two alike, and none that pushes anyone out."""
    examples = [one.example.said(language) for one in measures.shipped().measures if one.example is not None]
    assert len(set(examples)) == len(examples) == 46 and measures.shipped().measure("K").example is None
    assert all(40 < len(said) < 200 and said.endswith(".") for said in examples)
    assert not [said for said in examples if templates.AVOIDED.search(said)]


def test_what_is_told_of_a_measure_ends_with_the_municipalitys_own_words() -> None:
    own = measures.Override("B3", text=Wording("Spørg vagtplanlæggeren.", "Ask the planner."), facts=Wording("Fire uger frem.", "Four weeks."), valid="2026-04-01")
    here = measures.overridden(measures.shipped(), [own]).measure("B3")
    local, example, facts = measures.told_of(here, labels.words("da"), "da")
    assert example.startswith("Fx: ") and local == "Hos os: Spørg vagtplanlæggeren." and facts.startswith("Overenskomsten: ") and "Fire uger frem." in facts and "1. april 2026" in facts


def test_every_wish_points_to_an_answer_that_exists() -> None:
    """A tick that proposes a measure is a tick somebody can set, and never "ingen"."""
    template = templates.shipped()
    for one in measures.shipped().measures:
        for wish in one.wishes:
            question, _, code = wish.partition(".")
            assert template.option(question, int(code), "da") and code != "0"


@pytest.mark.parametrize("language", ["da", "en"])
def test_pay_and_pension_are_never_silent(language: str) -> None:
    """A measure that touches hours, supplements or post starts with the answer awaited, must be formalised, and cannot
    be agreed before the answer is there."""
    touching = [one for one in measures.shipped().measures if one.pay]
    assert {one.code for one in touching} >= MUST_ASK_ABOUT_PAY
    for one in touching:
        row = row_for(one, language, "2027-02-23")
        assert row.pay == AWAITED and row.formalise != 0 and row.text == one.title.said(language)
        assert with_row((), make_row(id=row.id, measure=row.measure, pay=row.pay, status=AGREED))[0].status == WISHED
    for one in measures.shipped().measures:
        assert one.pay or row_for(one, language, "").pay != AWAITED


def test_the_leader_grants_only_what_is_the_leaders_to_give() -> None:
    """Decided by the leader, or marked "kan selv sige ja"; what needs the union is never the leader's."""
    catalogue = measures.shipped()
    for one in catalogue.measures:
        assert one.granted(None) == ("L" in one.decides)
        assert not one.granted(2) and not one.granted(3)
        assert one.granted(1) == (one.decides != ("O",))


def test_what_hinders_an_agreement_is_named() -> None:
    """Others decide; pay and pension are open, not relevant where they are touched, or answered without a word."""
    catalogue = measures.shipped()

    def why(mandate: dict[str, int] | None = None, **row: object) -> Hindrance | None:
        return hindrance(make_row(**row), catalogue, mandate or {})

    assert why(measure="C5", pay=1, pay_text="Uændret løn") is why(measure="B3", mandate={"B3": 2}) is Hindrance.OTHERS_DECIDE
    assert why(measure="A2", mandate={"A2": 1}, pay=1, pay_text="Som før") is Hindrance.OTHERS_DECIDE
    assert why(measure="D2", mandate={"D2": 1}) is None
    assert why(measure="B1", pay=0) is why(measure="B1", pay=2) is why(measure="B1", pay=1, pay_text=" ") is Hindrance.PAY
    assert why(measure="", pay=2) is Hindrance.PAY
    assert why(measure="B1", pay=1, pay_text="Tillægget falder") is why(measure="K") is why(measure="") is None


def test_a_hindered_row_stays_a_wish_and_mending_words_takes_nothing_back() -> None:
    """Becoming "aftalt" is what is checked; an agreed row whose answer is being written anew stays agreed."""
    catalogue = measures.shipped()
    agreed = make_row(measure="B1", pay=1, pay_text="Tillægget falder")
    assert as_allowed(agreed, None, catalogue, {}) == agreed
    mended = replace(agreed, pay_text="")
    assert as_allowed(mended, agreed, catalogue, {}) == mended
    assert as_allowed(replace(agreed, pay=0), agreed, catalogue, {}).status == WISHED
    assert as_allowed(replace(agreed, measure="A2"), None, catalogue, {}).status == WISHED


def test_a_ticked_wish_proposes_its_measure_until_a_row_holds_it() -> None:
    """Type once: fewer evening shifts proposes B1; the measure is not proposed twice, nor when ruled out."""
    catalogue = measures.shipped()
    talk = make_talk({"c31": (4,), "c61": (0,)}, agreements=())
    assert [one.code for one in proposed(talk, catalogue)] == ["B1"]
    assert not proposed(make_talk({"c31": (4,)}, agreements=(make_row(measure="B1"),)), catalogue)
    assert not proposed(make_talk({"c31": (4,)}, agreements=(), mandate={"B1": 3}), catalogue)
    assert not proposed(make_talk({}, agreements=()), catalogue)


def test_a_catalogue_that_is_not_there_says_so(tmp_path: object, monkeypatch: pytest.MonkeyPatch) -> None:
    """A missing or mistyped file is a fault of the file, not of the program."""
    with pytest.raises(TemplateFault):
        measures.shipped("measures.99")
    folder = tmp_path / "catalogue"
    folder.mkdir()
    (folder / "measures.1.toml").write_text('id = "measures"\nversion = "one"\n', encoding="utf-8")
    monkeypatch.setattr(paths, "resources", lambda: tmp_path)
    with pytest.raises(TemplateFault):
        measures.shipped()
