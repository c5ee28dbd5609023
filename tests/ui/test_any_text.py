# SPDX-License-Identifier: EUPL-1.2
"""Whatever is pasted or typed -> kept whole or cleaned the same way everywhere: screen, vault and paper."""

import io
from collections.abc import Callable
from typing import Any

import pikepdf
import pytest
from factory import keep, make_row, make_talk, make_template
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel

from senior_desktop import story
from senior_desktop.conversation.conversation import Stage

ODD = {
    "long": "Ro til at gøre det ordentligt. " * 323,
    "one word": "æ" * 10_000,
    "emoji": "Tak 👩🏽‍🦳 for 😀 alt ❤️",
    "right to left": "Ro \u202eenil\u202c og \u200fro\u2067x\u2069",
    "control": "Ro\x00 til\x07 at\x1b gøre\x85 det",
    "half a letter": "Ro \ud83d til det",
}
CLEAN = {"right to left": "Ro enil og rox", "control": "Ro til at gøre det", "half a letter": "Ro  til det"}
"""What is stored, where it is not what was pasted."""

FIELDS = {"a03": "offer", "c12": "t1", "c99": "t10", "e02": "summary"}
"""A line, and texts of several pages."""


def paste(box: Any, text: str) -> None:
    """By the clipboard, with formatting beside it, as another program puts it there."""
    content = QMimeData()
    content.setHtml(f"<h1 style='color:red'>{text}</h1>")
    content.setText(text)
    QApplication.clipboard().setMimeData(content)
    box.setFocus()
    box.selectAll()
    box.paste()


@pytest.mark.parametrize("kind", ODD)
def test_every_field_copes_and_the_sheet_is_printed(start: Callable[..., Any], vault: Any, kind: str) -> None:
    """Pasted into real fields, closed, opened, and made into both papers."""
    talk_id = keep(vault, make_talk({"e01": "Kort"}, agreements=(make_row(),))).id
    app = start(vault=vault)
    talk = app.talk(app.screen().model.rows[0], shared=True)
    for key, page in FIELDS.items():
        paste(app.go(talk, page).cards[key].field.box, ODD[kind])
    row = next(iter(app.go(talk, "agreements").rows.values()))
    paste(row.text, ODD[kind])
    talk.flush()
    app.settle()
    assert not talk.reason_to_stay()
    stored, wanted = vault.get(talk_id), CLEAN.get(kind, ODD[kind])
    assert stored.text("a03") == wanted.strip()
    for key in ("c12", "c99", "e02"):
        assert stored.text(key) == wanted
    assert stored.agreements[0].text == wanted
    app.go(talk, "t1")
    assert talk.page("t1").cards["c12"].field.box.document().blockCount() == 1
    assert app.window.width() <= 1280
    for document in story.sheets(vault, stored):
        from senior_desktop.paper import pdf

        with pikepdf.open(io.BytesIO(pdf.make(document))) as paper:
            assert len(paper.pages) >= 1


def test_a_very_long_name_leaves_the_bar_as_it_is(start: Callable[..., Any], vault: Any) -> None:
    """Its own page and the paper hold it whole."""
    keep(vault, make_talk({"a01": "Kirsten " * 1250}))
    app = start(vault=vault)
    talk = app.talk(app.screen().model.rows[0], shared=True)
    assert talk.top.height() < 200
    assert max(len(one.text()) for one in talk.top.findChildren(QLabel)) < 120


def test_a_date_of_another_century_is_told_the_range(start: Callable[..., Any], vault: Any) -> None:
    """What was typed stays; the hint says which years."""
    keep(vault, make_talk({"e04": None}))
    app = start(vault=vault)
    talk = app.talk(app.screen().model.rows[0], shared=True)
    day = app.go(talk, "follow_up").cards["e04"].field.day
    for typed, hint in (("23-11-1926", "Skriv en dato mellem 01-01-2000 og 31-12-2100"), ("3000-01-01", "Skriv en dato mellem 01-01-2000 og 31-12-2100"),
                        ("31-02-2027", "Skriv datoen som 23-11-2026"), ("snart", "Skriv datoen som 23-11-2026")):
        day.line.clear()
        QTest.keyClicks(day.line, typed)
        QTest.keyClick(day.line, Qt.Key.Key_Return)
        assert day.hint.isVisible()
        assert day.hint.text() == hint
        assert day.line.text() == typed
    app.settle()
    assert talk.room.talk.text("e04") == ""


def test_what_is_sensitive_opens_only_when_the_employee_wants(start: Callable[..., Any], vault: Any) -> None:
    """c71 and c72 stand behind a wish; opened and still empty they stay open while something else is saved."""
    keep(vault, make_talk())
    app = start(vault=vault)
    talk = app.talk(app.screen().model.rows[0], shared=True)
    page = app.go(talk, "t7")
    for key in ("c71", "c72"):
        card = page.cards[key]
        assert card.open.isVisible()
        assert not card.field.isVisible()
        card.open.click()
        page.status.buttons()[0].click()
        app.settle()
        assert card.field.isVisible()
        card.leave.click()
        app.settle()
        assert not card.field.isVisible()
        assert card.open.isVisible()


@pytest.mark.parametrize("key", ["c71", "c72", "c91", "c92", "c93"])
def test_a_sensitive_answer_is_on_paper_only_with_its_own_tick(vault: Any, key: str) -> None:
    """Each by its own code of e03, and never on the personnel file's sheet."""
    template = make_template()
    said = {"c71": (6,), "c72": "zebra", "c91": "giraf", "c92": (7,), "c93": (4,)}
    shown = {one: value if isinstance(value, str) else template.option(one, value[0], "da") for one, value in said.items()}
    gate = template.question("e03")
    code = next(option.code for option, field in zip(gate.options, gate.opens_fields, strict=True) if field == key)
    without, ticked = (keep(vault, make_talk({**said, "e03": ticks}, stage=Stage.TALKING)) for ticks in ((), (code,)))
    sheet, personnel = (repr(one.blocks) for one in story.sheets(vault, ticked))
    assert [one for one in said if shown[one] in sheet] == [key]
    assert not [one for one in said if shown[one] in repr(story.sheets(vault, without)[0].blocks) or shown[one] in personnel]
