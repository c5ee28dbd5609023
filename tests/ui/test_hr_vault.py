# SPDX-License-Identifier: EUPL-1.2
"""HR makes a vault of its own, leaves, comes back; a folder is followed; nothing of it touches a leader's vault."""

from datetime import date

import pytest
from PySide6.QtWidgets import QLabel

from senior_desktop import demo_colleagues, desk, paths, story
from senior_desktop.ui.hr.window import HrPage
from senior_desktop.ui.start.first_run import FirstRun
from senior_desktop.ui.start.unlock import UnlockPage

PASSPHRASE = "fire ord som kun HR kender"


@pytest.fixture
def hand_ins(tmp_path):
    folder = tmp_path / "indbakke"
    folder.mkdir()
    return [paths.write(folder / name, content) for name, content in demo_colleagues.batches(date(2026, 11, 23))]


def words(widget):
    return "\n".join(line.text() for line in widget.findChildren(QLabel) if line.isVisibleTo(widget))


def with_vault(app):
    """HR's first run through the real pages; HR's window with the open vault."""
    app.window.for_hr()
    app.screen().keeping.make_it.click()
    first = app.screen()
    assert isinstance(first, FirstRun) and "1 af 2" in words(first) and "arbejdsplads" not in words(first)
    first.first.setText(PASSPHRASE)
    first.second.setText(PASSPHRASE)
    first.make.click()
    app.settle()
    for box, number in zip(first.typed, first.asked, strict=True):
        box.setText(first.groups[number - 1])
    first.done.click()
    page = app.screen()
    assert isinstance(page, HrPage)
    return page


def test_what_was_read_in_is_there_the_next_day_behind_the_passphrase(start, tmp_path, hand_ins):
    app = start()
    page = with_vault(app)
    page.add_files(hand_ins)
    app.settle()
    page.offered.leaders.setText("40")
    page.offered.leaders.editingFinished.emit()
    shown = words(page.figures)
    assert "4 filer" in page.keeping.told.text()
    app.close()
    assert not desk.has_vault(tmp_path / "data")  # no leader's vault came of it
    assert not any(b"seniorsamtale-2026" in file.read_bytes() for file in (tmp_path / "data").rglob("*") if file.is_file())

    again = start()
    again.window.for_hr()
    locked = again.screen()
    assert isinstance(locked, UnlockPage)
    locked.box.setText(PASSPHRASE)
    locked.unlock()
    page = again.screen()
    assert isinstance(page, HrPage)
    again.settle()
    assert words(page.figures) == shown and page._pooled.taken == 4
    assert page.offered.leaders.text() == "40"


def test_the_file_that_was_double_clicked_is_read_in_after_the_passphrase(start, hand_ins):
    app = start()
    with_vault(app)
    app.close()
    again = start()
    again.window.open_file(hand_ins[0])
    locked = again.screen()
    assert isinstance(locked, UnlockPage)
    locked.box.setText(PASSPHRASE)
    locked.unlock()
    page = again.screen()
    again.settle()
    assert page._pooled.taken == 1 and page.table.item(0, 0).text() == hand_ins[0].name


def test_one_may_go_on_without_the_vault_and_is_told_that_nothing_stays(start, hand_ins):
    app = start()
    with_vault(app)
    app.close()
    again = start()
    again.window.for_hr()
    again.screen().hr_button.click()
    page = again.screen()
    page.add_files(hand_ins)
    again.settle()
    assert page._pooled.taken == 4 and "låst" in page.keeping.told.text() and page.take_out.isHidden()


def test_a_file_taken_out_counts_no_more_and_an_emptied_vault_begins_anew(start, hand_ins):
    app = start()
    page = with_vault(app)
    page.add_files(hand_ins)
    app.settle()
    people = story.figures(page._pooled).people
    page.table.selectRow(0)
    assert page.take_out.isEnabled()
    page.take_out.click()
    app.settle()
    assert page._pooled.taken == 3 and story.figures(page._pooled).people < people
    page.keeping.emptied.emit()
    app.settle()
    assert page._pooled.taken == 0 and page.figures.isHidden() and page.empty.isVisible()
    assert not page.keeping.empty_it.isEnabled()


def test_a_followed_folder_is_read_by_itself_but_never_a_file_still_being_copied(start, tmp_path, hand_ins):
    def look():  # as the clock does every other second
        page.following.watched.look()
        app.settle()

    late = tmp_path / "indbakke" / "sent.csv"
    whole = hand_ins[-1].read_bytes()
    hand_ins[-1].unlink()
    app = start()
    page = with_vault(app)
    page.following.watched.every(10**6)
    page.following.follow(tmp_path / "indbakke")
    app.settle()
    look()
    assert page._pooled.taken == 3
    late.write_bytes(whole[:700])
    look()  # sees the file as it grows
    late.write_bytes(whole)
    look()
    assert page._pooled.taken == 3  # it grew since
    look()
    assert page._pooled.taken == 4 and {one.outcome for one in page._pooled.read} == {"accepted"}
    (tmp_path / "indbakke").rename(tmp_path / "væk")
    look()
    assert "»indbakke« kan ikke læses" in page.following.told.text()
    (tmp_path / "væk").rename(tmp_path / "indbakke")
    look()
    assert "Følger »indbakke«" in page.following.told.text()
    page.following.button.click()
    assert page.following.watched.folder is None


def test_a_copy_that_paused_halfway_is_told_of_once_and_as_taken_in_the_end(start, tmp_path, hand_ins):
    late = tmp_path / "indbakke" / "sent.csv"
    whole = hand_ins[-1].read_bytes()
    app = start()
    page = with_vault(app)
    late.write_bytes(whole[:700])
    page.add_files([late])
    app.settle()
    assert [one.outcome for one in page._pooled.read] == ["refused"]
    late.write_bytes(whole)
    page.add_files([late])
    app.settle()
    assert [one.outcome for one in page._pooled.read] == ["accepted"] and page.table.rowCount() == 1


def test_the_folder_is_looked_into_by_itself(start, tmp_path, hand_ins, qtbot):
    app = start()
    page = with_vault(app)
    page.following.watched.every(20)
    page.following.follow(tmp_path / "indbakke")
    qtbot.waitUntil(lambda: page._pooled is not None and page._pooled.taken == 4, timeout=30_000)
