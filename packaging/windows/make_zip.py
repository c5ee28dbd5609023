# SPDX-License-Identifier: EUPL-1.2
"""The frozen folder -> the portable zip: the same files, `portable.flag`, and a few words in Danish. Same files, same bytes."""

import argparse
import sys
import zipfile
from pathlib import Path

NAME = "Seniorsamtale"
FLAG = "portable.flag"
READ_ME = "LÆSMIG.txt"
WORDS = """\
Seniorsamtale uden installation
===============================

Pak hele mappen ud, og start Seniorsamtale.exe.

Samtalerne bliver gemt krypteret i mappen "Seniorsamtale-data" ved siden af programmet og følger med, når du flytter
mappen. De åbnes med adgangssætningen eller nøglearket, ikke med computerens eget nøglelager. Tag en sikkerhedskopi: en
USB-nøgle bliver let væk.

Det kræver, at din IT-afdeling har tilladt det (politikken AllowPortable sat til 1). Er det ikke tilladt, siger
programmet det selv.

Filen portable.flag fortæller programmet, at det skal gemme her. Lad den ligge.
"""
BEGINNING = (1980, 1, 1, 0, 0, 0)
"""The earliest time a zip can hold. A file's own time would make each zip another one."""
UNIX, FILE_0644 = 3, 0o100644 << 16


def make(folder: Path, out: Path) -> int:
    """Write `out`; how many files are in it. Whether a file may be run means nothing on Windows and is left out."""
    files = {path.relative_to(folder).as_posix(): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()}
    # For Notepad: a mark that it is UTF-8, and its own ends of lines.
    files |= {FLAG: b"", READ_ME: WORDS.replace("\n", "\r\n").encode("utf-8-sig")}
    out.parent.mkdir(parents=True, exist_ok=True)
    with zipfile.ZipFile(out, "w") as packed:
        for name in sorted(files):
            entry = zipfile.ZipInfo(f"{NAME}/{name}", BEGINNING)
            entry.create_system, entry.external_attr = UNIX, FILE_0644
            packed.writestr(entry, files[name], zipfile.ZIP_DEFLATED, compresslevel=9)
    return len(files)


def main(words: list[str]) -> int:
    """Pack; 0, or 1 where the folder holds no program."""
    parser = argparse.ArgumentParser(description="The frozen folder as a portable zip")
    parser.add_argument("folder", type=Path)
    parser.add_argument("--out", type=Path, required=True, metavar="FILE.zip")
    said = parser.parse_args(words)
    if not (said.folder / f"{NAME}.exe").is_file():
        print(f"{said.folder} holds no {NAME}.exe.", file=sys.stderr)
        return 1
    print(f"{said.out}: {make(said.folder, said.out)} files, {said.out.stat().st_size} bytes")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
