# SPDX-License-Identifier: EUPL-1.2
"""The packages installed here -> notices that name each shipped one with its text, a valid list of parts, checksums."""

import json
import platform
import subprocess
import sys
import sysconfig
from importlib.metadata import distributions
from pathlib import Path

import pytest

PACKAGING = Path(__file__).parents[2] / "packaging"
sys.path.insert(0, str(PACKAGING))  # scripts, no package

import checksums  # noqa: E402
import notices  # noqa: E402
import shipped  # noqa: E402

SITE = Path(sysconfig.get_paths()["purelib"])


@pytest.fixture(scope="module")
def parts() -> list[shipped.Shipped]:
    """Everything that would be shipped from here."""
    return shipped.everything(SITE)


def test_what_the_program_needs_is_shipped_and_what_tests_need_is_not(parts: list[shipped.Shipped]) -> None:
    """From pyproject.toml on, through what each needs."""
    packages = {one.name for one in parts if one.package}
    assert {"pyside6-essentials", "shiboken6", "sqlcipher3", "lxml", "aiohttp", "multidict", "pillow", "cffi"} <= packages
    assert ("python-pkcs11" in packages) is (sys.version_info < (3, 14))  # not made for later ones (pyproject.toml)
    assert not packages & {"pytest", "hypothesis", "ruff", "pip", "hatchling", "page-validation", "senior-desktop"}


def test_each_has_a_licence_a_text_and_its_hashes(parts: list[shipped.Shipped]) -> None:
    """Nothing is passed on without the words that must travel with it."""
    assert all(one.licence and any(len(text) > 100 for text in one.texts) for one in parts)
    assert all(one.hashes and all(len(digest) == 64 for digest in one.hashes) for one in parts if one.package)


def test_the_notices_name_each_and_hold_each_text_once(parts: list[shipped.Shipped]) -> None:
    """With the paragraph on replacing Qt, and the texts no wheel carries."""
    text = notices.written(parts)
    for one in parts:
        assert f"\n{one.name} {one.version}".rstrip() + "\n" in text
        assert all(words in text for words in one.texts)
    assert text.count("\nText ") == len({words for one in parts for words in one.texts})
    for words in (
        "GNU LESSER GENERAL PUBLIC LICENSE", "Qt6Core.dll", "ZETETIC LLC", "SIL OPEN FONT LICENSE", "PYTHON SOFTWARE FOUNDATION LICENSE",
        "May you do good and not evil", "The OpenSSL Project", "Bootloader Exception", "Marti Maria", "stavekontrolden.dk", "MOZILLA PUBLIC LICENSE",
    ):  # fmt: skip
        assert words in text, words


def test_the_notices_are_the_same_each_time(tmp_path: Path) -> None:
    """Two runs, one file."""
    for name in ("one", "other"):
        assert notices.main(["--site", str(SITE), "--out", str(tmp_path / name)]) == 0
    assert (tmp_path / "one" / notices.NAME).read_bytes() == (tmp_path / "other" / notices.NAME).read_bytes()


def planted(site: Path, licence: str = "", text: str = "") -> None:
    """A package in `site`, made up."""
    info = site / "msgspec-0.22.0.dist-info"
    info.mkdir(parents=True)
    (info / "METADATA").write_text(f"Metadata-Version: 2.4\nName: msgspec\nVersion: 0.22.0\n{licence}\n", encoding="utf-8")
    record = "msgspec-0.22.0.dist-info/METADATA,,\n"
    if text:
        (info / "LICENSE").write_text(text, encoding="utf-8")
        record += "msgspec-0.22.0.dist-info/LICENSE,,\n"
    (info / "RECORD").write_text(record, encoding="utf-8")


@pytest.mark.parametrize(
    ("licence", "text", "lock", "said"),
    [
        ("License-Expression: MIT", "", "0.22.0", "no licence text"),
        ("", "words", "0.22.0", "names no licence"),
        ("License-Expression: MIT", "words", "0.21.0", "not in the lock"),
    ],
)
def test_a_package_without_licence_text_or_lock_fails(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, licence: str, text: str, lock: str, said: str
) -> None:
    """The build stops, with a sentence that names it."""
    planted(tmp_path / "site", licence, text)
    project = tmp_path / "project"
    project.mkdir()
    (project / "pyproject.toml").write_text('[project]\ndependencies = ["msgspec>=0.22"]\n', encoding="utf-8")
    monkeypatch.setattr(shipped, "PROJECT", project)
    lines = tmp_path / "run.txt"
    lines.write_text(f"msgspec=={lock} \\\n    --hash=sha256:{'0' * 64}\n", encoding="utf-8")
    with pytest.raises(shipped.Missing, match=f"msgspec.*{said}"):
        shipped.everything(tmp_path / "site", lines)


def test_a_need_that_is_not_installed_fails(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The wrong folder is noticed."""
    assert notices.main(["--site", str(tmp_path), "--out", str(tmp_path / "out")]) == 1
    assert "pyside6-essentials" in capsys.readouterr().err
    assert not (tmp_path / "out").exists()


def test_the_lock_is_read_whole() -> None:
    """Every pin with at least one hash."""
    locked = shipped.hashes_in(shipped.LOCK)
    pins = [line for line in shipped.LOCK.read_text(encoding="utf-8").splitlines() if "==" in line and not line.startswith((" ", "#"))]
    assert len(locked) == len(pins) and all(locked.values())


@pytest.mark.slow
def test_the_list_of_parts_is_valid_and_the_same_each_time(tmp_path: Path, parts: list[shipped.Shipped]) -> None:
    """CycloneDX 1.6, checked against its schema by the library that writes it, in an environment of its own."""
    python = tmp_path / "venv" / ("Scripts" if sys.platform == "win32" else "bin") / "python"
    subprocess.run([sys.executable, "-m", "venv", str(tmp_path / "venv")], check=True)
    lock = PACKAGING / "requirements" / "sbom.txt"
    subprocess.run([str(python), "-m", "pip", "install", "--quiet", "--require-hashes", "-r", str(lock)], check=True)
    texts = []
    for name in ("one", "other"):
        words = ["--site", str(SITE), "--version", "1.2.3", "--out", str(tmp_path / name)]
        subprocess.run([str(python), "-W", "error", str(PACKAGING / "sbom.py"), *words], check=True)
        texts.append((tmp_path / name / "Seniorsamtale-1.2.3.cdx.json").read_bytes())
    assert texts[0] == texts[1]
    listed = {one["name"]: one for one in json.loads(texts[0])["components"]}
    assert set(listed) == {one.name for one in parts}
    assert listed["lxml"]["purl"].startswith("pkg:pypi/lxml@")
    assert not any("hashes" in one for one in listed.values()), "which wheels were installed here is not known"
    assert listed["Python"]["version"] == platform.python_version()
    from sqlcipher3 import dbapi2

    assert listed["SQLCipher"]["version"] == dbapi2.connect(":memory:").execute("PRAGMA cipher_version").fetchone()[0].split()[0]
    # A folder with a wheel: its hash alone, and only if it is the locked one.
    (tmp_path / "wheels").mkdir()
    version = listed["lxml"]["version"]
    (tmp_path / "wheels" / f"lxml-{version}-cp312-cp312-win_amd64.whl").write_bytes(b"another")
    words = ["--site", str(SITE), "--wheels", str(tmp_path / "wheels"), "--version", "1.2.3", "--out", str(tmp_path / "no")]
    refused = subprocess.run([str(python), str(PACKAGING / "sbom.py"), *words], check=False, capture_output=True, text=True)
    assert refused.returncode == 1 and "lxml" in refused.stderr


def test_no_shipped_version_differs_from_the_one_installed(parts: list[shipped.Shipped]) -> None:
    """The notices speak of what is really there."""
    installed = {shipped.plain(one.metadata["Name"]): one.version for one in distributions(path=[str(SITE)])}
    assert all(installed[one.name] == one.version for one in parts if one.package)


def test_the_sums_are_those_of_the_files(tmp_path: Path) -> None:
    """And a list made again does not sum itself."""
    (tmp_path / "b.msi").write_bytes(b"abc")
    (tmp_path / "a.zip").write_bytes(b"")
    (tmp_path / "b.wixpdb").write_bytes(b"left by a tool, and not handed out")
    assert checksums.write(tmp_path) == checksums.write(tmp_path) == 2
    first, second = (tmp_path / checksums.SUMS).read_text(encoding="utf-8").splitlines()
    assert first == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855  a.zip"
    assert second.endswith("f20015ad  b.msi")
