# SPDX-License-Identifier: EUPL-1.2
"""Report: what HovedMED reads; every share has its interval, nothing small is shown, nothing is ranked."""

import io
import json
import re
from dataclasses import replace

import openpyxl
import pytest

from senior_desktop.hr import indicators
from senior_desktop.hr.batch import Batch, Row, sealed
from senior_desktop.hr.charts import charts, whole_percents
from senior_desktop.hr.figures import figures
from senior_desktop.hr.pool import Pool
from senior_desktop.hr.report import guarantee, report
from senior_desktop.hr.workbook import workbook
from senior_desktop.paper.document import Bullets, Chart, Facts, Heading, Paragraph, Table
from senior_desktop.paper.labels import words

SETS = indicators.shipped()
SEN1 = SETS["sen1-e1"]
AVOIDED = re.compile(
    r"afvikling|nedtrapning|nedslidt|udfasning|sidste år|på vej ud|afvist|udeblevet|juridisk bindende|anonym|ægtefælle",
    re.IGNORECASE,
)


def figures_of(batches, n, key=b"k"):
    """Batches whose shares are steady: 40 % ja, the first answer of each list chosen by all."""
    counts = {("g3", 1): n * 4 // 10, ("g1", 1): n // 2, ("c92", 0): n, ("d01", 11): n, ("d03", 0): n, ("a11", 3): 2}
    pool = Pool(SETS)
    for number in range(batches):
        rows = tuple(Row(*at, counts.get(at, 0) + (number % 3 - 1)) for at in SEN1.rows)
        pool.add(sealed(Batch("sen1-e1", f"b{number:032x}", "2026H2", "O1", n, rows), key))
    return figures(pool)


def report_of(found, language="da"):
    return report(found, words(language), language, "Prøve Kommune", "2026-11-18T10:42:00+01:00", "SS-2026-AAAA-BBBB")


def texts(document):
    """All words of the document, in order."""
    for block in document.blocks:
        match block:
            case Heading(text) | Paragraph(text):
                yield text
            case Bullets(items):
                yield from items
            case Facts(rows):
                yield from (cell for row in rows for cell in row)
            case Table(header, rows, _, summary):
                yield from (*header, *(cell for row in rows for cell in row if cell), summary)
            case Chart(title, bars, summary):
                yield from (title, summary, *(text for bar in bars for text in (bar.label, bar.note)))


@pytest.mark.parametrize("language", ["da", "en"])
def test_every_share_stands_with_its_interval_and_every_group_has_a_chart(language):
    found = figures_of(60, 10)
    document = report_of(found, language)
    drawn = [block for block in document.blocks if isinstance(block, Chart)]
    assert drawn == list(charts(found, words(language), language)) and len(drawn) == 6
    assert sum(len(chart.bars) for chart in drawn) == 38 == sum(
        len(block.rows) for block in document.blocks if isinstance(block, Table))
    for chart in drawn:
        assert all(bar.low <= bar.share <= bar.high and re.fullmatch(r"\d+–\d+ %", bar.note) for bar in chart.bars)
        assert all(bar.label in chart.summary for bar in chart.bars)
    in_words = {"da": r"mellem \d+ og \d+ %", "en": r"between \d+ and \d+ %"}[language]
    for table in (block for block in document.blocks if isinstance(block, Table)):
        assert all(re.fullmatch(r"\d+ %", row[1]) and re.fullmatch(in_words, row[2]) for row in table.rows)
        assert sum(table.widths) == pytest.approx(1)


def test_the_interval_is_printed_in_plain_words_and_rounded_outwards():
    found = figures_of(60, 10)
    row = found.of("g3")[0]
    said = next(text for text in texts(report_of(found)) if text.startswith("Samtalen har givet lyst"))
    assert said == f"Samtalen har givet lyst til at blive længere: {round(row.share * 100)} % " \
                   f"(mellem {int(row.low * 100)} og {-int(-row.high * 100 // 1)} %)"


def test_aarhus_is_named_as_the_source_of_the_42_per_cent():
    """Three "42" circulate: the figure never stands without its source and its limits."""
    for text in texts(report_of(figures_of(60, 10))):
        if "42 %" in text and "Andre" in text:
            assert "Aarhus" in text and "uden kontrolgruppe" in text and "ikke som et mål" in text
            break
    else:
        pytest.fail("the comparison is missing")


def test_too_little_shows_no_figure_and_says_why():
    """Under 20 people or 3 batches: no chart, no table, no share; the reason in words."""
    for found in (figures_of(3, 6), figures_of(2, 40)):
        document = report_of(found)
        assert not any(isinstance(block, (Chart, Table)) for block in document.blocks)
        said = " ".join(texts(document))
        assert "mindst 20 samtaler fra mindst 3 afleveringer" in said
        assert document.data["figures"] == [] and len(document.data["left_out"]) == 38
    assert "færre end 20 personer" in " ".join(texts(report_of(figures_of(3, 6))))
    assert "færre end 3 afleveringer" in " ".join(texts(report_of(figures_of(2, 40))))


def test_an_empty_pool_makes_a_report_that_says_so():
    document = report_of(figures(Pool(SETS)))
    assert "mindst 20 samtaler" in " ".join(texts(document))


def test_wide_figures_are_faint_and_say_that_they_are_too_few():
    document = report_of(figures_of(4, 6))
    bars = [bar for block in document.blocks if isinstance(block, Chart) for bar in block.bars]
    assert any(bar.faint for bar in bars)
    assert "for få til at sige noget sikkert" in " ".join(texts(document))


def test_no_file_without_a_key_passes_unnoticed():
    assert "60 af 60 afleveringer er uden kommunens nøgle" in " ".join(texts(report_of(figures_of(60, 10, None))))
    assert "nøgle" not in " ".join(texts(report_of(figures_of(60, 10))))


@pytest.mark.parametrize("language", ["da", "en"])
def test_the_words_are_kind_and_promise_nothing_they_cannot_hold(language):
    document = report_of(figures_of(60, 10), language)
    for text in texts(document):
        assert not AVOIDED.search(text) and "{" not in text
    json.dumps(document.data)
    assert document.kind == "hr_report" and not document.confidential and document.version == 1


def test_the_attached_data_are_what_is_printed():
    document = report_of(figures_of(60, 10))
    row = next(one for one in document.data["figures"] if one["question"] == "g3")
    assert f"{row['share']} % (mellem {row['low']} og {row['high']} %)" in " ".join(texts(document))
    assert set(document.data) == {"talks", "hand_ins", "periods", "areas", "figures", "left_out"}


@pytest.mark.parametrize("skema, numbers", [
    ("sen1-e05", ("1,65", "62 %", "87 %", "ε højst 4.")),
    ("sen1-e1", ("2,72", "73 %", "92 %", "ε højst 8.")),
    ("sen1-e2", ("7,39", "88 %", "97 %", "ε højst 16.")),
])
def test_the_guarantee_is_filled_in_from_the_skema(skema, numbers):
    short, long = guarantee(SETS[skema], 7, words("da"))
    assert short == ("Filen viser antal, aldrig navne. Tallene er gjort lidt upræcise, så ingen kan være sikker på, "
                     "hvad du svarede.")
    assert "7 samtaler, mindst 5" in long and all(number in long for number in numbers)
    assert "Den beskytter ikke lederens egne svar." in long
    assert "2.72" in guarantee(SETS["sen1-e1"], 7, words("en"))[1]


# The same as a workbook ----------------------------------------------------------------------------------------------


@pytest.fixture
def found():
    return figures_of(60, 10)


def opened(found, language="da", **other):
    document = replace(report_of(found, language), **other)
    return document, openpyxl.load_workbook(io.BytesIO(workbook(found, document, words(language), language)))


@pytest.mark.parametrize("language", ["da", "en"])
def test_every_printed_figure_is_a_number_and_what_is_left_out_is_not_there(found, language):
    _, book = opened(found, language)
    rows = list(book.worksheets[1].iter_rows(min_row=2, values_only=True))
    printed = [one for one in found.rows if one.left_out is None]
    assert len(rows) == len(printed) > 20
    for row, figure in zip(rows, printed, strict=True):
        assert [round(100 * number) for number in row[2:5]] == [round(100 * figure.share), *whole_percents(figure)]
        assert row[5:7] == (figure.people, figure.batches)


def test_too_few_give_no_row():
    _, book = opened(figures_of(2, 9))
    assert list(book.worksheets[1].iter_rows(min_row=2, values_only=True)) == []


def test_the_words_are_those_of_the_report(found):
    document, book = opened(found)
    written = {cell for row in book.worksheets[0].iter_rows(values_only=True) for cell in row if cell}
    charts = {text for block in document.blocks if isinstance(block, Chart) for text in (block.title, block.summary)}
    bars = {text for block in document.blocks if isinstance(block, Chart) for bar in block.bars for text in (bar.label, bar.note)}
    said = {line for line in texts(document) if line} - charts - bars
    summaries = {block.summary for block in document.blocks if hasattr(block, "widths")}
    assert said - summaries <= written


def test_a_name_that_looks_like_a_formula_is_a_name(found):
    _, book = opened(found, organisation="=1+1\x07 Kommune")
    cells = [cell for sheet in book.worksheets for row in sheet.iter_rows() for cell in row]
    assert {cell.data_type for cell in cells}.isdisjoint({"f", "e"})
    assert book.worksheets[0]["A3"].value == "=1+1 Kommune"
