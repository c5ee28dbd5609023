# SPDX-License-Identifier: EUPL-1.2
"""PDF, key and mark -> the same PDF with one more signature: the leader certifies, the employee approves.

PAdES B-B, offline; every signature only appends, so that each file begins with the one before it. The
clock handed in is the one on the page, in the signature and in the appearance.
"""

import io
import re
from datetime import datetime
from typing import Any

from pyhanko.pdf_utils.content import PdfContent
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.pdf_utils.layout import AxisAlignment, BoxConstraints, InnerScaling, Margins, SimpleBoxLayoutRule
from pyhanko.pdf_utils.misc import PdfError
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign.fields import MDPPerm, SigSeedSubFilter
from pyhanko.sign.general import SigningError
from pyhanko.sign.signers import PdfSignatureMetadata, PdfSigner, SimpleSigner
from pyhanko.stamp import StaticStampStyle

from senior_desktop.errors import NotTicked, PaperUnreadable, WrongSigner
from senior_desktop.paper import appearance, archive, labels, revisions, verify
from senior_desktop.paper.appearance import Mark
from senior_desktop.paper.card import Card
from senior_desktop.paper.closing import FIELDS
from senior_desktop.paper.document import Words
from senior_desktop.paper.identity import Identity, OneTime, check_time

RESERVED = 3000
"""Bytes kept at least for the signature container: P-256 with two certificates needs about 1,850; the longest names, 2,400."""

BESIDE_CERTIFICATES = 1400
"""Bytes of a container beside its certificates, with an RSA signature of 4096 bits."""


def sign_as_leader(pdf: bytes, identity: Identity | Card, mark: Mark, now: datetime, password: str = "") -> bytes:
    """`pdf` certified in field "Leder" (DocMDP P=2: only signing may follow). password: of a protected file.

    Raises NotTicked (empty mark), CertificateExpired, WrongSigner (already certified, or the paper names
    another leader key), PaperUnreadable (not a paper with fields).
    """
    names = _named(pdf, password)
    if names.signed or names.leader not in ("", _plain(identity.fingerprint)):
        raise WrongSigner()
    return _sign(pdf, identity, mark, now, "leader", certify=True, password=password)


def sign_as_employee(pdf: bytes, one_time: OneTime, mark: Mark, now: datetime, password: str = "") -> bytes:
    """`pdf` with the employee's approval in field "Medarbejder".

    Raises WrongSigner when the key is not the one printed in revision 1 and certified by the leader, or
    when it is not this one's turn; NotTicked, CertificateExpired, PaperUnreadable as above.
    """
    names = _named(pdf, password)
    if names.signed != [FIELDS["leader"]] or not names.employee or names.employee != _plain(one_time.fingerprint):
        raise WrongSigner()
    if not verify.whole(pdf, password):
        raise PaperUnreadable()
    return _sign(pdf, one_time, mark, now, "employee", certify=False, password=password)


class _Names:
    """What the paper says about its signers: fields signed so far, and the keys it names (hex digits only)."""

    def __init__(self, signed: list[str], leader: str, employee: str) -> None:
        self.signed, self.leader, self.employee = signed, leader, employee


def _named(pdf: bytes, password: str) -> _Names:
    try:
        reader = PdfFileReader(io.BytesIO(pdf), strict=True)
        if password:
            reader.decrypt(password)
        signed = [signature.field_name for signature in reader.embedded_signatures]
        info = reader.get_historical_resolver(0).trailer_view["/Info"]
        return _Names(signed, *(_plain(revisions.said(info, key)) for key in (archive.LEADER, archive.EMPLOYEE)))
    except verify.PARSE_FAULTS as fault:
        raise PaperUnreadable() from fault


def _plain(fingerprint: str) -> str:
    return re.sub(r"\s", "", fingerprint).upper()


def _sign(pdf: bytes, who: Identity | Card | OneTime, mark: Mark, now: datetime, role: str, *, certify: bool,
          password: str = "") -> bytes:
    if mark.empty:
        raise NotTicked()
    check_time(who, now)
    if isinstance(who, Card):
        signer: Any = who.signer
    else:
        signer = SimpleSigner.load_pkcs12_data(who.p12, other_certs=[], passphrase=who.passphrase)
    certificates = sum(len(one.dump()) for one in (signer.signing_cert, *signer.cert_registry))
    reserved = max(RESERVED, BESIDE_CERTIFICATES + certificates)
    try:
        writer = _Appending(io.BytesIO(pdf), strict=True)
        if password:
            writer.encrypt(password)
            _open_lock(writer.prev, FIELDS[role])
        width, height = _box(writer.prev, FIELDS[role])
        language = str(writer.prev.root["/Lang"])[:2]
        page = appearance.draw(mark, _lines(who, mark, now, role, language), width, height)
        meta = PdfSignatureMetadata(
            field_name=FIELDS[role], md_algorithm="sha256", subfilter=SigSeedSubFilter.PADES, certify=certify,
            # After the employee the field's lock lets nothing but a stamp follow.
            docmdp_permissions=MDPPerm.FILL_FORMS if certify else MDPPerm.NO_CHANGES,
            embed_validation_info=False, name=who.name,
        )
        done = _Signer(
            meta, signer=signer, now=now,
            stamp_style=StaticStampStyle(
                border_width=0, background=_PageInMemory(page), background_opacity=1.0, background_layout=_AS_IS,
            ),
        ).sign_pdf(writer, existing_fields_only=True, bytes_reserved=2 * reserved)
    except (PdfError, SigningError, KeyError) as fault:
        raise PaperUnreadable() from fault
    return bytes(done.getvalue())


_AS_IS = SimpleBoxLayoutRule(
    x_align=AxisAlignment.ALIGN_MIN, y_align=AxisAlignment.ALIGN_MIN, margins=Margins(),
    inner_content_scaling=InnerScaling.NO_SCALING,
)


def _lines(who: Identity | Card | OneTime, mark: Mark, now: datetime, role: str, language: str) -> tuple[str, ...]:
    """What the appearance says: name and role, time and its source, the method, the key's fingerprint."""
    words = labels.words(language)
    title = who.title if isinstance(who, Identity | Card) and who.title else words(f"signature.{role}")
    at = labels.instant(now.isoformat(timespec="seconds"), words)
    return (
        f"{who.name}, {title}",
        words("signature.at", at=at),
        _method(who, role, words("signature.drawn" if mark.strokes else "signature.typed"), words),
        words("signature.key", fingerprint=who.fingerprint),
    )


def _method(who: Identity | Card | OneTime, role: str, how: str, words: Words) -> str:
    """What vouches for the signature: a key made here, or a certificate somebody else has issued."""
    if isinstance(who, Identity | Card) and who.issuer:
        return words("signature.method_issued", how=how, issuer=who.issuer)
    return words(f"signature.method_{role}", how=how)


def _box(reader: PdfFileReader, field: str) -> tuple[float, float]:
    """Width and height of the widget of `field`. Raises KeyError when there is none."""
    for one in reader.root["/AcroForm"]["/Fields"]:
        widget = one.get_object()
        if widget["/T"] == field:
            left, low, right, top = (float(edge) for edge in widget["/Rect"])
            return right - left, top - low
    raise KeyError(field)


def _open_lock(reader: PdfFileReader, field: str) -> None:
    """Read the names in the lock of `field` here: pyHanko takes them as they lie in the file, still encrypted."""
    for one in reader.root["/AcroForm"]["/Fields"]:
        widget = one.get_object()
        if widget["/T"] == field and "/Lock" in widget:
            names = widget["/Lock"]["/Fields"]
            names[:] = [names[place] for place in range(len(names))]


class _Appending(IncrementalPdfFileWriter):
    """Adds revisions and leaves what is there alone.

    pyHanko would rewrite the XMP on every save (which breaks PDF/A and our rule that it never changes) and
    write /Version 2.0 into the catalogue. Both methods are private to it: hence the pinned version.
    """

    def _update_meta(self) -> None:
        return None

    def ensure_output_version(self, version: Any) -> None:
        return None


class _Signer(PdfSigner):
    """A signer whose clock is handed in."""

    def __init__(self, *arguments: Any, now: datetime, **more: Any) -> None:
        super().__init__(*arguments, **more)
        self._now = now

    def init_signing_session(self, *arguments: Any, **more: Any) -> Any:
        session = super().init_signing_session(*arguments, **more)
        session.system_time = self._now
        return session


class _PageInMemory(PdfContent):
    """A page of a PDF held in memory. pyHanko's own class reads from a file name: strokes would touch the disk."""

    def __init__(self, page: bytes) -> None:
        super().__init__()
        self._page = page

    def render(self) -> bytes:
        imported = self._ensure_writer.import_page_as_xobject(PdfFileReader(io.BytesIO(self._page)), page_ix=0)
        self.resources.xobject["/Mark"] = imported
        left, low, right, top = (float(edge) for edge in imported.get_object()["/BBox"])
        self.box = BoxConstraints(width=right - left, height=top - low)
        return b"/Mark Do"
