# SPDX-License-Identifier: EUPL-1.2
"""Many invented half-years through the real batch, pool and figures: how wide the noise is, and whether the intervals hold."""

import random
import re
from collections import defaultdict

import pytest

from senior_desktop.hr.batch import exact_counts, make_batch
from senior_desktop.hr.chosen import SETS
from senior_desktop.hr.figures import figures
from senior_desktop.hr.indicators import Kind
from senior_desktop.hr.pool import Pool

SEN1 = SETS["sen1-e1"]


def answers(chance, likeness, many):
    """A leader's talks: answers drawn round a share of the leader's own, as alike as `likeness` (ICC; 0 is not at all)."""
    own = {}
    for one in SEN1.about_talks:
        weights = [0.4] if one.kind is Kind.YES_NO else [1 / len(one.codes)] * len(one.codes)
        if likeness:
            apart = (1 - likeness) / likeness
            if one.kind is Kind.YES_NO:
                weights = [chance.betavariate(0.4 * apart, 0.6 * apart)]
            else:
                drawn = [chance.gammavariate(apart / len(weights), 1) + 1e-12 for _ in weights]
                weights = [each / sum(drawn) for each in drawn]
        own[one.id] = weights
    return [
        (chance.randbytes(32), {
            one.id: int(chance.random() < own[one.id][0]) if one.kind is Kind.YES_NO else chance.choices(one.codes, own[one.id])[0]
            for one in SEN1.about_talks
        })
        for _ in range(many)
    ]  # fmt: skip


def half_year(chance, leaders, likeness=0.0, many=10):
    """(figures, true shares of the talks held by question and answer) of a municipality."""
    pool, true = Pool(SETS), defaultdict(int)
    for _ in range(leaders):
        talks = answers(chance, likeness, many)
        for at, count in exact_counts([codes for _, codes in talks], [], SEN1).items():
            true[at] += count
        pool.add(make_batch(talks, [], "2026H2", "O1", SEN1, None))
    return figures(pool), {at: count / (leaders * many) for at, count in true.items()}


@pytest.mark.slow
def test_at_five_hundred_talks_the_noise_is_at_most_three_points_wide():
    """Root mean square of shown minus true share of the same talks, over the eight questions; each counts once, whatever its rows."""
    chance, squares = random.Random(20261124), defaultdict(list)
    for _ in range(40):
        found, true = half_year(chance, 50)
        for row in found.rows:
            if row.question != "a11":
                squares[row.question].append((float(row.exact) - true[row.question, row.answer]) ** 2)
    means = {question: sum(each) / len(each) for question, each in squares.items()}
    points = 100 * (sum(means.values()) / len(means)) ** 0.5
    told = ", ".join(f"{question} {100 * mean**0.5:.2f}" for question, mean in sorted(means.items()))
    print(f"RMSE of the noise at 50 batches of 10: {points:.2f} points over the eight questions ({told})")
    assert len(means) == 8 and points <= 3.0


@pytest.mark.slow
@pytest.mark.parametrize("likeness", [0.0, 0.2])
@pytest.mark.parametrize("leaders", [7, 50])
def test_the_intervals_hold_the_true_share_in_93_to_97_of_100(likeness, leaders):
    """The true share of all such leaders: 40 % ja, lists evenly spread; also when talks with one leader resemble each other."""
    chance, held, all_of = random.Random(7 * leaders + int(10 * likeness)), 0, 0
    for _ in range(1400 // leaders):
        found, _ = half_year(chance, leaders, likeness)
        for row in found.rows:
            if row.question == "a11" or row.left_out is not None:
                continue
            asked = SEN1.by_id[row.question]
            truth = 0.4 if asked.kind is Kind.YES_NO else 1 / len(asked.codes)
            all_of += 1
            held += abs(float(row.exact) - truth) <= row.half
    print(f"{leaders} leaders, likeness {likeness}: {100 * held / all_of:.1f} % of {all_of} intervals")
    assert 0.93 <= held / all_of <= 0.97


@pytest.mark.slow
def test_ten_thousand_spoilt_files_are_each_refused_with_line_and_reason():
    """Bytes changed, lines cut, cells swapped, rubbish: no crash, nothing counted, a sentence each."""
    from senior_desktop import story
    from senior_desktop.hr.csv_file import Reason, to_bytes

    chance = random.Random(4)
    good = to_bytes(make_batch(answers(chance, 0.0, 6), [], "2026H2", "O1", SEN1, None))
    reasons = {story.words("da")(f"hr.reason_{one.value}") for one in Reason}
    spoilt = [one for one in (spoil(chance, good) for _ in range(10_400)) if one != good][:10_000]
    pooled = story.pool([(f"{at}.csv", one) for at, one in enumerate(spoilt)])
    assert len(pooled.read) == 10_000 and pooled.pool.totals == {}
    assert {one.outcome for one in pooled.read} == {"refused"}
    assert all(any(reason.rstrip(".") in one.why for reason in reasons) for one in pooled.read)
    assert [one.file for one in pooled.read] == [f"{at}.csv" for at in range(10_000)]
    # A line for all but what is wrong with the file as a whole: its size, its seal, its text.
    whole = {story.words("da")(f"hr.reason_{one.value}").rstrip(".") for one in (Reason.TOO_LARGE, Reason.SEAL, Reason.NO_KEY)}
    lines = [re.search(r"\(linje (\d+)\)", one.why) for one in pooled.read]
    assert all(found or any(reason in one.why for reason in whole) for found, one in zip(lines, pooled.read, strict=True))
    assert len({one.why for one in pooled.read}) > 100 and len({found[1] for found in lines if found}) > 30


def spoil(chance, good):
    """One of many ways a file goes wrong on its way."""
    lines = good.split(b"\r\n")
    at = chance.randrange(len(good))
    row = chance.randrange(len(lines))
    ways = (
        lambda: good[:at] + bytes([chance.randrange(256)]) + good[at + 1 :],
        lambda: good[:at],
        lambda: good[:at] + good[at + 1 + chance.randrange(40) :],
        lambda: good.replace(b";", chance.choice((b",", b"\t")), chance.randrange(1, 400)),
        lambda: b"\r\n".join(lines[:row] + lines[row + 1 :]),
        lambda: b"\r\n".join([*lines[:row], lines[row], *lines[row:]]),
        lambda: good.replace(b"\r\n", b"\n"),
        lambda: good[3:],
        lambda: good.decode("utf-8-sig").encode("utf-16"),
        lambda: chance.randbytes(chance.randrange(3000)),
        lambda: good + chance.choice((b"x", b"\r\n", b"=1+1")),
        lambda: b"\r\n".join([*lines[:row], lines[row].replace(b";", b";=", 1), *lines[row + 1 :]]),
        lambda: good * chance.randrange(2, 40),
    )
    return chance.choice(ways)()
