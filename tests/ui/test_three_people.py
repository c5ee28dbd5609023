# SPDX-License-Identifier: EUPL-1.2
"""Three people over a year, through the windows: a first talk, the repeated one with last time first, and a "nej tak"."""

from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from factory import Clock, make_vault
from PySide6.QtWidgets import QLabel, QWidget

from senior_desktop import desk
from senior_desktop.conversation.agreements import AGREED, WISHED
from senior_desktop.conversation.conversation import Stage
from senior_desktop.demo_hands import choose

KIRSTEN, AAGE, BENTE = "Kirsten Ærø Møller", "Aage Bak", "Bente Carlsen"


@pytest.fixture
def app(start: Callable[..., Any], tmp_path: Path, clock: Clock) -> Any:
    return start(vault=make_vault(tmp_path / "data", clock))


def words(screen: QWidget) -> str:
    return "\n".join(one.text() for one in screen.findChildren(QLabel) if one.isVisible())


def offered(app: Any, name: str, answer: int) -> Any:
    """A name is written on the start page, and the offer is answered."""
    home = app.screen()
    home.name.setText(name)
    home.begin.click()
    talk = app.screen()
    app.hands.answer(app.go(talk, "offer"), "a11", answer)
    app.settle()
    return talk


def talked(app: Any, talk: Any, energy: str, measure: str | None) -> None:
    """The short path: what gives energy, what matters most, perhaps one agreement; the employee agrees."""
    if talk.room.talk.path == "full":
        talk.top.path.click()
        app.settle()
    for page_id in talk.page_ids:
        page = app.go(talk, page_id)
        for key, value, first in (("c11", 4, None), ("c12", energy, None), ("c92", (2, 7), 7)):
            if key in page.cards:
                app.hands.answer(page, key, value, first)
                app.settle()
        if page_id == "agreements" and measure is not None:
            page.finder.all.setChecked(True)
            page.finder.pick(measure)
            page.finder.add.click()
            app.settle()
            row = list(page.rows.values())[-1]
            choose(row.list("status"), AGREED)
            choose(row.list("responsible"), 1)
            app.settle()
        if page_id == "summary":
            page.suggest.click()
            app.settle()
            app.hands.answer(page, "e05", 1)
            app.settle()
            return


def signed(app: Any, talk: Any, folder: Path) -> list[Path]:
    """Frozen, signed by both, evaluated by the employee alone, handed out: the two papers on the disk."""
    app.go(talk, "read").freeze.click()
    app.settle()
    page = app.go(talk, "sign")
    for card in (page.leader, page.employee):
        card.read.setChecked(True)
        card.typed.setText(card.name)
        card.sign.click()
        app.settle()
    assert talk.room.talk.stage is Stage.SIGNED
    app.go(talk, "evaluate").start.click()
    app.settle()
    for key, code in (("g1", 4), ("g2", 4), ("g3", 1)):
        app.hands.say(talk.curtain.cards[key].field, code)
        app.settle()
    talk.curtain.finish.click()
    app.settle()
    app.go(talk, "hand_over").save_to(folder)
    app.settle()
    papers = sorted(folder.glob(f"{talk.room.talk.number}*.pdf"))
    assert len(papers) == 2
    assert {desk.check_paper(paper.read_bytes(), app.folder).colour for paper in papers} == {"green"}
    return papers


def test_a_year_with_three_people(app: Any, clock: Clock, tmp_path: Path) -> None:
    out = tmp_path / "papers"
    # Aage says no thanks: a full result, and nobody asks why.
    talk = offered(app, AAGE, 3)
    assert talk.room.talk.stage is Stage.DECLINED and talk.page_ids == ("offer",)
    talk.leave()

    # Kirsten's first talk, with an agreement.
    talk = offered(app, KIRSTEN, 1)
    app.go(talk, "offer").start.click()
    app.settle()
    talked(app, talk, "Borgerne", "B3")
    first = talk.room.talk
    assert [row.status for row in first.agreements] == [AGREED]
    signed(app, talk, out)
    talk.leave()

    # Bente thinks nothing has to change: that is a result too.
    talk = offered(app, BENTE, 1)
    app.go(talk, "offer").start.click()
    app.settle()
    talked(app, talk, "Kollegerne", None)
    signed(app, talk, out)
    assert talk.room.talk.agreements == ()
    talk.leave()

    # Three months on the follow-up is due: what was agreed was kept, and the talk is closed.
    clock.now += timedelta(days=92)
    app.window.home()
    home = app.screen()
    assert KIRSTEN in words(home)
    talk = app.talk(app.window.vault.get(first.id))
    page = app.go(talk, "follow_up")
    choose(page.kept.kept[first.agreements[0].id], 1)
    choose(page.kept.held, 1)
    page.kept.save.click()
    app.settle()
    assert talk.room.talk.stage is Stage.FOLLOWED_UP
    app.go(talk, "hand_over").closing.close_now()
    app.settle()
    assert talk.room.talk.stage is Stage.CLOSED
    talk.leave()

    # A year on both are asked again: Aage by a line on the start page, Kirsten begins with last time.
    clock.now += timedelta(days=290)
    app.window.home()
    home = app.screen()
    assert AAGE in words(home.due) and KIRSTEN not in words(home.due)
    again = next(one for one in home.due.buttons if AAGE in one.accessibleName())
    again.click()
    talk = app.screen()
    assert talk.room.talk.text("a01") == AAGE and talk.room.talk.stage is Stage.OFFERED
    talk.leave()
    app.window.home()
    home = app.screen()
    row = [one.text("a01") for one in home.model.rows].index(KIRSTEN)
    home.table.selectRow(row)
    home.anew.click()
    talk = app.screen()
    assert talk.page_ids[0] == "last_time"
    app.hands.answer(app.go(talk, "offer"), "a11", 1)
    app.settle()
    app.go(talk, "offer").start.click()
    app.settle()
    page = app.go(talk, "last_time")
    promised = page.rows[first.agreements[0].id]
    assert "Faste dage" in words(page)
    promised.along.click()
    app.settle()
    (carried,) = talk.room.talk.agreements
    assert carried.carried_from == first.agreements[0].id and carried.status == WISHED
    card = app.go(talk, "agreements").rows[carried.id]
    choose(card.list("status"), AGREED)
    app.settle()
    talked(app, talk, "Stadig borgerne", None)
    papers = signed(app, talk, out)
    assert len(sorted(out.glob("*.pdf"))) == 6 and not any("Kirsten" in paper.name for paper in papers)
