# SPDX-License-Identifier: EUPL-1.2
"""A file is read in a process of its own: it may crash, hang or swell there, and the next file is checked all the same."""

import io
import os
import random
import signal
import sys
from collections.abc import Iterator
from dataclasses import replace

import pikepdf
import pytest
from paper import mutations, papers
from paper.signed_papers import DRAWN, TYPED, signed, stamped

from senior_desktop.paper import checking, pdf, seals, signing, verify
from senior_desktop.paper.closing import Identities
from senior_desktop.paper.document import printed
from senior_desktop.paper.identity import one_time_identity
from senior_desktop.paper.verdict import Verdict


@pytest.fixture(scope="module")
def pool() -> Iterator[checking.Pool]:
    made = checking.Pool()
    yield made
    made.end()


def results(verdict: Verdict) -> dict[str, str]:
    return {line.key: str(line.result) for line in verdict.lines}


def test_another_process_says_the_same(pool: checking.Pool) -> None:
    """Green with print and data compared; the lines are those of a check made here."""
    found = pool.check(signed().twice, signed().book)
    assert found == verify.verify(signed().twice, signed().book)
    assert found.colour == "green" and results(found)["rendering"] == "ok"
    for noise in (b"", b"%PDF-1.7\n%%EOF", signed().unsigned, signed().once):
        assert pool.check(noise, signed().book) == verify.verify(noise, signed().book)


def test_a_worker_that_dies_is_started_again(pool: checking.Pool) -> None:
    """What it died of was not this file."""
    pool.check(signed().twice, signed().book)
    for worker in pool.workers:
        assert worker._process is not None
        worker._process.kill()
        worker._process.wait()
    assert pool.check(signed().twice, signed().book).colour == "green"


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no SIGSTOP, by which the worker is made to hang")
def test_a_worker_that_hangs_is_ended_in_time(pool: checking.Pool) -> None:
    """Unreadable, in words that say why: the worker itself would never have answered. Then it works again."""
    pool.check(signed().twice, signed().book)
    judge = pool.workers[0]._process
    assert judge is not None
    os.kill(judge.pid, signal.SIGSTOP)
    found = pool.check(signed().twice, signed().book, seconds=0.5)
    assert results(found) == {"slow": "bad"} and found.exit_code == 3
    assert pool.check(signed().twice, signed().book).colour == "green"


def bombed() -> bytes:
    """A signed paper whose attachment claims to be a gigabyte of nothing."""
    with pikepdf.open(io.BytesIO(signed().twice)) as opened:
        spec = opened.Root.AF[0]
        spec.EF.F.write(bytes(2**30))
        out = io.BytesIO()
        opened.save(out)
    return out.getvalue()


@pytest.mark.slow
def test_a_file_that_swells_takes_nothing_along(pool: checking.Pool) -> None:
    """A bomb in the attachment, pages without end, a page tree that bites its tail."""
    book = signed().book
    assert pool.check(bombed(), book).exit_code >= 2
    deep = b"%PDF-1.7\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj 2 0 obj" + b"[" * 200_000 + b"]" * 200_000 + b"endobj\n"
    tail = b"xref\n0 1\n0000000000 65535 f \ntrailer<</Root 1 0 R/Size 3>>\nstartxref\n%d\n%%%%EOF" % len(deep)
    assert pool.check(deep + tail, book).exit_code >= 2
    loop = b"%PDF-1.7\n1 0 obj<</Type/Catalog/Pages 1 0 R/Kids[1 0 R]/Count 3>>endobj\n"
    table = b"xref\n0 2\n0000000000 65535 f \n0000000009 00000 n \ntrailer<</Root 1 0 R/Size 2>>\nstartxref\n%d\n%%%%EOF" % len(loop)
    assert pool.check(loop + table, book).exit_code >= 2
    assert pool.check(signed().twice, book).colour == "green"


def test_data_that_print_another_paper_are_not_green() -> None:
    """Both have signed it, the checksum fits, and the attached data say something else than the page."""
    leader, book = signed().leader, signed().book
    employee = one_time_identity(papers.EMPLOYEE, papers.MUNICIPALITY, papers.NOW)
    keys = Identities(employee.fingerprint, leader.fingerprint)
    honest = papers.paper()
    for data, said in (
        (printed(replace(honest, subtitle="Noget helt andet")), "rendering"),
        ({"agreed": ["Noget helt andet"]}, "rendering"),
        ({**printed(honest), "blocks": [{"block": "Paragraph", "text": "Noget helt andet"}]}, "rendering"),
    ):
        made = signing.sign_as_leader(pdf.make(replace(honest, data=data), identities=keys), leader, DRAWN, papers.NOW)
        verdict = verify.verify(signing.sign_as_employee(made, employee, TYPED, papers.NOW), book)
        assert verdict.exit_code == 1 and results(verdict)[said] == "warn" and results(verdict)["content"] == "ok"


def test_data_that_cannot_print_the_paper_are_said_to_be_unchecked() -> None:
    """They say nothing that the page does not, so the paper stays as green as it is."""
    assert verify.compared(pdf.make(papers.paper(data={"number": "SS-2026-7F3K-9Q2M", "agreed": [papers.AGREED[0][0]]}))) == "unknown"


def test_another_layout_of_the_same_words_agrees_word_for_word() -> None:
    """As a later version of the program would find it: other bytes, the same text."""
    made = pdf.make(papers.paper(confidential=False), identities=Identities("AB", "CD"))
    assert verify.compared(made) == "words"


def test_a_later_time_stamp_leaves_the_paper_green(pool: checking.Pool) -> None:
    """In the field kept free for it; the stamp's own authority is named and not vouched for."""
    found = pool.check(stamped(), signed().book)
    assert stamped().startswith(signed().twice) and found.colour == "green" and results(found)["stamp"] == "info"
    told = next(line for line in found.lines if line.key == "stamp")
    assert told.facts["name"] == "Tidsstempler"


@pytest.mark.slow
def test_no_flipped_bit_of_a_stamped_file_is_green() -> None:
    """The stamp's own container is bound like the signatures'."""
    draw, whole = random.Random(7), stamped()
    first = len(signed().twice)
    for _ in range(150):
        place, bit = draw.randrange(first, len(whole)), 1 << draw.randrange(8)
        changed = bytearray(whole)
        changed[place] ^= bit
        assert verify.verify(bytes(changed), signed().book, rendered=verify.Rendered.NOT_ASKED).colour != "green", (place, bit)


@pytest.mark.slow
def test_a_thousand_mutated_files_neither_crash_nor_hang_nor_show_green(pool: checking.Pool) -> None:
    """Spoilt by hand and by chance: an answer for each within five seconds, and never green."""
    slowest, colours = mutations.run(pool, 1000, seed=2026)
    assert slowest < 5 and "green" not in colours and sum(colours.values()) == 1000
    assert pool.check(signed().twice, seals.Seals()).colour == "yellow"
