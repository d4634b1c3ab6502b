"""Colours that tell things apart do so for eyes that lack one kind of cone, in every theme.

How a dichromat sees a colour is simulated as by Machado, Oliveira and Fernandes, "A
physiologically-based model for simulation of color vision deficiency" (IEEE TVCG 15, 2009), with
their matrices of severity 1.0 over linear RGB. Distances are Euclidean in Ottosson's Oklab (2020),
where 0.02 is a just noticeable difference.
"""

from __future__ import annotations

from itertools import combinations

import pytest
from rich.color import Color

from plan_tui.tui.line_filters import IN_ASCII
from plan_tui.tui.render.bars import sign_of
from plan_tui.tui.themes import EDITION_COLOURS, PALETTES, edition_role
from tests.linear_light import linear

Vector = tuple[float, float, float]
Matrix = tuple[Vector, Vector, Vector]

VISIONS: dict[str, Matrix] = {
    "trichromacy": ((1, 0, 0), (0, 1, 0), (0, 0, 1)),
    "protanopia": (
        (0.152286, 1.052583, -0.204868),
        (0.114503, 0.786281, 0.099216),
        (-0.003882, -0.048116, 1.051998),
    ),
    "deuteranopia": (
        (0.367322, 0.860646, -0.227968),
        (0.280085, 0.672501, 0.047413),
        (-0.011820, 0.042940, 0.968881),
    ),
    "tritanopia": (
        (1.255528, -0.076749, -0.178779),
        (-0.078411, 0.930809, 0.147602),
        (0.004733, 0.691367, 0.303900),
    ),
}
_CONES: Matrix = (
    (0.4122214708, 0.5363325363, 0.0514459929),
    (0.2119034982, 0.6806995451, 0.1073969566),
    (0.0883024619, 0.2817188376, 0.6299787005),
)
_OKLAB: Matrix = (
    (0.2104542553, 0.7936177850, -0.0040720468),
    (1.9779984951, -2.4285922050, 0.4505937099),
    (0.0259040371, 0.7827717662, -0.8086757660),
)
DIFFERENCES = ("new", "gone", "changed", "tag")
"""The last one is that of shared phrases."""
SETS: dict[str, tuple[tuple[str, ...], float]] = {
    "differences": (DIFFERENCES, 0.08),
    "grounds of differences": (tuple(f"{name}-ground" for name in DIFFERENCES), 0.02),
    "editions": (tuple(f"edition-{n}" for n in range(1, EDITION_COLOURS + 1)), 0.08),
}
"""Colours of a palette and their least distance: four just noticeable differences for text, and
one for the grounds below it, which only support it."""


def times(matrix: Matrix, vector: Vector) -> Vector:
    first, second, third = (sum(a * b for a, b in zip(row, vector, strict=True)) for row in matrix)
    return first, second, third


def seen(colour: str, vision: str) -> Vector:
    """Return a colour in Oklab as an eye sees it."""
    red, green, blue = Color.parse(colour).get_truecolor()
    simulated = times(VISIONS[vision], (linear(red), linear(green), linear(blue)))
    red_, green_, blue_ = (min(1.0, max(0.0, share)) for share in simulated)
    long, middle, short = times(_CONES, (red_, green_, blue_))
    return times(_OKLAB, (long ** (1 / 3), middle ** (1 / 3), short ** (1 / 3)))


def distance(one: str, other: str, vision: str) -> float:
    pairs = zip(seen(one, vision), seen(other, vision), strict=True)
    return float(sum((a - b) ** 2 for a, b in pairs) ** 0.5)


def test_the_measure_itself() -> None:
    assert distance("#000000", "#ffffff", "trichromacy") == pytest.approx(1, abs=1e-6)
    for vision in VISIONS:  # greys look the same to all
        assert seen("#777777", vision) == pytest.approx(seen("#777777", "trichromacy"), abs=1e-4)
    assert distance("#ff0000", "#00a000", "trichromacy") > 0.35
    assert distance("#ff0000", "#00a000", "deuteranopia") < 0.05


@pytest.mark.parametrize("vision", VISIONS)
@pytest.mark.parametrize("colours", SETS)
@pytest.mark.parametrize("theme", PALETTES)
def test_colours_stay_apart(theme: str, colours: str, vision: str) -> None:
    names, least = SETS[colours]
    palette = PALETTES[theme]
    found = {
        (one, other): distance(palette[one], palette[other], vision)
        for one, other in combinations(names, 2)
    }
    assert {pair: size for pair, size in found.items() if size < least} == {}


def test_eight_editions_have_colours_and_signs_and_further_ones_none_of_theirs() -> None:
    first, further = range(1, 9), range(9, 13)
    for of in (edition_role, sign_of, lambda ordinal: IN_ASCII[sign_of(ordinal)]):
        assert len({of(ordinal) for ordinal in first}) == 8
        assert len({of(ordinal) for ordinal in further}) == 1
        assert not {of(ordinal) for ordinal in first} & {of(ordinal) for ordinal in further}
