# SPDX-License-Identifier: EUPL-1.2
"""A field tells what the user did, at the latest a second after the first unsaved key, and draws what is stored in silence."""

import itertools
from collections.abc import Callable
from typing import Any

import pytest
from factory import keep, make_talk, make_template
from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QAccessible, QAccessibleActionInterface
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from senior_desktop.conversation.conversation import Answer
from senior_desktop.conversation.template import Kind
from senior_desktop.ui.fields.choice import ChoiceField, ListField
from senior_desktop.ui.fields.choices import ChoicesField
from senior_desktop.ui.fields.date import DateField, read_day
from senior_desktop.ui.fields.field import Field, field_for
from senior_desktop.ui.fields.number import NumberField
from senior_desktop.ui.fields.pen import PenBox
from senior_desktop.ui.fields.soon import SAVE_AFTER_MS
from senior_desktop.ui.fields.text import LineField, NoteBox, TextField

STORED = {
    "c11": (ChoiceField, Answer(3), Answer(2)),
    "b05": (ChoiceField, Answer(True), Answer(False)),
    "a04": (ListField, Answer(13), Answer(1)),
    "c22": (ChoicesField, Answer((1, 3)), Answer((2,))),
    "c92": (ChoicesField, Answer((1, 2), first=2), Answer((5,))),
    "c12": (TextField, Answer("Ro til at gøre det ordentligt.\nMakkerskabet."), Answer("Æøå & <b>")),
    "a03": (LineField, Answer("Sygeplejerske"), Answer("Pædagog")),
    "a07": (NumberField, Answer("32.5"), Answer("37")),
    "e04": (DateField, Answer("2027-02-23"), Answer("2026-12-01")),
}
"""A question of each kind: its field, and two answers."""


@pytest.fixture
def field(qtbot: QtBot, look: Any) -> Callable[[str], Field]:
    """The field of a question on a shown page, with another field to go on to; what it tells is kept in `told`."""

    shown: list[QWidget] = []

    def show(key: str, language: str = "da") -> Field:
        template = make_template()
        for before in shown:
            before.hide()
        page = QWidget()
        shown.append(page)
        qtbot.addWidget(page)
        one = field_for(template.question(key), template, language, 16, page)
        page.next = QLineEdit(page)
        column = QVBoxLayout(page)
        column.addWidget(one)
        column.addWidget(page.next)
        with qtbot.waitActive(page):
            page.show()
            page.activateWindow()
        one.setFocus()
        one.told, one.page = [], page
        one.changed.connect(one.told.append)
        return one

    return show


def test_every_kind_of_question_has_its_field(field: Any) -> None:
    """And every kind the template uses is tried here."""
    for key, (kind, *_) in STORED.items():
        assert isinstance(field(key), kind)
    template = make_template()
    tried = {template.question(key).kind for key in STORED}
    assert {one.kind for one in template.questions} - tried <= {Kind.ROWS, Kind.ONE}
    assert isinstance(field("c33"), ChoiceField)  # a short list stands as cards


@pytest.mark.parametrize("key", STORED)
def test_what_is_stored_is_drawn_without_telling(field: Any, key: str, qtbot: QtBot) -> None:
    """Drawing is no saving: nothing is told then, nor when the field is left untouched."""
    one, (_, first, second) = field(key), STORED[key]
    for answer in (first, Answer(), second, Answer(declined=True), first):
        one.show_answer(answer)
        one.flush()
    assert one.told == []


@pytest.mark.parametrize("key", STORED)
def test_the_same_is_drawn_again_as_was_stored(field: Any, key: str) -> None:
    """What one field draws, read by its own ways, is the stored answer."""
    one, (_, first, second) = field(key), STORED[key]
    for answer in (first, second, Answer()):
        one.show_answer(answer)
        assert drawn(one) == answer


def drawn(one: Field) -> Answer:
    """What a person reads in the field."""
    match one:
        case ChoiceField():
            code = one._group.checkedId()
            if code < 0:
                return Answer()
            return Answer(bool(code) if one.question.kind is Kind.YESNO else code)
        case ListField():
            return Answer(one.box.currentData())
        case ChoicesField():
            return Answer(one._codes() or None, first=one.top.currentData() if one.question.first else None)
        case TextField():
            return Answer(one.box.toPlainText() or None)
        case LineField():
            return Answer(one.box.text() or None)
        case NumberField():
            return Answer(one.box.text().replace(",", ".") or None)
        case _:
            return Answer(read_day(one.day.line.text()) or None)


# -- choices -----------------------------------------------------------------------------------------------------------


def test_a_card_is_chosen_by_a_click_and_taken_back_by_a_second(field: Any) -> None:
    """Nobody is held to an answer."""
    one = field("c11")
    QTest.mouseClick(one.button(3), Qt.MouseButton.LeftButton)
    QTest.mouseClick(one.button(4), Qt.MouseButton.LeftButton)
    QTest.mouseClick(one.button(4), Qt.MouseButton.LeftButton)
    assert one.told == [Answer(3), Answer(4), Answer()]
    assert drawn(one) == Answer()


def toggle(button: QWidget) -> None:
    """As a screen reader does: no click."""
    QAccessible.queryAccessibleInterface(button).actionInterface().doAction(QAccessibleActionInterface.toggleAction())


@pytest.mark.parametrize("key", ["c11", "b05"])
def test_what_assistive_technology_chooses_is_told_too(field: Any, key: str) -> None:
    """A scale holds its one answer; a plain fact is taken back by a second toggle."""
    one = field(key)
    toggle(one.button(1))
    toggle(one.button(0 if key == "b05" else 3))
    assert one.told == ([Answer(True), Answer(False)] if key == "b05" else [Answer(1), Answer(3)])
    assert drawn(one) == one.told[-1]
    QTest.mouseClick(one.button(0 if key == "b05" else 3), Qt.MouseButton.LeftButton)
    assert one.told[2:] == [Answer()] and drawn(one) == Answer()


def test_what_assistive_technology_ticks_is_told_too(field: Any) -> None:
    one = field("c22")
    for code in (1, 3, 1):
        toggle(one.box(code))
    assert one.told == [Answer((1,)), Answer((1, 3)), Answer((3,))]


def test_the_keyboard_moves_in_the_scale(field: Any) -> None:
    """Space chooses, arrows move the choice on."""
    one = field("c11")
    one.button(1).setFocus()
    QTest.keyClick(one.button(1), Qt.Key.Key_Space)
    QTest.keyClick(one.button(1), Qt.Key.Key_Right)
    assert one.told == [Answer(1), Answer(2)]


def test_yes_and_no_are_told_as_such(field: Any) -> None:
    """True and False, not 1 and 0."""
    one = field("b05")
    one.button(0).click()
    one.button(1).click()
    assert [answer.value for answer in one.told] == [False, True]


def test_a_long_list_is_a_drop_down_whose_first_line_leaves_it_open(field: Any) -> None:
    """By the keyboard; the wheel changes nothing."""
    one = field("a04")
    one.box.setFocus()
    QTest.keyClick(one.box, Qt.Key.Key_Down)
    QTest.keyClick(one.box, Qt.Key.Key_Down)
    QTest.keyClick(one.box, Qt.Key.Key_Home)
    assert one.told == [Answer(1), Answer(2), Answer(None)]


def test_none_excludes_the_rest_and_the_rest_excludes_none(field: Any) -> None:
    """ "Ingen ændring" and a wish cannot both be meant."""
    one = field("c22")
    for code in (1, 3, 0, 2):
        QTest.mouseClick(one.box(code), Qt.MouseButton.LeftButton, pos=one.box(code).rect().center())
    assert [answer.value for answer in one.told] == [(1,), (1, 3), (0,), (2,)]
    assert not one.box(0).isChecked()


def test_the_fourth_of_three_is_not_taken_and_that_is_said(field: Any) -> None:
    """c92: at most three; the tick too many is taken back in sight, none of the first three is lost."""
    one = field("c92")
    for code in (1, 2, 3, 4):
        one.box(code).click()
    assert one.told[-1].value == (1, 2, 3)
    assert not one.box(4).isChecked()
    assert "3" in one._limit.text()
    assert one._limit.isVisible()
    one.box(2).click()
    assert not one._limit.isVisible()
    one.box(4).click()
    assert one.told[-1].value == (1, 3, 4)


def test_the_most_important_is_asked_for_when_there_are_two_and_goes_with_its_tick(field: Any) -> None:
    """c92's "first" is one of those ticked, or none."""
    one = field("c92")
    one.box(1).click()
    assert not one.top.isVisible()
    one.box(5).click()
    assert one.top.isVisible()
    one.top.setFocus()
    QTest.keyClick(one.top, Qt.Key.Key_End)
    assert one.told[-1] == Answer((1, 5), first=5)
    one.box(7).click()
    assert one.told[-1] == Answer((1, 5, 7), first=5)
    one.box(5).click()
    assert one.told[-1] == Answer((1, 7))


# -- text --------------------------------------------------------------------------------------------------------------


def type_until_told(box: QWidget, signal: Any, qtbot: QtBot) -> tuple[list[str], Any]:
    """Type steadily until a tenth more than the time has passed: in which order that happened, and what was told.

    Beside the field run two alarms, a tenth before and after the time. A busy computer delays all three, and Qt rings them
    in the order in which they were due: that order is judged, not the seconds.
    """
    order, told, keys = list[str](), list[Any](), itertools.cycle("aftenvagterne og mødetiderne ")

    def heard(said: Any) -> None:
        order.append("told")
        told.append(said)

    def alarm(name: str, share: float) -> None:
        QTimer.singleShot(round(share * SAVE_AFTER_MS), box, lambda: order.append(name))

    def typed() -> bool:
        QTest.keyClicks(box, next(keys))
        return "late" in order

    signal.connect(heard)
    alarm("early", 0.9)
    QTest.keyClicks(box, next(keys))
    alarm("late", 1.1)
    qtbot.waitUntil(typed, timeout=60 * SAVE_AFTER_MS)
    signal.disconnect(heard)
    return order, told[0]


@pytest.mark.parametrize("key", ["c12", "a03"])
def test_steady_typing_is_told_within_a_second_of_the_first_key(field: Any, qtbot: QtBot, key: str) -> None:
    """The clock runs from the first unsaved key; a pause is not waited for. And again for what is typed after."""
    one = field(key)
    one.box.setFocus()
    for _ in range(2):
        order, told = type_until_told(one.box, one.changed, qtbot)
        assert order == ["early", "told", "late"]
        assert told.value.startswith("aften")
        one.flush()  # what was typed after it: the clock begins anew with the next key


def test_a_note_is_told_within_a_second_too(qtbot: QtBot, look: Any) -> None:
    """The leader's own note is lost no more than an answer."""
    page = QWidget()
    qtbot.addWidget(page)
    note = NoteBox("Min egen note", page)
    page.show()
    order, told = type_until_told(note, note.told, qtbot)
    assert order == ["early", "told", "late"]
    assert told.startswith("aften")


@pytest.mark.parametrize("key", ["c12", "a03"])
def test_text_is_told_at_once_when_the_field_is_left(field: Any, qtbot: QtBot, key: str) -> None:
    """Tab leaves a text box too; nothing is told twice."""
    one = field(key)
    one.box.setFocus()
    QTest.keyClicks(one.box, "ro")
    with qtbot.waitSignal(one.changed, timeout=SAVE_AFTER_MS // 2):
        QTest.keyClick(one.box, Qt.Key.Key_Tab)
    assert one.page.next.hasFocus()
    one.flush()
    assert one.told == [Answer("ro")]


def test_emptied_text_is_told_as_nothing(field: Any) -> None:
    """Taking an answer back is an answer."""
    one = field("c12")
    one.show_answer(Answer("ro"))
    one.box.setFocus()
    one.box.selectAll()
    QTest.keyClick(one.box, Qt.Key.Key_Delete)
    one.flush()
    assert one.told == [Answer()]


def test_a_redraw_of_the_same_text_keeps_undo_and_cursor(field: Any) -> None:
    """What comes back from the vault is what stands there: the box is left alone."""
    one = field("c12")
    one.box.setFocus()
    QTest.keyClicks(one.box, "ro og tid")
    QTest.keyClick(one.box, Qt.Key.Key_Home)
    one.show_answer(Answer("ro og tid"))
    assert one.box.textCursor().position() == 0
    assert one.box.document().isUndoAvailable()


# -- numbers and dates -------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("typed", "told"), [("32,5", "32.5"), ("37", "37"), ("28.25", "28.25"), ("", None)])
def test_hours_are_read_the_danish_and_the_english_way(field: Any, typed: str, told: str | None) -> None:
    """The stored number has a point; the screen its language's own sign."""
    one = field("a07")
    one.show_answer(Answer("30"))
    one.box.setText(typed)
    one.flush()
    assert one.told == [Answer(told)]
    assert not one.hint.isVisible()


@pytest.mark.parametrize("typed", ["mange", "32,555", "1000", "-3", "3 2"])
def test_what_is_no_number_is_neither_stored_nor_taken_away(field: Any, typed: str) -> None:
    """A hint stands beside it, with an example in the language's own way of writing."""
    one = field("a07")
    QTest.keyClicks(one.box, typed)
    QTest.keyClick(one.box, Qt.Key.Key_Tab)
    assert one.told == []
    assert one.box.text() == typed
    assert one.hint.isVisible()
    assert "32,5" in one.hint.text()


@pytest.mark.parametrize("typed", ["23-11-2026", "23.11.2026", "23/11/2026", "23112026", "2026-11-23", "23-11-26"])
def test_a_day_is_read_in_the_ways_people_write_it(field: Any, typed: str) -> None:
    """It is drawn back in one way."""
    one = field("e04")
    QTest.keyClicks(one.day.line, typed)
    QTest.keyClick(one.day.line, Qt.Key.Key_Tab)
    assert one.told == [Answer("2026-11-23")]
    assert one.day.line.text() == "23-11-2026"


@pytest.mark.parametrize("typed", ["31-02-2026", "i morgen", "2026", "99-99-9999"])
def test_what_is_no_day_is_said_beside_the_field(field: Any, typed: str) -> None:
    """Neither stored nor taken away; right again, the hint goes."""
    one = field("e04")
    QTest.keyClicks(one.day.line, typed)
    QTest.keyClick(one.day.line, Qt.Key.Key_Tab)
    assert one.told == []
    assert one.day.line.text() == typed
    assert one.day.hint.isVisible()
    one.day.line.setText("")
    one.flush()
    assert not one.day.hint.isVisible()


# -- the pen -----------------------------------------------------------------------------------------------------------


def test_the_pen_gives_strokes_within_the_box_and_a_dot_is_none(qtbot: QtBot, look: Any) -> None:
    """0-1 from the upper left corner, also where the hand slipped out; "Tegn igen" empties it."""
    pen = PenBox("Skriv under her")
    qtbot.addWidget(pen)
    pen.resize(400, 130)
    pen.show()
    QTest.mouseClick(pen, Qt.MouseButton.LeftButton)
    assert pen.strokes == ()
    QTest.mousePress(pen, Qt.MouseButton.LeftButton, pos=pen.rect().topLeft())
    QTest.mouseMove(pen, pen.rect().center())
    QTest.mouseMove(pen, pen.rect().bottomRight() * 2)
    QTest.mouseRelease(pen, Qt.MouseButton.LeftButton)
    assert len(pen.strokes) == 1
    assert all(0 <= part <= 1 for spot in pen.strokes[0] for part in spot)
    pen.clear()
    assert pen.strokes == ()


def test_an_older_save_never_takes_the_place_of_what_was_typed_since(start: Callable[..., Any], vault: Any) -> None:
    """What comes back is drawn only where nothing newer stands, wherever the cursor is."""
    keep(vault, make_talk())
    app = start(vault=vault)
    talk = app.talk(app.screen().model.rows[0])
    page = app.go(talk, "t1")
    box = page.cards["c12"].field.box
    for key in "aften":
        QTest.keyClick(box, key)
        page.cards["c12"].field.flush()
        QTest.keyClick(box, "x")  # while the save is under way
        page.cards["c11"].field.setFocus()
        app.settle()
        QTest.keyClick(box, Qt.Key.Key_Backspace)
    page.flush()
    app.settle()
    assert box.toPlainText() == talk.room.talk.text("c12") == "aften"
