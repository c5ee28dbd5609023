# SPDX-License-Identifier: EUPL-1.2
"""A real file of every schema there has been opens, by passphrase and by sheet, and nothing in it is lost."""

import shutil
import sys
from pathlib import Path

import pytest

HERE = Path(__file__).resolve().parents[1] / "old_vaults"
sys.path.append(str(HERE))

import make  # noqa: E402

from senior_desktop.errors import VaultDamaged  # noqa: E402
from senior_desktop.vault import audit, backup, contributions, database, received, search, staff, store  # noqa: E402

OLD = sorted(HERE.glob("schema-*"), key=lambda folder: int(folder.name.partition("-")[2]))


@pytest.fixture
def old(tmp_path, request):
    """A copy of one of them, without what belongs to the test."""
    return shutil.copytree(request.param, tmp_path / "data", ignore=shutil.ignore_patterns(make.GROUPS))


def test_there_is_one_of_each_schema_but_the_newest():
    """Before a step is added, `old_vaults/make.py` is run: a schema without a file would be one nobody tries."""
    assert [int(folder.name.partition("-")[2]) for folder in OLD] == [*range(1, len(OLD) + 1)]
    assert len(OLD) >= database.SCHEMA - 1


@pytest.mark.parametrize("old", OLD, indirect=True, ids=lambda folder: folder.name)
def test_it_opens_with_everything_in_it(old, clock):
    with store.open_with_passphrase(old, make.PASSPHRASE, clock=clock) as vault:
        assert database.schema_of(vault.engine) == database.SCHEMA
        talk = vault.get(make.FIRST)
        assert talk.text("c12") == "noget helt andet" and talk.notes == {"t1": "husk vagtplanen"}
        assert [text for _, text in vault.versions(make.FIRST, "c12")] == ["Kirsten Ærø Møller vil gerne have faste dage"]
        assert vault.paper(make.FIRST, "conversation").pdf == b"%PDF-1.7 in place of a paper"
        assert [one.name for one in staff.employees(vault)] == ["Anna Ødegård", "Bo Åkjær", "Ib Sø", "Kirsten Ærø Møller"]
        assert [one.talk for one in contributions.waiting(vault)] == [make.SECOND]
        assert [one.content for one in contributions.sealed(vault)] == [b"1 talk"]
        assert received.files(vault) == [("aflevering.csv", b"a file from a leader")]
        assert vault.secret("leader") == b"in place of a key file" and vault.workplace().municipality == "Eksempel Kommune"
        assert audit.check(vault) and search.find(vault, "helt andet")
        vault.check_whole()


@pytest.mark.parametrize("old", OLD, ids=lambda folder: folder.name)
def test_the_sheet_of_its_day_opens_it(old, tmp_path, clock):
    folder = shutil.copytree(old, tmp_path / "data")
    with store.open_with_recovery(folder, (old / make.GROUPS).read_text().split(), clock=clock) as vault:
        assert len(vault.conversations()) == 3


@pytest.mark.parametrize("old", OLD[: database.SCHEMA - 1], indirect=True, ids=lambda folder: folder.name)
def test_a_looked_at_copy_of_the_old_one_is_made_first(old, tmp_path, clock):
    store.open_with_passphrase(old, make.PASSPHRASE, clock=clock).close()
    (copy,) = (old / backup.FOLDER).glob(f"{backup.BEFORE}*")
    again, _ = backup.restore(copy, backup.by_passphrase(make.PASSPHRASE), tmp_path / "other", make.PASSPHRASE, clock=clock)
    with again:
        assert again.get(make.FIRST).text("c12") == "noget helt andet"


@pytest.mark.parametrize("old", OLD[:1], indirect=True, ids=lambda folder: folder.name)
def test_a_step_that_loses_a_row_is_taken_back_whole(old, clock, monkeypatch):
    """A step that empties a table: the count before the commit finds it, and the file is as it was."""
    before = (old / database.FILE).read_bytes()
    real = database.counted
    lost = iter((False, True))
    monkeypatch.setattr(database, "counted", lambda driver: real(driver) | ({"talks": 2} if next(lost, False) else {}))
    with pytest.raises(VaultDamaged):
        store.open_with_passphrase(old, make.PASSPHRASE, clock=clock)
    monkeypatch.undo()
    engine = database._engine(old / database.FILE, keys_of(old))
    assert database.schema_of(engine) == 1
    engine.dispose()
    with store.open_with_passphrase(old, make.PASSPHRASE, clock=clock) as vault:
        assert len(vault.conversations()) == 3
    assert before != (old / database.FILE).read_bytes()


def keys_of(folder):
    """The key of the database in `folder`."""
    from senior_desktop.vault import keys, slots

    return keys.derive(slots.by_passphrase(slots.read(folder), make.PASSPHRASE).vault_key, "db")
