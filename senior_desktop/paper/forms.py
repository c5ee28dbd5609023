# SPDX-License-Identifier: EUPL-1.2
"""Frames on the pages -> text fields that any reader can fill in: tagged, named for screen readers, with their own font.

What is typed is the employee's alone: the program has no way of reading such a file back.
"""

from functools import cache

import pikepdf
from pikepdf import Array, Dictionary, Name, String
from reportlab.pdfbase import pdfmetrics

from senior_desktop import paths
from senior_desktop.paper import fonts
from senior_desktop.paper.blanks import Place

MULTILINE = 1 << 12
"""Field flag (ISO 32000-1, table 228)."""

PRINTED = 4
"""Annotation flag: shown in print."""

LOOK = "/Lato 11 Tf 0.09 0.14 0.18 rg"
"""Font, size and colour of what is typed."""

CODES = range(32, 256)
"""The codes of WinAnsiEncoding that have a width in the font dictionary."""


def text_fields(pdf: pikepdf.Pdf, places: dict[str, Place]) -> dict[str, pikepdf.Object]:
    """A text field at each of `places`; returns the widgets by name, for the structure tree. Sets the form of `pdf`."""
    if not places:
        return {}
    resources = Dictionary(Font=Dictionary(Lato=_font(pdf)))
    widgets: dict[str, pikepdf.Object] = {}
    for name, (number, left, low, right, top, label) in places.items():
        page = pdf.pages[number - 1].obj
        box = Array([0, 0, round(right - left, 2), round(top - low, 2)])
        empty = pdf.make_stream(b"/Tx BMC EMC", Type=Name.XObject, Subtype=Name.Form, BBox=box, Resources=resources)
        widget = pdf.make_indirect(Dictionary(
            Type=Name.Annot, Subtype=Name.Widget, FT=Name.Tx, T=String(name), TU=String(label), F=PRINTED, P=page,
            Ff=MULTILINE, DA=String(LOOK), Rect=Array([round(edge, 2) for edge in (left, low, right, top)]),
            AP=Dictionary(N=empty),
        ))  # fmt: skip
        if "/Annots" not in page:
            page.Annots = Array()
        page.Annots.append(widget)
        widgets[name] = widget
    pdf.Root.AcroForm = pdf.make_indirect(Dictionary(Fields=Array(list(widgets.values())), DA=String(LOOK), DR=resources))
    return widgets


def _font(pdf: pikepdf.Pdf) -> pikepdf.Object:
    """Lato whole, not a subset: nobody knows beforehand which letters will be typed."""
    fonts.register()
    face = pdfmetrics.getFont(fonts.REGULAR).face
    content = _lato()
    file = pdf.make_stream(content, Length1=len(content))
    descriptor = pdf.make_indirect(Dictionary(
        Type=Name.FontDescriptor, FontName=Name("/Lato-Regular"), Flags=32, FontBBox=Array([round(edge) for edge in face.bbox]),
        ItalicAngle=0, Ascent=round(face.ascent), Descent=round(face.descent), CapHeight=round(face.capHeight),
        StemV=round(face.stemV), FontFile2=file,
    ))  # fmt: skip
    letters = [bytes([code]).decode("cp1252", "replace") for code in CODES]
    widths = [round(face.charWidths.get(ord(letter), face.defaultWidth)) for letter in letters]
    return pdf.make_indirect(Dictionary(
        Type=Name.Font, Subtype=Name.TrueType, BaseFont=Name("/Lato-Regular"), Encoding=Name.WinAnsiEncoding,
        FirstChar=CODES.start, LastChar=CODES.stop - 1, Widths=Array(widths), FontDescriptor=descriptor,
    ))  # fmt: skip


@cache
def _lato() -> bytes:
    return (paths.resources() / "fonts" / "Lato-Regular.ttf").read_bytes()
