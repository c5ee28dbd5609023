# SPDX-License-Identifier: EUPL-1.2
"""A document's data -> the canonical JSON bytes that are attached, and their checksum.

UTF-8, sorted keys, no spaces, no ASCII escaping: the same bytes on every platform (paper page, "Attached JSON").
"""

import hashlib
import json

NAME = "seniorsamtale.json"
"""File name of the attachment."""


def canonical(data: dict[str, object]) -> bytes:
    """`data` as canonical JSON; a lone surrogate, which UTF-8 cannot hold, becomes "?"."""
    text = json.dumps(data, sort_keys=True, ensure_ascii=False, separators=(",", ":"), allow_nan=False)
    return text.encode("utf-8", "replace")


def is_canonical(content: bytes) -> bool:
    """Whether `content` is JSON in exactly the canonical form. Never raises."""
    try:
        data = json.loads(content)
        return isinstance(data, dict) and canonical(data) == content
    except (ValueError, RecursionError):
        return False


def checksum(content: bytes) -> str:
    """SHA-256 in 64 lower-case hex digits."""
    return hashlib.sha256(content).hexdigest()
