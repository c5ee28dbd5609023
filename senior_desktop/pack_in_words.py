# SPDX-License-Identifier: EUPL-1.2
"""A place, a fault or a change of a pack -> what it is in words, for HR before it is handed out and for a leader before it is taken."""

from typing import TYPE_CHECKING

from senior_desktop.at_hand import measures, words

if TYPE_CHECKING:
    from senior_desktop.conversation.catalogue import Override
    from senior_desktop.hr.pack import Pack
else:  # names for annotations; the real ones are imported where they are used
    Override = Pack = object

MOST_TOLD = 6
"""Changed words of a template that are told one by one."""

LONGEST = 120
"""Letters of a text that is told."""


def faults(one: Pack, language: str = "da") -> tuple[tuple[str, str], ...]:
    """(place in the pack, sentence) for everything that keeps `one` from being handed out; () when nothing does."""
    from senior_desktop.hr import pack

    def told(place: str, fault: str) -> tuple[str, str]:
        return place, f"{place_of(place.replace('/', '.', 1), language)}: {words(language)(f'codes.{fault}')}."

    return tuple(told(*found) for found in pack.faults(one))


def day(iso: str, language: str = "da") -> str:
    """An ISO date as people write it."""
    from senior_desktop.conversation.summary import written

    return written(iso, words(language))


def letter(name: str, language: str) -> str:
    """One of `packs.LETTERS` ("invitation_da") by what it is and the language it is in."""
    kind, _, tongue = name.rpartition("_")
    return words(language)(f"pack.place_letter_{kind}", language=words(language)(f"pack.in_{tongue}"))


def place_of(place: str, language: str) -> str:
    """A place of the pack ("measures.A4", "letters.invitation_da/3") by what it is; a line keeps its number."""
    say_it, (kind, _, rest) = words(language), place.partition(".")
    name, _, line = rest.partition("/")
    match kind:
        case "measures":
            found = measures().measure(name)
            told = say_it("pack.place_measure", name=found.title.said(language) if found else name)
        case "letters":
            told = letter(name, language)
        case "rules":
            told = say_it(f"pack.place_{name}")
        case _:
            told, line = say_it(f"pack.place_{kind}"), rest
    return f"{told} ({line})" if line else told


def change(found: tuple[str, str, str], language: str, old: Pack | None, new: Pack) -> tuple[str, str, str]:
    """(what, was, becomes) of `hr.pack.changes` in words."""
    place, was, now = found
    say_it, (kind, _, code) = words(language), place.partition(".")
    match kind:
        case "discussed":
            was, now = (day(iso, language) if iso else "" for iso in (was, now))
        case "pension_facts":
            was, now = (say_it("summary.yes" if said == "True" else "summary.no") if said else "" for said in (was, now))
        case "measures":
            own = next((one for one in new.measures if one.code == code), None)
            now = say_it("pack.as_shipped") if own is None else _measure(own, language)
        case "template":
            now = _template(old, new, language)
        case "letters" | "key" | "seals" | "logo":
            now = say_it(f"pack.{now}")
        case "rules" if code == "IndicatorSet":
            was, now = "", say_it("pack.is_other")  # a code; the choice is told in words where counts are handed in
    return place_of(place, language), was, now


def _measure(own: Override, language: str) -> str:
    """How the municipality has it."""
    from senior_desktop.conversation.catalogue import overridden, told_of

    say_it = words(language)
    if not own.offered:
        return say_it("pack.not_offered")
    here = overridden(measures(), (own,)).measure(own.code)
    if here is None:
        return say_it("pack.is_other")
    lines = [say_it(f"texts.cost_{own.cost}")] if own.cost is not None else []
    lines += [say_it(f"texts.decides_{''.join(own.decides)}")] if own.decides is not None else []
    shipped = measures().measure(own.code)
    lines += [line for line in told_of(here, say_it, language) if shipped is None or line not in told_of(shipped, say_it, language)]
    return "\n".join(lines)


def _template(old: Pack | None, new: Pack, language: str) -> str:
    """Its name, and the first words that differ."""
    from senior_desktop.conversation.template import read, shipped
    from senior_desktop.conversation.template_changes import differences

    before, after = (read(one.template.encode()) if one is not None and one.template else shipped() for one in (old, new))
    found = differences(before, after)
    lines = [f"{place}: {_short(was)} → {_short(now)}" for place, was, now in found[:MOST_TOLD]]
    more = [words(language)("pack.more_changes", count=len(found) - MOST_TOLD)] if len(found) > MOST_TOLD else []
    return "\n".join([after.name, *lines, *more])


def _short(text: str) -> str:
    return text if len(text) <= LONGEST else f"{text[:LONGEST].rstrip()} …"
