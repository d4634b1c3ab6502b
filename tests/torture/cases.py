"""What a family of hardships tries, and what came of it."""

from __future__ import annotations

import random
import shutil
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from tests.torture.grounds import database_of


@dataclass(frozen=True, slots=True)
class Ground:
    """Where a family tries its cases."""

    folder: Path
    """An empty folder of the family's own."""
    seed: str
    """All chance of the family comes from it."""
    in_full: bool
    """False for the short form, which may make its cases smaller."""

    def chance(self, *about: object) -> random.Random:
        """Return what gives the same numbers for the same seed and the same matter."""
        return random.Random(":".join(map(str, (self.seed, *about))))

    def database(self, world: str = "packaged") -> Path:
        """Return a copy of the database of a made-up world, made when it is first asked for."""
        path = self.folder / f"{world}.db"
        if not path.exists():
            shutil.copy(database_of(world), path)
        return path


@dataclass(frozen=True, slots=True)
class Case:
    """One hardship."""

    name: str
    """What is done, in words that let somebody repeat it."""
    act: Callable[[], str]
    """Does it and returns in a few words how it ended; raises what must not be."""


@dataclass(frozen=True, slots=True)
class Family:
    """Hardships of one kind."""

    name: str
    """In a word or two."""
    does: str
    """What is tried, for the document."""
    holds: str
    """What must hold in each case."""
    cases: Callable[[Ground], Sequence[Case]]
    """All cases of the full form, in an order that does not change."""
    sample: int
    """How many of them the short form tries, spread evenly."""
    least: int
    """How many the full form has at least."""
    seconds: float = 60
    """Of the processor, after which a case counts as one that never ends."""
    slow: float = 0
    """Seconds of the processor over which a case is slow: reported, failed in the full form; 0 for
    any."""
    batch: int = 200
    """Cases that one process tries."""


@dataclass(slots=True)
class Tally:
    """What came of a family."""

    ends: Counter[str] = field(default_factory=Counter)
    """How a case ended → how many did."""
    failures: list[str] = field(default_factory=list)
    """What must not be: the case, and what was wrong."""
    slow: list[str] = field(default_factory=list)
    """Cases that took more of the processor than they may."""

    @property
    def tried(self) -> int:
        """The number of cases."""
        return self.ends.total() + len(self.failures)


def sampled(cases: Sequence[Case], number: int) -> list[Case]:
    """Return so many of the cases, spread evenly over all."""
    if number >= len(cases):
        return list(cases)
    return [cases[place * len(cases) // number] for place in range(number)]
