# SPDX-License-Identifier: EUPL-1.2
"""Danish spelling: underlines in long texts, suggestions in the menu, nothing stored and nothing in names."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from factory import keep, make_talk
from PySide6.QtCore import Qt
from PySide6.QtGui import QContextMenuEvent, QTextCharFormat, QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPlainTextEdit

from senior_desktop import paths
from senior_desktop.ui.fields import spelling

WAVE = QTextCharFormat.UnderlineStyle.WaveUnderline


def underlined(box: QPlainTextEdit) -> list[str]:
    """The words that are underlined in `box`."""
    found, block = [], box.document().firstBlock()
    while block.isValid():
        units = block.text().encode("utf-16-le")
        for part in block.layout().formats():
            if part.format.underlineStyle() == WAVE:
                found.append(units[2 * part.start : 2 * (part.start + part.length)].decode("utf-16-le"))
        block = block.next()
    return found


@pytest.fixture
def page(start: Callable[..., Any], vault: Any) -> Any:
    """The page of the first theme; the dictionary is asked for at once."""
    keep(vault, make_talk())
    app = start(vault=vault)
    talk = app.talk(app.screen().model.rows[0])
    spelling.speller("da").start()
    return app.go(talk, "t1")


def ask_menu(box: QPlainTextEdit, word: str, qtbot: Any) -> Any:
    """The menu of the keyboard on `word`, once the suggestions are there."""
    box.setTextCursor(box.document().find(word))
    box.moveCursor(QTextCursor.MoveOperation.Left)
    event = QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, box.rect().center(), box.mapToGlobal(box.rect().center()))
    QApplication.sendEvent(box, event)
    waits = [one for one in box.menu.actions() if one.text() == "Finder forslag …"]
    assert len(waits) == 1
    qtbot.waitUntil(lambda: waits[0].text() == "Ingen forslag", timeout=20_000)  # hidden where there are some
    return box.menu


def test_what_the_dictionary_does_not_know_is_underlined(page: Any, qtbot: Any) -> None:
    """Compounds are known; names and abbreviations are let be; a letter beyond the basic plane moves nothing."""
    box = page.cards["c12"].field.box
    box.setPlainText("😀 Jeg har gode kompetancer i arbejdsmiljøgruppen sammen med Gudlaug og TRIO.\nDet arbejdsmijlø vi har")
    qtbot.waitUntil(lambda: underlined(box) == ["kompetancer", "arbejdsmijlø"], timeout=20_000)


def test_the_word_being_typed_is_let_be_until_it_is_done(page: Any, qtbot: Any) -> None:
    """Nobody is corrected in the midst of a word."""
    box = page.cards["c12"].field.box
    box.setFocus()
    box.setPlainText("gode kompetancer")
    box.moveCursor(QTextCursor.MoveOperation.End)
    page.cards["c13"].field.box.setPlainText("kompetancer")
    qtbot.waitUntil(lambda: underlined(page.cards["c13"].field.box) == ["kompetancer"], timeout=20_000)
    box.underlines.rehighlight()
    assert underlined(box) == []
    QTest.keyClicks(box, " ")
    assert underlined(box) == ["kompetancer"]


def test_a_suggestion_takes_the_words_place_and_can_be_undone(page: Any, qtbot: Any) -> None:
    """By the keyboard's menu; what was chosen is stored as if it had been typed."""
    box = page.cards["c12"].field.box
    box.setPlainText("Mine kompetancer tæller")
    qtbot.waitUntil(lambda: underlined(box) == ["kompetancer"], timeout=20_000)
    menu = ask_menu(box, "kompetancer", qtbot)
    assert menu.actions()[0].text() == "kompetencer"
    menu.actions()[0].trigger()
    assert box.toPlainText() == "Mine kompetencer tæller"
    box.undo()
    assert box.toPlainText() == "Mine kompetancer tæller"
    box.redo()
    page.flush()
    page.room.work.settle()
    assert page.room.talk.text("c12") == "Mine kompetencer tæller"
    menu.close()


def test_a_word_can_be_ignored_for_now_and_is_kept_nowhere(page: Any, qtbot: Any, tmp_path: Path) -> None:
    """It may be a name: no dictionary of the user's own, only this session's memory."""
    box = page.cards["c12"].field.box
    box.setPlainText("hos zwibbelhuset er der ro")
    qtbot.waitUntil(lambda: underlined(box) == ["zwibbelhuset"], timeout=20_000)
    menu = ask_menu(box, "zwibbelhuset", qtbot)
    words = [action.text() for action in menu.actions()]
    assert "Ignorér »zwibbelhuset«" in words
    assert not [text for text in words if "ordbog" in text.lower()]
    next(action for action in menu.actions() if action.text().startswith("Ignorér")).trigger()
    assert underlined(box) == []
    menu.close()
    kept = [file.read_bytes() for file in tmp_path.rglob("*.json")]
    assert kept
    assert not [content for content in kept if b"zwibbel" in content]


def test_an_underline_is_no_change_of_the_text(page: Any, qtbot: Any) -> None:
    """Nothing is saved, and no hint on illness wakes, because a word was underlined."""
    box = page.cards["c12"].field.box
    told: list[str] = []
    page.cards["c12"].field.guarded.show_text("min blodtryksmedicin og mine kompetancer")
    page.cards["c12"].field.guarded.told.connect(told.append)
    qtbot.waitUntil(lambda: "kompetancer" in underlined(box), timeout=20_000)
    page.cards["c12"].field.guarded._tick()
    assert told == []
    assert page.cards["c12"].field.guarded.under.hint.isHidden()


def test_names_and_english_talks_are_not_underlined(start: Callable[..., Any], vault: Any) -> None:
    """A line holds a name or a title; for English there is no dictionary."""
    keep(vault, make_talk(language="en"))
    app = start(vault=vault)
    talk = app.talk(app.screen().model.rows[0])
    assert app.go(talk, "t1").cards["c12"].field.box.underlines is None
    assert not hasattr(app.go(talk, "offer").cards["a01"].field.box, "underlines")
    assert spelling.speller("en") is None


@pytest.mark.parametrize(("text", "word", "looked"), [("Vi har Gudlaug", "Gudlaug", False), ("Gudlaug har", "Gudlaug", True), ("ro. Gudlaug", "Gudlaug", True),
                                                      ("i TRIO", "TRIO", False), ("i å", "å", False), ("a" * 41, "a" * 41, False)])
def test_which_words_are_looked_at(text: str, word: str, looked: bool) -> None:
    """A capital in the midst of a sentence is a name; at its start anything is looked at."""
    found = next(one for one in spelling.WORD.finditer(text) if one[0] == word)
    assert spelling.looked_at(text, found) is looked


def test_the_dictionary_comes_with_its_licence() -> None:
    """Both files, and the text that must travel with them."""
    folder = paths.resources() / "dictionaries"
    assert {file.name for file in folder.iterdir()} == {"da_DK.aff", "da_DK.dic", "LICENCE.txt"}
    assert "MOZILLA PUBLIC LICENSE" in (folder / "LICENCE.txt").read_text(encoding="utf-8")


def test_the_menu_key_opens_the_same_menu(page: Any) -> None:
    """The usual lines are there on a known word, and no others."""
    box = page.cards["c12"].field.box
    box.setPlainText("ro")
    box.setFocus(Qt.FocusReason.TabFocusReason)
    event = QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, box.rect().center(), box.mapToGlobal(box.rect().center()))
    QApplication.sendEvent(box, event)
    assert len(box.menu.actions()) == len(box.createStandardContextMenu().actions())
    box.menu.close()
