# SPDX-License-Identifier: EUPL-1.2
"""What the figures say in sentences: each with its uncertainty, no order that may be chance, and honest about what is not counted."""

import random
import re

import pytest

from senior_desktop.hr.batch import Batch, Row, make_batch, sealed
from senior_desktop.hr.charts import charts
from senior_desktop.hr.chosen import SETS, skema_of
from senior_desktop.hr.figures import figures
from senior_desktop.hr.findings import findings, kept
from senior_desktop.hr.indicators import Kind
from senior_desktop.hr.pool import Pool
from senior_desktop.hr.report import report
from senior_desktop.paper.document import Chart, Heading, PageBreak, Paragraph, Table
from senior_desktop.paper.drawing import chart_svg
from senior_desktop.paper.labels import words

DA = words("da")
SEN1 = SETS["sen1-e1"]


def steady(counts, batches=40, n=10, skema="sen1-e1", area="O1", base=0):
    """A pool of batches that hardly differ; counts: of 10 talks, by question and answer."""
    asked, pool = SETS[skema], Pool(SETS)
    for number in range(batches):
        rows = tuple(Row(*at, counts.get(at, 0) * n // 10 + (number % 3 - 1) * (at[1] % 2)) for at in asked.rows)
        pool.add(sealed(Batch(skema, f"b{base + number:032x}", "2026H2", area, n, rows), None))
    return pool


def said(counts, **more):
    return findings(figures(steady(counts, **more)), DA, "da")


LISTS = {("c92", 2): 6, ("c92", 5): 2, ("c92", 0): 2, ("d01", 0): 5, ("d01", 1): 5, ("d03", 0): 6, ("d03", 2): 4}


def test_a_wish_that_was_not_possible_is_told_with_its_most_frequent_reason():
    found = said(LISTS)
    (often,) = [line for line in found if "var mindst ét ønske ikke muligt nu" in line]
    share, low, high = map(int, re.findall(r"\d+", often)[:3])
    assert low <= share <= high and abs(share - 40) <= 3
    (reason,) = [line for line in found if line.startswith("Hovedårsag")]
    assert "oftest \"Drift og vagtplan\"" in reason and re.search(r"\d+ % \(mellem \d+ og \d+ %\)", reason)


def test_what_was_named_most_is_named_alone_only_when_it_stands_clear():
    (line,) = [line for line in said(LISTS) if line.startswith("Det vigtigste for fortsat")]
    assert "oftest \"Fleksibilitet\"" in line and "Anerkendelse" not in line and "Intet særligt" not in line
    (close,) = [line for line in said(LISTS | {("c92", 5): 6, ("c92", 0): -2}) if line.startswith("Det vigtigste for fortsat")]
    assert "Fleksibilitet" in close and "Anerkendelse" in close and "rækkefølgen kan være tilfældig" in close


def test_where_many_answers_lie_together_none_is_put_first():
    even = {("c92", code): 2 for code in range(5)} | {("d03", 0): 10}
    assert not [line for line in said(even) if line.startswith(("Det vigtigste for", "Hovedårsag"))]


def test_every_sentence_about_a_share_carries_its_interval():
    for line in said(LISTS | {("g3", 1): 4, ("g1", 1): 5}):
        assert re.search(r"mellem \d+ og \d+ %", line), line


def test_too_few_say_nothing():
    assert said(LISTS, batches=2) == () == said(LISTS, batches=3, n=6)


@pytest.mark.parametrize("seed", range(3))
def test_from_talks_to_sentences_the_truth_lies_within_what_is_told(seed):
    """120 leaders; of their talks 48 % wish to stay, 30 % had a wish that was not possible."""
    chance, pool, yes, obstacles, talks = random.Random(seed), Pool(SETS), 0, 0, 0
    for _ in range(120):
        held = [
            (chance.randbytes(32), {one.id: int(chance.random() < 0.48) if one.kind is Kind.YES_NO else chance.choice(one.codes) for one in SEN1.about_talks}
             | {"d03": chance.choices((0, 2, 4), (70, 25, 5))[0]})
            for _ in range(chance.randint(5, 12))
        ]  # fmt: skip
        talks += len(held)
        yes += sum(codes["g3"] for _, codes in held)
        obstacles += sum(codes["d03"] != 0 for _, codes in held)
        pool.add(make_batch(held, [], "2026H2", "O1", SEN1, None))
    found = findings(figures(pool), DA, "da")
    for start, true in (("Samtalen har givet lyst", yes / talks), ("I ", obstacles / talks)):
        low, high = re.search(r"mellem (\d+) og (\d+) %", next(line for line in found if line.startswith(start))).groups()
        assert int(low) - 3 <= 100 * true <= int(high) + 3  # one in twenty lies just outside; far outside none


# Kept or not ----------------------------------------------------------------------------------------------------------


def test_agreements_and_follow_up_kept_are_told_when_hr_has_chosen_to_ask():
    skema = skema_of(["f1", "f2", "g3"], "e1")
    told = kept(figures(steady({("f1", 1): 6, ("f2", 1): 7}, skema=skema)), DA, "da")
    assert re.match(r"Alt, hvad lederen eller HR lovede sidst, er gennemført: \d+ % \(mellem", told[0])
    assert re.match(r"Opfølgningen blev holdt sidst: \d+ % \(mellem", told[1]) and "mindstetal" in told[2]
    few = kept(figures(steady({("f1", 1): 6}, skema=skema, batches=3, n=7)), DA, "da")
    assert "for få samtaler til at sige noget sikkert" in few[1] or "mellem" in few[1]


def test_when_nobody_asked_the_report_says_so_and_how_to_ask():
    document = document_of(steady(LISTS))
    at = [getattr(block, "text", "") for block in document.blocks].index("Er aftaler og opfølgning blevet holdt?")
    assert "ikke talt" in document.blocks[at + 1].text and "HR kan vælge" in document.blocks[at + 1].text


# The report's other parts ---------------------------------------------------------------------------------------------


def document_of(pool, by_area=None):
    return report(figures(pool), DA, "da", "Prøve Kommune", "2026-11-18T10:42:00+01:00", "HR-2026-1118", by_area=by_area)


def test_areas_stand_beside_each_other_and_small_ones_are_named_without_a_figure():
    pools = {"O1": steady({("g3", 1): 4}), "O2": steady({("g3", 1): 6}, area="O2", base=99), "O7": steady({}, area="O7", batches=2, base=999)}
    whole = pools["O1"].merge(pools["O2"]).merge(pools["O7"])
    document = document_of(whole, {area: figures(whole, area=area) for area in pools})
    (table,) = [block for block in document.blocks if isinstance(block, Table) and block.header[1] == "Område"]
    stays = [row for row in table.rows if row[0].startswith("Samtalen har givet lyst")]
    assert [row[1] for row in stays] == ["Ældre og sundhed", "Dagtilbud"] and all("mellem" in row[3] for row in table.rows)
    assert any("Kultur og fritid" in block.text for block in document.blocks if isinstance(block, Paragraph) and block.tone == "help")
    assert sum(table.widths) == pytest.approx(1)


@pytest.mark.parametrize("language", ["da", "en"])
def test_the_figure_of_others_is_a_line_in_the_chart_with_its_caveat_below(language):
    found = figures(steady({("g3", 1): 4}))
    chart = charts(found, words(language), language)[0]
    (bar,) = chart.bars
    assert bar.reference == 0.42 and "Aarhus" in bar.reference_name and "42 %" in bar.reference_name
    assert bar.reference_name in chart_svg(chart) and bar.reference_name in chart.summary
    blocks = report(found, words(language), language, "", "2026-11-18T10:42:00+01:00", "HR-1").blocks
    caveat = blocks[blocks.index(next(block for block in blocks if isinstance(block, Chart))) + 1].text
    assert {"da": "uden kontrolgruppe", "en": "without a control group"}[language] in caveat
    assert all(one.bars[0].reference is None for one in charts(found, words(language), language)[1:])


def test_the_method_and_the_guarantee_stand_on_a_page_of_their_own():
    blocks = document_of(steady(LISTS)).blocks
    (at,) = [place for place, block in enumerate(blocks) if isinstance(block, PageBreak)]
    rest = " ".join(text for block in blocks[at:] for text in (getattr(block, "text", ""), *getattr(block, "items", ())))
    for told in ("diskret Laplace", "ε er højst 1", "højst ε = 8", "t-fordelingen", "kvadratroden", "skjuler ikke"):
        assert told in rest, told
    assert [block.text for block in blocks[at:] if isinstance(block, Heading)] == ["Sådan er tallene lavet", "Helt nøjagtigt", "Det skjuler tallene ikke"]
