# SPDX-License-Identifier: EUPL-1.2
"""The offer page -> an invitation to change, copy and save; the agreements -> requests; the start page -> papers."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from factory import keep, make_row, make_talk
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QPlainTextEdit

from senior_desktop import story
from senior_desktop.conversation.conversation import Stage


@pytest.fixture
def offered(start: Callable[..., Any], vault: Any) -> tuple[Any, Any]:
    """The app and the window of a talk that has not begun."""
    keep(vault, make_talk({"a13": None, "e04": None, "e05": None}, stage=Stage.OFFERED, agreements=()))
    app = start(vault=vault)
    return app, app.talk(app.screen().model.rows[0])


def test_the_invitation_follows_the_time_until_its_words_are_changed(offered: tuple[Any, Any]) -> None:
    """A new place stands in the letter at once; the user's own words are never written over, and can be let go."""
    app, window = offered
    card = app.go(window, "offer").invitation
    assert card.inside is None, "nothing is planned before the leader wants to invite"
    card.write.click()
    app.settle()
    assert "mandag den 7. december 2026 kl. 10.00" in card.text.toPlainText()
    card.place.setText("Mødelokale 2")
    card.place.flush()
    card.time.setCurrentIndex(card.time.findData("13:15"))
    card.time.activated.emit(card.time.currentIndex())
    app.settle()
    assert "kl. 13.15" in card.text.toPlainText() and "Mødelokale 2" in card.text.toPlainText()
    assert card.anew.isHidden()
    card.text.insertPlainText("Hej! ")
    card.minutes.setCurrentIndex(card.minutes.findData(45))
    card.minutes.activated.emit(card.minutes.currentIndex())
    app.settle()
    assert card.text.toPlainText().startswith("Hej! ") and "45 minutter" not in card.text.toPlainText()
    assert not card.stale.isHidden(), "the letter names another time than the calendar file"
    for _ in range(2):
        window.switch_path()  # every page is built anew
        app.settle()
    card = app.go(window, "offer").invitation
    assert card.text.toPlainText().startswith("Hej! ") and not card.anew.isHidden() and not card.stale.isHidden()
    card.anew.click()
    app.settle()
    assert "45 minutter" in card.text.toPlainText() and not card.text.toPlainText().startswith("Hej! ")
    assert card.stale.isHidden() and card.anew.isHidden()


def test_the_draft_does_not_exist_in_the_shared_view(offered: tuple[Any, Any]) -> None:
    """Not hidden but not built, before the talk and during it; back in the leader's view the words stand as they were."""
    app, window = offered
    card = app.go(window, "offer").invitation
    card.write.click()
    app.settle()
    card.text.insertPlainText("Kun et udkast. ")
    app.settle()
    for _ in range(2):
        window.toggle_shared()
        app.settle()
        assert app.go(window, "offer").invitation is None
        assert not [one for one in app.window.findChildren(QPlainTextEdit) if "Kun et udkast" in one.toPlainText()]
        window.toggle_shared()
        app.settle()
        assert app.go(window, "offer").invitation.text.toPlainText().startswith("Kun et udkast. ")
    window.room.do(story.start)
    app.settle()
    assert window.room.shared and app.go(window, "offer").invitation is None


def test_saving_does_not_make_the_letter_old(offered: tuple[Any, Any], tmp_path: Path) -> None:
    """Handing out marks the meeting as given; time and place are what they were."""
    app, window = offered
    card = app.go(window, "offer").invitation
    card.write.click()
    app.settle()
    card.text.insertPlainText("Hej! ")
    card.mail.save_to(tmp_path / "out")
    app.settle()
    assert window.room.talk.meeting.given and card.stale.isHidden()


def test_the_invitation_is_saved_and_copied_as_it_stands(offered: tuple[Any, Any], tmp_path: Path) -> None:
    """Three files and the clipboard; the meeting counts as handed out, and the card is gone once the talk has begun."""
    app, window = offered
    card = app.go(window, "offer").invitation
    card.write.click()
    app.settle()
    card.text.insertPlainText("Hej! ")
    card.copy.click()
    assert QGuiApplication.clipboard().text().startswith("Hej! ")
    for button in (card.mail, card.paper, card.file):
        button.save_to(tmp_path / "out")
        app.settle()
        assert "Gemt: SS-" in card.done.text()
    names = sorted(file.name for file in (tmp_path / "out").iterdir())
    assert [name.partition("-v1-")[2] for name in names] == ["invitation.eml", "invitation.pdf", "kalender.ics"]
    assert "Hej!" in (tmp_path / "out" / names[0]).read_text(encoding="utf-8")
    assert window.room.talk.meeting.given
    window.room.do(story.start)  # and both look at the screen
    app.settle()
    window.toggle_shared()
    app.settle()
    card = app.go(window, "offer").invitation
    assert card.isHidden() and card.inside is None


def test_a_row_for_others_has_its_request_also_when_the_text_is_frozen(
    start: Callable[..., Any], vault: Any, tmp_path: Path
) -> None:
    """One button a row; requests and reminders go out after the signing too."""
    asked = make_row(measure="A2", text="Timetallet sættes ned", status=2, formalise=2)
    keep(vault, make_talk(agreements=(asked, make_row()), stage=Stage.REVIEW))
    app = start(vault=vault)
    window = app.talk(app.screen().model.rows[0], shared=True)
    card = app.go(window, "agreements").requests
    assert list(card.buttons) == [asked.id]
    button = card.buttons[asked.id]
    assert button.isEnabled() and "Timetallet sættes ned" in button.accessibleName()
    button.save_to(tmp_path / "out")
    card.remind.save_to(tmp_path / "out")
    app.settle()
    assert len(list((tmp_path / "out").iterdir())) == 2 and "Gemt:" in card.done.text()


def test_papers_are_read_and_saved_from_the_start_page(start: Callable[..., Any], vault: Any, tmp_path: Path) -> None:
    """In the language of one's choice; back again to the start page."""
    app = start(vault=vault)
    app.screen().to_papers.click()
    page = app.screen()
    assert set(page.save) == set(story.PAPERS) and set(page.read) == set(story.READABLE)
    page.read["for_employee"].click()
    app.settle()
    assert "Velkommen til din seniorsamtale" in page.view.toPlainText()
    page.papers_language.setCurrentIndex(1)
    page.save_to("twin_short", tmp_path / "out")
    app.settle()
    assert [file.name for file in (tmp_path / "out").iterdir()] == ["Paper-version-short.pdf"]
    assert "Paper-version-short.pdf" in page.state.text()
    page.back.click()
    assert app.screen().to_papers is not None
