# SPDX-License-Identifier: EUPL-1.2
"""Words, tables and figures in order -> `Document`, the one shape of everything that is printed or shown.

A leaf: it imports nothing of ours, so that `conversation/summary.py` and `hr/report.py` may make one
without knowing that a PDF exists.
"""

from collections.abc import Callable
from dataclasses import asdict, dataclass, field
from typing import Any

Words = Callable[..., str]
"""words("section.key", name=value ...) -> the sentence in the document's language. Raises KeyError."""


@dataclass(frozen=True)
class Heading:
    """A line that opens a section; level 1 is the title's level below it."""

    text: str
    level: int = 1


@dataclass(frozen=True)
class Paragraph:
    """Running text; `tone` is "body", "help" (muted) or "strong"."""

    text: str
    tone: str = "body"


@dataclass(frozen=True)
class Bullets:
    """Short points, each one line or two; `numbered` counts them."""

    items: tuple[str, ...]
    numbered: bool = False


@dataclass(frozen=True)
class Facts:
    """Label and value pairs, as on the party card of the first page."""

    rows: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class Table:
    """A table with a header row; `widths` are shares of the text width and sum to 1."""

    header: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    widths: tuple[float, ...]
    summary: str = ""


@dataclass(frozen=True)
class Bar:
    """One share of a chart: 0-1 with its interval, clipped for show; `note` says n in words.

    reference, reference_name: what somebody else has found, 0-1, as a line across the bar; None for no line.
    """

    label: str
    share: float
    low: float
    high: float
    note: str = ""
    faint: bool = False
    reference: float | None = None
    reference_name: str = ""


@dataclass(frozen=True)
class Chart:
    """Horizontal bars with intervals; `summary` is its text for those who do not see it."""

    title: str
    bars: tuple[Bar, ...]
    summary: str


@dataclass(frozen=True)
class SignatureBox:
    """A place for one party's signature: `role` is "leader" or "employee"."""

    role: str
    name: str
    title: str = ""


@dataclass(frozen=True)
class Signatures:
    """The boxes side by side, followed by the check panel that the paper room fills in."""

    boxes: tuple[SignatureBox, ...]
    intro: str = ""


@dataclass(frozen=True)
class Space:
    """Room to write by hand, so many `lines`; in a fillable document a text field that is called `label`."""

    label: str
    lines: int = 3


@dataclass(frozen=True)
class Ticks:
    """Boxes to tick by hand, one before each option."""

    options: tuple[str, ...]


@dataclass(frozen=True)
class PageBreak:
    """What follows begins on a new page."""


Block = Heading | Paragraph | Bullets | Facts | Table | Chart | Signatures | Space | Ticks | PageBreak


@dataclass(frozen=True)
class Document:
    """Everything one paper says, in reading order.

    `number` is the document number ("SS-2026-7F3K-9Q2M"; the PDF's title and file name, never a
    name), `version` counts from 1, `language` is "da" or "en", `made` an ISO 8601 instant with UTC
    offset. `data` is what is attached as JSON: exactly what is printed, nothing else; where `attached` is
    False (policy AttachData) only its checksum is printed. `fillable`: each Space is a text field in place of lines.
    `logo`: PNG or JPEG on the first page of what is not signed: a picture could not be compared with the data.
    """

    kind: str
    number: str
    version: int
    language: str
    title: str
    subtitle: str
    organisation: str
    made: str
    blocks: tuple[Block, ...]
    data: dict[str, object] = field(default_factory=dict)
    draft: bool = False
    confidential: bool = True
    attached: bool = True
    fillable: bool = False
    logo: bytes = b""


def printed(document: Document) -> dict[str, Any]:
    """Everything `document` prints, as plain data: what is attached to a paper, and nothing that is not printed."""
    said = {
        name: getattr(document, name)
        for name in ("kind", "number", "version", "language", "title", "subtitle", "organisation", "made")
    }
    return said | {"blocks": [{"block": type(block).__name__} | asdict(block) for block in document.blocks]}
