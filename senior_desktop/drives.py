# SPDX-License-Identifier: EUPL-1.2
"""A folder to save in -> allowed, or refused because it lies on a removable drive and IT has said no.

Asked for whatever leaves the program as a file a person chose a place for: papers, drafts, files and
reports for HR, the recovery sheet. Linux: the kernel calls the disk removable, or it hangs on USB. Windows:
GetDriveTypeW, which calls a USB hard disk fixed. macOS: not known, so never refused.
"""

import os
import sys
from pathlib import Path

from senior_desktop import paths, policy
from senior_desktop.errors import RemovableForbidden

WINDOWS_REMOVABLE = 2
"""DRIVE_REMOVABLE of winbase.h."""


def may_export(folder: Path) -> None:
    """Raise RemovableForbidden where `folder` lies on a removable drive and AllowRemovableExport is 0."""
    # The drive first: on an ordinary one no policy is read.
    if removable(folder) and not policy.in_force().number("AllowRemovableExport"):
        raise RemovableForbidden()


def removable(folder: Path) -> bool:
    """Whether `folder`, which need not exist yet, lies on a drive that can be carried away."""
    if sys.platform == "win32":
        import ctypes

        return bool(ctypes.windll.kernel32.GetDriveTypeW(folder.resolve().anchor) == WINDOWS_REMOVABLE)
    if sys.platform == "darwin":
        return False
    there = next((one for one in (folder, *folder.absolute().parents) if paths.lies_there(one)), Path("/"))
    number = there.stat().st_dev
    return carried(Path("/sys/dev/block") / f"{os.major(number)}:{os.minor(number)}")


def carried(device: Path) -> bool:
    """Whether the block device at `device` in sysfs is removable, hangs on USB, or lies (encrypted) on one that does."""
    if not paths.lies_there(device):
        return False  # no disk of its own: memory, or a network that `paths.refuse_shared` speaks of
    real = device.resolve()
    # A partition has no such file; its disk, the folder above, has.
    flags = [place / "removable" for place in (real, real.parent)]
    if any(part.startswith("usb") for part in real.parts) or any(paths.is_file(one) and one.read_text().strip() == "1" for one in flags):
        return True
    below = real / "slaves"
    return paths.is_folder(below) and any(carried(one) for one in below.iterdir())
