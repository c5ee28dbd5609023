# SPDX-License-Identifier: EUPL-1.2
"""Two templates -> what differs between them, place by place; and a template with one thing said otherwise.

Ids, kinds, classes and what may be counted are never changed here: those are rules, not words.
"""

from collections.abc import Iterator

import msgspec

from senior_desktop.conversation.template import Option, Question, Template, Theme, Wording
from senior_desktop.errors import TemplateFault


def differences(old: Template, new: Template) -> tuple[tuple[str, str, str], ...]:
    """(where, was, is) in Danish words, in the template's order: "c11", "t2"; a question left out or taken in again."""
    return tuple(_differences(old, new))


def _differences(old: Template, new: Template) -> Iterator[tuple[str, str, str]]:
    themes = {one.id: one for one in (*old.themes, *old.short)}
    told = set()
    for theme in (*new.themes, *new.short):
        was = themes.get(theme.id)
        if was is None or theme.id in told:
            continue
        told.add(theme.id)
        for before, now in ((was.title, theme.title), (was.invitation, theme.invitation)):
            if before != now:
                yield theme.id, before.da, now.da
        if was.minutes != theme.minutes:
            yield theme.id, str(was.minutes), str(theme.minutes)
    before_used, now_used = _used(old), _used(new)
    questions = {one.id: one for one in old.questions}
    for question in new.questions:
        before_question = questions.get(question.id)
        if before_question is None:
            continue
        if before_question.text != question.text:
            yield question.id, before_question.text.da, question.text.da
        if before_question.help != question.help:
            yield question.id, _da(before_question.help), _da(question.help)
        options = {one.code: one for one in before_question.options}
        for option in question.options:
            if option.code in options and options[option.code] != option:
                yield f"{question.id}.{option.code}", options[option.code].da, option.da
        if (question.id in before_used) is not (question.id in now_used):
            yield question.id, "✓" if question.id in before_used else "–", "✓" if question.id in now_used else "–"


def may_be_left_out(template: Template, key: str, base: Template) -> bool:
    """Whether HR may switch the question off: only where the template itself says so, and a theme asks it."""
    return base.question(key).off and key in _used(base)


def with_theme(template: Template, theme_id: str, **said: object) -> Template:
    """`template` with other words (`title`, `invitation`: Wording) or minutes for a theme, on both paths."""

    def changed(one: Theme) -> Theme:
        return msgspec.structs.replace(one, **said) if one.id == theme_id else one

    return msgspec.structs.replace(template, themes=tuple(map(changed, template.themes)), short=tuple(map(changed, template.short)), digest="")


def with_question(template: Template, key: str, text: Wording | None = None, help_text: Wording | None = None) -> Template:
    """`template` with other words for a question; None leaves them."""

    def changed(one: Question) -> Question:
        if one.id != key:
            return one
        return msgspec.structs.replace(one, text=text or one.text, help=help_text if help_text is not None else one.help)

    return msgspec.structs.replace(template, questions=tuple(map(changed, template.questions)), digest="")


def with_answer_words(template: Template, key: str, code: int, words: Wording) -> Template:
    """`template` with other words for one answer of a question; its code, and what it counts as, stay."""

    def changed(one: Question) -> Question:
        if one.id != key:
            return one
        return msgspec.structs.replace(one, options=tuple(Option(code, words.da, words.en) if option.code == code else option for option in one.options))

    return msgspec.structs.replace(template, questions=tuple(map(changed, template.questions)), digest="")


def with_use(template: Template, key: str, on: bool, base: Template) -> Template:
    """`template` with the question asked or left out. Raises TemplateFault where it cannot be left out."""
    if not may_be_left_out(template, key, base):
        raise TemplateFault(place=f"questions/{key}", fault="cannot_go")
    homes = {one.id: one.questions for one in (*base.themes, *base.short)}

    def changed(one: Theme) -> Theme:
        asked = [question for question in homes.get(one.id, one.questions) if question in one.questions or question == key]
        return msgspec.structs.replace(one, questions=tuple(question for question in asked if on or question != key))

    return msgspec.structs.replace(template, themes=tuple(map(changed, template.themes)), short=tuple(map(changed, template.short)), digest="")


def named(template: Template, identity: str, version: int) -> Template:
    """`template` under another name: a published one never changes, a new one gets the next version."""
    return msgspec.structs.replace(template, id=identity, version=version, digest="")


def _used(template: Template) -> set[str]:
    return {key for page in (*template.themes, *template.short) for key in page.questions}


def _da(said: Wording | None) -> str:
    return said.da if said is not None else ""
