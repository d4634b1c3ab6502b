"""The pictures of the documentation: of every screen, and as the application is.

`pytest tests/tui/test_pictures.py --update-goldens` takes all of them anew.
"""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from rich.segment import Segment
from rich.style import Style
from scripts import readme_pictures

from plan_tui.tui.screens.plan_screen import PlanScreen
from tests.goldens import OPTION, Goldens
from tests.tui.pictures import PICTURES, Picture, take

DOCS = Path(__file__).parents[2] / "docs"
COMPARED = ("compare", "help")
"""The pictures that every run compares: taking one is slow."""


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    if "picture" in metafunc.fixturenames:
        every = metafunc.config.getoption(OPTION)
        pictures = [one for one in PICTURES if every or one.name in COMPARED]
        metafunc.parametrize("picture", pictures, ids=lambda picture: picture.name)


def leaves(kind: type[PlanScreen]) -> set[type[PlanScreen]]:
    """Return the screens that are shown: the classes that no other is made from."""
    below = [one for one in kind.__subclasses__() if one.__module__.startswith("plan_tui.")]
    return set().union(*map(leaves, below)) if below else {kind}


def test_every_screen_has_its_picture() -> None:
    pictured = {picture.screen for picture in PICTURES}
    screens = leaves(PlanScreen)
    assert len(screens) >= 10
    assert screens - pictured == set()


def test_the_document_shows_the_pictures_that_there_are() -> None:
    text = (DOCS / "screens.md").read_text(encoding="utf-8")
    shown = re.findall(r"!\[.+\]\(screens/([\w-]+)\.svg\)", text)
    there = [file.stem for file in (DOCS / "screens").glob("*.svg")]
    assert sorted(shown) == sorted(there) == sorted(picture.name for picture in PICTURES)


async def test_a_picture_is_as_the_screen_is(
    picture: Picture, goldens: Goldens, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("HOME", str(tmp_path))  # so that no picture names a folder of this machine
    drawn = await take(picture)
    assert drawn == goldens.kept(DOCS / "screens" / f"{picture.name}.svg", drawn)


@pytest.mark.parametrize("shown", readme_pictures.PICTURES, ids=lambda shown: shown.name)
async def test_a_picture_of_the_readmes_shows_the_screen_as_it_is(
    shown: readme_pictures.ReadmePicture,
) -> None:
    lines = await readme_pictures.drawn_lines(shown)
    assert len(lines) == shown.size[1]
    # Draw them anew: `python -m scripts.readme_pictures`
    assert shown.screen_digest == readme_pictures.digest_of(lines)


def test_the_digest_of_a_screen_tells_its_characters_and_styles() -> None:
    line = [Segment("版", Style(bold=True)), Segment("2021")]
    whole = readme_pictures.digest_of([line])
    assert readme_pictures.digest_of([[line[0], Segment("20"), Segment("21")]]) == whole
    changed = ([[line[0], Segment("2022")]], [[Segment("版"), line[1]]], [line, line])
    assert whole not in map(readme_pictures.digest_of, changed)
