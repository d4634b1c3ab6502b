"""Bytes that are turned in a database: each that alters what it holds is found."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from functools import cache, partial
from pathlib import Path

from tests.store.test_seal import faults, held
from tests.torture.cases import Case, Ground

FLIPS = 1000


def cases(ground: Ground) -> Sequence[Case]:
    """Return one turned bit each, anywhere in the file."""
    ground.database()
    return [Case(f"bit {number}", partial(_turn, ground, number)) for number in range(FLIPS)]


@cache
def held_before(path: Path) -> object:
    """Return all that an undamaged database holds."""
    return held(path)


def _turn(ground: Ground, number: int) -> str:
    whole = ground.database()
    content = bytearray(whole.read_bytes())
    chance = ground.chance(number)
    place, bit = chance.randrange(len(content)), 1 << chance.randrange(8)
    content[place] ^= bit
    damaged = ground.folder / "turned" / f"{number}.db"
    damaged.parent.mkdir(exist_ok=True)
    damaged.write_bytes(content)
    try:
        return _end(damaged, held_before(whole), f"byte {place}, bit {bit}")
    finally:
        damaged.unlink()


def _end(damaged: Path, before: object, where: str) -> str:
    try:
        same = held(damaged) == before
    except (sqlite3.Error, UnicodeError):
        same = False
    is_named = bool(faults(damaged))
    assert same or is_named, where
    return "found" if is_named else "harmless: no row, index or shape differs"
