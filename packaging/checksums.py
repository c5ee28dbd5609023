# SPDX-License-Identifier: EUPL-1.2
"""A release's folder -> SHA256SUMS in it: every file that is handed out, as `sha256sum --check` reads it."""

import argparse
import hashlib
import sys
from pathlib import Path

SUMS = "SHA256SUMS"
HANDED_OUT = (".msi", ".exe", ".zip", ".cdx.json", ".md")
"""What a release's files end in; whatever a tool left beside them is none."""


def write(folder: Path) -> int:
    """Write the list over what lies in `folder` itself, not in folders within; how many lines."""
    files = sorted(file for file in folder.iterdir() if file.is_file() and file.name.endswith(HANDED_OUT))
    lines = [f"{hashlib.sha256(file.read_bytes()).hexdigest()}  {file.name}\n" for file in files]
    (folder / SUMS).write_text("".join(lines), encoding="utf-8", newline="\n")
    return len(lines)


def main(words: list[str]) -> int:
    """Write SHA256SUMS; 0, or 1 where there is nothing to sum."""
    parser = argparse.ArgumentParser(description="SHA256SUMS of a release")
    parser.add_argument("folder", type=Path)
    count = write(parser.parse_args(words).folder)
    print(f"{SUMS}: {count} files")
    return 0 if count else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
