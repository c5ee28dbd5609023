# SPDX-License-Identifier: EUPL-1.2
"""The pack under work -> its template to edit, as fields or as a workbook; what changed since the last one; its next version."""

from pathlib import Path
from typing import TYPE_CHECKING, Any

from senior_desktop import drives, paths
from senior_desktop.at_hand import measures, words
from senior_desktop.errors import TemplateFault
from senior_desktop.paper.document import Document

if TYPE_CHECKING:
    from senior_desktop.conversation.catalogue import Override
    from senior_desktop.conversation.template import Template
    from senior_desktop.hr.pack import Pack
else:  # names for annotations; the real ones are imported where they are used
    Override = Pack = Template = object

LOCAL = "lokal"
"""The id of a municipality's own template."""


def template_in(pack: Pack) -> Template:
    """The template the pack hands out: its own, else the program's. Raises TemplateFault."""
    from senior_desktop.conversation.template import read, shipped

    return read(pack.template.encode()) if pack.template else shipped()


def shipped_template() -> Template:
    """The program's own: what HR's may leave out of, and take in again."""
    from senior_desktop.conversation.template import shipped

    return shipped()


def own_template(pack: Pack, changed: Template, last: Pack | None) -> str:
    """The text of `changed` under its own name and the version after the last one handed out; "" when it is the program's.

    Raises TemplateFault where a rule is broken, with its place.
    """
    from senior_desktop.conversation.template import read, shipped
    from senior_desktop.conversation.template_changes import differences, named
    from senior_desktop.conversation.template_text import written

    if not differences(shipped(), changed):
        return ""
    before = template_in(last) if last is not None and last.template else None
    if before is not None and not differences(before, changed):
        return last.template  # type: ignore[union-attr]
    text = written(named(changed, LOCAL, before.version + 1 if before is not None else 1))
    read(text.encode())
    return text


def template_changes(pack: Pack, last: Pack | None) -> tuple[tuple[str, str, str], ...]:
    """(where, was, is) since the last version handed out, else since the program's own."""
    from senior_desktop.conversation.template import shipped
    from senior_desktop.conversation.template_changes import differences

    return differences(template_in(last) if last is not None else shipped(), template_in(pack))


def said_otherwise(template: Template, place: str, **said: Any) -> Template:
    """One theme ("t1"; title, invitation, minutes) or question ("c11"; text, help_text, used; code, words of an answer) said otherwise. Raises TemplateFault."""
    from senior_desktop.conversation import template_changes as change
    from senior_desktop.conversation.template import shipped

    if "used" in said:
        return change.with_use(template, place, said["used"], shipped())
    if {"title", "invitation", "minutes"}.intersection(said):
        return change.with_theme(template, place, **said)
    if "code" in said:
        return change.with_answer_words(template, place, **said)
    return change.with_question(template, place, **said)


def may_leave_out(template: Template, key: str) -> bool:
    """Whether HR may switch the question off."""
    from senior_desktop.conversation.template import shipped
    from senior_desktop.conversation.template_changes import may_be_left_out

    return may_be_left_out(template, key, shipped())


def save_template_book(pack: Pack, file: Path) -> Path:
    """The template as a workbook to edit. Raises RemovableForbidden, FolderUnwritable, NoRoom."""
    from senior_desktop.conversation import template_book

    drives.may_export(file.parent)
    return paths.write(file, template_book.to_workbook(template_in(pack)), replace=True)


def read_template_book(pack: Pack, file: Path) -> Template:
    """What was edited there. Raises TemplateFault with sheet and cell."""
    from senior_desktop.conversation import template_book
    from senior_desktop.conversation.template import read

    return read(template_book.from_workbook(_book(file), template_in(pack)).encode())


def save_measures_book(pack: Pack, file: Path) -> Path:
    """The catalogue as the pack has it, as a workbook to edit. Raises RemovableForbidden, FolderUnwritable, NoRoom."""
    from senior_desktop.conversation import catalogue_book

    drives.may_export(file.parent)
    return paths.write(file, catalogue_book.to_workbook(measures(), pack.measures), replace=True)


def read_measures_book(file: Path) -> tuple[Override, ...]:
    """What was edited there. Raises TemplateFault with sheet and cell."""
    from senior_desktop.conversation import catalogue_book

    return catalogue_book.from_workbook(_book(file), measures())


def _book(file: Path) -> bytes:
    from senior_desktop.conversation import template_book

    try:
        with file.open("rb") as opened:
            return opened.read(template_book.LARGEST + 1)
    except OSError as fault:
        raise TemplateFault(place="", fault="no_workbook") from fault


def page_on_paper(pack: Pack, template: Template, page: str, made: str, language: str = "da") -> Document:
    """One page of `template` as it is printed; `template` may be newer than the pack's."""
    from senior_desktop.paper import twin

    return twin.one_page(template, page, words(language), pack.municipality, made)


def template_on_paper(pack: Pack, made: str, language: str = "da") -> Document:
    """The whole talk as it is printed for the lid closed: how the template looks on paper."""
    from senior_desktop.paper import twin

    return twin.twin(template_in(pack), "full", words(language), pack.municipality, made)
