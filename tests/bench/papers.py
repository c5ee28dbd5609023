# SPDX-License-Identifier: EUPL-1.2
"""A four-page paper made, signed twice and checked -> beside the same calls of the libraries without our code around them.

Making: ReportLab's own document with the same texts and tables and the same QR code, pikepdf's rewriting, attaching and
saving, pyHanko's two signatures with drawings. Checking: pyHanko's validation of both signatures against their roots, with
its own analysis of later changes; ours does more, prints the data anew, and does so in other processes.
"""

import io
import logging
import time
from collections.abc import Callable
from statistics import median
from typing import Any


def making(n: int) -> tuple[float, float]:
    """Generate, finish and two signatures; ours and the bare calls in seconds."""
    import pikepdf
    from paper import papers
    from paper.signed_papers import DRAWN, signed
    from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
    from pyhanko.sign.fields import SigFieldSpec, SigSeedSubFilter, append_signature_field
    from pyhanko.sign.signers import PdfSignatureMetadata, PdfSigner, SimpleSigner
    from reportlab.platypus import Flowable, Paragraph, SimpleDocTemplate, Spacer, Table

    from senior_desktop.paper import appearance, closing, content, fonts, pdf, signing
    from senior_desktop.paper.closing import Identities
    from senior_desktop.paper.style import TEXT_WIDTH, styles

    whole, moment = signed(), papers.NOW
    paper = _four_pages()
    keys = Identities(whole.employee.fingerprint, whole.leader.fingerprint)

    def ours() -> None:
        made = pdf.make(paper, identities=keys)
        made = signing.sign_as_leader(made, whole.leader, DRAWN, moment)
        signing.sign_as_employee(made, whole.employee, DRAWN, moment)

    def story() -> list[Any]:
        told: list[Any] = []
        for block in paper.blocks:
            rows = getattr(block, "rows", None)
            if rows:
                cells = [[Paragraph(fonts.markup(text), styles()["cell"]) for text in row] for row in rows]
                told.append(Table(cells, colWidths=[TEXT_WIDTH / len(rows[0])] * len(rows[0]), repeatRows=1, splitInRow=60))
            for text in (*getattr(block, "items", ()), getattr(block, "text", "")):
                if text:
                    told.append(Paragraph(fonts.markup(text), styles()["body"]))
            told.append(Spacer(1, 6))
        return told

    class Code(Flowable):
        """The same code as one path, as ReportLab encodes it."""

        width = height = 84

        def draw(self) -> None:
            closing._paint_qr(self.canv, 84, 84, text=closing.qr_text(paper))

    def bare() -> None:
        out, saved = io.BytesIO(), io.BytesIO()
        SimpleDocTemplate(out, invariant=1, pageCompression=1, initialFontName=fonts.REGULAR).build([*story(), Code()])
        with pikepdf.open(out) as opened:
            for item in opened.objects:
                if isinstance(item, pikepdf.Stream):
                    item.write(item.read_bytes())
            opened.attachments[content.NAME] = pikepdf.AttachedFileSpec(opened, content.canonical(paper.data))
            opened.save(saved, object_stream_mode=pikepdf.ObjectStreamMode.disable, deterministic_id=True)
        made = saved.getvalue()
        for who, field in ((whole.leader, "Leder"), (whole.employee, "Medarbejder")):
            drawing = appearance.draw(DRAWN, ("En, To",) * 4, 234, 74)
            writer = IncrementalPdfFileWriter(io.BytesIO(made))
            append_signature_field(writer, SigFieldSpec(field, box=(50, 50, 284, 124)))
            signer = SimpleSigner.load_pkcs12_data(who.p12, other_certs=[], passphrase=who.passphrase)
            meta = PdfSignatureMetadata(field_name=field, md_algorithm="sha256", subfilter=SigSeedSubFilter.PADES)
            style = signing.StaticStampStyle(border_width=0, background=signing._PageInMemory(drawing))
            made = PdfSigner(meta, signer=signer, stamp_style=style).sign_pdf(writer).getvalue()

    return in_turn(ours, bare, n)


def checking(n: int) -> tuple[float, float]:
    """The whole check as the window asks for it, and bare validation, in seconds."""
    from asn1crypto import x509
    from cryptography.hazmat.primitives.serialization import Encoding, pkcs12
    from paper.signed_papers import signed
    from pyhanko.pdf_utils.reader import PdfFileReader
    from pyhanko.sign.validation import validate_pdf_signature
    from pyhanko_certvalidator import ValidationContext

    from senior_desktop.paper import checking as ours_of

    whole, roots = signed(), []
    for who in (whole.leader, whole.employee):
        _, _, above = pkcs12.load_key_and_certificates(who.p12, who.passphrase)
        roots.append(x509.Certificate.load(above[0].public_bytes(Encoding.DER)))
    logging.getLogger("pyhanko_certvalidator").setLevel(logging.CRITICAL + 1)
    logging.getLogger("pyhanko").setLevel(logging.CRITICAL + 1)
    pool = ours_of.Pool()

    def ours() -> None:
        assert pool.check(whole.twice, whole.book).colour == "green"

    def bare() -> None:
        for one in PdfFileReader(io.BytesIO(whole.twice)).embedded_signatures:
            validate_pdf_signature(one, ValidationContext(trust_roots=roots, allow_fetching=False))

    try:
        return in_turn(ours, bare, n)
    finally:
        pool.end()


def _four_pages() -> Any:
    from paper import papers

    told = papers.blocks(12, 7, signed=False)
    return papers.paper(blocks=(*told, *papers.blocks(0, 7, signed=False)[6:], *papers.blocks(0, 7)[6:]))


def in_turn(ours: Callable[[], None], bare: Callable[[], None], n: int) -> tuple[float, float]:
    """Medians of n runs each, one after the other; the first pair only warms up."""
    pairs = [(_timed(ours), _timed(bare)) for _ in range(n + 1)][1:]
    return median(one for one, _ in pairs), median(other for _, other in pairs)


def _timed(act: Callable[[], None]) -> float:
    begun = time.perf_counter()
    act()
    return time.perf_counter() - begun


if __name__ == "__main__":
    import sys
    from pathlib import Path

    sys.path[:0] = [str(Path(__file__).resolve().parents[1]), str(Path(__file__).resolve().parents[2])]
    for words, found in (("making", making(9)), ("checking", checking(9))):
        print(f"{words:<12}{found[0] / found[1]:>7.2f}{found[0] * 1000:>10.2f}{found[1] * 1000:>10.2f}")
