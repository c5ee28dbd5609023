# SPDX-License-Identifier: EUPL-1.2
"""Keeping house in a shell -> what is due deleted; the municipality's key made, and used. No secret is ever an argument.

The app starts through here too, so what only a command needs is imported by it.
"""

import argparse
from pathlib import Path

DONE = 0


def add_to(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Let the shell know `purge --due` and `escrow new|open`."""
    purge = commands.add_parser("purge", help="delete what has been kept long enough")
    purge.add_argument("--due", action="store_true", required=True, help="only what is due today; asks for the passphrase")
    escrow = commands.add_parser("escrow", help="the municipality's key for emergencies").add_subparsers(dest="escrow_command", required=True)
    new = escrow.add_parser("new", help="make a pair: the private key into FILE, the public one is printed")
    new.add_argument("file", type=Path)
    used = escrow.add_parser("open", help="with the private key in FILE: every key of the talks new, and a new sheet")
    used.add_argument("file", type=Path)
    used.add_argument("--case", required=True, help="the case number; it is written in the log of deeds")


def run(said: argparse.Namespace) -> int:
    """One of the commands; raises what opening and writing raise."""
    from senior_desktop import cli_backup, data_folder, desk, paths, policy, safekeeping, story
    from senior_desktop.errors import EscrowRefused

    words, folder = story.words(said.language), said.data_dir or data_folder.in_force().path
    ask = cli_backup.asker()
    if said.command == "purge":
        with desk.unlock(folder, ask(words("backup.ask")), None) as vault:
            gone = desk.purge_due(vault)
        print(words("keeping.purged", wiped=gone.wiped, erased=gone.erased))
    elif said.escrow_command == "new":
        private, public, fingerprint = safekeeping.new_escrow_pair()
        paths.write(said.file, f"{private}\n".encode())
        print(words("keeping.escrow_made", public=public, fingerprint=fingerprint))
    else:
        try:
            private = said.file.read_text(encoding="ascii").strip()
        except (OSError, ValueError) as fault:
            raise EscrowRefused() from fault
        groups = safekeeping.open_with_escrow(folder, private, said.case, lambda: ask(words("backup.ask_new")), policy.in_force())
        print(words("keeping.escrow_opened"))
        print(*(f"  {number}.  {group}" for number, group in enumerate(groups, start=1)), sep="\n")
    return DONE
