# SPDX-License-Identifier: EUPL-1.2
"""The command line -> app, demo or shell."""

import os
import sys


def main() -> int:
    """Entry point of `senior-desktop`, and of the frozen program."""
    if sys.argv[1:] == ["read-apart"]:  # a worker of paper/checking: it needs none of the rest
        from senior_desktop.paper.reading_apart import serve

        return serve()
    for name in ("stdout", "stderr"):
        if getattr(sys, name) is None:  # a program with windows has no console on Windows; argparse and others write all the same
            setattr(sys, name, open(os.devnull, "w", encoding="utf-8"))  # noqa: SIM115 - until the process ends
    from senior_desktop.cli import main as run

    return run(sys.argv[1:])


if __name__ == "__main__":
    sys.exit(main())
