# SPDX-License-Identifier: EUPL-1.2
"""The source files -> which rule of the house a line breaks: layers, outside packages, sizes, first lines.

If a rule is not here, it is not a rule. Nested and type-only imports count as imports.
"""

import ast
import sys
from collections.abc import Iterator
from fnmatch import fnmatchcase
from pathlib import Path
from typing import Any

import pytest

HOUSE = Path(__file__).parent.parent
PRODUCT = sorted((HOUSE / "senior_desktop").rglob("*.py"))
TESTS = sorted((HOUSE / "tests").rglob("*.py"))

GROUND = ("errors", "paths", "log", "policy_sources", "policy", "data_folder", "drives", "")  # "" is the package itself: its version
TALK = ("conversation.*",)
LEAF = ("paper.document",)  # the one shape of all that is printed; it imports nothing of ours
ROOMS = (*GROUND, *TALK, "vault.*", "paper.*", "hr.*")
EVERYTHING = ("*",)

LAYERS: dict[str, tuple[str, ...]] = {
    "errors": (),
    "paths": ("errors",),
    "log": ("errors", "paths"),
    "policy_sources": ("errors", "paths"),
    "policy": ("errors", "paths", "policy_sources"),
    "data_folder": ("paths", "policy"),
    "drives": ("errors", "paths", "policy"),
    "process_age": (),
    "silence": (),
    "paper.document": (),
    # paths: template and catalogue are read from the resources folder. paper.document: the summary becomes a Document.
    "conversation.*": ("errors", "paths", *LEAF, *TALK),
    "vault.*": (*GROUND, *TALK, "vault.*"),
    "paper.*": (*GROUND, *TALK, "paper.*"),
    # paper.document: the report becomes a Document.
    "hr.*": (*GROUND, *TALK, *LEAF, "hr.*"),
    "backups": (*GROUND, "vault.*"),
    "pack_in_force": ROOMS,
    # The story is told in several files, each using only those before it.
    "at_hand": (*ROOMS, "pack_in_force"),
    "counts": (*ROOMS, "pack_in_force", "at_hand", "backups"),
    "keys": (*ROOMS, "at_hand"),
    "signatures": (*ROOMS, "at_hand", "keys"),
    "copies": (*ROOMS, "at_hand", "signatures"),
    "withdrawing": (*ROOMS, "at_hand", "keys", "signatures"),
    "seal_lists": (*ROOMS, "at_hand", "keys"),
    "pooled": (*ROOMS, "at_hand"),
    "reading": (*ROOMS, "at_hand", "signatures"),
    "filing": (*ROOMS, "at_hand"),
    "access": (*ROOMS, "at_hand"),
    "safekeeping": (*ROOMS, "at_hand", "backups"),
    "retention": (*ROOMS, "at_hand", "signatures"),
    "receipts": (*ROOMS, "at_hand", "counts", "signatures"),
    "kept_files": (*ROOMS, "at_hand", "packs", "pooled", "receipts"),
    "plans": (*ROOMS, "at_hand", "kept_files"),
    "meetings": (*ROOMS, "at_hand", "kept_files", "packs", "plans", "pooled", "templates"),
    "pilots": (*ROOMS, "at_hand", "pooled", "kept_files"),
    "texts": (*ROOMS, "at_hand"),
    "pack_in_words": (*ROOMS, "at_hand"),
    "packs": (*ROOMS, "pack_in_force", "at_hand", "pack_in_words", "texts"),
    "writing": (*ROOMS, "pack_in_force", "at_hand", "counts"),
    "last_time": (*ROOMS, "pack_in_force", "at_hand", "reading"),
    "meeting_again": (*ROOMS, "at_hand"),
    "letters": (*ROOMS, "pack_in_force", "at_hand", "texts"),
    "staff_list": (*ROOMS, "at_hand", "backups"),
    "story": (*ROOMS, "pack_in_force", "at_hand", "backups", "reading", "filing", "retention", "counts", "receipts", "keys", "signatures", "copies", "withdrawing", "seal_lists", "reading", "pooled", "kept_files", "pilots", "writing", "last_time", "meeting_again", "letters", "staff_list"),
    "trial": (*ROOMS, "pack_in_force", "at_hand", "story"),
    "templates": (*ROOMS, "at_hand"),
    "previews": (*ROOMS, "at_hand", "pack_in_words", "packs", "templates", "texts", "trial"),
    "tools": ("pack_in_words", "trial", "templates", "packs", "plans", "meetings", "texts", "previews"),
    # signatures: erasing a talk takes along the key that its signing may have left half-way.
    "desk": (*ROOMS, "at_hand", "backups", "filing", "retention", "signatures", "seal_lists"),
    "ui.*": (*GROUND, *TALK, "story", "desk", "tools", "backups", "safekeeping", "access", "ui.*"),
    "policy_show": (*GROUND, "story", "desk"),
    # app, demo, selftest: the commands that are not the shell's own; imported where they are run.
    "cli_hr": (*GROUND, "story", "tools"),
    "cli_backup": (*GROUND, "story", "desk", "backups", "safekeeping"),
    "cli_keeping": (*GROUND, "story", "desk", "safekeeping", "cli_backup"),
    "cli": (*GROUND, *TALK, "story", "desk", "cli_hr", "cli_backup", "cli_keeping", "policy_show", "app", "demo", "selftest"),
    # Where the parts are put together.
    "app": EVERYTHING,
    "demo*": EVERYTHING,
    "selftest*": EVERYTHING,
    "__main__": EVERYTHING,
    "": (),
}
"""Module -> what it may import of ours. The longest name that fits decides."""

OUTSIDE: dict[str, tuple[str, ...]] = {
    "conversation.*": ("msgspec",),
    "conversation.staff_file": ("openpyxl",),
    "conversation.template_book": ("msgspec", "openpyxl"),
    "conversation.catalogue_book": ("openpyxl",),
    # cryptography here: key derivation, sealing of the slots.
    "vault.*": (
        "sqlalchemy",
        "sqlcipher3",
        "alembic",
        "keyring",
        "cryptography",
        "msgspec",
    ),
    "paper.*": ("reportlab", "pikepdf", "pyhanko", "asn1crypto", "cryptography", "msgspec"),
    "paper.card": ("pyhanko", "pkcs11", "asn1crypto", "cryptography"),
    "paper.document": (),
    "paper.logo": ("PIL", "reportlab"),
    "hr.*": ("msgspec",),
    "hr.workbook": ("openpyxl",),
    "ui.*": ("PySide6", "shiboken6"),  # shiboken6 comes within it and says whether a widget still lives
    "ui.fields.spelling": ("PySide6", "hunspell"),  # the package is called chunspell
    "app": ("PySide6",),
    # The demo drives the real windows.
    "demo*": ("PySide6",),
    # The self-test shows the first window and draws a chart.
    "selftest_screen": ("PySide6",),
}
"""Module -> outside packages it may import beside the standard library; any other module: none."""

LATE = ("conversation.staff_file", "access", "safekeeping", "story", "at_hand", "pack_in_force", "pack_in_words", "packs", "counts", "keys", "signatures", "copies", "withdrawing", "seal_lists", "reading", "pooled", "kept_files", "pilots", "writing", "last_time", "meeting_again", "letters", "staff_list", "desk", "ui.*", "app", "cli", "cli_backup", "cli_keeping", "cli_hr", "policy_show", "backups", "__main__", "plans", "meetings", "texts", "trial", "templates", "previews", "tools")
"""Modules that the first window loads, or the shell: a heavy import waits inside their functions."""

HEAVY = (
    "sqlalchemy", "sqlcipher3", "alembic", "keyring", "cryptography", "reportlab", "pikepdf", "pyhanko", "openpyxl",
    "senior_desktop.vault*", "senior_desktop.paper*", "senior_desktop.hr*",
)  # fmt: skip

LINES = {"ui.*": 300}
LINES_ELSEWHERE, LINES_OF_A_TEST = 400, 500


def name_of(file: Path) -> str:
    """ ".../senior_desktop/ui/work.py" -> "ui.work"; the package itself is ""."""
    parts = file.relative_to(HOUSE / "senior_desktop").with_suffix("").parts
    return ".".join(parts).removesuffix("__init__").removesuffix(".")


def fits(name: str, patterns: tuple[str, ...]) -> bool:
    """Whether one of `patterns` names the module; "paper.*" names the room too."""
    return any(fnmatchcase(name, one) or one.endswith(".*") and name == one[:-2] for one in patterns)


def rule_for(name: str, table: dict[str, Any], otherwise: Any) -> Any:
    """The entry of the longest pattern that fits."""
    found = [pattern for pattern in table if fits(name, (pattern,))]
    return table[max(found, key=len)] if found else otherwise


def imports(file: Path) -> Iterator[tuple[int, str, bool]]:
    """(line, full name, whether it is run when the module is loaded) of every import, nested ones too."""
    tree = ast.parse(file.read_text(encoding="utf-8"))
    later = {
        id(inner)
        for node in ast.walk(tree)
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef) or only_for_types(node)
        for part in (node.body if hasattr(node, "body") else ())
        for inner in ast.walk(part)
    }
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from ((node.lineno, one.name, id(node) not in later) for one in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{file}:{node.lineno}: imports are written in full"
            for one in node.names:
                yield node.lineno, _full(node.module or "", one.name), id(node) not in later


def only_for_types(node: ast.AST) -> bool:
    """Whether `node` is "if TYPE_CHECKING:"."""
    return isinstance(node, ast.If) and isinstance(node.test, ast.Name) and node.test.id == "TYPE_CHECKING"


def _full(module: str, name: str) -> str:
    """ "from senior_desktop import story" imports the module story; other names lie in their module."""
    inside = HOUSE / Path(*module.split("."), name)
    return f"{module}.{name}" if inside.with_suffix(".py").is_file() or inside.is_dir() else module


def ours(name: str) -> str | None:
    """The name within our package, or None for another's."""
    top, _, rest = name.partition(".")
    return rest if top == "senior_desktop" else None


def broken_layers(file: Path) -> Iterator[str]:
    """What `file` imports and may not, each with its line."""
    name = name_of(file)
    inside, outside = rule_for(name, LAYERS, ("nothing: the module is not in the table",)), rule_for(name, OUTSIDE, ())
    for line, imported, at_once in imports(file):
        place, mine = f"{file.relative_to(HOUSE)}:{line}", ours(imported)
        if mine is None:
            top = imported.split(".")[0]
            if top not in sys.stdlib_module_names and top not in outside:
                yield f"{place}: {top} may not be imported here"
        elif not fits(mine, inside):
            yield f"{place}: {name} may not import {mine}"
        if at_once and fits(name, LATE) and fits(imported, HEAVY) and mine not in LEAF:
            yield f"{place}: {imported} is heavy: import it inside the function"


def test_every_import_keeps_to_its_layer() -> None:
    """House: one direction, outside packages in their rooms, nothing heavy at first paint."""
    assert not [fault for file in PRODUCT for fault in broken_layers(file)]


def test_every_module_stands_in_the_layer_table() -> None:
    """A new file has a place before it has content."""
    assert not [name_of(file) for file in PRODUCT if not [one for one in LAYERS if fits(name_of(file), (one,))]]


def test_no_file_outgrows_its_room() -> None:
    """A file near its limit is split by topic."""
    for file in PRODUCT:
        assert _lines(file) <= rule_for(name_of(file), LINES, LINES_ELSEWHERE), file
    for file in TESTS:
        assert _lines(file) <= LINES_OF_A_TEST, file


def test_every_module_says_what_comes_in_and_what_goes_out() -> None:
    """The licence in one line, then a first sentence with "->"; an __init__ is empty but for the package's own."""
    for file in PRODUCT:
        text = file.read_text(encoding="utf-8")
        if file.name == "__init__.py" and name_of(file):
            assert text == "", f"{file}: an __init__ imports nothing, so it holds nothing"
            continue
        assert text.startswith("# SPDX-License-Identifier: EUPL-1.2\n"), file
        said = ast.get_docstring(ast.parse(text)) or ""
        assert "->" in said.splitlines()[0], f"{file}: the first line says what comes in and what goes out"


def test_what_may_not_be_looked_at_is_never_taken_for_nothing() -> None:
    """From Python 3.14 on Path.exists and its kin say False of a folder without the right to look: paths.lies_there raises."""
    asked = [
        f"{file.relative_to(HOUSE)}:{node.lineno}"
        for file in PRODUCT
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8")))
        if isinstance(node, ast.Attribute) and node.attr in ("exists", "is_dir", "is_file", "isdir", "isfile", "lexists")
        and not (isinstance(node.value, ast.Name) and node.value.id == "paths")
    ]
    assert asked == []


def test_no_drawer_takes_anything() -> None:
    """A module is named by the thing it holds."""
    drawers = {"utils", "util", "common", "helpers", "widgets", "manager", "misc"}
    assert not [file for file in PRODUCT if drawers.intersection(name_of(file).split("."))]


@pytest.mark.parametrize(
    ("where", "line", "fault"),
    [
        ("conversation/guide.py", "from senior_desktop.vault import store", "may not import vault.store"),
        ("paper/pdf.py", "def f():\n    from senior_desktop.vault.store import Vault", "may not import vault.store"),
        ("hr/pool.py", "from senior_desktop.paper.pdf import make", "may not import paper.pdf"),
        ("ui/work.py", "if TYPE_CHECKING:\n    from senior_desktop.vault.store import Vault", "may not import vault"),
        ("ui/work.py", "import sqlalchemy", "sqlalchemy may not be imported here"),
        ("story.py", "from PySide6.QtCore import QObject", "PySide6 may not be imported here"),
        ("story.py", "from senior_desktop.vault import store", "is heavy"),
        ("writing.py", "from senior_desktop import story", "may not import story"),
        ("vault/store.py", "import requests", "requests may not be imported here"),
    ],
)
def test_a_planted_fault_is_found(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, where: str, line: str, fault: str
) -> None:
    """The walk itself sees nested, type-only and heavy imports, and names file and line."""
    modules = ("vault/store.py", "paper/pdf.py", "story.py", where)
    for one in modules:
        file = tmp_path / "senior_desktop" / one
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(line if one == where else "", encoding="utf-8")
    monkeypatch.setattr(sys.modules[__name__], "HOUSE", tmp_path)
    found = list(broken_layers(tmp_path / "senior_desktop" / where))
    assert any(fault in one and f"{where}:" in one for one in found), found


def _lines(file: Path) -> int:
    return len(file.read_text(encoding="utf-8").splitlines())
