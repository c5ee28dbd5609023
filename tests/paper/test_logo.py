# SPDX-License-Identifier: EUPL-1.2
"""A municipality's logo on a page that is not signed: an archive paper all the same; rubbish is left out."""

import io
import random

import page
import pikepdf
import pytest
from PIL import Image

from senior_desktop.paper import logo, pdf
from senior_desktop.paper.document import Document, Paragraph

MADE = "2026-11-24T09:00:00+01:00"


def picture(kind: str, mode: str, size: tuple[int, int] = (400, 160)) -> bytes:
    out = io.BytesIO()
    Image.new(mode, size, 120 if mode in ("L", "P") else None).save(out, kind)
    return out.getvalue()


def page_with(content: bytes) -> bytes:
    return pdf.make(Document("text", "", 1, "da", "Nyt tilbud", "", "Eksempel Kommune", MADE, (Paragraph("Kære kollega"),), confidential=False, logo=content))


@pytest.mark.parametrize(("kind", "mode"), [("PNG", "RGB"), ("PNG", "RGBA"), ("PNG", "P"), ("PNG", "LA"), ("JPEG", "RGB"), ("JPEG", "L"), ("JPEG", "CMYK")])
def test_any_colours_become_an_archive_paper(kind: str, mode: str) -> None:
    made = page_with(picture(kind, mode))
    for profile in (page.ValidationProfile.PDF_A_3A, page.ValidationProfile.PDF_UA_1):
        assert [str(one) for one in page.validate_pdf_bytes(made, profile=profile).failures] == []
    with pikepdf.open(io.BytesIO(made)) as opened:
        (image,) = opened.pages[0].get_images().values()
        assert image.ColorSpace == "/DeviceRGB" and "/SMask" not in image
    assert made == page_with(picture(kind, mode))


def test_a_large_picture_is_made_small_and_one_that_unpacks_to_more_is_left_out() -> None:
    assert len(page_with(picture("PNG", "RGB", (4000, 1500)))) < len(page_with(b"")) + 60_000
    assert logo.flat(picture("PNG", "L", (6000, 5000))) is None


def test_rubbish_is_left_out() -> None:
    whole, chance = picture("PNG", "RGB"), random.Random(3)
    assert page_with(b"rubbish") == page_with(b"GIF89a" + bytes(20))
    for _ in range(300):
        spoilt = bytearray(whole)
        spoilt[chance.randrange(len(spoilt))] ^= 1 << chance.randrange(8)
        logo.flat(bytes(spoilt[: chance.randrange(1, len(spoilt))]))  # a picture, or none; nothing else
