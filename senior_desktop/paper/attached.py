# SPDX-License-Identifier: EUPL-1.2
"""A paper that was checked -> the data attached to it. The check comes first: this trusts the file."""

import io
import json
from typing import Any

import pikepdf

from senior_desktop.paper import content


def data(pdf: bytes) -> dict[str, Any]:
    """The attached data of a paper that `verify` called green or yellow; {} when it was made without."""
    with pikepdf.open(io.BytesIO(pdf)) as opened:
        if content.NAME not in opened.attachments:
            return {}
        found = json.loads(opened.attachments[content.NAME].get_file().read_bytes())
    return found if isinstance(found, dict) else {}
