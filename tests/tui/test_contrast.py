"""Contrast of at least 4.5 to 1, in every theme: of the roles, and of what is drawn."""

from __future__ import annotations

from functools import cache

import pytest
from rich.color import Color

from plan_tui.tui.app import PlanApp
from plan_tui.tui.themes import INKS, PALETTES, THEMES
from tests.linear_light import linear
from tests.tui.tour import segments, tour

LEAST = 4.5
GROUNDS = ("ground", "pane", "bar", "stripe")


def luminance(red: int, green: int, blue: int) -> float:
    """Return the relative luminance of a colour, as WCAG 2 defines it."""
    return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue)


@cache
def contrast(one: Color, other: Color) -> float:
    first, second = (luminance(*colour.get_truecolor()) for colour in (one, other))
    light, dark = max(first, second), min(first, second)
    return (light + 0.05) / (dark + 0.05)


def test_the_measure_itself() -> None:
    assert contrast(Color.parse("#ffffff"), Color.parse("#000000")) == pytest.approx(21)
    assert contrast(Color.parse("#777777"), Color.parse("#ffffff")) == pytest.approx(4.48, abs=0.01)


@pytest.mark.parametrize("theme", PALETTES)
@pytest.mark.parametrize("role", INKS)
def test_roles(theme: str, role: str) -> None:
    colours, ink = PALETTES[theme], INKS[role]
    for ground in [ink.ground] if ink.ground else GROUNDS:
        found = contrast(Color.parse(colours[ink.colour]), Color.parse(colours[ground]))
        assert found >= LEAST, (role, ground, found)


def test_no_difference_is_told_by_colour_alone() -> None:
    marked = ("new", "gone", "shared", "hit-now", "table-head", "cursor")
    assert all(INKS[role].style for role in marked)
    assert INKS["new"].style != INKS["gone"].style


async def test_what_is_drawn(app: PlanApp) -> None:
    weak: set[tuple[str, ...]] = set()
    themes = list(THEMES)
    async with app.run_test(size=(120, 36), notifications=True) as pilot:
        async for place in tour(app, pilot):
            themes.reverse()  # begins with the theme that the last place ended with
            for theme in themes:
                app.theme = theme.name
                await pilot.pause()
                for segment in segments(app):
                    style = segment.style
                    if not segment.text.strip() or style is None:
                        continue
                    assert style.color is not None
                    assert style.bgcolor is not None
                    if contrast(style.bgcolor, style.color) < LEAST:
                        pair = f"{style.color.name} on {style.bgcolor.name}"
                        weak.add((place, theme.name, segment.text, pair))
    assert weak == set()


async def test_the_theme_key_goes_round(app: PlanApp) -> None:
    async with app.run_test(size=(100, 30)) as pilot:
        seen = [app.theme]
        for _ in THEMES:
            await pilot.press("T")
            seen.append(app.theme)
        assert seen[0] == seen[-1]
        assert set(seen) == {theme.name for theme in THEMES}
