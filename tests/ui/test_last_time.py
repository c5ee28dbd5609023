# SPDX-License-Identifier: EUPL-1.2
"""A person who is known already: offered a new talk, what was agreed comes first, one thing is taken along."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
from factory import keep, make_row, make_talk
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QWidget

from senior_desktop.conversation.agreements import WISHED
from senior_desktop.conversation.conversation import Conversation, Stage
from senior_desktop.ui.talk.window import TalkWindow

LEFT = Qt.MouseButton.LeftButton
NAME = "Kirsten Ærø Møller"


def click(one: QWidget) -> None:
    assert one.isVisible()
    assert one.isEnabled()
    QTest.mouseClick(one, LEFT)


def words(screen: QWidget) -> str:
    """All that a person reads on it now."""
    return "\n".join(one.text() for one in screen.findChildren(QLabel) if one.isVisible())


@pytest.fixture
def first(vault: Any) -> Conversation:
    """A closed talk of 2025 with two agreements."""
    rows = (make_row(text="Faste dage", kept=2), make_row(text="Mentor for de nye", responsible=2, status=WISHED))
    return keep(vault, make_talk({"a13": "2025-11-20"}, stage=Stage.CLOSED, agreements=rows, created="2025-11-01T09:00:00+01:00"))


def test_from_the_start_page_to_a_row_taken_along(start: Callable[..., Any], vault: Any, first: Conversation) -> None:
    """Chosen in the list, offered anew, started: last time is the first page both see; one click carries a row over, one takes it back."""
    app = start(vault=vault)
    home = app.screen()
    click(home.anew)
    talk: TalkWindow = app.screen()
    new = talk.room.talk
    assert new.person == first.person
    assert new.id != first.id
    assert (talk.page_ids[0], talk.current) == ("last_time", "last_time")
    talk.open("offer")
    app.settle()
    click(talk.page("offer").cards["a11"].field.button(1))
    app.settle()
    click(talk.page("offer").start)
    app.settle()
    assert talk.room.shared
    assert talk.current == "last_time"

    page = talk.page("last_time")
    fixed, mentor = (page.rows[row.id] for row in first.agreements)
    text = words(page)
    assert "Faste dage" in text
    assert "Leder, Søren Håkansson" in text
    assert "Medarbejder, Kirsten Ærø Møller" in text
    assert "Ønsket, skal afklares" in text
    assert (fixed.kept.currentData(), mentor.kept.currentData()) == (2, None)
    fixed.kept.setFocus()
    QTest.keyClick(fixed.kept, Qt.Key.Key_Up)
    app.settle()
    assert vault.get(first.id).agreements[0].kept == 1
    assert fixed.kept.currentData() == 1

    click(mentor.along)
    app.settle()
    assert [row.text for row in vault.get(new.id).agreements] == ["Mentor for de nye"]
    assert not mentor.along.isVisible()
    assert mentor.taken.isVisible()
    rows = app.go(talk, "agreements").rows
    assert [card.text.toPlainText() for card in rows.values()] == ["Mentor for de nye"]
    app.go(talk, "last_time")
    click(mentor.undo)
    app.settle()
    assert vault.get(new.id).agreements == ()
    assert mentor.along.isVisible()

    # Left and opened again from the list: what was said of last time is still there.
    talk.leave()
    home = app.screen()
    again = app.talk(vault.get(new.id), shared=True)
    page = app.go(again, "last_time")
    assert page.rows[first.agreements[0].id].kept.currentData() == 1


def test_whoever_writes_already_is_not_taken_away(start: Callable[..., Any], vault: Any, first: Conversation) -> None:
    """Sat down by the button, also in the view of both: last time comes up. By a word on a theme: the theme stays."""
    app = start(vault=vault)
    for page_id, lands_on in (("offer", "last_time"), ("t1", "t1")):
        new = make_talk({"a13": None, "e05": None}, person=first.person, stage=Stage.OFFERED, agreements=())
        vault.add(new)
        talk = app.talk(new, shared=True)
        page = app.go(talk, page_id)
        click(page.start if page_id == "offer" else page.cards["c11"].field.button(3))
        app.settle()
        assert vault.get(new.id).stage is Stage.TALKING
        assert talk.current == lands_on


@pytest.mark.parametrize("answer", ["same", "other", "cancel"])
def test_a_known_name_is_asked_about(start: Callable[..., Any], vault: Any, first: Conversation, answer: str) -> None:
    """The same: the person stays one. Another: two people of one name. Closed: nothing is offered."""
    app = start(vault=vault)
    home = app.screen()
    home.name.setText(" kirsten ÆRØ  møller")
    click(home.begin)
    app.settle()
    question = home.question
    assert question.isVisible()
    button = {"same": next(iter(question.known)), "other": question.other, "cancel": question.button(question.StandardButton.Cancel)}
    click(button[answer])
    app.settle()
    talks = vault.conversations()
    assert len(talks) == (1 if answer == "cancel" else 2)
    assert len(vault.people()) == (2 if answer == "other" else 1)
    if answer != "cancel":
        new = next(talk for talk in talks if talk.id != first.id)
        assert new.text("a01") == (NAME if answer == "same" else "kirsten ÆRØ møller")
        assert ("last_time" in app.screen().page_ids) is (answer == "same")


def test_the_talk_under_way_is_opened_and_not_a_second_one(start: Callable[..., Any], vault: Any, first: Conversation) -> None:
    """No new offer to somebody who has one; the list says so by having no such button."""
    under_way = make_talk(person=first.person, created="2026-11-01T09:00:00+01:00")
    vault.add(under_way)
    app = start(vault=vault)
    home = app.screen()
    for row in range(2):
        home.table.selectRow(row)
        assert not home.anew.isVisible()
    home.name.setText(NAME)
    click(home.begin)
    app.settle()
    click(next(iter(home.question.known)))
    assert app.screen().room.talk.id == under_way.id
    assert len(vault.conversations()) == 2


def test_two_of_one_name_are_told_apart_by_their_job(start: Callable[..., Any], vault: Any, first: Conversation) -> None:
    """A button for each."""
    keep(vault, make_talk({"a03": "Pædagog"}, stage=Stage.CLOSED))
    app = start(vault=vault)
    home = app.screen()
    home.name.setText(NAME)
    click(home.begin)
    app.settle()
    texts = [button.text() for button in home.question.known]
    assert len(texts) == 2
    assert any("Pædagog" in text for text in texts)
    assert any("Social- og sundhedsassistent" in text for text in texts)


def test_the_years_stand_side_by_side_and_follow_what_is_said(start: Callable[..., Any], vault: Any, first: Conversation) -> None:
    """Two earlier talks: both years with what became of each agreement, also in the view that both see."""
    second = make_talk({"a13": "2026-10-01"}, person=first.person, stage=Stage.HELD, created="2026-09-01T09:00:00+01:00",
                       agreements=(make_row(text="Kursus i efteråret"),))
    vault.add(second)
    third = make_talk({"a13": "2026-11-23"}, person=first.person)
    vault.add(third)
    app = start(vault=vault)
    talk = app.talk(third, shared=True)
    page = app.go(talk, "last_time")
    assert list(page.rows) == [second.agreements[0].id]
    page.rows[second.agreements[0].id].kept.setFocus()
    QTest.keyClick(page.rows[second.agreements[0].id].kept, Qt.Key.Key_End)
    app.settle()
    text = words(page.years)
    assert text.index("2025") < text.index("Faste dage") < text.index("Delvist") < text.index("2026") < text.index("Kursus i efteråret")
    assert "Ikke længere aktuel" in text
    assert vault.get(second.id).agreements[0].kept == 4


def test_a_frozen_text_leaves_the_page_to_read(start: Callable[..., Any], vault: Any, first: Conversation) -> None:
    """Under review nothing is marked or taken along; and a first talk has no such page."""
    frozen = make_talk(person=first.person, stage=Stage.REVIEW)
    vault.add(frozen)
    app = start(vault=vault)
    page = app.go(app.talk(frozen), "last_time")
    for card in page.rows.values():
        assert not card.kept.isEnabled()
        assert not card.along.isVisible()
    assert "last_time" not in app.talk(first).page_ids


@pytest.mark.parametrize(("answer", "state", "day"), [
    (3, "Nej tak", "23. november 2027"), (5, "Siger selv til", ""), (2, "Ja, senere", "1. marts 2027"),
])
def test_the_start_page_says_when_to_offer_again(start: Callable[..., Any], vault: Any, answer: int, state: str, day: str) -> None:
    """A date, never a reminder: nobody is due who said no, and who will say so themselves has no date at all."""
    stage = Stage.OFFERED if answer == 2 else Stage.DECLINED
    again = {3: "2027-11-23", 2: "2027-03-01"}.get(answer)
    keep(vault, make_talk({"a11": answer, "a12": again, "a13": None, "e04": "2026-01-01"}, stage=stage))
    app = start(vault=vault)
    home = app.screen()
    assert [home.model.index(0, column).data() for column in (1, 3)] == [state, day]
    assert not home.due.isVisible()
    assert home.anew.isVisible() is (stage is Stage.DECLINED)
    page = app.go(app.talk(home.model.rows[0]), "offer")
    assert page.cards["a12"].isVisible() is (answer != 5)


def test_nothing_of_the_leaders_own_looks_back(start: Callable[..., Any], vault: Any) -> None:
    """Notes and preparation of a talk not closed yet are not on the page, in neither view."""
    old = keep(vault, make_talk({"b01": "Min private ros", "c72": "Ryggen"}, stage=Stage.HELD, notes={"t1": "Kun for mig"},
                                created="2025-11-01T09:00:00+01:00"))
    new = make_talk(person=old.person)
    vault.add(new)
    app = start(vault=vault)
    for shared in (False, True):
        page = app.go(app.talk(new, shared=shared), "last_time")
        text = "\n".join(one.text() + one.accessibleName() for one in page.findChildren(QLabel))
        assert "Faste dage" in text
        assert not [word for word in ("Min private ros", "Kun for mig", "Ryggen") if word in text]


def test_an_erased_talk_leaves_the_new_one_without_the_page(start: Callable[..., Any], vault: Any, first: Conversation) -> None:
    """What was taken along stays; what was not is gone with the talk it stood in."""
    new = make_talk(person=first.person, agreements=(replace(make_row(), carried_from=first.agreements[0].id),))
    vault.add(new)
    app = start(vault=vault)
    app.screen().erase(first)
    app.settle()
    talk = app.talk(vault.get(new.id))
    assert "last_time" not in talk.page_ids
    assert len(talk.room.talk.agreements) == 1
