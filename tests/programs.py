# SPDX-License-Identifier: EUPL-1.2
"""A name -> where that program of others lies."""

import shutil

import pytest


def tool(name: str) -> str:
    """The test is left out where there is none."""
    there = shutil.which(name)
    if there is None:
        pytest.skip(f"{name} is not on this computer; `make test` installs it where there is apt")
    return there
