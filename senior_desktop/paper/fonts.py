# SPDX-License-Identifier: EUPL-1.2
"""Any text -> text that Lato can print, and which characters it cannot; registers the four embedded faces."""

import unicodedata
from functools import cache
from xml.sax.saxutils import escape

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont

from senior_desktop import paths

REGULAR, BOLD, ITALIC, BOLD_ITALIC = "Lato", "Lato-Bold", "Lato-Italic", "Lato-BoldItalic"
_FILES = {REGULAR: "Lato-Regular", BOLD: "Lato-Bold", ITALIC: "Lato-Italic", BOLD_ITALIC: "Lato-BoldItalic"}


@cache
def register() -> None:
    """Make the four faces known to ReportLab; the second call does nothing."""
    for name, file in _FILES.items():
        pdfmetrics.registerFont(TTFont(name, str(paths.resources() / "fonts" / f"{file}.ttf")))
    pdfmetrics.registerFontFamily(REGULAR, normal=REGULAR, bold=BOLD, italic=ITALIC, boldItalic=BOLD_ITALIC)


@cache
def _known() -> frozenset[int]:
    """Code points that both weights in use can draw."""
    register()
    regular, bold = (pdfmetrics.getFont(name).face.charToGlyph for name in (REGULAR, BOLD))
    return frozenset(regular) & frozenset(bold)


@cache
def substitute() -> str:
    """The character printed for one the font lacks: a hollow square if Lato has it, else "?"."""
    return "\u25a1" if 0x25A1 in _known() else "?"


def _cleaned(text: str) -> str:
    """Composed (NFC), without invisible format characters and selectors; all white space but the line end a blank."""
    composed = unicodedata.normalize("NFC", text.replace("\r\n", "\n").replace("\r", "\n"))
    visible = (sign for sign in composed if unicodedata.category(sign) != "Cf" and not "\ufe00" <= sign <= "\ufe0f")
    return "".join(" " if sign != "\n" and sign != "\xa0" and sign.isspace() else sign for sign in visible)


def missing(text: str) -> set[str]:
    """The characters of `text` that the paper cannot show; each is printed as `substitute()`."""
    known = _known()
    return {sign for sign in _cleaned(text) if sign != "\n" and ord(sign) not in known}


def printable(text: str) -> str:
    """`text` with every character the font lacks replaced; never raises, whatever was typed."""
    cleaned = _cleaned(text)
    lacking = {ord(sign): substitute() for sign in missing(cleaned)}
    return cleaned.translate(lacking)


def markup(text: str) -> str:
    """`text` as ReportLab mini-XML: escaped without exception, line ends kept."""
    return escape(printable(text)).replace("\n", "<br/>")


def width(text: str, font: str, size: float) -> float:
    """Width of `text` in points."""
    register()
    return pdfmetrics.stringWidth(text, font, size)
