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


SURE = math.e / (1 + math.e)
"""73.1 %: what somebody who was in no doubt either way can be sure of at most, at epsilon 1."""


@pytest.mark.parametrize("percent", [1, 10, 27, 40, 50, 60, 73, 74, 80, 99])
def test_one_yes_or_no_is_guessed_right_at_most_73_times_in_100_or_as_often_as_before(percent):
    """Whatever somebody believed before: the best guess after is right in max(baseline, 73.1 %) of all cases, no more."""
    prior = Fraction(percent, 100)
    for indicator in (one for one in SEN1.about_talks if one.kind is Kind.YES_NO):
        right = best_guess((1 - prior, prior), (outcomes(indicator, 0), outcomes(indicator, 1)))
        baseline = max(prior, 1 - prior)
        assert float(baseline) - 1e-9 <= float(right) <= max(float(baseline), SURE) + 1e-6
    print(f"believed {percent} %: right {100 * float(baseline):.1f} % before, {100 * float(right):.1f} % after")


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


@pytest.mark.parametrize("prior", [(1, 1, 0), (3, 2, 0), (1, 1, 1), (5, 4, 3), (10, 9, 1), (8, 1, 1), (30, 1, 1)])
def test_a_list_s_answer_is_guessed_right_at_most_73_times_in_100_or_as_often_as_before(prior):
    """Over every outcome of the three rows that an answer may stand on; further rows are the same noise whatever was answered."""
    noise = {k: float(chance) for k, chance in law(SEN1.scale("d03")).items()}
    near = range(-30, 31)
    beliefs = [one / sum(prior) for one in prior]
    right = sum(
        max(
            belief * noise[a - (answer == 0)] * noise[b - (answer == 1)] * noise[c - (answer == 2)]
            for answer, belief in enumerate(beliefs)
        )
        for a, b, c in product(near, near, near)
    ) + 6 * sum(chance for k, chance in noise.items() if abs(k) > 29)  # what lies further out counts as known
    assert right <= max(*beliefs, SURE) + 1e-5


def exact(many):
    """How often the best guess among `many` equally likely answers of a list is right, in closed form.

    An outcome is e^(1/2) times as likely under an answer whose row is above the others' count, else e^(-1/2) times: so the best
    guess wins wherever any row is. a: the law's ratio; all rows are at or below with chance (1/(1+a))^many.
    """
    a = math.exp(-0.5)
    none = (1 / (1 + a)) ** many
    return ((1 - none) / a + none * a) / many


def test_the_closed_form_is_what_counting_all_outcomes_gives():
    noise = {k: float(chance) for k, chance in law(SEN1.scale("d03")).items()}
    two = sum(max(noise[a - 1] * noise[b], noise[a] * noise[b - 1]) for a, b in product(range(-59, 60), repeat=2)) / 2
    assert exact(2) == pytest.approx(two, abs=1e-6)


def test_the_whole_record_stays_far_from_known():
    """All eight answers at once, each believed even and apart from the others: exact, and reported beside the baseline."""
    baseline, guessed, told = 1.0, 1.0, []
    for indicator in SEN1.about_talks:
        many = 2 if indicator.kind is Kind.YES_NO else len(indicator.codes)
        right = SURE if indicator.kind is Kind.YES_NO else exact(many)
        told.append(f"{indicator.id} {100 / many:.0f} to {100 * right:.0f} %")
        baseline, guessed = baseline / many, guessed * right
    print(f"right before and after: {', '.join(told)}; whole record {100 * baseline:.4f} % to {100 * guessed:.3f} %")
    assert guessed < 0.002 and guessed <= baseline * math.exp(8)


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
