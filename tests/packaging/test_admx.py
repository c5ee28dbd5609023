# SPDX-License-Identifier: EUPL-1.2
"""The templates for Group Policy: every name of the table, the same ranges, nothing left hanging; the same bytes each time."""

import importlib.util
import re
import subprocess
import sys
import sysconfig
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest

from senior_desktop.policy import RULES, Policy

ROOT = Path(__file__).parents[2]
SPACE = "{http://schemas.microsoft.com/GroupPolicy/2006/07/PolicyDefinitions}"


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The three files, made as the build makes them."""
    folder = tmp_path_factory.mktemp("admx")
    generator().make(folder)
    return folder


def generator() -> Any:
    """packaging/windows/policy/make_admx.py as a module: it is a script and lies in no package."""
    spec = importlib.util.spec_from_file_location("make_admx", ROOT / "packaging" / "windows" / "policy" / "make_admx.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def policies(folder: Path) -> dict[str, ElementTree.Element]:
    """Name -> its element in the .admx."""
    found = ElementTree.parse(folder / "Seniorsamtale.admx").getroot().iter(f"{SPACE}policy")
    return {one.get("name"): one for one in found}


def words(folder: Path, culture: str) -> dict[str, str]:
    """Id -> text of one .adml; an id that stands there twice fails."""
    found = [(one.get("id"), one.text) for one in ElementTree.parse(folder / culture / "Seniorsamtale.adml").getroot().iter(f"{SPACE}string")]
    assert len(found) == len(dict(found))
    return dict(found)


def allowed(one: ElementTree.Element) -> Iterator[Any]:
    """What the template lets IT enter: the ends of a range, or the choices."""
    for number in one.iter(f"{SPACE}decimal"):
        yield from (int(number.get(end)) for end in ("value", "minValue", "maxValue") if number.get(end))
    yield from (choice.text for choice in one.iter(f"{SPACE}string"))


def test_every_name_stands_in_all_three_files(made: Path) -> None:
    """With a name and a sentence in both languages, for machine and user, under the one key that is read."""
    assert list(policies(made)) == list(RULES)
    for culture in ("da-DK", "en-US"):
        said = words(made, culture)
        assert all(said[name] and said[f"{name}_help"] for name in RULES)
    for one in policies(made).values():
        assert (one.get("class"), one.get("key")) == ("Both", r"Software\Policies\Seniorsamtale")
        written = [inner.get("valueName") for inner in one.iter() if inner.get("valueName")]
        assert written == [one.get("name")]


@pytest.mark.parametrize("name", RULES)
def test_the_template_lets_it_enter_what_the_program_takes_and_no_more(made: Path, name: str) -> None:
    """The ends of a range are taken and the next number is not; each choice is taken."""
    rule, entered = RULES[name], list(allowed(policies(made)[name]))
    assert all(not Policy({"machine": {name: one}}).found(name).fell for one in entered)
    if isinstance(rule.allowed, range):
        assert sorted(entered) == [rule.allowed[0], rule.allowed[-1]]
        assert not rule.fits(min(entered) - 1) and not rule.fits(max(entered) + 1)
    elif isinstance(rule.allowed, tuple):
        assert tuple(entered) == rule.allowed
    else:
        assert entered == []
        kind = "multiText" if isinstance(rule.default, tuple) else "text"
        assert [inner.tag for inner in policies(made)[name].find(f"{SPACE}elements")] == [SPACE + kind]


def test_from_which_version_a_policy_works_is_said_where_it_looks(made: Path) -> None:
    """ "Supported on"."""
    for culture in ("da-DK", "en-US"):
        said = words(made, culture)
        for name, rule in RULES.items():
            assert said[policies(made)[name].find(f"{SPACE}supportedOn").get("ref")] == f"Seniorsamtale {rule.since}"


def test_nothing_is_referred_to_that_is_not_there(made: Path) -> None:
    """The editor shows an error, and no policies at all, for one loose end."""
    text = (made / "Seniorsamtale.admx").read_text(encoding="utf-8")
    strings = set(re.findall(r"\$\(string\.(\w+)\)", text))
    shown = set(re.findall(r"\$\(presentation\.(\w+)\)", text))
    for culture in ("da-DK", "en-US"):
        root = ElementTree.parse(made / culture / "Seniorsamtale.adml").getroot()
        assert strings == words(made, culture).keys()
        assert shown == {one.get("id") for one in root.iter(f"{SPACE}presentation")}
        assert {one.get("refId") for one in root.iter() if one.get("refId")} == shown
    elements = {inner.get("id") for one in policies(made).values() for inner in one.iter() if inner.get("id")}
    assert elements == shown
    tree = ElementTree.parse(made / "Seniorsamtale.admx").getroot()
    defined = {one.get("name") for one in tree.iter(f"{SPACE}definition")}
    assert {one.get("ref") for one in tree.iter(f"{SPACE}supportedOn") if one.get("ref")} == defined
    assert {one.get("ref") for one in tree.iter(f"{SPACE}parentCategory")} == {one.get("name") for one in tree.iter(f"{SPACE}category")}


def test_it_is_made_where_the_project_is_not_installed(made: Path, tmp_path: Path) -> None:
    """The environment that freezes holds the locked packages alone."""
    site, script = sysconfig.get_path("purelib"), ROOT / "packaging" / "windows" / "policy" / "make_admx.py"
    code = (
        "import importlib.util, runpy, sys\n"
        f"sys.path.append({site!r})\n"  # the packages, without the .pth by which the project is installed here
        "there = importlib.util.find_spec('senior_desktop')\n"  # at most its resources, which an editable installation copies
        "assert there is None or there.origin is None\n"
        f"sys.argv = ['make_admx.py', {str(tmp_path)!r}]\n"
        f"runpy.run_path({str(script)!r}, run_name='__main__')"
    )
    subprocess.run([sys.executable, "-I", "-S", "-c", code], check=True, cwd=tmp_path, timeout=60)
    assert (tmp_path / "Seniorsamtale.admx").read_bytes() == (made / "Seniorsamtale.admx").read_bytes()


def test_the_same_table_gives_the_same_bytes(made: Path, tmp_path: Path) -> None:
    """Two builds can be compared."""
    files = generator().make(tmp_path)
    assert len(files) == 3 and all(one.read_bytes() == (made / one.relative_to(tmp_path)).read_bytes() for one in files)
