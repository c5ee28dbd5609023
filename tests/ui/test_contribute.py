# SPDX-License-Identifier: EUPL-1.2
"""The hand-in page: how many wait, what is promised, sealed once and saved as often as wished."""

import json
import os

import pytest
from factory import make_talk, make_vault, make_workplace
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QLabel, QLineEdit

from senior_desktop import story
from senior_desktop.conversation.conversation import Participant, Stage
from senior_desktop.conversation.staff import Employee
from senior_desktop.errors import FileThere, TooFewTalks
from senior_desktop.hr import csv_file, indicators
from senior_desktop.paper.document import Table
from senior_desktop.ui.start.contribute import ContributePage
from senior_desktop.vault import contributions

SEN1 = indicators.shipped()["sen1-e1"]


@pytest.fixture
def vault(tmp_path, clock):
    with make_vault(tmp_path / "vault", clock, make_workplace(discussed="")) as one:
        yield one


@pytest.fixture
def page(qtbot, vault, work):
    """The page as it stands when the vault has been read."""

    def show(least=5):
        one = ContributePage(vault, work, "da", least)
        qtbot.addWidget(one)
        one.show()
        qtbot.waitUntil(lambda: work.idle)
        return one

    return show


def hold(vault, count):
    """So many people whose talk is held and evaluated."""
    for number in range(count):
        talk = make_talk({"a01": f"Kirsten {number}"}, id=f"{number:032x}", person=f"{number + 100:032x}",
                         stage=Stage.HELD, counted=True)
        vault.add_person(Participant(talk.person, talk.text("a01")))
        vault.add(talk)
        codes = {one.id: one.codes[-1] for one in SEN1.about_talks}
        contributions.wait(vault, talk.id, talk.person, SEN1.skema, codes, os.urandom(32), "2026-11-23")


def test_too_few_say_how_many_are_missing_and_nothing_can_be_sealed(page, vault, tmp_path, qtbot, work):
    hold(vault, 3)
    one = page()
    assert "3" in one.waits.text() and "2" in one.why.text() and "5" in one.why.text()
    assert not one.seal.isEnabled()
    one.enter_day("2026-03-02")
    one.save_to(tmp_path / "out")
    qtbot.waitUntil(lambda: work.idle)
    assert one.alarm.text() == story.say(TooFewTalks(waiting=3, missing=2, least=5)) and one.alarm.isVisible()
    assert not (tmp_path / "out").exists() and story.handed_in(vault) == ()


def test_before_sealing_the_page_names_the_questions_and_no_number_about_answers(page, vault):
    hold(vault, 6)
    one = page()
    assert one.questions.text().split("\n") == [f"•  {name}" for name in story.questions_for_hr("da")]
    assert not any(sign.isdigit() for sign in one.questions.text())
    assert (one.short.text(), one.long.text()) == story.guarantee_for_hr(6, "da")
    assert not one.long.isVisible()
    one.more.click()
    assert one.long.isVisible() and one.mind.isVisible()


def test_as_many_as_on_the_staff_list_is_said_before_sealing(look, page, vault):
    """Then it is known who took part, whatever the noise does."""
    hold(vault, 6)
    known = page().known
    assert known.isVisible() and "medarbejderliste" in known.text() and not any(sign.isdigit() for sign in known.text())
    story.take_in(vault, [Employee("f" * 32, "Grete Iversen", in_group=True)])
    assert not page().known.isVisible()
    story.in_the_group(vault, "f" * 32, False)
    assert page().known.isVisible()


def test_who_counts_already_is_said_to_wait_for_a_later_file(look, page, vault):
    """Six talks, two of them with one person."""
    hold(vault, 6)
    vault.add_person(Participant(f"{105:032x}", "Kirsten 4"))
    one = page()
    assert one.later.isVisible() and one.later.text().startswith("1 mere venter") and "5" in one.waits.text()


def test_the_day_in_hovedmed_is_asked_once_and_not_taken_from_the_future(page, vault, qtbot, work):
    hold(vault, 5)
    one = page()
    assert one.ask_day.isVisible() and not one.seal.isEnabled()
    for typed in ("i går", "24-11-2026"):
        one.day.line.setText(typed)
        one.keep_day.click()
        qtbot.waitUntil(lambda: work.idle)
        assert vault.workplace().discussed == "" and not one.seal.isEnabled()
    one.day.line.setText("2.3.2026")
    one.keep_day.click()
    qtbot.waitUntil(lambda: work.idle)
    assert vault.workplace().discussed == "2026-03-02"
    assert one.seal.isEnabled() and not one.ask_day.isVisible()


def test_sealed_it_lies_there_as_a_file_hr_can_read_beside_a_text_with_the_guarantee(page, vault, tmp_path, qtbot, work):
    hold(vault, 5)
    one = page()
    one.enter_day("2026-03-02")
    one.save_to(tmp_path / "out")
    qtbot.waitUntil(lambda: work.idle)
    file, description, text = sorted((tmp_path / "out").iterdir())
    assert csv_file.read(file.read_bytes(), indicators.shipped()).n == 5
    said = text.read_text("utf-8-sig")
    assert one.sealed.short in said and one.sealed.long in said and "Excel" in said and "Kirsten" not in said
    assert one.done.isVisible() and file.name in one.holds.text() and one.promised.text() == one.sealed.short
    assert not one.seal.isEnabled() and not one.earlier.isVisible() and "2026H2" in one.why.text()
    assert json.loads(description.read_bytes())["url"] == file.name
    # Every row of the file, and no other number of an answer, stands on the screen in words.
    batch = csv_file.read(file.read_bytes(), indicators.shipped())
    tables = [block for block in one.sealed.shown.blocks if isinstance(block, Table)]
    shown = [int(row[1]) for table in tables for row in table.rows]
    counts = {(row.question, row.answer): row.count for row in batch.rows}
    assert shown == [counts[asked.id, code] for asked in SEN1.indicators for code in asked.codes]
    assert one.shown.isVisible()


def test_a_sealed_file_is_saved_again_byte_for_byte_and_never_over_another(page, vault, tmp_path, qtbot, work):
    hold(vault, 5)
    one = page()
    one.enter_day("2026-03-02")
    one.save_to(tmp_path / "out")
    qtbot.waitUntil(lambda: work.idle)
    later = page()
    handed = story.handed_in(vault)[0]
    assert later.earlier.isVisible() and handed.name in [line.text() for line in later.earlier.findChildren(QLabel)]
    for folder in ("out", "stick"):
        later.save_again(handed, tmp_path / folder)
    qtbot.waitUntil(lambda: work.idle)
    assert (tmp_path / "stick" / handed.name).read_bytes() == (tmp_path / "out" / handed.name).read_bytes()
    (tmp_path / "stick" / handed.name).write_bytes(b"another")
    later.save_again(handed, tmp_path / "stick")
    qtbot.waitUntil(lambda: work.idle)
    assert later.alarm.text() == story.say(FileThere())
    assert (tmp_path / "stick" / handed.name).read_bytes() == b"another"


def test_when_saving_fails_the_sealed_file_is_kept_and_offered_again(page, vault, tmp_path, qtbot, work):
    hold(vault, 5)
    one = page()
    one.enter_day("2026-03-02")
    (tmp_path / "stick").write_text("no folder")
    one.save_to(tmp_path / "stick")
    qtbot.waitUntil(lambda: work.idle)
    assert one.alarm.isVisible() and one.earlier.isVisible() and not one.seal.isEnabled()
    assert [handed.n for handed in story.handed_in(vault)] == [5]


def test_hr_may_ask_for_more_than_five(page, vault):
    hold(vault, 6)
    assert "4" in page(least=10).why.text()


def test_every_place_the_keyboard_reaches_says_what_it_is_and_back_goes_back(page, vault, qtbot):
    hold(vault, 5)
    one = page()
    reached = [*one.findChildren(QAbstractButton), *one.findChildren(QLineEdit)]
    assert all(widget.accessibleName() or widget.text() for widget in reached if widget.isVisible())
    with qtbot.waitSignal(one.left):
        qtbot.keyClick(one.back, Qt.Key.Key_Space)
