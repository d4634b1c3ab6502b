"""The databases that hardships start from, each made once in a run."""

from __future__ import annotations

import tempfile
from collections.abc import Callable
from functools import cache
from pathlib import Path

from tests.worlds import named
from tests.worlds.world import World


def _whole() -> World:
    """Return a world that has a row in every table that a build fills."""
    world = named.built().with_readings(named.READINGS, named.ALIASES)
    return world


WORLDS: dict[str, Callable[[], World]] = {
    "packaged": _whole,
    "linked": named.linked,
    "suggested": named.suggested,
}
"""Name → what makes the world."""


@cache
def _folder() -> tempfile.TemporaryDirectory[str]:
    return tempfile.TemporaryDirectory(prefix="plan-tui-torture-")


@cache
def database_of(world: str) -> Path:
    """Return the database of a world; it is not to be changed."""
    return WORLDS[world]().write(Path(_folder().name) / f"{world}.db")
