# SPDX-License-Identifier: EUPL-1.2
"""A paper that was checked -> the data attached to it, and the keys it names. The check comes first: this trusts the file."""

import io
import json
from typing import Any

import pikepdf

from senior_desktop.paper import archive, content
from senior_desktop.paper.closing import Identities


def data(pdf: bytes) -> dict[str, Any]:
    """The attached data of a paper that `verify` called green or yellow; {} when it was made without."""
    with pikepdf.open(io.BytesIO(pdf)) as opened:
        if content.NAME not in opened.attachments:
            return {}
        found = json.loads(opened.attachments[content.NAME].get_file().read_bytes())
    return found if isinstance(found, dict) else {}


def identities(pdf: bytes) -> Identities:
    """The keys that a paper of our own names: what is printed in its panel, and certified by the leader."""
    with pikepdf.open(io.BytesIO(pdf)) as opened:
        info = opened.docinfo
        return Identities(*(str(info.get(name, "")) for name in (archive.EMPLOYEE, archive.LEADER)))
