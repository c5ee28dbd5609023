# SPDX-License-Identifier: EUPL-1.2
"""The frozen folder and a version -> Seniorsamtale.wxs: what the .msi installs, told in WiX 3 (wixl) or WiX 5.

One component per file. Its id and GUID follow from the path inside the folder alone, so they are the same in every
build and in every version: Windows Installer counts on that. Nothing here starts a program, a service or an autostart,
and nothing names the folder where talks are kept.
"""

import argparse
import hashlib
import os
import re
import sys
import uuid
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from xml.etree import ElementTree

NAME = "Seniorsamtale"
EXE = "Seniorsamtale.exe"
UPGRADE_CODE = "D4E5A1C8-6B0F-4C37-9B52-0E7C5F1A93D6"
GUIDS = uuid.UUID("7f0d3c52-90a4-4b8e-8f61-2d5b9c6e41aa")
"""UPGRADE_CODE and GUIDS are fixed for the life of the product: another one, and the old version stays beside the new."""
ICON = Path(__file__).parents[2] / "resources" / "icons" / "app.ico"
KEY = rf"Software\{NAME}"
CLASSES = r"Software\Classes"

NEWER = "En nyere udgave af Seniorsamtale er allerede installeret."
TOO_OLD = "Seniorsamtale kræver Windows 10 (1809) eller nyere, 64 bit."
WINDOWS = "Installed OR (VersionNT64 >= 603 AND WINDOWSBUILD >= 17763)"
"""Windows 10 and 11 never say more than 603 to an installer, and 8.1 says the same: the build number tells them apart."""
BUILD = ("WINDOWSBUILD", r"SOFTWARE\Microsoft\Windows NT\CurrentVersion", "CurrentBuildNumber")
"""Public property, key, value; 17763 is 1809."""
KEPT_FOLDER = "NOT INSTALLDIR AND RememberedFolder"
KEPT_DESKTOP = "NOT DESKTOPSHORTCUT AND RememberedDesktop"
DESKTOP_WANTED = 'DESKTOPSHORTCUT="1"'
"""Not "is it set": 0 takes the shortcut away."""

PROPERTIES = {
    "ARPPRODUCTICON": f"{NAME}.ico",
    "ARPNOMODIFY": "1",
    "ARPCOMMENTS": "Seniorsamtale for medarbejdere",
    "ARPCONTACT": "Din IT-afdeling",
    # Every file is written, whatever stands there: without it Windows keeps the old version's binaries when their
    # version is not lower, and then takes them away with the old version.
    "REINSTALLMODE": "amus",
}
REMEMBERED = {"RememberedFolder": "InstallDir", "RememberedDesktop": "Desktop"}
"""Private property -> value under KEY; looked up before an upgrade."""
KEPT = (
    ("KeepFolder", "INSTALLDIR", "[RememberedFolder]", KEPT_FOLDER, 51),
    ("KeepDesktop", "DESKTOPSHORTCUT", "[RememberedDesktop]", KEPT_DESKTOP, 52),
)
"""Action, property it sets, to what, when, its place right after AppSearch (50)."""

SHORTCUTS = (
    ("Seniorsamtale", "", "Seniorsamtale for medarbejdere"),
    ("Seniorsamtale HR", "--window hr", "HR's tal fra seniorsamtalerne"),
    ("Kontrollér et referat", "--window verify", "Se om et underskrevet referat er uændret"),
)
"""Name in the start menu, arguments, what is said on pointing at it."""
FILE_TYPES = (
    (".seniorbackup", f"{NAME}.Backup", "Sikkerhedskopi af Seniorsamtale"),
    (".seniorpack", f"{NAME}.Pack", "HR-pakke til Seniorsamtale"),
)

XML = Mapping[str, str]
IMPOSSIBLE = re.compile(r'[\x00-\x1f<>:"/\\|?*]|\$\(|[ .]$')
"""What Windows allows in no file name, and what WiX would read as a variable."""


class BadFolder(Exception):
    """The folder cannot become an .msi; the sentence says why."""


@dataclass(frozen=True, slots=True)
class Dialect:
    """The words in which WiX 3 and WiX 5 differ."""

    five: bool

    @property
    def namespace(self) -> str:
        """Of every element."""
        return "http://wixtoolset.org/schemas/v4/wxs" if self.five else "http://schemas.microsoft.com/wix/2006/wi"

    @property
    def standard_folder(self) -> str:
        """The element for a folder that Windows names."""
        return "StandardDirectory" if self.five else "Directory"

    @property
    def bits(self) -> XML:
        """64 bit, on a component or a search."""
        return {"Bitness": "always64"} if self.five else {"Win64": "yes"}

    def source(self, file: Path, beside: Path) -> str:
        """How `file` is named in a .wxs that lies in `beside`: wixl takes no absolute name, other drives no relative one."""
        return str(file.resolve()) if self.five else os.path.relpath(file.resolve(), beside.resolve())


DIALECTS = {"wix3": Dialect(five=False), "wix5": Dialect(five=True)}


def name_in_msi(letter: str, path: str) -> str:
    """An identifier of the .msi for `path` inside the folder: a letter and 32 digits, whatever the name is made of."""
    return letter + hashlib.sha256(path.encode()).hexdigest()[:32]


def guid(path: str) -> str:
    """The component's GUID for `path` inside the folder (with "/")."""
    return str(uuid.uuid5(GUIDS, path)).upper()


def files_in(folder: Path) -> list[str]:
    """Paths of all files, with "/", in order. Raises BadFolder for what Windows could not hold, or no program."""
    found = sorted(file.relative_to(folder).as_posix() for file in folder.rglob("*") if not file.is_dir())
    if EXE not in found:
        raise BadFolder(f"{folder} holds no {EXE}.")
    seen: dict[str, str] = {}
    for path in found:
        if any(IMPOSSIBLE.search(part) for part in PurePosixPath(path).parts):
            raise BadFolder(f"Windows can hold no file of this name: {path!r}.")
        if (other := seen.setdefault(path.casefold(), path)) != path:
            raise BadFolder(f"On Windows these two are one file: {other!r} and {path!r}.")
    return found


def checked(version: str) -> str:
    """`version` if Windows Installer can compare it: three numbers up to 255.255.65535. Raises BadFolder."""
    parts = re.fullmatch(r"(0|[1-9]\d*)\.(0|[1-9]\d*)\.(0|[1-9]\d*)", version, re.ASCII)
    if not parts or any(int(part) > most for part, most in zip(parts.groups(), (255, 255, 65535), strict=True)):
        raise BadFolder(f"A version for Windows Installer is three numbers up to 255.255.65535, not {version!r}.")
    return version


def make(folder: Path, version: str, dialect: Dialect, beside: Path, icon: Path = ICON) -> bytes:
    """The whole .wxs, to lie in the folder `beside`. Raises BadFolder."""
    files = files_in(folder)
    if not icon.is_file():
        raise BadFolder(f"The icon is missing: {icon}.")
    ElementTree.register_namespace("", dialect.namespace)
    root = ElementTree.Element(f"{{{dialect.namespace}}}Wix")
    package = _package(root, checked(version), dialect)
    _properties(package, dialect.source(icon, beside), dialect)
    components: list[str] = []
    top = package if dialect.five else _in(package, "Directory", Id="TARGETDIR", Name="SourceDir")
    folders = ("ProgramFiles64Folder", "ProgramMenuFolder", "DesktopFolder")
    programs, menu, desktop = (_in(top, dialect.standard_folder, Id=name) for name in folders)
    program = _in(programs, "Directory", Id="INSTALLDIR", Name=NAME)
    sources = {path: dialect.source(folder / path, beside) for path in files}
    _files(program, sources, components, dialect)
    _registry(program, version, components, dialect)
    _menu(_in(menu, "Directory", Id="MENUDIR", Name=NAME), components, dialect)
    _desktop(desktop, components, dialect)
    feature = _in(package, "Feature", Id="All", Title=NAME, Level="1")
    for component in components:
        _in(feature, "ComponentRef", Id=component)
    ElementTree.indent(root)
    return ElementTree.tostring(root, encoding="utf-8", xml_declaration=True) + b"\n"


def _in(parent: ElementTree.Element, tag: str, /, **attributes: str) -> ElementTree.Element:
    """A new element inside `parent`, in its namespace."""
    return ElementTree.SubElement(parent, parent.tag.rpartition("}")[0] + "}" + tag, attributes)


def _package(root: ElementTree.Element, version: str, dialect: Dialect) -> ElementTree.Element:
    about = {
        "Name": NAME, "Manufacturer": NAME, "Version": version, "UpgradeCode": UPGRADE_CODE,
        "Language": "1030", "Codepage": "65001",
    }  # fmt: skip
    said = {"Description": PROPERTIES["ARPCOMMENTS"], "Keywords": "Installer"}
    if dialect.five:
        package = _in(root, "Package", **about, Scope="perMachine", InstallerVersion="500", Compressed="yes")
        _in(package, "SummaryInformation", **said, Manufacturer=NAME)
        # Inside the transaction: when the new version fails, the old one comes back.
        _in(package, "MajorUpgrade", DowngradeErrorMessage=NEWER, AllowSameVersionUpgrades="yes", Schedule="afterInstallInitialize")
        _in(package, "MediaTemplate", EmbedCab="yes", CompressionLevel="high")
        _in(package, "Launch", Condition=WINDOWS, Message=TOO_OLD)
    else:
        package = _in(root, "Product", Id="*", **about)
        _in(package, "Package", InstallerVersion="500", InstallScope="perMachine", Compressed="yes", Manufacturer=NAME, **said)
        _in(package, "MajorUpgrade", DowngradeErrorMessage=NEWER)
        _in(package, "Media", Id="1", Cabinet="program.cab", EmbedCab="yes")
        _in(package, "Condition", Message=TOO_OLD).text = WINDOWS
    return package


def _properties(package: ElementTree.Element, icon: str, dialect: Dialect) -> None:
    """Properties, the two remembered choices, and the actions that only set a property."""
    _in(package, "Icon", Id=PROPERTIES["ARPPRODUCTICON"], SourceFile=icon)
    for name, value in PROPERTIES.items():
        _in(package, "Property", Id=name, Value=value)
    secure = {BUILD[0]: {"Secure": "yes"}} if dialect.five else {}
    for name, key, value in (*((name, KEY, value) for name, value in REMEMBERED.items()), BUILD):
        search = {"Id": f"Search{value}", "Root": "HKLM", "Key": key, "Name": value, "Type": "raw"}
        _in(_in(package, "Property", Id=name, **secure.get(name, {})), "RegistrySearch", **search, **dialect.bits)
    if dialect.five:
        for name in ("INSTALLDIR", "DESKTOPSHORTCUT"):
            _in(package, "Property", Id=name, Secure="yes")
        for action, name, value, when, _ in KEPT:
            _in(package, "SetProperty", Id=name, Action=action, Value=value, After="AppSearch", Sequence="both", Condition=when)
        _in(package, "SetProperty", Id="ARPINSTALLLOCATION", Value="[INSTALLDIR]", After="CostFinalize", Sequence="execute")
        return
    for action, name, value, _, _ in KEPT:
        _in(package, "CustomAction", Id=action, Property=name, Value=value)
    _in(package, "CustomAction", Id="TellFolder", Property="ARPINSTALLLOCATION", Value="[INSTALLDIR]")
    # With a full user interface the search is made only in its own sequence, so the choice is copied there as well.
    for sequence in ("InstallUISequence", "InstallExecuteSequence"):
        actions = _in(package, sequence)
        for action, _, _, when, place in KEPT:
            _in(actions, "Custom", Action=action, Sequence=str(place)).text = when
    _in(actions, "Custom", Action="TellFolder", Sequence="1001")


def _component(place: ElementTree.Element, name: str, key: str, listed: list[str], dialect: Dialect, **more: str) -> ElementTree.Element:
    listed.append(name)
    return _in(place, "Component", Id=name, Guid=guid(key), **dialect.bits, **more)


def _files(program: ElementTree.Element, sources: Mapping[str, str], listed: list[str], dialect: Dialect) -> None:
    """A component for each file. sources: path inside the folder -> where it lies now."""
    places = {PurePosixPath("."): program}

    def place_of(path: PurePosixPath) -> ElementTree.Element:
        if path not in places:
            places[path] = _in(place_of(path.parent), "Directory", Id=name_in_msi("d", str(path)), Name=path.name)
        return places[path]

    for path, source in sources.items():
        where = PurePosixPath(path)
        component = _component(place_of(where.parent), name_in_msi("c", path), path, listed, dialect)
        _in(component, "File", Id=name_in_msi("f", path), Name=where.name, Source=source, KeyPath="yes")


def _value(component: ElementTree.Element, key: str, value: str, name: str = "", **more: str) -> None:
    """A text in the registry of the computer; without a name the key's own value."""
    named = {"Name": name} if name else {}
    _in(component, "RegistryValue", Root="HKLM", Key=key, **named, Value=value, Type="string", **more)


def _registry(program: ElementTree.Element, version: str, listed: list[str], dialect: Dialect) -> None:
    """What IT's detection reads, what the next version remembers, and the file types."""
    component = _component(program, "Registry", "registry:", listed, dialect)
    _value(component, KEY, "[INSTALLDIR]", "InstallDir", KeyPath="yes")
    _value(component, KEY, version, "Version")
    _value(component, KEY, "[DESKTOPSHORTCUT]", "Desktop")
    for ending, kind, said in FILE_TYPES:
        _value(component, rf"{CLASSES}\{ending}", kind)
        _value(component, rf"{CLASSES}\{kind}", said)
        _value(component, rf"{CLASSES}\{kind}\DefaultIcon", f'"[INSTALLDIR]{EXE}",0')
        _value(component, rf"{CLASSES}\{kind}\shell\open\command", f'"[INSTALLDIR]{EXE}" open "%1"')


def _shortcut(component: ElementTree.Element, key: str, name: str, arguments: str, said: str) -> None:
    given = {"Arguments": arguments} if arguments else {}
    target = {"Target": f"[INSTALLDIR]{EXE}", "WorkingDirectory": "INSTALLDIR"}
    _in(component, "Shortcut", Id=name_in_msi("s", key + name), Name=name, Description=said, **target, **given)


def _menu(menu: ElementTree.Element, listed: list[str], dialect: Dialect) -> None:
    component = _component(menu, "StartMenu", "menu:", listed, dialect)
    for shortcut in SHORTCUTS:
        _shortcut(component, "menu:", *shortcut)
    _in(component, "RemoveFolder", Id="MENUDIR", On="uninstall")
    _value(component, KEY, "1", "StartMenu", KeyPath="yes")


def _desktop(desktop: ElementTree.Element, listed: list[str], dialect: Dialect) -> None:
    """Only where wanted. wixl knows no condition on a component: make_msi.py sets it afterwards."""
    more = {"Condition": DESKTOP_WANTED, "Transitive": "yes"} if dialect.five else {}
    component = _component(desktop, "DesktopShortcut", "desktop:", listed, dialect, **more)
    _shortcut(component, "desktop:", *SHORTCUTS[0])
    _value(component, KEY, "1", "DesktopShortcut", KeyPath="yes")


def main(words: list[str]) -> int:
    """Write DIR/Seniorsamtale.wxs; 0, or 1 with a sentence."""
    parser = argparse.ArgumentParser(description="The frozen folder as WiX source")
    parser.add_argument("folder", type=Path)
    parser.add_argument("--version", required=True)
    parser.add_argument("--out", type=Path, required=True, metavar="DIR")
    parser.add_argument("--dialect", choices=tuple(DIALECTS), default="wix3")
    parser.add_argument("--icon", type=Path, default=ICON)
    said = parser.parse_args(words)
    try:
        text = make(said.folder, said.version, DIALECTS[said.dialect], said.out, said.icon)
    except BadFolder as fault:
        print(fault, file=sys.stderr)
        return 1
    said.out.mkdir(parents=True, exist_ok=True)
    (said.out / f"{NAME}.wxs").write_bytes(text)
    print(said.out / f"{NAME}.wxs")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
