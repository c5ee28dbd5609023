# SPDX-License-Identifier: EUPL-1.2
"""A pack under work -> each page it will change for leaders and employees, with invented people, to look at before it is handed out."""

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

from senior_desktop import pack_in_words, packs, templates, texts, trial
from senior_desktop.at_hand import branded, words
from senior_desktop.conversation.conversation import Answer
from senior_desktop.paper.document import Document

if TYPE_CHECKING:
    from senior_desktop.hr.pack import Pack
else:  # a name for annotations; the real one is imported where it is used
    Pack = object


def affected(pack: Pack, language: str = "da") -> tuple[tuple[str, str], ...]:
    """(name, title) of every page `preview` can show."""
    say_it = words(language)
    letters = tuple((name, pack_in_words.letter(name, language)) for name in packs.LETTERS)
    others = (
        ("conversation", say_it("summary.title")), ("agreements", say_it("summary.title_agreements")), ("twin", say_it("sheets.twin")),
        ("thoughts", say_it("sheets.thoughts")), ("cards", say_it("sheets.cards_title")), ("measures", say_it("texts.measures_title")),
    )  # fmt: skip
    return (*letters, *others)


def preview(pack: Pack, name: str, made: str, language: str = "da") -> Document:
    """The page of that name as it will be. made: ISO instant. Raises TemplateFault where the pack's own words are at fault."""
    from senior_desktop.paper import twin

    organisation, template = pack.municipality, templates.template_in(pack)
    pages: dict[str, Callable[[], Document]] = {
        "conversation": lambda: _sheets(pack, made, language)[0],
        "agreements": lambda: _sheets(pack, made, language)[1],
        "twin": lambda: templates.template_on_paper(pack, made, language),
        "thoughts": lambda: twin.my_thoughts(template, words(language), organisation, made),
        "cards": lambda: texts.cards_document(template, language, organisation, made),
        "measures": lambda: texts.measures_document(pack, language, made),
    }
    return pages[name]() if name in pages else branded(replace(packs.letter_preview(pack, name, ""), made=made), pack.logo)


def _sheets(pack: Pack, made: str, language: str) -> tuple[Document, Document]:
    """Drafts of both sheets of a talk in which nothing was said yet, by invented people."""
    from senior_desktop.conversation import summary

    template, say_it = templates.template_in(pack), words(language)
    talk, table = trial.nobodys_talk(pack, template, language)
    talk = replace(talk, answers={"a01": Answer(say_it("trial.employee")), "a13": Answer(made[:10])})
    place = replace(table.place, municipality=pack.municipality)
    return (
        summary.conversation_sheet(talk, template, place, say_it, made, draft=True),
        summary.agreement_sheet(talk, template, table.catalogue, place, say_it, made, draft=True),
    )
