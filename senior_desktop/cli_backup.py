# SPDX-License-Identifier: EUPL-1.2
"""Copies of the vault in a shell -> made, looked at, restored. Passphrases are asked for or read from stdin, never arguments.

The app starts through here too, so what only a command needs is imported by it.
"""

import argparse
import sys
from collections.abc import Callable
from pathlib import Path

DONE = 0


def add_to(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Let the shell know `backup create|verify|restore`."""
    backup = commands.add_parser("backup", help="copies of the talks, encrypted").add_subparsers(dest="backup_command", required=True)
    for name, help_text in (
        ("create", "save a copy; asks for the passphrase"),
        ("verify", "look at every page of a copy; asks for its passphrase or sheet"),
        ("restore", "a new vault from a copy; the one that lies there is kept aside"),
    ):
        backup.add_parser(name, help=help_text).add_argument("file", type=Path)


def run(said: argparse.Namespace) -> int:
    """One of the commands; raises what opening, writing and restoring raise."""
    from senior_desktop import backups, data_folder, desk, policy, story

    words, folder = story.words(said.language), said.data_dir or data_folder.in_force().path
    ask = asker()
    if said.backup_command == "create":
        with desk.unlock(folder, ask(words("backup.ask")), None) as vault:
            print(backups.save_copy(vault, said.file))
    elif said.backup_command == "verify":
        looked = backups.look_at(said.file, ask(words("backup.ask_copy")), folder)
        print(words("backup.whole", talks=looked.rows["talks"], people=looked.rows["people"], at=looked.created[:10]))
    else:
        secret = ask(words("backup.ask_copy"))
        vault, groups = backups.restore(said.file, secret, folder, ask(words("backup.ask_new")), policy.in_force().number("MinPassphraseLength"))
        vault.close()
        print(words("backup.restored"))
        print(*(f"  {number}.  {group}" for number, group in enumerate(groups, start=1)), sep="\n")
    return DONE


def asker() -> Callable[[str], str]:
    """Asks without echo at a terminal; else the next line of stdin."""
    import getpass

    return getpass.getpass if sys.stdin.isatty() else lambda _: sys.stdin.readline().rstrip("\n")
