# SPDX-License-Identifier: EUPL-1.2
"""A leader who never touches the mouse -> stands in the page, goes through it in reading order, and presses with Enter."""

from collections.abc import Callable
from typing import Any

import pytest
from factory import keep, make_row, make_talk
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from senior_desktop.conversation.conversation import Answer, Stage
from senior_desktop.ui.fields.date import read_day


@pytest.fixture
def app(start: Callable[..., Any], vault: Any) -> Any:
    """The app, open on its start page."""
    return start(vault=vault)


def focus() -> Any:
    """The widget that has the keyboard."""
    return QApplication.focusWidget()


def test_next_puts_the_keyboard_into_the_page_and_the_buttons_come_after_it(app: Any, vault: Any) -> None:
    """Tab walks the page from its first field to its last, and only then Tilbage and Næste."""
    talk = app.talk(keep(vault, make_talk()))
    app.go(talk, "t1")
    talk.footer.next.setFocus()
    QTest.keyClick(talk.footer.next, Qt.Key.Key_Return)  # Enter presses what it stands on
    app.settle()
    page = talk.page("t2")
    assert talk.current == "t2"
    assert page.isAncestorOf(focus())
    for _ in range(80):
        QTest.keyClick(focus(), Qt.Key.Key_Tab)
        if focus() is talk.footer.back:
            return
        assert page.isAncestorOf(focus()), focus().accessibleName()
    raise AssertionError("Tilbage was never reached")


def test_the_start_page_has_the_keyboard(app: Any, vault: Any) -> None:
    """In the name while there is no talk, in the list when there is one."""
    assert focus() is app.screen().name
    keep(vault, make_talk())
    app.window.home()
    table = app.screen().table
    assert focus() is table


def test_the_arrows_do_not_answer_the_offer(app: Any, vault: Any) -> None:
    """Down from "Ja tak" must not say "Nej tak"; Space does what it stands on."""
    talk = app.talk(keep(vault, make_talk({"a11": 1}, stage=Stage.OFFERED)))
    field = app.go(talk, "offer").cards["a11"].field
    field.button(1).setFocus()
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Right):
        QTest.keyClick(focus(), key)
    app.settle()
    assert vault.get(talk.room.talk.id).code("a11") == 1
    field.button(2).setFocus()
    QTest.keyClick(field.button(2), Qt.Key.Key_Space)
    app.settle()
    assert vault.get(talk.room.talk.id).code("a11") == 2


def test_what_was_typed_in_a_row_is_there_after_the_window_was_closed(app: Any, vault: Any) -> None:
    """No field of an agreement waits for being left."""
    talk = app.talk(keep(vault, make_talk(agreements=(make_row(pay=1, colleagues=3),))))
    (row,) = app.go(talk, "agreements").rows.values()
    QTest.keyClicks(row.pay_text, "Svaret er ja")
    QTest.keyClicks(row.colleagues_text, "Fast fri mandag")
    row.start.line.setFocus()
    row.start.line.selectAll()
    QTest.keyClicks(row.start.line, "1. marts 2027")
    talk.leave()
    app.settle()
    (stored,) = vault.get(talk.room.talk.id).agreements
    assert (stored.pay_text, stored.colleagues_text, stored.start) == ("Svaret er ja", "Fast fri mandag", "2027-03-01")


def test_a_date_that_cannot_be_read_stays_with_its_hint(app: Any, vault: Any) -> None:
    """It is neither stored nor taken away when something else is saved."""
    talk = app.talk(keep(vault, make_talk()))
    page = app.go(talk, "follow_up")
    day = page.cards["e04"].field.day
    day.line.setText("en gang til foråret")
    day.flush()
    talk.room.record("c12", Answer("noget andet"))
    app.settle()
    assert day.line.text() == "en gang til foråret"
    assert not day.hint.isHidden()
    assert vault.get(talk.room.talk.id).text("e04") == "2027-02-23"


@pytest.mark.parametrize("typed", ["1-3-27", "1/3-2027", "01.03.2027", "01032027", "1. marts 2027", "1 March 2027", "2027-03-01"])
def test_dates_are_read_as_people_write_them(typed: str) -> None:
    """Also as the app itself prints them."""
    assert read_day(typed) == "2027-03-01"


@pytest.mark.parametrize("typed", ["31-2-2027", "1-1-1900", "1-3-0027", "070761", "snart"])
def test_what_is_no_date_here_is_refused(typed: str) -> None:
    """Nothing is guessed."""
    assert read_day(typed) is None


def test_a_text_that_could_not_be_saved_stays_and_is_saved_when_there_is_room(app: Any, vault: Any) -> None:
    """A full disk: the sentence is shown, the text stands, the window asks once before it closes; then it is stored."""
    talk = app.talk(keep(vault, make_talk()))
    page = app.go(talk, "t1")
    allow(vault, 0)
    field, long = page.cards["c12"].field, "Makkerskabet. " * 20_000
    field.box.setPlainText(long)
    field.flush()
    app.settle()
    assert talk.reason_to_stay()
    assert field.box.toPlainText() == long
    allow(vault, 10_000)
    talk.room.record("c13", Answer("Skiftende mødetider"))
    app.settle()
    stored = vault.get(talk.room.talk.id)
    assert (stored.text("c12"), stored.text("c13")) == (long, "Skiftende mødetider")
    assert not talk.reason_to_stay()


def allow(vault: Any, pages: int) -> None:
    """Let the vault's file grow by so many pages, as a disk with little room would."""
    with vault.transaction() as connection:
        now = connection.exec_driver_sql("PRAGMA page_count").scalar()
        connection.exec_driver_sql(f"PRAGMA max_page_count = {now + pages}")


def test_the_employee_may_still_hesitate_after_the_leader_has_signed(app: Any, vault: Any) -> None:
    """There is a way back to the text, and a way to say that the talk was held without signatures."""
    talk = app.talk(keep(vault, make_talk(stage=Stage.SIGNED_BY_LEADER)))
    page = app.go(talk, "sign")
    assert not page.held.isHidden()
    page.change.click()
    app.settle()
    assert (talk.room.talk.stage, talk.room.talk.version) == (Stage.TALKING, 2)


def test_what_the_paper_cannot_show_is_said_before_the_text_is_frozen(app: Any, vault: Any) -> None:
    """Two people must not sign something other than what they saw."""
    talk = app.talk(keep(vault, make_talk({"c12": "Glad 😀"})))
    page = app.go(talk, "read")
    assert "😀" in page.odd.text()
    assert not page.odd.isHidden()
    talk.room.record("c12", Answer("Glad"))
    app.settle()
    assert page.odd.isHidden()
