# SPDX-License-Identifier: EUPL-1.2
"""Installed packages and a version -> Seniorsamtale-X.Y.Z.cdx.json, CycloneDX 1.6, valid, the same bytes for the same parts.

Needs the packages of requirements/sbom.txt, which nothing else does.
"""

import argparse
import sys
import uuid
from datetime import UTC, datetime
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
HASHES = Property(name="seniorsamtale:hashes", value="of every file of this version that the lock allows")


def made(parts: list[Shipped], version: str) -> str:
    """The whole file. Raises ValueError where it would not be valid."""
    licence = LicenseFactory()
    program = Component(
        name=NAME, version=version, type=ComponentType.APPLICATION, bom_ref=NAME, licenses=[licence.make_from_string("EUPL-1.2")]
    )
    bom = Bom(
        components=[_component(one, licence) for one in parts],
        serial_number=uuid.uuid5(NAMESPACE, "\n".join([version, *(f"{one.name} {one.version} {one.hashes}" for one in parts)])),
        metadata=BomMetaData(component=program, timestamp=NO_TIME),
    )
    bom.register_dependency(program, bom.components)
    text = JsonV1Dot6(bom).output_as_string(indent=2) + "\n"
    if (fault := JsonStrictValidator(SchemaVersion.V1_6).validate_str(text)) is not None:
        raise ValueError(f"not valid CycloneDX 1.6: {fault}")
    return text


def _component(one: Shipped, licence: LicenseFactory) -> Component:
    """`purl` only for what came from the index; a part inside a wheel has none of its own."""
    return Component(
        name=one.name,
        version=one.version or None,
        bom_ref=f"{one.name}@{one.version}" if one.version else one.name,
        licenses=[licence.make_from_string(one.licence)],
        purl=PackageURL("pypi", name=one.name, version=one.version) if one.package else None,
        hashes=[HashType(alg=HashAlgorithm.SHA_256, content=digest) for digest in one.hashes],
        properties=[HASHES] if one.hashes else (),
    )


def main(words: list[str]) -> int:
    """Write the file; 0, or 1 with a sentence where something has no licence."""
    parser = argparse.ArgumentParser(description="The list of parts, for IT's tools")
    parser.add_argument("--site", type=Path, required=True, metavar="SITE_PACKAGES")
    parser.add_argument("--version", required=True)
    parser.add_argument("--out", type=Path, required=True, metavar="DIR")
    said = parser.parse_args(words)
    try:
        text = made(shipped.everything(said.site), said.version)
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
