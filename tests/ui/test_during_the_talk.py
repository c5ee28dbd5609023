# SPDX-License-Identifier: EUPL-1.2
"""An open talk as two people use it: cards to talk from, the time below, the other path at any moment."""

import json
import time
from collections.abc import Callable
from typing import Any

import pytest
from factory import keep, make_talk
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from senior_desktop import desk, paths
from senior_desktop.conversation.conversation import Stage

MINUTE = 60.0


@pytest.fixture
def app(start: Callable[..., Any], vault: Any) -> Any:
    """A talk under way, on the full path."""
    keep(vault, make_talk())
    return start(vault=vault)


def opened(app: Any, **how: Any) -> Any:
    """That talk's window."""
    return app.talk(app.screen().model.rows[0], **how)


@pytest.mark.parametrize("shared", [True, False])
@pytest.mark.parametrize("path", ["full", "short"])
def test_a_theme_opens_with_its_invitation_and_the_cards_wait_folded(app: Any, shared: bool, path: str) -> None:
    """The same in both views; opened and folded by the keyboard."""
    talk = opened(app, shared=shared)
    if path == "short":
        talk.top.path.click()
        app.settle()
    template = talk.room.template
    for theme in template.short if path == "short" else template.themes:
        page = app.go(talk, theme.id)
        shown = [one.text() for one in page.findChildren(type(page.title)) if one.isVisible()]
        assert theme.invitation.da in shown
        assert not [card for card in theme.cards if any(card.da in text for text in shown)]
        page.ideas.setFocus(Qt.FocusReason.TabFocusReason)
        assert talk.focusWidget() is page.ideas
        QTest.keyClick(page.ideas, Qt.Key.Key_Space)
        shown = [one.text() for one in page.findChildren(type(page.title)) if one.isVisible()]
        assert all(any(card.da in text for text in shown) for card in theme.cards)
        QTest.keyClick(page.ideas, Qt.Key.Key_Space)
        assert not page.ideas.isChecked()


def test_the_path_may_change_in_the_midst_of_a_word(app: Any) -> None:
    """Half a sentence, half a number and half a date; there and back, through the vault, nothing is lost."""
    talk = opened(app, shared=True)
    page = app.go(talk, "t10")
    QTest.keyClicks(page.cards["c99"].field.box, "Mere om nøglebor")
    talk.top.path.click()  # no pause, no loss of focus
    app.settle()
    page = talk.page(talk.current)
    assert talk.room.talk.path == "short"
    assert app.go(talk, "s4").cards["c99"].field.box.toPlainText() == "Mere om nøglebor"
    page = app.go(talk, "s1")
    QTest.keyClicks(page.cards["c12"].field.box, "kolleg")
    talk.top.path.click()
    QTest.keyClicks(page.cards["c12"].field.box, "erne")  # faster than the vault
    app.settle()
    assert app.go(talk, "t1").cards["c12"].field.box.toPlainText() in ("kolleg", "kollegerne")
    assert talk.room.talk.text("c12").startswith("kolleg")
    page = app.go(talk, "t3")
    QTest.keyClicks(page.cards["c32"].field.box, "30")
    talk.top.path.click()
    app.settle()
    talk.top.path.click()
    app.settle()
    assert talk.room.talk.text("c32") == "30"
    assert app.go(talk, "t3").cards["c32"].field.box.text() == "30"


def test_the_time_informs_and_never_hurries(app: Any) -> None:
    """Soft minutes of the theme and whole minutes gone by; past the plan nothing changes but the words."""
    talk = opened(app)
    app.go(talk, "t1")
    pacing = talk.footer.pacing
    assert pacing.words.text() == "Temaet tager tit omkring 8 minutter"
    pacing.begin(time.monotonic() - 12.5 * MINUTE)
    pacing.tick()
    assert pacing.words.text().splitlines()[1] == "I har talt i 12 minutter"
    assert pacing.bar.value() == 12
    look = pacing.bar.styleSheet(), pacing.words.property("role")
    pacing.begin(time.monotonic() - 500 * MINUTE)
    pacing.tick()
    assert pacing.bar.value() == pacing.bar.maximum() == sum(theme.minutes for theme in talk.room.template.themes)
    assert "500" in pacing.words.text()
    assert (pacing.bar.styleSheet(), pacing.words.property("role")) == look
    app.go(talk, "agreements")
    assert "Temaet" not in pacing.words.text()


def test_the_time_may_be_hidden_and_that_is_remembered(app: Any, start: Callable[..., Any], vault: Any) -> None:
    """In the settings of the screen, not in the vault; also after the view was built anew."""
    talk = opened(app, shared=True)
    before = talk.room.talk.changes
    talk.footer.pacing.switch.click()
    app.settle()
    assert not talk.footer.pacing.words.isVisible()
    assert not talk.footer.pacing.bar.isVisible()
    QTest.keyClick(app.window, Qt.Key.Key_F6)
    app.settle()
    assert not talk.footer.pacing.words.isVisible()
    assert talk.room.talk.changes == before
    assert desk.settings(app.folder).pacing is False
    assert "pacing" in json.loads((app.folder / desk.SETTINGS).read_bytes())
    app.window.home()
    again = opened(app)
    assert again.footer.pacing.switch.text() == "Vis tiden"
    again.footer.pacing.switch.click()
    assert desk.settings(app.folder).pacing is True


def test_settings_of_an_earlier_version_show_the_time(tmp_path: Any) -> None:
    """A file without the choice is no fault."""
    paths.write(tmp_path / desk.SETTINGS, b'{"language": "en", "size": 18, "look": "dark"}')
    assert desk.settings(tmp_path) == desk.Settings("en", 18, "dark", True)


def test_nobody_is_timed_before_they_sit_down(start: Callable[..., Any], vault: Any) -> None:
    """While the leader prepares there is no clock; it begins with the talk."""
    keep(vault, make_talk({"a13": None}, stage=Stage.PREPARING))
    app = start(vault=vault)
    talk = opened(app)
    assert not talk.footer.pacing.isVisible()
    app.go(talk, "offer").start.click()
    app.settle()
    assert talk.footer.pacing.isVisible()
