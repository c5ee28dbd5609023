# SPDX-License-Identifier: EUPL-1.2
"""Every colour that meets another, light and dark, is told apart: WCAG 2.1, 1.4.3 and 1.4.11."""

import re
from dataclasses import asdict
from pathlib import Path

import pytest

from senior_desktop import paths
from senior_desktop.ui import theme

TEXT = (
    "text/surface", "text/bg", "text/soft", "text/note", "text/nav", "muted/surface", "muted/bg", "dis/surface", "dis/bg",
    "accent/surface", "accent/bg", "accent/soft", "accent/nav", "accent_t/accent", "accent_t/accent_h", "ok/surface", "ok/bg",
    "note_b/surface", "note_b/note", "muted/note", "bad/surface",
)
"""Words on what they stand on: 4.5:1."""

EDGES = (
    "border/surface", "border/bg", "border/soft", "accent/hair", "accent/surface", "accent/soft", "focus/surface", "focus/bg",
    "focus/note", "focus/nav", "focus/soft", "note_b/note", "note_b/bg", "ok/surface", "bad/surface", "bar/surface",
)
"""Edges, rings, bars and marks on what they stand on: 3:1."""


def luminance(colour: str) -> float:
    """WCAG 2.1's relative luminance of "#RRGGBB", 0-1."""
    parts = (int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5))
    red, green, blue = (part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """WCAG 2.1's contrast ratio, 1-21."""
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def test_the_measure_itself_is_right() -> None:
    """Black on white is 21, a grey of WCAG's own examples 4.54."""
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)
    assert contrast("#767676", "#FFFFFF") == pytest.approx(4.54, abs=0.01)


@pytest.mark.parametrize("mode", ["LIGHT", "DARK"])
@pytest.mark.parametrize(("pairs", "least"), [(TEXT, 4.5), (EDGES, 3.0)])
def test_what_stands_on_what_is_told_apart(mode: str, pairs: tuple[str, ...], least: float) -> None:
    """Text 4.5:1; edges, focus and charts 3:1."""
    tokens = asdict(getattr(theme, mode))
    weak = {}
    for pair in pairs:
        over, under = (tokens[name] for name in pair.split("/"))
        if contrast(over, under) < least:
            weak[pair] = round(contrast(over, under), 2)
    assert weak == {}


@pytest.mark.parametrize("mode", ["LIGHT", "DARK"])
def test_the_sheet_uses_no_colour_that_has_no_name(mode: str) -> None:
    """A colour written past the tokens would be checked by nobody."""
    tokens = getattr(theme, mode)
    used = set(re.findall(r"#[0-9A-Fa-f]{6}\b", theme.sheet(tokens, 16, paths.resources() / "icons")))
    assert used <= set(asdict(tokens).values())


@pytest.mark.parametrize("mode", ["LIGHT", "DARK"])
@pytest.mark.parametrize("base", theme.SIZES)
def test_every_picture_and_size_the_sheet_names_is_there(mode: str, base: int) -> None:
    """Sizes come from the base; pictures lie in resources."""
    sheet = theme.sheet(getattr(theme, mode), base, paths.resources() / "icons")
    named = re.findall(r'url\("([^"]+)"\)', sheet)
    assert named
    assert all(Path(one).is_file() for one in named)
    assert f"font-size: {base}px" in sheet
    assert min(int(one) for one in re.findall(r"font-size: (\d+)px", sheet)) >= 14


def test_both_modes_name_the_same_colours_in_the_same_form() -> None:
    """Six hex digits each."""
    for tokens in (theme.LIGHT, theme.DARK):
        assert all(re.fullmatch("#[0-9A-F]{6}", one) for one in asdict(tokens).values())
