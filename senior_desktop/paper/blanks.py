# SPDX-License-Identifier: EUPL-1.2
"""An empty place or a list of options -> ruled lines, a frame for a text field, boxes to tick by hand.

Lines, frames and boxes carry no meaning of their own and are artifacts; what is read aloud is the question above them
and the words of each option.
"""

from typing import Any

from reportlab.platypus import Flowable

from senior_desktop.paper import fonts
from senior_desktop.paper.document import Space, Ticks
from senior_desktop.paper.style import BORDER, TEXT, TEXT_WIDTH, styles
from senior_desktop.paper.tagging import Element, TaggedParagraph, marked

LINE = 23.0
"""Points from one ruled line to the next: room for handwriting."""

BOX, INDENT, GAP = 9.0, 15.0, 14.0
"""Side of a tick box, from its left edge to the words, and between two columns, in points."""

MOST_ABREAST = 5
"""The four degrees and "ønsker ikke at svare" stand in one row."""

Place = tuple[int, float, float, float, float, str]
"""Page from 1, left, low, right, top in points, tooltip."""


class Lines(Flowable):
    """Room to write: ruled lines, or a frame over which `forms` lays a text field when `places` is given."""

    def __init__(self, block: Space, tree: Element, places: dict[str, Place] | None = None) -> None:
        super().__init__()
        self.block, self.places = block, places
        self.spaceAfter = 6
        if places is not None:
            # Named when it is laid out, in reading order: the drawing order may differ by page.
            self.name = f"felt{len(places) + 1:02}"
            places[self.name] = (0, 0.0, 0.0, 0.0, 0.0, block.label)
            tree.add("Form", widget=self.name)

    def wrap(self, width: float, _height: float) -> tuple[float, float]:
        self.width, self.height = width, self.block.lines * LINE + 2
        return self.width, self.height

    def draw(self) -> None:
        with marked(self.canv, None):
            self.canv.setStrokeColor(BORDER)
            self.canv.setLineWidth(0.7)
            if self.places is None:
                for number in range(self.block.lines):
                    self.canv.line(0, 2 + number * LINE, self.width, 2 + number * LINE)
            else:
                self.canv.roundRect(0, 2, self.width, self.height - 4, 3, stroke=1, fill=0)
        if self.places is not None:
            left, low = self.canv.absolutePosition(0, 2)
            self.places[self.name] = (
                self.canv.getPageNumber(), left, low, left + self.width, low + self.height - 4, fonts.printable(self.block.label),
            )  # fmt: skip


class Choices(Flowable):
    """A box before each option, as many abreast as fit."""

    def __init__(self, block: Ticks, tree: Element) -> None:
        super().__init__()
        items = tree.add("L", attributes={"O": "/List", "ListNumbering": "/None"})
        self.options: list[TaggedParagraph] = []
        for text in block.options:
            option = TaggedParagraph(fonts.markup(text), styles()["option"])
            option.element = items.add("LI").add("LBody")
            self.options.append(option)
        widest = max((fonts.width(fonts.printable(text), fonts.REGULAR, 9.2) for text in block.options), default=0.0)
        self.across = max(1, min(MOST_ABREAST, len(block.options), int((TEXT_WIDTH + GAP) // (widest + 3 + INDENT + GAP))))
        self.spaceAfter = 6

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        self.each = (width - GAP * (self.across - 1)) / self.across
        tall = [option.wrap(self.each - INDENT, height)[1] for option in self.options]
        self.rows = [max(tall[at : at + self.across]) + 4 for at in range(0, len(tall), self.across)]
        self.width, self.height = width, sum(self.rows)
        return self.width, self.height

    def draw(self) -> None:
        for at, option in enumerate(self.options):
            row, column = divmod(at, self.across)
            top, x = self.height - sum(self.rows[:row]), column * (self.each + GAP)
            with marked(self.canv, None):
                self._box(x, top - BOX - 2)
            option.drawOn(self.canv, x + INDENT, top - option.height)

    def _box(self, x: float, low: float) -> None:
        canvas: Any = self.canv
        canvas.setStrokeColor(TEXT)
        canvas.setLineWidth(0.8)
        canvas.rect(x, low, BOX, BOX, stroke=1, fill=0)
