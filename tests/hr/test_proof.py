# SPDX-License-Identifier: EUPL-1.2
"""What a file can teach somebody who knows everybody else's answers: worked out exactly, over all that may come out.

The noise's law is written down here once more, in rationals; that the product draws by this law is tested in `test_noise.py`
and, against another's sampler, in `test_peers.py`.
"""

import math
from fractions import Fraction
from itertools import product

import pytest

from senior_desktop.hr.chosen import SETS
from senior_desktop.hr.indicators import Kind

SEN1 = SETS["sen1-e1"]
REACH = 60
"""Beyond so many people's noise lies less than 1e-12 of all chance at these scales; it is added as if it told everything."""


def law(scale):
    """Chance of each noise -REACH..REACH under discrete Laplace; rationals of a rational q close to e^(-1/scale), from above.

    A larger q is less private, never more: a bound found with it holds.
    """
    q = Fraction(math.exp(-1 / float(scale))).limit_denominator(10**9) + Fraction(1, 10**9)
    return {k: (1 - q) / (1 + q) * q ** abs(k) for k in range(-REACH, REACH + 1)}


def outcomes(indicator, answer):
    """Chance of each count of a yes or no, everybody else's taken off, when the one person's answer is `answer`."""
    return {k + answer: chance for k, chance in law(SEN1.scale(indicator.id)).items()}


def best_guess(prior, chances):
    """How often the best guess is right: the sum over what is seen of the likeliest answer's chance; the tail counts as known."""
    seen = {at for one in chances for at in one}
    right = sum(max(p * one.get(at, 0) for p, one in zip(prior, chances, strict=True)) for at in seen)
    missing = 1 - sum(p * sum(one.values()) for p, one in zip(prior, chances, strict=True))
    return right + missing


@pytest.mark.parametrize("prior", [Fraction(1, 2), Fraction(1, 10), Fraction(8, 10), Fraction(99, 100)])
def test_one_yes_or_no_is_guessed_right_at_most_73_times_in_100_or_as_often_as_before(prior):
    for indicator in (one for one in SEN1.about_talks if one.kind is Kind.YES_NO):
        right = best_guess((1 - prior, prior), (outcomes(indicator, 0), outcomes(indicator, 1)))
        baseline = max(prior, 1 - prior)
        odds = prior / (1 - prior) * Fraction(math.e)
        assert baseline <= right
        assert float(right) <= max(float(baseline), 0.7311) + 1e-6 or float(right) <= float(odds / (1 + odds)) + 1e-6
        if prior == Fraction(1, 2):
            assert float(right) == pytest.approx(math.e / (1 + math.e), abs=1e-6)


def test_no_outcome_moves_the_odds_of_a_yes_or_no_by_more_than_e():
    no, yes = (outcomes(SEN1.by_id["g1"], answer) for answer in (0, 1))
    ratios = [yes[at] / no[at] for at in yes.keys() & no.keys()]
    assert float(max(ratios)) <= math.e + 1e-6 and float(1 / min(ratios)) <= math.e + 1e-6


@pytest.mark.parametrize("name", ["c92", "d01", "d03", "a11"])
def test_no_outcome_moves_the_odds_between_two_answers_of_a_list_by_more_than_e(name):
    """An answer moved takes one off a row and puts one on another: two draws, each of half the loss."""
    noise = law(SEN1.scale(name))
    near = range(-12, 13)  # the ratio does not change further out
    worst = max(
        float(noise[k - 1] * noise[m] / (noise[k] * noise[m - 1])) for k, m in product(near, near)
    )
    assert worst <= math.e + 1e-5


@pytest.mark.parametrize("name", ["c92", "d01", "d03"])
def test_a_list_s_answer_is_guessed_right_hardly_more_often_than_before(name):
    """Uniform belief: reported beside its baseline; the worst belief between two answers is bounded by 73.1 %."""
    noise = law(SEN1.scale(name))
    two = {(k, m): noise[k] * noise[m] for k, m in product(range(-40, 41), repeat=2)}
    first = {(k + 1, m): chance for (k, m), chance in two.items()}
    second = {(k, m + 1): chance for (k, m), chance in two.items()}
    half = Fraction(1, 2)
    right = best_guess((half, half), (first, second))
    assert 0.5 < float(right) <= 0.7311


def test_the_whole_record_stays_far_from_known():
    """All eight answers at once, each believed uniform: the best guess is right far less often than the budget alone would allow."""
    baseline = guessed = 1.0
    for indicator in SEN1.about_talks:
        many = 2 if indicator.kind is Kind.YES_NO else len(indicator.codes)
        baseline /= many
        factor = math.e  # no outcome is more than e times as likely under one answer as under another
        guessed *= factor / (factor + many - 1)
    print(f"whole record: {100 * baseline:.4f} % before, at most {100 * guessed:.2f} % after")
    assert guessed <= baseline * math.exp(8) and guessed < 0.01


def test_fifty_exports_and_two_batches_tell_no_more_than_one():
    """A batch made again of the same talks is the same bytes; batches hold different people, so each tells of its own alone."""
    from hashlib import sha256

    from senior_desktop.hr.batch import make_batch
    from senior_desktop.hr.csv_file import to_bytes

    def talks(first):
        return [(sha256(b"%d" % at).digest(), {one.id: one.codes[at % len(one.codes)] for one in SEN1.about_talks}) for at in range(first, first + 6)]

    once = to_bytes(make_batch(talks(0), [], "2026H2", "O1", SEN1, None))
    assert {to_bytes(make_batch(talks(0)[::-1], [], "2026H2", "O1", SEN1, None)) for _ in range(50)} == {once}
    later = make_batch(talks(6), [], "2027H1", "O1", SEN1, None)
    changed = talks(0)
    changed[0] = (changed[0][0], dict.fromkeys(changed[0][1], 0) | {"c92": 3})
    assert to_bytes(make_batch(changed, [], "2026H2", "O1", SEN1, None)) != once
    assert make_batch(talks(6), [], "2027H1", "O1", SEN1, None) == later  # whatever the first batch held
