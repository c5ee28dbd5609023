# SPDX-License-Identifier: EUPL-1.2
"""Words in a shell -> the same story without Qt, with stable commands and exit codes. No secret is ever an argument.

0 done or green · 1 something to look at · 2 altered, not signed or at fault · 3 missing or unreadable · 64 wrong usage ·
70 a fault of ours.
"""

import argparse
import itertools
import json
import sys
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import Any, NoReturn

from senior_desktop import __version__, log
from senior_desktop.errors import FileThere, PaperUnreadable, SeniorError, TemplateFault

DONE, LOOK, RED, UNREADABLE, USAGE, FAULT = 0, 1, 2, 3, 64, 70

NO_FILE = {"da": "Filen findes ikke eller kan ikke læses.", "en": "The file does not exist or cannot be read."}
OUR_FAULT = {
    "da": "Der skete en fejl i programmet. Send gerne linjerne her til udvikleren; de viser steder i koden, ingen svar.",
    "en": "The program made a mistake. Please send the lines below to its maker; they show places in the code, no answers.",
}
"""Said here and not in the word catalogue: they must come even where that cannot be read."""


class _NoFile(Exception):
    """A file named on the command line is missing, is a folder, or may not be read."""


class _Parser(argparse.ArgumentParser):
    """argparse leaves with 2 on wrong usage, which here means "altered"."""

    def error(self, message: str) -> NoReturn:
        self.print_usage(sys.stderr)
        print(f"{self.prog}: {message}", file=sys.stderr)
        sys.exit(USAGE)


def parser() -> argparse.ArgumentParser:
    """All commands. Without one the app opens."""
    root = _Parser(prog="senior-desktop", description="Seniorsamtale for medarbejdere")
    root.add_argument("--version", action="version", version=__version__)
    root.add_argument("--data-dir", type=Path, help="folder of the vault (default: this user's own)")
    root.add_argument("--platform", help="Qt's platform plugin, for example offscreen")
    root.add_argument("--language", choices=("da", "en"), default="da", help="language of what is said here")
    commands = root.add_subparsers(dest="command")
    demo = commands.add_parser("demo", help="the whole story with invented people, without a screen")
    demo.add_argument("--out", type=Path, default=Path("demo-output"))
    verify = commands.add_parser("verify", help="check a signed sheet")
    verify.add_argument("file", type=Path)
    verify.add_argument("--json", action="store_true")
    hr = commands.add_parser("hr", help="figures for HR").add_subparsers(dest="hr_command", required=True)
    report = hr.add_parser("report", help="pool files and write the report for HovedMED")
    report.add_argument("files", type=Path, nargs="+", metavar="FILE")
    report.add_argument("--out", type=Path, required=True, metavar="DIR")
    report.add_argument("--organisation", default="", help="name on the report")
    template = commands.add_parser("template", help="the questions as data").add_subparsers(dest="template_command", required=True)
    validate = template.add_parser("validate", help="say whether a template is right, or where it is at fault")
    validate.add_argument("file", type=Path)
    check = commands.add_parser("selfcheck", help="versions, cipher, key store, fonts, no network module of ours")
    check.add_argument("--json", action="store_true")
    return root


def main(words: list[str]) -> int:
    """Run one command; the exit code."""
    said = parser().parse_args(words)
    try:
        return _run(said)
    except TemplateFault as fault:
        return _sorry(fault, said.language, RED)
    except PaperUnreadable as fault:
        return _sorry(fault, said.language, UNREADABLE)
    except SeniorError as fault:
        return _sorry(fault, said.language, LOOK)
    except BrokenPipeError:
        return DONE
    except _NoFile:
        print(NO_FILE[said.language], file=sys.stderr)
        return UNREADABLE
    except Exception as fault:  # the shell's last resort: a traceback could show a name or an answer
        print(OUR_FAULT[said.language], log.report(fault), sep="\n", file=sys.stderr)
        return FAULT


def _run(said: argparse.Namespace) -> int:
    match said.command:
        case None:
            from senior_desktop.app import run

            return run(said.data_dir, said.platform)
        case "demo":
            import os

            os.environ["QT_QPA_PLATFORM"] = said.platform or "offscreen"
            from senior_desktop.demo import run as run_demo

            return run_demo(said.out)
        case "verify":
            return _verify(said)
        case "hr":
            return _hr_report(said)
        case "template":
            return _template(said)
        case _:
            return _selfcheck(said)


def _content(file: Path) -> bytes:
    """The bytes of a file named on the command line. Raises _NoFile."""
    try:
        return file.read_bytes()
    except OSError as fault:
        raise _NoFile from fault


def _opens(file: Path) -> bool:
    """Whether `file` is a file that may be read."""
    try:
        with file.open("rb"):
            return True
    except OSError:
        return False


def _verify(said: argparse.Namespace) -> int:
    from senior_desktop import desk, paths

    checked = desk.check_paper(_content(said.file), said.data_dir or paths.user_data(), said.language)
    if said.json:
        print(json.dumps(checked.as_json, indent=2, ensure_ascii=False))
    else:
        print(checked.headline)
        for mark, sentence in checked.lines:
            print(f"  {mark:<6}{sentence}")
    return checked.code


def _hr_report(said: argparse.Namespace) -> int:
    from senior_desktop import story

    if not any(map(_opens, said.files)):
        raise _NoFile
    words = story.words(said.language)
    pooled = story.pool((), language=said.language)
    for file in said.files:
        if _opens(file):
            pooled = story.pool_files([file], pooled, said.language)
        else:
            pooled = replace(pooled, read=(*pooled.read, story.Read(file.name, "refused", words("hr.unreadable"))))
    for one in pooled.read:
        print(f"  {words(f'hr.outcome_{one.outcome}'):<16}{one.file}  {one.why}".rstrip())
    made = datetime.now().astimezone()
    document, pdf = story.report(pooled, said.organisation, made, said.language)
    print(_keep(said.out, document.number, pdf))
    return DONE if all(one.outcome == "accepted" for one in pooled.read) else LOOK


def _keep(folder: Path, number: str, pdf: bytes) -> Path:
    """The report as `<number>.pdf`, or with -2, -3 …: one from earlier the same day is never overwritten.

    Raises FolderUnwritable, NoRoom.
    """
    from senior_desktop import paths

    for count in itertools.count(1):
        try:
            return paths.write(folder / (f"{number}-{count}.pdf" if count > 1 else f"{number}.pdf"), pdf)
        except FileThere:
            continue
    raise AssertionError("count() never ends")


def _template(said: argparse.Namespace) -> int:
    from senior_desktop.conversation.template import read

    template = read(_content(said.file))
    print(f"{template.name}  {len(template.questions)}  sha256 {template.digest}")
    return DONE


def _selfcheck(said: argparse.Namespace) -> int:
    from senior_desktop import desk

    found: dict[str, Any] = desk.selfcheck()
    if said.json:
        print(json.dumps(found, indent=2, ensure_ascii=False))
    else:
        for name, value in found.items():
            print(f"{name:<24}{value if not isinstance(value, dict) else ', '.join(f'{k} {v}' for k, v in value.items())}")
    return DONE if found["cipher"] and not found["network_modules_of_ours"] else RED


def _sorry(fault: SeniorError, language: str, code: int) -> int:
    from senior_desktop import story

    print(story.say(fault, language), file=sys.stderr)
    return code
