# SPDX-License-Identifier: EUPL-1.2
"""The name of a colour, a size or a paragraph -> how the paper draws it; the colours are those of the screen."""

from functools import cache

from reportlab.lib.colors import HexColor
from reportlab.lib.enums import TA_LEFT
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm

from senior_desktop.paper import fonts

ACCENT, SOFT, TEXT, MUTED = HexColor("#0B5A75"), HexColor("#EDF4F7"), HexColor("#17242D"), HexColor("#4A5B66")
HAIR, BORDER, WATERMARK = HexColor("#C8D5DC"), HexColor("#7B8A94"), HexColor("#E6ECF0")

WIDTH, HEIGHT = A4
MARGIN = 20 * mm
TEXT_WIDTH = WIDTH - 2 * MARGIN
FOOT = 12 * mm
"""Base line of the footer above the paper's edge."""


@cache
def styles() -> dict[str, ParagraphStyle]:
    """The paragraph styles by name. Each names its bullet font too: ReportLab's default is an unembedded Helvetica."""
    fonts.register()

    def style(name: str, size: float, leading: float, font: str = fonts.REGULAR, **more: object) -> ParagraphStyle:
        return ParagraphStyle(
            name, fontName=font, bulletFontName=font, fontSize=size, bulletFontSize=size, leading=leading,
            **({"textColor": TEXT, "alignment": TA_LEFT, "splitLongWords": 1} | more),
        )

    made = [
        style("organisation", 9.6, 13, fonts.BOLD, textColor=ACCENT),
        style("title", 24, 29, fonts.BOLD, textColor=ACCENT, spaceAfter=1),
        style("subtitle", 11, 15, textColor=MUTED, spaceAfter=10),
        style("heading1", 14, 18, fonts.BOLD, textColor=ACCENT, spaceBefore=15, spaceAfter=5, keepWithNext=1),
        style("heading2", 11.8, 15.5, fonts.BOLD, textColor=ACCENT, spaceBefore=15, spaceAfter=3, keepWithNext=1),
        style("body", 9.6, 14.2, spaceAfter=5, allowWidows=0, allowOrphans=0),
        style("strong", 9.6, 14.2, fonts.BOLD, spaceBefore=4, spaceAfter=1),
        style("help", 8.6, 12.2, textColor=MUTED, spaceAfter=5),
        style("item", 9.6, 14.2, leftIndent=15, bulletIndent=4, spaceAfter=2.5),
        style("option", 9.2, 12.6),
        style("label", 8.2, 13.2, fonts.BOLD, textColor=MUTED),
        style("value", 9.4, 13.2),
        style("digits", 15, 19, fonts.BOLD),
        style("head", 8.6, 11.4, fonts.BOLD, textColor=HexColor("#FFFFFF")),
        style("cell", 8.9, 12.2),
        style("caption", 8.6, 12, fonts.BOLD, textColor=MUTED),
        style("panel", 8.1, 11, spaceAfter=0.5),
        style("panel_heading", 9.4, 13, fonts.BOLD, spaceAfter=2),
        style("small", 8, 10.8, spaceAfter=2),
        style("small_item", 8, 10.8, leftIndent=13, spaceAfter=1.5),
    ]
    return {one.name: one for one in made}
