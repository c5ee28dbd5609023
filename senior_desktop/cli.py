# SPDX-License-Identifier: EUPL-1.2
"""Words in a shell -> the same story without Qt, with stable commands and exit codes. No secret is ever an argument.

0 done or green · 1 something to look at · 2 altered, not signed or at fault · 3 missing or unreadable · 5 forbidden by
policy · 64 wrong usage · 70 a fault of ours.
"""

import argparse
import json
import sys
from pathlib import Path
from typing import Any, NoReturn

from senior_desktop import __version__, cli_backup, cli_hr, cli_keeping, log, paths
from senior_desktop.errors import (
    FolderUnwritable,
    Forbidden,
    NoRoom,
    PaperUnreadable,
    SeniorError,
    TemplateFault,
)

DONE, LOOK, RED, UNREADABLE, FORBIDDEN, USAGE, FAULT = 0, 1, 2, 3, 5, 64, 70

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
    root.add_argument("--window", choices=("hr", "verify"), help="open HR's window, or the check of a document, without the talks")
    root.add_argument("--selftest", type=Path, metavar="OUT.json", help="try this installation from end to end and write what was found")
    commands = root.add_subparsers(dest="command")
    opened = commands.add_parser("open", help="open a file in the window that is for it")
    opened.add_argument("file", type=Path)
    policies = commands.add_parser("policy", help="what IT has fixed").add_subparsers(dest="policy_command", required=True)
    show = policies.add_parser("show", help="the policies, and what was wrong with them")
    show.add_argument("--effective", action="store_true", help="every name, not only those that are set")
    show.add_argument("--source", action="store_true", help="where each value comes from")
    show.add_argument("--json", action="store_true")
    show.add_argument("--out", type=Path, metavar="FILE", help="write it to FILE, which is replaced")
    demo = commands.add_parser("demo", help="the whole story with invented people, without a screen")
    demo.add_argument("--out", type=Path, default=Path("demo-output"))
    verify = commands.add_parser("verify", help="check a signed sheet")
    verify.add_argument("file", type=Path)
    verify.add_argument("--json", action="store_true")
    verify.add_argument("--password-stdin", action="store_true", help="read the password of a protected sheet from the first line of standard input")
    cli_hr.add_to(commands)
    cli_backup.add_to(commands)
    cli_keeping.add_to(commands)
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
    except Forbidden as fault:
        return _sorry(fault, said.language, FORBIDDEN)
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
    if said.selftest is not None:
        return _selftest(said)
    match said.command:
        case None:
            from senior_desktop.app import run

            return run(said.data_dir, said.platform, said.window)
        case "open":
            from senior_desktop.app import run

            return run(said.data_dir, said.platform, file=said.file)
        case "policy":
            return _policy(said)
        case "demo":
            import os

            os.environ["QT_QPA_PLATFORM"] = said.platform or "offscreen"
            from senior_desktop.demo import run as run_demo

            return run_demo(said.out)
        case "verify":
            return _verify(said)
        case "hr":
            return _hr(said)
        case "backup":
            return cli_backup.run(said)
        case "purge" | "escrow":
            return cli_keeping.run(said)
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
    from senior_desktop import data_folder, desk

    content = _content(said.file)
    password = sys.stdin.readline().rstrip("\r\n") if said.password_stdin else ""
    checked = desk.check_paper(content, said.data_dir or data_folder.in_force().path, said.language, password)
    if said.json:
        print(json.dumps(checked.as_json, indent=2, ensure_ascii=False))
    else:
        print(checked.headline)
        for mark, sentence in checked.lines:
            print(f"  {mark:<6}{sentence}")
    return checked.code


def _hr(said: argparse.Namespace) -> int:
    if not any(map(_holds, said.files)):
        raise _NoFile
    return cli_hr.run(said, _holds)


def _holds(place: Path) -> bool:
    """Whether `place` is a file that may be read, or a folder with such files for HR."""
    return any(map(_holds, place.glob("*.csv"))) if paths.is_folder(place) else paths.is_file(place) and _opens(place)


def _template(said: argparse.Namespace) -> int:
    from senior_desktop.conversation.template import read

    template = read(_content(said.file))
    print(f"{template.name}  {len(template.questions)}  sha256 {template.digest}")
    return DONE


def _policy(said: argparse.Namespace) -> int:
    """A windowed program has no console to print on: there `--out` is how it is read."""
    from senior_desktop import paths, policy_show

    rules = policy_show.in_force(said.data_dir)
    told = policy_show.lines(rules, said.language, effective=said.effective, source=said.source)
    text = policy_show.as_json(rules) if said.json else "\n".join(told)
    if said.out is None:
        print(text)
    else:
        paths.write(said.out, f"{text}\n".encode(), replace=True)
    return DONE if policy_show.clean(rules) else LOOK


def _selfcheck(said: argparse.Namespace) -> int:
    from senior_desktop import desk

    found: dict[str, Any] = desk.selfcheck()
    if said.json:
        print(json.dumps(found, indent=2, ensure_ascii=False))
    else:
        for name, value in found.items():
            print(f"{name:<24}{value if not isinstance(value, dict) else ', '.join(f'{k} {v}' for k, v in value.items())}")
    return DONE if found["cipher"] and not found["network_modules_of_ours"] else RED


def _selftest(said: argparse.Namespace) -> int:
    """0 all true, 2 a step false; 64 where the file cannot be written."""
    from senior_desktop import selftest

    try:
        return selftest.run(said.selftest, said.platform)
    except (FolderUnwritable, NoRoom) as fault:
        return _sorry(fault, said.language, USAGE)


def _sorry(fault: SeniorError, language: str, code: int) -> int:
    from senior_desktop import story

    print(story.say(fault, language), file=sys.stderr)
    return code
