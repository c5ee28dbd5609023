# SPDX-License-Identifier: EUPL-1.2
"""The staff list and the due list on the real window: nothing is written before it is said so, one click does one thing."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from factory import keep, make_row, make_talk, make_workplace
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QComboBox, QLabel, QLineEdit, QTableWidget

from senior_desktop import desk, policy, story
from senior_desktop.conversation.conversation import Answer, Stage
from senior_desktop.conversation.staff import Employee
from senior_desktop.ui.settings.window import SettingsPage
from senior_desktop.ui.start.staff_import import CHOSEN, REMARK, ROW

LIST = "Navn;Stilling;Fødselsår\nHanne Vinther;Pædagog;1961\nhanne vinther;;1990\n;Kok;1960\nPer Åkjær;Kok;halvtreds\n"


def click(one: QAbstractButton) -> None:
    QTest.mouseClick(one, Qt.MouseButton.LeftButton)


def names(vault: Any) -> list[str]:
    return [one.employee.name for one in story.staff_list(vault)]


@pytest.fixture
def app(start: Callable[..., Any], vault: Any) -> Any:
    one = start(vault=vault)
    click(one.screen().to_staff)
    one.settle()
    return one


def read(app: Any, tmp_path: Path, content: str, name: str = "liste.csv") -> Any:
    file = tmp_path / name
    file.write_bytes(content.encode("cp1252"))
    app.screen().read_file(file)
    app.settle()
    return app.screen()


def test_a_list_is_looked_through_before_anything_is_kept(app: Any, vault: Any, tmp_path: Path) -> None:
    """A sentence with its row for each fault; ticks decide; the year is nowhere on the screen."""
    page = read(app, tmp_path, LIST)
    table = page.importing.table
    assert names(vault) == [] and page.importing.isVisible() and not page.importing.columns.isVisible()
    said = [table.item(row, REMARK).text() for row in range(4)]
    assert said[0] == "" and all(f"{row + 2}" in said[row] for row in (1, 2, 3)) and "2" in said[1]
    assert [table.item(row, ROW).checkState() for row in (0, 1, 3)] == [Qt.CheckState.Checked, Qt.CheckState.Unchecked, Qt.CheckState.Checked]
    assert not table.item(2, ROW).flags() & Qt.ItemFlag.ItemIsUserCheckable
    assert table.item(0, CHOSEN).checkState() is Qt.CheckState.Checked
    words = [one.text() for one in page.findChildren(QLabel)] + [table.item(r, c).text() for r in range(4) for c in range(6)]
    assert not [one for one in words if "1961" in one or "1990" in one]
    table.item(1, ROW).setCheckState(Qt.CheckState.Checked)
    table.item(3, CHOSEN).setCheckState(Qt.CheckState.Checked)
    click(page.importing.take)
    app.settle()
    found = {(one.employee.name, one.employee.in_group) for one in story.staff_list(vault)}
    assert found == {("Hanne Vinther", True), ("hanne vinther", False), ("Per Åkjær", True)}
    assert not page.importing.isVisible() and page.importing.shown == () and page.state.isVisible()


def test_columns_nobody_knows_are_chosen_by_the_user(app: Any, vault: Any, tmp_path: Path) -> None:
    """The choice stands open at once, and the rows follow it."""
    page = read(app, tmp_path, "Hvem;Laver\nBo Lund;Lærer\n")
    importing = page.importing
    assert importing.columns.isVisible() and not importing.take.isEnabled()
    for key, column in (("name", 0), ("title", 1)):
        box = importing.boxes[key]
        box.setCurrentIndex(box.findData(column))
        box.activated.emit(box.currentIndex())
    assert [one.employee.name for one in importing.shown] == ["Hvem", "Bo Lund"]
    importing.headed.click()
    assert [one.employee.name for one in importing.shown] == ["Bo Lund"]
    click(importing.take)
    app.settle()
    assert names(vault) == ["Bo Lund"]


def test_a_file_that_is_left_leaves_nothing(app: Any, vault: Any, tmp_path: Path) -> None:
    page = read(app, tmp_path, LIST)
    click(page.importing.drop)
    app.settle()
    assert names(vault) == [] and not page.importing.isVisible() and page.drop.isVisible() and page.importing._cells is None


def test_a_file_with_cpr_numbers_is_refused_by_its_column(app: Any, vault: Any, tmp_path: Path) -> None:
    """The sentence names the column; no digit of the number stands on the screen."""
    page = read(app, tmp_path, "Navn;Nr\nBo;070761-4285\n")
    assert page.alarm.isVisible() and "Kolonne B" in page.alarm.text() and not page.importing.isVisible()
    assert not [one for one in page.findChildren(QLabel) if "4285" in one.text() or "0707" in one.text()]


def test_one_is_added_by_hand_and_a_namesake_only_on_purpose(app: Any, vault: Any) -> None:
    page = app.screen()
    assert not page.add.isEnabled() and not page.table.isVisible()
    for name, presses, many in (("Bo Lund", 1, 1), (" bo  LUND", 1, 1), (" bo  LUND", 1, 2)):
        page.name.setText(name)
        for _ in range(presses):
            click(page.add)
            app.settle()
        assert len(names(vault)) == many
    page.name.setText("Ib")
    page.hours.setText("mange")
    click(page.add)
    app.settle()
    assert page.hint.isVisible() and len(names(vault)) == 2
    page.hours.setText("32,5")
    click(page.add)
    app.settle()
    assert [one.employee.hours for one in story.staff_list(vault)] == ["", "", "32.5"]


def test_from_the_list_the_talk_is_offered_to_one(app: Any, vault: Any) -> None:
    """Chosen by its row; the talk opens at the offer, and back on the list it is under way."""
    story.take_in(vault, (Employee("", "Bo Lund", True), Employee("", "Åse Lindqvist", True, "Lærer")))
    page = app.screen()
    page.load()
    app.settle()
    assert [page.table.item(row, 0).text() for row in range(2)] == ["Bo Lund", "Åse Lindqvist"]
    assert "2" in page.count.text()
    page.table.selectRow(1)
    click(page.offer)
    talk = app.screen()
    assert talk.room.talk.text("a01") == "Åse Lindqvist" and talk.room.talk.text("a03") == "Lærer" and talk.current == "offer"
    app.window.staff()
    page = app.screen()
    page.table.selectRow(1)
    assert page.offer.text() == "Åbn samtalen" and not page.remove.isVisible()
    page.table.selectRow(0)
    assert page.remove.isVisible()
    page.take_off(page.table.chosen().employee.id)
    app.settle()
    assert names(vault) == ["Åse Lindqvist"]


def test_every_place_the_keyboard_reaches_says_what_it_is(app: Any, tmp_path: Path) -> None:
    page = read(app, tmp_path, LIST)
    page.importing.change.click()
    reached = [one for kind in (QAbstractButton, QLineEdit, QComboBox, QTableWidget) for one in page.findChildren(kind)]
    assert len(reached) > 20
    unnamed = [one for one in reached if one.focusPolicy() & Qt.FocusPolicy.TabFocus and not (one.accessibleName() or getattr(one, "text", str)())]
    assert unnamed == []


# -- the start page ----------------------------------------------------------------------------------------------------


def test_nothing_due_is_one_calm_line(start: Callable[..., Any], vault: Any) -> None:
    home = start(vault=vault).screen()
    assert not home.due.isVisible() and not home.calm.isVisible()  # nobody has a talk yet
    keep(vault, make_talk(stage=Stage.SIGNED))
    home.load()
    home._work.settle()
    assert not home.due.isVisible() and home.calm.isVisible()


def test_a_line_that_is_due_opens_the_talk_where_it_is_done(start: Callable[..., Any], vault: Any) -> None:
    """The follow-up's page, though the talk was left on another."""
    keep(vault, make_talk({"e04": "2026-11-10"}, stage=Stage.SIGNED, position="t3", agreements=(make_row(review="2026-12-01", text="Faste dage"),)))
    app = start(vault=vault)
    home = app.screen()
    said = [one.text() for one in home.due.findChildren(QLabel)]
    assert any("10-11-2026" in one for one in said) and any("»Faste dage«" in one for one in said)
    assert len(home.due.buttons) == 2 and all("Kirsten" in one.accessibleName() for one in home.due.buttons)
    click(home.due.buttons[0])
    assert app.screen().current == "follow_up"


def test_one_click_makes_the_new_offer_to_the_same_person(start: Callable[..., Any], vault: Any) -> None:
    old = keep(vault, make_talk({"a11": 3, "a12": "2026-11-20", "a13": None, "e04": None}, stage=Stage.DECLINED, agreements=()))
    app = start(vault=vault)
    click(app.screen().due.buttons[0])
    talk = app.screen().room.talk
    assert talk.id != old.id and talk.person == old.person and talk.code("a09") == 2
    app.window.home()
    assert not app.screen().due.isVisible()


def test_nobody_else_is_named_while_both_look(start: Callable[..., Any], vault: Any) -> None:
    """The due list goes with the start page."""
    keep(vault, make_talk({"a01": "Åse Lindqvist", "e04": "2026-11-10"}, stage=Stage.SIGNED))
    other = keep(vault, make_talk())
    app = start(vault=vault)
    assert "Åse Lindqvist" in " ".join(one.text() for one in app.window.findChildren(QLabel))
    app.talk(other, shared=True)
    assert "Åse Lindqvist" not in " ".join(one.text() + one.accessibleName() for one in app.window.findChildren(QLabel))


@pytest.mark.parametrize(("answer", "words"), [(2, "Samtalen venter"), (4, "23. november 2027"), (3, "23. november 2027"), (5, "ikke spurgt igen")])
def test_each_answer_but_yes_closes_or_waits_kindly(start: Callable[..., Any], vault: Any, answer: int, words: str) -> None:
    """A sentence, and no question about why."""
    app = start(vault=vault)
    talk = keep(vault, make_talk({"a11": None, "a13": None, "e04": None}, stage=Stage.OFFERED, agreements=()))
    page = app.go(app.talk(talk), "offer")
    page.cards["a11"].said.emit("a11", Answer(answer))
    app.settle()
    page = app.screen().page("offer")
    assert page.kindly.isVisible() and words in page.kindly.text()


# -- the settings ------------------------------------------------------------------------------------------------------


def test_age_and_interval_are_kept_and_its_word_is_shown(qtbot: Any, work: Any, vault: Any) -> None:
    """What IT has fixed is grey and said; the leader's own number is there again when IT lets go."""
    for rules, enabled, shown in ((None, True, 58), (policy.Policy({"machine": {"OfferAge": 61}}), False, 61), (None, True, 60)):
        page = SettingsPage(vault, work, desk.Settings(), rules)
        qtbot.addWidget(page)
        qtbot.waitUntil(lambda: work.idle)
        box = page.numbers["offer_age"]
        assert (box.isEnabled(), box.currentData()) == (enabled, shown)
        if enabled:
            box.setCurrentIndex(box.findData(60))
            box.activated.emit(box.currentIndex())
        page.numbers["again_months"].setCurrentIndex(page.numbers["again_months"].findData(24))
        page.flush()
        qtbot.waitUntil(lambda: work.idle)
        assert vault.workplace() == make_workplace(offer_age=60, again_months=24)


def test_a_name_of_nothing_but_hidden_signs_offers_no_talk(start: Callable[..., Any], vault: Any) -> None:
    home = start(vault=vault).screen()
    home.name.setText("\u202e\u200f ")
    assert not home.begin.isEnabled()
    home.name.setText("\u202eKirsten")
    assert home.begin.isEnabled()
