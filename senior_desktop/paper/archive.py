# SPDX-License-Identifier: EUPL-1.2
"""ReportLab's pages -> the finished, tagged archive file: metadata, colour, attachment, signature fields.

Everything a reader, a validator or a signer needs that ReportLab cannot write. Byte for byte the same for
the same document. The XMP claims PDF/A-3a and PDF/UA-1; the tests hold the claim against a validator.
"""

import io
import re
import secrets
import zlib
from datetime import datetime
from xml.sax.saxutils import escape

import pikepdf
from pikepdf import Array, AttachedFileSpec, Dictionary, Name, OutlineItem, String

from senior_desktop import paths
from senior_desktop.paper import content, fonts, forms, labels
from senior_desktop.paper.blanks import Place
from senior_desktop.paper.closing import FIELDS, Identities
from senior_desktop.paper.document import Document
from senior_desktop.paper.tagging import Element, plant

STAMP_FIELD = "Tidsstempel"
"""The invisible field kept free for a later RFC 3161 stamp."""

LOCALES = {"da": "da-DK", "en": "en-GB"}

NUMBER, VERSION, KIND, CHECKSUM, EMPLOYEE, LEADER, DATA = (
    Name("/" + name) for name in (
        "SeniorsamtaleNumber", "SeniorsamtaleVersion", "SeniorsamtaleKind", "SeniorsamtaleSHA256",
        "SeniorsamtaleEmployeeKey", "SeniorsamtaleLeaderKey", "SeniorsamtaleData",
    )
)
"""Info entries that repeat what the panel prints, for the checker; signed with the rest of revision 1."""

WITHOUT = "none"
"""What DATA says of a paper made without the attachment; signed, so that nobody can take one away unseen."""

Places = dict[str, tuple[int, float, float, float, float, str]]


def finish(
    raw: bytes, document: Document, identities: Identities, tree: Element, places: Places,
    outline: list[tuple[str, int, float]], entries: dict[str, Place] | None = None, password: str = "",
) -> bytes:
    """`raw` pages of `document` -> the finished file.

    tree: what was drawn, in reading order. places: signature boxes by field name (page from 1, left, low,
    right, top in points, tooltip). outline: (text, page from 1, top in points). entries: text fields, likewise.
    password: opens the file, which then is encrypted and claims no profile: PDF/A forbids encryption.
    """
    with pikepdf.open(io.BytesIO(raw)) as pdf:
        for page in pdf.pages:
            # ReportLab writes an empty one on every page, which PDF/A forbids.
            if "/Trans" in page.obj:
                del page.obj["/Trans"]
        mend_fonts(pdf)
        _catalogue(pdf, document)
        _outline(pdf, outline)
        if document.data and document.attached:
            _attach(pdf, document)
        widgets = _fields(pdf, places, tree, document.language) | forms.text_fields(pdf, entries or {})
        plant(pdf, tree, widgets)
        _metadata(pdf, document, identities if places else Identities(), claim=not password)
        mend_ends(pdf)
        out = io.BytesIO()
        pdf.save(
            out, min_version="1.7", object_stream_mode=pikepdf.ObjectStreamMode.disable, compress_streams=True,
            deterministic_id=not password, fix_metadata_version=False,
            # Revision 6: AES-256 (ISO 32000-2, 7.6). One password, which opens the file and no more than that.
            encryption=pikepdf.Encryption(owner=secrets.token_urlsafe(32), user=password, R=6) if password else False,
        )
    return out.getvalue()


def mend_fonts(pdf: pikepdf.Pdf) -> None:
    """Rewrite the ToUnicode maps of `pdf`: no entry to U+0000, at most 100 to a block (PDF/A level A)."""
    for item in pdf.objects:
        if not (isinstance(item, Dictionary) and item.get("/Type") == Name.Font and "/ToUnicode" in item):
            continue
        text = item.ToUnicode.read_bytes().decode("ascii")
        pairs = [pair for pair in re.findall(r"<([0-9A-F]{2})> <([0-9A-F]{4,})>", text) if pair[1] != "0000"]
        blocks = []
        for start in range(0, len(pairs), 100):
            part = pairs[start : start + 100]
            blocks += [f"{len(part)} beginbfchar", *(f"<{code}> <{sign}>" for code, sign in part), "endbfchar"]
        middle = "\n".join(blocks)
        mended = re.sub(r"\d+ beginbfchar.*endbfchar", lambda _, new=middle: new, text, flags=re.S)
        # <00> <FF>: ReportLab's range ends at the last entry, in which a code of its own may lie outside.
        mended = re.sub(r"<00> <[0-9A-F]{2}>\nendcodespacerange", "<00> <FF>\nendcodespacerange", mended)
        item.ToUnicode.write(mended.encode("ascii"))


def mend_ends(pdf: pikepdf.Pdf) -> None:
    """No compressed stream of `pdf` ends like a line end: a strict reader takes that byte for the one before "endstream".

    The last byte of a deflated stream is the low one of its data's Adler-32, so a byte more of data changes it.
    A blank ends no page and no map; after the last table of a font nothing is read. The attachment's data must stay as they
    are: there the blank follows the packed data, where nothing unpacks it.
    """
    for item in pdf.objects:
        if not isinstance(item, pikepdf.Stream) or item.get("/Type") == Name.Metadata:
            continue
        data = item.read_bytes()
        if zlib.adler32(data) & 0xFF not in b"\r\n":
            continue
        if item.get("/Type") == Name.EmbeddedFile:
            item.write(zlib.compress(data) + b" ", filter=Name.FlateDecode)
        else:
            item.write(data + b" ")
            if "/Length1" in item:
                item.Length1 = len(data) + 1


def _catalogue(pdf: pikepdf.Pdf, document: Document) -> None:
    root = pdf.Root
    root.Lang = String(LOCALES[document.language])
    root.ViewerPreferences = Dictionary(DisplayDocTitle=True)
    profile = pdf.make_stream((paths.resources() / "color" / "sRGB.icc").read_bytes(), N=3, Alternate=Name.DeviceRGB)
    root.OutputIntents = Array([
        pdf.make_indirect(Dictionary(
            Type=Name.OutputIntent, S=Name.GTS_PDFA1, OutputConditionIdentifier=String("sRGB"),
            Info=String("sRGB IEC61966-2.1"), DestOutputProfile=profile,
        ))
    ])


def _outline(pdf: pikepdf.Pdf, outline: list[tuple[str, int, float]]) -> None:
    if not outline:
        pdf.Root.PageMode = Name.UseNone
        return
    with pdf.open_outline() as tree:
        for text, page, top in outline:
            tree.root.append(OutlineItem(text, page - 1, "XYZ", left=0, top=round(top, 2)))
    pdf.Root.PageMode = Name.UseOutlines


def _attach(pdf: pikepdf.Pdf, document: Document) -> None:
    """The canonical JSON as the file's one attachment, relationship Data, dated by the document's own clock."""
    at = _pdf_date(document.made)
    spec = AttachedFileSpec(
        pdf, content.canonical(document.data), description="Data", filename=content.NAME,
        mime_type="application/json", creation_date=at, mod_date=at, relationship=Name.Data,
    )
    pdf.attachments[content.NAME] = spec
    pdf.Root.AF = Array([pdf.attachments[content.NAME].obj])


def _fields(pdf: pikepdf.Pdf, places: Places, tree: Element, language: str) -> dict[str, pikepdf.Object]:
    """The signature fields with their widgets; none when there are no boxes."""
    if not places:
        return {}
    blank = dict(Type=Name.XObject, Subtype=Name.Form, Resources=Dictionary())
    tip = labels.words(language)("signature.stamp_tooltip")
    everything = {**places, STAMP_FIELD: (len(pdf.pages), 0.0, 0.0, 0.0, 0.0, tip)}
    widgets: dict[str, pikepdf.Object] = {}
    for name, (number, left, low, right, top, tooltip) in everything.items():
        page = pdf.pages[number - 1].obj
        empty = pdf.make_stream(b"", BBox=Array([0, 0, round(right - left, 2), round(top - low, 2)]), **blank)
        widget = pdf.make_indirect(Dictionary(
            Type=Name.Annot, Subtype=Name.Widget, FT=Name.Sig, T=String(name), TU=String(tooltip), F=132, P=page,
            Rect=Array([round(edge, 2) for edge in (left, low, right, top)]), AP=Dictionary(N=empty),
        ))
        if "/Annots" not in page:
            page.Annots = Array()
        page.Annots.append(widget)
        widgets[name] = widget
    if FIELDS["employee"] in widgets:
        # After the employee nothing may follow but a stamp and validation data.
        widgets[FIELDS["employee"]].Lock = pdf.make_indirect(Dictionary(
            Type=Name.SigFieldLock, Action=Name.Exclude, Fields=Array([String(STAMP_FIELD)]), P=1,
        ))
    tree.add("Form", widget=STAMP_FIELD)
    # Indirect, so that a later revision that touched the form would show.
    pdf.Root.AcroForm = pdf.make_indirect(Dictionary(Fields=Array(list(widgets.values())), SigFlags=3))
    return widgets


def _metadata(pdf: pikepdf.Pdf, document: Document, identities: Identities, *, claim: bool) -> None:
    """Info and XMP saying the same: title = document number, author = the organisation, never a person."""
    info = pdf.docinfo
    for key in list(info.keys()):
        del info[key]
    title = fonts.printable(document.number or document.title)
    author = fonts.printable(document.organisation)
    at = _pdf_date(document.made)
    for name, value in (("Title", title), ("Author", author), ("Creator", "Seniorsamtale"),
                        ("Producer", "Seniorsamtale"), ("CreationDate", at), ("ModDate", at)):
        if value:
            info[Name("/" + name)] = String(value)
    if document.number:
        info[NUMBER], info[VERSION] = String(document.number), String(str(document.version))
        info[KIND], info[CHECKSUM] = String(document.kind), String(content.checksum(content.canonical(document.data)))
        if not document.attached:
            info[DATA] = String(WITHOUT)
    for key, fingerprint in ((EMPLOYEE, identities.employee), (LEADER, identities.leader)):
        if fingerprint:
            info[key] = String(fingerprint)
    xmp = (_XMP if claim else _XMP_WITHOUT_CLAIM).format(title=escape(title), author=_author(author), at=escape(document.made)).encode("utf-8")
    pdf.Root.Metadata = pdf.make_stream(xmp, Type=Name.Metadata, Subtype=Name.XML)


def _author(author: str) -> str:
    return f"<dc:creator><rdf:Seq><rdf:li>{escape(author)}</rdf:li></rdf:Seq></dc:creator>" if author else ""


def _pdf_date(made: str) -> str:
    """ISO 8601 with offset -> "D:20261118104200+01'00'" (ISO 32000-1, 7.9.4). Raises ValueError without offset."""
    at = datetime.fromisoformat(made)
    if at.utcoffset() is None:
        raise ValueError("time without offset")
    offset = at.strftime("%z")
    return f"D:{at:%Y%m%d%H%M%S}{offset[:3]}'{offset[3:5]}'"


_XMP = """<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/"
 xmlns:pdf="http://ns.adobe.com/pdf/1.3/" xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/"
 xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">
<dc:format>application/pdf</dc:format>
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{title}</rdf:li></rdf:Alt></dc:title>{author}
<xmp:CreateDate>{at}</xmp:CreateDate><xmp:ModifyDate>{at}</xmp:ModifyDate>
<xmp:CreatorTool>Seniorsamtale</xmp:CreatorTool><pdf:Producer>Seniorsamtale</pdf:Producer>
<pdfaid:part>3</pdfaid:part><pdfaid:conformance>A</pdfaid:conformance><pdfuaid:part>1</pdfuaid:part>
</rdf:Description>
<rdf:Description rdf:about="" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"
 xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
<pdfaSchema:schema>PDF/UA Universal Accessibility Schema</pdfaSchema:schema>
<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
<pdfaProperty:name>part</pdfaProperty:name><pdfaProperty:valueType>Integer</pdfaProperty:valueType>
<pdfaProperty:category>internal</pdfaProperty:category>
<pdfaProperty:description>Part of ISO 14289 the document follows</pdfaProperty:description>
</rdf:li></rdf:Seq></pdfaSchema:property>
</rdf:li></rdf:Bag></pdfaExtension:schemas>
</rdf:Description>
</rdf:RDF></x:xmpmeta>
<?xpacket end="r"?>"""

_XMP_WITHOUT_CLAIM = re.sub(
    r'<pdfaid:part>.*?</pdfuaid:part>\n|<rdf:Description rdf:about="" xmlns:pdfaExtension.*?</rdf:Description>\n|'
    r' xmlns:pdfaid="[^"]*"|\n xmlns:pdfuaid="[^"]*"', "", _XMP, flags=re.S,
)
