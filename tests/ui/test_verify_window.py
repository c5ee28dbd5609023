# SPDX-License-Identifier: EUPL-1.2
"""Check a document: green, yellow, red and unreadable are told apart by a word and a sign, never by colour alone."""

from datetime import UTC, datetime

import pytest
from PySide6.QtWidgets import QLabel

from senior_desktop.paper import identity, pdf, seals, signing
from senior_desktop.paper.appearance import Mark
from senior_desktop.paper.document import Document, Heading, SignatureBox, Signatures
from senior_desktop.ui.verify.window import VerifyPage

NOW = datetime(2026, 11, 23, 9, 5, tzinfo=UTC)
OWN = identity.make_identity("Søren Håkansson", "Afdelingsleder", "Eksempel Kommune", NOW)
ONCE = identity.one_time_identity("Kirsten Ærø Møller", "Eksempel Kommune", NOW)


@pytest.fixture(scope="module")
def signed(tmp_path_factory):
    """A sheet both have signed, on disk."""
    boxes = SignatureBox("leader", "Søren Håkansson"), SignatureBox("employee", "Kirsten Ærø Møller")
    paper = Document(
        "samtaleark", "SS-2026-7F3K-9Q2M", 1, "da", "Samtaleark", "", "Eksempel Kommune", NOW.isoformat(),
        (Heading("Det korte overblik"), Signatures(boxes)), {"number": "SS-2026-7F3K-9Q2M"},
    )
    named = pdf.Identities(leader=OWN.fingerprint, employee=ONCE.fingerprint)
    half = signing.sign_as_leader(pdf.make(paper, identities=named), OWN, Mark(typed="Søren Håkansson"), NOW)
    file = tmp_path_factory.mktemp("papers") / "samtaleark.pdf"
    file.write_bytes(signing.sign_as_employee(half, ONCE, Mark(typed="Kirsten Ærø Møller"), NOW))
    return file


@pytest.fixture
def check(qtbot, work, tmp_path):
    """Checks a file on the page, and gives the page when the answer stands there."""
    page = VerifyPage(tmp_path, work, "da")
    qtbot.addWidget(page)
    page.show()

    def look_at(file):
        page.check_file(file)
        qtbot.waitUntil(lambda: work.idle)
        return page

    return look_at


def marks(page):
    return [line.property("mark") for line in page.findChildren(QLabel) if line.property("mark")]


def test_a_known_seal_and_an_unchanged_paper_are_green(check, signed, tmp_path):
    seals.remember(tmp_path, OWN.fingerprint, "Eksempel Kommune", "leader")
    page = check(signed)
    assert page.verdict.property("verdict") == "green" and page.verdict.text() == "✓  Grøn"
    assert page.verdict.accessibleName() == "Grøn" and page.sentence.text().startswith("Uændret")
    assert set(marks(page)) == {"ok", "info"}


def test_an_unknown_seal_is_yellow_and_the_line_says_what_to_compare(check, signed):
    page = check(signed)
    assert page.verdict.property("verdict") == "yellow" and page.verdict.text() == "!  Gul"
    assert any("Ukendt segl" in line.text() for line in page.findChildren(QLabel)) and "warn" in marks(page)


def test_one_changed_byte_is_red(check, signed, tmp_path):
    content = bytearray(signed.read_bytes())
    content[len(content) // 3] ^= 1
    changed = tmp_path / "changed.pdf"
    changed.write_bytes(content)
    page = check(changed)
    assert page.verdict.property("verdict") == "red" and page.verdict.text() == "✗  Rød"
    assert "bad" in marks(page)


def test_no_pdf_at_all_cannot_be_read(check, tmp_path):
    (tmp_path / "note.pdf").write_text("Kære Kirsten")
    page = check(tmp_path / "note.pdf")
    assert page.verdict.property("verdict") == "unreadable" and page.verdict.text() == "?  Kan ikke læses"


def test_a_file_that_is_gone_is_said_and_the_next_one_is_checked_anew(check, signed, tmp_path):
    page = check(tmp_path / "gone.pdf")
    assert page.alarm.isVisible() and page.drop.button.isEnabled()
    page = check(signed)
    assert not page.alarm.isVisible()
    assert sum(line.property("verdict") is not None for line in page.findChildren(QLabel)) == 1


def test_a_checksum_may_break_so_that_a_narrow_window_cuts_nothing(check, signed):
    assert check(signed).widget().minimumSizeHint().width() < 700
