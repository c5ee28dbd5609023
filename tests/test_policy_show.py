# SPDX-License-Identifier: EUPL-1.2
"""`policy show`: what is in force, where it comes from and what fell; readable without a console."""

import json
import os
from pathlib import Path
from typing import Any

import pytest

from senior_desktop import cli, desk, paths, policy, policy_sources
from senior_desktop.policy import RULES


@pytest.fixture
def it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Any:
    """Lays a policy.json where the program looks for it, as IT would."""
    file = tmp_path / "etc" / "policy.json"
    file.parent.mkdir()
    monkeypatch.setattr(policy_sources, "file", lambda: file)
    monkeypatch.setattr(policy_sources, "writable", lambda _: False)

    def lay(content: Any) -> Path:
        file.write_text(content if isinstance(content, str) else json.dumps(content), encoding="utf-8")
        return file

    return lay


def test_without_policies_that_is_said(it: Any, capsys: pytest.CaptureFixture[str]) -> None:
    """0; with --effective every name all the same."""
    assert cli.main(["policy", "show"]) == 0
    assert capsys.readouterr().out == "Der er ikke sat nogen politikker.\n"
    assert cli.main(["policy", "show", "--effective", "--source"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert [line.split()[0] for line in lines] == list(RULES)
    assert all("standard" in line for line in lines)


def test_what_is_set_is_shown_with_its_source_and_what_fell(it: Any, capsys: pytest.CaptureFixture[str]) -> None:
    """1, since there is something to look at: an invalid value and a name that nobody knows."""
    it({"MinBatch": 8, "KeyMode": "loose", "MinBatches": 9})
    assert cli.main(["policy", "show", "--source"]) == 1
    lines = capsys.readouterr().out.splitlines()
    assert [line.split() for line in lines[:2]] == [["KeyMode", "strict", "policy.json"], ["MinBatch", "8", "policy.json"]]
    assert lines[2].startswith("! Værdien for KeyMode er ugyldig") and lines[2].endswith("strict.")
    assert "MinBatches" in lines[3] and len(lines) == 4
    assert cli.main(["policy", "show"]) == 1
    assert "policy.json" not in capsys.readouterr().out.splitlines()[0]


def test_a_file_the_user_can_write_is_told_of(it: Any, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    """Ignored, never silently; in the chosen language."""
    it({"MinBatch": 8})
    monkeypatch.setattr(policy_sources, "writable", lambda _: True)
    assert cli.main(["--language", "en", "policy", "show"]) == 1
    assert capsys.readouterr().out.splitlines() == [
        "No policies are set.", "! policy.json does not count: whoever runs this command can write the file or its folder.",
    ]


def test_a_damaged_file_is_told_of(it: Any, capsys: pytest.CaptureFixture[str]) -> None:
    """Every name has fallen, and the reason stands there."""
    it("{")
    assert cli.main(["policy", "show", "--effective"]) == 1
    said = capsys.readouterr().out
    assert "Kilden kan ikke læses (policy.json)" in said and said.count("er ugyldig") == len(RULES)


def test_json_for_machines_and_a_file_where_there_is_no_console(
    it: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A windowed program has no stdout: `--out` is then how it is read, and a later run replaces it."""
    it({"MinBatch": 8, "AllowPortable": True})
    monkeypatch.setattr("sys.stdout", None)
    out = tmp_path / "told" / "policy.txt"
    assert cli.main(["policy", "show"]) == 1
    for _ in range(2):
        assert cli.main(["policy", "show", "--json", "--out", str(out)]) == 1
    told = json.loads(out.read_text(encoding="utf-8"))
    assert told["policies"].keys() == RULES.keys()
    assert told["policies"]["MinBatch"] == {"value": 8, "source": "file", "fell": False, "since": "0.1"}
    assert told["policies"]["AllowPortable"] == {"value": 0, "source": "file", "fell": True, "since": "0.1"}
    assert told["policies"]["OrganisationLogo"]["since"] == "0.1" and told["policies"]["TemplateTrustKeys"]["value"] == []


def test_the_users_own_language_stands_between_it_and_the_default(it: Any, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Named as the user's choice, until IT decides."""
    desk.keep_settings(tmp_path, desk.Settings("en"))
    command = ["--data-dir", str(tmp_path), "policy", "show", "--effective", "--source"]
    assert cli.main(command) == 0
    assert "en                        brugerens valg" in capsys.readouterr().out
    it({"Language": "da"})
    assert cli.main(command) == 0
    (language,) = (line for line in capsys.readouterr().out.splitlines() if line.startswith("Language"))
    assert "brugerens valg" not in language


def test_a_home_that_cannot_be_read_does_not_hide_what_it_fixed(
    it: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """IT may ask for somebody else: then without that user's own choices."""
    it({"MinBatch": 8})
    too_long = tmp_path / ("x" * 300)  # root may read any folder; this name nobody can
    with pytest.raises(OSError):
        paths.is_file(too_long / desk.SETTINGS)
    assert cli.main(["--data-dir", str(too_long), "policy", "show"]) == 0
    assert capsys.readouterr().out.split() == ["MinBatch", "8"]
    monkeypatch.setattr(Path, "home", lambda: (_ for _ in ()).throw(RuntimeError()))
    monkeypatch.delenv("XDG_DATA_HOME", raising=False)
    assert cli.main(["policy", "show"]) == 0


def test_a_language_that_it_has_fixed_is_not_kept_as_the_users(tmp_path: Path) -> None:
    """When IT lets go, the user's own is there again."""
    rules = policy.Policy({"machine": {"Language": "da"}})
    desk.keep_settings(tmp_path, desk.Settings("en"))
    seen = desk.seen(desk.settings(tmp_path), rules)
    assert seen.language == "da"
    desk.keep_settings(tmp_path, desk.Settings(seen.language, 20), rules)
    assert desk.settings(tmp_path) == desk.Settings("en", 20)


@pytest.mark.parametrize(("rows", "code"), [({}, 0), ({"ReportMinPeople": 1000, "OrganisationName": "Eksempel Kommune"}, 0)])
def test_the_reports_limits_hold_in_the_shell_too(
    it: Any, rows: dict[str, Any], code: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What IT has raised cannot be gone round by a command, and the report bears IT's name."""
    from senior_desktop import demo_colleagues, paths, story

    asked: list[Any] = []
    whole = story.report_files
    monkeypatch.setattr(story, "report_files", lambda pooled, name, *rest: (asked.append((pooled.floors, name)), whole(pooled, name, *rest))[1])
    it(rows)
    from datetime import date

    files = [paths.write(tmp_path / name, content) for name, content in demo_colleagues.batches(date(2026, 11, 23))]
    assert cli.main(["hr", "report", *map(str, files), "--out", str(tmp_path / "out")]) == code
    assert asked == [((rows.get("ReportMinPeople", 20), 3), rows.get("OrganisationName", ""))]


def test_qt_is_not_loaded(tmp_path: Path) -> None:
    """IT runs it where there is no screen."""
    import subprocess
    import sys

    code = "import sys\nfrom senior_desktop.cli import main\nmain(['policy', 'show'])\nassert not [one for one in sys.modules if one.startswith('PySide6')]"
    subprocess.run([sys.executable, "-c", code], check=True, timeout=60, env={**os.environ})


@pytest.mark.parametrize(("rows", "attached"), [({}, True), ({"AttachData": 1}, True), ({"AttachData": 0}, False), ({"AttachData": "ja"}, False)])
def test_a_signed_paper_carries_its_data_only_where_it_leaves_that(
    it: Any, rows: dict[str, Any], attached: bool, tmp_path: Path, clock: Any
) -> None:
    """The leader's own laptop checks either kind and finds it whole."""
    import pikepdf
    from factory import keep, make_talk, make_vault

    from senior_desktop import story
    from senior_desktop.conversation.conversation import Stage

    it(rows)
    with make_vault(tmp_path / "data", clock) as vault:
        talk = keep(vault, make_talk(stage=Stage.REVIEW))
        for party, who in ((story.LEADER, "a08"), (story.EMPLOYEE, "a01")):
            talk = story.sign(vault, talk, party, story.typed(talk.text(who)))
        story.hand_over(vault, talk, tmp_path / "papers")
    for file in (tmp_path / "papers").iterdir():
        with pikepdf.open(file) as opened:
            assert bool(opened.attachments) is attached
        assert desk.check_paper(file.read_bytes(), tmp_path / "data").colour == "green"
