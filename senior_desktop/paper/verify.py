# SPDX-License-Identifier: EUPL-1.2
"""PDF bytes and the book of known seals -> Verdict: green, yellow, red or unreadable, with a line for each question.

Green only when every strict rule of the paper page holds; a line that was not checked says so. Nothing is
fetched, nothing is written. Whatever the bytes are, the answer is a Verdict, never an exception.
"""

import io
import logging
import re
import struct
import zlib
from typing import Any

import msgspec
import pikepdf
from cryptography import x509
from cryptography.exceptions import InvalidSignature, UnsupportedAlgorithm
from pyhanko.pdf_utils.crypt.api import AuthStatus
from pyhanko.pdf_utils.misc import PdfError
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign.diff_analysis import ModificationLevel
from pyhanko.sign.fields import MDPPerm
from pyhanko.sign.general import SigningError
from pyhanko.sign.validation.errors import SignatureValidationError
from pyhanko.sign.validation.status import SignatureCoverageLevel

from senior_desktop.paper import archive, container, content, rendering, revisions
from senior_desktop.paper.closing import FIELDS
from senior_desktop.paper.container import Signer
from senior_desktop.paper.seals import Seals, paper_key, plain
from senior_desktop.paper.verdict import SHEETS, Colour, Line, Rendered, Result, Verdict, with_rendering, worst

for _name in ("pyhanko", "pyhanko_certvalidator"):
    # They log pieces of the file and names from certificates; nothing of a paper may reach a log.
    logging.getLogger(_name).setLevel(logging.CRITICAL + 1)

LIMIT_BYTES, LIMIT_PAGES, LIMIT_JSON = 25 * 1024 * 1024, 200, 5 * 1024 * 1024

PARSE_FAULTS = (
    PdfError, SigningError, SignatureValidationError, InvalidSignature, UnsupportedAlgorithm, ValueError, TypeError,
    LookupError, AttributeError, ArithmeticError, AssertionError, RecursionError, EOFError,
    NotImplementedError,  # pyHanko's word for a filter or cipher it does not know
    OSError, zlib.error, struct.error, x509.InvalidVersion, x509.DuplicateExtension, x509.ExtensionNotFound,
    x509.UnsupportedGeneralNameType, x509.AttributeNotFound, pikepdf.PdfError, msgspec.MsgspecError,
)
"""What the parsers throw at bytes that are not a whole PDF (found by fuzzing). All mean: not as it should be."""


def verify(pdf: bytes, seals: Seals, *, sha256: str = "", password: str = "", rendered: Rendered | None = None) -> Verdict:
    """The verdict on `pdf`.

    sha256: the checksum of a receipt, when there is one to compare with. password: of a protected file. rendered: what
    `rendering.compare` found, when it was asked elsewhere.
    """
    found = _without_rendering(pdf, seals, sha256, password)
    if rendered is None:
        rendered = compared(pdf, password) if found.colour in (Colour.GREEN, Colour.YELLOW) else Rendered.NOT_ASKED
    return with_rendering(found, rendered)


def compared(pdf: bytes, password: str = "") -> Rendered:
    """`rendering.compare`; data that break the printing are BROKE."""
    try:
        return rendering.compare(pdf, password)
    except PARSE_FAULTS:
        return Rendered.BROKE


def _without_rendering(pdf: bytes, seals: Seals, sha256: str, password: str) -> Verdict:
    # The end mark is looked for here first: pyHanko's own search takes seconds in a file that has none.
    if len(pdf) > LIMIT_BYTES or not pdf.startswith(b"%PDF-1.") or b"%%EOF" not in pdf[-1024:]:
        return Verdict(Colour.UNREADABLE)
    try:
        reader = PdfFileReader(io.BytesIO(pdf), strict=True)
        if reader.encrypted:
            if not password:
                return Verdict(Colour.UNREADABLE, (Line("locked", Result.BAD),))
            if reader.decrypt(password).status is AuthStatus.FAILED:
                return Verdict(Colour.UNREADABLE, (Line("password", Result.BAD),))
        pages = int(reader.root["/Pages"]["/Count"])
        found = list(reader.embedded_signatures)
        # No boxes, and no signature in an older revision either: nobody took one away.
        made_without = "/AcroForm" not in reader.root and b"/ByteRange" not in pdf
    except PARSE_FAULTS:
        return Verdict(Colour.UNREADABLE)
    if not 0 < pages <= LIMIT_PAGES:
        return Verdict(Colour.UNREADABLE)
    if not found:
        return Verdict(Colour.RED, (Line("no_boxes" if made_without else "signed", Result.BAD),))
    try:
        return _judged(pdf, reader, found, seals, sha256)
    except PARSE_FAULTS:
        return Verdict(Colour.RED, (Line("integrity", Result.BAD),))


def whole(pdf: bytes, password: str = "") -> bool:
    """Whether `pdf` is signed and unchanged, whoever signed it."""
    found = verify(pdf, Seals(), password=password, rendered=Rendered.NOT_ASKED)
    return found.colour in (Colour.GREEN, Colour.YELLOW)


def _judged(pdf: bytes, reader: PdfFileReader, found: list[Any], seals: Seals, sha256: str) -> Verdict:
    """The lines one by one; the worst of them is the colour."""
    stamps = [one for one in found if one.sig_object_type == "/DocTimeStamp"]
    signatures = [one for one in found if one.sig_object_type != "/DocTimeStamp"]
    signers = {str(one.field_name): container.read(one, pdf) for one in signatures}
    info = reader.get_historical_resolver(0).trailer_view["/Info"]
    number, version, kind = (revisions.said(info, key) for key in (archive.NUMBER, archive.VERSION, archive.KIND))
    fields = revisions.known_fields(reader)
    lines = [
        _line("integrity", _whole(found) and all(one.sound for one in signers.values())),
        _line("revisions", revisions.in_order(reader, signatures, stamps) and revisions.same_metadata(reader)),
        _line("fields", fields),
    ]
    lines += _parties(signatures, signers, info, revisions.expected(reader) if fields else [], seals)
    lines.append(_content(reader, info))
    if sha256:
        lines.append(_line("receipt", sha256.replace(" ", "").lower() == content.checksum(pdf)))
    if seals.damaged:
        lines.append(Line("seals", Result.WARN))
    lines += [_stamp(container.read_stamp(one, pdf)) for one in stamps]
    times = [one.time for one in signers.values() if one.time is not None]
    shown = max(times).isoformat(timespec="seconds") if times else "-"
    lines += [
        Line("time", Result.INFO, {"time": shown}),
        Line("rendering", Result.INFO),
        _standing(number, version, kind, seals),
        Line("claim", Result.INFO, {"claim": claim}) if (claim := _claim(reader)) else Line("claim_none", Result.INFO),
    ]
    if reader.encrypted:
        lines.append(Line("protected", Result.INFO))
    return Verdict(worst(lines), tuple(lines), number, version, kind)


def _line(key: str, good: bool, **facts: str) -> Line:
    return Line(key, Result.OK if good else Result.BAD, facts)


def _standing(number: str, version: str, kind: str, seals: Seals) -> Line:
    """What this computer's book knows of later versions; what it does not know, nobody offline can."""
    facts = {"number": number, "version": version}
    # A notice bears the number of what it withdraws, and holds.
    state = seals.papers.get(paper_key(number, version)) if kind in SHEETS else None
    return Line("version", Result.INFO, facts) if state is None else Line(f"version_{state}", Result.WARN, facts)


def _stamp(stamp: container.Stamp) -> Line:
    """A later time stamp: told when it is genuine; whether its authority is one, nobody here can know."""
    if not stamp.genuine:
        return Line("stamp", Result.BAD)
    facts = {"name": stamp.name, "time": stamp.time.isoformat(timespec="seconds")}
    return Line("stamp", Result.INFO if stamp.sound else Result.WARN, facts)


def _whole(found: list[Any]) -> bool:
    """Rules 2-4: pyHanko's own view of coverage and later changes; the newest signature covers the whole file."""
    for one in found:
        one.compute_integrity_info()
        summary = one.summarise_integrity_info()
        level = getattr(summary["diff_result"], "modification_level", ModificationLevel.OTHER)
        if summary["docmdp_ok"] is not True or level > ModificationLevel.FORM_FILLING:
            return False
        if one.coverage < SignatureCoverageLevel.ENTIRE_REVISION:
            return False
    return bool(found[-1].coverage == SignatureCoverageLevel.ENTIRE_FILE)


def _parties(
    signatures: list[Any], signers: dict[str, Signer], info: Any, expected: list[str], seals: Seals,
) -> list[Line]:
    """Rules 8 and 9: the leader certified first and is known; the employee's key is the one the paper names."""
    lines = []
    leader, employee = signers.get(FIELDS["leader"]), signers.get(FIELDS["employee"])
    if leader is None:
        # Whoever else signed, nobody certified the paper: that is no paper of ours.
        lines.append(Line("leader", Result.BAD))
    else:
        first = signatures[0]
        named = plain(revisions.said(info, archive.LEADER))
        right = (
            str(first.field_name) == FIELDS["leader"] and first.docmdp_level == MDPPerm.FILL_FORMS
            and leader.sound and named in ("", plain(leader.fingerprint))
        )
        lines.append(_known(leader, seals) if right else Line("leader", Result.BAD))
        if right and leader.issuer:
            lines.append(Line("issuer", Result.INFO, {"issuer": leader.issuer}))
    if employee is not None:
        named = plain(revisions.said(info, archive.EMPLOYEE))
        right = employee.sound and named == plain(employee.fingerprint) != "" and len(signatures) == 2
        lines.append(_line("employee", right, **_who(employee)) if right else Line("employee", Result.BAD))
    elif FIELDS["employee"] in expected:
        lines.append(Line("employee_missing", Result.WARN))
    return lines


def _who(signer: Signer) -> dict[str, str]:
    return {"name": signer.name, "fingerprint": signer.fingerprint}


def _known(leader: Signer, seals: Seals) -> Line:
    """Known by the leaf's own seal or by the root HR holds; a block on either of them counts."""
    entries = [seals.find(leader.fingerprint, "leader"), *(seals.find(root, "root") for root in leader.roots)]
    found = [seal for seal in entries if seal is not None]
    blocked = [seal.since for seal in found if seal.blocked]
    if blocked:
        return Line("leader_blocked", Result.WARN, _who(leader) | {"since": min(blocked) or "-"})
    return Line("leader", Result.OK if found else Result.WARN, _who(leader))


def _content(reader: PdfFileReader, info: Any) -> Line:
    """Rule 10: exactly one attachment, canonical JSON, with the checksum that revision 1 prints.

    A paper made without it says so in what the leader certified, and then has none (policy AttachData).
    """
    if revisions.said(info, archive.DATA) == archive.WITHOUT:
        none = "/AF" not in reader.root and "/EmbeddedFiles" not in reader.root.get("/Names", {})
        return Line("content", Result.INFO if none else Result.BAD)
    names = reader.root["/Names"]["/EmbeddedFiles"]["/Names"]
    attached = reader.root["/AF"]
    if len(names) != 2 or len(attached) != 1 or names.raw_get(1) != attached.raw_get(0):
        return Line("content", Result.BAD)
    spec = names[1]
    stream = spec["/EF"]["/F"]
    plain_flate = stream.get("/Filter") == "/FlateDecode" and "/DecodeParms" not in stream
    # Unpacked with a ceiling: a small stream may claim gigabytes.
    unpacker = zlib.decompressobj()
    data = unpacker.decompress(stream.encoded_data, LIMIT_JSON) if plain_flate else b""
    printed = revisions.said(info, archive.CHECKSUM)
    good = (
        plain_flate and unpacker.eof and str(names[0]) == content.NAME and content.is_canonical(data)
        and content.checksum(data) == printed
    )
    return _line("content", good, checksum=printed) if good else Line("content", Result.BAD)


def _claim(reader: PdfFileReader) -> str:
    """The profiles the XMP claims, e.g. "PDF/A-3A, PDF/UA-1"; "" for none."""
    xmp = reader.root["/Metadata"].data.decode("utf-8", "replace") if "/Metadata" in reader.root else ""
    part, level = (re.search(rf"<pdfaid:{key}>(\w)<", xmp) for key in ("part", "conformance"))
    accessible = re.search(r"<pdfuaid:part>(\w)<", xmp)
    claims = [f"PDF/A-{part[1]}{level[1] if level else ''}"] if part else []
    claims += [f"PDF/UA-{accessible[1]}"] if accessible else []
    return ", ".join(claims)
