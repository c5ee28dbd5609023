# SPDX-License-Identifier: EUPL-1.2
"""The program as it is now -> a folder `schema-N` with a vault in which every table has rows; kept for ever once released.

Run it before the schema is changed: `python tests/old_vaults/make.py`. It never replaces what lies there.
"""

import sys
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path[:0] = [str(HERE.parents[1]), str(HERE.parent)]

from factory import make_talk, make_workplace  # noqa: E402

from senior_desktop.conversation.conversation import Answer, Participant, with_answer  # noqa: E402
from senior_desktop.conversation.staff import Employee  # noqa: E402
from senior_desktop.vault import contributions, database, keys, received, slots, staff, store  # noqa: E402

PASSPHRASE = "gammel hest batteri hæfteklamme"
GROUPS = "groups.txt"
MADE = datetime(2026, 11, 23, 9, 5, tzinfo=UTC)
FIRST, SECOND, COUNTED = "0" * 31 + "1", "0" * 31 + "2", "0" * 31 + "3"
"""The ids of the three talks."""


def fill(vault: store.Vault) -> None:
    """Three people: one whose talk has papers and earlier texts, one whose codes wait, one who is counted already."""
    vault.put_workplace(make_workplace())
    for number, name in ((FIRST, "Kirsten Ærø Møller"), (SECOND, "Bo Åkjær"), (COUNTED, "Anna Ødegård")):
        talk = make_talk({"a01": name, "c12": f"{name} vil gerne have faste dage"}, id=number, person=f"p{number}", notes={"t1": "husk vagtplanen"})
        vault.add_person(Participant(talk.person, name))
        vault.add(talk)
        if number != FIRST:
            contributions.wait(vault, number, talk.person, "sen1-e1", {"g1": 3, "g3": 1}, bytes(range(32)), "2026-11-20")
    vault.change(FIRST, lambda talk: with_answer(talk, "c12", Answer("noget helt andet")))
    vault.change(FIRST, lambda talk: replace(talk, position="sign"), {"conversation": b"%PDF-1.7 in place of a paper"})
    contributions.seal(vault, [COUNTED], lambda waiting: ("b1", f"{len(waiting)} talk".encode()), "2026H2")
    staff.keep(vault, [Employee("e" * 32, "Ib Sø", True, "Pædagog", 2, "32")])
    received.keep(vault, [("aflevering.csv", b"a file from a leader")])
    vault.put_secret("leader", b"in place of a key file")


def main() -> None:
    """One folder; nothing is done where it lies already."""
    folder = HERE / f"schema-{database.SCHEMA}"
    vault, groups = store.create(folder, PASSPHRASE, cost=keys.FLOOR, clock=lambda: MADE)
    with vault:
        fill(vault)
    (folder / GROUPS).write_text("\n".join(groups) + "\n", encoding="ascii")
    (folder / database.LOCK_FILE).unlink()
    assert {one.name for one in folder.iterdir()} == {slots.FILE, database.FILE, GROUPS}
    print(folder, date.today())


if __name__ == "__main__":
    main()
