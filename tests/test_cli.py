# SPDX-License-Identifier: EUPL-1.2
"""Each command of the shell and its exit code, which scripts in a municipality rely on."""

import json
import subprocess
import sys
from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path

import pytest
from factory import keep, make_talk, make_vault

from senior_desktop import cli, demo_colleagues, paths, story
from senior_desktop.conversation.conversation import Stage

ROOT = Path(__file__).parents[1]


@pytest.fixture(scope="module")
def signed(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """A sheet signed by both, its draft, a copy with one byte changed, and the folder of the laptop that knows the seal."""
    folder = tmp_path_factory.mktemp("signed")
    now = datetime.now().astimezone()
    vault = make_vault(folder / "data", lambda: now)
    talk = keep(vault, make_talk(stage=Stage.REVIEW))
    draft, _ = story.hand_out_draft(vault, talk, folder / "draft")
    for party in (story.LEADER, story.EMPLOYEE):
        talk = story.sign(vault, talk, party, story.typed(talk.text("a08" if party == story.LEADER else "a01")))
    story.hand_over(vault, talk, folder / "papers")
    vault.close()
    paper = next((folder / "papers").glob("*samtaleark.pdf"))
    content = bytearray(paper.read_bytes())
    content[len(content) // 3] ^= 1
    altered = folder / "altered.pdf"
    altered.write_bytes(content)
    noise = folder / "noise.pdf"
    noise.write_bytes(b"no paper at all")
    return {"paper": paper, "draft": draft, "altered": altered, "noise": noise, "data": folder / "data",
            "elsewhere": folder / "elsewhere", "missing": folder / "missing.pdf"}


@pytest.mark.parametrize(
    ("file", "laptop", "code", "colour"),
    [
        ("paper", "data", 0, "green"), ("paper", "elsewhere", 1, "yellow"), ("altered", "data", 2, "red"),
        ("draft", "data", 2, "red"), ("noise", "data", 3, "unreadable"), ("missing", "data", 3, None),
    ],
)
def test_verify_says_it_by_its_exit_code(
    signed: dict[str, Path], capsys: pytest.CaptureFixture[str], file: str, laptop: str, code: int, colour: str | None
) -> None:
    """0 whole and known, 1 something to look at, 2 altered or not signed, 3 unreadable; in words and for machines."""
    command = ["--data-dir", str(signed[laptop]), "verify", str(signed[file])]
    assert cli.main(command) == code
    plain = capsys.readouterr()
    assert (plain.out + plain.err).strip()
    assert cli.main([*command, "--json"]) == code
    told = capsys.readouterr()
    if colour in ("green", "yellow", "red"):
        assert json.loads(told.out)["colour"] == colour


@pytest.fixture
def batches(tmp_path: Path) -> list[Path]:
    """Four leaders' files."""
    return [paths.write(tmp_path / name, content) for name, content in demo_colleagues.batches(date(2026, 11, 23))]


def test_hr_report_writes_a_pdf_and_says_where(batches: list[Path], tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """0 when every file counts."""
    out = tmp_path / "out"
    assert cli.main(["hr", "report", *map(str, batches), "--out", str(out), "--organisation", "Eksempel Kommune"]) == 0
    (pdf,) = out.glob("*.pdf")
    assert pdf.read_bytes().startswith(b"%PDF-")
    said = capsys.readouterr().out
    assert said.count("accepted") == 4
    assert said.splitlines()[-1] == str(pdf)


def test_hr_report_tells_which_file_did_not_count(batches: list[Path], tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """1 when a file came twice or is foreign; the others are pooled all the same."""
    foreign = tmp_path / "foreign.csv"
    foreign.write_text("navn;alder\nBo;61\n", encoding="utf-8")
    assert cli.main(["hr", "report", *map(str, [*batches, batches[0], foreign]), "--out", str(tmp_path / "out")]) == 1
    said = capsys.readouterr().out
    assert [said.count(word) for word in ("accepted", "duplicate", "refused")] == [4, 1, 1]
    assert "Bo" not in said


def test_template_validate(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """0 and its checksum for the one that ships; 2 and the place in words for a wrong one."""
    shipped = paths.resources() / "templates" / "senior.1.toml"
    assert cli.main(["template", "validate", str(shipped)]) == 0
    assert "sha256" in capsys.readouterr().out
    wrong = tmp_path / "wrong.toml"
    text = shipped.read_text(encoding="utf-8")
    place = text.index('id = "c21"')
    wrong.write_text(text[:place] + text[place:].replace('kind = "scale"', 'kind = "skala"', 1), encoding="utf-8")
    assert cli.main(["template", "validate", str(wrong)]) == 2
    assert "c21" in capsys.readouterr().err
    assert cli.main(["template", "validate", str(tmp_path / "none.toml")]) == 3


def test_selfcheck_says_what_is_in_use(capsys: pytest.CaptureFixture[str]) -> None:
    """Versions, cipher, key store, fonts, and that no module of ours opens a connection."""
    assert cli.main(["selfcheck", "--json"]) == 0
    found = json.loads(capsys.readouterr().out)
    assert found["cipher"]
    assert found["network_modules_of_ours"] == []
    assert {"version", "python", "libraries", "keyring", "fonts"} <= found.keys()
    assert cli.main(["selfcheck"]) == 0
    assert found["cipher"] in capsys.readouterr().out


def test_the_demo_leaves_a_folder_alone_that_is_not_its_own(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """1, and not a byte is touched."""
    mine = tmp_path / "mine"
    mine.mkdir()
    (mine / "brev.txt").write_text("mit", encoding="utf-8")
    assert cli.main(["demo", "--out", str(mine)]) == 1
    assert [file.name for file in mine.iterdir()] == ["brev.txt"]
    assert (mine / "brev.txt").read_text(encoding="utf-8") == "mit"
    assert "--out" in capsys.readouterr().err


@pytest.mark.parametrize("words", [["frobnicate"], ["verify"], ["hr"], ["hr", "report"], ["template"], ["verify", "a", "--passphrase", "b"]])
def test_wrong_usage_is_64_and_no_secret_is_an_argument(words: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    """2 means "altered" here, so argparse's own code will not do."""
    with pytest.raises(SystemExit) as left:
        cli.main(words)
    assert left.value.code == 64
    assert capsys.readouterr().err


def test_version_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    """0, like help."""
    for word in ("--version", "--help"):
        with pytest.raises(SystemExit) as left:
            cli.main([word])
        assert left.value.code == 0
        assert capsys.readouterr().out


@pytest.fixture
def modules_after(tmp_path: Path) -> Callable[[list[str]], list[str]]:
    """Runs one command in a process of its own: the Qt modules it loaded."""

    def run(words: list[str]) -> list[str]:
        code = "import sys\nfrom senior_desktop.cli import main\nmain(sys.argv[1:])\n" \
            "print('\\n' + ' '.join(one for one in sys.modules if one.startswith(('PySide6', 'shiboken6'))))"
        done = subprocess.run([sys.executable, "-c", code, *words], capture_output=True, text=True, timeout=120, cwd=ROOT, check=True)
        return done.stdout.splitlines()[-1].split()

    return run


def test_no_command_but_the_app_and_the_demo_loads_qt(
    modules_after: Callable[[list[str]], list[str]], signed: dict[str, Path], batches: list[Path], tmp_path: Path
) -> None:
    """The story runs where there is no screen and no Qt."""
    shipped = paths.resources() / "templates" / "senior.1.toml"
    for words in (
        ["--data-dir", str(signed["data"]), "verify", str(signed["paper"])],
        ["hr", "report", *map(str, batches), "--out", str(tmp_path / "out")],
        ["template", "validate", str(shipped)],
        ["selfcheck"],
    ):
        assert modules_after(words) == [], words
