# SPDX-License-Identifier: EUPL-1.2
"""The half-year's receipt: signed by the leader, read by HR; what is altered, foreign or no receipt is refused."""

from datetime import timedelta
from pathlib import Path

import pytest
from factory import Clock, make_vault, make_workplace

from senior_desktop import story
from senior_desktop.conversation.conversation import Answer
from senior_desktop.errors import SomethingMissing
from senior_desktop.hr import receipt
from senior_desktop.paper import attached, seals
from senior_desktop.vault.store import Vault

MARK = story.typed("Søren Håkansson")


@pytest.fixture
def hr(tmp_path: Path, vault: Vault) -> Path:
    """HR's own folder, in which nobody's seal is known yet."""
    folder = tmp_path / "hr"
    folder.mkdir()
    return folder


def saved(vault: Vault, folder: Path, offered: bool = True) -> Path:
    return story.save_receipt(folder, story.give_receipt(vault, offered, MARK))


def test_given_it_is_kept_and_hr_reads_it(vault: Vault, tmp_path: Path, hr: Path) -> None:
    assert story.given_receipt(vault) is None
    file = saved(vault, tmp_path)
    assert story.given_receipt(vault) == file.read_bytes()
    assert "Håkansson" not in file.name and "Åbrinken" not in file.name
    (one,) = story.receive([file], hr)
    assert one.outcome == "accepted" and not one.known
    assert one.receipt == receipt.Receipt("Søren Håkansson", "Plejecenter Åbrinken", "2026H2", True)
    (fingerprint,) = seals.known_seals(vault.folder).known
    seals.remember(hr, fingerprint, "Eksempel Kommune", "leader")
    assert story.receive([file], hr)[0].known


def test_it_holds_no_figure_and_no_employee(vault: Vault, tmp_path: Path) -> None:
    talk = story.record(vault, story.invite(vault, "Kirsten Ærø Møller"), "a11", Answer(3))
    data = attached.data(saved(vault, tmp_path).read_bytes())
    assert set(data) == {"kind", "period", "offered", "leader", "unit"}
    assert talk.text("a01") not in str(data)


def test_of_two_from_one_leader_the_one_signed_last_counts(vault: Vault, clock: Clock, tmp_path: Path, hr: Path) -> None:
    (tmp_path / "first").mkdir()
    first = saved(vault, tmp_path / "first", offered=False)
    clock.now += timedelta(days=2)
    second = saved(vault, tmp_path)
    for order in ([first, second], [second, first]):
        (one,) = story.receive(order, hr)
        assert one.receipt is not None and one.receipt.offered
    clock.now += timedelta(days=200)
    assert story.given_receipt(vault) is None  # a new half-year asks anew
    third = saved(vault, tmp_path)
    assert [one.receipt.period for one in story.receive([second, third], hr) if one.receipt] == ["2026H2", "2027H1"]


def test_what_is_altered_or_no_receipt_is_refused(vault: Vault, tmp_path: Path, hr: Path) -> None:
    file = saved(vault, tmp_path)
    content = file.read_bytes()
    altered = tmp_path / "altered.pdf"
    altered.write_bytes(content.replace(b"/Title", b"/Tutle", 1))
    other = tmp_path / "other.pdf"
    other.write_bytes(b"%PDF-1.7 rubbish")
    found = story.receive([altered, other, tmp_path / "missing.pdf", tmp_path], hr)
    assert [one.outcome for one in found] == ["refused"] * 4


def test_nobody_signs_without_a_name(tmp_path: Path, clock: Clock) -> None:
    with make_vault(tmp_path / "vault", clock, make_workplace(leader="")) as vault, pytest.raises(SomethingMissing):
        story.give_receipt(vault, True, MARK)


@pytest.mark.parametrize("attached_data", [
    {}, {"kind": "samtaleark"}, {"kind": receipt.KIND, "period": "2026H3", "offered": True, "leader": "A", "unit": ""},
    {"kind": receipt.KIND, "period": "2026H1", "offered": 1, "leader": "A", "unit": ""},
    {"kind": receipt.KIND, "period": "2026H1", "offered": True, "leader": "", "unit": ""},
    {"kind": receipt.KIND, "period": "2026H1", "offered": True, "leader": "A" * 201, "unit": ""},
])  # fmt: skip
def test_data_that_no_receipt_can_hold_is_none(attached_data: dict[str, object]) -> None:
    assert receipt.read(attached_data) is None
