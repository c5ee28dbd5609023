# SPDX-License-Identifier: EUPL-1.2
"""A signed paper -> replaced by a later version or withdrawn by a small signed notice; the register of what became of each.

A signed file is never edited. Who checks offline cannot know of a later version: this computer's book of seals does.
"""

from contextlib import suppress
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from senior_desktop.at_hand import sheets, words, workplace
from senior_desktop.conversation.conversation import Conversation, Stage
from senior_desktop.errors import PaperUnreadable, WrongStage
from senior_desktop.keys import leader_identity
from senior_desktop.paper.document import Document, Facts, Paragraph, SignatureBox, Signatures, printed
from senior_desktop.signatures import SHEETS

if TYPE_CHECKING:
    from senior_desktop.paper.appearance import Mark
    from senior_desktop.vault.store import Paper, Vault
else:  # names for annotations; the real ones are imported where they are used
    Mark = Paper = Vault = object

NOTICE = "tilbagetraekning"
"""Kind of the notice; a paper of the vault like the sheets."""

WITHDRAWN = "withdrawn"
"""Among what became of the papers (`filed`): the day."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One paper of the register. status: "valid", "waiting" (for the employee), "replaced" or "withdrawn"; kept: ISO instant."""

    kind: str
    version: int
    status: str
    sha256: str
    kept: str


def register(vault: Vault, talk: Conversation) -> tuple[Entry, ...]:
    """Every paper of the talk that bears a signature, oldest first: the chain of versions and what became of each."""
    papers = [one for one in vault.papers(talk.id) if one.kind in (*SHEETS, NOTICE)]
    withdrawn = {one.version for one in papers if one.kind == NOTICE}
    newest = max((one.version for one in papers if one.kind in SHEETS and one.state == Stage.SIGNED), default=0)
    found = [Entry(one.kind, one.version, _status(one, newest, withdrawn), one.sha256, one.kept) for one in papers]
    return tuple(sorted(found, key=lambda one: (one.version, one.kept, one.kind)))


def _status(paper: Paper, newest: int, withdrawn: set[int]) -> str:
    if paper.kind == NOTICE:
        return "valid"
    if paper.version in withdrawn:
        return "withdrawn"
    if paper.version < newest:
        return "replaced"
    return "valid" if paper.state == Stage.SIGNED else "waiting"


def withdraw(vault: Vault, talk: Conversation, reason: str, mark: Mark) -> Conversation:
    """The newest signed version is withdrawn: a notice that names its checksums, signed by the leader and kept.

    Raises WrongStage when nothing is signed or it is withdrawn already, NotTicked for an empty mark, CertificateExpired.
    """
    from senior_desktop.paper import pdf, signing
    from senior_desktop.paper.closing import Identities

    talk = vault.get(talk.id)
    valid = [
        one for one in register(vault, talk)
        if one.kind in SHEETS and one.version == talk.version and one.status in ("valid", "waiting")
    ]
    if not valid:  # while it is being amended, the next version takes its place
        raise WrongStage(stage=talk.stage.value, wanted=Stage.SIGNED.value)
    own, notice = leader_identity(vault), _notice(vault, talk, valid, reason)
    signed = signing.sign_as_leader(pdf.make(notice, identities=Identities(leader=own.fingerprint)), own, mark, vault.now())
    day = vault.now().date().isoformat()
    talk = vault.change(talk.id, lambda newest: replace(newest, filed=dict(newest.filed) | {WITHDRAWN: day}), {NOTICE: signed})
    _told(vault, talk, talk.version, "withdrawn")
    return talk


def note_replaced(vault: Vault, talk: Conversation) -> None:
    """Both have signed `talk`'s newest version: the book says so of those before it."""
    before = {one.version for one in register(vault, talk) if one.status == "replaced"}
    for version in sorted(before):
        _told(vault, talk, version, "replaced")


def _told(vault: Vault, talk: Conversation, version: int, state: str) -> None:
    from senior_desktop.paper import seals

    # A damaged book hinders nobody: the check says that it cannot be read.
    with suppress(PaperUnreadable):
        seals.note_paper(vault.folder, talk.number, version, state)


def _notice(vault: Vault, talk: Conversation, papers: list[Entry], reason: str) -> Document:
    """The small paper itself; it repeats nothing of what the sheets say."""
    from senior_desktop.paper.closing import grouped

    said, place = words(talk.language), workplace(vault)
    version = papers[0].version
    facts = [(said("withdrawal.paper"), said("signature.number_version", number=talk.number, version=version))]
    facts += [(said(f"paper.receipt_sum_{one.kind}"), grouped(one.sha256, 8)) for one in papers]
    if clean := " ".join(reason.split())[:300]:
        facts.append((said("withdrawal.reason"), clean))
    leader = talk.text("a08") or place.leader
    document = Document(
        NOTICE, talk.number, version, talk.language, said("withdrawal.title"), said("withdrawal.subtitle"),
        sheets(vault, talk, draft=True)[0].organisation, vault.now().isoformat(timespec="seconds"),
        (
            Paragraph(said("withdrawal.about")), Facts(tuple(facts)), Paragraph(said("withdrawal.copies"), "help"),
            Signatures((SignatureBox("leader", leader, place.leader_title),)),
        ),
    )
    return replace(document, data=printed(document))
