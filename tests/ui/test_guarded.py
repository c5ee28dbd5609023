# SPDX-License-Identifier: EUPL-1.2
"""While one types: no CPR number reaches the vault, words about illness are met with a hint, lost words come back."""

from collections.abc import Callable
from typing import Any

import pytest
from factory import keep, make_row, make_talk
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QWidget
from pytestqt.qtbot import QtBot
from traces import without_ids

from senior_desktop import story
from senior_desktop.conversation import free_texts
from senior_desktop.conversation.conversation import Answer
from senior_desktop.paper.document import printed
from senior_desktop.ui.fields.guarded import GuardedText

NUMBER = "070761-4285"
MASKED = "070761-••••"


@pytest.fixture
def app(start: Callable[..., Any], vault: Any) -> Any:
    """The app with one talk."""
    keep(vault, make_talk({"c13": "Lidt mindre kørsel"}))
    return start(vault=vault)


def opened(app: Any, page: str = "t1", *, shared: bool = True) -> tuple[Any, Any]:
    """(talk window, page) of that one talk."""
    talk = app.talk(app.window.centralWidget().model.rows[0], shared=shared)
    return talk, app.go(talk, page)


def typed(app: Any, text: GuardedText, words: str) -> None:
    """Key by key, saving after each: as if the second were over each time."""
    text.box.setFocus()
    for key in words:
        QTest.keyClick(text.box, key)
        text._tick()
    app.settle()


def texts(page: Any) -> dict[str, GuardedText]:
    """The page's texts by key."""
    return {text.key: text for text in page.findChildren(GuardedText)}


def everything_in(app: Any) -> str:
    """All the vault holds of all talks but their random ids: their state now, and every earlier text."""
    vault = app.window.centralWidget().room.vault
    found = []
    for talk in vault.conversations():
        found.append(repr(talk))
        found += [text for key in vault.with_versions(talk.id) for _, text in vault.versions(talk.id, key)]
        found += [vault.person(talk.person).name]
    return without_ids("\n".join(found))


# -- CPR numbers -------------------------------------------------------------------------------------------------------


def test_no_save_on_the_way_holds_a_digit_too_many(app: Any) -> None:
    """Each save is a moment in which the program may be killed; the box itself is left to the one who types."""
    talk, page = opened(app)
    text, told = texts(page)["c12"], []
    text.told.connect(told.append)
    typed(app, text, f"Ring {NUMBER} om det")
    assert text.text() == f"Ring {NUMBER} om det"
    assert all(not set("4285") & set(said.replace("070761", "")) for said in told)
    assert talk.room.talk.text("c12") == f"Ring {MASKED} om det"
    text.box.selectAll()
    QTest.keyClick(text.box, Qt.Key.Key_Delete)
    text.flush()
    app.settle()
    vault = app.window.centralWidget().room.vault
    assert [one for _, one in vault.versions(talk.room.talk.id, "c12")] == [f"Ring {MASKED} om det"]
    assert "4285" not in everything_in(app)


@pytest.mark.parametrize("where", ["c12", "c13", "note.t1", "row", "a01", "a03"])
def test_wherever_one_writes_the_number_is_masked(app: Any, where: str) -> None:
    """Question, note, agreement, name: pasted at once, the field left; paper says it masked too."""
    talk, page = opened(app, {"row": "agreements", "a01": "offer", "a03": "offer"}.get(where, "t1"), shared=False)
    key = free_texts.of_row(talk.room.talk.agreements[0].id, "text") if where == "row" else where
    text = texts(page)[key]
    QApplication.clipboard().setText(f"Bo {NUMBER}")
    text.box.setFocus()
    text.box.selectAll()
    text.box.paste()
    QTest.keyClick(text.box, Qt.Key.Key_Tab)
    app.settle()
    assert free_texts.texts(talk.room.talk)[key] == f"Bo {MASKED}"
    assert "4285" not in everything_in(app)
    assert "4285" not in without_ids(repr(printed(story.preview(talk.room.vault, talk.room.talk))))
    assert text.under.remove.isVisible()


def test_a_number_beside_the_name_of_an_invited_person_is_masked(vault: Any) -> None:
    """In the talk that comes back and in the list of people."""
    talk = story.invite(vault, f"Bo {NUMBER}")
    assert talk.text("a01") == vault.person(talk.person).name == f"Bo {MASKED}"
    vault.close()


def test_it_is_not_a_cpr_number(app: Any) -> None:
    """Said once, it is stored whole and asked no more, also when the page is built anew; another number is."""
    talk, page = opened(app)
    text = texts(page)["c12"]
    typed(app, text, f"Sag {NUMBER}")
    assert text.under.hint.isVisible()
    QTest.mouseClick(text.under.stay, Qt.MouseButton.LeftButton)
    app.settle()
    assert text.under.isHidden()
    assert talk.room.talk.text("c12") == f"Sag {NUMBER}"
    talk.toggle_shared()
    talk.toggle_shared()
    app.settle()
    text = texts(talk.page("t1"))["c12"]
    assert text.text() == f"Sag {NUMBER}"
    assert text.under.hint.isHidden()
    text.box.moveCursor(text.box.textCursor().MoveOperation.End)
    typed(app, text, " og 080861-1111.")
    assert talk.room.talk.text("c12") == f"Sag {NUMBER} og 080861-••••."
    assert text.under.hint.isVisible()


def test_remove_takes_the_number_out_and_undo_brings_it_back_unstored(app: Any) -> None:
    """An emoji before it counts as one."""
    talk, page = opened(app)
    text = texts(page)["c12"]
    text.box.setPlainText(f"😀 Ring {NUMBER} om det")
    text.flush()
    app.settle()
    QTest.mouseClick(text.under.remove, Qt.MouseButton.LeftButton)
    app.settle()
    assert text.text() == talk.room.talk.text("c12") == "😀 Ring om det"
    assert text.under.isHidden()
    text.box.undo()
    text.flush()
    app.settle()
    assert text.text() == f"😀 Ring {NUMBER} om det"
    assert talk.room.talk.text("c12") == f"😀 Ring {MASKED} om det"


def test_a_number_half_typed_waits_while_another_window_is_looked_at(app: Any, qtbot: QtBot) -> None:
    """And is stored when the page is left: it was a telephone number."""
    talk, page = opened(app)
    text = texts(page)["c12"]
    typed(app, text, "Ring 20123456")
    assert talk.room.talk.text("c12") == "Ring 201234"
    assert text.text() == "Ring 20123456"
    other = QWidget()
    with qtbot.waitActive(other):
        other.show()
        other.activateWindow()
    app.settle()
    assert not text.box.isActiveWindow()
    assert talk.room.talk.text("c12") == "Ring 201234"
    other.close()
    other.deleteLater()
    app.window.activateWindow()
    app.go(talk, "t2")
    assert talk.room.talk.text("c12") == "Ring 20123456"


def test_digits_that_waited_are_stored_by_the_next_key(app: Any) -> None:
    """In the turn of the event loop that follows, not a second later: they have waited long enough."""
    talk, page = opened(app)
    text, told = texts(page)["c12"], []
    typed(app, text, "Ring 20123456")
    text.told.connect(told.append)
    QTest.keyClick(text.box, ",")
    assert told == []
    QApplication.processEvents()
    assert told == ["Ring 20123456,"]


def test_ten_thousand_characters_of_anything_are_taken(app: Any) -> None:
    """Emoji, and a number at the end; marks from right to left and control characters are not stored."""
    talk, page = opened(app)
    text = texts(page)["c12"]
    words = "\u202eab\u202c😀\u200f\t ord\u0007 " * 770 + NUMBER
    text.box.setPlainText(words)
    text.flush()
    app.settle()
    assert talk.room.talk.text("c12") == free_texts.plain(text.text()).replace(NUMBER, MASKED)


# -- illness -----------------------------------------------------------------------------------------------------------


def test_a_word_about_illness_gets_a_hint_and_is_stored_as_it_stands(app: Any) -> None:
    """Only when the word is whole; "lad det stå" ends it, "fjern" takes the word."""
    talk, page = opened(app)
    text = texts(page)["c12"]
    typed(app, text, "Jeg var syg")
    assert text.under.hint.isHidden()
    typed(app, text, " i maj. Min diagnose ")
    assert talk.room.talk.text("c12") == "Jeg var syg i maj. Min diagnose "
    assert text.under.hint.isVisible()
    QTest.mouseClick(text.under.stay, Qt.MouseButton.LeftButton)
    assert "diagnose" in text.under.remove.text()
    QTest.mouseClick(text.under.remove, Qt.MouseButton.LeftButton)
    app.settle()
    assert talk.room.talk.text("c12") == "Jeg var syg i maj. Min "
    assert text.under.hint.isHidden()


def test_nobody_is_reminded_when_the_page_is_opened(app: Any) -> None:
    """The hint belongs to typing."""
    talk, page = opened(app)
    talk.room.record("c12", Answer("Jeg var syg i maj"))
    app.settle()
    talk.toggle_shared()
    app.settle()
    text = texts(talk.page("t1"))["c12"]
    assert text.text() == "Jeg var syg i maj"
    assert text.under.isHidden()


def test_the_hint_at_a_private_text_is_not_there_in_the_shared_view(app: Any) -> None:
    """Neither the hint nor the way to its earlier words; the leader's has words of its own."""
    talk, page = opened(app, shared=False)
    texts(page)["c12"].box.setPlainText("syg.")
    texts(page)["c12"].flush()
    note = texts(page)["note.t1"]
    note.box.setFocus()
    note.box.setPlainText("Hun var sygemeldt.")
    note.flush()
    app.settle()
    assert note.under.hint.isVisible()
    said = note.under.hint.text()
    assert said
    assert said != texts(page)["c12"].under.hint.text()
    note.box.setPlainText("Glemt")
    note.flush()
    app.settle()
    assert note.under.earlier.isVisible()
    QTest.mouseClick(note.under.earlier, Qt.MouseButton.LeftButton)
    app.settle()
    assert "sygemeldt" in note.under.menu.actions()[0].text()
    note.under.menu.close()
    talk.toggle_shared()
    app.settle()
    assert "note.t1" not in texts(talk.page("t1"))
    shown = [one.accessibleName() + getattr(one, "text", str)() for one in QApplication.allWidgets() if not isinstance(one, QMenu)]
    assert not [words for words in shown if said in words or "sygemeldt" in words]
    assert not [action for one in QApplication.allWidgets() for action in one.actions() if "sygemeldt" in action.text()]


# -- undo and earlier words --------------------------------------------------------------------------------------------


@pytest.mark.parametrize("where", ["c12", "note.t1", "a03"])
def test_undo_goes_back_past_every_save(app: Any, where: str) -> None:
    """What came back from the vault in between leaves the box's own memory alone."""
    talk, page = opened(app, "offer" if where == "a03" else "t1", shared=False)
    text = texts(page)[where]
    before = text.text()
    text.box.setFocus()
    QTest.keyClick(text.box, Qt.Key.Key_End, Qt.KeyboardModifier.ControlModifier)
    for words in (" ro", " og", " tid"):
        QTest.keyClicks(text.box, words)
        text.flush()
        app.settle()
    for _ in range(20):
        text.box.undo()
        text.flush()
        app.settle()
    assert text.text() == before
    assert free_texts.texts(talk.room.talk).get(where, "") == before
    for _ in range(20):
        text.box.redo()
    assert text.text() == before + " ro og tid"


def test_what_is_drawn_from_elsewhere_can_be_undone_but_never_the_first_drawing(app: Any) -> None:
    """A suggested draft is an edit; the text that was there on opening is not taken away by Ctrl+Z."""
    talk, page = opened(app)
    text = texts(page)["c13"]
    text.box.undo()
    assert text.text() == "Lidt mindre kørsel"
    talk.room.record("c13", Answer("Et udkast"))
    app.settle()
    assert text.text() == "Et udkast"
    text.box.undo()
    assert text.text() == "Lidt mindre kørsel"


@pytest.mark.parametrize("where", ["c13", "note.t1", "row"])
def test_lost_words_are_chosen_from_the_list_and_the_choice_can_be_undone(app: Any, where: str) -> None:
    """By the keyboard; the list shows what would come back."""
    talk, page = opened(app, "agreements" if where == "row" else "t1", shared=False)
    key = free_texts.of_row(talk.room.talk.agreements[0].id, "text") if where == "row" else where
    text = texts(page)[key]
    for words in ("Lidt mindre kørsel og færre møder", "Intet"):
        text.box.setFocus()
        text.box.selectAll()
        QTest.keyClicks(text.box, words)
        text.flush()
        app.settle()
    assert text.under.earlier.isVisible()
    assert not texts(page)[next(one for one in texts(page) if one not in (key, "c13"))].under.earlier.isVisible()
    text.under.earlier.setFocus()
    QTest.keyClick(text.under.earlier, Qt.Key.Key_Return)
    app.settle()
    first = text.under.menu.actions()[0]
    assert first.text().endswith("Lidt mindre kørsel og færre møder")
    QTest.keyClick(text.under.menu, Qt.Key.Key_Down)
    QTest.keyClick(text.under.menu, Qt.Key.Key_Return)
    app.settle()
    assert text.text() == free_texts.texts(talk.room.talk)[key] == "Lidt mindre kørsel og færre møder"
    text.box.undo()
    text.flush()
    app.settle()
    assert text.text() == free_texts.texts(talk.room.talk)[key] == "Intet"


def test_the_earlier_words_of_a_row_that_is_gone_are_not_kept(app: Any, vault: Any) -> None:
    """There is no field to put them back into."""
    talk, page = opened(app, "agreements")
    row = make_row(text="Faste dage")
    talk.room.add_row(row)
    talk.room.drop_row(row.id)
    app.settle()
    assert vault.with_versions(talk.room.talk.id) == frozenset()
