# SPDX-License-Identifier: EUPL-1.2
"""A talk held with the lid closed is typed in: the paper's numbers stand on the screen, and a number leads to its field."""

import re

import pytest
from factory import keep, make_talk
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel

from senior_desktop.conversation import template as templates
from senior_desktop.conversation.conversation import Answer, Stage
from senior_desktop.paper import labels, twin
from senior_desktop.paper.document import Paragraph

TEMPLATE = templates.shipped()
NUMBER = re.compile(r"([a-z]\d{1,2})  (.+)")


def on_paper(path):
    """(number, words) of all that is asked on the blank paper, in its order; a row's fields once."""
    made = twin.twin(TEMPLATE, path, labels.words("da"), "", "2026-11-24T10:00:00+01:00")
    found = [NUMBER.fullmatch(block.text) for block in made.blocks if isinstance(block, Paragraph)]
    return list(dict.fromkeys(hit.groups() for hit in found if hit))


def on_screen(page):
    texts = [*page.findChildren(QLabel), *page.findChildren(QAbstractButton)]
    return [hit.groups() for one in texts if (hit := NUMBER.fullmatch(one.text()))]


@pytest.fixture
def typed(start, vault):
    """A talk of a path, typed in from paper, as both see it."""

    def begin(path="short", **said):
        talk = keep(vault, make_talk(said, stage=Stage.TALKING, path=path))
        app = start(vault.folder, vault)
        window = app.talk(talk, shared=True)
        app.go(window, "offer").type_in.click()
        app.settle()
        return app, window, talk

    return begin


@pytest.mark.parametrize("path", ["short", "full"])
def test_the_screen_has_the_papers_numbers_and_words_in_the_papers_order(typed, path):
    app, window, _ = typed(path)
    app.go(window, "agreements").finder.own_words.emit()
    app.settle()
    shown = []
    for page in window.page_ids:
        shown += on_screen(app.go(window, page))
    wanted = on_paper(path)
    assert {number for number, _ in wanted} <= {number for number, _ in shown}
    assert {one for one in wanted if one[0] != "d05"} <= set(shown)  # d05 asks for two days, and each has its box
    both = [one for one in dict.fromkeys(shown) if one in wanted]
    pages = [[one for one in both if one[0][0] == letter] for letter in "ct"]
    assert pages == [[one for one in wanted if one[0][0] == letter] for letter in "ct"]  # themes and their questions in order


@pytest.mark.parametrize(("number", "page"), [("c12", "t1"), (" C21 ", "t2"), ("t3", "t3"), ("d04", "agreements"), ("e01", "summary"), ("a13", "offer")])
def test_a_number_leads_to_its_field(typed, number, page):
    app, window, _ = typed("full")
    window.typing_bar.number.setText(number)
    window.typing_bar.number.returnPressed.emit()
    app.settle()
    focused = QApplication.focusWidget()
    assert window.current == page and window.page(page).isAncestorOf(focused)
    card = window.page(page).cards.get(number.strip().casefold())
    assert card is None or card.isAncestorOf(focused)


def test_what_is_typed_is_kept_and_stays_when_the_paper_is_put_away(typed, vault):
    app, window, talk = typed("short")
    window.typing_bar.number.setText("c12")
    window.typing_bar.number.returnPressed.emit()
    app.settle()
    QApplication.focusWidget().insertPlainText("Kaffen om morgenen")
    window.typing_bar.end.click()
    app.settle()
    assert vault.get(talk.id).answer("c12") == Answer("Kaffen om morgenen")
    assert not window.room.typing and on_screen(app.go(window, window.current)) == []


def test_a_number_that_is_not_on_this_path_is_said(typed):
    app, window, _ = typed("short")
    where = window.current
    for number in ("c99x", "g3", "a14", "", "b01"):  # the evaluation and who came along are not on paper; b is the leader's own
        window.typing_bar.number.setText(number)
        window.typing_bar.number.returnPressed.emit()
        assert window.current == where and "denne vej" in window.typing_bar.told.text()


def test_the_evaluation_has_no_number_and_the_leaders_own_only_where_the_leader_is_alone(typed):
    app, window, _ = typed("full")
    assert on_screen(app.go(window, "evaluate")) == []
    window.toggle_shared()
    app.settle()
    assert {number for number, _ in on_screen(app.go(window, "prepare"))} >= {"b01", "b02"}
    assert "a14" not in {number for number, _ in on_screen(app.go(window, "offer"))}
