# SPDX-License-Identifier: EUPL-1.2
"""TOML bytes -> `Template`: the questions of a talk as data, or where and how the file is at fault."""

import hashlib
import json
import re
import tomllib
from bisect import bisect_left
from collections.abc import Iterator
from enum import StrEnum
from functools import cache

import msgspec

from senior_desktop import paths
from senior_desktop.errors import TemplateFault

CURRENT = "senior.1"
"""The template a new talk is pinned to."""

AVOIDED = re.compile(
    r"afvikling|nedtrapning|nedslidt|udfasning|sidste år|på vej ud|et skridt ned|hvor længe vil du|"
    r"hvornår går du på pension|attraktivt at blive|opsigelse|"
    r"juridisk bindende|ægtefælle|winding.?down|legally binding",
    re.IGNORECASE,
)
"""Words that push anyone out of a job, or promise what a signature is not (domain, wording rules)."""

NEEDED = (
    "a01", "a03", "a08", "a10", "a11", "a12", "a13", "a14", "c11", "c22", "c31", "c42", "c52", "c61", "d02", "d03",
    "d04", "d06", "e01", "e02", "e03", "e04", "e05", "g1", "g2", "g3", "g6",
)  # fmt: skip
"""Questions that the program itself asks for by name."""

_ID = re.compile(r"[a-g]\d{2}|[gt]\d{1,2}|s\d")


class Kind(StrEnum):
    """What kind of answer a question takes."""

    SCALE = "scale"
    ONE = "one"
    MANY = "many"
    TEXT = "text"
    DATE = "date"
    NUMBER = "number"
    YESNO = "yesno"
    ROWS = "rows"


class Privacy(StrEnum):
    """Who sees an answer: the classes D, F, H and L of the domain, and e03 which steers the paper."""

    SHARED = "shared"
    SENSITIVE = "sensitive"
    COUNTED = "counted"
    LAPTOP = "laptop"
    CONTROL = "control"


class Wording(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One text in both languages."""

    da: str
    en: str

    def said(self, language: str) -> str:
        """The text in "da" or "en"."""
        return self.en if language == "en" else self.da


class Option(msgspec.Struct, frozen=True, array_like=True):
    """One answer of a list: its code and its words."""

    code: int
    da: str
    en: str

    def said(self, language: str) -> str:
        """The words in "da" or "en"."""
        return self.en if language == "en" else self.da


class Question(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One question of the template.

    short: part of the short path. filled: the program fills it in. leave: may be answered with
    "ønsker ikke at svare". row: a field of an agreement row. line: one line of text. most: the
    largest number of ticks. first: one tick may be marked the most important. opens: the words of
    the button that opens a text nobody is to feel asked for. off: HR may switch it off.
    opens_fields: for e03, the question each option lets onto paper, in the options' order.
    """

    id: str
    phase: int
    kind: Kind
    text: Wording
    privacy: Privacy = msgspec.field(name="class")
    help: Wording | None = None
    hr: str = ""
    options: tuple[Option, ...] = ()
    short: bool = False
    filled: bool = False
    leave: bool = True
    row: bool = False
    line: bool = False
    off: bool = False
    most: int = 0
    first: bool = False
    opens: Wording | None = None
    opens_fields: tuple[str, ...] = ()


class Theme(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A theme of the full path, or a page of the short one, which names the `themes` it touches.

    invitation: the sentence it opens with. cards: questions the leader may use. minutes: what it tends to take.
    """

    id: str
    title: Wording
    invitation: Wording
    questions: tuple[str, ...]
    cards: tuple[Wording, ...] = ()
    minutes: int = 0
    own: bool = False
    themes: tuple[str, ...] = ()


class Phase(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A phase of the whole course, 0-7."""

    number: int
    title: Wording


class Status(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """How a theme was dealt with (t1-t10): the question and its codes 1-3."""

    text: Wording
    options: tuple[Option, ...]


class Template(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A whole template; `digest` is the SHA-256 of its canonical form, hex."""

    id: str
    version: int
    title: Wording
    subtitle: Wording
    declined: Wording
    scale: tuple[Option, ...]
    phases: tuple[Phase, ...]
    themes: tuple[Theme, ...]
    short: tuple[Theme, ...]
    questions: tuple[Question, ...]
    status: Status
    lists: dict[str, tuple[Option, ...]] = {}
    digest: str = ""

    @property
    def name(self) -> str:
        """ "senior.1": what a conversation is pinned to."""
        return f"{self.id}.{self.version}"

    def question(self, key: str) -> Question:
        """The question of that id. Raises KeyError."""
        for one in self.questions:
            if one.id == key:
                return one
        raise KeyError(key)

    def options(self, key: str) -> tuple[Option, ...]:
        """The answers a list or scale question offers, "ønsker ikke at svare" not among them."""
        asked = self.question(key)
        return self.scale if asked.kind is Kind.SCALE else asked.options

    def option(self, key: str, code: int, language: str) -> str:
        """The words of `code` at the question `key`; a code that is not in its list raises KeyError."""
        for one in self.options(key):
            if one.code == code:
                return one.said(language)
        raise KeyError(f"{key}.{code}")

    def of_phase(self, phase: int) -> tuple[Question, ...]:
        """The questions of one phase that are not fields of an agreement row, in the template's order."""
        return tuple(one for one in self.questions if one.phase == phase and not one.row)


def read(content: bytes) -> Template:
    """The template in `content` (TOML, UTF-8), checked whole. Raises TemplateFault(place=, fault=)."""
    try:
        text = content.decode("utf-8")
    except UnicodeDecodeError as fault:
        line = content.count(b"\n", 0, fault.start) + 1
        raise TemplateFault(place=str(line), fault="not_utf8") from fault
    try:
        raw = tomllib.loads(text)
    except (ValueError, RecursionError) as fault:  # also a number of 5,000 digits, or a thousand brackets
        raise TemplateFault(place=str(_line(text, str(fault))), fault="not_toml") from fault
    try:
        template = msgspec.convert(raw, Template)
    except msgspec.ValidationError as fault:
        raise TemplateFault(place=_place(raw, str(fault)), fault=_fault(str(fault))) from fault
    _check(template)
    canonical = json.dumps(raw, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return msgspec.structs.replace(template, digest=hashlib.sha256(canonical.encode()).hexdigest())


@cache
def shipped(name: str = CURRENT) -> Template:
    """The template `name` that came with the program. Raises TemplateFault when there is none."""
    file = paths.resources() / "templates" / f"{name}.toml"
    if not paths.is_file(file):
        raise TemplateFault(place=name, fault="no_such_template")
    return read(file.read_bytes())


def _check(template: Template) -> None:
    """What the types cannot say: ids once, codes in their lists, all named questions there, kind words."""
    seen: set[str] = set()
    for one in template.questions:
        where = f"questions/{one.id}"
        if not _ID.fullmatch(one.id):
            raise TemplateFault(place=where, fault="bad_id")
        if one.id in seen:
            raise TemplateFault(place=where, fault="double_id")
        seen.add(one.id)
        if one.kind in (Kind.ONE, Kind.MANY) and not one.options:
            raise TemplateFault(place=where, fault="no_options")
        _check_codes(where, one.options)
    _check_codes("scale", template.scale)
    _check_codes("status", template.status.options)
    for key in NEEDED:
        if key not in seen:
            raise TemplateFault(place=f"questions/{key}", fault="missing_question")
    gate = template.question("e03")
    sensitive = {one.id for one in template.questions if one.privacy is Privacy.SENSITIVE}
    if len(gate.opens_fields) != len(gate.options) or not sensitive.issuperset(gate.opens_fields):
        raise TemplateFault(place="questions/e03", fault="wrong_gate")
    for group, pages in (("themes", template.themes), ("short", template.short)):
        for page in pages:
            for key in page.questions:
                if key not in seen:
                    raise TemplateFault(place=f"{group}/{page.id}/{key}", fault="unknown_question")
    for place, text in _texts(template):
        if not text.strip():
            raise TemplateFault(place=place, fault="no_words")
        if AVOIDED.search(text):
            raise TemplateFault(place=place, fault="avoided_word")


def _check_codes(where: str, options: tuple[Option, ...]) -> None:
    codes = [one.code for one in options]
    if 9 in codes:
        raise TemplateFault(place=where, fault="code_nine")
    if len(set(codes)) != len(codes):
        raise TemplateFault(place=where, fault="double_code")


def _texts(template: Template) -> Iterator[tuple[str, str]]:
    """Every text of the template with its place, in both languages."""
    for theme in (*template.themes, *template.short):
        for wording in (theme.title, theme.invitation, *theme.cards):
            yield from ((f"themes/{theme.id}", text) for text in (wording.da, wording.en))
    for one in template.questions:
        for wording in filter(None, (one.text, one.help, one.opens)):
            yield from ((f"questions/{one.id}", text) for text in (wording.da, wording.en))
        for option in one.options:
            yield from ((f"questions/{one.id}/{option.code}", text) for text in (option.da, option.en))


def _line(text: str, message: str) -> int:
    """The line (from 1) at which `text` is no TOML, by tomllib's `message`."""
    told = re.search(r"\(at line (\d+), column \d+\)$", message)
    if told:
        return int(told[1])
    lines = text.removesuffix("\n").split("\n")
    if message.endswith("(at end of document)"):
        return len(lines)

    def too_far(count: int) -> bool:
        """Whether the first `count` lines meet the same fault, of which tomllib tells no place."""
        try:
            tomllib.loads("\n".join(lines[:count]))
        except (ValueError, RecursionError) as fault:
            return "(at " not in str(fault)
        return False

    return min(bisect_left(range(len(lines) + 1), True, key=too_far), len(lines))


def _place(raw: dict[str, object], message: str) -> str:
    """ "$.questions[3].kind" of the decoder -> "questions/c13/kind": the id instead of the count."""
    path = re.search(r"`\$?\.?([^`]*)`$", message)
    parts: list[str] = []
    here: object = raw
    for name, index in re.findall(r"([A-Za-z_]+)|\[(\d+|\.\.\.)\]", path.group(1) if path else ""):
        if name:
            here = here.get(name) if isinstance(here, dict) else None
            parts.append(name)
        elif index.isdigit():
            here = here[int(index)] if isinstance(here, list) and int(index) < len(here) else None
            named = here.get("id") if isinstance(here, dict) else None
            parts.append(str(named or int(index) + 1))
    return "/".join(parts) or "1"


def _fault(message: str) -> str:
    """The decoder's English remark -> a code with a sentence of its own under `[codes]`."""
    for start, code in (
        ("Object missing", "missing_field"),
        ("Object contains unknown", "unknown_field"),
        ("Invalid enum", "unknown_value"),
        ("Array", "wrong_length"),
    ):
        if message.startswith(start):
            return code
    return "wrong_type"
