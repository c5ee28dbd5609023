# SPDX-License-Identifier: EUPL-1.2
"""What only the leader may see does not exist while both look at the screen: not hidden, not there."""

import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import Any

import pikepdf
import pytest
from factory import keep, make_talk, make_vault
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QComboBox,
    QListView,
    QMainWindow,
    QWidget,
)

from senior_desktop import story
from senior_desktop.conversation.conversation import Answer, Conversation, Stage
from senior_desktop.paper import content, pdf
from senior_desktop.paper.document import printed
from senior_desktop.ui.talk.page import TalkPage

THEMES = tuple(f"t{number}" for number in range(1, 11))
NOTES = {page: f"egen note til {page}" for page in THEMES}
PREPARED = {"b01": "anerkend oplæringen", "b03": "spørg til flytningen", "b04": (1, 2)}
PRIVATE = (
    *NOTES.values(), "anerkend oplæringen", "spørg til flytningen", "Min egen note", "Min forberedelse",
    "Hvad kan jeg tilbyde", "Kan selv sige ja", "Ikke muligt hos os", "I målgruppen",
)
"""Words that stand on the leader's own parts of the pages: notes, preparation, mandate, target group."""

OTHERS = ("Jørgen Bækgaard", "Åse Lindqvist")
OWN = {"g1": 1, "g2": 2, "g3": 4}
"""The employee's own answers."""


def words_of(widget: QWidget) -> Iterator[str]:
    """Everything a widget says, to the eye or to a program that reads the screen."""
    for name in ("text", "toPlainText", "placeholderText", "accessibleName", "accessibleDescription", "toolTip",
                 "windowTitle", "whatsThis", "statusTip", "title", "currentText"):
        if callable(say := getattr(widget, name, None)):
            yield str(say())
    if isinstance(widget, QComboBox):
        yield from (widget.itemText(row) for row in range(widget.count()))
    if isinstance(widget, QAbstractItemView) and (model := widget.model()) is not None:
        columns = 1 if isinstance(widget, QListView) else model.columnCount()
        for place in range(model.rowCount() * columns):
            for role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
                yield str(model.index(place // columns, place % columns).data(role) or "")


def spoken(node: QAccessibleInterface) -> Iterator[str]:
    """What assistive technology reads of a node and all below it, shown or not."""
    for kind in (QAccessible.Text.Name, QAccessible.Text.Description, QAccessible.Text.Value, QAccessible.Text.Help):
        yield node.text(kind)
    for place in range(node.childCount()):
        child = node.child(place)
        if child is not None:
            yield from spoken(child)


def all_words(window: QMainWindow) -> str:
    """All that exists in the program's windows now, what is about to be taken apart included."""
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    said = [text for widget in QApplication.allWidgets() for text in words_of(widget)]
    said += spoken(QAccessible.queryAccessibleInterface(window))
    return "\n".join(said)


def found(words: tuple[str, ...], text: str) -> list[str]:
    """Those of `words` that stand in `text`."""
    return [one for one in words if one in text]


@pytest.fixture
def app(start: Callable[..., Any], vault: Any) -> Any:
    """The app with Kirsten's talk and two other people's."""
    for name in OTHERS:
        keep(vault, make_talk({"a01": name}))
    keep(vault, make_talk(
        {**PREPARED, "a02": True, **OWN, "c12": "aftenvagterne slider", "t1": 1}, notes=NOTES, mandate={"A1": 1, "B2": 3},
    ))
    return start(vault=vault)


@pytest.fixture
def kirsten(app: Any) -> Any:
    """Her talk, opened from the start page where the others' names stood."""
    screen = app.screen()
    assert found(OTHERS, all_words(app.window)) == list(OTHERS)
    return app.talk(next(talk for talk in screen.model.rows if talk.text("a01").startswith("Kirsten")))


def built(app: Any, talk: Any) -> None:
    """Open every page there is in this view."""
    for page in talk.page_ids:
        app.go(talk, page)


def test_a_talk_under_way_opens_in_the_shared_view(kirsten: Any) -> None:
    """Two people are in the room from the talk's first page on."""
    assert kirsten.room.shared
    assert "prepare" not in kirsten.page_ids


def test_nothing_private_exists_in_the_shared_view(app: Any, kirsten: Any) -> None:
    """No page, widget or accessible node says a note, the preparation, the mandate or another employee's name."""
    built(app, kirsten)
    said = all_words(app.window)
    assert "aftenvagterne slider" in said  # what both may see is there
    assert found(PRIVATE, said) == []
    assert found(OTHERS, said) == []
    assert not found(OTHERS, app.window.windowTitle())


def test_f6_brings_the_leaders_own_parts_and_takes_them_away_again(app: Any, kirsten: Any) -> None:
    """F6 there and back; the same page stays open, and the banner says in words who sees the screen."""
    app.go(kirsten, "t4")
    QTest.keyClick(app.window, Qt.Key.Key_F6)
    app.settle()
    assert kirsten.current == "t4"
    assert kirsten.banner.text() == "Kun du ser skærmen nu."
    built(app, kirsten)
    assert found(PRIVATE, all_words(app.window)) == list(PRIVATE)
    app.go(kirsten, "t4")
    QTest.keyClick(app.window, Qt.Key.Key_F6)
    app.settle()
    built(app, kirsten)
    assert found(PRIVATE, all_words(app.window)) == []


def test_a_page_chosen_a_moment_ago_stays_open_when_the_view_changes(app: Any, kirsten: Any) -> None:
    """The page the user sees counts, not the one that was stored before."""
    app.go(kirsten, "t2")
    kirsten.open("t7")
    QTest.keyClick(app.window, Qt.Key.Key_F6)
    app.settle()
    assert kirsten.current == "t7"


@pytest.mark.parametrize("shared", [True, False])
def test_the_employees_own_answers_are_on_no_page_of_the_leader(app: Any, kirsten: Any, shared: bool) -> None:
    """g1-g3 are said by nobody but the employee: neither their questions nor what was chosen."""
    if kirsten.room.shared is not shared:
        kirsten.toggle_shared()
    built(app, kirsten)
    said = all_words(app.window)
    asked = tuple(kirsten.room.template.question(key).text.said("da") for key in OWN)
    assert found(asked, said) == []
    for page in app.window.findChildren(TalkPage):
        assert not OWN.keys() & page.cards.keys()


def test_the_curtain_starts_blank_and_nothing_else_of_the_talk_exists(app: Any, kirsten: Any) -> None:
    """Whoever hands over the screen again finds no old answer, and the employee finds nothing of the leader's."""
    page = app.go(kirsten, "evaluate")
    kirsten.room.record("g1", Answer(4))
    kirsten.room.record("g2", Answer())
    app.settle()
    page.start.click()
    app.settle()
    assert not [one for one in kirsten.curtain.findChildren(QAbstractButton) if one.isChecked()]
    said = all_words(app.window)
    assert found((*PRIVATE, *OTHERS, "Kirsten", "aftenvagterne slider"), said) == []
    assert app.window.findChildren(TalkPage) == []


@pytest.mark.parametrize("key", [Qt.Key.Key_F6, Qt.Key.Key_Right, Qt.Key.Key_Plus])
def test_no_key_lifts_the_curtain(app: Any, kirsten: Any, key: Qt.Key) -> None:
    """F6, Alt+Right and larger type must not show the leader's pages to the employee, nor the menu the others' names."""
    app.go(kirsten, "evaluate").start.click()
    app.settle()
    held = {Qt.Key.Key_F6: Qt.KeyboardModifier.NoModifier, Qt.Key.Key_Right: Qt.KeyboardModifier.AltModifier}
    QTest.keyClick(app.window, key, held.get(key, Qt.KeyboardModifier.ControlModifier))
    app.settle()
    assert kirsten.curtain is not None
    assert app.window.findChildren(TalkPage) == []
    assert not app.window.menuBar().isVisible()


def test_when_the_employee_is_done_the_leader_sees_only_that_it_is_done(app: Any, kirsten: Any) -> None:
    """What was left open counts as declined; the page says thank you and no more; the menu is back."""
    kirsten.room.record("g3", Answer())
    app.settle()
    app.go(kirsten, "evaluate").start.click()
    app.settle()
    QTest.mouseClick(kirsten.curtain.cards["g1"].field.button(4), Qt.MouseButton.LeftButton)
    app.settle()
    assert kirsten.curtain.cards["g1"].field.button(4).isChecked()
    QTest.mouseClick(kirsten.curtain.finish, Qt.MouseButton.LeftButton)
    app.settle()
    assert kirsten.room.talk.code("g1") == 4
    assert kirsten.room.talk.answer("g3").declined
    assert kirsten.curtain is None
    assert kirsten.room.shared
    assert "evaluate" in kirsten.page_ids
    assert kirsten.page("evaluate").state.text() == "Svaret er givet. Tak."
    assert app.window.menuBar().isVisible()


def test_the_employee_may_save_the_own_answers_only_while_answering(app: Any, kirsten: Any, tmp_path: Path) -> None:
    """The copy says what was chosen on this screen now, never what lay in the vault before."""
    kirsten.room.record("g2", Answer())
    app.settle()
    app.go(kirsten, "evaluate").start.click()
    app.settle()
    curtain = kirsten.curtain
    assert not curtain.copy.isVisible()
    curtain.cards["g3"].field.button(2).click()
    app.settle()
    assert curtain.copy.isVisible()
    curtain.copy.save_to(tmp_path / "stik")
    app.settle()
    (file,) = (tmp_path / "stik").iterdir()
    assert file.name in curtain.copied.text()
    assert "Kirsten" not in file.name
    with pikepdf.open(file) as opened:
        assert len(opened.pages) == 1
    curtain.finish.click()
    app.settle()
    assert file.name not in all_words(app.window)


def test_preparing_is_the_leaders_alone_until_they_sit_down(start: Callable[..., Any], vault: Any) -> None:
    """An offer opens with the leader's parts; starting the talk takes them away by itself."""
    keep(vault, make_talk({**PREPARED, "a13": None}, stage=Stage.PREPARING, notes=NOTES))
    app = start(vault=vault)
    talk = app.talk(app.screen().model.rows[0])
    assert not talk.room.shared
    built(app, talk)
    assert found((*NOTES.values(), "anerkend oplæringen"), all_words(app.window))
    app.go(talk, "offer").start.click()
    app.settle()
    assert talk.room.shared
    built(app, talk)
    assert found(PRIVATE, all_words(app.window)) == []


@pytest.mark.slow
def test_no_window_and_no_file_differs_by_what_the_employee_answered(start: Callable[..., Any], tmp_path: Path, clock: Callable[[], datetime]) -> None:
    """Two programs that differ in g1-g3 alone say, letter by letter, the same: on each screen, in each view, in each file."""
    talk = make_talk(stage=Stage.SIGNED)
    said = []
    for place, (low, last) in enumerate(((1, 2), (4, 1))):
        folder = tmp_path / str(place)
        vault = make_vault(folder / "data", clock)
        keep(vault, replace(talk, answers={**talk.answers, **make_talk({"g1": low, "g2": low, "g3": last}).answers}))
        app = start(folder / "data", vault=vault)
        said.append(everything(app, vault, talk, folder / "out"))
        app.close()
    assert len(said[0]) == len(said[1]) > 30
    for one, other in zip(*said, strict=True):
        assert one == other


def everything(app: Any, vault: Any, talk: Conversation, out: Path) -> list[str]:
    """All that the program says of `talk` to the leader: every screen in both views, every paper with its data, every file."""
    out.mkdir(parents=True)
    found = []
    for position, shared in (("", True), ("", False), ("follow_up", True), ("follow_up", False)):
        window = app.talk(replace(vault.get(talk.id), position=position), shared=shared)
        for page in window.page_ids:
            app.go(window, page)
            found.append(lines_of(app.window))
    now = vault.get(talk.id)
    for document in (*story.sheets(vault, now), story.preview(vault, now), story.over_the_years(vault, now, (now,))):
        found += [content.canonical(printed(document)).decode(), repr(document)]
    found.append(story.draft_summary(vault, now))
    found.append(story.save_reminders(vault, now, out).read_text(encoding="utf-8"))
    found += [str(len(pdf.make(one))) for one in story.sheets(vault, now)]
    found += [file.read_text(encoding="utf-8") for file in sorted(app.folder.glob("*.txt")) + sorted(app.folder.glob("settings.json"))]
    assert vault.get(talk.id).code("g1"), "so far the answers lie in the vault; handing in takes them out of the talk"
    for door in (app.window.home, app.window.staff, app.window.papers, app.window.settings, app.window.hand_in):
        door()
        app.settle()
        found.append(lines_of(app.window))
    # The time of the last save is the computer's own, not the vault's.
    return [re.sub(r"Gemt kl\. \d\d\.\d\d", "", one) for one in found]


def lines_of(window: QMainWindow) -> str:
    """`all_words`, each line once and by the alphabet: Qt hands out its widgets in any order."""
    return "\n".join(sorted(set(all_words(window).splitlines())))
