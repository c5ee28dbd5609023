# SPDX-License-Identifier: EUPL-1.2
"""A PNG or JPEG -> the municipality's logo on the first page, flat on white: an archive paper takes no other colours.

It is an artifact: who the paper is from stands in words below it. What cannot be read as a picture is left out.
"""

import io
from typing import Any

from PIL import Image
from reportlab.lib.utils import ImageReader

MOST_PIXELS = 20_000_000
"""A picture that unpacks to more is left out: a small file may hold a very large one."""

HIGH, WIDE = 24.0, 160.0
"""Room for it in points, between the band and the text."""

SHARP = 4
"""Pixels for a point."""


def draw(canvas: Any, content: bytes, right: float, top: float) -> None:
    """Draw the logo with its upper right corner there; nothing for a picture that cannot be read."""
    picture = flat(content)
    if picture is None:
        return
    scale = min(HIGH / picture.height, WIDE / picture.width)
    wide, high = picture.width * scale, picture.height * scale
    canvas.drawImage(ImageReader(picture), right - wide, top - high, wide, high)


def flat(content: bytes) -> Image.Image | None:
    """The picture in red, green and blue on white, no larger than it is printed; None when it is none."""
    try:
        with Image.open(io.BytesIO(content), formats=("PNG", "JPEG")) as opened:
            if opened.width * opened.height > MOST_PIXELS or not opened.width or not opened.height:
                return None
            opened.thumbnail((round(WIDE * SHARP), round(HIGH * SHARP)))
            seen = opened.convert("RGBA")
    except (OSError, ValueError, SyntaxError, Image.DecompressionBombError):  # what Pillow raises for rubbish
        return None
    white = Image.new("RGB", seen.size, "white")
    white.paste(seen, mask=seen.getchannel("A"))
    return white
