# SPDX-License-Identifier: EUPL-1.2
"""Chart -> lines, bars and texts in points; drawn on a PDF canvas, or written as SVG for the screen.

One geometry for both, so that the screen and the paper show the same picture. Every text names its font:
a drawing that leaves it open brings an unembedded Helvetica into the file.
"""

from dataclasses import dataclass
from typing import Any
from xml.sax.saxutils import escape

from senior_desktop.paper import fonts
from senior_desktop.paper.document import Bar, Chart

TEXT, MUTED, HAIR = "#17242D", "#4A5B66", "#D3DDE3"
BAR, FAINT = "#4596AF", "#B9CFD8"
"""Light enough for the interval's dark line to show on them."""
ROW, AXIS, SIZE, SMALL, TITLE = 26.0, 20.0, 8.6, 7.4, 18.0
NOTE_WIDTH = 108.0


@dataclass(frozen=True)
class Box:
    """A filled rectangle: left, low, width, height in points from the lower left corner."""

    x: float
    y: float
    width: float
    height: float
    fill: str


@dataclass(frozen=True)
class Stroke:
    """A straight line of `thickness` points."""

    x1: float
    y1: float
    x2: float
    y2: float
    colour: str
    thickness: float


@dataclass(frozen=True)
class Label:
    """A text on its base line; `anchor` is "start", "middle" or "end"."""

    x: float
    y: float
    text: str
    size: float
    colour: str
    anchor: str = "start"
    bold: bool = False


Shape = Box | Stroke | Label


def height(chart: Chart) -> float:
    """Height of the drawing in points."""
    return TITLE + ROW * len(chart.bars) + AXIS


def shapes(chart: Chart, width: float) -> list[Shape]:
    """The drawing as shapes, `width` points wide: label column, bars on a 0-100 % axis, share and note."""
    left, right = width * 0.34, width - NOTE_WIDTH
    span, foot, top = right - left, AXIS, AXIS + ROW * len(chart.bars)
    out: list[Shape] = [Label(0, top + 6, fonts.printable(chart.title), SIZE + 1, TEXT, bold=True)]
    for tenth in (0, 25, 50, 75, 100):
        x = left + span * tenth / 100
        out.append(Stroke(x, foot, x, top, HAIR, 0.6))
        out.append(Label(x, foot - 11, f"{tenth} %", SMALL, MUTED, "middle"))
    for row, bar in enumerate(chart.bars):
        out += _row(bar, top - ROW * (row + 1), left, span, right, width)
    return out


def _row(bar: Bar, low: float, left: float, span: float, right: float, width: float) -> list[Shape]:
    """One bar with its interval; everything is clipped to 0-1 for show."""
    share, lower, upper = (min(1.0, max(0.0, value)) for value in (bar.share, bar.low, bar.high))
    middle, ink = low + ROW / 2, MUTED if bar.faint else TEXT
    out: list[Shape] = []
    lines = _fitted(fonts.printable(bar.label), left - 10)
    for index, line in enumerate(lines):
        shift = 3.6 if len(lines) == 2 else -2.8
        out.append(Label(0, middle + shift - index * 10.2, line, SIZE, ink))
    out.append(Box(left, middle - 6, max(span * share, 0.8), 12, FAINT if bar.faint else BAR))
    out.append(Stroke(left + span * lower, middle, left + span * upper, middle, TEXT, 1.0))
    for end in (lower, upper):
        out.append(Stroke(left + span * end, middle - 3.2, left + span * end, middle + 3.2, TEXT, 1.0))
    if bar.reference is not None:
        at = left + span * min(1.0, max(0.0, bar.reference))
        out.append(Stroke(at, middle - 9, at, middle + 13, MUTED, 1.4))
        out.append(Label(at + 3, middle + 7.4, fonts.printable(bar.reference_name), SMALL - 1, MUTED))
    out.append(Label(right + 10, middle - 2.8, f"{round(share * 100)} %", SIZE, ink, bold=True))
    out.append(Label(right + 40, middle - 2.8, _fitted(fonts.printable(bar.note), width - right - 40)[0], SMALL, MUTED))
    return out


def _fitted(text: str, width: float) -> list[str]:
    """`text` in at most two lines of `width` points, the second shortened with three dots."""
    lines: list[str] = [""]
    for word in text.split():
        longer = f"{lines[-1]} {word}".strip()
        if lines[-1] and fonts.width(longer, fonts.REGULAR, SIZE) > width:
            lines.append(word)
        else:
            lines[-1] = longer
    if len(lines) > 2:
        lines = [lines[0], lines[1] + " …"]
    for index, line in enumerate(lines):
        while len(line) > 2 and fonts.width(line, fonts.REGULAR, SIZE) > width:
            line = line.rstrip(" …")[:-1] + "…"
        lines[index] = line
    return lines


def paint(chart: Chart, canvas: Any, width: float) -> None:
    """Draw `chart` on a ReportLab canvas from its lower left corner."""
    for shape in shapes(chart, width):
        if isinstance(shape, Box):
            canvas.setFillColor(shape.fill)
            canvas.rect(shape.x, shape.y, shape.width, shape.height, stroke=0, fill=1)
        elif isinstance(shape, Stroke):
            canvas.setStrokeColor(shape.colour)
            canvas.setLineWidth(shape.thickness)
            canvas.line(shape.x1, shape.y1, shape.x2, shape.y2)
        else:
            canvas.setFillColor(shape.colour)
            canvas.setFont(fonts.BOLD if shape.bold else fonts.REGULAR, shape.size)
            draw = {"start": canvas.drawString, "middle": canvas.drawCentredString, "end": canvas.drawRightString}
            draw[shape.anchor](shape.x, shape.y, shape.text)


def chart_svg(chart: Chart, width: float = 480.0) -> str:
    """`chart` as an SVG text of `width` user units, with its summary as description; needs no network."""
    tall = height(chart)
    quote = {'"': "&quot;"}
    out = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width:g} {tall:g}" width="{width:g}" '
        f'height="{tall:g}" font-family="Lato, Inter, sans-serif" role="img">',
        f"<title>{escape(fonts.printable(chart.title))}</title><desc>{escape(fonts.printable(chart.summary))}</desc>",
    ]
    for shape in shapes(chart, width):
        if isinstance(shape, Box):
            out.append(
                f'<rect x="{shape.x:.2f}" y="{tall - shape.y - shape.height:.2f}" width="{shape.width:.2f}" '
                f'height="{shape.height:.2f}" fill="{shape.fill}"/>'
            )
        elif isinstance(shape, Stroke):
            out.append(
                f'<line x1="{shape.x1:.2f}" y1="{tall - shape.y1:.2f}" x2="{shape.x2:.2f}" '
                f'y2="{tall - shape.y2:.2f}" stroke="{shape.colour}" stroke-width="{shape.thickness:g}"/>'
            )
        else:
            weight = ' font-weight="bold"' if shape.bold else ""
            out.append(
                f'<text x="{shape.x:.2f}" y="{tall - shape.y:.2f}" font-size="{shape.size:g}" fill="{shape.colour}" '
                f'text-anchor="{shape.anchor}"{weight}>{escape(shape.text, quote)}</text>'
            )
    return "\n".join([*out, "</svg>"])
