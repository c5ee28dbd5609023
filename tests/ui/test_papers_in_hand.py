# SPDX-License-Identifier: EUPL-1.2
"""At the signing desk and after it: copies with a password, waiting, the key, withdrawing; and the book of seals at the check."""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from factory import keep, make_row, make_talk

from senior_desktop import desk, story
from senior_desktop.conversation.conversation import Stage
from senior_desktop.ui.verify.window import VerifyPage


@pytest.fixture
def clock():
    """A clock that can be moved."""

    class Clock:
        now = datetime(2026, 11, 23, 9, 5, tzinfo=ZoneInfo("Europe/Copenhagen"))

        def __call__(self):
            return self.now

    return Clock()


@pytest.fixture
def app(start, vault):
    return start(vault=vault)


@pytest.fixture
def frozen(vault):
    """A talk whose text both have read."""
    return story.review(vault, keep(vault, make_talk({"c11": 4, "e05": 1, "a13": "2026-11-18"}, agreements=(make_row(),))))


def signs(card, app):
    """One party ticks, types the name and signs."""
    card.read.setChecked(True)
    card.typed.setText(card.name)
    card.sign.click()
    app.settle()


def test_copies_with_a_password_from_the_desk_to_the_check(app, vault, frozen, tmp_path):
    """The password is shown before anything is signed, and again at the hand-over; the check asks for it."""
    talk = app.talk(frozen)
    page = app.go(talk, "sign")
    page.protect.wanted.setChecked(True)
    password = page.protect.shown.text()
    assert len(password) == 19 and not page.waiting.isVisibleTo(page)
    signs(page.leader, app)
    assert page.waiting.isVisibleTo(page) and not page.protect.isVisibleTo(page)
    page.save_waiting(tmp_path / "now")
    app.settle()
    assert "mangler-underskrift" in page.saved.text() and len(list((tmp_path / "now").iterdir())) == 2
    signs(page.employee, app)
    page = app.go(talk, "hand_over")
    assert page.protected.isVisibleTo(page) and password in page.password.text()
    page.save_to(tmp_path / "usb", protected=True)
    app.settle()
    page.save_receipt(tmp_path / "usb")
    app.settle()
    assert "kvittering" in page.saved.text() and page.print.isVisibleTo(page) and talk.room.talk.stage is Stage.HANDED_OVER
    check = VerifyPage(app.folder, app.work, "da")
    (copy, *_) = sorted((tmp_path / "usb").glob("*samtaleark-beskyttet.pdf"))
    check.check_file(copy)
    app.settle()
    assert check.verdict.property("verdict") == "unreadable" and check.locked.isVisibleTo(check)
    check.password.setText(password)
    check.again.click()
    app.settle()
    assert check.verdict.property("verdict") == "green" and not check.locked.isVisibleTo(check)
    check.deleteLater()


def test_the_key_says_when_it_runs_out_and_is_made_anew(app, vault, frozen, clock):
    """Shut until it is wanted; the warning stands there by itself sixty days before."""
    story.renew_key(vault)
    clock.now += timedelta(days=3 * 365 - 30)
    page = app.go(app.talk(frozen), "sign")
    app.settle()
    assert page.key.warning.isVisibleTo(page) and "30" in page.key.warning.text() and not page.key.renew.isVisibleTo(page)
    page.key.open.click()
    assert page.key.renew.isVisibleTo(page) and not page.key.pin.isVisibleTo(page)
    page.key.make_new(lost=True)
    app.settle()
    assert not page.key.warning.isVisibleTo(page)
    assert sorted(one[3] for one in desk.seals(app.folder)) == [False, True]


def test_the_papers_are_withdrawn_by_the_leaders_own_name(app, vault, frozen):
    """The register shows what became of them."""
    talk = story.sign(vault, frozen, story.LEADER, story.typed("x"))
    talk = app.talk(story.sign(vault, talk, story.EMPLOYEE, story.typed("y")))
    page = app.go(talk, "hand_over")
    card = page.register
    assert "gælder" in card.lines.text() or "holds" in card.lines.text()
    card.open.click()
    card.name.setText("En anden")
    assert not card.withdraw.isEnabled()
    card.name.setText(talk.room.talk.text("a08") or talk.room.place.leader)
    card.withdraw.click()
    app.settle()
    assert [one.status for one in story.register(vault, talk.room.talk)].count("withdrawn") == 2 and not card.open.isVisibleTo(page)


def test_a_seal_is_added_and_blocked_at_the_check(app, vault, frozen, tmp_path):
    """Another computer learns of the leader's seal after comparing it: yellow, green, and yellow again."""
    talk = story.sign(vault, frozen, story.LEADER, story.typed("x"))
    story.sign(vault, talk, story.EMPLOYEE, story.typed("y"))
    (file, _) = story.save_copies(vault, talk, tmp_path / "out")
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    check = VerifyPage(elsewhere, app.work, "da")
    check.seals.open.setChecked(True)
    check.check_file(file)
    app.settle()
    assert check.verdict.property("verdict") == "yellow"
    (seal,) = [one[0] for one in desk.seals(app.folder)]
    check.seals.number.setText(seal)
    assert check.seals.add.isEnabled()
    check.seals.add.click()
    app.settle()
    assert check.verdict.property("verdict") == "green"
    check.seals.block(seal)
    app.settle()
    assert check.verdict.property("verdict") == "yellow"
    check.deleteLater()
