# SPDX-License-Identifier: EUPL-1.2
"""Where things lie, and the one safe write: the old file or the new one, never half of one."""

import errno
import os
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from senior_desktop import paths
from senior_desktop.errors import BadFolder, FileThere, FolderUnwritable, NoRoom


def test_what_came_along_is_found() -> None:
    """In a checkout beside the package; a wheel or the frozen folder carries it inside."""
    assert (paths.resources() / "templates" / "senior.1.toml").is_file()
    assert (paths.translations() / "paper_da.toml").is_file()


def test_inside_the_package_comes_first(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The installed program never reads a folder that happens to lie beside it."""
    package = tmp_path / "senior_desktop"
    (package / "_resources").mkdir(parents=True)
    monkeypatch.setattr(paths, "PACKAGE", package)
    assert paths.resources() == package / "_resources"
    assert paths.translations() == tmp_path / "translations"


@pytest.mark.parametrize(
    ("platform", "variable", "ending"),
    [
        ("linux", "XDG_DATA_HOME", "seniorsamtale"),
        ("win32", "LOCALAPPDATA", "Seniorsamtale"),
        ("darwin", "HOME", "Library/Application Support/Seniorsamtale"),
    ],
)
def test_the_vault_lies_in_the_users_own_local_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, platform: str, variable: str, ending: str
) -> None:
    """Local on every system: a roaming folder would carry the vault to a server."""
    monkeypatch.setattr(sys, "platform", platform)
    monkeypatch.setenv(variable, str(tmp_path))
    assert paths.user_data() == tmp_path / ending


def test_a_write_is_whole_private_and_leaves_nothing_beside(tmp_path: Path) -> None:
    """Readable by this user only; no temporary file stays."""
    target = paths.write(tmp_path / "new" / "a.pdf", b"one")
    assert target.read_bytes() == b"one" and [file.name for file in target.parent.iterdir()] == ["a.pdf"]
    assert all(one.stat().st_mode & 0o077 == 0 for one in (target, target.parent)) or sys.platform == "win32"
    paths.write(target, b"two", replace=True)
    assert target.read_bytes() == b"two"


def test_nothing_is_overwritten_silently(tmp_path: Path) -> None:
    """A file of that name stays as it was."""
    target = paths.write(tmp_path / "a.pdf", b"one")
    with pytest.raises(FileThere):
        paths.write(target, b"two")
    assert target.read_bytes() == b"one"


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no pipes among its files")
def test_a_pipe_is_never_replaced_by_a_file(tmp_path: Path) -> None:
    pipe, link = tmp_path / "pipe", tmp_path / "link"
    os.mkfifo(pipe)
    link.symlink_to(pipe)
    for target in (pipe, link):
        with pytest.raises(FolderUnwritable):
            paths.write(target, b"one", replace=True)
    assert pipe.is_fifo() and link.is_symlink() and len(list(tmp_path.iterdir())) == 2



@pytest.mark.parametrize("fault", [errno.EACCES, errno.EIO, errno.ENAMETOOLONG, errno.ENOSPC])
@pytest.mark.parametrize("look", [paths.lies_there, paths.is_file, paths.is_folder])
def test_what_cannot_be_looked_at_is_not_called_missing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, look: Callable[[Path], bool], fault: int
) -> None:
    """A vault behind a folder without the right to look is there all the same, on every Python."""

    def broken(*_: object, **__: object) -> None:
        raise OSError(fault, "cannot be told")

    with monkeypatch.context() as patched:
        patched.setattr(os, "stat", broken)
        with pytest.raises(OSError):
            look(tmp_path / "vault.db")


@pytest.mark.skipif(sys.platform == "win32", reason="Making a link asks for a right on Windows.")
def test_what_cannot_be_is_not_there(tmp_path: Path) -> None:
    """No such name, below a file, a name that no file can have, a link to itself; and what is there is told apart."""
    file = paths.write(tmp_path / "a", b"")
    (tmp_path / "circle").symlink_to(tmp_path / "circle")
    (tmp_path / "to").symlink_to(file)
    for missing in (tmp_path / "b", file / "c", tmp_path / "d\0", tmp_path / "circle"):
        assert not paths.lies_there(missing) and not paths.is_file(missing) and not paths.is_folder(missing)
    for there, a_file in ((file, True), (tmp_path / "to", True), (tmp_path, False)):
        assert (paths.lies_there(there), paths.is_file(there), paths.is_folder(there)) == (True, a_file, not a_file)


@pytest.mark.parametrize(
    ("fault", "named"), [(errno.ENOSPC, NoRoom), (errno.EACCES, FolderUnwritable), (errno.EIO, FolderUnwritable)]
)
@pytest.mark.parametrize("step", ["stat", "open", "fsync", "replace"])
def test_a_write_that_fails_at_any_step_leaves_the_old_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, step: str, fault: int, named: type[Exception]
) -> None:
    """Disk full, or a folder that cannot be searched or written: the old content stands, no temporary file is left."""
    target = paths.write(tmp_path / "a.pdf", b"one")

    def broken(*_: object, **__: object) -> None:
        raise OSError(fault, "as a full disk would")

    with monkeypatch.context() as patched:
        patched.setattr(os, step, broken)
        with pytest.raises(named):
            paths.write(target, b"two", replace=step != "stat")
    assert target.read_bytes() == b"one" and [file.name for file in tmp_path.iterdir()] == ["a.pdf"]


def test_a_file_where_the_folder_should_be(tmp_path: Path) -> None:
    """The user chose something that is no folder."""
    (tmp_path / "file").write_bytes(b"")
    with pytest.raises(FolderUnwritable):
        paths.write(tmp_path / "file" / "a.pdf", b"one")


@pytest.mark.parametrize(
    "parts",
    [
        ("OneDrive - Eksempel Kommune", "Seniorsamtale"),
        ("OneDrive-EksempelKommune",),
        ("Dropbox (Eksempel)", "talks"),
        ("Google Drive", "Mit drev"),
        ("iCloudDrive",),
        ("Library", "Mobile Documents", "com~apple~CloudDocs"),
        ("Library", "CloudStorage", "Dropbox"),
        ("nextcloud",),
    ],
)
def test_a_synchronised_folder_is_refused(tmp_path: Path, parts: tuple[str, ...]) -> None:
    """By its name, also when a link leads there."""
    folder = tmp_path.joinpath(*parts)
    with pytest.raises(BadFolder):
        paths.refuse_shared(folder)
    folder.mkdir(parents=True)
    link = tmp_path / "my talks"
    link.symlink_to(folder)
    with pytest.raises(BadFolder):
        paths.refuse_shared(link / "new")


@pytest.mark.parametrize("variable", paths.SYNCED_ROOTS)
def test_a_folder_the_service_itself_names_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, variable: str
) -> None:
    """Whatever the folder is called; its neighbour is good."""
    monkeypatch.setenv(variable, str(tmp_path / "Kommunens filer"))
    with pytest.raises(BadFolder):
        paths.refuse_shared(tmp_path / "Kommunens filer" / "Dokumenter" / "Seniorsamtale")
    paths.refuse_shared(tmp_path / "Kommunens filer 2")


@pytest.mark.parametrize("name", [r"\\server\share\x", "//server/share/x", r"\\?\UNC\server\share", r"\\.\UNC\server\s"])
def test_a_network_drive_is_refused(name: str) -> None:
    """As Windows names it, also in the long form."""
    assert paths.NETWORK_NAME.match(name)
    with pytest.raises(BadFolder):
        paths.refuse_shared(Path(name))


@pytest.mark.parametrize("name", [r"C:\Users\kim\AppData\Local\Seniorsamtale", r"\\?\C:\Users\kim", "/home/kim", "my drives"])
def test_a_folder_of_this_computer_is_good(name: str, tmp_path: Path) -> None:
    """The long form of a local drive too; a name that only resembles a service's is no reason."""
    assert not paths.NETWORK_NAME.match(name)
    paths.refuse_shared(tmp_path / Path(name).name)


@pytest.mark.parametrize(
    ("folder", "mounts", "network"),
    [
        ("/home/bo/data", [("/", "ext4")], False),
        ("/home/bo/data", [("/", "ext4"), ("/home/bo", "nfs4")], True),
        ("/home/bo/data", [("/", "nfs"), ("/home", "ext4")], False),
        ("/mnt/fælles drev/data", [("/", "ext4"), ("/mnt/fælles\\040drev", "cifs")], True),
        ("/mnt/a/data", [("/", "ext4"), ("/mnt/a", "fuse.sshfs"), ("/mnt/a", "btrfs")], False),
        ("/mnt/ab", [("/", "ext4"), ("/mnt/a", "smb3")], False),
        ("/data", [], False),
    ],
)
def test_a_network_drive_is_known_by_the_kind_it_is_mounted_as(folder: str, mounts: list[tuple[str, str]], network: bool) -> None:
    """The mount nearest above counts, the later of two at one place covers the earlier."""
    assert paths.network_mount(Path(folder), mounts) is network


def test_a_disk_without_room_is_told_before_anything_is_begun(tmp_path: Path) -> None:
    paths.refuse_full(tmp_path / "not" / "there", 1)
    with pytest.raises(NoRoom):
        paths.refuse_full(tmp_path, 10**18)
