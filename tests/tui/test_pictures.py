"""The pictures of the documentation: of every screen, and as the application is."""

from __future__ import annotations

import importlib.util
import re
import sys
from pathlib import Path
from types import ModuleType

import pytest

from plan_tui.tui.screens.plan_screen import PlanScreen

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def script() -> ModuleType:
    """Return the script that takes the pictures."""
    spec = importlib.util.spec_from_file_location("screenshot", ROOT / "scripts" / "screenshot.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules["screenshot"] = module
    spec.loader.exec_module(module)
    return module


def leaves(kind: type[PlanScreen]) -> set[type[PlanScreen]]:
    """Return the screens that are shown: the classes that no other is made from."""
    below = [one for one in kind.__subclasses__() if one.__module__.startswith("plan_tui.")]
    return set().union(*map(leaves, below)) if below else {kind}


def test_every_screen_has_its_picture(script: ModuleType) -> None:
    pictured = {picture.screen for picture in script.PICTURES}
    screens = leaves(PlanScreen)
    assert len(screens) >= 10
    assert screens - pictured == set()


def test_the_document_shows_the_pictures_that_there_are(script: ModuleType) -> None:
    text = (ROOT / "docs" / "screens.md").read_text(encoding="utf-8")
    shown = re.findall(r"!\[.+\]\(screens/([\w-]+)\.svg\)", text)
    there = [file.stem for file in (ROOT / "docs" / "screens").glob("*.svg")]
    assert sorted(shown) == sorted(there) == sorted(one.name for one in script.PICTURES)


@pytest.mark.parametrize("name", ["compare", "help"])
async def test_a_picture_is_as_the_screen_is(script: ModuleType, name: str) -> None:
    picture = next(one for one in script.PICTURES if one.name == name)
    committed = (script.FOLDER / f"{name}.svg").read_text(encoding="utf-8")
    assert await script.take(picture) == committed, "python scripts/screenshot.py draws it anew"
