# SPDX-License-Identifier: EUPL-1.2
"""HR's own vault: what came in is there next time, what is taken out is gone, and no leader's talk is in it."""

from datetime import date

import pytest
from factory import make_vault

from senior_desktop import demo_colleagues, paths, story


@pytest.fixture
def hand_ins(tmp_path):
    return [paths.write(tmp_path / name, content) for name, content in demo_colleagues.batches(date(2026, 11, 23))]


@pytest.fixture
def vault(tmp_path, clock):
    with make_vault(story.hr_folder(tmp_path / "data"), clock) as one:
        yield one


def taken_in(vault, files):
    """Pool and keep `files`, as HR's window does."""
    taken = []
    pooled = story.pool_files(files, keep=lambda name, content: taken.append((name, content)))
    story.keep_for_hr(vault, taken)
    return pooled


def test_the_next_time_the_figures_are_the_same_without_any_file(vault, hand_ins, tmp_path):
    pooled = taken_in(vault, hand_ins)
    for file in hand_ins:
        file.unlink()
    again = story.kept_for_hr(vault, tmp_path)
    assert again.files == len(hand_ins) == again.pooled.taken
    assert story.figures(again.pooled) == story.figures(pooled)


def test_what_was_refused_or_came_twice_is_not_kept(vault, hand_ins, tmp_path):
    altered = paths.write(tmp_path / "altered.csv", hand_ins[0].read_bytes().replace(b";", b","))
    taken_in(vault, [*hand_ins, altered, hand_ins[0]])
    taken_in(vault, hand_ins)
    assert story.kept_for_hr(vault, tmp_path).files == len(hand_ins)


def test_a_file_taken_out_counts_no_more_and_may_come_again(vault, hand_ins, tmp_path):
    pooled = taken_in(vault, hand_ins)
    before = story.figures(pooled)
    assert story.take_out(vault, [hand_ins[0].name, "never seen.csv"]) == 1
    left = story.kept_for_hr(vault, tmp_path).pooled
    assert left.taken == len(hand_ins) - 1 and story.figures(left).people < before.people
    taken_in(vault, hand_ins[:1])
    assert story.figures(story.kept_for_hr(vault, tmp_path).pooled).people == before.people
    assert story.take_out(vault) == len(hand_ins)
    assert story.kept_for_hr(vault, tmp_path).files == 0


def test_a_receipt_is_kept_with_its_signature(vault, tmp_path, clock):
    with make_vault(tmp_path / "leader", clock) as leader:
        receipt = paths.write(tmp_path / "kvittering.pdf", story.give_receipt(leader, True, story.typed("Bente Holm")))
    taken = []
    first = story.receive([receipt], tmp_path, keep=lambda name, content: taken.append((name, content)))
    story.keep_for_hr(vault, taken)
    assert story.kept_for_hr(vault, tmp_path).received == first and first[0].receipt.offered


def test_hr_writes_its_own_numbers(vault, tmp_path):
    assert story.kept_for_hr(vault, tmp_path, notes=["leaders"]).notes == {"leaders": None}
    story.note_for_hr(vault, "leaders", 40)
    story.note_for_hr(vault, "leaders", 41)
    assert story.kept_for_hr(vault, tmp_path, notes=["leaders"]).notes == {"leaders": 41}
