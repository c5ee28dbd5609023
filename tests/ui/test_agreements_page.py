# SPDX-License-Identifier: EUPL-1.2
"""From a need or a ticked wish to a row: found by the employee's words, typed once, and agreed only when it may be."""

from collections.abc import Callable
from typing import Any

import pytest
from factory import keep, make_row, make_talk
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from senior_desktop import story
from senior_desktop.conversation.agreements import AGREED, ANSWERED, AWAITED, WISHED


def opened(start: Callable[..., Any], vault: Any, answers: dict[str, Any] | None = None, *, shared: bool = True, **changes: Any) -> Any:
    """(app, the talk's window), with no rows unless they are given."""
    talk = keep(vault, make_talk(answers, **{"agreements": (), **changes}))
    app = start(vault=vault)
    return app, app.talk(talk, shared=shared)


def offered(row: Any, field: str) -> list[int]:
    """The codes that can be chosen in that drop-down."""
    box = row.list(field)
    return [box.itemData(place) for place in range(box.count()) if box.model().item(place).isEnabled()]


def row_of(page: Any) -> Any:
    """The one row's card."""
    (card,) = page.rows.values()
    return card


def test_a_ticked_wish_is_typed_once(start: Callable[..., Any], vault: Any) -> None:
    """Ticked on its theme's page, offered as a row with its words, and no longer offered when the row is there."""
    app, talk = opened(start, vault)
    app.go(talk, "t3").cards["c31"].field.box(4).click()
    app.settle()
    page = app.go(talk, "agreements")
    (idea,) = [one for one in page.findChildren(type(page.finder.add)) if one.text().startswith("+")]
    assert "Færre aften/nat/weekend" in idea.text()
    idea.click()
    app.settle()
    (stored,) = talk.room.talk.agreements
    assert (stored.measure, stored.text, stored.status, stored.pay) == ("B1", "Færre aften/nat/weekend", WISHED, AWAITED)
    assert not [one for one in page.findChildren(type(page.finder.add)) if one.text().startswith("+") and one.isVisible()]


def test_the_job_group_filters_and_show_all_lifts_it(start: Callable[..., Any], vault: Any) -> None:
    """Each line tells cost and who decides; for a group that is not told there is nothing to lift."""
    app, talk = opened(start, vault, {"a04": 1})
    finder = app.go(talk, "agreements").finder
    usual = finder.list.count()
    lines = [finder.list.item(place).text() for place in range(usual)]
    assert all(" · " in line.splitlines()[1] for line in lines)
    assert not [line for line in lines if line.startswith("Hjemmearbejde")]
    assert lines[0].endswith("Ingen udgift · lederen afgør det")
    finder.all.click()
    assert finder.list.count() == 46 > usual
    talk.room.record("a04", story.Answer())
    finder.all.click()
    app.settle()
    assert not finder.all.isVisible()
    assert finder.list.count() == 46


def test_no_hit_is_said_calmly_and_leads_to_their_own_words(start: Callable[..., Any], vault: Any) -> None:
    """Enter stands on the way on; what was searched for is not stored."""
    app, talk = opened(start, vault)
    finder = app.go(talk, "agreements").finder
    QTest.keyClicks(finder.need, "zebrastriber")
    assert finder.nothing.isVisible()
    assert finder.nothing.text().startswith("Vi fandt ikke noget")
    assert not finder.list.isVisible()
    QTest.keyClick(finder.need, Qt.Key.Key_Return)
    assert talk.focusWidget() is finder.own
    QTest.keyClick(finder.own, Qt.Key.Key_Space)
    app.settle()
    (stored,) = talk.room.talk.agreements
    assert (stored.measure, stored.text) == ("", "")
    assert "zebrastriber" not in repr(vault.get(talk.room.talk.id))


def test_pay_and_pension_are_answered_before_it_can_be_agreed(start: Callable[..., Any], vault: Any) -> None:
    """ "Aftalt" cannot be chosen, nor "ikke relevant"; an answer without words opens nothing; with them it does."""
    app, talk = opened(start, vault)
    page = app.go(talk, "agreements")
    page.finder.pick("B1")
    page.finder.add.click()
    app.settle()
    row = row_of(page)
    for pay, words, may in ((AWAITED, "", False), (ANSWERED, "", False), (ANSWERED, "Tillægget falder", True)):
        talk.room.change_row(row._id, pay=pay, pay_text=words)
        app.settle()
        assert (AGREED in offered(row, "status")) is may
        assert row.hint.isVisible() is not may
        assert 0 not in offered(row, "pay")
    assert row.list("pay").accessibleName() == "Hvad betyder det for løn og pension?"
    talk.room.change_row(row._id, status=AGREED)
    app.settle()
    assert talk.room.talk.agreements[0].status == AGREED
    assert row.list("status").currentText() == "Aftalt"


@pytest.mark.parametrize(("measure", "mandate", "told"), [("C5", {}, "Center eller HR afgør det."), ("D1", {"D1": 2}, "Andre skal"), ("H1", {}, "Kræver")])
def test_what_the_leader_cannot_grant_becomes_a_wish(
    start: Callable[..., Any], vault: Any, measure: str, mandate: dict[str, int], told: str
) -> None:
    """Not offered, explained; the leader's own mark is not told in the shared view."""
    row = make_row(measure=measure, status=WISHED, pay=ANSWERED, pay_text="Uændret")
    app, talk = opened(start, vault, mandate=mandate, agreements=(row,))
    card = row_of(app.go(talk, "agreements"))
    assert offered(card, "status") == [2, 3, 4]
    assert card.hint.isVisible()
    assert card.hint.text().startswith(told)
    assert "Skal spørge" not in card.hint.text()


def test_the_data_layer_refuses_what_the_screen_does_not_offer(vault: Any) -> None:
    """Whoever asks: a late click, the shell, another screen."""
    talk = keep(vault, make_talk(agreements=()))
    talk = story.add_agreement(vault, talk, make_row(measure="C5", pay=ANSWERED, pay_text="Som nu"))
    talk = story.add_agreement(vault, talk, make_row(measure="A1", pay=0))
    talk = story.add_agreement(vault, talk, make_row(measure="B3"))
    assert [row.status for row in talk.agreements] == [WISHED, WISHED, AGREED]
    for row in talk.agreements[:2]:
        talk = story.change_agreement(vault, talk, row.id, {"status": AGREED})
    assert [row.status for row in talk.agreements] == [WISHED, WISHED, AGREED]
    talk = story.record_mandate(vault, talk, "C5", 1)  # the centre has let the leader decide
    talk = story.change_agreement(vault, talk, talk.agreements[0].id, {"status": AGREED})
    assert talk.agreements[0].status == AGREED
    talk = story.record_mandate(vault, talk, "B3", 2)
    assert [row.status for row in talk.agreements] == [AGREED, WISHED, WISHED]


def test_no_change_is_a_full_result(start: Callable[..., Any], vault: Any) -> None:
    """Agreed at once, with a warm sentence; no other row has it."""
    app, talk = opened(start, vault, agreements=(make_row(measure="K", status=WISHED),))
    card = row_of(app.go(talk, "agreements"))
    assert card.warm.isVisible()
    assert card.warm.text().startswith("Ingen ændring er et helt resultat.")
    assert AGREED in offered(card, "status")
    talk.room.add_row(make_row())
    app.settle()
    other = [one for one in talk.page("agreements").rows.values() if one is not card]
    assert not other[0].warm.isVisible()


def test_the_mandate_map_is_filled_in_and_takes_exceptions_only(start: Callable[..., Any], vault: Any) -> None:
    """46 measures and "ingen ændring" by who usually decides; one mark moves one measure."""
    app, talk = opened(start, vault, shared=False)
    page = app.go(talk, "prepare")
    assert not page.map.isVisible()
    page.map_button.click()
    said = {part.split(":\n")[0]: part.split(":\n")[1].split("; ") for part in page.map.text().split("\n\n")}
    catalogue = talk.room.catalogue
    assert len(said["Det kan jeg selv sige ja til"]) == sum("L" in one.decides for one in catalogue.measures)
    assert sum(map(len, said.values())) == 47
    assert "Internt jobskifte" in said["Det skal jeg spørge om"]
    assert "Seniordage" in said["Det er medarbejderens egen ret"]
    assert "Det er ikke muligt hos os" not in said
    page.measure.setCurrentIndex(page.measure.findData("D1"))
    assert page.verdict.currentData() == 2  # an exception is proposed
    page.measure.setCurrentIndex(page.measure.findData("C5"))
    assert page.verdict.currentData() == 3
    page.add.click()
    app.settle()
    assert dict(talk.room.talk.mandate) == {"C5": 3}
    assert page.map.text().endswith("Det er ikke muligt hos os:\nInternt jobskifte")
