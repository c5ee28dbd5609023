# SPDX-License-Identifier: EUPL-1.2
"""Where files may be saved, and where the vault lies when the program is carried about."""

import sys
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from senior_desktop import cli, data_folder, demo_colleagues, drives, paths, policy
from senior_desktop.errors import RemovableForbidden
from senior_desktop.paper import handing_over
from senior_desktop.paper.document import Document
from senior_desktop.policy import Policy


def disk(sys_folder: Path, name: str, *, bus: str = "ata1", removable: str | None = "0") -> Path:
    """A block device as sysfs shows it; a partition has no `removable`."""
    place = sys_folder / "devices" / bus / "block" / name
    place.mkdir(parents=True)
    if removable is not None:
        (place / "removable").write_text(f"{removable}\n")
    return place


def test_what_the_kernel_calls_removable_or_hangs_on_usb_can_be_carried(tmp_path: Path) -> None:
    """Disk, partition, and an encrypted drive that lies on one; an ordinary disk cannot."""
    inner = disk(tmp_path, "sda")
    part = disk(tmp_path, "sda/sda1", removable=None)
    stick = disk(tmp_path, "sdb", removable="1")
    stick_part = disk(tmp_path, "sdb/sdb1", removable=None)
    usb_disk = disk(tmp_path, "sdc", bus="usb2/2-1")
    secret = disk(tmp_path, "dm-0", bus="virtual")
    (secret / "slaves").mkdir()
    (secret / "slaves" / "sda1").symlink_to(part)
    secret_stick = disk(tmp_path, "dm-1", bus="virtual")
    (secret_stick / "slaves").mkdir()
    (secret_stick / "slaves" / "sdb1").symlink_to(stick_part)
    assert [drives.carried(one) for one in (inner, part, secret, tmp_path / "none")] == [False] * 4
    assert [drives.carried(one) for one in (stick, stick_part, usb_disk, secret_stick)] == [True] * 4


def test_a_folder_that_does_not_exist_yet_is_judged_by_what_it_would_lie_in(tmp_path: Path) -> None:
    """The test's own folder lies on no stick."""
    assert drives.removable(tmp_path / "new" / "newer") is drives.removable(tmp_path)


@pytest.mark.parametrize(("kind", "expected"), [(2, True), (3, False), (4, False), (1, False)])
def test_windows_is_asked_for_the_drives_kind(monkeypatch: pytest.MonkeyPatch, tmp_path: Path, kind: int, expected: bool) -> None:
    """DRIVE_REMOVABLE is 2; the call itself is Windows'."""
    import ctypes

    monkeypatch.setattr(sys, "platform", "win32")
    monkeypatch.setattr(ctypes, "windll", SimpleNamespace(kernel32=SimpleNamespace(GetDriveTypeW=lambda _: kind)), raising=False)
    assert drives.removable(tmp_path) is expected


@pytest.fixture
def stick(monkeypatch: pytest.MonkeyPatch) -> Any:
    """Every folder lies on a USB stick, and AllowRemovableExport has the value given."""

    def lay(value: Any) -> None:
        monkeypatch.setattr(drives, "removable", lambda _: True)
        monkeypatch.setattr(policy, "in_force", lambda: Policy({"machine": {"AllowRemovableExport": value}}))

    return lay


@pytest.mark.parametrize("value", [0, 2, "1"])
def test_no_paper_and_no_file_for_hr_goes_on_a_stick_when_it_says_no(stick: Any, tmp_path: Path, value: Any, capsys: pytest.CaptureFixture[str]) -> None:
    """0, or anything that is no valid value: refused in words, nothing written, 5 in the shell."""
    from datetime import date

    from senior_desktop import counts

    files = [paths.write(tmp_path / name, content) for name, content in demo_colleagues.batches(date(2026, 11, 23))]
    stick(value)
    with pytest.raises(RemovableForbidden):
        handing_over.save(tmp_path / "out", "SS-2026-7F3K-9Q2M", 1, "samtaleark", "da", b"%PDF-")
    with pytest.raises(RemovableForbidden):
        counts.export(counts.HandedIn("a.csv", b"x", 5, "", "", "", b"", Document("hr_file", "", 1, "da", "", "", "", "", ())), tmp_path / "out")
    assert cli.main(["hr", "report", str(files[0]), "--out", str(tmp_path / "out")]) == 5
    assert "flytbare drev" in capsys.readouterr().err and not (tmp_path / "out").exists()


def test_with_leave_it_is_saved(stick: Any, tmp_path: Path) -> None:
    """1 is the default."""
    stick(1)
    assert handing_over.save(tmp_path, "SS-2026-7F3K-9Q2M", 1, "samtaleark", "da", b"%PDF-").is_file()


@pytest.fixture
def frozen(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """The folder of a frozen program."""
    folder = tmp_path.resolve() / "program"
    folder.mkdir()
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    monkeypatch.setattr(sys, "executable", str(folder / "Seniorsamtale.exe"))
    return folder


def test_the_data_lie_in_the_users_folder_or_its_own(tmp_path: Path) -> None:
    """A checkout looks for no flag."""
    assert data_folder.in_force(Policy({})) == data_folder.DataFolder(paths.user_data())
    assert data_folder.in_force(Policy({"machine": {"DataFolder": str(tmp_path)}})).path == tmp_path
    shared = Policy({"machine": {"DataFolder": str(tmp_path / "OneDrive")}})
    assert data_folder.in_force(shared).path == paths.user_data() and shared.found("DataFolder").fell


@pytest.mark.parametrize(
    ("flag", "allowed", "portable", "refused"),
    [(False, 1, False, False), (True, 1, True, False), (True, 0, False, True), (True, 2, False, True), (True, None, False, True)],
)
def test_the_program_is_portable_only_where_it_is_asked_for_and_allowed(
    frozen: Path, flag: bool, allowed: Any, portable: bool, refused: bool
) -> None:
    """Refused is said, never silent; the folder is then the ordinary one."""
    if flag:
        (frozen / data_folder.FLAG).touch()
    found = data_folder.in_force(Policy({"machine": {"AllowPortable": allowed}}))
    expected = frozen / data_folder.BESIDE if portable else paths.user_data()
    assert found == data_folder.DataFolder(expected, portable, refused)
