# SPDX-License-Identifier: EUPL-1.2
"""Digits of a new vault -> the recovery sheet as a Document; it names nobody and attaches nothing."""

from senior_desktop.paper import labels
from senior_desktop.paper.document import Bullets, Document, Facts, Heading, Paragraph, Words


def recovery_sheet(groups: tuple[str, ...], words: Words, made: str, organisation: str) -> Document:
    """The sheet that opens the vault without a passphrase.

    groups: the eight groups of digits, in order. words: of the language it is printed in. made: ISO
    instant with offset. organisation: the municipality, never a person. The digits stand in the blocks
    only, not in `data`, so that nothing but the printed page carries them.
    """
    def list_of(name: str) -> Bullets:
        return Bullets(tuple(words(f"recovery.{name}_{number}") for number in (1, 2, 3)), numbered=True)

    return Document(
        kind="recovery", number="", version=1, language=words("paper.language"), title=words("recovery.title"),
        subtitle=words("recovery.subtitle"), organisation=organisation, made=made,
        blocks=(
            Paragraph(words("recovery.intro")),
            Heading(words("recovery.digits")),
            Facts(tuple((words("recovery.group", number=at), group) for at, group in enumerate(groups, start=1))),
            Heading(words("recovery.keep")), list_of("keep"),
            Heading(words("recovery.use")), list_of("use"),
            Paragraph(words("recovery.made", at=labels.instant(made, words)), "help"),
        ),
    )
