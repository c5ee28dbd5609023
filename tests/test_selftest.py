# SPDX-License-Identifier: EUPL-1.2
"""The self-test, run as IT runs it -> its file and its exit code; and what it says when something is wrong."""

import json
import os
import subprocess
import sys
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from senior_desktop import cli, process_age, selftest, silence
from senior_desktop.errors import VaultDamaged
from senior_desktop.selftest_story import MARKER, PLACE, Told

HOUSE = Path(__file__).parents[1]


def tried(out: Path, *words: str, before: str = "") -> tuple[int, dict[str, Any]]:
    """Exit code and JSON of a self-test in a process of its own: an audit hook stays for good. before: code run first."""
    code = f"{before}\nimport sys\nfrom senior_desktop.__main__ import main\nsys.exit(main())"
    command = [sys.executable, "-c", code, "--selftest", str(out), "--platform", "offscreen", *words]
    own = os.environ | {"PYTHONPATH": str(HOUSE)} | dict.fromkeys(("TMPDIR", "TEMP", "TMP"), str(out.parent))
    done = subprocess.run(command, env=own, cwd=out.parent, capture_output=True, timeout=120, check=False)
    return done.returncode, json.loads(out.read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, dict[str, Any]]:
    """One run from source without a console: its folder and what it found."""
    home = tmp_path_factory.mktemp("home")
    without_console = f"import os, sys; sys.stdout = sys.stderr = None; os.environ['XDG_DATA_HOME'] = {str(home / 'data')!r}"
    code, found = tried(home / "selftest.json", before=without_console)
    assert code == 0, found
    return home, found


def test_every_step_is_true_from_source(whole: tuple[Path, dict[str, Any]]) -> None:
    _, found = whole
    assert found["ok"] and tuple(found["steps"]) == selftest.STEPS
    assert all(step["ok"] and step["ms"] >= 0 for step in found["steps"].values())
    detail = {name: step["detail"] for name, step in found["steps"].items()}
    assert 0 < detail["window"]["first_paint_ms"] < 30_000 and detail["window"]["cancel"] == "Annuller"
    assert detail["build"]["platform"] == "offscreen" and detail["build"]["frozen"] is False
    assert len(detail["resources"]["template_sha256"]) == 64
    assert detail["paper"]["colours"] == ["green", "green"] and detail["paper"]["altered"] in ("red", "unreadable")
    assert (detail["hr"]["talks"], detail["hr"]["pooled_files"]) == (5, 5) and detail["hr"]["charts"]
    assert set(detail["quiet"]["events"]) <= {"socket.__new__ unix", "socket.connect unix"}, "asyncio's own pair; D-Bus"
    assert detail["quiet"]["events"]["socket.__new__ unix"], "signing wakes itself, so silence is heard and not assumed"


def test_the_key_is_made_at_its_real_cost(whole: tuple[Path, dict[str, Any]]) -> None:
    """Opening the vault takes the time that it takes a leader, which a cost for tests would not."""
    assert whole[1]["steps"]["vault"]["detail"]["open_ms"] > 50


def test_nothing_but_the_file_is_left_and_it_names_nobody(whole: tuple[Path, dict[str, Any]]) -> None:
    """No vault, log, settings or temporary folder; no name, no text and no folder in the file."""
    home, found = whole
    assert [one.name for one in home.rglob("*")] == ["selftest.json"]
    text = json.dumps(found, ensure_ascii=False)
    for said in (MARKER, PLACE.leader, PLACE.municipality, "Opdigtet", str(home), str(Path.home()), "seniorsamtale-selftest-"):
        assert said not in text


@pytest.fixture(scope="module")
def spoiled(tmp_path_factory: pytest.TempPathFactory) -> tuple[int, dict[str, Any]]:
    """A run on a platform that is not there, with a call outwards in its last step."""
    reach = (
        "import socket\nfrom senior_desktop import desk\nold = desk.network_modules\n"
        "def loud():\n    one = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)\n    one.connect(('192.0.2.7', 9))\n"
        "    one.close()\n    return old()\ndesk.network_modules = loud"
    )
    return tried(tmp_path_factory.mktemp("spoiled") / "out.json", "--platform", "nowhere", before=reach)


def test_a_false_step_is_told_and_the_others_go_on(spoiled: tuple[int, dict[str, Any]]) -> None:
    """Qt would end the process, on Windows with a dialog; so the platform is looked for first. Papers are signed all the same."""
    code, found = spoiled
    assert code == 2 and not found["ok"]
    assert found["steps"]["window"]["detail"] == {"why": "Qt has no such platform plugin here"}
    assert {name for name, step in found["steps"].items() if step["ok"]} == {"vault", "keyring", "paper", "hr"}


def test_a_call_outwards_is_heard(spoiled: tuple[int, dict[str, Any]]) -> None:
    """A real socket in the middle of the run makes the last step false, without its address."""
    _, found = spoiled
    assert found["steps"]["quiet"]["detail"] == {"why": "the network was used: socket.__new__ inet, socket.connect elsewhere"}
    assert "192.0.2.7" not in json.dumps(found)


def test_a_process_that_dies_says_in_which_step(tmp_path: Path) -> None:
    """The file lies there before a step begins, whole."""
    code, found = tried(tmp_path / "out.json", before="import os\nfrom senior_desktop import desk\ndesk.libraries = lambda: os._exit(9)")
    assert code == 9 and not found["ok"] and found["steps"]["window"]["ok"]
    assert found["steps"]["build"]["detail"] == {"why": "the program ended in this step"}
    assert found["steps"]["quiet"]["detail"] == {"why": "not reached"}


def test_a_file_that_cannot_be_written_is_wrong_usage(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Said before anything is tried: a folder in its place, or a file where its folder should be."""
    (tmp_path / "file").touch()
    for out in (tmp_path, tmp_path / "file" / "out.json"):
        assert cli.main(["--selftest", str(out)]) == 64
        assert capsys.readouterr().err
    assert [one.name for one in tmp_path.iterdir()] == ["file"]


def test_a_fault_tells_its_place_and_not_its_words(tmp_path: Path) -> None:
    """An exception's text may hold what was typed."""
    report = selftest.Report(tmp_path / "out.json")

    def broken() -> selftest.Facts:
        raise VaultDamaged(place="Kirsten")

    report.take("vault", broken)
    said = json.loads((tmp_path / "out.json").read_text(encoding="utf-8"))["steps"]["vault"]
    assert not said["ok"] and "VaultDamaged" in said["detail"]["why"] and "test_selftest.py" in said["detail"]["why"]
    assert "Kirsten" not in said["detail"]["why"] and not report.ok


def test_papers_need_a_vault(tmp_path: Path) -> None:
    with Told(tmp_path) as told, pytest.raises(selftest.Wrong, match="no vault"):
        told.hr()


@pytest.mark.parametrize(
    ("system", "events", "loud"),
    [
        ("linux", {("socket.__new__", "unix"): 2, ("socket.connect", "unix"): 1}, []),
        ("linux", {("socket.__new__", "inet"): 1}, ["socket.__new__ inet"]),
        ("linux", {("socket.connect", "itself"): 1}, ["socket.connect itself"]),
        ("linux", {("socket.getaddrinfo", "elsewhere"): 1}, ["socket.getaddrinfo elsewhere"]),
        ("win32", {("socket.__new__", "inet"): 3, ("socket.bind", "itself"): 1, ("socket.connect", "itself"): 1}, []),
        ("win32", {("socket.connect", "itself"): 1}, ["socket.connect itself"]),
        ("win32", {("socket.bind", "elsewhere"): 1}, ["socket.bind elsewhere"]),
        ("win32", {("socket.bind", "unknown"): 1}, ["socket.bind unknown"]),
        ("win32", {("socket.gethostname", "itself"): 2}, []),
        ("linux", {("socket.gethostname", "itself"): 1}, ["socket.gethostname itself"]),
    ],
)
def test_only_waking_oneself_is_quiet(system: str, events: dict[tuple[str, str], int], loud: list[str]) -> None:
    assert silence.loud(Counter(events), system) == loud


def test_a_program_without_a_console_breaks_nowhere(tmp_path: Path) -> None:
    """The frozen program on Windows has neither stdout nor stderr; every code comes out as in a shell."""
    wanted = {"--version": 0, "--help": 0, "selfcheck": 0, "no-such-command": 64, "verify no-such-file": 3}
    code = f"""
import json, sys
from senior_desktop.__main__ import main
left = {{}}
for words in {list(wanted)!r}:
    sys.argv, sys.stdout, sys.stderr = ["program", *words.split()], None, None
    try:
        left[words] = main()
    except SystemExit as ended:  # argparse leaves by itself
        left[words] = ended.code
open("left.json", "w").write(json.dumps(left))
"""
    own = os.environ | {"PYTHONPATH": str(HOUSE)}
    subprocess.run([sys.executable, "-c", code], env=own, cwd=tmp_path, timeout=60, check=True)
    assert json.loads((tmp_path / "left.json").read_text(encoding="utf-8")) == wanted


@pytest.mark.skipif(sys.platform not in ("linux", "win32"), reason="The age of a process is known for Linux and Windows only.")
def test_a_process_knows_its_age() -> None:
    """Counted from the process and not from the import: more than since its first line, whatever the computer does between the two looks."""
    code = "import time; begun = time.time()\nfrom senior_desktop import process_age as p\nlived = (time.time() - begun) * 1000; print(p.milliseconds(), lived)"
    done = subprocess.run([sys.executable, "-c", code], env=os.environ | {"PYTHONPATH": str(HOUSE)}, capture_output=True, text=True, check=True)
    age, since_first_line = map(float, done.stdout.split())
    assert since_first_line - 10 <= age < 60_000
    assert process_age.milliseconds() > 0
