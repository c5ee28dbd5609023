# SPDX-License-Identifier: EUPL-1.2
"""A paper -> whether its attached data, printed anew, give what the paper says: byte for byte, or word for word.

The same version of the program gives the same bytes; another one, or a protected file, is compared by its words.
Nothing in the file is trusted: data that this program would not have attached are "unknown".
"""

import io
import json
import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import msgspec
import pikepdf
from pyhanko.pdf_utils.reader import PdfFileReader

from senior_desktop.paper import archive, content, document, fonts, pdf
from senior_desktop.paper.closing import Identities
from senior_desktop.paper.document import Document, printed
from senior_desktop.paper.verdict import SHEETS, Rendered

LIMIT_JSON = 5 * 1024 * 1024

_BLOCKS: dict[str, type] = {
    one.__name__: one
    for one in (
        document.Heading, document.Paragraph, document.Bullets, document.Facts, document.Table, document.Chart,
        document.Signatures, document.Space, document.Ticks, document.PageBreak,
    )
}


def compare(signed: bytes, password: str = "") -> Rendered:
    """`signed` beside what its own data print.

    UNKNOWN without data, or with data that cannot print it; those of a sheet must at least say nothing that it does not.

    Raises what the parsers raise (`verify.PARSE_FAULTS`); the check comes first or beside it, and judges the rest.
    """
    with pikepdf.open(io.BytesIO(signed), password=password) as opened:
        info = opened.docinfo
        if content.NAME not in opened.attachments:
            return Rendered.UNKNOWN
        attached = opened.attachments[content.NAME].get_file().read_bytes()
        paper = _paper(attached)
        if paper is None:
            said = words_of(opened)
            sheet = str(info.get(archive.KIND, "")) in SHEETS
            return Rendered.UNKNOWN if not sheet or all(text in said for text in _texts(attached)) else Rendered.DIFFERS
        keys = Identities(*(str(info.get(name, "")) for name in (archive.EMPLOYEE, archive.LEADER)))
        made = pdf.make(paper, identities=keys)
        if _begins(signed, made):
            return Rendered.BYTES
        with pikepdf.open(io.BytesIO(made)) as anew:
            return Rendered.WORDS if words_of(opened) == words_of(anew) else Rendered.DIFFERS


def _paper(attached: bytes) -> Document | None:
    """The Document whose printed data are exactly `attached`; None when there is none."""
    if len(attached) > LIMIT_JSON:
        return None
    try:
        data = json.loads(attached)
        said = _fields(data, "blocks")
        blocks = tuple(msgspec.convert(_fields(block, "block"), _BLOCKS[block["block"]]) for block in data["blocks"])
        if not all(isinstance(value, int if name == "version" else str) for name, value in said.items()):
            return None
        whole = Document(**said, blocks=blocks)
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError, msgspec.ValidationError):
        return None
    paper = replace(whole, data=printed(whole))
    return paper if content.canonical(paper.data) == attached else None


def _texts(attached: bytes) -> Iterator[str]:
    """Every text in `attached` as the page would show it, without white space. Raises ValueError."""
    waiting = [json.loads(attached[:LIMIT_JSON])]
    while waiting:
        one = waiting.pop()
        if isinstance(one, str):
            yield "".join(fonts.printable(one).split())
        elif isinstance(one, list | dict):
            waiting += one if isinstance(one, list) else one.values()


def _fields(said: dict[str, Any], but: str) -> dict[str, Any]:
    return {name: value for name, value in said.items() if name != but}


def _begins(signed: bytes, made: bytes) -> bool:
    """Whether revision 1 of `signed` is `made`, and no more than it."""
    if not signed.startswith(made):
        return False
    reader = PdfFileReader(io.BytesIO(signed), strict=True)
    declared = re.findall(rb"startxref\s+(\d+)\s+%%EOF\s*$", made[-64:])
    return bool(declared) and int(reader.xrefs.get_startxref_for_revision(0)) == int(declared[0])


def words_of(opened: pikepdf.Pdf) -> str:
    """All that the pages say in reading order, without white space; running headers and footers left out.

    Widgets are left out too: what stands in them is the signatures' own.
    """
    return "".join("".join(_said(page)) for page in opened.pages)


def _said(page: pikepdf.Page) -> list[str]:
    found: list[str] = []
    fonts = page.obj.get("/Resources", pikepdf.Dictionary()).get("/Font", pikepdf.Dictionary())
    signs: dict[str, dict[int, str]] = {}
    now: dict[int, str] = {}
    marks: list[bool] = []
    for operands, operator in pikepdf.parse_content_stream(page):
        match str(operator):
            case "BDC" | "BMC":
                marks.append(str(operands[0]) == "/Artifact")
            case "EMC":
                marks.pop()
            case "Tf":
                name = str(operands[0])
                if name not in signs:
                    signs[name] = _letters(fonts[name])
                now = signs[name]
            case "Tj" | "'" if not any(marks):
                found.append("".join(now.get(code, "\ufffd") for code in bytes(operands[0])))
            case "TJ" | '"' if not any(marks):
                return ["\ufffd"]  # we never write so
            case _:
                pass
    return ["".join(one.split()) for one in found]


def _letters(font: pikepdf.Object) -> dict[int, str]:
    """Code -> letter, from the map that copying uses."""
    text = font.ToUnicode.read_bytes().decode("ascii")
    pairs = re.findall(r"<([0-9A-F]{2})> <((?:[0-9A-F]{4})+)>", text)
    return {int(code, 16): bytes.fromhex(sign).decode("utf-16-be", "replace") for code, sign in pairs}
