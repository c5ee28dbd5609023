# SPDX-License-Identifier: EUPL-1.2
"""The command line -> app, demo or shell."""

import sys


def main() -> int:
    """Entry point of `senior-desktop`."""
    from senior_desktop.cli import main as run

    return run(sys.argv[1:])


if __name__ == "__main__":
    sys.exit(main())
