# SPDX-License-Identifier: EUPL-1.2
"""After the talk, through the windows: ten minutes some months later, what is held back, and accidents on the way."""

from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from factory import Clock, keep, make_row, make_talk, make_vault
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QWidget

from senior_desktop import story
from senior_desktop.conversation.agreements import WISHED
from senior_desktop.conversation.conversation import Conversation, Stage
from senior_desktop.demo_hands import choose
from senior_desktop.vault import database, keys


@pytest.fixture
def clock(now: datetime) -> Clock:
    """Three months after the talk."""
    return Clock(now + timedelta(days=92))


@pytest.fixture
def vault(tmp_path: Path, clock: Clock) -> Any:
    return make_vault(tmp_path / "data", clock)


@pytest.fixture
def over(vault: Any) -> Conversation:
    """Handed over in November, its follow-up due today: one thing agreed, one wished for."""
    rows = (make_row(), make_row(text="Mentor for de nye", status=WISHED, review=""))
    return keep(vault, make_talk(stage=Stage.HANDED_OVER, agreements=rows))


def words(screen: QWidget) -> str:
    """All that a person reads on it now."""
    return "\n".join(one.text() for one in screen.findChildren(QLabel) if one.isVisible())


def followed(app: Any) -> Any:
    """The talk, opened from its line on the start page."""
    app.screen().due.buttons[0].click()
    return app.screen()


# -- ten minutes -------------------------------------------------------------------------------------------------------


def test_the_follow_up_is_a_short_path_from_the_due_list(start: Callable[..., Any], vault: Any, over: Conversation) -> None:
    """Two pages, two inputs beside the agreements; each thing is stored as it is said."""
    app = start(vault=vault)
    talk = followed(app)
    assert (talk.page_ids, talk.current) == (("follow_up", "hand_over"), "follow_up")
    page = talk.page("follow_up")
    assert page.cards == {} and "temaer drøftet" not in words(talk) and "23. februar 2027" in words(page)
    card, (first, second) = page.kept, over.agreements
    assert set(card.kept) == set(card.again) == {first.id, second.id}
    choose(card.kept[first.id], 2)
    card.again[first.id].line.setText("23-08-2027")
    card.again[first.id].flush()
    QTest.keyClicks(card.going, "Faste dage hjælper")
    card.going.flush()
    app.settle()
    stored = vault.get(over.id)
    assert stored.stage is Stage.HANDED_OVER
    assert ([row.kept for row in stored.agreements], stored.agreements[0].next_review) == ([2, None], "2027-08-23")
    assert stored.going == "Faste dage hjælper"
    assert not card.save.isEnabled()
    choose(card.held, 1)
    card.save.click()
    app.settle()
    assert (vault.get(over.id).stage, vault.get(over.id).code("g6")) == (Stage.FOLLOWED_UP, 1)
    assert not card.save.isVisible()
    choose(card.kept[second.id], 4)  # a slip is mended until the talk is closed
    app.settle()
    assert vault.get(over.id).agreements[1].kept == 4 and not card.again[second.id].isVisible()
    talk.top.path.click()
    app.settle()
    assert "summary" in talk.page_ids and talk.current == "follow_up"


def test_a_follow_up_that_is_broken_off_loses_nothing(start: Callable[..., Any], vault: Any, over: Conversation) -> None:
    """The window is closed in the midst of a word and of a date."""
    app = start(vault=vault)
    card = followed(app).page("follow_up").kept
    QTest.keyClicks(card.going, "Det går bed")
    QTest.keyClicks(card.again[over.agreements[1].id].line, "1-9-2027")
    said: list[Conversation] = []
    app.window.flush()
    app.settle()
    said.append(vault.get(over.id))
    assert (said[0].going, said[0].agreements[1].next_review) == ("Det går bed", "2027-09-01")


def test_reminders_are_saved_and_that_is_said(start: Callable[..., Any], vault: Any, over: Conversation, tmp_path: Path) -> None:
    app = start(vault=vault)
    page = followed(app).page("follow_up")
    page.remind.save_to(tmp_path)
    app.settle()
    (file,) = tmp_path.glob("*.ics")
    assert page.done.isVisible() and file.name in page.done.text()
    assert "Kirsten" not in file.read_text(encoding="utf-8")


def test_an_amendment_asks_anew_when_it_is_followed_up(start: Callable[..., Any], vault: Any, over: Conversation) -> None:
    """Opened again for a new version there is nothing to follow up; a row that came with it is asked about afterwards."""
    app = start(vault=vault)
    talk = app.talk(vault.get(over.id))
    assert app.go(talk, "follow_up").kept is not None
    app.go(talk, "sign").change.click()
    app.settle()
    assert app.go(talk, "follow_up").kept is None and talk.room.talk.version == 2
    row = make_row(text="Mødefri onsdag")
    talk.room.add_row(row)
    talk.room.do(story.hold_unsigned)
    app.settle()
    assert row.id in app.go(talk, "follow_up").kept.kept


# -- papers and holding back -------------------------------------------------------------------------------------------


def test_the_employee_reads_both_sheets_in_large_type(start: Callable[..., Any], vault: Any) -> None:
    """On the shared screen, what the papers will say, half as large again as the rest."""
    talk = keep(vault, make_talk({"c12": "Borgerne", "c72": "kun til os"}, stage=Stage.REVIEW, frozen="2026-11-23"))
    app = start(vault=vault)
    page = app.go(app.talk(talk, shared=True), "read")
    assert "30. november 2026" in words(page) and page.sheets == ()
    page.large.click()
    app.settle()
    first, second = page.sheets
    assert first.isVisible() and "Borgerne" in first.toPlainText() and "Faste dage fra januar" in second.toPlainText()
    assert "kun til os" not in first.toPlainText() + second.toPlainText()
    assert [one.document().defaultFont().pixelSize() for one in page.sheets] == [24, 24]
    page.large.click()
    assert not first.isVisible()


def test_on_hold_closing_is_not_offered_and_the_list_says_so(start: Callable[..., Any], vault: Any, over: Conversation) -> None:
    app = start(vault=vault)
    talk = app.talk(vault.get(over.id))
    page = app.go(talk, "hand_over")
    assert page.closing.close_it.isEnabled() and "mødes igen den 23. februar 2027" in words(page.closing)
    page.filed.steps["usb"].click()
    page.filed.hold.click()
    app.settle()
    assert page.filed.steps["usb"].text().endswith(" · 23-02-2027")
    assert not page.closing.close_it.isEnabled() and "kan den ikke afsluttes" in words(page.closing)
    page.closing.close_now()  # whatever reaches it
    app.work.settle()
    assert "sat på hold" in talk.alarm.text() and vault.get(over.id).stage is Stage.HANDED_OVER
    talk.alarm.hide()
    talk.leave()
    home = app.screen()
    assert home.model.index(0, 1).data() == "På hold"
    home.erase(vault.get(over.id))
    app.settle()
    assert [one.id for one in vault.conversations()] == [over.id]


# -- accidents ---------------------------------------------------------------------------------------------------------


def test_a_clock_set_back_is_a_quiet_line_on_the_start_page(start: Callable[..., Any], vault: Any, over: Conversation, clock: Clock) -> None:
    story.note_going(vault, over, "Godt")
    app = start(vault=vault)
    assert not app.screen().clock.isVisible()
    clock.now -= timedelta(days=40)
    app.window.home()
    line = app.screen().clock
    assert line.isVisible() and "14-01-2027" in line.text() and "Intet er gået tabt" in line.text()


def test_a_vault_that_is_busy_is_said_and_keeps_what_was_typed(start: Callable[..., Any], vault: Any, over: Conversation) -> None:
    """Another program (a backup, a scanner) holds the file: the words stay on the screen, and are saved when it lets go."""
    app = start(vault=vault)
    talk = followed(app)
    card = talk.page("follow_up").kept
    with vault.transaction() as connection:
        connection.exec_driver_sql("PRAGMA busy_timeout = 50")
    other = database.connect(vault.folder / database.FILE, keys.derive(vault._master.vault_key, "db"))
    try:
        other.execute("BEGIN IMMEDIATE")
        QTest.keyClicks(card.going, "Det går godt")
        card.going.flush()
        app.work.settle()
        assert talk.reason_to_stay() and "i god behold" in talk.alarm.text()
        assert card.going.toPlainText() == "Det går godt" and vault_says(other, over) == ""
        other.execute("ROLLBACK")
    finally:
        other.close()
    talk.room.save_again()
    app.work.settle()
    assert vault.get(over.id).going == "Det går godt" and not talk.reason_to_stay()


def vault_says(connection: Any, talk: Conversation) -> str:
    """What the file holds of how it goes, read past the program."""
    import json

    (body,) = connection.execute("SELECT body FROM talks WHERE id = ?", (talk.id,)).fetchone()
    return str(json.loads(body)["going"])
