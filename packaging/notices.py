# SPDX-License-Identifier: EUPL-1.2
"""Installed packages -> THIRD-PARTY-NOTICES.txt: everything shipped, its licence, and the texts that must travel with it."""

import argparse
import sys
from pathlib import Path

import shipped
from shipped import Missing, Shipped

NAME = "THIRD-PARTY-NOTICES.txt"
HEAD = """\
Seniorsamtale holds the work of others
======================================

Seniorsamtale itself is under the EUPL, version 1.2. What follows is what it brings along, each with its licence and the
texts that travel with it. A text that several share stands once, at the end, under its number.
"""
LINE = "=" * 100


def written(parts: list[Shipped]) -> str:
    """The whole file. Equal texts stand once."""
    numbers: dict[str, int] = {}
    for one in parts:
        for text in one.texts:
            numbers.setdefault(text, len(numbers) + 1)
    lines = [HEAD, LINE]
    for one in parts:
        lines += ["", f"{one.name} {one.version}".rstrip(), f"  Licence: {one.licence}"]
        lines.append("  Texts: " + ", ".join(str(numbers[text]) for text in one.texts))
        lines += [f"  {line}".rstrip() for line in one.note.splitlines()]
    for text, number in numbers.items():
        lines += ["", LINE, f"Text {number}", LINE, "", text]
    return "\n".join(lines) + "\n"


def main(words: list[str]) -> int:
    """Write DIR/THIRD-PARTY-NOTICES.txt; 0, or 1 with a sentence where something has no licence."""
    parser = argparse.ArgumentParser(description="What is shipped of others, with its licences")
    parser.add_argument("--site", type=Path, required=True, metavar="SITE_PACKAGES")
    parser.add_argument("--out", type=Path, required=True, metavar="DIR")
    said = parser.parse_args(words)
    try:
        parts = shipped.everything(said.site)
    except Missing as fault:
        print(fault, file=sys.stderr)
        return 1
    said.out.mkdir(parents=True, exist_ok=True)
    (said.out / NAME).write_text(written(parts), encoding="utf-8", newline="\n")
    print(f"{said.out / NAME}: {sum(one.package for one in parts)} packages, {sum(not one.package for one in parts)} parts")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
