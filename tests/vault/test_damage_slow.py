# SPDX-License-Identifier: EUPL-1.2
"""Every flipped bit, swapped page, cut or foreign file is noticed when the vault is looked at; the key file's too."""

import random

import pytest
from vault.saving import opened, ready

from senior_desktop.errors import SeniorError, VaultDamaged, VaultNewer
from senior_desktop.vault import database, keys, slots

PAGE = 4096
FLIPS = 200
SALT_BITS = 128

pytestmark = pytest.mark.slow


@pytest.fixture
def closed(tmp_path, clock):
    """The folder of a vault that is shut, and the key of its database."""
    secret = ready(tmp_path / "data", clock)
    with opened(tmp_path / "data", secret) as vault:
        key = keys.derive(vault._master.vault_key, "db")
    return tmp_path / "data", key


def noticed(folder, key, content):
    """Whether a vault of those bytes is refused."""
    file = folder / database.FILE
    file.write_bytes(content)
    for ending in ("-wal", "-shm"):
        (folder / f"{database.FILE}{ending}").unlink(missing_ok=True)
    try:
        engine = database.open_engine(file, key)
        try:
            database.check_whole(engine)
        finally:
            engine.dispose()
    except VaultDamaged:
        return True
    return False


def test_flipped_bits_swapped_pages_cuts_and_foreign_files_are_noticed(closed):
    folder, key = closed
    whole = (folder / database.FILE).read_bytes()
    pages, chance = len(whole) // PAGE, random.Random(20261128)
    cases = {f"bit {bit}": flipped(whole, bit) for bit in chance.sample(range(8 * len(whole)), FLIPS)}
    cases |= {f"salt bit {bit}": flipped(whole, bit) for bit in range(SALT_BITS)}
    for at in range(1, pages):
        other = chance.choice([one for one in range(pages) if one != at])
        cases[f"page {at} and {other}"] = swapped(whole, at, other)
        cases[f"cut to {at} pages"] = whole[: at * PAGE]
    cases |= {"cut in a page": whole[:-100], "a byte more": whole + b"x", "nothing": b"", "zeros": bytes(len(whole)), "text": b"x" * len(whole)}
    cases |= {"plain SQLite": b"SQLite format 3\0" + whole[16:], "another's": bytes(chance.randbytes(len(whole)))}
    missed = [name for name, content in cases.items() if not noticed(folder, key, content)]
    print(f"{len(cases)} damaged files, {len(missed)} missed")
    assert missed == []
    assert not noticed(folder, key, whole)


def test_every_flipped_bit_of_the_key_file_is_noticed(closed):
    """Those in a name or an unused bit of a base64 letter too."""
    folder, _ = closed
    file = folder / slots.FILE
    whole = file.read_bytes()
    for bit in range(8 * len(whole)):
        file.write_bytes(flipped(whole, bit))
        with pytest.raises((VaultDamaged, VaultNewer)):
            slots.read(folder)
    print(f"{8 * len(whole)} flipped bits of the key file, none unnoticed")
    file.write_bytes(whole)
    slots.read(folder)


def test_ten_thousand_wrong_sheets_write_nothing(closed):
    folder, _ = closed
    before, chance = {one.name: one.read_bytes() for one in folder.iterdir()}, random.Random(7)
    found = slots.read(folder)
    for _ in range(10_000):
        with pytest.raises(SeniorError):
            slots.by_recovery(found, slots.recovery_groups(chance.randbytes(16)))
    assert {one.name: one.read_bytes() for one in folder.iterdir()} == before


def flipped(whole, bit):
    """`whole` with one bit the other way."""
    at = bit // 8
    return whole[:at] + bytes([whole[at] ^ 1 << bit % 8]) + whole[at + 1 :]


def swapped(whole, one, other):
    """`whole` with two pages in each other's place."""
    pages = [whole[at : at + PAGE] for at in range(0, len(whole), PAGE)]
    pages[one], pages[other] = pages[other], pages[one]
    return b"".join(pages)
