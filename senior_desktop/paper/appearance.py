# SPDX-License-Identifier: EUPL-1.2
"""A drawn or typed signature and what is known about it -> a one-page PDF the size of the signature box.

Vector strokes and embedded fonts only; the bytes go straight into the paper, never into a file of their own.
"""

import io
from dataclasses import dataclass, field
from typing import Any

import pikepdf
from reportlab.lib.colors import HexColor
from reportlab.pdfgen.canvas import Canvas

from senior_desktop.paper import fonts
from senior_desktop.paper.archive import mend_ends, mend_fonts
from senior_desktop.paper.style import HAIR, MUTED, TEXT

INK = HexColor("#12305C")
Stroke = tuple[tuple[float, float], ...]


@dataclass(frozen=True)
class Mark:
    """How somebody signed: `strokes` as polylines in 0-1 box coordinates (y upwards), or a `typed` name."""

    strokes: tuple[Stroke, ...] = field(default=(), repr=False)
    typed: str = field(default="", repr=False)

    @property
    def empty(self) -> bool:
        """Whether nothing was drawn or typed; such a mark signs nothing."""
        return not self.typed.strip() and not any(self.strokes)


def draw(mark: Mark, lines: tuple[str, ...], width: float, height: float) -> bytes:
    """A PDF page of `width` x `height` points: the mark above, `lines` (the first one larger) below a thin rule.

    One font weight only: each further one adds 20 kB to every signature.
    """
    fonts.register()
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=(width, height), invariant=1, initialFontName=fonts.REGULAR, pageCompression=1)
    pad, leading = 7.0, 7.9
    shown = [_fit(lines[0], 8, width - 2 * pad)]
    for line in lines[1:]:
        shown += _wrapped(line, width - 2 * pad)
    rule = 5 + leading * len(shown) + 2.5
    if mark.strokes:
        _strokes(canvas, mark.strokes, pad, rule + 3, width - 2 * pad, height - rule - 7)
    else:
        name = fonts.printable(mark.typed.strip())
        size = min(20.0, (height - rule) * 0.6)
        size = min(size, size * (width - 2 * pad) / max(fonts.width(name, fonts.REGULAR, size), 1.0))
        canvas.setFont(fonts.REGULAR, size)
        canvas.setFillColor(INK)
        canvas.drawString(pad, rule + (height - rule - size * 0.7) / 2, name)
    canvas.setStrokeColor(HAIR)
    canvas.setLineWidth(0.6)
    canvas.line(pad, rule, width - pad, rule)
    for number, line in enumerate(shown):
        canvas.setFont(fonts.REGULAR, 8 if number == 0 else 6.3)
        canvas.setFillColor(TEXT if number == 0 else MUTED)
        canvas.drawString(pad, rule - 8.2 - leading * number, line)
    canvas.save()
    return _mended(out.getvalue())


def _strokes(canvas: Any, strokes: tuple[Stroke, ...], x: float, y: float, width: float, height: float) -> None:
    """Polylines with round ends; points outside 0-1 are drawn at the edge, a single point as a dot."""
    canvas.setStrokeColor(INK)
    canvas.setLineWidth(1.5)
    canvas.setLineCap(1)
    canvas.setLineJoin(1)
    for stroke in strokes:
        points = [(x + width * min(1.0, max(0.0, at)), y + height * min(1.0, max(0.0, up))) for at, up in stroke]
        if not points:
            continue
        path = canvas.beginPath()
        path.moveTo(*points[0])
        for point in points[1:] or points:
            path.lineTo(*point)
        canvas.drawPath(path, stroke=1, fill=0)


def _fit(text: str, size: float, width: float) -> str:
    """`text` on one line, shortened with three dots."""
    shown = fonts.printable(text).replace("\n", " ")
    while len(shown) > 2 and fonts.width(shown, fonts.REGULAR, size) > width:
        shown = shown.rstrip("…")[:-1] + "…"
    return shown


def _wrapped(text: str, width: float) -> list[str]:
    """`text` in lines of small print."""
    lines = [""]
    for word in fonts.printable(text).split():
        longer = f"{lines[-1]} {word}".strip()
        if lines[-1] and fonts.width(longer, fonts.REGULAR, 6.3) > width:
            lines.append(word)
        else:
            lines[-1] = longer
    return [_fit(line, 6.3, width) for line in lines]


def _mended(raw: bytes) -> bytes:
    """The page with the same font repairs as the paper itself."""
    with pikepdf.open(io.BytesIO(raw)) as pdf:
        mend_fonts(pdf)
        mend_ends(pdf)
        out = io.BytesIO()
        pdf.save(out, object_stream_mode=pikepdf.ObjectStreamMode.disable, deterministic_id=True)
    return out.getvalue()
