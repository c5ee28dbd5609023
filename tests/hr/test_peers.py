# SPDX-License-Identifier: EUPL-1.2
"""Development tests beside others' tools: OpenDP's sampler draws as ours does, and the documented SQL gives our figures.

They run where `packaging/requirements/bench.txt` is installed; elsewhere they say that it is not.
"""

import math
from collections import Counter
from fractions import Fraction
from hashlib import sha256

import pytest

from senior_desktop import paths
from senior_desktop.hr import csv_file
from senior_desktop.hr.batch import make_batch
from senior_desktop.hr.chosen import SETS
from senior_desktop.hr.figures import figures
from senior_desktop.hr.indicators import Kind
from senior_desktop.hr.noise import Stream, discrete_laplace
from senior_desktop.hr.pool import Pool

DRAWS = 100_000


def chi_square_p(ours, theirs):
    """P of as large a difference between two samples of one law; bins under 20 are put together."""
    rare = [at for at in ours.keys() | theirs.keys() if ours[at] + theirs[at] < 40]
    bins = [(ours[at], theirs[at]) for at in ours.keys() | theirs.keys() if at not in rare]
    bins.append((sum(ours[at] for at in rare), sum(theirs[at] for at in rare)))
    found = sum((a - b) ** 2 / (a + b) for a, b in bins if a + b)
    free = len(bins) - 1
    # Wilson and Hilferty (1931): the cube root of chi-square over its degrees of freedom is near normal.
    z = ((found / free) ** (1 / 3) - (1 - 2 / (9 * free))) / math.sqrt(2 / (9 * free))
    return 0.5 * math.erfc(z / math.sqrt(2))


@pytest.mark.slow
@pytest.mark.parametrize("scale", [Fraction(1, 2), Fraction(1), Fraction(2), Fraction(4)])
def test_another_s_sampler_draws_by_the_same_law(scale):
    dp = pytest.importorskip("opendp.prelude", reason="OpenDP is a tool for development; it comes with bench.txt")
    dp.enable_features("contrib")
    noisy = dp.m.make_laplace(dp.vector_domain(dp.atom_domain(T=int)), dp.l1_distance(T=int), scale=float(scale))
    theirs = Counter(one for _ in range(10) for one in noisy([0] * (DRAWS // 10)))
    stream = Stream(b"peers" + bytes(32))
    ours = Counter(discrete_laplace(stream, scale) for _ in range(DRAWS))
    p = chi_square_p(ours, theirs)
    print(f"scale {scale}: p = {p:.3f}")
    assert p > 0.001


@pytest.mark.parametrize("engine", ["sqlite", "duckdb"])
def test_the_documented_statement_gives_the_figures_of_the_program(engine, tmp_path):
    """Per question, half-year and answer, to 1e-9; small rows are left out by both."""
    statement = (paths.resources() / "indicators" / "figures.sql").read_text(encoding="utf-8")
    sets = [SETS["sen1-e1"], SETS["sen1-e05"], SETS["valg1-301-e1"]]
    pool, rows = Pool(SETS), []
    for number in range(21):
        asked = sets[number % 3]
        talks = [
            (sha256(b"%d %d" % (number, at)).digest(), {
                one.id: (at + number) % 2 if one.kind is Kind.YES_NO else one.codes[(at * 7 + number) % len(one.codes)] for one in asked.about_talks
            })
            for at in range(5 + number % 4)
        ]  # fmt: skip
        batch = make_batch(talks, [(sha256(b"offer %d" % number).digest(), 3)], "2026H1" if number < 9 else "2026H2", f"O{number % 3}", asked, None)
        assert csv_file.read(csv_file.to_bytes(batch), SETS) == batch
        pool.add(batch)
        rows += [(batch.skema, batch.period, batch.area, batch.n, row.question, row.answer, row.count) for row in batch.rows]
    indicators = [(one.skema, each.id, each.parts if each.kind is Kind.LIST else 0) for one in sets for each in one.indicators]
    for period in ("2026H1", "2026H2"):
        found = {
            (question, answer): (batches, people, count)
            for of, question, answer, batches, people, count in _asked(engine, statement, rows, indicators) if of == period
        }
        ours = [one for one in figures(pool, period=period).rows if one.batches >= 3 and _people(pool, period, one) >= 20]
        assert {(one.question, one.answer) for one in ours} == found.keys() and len(found) > 30
        for one in ours:
            batches, people, count = found[one.question, one.answer]
            base = sum(sums.base for key, sums in pool.totals.items() if (key.period, key.question, key.answer) == (period, one.question, one.answer))
            assert batches == one.batches and people == _people(pool, period, one)
            assert one.left_out is not None or float(one.exact) == pytest.approx(count / base, abs=1e-9)


def _people(pool, period, row):
    return sum(sums.people for key, sums in pool.totals.items() if (key.period, key.question, key.answer) == (period, row.question, row.answer))


def _asked(engine, statement, rows, indicators):
    """What the statement gives on an engine that holds the two tables."""
    if engine == "duckdb":
        module = pytest.importorskip("duckdb", reason="DuckDB is a tool for development; it comes with bench.txt")
        base = module.connect()
    else:
        import sqlite3

        base = sqlite3.connect(":memory:")
    base.execute("CREATE TABLE indberetning (skema TEXT, periode TEXT, omraade TEXT, n INTEGER, spoergsmaal TEXT, svar INTEGER, antal INTEGER)")
    base.execute("CREATE TABLE indikator (skema TEXT, spoergsmaal TEXT, k INTEGER)")
    base.executemany("INSERT INTO indberetning VALUES (?, ?, ?, ?, ?, ?, ?)", rows)
    base.executemany("INSERT INTO indikator VALUES (?, ?, ?)", indicators)
    found = base.execute(statement).fetchall()
    base.close()
    return found
