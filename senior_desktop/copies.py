# SPDX-License-Identifier: EUPL-1.2
"""Signed sheets -> the employee's copy at once, in the clear or protected, with its receipt; and what waits for a signature.

Files are written only where the two choose. The receipt carries each file's checksum and the fingerprints of both keys.
"""

from pathlib import Path
from typing import TYPE_CHECKING

from senior_desktop.at_hand import sheets, words
from senior_desktop.conversation.conversation import Conversation, Stage
from senior_desktop.errors import WrongStage
from senior_desktop.paper.document import Document, Facts, Paragraph, Space, Words
from senior_desktop.signatures import protected_copies, signed_sheets

if TYPE_CHECKING:
    from senior_desktop.vault.store import Paper, Vault
else:  # names for annotations; the real ones are imported where they are used
    Paper = Vault = object

WITH_COPIES = (Stage.SIGNED_BY_LEADER, Stage.SIGNED, Stage.HANDED_OVER, Stage.FOLLOWED_UP)


def save_copies(vault: Vault, talk: Conversation, folder: Path, *, protected: bool = False) -> tuple[Path, ...]:
    """Both sheets as they are signed now into `folder`.

    While the employee has not signed, the names say so ("mangler-underskrift"): a copy of what the leader has signed is
    proof. protected: the copies that need the password. Raises WrongStage (none there), FileThere, FolderUnwritable,
    NoRoom.
    """
    from senior_desktop.paper import handing_over
    from senior_desktop.vault import audit

    talk = vault.get(talk.id)
    files = _files(vault, talk, protected=protected)
    if talk.stage not in WITH_COPIES or not files:
        raise WrongStage(stage=talk.stage.value, wanted=Stage.SIGNED.value)
    marks = (*(("waiting",) if talk.stage is Stage.SIGNED_BY_LEADER else ()), *(("protected",) if protected else ()))
    said = words(talk.language)
    saved = tuple(
        handing_over.save(folder, talk.number, one.version, _kind(one.kind, marks, said), talk.language, content)
        for one, content in files
    )
    audit.note(vault, audit.Event.EXPORTED, talk.id)
    return saved


def save_receipt_of_copies(vault: Vault, talk: Conversation, folder: Path, *, protected: bool = False) -> tuple[Path, ...]:
    """The receipt as a page, to print or keep beside the copies. Raises WrongStage, FolderUnwritable, NoRoom."""
    from senior_desktop.paper import handing_over, pdf

    talk = vault.get(talk.id)
    if talk.stage not in WITH_COPIES or not _files(vault, talk, protected=protected):
        raise WrongStage(stage=talk.stage.value, wanted=Stage.SIGNED.value)
    # Made at the moment of handing over, so a later one differs: it gets a number and the first one stays.
    paper, kind = pdf.make(receipt_sheet(vault, talk, protected=protected)), _kind("copy", ("receipt",), words(talk.language))
    return (handing_over.save(folder, talk.number, talk.version, kind, talk.language, paper, numbered=True),)


def save_receipt_of_protected(vault: Vault, talk: Conversation, folder: Path) -> tuple[Path, ...]:
    """The same for the protected copies."""
    return save_receipt_of_copies(vault, talk, folder, protected=True)


def receipt(vault: Vault, talk: Conversation) -> tuple[str, ...]:
    """What was handed over, a text per sheet: document, file name, SHA-256 in groups of 8, both keys, to compare later."""
    from senior_desktop.paper import attached, handing_over

    return tuple(
        handing_over.receipt(talk.number, one.version, one.kind, talk.language, one.pdf, attached.identities(one.pdf))
        for one in signed_sheets(vault, talk)
    )


def receipt_sheet(vault: Vault, talk: Conversation, *, protected: bool = False) -> Document:
    """The receipt as a page: what a copy's checksum is, whose keys signed, and a line to sign by hand. Never the password."""
    from senior_desktop.paper import attached
    from senior_desktop.paper import content as contents
    from senior_desktop.paper.closing import grouped

    said, made = words(talk.language), vault.now().isoformat(timespec="seconds")
    papers = signed_sheets(vault, talk)
    rows = [(said("paper.receipt_number"), said("signature.number_version", number=talk.number, version=talk.version))]
    for one, content in _files(vault, talk, protected=protected):
        rows.append((said(f"paper.receipt_sum_{one.kind}"), grouped(contents.checksum(content), 8)))
    keys = attached.identities(papers[0].pdf)
    rows += [(said("signature.key_leader"), keys.leader), (said("signature.key_employee"), keys.employee)]
    told = ["receipt_about", *(["receipt_protected"] if protected else [])]
    told += ["receipt_waiting"] if talk.stage is Stage.SIGNED_BY_LEADER else []
    return Document(
        "copy_receipt", "", 1, talk.language, said("paper.receipt_title"), said("paper.receipt_for"),
        sheets(vault, talk, draft=True)[0].organisation, made,
        (
            *(Paragraph(said(f"paper.{key}")) for key in told), Facts(tuple(rows)),
            Paragraph(said("paper.receipt_note"), "help"), Paragraph(said("paper.receipt_by_hand")),
            Space(said("paper.receipt_by_hand"), 2),
        ),
    )


def save_for_outside(vault: Vault, talk: Conversation, folder: Path) -> tuple[Path, ...]:
    """Both sheets as archive PDF with empty fields, to be signed by a service the municipality uses.

    No key is named in them. Raises WrongStage before the text is frozen, FileThere, FolderUnwritable, NoRoom.
    """
    from senior_desktop.paper import handing_over, pdf

    talk = vault.get(talk.id)
    if talk.may_write or talk.stage in (Stage.DECLINED, Stage.WITHDRAWN, Stage.CLOSED):
        raise WrongStage(stage=talk.stage.value, wanted=Stage.REVIEW.value)
    said = words(talk.language)
    return tuple(
        handing_over.save(
            folder, one.number, one.version, _kind(one.kind, ("outside",), said), one.language, pdf.make(one), numbered=True
        )
        for one in sheets(vault, talk)
    )


def _files(vault: Vault, talk: Conversation, *, protected: bool) -> list[tuple[Paper, bytes]]:
    """Each sheet with the bytes that are handed over."""
    papers = [one for one in signed_sheets(vault, talk) if one.version == talk.version]
    if not protected:
        return [(one, one.pdf) for one in papers]
    _, copies = protected_copies(vault, talk)
    return [(one, copies[one.kind]) for one in papers if one.kind in copies]


def _kind(kind: str, marks: tuple[str, ...], said: Words) -> str:
    """The file's own word, with what is special about it."""
    return "-".join(said(f"paper.file_{part}") for part in (kind, *marks))
