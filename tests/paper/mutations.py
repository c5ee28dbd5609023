# SPDX-License-Identifier: EUPL-1.2
"""Good papers -> spoilt ones by a seed, and what the check says of them. By hand: python tests/paper/mutations.py 10000."""

import random
import sys
import time
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from itertools import count
from pathlib import Path

if __name__ == "__main__":
    sys.path[:0] = [str(Path(__file__).parents[1]), str(Path(__file__).parents[2])]

from paper.signed_papers import signed, stamped

from senior_desktop.paper import checking

WORDS = (
    b"/Root", b"/Prev", b"/Size", b"/Kids", b"/Count", b"/Length", b"/Filter", b"/ByteRange", b"/Contents", b"/Type", b"obj",
    b"endobj", b"stream", b"endstream", b"xref", b"trailer", b"startxref", b"%%EOF", b"/AcroForm", b"/Fields", b"/V ", b"/Sig",
)
"""Where a PDF is most easily hurt."""


def spoilt(draw: random.Random, good: tuple[bytes, ...]) -> bytes:
    """One of `good`, changed so that it is none of them any more."""
    whole = draw.choice(good)
    made = whole
    while made in good:
        raw = bytearray(made)
        for _ in range(draw.choice((1, 1, 1, 1, 2, 5))):
            if len(raw) < 2:
                break
            at, size = draw.randrange(len(raw)), draw.choice((1, 1, 2, 7, 100))
            match draw.randrange(8):
                case 0:
                    raw[at] ^= 1 << draw.randrange(8)
                case 1:
                    raw[at : at + size] = draw.randbytes(size)
                case 2:
                    del raw[at : at + size]
                case 3:
                    raw[at:at] = raw[: min(size, len(raw))]
                case 4:
                    raw[at:at] = draw.choice(WORDS)
                case 5:
                    raw = _reworded(draw, raw)
                case 6:
                    raw = _renumbered(draw, raw)
                case _:
                    raw = raw[: max(at, 20)] + bytearray(draw.choice((b"", b"\n%%EOF\n", raw[-200:])))
        made = bytes(raw)
    return made


def _reworded(draw: random.Random, raw: bytearray) -> bytearray:
    """One of the words of a PDF put in another's place."""
    old, new = draw.choice(WORDS), draw.choice(WORDS)
    at = raw.find(old, draw.randrange(len(raw)))
    return raw if at < 0 else raw[:at] + new + raw[at + len(old) :]


def _renumbered(draw: random.Random, raw: bytearray) -> bytearray:
    """A number that grows, shrinks, or turns against its bearer."""
    start = draw.randrange(len(raw))
    at = next((place for place in range(start, min(start + 5000, len(raw))) if 48 <= raw[place] <= 57), None)
    end = at or 0
    while at is not None and end < len(raw) and 48 <= raw[end] <= 57:
        end += 1
    number = draw.choice((b"0", b"-1", b"1", b"99999999999", b"2147483648", b"4294967295", b"1 0 R"))
    return raw if at is None else raw[:at] + number + raw[end:]


def run(pool: checking.Pool, number: int, seed: int) -> tuple[float, Counter[str]]:
    """So many spoilt files through both workers of `pool`: the slowest answer in seconds, and how often each colour."""
    good, book = (signed().once, signed().twice, stamped()), signed().book
    question = {"seals": checking.seals_as_data(book), "damaged": False, "sha256": "", "password": ""}
    taken = count()

    def work(worker: checking.Worker) -> tuple[float, Counter[str]]:
        slowest, colours = 0.0, Counter[str]()
        while (turn := next(taken)) < number:
            made = spoilt(random.Random(seed * 1_000_003 + turn), good)
            if worker._process is None:  # its start is not the file's doing
                checking.judged(worker, question, b"", checking.SECONDS)
            begun = time.monotonic()
            found = checking.judged(worker, question, made, checking.SECONDS)
            took = time.monotonic() - begun
            slowest = max(slowest, took)
            if took > 2 or found.colour == "yellow":
                print(f"{turn}: {took:.1f} s {found.colour} {[line.key for line in found.lines]}", file=sys.stderr)
            colours[found.colour] += 1
        return slowest, colours

    with ThreadPoolExecutor(len(pool.workers)) as threads:
        both = list(threads.map(work, pool.workers))
    return max(slow for slow, _ in both), sum((colours for _, colours in both), Counter[str]())


if __name__ == "__main__":
    began, of_them = time.monotonic(), int(sys.argv[1])
    print(*run(checking.pool(), of_them, int((sys.argv[2:] or ["1"])[0])), f"{time.monotonic() - began:.0f} s")
