# SPDX-License-Identifier: EUPL-1.2
"""The accessibility bus -> one person's first talk, from the start page to two signed papers, by names and roles alone.

Runs outside the app, in the system's Python (it has `gi`), and knows nothing of it: whatever this cannot find or press, a
screen reader cannot either. Usage: walk.py FOLDER-FOR-PAPERS PASSPHRASE. Says each step; ends with 1 at the first that fails.
"""

import sys
import time
from collections.abc import Callable, Iterator
from typing import Any

import gi

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi  # noqa: E402

Atspi.set_timeout(10_000, 15_000)  # a sheet is laid out meanwhile
PATIENCE = 30.0
PRESSABLE = ("push button", "button", "toggle button", "check box", "radio button", "menu item")
NAME, LEADER = "Kirsten Ærø Møller", "Søren Håkansson"
PRIVATE = "Hendes rolige hånd med de nye"


class Lost(Exception):
    """What was looked for is not on the screen."""


def app() -> Any:
    """The application, by its name and not by a window's title."""
    return patiently(lambda: next((one for one in children(Atspi.get_desktop(0)) if one.get_name() == "Seniorsamtale"), None), "the app")


def children(node: Any) -> Iterator[Any]:
    for place in range(node.get_child_count()):
        child = node.get_child_at_index(place)
        if child is not None:
            yield child


def nodes(node: Any, *, hidden: bool = False) -> Iterator[Any]:
    """All nodes below `node` that are showing; with `hidden` all there are."""
    for child in children(node):
        top = child.get_role_name() in ("frame", "dialog", "application")
        if hidden or top or child.get_state_set().contains(Atspi.StateType.SHOWING):
            yield child
            yield from nodes(child, hidden=hidden)


def patiently(look: Callable[[], Any], what: str) -> Any:
    """What `look` finds, as soon as it does."""
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        try:
            if found := look():
                return found
        except gi.repository.GLib.Error:
            pass  # the tree was rebuilt while it was walked
        time.sleep(0.1)  # between two looks: the app is another process and sends no word when it is done
    raise Lost(what)


def named(node: Any) -> str:
    """A node's name; where it has a label of its own, that."""
    for relation in node.get_relation_set() or ():
        if relation.get_relation_type() == Atspi.RelationType.LABELLED_BY:
            return str(relation.get_target(0).get_name())
    return str(node.get_name() or "")


def find(name: str, *roles: str, last: bool = False) -> Any:
    """The node whose name begins with `name`, in one of `roles` ("" for any)."""

    def look() -> Any:
        found = [
            one for one in nodes(app())
            if (not roles or one.get_role_name() in roles) and named(one).replace("&", "").startswith(name)
        ]  # fmt: skip
        return found[-1 if last else 0] if found else None

    return patiently(look, f"{name} ({', '.join(roles)})")


def press(name: str, *, last: bool = False) -> None:
    """Press the button, box or radio button of that name once it may be pressed."""
    node = find(name, *PRESSABLE, last=last)
    patiently(lambda: node.get_state_set().contains(Atspi.StateType.ENABLED), f"{name}, enabled")
    node.do_action(0)
    print("pressed", name, flush=True)


def write(name: str, text: str) -> None:
    """Write `text` into the field of that name, and read it back."""
    node = find(name, "text", "password text", "entry")
    patiently(lambda: node.get_state_set().contains(Atspi.StateType.ENABLED), f"{name}, enabled")
    node.set_text_contents(text)
    print("wrote", name, flush=True)


def go(page: str) -> None:
    """Choose a page in the list of pages, as assistive technology does: by selecting its line."""
    choose(page)
    find(page, "label")


def choose(name: str) -> None:
    """Select the line of that name in its list; it may be scrolled out of sight."""

    def look() -> Any:
        return next((one for one in nodes(app(), hidden=True) if one.get_role_name() == "list item" and one.get_name().startswith(name)), None)

    line = patiently(look, f"{name} (list item)")
    Atspi.Selection.select_child(line.get_parent(), line.get_index_in_parent())
    print("chose", name, flush=True)


def seen(text: str) -> None:
    """Wait until `text` stands somewhere."""
    patiently(lambda: any(text in str(one.get_name() or "") for one in nodes(app())), f"the words {text!r}")
    print("saw", text, flush=True)


def dump() -> None:
    for one in nodes(app()):
        if one.get_name():
            print("   ", one.get_role_name(), "|", one.get_name()[:90], "|", named(one)[:40])


def holds(text: str) -> bool:
    """Whether `text` is in any node, shown or not: in its name, its description or what is written in it."""
    counted = patiently(lambda: [sum(any(text in said for said in words_of(one)) for one in nodes(app(), hidden=True))], "the tree")
    return bool(counted[0])


def private(text: str, *, here: bool) -> None:
    """Make sure that `text` can be read now, or that it cannot."""
    patiently(lambda: holds(text) is here, f"{text!r} to be {'there' if here else 'nowhere'}")
    print("private text", "there" if here else "nowhere", flush=True)


def words_of(node: Any) -> Iterator[str]:
    yield str(node.get_name() or "")
    yield str(node.get_description() or "")
    if "Text" in node.get_interfaces():
        yield str(Atspi.Text.get_text(node, 0, -1))


def main(folder: str, passphrase: str) -> None:
    """The whole way."""
    write("Adgangssætning", passphrase)
    press("Åbn")
    find("Dine samtaler", "label")
    write("Medarbejderens navn", NAME)
    press("Begynd")
    press("Svar på tilbuddet Ja tak")
    go("Min forberedelse")
    write("Det vil jeg gerne anerkende", PRIVATE)
    private(PRIVATE, here=True)  # or its absence below would mean nothing
    go("Tilbud og stamdata")
    press("Start samtalen")
    seen("I ser det samme nu")
    private(PRIVATE, here=False)
    go("Trivsel og arbejdsglæde")
    press("I hvor høj grad trives du i dit arbejde lige nu? I høj grad")
    write("Hvad giver dig energi på en god arbejdsdag?", "Borgerne og mine kolleger")
    press("Har I talt om det her tema? Drøftet")
    seen("1 af 9 temaer drøftet")
    go("Aftaler")
    choose("Faste dage")
    press("Tilføj tiltaget")
    find("Fjern aftalen")
    go("Sammenfatning")
    press("Foreslå en kladde")
    press("Medarbejderens tilkendegivelse Jeg er enig i referatet")
    go("Læs det i ro")
    press("Teksten er færdig")
    go("Underskrifter")
    for role, name in (("Leder", LEADER), ("Medarbejder", NAME)):
        press(f"Jeg har læst samtalearket og aftalearket: {role}")
        write(f"Skriv dit navn i stedet for at tegne: {role}", name)
        press(f"Skriv under: {role}")
    go("Et eksemplar til begge")
    press("Gem begge ark")
    write("Mappe:", folder)
    press("Vælg")
    seen("SHA-256")
    private(PRIVATE, here=False)
    press("Luk for nu")
    find("Dine samtaler", "label")


if __name__ == "__main__":
    try:
        main(*sys.argv[1:])
    except Lost as lost:
        print("LOST", lost, flush=True)
        dump()
        sys.exit(1)
