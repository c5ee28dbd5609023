# SPDX-License-Identifier: EUPL-1.2
"""Files in the user's folder: named by number, never overwritten; and the book of known seals."""

from pathlib import Path

import pytest
from paper import papers

from senior_desktop.errors import FileThere, FolderUnwritable, PaperUnreadable
from senior_desktop.paper import content, handing_over, seals
from senior_desktop.paper.closing import Identities

PRINT = "7F9B " * 15 + "7F9B"


def save(folder: Path, pdf: bytes) -> Path:
    return handing_over.save(folder, "SS-2026-7F3K-9Q2M", 1, "samtaleark", "da", pdf)


def test_file_is_named_by_its_number_and_kept(tmp_path: Path) -> None:
    """The same bytes may lie there; others are never overwritten."""
    path = save(tmp_path, b"one")
    assert path.name == "SS-2026-7F3K-9Q2M-v1-samtaleark.pdf"
    assert save(tmp_path, b"one") == path
    with pytest.raises(FileThere):
        save(tmp_path, b"two")
    assert path.read_bytes() == b"one"


def test_folder_that_is_no_folder_is_said(tmp_path: Path) -> None:
    """A file where the folder should be is the world's error."""
    (tmp_path / "file").write_text("x")
    with pytest.raises(FolderUnwritable):
        save(tmp_path / "file", b"one")


@pytest.mark.parametrize("kind", ["samtaleark", "../../etc", "ukendt slags", papers.EMPLOYEE])
def test_no_kind_leads_out_of_the_folder(kind: str) -> None:
    """Only letters, digits and hyphens reach the file name."""
    name = handing_over.file_name("SS-2026-7F3K-9Q2M", 2, kind, "en")
    assert name.startswith("SS-2026-7F3K-9Q2M-v2-") and "/" not in name and ".." not in name and " " not in name


def test_receipt_carries_the_files_checksum() -> None:
    """Checksum of the file and both keys stand on it."""
    text = handing_over.receipt("SS-1", 1, "aftaleark", "da", b"pdf", Identities(PRINT, PRINT))
    digest = content.checksum(b"pdf")
    assert digest[:8] in text and text.count(PRINT) == 2 and "SS-1-v1-aftaleark.pdf" in text


def test_seals_are_remembered_and_a_blocked_one_stays_blocked(tmp_path: Path) -> None:
    """The book is read again from the file; blocking survives learning the seal anew."""
    assert not seals.known_seals(tmp_path).known
    seals.remember(tmp_path, PRINT, "Åbrinken", "leader")
    assert seals.known_seals(tmp_path).find(PRINT.lower(), "leader") == seals.Seal("Åbrinken", "leader")
    assert seals.known_seals(tmp_path).find(PRINT, "root") is None
    seals.block(tmp_path, PRINT)
    seals.remember(tmp_path, PRINT, "Åbrinken", "leader")
    found = seals.known_seals(tmp_path).find(PRINT, "leader")
    assert found is not None and found.blocked


BAD_SEAL = '{"seals":[{"fingerprint":"A","label":"","kind":"x","blocked":false}]}'


@pytest.mark.parametrize("text", ["", "[]", "{}", '{"seals":[{}]}', BAD_SEAL, "\ufffd"])
def test_damaged_book_is_said_and_not_overwritten(tmp_path: Path, text: str) -> None:
    """A book that cannot be read knows nobody, and nothing is written over it."""
    (tmp_path / seals.FILE).write_text(text, encoding="utf-8")
    assert seals.known_seals(tmp_path).damaged
    with pytest.raises(PaperUnreadable):
        seals.remember(tmp_path, PRINT, "", "leader")
    assert (tmp_path / seals.FILE).read_text(encoding="utf-8") == text
    with pytest.raises(ValueError, match="seal"):
        seals.remember(tmp_path, "12", "", "leader")
