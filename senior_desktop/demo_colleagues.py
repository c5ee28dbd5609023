# SPDX-License-Identifier: EUPL-1.2
"""Nobody -> four sealed batches of invented colleagues, by the same code that counts real talks.

HR shows nothing under 20 people and 3 batches, so the demo needs other leaders. Their talks are drawn
at random from plain shares; file names say that they are invented.
"""

import random
from datetime import date

from senior_desktop.conversation import template as templates
from senior_desktop.conversation.agreements import AGREED, NOT_NOW, Agreement
from senior_desktop.conversation.conversation import Answer, Conversation, Stage, new_id, new_number
from senior_desktop.hr import batch, csv_file, indicators

LEADERS = ((14, "O1"), (11, "O2"), (15, "O6"), (9, "O8"))
"""Talks and area of each invented leader."""

SKEMA = "sen1-e1"


def batches(today: date) -> list[tuple[str, bytes]]:
    """(file name, bytes) of each invented leader's batch; the noise is drawn as for real ones."""
    chance = random.SystemRandom()
    asked = indicators.shipped()[SKEMA]
    made = []
    for talks, area in LEADERS:
        waiting = [(chance.randbytes(32), indicators.codes(_talk(chance, today), asked)) for _ in range(talks)]
        offers = [(chance.randbytes(32), chance.choice((1, 3, 3, 4))) for _ in range(talks // 4)]
        sealed = batch.make_batch(waiting, offers, batch.half_year(today), area, asked, None)
        made.append((f"invented-{csv_file.file_name(sealed)}", csv_file.to_bytes(sealed)))
    return made


def _talk(chance: random.Random, today: date) -> Conversation:
    """A talk with nobody, held and evaluated."""
    pinned = templates.shipped()
    rows = []
    if chance.random() < 0.8:
        rows.append(Agreement(new_id(), chance.choice(("A1", "B1", "B2", "C1", "D1", "E1", "F1", "G1", "J2", "K")), "", AGREED))
    if chance.random() < 0.3:
        rows.append(Agreement(new_id(), "B1", "", NOT_NOW, why_not=chance.choice((1, 2, 2, 4, 5))))
    said = {
        "c11": chance.choices((1, 2, 3, 4), (1, 3, 8, 8))[0], "g1": chance.choices((1, 2, 3, 4), (1, 2, 7, 10))[0],
        "g2": chance.choices((2, 3, 4), (2, 6, 12))[0], "g3": chance.choices((1, 2, 3, 4), (8, 3, 5, 4))[0],
    }
    answers = {key: Answer(value) for key, value in said.items()}
    answers["c92"] = Answer((chance.randrange(1, 9),))
    stamp = today.isoformat()
    return Conversation(
        new_id(), new_id(), new_number(today.year), pinned.name, pinned.digest, stamp, stamp,
        stage=Stage.SIGNED, answers=answers, agreements=tuple(rows),
    )
