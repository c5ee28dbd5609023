# SPDX-License-Identifier: EUPL-1.2
"""A talk -> at most eight codes HR may count, by the definitions of `resources/indicators/<id>.toml`.

An indicator's id means its coding for ever (domain, section 7). Health, the coming years, pension and
the two measures G4 and E3 feed no count.
"""

import re
from collections import Counter
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from fractions import Fraction
from functools import cache, cached_property

import msgspec

from senior_desktop import paths
from senior_desktop.conversation.agreements import AGREED, NOT_NOW, Agreement
from senior_desktop.conversation.conversation import DECLINED_TO_ANSWER, OPEN, Answer, Conversation, Stage
from senior_desktop.errors import TemplateFault

MOST_INDICATORS = 8
"""One person spends at most this many times epsilon in one batch (anonymity, decision 4)."""

EPSILONS = {"1/2": Fraction(1, 2), "1": Fraction(1), "2": Fraction(2)}
"""What HovedMED may choose, as it is written in the file; there is no "off"."""

NEVER_COUNTED = frozenset({"c71", "c72", "c91", "c93", "a14"})
"""Questions on health, the coming years, pension and who came along."""

PASSED_OVER = frozenset({"G4", "E3"})
"""Measures that would tell of health or a change of trade."""

GROUPS = {letter: code for code, letter in enumerate("ABCDEFGHIJK", start=1)}
"""First letter of a measure's code -> d01; K is "ingen ændring"."""

NO_REASON_GIVEN = 6
SHIPPED = "sen1"
HELD = frozenset({Stage.SIGNED, Stage.HELD, Stage.HANDED_OVER, Stage.FOLLOWED_UP})


class Kind(StrEnum):
    """How an indicator is counted: one row for "ja"; a complete list; ended offers without a public total."""

    YES_NO = "yesno"
    LIST = "list"
    PROCESS = "process"


class Rule(StrEnum):
    """How a code is found in a talk."""

    ANSWER = "answer"
    ANY_AGREED = "any_agreed"
    MAIN_MEASURE = "main_measure"
    MAIN_REASON = "main_reason"
    MOST_IMPORTANT = "most_important"
    ENDED_OFFER = "ended_offer"
    NO_CHANGE = "no_change"
    TO_FORMALISE = "to_formalise"
    THEME_LEFT = "theme_left"
    KEPT_BEFORE = "kept_before"
    FOLLOWED_BEFORE = "followed_before"


YES_NO_RULES = (
    Rule.ANSWER, Rule.ANY_AGREED, Rule.NO_CHANGE, Rule.TO_FORMALISE, Rule.THEME_LEFT, Rule.KEPT_BEFORE, Rule.FOLLOWED_BEFORE,
)  # fmt: skip

CODES = dict.fromkeys(YES_NO_RULES, (1,)) | {
    Rule.MAIN_MEASURE: tuple(range(12)),
    Rule.MAIN_REASON: tuple(range(7)),
    Rule.MOST_IMPORTANT: tuple(range(10)),
    Rule.ENDED_OFFER: (1, 2, 3, 4),
}
"""The rows a rule writes: all it can give, so that a list's true counts sum to n."""

KINDS = dict.fromkeys(YES_NO_RULES, Kind.YES_NO) | {Rule.ENDED_OFFER: Kind.PROCESS}

PREFERS_NOT = 3
"""Status of a theme: "ønsker ikke"."""

WORKPLACE_S = (1, 3)
"""d04 of an agreement that the leader or HR is to carry out."""

FOLLOWED = (1, 2)
"""g6 of a follow-up that was held, on time or later."""


class Text(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The same words in both languages."""

    da: str
    en: str

    def in_(self, language: str) -> str:
        """The words in `language`, "da" or "en"."""
        return self.en if language == "en" else self.da


class Group(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Indicators that share a chart in the report."""

    id: str
    name: Text


class Reference(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What somebody else has found: whole per cent and whose it is; what it cannot be used for stands in the indicator's note."""

    percent: int
    name: Text


class Indicator(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One question HR counts; `answers` words each code, `note` says what to mind when reading it."""

    id: str
    group: str
    kind: Kind
    rule: Rule
    name: Text
    answers: dict[int, Text]
    question: str = ""
    yes: tuple[int, ...] = ()
    note: Text = Text("", "")
    reference: Reference | None = None

    @property
    def codes(self) -> tuple[int, ...]:
        """The answer codes that get a row in the file, ascending."""
        return CODES[self.rule]

    @property
    def sensitivity(self) -> int:
        """How far one changed answer moves the counts together (L1)."""
        return 1 if self.kind is Kind.YES_NO else 2

    @property
    def parts(self) -> int:
        """K of the correction with the public n: the list's length; 1 where nothing is corrected."""
        return len(self.codes) if self.kind is Kind.LIST else 1


@dataclass(frozen=True, eq=False)  # told apart by identity, so that what follows from a set is worked out once
class IndicatorSet:
    """A skema: which indicators, in the order of print, and how much noise. `skema`: "sen1-e1"."""

    skema: str
    epsilon: Fraction
    indicators: tuple[Indicator, ...]
    groups: tuple[Group, ...]

    @cached_property
    def by_id(self) -> dict[str, Indicator]:
        """Indicator id -> indicator, in the file's order (by id)."""
        return {one.id: one for one in sorted(self.indicators, key=lambda one: one.id)}

    @cached_property
    def rows(self) -> tuple[tuple[str, int], ...]:
        """(question, answer) of every row of the file, in order."""
        return tuple((one.id, code) for one in self.by_id.values() for code in one.codes)

    @cached_property
    def scales(self) -> tuple[Fraction, ...]:
        """The noise's scale on each of `rows`."""
        return tuple(self.scale(question) for question, _ in self.rows)

    @cached_property
    def about_talks(self) -> tuple[Indicator, ...]:
        """The indicators a talk has a code for (not the process counts)."""
        return tuple(one for one in self.indicators if one.kind is not Kind.PROCESS)

    def scale(self, question: str) -> Fraction:
        """The noise's scale on `question`: sensitivity over epsilon."""
        return Fraction(self.by_id[question].sensitivity) / self.epsilon


class _File(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The indicator file as it is written."""

    id: str
    profiles: dict[str, str]
    group: tuple[Group, ...]
    indicator: tuple[Indicator, ...]


def read(content: bytes) -> dict[str, IndicatorSet]:
    """An indicator file -> one set per noise profile, by skema. Raises TemplateFault with place and code."""
    try:
        file = msgspec.toml.decode(content, type=_File)
    except (msgspec.DecodeError, UnicodeDecodeError) as fault:
        place = re.search(r"`\$\.?([^`]*)`$|\(at ([^)]*)\)$", str(fault))
        named = (place[1] or place[2] or "") if place else ""
        raise TemplateFault(place=named, fault="no_indicator_file") from fault
    _check(file)
    sets = {}
    for ending, written in file.profiles.items():
        if written not in EPSILONS or not re.fullmatch(r"e[0-9]{1,2}", ending):
            raise TemplateFault(place=f"profiles.{ending}", fault="bad_noise")
        skema = f"{file.id}-{ending}"
        sets[skema] = IndicatorSet(skema, EPSILONS[written], file.indicator, file.group)
    return sets


def _check(file: _File) -> None:
    """Raise TemplateFault at the first thing that would break the guarantee or leave a row without words."""
    if not re.fullmatch(r"[a-z]{2,8}[0-9]{1,3}", file.id):
        raise TemplateFault(place="id", fault="bad_file_id")
    if sum(one.kind is not Kind.PROCESS for one in file.indicator) > MOST_INDICATORS:
        raise TemplateFault(place="indicator", fault="too_many_indicators")
    groups, seen = {group.id for group in file.group}, set()
    for one in file.indicator:
        faults = {
            "bad_indicator_id": not re.fullmatch(r"[a-z][0-9]{1,2}", one.id),
            "double_id": one.id in seen,
            "no_such_group": one.group not in groups,
            "never_counted": one.question in NEVER_COUNTED or one.id in NEVER_COUNTED,
            "wrong_kind": one.kind is not KINDS.get(one.rule, Kind.LIST),
            "codes_without_words": tuple(one.answers) != CODES[one.rule],
            "no_question": one.rule in (Rule.ANSWER, Rule.MOST_IMPORTANT) and not one.question,
            "reference_without_words": one.reference is not None and not (0 < one.reference.percent < 100 and one.note.da and one.note.en),
            "no_yes_codes": (one.rule is Rule.ANSWER) != bool(one.yes),
        }
        seen.add(one.id)
        for fault, found in faults.items():
            if found:
                raise TemplateFault(place=f"indicator {one.id}", fault=fault)


@cache
def shipped() -> dict[str, IndicatorSet]:
    """The sets that come with the program, by skema."""
    return read((paths.resources() / "indicators" / f"{SHIPPED}.toml").read_bytes())


def is_ready(talk: Conversation) -> bool:
    """Whether the talk's codes may freeze: signed or declared held, and the evaluation answered or declined."""
    return talk.stage in HELD and talk.evaluated


def codes(talk: Conversation, indicators: IndicatorSet, before: Conversation | None = None) -> dict[str, int]:
    """Indicator id -> code for `talk`: 1 or 0 for a yes/no, an answer code for a list. No process counts.

    before: the talk with the same person before it, for what became of its agreements.
    """
    return {one.id: _code(talk, one, before) for one in indicators.about_talks}


def _code(talk: Conversation, indicator: Indicator, before: Conversation | None) -> int:
    match indicator.rule:
        case Rule.ANSWER:
            return int(talk.code(indicator.question) in indicator.yes)
        case Rule.ANY_AGREED:
            return int(any(row.measure != "K" for row in _counted(talk, AGREED)))
        case Rule.MAIN_MEASURE:
            return _main_measure(_counted(talk, AGREED))
        case Rule.MAIN_REASON:
            return _main_reason(_counted(talk, NOT_NOW))
        case Rule.MOST_IMPORTANT:
            return _most_important(talk.answer(indicator.question))
        case Rule.NO_CHANGE:
            return int(any(row.measure == "K" for row in _counted(talk, AGREED)))
        case Rule.TO_FORMALISE:
            return int(any(row.formalise in (1, 2) for row in _counted(talk, AGREED)))
        case Rule.THEME_LEFT:
            return int(any(talk.code(f"t{number}") == PREFERS_NOT for number in range(1, 11)))
        case Rule.KEPT_BEFORE:
            theirs = [row for row in _counted(before, AGREED) if row.responsible in WORKPLACE_S] if before else []
            return int(bool(theirs) and all(row.kept == 1 for row in theirs))
        case Rule.FOLLOWED_BEFORE:
            return int(before is not None and before.code("g6") in FOLLOWED)
        case Rule.ENDED_OFFER:
            raise ValueError("an ended offer is no talk")


def _counted(talk: Conversation, status: int) -> list[Agreement]:
    """The rows of that status (d02), in the order entered, without the measures that are never counted."""
    return [row for row in talk.agreements if row.status == status and row.measure not in PASSED_OVER]


def _main_measure(agreed: list[Agreement]) -> int:
    """d01: group of the row marked the most important, else of the first; own words have no group."""
    grouped = [row for row in agreed if row.measure]
    if not grouped:
        return 0
    chosen = next((row for row in grouped if row.most_important), grouped[0])
    return GROUPS[chosen.measure[0]]


def _main_reason(not_now: list[Agreement]) -> int:
    """d03: the most frequent reason; on a tie the row entered first (Counter keeps that order)."""
    if not not_now:
        return 0
    reasons = Counter(row.why_not for row in not_now if row.why_not is not None)
    return reasons.most_common(1)[0][0] if reasons else NO_REASON_GIVEN


def _most_important(answer: Answer) -> int:
    """c92: the option marked most important; none marked and one ticked: that one; else 9."""
    ticked = answer.value if isinstance(answer.value, tuple) and not answer.declined else ()
    if answer.first is not None and answer.first in ticked:
        return answer.first
    return ticked[0] if len(ticked) == 1 else DECLINED_TO_ANSWER


def ended_offer_code(talk: Conversation, today: date | None = None) -> int | None:
    """a11 of an offer that ended without a talk: 1 said yes, 2 yes later, 3 no thanks, 4 no answer; else None.

    "Nej tak" (also "spørg ikke igen", or said in the midst of a talk) ends at once. The others end when the date of the next offer
    (a12) or 12 months have passed at `today`; without `today` they count as still running. A talk that
    was held, is being written up or is closed gives None, and so does an offer taken back unanswered.
    """
    answer = talk.code("a11")
    if talk.stage not in OPEN | {Stage.DECLINED, Stage.WITHDRAWN}:
        return None
    if answer in (3, 5) or (talk.stage is Stage.DECLINED and answer is None):
        return 3
    if today is None or today < _ends(talk) or (talk.stage is Stage.WITHDRAWN and answer is None):
        return None
    return answer if answer in (1, 2) else 4


def _ends(talk: Conversation) -> date:
    """The day from which an offer without a talk counts as ended."""
    if talk.text("a12"):
        return date.fromisoformat(talk.text("a12"))
    offered = date.fromisoformat(talk.text("a10") or talk.created[:10])
    leap = (offered.month, offered.day) == (2, 29)
    return date(offered.year + 1, 3, 1) if leap else offered.replace(year=offered.year + 1)
