# SPDX-License-Identifier: EUPL-1.2
"""HR's commands in a shell -> files checked, pooled, merged, reported; no vault is needed, and nothing is kept.

The app starts through here too, so what only a command needs is imported by it.
"""

import argparse
import itertools
import re
from collections.abc import Callable, Mapping
from pathlib import Path

DONE, LOOK = 0, 1
PERIOD = r"20[0-9]{2}H[12]"
AREAS = [f"O{number}" for number in range(10)]


def add_to(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Let the shell know `hr check|pool|merge|report`."""
    hr = commands.add_parser("hr", help="figures for HR").add_subparsers(dest="hr_command", required=True)
    check = hr.add_parser("check", help="say of each file whether it can be counted, and why not")
    pool = hr.add_parser("pool", help="leaders' files to one totals file, which adds up with others'")
    merge = hr.add_parser("merge", help="municipalities' totals files to one")
    report = hr.add_parser("report", help="pool files and write the report for HovedMED")
    for one in (check, pool, merge, report):
        one.add_argument("files", type=Path, nargs="+", metavar="FILE", help="a file, or a folder with such files")
        one.add_argument("--pack", type=Path, metavar="FILE.seniorpack", help="the pack whose key the leaders' files are sealed with")
    for one in (pool, merge):
        one.add_argument("--out", type=Path, required=True, metavar="FILE.csv")
        one.add_argument("--organisation", default="", help="whose totals they are: the municipality, or the country")
    report.add_argument("--out", type=Path, required=True, metavar="DIR")
    report.add_argument("--organisation", default="", help="name on the report")
    report.add_argument("--period", type=_half_year, metavar="2026H1", help="of this half-year only")
    report.add_argument("--area", choices=AREAS, metavar="O1", help="of this area only, O0 to O9")


def _half_year(text: str) -> str:
    """A half-year as files write it; else a wrong use."""
    if re.fullmatch(PERIOD, text):
        return text
    raise argparse.ArgumentTypeError("a half-year is written 2026H1 or 2026H2")


def run(said: argparse.Namespace, opens: Callable[[Path], bool]) -> int:
    """One of the commands; 0, or 1 when a file was not taken.

    opens: whether a file, or any in a folder, may be read; the caller has seen that one of them may. Raises what writing raises, NoMunicipality, PackRefused.
    """
    from dataclasses import replace
    from datetime import datetime

    from senior_desktop import drives, paths, policy, story, tools

    words, rules = story.words(said.language), policy.in_force()
    name = getattr(said, "organisation", "") or rules.text("OrganisationName")
    if said.hr_command != "check":
        drives.may_export(said.out if said.hr_command == "report" else said.out.parent)
    floors = (rules.number("ReportMinPeople"), rules.number("ReportMinBatches"))
    keys = tools.keys_of_pack(said.pack) if said.pack is not None else ()
    pooled = replace(story.pool((), language=said.language, keys=keys), floors=floors)
    for file in said.files:
        if opens(file):
            pooled = story.pool_files([file], pooled, said.language)
        else:
            pooled = replace(pooled, read=(*pooled.read, story.Read(file.name, "refused", words("hr.unreadable"))))
    for one in pooled.read:
        print(f"  {words(f'hr.outcome_{one.outcome}'):<16}{one.file}  {one.why}".rstrip())
    if said.hr_command == "report":
        pooled = replace(pooled, period=said.period, area=said.area)
        number, forms = story.report_files(pooled, name, datetime.now().astimezone(), said.language)
        print(*_keep(said.out, number, forms), sep="\n")
    elif said.hr_command != "check":
        print(paths.write(said.out, story.totals_file(pooled, name)))
    return DONE if all(one.outcome == "accepted" for one in pooled.read) else LOOK


def _keep(folder: Path, number: str, forms: Mapping[str, bytes]) -> list[Path]:
    """The report's files as `<number>…`, or `<number>-2…`, -3 …: one from earlier the same day is never overwritten.

    Raises FolderUnwritable, NoRoom.
    """
    from senior_desktop import paths

    for count in itertools.count(1):
        stem = f"{number}-{count}" if count > 1 else number
        if not any(paths.lies_there(folder / f"{stem}{ending}") for ending in forms):
            return [paths.write(folder / f"{stem}{ending}", content) for ending, content in forms.items()]
    raise AssertionError("count() never ends")
