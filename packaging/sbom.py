# SPDX-License-Identifier: EUPL-1.2
"""Installed packages and a version -> Seniorsamtale-X.Y.Z.cdx.json, CycloneDX 1.6, valid, the same bytes for the same parts.

The versions of what lies inside packages or beside them are read in the binaries; a hash is that of the wheel that was
installed, and stands there only where that wheel is known (--wheels). Needs the packages of requirements/sbom.txt, which
nothing else does.
"""

import argparse
import hashlib
import re
import sys
import uuid
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from importlib.metadata import distributions
from pathlib import Path

from cyclonedx.contrib.license.factories import LicenseFactory
from cyclonedx.model import HashAlgorithm, HashType, Property
from cyclonedx.model.bom import Bom, BomMetaData
from cyclonedx.model.component import Component, ComponentType
from cyclonedx.output.json import JsonV1Dot6
from cyclonedx.schema import SchemaVersion
from cyclonedx.validation.json import JsonStrictValidator
from packageurl import PackageURL

import shipped
from shipped import Missing, Shipped

NAME = "Seniorsamtale"
NAMESPACE = uuid.UUID("3c1f2a4e-58b7-4d0b-9e0c-6f1d8a7b2c55")
NO_TIME = datetime(1980, 1, 1, tzinfo=UTC)
"""A time is asked for; the time of making it would make each file another one."""
BINARIES = (".pyd", ".dll", ".so")
OPENSSL = re.compile(rb"OpenSSL (\d+\.\d+\.\d+)[^\0]{0,9} \d{1,2} [A-Z][a-z]{2} 20\d\d")
INSIDE = {
    "SQLCipher": ("sqlcipher3", re.compile(rb"\bcommunity\0+(4\.\d+\.\d+)\0")),
    "SQLite": ("sqlcipher3", re.compile(rb"\0(3\.[3-9]\d\.\d+)\0")),
}
"""Part -> the package whose binaries hold it, and how its version stands in them."""
WITHIN = "seniorsamtale:within"
"""Name of the property that says which version lies in what, where one part lies in several."""


def with_versions(parts: list[Shipped], site: Path) -> list[tuple[Shipped, list[str]]]:
    """Each part with its version where that can be read in `site`, and lines "place version" where there are several."""
    found: dict[str, dict[str, str]] = {part: dict(_read(site / folder, pattern)) for part, (folder, pattern) in INSIDE.items()}
    found["OpenSSL"] = {}
    for place in (site / "sqlcipher3", site / "cryptography" / "hazmat" / "bindings", site / "pikepdf", site / "pikepdf.libs", *_python_folders(site)):
        found["OpenSSL"] |= dict(_read(place, OPENSSL))
    found["Python"] = {"Python": version} if (version := _python(site)) else {}
    loader = [one.version for one in distributions(path=[str(site)]) if shipped.plain(one.metadata["Name"]) == "pyinstaller"]
    found["PyInstaller's boot loader"] = {"PyInstaller": loader[0]} if loader else {}
    told = []
    for one in parts:
        places = found.get(one.name, {})
        several = len(set(places.values())) > 1
        version = one.version or ("" if several or not places else next(iter(places.values())))
        told.append((replace(one, version=version), [f"{place} {number}" for place, number in sorted(places.items())] if several else []))
    return told


def _read(folder: Path, pattern: re.Pattern[bytes]) -> Iterator[tuple[str, str]]:
    """(file, version) of each binary in `folder` where `pattern` finds exactly one."""
    for file in sorted(folder.glob("*")):
        if file.is_file() and (file.suffix in BINARIES or ".so." in file.name):
            versions = {one.decode() for one in pattern.findall(file.read_bytes())}
            if len(versions) == 1:
                yield f"{folder.name}/{file.name}", versions.pop()


def _python_folders(site: Path) -> list[Path]:
    """Where a Python for Windows that holds `site` keeps its libraries."""
    home = _home(site)
    return [home / "DLLs", home] if home else []


def _home(site: Path) -> Path | None:
    """The Python that `site` belongs to: the folder above Lib, or the one that a virtual environment names."""
    for place in site.parents[:3]:
        if (place / "pyvenv.cfg").is_file():
            said = re.search(r"^home *= *(.+)$", (place / "pyvenv.cfg").read_text(encoding="utf-8"), re.MULTILINE)
            return Path(said[1].strip()) if said else None
        if next(place.glob("python3*.dll"), None):
            return place
    return None


def _python(site: Path) -> str:
    """The interpreter's version, as Windows shows it of its library, or as the environment says."""
    for place in site.parents[:3]:
        if (place / "pyvenv.cfg").is_file():
            said = re.search(r"^version *= *(\d+\.\d+\.\d+)", (place / "pyvenv.cfg").read_text(encoding="utf-8"), re.MULTILINE)
            return said[1] if said else ""
        for file in sorted(place.glob("python3??.dll")):
            if told := re.search(br"P\0r\0o\0d\0u\0c\0t\0V\0e\0r\0s\0i\0o\0n\0(?:\0\0)+((?:[\d.]\0)+)", file.read_bytes()):
                return told[1].decode("utf-16-le")
    return ""


def with_wheels(parts: list[Shipped], wheels: Path | None) -> list[Shipped]:
    """Only the hash of the wheel in `wheels`. Raises Missing where it is not the locked one."""
    there: dict[tuple[str, str], str] = {}
    for file in wheels.glob("*.whl") if wheels else ():
        name, version = file.name.split("-")[:2]
        there[shipped.plain(name), version] = hashlib.sha256(file.read_bytes()).hexdigest()
    for one in parts:
        if (digest := there.get((one.name, one.version))) is not None and digest not in one.hashes:
            raise Missing(f"The wheel of {one.name} {one.version} is not the one in the lock.")
    return [replace(one, hashes=(there[one.name, one.version],) if (one.name, one.version) in there else ()) for one in parts]


def made(parts: list[tuple[Shipped, list[str]]], version: str) -> str:
    """The whole file. parts: with what each lies in (`with_versions`). Raises ValueError where it would not be valid."""
    licence = LicenseFactory()
    program = Component(
        name=NAME, version=version, type=ComponentType.APPLICATION, bom_ref=NAME, licenses=[licence.make_from_string("EUPL-1.2")]
    )
    bom = Bom(
        components=[_component(one, within, licence) for one, within in parts],
        serial_number=uuid.uuid5(NAMESPACE, "\n".join([version, *(f"{one.name} {one.version} {one.hashes} {within}" for one, within in parts)])),
        metadata=BomMetaData(component=program, timestamp=NO_TIME),
    )
    bom.register_dependency(program, bom.components)
    text = JsonV1Dot6(bom).output_as_string(indent=2) + "\n"
    if (fault := JsonStrictValidator(SchemaVersion.V1_6).validate_str(text)) is not None:
        raise ValueError(f"not valid CycloneDX 1.6: {fault}")
    return text


def _component(one: Shipped, within: list[str], licence: LicenseFactory) -> Component:
    """`purl` only for what came from the index; a part inside a wheel has none of its own."""
    return Component(
        name=one.name,
        version=one.version or None,
        bom_ref=f"{one.name}@{one.version}" if one.version else one.name,
        licenses=[licence.make_from_string(one.licence)],
        purl=PackageURL("pypi", name=one.name, version=one.version) if one.package else None,
        hashes=[HashType(alg=HashAlgorithm.SHA_256, content=digest) for digest in one.hashes],
        properties=[Property(name=WITHIN, value="; ".join(within))] if within else (),
    )


def main(words: list[str]) -> int:
    """Write the file; 0, or 1 with a sentence where something has no licence."""
    parser = argparse.ArgumentParser(description="The list of parts, for IT's tools")
    parser.add_argument("--site", type=Path, required=True, metavar="SITE_PACKAGES")
    parser.add_argument("--wheels", type=Path, metavar="DIR", help="the wheels that were installed")
    parser.add_argument("--version", required=True)
    parser.add_argument("--out", type=Path, required=True, metavar="DIR")
    said = parser.parse_args(words)
    try:
        parts = with_wheels(shipped.everything(said.site), said.wheels)
        text = made(with_versions(parts, said.site), said.version)
    except Missing as fault:
        print(fault, file=sys.stderr)
        return 1
    said.out.mkdir(parents=True, exist_ok=True)
    out = said.out / f"{NAME}-{said.version}.cdx.json"
    out.write_text(text, encoding="utf-8", newline="\n")
    print(out)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
