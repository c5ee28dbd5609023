# SPDX-License-Identifier: EUPL-1.2
"""A small made-up folder -> the .msi's source, its tables, the setup and the zip are as IT may rely on.

The WiX 5 dialect is read here, not compiled: that takes WiX on Windows, where build_on_windows.ps1 does it.
"""

import shutil
import subprocess
import sys
import uuid
import zipfile
from pathlib import Path
from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st

WINDOWS = Path(__file__).parents[2] / "packaging" / "windows"
sys.path.insert(0, str(WINDOWS))  # scripts, no package: they find each other as they do when run

import make_msi  # noqa: E402
import make_wxs  # noqa: E402
import make_zip  # noqa: E402

FILES = (
    "Seniorsamtale.exe",
    "LICENSE.txt",
    "_internal/Qt6Core.dll",
    "_internal/et langt navn, æøå & 'tegn'.txt",
    "_internal/PySide6/translations/qtbase_da.qm",
    "policy/Seniorsamtale.admx",
)
EXTRA = {"Registry", "StartMenu", "DesktopShortcut"}

needs_wixl = pytest.mark.skipif(
    not all(map(shutil.which, ("wixl", "msibuild", "msiinfo"))), reason="wixl and msitools make and read the .msi; prepare.sh windows installs them"
)
needs_nsis = pytest.mark.skipif(not shutil.which("makensis"), reason="makensis makes setup.exe; prepare.sh windows installs it")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder like a frozen one."""
    place = tmp_path / "Seniorsamtale"
    for name in FILES:
        file = place / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(name.encode() * 100)
    return place


def parsed(folder: Path, dialect: str) -> ElementTree.Element:
    """The source, read back."""
    return ElementTree.fromstring(make_wxs.make(folder, "1.2.3", make_wxs.DIALECTS[dialect], folder.parent))


def components(root: ElementTree.Element) -> dict[str, str]:
    """Component id -> GUID."""
    return {one.attrib["Id"]: one.attrib["Guid"] for one in root.iterfind(".//{*}Component")}


@pytest.mark.parametrize("dialect", ["wix3", "wix5"])
def test_each_file_is_one_component_and_all_are_installed(folder: Path, dialect: str) -> None:
    """installer.md: component count = file count, beside the three that are no file."""
    root = parsed(folder, dialect)
    found = components(root)
    assert set(found) > EXTRA and len(found) == len(FILES) + len(EXTRA)
    assert len(set(found.values())) == len(found)
    assert {one.attrib["Name"] for one in root.iterfind(".//{*}File")} == {Path(name).name for name in FILES}
    assert {one.attrib["Id"] for one in root.iterfind(".//{*}ComponentRef")} == set(found)
    assert {one.tag.partition("}")[0][1:] for one in root.iter()} == {make_wxs.DIALECTS[dialect].namespace}


def test_both_dialects_say_the_same(folder: Path) -> None:
    """The .msi that is tried here and the one that is released differ in their maker only."""
    three, five = parsed(folder, "wix3"), parsed(folder, "wix5")
    assert components(three) == components(five)
    for tag, names in (("Shortcut", ("Id", "Name", "Arguments", "Target")), ("RegistryValue", ("Key", "Name", "Value"))):
        told = [[[one.attrib.get(name) for name in names] for one in root.iterfind(f".//{{*}}{tag}")] for root in (three, five)]
        assert told[0] == told[1] and told[0]


def test_a_file_more_changes_no_other_component(folder: Path) -> None:
    """Windows Installer counts on it when it upgrades."""
    before = components(parsed(folder, "wix3"))
    (folder / "_internal" / "aa_new.pyd").write_bytes(b"new")
    after = components(parsed(folder, "wix3"))
    told = make_msi.compare(before, after)
    assert (len(told["kept"]), len(told["added"]), told["changed"], told["gone"]) == (len(before), 1, [], [])


def test_the_guids_are_those_of_release_one() -> None:
    """Fixed for the life of the product: a change here leaves old versions lying beside the new."""
    assert make_wxs.UPGRADE_CODE == "D4E5A1C8-6B0F-4C37-9B52-0E7C5F1A93D6"
    assert make_wxs.guid("Seniorsamtale.exe") == "72108A68-980B-5349-B013-E08CC42B788D"
    assert make_wxs.guid("registry:") == "FB996FAC-4008-57BB-B221-6B734381B205"


@given(st.lists(st.text(st.characters(codec="utf-8"), min_size=1, max_size=300), min_size=1, max_size=5, unique=True))
def test_any_name_makes_an_identifier_windows_installer_takes(paths: list[str]) -> None:
    """A letter first, letters and digits, at most 72; and never the same for two paths."""
    ids = [make_wxs.name_in_msi("c", path) for path in paths]
    assert all(one[0] == "c" and one.isascii() and one.isalnum() and len(one) <= 72 for one in ids)
    assert len(set(ids)) == len(paths) == len({uuid.UUID(make_wxs.guid(path)) for path in paths})


@pytest.mark.parametrize("name", ["_internal/a?b.txt", "_internal/$(env.x)", "_internal/end ", "LICENSE.TXT"])
def test_a_name_windows_cannot_hold_is_refused(folder: Path, name: str) -> None:
    """Better here, with the name, than on somebody's computer."""
    (folder / name).write_bytes(b"")
    if len(list(folder.rglob("*.*"))) == len(FILES) and name == "LICENSE.TXT":
        pytest.skip("this file system does not tell a from A, so the two files cannot be made")
    with pytest.raises(make_wxs.BadFolder):
        parsed(folder, "wix3")


@pytest.mark.parametrize("version", ["1.2", "1.2.3.4", "1.2.3rc1", "256.0.0", "1.0.65536", "01.0.0", "١.٠.٠", ""])
def test_a_version_windows_installer_cannot_compare_is_refused(version: str) -> None:
    """It ignores a fourth number, and reads the rest as numbers."""
    with pytest.raises(make_wxs.BadFolder):
        make_wxs.checked(version)


def test_a_folder_without_the_program_is_refused(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """With a sentence and 1."""
    (folder / "Seniorsamtale.exe").unlink()
    words = [str(folder), "--version", "1.0.0", "--out", str(folder.parent / "out")]
    assert make_wxs.main(words) == 1
    assert "Seniorsamtale.exe" in capsys.readouterr().err


@pytest.mark.slow
@needs_wixl
def test_the_tables_are_as_wanted_and_two_builds_agree(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Build, read back, compare; a version with one file more keeps all others."""
    one, other, later = (folder.parent / name for name in ("one.msi", "other.msi", "later.msi"))
    assert make_msi.main([str(folder), "--version", "1.0.0", "--out", str(one)]) == 0
    assert make_msi.main([str(folder), "--version", "1.0.0", "--out", str(other)]) == 0
    (folder / "_internal" / "new.pyd").write_bytes(b"new")
    assert make_msi.main([str(folder), "--version", "1.1.0", "--out", str(later)]) == 0
    capsys.readouterr()
    for built, added in ((other, 0), (later, 1)):
        assert make_msi.main(["compare", str(one), str(built)]) == 0
        told = dict(line.split() for line in capsys.readouterr().out.splitlines())
        assert told == {"kept": str(len(FILES) + len(EXTRA)), "changed": "0", "added": str(added), "gone": "0"}


@pytest.mark.slow
@needs_wixl
@pytest.mark.parametrize(
    ("query", "said"),
    [
        ("UPDATE `Component` SET `Condition`='' WHERE `Component`='DesktopShortcut'", "Conditions of components"),
        ("UPDATE `Property` SET `Value`='INSTALLDIR' WHERE `Property`='SecureCustomProperties'", "SecureCustomProperties"),
        ("UPDATE `Property` SET `Value`='2' WHERE `Property`='ALLUSERS'", "ALLUSERS"),
        ("UPDATE `InstallExecuteSequence` SET `Sequence`=6601 WHERE `Action`='RemoveExistingProducts'", "RemoveExistingProducts"),
        ("INSERT INTO `CustomAction` (`Action`, `Type`, `Source`, `Target`) VALUES ('Launch', 34, 'INSTALLDIR', 'x.exe')", "Custom actions"),
        (
            "INSERT INTO `Registry` (`Registry`, `Root`, `Key`, `Name`, `Value`, `Component_`)"
            " VALUES ('run', 2, 'Software\\Microsoft\\Windows\\CurrentVersion\\Run', 'S', 'x', 'Registry')",
            "outside its own part",
        ),
    ],
)
def test_a_planted_fault_in_the_tables_is_found(folder: Path, query: str, said: str) -> None:
    """The check would see what must never be in there."""
    built = folder.parent / "a.msi"
    make_msi.build(folder, "1.0.0", built)
    assert list(make_msi.faults(built, folder, "1.0.0")) == []
    subprocess.run(["msibuild", str(built), "-q", query], check=True)
    assert [one for one in make_msi.faults(built, folder, "1.0.0") if said in one]


@pytest.mark.slow
@needs_wixl
def test_the_msi_holds_the_very_files(folder: Path, tmp_path: Path) -> None:
    """Taken out again they are the same bytes in the same places."""
    built, out = tmp_path / "a.msi", tmp_path / "out"
    make_msi.build(folder, "1.0.0", built)
    subprocess.run(["msiextract", "-C", str(out), str(built)], check=True, capture_output=True)
    (program,) = out.rglob("Seniorsamtale.exe")
    found = {file.relative_to(program.parent).as_posix(): file.read_bytes() for file in program.parent.rglob("*") if file.is_file()}
    assert found == {name: (folder / name).read_bytes() for name in FILES}


@pytest.mark.slow
@needs_nsis
def test_the_setup_compiles_for_64_bit(folder: Path, tmp_path: Path) -> None:
    """Without a warning; what it does on Windows is tried by make windows."""
    built = tmp_path / "Seniorsamtale-1.0.0-setup.exe"
    words = ["-V2", "-WX", "-DVERSION=1.0.0", f"-DFOLDER={folder}", f"-DOUT={built}"]
    told = subprocess.run(["makensis", *words, str(WINDOWS / "setup.nsi")], capture_output=True, text=True, check=False)
    assert told.returncode == 0, told.stdout + told.stderr
    head = built.read_bytes()
    begin = int.from_bytes(head[0x3C:0x40], "little")
    assert head[begin : begin + 6] == b"PE\0\0\x64\x86"


def test_the_setup_says_the_same_as_the_msi() -> None:
    """Names, arguments and file types of the two ways to install."""
    text = (WINDOWS / "setup.nsi").read_text(encoding="utf-8")
    for name, arguments, _ in make_wxs.SHORTCUTS:
        given = f' "{arguments}"' if arguments else ""
        assert f'\\{name}.lnk" "$INSTDIR\\${{NAME}}.exe"{given}\n' in text
    for ending, kind, said in make_wxs.FILE_TYPES:
        assert f'FileType "{ending}" "{kind.partition(".")[2]}" "{said}"' in text
    assert "RequestExecutionLevel user" in text


def test_the_zip_is_the_same_each_time(folder: Path, tmp_path: Path) -> None:
    """All files, the flag and the Danish words; times and order do not matter."""
    one, other = tmp_path / "one.zip", tmp_path / "other.zip"
    make_zip.make(folder, one)
    for file in folder.rglob("*.*"):
        file.touch()
    make_zip.make(folder, other)
    assert one.read_bytes() == other.read_bytes()
    with zipfile.ZipFile(one) as packed:
        names = {name.removeprefix("Seniorsamtale/") for name in packed.namelist()}
        assert names == {*FILES, make_zip.FLAG, make_zip.READ_ME}
        assert "AllowPortable" in packed.read(f"Seniorsamtale/{make_zip.READ_ME}").decode("utf-8-sig")
