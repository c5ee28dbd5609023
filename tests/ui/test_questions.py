# SPDX-License-Identifier: EUPL-1.2
"""HR chooses what is counted: a ninth question gives no line for IT, and what is promised follows the choice."""

import pytest
from PySide6.QtGui import QGuiApplication

from senior_desktop import story
from senior_desktop.ui.hr.questions import QuestionsPage


@pytest.fixture
def page(work, look, qtbot):
    one = QuestionsPage(work, "da")
    qtbot.addWidget(one)
    one.show()
    return one


def test_the_eight_are_ticked_and_named_as_ever(page):
    assert page.picker.chosen() == [one.id for one in story.may_be_asked()][:8]
    assert page.line.text() == "IndicatorSet = sen1-e1"
    assert page.picker.promise.text() == story.guarantee_for_hr(5, "da")[1]


def test_a_ninth_is_said_and_gives_no_line(page):
    page.picker.ticks["f1"].setChecked(True)
    assert page.line.text() == "" and not page.copy.isEnabled() and page.told.text().startswith("9 ")
    page.picker.ticks["g1"].setChecked(False)
    assert page.line.text().startswith("IndicatorSet = valg1-") and page.told.text().startswith("8 ")
    for tick in page.picker.ticks.values():
        tick.setChecked(False)
    assert page.line.text() == "" and "mindst ét" in page.told.text()


def test_fewer_questions_and_more_noise_promise_more(page):
    page.picker.ticks["d01"].setChecked(False)
    page.picker.noise.setCurrentIndex(page.picker.noise.findData("e05"))
    page.picker.noise.activated.emit(0)
    assert "ε højst 3,5" in page.picker.promise.text()
    page.copy.click()
    assert QGuiApplication.clipboard().text() == page.line.text() == f"IndicatorSet = {story.chosen_for_hr(page.picker.chosen(), 'e05')}"
