# SPDX-License-Identifier: EUPL-1.2
"""A talk -> its text frozen, read in peace, handed out as a draft; thawed again when something is to be changed."""

from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from senior_desktop.at_hand import measures_of, sheets, template_of, words
from senior_desktop.conversation.conversation import Conversation, Stage, moved
from senior_desktop.errors import NothingSaid, SomethingMissing, WrongStage
from senior_desktop.paper.document import Document
from senior_desktop.signatures import SHEETS, forget_keys

if TYPE_CHECKING:
    from senior_desktop.vault.store import Vault
else:  # a name for annotations; the real one is imported where it is used
    Vault = object

DAYS_TO_READ = 5
"""Working days in which the employee reads the draft in peace and may ask the union representative."""


def review(vault: Vault, talk: Conversation) -> Conversation:
    """Freeze the text, so that both read and sign the same. Raises SomethingMissing, NothingSaid."""
    from senior_desktop.conversation.guide import missing

    def freeze(talk: Conversation) -> Conversation:
        lacking = missing(talk)
        if lacking:
            raise NothingSaid() if lacking == ("e05",) else SomethingMissing()
        return replace(moved(talk, Stage.REVIEW), frozen=vault.now().date().isoformat())

    return vault.change(talk.id, freeze)


def thaw(vault: Vault, talk: Conversation) -> Conversation:
    """Change something after all: the next freeze is a new version. Raises WrongStage."""

    def reopen(talk: Conversation) -> Conversation:
        if talk.stage is Stage.TALKING:
            return talk  # a second click makes no second version
        if talk.stage is Stage.DECLINED:  # nothing was frozen
            raise WrongStage(stage=talk.stage.value, wanted=Stage.TALKING.value)
        return replace(moved(talk, Stage.TALKING), version=talk.version + 1)

    talk = vault.change(talk.id, reopen)
    forget_keys(vault, talk)  # the next paper names a key of its own
    return talk


def day_to_sign(talk: Conversation, days: int = DAYS_TO_READ) -> str:
    """So many working days after the text was frozen, in the words of the talk's language (domain, decision 11)."""
    from senior_desktop.conversation.calendar import working_days_after
    from senior_desktop.conversation.summary import written

    day = working_days_after(date.fromisoformat(talk.frozen or talk.changed[:10]), days)
    return written(day.isoformat(), words(talk.language))


def preview(vault: Vault, talk: Conversation) -> Document:
    """The conversation sheet as it would be printed now."""
    return previews(vault, talk)[0]


def previews(vault: Vault, talk: Conversation) -> tuple[Document, Document]:
    """The conversation sheet and the agreement sheet as they would be printed now: one act signs both."""
    return sheets(vault, vault.get(talk.id), draft=True)


def unprintable(vault: Vault, talk: Conversation) -> str:
    """The characters on either sheet that the paper can only show as empty boxes, blanks between; "" when none."""
    from senior_desktop.paper import content, fonts
    from senior_desktop.paper.document import printed

    said = "".join(content.canonical(printed(one)).decode() for one in sheets(vault, vault.get(talk.id)))
    return " ".join(sorted(fonts.missing(said)))


def draft_summary(vault: Vault, talk: Conversation) -> str:
    """A first e01 from what was said; "" when nothing was."""
    from senior_desktop.conversation.summary import drafted

    return drafted(vault.get(talk.id), template_of(vault, talk), measures_of(vault, talk), words(talk.language))


def hand_out_draft(vault: Vault, talk: Conversation, folder: Path) -> tuple[Path, ...]:
    """ "Læs det i ro": both sheets as PDF marked UDKAST, without signatures. Raises FileThere, FolderUnwritable."""
    from senior_desktop.paper import handing_over, pdf

    talk = vault.get(talk.id)
    say_it = words(talk.language)
    kinds = {kind: "-".join(say_it(f"paper.file_{part}") for part in (kind, "draft")) for kind in SHEETS}
    return tuple(
        handing_over.save(folder, one.number, one.version, kinds[one.kind], one.language, pdf.make(one))
        for one in sheets(vault, talk, draft=True)
    )
