# SPDX-License-Identifier: EUPL-1.2
"""This computer -> how our ways compare with the bare ones, in one run and in turn; ratios first, no test.

Each pair is measured alternately, so that other load hits both; the median counts, n stands beside it.
"""

import csv
import io
import os
import sqlite3
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path
from statistics import median
from typing import Any

HERE = Path(__file__).resolve()
sys.path[:0] = [str(HERE.parents[1]), str(HERE.parents[2])]

DONE = """
import os, time
begun = float(os.environ["BEGUN"])
def painted(self, event):
    from PySide6.QtCore import QTimer
    QTimer.singleShot(0, lambda: (print(time.monotonic() - begun, flush=True), os._exit(0)))
"""
"""The window's own paint event, and what it holds painted after it. A filter over all events would itself be dear."""

BARE = DONE + """
from PySide6.QtWidgets import QApplication, QWidget
class Window(QWidget):
    paintEvent = painted
qt, window = QApplication([]), Window()
window.resize(1280, 860)
window.show()
qt.exec()
"""
OURS = DONE + """
import sys
from pathlib import Path
from senior_desktop.app import run
from senior_desktop.ui import application  # before any of Qt, as the app does: it keeps Qt's import hook away
from senior_desktop.ui.main_window import MainWindow
MainWindow.paintEvent = painted
run(Path(sys.argv[1]), "offscreen")
"""


def painted(code: str, *words: str) -> float:
    """Seconds from before the process is started to its first paint event."""
    # As installed: our modules are compiled once, at the first start.
    kept = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    own = kept | {"QT_QPA_PLATFORM": "offscreen", "BEGUN": repr(time.monotonic()), "PYTHONPATH": str(HERE.parents[2])}
    done = subprocess.run([sys.executable, "-c", code, *words], env=own, capture_output=True, text=True, timeout=60, check=True)
    return float(done.stdout.splitlines()[-1])


def timed(act: Callable[[], Any]) -> float:
    """Seconds that `act` takes."""
    begun = time.perf_counter()
    act()
    return time.perf_counter() - begun


def in_turn(ours: Callable[[], float], bare: Callable[[], float], n: int) -> tuple[float, float]:
    """Medians of n runs each, one after the other; the first pair only warms up."""
    pairs = [(ours(), bare()) for _ in range(n + 1)][1:]
    return median(one for one, _ in pairs), median(other for _, other in pairs)


def first_paint(place: Path, n: int) -> tuple[float, float]:
    """The unlock window of a vault that exists, beside an empty QWidget of the same size."""
    from factory import make_vault

    make_vault(place / "paint", now).close()
    return in_turn(lambda: painted(OURS, str(place / "paint")), lambda: painted(BARE), n)


def one_answer(place: Path, n: int) -> tuple[float, float]:
    """An answer of 400 letters through the story, beside the same bytes in plain SQLite (WAL, synchronous=FULL)."""
    from factory import keep, make_talk, make_vault

    from senior_desktop import story
    from senior_desktop.conversation.conversation import Answer

    vault = make_vault(place / "save", now)
    talk = keep(vault, make_talk())
    plain = sqlite3.connect(place / "plain.db", isolation_level=None)
    plain.execute("PRAGMA journal_mode=WAL")
    plain.execute("PRAGMA synchronous=FULL")
    plain.execute("CREATE TABLE answers (id TEXT PRIMARY KEY, said TEXT)")
    plain.execute("INSERT INTO answers VALUES ('c12', '')")
    turn = iter(range(10**6))

    def ours() -> float:
        words = f"{next(turn):06} " + "ro " * 131
        return timed(lambda: story.record(vault, talk, "c12", Answer(words)))

    def bare() -> float:
        words = f"{next(turn):06} " + "ro " * 131
        return timed(lambda: plain.execute("UPDATE answers SET said = ? WHERE id = 'c12'", (words,)))

    found = in_turn(ours, bare, n)
    vault.close()
    plain.close()
    return found


def paper(n: int) -> tuple[float, float]:
    """A tagged, archivable sheet of a talk with two signatures and their drawings, beside a canvas with the same words
    in the same font and two signatures of the library with the same keys."""
    from factory import make_talk, make_template, make_workplace
    from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
    from pyhanko.sign.fields import SigSeedSubFilter
    from pyhanko.sign.signers import PdfSignatureMetadata, PdfSigner, SimpleSigner
    from reportlab.pdfbase import pdfmetrics
    from reportlab.pdfbase.ttfonts import TTFont
    from reportlab.pdfgen.canvas import Canvas

    from senior_desktop import at_hand, paths
    from senior_desktop.conversation import summary
    from senior_desktop.paper import identity, pdf, signing
    from senior_desktop.paper.appearance import Mark
    from senior_desktop.paper.closing import Identities

    words = "Aftenvagterne fylder mest, og de bliver færre fra januar, når den nye kollega er startet. "
    talk = make_talk({"c12": words * 4, "c13": words * 4, "c23": words * 4, "c53": words * 4, "c91": words * 4, "e01": words * 8})
    sheet = summary.conversation_sheet(talk, make_template(), make_workplace(), at_hand.words("da"), now().isoformat(timespec="seconds"))
    moment = now()
    leader = identity.make_identity("Søren Håkansson", "Afdelingsleder", "Eksempel Kommune", moment)
    employee = identity.one_time_identity("Kirsten Ærø Møller", "Eksempel Kommune", moment)
    drawn = Mark(strokes=(tuple((place / 40, (place * 7 % 11) / 11) for place in range(40)),))
    lines = [text for block in sheet.blocks for text in _words_of(block)]

    def ours() -> None:
        made = pdf.make(sheet, identities=Identities(leader=leader.fingerprint, employee=employee.fingerprint))
        signing.sign_as_employee(signing.sign_as_leader(made, leader, drawn, moment), employee, drawn, moment)

    def bare() -> None:
        pdfmetrics.registerFont(TTFont("Bare", str(paths.resources() / "fonts" / "Lato-Regular.ttf")))
        out = io.BytesIO()
        canvas = Canvas(out)
        height = 800
        for line in lines:
            for start in range(0, len(line), 95):
                if height < 60:
                    canvas.showPage()
                    height = 800
                canvas.setFont("Bare", 10)
                canvas.drawString(50, height, line[start : start + 95])
                height -= 14
        canvas.save()
        content = out.getvalue()
        for who, field in ((leader, "Leader"), (employee, "Employee")):
            signer = SimpleSigner.load_pkcs12_data(who.p12, other_certs=[], passphrase=who.passphrase)
            meta = PdfSignatureMetadata(field_name=field, md_algorithm="sha256", subfilter=SigSeedSubFilter.PADES)
            content = PdfSigner(meta, signer=signer).sign_pdf(IncrementalPdfFileWriter(io.BytesIO(content))).getvalue()

    return in_turn(lambda: timed(ours), lambda: timed(bare), n)


def _words_of(block: Any) -> list[str]:
    """The texts of a Document's block."""
    found: list[str] = []
    for name in getattr(type(block), "__slots__", ()) or vars(block):
        value = getattr(block, name, "")
        flat = [value] if isinstance(value, str) else [str(cell) for row in value or () for cell in (row if isinstance(row, tuple) else (row,))] if isinstance(value, tuple) else []
        found += [one for one in flat if len(one) > 3]
    return found


def pooled(place: Path, files: int, n: int) -> tuple[float, float]:
    """So many leaders' files read, checked, pooled; beside the csv module and sums in plain SQLite of the same files."""
    from factory import make_talk

    from senior_desktop import story
    from senior_desktop.hr import batch, csv_file, indicators

    asked = indicators.shipped()["sen1-e1"]
    codes = indicators.codes(make_talk({"c11": 3, "c92": (1,), "g1": 3, "g2": 4, "g3": 1}), asked)
    folder = place / "files"
    folder.mkdir()
    for number in range(files):
        waiting = [(os.urandom(32), codes) for _ in range(5)]
        sealed = batch.make_batch(waiting, [], batch.half_year(date.today()), f"O{number % 9}", asked, None)
        (folder / csv_file.file_name(sealed)).write_bytes(csv_file.to_bytes(sealed))
    paths = sorted(folder.iterdir())

    def ours() -> None:
        assert story.pool_files(paths).taken == files

    def bare() -> None:
        totals = sqlite3.connect(":memory:")
        totals.execute("CREATE TABLE counts (skema, batch, periode, omraade, n, spoergsmaal, svar, antal, segl)")
        for file in paths:
            with file.open(encoding="utf-8-sig", newline="") as opened:
                rows = list(csv.reader(opened, delimiter=";"))[1:]
            totals.executemany("INSERT INTO counts VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)", rows)
        totals.execute("SELECT omraade, spoergsmaal, svar, sum(antal), count(*) FROM counts GROUP BY 1, 2, 3").fetchall()
        totals.close()

    return in_turn(lambda: timed(ours), lambda: timed(bare), n)


def draws(many: int, n: int) -> None:
    """Microseconds a draw of noise takes us at the two scales of epsilon 1, and OpenDP's sampler where it is installed."""
    from fractions import Fraction
    from importlib.util import find_spec

    from senior_desktop.hr.noise import Stream, discrete_laplace

    print(f"\none draw of noise, of {many:,}; goal 40 µs")
    for kind, scale in (("yes or no", 1), ("list", 2)):
        stream = Stream(os.urandom(32))

        def ours(scale: int = scale, stream: Stream = stream) -> float:
            return timed(lambda: [discrete_laplace(stream, Fraction(scale)) for _ in range(many)])

        if find_spec("opendp"):
            import opendp.prelude as dp

            dp.enable_features("contrib")
            noisy = dp.m.make_laplace(dp.atom_domain(T=int), dp.absolute_distance(T=int), scale=float(scale))
            own, theirs = in_turn(ours, lambda noisy=noisy: timed(lambda: [noisy(0) for _ in range(many)]), n)
            print(f"  {kind:<10}{own / theirs:>7.2f} x{own / many * 1e6:>9.1f} µs  OpenDP{theirs / many * 1e6:>8.1f} µs   n {n}")
        else:
            print(f"  {kind:<10}{'':>9}{median(ours() for _ in range(n)) / many * 1e6:>9.1f} µs   n {n}")


def peers(place: Path, files: int, n: int) -> None:
    """So many files pooled by us and by engines made for it, each in a process of its own, in turn; prints a line each.

    The engines come with `pip install --require-hashes -r packaging/requirements/bench.txt`; without them that is said.
    """
    from importlib.util import find_spec

    from factory import make_talk

    from senior_desktop.hr import batch, csv_file, indicators

    asked = indicators.shipped()["sen1-e1"]
    codes = indicators.codes(make_talk({"c11": 3, "c92": (1,), "g1": 3, "g2": 4, "g3": 1}), asked)
    first = batch.make_batch([(os.urandom(32), codes) for _ in range(5)], [], batch.half_year(date.today()), "O1", asked, None)
    folder = place / "many"
    folder.mkdir()
    for number in range(files):  # as many leaders, each with counts of its own; drawn once, since drawing is not what is measured
        rows = tuple(row._replace(count=row.count + (number * 7 + at) % 5) for at, row in enumerate(first.rows))
        own = batch.sealed(replace(first, batch_id="b" + os.urandom(16).hex(), area=f"O{number % 9}", rows=rows), None)
        (folder / f"{number:06}.csv").write_bytes(csv_file.to_bytes(own))
    there = [name for name in ("ours", "polars", "duckdb") if name == "ours" or find_spec(name)]
    seen: dict[str, list[tuple[float, float]]] = {name: [] for name in there}
    env = os.environ | {"PYTHONPATH": str(HERE.parents[2])}
    for _ in range(n + 1):
        for name in there:
            command = [sys.executable, str(HERE.with_name("peers.py")), name, str(folder)]
            said = subprocess.run(command, env=env, capture_output=True, text=True, check=True).stdout.split()
            seen[name].append((float(said[-2]), float(said[-1])))
    own_time = median(took for took, _ in seen["ours"][1:])
    print(f"\n{files:,} files ({files * len(first.rows):,} rows), seals checked and pooled; a process each, imports included")
    for name in there:
        took = median(one for one, _ in seen[name][1:])
        print(f"  {name:<10}{own_time / took:>7.2f} x{took:>9.2f} s{median(size for _, size in seen[name][1:]):>9.0f} MB   n {n}")
    for name in {"polars", "duckdb"} - set(there):
        print(f"  {name:<10}is not installed here (packaging/requirements/bench.txt)")


def now() -> datetime:
    """The clock here."""
    return datetime.now().astimezone()


def main() -> None:
    """One table."""
    import papers  # beside this file

    print("Ours beside the bare libraries, in turn in this run; medians. Ratios count, milliseconds are this computer's.\n")
    print(f"{'':<58}{'ratio':>7}{'ours ms':>10}{'bare ms':>10}{'n':>5}")
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder)
        for words, n, measure in (
            ("first paint (unlock) / empty QWidget; goal 1.5", 15, lambda n: first_paint(place, n)),
            ("one answer saved / the same in plain SQLite", 300, lambda n: one_answer(place, n)),
            ("PDF and two signatures / bare canvas and signatures", 9, paper),
            ("a paper and two signatures / the same calls, bare; 1.2", 9, papers.making),
            ("a paper checked, data and all / bare validation; 1.3", 15, papers.checking),
            ("1,000 files for HR pooled / csv and SQLite sums", 5, lambda n: pooled(place, 1000, n)),
        ):
            ours, bare = measure(n)
            print(f"{words:<58}{ours / bare:>7.2f}{ours * 1000:>10.2f}{bare * 1000:>10.2f}{n:>5}", flush=True)
        draws(10_000, 5)
        import keeping

        keeping.report(place, now, in_turn, timed)
        peers(place, int(sys.argv[1]) if sys.argv[1:] else 10_000, 3)


if __name__ == "__main__":
    main()
