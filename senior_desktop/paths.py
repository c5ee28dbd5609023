# SPDX-License-Identifier: EUPL-1.2
"""A checkout, a wheel or a frozen folder -> where things lie; and the one safe way to write a file."""

import errno
import os
import re
import shutil
import stat
import sys
from contextlib import suppress
from pathlib import Path

from senior_desktop.errors import BadFolder, FileThere, FolderUnwritable, NoRoom

PACKAGE = Path(__file__).parent

SPARE = 8 * 1024 * 1024
"""Bytes that stay free when something large is written: the next answer has to be saved too."""

NETWORK_NAME = re.compile(r"[\\/]{2}(?![?.][\\/][A-Za-z]:)")
r"""A name that begins with a server (\\server\share, \\?\UNC\server); \\?\C: is a drive of this computer."""

SYNCED = re.compile(
    r"(onedrive|dropbox|google ?drive|my drive|mit drev|icloud ?drive|mobile documents|cloudstorage|nextcloud|owncloud)"
    r"([ -].*)?",
    re.IGNORECASE,
)
"""What the common services call the folder they synchronise, alone or with an organisation ("OneDrive - X")."""

NETWORK_KINDS = ("nfs", "cifs", "smb", "afs", "ncp", "ceph", "glusterfs", "davfs", "fuse.sshfs", "fuse.rclone", "fuse.davfs", "fuse.gvfsd-fuse")
"""File systems of Linux that lie on another computer."""

WINDOWS_REMOTE = 4
"""DRIVE_REMOTE of winbase.h."""

NOTHING_THERE = (errno.ENOENT, errno.ENOTDIR, errno.EBADF, errno.ELOOP)
NOTHING_THERE_ON_WINDOWS = (21, 123, 1921)
"""A drive that is not ready, a name that cannot be, a link that leads in a circle (winerror.h)."""

SYNCED_ROOTS = ("OneDrive", "OneDriveCommercial", "OneDriveConsumer")
"""Environment variables in which a service says where its folder lies, whatever it is called."""


def lies_there(path: Path) -> bool:
    """Whether anything lies at `path`, a link's end included. Raises OSError where that cannot be told.

    Not Path.exists(): from Python 3.14 on it says False of what may not be looked at, and a vault or a policy that may not be
    looked at is not one that is not there.
    """
    return _mode(path) is not None


def is_file(path: Path) -> bool:
    """Whether a file lies at `path`, as `lies_there`. Raises OSError."""
    mode = _mode(path)
    return mode is not None and stat.S_ISREG(mode)


def is_folder(path: Path) -> bool:
    """Whether a folder lies at `path`, as `lies_there`. Raises OSError."""
    mode = _mode(path)
    return mode is not None and stat.S_ISDIR(mode)


def _mode(path: Path) -> int | None:
    """The kind and rights of what lies at `path`; None where nothing does, or nothing can."""
    try:
        return os.stat(path).st_mode
    except ValueError:  # no file is called so
        return None
    except OSError as fault:
        if fault.errno in NOTHING_THERE or getattr(fault, "winerror", None) in NOTHING_THERE_ON_WINDOWS:
            return None
        raise


def _shipped(name: str) -> Path:
    """`name` ("resources" or "translations") in the wheel or the frozen folder, else in the checkout."""
    packed = PACKAGE / f"_{name}"
    return packed if is_folder(packed) else PACKAGE.parent / name


def resources() -> Path:
    """Folder of templates, catalogue, fonts and colours."""
    return _shipped("resources")


def translations() -> Path:
    """Folder of the screen words (.qm) and the printed words (.toml)."""
    return _shipped("translations")


def user_data() -> Path:
    """The folder for this user's vault: local, never roaming, never a synchronised folder (vault.md)."""
    if sys.platform == "win32":
        local = os.environ.get("LOCALAPPDATA")
        return (Path(local) if local else Path.home() / "AppData" / "Local") / "Seniorsamtale"
    if sys.platform == "darwin":
        return Path.home() / "Library" / "Application Support" / "Seniorsamtale"
    home = os.environ.get("XDG_DATA_HOME")
    return (Path(home) if home else Path.home() / ".local" / "share") / "seniorsamtale"


def refuse_shared(folder: Path) -> None:
    """Raise BadFolder where `folder` lies on a network drive or a known service would carry it off the computer.

    Goes by names: a drive letter or a link is followed first, an unusual mount is not seen.
    """
    roots = [Path(root).resolve() for name in SYNCED_ROOTS if (root := os.environ.get(name))]
    for place in (folder, folder.resolve()):
        synced = any(SYNCED.fullmatch(part) for part in place.parts) or any(map(place.is_relative_to, roots))
        if synced or NETWORK_NAME.match(str(place)):
            raise BadFolder()
    if _on_network(folder.absolute()):
        raise BadFolder()


def _on_network(folder: Path) -> bool:
    """Whether the system says that `folder`, or the nearest one above it that exists, lies on another computer.

    Windows: GetDriveTypeW says DRIVE_REMOTE for a letter, whatever it is called. Linux: the kind of file system it is
    mounted as (proc(5), mountinfo). macOS: by name alone.
    """
    if sys.platform == "win32":
        import ctypes

        return bool(ctypes.windll.kernel32.GetDriveTypeW(folder.anchor) == WINDOWS_REMOTE)
    if not sys.platform.startswith("linux"):
        return False
    real = folder.resolve()
    try:
        mounts = [line.split() for line in Path("/proc/self/mountinfo").read_text(encoding="utf-8").splitlines()]
    except OSError:
        return False
    return network_mount(real, [(one[4], one[one.index("-") + 1]) for one in mounts])


def network_mount(folder: Path, mounts: list[tuple[str, str]]) -> bool:
    """Whether the mount that holds `folder` is a network's. mounts: (place, kind), a later one covers an earlier."""
    over = [(re.sub(r"\\([0-7]{3})", lambda sign: chr(int(sign[1], 8)), place), kind) for place, kind in mounts]  # a blank is \040 there
    holding = [(place, kind) for place, kind in over if folder.is_relative_to(place)]
    if not holding:
        return False
    longest = max(len(place) for place, _ in holding)
    return [kind for place, kind in holding if len(place) == longest][-1].startswith(NETWORK_KINDS)


def write(target: Path, content: bytes, *, replace: bool = False) -> Path:
    """Write `content` to `target`, wholly or not at all, readable by this user only; returns `target`.

    Temporary name in the same folder, flush, fsync, rename: a power cut leaves the old file or the
    new one. Raises FileThere when `target` exists and `replace` is False, FolderUnwritable (also for a
    device or a pipe: the rename would put a file in its place), NoRoom.
    """
    # Named by the process: two writers never share one temporary file.
    temporary = target.with_name(f".{target.name}.{os.getpid()}.tmp")
    try:
        if not replace and lies_there(target):
            raise FileThere()
        if lies_there(target) and not is_file(target):
            raise FolderUnwritable()
        target.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        handle = os.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_TRUNC | getattr(os, "O_BINARY", 0), 0o600)
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        os.replace(temporary, target)
        sync_folder(target.parent)
    except OSError as fault:
        with suppress(OSError):  # where the folder itself is none there is nothing to clear away either
            temporary.unlink()
        raise (NoRoom() if fault.errno == 28 else FolderUnwritable()) from fault
    return target


def refuse_full(folder: Path, needed: int) -> None:
    """Raise NoRoom where fewer than `needed` bytes, and some to spare, are free: before anything is begun."""
    there = next((one for one in (folder, *folder.absolute().parents) if lies_there(one)), Path("/"))
    try:
        free = shutil.disk_usage(there).free
    except OSError as fault:
        raise FolderUnwritable() from fault
    if free < needed + SPARE:
        raise NoRoom()


def sync_folder(folder: Path) -> None:
    """Make the rename itself durable; Windows keeps no handle on a folder and does it by itself."""
    if sys.platform == "win32":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
