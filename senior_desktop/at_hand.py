# SPDX-License-Identifier: EUPL-1.2
"""An opened vault or a talk -> what each step of the story has at hand: words, template, measures, workplace, dates."""

from contextlib import suppress
from dataclasses import replace
from datetime import date, timedelta
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from senior_desktop import pack_in_force, policy
from senior_desktop.conversation import calendar
from senior_desktop.conversation.conversation import Conversation, Stage, Workplace
from senior_desktop.errors import SeniorError
from senior_desktop.paper.document import Document, Paragraph, Words, printed

if TYPE_CHECKING:
    from senior_desktop.conversation.catalogue import Catalogue
    from senior_desktop.conversation.template import Template
    from senior_desktop.vault.store import Vault
else:  # names for annotations; the real ones are imported where they are used
    Catalogue = Template = Vault = object


LARGEST_LOGO = 200 * 1024
"""Bytes of a logo that are read."""


def words(language: str) -> Words:
    """The printed words of "da" or "en"."""
    from senior_desktop.paper import labels

    return labels.words(language)


def say(fault: SeniorError, language: str = "da") -> str:
    """The sentence for an error of the world: what happened, what is safe, what to do."""
    from senior_desktop.paper import labels

    return labels.say(fault, language)


@cache
def _template(name: str) -> Template:
    from senior_desktop.conversation.template import shipped

    return shipped(name)


@lru_cache(maxsize=8)
def _template_in(content: bytes) -> Template:
    from senior_desktop.conversation.template import read

    return read(content)


def template_of(vault: Vault, talk: Conversation) -> Template:
    """The template the talk is pinned to: one that came with a pack, else the program's. Raises TemplateFault."""
    content = vault.secret(pack_in_force.TEMPLATES + talk.template_hash)
    return _template(talk.template) if content is None else _template_in(content)


@cache
def measures() -> Catalogue:
    """The catalogue as it came with the program."""
    from senior_desktop.conversation.catalogue import shipped

    return shipped()


def measures_of(vault: Vault, talk: Conversation) -> Catalogue:
    """The catalogue as the municipality had it when the talk began."""
    from senior_desktop.conversation.catalogue import overridden

    pack = pack_in_force.of_talk(vault, talk)
    return measures() if pack is None or not pack.measures else overridden(measures(), pack.measures)


def workplace(vault: Vault) -> Workplace:
    """Who holds the talks; first run has asked before anything can be saved. What the pack says of it stands above."""
    found = vault.workplace()
    return pack_in_force.overlaid(vault, found if found is not None else Workplace("", "", "", "", ""))


def practice(vault: Vault) -> policy.Policy:
    """The rules of this workplace: IT's word, else the pack's, else the leader's own where there is a choice."""
    return pack_in_force.rules(vault, workplace(vault))


def branded(document: Document, own: bytes = b"") -> Document:
    """`document` with the logo that IT has set, else `own`, the pack's; for what is not signed."""
    file = policy.in_force().text("OrganisationLogo")
    if file:
        with suppress(OSError), open(file, "rb") as opened:
            own = opened.read(LARGEST_LOGO)
    return replace(document, logo=own)


def branded_by_pack(vault: Vault, document: Document) -> Document:
    """The same with the logo of the pack in force."""
    pack = pack_in_force.in_force(vault)
    return branded(document, pack.logo if pack is not None else b"")


def day_in_words(talk: Conversation, question: str = "a13") -> str:
    """The date at `question` in the talk's language; "" when there is none."""
    from senior_desktop.conversation.summary import written

    return written(talk.text(question), words(talk.language)) if talk.text(question) else ""


def months_after(talk: Conversation, months: int) -> str:
    """ISO date so many months after the talk, or after it was made when it has no date yet: a day people are at work."""
    return working_months_on(date.fromisoformat(talk.text("a13") or talk.created[:10]), months).isoformat()


def working_months_on(day: date, months: int) -> date:
    """The first working day from so many months after `day` on: to meet, or to look at something again."""
    return calendar.proposed_day(months_on(day, months), 0)


def months_on(day: date, months: int) -> date:
    """The same day so many months on; the last of the month where that day does not exist."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    last = (date(year + month // 11, (month + 1) % 12 + 1, 1) - timedelta(days=1)).day
    return date(year, month + 1, min(day.day, last))


def sheets(vault: Vault, talk: Conversation, *, draft: bool = False) -> tuple[Document, Document]:
    """The conversation sheet and the agreement sheet as they would be printed now; `draft`: without signatures."""
    from senior_desktop.conversation import summary

    template, place, say_it = template_of(vault, talk), workplace(vault), words(talk.language)
    made = vault.now().isoformat(timespec="seconds")
    attached = policy.in_force().number("AttachData") == 1
    both = (
        summary.conversation_sheet(talk, template, place, say_it, made, draft=draft),
        summary.agreement_sheet(talk, template, measures_of(vault, talk), place, say_it, made, draft=draft),
    )
    first, second = (replace(_replacing(one, vault, talk), attached=attached) for one in both)
    return first, second


def _replacing(sheet: Document, vault: Vault, talk: Conversation) -> Document:
    """A later version names the signed one it takes the place of, by number and checksum: an amendment is never silent."""
    signed = [one for one in vault.papers(talk.id) if one.kind == sheet.kind and one.state == Stage.SIGNED and one.version < talk.version]
    if not signed:
        return sheet
    old, say_it = signed[-1], words(talk.language)
    told = Paragraph(say_it("summary.replaces", version=old.version, checksum=old.sha256), "strong")
    sheet = replace(sheet, blocks=(told, *sheet.blocks))
    return replace(sheet, data=printed(sheet))
