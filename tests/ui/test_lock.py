# SPDX-License-Identifier: EUPL-1.2
"""Nobody touches the program: it keeps what was typed, shuts the vault, forgets the device's key and begins anew."""

import pytest
from factory import PASSPHRASE, keep, make_talk
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent

from senior_desktop import policy
from senior_desktop.conversation.conversation import Stage
from senior_desktop.errors import KeyringUnavailable, NoRoom, VaultKeyMissing
from senior_desktop.ui.idle import IdleWatch, Notices
from senior_desktop.vault import store
from senior_desktop.vault.keyrings import Memory


class Clocks:
    """A steady clock and one that goes on in sleep."""

    def __init__(self):
        self.steady = self.wall = 1000.0

    def go(self, seconds):
        self.steady += seconds
        self.wall += seconds


@pytest.fixture
def clocks():
    return Clocks()


@pytest.fixture
def watch(clocks):
    """(the watch, what it has said) with ten minutes."""
    said = []
    one = IdleWatch(lambda: 600.0, lambda: clocks.steady, lambda: clocks.wall)
    one.due.connect(lambda: said.append("due"))
    one.left.connect(said.append)
    return one, said


def pass_time(watch, clocks, seconds):
    """So many seconds, with a look every five."""
    for _ in range(seconds // 5):
        clocks.go(5)
        watch.look()


def test_ten_minutes_untouched_are_told_at_the_end_and_then_it_is_due(watch, clocks):
    idle, said = watch
    pass_time(idle, clocks, 475)
    assert said == []
    pass_time(idle, clocks, 125)
    assert said == [2, 1, 0, "due"]


def test_a_key_begins_the_time_anew_and_takes_the_notice_away(watch, clocks):
    idle, said = watch
    pass_time(idle, clocks, 590)
    idle.eventFilter(QObject(), QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_A, Qt.KeyboardModifier.NoModifier))
    assert said == [2, 1, 0]
    idle.eventFilter(QObject(), QEvent(QEvent.Type.UpdateRequest))  # drawing is no touch
    pass_time(idle, clocks, 470)
    assert said == [2, 1, 0]


def test_a_computer_that_slept_is_locked_when_it_wakes(watch, clocks):
    idle, said = watch
    pass_time(idle, clocks, 30)
    clocks.wall += 3600
    idle.look()
    assert said == ["due"]


def test_what_windows_says_of_its_session(qapp):
    told = []
    notices = Notices(0, lambda: told.append("away"))
    assert notices.away(0x02B1, 7) and notices.away(0x0218, 4)  # locked; about to sleep
    assert not notices.away(0x02B1, 8) and not notices.away(0x0218, 7) and not notices.away(0x0100, 7)
    assert notices.nativeEventFilter(b"xcb_generic_event_t", 0) == (False, 0) and told == []


# The lock itself ------------------------------------------------------------------------------------------------------


@pytest.fixture
def opened(start, vault, clock):
    """The app on a vault with a talk, its key in a key store, and what it did to begin anew."""
    talk = keep(vault, make_talk(stage=Stage.TALKING))
    keyring, anew = Memory(), []
    vault.remember_device(keyring)
    app = start(vault.folder)
    app.window._keyring, app.window._begin_anew = (lambda: keyring), lambda: anew.append(True)
    app.window.unlocked(vault)
    app.settle()
    return app, talk, keyring, anew


def test_the_lock_keeps_the_last_word_and_leaves_only_the_passphrase(opened, clock):
    app, talk, keyring, anew = opened
    folder, vault_id = app.folder, app.window.vault.vault_id
    window = app.talk(talk)
    app.go(window, "t1").cards["c12"].field.box.insertPlainText("sidste ord før låsen")
    app.window.locking.lock()
    assert anew == [True] and keyring.get(vault_id) is None
    with pytest.raises(VaultKeyMissing):
        store.open_with_device(folder, keyring)
    with store.open_with_passphrase(folder, PASSPHRASE, clock=clock) as again:
        assert again.get(talk.id).text("c12") == "sidste ord før låsen"


def test_a_key_store_that_does_not_answer_keeps_a_key_that_opens_nothing(opened, monkeypatch):
    app, _, keyring, anew = opened
    folder = app.folder

    def silent(_):
        raise KeyringUnavailable()

    monkeypatch.setattr(keyring, "remove", silent)
    app.window.locking.lock()
    assert anew == [True]
    with pytest.raises(VaultKeyMissing):
        store.open_with_device(folder, keyring)


def test_what_cannot_be_saved_keeps_it_open_and_is_said(opened, monkeypatch):
    app, talk, _, anew = opened
    window = app.talk(talk)

    def full(*_):
        raise NoRoom()

    monkeypatch.setattr(app.window.vault, "change", full)
    app.go(window, "t1").cards["c12"].field.box.insertPlainText("hertil og ikke længere")
    app.window.locking.lock()
    assert anew == [] and window.alarm.isVisible()
    monkeypatch.undo()
    window.page("t1").cards["c12"].field.box.insertPlainText(".")
    app.window.locking.lock()
    assert anew == [True]


def test_a_talk_both_look_at_may_be_quiet_for_longer(opened):
    app, talk, _, _ = opened
    locking = app.window.locking
    assert locking.minutes() == 10
    app.talk(talk, shared=True)
    assert locking.minutes() == 45
    app.talk(talk, shared=False)
    assert locking.minutes() == 10


def test_it_has_the_last_word_on_the_minutes(start, vault):
    app = start(vault.folder)
    app.window._policy = policy.Policy({"machine": {"KeyMode": "strict", "IdleLockMinutes": 3}})
    app.window.unlocked(vault)
    app.settle()
    assert app.window.locking.minutes() == 3


def test_the_menu_offers_it_once_there_is_something_to_lock(start, vault):
    app = start(vault.folder)
    app.window.for_hr()
    assert not any(action.text() == "Lås" for menu in app.window.menuBar().actions() for action in menu.menu().actions())
    app.window.unlocked(vault)
    app.settle()
    (lock,) = (action for menu in app.window.menuBar().actions() for action in menu.menu().actions() if action.text() == "Lås")
    assert lock.shortcut().toString() == "Ctrl+L"
