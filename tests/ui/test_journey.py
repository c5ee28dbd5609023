# SPDX-License-Identifier: EUPL-1.2
"""A new leader and one employee, with keyboard and mouse through the real windows; the end is read from the disk."""

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from factory import PASSPHRASE, keep, make_talk
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from senior_desktop import desk, story
from senior_desktop.at_hand import working_months_on
from senior_desktop.conversation.conversation import Stage
from senior_desktop.errors import FolderUnwritable, WrongPassphrase

NAME = "Kirsten Ærø Møller"
LEFT = Qt.MouseButton.LeftButton
ALT = Qt.KeyboardModifier.AltModifier


def click(one: QWidget) -> None:
    """Click where a person would: on the words, not beside them."""
    assert one.isVisible()
    assert one.isEnabled()
    QTest.mouseClick(one, LEFT, pos=QPoint(min(24, one.width() // 2), one.height() // 2))


def write(box: QWidget, text: str) -> None:
    """Go to a field and type."""
    assert box.isVisible()
    box.setFocus()
    QTest.keyClicks(box, text)


def pick(box: Any, value: Any) -> None:
    """Choose the line of a drop-down that holds `value`, by the keyboard."""
    box.setFocus()
    QTest.keyClick(box, Qt.Key.Key_Home)
    for _ in range(box.findData(value) - box.currentIndex()):
        QTest.keyClick(box, Qt.Key.Key_Down)
    assert box.currentData() == value


def draw(pen: QWidget) -> None:
    """Sign with the mouse."""
    QTest.mousePress(pen, LEFT, pos=QPoint(40, 60))
    for step in range(1, 20):
        QTest.mouseMove(pen, QPoint(40 + 8 * step, 60 + (step % 5) * 8))
    QTest.mouseRelease(pen, LEFT, pos=QPoint(200, 70))


def first_run(app: Any) -> None:
    """Workplace, passphrase, two groups of the recovery sheet."""
    page = app.screen()
    for key, words in (("leader", "Søren Håkansson"), ("leader_title", "Afdelingsleder"), ("municipality", "Eksempel Kommune"),
                       ("unit", "Plejecenter Åbrinken"), ("data_officer", "dpo@eksempel.dk")):
        write(page.fields[key], words)
    pick(page.area, "O1")
    click(page.to_passphrase)
    write(page.first, PASSPHRASE)
    assert not page.make.isEnabled()
    write(page.second, PASSPHRASE)
    click(page.make)
    app.settle()
    assert not page.done.isEnabled()
    for box, number in zip(page.typed, page.asked, strict=True):
        write(box, page.groups[number - 1])
    click(page.done)
    app.settle()


def unlock(app: Any, passphrase: str = PASSPHRASE) -> Any:
    """Type the passphrase and press Enter; the screen that comes."""
    page = app.screen()
    write(page.box, passphrase)
    QTest.keyClick(page.box, Qt.Key.Key_Return)
    return app.screen()


def step_on(app: Any, talk: Any, page: str) -> Any:
    """Go to the next page by the keyboard; it is `page`."""
    QTest.keyClick(app.window, Qt.Key.Key_Right, ALT)
    app.settle()
    assert talk.current == page
    return talk.page(page)


def test_from_the_first_start_to_two_signed_papers(start: Callable[..., Any], tmp_path: Path) -> None:
    """The whole way, closed and opened again in the middle of a sentence."""
    app = start()
    first_run(app)
    home = app.screen()
    assert home.empty.isVisible()
    assert not home.begin.isEnabled()
    write(home.name, NAME)
    QTest.keyClick(home.name, Qt.Key.Key_Return)
    talk = app.screen()
    assert talk.current == "offer"

    # The offer is answered, the two sit down.
    page = talk.page("offer")
    click(page.cards["a11"].field.button(1))
    write(page.cards["a03"].field.box, "Sygeplejerske")
    write(page.cards["a07"].field.box, "32,5")
    app.settle()
    click(page.start)
    app.settle()
    assert talk.room.shared

    # Themes: a card, words, a question left unanswered.
    page = step_on(app, talk, "t1")
    click(page.cards["c11"].field.button(3))
    write(page.cards["c12"].field.box, "Ro til at gøre det ordentligt")
    click(page.status.buttons()[0])
    page = step_on(app, talk, "t2")
    click(page.cards["c21"].leave)
    click(page.cards["c22"].field.box(1))
    page = step_on(app, talk, "t3")
    click(page.cards["c31"].field.box(4))

    # Closed while a word stands unsaved, and opened again: the same page, with everything there.
    page = step_on(app, talk, "t4")
    page = step_on(app, talk, "t5")
    write(page.cards["c53"].field.box, "Demenskursus, trin")
    app.close()
    app = start()
    home = unlock(app)
    assert [row.text("a01") for row in home.model.rows] == [NAME]
    click(home.open_button)
    talk = app.screen()
    assert talk.current == "t5"
    page = talk.page("t5")
    assert page.cards["c53"].field.box.toPlainText() == "Demenskursus, trin"
    said = talk.room.talk
    assert (said.code("c11"), said.text("c12"), said.answer("c21").declined) == (3, "Ro til at gøre det ordentligt", True)
    assert said.text("a07") == "32.5"
    assert talk.side.words.text().startswith("4 ")  # themes dealt with: t1, t2, t3, t5

    # Agreements: a measure of the catalogue, in their own words.
    page = app.go(talk, "agreements")
    write(page.finder.need, "traet efter Nattevagterne")
    QTest.keyClick(page.finder.need, Qt.Key.Key_Return)  # into the list
    assert page.finder.list.currentItem().text().splitlines()[1] == "Fra det lokale budget · lederen afgør det"
    QTest.keyClick(page.finder.list, Qt.Key.Key_Return)
    app.settle()
    (row,) = page.rows.values()
    row.text.selectAll()
    write(row.text, "Aftenvagter går fra fire til to")
    pick(row.list("pay"), 1)
    app.settle()
    write(row.pay_text, "Tillægget falder")
    QTest.keyClick(row.pay_text, Qt.Key.Key_Return)
    app.settle()
    pick(row.list("status"), 1)
    pick(row.list("responsible"), 1)
    app.settle()

    # Follow-up, summary, position, frozen.
    page = step_on(app, talk, "follow_up")
    page = step_on(app, talk, "summary")
    click(page.suggest)
    app.settle()
    assert page.cards["e01"].field.box.toPlainText()
    write(page.cards["e02"].field.box, "Godt, at det blev skrevet ned")
    click(page.cards["e05"].field.button(1))
    app.settle()
    for words in ("Aftenvagter går fra fire til to", "Godt, at det blev skrevet ned"):
        assert words in page.preview.toPlainText()
    below = page.preview.toPlainText().partition("\nAftaleark\n")[2]  # the paper for the personnel file, too
    assert "Aftenvagter går fra fire til to" in below
    assert "Godt, at det blev skrevet ned" not in below
    page = step_on(app, talk, "read")
    click(page.freeze)
    app.settle()
    assert talk.room.talk.stage is Stage.REVIEW

    # Signed: the leader draws, the employee types the name.
    page = step_on(app, talk, "sign")
    assert not page.leader.sign.isEnabled()
    click(page.leader.read)
    draw(page.leader.pen)
    click(page.leader.sign)
    app.settle()
    assert talk.room.talk.stage is Stage.SIGNED_BY_LEADER
    click(page.employee.read)
    write(page.employee.typed, "Kirsten")
    assert not page.employee.sign.isEnabled()
    write(page.employee.typed, " Ærø Møller")
    click(page.employee.sign)
    app.settle()
    assert talk.room.talk.stage is Stage.SIGNED

    # The employee alone, then a copy for both.
    page = step_on(app, talk, "evaluate")
    click(page.start)
    app.settle()
    for key, code in (("g1", 4), ("g2", 3), ("g3", 1)):
        click(talk.curtain.cards[key].field.button(code))
        app.settle()
    click(talk.curtain.finish)
    app.settle()
    page = app.go(talk, "hand_over")
    page.save_to(tmp_path / "usb")
    app.settle()
    assert talk.room.talk.stage is Stage.HANDED_OVER

    # What lies on the disk, read by the same check that anybody can run.
    papers = sorted((tmp_path / "usb").glob("*.pdf"))
    assert len(papers) == 2
    for paper in papers:
        assert desk.check_paper(paper.read_bytes(), app.folder).colour == "green"
        assert "Kirsten" not in paper.name
    app.close()
    app = start()
    home = unlock(app)
    (row,) = home.model.rows
    assert (row.stage, row.code("c11"), row.agreements[0].text) == (Stage.HANDED_OVER, 3, "Aftenvagter går fra fire til to")
    assert row.text("e04") == working_months_on(date.today(), 3).isoformat()


@pytest.mark.parametrize("language", ["da", "en"])
def test_a_wrong_passphrase_is_said_in_words_and_the_right_one_still_opens(
    start: Callable[..., Any], vault: Any, look: Any, language: str
) -> None:
    """The sentence of the catalogue, in the user's language; the field is ready for another try."""
    look.apply(desk.Settings(language, 16, "light"))
    vault.close()
    app = start()
    page = unlock(app, "en helt anden hest")
    assert page.said.text() == story.say(WrongPassphrase(), language)
    assert page.box.selectedText() == page.box.text()
    assert page.open_button.isEnabled()
    assert unlock(app).empty.isVisible()


@pytest.fixture
def frozen(start: Callable[..., Any], vault: Any) -> tuple[Any, Any]:
    """The app with a talk whose text is finished."""
    keep(vault, make_talk(stage=Stage.REVIEW))
    app = start(vault=vault)
    return app, app.talk(app.screen().model.rows[0])


def test_a_folder_that_cannot_be_written_is_said_in_words(frozen: tuple[Any, Any], tmp_path: Path) -> None:
    """Nothing is half there; what was typed is kept, and the next folder works."""
    app, talk = frozen
    (tmp_path / "no-folder").write_bytes(b"")
    page = app.go(talk, "read")
    page.save_to(tmp_path / "no-folder" / "below")
    app.settle()
    assert talk.alarm.isVisible()
    assert talk.alarm.text() == story.say(FolderUnwritable(), "da")
    page.save_to(tmp_path / "folder")
    app.settle()
    assert len(list((tmp_path / "folder").glob("*.pdf"))) == 2
    assert "udkast" in page.done.text()


def test_nothing_is_lost_when_a_frozen_text_is_opened_again(frozen: tuple[Any, Any]) -> None:
    """Thawed, it is a new version with the same words."""
    app, talk = frozen
    page = app.go(talk, "read")
    click(page.thaw)
    app.settle()
    assert (talk.room.talk.stage, talk.room.talk.version) == (Stage.TALKING, 2)
    assert page.freeze.isVisible()


def test_no_thanks_closes_kindly(start: Callable[..., Any], vault: Any) -> None:
    """Only the offer's page is left, with a thank you; a change of mind brings the pages back."""
    keep(vault, make_talk({"a11": None, "a13": None}, stage=Stage.OFFERED))
    app = start(vault=vault)
    talk = app.talk(app.screen().model.rows[0])
    assert "t1" in talk.page_ids
    click(talk.page("offer").cards["a11"].field.button(3))
    app.settle()
    page = talk.page("offer")
    assert talk.page_ids == ("offer",)
    assert page.kindly.isVisible()
    assert page.kindly.text().startswith("Tak for svaret")
    assert not page.start.isVisible()
    click(page.cards["a11"].field.button(1))
    app.settle()
    assert "t1" in talk.page_ids


def test_the_short_path_has_its_own_pages_and_switching_loses_nothing(start: Callable[..., Any], vault: Any) -> None:
    """Answers of the other path stay where they are, both ways, what is being typed too."""
    keep(vault, make_talk({"c13": "Skiftende mødetider"}))
    app = start(vault=vault)
    talk = app.talk(app.screen().model.rows[0])
    page = app.go(talk, "t1")
    write(page.cards["c12"].field.box, "Makkerskabet")
    click(talk.top.path)
    app.settle()
    assert talk.page_ids == ("offer", "s1", "s2", "s3", "s4", "agreements", "follow_up", "summary", "read", "sign", "evaluate", "hand_over")
    page = app.go(talk, "s1")
    assert page.cards["c12"].field.box.toPlainText() == "Makkerskabet"
    assert "c13" not in page.cards
    click(page.cards["c11"].field.button(2))
    app.settle()
    click(talk.top.path)
    app.settle()
    page = app.go(talk, "t1")
    assert page.cards["c13"].field.box.toPlainText() == "Skiftende mødetider"
    assert page.cards["c11"].field.button(2).isChecked()


def test_a_screen_left_while_it_waits_takes_nothing_down(start: Callable[..., Any], vault: Any) -> None:
    """The summary's sheet comes back after the talk was closed, the view changed or the list left: nobody is told."""
    keep(vault, make_talk({"c12": "ro"}))
    app = start(vault=vault)
    talk = app.talk(app.screen().model.rows[0])
    for page in ("summary", "sign"):
        talk.open(page)
        QTest.keyClick(app.window, Qt.Key.Key_F6)
    app.settle()
    talk.open("summary")
    click(talk.top.close_talk)
    app.window.home()
    app.window.home()
    app.settle()
    assert app.screen().model.rows


def test_closing_with_the_curtain_up_keeps_what_the_employee_chose(start: Callable[..., Any], vault: Any) -> None:
    """The window's cross works at any moment."""
    keep(vault, make_talk())
    app = start(vault=vault)
    talk = app.talk(app.screen().model.rows[0])
    click(app.go(talk, "evaluate").start)
    app.settle()
    click(talk.curtain.cards["g1"].field.button(4))
    app.close()
    again = unlock(start())
    assert again.model.rows[0].code("g1") == 4


def test_larger_type_is_kept_for_the_next_time(start: Callable[..., Any], vault: Any, look: Any) -> None:
    """Ctrl and plus; the page stays open with what was typed."""
    keep(vault, make_talk())
    app = start(vault=vault)
    talk = app.talk(app.screen().model.rows[0])
    write(app.go(talk, "t1").cards["c12"].field.box, "ro")
    for _ in range(3):
        QTest.keyClick(app.window, Qt.Key.Key_Plus, Qt.KeyboardModifier.ControlModifier)
    app.settle()
    assert QApplication.font().pixelSize() == 24
    assert talk.current == "t1"
    assert talk.page("t1").cards["c12"].field.box.toPlainText() == "ro"
    assert desk.settings(app.folder).size == 24
