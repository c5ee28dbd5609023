# SPDX-License-Identifier: EUPL-1.2
"""Noise: the generator is the standard's, the distribution is exact, and one person moves it by epsilon at most."""

import math
from collections import Counter
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from senior_desktop.hr.batch import noisy_counts
from senior_desktop.hr.indicators import shipped
from senior_desktop.hr.noise import Stream, bernoulli_exp, discrete_laplace

SCALES = [Fraction(2), Fraction(1), Fraction(1, 2), Fraction(4)]


def weight(x, scale):
    """P(x) of the discrete Laplace: (1-a)/(1+a) * a**abs(x), a = exp(-1/scale)."""
    a = math.exp(-1 / scale)
    return (1 - a) / (1 + a) * a ** abs(x)


def test_the_generator_gives_the_standards_own_answer():
    """NIST CAVP, HMAC_DRBG, SHA-256, no reseed, no personalisation, count 0: the second request."""
    stream = Stream(bytes.fromhex(
        "ca851911349384bffe89de1cbdc46e6831e44d34a4fb935ee285dd14b71a7488" "659ba96c601dc69fc902940805ec0ca8"
    ))
    stream.generate(128)
    assert stream.generate(128).hex().startswith("e528e9abf2dece54d47c7e75e5fe302149f817ea9fb4bee6f4199697d04d5b89")


@given(st.binary(min_size=32, max_size=64), st.integers(1, 1000))
def test_a_seed_always_gives_the_same_numbers_within_bounds(seed, bound):
    one, other = Stream(seed), Stream(seed)
    drawn = [one.below(bound) for _ in range(20)]
    assert drawn == [other.below(bound) for _ in range(20)]
    assert all(0 <= number < bound for number in drawn)


@pytest.mark.parametrize("scale", SCALES)
def test_noise_follows_the_exact_distribution(scale):
    """Chi-square against the exact probabilities, fixed bits; the bound is far beyond p = 0.001."""
    draws, stream = 20_000, Stream(b"distribution" + bytes(32))
    seen = Counter(discrete_laplace(stream, scale) for _ in range(draws))
    inner = [x for x in range(-40, 41) if draws * weight(x, scale) >= 10]
    expected = [draws * weight(x, scale) for x in inner]
    observed = [seen[x] for x in inner]
    expected.append(draws - sum(expected))
    observed.append(draws - sum(observed))
    chi = sum((have - want) ** 2 / want for have, want in zip(observed, expected, strict=True))
    df = len(inner)
    # Wilson and Hilferty's bound for p = 0.001 (z = 3.09)
    assert chi < df * (1 - 2 / (9 * df) + 3.09 * math.sqrt(2 / (9 * df))) ** 3
    assert abs(sum(x * count for x, count in seen.items()) / draws) < 5 * scale / math.sqrt(draws) * 2


@pytest.mark.parametrize("gamma", [Fraction(0), Fraction(1, 3), Fraction(1), Fraction(5, 2)])
def test_the_coin_of_the_sampler_is_exact(gamma):
    stream, draws = Stream(b"coin" + bytes(32)), 20_000
    chance = math.exp(-gamma)
    heads = sum(bernoulli_exp(stream, gamma) for _ in range(draws))
    assert abs(heads - draws * chance) <= 4 * math.sqrt(draws * chance * (1 - chance))


@pytest.mark.slow
@pytest.mark.parametrize("skema, question", [("sen1-e1", "g3"), ("sen1-e1", "d03"), ("sen1-e2", "g3"), ("sen1-e05", "g3")])
def test_one_changed_answer_moves_a_question_s_counts_by_no_more_than_epsilon(skema, question):
    """Empirical log-ratio over 200,000 draws of the whole question on neighbouring inputs, in bins of at least 5,000 hits.

    A list is looked at on both rows that the answer moves between, together: that is where epsilon is spent. Counts further
    out than two are one bin: within it the true ratio is the same.
    """
    asked, draws = shipped()[skema], 200_000
    rows = [(question, 1)] if question == "g3" else [(question, 2), (question, 4)]
    inputs = ({rows[0]: 7, **dict.fromkeys(rows[1:], 3)}, {rows[0]: 6, **dict.fromkeys(rows[1:], 4)})
    seen = []
    for before in inputs:
        stream = Stream(b"neighbours %d" % before[rows[0]] + bytes(32))
        drawn = (noisy_counts(before, asked, stream).values() for _ in range(draws))
        seen.append(Counter(tuple(min(max(count, near - 2), near + 1) for count, near in zip(one, (7, 4), strict=False)) for one in drawn))
    here, there = seen
    ratios = [abs(math.log(here[at] / there[at])) for at in here if min(here[at], there[at]) >= 5000]
    print(f"{skema} {question}: {max(ratios):.3f} in {len(ratios)} bins, nominal {float(asked.epsilon)}")
    assert len(ratios) >= 2
    assert asked.epsilon - Fraction(1, 10) <= max(ratios) <= asked.epsilon + 0.05
