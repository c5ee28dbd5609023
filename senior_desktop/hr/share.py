# SPDX-License-Identifier: EUPL-1.2
"""Parts of a pack and a plan -> one file for another municipality; and back, with its origin, each fault with its place.

Measures, letters, template and plan: nothing that is a municipality's own fact, key, seal or contact.
"""

import msgspec

from senior_desktop.conversation.catalogue import Override
from senior_desktop.errors import PackRefused
from senior_desktop.hr import pack, plan
from senior_desktop.hr.pack import Pack
from senior_desktop.hr.plan import Planned

FORMAT = "senior-share/1"
PARTS = ("template", "measures", "letters", "plan")


class Shared(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What one municipality lets another have. origin: its name, as it gave it. made: ISO date."""

    format: str
    origin: str
    made: str
    template: str = ""
    measures: tuple[Override, ...] = ()
    letters: dict[str, str] = {}
    plan: tuple[Planned, ...] = ()

    @property
    def parts(self) -> tuple[str, ...]:
        """Which of PARTS it holds."""
        return tuple(one for one in PARTS if getattr(self, one))


def shared(one: Pack, steps: tuple[Planned, ...], parts: frozenset[str], made: str) -> bytes:
    """The file. Raises PackRefused when a part breaks a rule. Notes and dates of the plan stay at home."""
    empty = Shared(FORMAT, one.municipality, made)
    bare = tuple(Planned(step.id, title=step.title, role=step.role) for step in steps)
    values = {"template": one.template, "measures": one.measures, "letters": one.letters, "plan": bare}
    found = msgspec.structs.replace(empty, **{name: values[name] for name in PARTS if name in parts})
    _check(found)
    return msgspec.json.format(msgspec.json.encode(found, order="sorted"))


def read(content: bytes) -> Shared:
    """What is in the file, checked as a pack is. Raises PackRefused."""
    if len(content) > pack.LARGEST:
        raise PackRefused(place="", fault="too_large")
    try:
        found = msgspec.json.decode(content, type=Shared)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as fault:
        raise PackRefused(place="", fault="no_share") from fault
    if found.format != FORMAT or not found.origin.strip() or not found.origin.isprintable() or len(found.origin) > 200 or not pack.is_day(found.made):
        raise PackRefused(place="", fault="no_share")
    _check(found)
    return msgspec.structs.replace(found, plan=plan.read(plan.kept(found.plan)))


def taken(one: Pack, found: Shared, parts: frozenset[str], template: str) -> Pack:
    """HR's draft with those parts of `found`: measure by measure and letter by letter, so that what only HR has stays.

    template: the text of theirs under HR's own name.
    """
    changes: dict[str, object] = {}
    if "template" in parts:
        changes["template"] = template
    if "measures" in parts:
        theirs = {measure.code for measure in found.measures}
        changes["measures"] = (*(measure for measure in one.measures if measure.code not in theirs), *found.measures)
    if "letters" in parts:
        changes["letters"] = one.letters | found.letters
    return msgspec.structs.replace(one, **changes)


def _check(found: Shared) -> None:
    """By the pack's own rules; the facts a pack needs beside are made up for it."""
    pack.check(Pack("0" * 32, 1, "2000-01-01", "-", "-", template=found.template, measures=found.measures, letters=found.letters))
