# SPDX-License-Identifier: EUPL-1.2
"""Settings: a choice is in force at once, a field is kept when it is left."""

import pytest
from factory import make_vault, make_workplace
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QComboBox, QLineEdit, QMainWindow

from senior_desktop import desk
from senior_desktop.ui.settings.window import SettingsPage


@pytest.fixture
def vault(tmp_path, clock):
    with make_vault(tmp_path / "vault", clock) as one:
        yield one


@pytest.fixture
def page(qtbot, vault, work):
    one = SettingsPage(vault, work, desk.Settings())
    qtbot.addWidget(one)
    one.show()
    qtbot.waitUntil(lambda: work.idle)
    return one


def card(page, key, value):
    return next(one for one in page.choices[key].buttons() if one.property("value") == value)


def test_each_choice_is_said_at_once_and_keeps_the_others(page, qtbot):
    said = []
    page.chosen.connect(said.append)
    card(page, "language", "en").click()
    card(page, "size", 24).click()
    card(page, "look", "dark").click()
    assert said == [desk.Settings("en"), desk.Settings("en", 24), desk.Settings("en", 24, "dark")]
    card(page, "look", "dark").click()
    assert len(said) == 3


def test_what_is_in_force_is_shown_as_chosen(qtbot, work):
    page = SettingsPage(None, work, desk.Settings("en", 20, "light"))
    qtbot.addWidget(page)
    assert [group.checkedButton().property("value") for group in page.choices.values()] == ["en", 20, "light"]


def test_before_the_vault_is_open_only_the_screen_can_be_set(qtbot, work):
    page = SettingsPage(None, work, desk.Settings())
    qtbot.addWidget(page)
    assert not page.findChildren(QLineEdit) and page.findChildren(QComboBox) == [page.idle]
    page.flush()


def test_the_keyboard_stays_where_it_was_when_the_screen_is_built_anew(qtbot, work, vault):
    window = QMainWindow()
    qtbot.addWidget(window)

    def show(chosen):
        page = SettingsPage(vault, work, chosen)
        page.chosen.connect(show)
        old = window.takeCentralWidget()
        window.setCentralWidget(page)
        if old is not None:
            old.setParent(None)
            old.deleteLater()

    show(desk.Settings())
    with qtbot.waitActive(window):
        window.show()
    card(window.centralWidget(), "size", 16).setFocus()
    for size in (18, 20):
        QTest.keyClick(window.focusWidget(), Qt.Key.Key_Right)
        qtbot.waitUntil(lambda: work.idle)
        assert window.focusWidget().accessibleName() == card(window.centralWidget(), "size", size).accessibleName()
    assert window.centralWidget().choices["size"].checkedButton() is window.focusWidget()
    qtbot.waitUntil(lambda: work.idle)


def test_a_field_is_kept_when_it_is_left(page, vault, qtbot, work):
    assert page.fields["unit"].text() == "Plejecenter Åbrinken"
    page.fields["unit"].setFocus()
    page.fields["unit"].setText("  Plejecenter Ågården ")
    page.fields["unit"].editingFinished.emit()
    page.area.setCurrentIndex(page.area.findData("O2"))
    page.area.activated.emit(page.area.currentIndex())
    qtbot.waitUntil(lambda: work.idle)
    assert vault.workplace() == make_workplace(unit="Plejecenter Ågården", area="O2")
    assert page.workplace_state.text()


def test_what_every_paper_needs_cannot_be_emptied(page, vault, qtbot, work):
    page.fields["leader"].setText(" ")
    page.fields["leader_title"].setText("")
    page.leave()
    qtbot.waitUntil(lambda: work.idle)
    assert vault.workplace() == make_workplace(leader_title="") and page.fields["leader"].text() == "Søren Håkansson"


def test_the_day_in_hovedmed_is_kept_but_not_one_to_come(page, vault, qtbot, work):
    for typed, kept in (("24-12-2026", "2026-03-02"), ("3-9-2026", "2026-09-03"), ("", "")):
        page.discussed.line.setText(typed)
        page.flush()
        qtbot.waitUntil(lambda: work.idle)
        assert vault.workplace().discussed == kept


def test_every_place_the_keyboard_reaches_says_what_it_is(page):
    reached = [*page.findChildren(QAbstractButton), *page.findChildren(QLineEdit), *page.findChildren(QComboBox)]
    assert len(reached) > 12
    assert all(one.accessibleName() or (isinstance(one, QAbstractButton) and one.text()) for one in reached)


def test_a_copy_is_saved_looked_at_and_a_bad_place_is_said(qtbot, work, look, vault, tmp_path):
    page = SettingsPage(vault, work, desk.Settings())
    qtbot.addWidget(page)
    page.show()
    qtbot.waitUntil(lambda: work.idle)
    assert "ingen daglig kopi" in page.copies.told.text()
    page.copies.save_to(tmp_path / "kopi.seniorbackup")
    qtbot.waitUntil(lambda: work.idle)
    assert "kopi.seniorbackup" in page.state.text() and str(tmp_path) not in page.state.text()
    desk.copy_of_today(vault)
    page.copies.load()
    qtbot.waitUntil(lambda: work.idle)
    assert page.copies.told.text().startswith("1 daglig kopi")
    page.copies.save_to(tmp_path / "kopi.seniorbackup" / "x.seniorbackup")
    qtbot.waitUntil(lambda: work.idle)
    assert page.alarm.isVisible() and page.copies.save.isEnabled()
