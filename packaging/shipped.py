# SPDX-License-Identifier: EUPL-1.2
"""Installed packages, the lock and parts.toml -> what is shipped: name, version, licence, texts, locked hashes.

Shipped is what the program needs, and what that needs in turn: whatever else lies in the folder (tests, builders) is not.
"""

import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from email.message import Message
from importlib.metadata import Distribution, distributions
from pathlib import Path

HERE = Path(__file__).parent
PROJECT = HERE.parent
LOCK = HERE / "requirements" / "run.txt"
LICENCES = HERE / "licences"

TEXT = re.compile(r"(licen[cs]e|copying|notice|authors)", re.IGNORECASE)
"""What the file of a licence is called, or lies in."""
CLASSIFIERS = {
    "MIT License": "MIT",
    "Apache Software License": "Apache-2.0",
    "Mozilla Public License 2.0 (MPL 2.0)": "MPL-2.0",
    "Python Software Foundation License": "PSF-2.0",
}


class Missing(Exception):
    """Something shipped has no licence, no text or no place in the lock; the sentence says what."""


@dataclass(frozen=True, slots=True)
class Shipped:
    """One thing in the bundle. package: it came as a wheel; else it lies inside one, or beside them."""

    name: str
    version: str
    licence: str
    texts: tuple[str, ...]
    note: str = ""
    package: bool = False
    hashes: tuple[str, ...] = ()


def plain(name: str) -> str:
    """A package's name as the lock writes it (PEP 503)."""
    return re.sub(r"[-_.]+", "-", name).lower()


def everything(site: Path, lock: Path = LOCK) -> list[Shipped]:
    """All packages that are shipped from `site`, then the parts, each in order of names. Raises Missing."""
    said = tomllib.loads((LICENCES / "parts.toml").read_text(encoding="utf-8"))
    locked = hashes_in(lock)
    installed = {plain(one.metadata["Name"]): one for one in distributions(path=[str(site)])}
    found = [_package(installed[name], locked, said) for name in sorted(needed(installed))]
    versions = {one.name: one.version for one in found}
    return found + [_part(part, versions) for part in sorted(said["part"], key=lambda part: part["name"].lower())]


def needed(installed: Mapping[str, Distribution]) -> set[str]:
    """The names of pyproject.toml, and what they need, as far as it is installed. Raises Missing where one of ours is not.

    A need that holds only elsewhere (another system, an older Python) is not installed, so conditions need no reading, neither
    in what others need nor in what we do; an extra is another matter: it may be there by chance.
    """
    project = tomllib.loads((PROJECT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    always = {_name(line) for line in project["dependencies"] if ";" not in line}
    if absent := always - installed.keys():
        raise Missing(f"Not installed there: {', '.join(sorted(absent))}.")
    seen: set[str] = set()
    ahead = {_name(line) for line in project["dependencies"]} & installed.keys()
    while ahead:
        name = ahead.pop()
        seen.add(name)
        needs = {_name(line) for line in installed[name].requires or () if "extra ==" not in line}
        ahead |= (needs & installed.keys()) - seen
    return seen


def _name(requirement: str) -> str:
    found = re.match(r"[A-Za-z0-9._-]+", requirement)
    assert found, requirement
    return plain(found[0])


def hashes_in(lock: Path) -> dict[tuple[str, str], tuple[str, ...]]:
    """(name, version) -> the SHA-256 of every file the lock allows for it."""
    found: dict[tuple[str, str], tuple[str, ...]] = {}
    for block in re.split(r"\n(?=[A-Za-z0-9])", lock.read_text(encoding="utf-8")):
        if head := re.match(r"([A-Za-z0-9._-]+)==([^\s;\\]+)", block):
            found[plain(head[1]), head[2]] = tuple(sorted(re.findall(r"--hash=sha256:([0-9a-f]{64})", block)))
    return found


def _package(one: Distribution, locked: Mapping[tuple[str, str], tuple[str, ...]], said: Mapping[str, Mapping[str, object]]) -> Shipped:
    name, version = plain(one.metadata["Name"]), one.version
    if not (hashes := locked.get((name, version))):
        raise Missing(f"{name} {version} is shipped and not in the lock.")
    texts = tuple(_texts_of(one)) or tuple(map(_stored, _of(said["texts"], name) or ()))
    if not texts:
        raise Missing(f"{name} {version} has no licence text; packaging/licences/parts.toml may name one.")
    licence = str(_of(said["licences"], name) or _licence(one.metadata))
    if not licence:
        raise Missing(f"{name} {version} names no licence; packaging/licences/parts.toml may.")
    return Shipped(name, version, licence, texts, package=True, hashes=hashes)


def _of(table: Mapping[str, object], name: str) -> object:
    return next((value for key, value in table.items() if plain(key) == name), None)


def _licence(metadata: Message) -> str:
    """As the package says it: an expression, a short word, or its classifier. None of them: ""."""
    for field in ("License-Expression", "License"):
        if (said := metadata.get(field, "")) and said != "UNKNOWN" and "\n" not in said:
            return said
    ends = [one.rpartition(" :: ")[2] for one in metadata.get_all("Classifier", []) if one.startswith("License ::")]
    return next((CLASSIFIERS[end] for end in ends if end in CLASSIFIERS), "")


def _texts_of(one: Distribution) -> Iterator[str]:
    """The texts in the package's own folder, in order of their names. Lists of parts (.json) and code are none."""
    inside = [file for file in one.files or () if ".dist-info/" in file.as_posix()]
    for file in sorted(inside, key=lambda file: file.as_posix()):
        _, _, within = file.as_posix().partition(".dist-info/")
        if TEXT.search(within) and not within.endswith((".json", ".py")):
            yield _clean(Path(str(one.locate_file(file))))


def _stored(name: str) -> str:
    """A text of ours: from the project when it begins with "/", else from licences/. Raises FileNotFoundError."""
    return _clean(PROJECT / name[1:] if name.startswith("/") else LICENCES / name)


def _clean(file: Path) -> str:
    return "\n".join(line.rstrip() for line in file.read_text(encoding="utf-8").splitlines()).strip("\n\f")


def _part(part: Mapping[str, object], versions: Mapping[str, str]) -> Shipped:
    texts = part["texts"]
    assert isinstance(texts, list)
    version = versions[str(part["version_of"])] if "version_of" in part else ""
    return Shipped(str(part["name"]), version, str(part["licence"]), tuple(map(_stored, texts)), str(part["note"]).strip())
