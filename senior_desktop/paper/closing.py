# SPDX-License-Identifier: EUPL-1.2
"""Signatures block -> the paper's last part: boxes side by side, check panel with QR, what the signature is.

Compact enough for 45 % of a page, so that it follows the text whenever that much is free; on a page of its
own it is set more roomily.
"""

from dataclasses import dataclass
from functools import partial
from typing import Any

from reportlab.graphics.barcode.qrencoder import QRCode, QRErrorCorrectLevel
from reportlab.platypus import Flowable, Spacer

from senior_desktop.paper import fonts, labels
from senior_desktop.paper.content import canonical, checksum
from senior_desktop.paper.document import Document, SignatureBox, Signatures, Words
from senior_desktop.paper.style import BORDER, SOFT, TEXT, TEXT_WIDTH, styles
from senior_desktop.paper.tagging import Element, Figure, TaggedParagraph, TaggedTable, marked

FIELDS = {"leader": "Leder", "employee": "Medarbejder"}
"""Role of a signature box -> name of its field in the PDF; never translated."""

GAP = 14.0
"""Points between the two boxes."""


@dataclass(frozen=True)
class Identities:
    """Fingerprints of the keys that will sign, in groups; "" when not known when the paper is made."""

    employee: str = ""
    leader: str = ""


def flowables(
    block: Signatures, document: Document, identities: Identities, tree: Element,
    places: dict[str, tuple[int, float, float, float, float, str]],
) -> list[Flowable]:
    """The closing part of `document`; drawing it notes each box in `places`: page, corners, tooltip."""
    return [_Closing(block, document, identities, tree, places)]


def grouped(text: str, size: int) -> str:
    """`text` in groups of `size` signs with a blank between."""
    return " ".join(text[at : at + size] for at in range(0, len(text), size))


def qr_text(document: Document) -> str:
    """What the QR code says: text only, no address (`SENIORSAMTALE|id|version|sha256`)."""
    return f"SENIORSAMTALE|{document.number}|{document.version}|{checksum(canonical(document.data))}"


class _Closing(Flowable):
    """Everything in one piece: compact after text, roomy when it opens a page."""

    def __init__(self, block: Signatures, document: Document, identities: Identities, tree: Element,
                 places: dict[str, Any]) -> None:
        super().__init__()
        self.block, self.document, self.identities = block, document, identities
        self.tree, self.places = tree.add("Sect"), places
        self.words: Words = labels.words(document.language)
        self.spaceBefore = 12
        self.parts: list[tuple[Flowable, float]] = []

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        """Roomy when that fits the height at hand, else compact."""
        tall = self._lay_out(width, height, roomy=True)
        if tall > height:
            tall = self._lay_out(width, height, roomy=False)
        self.width, self.height = width, tall
        return width, tall

    def _lay_out(self, width: float, height: float, *, roomy: bool) -> float:
        """The parts and their height together; elements are made anew, since a first try may not be drawn."""
        self.tree.kids.clear()
        self.parts = []
        total = 0.0
        for part in self._flowables(roomy):
            _, tall = part.wrap(width, height)
            tall += part.getSpaceBefore() if self.parts else 0
            self.parts.append((part, tall))
            total += tall + part.getSpaceAfter()
        return total

    def draw(self) -> None:
        top = self.height
        for part, tall in self.parts:
            top -= tall
            part.drawOn(self.canv, 0, top)
            top -= part.getSpaceAfter()

    def _text(self, parent: Element, kind: str, text: str, style: str, bullet: str | None = None) -> TaggedParagraph:
        made = TaggedParagraph(text, styles()[style], bulletText=bullet)
        made.element = parent.add(kind)
        return made

    def _flowables(self, roomy: bool) -> list[Flowable]:
        words, tree = self.words, self.tree
        out: list[Flowable] = [self._text(tree, "H2", fonts.markup(words("signature.heading")), "heading1")]
        if self.block.intro:
            out.append(self._text(tree, "P", fonts.markup(_short(self.block.intro, 600)), "body" if roomy else "small"))
        out += [
            _Boxes(self.block.boxes, self.words, self.places, tree, 128 if roomy else 74),
            self._text(tree, "P", fonts.markup(words("signature.empty")), "small"),
            self._text(tree, "H2", fonts.markup(words("signature.panel_heading")), "heading1" if roomy else "heading2"),
            self._panel(),
            Spacer(1, 12 if roomy else 7),
        ]
        steps = self._steps(roomy)
        meaning = self._meaning(roomy)
        if roomy:
            return [*out, *steps, Spacer(1, 8), *meaning]
        half = (TEXT_WIDTH - GAP) / 2
        columns = _plain([[steps, "", meaning]], [half, GAP, half])
        return [*out, columns]

    def _panel(self) -> Flowable:
        """QR beside number, checksum, time and the keys."""
        words, document, identities = self.words, self.document, self.identities
        figure = self.tree.add("Figure", alt=words("signature.qr_alt", number=document.number))
        size = 84.0
        facts = self.tree.add("Div")
        number = words("signature.number_version", number=document.number, version=document.version)
        made = words("signature.made_at", at=labels.instant(document.made, words))
        digest = grouped(checksum(canonical(document.data)), 8)
        lines = [
            (words("signature.number"), number),
            (words("signature.checksum"), digest),
            (words("signature.made"), made),
        ]
        for role, fingerprint in (("leader", identities.leader), ("employee", identities.employee)):
            if fingerprint:
                lines.append((words(f"signature.key_{role}"), fingerprint))
        texts = [
            self._text(facts, "P", f"<b>{fonts.markup(label)}</b>{'<br/>' if len(label + value) > 90 else ' '}"
                       f"{fonts.markup(value)}", "panel")
            for label, value in lines
        ]
        qr = Figure(size, size, partial(_paint_qr, text=qr_text(document)), figure)
        table = _plain([[qr, texts]], [size + 22, TEXT_WIDTH - size - 22])
        table.setStyle([
            ("BACKGROUND", (0, 0), (-1, -1), SOFT), ("VALIGN", (0, 0), (-1, -1), "MIDDLE"),
            ("LEFTPADDING", (0, 0), (0, 0), 9), ("TOPPADDING", (0, 0), (-1, -1), 8),
            ("BOTTOMPADDING", (0, 0), (-1, -1), 8), ("RIGHTPADDING", (1, 0), (1, 0), 9),
        ])
        return table

    def _steps(self, roomy: bool) -> list[Flowable]:
        part = self.tree.add("Sect")
        out: list[Flowable] = [self._text(part, "H3", fonts.markup(self.words("signature.steps")), "panel_heading")]
        items = part.add("L", attributes={"O": "/List", "ListNumbering": "/Decimal"})
        for number in (1, 2, 3):
            text = fonts.markup(self.words(f"signature.step_{number}"))
            body = items.add("LI")
            out.append(self._text(body, "LBody", text, "item" if roomy else "small_item", f"{number}."))
        return out

    def _meaning(self, roomy: bool) -> list[Flowable]:
        part = self.tree.add("Sect")
        heading = self._text(part, "H3", fonts.markup(self.words("signature.meaning")), "panel_heading")
        style = "body" if roomy else "small"
        ours = self.identities.leader or self.identities.employee
        said = [self.words("signature.meaning_text" if ours else "signature.meaning_outside"), *([self.words("signature.meaning_data")] if self.document.attached else [])]
        return [heading, self._text(part, "P", fonts.markup(" ".join(said)), style)]


def _short(text: str, most: int) -> str:
    """`text` on one line, at most `most` signs: the closing part must fit one page whatever was typed."""
    line = " ".join(text.split())
    return line if len(line) <= most else line[: most - 1] + "…"


def _plain(rows: list[list[Any]], widths: list[float]) -> TaggedTable:
    """A table for placing only: no padding, no lines; its cells carry their own tags."""
    made = TaggedTable(rows, colWidths=widths, hAlign="LEFT")
    made.setStyle([
        ("FONT", (0, 0), (-1, -1), fonts.REGULAR, 9), ("VALIGN", (0, 0), (-1, -1), "TOP"),
        ("LEFTPADDING", (0, 0), (-1, -1), 0), ("RIGHTPADDING", (0, 0), (-1, -1), 0),
        ("TOPPADDING", (0, 0), (-1, -1), 0), ("BOTTOMPADDING", (0, 0), (-1, -1), 0),
    ])
    return made


class _Boxes(Flowable):
    """Signature boxes side by side, each under its party's name; notes where the fields go."""

    def __init__(self, boxes: tuple[SignatureBox, ...], words: Words, places: dict[str, Any], tree: Element,
                 tall: float) -> None:
        super().__init__()
        self.boxes, self.places, self.tall = boxes, places, tall
        self.each = (TEXT_WIDTH - GAP) / 2
        self.captions: list[TaggedParagraph] = []
        self.tips: list[str] = []
        for box in boxes:
            role = words(f"signature.{box.role}")
            name = ", ".join(part for part in (box.name, box.title) if part)
            caption = TaggedParagraph(fonts.markup(f"{role}: {_short(name, 110)}"), styles()["caption"])
            caption.element = tree.add("P")
            tree.add("Form", widget=FIELDS[box.role])
            self.captions.append(caption)
            self.tips.append(words("signature.tooltip", role=role))

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        self.text = max((caption.wrap(self.each, height)[1] for caption in self.captions), default=0.0) + 3
        self.width, self.height = width, self.text + self.tall + 3
        return self.width, self.height

    def draw(self) -> None:
        for at, (box, caption, tip) in enumerate(zip(self.boxes, self.captions, self.tips, strict=True)):
            x = at * (self.each + GAP)
            caption.drawOn(self.canv, x, self.tall + 3 + self.text - 3 - caption.height)
            with marked(self.canv, None):
                self.canv.setStrokeColor(BORDER)
                self.canv.setLineWidth(0.8)
                self.canv.roundRect(x, 3, self.each, self.tall, 3, stroke=1, fill=0)
            left, low = self.canv.absolutePosition(x, 3)
            self.places[FIELDS[box.role]] = (
                self.canv.getPageNumber(), left, low, left + self.each, low + self.tall, tip,
            )


def _paint_qr(canvas: Any, width: float, height: float, *, text: str) -> None:
    """The code as one filled path on white: no drawing object, so no stray font."""
    code = QRCode(None, QRErrorCorrectLevel.M)
    code.addData(text)
    code.make()
    count = code.getModuleCount()
    step = width / (count + 8)  # four quiet modules on each side
    canvas.setFillColorRGB(1, 1, 1)
    canvas.rect(0, 0, width, height, stroke=0, fill=1)
    canvas.setFillColor(TEXT)
    path = canvas.beginPath()
    for row in range(count):
        for column in range(count):
            if code.isDark(row, column):
                path.rect((column + 4) * step, height - (row + 5) * step, step, step)
    canvas.drawPath(path, stroke=0, fill=1)
