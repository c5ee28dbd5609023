# SPDX-License-Identifier: EUPL-1.2
"""A folder as the freezer leaves it -> good, or the sentence for each thing that must not be there or is missing."""

import re
import sys
import tarfile
from pathlib import Path

import pytest

PACKAGING = Path(__file__).parents[2] / "packaging"
sys.path.insert(0, str(PACKAGING))

import build  # noqa: E402
import bundle_check  # noqa: E402
from bundle_rules import EXCLUDED, NEEDED, why_not  # noqa: E402


@pytest.fixture(params=["win32", "linux"])
def frozen(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    """The least folder that is good, for either system."""
    folder = tmp_path / "Seniorsamtale"
    program = "Seniorsamtale.exe" if request.param == "win32" else "Seniorsamtale"
    for name in (program, *(f"_internal/{one}" for one in (*NEEDED["all"], *NEEDED[request.param]))):
        put(folder / name)
    return folder


def put(file: Path, content: bytes = b"MZ") -> Path:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(content)
    return file


def test_a_whole_folder_is_good(frozen: Path) -> None:
    assert bundle_check.faults(frozen) == []


@pytest.mark.parametrize(
    ("name", "why"),
    [
        ("icuuc.dll", "stand-in"),
        ("icuuc73.dll", "stand-in"),
        ("api-ms-win-core-file-l1-2-0.dll", "part of Windows"),
        ("PySide6/opengl32sw.dll", "drawing in software"),
        ("PySide6/QtNetwork.pyd", "part of Qt"),
        ("PySide6/Qt6Network.dll", "part of Qt"),
        ("PySide6/Qt6Qml.dll", "part of Qt"),
        ("PySide6/plugins/tls/qschannelbackend.dll", "part of Qt"),
        ("PySide6/plugins/platforms/qdirect2d.dll", "part of Qt"),
        ("PySide6/Qt/plugins/platformthemes/libqgtk3.so", "part of Qt"),
        ("PySide6/Qt/lib/libQt6Network.so.6", "part of Qt"),
        ("libQt6Qml.so.6", "part of Qt"),
        ("PySide6/translations/qtbase_de.qm", "part of Qt"),
        ("PIL/_avif.cp312-win_amd64.pyd", "picture format"),
        ("_tkinter.pyd", "another toolkit"),
        ("sqlite3.dll", "plain database"),
    ],
)
def test_what_must_not_be_there_is_named(frozen: Path, name: str, why: str) -> None:
    put(frozen / "_internal" / name)
    (fault,) = bundle_check.faults(frozen)
    assert fault.startswith(f"{name}: ") and why in fault


@pytest.mark.parametrize(
    "name",
    [
        "PySide6/Qt6Core.dll", "PySide6/QtWidgets.pyd", "PySide6/Qt6SvgWidgets.dll", "PySide6/pyside6.abi3.dll", "PySide6/MSVCP140.dll",
        "PySide6/plugins/styles/qmodernwindowsstyle.dll", "PySide6/plugins/imageformats/qjpeg.dll", "PySide6/Qt/lib/libQt6DBus.so.6",
        "libQt6XcbQpa.so.6", "PySide6/Qt/lib/libicuuc.so.73", "sqlcipher3/_sqlite3.cp312-win_amd64.pyd", "python312.dll",
        "PySide6/translations/qtbase_en.qm", "libxcb-cursor.so.0",
    ],
)  # fmt: skip
def test_what_the_program_needs_goes_in(name: str) -> None:
    assert why_not(name) == "" and why_not(name.replace("/", "\\")) == ""


def test_each_file_it_cannot_do_without_is_missed(frozen: Path) -> None:
    """Among them Qt's own Danish words, without which a button reads "Cancel"."""
    for name in (*NEEDED["all"], *NEEDED[bundle_check.system_of(frozen)]):
        content = (frozen / "_internal" / name).read_bytes()
        (frozen / "_internal" / name).unlink()
        assert bundle_check.faults(frozen) == [f"{name} is missing"]
        put(frozen / "_internal" / name, content)
    assert any(name.endswith("qtbase_da.qm") for name in NEEDED["win32"]) and any(name.endswith("qtbase_da.qm") for name in NEEDED["linux"])


def test_a_folder_without_the_program_is_not_good(frozen: Path) -> None:
    for file in frozen.glob("Seniorsamtale*"):
        file.unlink()
    assert "Seniorsamtale is missing" in bundle_check.faults(frozen)


@pytest.mark.parametrize("frozen", ["win32"], indirect=True)
def test_a_library_from_nowhere_is_found(frozen: Path, tmp_path: Path) -> None:
    """Each is compared byte for byte with what was installed; without sources nothing is claimed."""
    wheels = tmp_path / "site-packages"
    put(wheels / "lxml" / "etree.pyd", b"MZ wheel")
    put(frozen / "_internal" / "lxml" / "etree.pyd", b"MZ wheel")
    known = put(wheels / "PySide6" / "plugins" / "platforms" / "qwindows.dll", b"MZ").parents[3]
    assert bundle_check.faults(frozen, [known]) == []
    put(frozen / "_internal" / "stray.dll", b"MZ stray")
    put(frozen / "_internal" / "lxml" / "etree.pyd", b"MZ changed")
    assert bundle_check.faults(frozen) == []
    assert bundle_check.faults(frozen, [known]) == [
        "_internal/lxml/etree.pyd: in no wheel, and not Python's", "_internal/stray.dll: in no wheel, and not Python's",
    ]  # fmt: skip


@pytest.mark.parametrize("mark", bundle_check.WINE)
def test_a_library_of_wine_is_found(frozen: Path, mark: bytes) -> None:
    put(frozen / "_internal" / "ole32.dll", b"MZ".ljust(64, b"\0") + mark)
    assert bundle_check.faults(frozen) == ["ole32.dll: a library of Wine's own"]


def test_too_much_is_too_much(frozen: Path) -> None:
    """A file of many holes weighs what it says."""
    with (frozen / "_internal" / "large.bin").open("wb") as file:
        file.truncate(260_000_000)
    (fault,) = bundle_check.faults(frozen)
    assert "MB are more than" in fault


def test_the_door_says_no_with_1(frozen: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert build.main(["check", str(frozen)]) == 0
    put(frozen / "_internal" / "icuuc.dll")
    assert build.main(["check", str(frozen)]) == 1
    assert "icuuc.dll: Windows brings it" in capsys.readouterr().err


def test_the_spec_freezes_a_folder_for_a_window_and_reads_nothing_twice() -> None:
    """What no frozen folder shows: no console, no UPX, no traceback on the screen, no path of this machine."""
    text = (PACKAGING / "senior_desktop.spec").read_text(encoding="utf-8")
    for word in ("console=False", "upx=False", "disable_windowed_traceback=True", "exclude_binaries=True", "version=version_resource("):
        assert word in text
    assert not re.search(r"""["'](/|[A-Za-z]:\\)""", text), "paths go out from the spec"
    assert {"tkinter", "unittest", "setuptools", "pip", "pydantic", "PIL._avif", "PySide6.QtNetwork", "keyrings.alt"} <= set(EXCLUDED)


def test_two_tarballs_of_one_folder_are_the_same_bytes(frozen: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whoever packed it and whenever: sorted, one date, nobody's."""
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)
    first, second = tmp_path / "one.tar.xz", tmp_path / "two.tar.xz"
    build.pack(frozen, first)
    for file in frozen.rglob("*"):
        file.touch()
    build.pack(frozen, second)
    assert first.read_bytes() == second.read_bytes()
    with tarfile.open(first) as packed:
        names = packed.getnames()
        assert names == sorted(names) and {one.uid for one in packed} == {0} and {one.mtime for one in packed} == {1767225600}
        assert names[0].startswith("Seniorsamtale-")
