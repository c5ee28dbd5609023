# SPDX-License-Identifier: EUPL-1.2
"""Document -> PDF bytes, laid out on A4: the one place that knows how our paper looks.

The same document gives the same bytes. Page 1 carries a coloured band and the parties; the last page the
signature boxes and the check panel (`closing`); `archive` finishes the file.
"""

import io
from collections.abc import Iterator
from itertools import pairwise, zip_longest
from typing import Any

from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import BaseDocTemplate, Flowable, Frame, PageTemplate, Spacer
from reportlab.platypus import PageBreak as NewPage

from senior_desktop.paper import archive, blanks, closing, drawing, fonts, labels, logo
from senior_desktop.paper.closing import Identities
from senior_desktop.paper.document import (
    Bullets,
    Chart,
    Document,
    Facts,
    Heading,
    PageBreak,
    Paragraph,
    Signatures,
    Space,
    Table,
    Ticks,
    Words,
)
from senior_desktop.paper.keeping import KeepBeginning
from senior_desktop.paper.style import (
    ACCENT,
    FOOT,
    HAIR,
    HEIGHT,
    MARGIN,
    MUTED,
    SOFT,
    TEXT_WIDTH,
    WATERMARK,
    WIDTH,
    styles,
)
from senior_desktop.paper.tagging import Element, Figure, TaggedParagraph, TaggedTable, marked

BAND, STRIPE = 26.0, 5.0
"""Height of the coloured band on page 1 and of the stripe on later pages, in points."""

CELL = 6.0
"""Space left and right in a table cell, in points."""

SPLIT_ROW = 60
"""A table row taller than a page is divided; each part is at least this many points."""


def make(document: Document, *, identities: Identities | None = None, password: str = "") -> bytes:
    """The PDF of `document`; with a `password` the protected profile: AES-256, and no claim to be an archive file.

    `identities` names the keys that will sign: the employee's fingerprint is printed in the panel and is
    thereby certified by the leader. A draft, or a document without a Signatures block, gets neither
    signature fields nor a panel. Deterministic: no clock, no random numbers, but for those of the encryption.
    """
    sheet = _Sheet(document, identities or Identities())
    raw = sheet.draw()
    return archive.finish(raw, document, sheet.identities, sheet.tree, sheet.places, sheet.outline, sheet.entries, password)


def _paragraph(text: str, style: str, element: Element, bullet: str | None = None) -> TaggedParagraph:
    """`text` (escaped here, and nowhere else) as a paragraph of `element`."""
    made = TaggedParagraph(fonts.markup(text), styles()[style], bulletText=bullet)
    made.element = element
    return made


class _Heading(TaggedParagraph):
    """A heading that also notes its place for the outline."""

    place: Any = None

    def draw(self) -> None:
        super().draw()
        if self.place is not None:
            self.place(self.canv.getPageNumber(), self.canv.absolutePosition(0, self.height)[1])


class _Pages(Canvas):
    """A canvas that holds its pages back until their number is known, then draws "Side x af y"."""

    sheet: "_Sheet"

    def __init__(self, *arguments: Any, **more: Any) -> None:
        super().__init__(*arguments, **more)
        self.marks: dict[int, int] = {}
        self._held: list[dict[str, Any]] = []

    def showPage(self) -> None:
        self._held.append(dict(self.__dict__))
        self._startPage()

    def save(self) -> None:
        for state in self._held:
            self.__dict__.update(state)
            with marked(self, None):
                self.sheet.footer(self, len(self._held))
            super().showPage()
        super().save()


class _Sheet:
    """One document on its way to pages: what each block becomes, and what was noted while drawing."""

    def __init__(self, document: Document, identities: Identities) -> None:
        fonts.register()
        self.document, self.identities = document, identities
        self.words: Words = labels.words(document.language)
        self.tree = Element("Document")
        self.places: dict[str, tuple[int, float, float, float, float, str]] = {}
        self.entries: dict[str, blanks.Place] = {}
        self.outline: list[tuple[str, int, float]] = []

    def draw(self) -> bytes:
        """The pages, untagged as yet: ReportLab's own PDF."""
        out = io.BytesIO()
        frame = Frame(
            MARGIN, MARGIN, TEXT_WIDTH, HEIGHT - 2 * MARGIN, leftPadding=0, rightPadding=0, topPadding=0,
            bottomPadding=0,
        )
        maker = type("_OurPages", (_Pages,), {"sheet": self})
        pages = BaseDocTemplate(
            out, pagesize=(WIDTH, HEIGHT), invariant=1, pageCompression=1, initialFontName=fonts.REGULAR,
            pageTemplates=[
                PageTemplate("first", [frame], onPage=self._first, autoNextPageTemplate="later"),
                PageTemplate("later", [frame], onPage=self._later),
            ],
        )
        pages.keepTogetherClass = KeepBeginning
        pages.build(list(self._story()), canvasmaker=maker)
        return out.getvalue()

    # -- what stands on every page --

    def _first(self, canvas: Any, _template: Any) -> None:
        with marked(canvas, None):
            canvas.setFillColor(ACCENT)
            canvas.rect(0, HEIGHT - BAND, WIDTH, BAND, stroke=0, fill=1)
            if self.document.logo:
                logo.draw(canvas, self.document.logo, WIDTH - MARGIN, HEIGHT - BAND - 4)
            self._watermark(canvas)

    def _later(self, canvas: Any, _template: Any) -> None:
        with marked(canvas, None):
            canvas.setFillColor(ACCENT)
            canvas.rect(0, HEIGHT - STRIPE, WIDTH, STRIPE, stroke=0, fill=1)
            self._watermark(canvas)
            canvas.setFont(fonts.REGULAR, 7.8)
            canvas.setFillColor(MUTED)
            parts = [self.document.title, self.document.number]
            if self.document.number:
                parts.append(self.words("paper.version", version=self.document.version))
            canvas.drawString(MARGIN, HEIGHT - 38, _line(" · ".join(part for part in parts if part), TEXT_WIDTH))

    def _watermark(self, canvas: Any) -> None:
        if not self.document.draft:
            return
        word = self.words("paper.draft")
        canvas.saveState()
        canvas.setFillColor(WATERMARK)
        canvas.setFont(fonts.BOLD, 110)
        canvas.translate(WIDTH / 2, HEIGHT / 2)
        canvas.rotate(52)
        canvas.drawCentredString(0, -40, word)
        canvas.restoreState()
        canvas.setFillColor(ACCENT)
        canvas.setFont(fonts.BOLD, 9)
        canvas.drawRightString(WIDTH - MARGIN, HEIGHT - 38, word)

    def footer(self, canvas: Any, total: int) -> None:
        """Line, confidentiality and page number; `total` pages in all."""
        document = self.document
        canvas.setStrokeColor(HAIR)
        canvas.setLineWidth(0.7)
        canvas.line(MARGIN, FOOT + 11, WIDTH - MARGIN, FOOT + 11)
        canvas.setFont(fonts.REGULAR, 7.8)
        canvas.setFillColor(MUTED)
        left = [self.words("paper.confidential")] if document.confidential else []
        left += [document.organisation] if document.organisation else []
        canvas.drawString(MARGIN, FOOT, _line(" · ".join(left), TEXT_WIDTH - 70))
        page = self.words("paper.page", page=canvas.getPageNumber(), pages=total)
        canvas.drawRightString(WIDTH - MARGIN, FOOT, page)

    # -- the blocks --

    def _story(self) -> Iterator[Flowable]:
        document = self.document
        if document.organisation:
            yield _paragraph(document.organisation, "organisation", self.tree.add("P"))
        yield _paragraph(document.title, "title", self.tree.add("H1"))
        if document.subtitle:
            yield _paragraph(document.subtitle, "subtitle", self.tree.add("P"))
        else:
            yield Spacer(1, 8)
        by_hand = any(isinstance(block, Space | Ticks) for block in document.blocks)
        for block, below in zip_longest(document.blocks, document.blocks[1:]):
            for made in self._block(block):
                if _is_text(block, "strong") and _is_text(below) or by_hand and _goes_on(block, below):
                    made.keepWithNext = True  # a question and the first lines of its answer, or the room for it
                yield made

    def _block(self, block: object) -> Iterator[Flowable]:
        if isinstance(block, Heading):
            yield self._heading(block)
        elif isinstance(block, Paragraph):
            yield _paragraph(block.text, block.tone, self.tree.add("P"))
        elif isinstance(block, Bullets):
            yield from self._bullets(block)
        elif isinstance(block, Facts):
            yield from self._facts(block)
        elif isinstance(block, Table):
            yield self._table(block)
        elif isinstance(block, Chart):
            element = self.tree.add("Figure", alt=fonts.printable(block.summary or block.title))
            space = Spacer(1, 4)
            space.keepWithNext = True  # or a heading would keep with the space alone
            yield space
            yield Figure(
                TEXT_WIDTH, drawing.height(block),
                lambda canvas, width, _height: drawing.paint(block, canvas, width), element,
            )
        elif isinstance(block, Signatures):
            if self.document.draft:
                yield _paragraph(self.words("paper.draft_note"), "help", self.tree.add("P"))
            else:
                yield from closing.flowables(block, self.document, self.identities, self.tree, self.places)
        elif isinstance(block, Space):
            yield blanks.Lines(block, self.tree, self.entries if self.document.fillable else None)
        elif isinstance(block, Ticks):
            yield blanks.Choices(block, self.tree)
        elif isinstance(block, PageBreak):
            yield NewPage()
        else:
            raise TypeError(type(block).__name__)

    def _heading(self, block: Heading) -> Flowable:
        level = 1 if block.level <= 1 else 2
        made = _Heading(fonts.markup(block.text), styles()[f"heading{level}"])
        made.element = self.tree.add(f"H{level + 1}")
        if level == 1:
            title = fonts.printable(block.text)
            made.place = lambda page, top: self.outline.append((title, page, top))
        return made

    def _bullets(self, block: Bullets) -> Iterator[Flowable]:
        kind = "/Decimal" if block.numbered else "/Disc"
        items = self.tree.add("L", attributes={"O": "/List", "ListNumbering": kind})
        for number, text in enumerate(block.items, start=1):
            body = items.add("LI").add("LBody")
            yield _paragraph(text, "item", body, f"{number}." if block.numbered else "•")
        yield Spacer(1, 4)

    def _facts(self, block: Facts) -> Iterator[Flowable]:
        """The card: two pairs a row; one pair a row when a value is long."""
        long = any(len(value) > 90 or value.count("\n") > 3 for _label, value in block.rows)
        # The one sheet that is read digit by digit and typed off.
        style = "digits" if self.document.kind == "recovery" else "value"
        across = 1 if long or len(block.rows) == 1 else 2
        table = self.tree.add("Table")
        rows: list[list[Any]] = []
        for start in range(0, len(block.rows), across):
            line = table.add("TR")
            row: list[Any] = []
            for label, value in block.rows[start : start + across]:
                row.append(_paragraph(label, "label", line.add("TH", attributes={"O": "/Table", "Scope": "/Row"})))
                row.append(_paragraph(value, style, line.add("TD")))
            # An empty pair keeps the table regular: every row has the same number of cells.
            for _ in range(2 * across - len(row)):
                row.append(_paragraph("", "value", line.add("TD")))
            rows.append(row)
        if not rows:
            return
        shares = (0.155, 0.345, 0.155, 0.345) if across == 2 else (0.22, 0.78)
        lines = [("LINEBELOW", (0, at), (-1, at), 0.7, HAIR) for at in range(len(rows))]
        yield _grid(rows, shares, [("BACKGROUND", (0, 0), (-1, -1), SOFT), *lines], head=0)
        yield Spacer(1, 4)

    def _table(self, block: Table) -> Flowable:
        table = self.tree.add("Table", attributes={"O": "/Table", "Summary": fonts.printable(block.summary)})
        if not block.summary:
            table.attributes.clear()
        top = table.add("TR")
        rows = [[
            _paragraph(text, "head", top.add("TH", once=True, attributes={"O": "/Table", "Scope": "/Column"}))
            for text in block.header
        ]]
        for cells in block.rows:
            line = table.add("TR")
            rows.append([_paragraph(text, "cell", line.add("TD")) for text in cells])
        look = [("BACKGROUND", (0, 0), (-1, 0), ACCENT)]
        look += [("BACKGROUND", (0, at), (-1, at), SOFT) for at in range(2, len(rows), 2)]
        look += [("LINEBELOW", (0, at), (-1, at), 0.6, HAIR) for at in range(1, len(rows))]
        return _grid(rows, _shares(block), look, head=1)


def _is_text(block: object, *tones: str) -> bool:
    """Whether `block` is a paragraph, of one of `tones` when they are given."""
    return isinstance(block, Paragraph) and (not tones or block.tone in tones)


def _goes_on(block: object, below: object) -> bool:
    """On a sheet to fill in: whether `block` belongs to the question whose room to answer comes next."""
    if isinstance(block, Paragraph):
        return isinstance(below, Paragraph | Space | Ticks)
    return isinstance(block, Space) and isinstance(below, Ticks) or isinstance(block, Ticks) and _is_text(below, "help")


def _shares(block: Table) -> tuple[float, ...]:
    """The widths asked for, with room for each column's longest word taken from the widest column."""
    widths = [share * TEXT_WIDTH for share in block.widths]
    for column, head in enumerate(block.header):
        need = max(fonts.width(fonts.printable(word), fonts.BOLD, 8.6) for word in [*head.split(), ""])
        for row in block.rows:
            words = fonts.printable(row[column]).split()
            need = max([need, *(fonts.width(word, fonts.REGULAR, 8.9) for word in words)])
        more = min(need + 2 * CELL + 1, TEXT_WIDTH / 4) - widths[column]
        widest = max(range(len(widths)), key=widths.__getitem__)
        if more > 0 and widest != column:
            widths[column] += more
            widths[widest] -= more
    return tuple(width / TEXT_WIDTH for width in widths)


def _grid(rows: list[list[Any]], shares: tuple[float, ...], look: list[Any], head: int) -> TaggedTable:
    """A table of paragraphs, columns by `shares` of the text width; `head` rows are repeated on every page."""
    columns = [TEXT_WIDTH * share for share in shares]
    base = [
        # Without it ReportLab writes an empty text with an unembedded Helvetica for every row.
        ("FONT", (0, 0), (-1, -1), fonts.REGULAR, 9),
        ("VALIGN", (0, 0), (-1, -1), "TOP"),
        ("LEFTPADDING", (0, 0), (-1, -1), CELL), ("RIGHTPADDING", (0, 0), (-1, -1), CELL),
        ("TOPPADDING", (0, 0), (-1, -1), 4.5), ("BOTTOMPADDING", (0, 0), (-1, -1), 5.5),
    ]
    made = TaggedTable(rows, colWidths=columns, repeatRows=head, splitInRow=SPLIT_ROW, hAlign="LEFT")
    made.setStyle(base + look)
    return made


def _line(text: str, width: float) -> str:
    """`text` on one line of `width` points at the running text's size, shortened with three dots."""
    shown = fonts.printable(text).replace("\n", " ")
    if fonts.width(shown, fonts.REGULAR, 7.8) <= width:
        return shown
    words = shown.split(" ")
    for last, _ in pairwise(range(len(words), -1, -1)):
        shorter = " ".join(words[: last - 1]) + " …"
        if fonts.width(shorter, fonts.REGULAR, 7.8) <= width:
            return shorter
    return "…"
