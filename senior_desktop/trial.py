# SPDX-License-Identifier: EUPL-1.2
"""Nothing, or a template under work -> a talk with an invented person in a vault of its own, gone when it is left.

The vault lies encrypted in a temporary folder under a passphrase that nobody knows: also after a crash nothing can be read.
"""

import secrets
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from senior_desktop import pack_in_force, story
from senior_desktop.at_hand import measures, words
from senior_desktop.conversation.conversation import Answer, Conversation, Workplace

if TYPE_CHECKING:
    from senior_desktop.conversation.template import Template
    from senior_desktop.hr.pack import Pack
    from senior_desktop.vault.store import Vault
else:  # names for annotations; the real ones are imported where they are used
    Pack = Template = Vault = object


@dataclass(frozen=True)
class Trial:
    """An open trial. Give it back to `end`."""

    vault: Vault
    talk: Conversation
    folder: TemporaryDirectory[str]


def begin(language: str = "da", pack: Pack | None = None, template: str = "") -> Trial:
    """A talk that has just begun, with invented people. pack, template: tried in place of the program's own.

    Raises TemplateFault, PackRefused, NoRoom, FolderUnwritable.
    """
    from senior_desktop.vault import store
    from senior_desktop.vault.keys import FLOOR

    say_it = words(language)
    folder = TemporaryDirectory(prefix="seniorsamtale-proeve-", ignore_cleanup_errors=True)
    vault, _ = store.create(Path(folder.name), secrets.token_urlsafe(32), cost=FLOOR)
    vault.put_workplace(_invented(language))
    if pack is not None or template:
        _put(vault, pack, template)
    talk = story.record(vault, story.invite(vault, say_it("trial.employee"), language), "a11", Answer(1))
    return Trial(vault, talk, folder)


def nobodys_talk(pack: Pack, template: Template, language: str = "da") -> tuple[Conversation, story.AtTable]:
    """A talk on `template` that is nowhere kept, to draw pages from, and what lies on its table."""
    from senior_desktop.conversation.catalogue import overridden

    talk = Conversation("", "", "", template.name, template.digest, "", "", language=language, path="full")
    catalogue = overridden(measures(), pack.measures)
    return talk, story.AtTable(_invented(language), (), template, catalogue, pack.days_to_read)


def end(trial: Trial) -> None:
    """Shut the vault and take the folder away. A second call does nothing."""
    trial.vault.close()
    trial.folder.cleanup()


def _invented(language: str) -> Workplace:
    say_it = words(language)
    return Workplace(say_it("pack.invented_leader"), say_it("pack.invented_leader_title"), say_it("trial.municipality"), say_it("pack.invented_unit"), "-")


def _put(vault: Vault, pack: Pack | None, template: str) -> None:
    """What HR has under work, in force in the trial's vault alone: it need not be signed, nor finished elsewhere."""
    from senior_desktop.hr import pack as packs

    one = pack if pack is not None else packs.Pack("0" * 32, 1, vault.now().date().isoformat(), "-", "-")
    if template:
        one = packs.changed(one, template=template)
    pack_in_force.put(vault, packs.changed(one, municipality=one.municipality.strip() or "-", data_officer=one.data_officer.strip() or "-"))
