# SPDX-License-Identifier: EUPL-1.2
"""The employee leaves with a copy: signed by both, by the leader alone, or behind a password; and what is withdrawn is told of."""

import io
from datetime import timedelta
from pathlib import Path

import page
import pikepdf
import pytest
from factory import keep, make_row, make_talk, make_vault

from senior_desktop import cli, desk, story
from senior_desktop.conversation.conversation import Conversation, Stage
from senior_desktop.errors import ListRefused, NotTicked, WrongStage
from senior_desktop.paper import attached, labels, pdf, seals
from senior_desktop.vault.store import Vault

MARK = story.typed("Søren Håkansson")


class Clock:
    """A clock that stands still until it is moved."""

    def __init__(self) -> None:
        from paper import papers

        self.now = papers.NOW

    def __call__(self) -> object:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def vault(tmp_path: Path, clock: Clock) -> Vault:
    made = make_vault(tmp_path / "data", clock)
    yield made
    made.close()


@pytest.fixture
def ready(vault: Vault) -> Conversation:
    """A talk whose text is frozen."""
    talk = keep(vault, make_talk({"c11": 4, "e05": 1, "a13": "2026-11-18"}, agreements=(make_row(),)))
    return story.review(vault, talk)


def colours(folder: Path, vault: Vault, password: str = "") -> dict[str, str]:
    return {one.name: desk.check_paper(one.read_bytes(), vault.folder, password=password).colour for one in sorted(folder.iterdir())}


def test_copies_with_a_password_are_signed_by_the_same_acts(vault: Vault, ready: Conversation, tmp_path: Path) -> None:
    """Unreadable without it, green with it; the archive copy stays as it is, and the password lives no longer than the talk."""
    password = story.new_password()
    talk = story.sign(vault, ready, story.LEADER, MARK, password)
    talk = story.sign(vault, talk, story.EMPLOYEE, MARK)
    talk = story.hand_over_protected(vault, talk, tmp_path / "usb")
    assert talk.stage is Stage.HANDED_OVER and set(colours(tmp_path / "usb", vault).values()) == {"unreadable"}
    assert set(colours(tmp_path / "usb", vault, password).values()) == {"green"} and len(password) == 19
    assert all(name.endswith("-beskyttet.pdf") for name in colours(tmp_path / "usb", vault))
    story.hand_over(vault, talk, tmp_path / "archive")
    assert set(colours(tmp_path / "archive", vault).values()) == {"green"}
    story.close(vault, story.follow_up(vault, talk, {}, 1))
    assert story.protected_copies(vault, talk) == ("", {})


def test_the_shell_takes_the_password_from_its_input_alone(
    vault: Vault, ready: Conversation, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """3 without or with a wrong one, in words that say what to do; 0 with it. It is never an argument."""
    password = story.new_password()
    talk = story.sign(vault, story.sign(vault, ready, story.LEADER, MARK, password), story.EMPLOYEE, MARK)
    story.hand_over_protected(vault, talk, tmp_path / "usb")
    (file, _) = sorted((tmp_path / "usb").iterdir())
    command = ["--data-dir", str(vault.folder), "verify", str(file)]
    assert cli.main(command) == 3 and "adgangskode" in capsys.readouterr().out
    for typed, code in ((password, 0), ("noget andet", 3)):
        monkeypatch.setattr("sys.stdin", io.StringIO(f"{typed}\n"))
        assert cli.main([*command, "--password-stdin", "--json"]) == code
        assert password not in capsys.readouterr().out


def test_without_a_password_there_are_no_such_copies(vault: Vault, ready: Conversation, tmp_path: Path) -> None:
    """What is encrypted is encrypted before it is signed: afterwards it cannot be made."""
    talk = story.sign(vault, story.sign(vault, ready, story.LEADER, MARK), story.EMPLOYEE, MARK)
    with pytest.raises(WrongStage):
        story.hand_over_protected(vault, talk, tmp_path / "usb")
    assert vault.get(talk.id).stage is Stage.SIGNED


def test_an_employee_who_walks_away_finishes_later(vault: Vault, ready: Conversation, clock: Clock, tmp_path: Path) -> None:
    """The copy says in its name, on its page and in the check that a signature is missing; three weeks later it is signed."""
    talk = story.sign(vault, ready, story.LEADER, MARK)
    files = story.save_copies(vault, talk, tmp_path / "now")
    assert {one.name.removeprefix(f"{talk.number}-v1-") for one in files} == {f"{kind}-mangler-underskrift.pdf" for kind in story.SHEETS}
    assert set(colours(tmp_path / "now", vault).values()) == {"yellow"}
    clock.now += timedelta(days=21)
    talk = story.sign(vault, talk, story.EMPLOYEE, MARK)
    story.hand_over(vault, talk, tmp_path / "later")
    assert set(colours(tmp_path / "later", vault).values()) == {"green"}
    for kind in story.SHEETS:
        first, last = (next(folder.glob(f"*{kind}*")).read_bytes() for folder in (tmp_path / "now", tmp_path / "later"))
        assert last.startswith(first), "the same sheet, with one more signature"


def test_the_receipt_bears_both_keys_and_each_files_checksum(vault: Vault, ready: Conversation, tmp_path: Path) -> None:
    """On the screen and as a page to print; it never bears the password."""
    password = story.new_password()
    talk = story.sign(vault, story.sign(vault, ready, story.LEADER, MARK, password), story.EMPLOYEE, MARK)
    keys = attached.identities(vault.paper(talk.id, "samtaleark").pdf)
    for text in story.receipt(vault, talk):
        assert keys.leader in text and keys.employee in text
    sheet = story.receipt_sheet(vault, talk, protected=True)
    said = str(sheet.blocks)
    assert keys.leader in said and keys.employee in said and password not in said
    (file,) = story.save_receipt_of_copies(vault, talk, tmp_path / "usb")
    assert "kvittering" in file.name and file.read_bytes().startswith(b"%PDF")


def test_sheets_for_another_service_have_empty_fields(vault: Vault, ready: Conversation, tmp_path: Path) -> None:
    """Archive files without a key named in them; the talk stays where it is."""
    files = story.save_for_outside(vault, ready, tmp_path / "out")
    for file in files:
        with pikepdf.open(file) as opened:
            fields = [str(one.T) for one in opened.Root.AcroForm.Fields if "/V" not in one]
            assert {"Leder", "Medarbejder"} <= set(fields) and "/SeniorsamtaleLeaderKey" not in opened.docinfo
    assert len(files) == 2 and vault.get(ready.id).stage is Stage.REVIEW


def test_a_later_version_and_a_withdrawal_are_told_of_by_the_check(vault: Vault, ready: Conversation) -> None:
    """The register shows the chain; the first version is yellow once the second is signed, that one once it is withdrawn."""
    talk = story.sign(vault, story.sign(vault, ready, story.LEADER, MARK), story.EMPLOYEE, MARK)
    first = vault.paper(talk.id, "aftaleark").pdf
    assert desk.check_paper(first, vault.folder).colour == "green"
    talk = story.review(vault, story.thaw(vault, talk))
    talk = story.sign(vault, story.sign(vault, talk, story.LEADER, MARK), story.EMPLOYEE, MARK)
    second = vault.paper(talk.id, "aftaleark").pdf
    assert {(one.version, one.status) for one in story.register(vault, talk)} == {(1, "replaced"), (2, "valid")}
    assert _standing(first, vault) == ("yellow", "version_replaced") and desk.check_paper(second, vault.folder).colour == "green"
    with pytest.raises(NotTicked):
        story.withdraw(vault, talk, "", story.typed(""))
    talk = story.withdraw(vault, talk, "Vi tog fejl af dagen.", MARK)
    assert _standing(second, vault) == ("yellow", "version_withdrawn")
    notice = vault.paper(talk.id, "tilbagetraekning").pdf
    assert desk.check_paper(notice, vault.folder).colour == "green"
    with pikepdf.open(io.BytesIO(notice)) as opened:
        said = opened.attachments["seniorsamtale.json"].get_file().read_bytes().decode()
    assert "Vi tog fejl af dagen." in said and "Kirsten" not in said
    assert {(one.kind, one.version, one.status) for one in story.register(vault, talk)} >= {("tilbagetraekning", 2, "valid"), ("samtaleark", 2, "withdrawn")}
    with pytest.raises(WrongStage):
        story.withdraw(vault, talk, "", MARK)


def _standing(paper: bytes, vault: Vault) -> tuple[str, str]:
    found = desk.check_paper(paper, vault.folder)
    return found.colour, next(line["key"] for line in found.as_json["lines"] if line["key"].startswith("version"))


def test_a_key_is_renewed_or_blocked_and_warns_before_it_runs_out(vault: Vault, ready: Conversation, clock: Clock) -> None:
    """Renewed: old papers stay green. Lost: they are yellow, with the day. Sixty days before the end it says so."""
    assert story.own_key(vault) is None
    talk = story.sign(vault, story.sign(vault, ready, story.LEADER, MARK), story.EMPLOYEE, MARK)
    paper = vault.paper(talk.id, "samtaleark").pdf
    first = story.own_key(vault)
    assert first is not None and not first.soon and first.issuer == ""
    clock.now += timedelta(days=3 * 365 - 59)
    late = story.own_key(vault)
    assert late is not None and late.soon and late.days == 59
    second = story.renew_key(vault)
    assert second is not None and second.fingerprint != first.fingerprint and desk.check_paper(paper, vault.folder).colour == "green"
    desk.block_seal(vault.folder, first.fingerprint)
    assert desk.check_paper(paper, vault.folder).colour == "yellow"
    third = story.renew_key(vault, lost=True)
    assert third is not None and {one[0]: one[3] for one in desk.seals(vault.folder)} == {
        first.fingerprint: True, second.fingerprint: True, third.fingerprint: False,
    }


def test_hrs_signed_list_is_taken_in_and_an_altered_one_is_not(vault: Vault, ready: Conversation, tmp_path: Path) -> None:
    """Only after HR's own seal was compared and added; what the list blocks is blocked, nothing else is overwritten."""
    talk = story.sign(vault, story.sign(vault, ready, story.LEADER, MARK), story.EMPLOYEE, MARK)
    paper = vault.paper(talk.id, "samtaleark").pdf
    (mine,) = seals.known_seals(vault.folder).known
    desk.add_seal(vault.folder, "AB" * 32, "Åbrinken")
    desk.block_seal(vault.folder, "AB" * 32)
    desk.add_seal(vault.folder, "CD" * 32, "Birkely")
    file, altered, elsewhere = tmp_path / "segl.pdf", tmp_path / "altered.pdf", tmp_path / "elsewhere"
    file.write_bytes(story.make_list(vault, MARK))
    elsewhere.mkdir()
    with pytest.raises(ListRefused):
        desk.take_seals(elsewhere, file)
    desk.add_seal(elsewhere, mine, "HR", "hr")
    desk.add_seal(elsewhere, "AB" * 32, "Åbrinken")
    changed = bytearray(file.read_bytes())
    changed[len(changed) // 3] ^= 1
    for wrong in (bytes(changed), paper):
        altered.write_bytes(wrong)
        with pytest.raises(ListRefused):
            desk.take_seals(elsewhere, altered)
    assert desk.take_seals(elsewhere, file) == 2 and desk.take_seals(elsewhere, file) == 0
    assert {one[1:] for one in desk.seals(elsewhere)} == {("HR", "hr", False), ("Åbrinken", "leader", True), ("Birkely", "leader", False)}


def test_every_new_paper_speaks_both_languages_and_keeps_both_profiles(vault: Vault, ready: Conversation) -> None:
    """Receipt, withdrawal and list of seals."""
    for section in ("withdrawal", "seals"):
        da, en = (labels.words(language) for language in ("da", "en"))
        assert da(f"{section}.title") != en(f"{section}.title")
    talk = story.withdraw(vault, story.sign(vault, ready, story.LEADER, MARK), "", MARK)
    made = (pdf.make(story.receipt_sheet(vault, talk)), vault.paper(talk.id, "tilbagetraekning").pdf, story.make_list(vault, MARK, "en"))
    for one in made:
        for profile in (page.ValidationProfile.PDF_A_3A, page.ValidationProfile.PDF_UA_1):
            assert [str(fault) for fault in page.validate_pdf_bytes(one, profile=profile).failures] == []
