# SPDX-License-Identifier: EUPL-1.2
"""Each command of the shell and its exit code, which scripts in a municipality rely on."""

import json
import os
import subprocess
import sys
from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path
from xml.etree import ElementTree

import pytest
from factory import keep, make_talk, make_vault

from senior_desktop import cli, demo, demo_colleagues, paths, story
from senior_desktop.conversation.conversation import Stage
from senior_desktop.paper import attached

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
    assert said.count("Taget med") == 4
    assert str(pdf) in said.splitlines()
    (book,) = out.glob("*.xlsx")
    assert book.stem == pdf.stem
    drawn = sorted(out.glob("*.svg"))
    assert drawn
    assert all(ElementTree.fromstring(file.read_bytes()).tag.endswith("svg") for file in drawn)


def test_a_second_report_of_the_day_is_numbered(batches: list[Path], tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """What HR made in the morning is never overwritten."""
    command = ["hr", "report", str(batches[0]), "--out", str(tmp_path / "out")]
    assert cli.main(command) == 0
    (first,) = (tmp_path / "out").glob("*.pdf")
    before = first.read_bytes()
    assert cli.main([*command, "--organisation", "En anden"]) == cli.main(command) == 0
    assert first.read_bytes() == before
    assert sorted(file.stem.removeprefix(first.stem) for file in (tmp_path / "out").glob("*.pdf")) == ["", "-2", "-3"]
    assert "-3.pdf" in capsys.readouterr().out


def test_hr_report_goes_on_without_a_file_that_is_not_there(
    batches: list[Path], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """1, the missing file and an empty folder listed as left out, the good ones counted, in the chosen language."""
    (tmp_path / "empty").mkdir()
    files = [batches[0], tmp_path / "missing.csv", tmp_path / "empty", batches[1]]
    assert cli.main(["--language", "en", "hr", "report", *map(str, files), "--out", str(tmp_path / "out")]) == 1
    said = capsys.readouterr().out.splitlines()
    assert [line.split("  ")[1] for line in said[:4]] == ["Taken", "Left out", "Left out", "Taken"]
    assert "missing.csv" in said[1] and any(line.endswith(".pdf") for line in said)


@pytest.mark.parametrize("language", ["da", "en"])
@pytest.mark.parametrize("command", [["verify"], ["template", "validate"], ["hr", "report", "--out", "out"]])
@pytest.mark.parametrize("kind", ["missing", "folder", "locked"])
def test_what_cannot_be_read_is_one_sentence_and_3(
    command: list[str], kind: str, language: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """A missing file, a folder, a file without access: nothing is written and nothing of a traceback is shown."""
    monkeypatch.chdir(tmp_path)
    target = tmp_path / "brev"
    if kind == "folder":
        target.mkdir()
    elif kind == "locked":
        target.write_text("x", encoding="utf-8")
        target.chmod(0)
        if os.access(target, os.R_OK):
            target.unlink()
            target.symlink_to(target)  # whoever may read everything still cannot read a link to itself
    assert cli.main(["--language", language, *command[:2], str(target), *command[2:]]) == 3
    said = capsys.readouterr()
    assert said.err.splitlines() == [cli.NO_FILE[language]] and not said.out
    assert not (tmp_path / "out").exists()


def test_a_fault_of_ours_is_70_and_tells_no_content(
    signed: dict[str, Path], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """A sentence, the kind of the fault and its places in the code; never the message, which may hold an answer."""

    def breaks(*_: object) -> None:
        raise RuntimeError("Kirsten Ærø Møller")

    monkeypatch.setattr("senior_desktop.desk.check_paper", breaks)
    assert cli.main(["verify", str(signed["paper"])]) == 70
    said = capsys.readouterr().err
    assert said.startswith(cli.OUR_FAULT["da"]) and "RuntimeError" in said and "test_cli.py" in said
    assert "Kirsten" not in said and "Traceback" not in said


def test_hr_report_tells_which_file_did_not_count(batches: list[Path], tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """1 when a file came twice or is foreign; the others are pooled all the same."""
    foreign = tmp_path / "foreign.csv"
    foreign.write_text("navn;alder\nBo;61\n", encoding="utf-8")
    assert cli.main(["hr", "report", *map(str, [*batches, batches[0], foreign]), "--out", str(tmp_path / "out")]) == 1
    said = capsys.readouterr().out
    assert [said.count(word) for word in ("Taget med", "Allerede med", "Ikke med")] == [4, 1, 1]
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


MARKS = {
    "another's": '{"name": "et andet program"}', "empty": "{}", "no JSON": "made_by senior-desktop demo", "a list": "[1]", "bytes": "\x00",
}


@pytest.mark.parametrize("mark", MARKS.values(), ids=MARKS.keys())
def test_a_file_called_demo_json_makes_no_folder_ours(tmp_path: Path, mark: str, capsys: pytest.CaptureFixture[str]) -> None:
    """Only the demo's own words in it do."""
    (tmp_path / "demo.json").write_text(mark, encoding="utf-8")
    (tmp_path / "vault").mkdir()
    (tmp_path / "vault" / "brev.txt").write_text("mit", encoding="utf-8")
    assert demo.run(tmp_path) == 1
    assert (tmp_path / "demo.json").read_text(encoding="utf-8") == mark
    assert (tmp_path / "vault" / "brev.txt").read_text(encoding="utf-8") == "mit"
    assert "--out" in capsys.readouterr().err


def earlier(folder: Path, files: list[str], listed: list[str] | None) -> Path:
    """A folder with the demo's mark and `files`; `listed` is what its manifest names, None after an interrupted run."""
    for name in files:
        paths.write(folder / name, b"x")
    mark = {"made_by": demo.MADE_BY} | ({} if listed is None else {"files": listed})
    return paths.write(folder / demo.MARK, json.dumps(mark).encode()).parent


@pytest.mark.parametrize(
    ("files", "listed"),
    [
        (["papers/a.pdf", "brev.txt"], ["papers/a.pdf"]),
        (["papers/a.pdf", "papers/brev.pdf"], ["papers/a.pdf"]),  # put there by somebody after the run
        (["vault/vault.db", "brev.txt"], None),
        (["vault/vault.db", "breve/brev.txt"], None),
        (["vault"], None),  # a file where the folder would be
    ],
)
def test_a_demo_folder_with_anything_else_in_it_is_left_alone(
    tmp_path: Path, files: list[str], listed: list[str] | None, capsys: pytest.CaptureFixture[str]
) -> None:
    """1, and every file is there still."""
    folder = earlier(tmp_path / "demo", files, listed)
    before = {file: file.read_bytes() for file in folder.rglob("*") if file.is_file()}
    assert demo.run(folder) == 1
    assert {file: file.read_bytes() for file in folder.rglob("*") if file.is_file()} == before
    assert "--out" in capsys.readouterr().err


@pytest.mark.skipif(sys.platform == "win32", reason="a link needs a right of its own there")
def test_a_link_in_a_demo_folder_is_not_followed(tmp_path: Path) -> None:
    """What it leads to may be somebody's."""
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine" / "brev.txt").write_text("mit", encoding="utf-8")
    folder = earlier(tmp_path / "demo", ["vault/vault.db"], None)
    (folder / "papers").symlink_to(tmp_path / "mine")
    assert demo.run(folder) == 1
    assert (tmp_path / "mine" / "brev.txt").exists() and (folder / "vault" / "vault.db").exists()


@pytest.mark.parametrize(
    ("files", "listed"),
    [
        ([], None),
        (["vault/vault.db", "papers/a.pdf", "hr/x/y.csv", "screens/1.png"], None),
        (["papers/a.pdf", "vault/vault.db", "vault/settings.json"], ["papers/a.pdf", "vault/vault.db"]),  # the app was opened on it
    ],
)
def test_an_earlier_demo_is_replaced_and_so_is_an_interrupted_one(
    tmp_path: Path, files: list[str], listed: list[str] | None, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The mark stands there before anything else is made, so a run that breaks can be run again."""
    folder = earlier(tmp_path / "demo", files, listed)
    found: list[list[str]] = []

    def interrupted(made: demo.Demo) -> None:
        found.append(sorted(one.relative_to(folder).as_posix() for one in folder.rglob("*")))
        paths.write(folder / "papers" / "half.pdf", b"x")
        raise KeyboardInterrupt

    monkeypatch.setattr(demo.Demo, "run", interrupted)
    for _ in range(2):
        with pytest.raises(KeyboardInterrupt):
            demo.run(folder)
    assert found == [["demo.json"], ["demo.json"]]
    assert json.loads((folder / "demo.json").read_text(encoding="utf-8")) == {"made_by": "senior-desktop demo"}


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


def test_two_municipalities_totals_make_the_report_of_both(
    batches: list[Path], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """check, pool twice, merge, report: the talks of all files, without a vault; the totals name no file and no leader."""
    assert cli.main(["hr", "check", *map(str, batches)]) == 0
    half = len(batches) // 2
    for name, files in (("Aarhus", batches[:half]), ("Ærø", batches[half:])):
        assert cli.main(["hr", "pool", *map(str, files), "--out", str(tmp_path / f"{name}.csv"), "--organisation", name]) == 0
    both = tmp_path / "begge.csv"
    command = ["hr", "merge", str(tmp_path / "Aarhus.csv"), str(tmp_path / "Ærø.csv"), "--organisation", "Danmark", "--out", str(both)]
    assert cli.main(command) == 0
    assert cli.main(command) == 1 and both.read_bytes().count(b"Danmark") > 30  # never over an older file
    capsys.readouterr()
    assert cli.main(["hr", "report", str(both), "--out", str(tmp_path)]) == 0
    together = story.pool_files([both])
    assert story.figures(together).rows == story.figures(story.pool_files(batches)).rows
    assert cli.main(["hr", "pool", *map(str, batches), "--out", str(tmp_path / "x.csv"), "--organisation", "=A1"]) == 1
    assert not (tmp_path / "x.csv").exists()


def test_a_folder_is_read_as_its_files_and_one_half_year_or_area_may_be_chosen(
    batches: list[Path], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = batches[0].parent
    assert cli.main(["hr", "check", str(folder)]) == 0
    assert capsys.readouterr().out.count("Taget med") == len(batches)
    whole = story.pool_files([folder])
    (period, *_), (area, *_) = story.parts(whole)
    out = tmp_path / "out"
    assert cli.main(["hr", "report", str(folder), "--out", str(out), "--period", period, "--area", area]) == 0
    said = attached.data(next(out.glob("*.pdf")).read_bytes())
    assert (said["periods"], said["areas"]) == ([period], [area])
    with pytest.raises(SystemExit):
        cli.main(["hr", "report", str(folder), "--out", str(out), "--period", "2026H3"])
    (tmp_path / "empty").mkdir()
    assert cli.main(["hr", "check", str(tmp_path / "empty")]) == 3


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="a pipe with a name is a matter of Unix")
def test_a_pipe_among_the_files_is_not_waited_for(batches: list[Path], tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    pipe = tmp_path / "pipe.csv"
    os.mkfifo(pipe)
    assert cli.main(["hr", "check", str(batches[0]), str(pipe)]) == 1
    assert [line.split("  ")[1] for line in capsys.readouterr().out.splitlines()] == ["Taget med", "Ikke med"]
    assert [one.outcome for one in story.pool_files([batches[0], pipe]).read] == ["accepted", "refused"]


def test_the_same_totals_again_are_told_and_count_once(batches: list[Path], tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    own = tmp_path / "summer.csv"
    assert cli.main(["hr", "pool", *map(str, batches), "--out", str(own), "--organisation", "Aarhus"]) == 0
    copy = tmp_path / "kopi.csv"
    copy.write_bytes(own.read_bytes())
    capsys.readouterr()
    assert cli.main(["hr", "check", str(own), str(copy)]) == 1
    assert "Allerede med    kopi.csv" in capsys.readouterr().out
    assert story.figures(story.pool_files([own, copy])).rows == story.figures(story.pool_files([own])).rows
