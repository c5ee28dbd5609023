# SPDX-License-Identifier: EUPL-1.2
"""The frozen folder and a version -> a checked .msi, made with wixl; or two .msi -> whether their components agree.

    make_msi.py FOLDER --version X.Y.Z --out FILE.msi
    make_msi.py check FILE.msi FOLDER --version X.Y.Z
    make_msi.py compare A.msi B.msi

wixl leaves some things out or gets them wrong: those are set in the finished tables, and then everything is read back.
Needs wixl, msibuild and msiinfo. Leaves with 1 and a sentence for each thing that is not as it should be.
"""

import argparse
import csv
import subprocess
import sys
import tempfile
import uuid
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path

import make_wxs
from make_wxs import BadFolder

UNSIGNED = "-unsigned"
MOST = 60_000_000
"""Bytes. Bigger, and pushing it to many computers takes noticeably longer; the figure is the project's own."""
EXTRA = {"Registry", "StartMenu", "DesktopShortcut"}
"""Components that are no file."""
SECURE = ("WIX_DOWNGRADE_DETECTED", "WIX_UPGRADE_DETECTED", "INSTALLDIR", "DESKTOPSHORTCUT", make_wxs.BUILD[0])
"""Properties that reach the part of the installation that runs with rights."""
SET_PROPERTY = "51"
KEY_PATH_IN_REGISTRY, TRANSITIVE, BITS_64 = 4, 64, 256
DESKTOP = str(KEY_PATH_IN_REGISTRY | TRANSITIVE | BITS_64)
UPGRADE = str(1 | 512)
"""Features keep their state; the same version counts as older, so that two builds of it never lie side by side."""
TEMPLATE = "x64;1030"
OLD_GOES = "1501"
"""Place of RemoveExistingProducts: right after InstallInitialize (1500), so before anything of the new version is written and
inside the transaction: when the new version fails, the old one comes back."""

Rows = list[dict[str, str]]


class Msi:
    """The tables of an .msi, as msiinfo tells them."""

    def __init__(self, file: Path) -> None:
        """Raises CalledProcessError when `file` is no .msi."""
        self.file = file
        self.tables = set(_told("msiinfo", "tables", str(file)).split())

    def rows(self, table: str) -> Rows:
        """All rows of `table`, column -> text; none where the table does not exist."""
        if table not in self.tables:
            return []
        names, _, _, *rows = csv.reader(
            _told("msiinfo", "export", str(self.file), table).splitlines(), delimiter="\t", quoting=csv.QUOTE_NONE
        )
        return [dict(zip(names, row, strict=True)) for row in rows]

    def pairs(self, table: str, key: str, value: str) -> dict[str, str]:
        """Two columns of `table`."""
        return {row[key]: row[value] for row in self.rows(table)}

    def summary(self) -> dict[str, str]:
        """The summary information: name -> text."""
        lines = _told("msiinfo", "suminfo", str(self.file)).splitlines()
        return {name: text.strip() for name, _, text in (line.partition(":") for line in lines)}


def _told(*words: str) -> str:
    """What a program said. Raises CalledProcessError, FileNotFoundError."""
    return subprocess.run(words, check=True, capture_output=True, encoding="utf-8").stdout


def build(folder: Path, version: str, out: Path, icon: Path = make_wxs.ICON) -> None:
    """Make `out`. Raises BadFolder, CalledProcessError."""
    out.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as work:
        source, made = Path(work, "program.wxs"), Path(work, "program.msi")
        source.write_bytes(make_wxs.make(folder, version, make_wxs.DIALECTS["wix3"], Path(work), icon))
        _told("wixl", "-a", "x64", "-o", str(made), str(source))
        _mend(made, version)
        out.write_bytes(made.read_bytes())


def _mend(made: Path, version: str) -> None:
    """Set what wixl cannot say (names stand in backquotes, texts in single quotes)."""
    upgrade = f"'{{{make_wxs.UPGRADE_CODE}}}', '{version}', {UPGRADE}, 'WIX_UPGRADE_DETECTED'"
    queries = (
        f"UPDATE `Component` SET `Condition`='{make_wxs.DESKTOP_WANTED}', `Attributes`={DESKTOP} WHERE `Component`='DesktopShortcut'",
        f"UPDATE `Property` SET `Value`='{';'.join(SECURE)}' WHERE `Property`='SecureCustomProperties'",
        # Attributes belong to the key of this table, so the row is written anew.
        "DELETE FROM `Upgrade` WHERE `ActionProperty`='WIX_UPGRADE_DETECTED'",
        f"INSERT INTO `Upgrade` (`UpgradeCode`, `VersionMax`, `Attributes`, `ActionProperty`) VALUES ({upgrade})",
        # wixl puts it behind InstallFinalize as soon as an action of ours stands in between.
        f"UPDATE `InstallExecuteSequence` SET `Sequence`={OLD_GOES} WHERE `Action`='RemoveExistingProducts'",
        f"UPDATE `CustomAction` SET `Type`={SET_PROPERTY}",
    )
    _told("msibuild", str(made), *(word for query in queries for word in ("-q", query)))
    package_code = f"{{{str(uuid.uuid4()).upper()}}}"  # of this very file; new in each build, as Windows Installer wants
    _told("msibuild", str(made), "-s", make_wxs.PROPERTIES["ARPCOMMENTS"], make_wxs.NAME, TEMPLATE, package_code)


def faults(file: Path, folder: Path, version: str) -> Iterator[str]:
    """A sentence for each thing in the tables of `file` that is not as it should be."""
    msi = Msi(file)
    yield from _what_is_in_it(msi, make_wxs.files_in(folder))
    yield from _who_it_is(msi, version)
    yield from _what_it_does(msi)
    yield from _what_it_never_does(msi)
    if file.stat().st_size > MOST:
        yield f"The .msi has {file.stat().st_size} bytes; at most {MOST} are wanted."


def _differs(what: str, found: object, wanted: object) -> Iterator[str]:
    if found != wanted:
        yield f"{what}: {found!r} instead of {wanted!r}."


def _what_is_in_it(msi: Msi, files: Sequence[str]) -> Iterator[str]:
    guids = {make_wxs.name_in_msi("c", path): make_wxs.guid(path) for path in files}
    found = msi.pairs("Component", "Component", "ComponentId")
    yield from _differs("Components that are no file", set(found) - set(guids), EXTRA)
    for path, component in zip(files, guids, strict=True):
        yield from _differs(f"Component of {path}", found.get(component), f"{{{guids[component]}}}")
    yield from _differs("Number of files", len(msi.rows("File")), len(files))
    featured = {row["Component_"] for row in msi.rows("FeatureComponents")}
    yield from _differs("Components that are not installed", set(found) - featured, set())
    yield from (
        f"Component {row['Component']} is not for 64 bit."
        for row in msi.rows("Component")
        if not int(row["Attributes"]) & BITS_64
    )


def _who_it_is(msi: Msi, version: str) -> Iterator[str]:
    wanted = {
        "UpgradeCode": f"{{{make_wxs.UPGRADE_CODE}}}", "ProductVersion": version, "ProductName": make_wxs.NAME,
        "Manufacturer": make_wxs.NAME, "ProductLanguage": "1030", "ALLUSERS": "1", **make_wxs.PROPERTIES,
    }  # fmt: skip
    properties = msi.pairs("Property", "Property", "Value")
    for name, value in wanted.items():
        yield from _differs(name, properties.get(name), value)
    secure = set(properties.get("SecureCustomProperties", "").split(";"))
    yield from _differs("SecureCustomProperties", secure, set(SECURE))
    yield from _differs("Template", msi.summary().get("Template"), TEMPLATE)
    codes = {row["UpgradeCode"] for row in msi.rows("Upgrade")}
    yield from _differs("Products it replaces", codes, {wanted["UpgradeCode"]})
    older = [row for row in msi.rows("Upgrade") if row["ActionProperty"] == "WIX_UPGRADE_DETECTED"]
    yield from _differs("What it replaces", [(one["VersionMax"], one["Attributes"]) for one in older], [(version, UPGRADE)])


def _what_it_does(msi: Msi) -> Iterator[str]:
    conditions = msi.pairs("Component", "Component", "Condition")
    wanted = {name: make_wxs.DESKTOP_WANTED if name == "DesktopShortcut" else "" for name in conditions}
    yield from _differs("Conditions of components", conditions, wanted)
    launch = msi.pairs("LaunchCondition", "Condition", "Description")
    wanted = {"NOT WIX_DOWNGRADE_DETECTED": make_wxs.NEWER, make_wxs.WINDOWS: make_wxs.TOO_OLD}
    yield from _differs("Conditions to begin at all", launch, wanted)
    links = sorted((row["Directory_"], row["Name"], row["Arguments"]) for row in msi.rows("Shortcut"))
    menu = [("MENUDIR", name, arguments) for name, arguments, _ in make_wxs.SHORTCUTS]
    yield from _differs("Shortcuts", links, sorted([*menu, ("DesktopFolder", make_wxs.NAME, "")]))
    searches = {(row["Key"], row["Name"], row["Type"]) for row in msi.rows("RegLocator")}
    raw_in_64_bit = "18"
    asked = [make_wxs.BUILD[1:], *((make_wxs.KEY, name) for name in make_wxs.REMEMBERED.values())]
    yield from _differs("What is looked up", searches, {(*place, raw_in_64_bit) for place in asked})
    kept = {(action, when, str(place)) for action, _, _, when, place in make_wxs.KEPT}
    for table in ("InstallUISequence", "InstallExecuteSequence"):
        rows = {(row["Action"], row["Condition"], row["Sequence"]) for row in msi.rows(table)}
        yield from _differs(f"Actions missing from {table}", kept - rows, set())
    places = msi.pairs("InstallExecuteSequence", "Action", "Sequence")
    yield from _differs("Place of RemoveExistingProducts", places.get("RemoveExistingProducts"), OLD_GOES)
    yield from _differs("Place of ARPINSTALLLOCATION", places.get("TellFolder"), "1001")


def _what_it_never_does(msi: Msi) -> Iterator[str]:
    """No service, no autostart, no program started, no data of users."""
    yield from (f"It holds {table}." for table in ("ServiceInstall", "ServiceControl", "MsiEmbeddedUI") if msi.rows(table))
    actions = {(row["Action"], row["Type"]) for row in msi.rows("CustomAction")}
    wanted = {(action, SET_PROPERTY) for action in ("TellFolder", *(one[0] for one in make_wxs.KEPT))}
    yield from _differs("Custom actions, which may only set a property", actions, wanted)
    for row in msi.rows("Registry"):
        ours = row["Key"] == make_wxs.KEY or row["Key"].startswith(make_wxs.CLASSES + "\\")
        if row["Root"] != "2" or not ours:
            yield f"It writes outside its own part of the registry: {row['Key']}."
    standard = {"TARGETDIR", "ProgramFiles64Folder", "ProgramMenuFolder", "DesktopFolder"}
    roots = {row["Directory"] for row in msi.rows("Directory") if row["Directory_Parent"] in ("", "TARGETDIR")}
    yield from _differs("Folders of Windows it goes to", roots, standard)
    removed = {(row["DirProperty"], row["FileName"]) for row in msi.rows("RemoveFile")}
    yield from _differs("What uninstalling removes beside its own files", removed, {("MENUDIR", "")})


def compare(one: Mapping[str, str], other: Mapping[str, str]) -> dict[str, list[str]]:
    """Components (id -> GUID) of two builds -> ids under "kept", "changed", "added", "gone"."""
    both = one.keys() & other.keys()
    return {
        "kept": sorted(name for name in both if one[name] == other[name]),
        "changed": sorted(name for name in both if one[name] != other[name]),
        "added": sorted(other.keys() - one.keys()),
        "gone": sorted(one.keys() - other.keys()),
    }


def _say(table: Iterable[tuple[str, object]]) -> None:
    for name, value in table:
        print(f"  {name:<14}{value}")


def _verdict(file: Path, folder: Path, version: str) -> int:
    found = list(faults(file, folder, version))
    msi = Msi(file)
    _say([
        ("file", file.name), ("version", version), ("files", len(msi.rows("File"))), ("components", len(msi.rows("Component"))),
        ("bytes", file.stat().st_size), ("tables", "as wanted" if not found else f"{len(found)} faults"),
    ])  # fmt: skip
    print(*found, sep="\n", end="\n" if found else "", file=sys.stderr)
    return 1 if found else 0


def _compare(words: list[str]) -> int:
    parser = argparse.ArgumentParser(prog="make_msi.py compare", description="Whether two .msi agree on their components")
    parser.add_argument("one", type=Path)
    parser.add_argument("other", type=Path)
    said = parser.parse_args(words)
    found = compare(*(Msi(file).pairs("Component", "Component", "ComponentId") for file in (said.one, said.other)))
    _say((name, len(ids)) for name, ids in found.items())
    if found["changed"] or not found["kept"]:
        print("The component GUIDs do not agree: an upgrade would not replace these files.", file=sys.stderr)
        return 1
    return 0


def _check(words: list[str]) -> int:
    parser = argparse.ArgumentParser(prog="make_msi.py check", description="Read an .msi back")
    parser.add_argument("file", type=Path)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--version", required=True)
    said = parser.parse_args(words)
    return _verdict(said.file, said.folder, said.version)


def _build(words: list[str]) -> int:
    parser = argparse.ArgumentParser(description="The frozen folder as a checked .msi; also: make_msi.py check, make_msi.py compare")
    parser.add_argument("folder", type=Path)
    parser.add_argument("--version", required=True)
    parser.add_argument("--out", type=Path, metavar="FILE.msi", help=f"default: {make_wxs.NAME}-VERSION-x64{UNSIGNED}.msi here")
    parser.add_argument("--icon", type=Path, default=make_wxs.ICON)
    said = parser.parse_args(words)
    out = said.out or Path(f"{make_wxs.NAME}-{said.version}-x64{UNSIGNED}.msi")
    build(said.folder, said.version, out, said.icon)
    return _verdict(out, said.folder, said.version)


def main(words: list[str]) -> int:
    """Build, check or compare; 0, or 1 with a sentence."""
    commands = {"check": _check, "compare": _compare}
    try:
        return commands[words[0]](words[1:]) if words and words[0] in commands else _build(words)
    except BadFolder as fault:
        print(fault, file=sys.stderr)
    except FileNotFoundError as fault:
        print(f"Not found: {fault.filename}. wixl, msibuild and msiinfo are in Debian's packages wixl and msitools.", file=sys.stderr)
    except subprocess.CalledProcessError as fault:
        print(f"{fault.cmd[0]} failed: {(fault.stderr or '').strip()}", file=sys.stderr)
    return 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
