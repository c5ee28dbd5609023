# SPDX-License-Identifier: EUPL-1.2
"""A text box on a page of a talk -> its rulings and its earlier words, carried to and from the room by the text's key.

A box of several lines is underlined by the dictionary of the talk's language; a line (a name, who answers) is not.
"""

from PySide6.QtWidgets import QPlainTextEdit

from senior_desktop import story
from senior_desktop.ui.fields.guarded import GuardedText
from senior_desktop.ui.fields.spelling import underline
from senior_desktop.ui.talk.room import Room


def watch(text: GuardedText, room: Room, key: str, *, private: bool = False) -> None:
    """Let `text` know what was ruled of it, and store what is ruled now. key: as `free_texts` gives it."""
    text.key, text.private = key, private
    text.cleared = lambda: tuple(room.talk.not_cpr.get(key, ()))
    text.ruled.connect(lambda number: room.do(story.not_a_cpr_number, key, number))
    text.earlier_wanted.connect(lambda: room.ask(story.earlier_texts, key, then=text.choose_earlier))
    if isinstance(text.box, QPlainTextEdit):
        underline(text.box, room.language)
