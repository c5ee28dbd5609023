# SPDX-License-Identifier: EUPL-1.2
"""A talk before and after a change -> its free texts by key, and the talk as it may be stored: CPR numbers masked.

The vault calls `guarded` before it writes, so that no way of saving leads around it. Keys: a question's id ("c12"),
`of_note(page)`, `of_row(row id, field)`, `PLACE`, `GOING`.
"""

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import replace
from os.path import commonprefix

from senior_desktop.conversation import guard
from senior_desktop.conversation.conversation import Conversation

ROW_TEXTS = ("text", "pay_text", "pay_who", "colleagues_text")
"""The fields of an agreement that are written by hand."""

PLACE = "meeting.place"
"""The key of where the two meet."""

GOING = "going"
"""The key of how it goes, said at the follow-up."""

SHOWN = 70
"""Characters of an earlier text in a list."""

_MARKS = re.compile("[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]")
"""Marks of direction: in Danish and English they do nothing but hide what stands there."""


def of_note(page: str) -> str:
    """The key of the leader's own note to `page`."""
    return f"note.{page}"


def of_row(row_id: str, field: str) -> str:
    """The key of one field of an agreement row."""
    return f"row.{row_id}.{field}"


def texts(talk: Conversation) -> dict[str, str]:
    """Every text of `talk` by its key; what was declined has none."""
    found = {question: talk.text(question) for question in talk.answers}
    found |= {of_note(page): text for page, text in talk.notes.items()}
    found |= {of_row(row.id, field): getattr(row, field) for row in talk.agreements for field in ROW_TEXTS}
    found |= {PLACE: talk.meeting.place} if talk.meeting is not None else {}
    found[GOING] = talk.going
    return {key: text for key, text in found.items() if text}


def guarded(talk: Conversation, before: Conversation | None = None) -> Conversation:
    """`talk` with the CPR numbers masked in each text that `before` did not hold; those ruled to be none stay.

    A ruling goes with its number: taken out of the text, it is not kept beside it.
    """
    old = texts(before) if before is not None else {}
    changed = {key: text for key, text in texts(talk).items() if text != old.get(key)}
    rulings = dict(talk.not_cpr)
    masks = {}
    for key, text in changed.items():
        ruled = rulings.pop(key, ())
        masks[key] = guard.masked(text, ruled)
        standing = {one.said for one in guard.numbers(masks[key])}
        if still := tuple(one for one in ruled if one in standing):
            rulings[key] = still
    for key in talk.not_cpr.keys() & (old.keys() - texts(talk).keys()):
        del rulings[key]
    if masks == changed and rulings == talk.not_cpr:
        return talk
    return replace(_with(talk, masks), not_cpr=rulings)


def ruled(talk: Conversation, key: str, number: str) -> Conversation:
    """`talk`, in which the ten digits `number` in the text `key` are no CPR number."""
    return replace(talk, not_cpr={**talk.not_cpr, key: tuple({*talk.not_cpr.get(key, ()), number})})


def would_return(earlier: str, now: str) -> str:
    """The words `earlier` has and `now` has not, in one line of at most 70 characters; where it has none, all of it."""
    start = len(commonprefix((earlier, now)))
    end = len(commonprefix((earlier[start:][::-1], now[start:][::-1])))
    begin, stop = start, len(earlier) - end
    if begin == stop:
        begin, stop = 0, len(earlier)
    while _within_word(earlier, begin):  # whole words
        begin -= 1
    while _within_word(earlier, stop):
        stop += 1
    words = " ".join(earlier[begin:stop].split())
    return words if len(words) <= SHOWN else words[: SHOWN - 1].rstrip() + "…"


def _within_word(text: str, place: int) -> bool:
    return 0 < place < len(text) and not text[place - 1].isspace() and not text[place].isspace()


def _with(talk: Conversation, new: Mapping[str, str]) -> Conversation:
    """`talk` with the texts of `new` in place of its own."""
    answers = {
        key: replace(said, value=new[key]) if key in new else said for key, said in talk.answers.items()
    }
    notes = {page: new.get(of_note(page), text) for page, text in talk.notes.items()}
    rows = tuple(
        replace(row, **{field: new.get(of_row(row.id, field), getattr(row, field)) for field in ROW_TEXTS})
        for row in talk.agreements
    )
    meeting = replace(talk.meeting, place=new.get(PLACE, talk.meeting.place)) if talk.meeting is not None else None
    going = new.get(GOING, talk.going)
    return replace(talk, answers=answers, notes=notes, agreements=rows, meeting=meeting, going=going)


def plain(text: str) -> str:
    """`text` as it may be stored: no control characters but line ends and tabs, no half letters, no marks of direction."""
    text = _MARKS.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))
    return "".join(one for one in text if one in "\n\t" or unicodedata.category(one) not in ("Cc", "Cs"))
