# SPDX-License-Identifier: EUPL-1.2
"""A folder of leaders' files and the name of an engine -> they are checked and pooled; seconds and the peak of memory.

Run by `bench.py`, each engine in a process of its own. The same work for all: every file's seal compared with its content,
its rows counted, one line a question, answer, half-year and area with hand-ins, people and counts.
"""

import resource
import sys
import time
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path

HEADER = b"skema;batch_id;periode;omraade;n;spoergsmaal;svar;antal;segl"
BY_SQL = "skema, periode, omraade, spoergsmaal, svar"


def sealed(content: bytes) -> bytes:
    """`content` when its seal fits. Raises ValueError."""
    lines = content.removeprefix(b"\xef\xbb\xbf").split(b"\r\n")
    seal = lines[1].rpartition(b";")[2]
    bare = b"\r\n".join([line.rpartition(b";")[0] for line in lines[:-1]] + [b""])
    if lines[0] != HEADER or seal != b"d1:" + sha256(bare).hexdigest().encode() or {line.rpartition(b";")[2] for line in lines[1:-1]} != {seal}:
        raise ValueError("a seal that does not fit")
    return content


def ours(folder: Path) -> int:
    """Rows of the totals."""
    from senior_desktop import story

    pooled = story.pool_files([folder])
    assert all(one.outcome == "accepted" for one in pooled.read)
    return len(pooled.pool.totals)


def polars(folder: Path) -> int:
    """The same with Polars."""
    import polars as pl

    kinds = {"n": pl.Int64, "svar": pl.Int64, "antal": pl.Int64} | dict.fromkeys(("skema", "batch_id", "periode", "omraade", "spoergsmaal", "segl"), pl.String)
    frames = [pl.read_csv(sealed(file.read_bytes()), separator=";", schema_overrides=kinds) for file in sorted(folder.glob("*.csv"))]
    every = pl.concat(frames)
    assert every.group_by("batch_id").len()["len"].n_unique() == 1
    found = every.group_by(BY_SQL.split(", ")).agg(pl.len(), pl.col("n").sum(), pl.col("antal").sum(), (pl.col("antal") ** 2).sum().alias("squares"))
    return found.height


def duckdb(folder: Path) -> int:
    """The same with DuckDB."""
    import duckdb as engine

    for file in folder.glob("*.csv"):
        sealed(file.read_bytes())
    kinds = "{'skema': 'VARCHAR', 'batch_id': 'VARCHAR', 'periode': 'VARCHAR', 'omraade': 'VARCHAR', 'n': 'BIGINT', 'spoergsmaal': 'VARCHAR', 'svar': 'BIGINT', 'antal': 'BIGINT', 'segl': 'VARCHAR'}"
    with engine.connect() as base:
        base.execute(f"CREATE TABLE raa AS SELECT * FROM read_csv('{folder}/*.csv', delim=';', header=true, quote='', columns={kinds})")
        assert base.execute("SELECT count(DISTINCT l) FROM (SELECT count(*) AS l FROM raa GROUP BY batch_id)").fetchall() == [(1,)]
        return len(base.execute(f"SELECT {BY_SQL}, count(*), sum(n), sum(antal), sum(antal * antal) FROM raa GROUP BY {BY_SQL}").fetchall())


ENGINES: dict[str, Callable[[Path], int]] = {"ours": ours, "polars": polars, "duckdb": duckdb}


def main() -> None:
    """engine folder -> "rows seconds megabytes", imports included: a command in a shell pays for them too."""
    engine, folder = sys.argv[1], Path(sys.argv[2])
    begun = time.perf_counter()
    rows = ENGINES[engine](folder)
    took = time.perf_counter() - begun
    print(rows, took, peak())


def peak() -> float:
    """Megabytes this process has held at most. Not ru_maxrss on Linux: that one begins with the parent's."""
    status = Path("/proc/self/status")
    if status.exists():
        return int(status.read_text().partition("VmHWM:")[2].split()[0]) / 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


if __name__ == "__main__":
    main()
