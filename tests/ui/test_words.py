# SPDX-License-Identifier: EUPL-1.2
"""No word on the screen or on paper is without its Danish or its English."""

import ast
import re
import subprocess
import tomllib
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import PySide6
import pytest
from factory import keep, make_talk
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QAbstractButton, QLabel

from senior_desktop import desk, paths

UI = sorted((paths.PACKAGE / "ui").rglob("*.py"))
VISIBLE = {"setText", "setPlaceholderText", "setToolTip", "setAccessibleName", "setAccessibleDescription", "setWindowTitle",
           "setInformativeText", "addItem", "addAction", "addMenu", "addButton", "QPushButton", "QLabel", "QRadioButton",
           "QCheckBox", "label", "button", "heading", "card", "facts_card"}
"""Calls whose first words are read by somebody."""

NAMES = {"Seniorsamtale", "Dansk", "English", "PDF"}
"""The program's and the languages' own names are the same in both languages."""


def calls(file: Path) -> Iterator[tuple[str, ast.Call]]:
    """Every call in `file`: the called name, and the node."""
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Call):
            called = node.func
            yield called.attr if isinstance(called, ast.Attribute) else getattr(called, "id", ""), node


def said(node: ast.AST) -> Iterator[str]:
    """The literal words that `node` shows, those inside tr() excepted."""
    if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
        if node.func.attr in ("tr", "translate", "tr_"):
            return
        # "…".join(rows) and text.replace("%1", name): the literal is glue
        if node.func.attr in ("join", "replace", "get", "said", "text", "strftime"):
            yield from said(node.func.value) if node.func.attr == "join" else ()
            return
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        yield node.value
    elif isinstance(node, ast.JoinedStr | ast.BinOp | ast.IfExp | ast.BoolOp):
        for part in ast.iter_child_nodes(node):
            yield from said(part)


@pytest.mark.parametrize("file", UI, ids=lambda file: "/".join(file.parts[-2:]))
def test_only_whole_sentences_are_given_to_be_translated(file: Path) -> None:
    """lupdate takes an f-string as a text that never occurs, and finds nothing in a variable or a sum."""
    for name, node in calls(file):
        if name == "tr":
            assert isinstance(node.args[0], ast.Constant), f"{file.name}:{node.lineno}"
            assert isinstance(node.func, ast.Attribute), f"{file.name}:{node.lineno}"
            # filed under the class's name only when asked of the object itself
            assert isinstance(node.func.value, ast.Name), f"{file.name}:{node.lineno}"
            assert node.func.value.id == "self", f"{file.name}:{node.lineno}"
        if name == "translate":
            assert all(isinstance(one, ast.Constant) for one in node.args[:2]), f"{file.name}:{node.lineno}"


@pytest.mark.parametrize("file", UI, ids=lambda file: "/".join(file.parts[-2:]))
def test_nothing_is_translated_inside_an_f_string(file: Path) -> None:
    """lupdate does not look into one."""
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if isinstance(node, ast.JoinedStr):
            inside = [one for one in ast.walk(node) if isinstance(one, ast.Attribute) and one.attr in ("tr", "translate")]
            assert not inside, f"{file.name}:{node.lineno}"


@pytest.mark.parametrize("file", UI, ids=lambda file: "/".join(file.parts[-2:]))
def test_no_word_is_written_past_the_translation(file: Path) -> None:
    """What stands in the code as a literal on the screen is a sign, a space or a name."""
    for name, node in calls(file):
        if name in VISIBLE and node.args:
            for text in said(node.args[0]):
                words = set(re.findall(r"[^\W\d_]{2,}", text))
                assert words <= NAMES, f"{file.name}:{node.lineno}: {text}"


def messages(file: Path) -> dict[tuple[str, str], ElementTree.Element]:
    """(context, English) -> the message, those no longer in the code left out."""
    found = {}
    for context in ElementTree.parse(file).getroot().iter("context"):
        for message in context.iter("message"):
            if message.find("translation").get("type") not in ("vanished", "obsolete"):
                found[context.findtext("name"), message.findtext("source")] = message
    return found


@pytest.fixture(scope="module")
def fresh(tmp_path_factory: pytest.TempPathFactory) -> dict[tuple[str, str], ElementTree.Element]:
    """What Qt's own tool finds in the code today."""
    folder = Path(PySide6.__file__).parent
    (tool,) = [one for place in (folder, folder / "Qt" / "libexec") for one in place.glob("lupdate*") if one.is_file()]
    target = tmp_path_factory.mktemp("words") / "fresh_da.ts"
    done = subprocess.run([tool, *map(str, UI), "-ts", str(target)], capture_output=True, text=True, timeout=120, check=True)
    assert "Cannot" not in done.stderr, done.stderr
    return messages(target)


def test_every_sentence_in_the_code_has_its_danish(fresh: dict[tuple[str, str], ElementTree.Element]) -> None:
    """A fresh run of the tool finds nothing that the Danish file lacks, leaves open, or holds for nobody."""
    danish = messages(paths.translations() / "app_da.ts")
    assert len(fresh) > 150
    assert fresh.keys() - danish.keys() == set()
    assert danish.keys() - fresh.keys() == set()
    for key, message in danish.items():
        translation = message.find("translation")
        assert translation.get("type") != "unfinished", key
        forms = [one.text for one in translation.iter("numerusform")] or [translation.text]
        assert all(forms), key
        for mark in ("%1", "%2", "%n"):
            assert all((mark in form) is (mark in key[1]) or mark == "%n" for form in forms), key
        # No language tells when a mnemonic is missing.
        assert all(("&" in form) is ("&" in key[1]) for form in forms), key


def test_every_count_has_both_forms_in_both_languages(fresh: dict[tuple[str, str], ElementTree.Element]) -> None:
    """ "%n employee(s)" is shown as it stands where English has no form of its own."""
    counted = {key for key, message in fresh.items() if message.get("numerus") == "yes"}
    assert counted
    for language in ("da", "en"):
        known = messages(paths.translations() / f"app_{language}.ts")
        for key in counted:
            forms = [one.text for one in known[key].find("translation").iter("numerusform")]
            assert len(forms) == 2, (language, key)
            assert all(form and "(s)" not in form for form in forms), (language, key)


def printed(language: str) -> dict[str, str]:
    """Every printed word: "section.key" -> text."""
    raw = tomllib.loads((paths.translations() / f"paper_{language}.toml").read_text(encoding="utf-8"))
    found: dict[str, str] = {}

    def walk(table: dict[str, Any], before: str) -> None:
        for key, value in table.items():
            if isinstance(value, dict):
                walk(value, f"{before}{key}.")
            else:
                found[before + key] = str(value)

    walk(raw, "")
    return found


def test_paper_says_the_same_in_both_languages() -> None:
    """The same keys, each with the same placeholders, none empty."""
    danish, english = printed("da"), printed("en")
    assert danish.keys() == english.keys()
    for key, text in danish.items():
        placed = [sorted(re.findall(r"\{\w+\}", one)) for one in (text, english[key])]
        assert placed[0] == placed[1], key
        assert text.strip(), key
        assert english[key].strip(), key


def test_every_error_of_the_world_has_its_sentence() -> None:
    """No class of errors.py is said by its bare name."""
    from senior_desktop import errors

    leaves = [
        one for one in vars(errors).values()
        if isinstance(one, type) and issubclass(one, errors.SeniorError) and not one.__subclasses__()
    ]
    words = printed("da")
    assert [one.__name__ for one in leaves if f"errors.{one.__name__}" not in words] == []


@pytest.mark.parametrize("language", ["da", "en"])
def test_no_two_letters_collide_on_a_page(start: Callable[..., Any], vault: Any, look: Any, language: str) -> None:
    """Alt and a letter does one thing: on every page of the talk, the menu included."""
    look.apply(desk.Settings(language, 16, "light"))
    keep(vault, make_talk(language=language))
    app = start(vault=vault)
    talk = app.talk(app.screen().model.rows[0])
    for page in talk.page_ids:
        app.go(talk, page)
        texts = [one.text() for kind in (QAbstractButton, QAction) for one in app.window.findChildren(kind) if shown(one)]
        texts += [one.text() for one in app.window.findChildren(QLabel) if one.buddy() is not None and shown(one)]
        letters = Counter(found[0].lower() for text in texts if (found := re.findall(r"(?<!&)&(\w)", text)))
        assert letters, page
        assert [letter for letter, count in letters.items() if count > 1] == [], page


def shown(one: Any) -> bool:
    """Whether a person sees it now; of the menu only its own line counts."""
    return one.isVisible() and (not isinstance(one, QAction) or one.menu() is not None)
