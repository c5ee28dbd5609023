# SPDX-License-Identifier: EUPL-1.2
"""Every widget that the keyboard reaches says what it is, and no word on any page is cut, whatever the look and size."""

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from factory import keep, make_row, make_talk
from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import (
    QAbstractScrollArea,
    QApplication,
    QCheckBox,
    QComboBox,
    QLabel,
    QPushButton,
    QRadioButton,
    QWidget,
)

from senior_desktop import desk
from senior_desktop.conversation.agreements import AWAITED, NOT_NOW, WISHED
from senior_desktop.conversation.conversation import Stage
from senior_desktop.ui.fields.field import Field
from senior_desktop.ui.talk.page import QuestionCard

SCREENS = (QSize(1280, 860), QSize(1366, 768))
LONG = "Ellen Margrethe Kjærgaard-Østergaard Sørensen"


def shown(window: QWidget, *kinds: type) -> Iterator[Any]:
    """Every widget of these kinds that stands on the page, scrolled into view or not."""
    for kind in kinds:
        yield from (one for one in window.findChildren(kind) if one.isVisible() and one.window() is window)


def name_of(one: QWidget) -> str:
    """What is said of a widget first. On Unix Qt says a drop-down's value here; elsewhere the name it was given."""
    if isinstance(one, QComboBox):
        return one.accessibleName()
    spoken = QAccessible.queryAccessibleInterface(one)
    return spoken.text(QAccessible.Text.Name) if spoken is not None else ""


def nameless(window: QWidget) -> list[str]:
    """What the keyboard reaches without telling what it is."""
    found = []
    for one in shown(window, QWidget):
        reached = one.focusPolicy() & Qt.FocusPolicy.TabFocus and one.focusProxy() is None and one.isEnabled()
        if reached and not name_of(one).strip():
            found.append(f"{type(one).__name__} {one.objectName()} in {type(one.parent()).__name__}")
    return found


def mute(window: QWidget) -> list[str]:
    """Buttons whose spoken name does not hold the words on them (WCAG 2.1, 2.5.3)."""
    found = []
    for one in shown(window, QPushButton, QRadioButton, QCheckBox):
        words = one.text().replace("&&", "\0").replace("&", "").replace("\0", "&").strip("+ ")
        if words.replace("&", "") not in name_of(one).replace("&", ""):
            found.append(words)
    return found


def clipped(window: QWidget) -> list[str]:
    """What is drawn smaller than its words, or past the edge of what holds it."""
    found = []
    for one in shown(window, QPushButton, QRadioButton, QCheckBox):
        if one.width() < one.sizeHint().width() or one.height() < one.minimumSizeHint().height():
            found.append(f"{one.text()}: {one.width()}x{one.height()} of {one.sizeHint().toTuple()}")
    for one in shown(window, QLabel):
        if not one.text():
            continue
        need = one.heightForWidth(one.width()) if one.wordWrap() else one.sizeHint().height()
        wide = one.minimumSizeHint().width() if one.wordWrap() else one.sizeHint().width()
        if one.height() < need or one.width() < wide:
            found.append(f"{one.text()[:60]}: {one.width()}x{one.height()} of {wide}x{need}")
    for area in shown(window, QAbstractScrollArea):
        inside = getattr(area, "widget", lambda: None)()
        if inside is not None and inside.width() > area.viewport().width():
            found.append(f"{type(area).__name__}: {inside.width()} in {area.viewport().width()}")
    for one in shown(window, Field):
        if one.width() > one.parentWidget().width():
            found.append(f"{one.question.id}: wider than its card")
    return found


@pytest.fixture
def app(start: Callable[..., Any], vault: Any) -> Any:
    """A talk with the longest of everything, one frozen, one declined, one signed by nobody."""
    rows = (
        make_row(pay=AWAITED, pay_who="Lønkontoret", pay_by="2027-01-15"),
        make_row(status=NOT_NOW, why_not=2, colleagues=3, colleagues_text="Det siger vi på personalemødet"),
        make_row(text="", pay=1),
    )
    said = {"a01": LONG, "c12": "Æ" * 400, "c22": (1, 3, 5), "c42": (3, 4), "c92": (1, 2, 7), "c72": "Ryggen", "c91": "Færre aftener",
            "a14": (1,), "b01": "ro", "g1": 3, "g2": 3, "g3": 1}
    long = keep(vault, make_talk(said, agreements=rows, mandate={"A1": 3, "B2": 2}))
    for year in ("2024", "2025"):  # last time, and the years side by side
        earlier = make_row(text="Faste dage med aftalt vikar i alle ferier og på skæve helligdage", status=WISHED)
        vault.add(make_talk({"a01": LONG, "a11": 1}, person=long.person, stage=Stage.CLOSED, path="short",
                            created=f"{year}-10-01T09:00:00+02:00", agreements=(earlier, make_row(text=""))))
    awaited = make_row(status=WISHED, pay=2, pay_by="2026-11-01", text="Færre timer med fuld pension " * 4)  # stands in the due list
    keep(vault, make_talk({"a01": "Bo"}, stage=Stage.REVIEW, agreements=(awaited,)))
    keep(vault, make_talk({"a01": "Ib", "a11": 3, "a12": "2027-11-23", "e04": None}, stage=Stage.DECLINED))
    return start(vault=vault)


def every_page(app: Any) -> Iterator[str]:
    """Go through every screen of the program that the talk's own people see; the name of each."""
    app.window.home()
    home = app.screen()
    yield "start page"
    for number, row in enumerate(list(home.model.rows)):
        for shared in (False, True):
            talk = app.talk(row, shared=shared)
            for page in talk.page_ids:
                app.go(talk, page)
                yield f"talk {number}, {page}, {'both' if shared else 'leader'}"
        if "evaluate" in talk.page_ids and row.stage is Stage.TALKING:
            talk.hand_over_screen()
            app.settle()
            yield "curtain"
    app.window.settings()
    app.settle()
    yield "settings"
    app.window.staff()
    app.settle()
    yield "staff list"
    file = app.folder.parent / "liste.csv"
    file.write_text(f"Navn;Stilling;Jobgruppe\n{LONG};Kok;Astronaut\nIb;Lærer;J05\n;Kok;\n", encoding="utf-8")
    app.screen().read_file(file)
    app.settle()
    yield "a list read in"
    app.screen().importing.change.click()
    app.settle()
    yield "a list read in, its columns"
    app.window.hand_in()
    app.settle()
    yield "hand in"
    app.window.for_hr()
    app.settle()
    yield "HR"
    app.window.check()
    app.settle()
    yield "check"


def test_everything_the_keyboard_reaches_has_a_name(app: Any) -> None:
    """On every page, as both see it and as the leader does; the words on a button are in its name."""
    for page in every_page(app):
        assert nameless(app.window) == [], page
        assert mute(app.window) == [], page


def test_the_name_of_a_field_is_its_question(app: Any) -> None:
    """Whoever hears the page hears what is asked, at each choice."""
    talk = app.talk(next(one for one in app.screen().model.rows if one.text("a01") == LONG), shared=False)
    heard = 0
    for page in talk.page_ids:
        screen = app.go(talk, page)
        for card in screen.findChildren(QuestionCard):
            question = card.question.text.said("da")
            for one in shown(app.window, QWidget):
                if card.isAncestorOf(one) and one.focusPolicy() & Qt.FocusPolicy.TabFocus and card.field.isAncestorOf(one):
                    assert question in name_of(one), card.question.id
                    heard += 1
    assert heard > 100


@pytest.mark.parametrize(("look_name", "size", "screen"), [("light", 16, 0), pytest.param("dark", 16, 1, marks=pytest.mark.slow), pytest.param("light", 24, 0, marks=pytest.mark.slow), ("dark", 24, 1)])
def test_no_word_is_cut(app: Any, look: Any, look_name: str, size: int, screen: int) -> None:
    """Light and dark, 16 and 24 px, on the window's first size and on a small laptop's screen."""
    look.apply(desk.Settings("da", size, look_name))
    app.window.resize(SCREENS[screen])
    faults = {}
    for page in every_page(app):
        QApplication.processEvents()
        assert app.window.size() == SCREENS[screen], page
        if found := clipped(app.window):
            faults[page] = found
    assert faults == {}


@pytest.mark.parametrize("size", [16, 24])
def test_no_word_is_cut_before_the_vault_is_open(start: Callable[..., Any], look: Any, vault: Any, size: int, tmp_path: Any) -> None:
    """The first window, with a vault and without."""
    vault.close()
    look.apply(desk.Settings("da", size, "light"))
    for folder in (tmp_path / "data", tmp_path / "new"):
        app = start(folder)
        app.window.resize(SCREENS[1])
        app.settle()
        assert nameless(app.window) == []
        assert clipped(app.window) == []
        app.close()


def test_the_measure_itself_finds_what_is_cut(qtbot: Any, look: Any) -> None:
    """A button, a card and a text that are too small are each found."""
    page = QWidget()
    qtbot.addWidget(page)
    button, choice, text = QPushButton("Gem begge ark …", page), QCheckBox("Jeg har læst arket", page), QLabel("To linjer her " * 5, page)
    text.setWordWrap(True)
    page.show()
    for one in (button, choice, text):
        one.resize(60, 20)
    assert len(clipped(page)) == 3
