"""The document on the architecture names files, folders and rooms that are there, and all rooms."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
SOURCE = ROOT / "src" / "plan_tui"
TEXT = (ROOT / "docs" / "architecture.md").read_text(encoding="utf-8")
PATHS = sorted(set(re.findall(r"`((?:\w+/)+(?:\w+\.\w+)?)`", TEXT)))
LAYERS = next(
    contract["layers"]
    for contract in tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"][
        "importlinter"
    ]["contracts"]
    if contract["type"] == "layers" and "plan_tui.cli" in contract["layers"]
)
ROOMS = [[room.strip().removeprefix("plan_tui.") for room in layer.split("|")] for layer in LAYERS]


@pytest.mark.parametrize("path", PATHS)
def test_each_path_is_there(path: str) -> None:
    assert (SOURCE / path).exists() or (ROOT / path).exists()


def test_many_paths_are_named() -> None:
    assert len(PATHS) > 40


def test_the_floors_are_those_of_the_import_contract() -> None:
    rows = re.findall(r"^\| (\d+) \| (.*?) \|", TEXT, re.MULTILINE)
    assert [int(floor) for floor, _ in rows] == list(range(len(ROOMS), 0, -1))
    assert [re.findall(r"`(\w+)`", rooms) for _, rooms in rows] == ROOMS


def test_every_room_has_a_row() -> None:
    folders = {path.name for path in SOURCE.iterdir() if (path / "__init__.py").exists()}
    assert folders | {"errors"} == {room for rooms in ROOMS for room in rooms}
