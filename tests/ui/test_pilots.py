# SPDX-License-Identifier: EUPL-1.2
"""HR tries the conversation in a corner first: a round is written, kept as it is typed, and told of on paper."""

import pikepdf
import pytest
from factory import make_vault

from senior_desktop import story
from senior_desktop.ui.hr.pilots import PilotsPage


@pytest.fixture
def hr(tmp_path, clock):
    with make_vault(tmp_path / "hr", clock) as vault:
        yield vault


@pytest.fixture
def opened(hr, work, look, qtbot):
    """Opens the page; what it shows when all is read."""

    def begin():
        page = PilotsPage(work, "da", "Eksempel Kommune", story.pool(()), hr)
        qtbot.addWidget(page)
        page.show()
        qtbot.waitUntil(lambda: work.idle)
        return page

    return begin


def written(page, work, qtbot, name="Dagtilbud først"):
    page.new.click()
    qtbot.waitUntil(lambda: work.idle)
    page.editor.name.setText(name)
    worked, missing, minutes = page.editor.sheets[0]
    worked.setPlainText("Kortene hjalp")
    missing.setPlainText("Flere eksempler")
    minutes.setText("45")
    text, tick = page.editor.stories[0]
    text.setPlainText("Jeg gik fra to vagter til én.")
    tick.setChecked(True)
    return page.editor


def test_without_a_round_the_page_says_how_to_begin(opened):
    page = opened()
    assert page.empty.isVisible() and not page.saving.isVisible() and page.editor is None


def test_what_is_typed_is_there_the_next_time_without_saving(opened, work, qtbot, hr):
    page = opened()
    written(page, work, qtbot)
    qtbot.waitUntil(lambda: bool(story.pilots(hr)[0].sheets), timeout=5_000)  # a second after the last key, by itself
    again = opened()
    assert again.which.currentText() == again.editor.name.text() == "Dagtilbud først"
    assert again.editor.sheets[0][0].toPlainText() == "Kortene hjalp" and again.editor.stories[0][1].isChecked()


def test_a_story_that_is_changed_has_not_been_approved(opened, work, qtbot, hr, tmp_path):
    page = opened()
    editor = written(page, work, qtbot)
    editor.stories[0][0].insertPlainText("Og mere. ")
    assert not editor.stories[0][1].isChecked()
    editor.flush()
    qtbot.waitUntil(lambda: work.idle)
    assert story.pilots(hr)[0].stories[0].approved is False


def test_the_report_and_the_learning_sheet_are_saved(opened, work, qtbot, tmp_path):
    page = opened()
    written(page, work, qtbot)
    page.save_report(tmp_path / "rapport.pdf")
    page.save_sheet(tmp_path / "ark.pdf")
    qtbot.waitUntil(lambda: work.idle)
    with pikepdf.open(tmp_path / "rapport.pdf") as report, pikepdf.open(tmp_path / "ark.pdf") as sheet:
        assert len(report.pages) == 1 and len(sheet.Root.AcroForm.Fields) == 3
    page.save_report(tmp_path / "ark.pdf" / "rapport.pdf")
    qtbot.waitUntil(lambda: work.idle)
    assert page.alarm.isVisible()


def test_two_rounds_are_kept_apart_and_one_may_be_deleted(opened, work, qtbot, hr):
    page = opened()
    written(page, work, qtbot)
    page.new.click()
    qtbot.waitUntil(lambda: work.idle)
    assert page.editor.name.text() == "" and page.which.count() == 2
    page.which.setCurrentIndex(0)
    page.which.activated.emit(0)
    assert page.editor.name.text() == "Dagtilbud først"
    page.delete()
    qtbot.waitUntil(lambda: work.idle)
    assert [one.name for one in story.pilots(hr)] == [""] and page.which.count() == 1
