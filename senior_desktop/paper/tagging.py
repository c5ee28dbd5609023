# SPDX-License-Identifier: EUPL-1.2
"""Flowables that say what they are -> marked content, and the structure tree of a tagged PDF.

ReportLab writes no tags. The subclasses here put BDC/EMC around what they draw and note (page, MCID)
in an `Element`; after the pages are made, `plant` writes the tree of elements into the file (ISO 32000-1,
14.7-14.8). What carries no meaning (lines, backgrounds, running header) is marked as an artifact.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

import pikepdf
from pikepdf import Array, Dictionary, Name, String
from reportlab.platypus import Flowable, Paragraph, Table


@dataclass(eq=False)
class Element:
    """One node of the structure tree.

    kind: standard structure type ("P", "H1", "TD"). alt: text instead, for figures. kids: elements or
    (page from 1, MCID). attributes: written as /A. once: a second drawing (a repeated table header) is an
    artifact. widget: name of the signature field this Form element stands for. box: of a figure, in points.
    """

    kind: str
    alt: str = ""
    kids: list[Any] = field(default_factory=list)
    attributes: dict[str, str] = field(default_factory=dict)
    once: bool = False
    widget: str = ""
    box: tuple[int, float, float, float, float] | None = None

    def add(self, kind: str, **more: Any) -> "Element":
        """A new last child."""
        child = Element(kind, **more)
        self.kids.append(child)
        return child


@contextmanager
def marked(canvas: Any, element: Element | None) -> Iterator[None]:
    """What is drawn inside belongs to `element`, or is an artifact when None or drawn a second time."""
    if element is None or (element.once and element.kids):
        canvas._code.append("/Artifact BMC")
    else:
        page = canvas.getPageNumber()
        number = canvas.marks.get(page, 0)
        canvas.marks[page] = number + 1
        element.kids.append((page, number))
        canvas._code.append(f"/{element.kind} <</MCID {number}>> BDC")
    yield
    canvas._code.append("EMC")


class TaggedParagraph(Paragraph):
    """A paragraph of `element`; both halves of a split one keep it."""

    element: Element | None = None

    def draw(self) -> None:
        with marked(self.canv, self.element):
            super().draw()

    def split(self, width: float, height: float) -> list[Flowable]:
        parts = super().split(width, height)
        for part in parts:
            part.element = self.element
        return parts


class TaggedTable(Table):
    """A table whose backgrounds and lines are artifacts; the cells are paragraphs with elements of their own."""

    def beginning(self) -> float:
        """Height of the header and the first row below it, in points; known once the table was wrapped."""
        return float(sum(self._rowHeights[: self.repeatRows + 1]))

    def _drawBkgrnd(self) -> None:
        with marked(self.canv, None):
            super()._drawBkgrnd()

    def _drawLines(self) -> None:
        with marked(self.canv, None):
            super()._drawLines()


class Figure(Flowable):
    """A drawing of fixed size: `paint(canvas, width, height)` draws it from the lower left corner."""

    def __init__(self, width: float, height: float, paint: Any, element: Element) -> None:
        super().__init__()
        self.width, self.height, self.paint, self.element = width, height, paint, element

    def wrap(self, *_available: float) -> tuple[float, float]:
        return self.width, self.height

    def draw(self) -> None:
        left, low = self.canv.absolutePosition(0, 0)
        self.element.box = (self.canv.getPageNumber(), left, low, left + self.width, low + self.height)
        with marked(self.canv, self.element):
            self.paint(self.canv, self.width, self.height)


def _value(text: str) -> pikepdf.Object:
    """An attribute's value: a name when it begins with a stroke, else a text."""
    return Name(text) if text.startswith("/") else String(text)


def plant(pdf: pikepdf.Pdf, tree: Element, widgets: dict[str, pikepdf.Object]) -> None:
    """Write `tree` into `pdf` as its structure tree; `widgets` are the field dictionaries by name.

    Sets StructParents and Tabs on every page and StructParent on every widget.
    """
    pages = [page.obj for page in pdf.pages]
    owners: list[dict[int, pikepdf.Object]] = [{} for _ in pages]
    forms: dict[str, pikepdf.Object] = {}
    root = pdf.make_indirect(Dictionary(Type=Name.StructTreeRoot))

    def write(element: Element, parent: pikepdf.Object) -> pikepdf.Object:
        node = pdf.make_indirect(Dictionary(Type=Name.StructElem, S=Name("/" + element.kind), P=parent))
        if element.alt:
            node.Alt = String(element.alt)
        if element.attributes:
            node.A = Dictionary({f"/{key}": _value(value) for key, value in element.attributes.items()})
        if element.box is not None:
            page, *corners = element.box
            node.A = Dictionary(O=Name.Layout, BBox=Array([round(corner, 2) for corner in corners]))
            node.Pg = pages[page - 1]
        if element.widget:
            widget = widgets[element.widget]
            node.Pg = widget.P
            # The OBJR itself, not a one-element array: pyHanko's difference analysis looks for K.Obj.
            node.K = Dictionary(Type=Name.OBJR, Obj=widget, Pg=widget.P)
            forms[element.widget] = node
            return node
        kids = Array()
        for kid in element.kids:
            if isinstance(kid, Element):
                kids.append(write(kid, node))
            else:
                page, number = kid
                owners[page - 1][number] = node
                kids.append(Dictionary(Type=Name.MCR, Pg=pages[page - 1], MCID=number))
        node.K = kids
        return node

    root.K = write(tree, root)
    numbers = Array()
    for key, (page, owned) in enumerate(zip(pages, owners, strict=True)):
        page.StructParents = key
        page.Tabs = Name.S
        numbers.extend([key, pdf.make_indirect(Array([owned[number] for number in sorted(owned)]))])
    for key, (name, node) in enumerate(sorted(forms.items()), start=len(pages)):
        widgets[name].StructParent = key
        numbers.extend([key, node])
    root.ParentTree = pdf.make_indirect(Dictionary(Nums=numbers))
    root.ParentTreeNextKey = len(pages) + len(forms)
    pdf.Root.StructTreeRoot = root
    pdf.Root.MarkInfo = Dictionary(Marked=True)
