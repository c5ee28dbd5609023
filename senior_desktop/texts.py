# SPDX-License-Identifier: EUPL-1.2
"""A pack (or HR's draft of one) -> the texts around the talk, filled: to copy, to paste as HTML, to save as PDF.

Communication, handbook, meetings and duties: the tools beside the talk itself. They name nobody but the municipality.
"""

from pathlib import Path
from typing import TYPE_CHECKING

from senior_desktop import drives, paths, policy
from senior_desktop.at_hand import branded, measures, words
from senior_desktop.paper.document import Block, Bullets, Document, Heading, Paragraph, Table, Words

if TYPE_CHECKING:
    from senior_desktop.conversation.catalogue import Catalogue, Measure
    from senior_desktop.conversation.letters import Filled
    from senior_desktop.conversation.template import Template
    from senior_desktop.hr.pack import Pack
else:  # names for annotations; the real ones are imported where they are used
    Catalogue = Filled = Measure = Pack = Template = object

GROUPS = {
    "communication": ("news", "notice", "employees", "leaders", "committee", "advert", "representative"),
    "handbook": ("agenda", "decision", "policy", "lifephase"),
    "meetings": ("programme", "summit", "meeting", "facilitator"),
    "duties": ("record", "assessment", "accessibility"),
}
"""Text names by tool; each stands in `resources/texts/<name>_<language>.txt`."""


def text(pack: Pack, name: str, language: str) -> Filled:
    """One text, filled from the pack; a line whose fact is missing is left out. Raises TemplateFault."""
    from senior_desktop.conversation import letters

    return letters.filled(letters.shipped_text(name, language), facts(pack, language))


def as_html(filled: Filled) -> str:
    """The same for pasting."""
    from senior_desktop.conversation import letters

    return letters.as_html(filled)


def text_document(pack: Pack, filled: Filled, language: str, made: str) -> Document:
    """The same as a page. made: ISO instant."""
    from senior_desktop.conversation import letters

    page = Document("text", "", 1, language, filled.title, "", pack.municipality, made, letters.blocks(filled), confidential=False)
    return branded(page, pack.logo)


def save_document(document: Document, file: Path) -> Path:
    """Any page that names nobody, as PDF where the user chose. Raises RemovableForbidden, FolderUnwritable, NoRoom."""
    from senior_desktop.paper import pdf

    drives.may_export(file.parent)
    return paths.write(file, pdf.make(document), replace=True)


def text_pdf(pack: Pack, filled: Filled, language: str, made: str) -> bytes:
    """The same as PDF."""
    from senior_desktop.paper import pdf

    return pdf.make(text_document(pack, filled, language, made))


def measures_document(pack: Pack | None, language: str, made: str) -> Document:
    """The catalogue as a page: what the municipality offers, by group, within each what can start tomorrow first."""
    from senior_desktop.conversation.catalogue import overridden

    say_it = words(language)
    catalogue = overridden(measures(), pack.measures) if pack is not None else measures()
    blocks: list[Block] = [Paragraph(say_it("texts.measures_intro"))]
    offered = [one for one in catalogue.on_offer({}) if one.code != "K"]
    first = [one for one in offered if one.tomorrow]
    blocks += [Heading(say_it("texts.tomorrow")), _table(first, say_it, language)]
    for group in catalogue.groups:
        rest = [one for one in offered if one.code.startswith(group.code) and not one.tomorrow]
        if rest:
            blocks += [Heading(group.title.said(language)), _table(rest, say_it, language)]
    no_change = catalogue.measure("K")
    if no_change is not None:
        blocks += [Heading(no_change.title.said(language)), Paragraph(no_change.text.said(language))]
    organisation = pack.municipality if pack is not None else ""
    title = say_it("texts.measures_title")
    page = Document("measures", "", 1, language, title, "", organisation, made, tuple(blocks), confidential=False)
    return branded(page, pack.logo if pack is not None else b"")


def cards_document(template: Template, language: str, organisation: str, made: str) -> Document:
    """The question cards of every theme, to lay on the table."""
    say_it = words(language)
    blocks: list[Block] = [Paragraph(say_it("sheets.cards_intro"))]
    for theme in template.themes:
        if theme.cards:
            blocks += [Heading(theme.title.said(language)), Bullets(tuple(card.said(language) for card in theme.cards))]
    return Document("cards", "", 1, language, say_it("sheets.cards_title"), "", organisation, made, tuple(blocks), confidential=False)


def measures_pdf(pack: Pack | None, language: str, made: str) -> bytes:
    """The same as PDF."""
    from senior_desktop.paper import pdf

    return pdf.make(measures_document(pack, language, made))


def _table(found: list[Measure], say_it: Words, language: str) -> Table:
    from senior_desktop.conversation.catalogue import told_of

    rows = []
    for one in found:
        said = (one.text.said(language), *told_of(one, say_it, language))
        rows.append((one.title.said(language), "\n".join(said), say_it(f"texts.cost_{one.cost}"), say_it(f"texts.decides_{''.join(one.decides)}")))
    header = tuple(say_it(f"texts.{name}") for name in ("measure", "meaning", "cost", "decides"))
    return Table(header, tuple(rows), (0.24, 0.42, 0.14, 0.20), say_it("texts.measures_table", count=len(rows)))


def facts(pack: Pack, language: str) -> dict[str, str]:
    """What the pack says, by the names of placeholders."""
    say_it, rules = words(language), policy.in_force(None, pack.rules)
    word = str(pack.rules.get("ProductWord", rules.text("ProductWord")))
    return {
        "municipality": pack.municipality, "contact": pack.contact, "data_officer": pack.data_officer,
        "discussed": _day(pack.discussed, say_it) if pack.discussed else "", "talk": say_it(f"talk.{word}"),
        "age": str(rules.number("OfferAge")), "again": str(rules.number("OfferAgainMonths")), "least": str(rules.number("MinBatch")),
        "days": str(rules.number("RetentionDaysAfterClosing")), "months": str(rules.number("RetentionMonthsAfterTalk")),
        "ahead": str(pack.invitation_days), "read": str(pack.days_to_read),
    }  # fmt: skip


def _day(day: str, say_it: Words) -> str:
    from senior_desktop.conversation.summary import written

    return written(day, say_it)
