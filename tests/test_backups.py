# SPDX-License-Identifier: EUPL-1.2
"""A copy a day, seven days and four weeks; what is erased leaves them at once; a shell makes, looks at and restores one."""

import io
import os
from datetime import date, timedelta

import pytest
from factory import PASSPHRASE, keep, make_talk, make_vault
from hypothesis import given
from hypothesis import strategies as some

from senior_desktop import backups, cli, desk
from senior_desktop.conversation.conversation import Stage
from senior_desktop.vault import store


@pytest.fixture
def vault(tmp_path, clock):
    with make_vault(tmp_path / "data", clock) as one:
        yield one


def test_opening_makes_one_copy_a_day(vault):
    desk.copy_of_today(vault)
    desk.copy_of_today(vault)
    assert backups.copies(vault) == (vault.now().date(),)
    looked = backups.look_at(vault.folder / "backups" / f"{vault.now().date()}.seniorbackup", PASSPHRASE, vault.folder)
    assert looked.rows["talks"] == 0


@given(some.sets(some.integers(0, 80), max_size=60))
def test_the_newest_week_and_four_weeks_are_kept_and_nothing_old(ages):
    today = date(2026, 11, 24)
    days = [today - timedelta(days=age) for age in ages]
    kept = backups.to_keep(days, today)
    fresh = sorted((day for day in days if (today - day).days <= 35), reverse=True)
    assert set(fresh[:7]) <= kept <= set(fresh) and len(kept) <= 11
    newest = {}
    for day in fresh:
        newest.setdefault(day.isocalendar()[:2], day)
    assert set(list(newest.values())[:4]) <= kept


def test_used_every_day_for_two_months_there_are_ten_or_eleven(tmp_path, clock):
    kept = set()
    for age in range(60, -1, -1):
        day = date(2026, 11, 24) - timedelta(days=age)
        kept = backups.to_keep([*kept, day], day)
    assert 8 <= len(kept) <= 11 and min(kept) >= date(2026, 11, 24) - timedelta(days=35)


def test_what_is_erased_is_in_no_daily_copy_any_more(vault, tmp_path):
    talk = keep(vault, make_talk({"c12": "kaffe"}))
    desk.copy_of_today(vault)
    file = vault.folder / "backups" / f"{vault.now().date()}.seniorbackup"
    old = vault.folder / "backups" / "2026-11-01.seniorbackup"
    old.write_bytes(file.read_bytes())
    own = vault.folder / "backups" / "min egen.seniorbackup"
    own.write_bytes(b"the user's")
    desk.erase(vault, talk)
    assert backups.look_at(file, PASSPHRASE, tmp_path).rows["talks"] == 0
    assert not old.exists() and own.read_bytes() == b"the user's"


def test_a_shell_saves_looks_at_and_restores_without_a_secret_as_argument(tmp_path, clock, monkeypatch, capsys):
    with make_vault(tmp_path / "data", clock) as vault:
        talk = keep(vault, make_talk({"c12": "kaffe"}, stage=Stage.TALKING))
    file, new = tmp_path / "kopi.seniorbackup", "en helt ny og lang sætning"
    command = ["--data-dir", str(tmp_path / "data"), "backup"]
    say(monkeypatch, PASSPHRASE)
    assert cli.main([*command, "create", str(file)]) == 0
    say(monkeypatch, "noget forkert og langt")
    assert cli.main([*command, "verify", str(file)]) == 1 and "passer ikke" in capsys.readouterr().err
    say(monkeypatch, PASSPHRASE)
    assert cli.main([*command, "verify", str(file)]) == 0 and "1 samtaler" in capsys.readouterr().out
    say(monkeypatch, PASSPHRASE, new)
    assert cli.main(["--data-dir", str(tmp_path / "other"), "backup", "restore", str(file)]) == 0
    told = capsys.readouterr().out
    with store.open_with_passphrase(tmp_path / "other", new, clock=clock) as again:
        assert again.get(talk.id).text("c12") == "kaffe"
    sheet = "".join(line.split()[-1] for line in told.splitlines() if line.startswith("  "))
    with desk.unlock_with_sheet(tmp_path / "other", sheet, None) as by_sheet:
        assert by_sheet.get(talk.id).text("c12") == "kaffe"
    file.write_bytes(b"rubbish")
    say(monkeypatch, PASSPHRASE)
    assert cli.main([*command, "verify", str(file)]) == 1 and "ikke en sikkerhedskopi" in capsys.readouterr().err


def say(monkeypatch, *lines):
    monkeypatch.setattr("sys.stdin", io.StringIO("".join(f"{line}\n" for line in lines)))


def test_what_a_restore_put_aside_goes_after_35_days(vault):
    """What was erased since is still in it."""
    for name, days in (("1", 36), ("2", 34)):
        folder = vault.folder / "aside" / name
        folder.mkdir(parents=True)
        (folder / "vault.db").write_bytes(b"an old vault")
        then = (vault.now() - timedelta(days=days)).timestamp()
        os.utime(folder, (then, then))
    desk.copy_of_today(vault)
    assert [one.name for one in (vault.folder / "aside").iterdir()] == ["2"]
