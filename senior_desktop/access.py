# SPDX-License-Identifier: EUPL-1.2
""" "Udskriv alt om denne medarbejder": a person's id -> everything that is kept about them, as PDF and as JSON.

GDPR art. 15: the leader's own notes are in it, and what was never printed. The files lie where the leader chose, named by a
document number, never by a person; the deed is noted. Whoever prints reads: so what the employee answered alone (g1-g3) is
left out, and saved from the handed-over screen only (domain, traps).
"""

import json
from collections.abc import Mapping
from dataclasses import asdict, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from senior_desktop.at_hand import template_of, words, workplace
from senior_desktop.conversation import everything
from senior_desktop.conversation.conversation import EVALUATION, Answer, Conversation
from senior_desktop.conversation.summary import said
from senior_desktop.paper.document import Block, Bullets, Document, Facts, Heading, PageBreak, Paragraph, Words

if TYPE_CHECKING:
    from senior_desktop.vault.store import Vault
else:  # a name for annotations; the real one is imported where it is used
    Vault = object


def print_everything(vault: Vault, person_id: str, folder: Path, language: str = "da") -> tuple[Path, Path]:
    """The PDF and the JSON file in `folder`. Raises KeyError for nobody, FolderUnwritable, NoRoom, RemovableForbidden."""
    from senior_desktop.paper import handing_over, pdf
    from senior_desktop.vault import audit

    say_it = words(language)
    found = gathered(vault, person_id)
    named = (_number(found), 1, say_it("access.file"), language)
    content = json.dumps(_plain(found), indent=2, ensure_ascii=False).encode()
    sheet = pdf.make(document(vault, found, say_it, language))
    files = tuple(
        handing_over.save(folder, *named, made, ending, numbered=True) for made, ending in ((sheet, "pdf"), (content, "json"))
    )
    for talk in found["talks"]:
        audit.note(vault, audit.Event.EXPORTED, talk["talk"].id)
    return files[0], files[1]


def gathered(vault: Vault, person_id: str) -> dict[str, Any]:
    """Who it is, their talks with earlier texts, papers and codes that wait, and what the log of deeds says of them.

    Without g1-g3 and the codes made of them (g1, g2, g3, g33): the printing is the leader's.
    """
    from senior_desktop.vault import audit, contributions, staff

    who = staff.employee(vault, person_id)
    talks = sorted((one for one in vault.conversations() if one.person == person_id), key=lambda one: one.created)
    waiting = {one.talk: {key: code for key, code in one.codes.items() if not key.startswith(EVALUATION)} for one in contributions.waiting(vault)}
    ids = {person_id, *(one.id for one in talks)}
    return {
        "person": who,
        "talks": [
            {
                "talk": replace(one, answers={key: answer for key, answer in one.answers.items() if key not in EVALUATION}),
                "earlier": {key: vault.versions(one.id, key) for key in sorted(vault.with_versions(one.id))},
                "papers": vault.papers(one.id),
                "waiting": waiting.get(one.id, {}),
            }
            for one in talks
        ],
        "deeds": [(at, event) for at, event, subject in audit.events(vault) if subject in ids],
    }


def document(vault: Vault, found: dict[str, Any], say_it: Words, language: str) -> Document:
    """The paper: first the person, then each talk on a page of its own, then what was done with it."""
    from senior_desktop.paper import labels

    place, who = workplace(vault), found["person"]
    facts = [(say_it("access.name"), who.name), (say_it("access.title_of_job"), who.title), (say_it("access.hours"), who.hours),
             (say_it("access.in_group"), say_it("summary.yes" if who.in_group else "summary.no"))]
    intro = (Paragraph(say_it("access.intro")), Paragraph(say_it("access.without_own")))
    blocks: list[Block] = [*intro, Facts(tuple((name, value) for name, value in facts if value))]
    for one in found["talks"]:
        blocks += [PageBreak(), Heading(say_it("access.talk", number=one["talk"].number)), *_talk(vault, one, say_it)]
    deeds = tuple(f"{labels.instant(at, say_it)}: {say_it(f'deeds.{event}')}" for at, event in found["deeds"])
    blocks += [Heading(say_it("access.deeds")), Bullets(deeds)] if deeds else []
    made = vault.now().isoformat(timespec="seconds")
    organisation = " · ".join(filter(None, (place.municipality, place.unit)))
    return Document("access", _number(found), 1, language, say_it("access.title"), say_it("access.subtitle"), organisation, made, tuple(blocks))


def _talk(vault: Vault, one: dict[str, Any], say_it: Words) -> list[Block]:
    from senior_desktop.paper import labels

    talk: Conversation = one["talk"]
    template = template_of(vault, talk)
    blocks = list(everything.blocks(talk, template, say_it))
    if one["earlier"]:
        earlier = [
            (f"{everything.label_of(talk, template, key, say_it)} ({labels.instant(at, say_it)})", text)
            for key, several in one["earlier"].items() for at, text in several
        ]
        blocks += [Heading(say_it("access.earlier"), 2), *everything.in_rows(earlier)]
    if one["papers"]:
        papers = tuple(say_it("access.paper", kind=say_it(f"paper.file_{paper.kind}"), version=paper.version, checksum=paper.sha256) for paper in one["papers"])
        blocks += [Heading(say_it("access.papers"), 2), Bullets(papers)]
    if one["waiting"]:
        blocks += [Heading(say_it("access.waiting"), 2), Paragraph(", ".join(f"{name}: {code}" for name, code in sorted(one["waiting"].items())))]
    return blocks


def _number(found: dict[str, Any]) -> str:
    """The newest talk's document number; of somebody without a talk the first digits of their random id."""
    return found["talks"][-1]["talk"].number if found["talks"] else found["person"].id[:8].upper()


def _plain(found: dict[str, Any]) -> dict[str, Any]:
    """The same as plain data; a paper by its checksum, since the PDF itself lies in the vault to be saved."""
    talks = [
        {
            "conversation": asdict(one["talk"]), "earlier_texts": one["earlier"], "waiting_for_hr": one["waiting"],
            "papers": [{"kind": paper.kind, "version": paper.version, "state": paper.state, "kept": paper.kept, "sha256": paper.sha256} for paper in one["papers"]],
        }
        for one in found["talks"]
    ]  # fmt: skip
    return {"format": "senior-access/1", "person": asdict(found["person"]), "talks": talks, "deeds": found["deeds"]}


def save_own_answers(vault: Vault, talk: Conversation, answers: Mapping[str, Answer], folder: Path) -> Path:
    """What the employee has just answered alone, as PDF in `folder`; `answers` is what stands on that screen, nothing is read back.

    Raises RemovableForbidden, FolderUnwritable, NoRoom.
    """
    from senior_desktop.paper import handing_over, pdf

    say_it, template, place = words(talk.language), template_of(vault, talk), workplace(vault)
    told = replace(talk, answers={key: answer for key, answer in answers.items() if key in EVALUATION})
    asked = [template.question(key) for key in answers if key in EVALUATION]
    rows = [(one.text.said(talk.language), said(told, template, one, say_it) or say_it("own_answers.open")) for one in asked]
    organisation = " · ".join(filter(None, (place.municipality, place.unit)))
    blocks = (Paragraph(say_it("own_answers.intro")), *everything.in_rows(rows))
    sheet = Document("access", talk.number, talk.version, talk.language, say_it("own_answers.title"), "", organisation, vault.now().isoformat(timespec="seconds"), blocks)
    return handing_over.save(folder, talk.number, talk.version, say_it("own_answers.file"), talk.language, pdf.make(sheet), numbered=True)


def erased_in_words(receipt: Any, language: str) -> tuple[str, ...]:
    """An erasure's receipt (`vault.erase.Receipt`) as sentences; no name, no text, only a random number and how many."""
    from senior_desktop.paper import labels

    say_it = words(language)
    lines = [
        say_it("erased.done", at=labels.instant(receipt.at, say_it)),
        say_it("erased.what", papers=receipt.papers, texts=receipt.texts_before),
        say_it("erased.person" if receipt.person_too else "erased.person_stays"),
        say_it("erased.copies"),
        say_it("erased.number", number=receipt.tombstone),
    ]
    return tuple(lines)


def save_erased(receipt: Any, folder: Path, language: str = "da") -> Path:
    """The receipt as PDF in `folder`. Raises RemovableForbidden, FolderUnwritable, NoRoom."""
    from senior_desktop.paper import handing_over, pdf

    title, *lines = erased_in_words(receipt, language)
    number = receipt.tombstone[:8].upper()
    sheet = Document("erased", number, 1, language, words(language)("erased.title"), "", "", receipt.at, (Paragraph(title), Bullets(tuple(lines))))
    return handing_over.save(folder, number, 1, words(language)("erased.file"), language, pdf.make(sheet), numbered=True)
