# SPDX-License-Identifier: EUPL-1.2
"""A pilot round: small ones tell of the tool alone, stories are printed when approved, and the order tells of nobody."""

import random
from datetime import datetime

import pytest

from senior_desktop.hr import indicators
from senior_desktop.hr.batch import Batch, Row, sealed
from senior_desktop.hr.figures import figures
from senior_desktop.hr.pilot import LearningSheet, Pilot, Story, kept, learning_sheet, pilot_report, read
from senior_desktop.hr.pool import Pool
from senior_desktop.paper import pdf
from senior_desktop.paper.document import Bullets, Chart, Space, Table, printed
from senior_desktop.paper.labels import words

SETS = indicators.shipped()
SEN1 = SETS["sen1-e1"]
ROUND = Pilot(
    "p1", "Dagtilbud først", "2026H2", ("O2",),
    (
        LearningSheet("Roligt tempo\n- Kortene hjalp", "En kortere invitation", 45),
        LearningSheet("Aftalen på første side", "", 60),
        LearningSheet("• Kortene hjalp", "Flere eksempler", 90),
        LearningSheet(),
    ),
    (Story("Jeg gik fra to vagter til én.\n\nDet var min idé.", approved=True), Story("Ikke læst endnu")),
)  # fmt: skip
MADE = "2026-11-24T10:00:00+01:00"


def pool_of(batches, area="O2", n=10):
    pool = Pool(SETS)
    for number in range(batches):
        rows = tuple(Row(*at, (n // 2 if at[0] == "g3" else 0) + number % 3 - 1) for at in SEN1.rows)
        pool.add(sealed(Batch("sen1-e1", f"b{number:032x}", "2026H2", area, n, rows), None))
    return pool


def report_of(pilot, batches, language="da", n=10):
    found = figures(pool_of(batches, n=n), period=pilot.period, area=pilot.areas)
    return pilot_report(pilot, found, words(language), language, "Eksempel Kommune", MADE, "PH-2026-1124")


@pytest.mark.parametrize(("batches", "n"), [(0, 10), (2, 19), (3, 6)])
def test_a_small_round_tells_of_the_tool_and_of_no_people(batches, n):
    said = report_of(ROUND, batches, n=n)
    assert not any(isinstance(block, Chart | Table) for block in said.blocks)
    assert set(said.data) == {"period", "areas"}
    assert not any(str(batches * n) in str(block) for block in said.blocks if batches)
    assert "ikke om mennesker" in str(said.blocks)


def test_a_round_that_is_large_enough_has_the_figures_too():
    said = report_of(ROUND, 6)
    assert any(isinstance(block, Chart) for block in said.blocks) and said.data["talks"] == 60


def test_only_the_round_s_own_areas_are_counted():
    pool = pool_of(6).merge(pool_of(0))
    assert figures(pool, period="2026H2", area=("O3", "O4")).people == 0
    assert figures(pool, period="2026H2", area=("O2", "O4")).people == 60


def test_a_story_is_printed_when_it_is_approved_and_else_not():
    said = str(printed(report_of(ROUND, 0)))
    assert "Jeg gik fra to vagter til én." in said and "Ikke læst endnu" not in said


def test_what_leaders_wrote_is_mixed_and_said_once():
    lists = [block.items for block in report_of(ROUND, 0).blocks if isinstance(block, Bullets)]
    assert lists[0] == ("Aftalen på første side", "Kortene hjalp", "Roligt tempo")
    mixed = list(ROUND.sheets)
    random.Random(3).shuffle(mixed)
    assert report_of(Pilot("p1", ROUND.name, ROUND.period, ROUND.areas, tuple(mixed), ROUND.stories), 0) == report_of(ROUND, 0)


def test_the_time_of_one_or_two_leaders_is_not_told():
    assert "60 minutter" in str(report_of(ROUND, 0).blocks)
    few = Pilot("p1", "x", "2026H2", (), ROUND.sheets[:2])
    assert "minutter" not in str(report_of(few, 0).blocks)


def test_what_is_kept_comes_back_with_cpr_numbers_masked():
    named = Pilot("p2", "010165-1234", "2026H2", (), (LearningSheet("010165-1234"),), (Story("010165-1234"),))
    assert read(kept((ROUND,))) == (ROUND,) and read(None) == ()
    assert "1234" not in str(kept((named,)))


@pytest.mark.parametrize("language", ["da", "en"])
def test_the_blank_sheet_has_room_for_three_answers_and_no_name(language):
    sheet = learning_sheet(ROUND, words(language), language, "Eksempel Kommune", datetime.fromisoformat(MADE).isoformat())
    assert sum(isinstance(block, Space) for block in sheet.blocks) == 3
    assert pdf.make(sheet).startswith(b"%PDF-")
