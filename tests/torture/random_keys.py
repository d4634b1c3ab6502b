"""Keys, clicks, drags and sizes by chance, ten thousand in a row, in the application."""

from __future__ import annotations

import gc
import random
from collections.abc import Sequence
from functools import _lru_cache_wrapper, partial
from pathlib import Path
from typing import NamedTuple

from tests.torture.cases import Case, Ground
from tests.torture.walks import Visit, visit

SIZES = ((80, 24), (120, 40), (200, 60))
INPUTS, FIRST, FEW = 10_000, 2_000, 60
"""Of a case; after how many of them the memory is measured; of a case of the short form."""
GROWTH = 1.2
"""Objects and bytes of memory at the end, of those that were after the first."""
_NAMED = (
    *("up", "down", "left", "right", "home", "end", "pageup", "pagedown", "tab", "shift+tab"),
    *("enter", "escape", "space", "backspace", "delete", "f1", "f2", "f5", "ctrl+d", "ctrl+u"),
    *("ctrl+f", "ctrl+b", "ctrl+k", "ctrl+p", "ctrl+o", "ctrl+a", "ctrl+e", "ctrl+w", "alt+x"),
    *("slash", "question_mark", "colon", "left_square_bracket", "right_square_bracket"),
    *("fullwidth_solidus", "ctrl+left", "ctrl+right", "shift+up", "shift+down", "ctrl+c"),
)
_TYPED = "abcdefghijklmnopqrstuvwxyzABCDFGHIJKLMNOPRSTUVWXYZ0123456789+-.,'\"<>|*#=&図書館本ｊｋ１"
"""Without Q, which leaves, and E, which runs another program."""
_MEMORY = Path("/proc/self/statm")
"""Where Linux tells of a process's memory, in pages; the second number is what is in use."""


class _Held(NamedTuple):
    """What a process holds."""

    objects: int
    pages: int
    """Of memory; 1 where nobody tells."""


def cases(ground: Ground) -> Sequence[Case]:
    """Return a row of inputs at each size."""
    ground.database("suggested")
    return [
        Case(f"{columns}x{rows}", partial(_inputs, ground, (columns, rows)))
        for columns, rows in SIZES
    ]


def _inputs(ground: Ground, size: tuple[int, int]) -> str:
    chance = ground.chance(size)
    number = INPUTS if ground.in_full else FEW
    held: list[_Held] = []

    async def steps(there: Visit) -> None:
        for done in range(number):
            if there.has_ended:
                return
            await _one(there, chance, size)
            there.forget()
            if done + 1 in (FIRST, number):
                held.append(await _held(there, size))

    code, _ = visit(ground.database("suggested"), steps, size, longest=None)
    assert code is None, f"ended with {code}"
    if len(held) < 2:
        return f"went on through {number:,} inputs"
    first, last = held
    grown = (
        f"objects alive times {last.objects / first.objects:.2f}, "
        f"memory in use times {last.pages / first.pages:.2f}"
    )
    assert last.objects <= GROWTH * first.objects, grown
    assert last.pages <= GROWTH * first.pages, grown
    return f"went on through {number:,} inputs, {grown}"


async def _one(there: Visit, chance: random.Random, size: tuple[int, int]) -> None:
    """Do one thing; the way back stands there often, lest most is typed into one window."""
    kind = chance.random()
    if kind < 0.02:
        await there.resize(chance.randrange(1, 220), chance.randrange(1, 70))
    elif kind < 0.06:
        await there.resize(*size)
    elif kind < 0.12:
        await there.click(*_place(chance, size))
    elif kind < 0.14:
        await there.drag(_place(chance, size), _place(chance, size))
        await there.press(*chance.choice([(), ("ctrl+c",)]))
    elif kind < 0.2:
        await there.press("escape")
    elif kind < 0.55:
        await there.press(chance.choice(_NAMED))
    else:
        await there.press(chance.choice(_TYPED))


def _place(chance: random.Random, size: tuple[int, int]) -> tuple[int, int]:
    return chance.randrange(size[0]), chance.randrange(size[1])


async def _held(there: Visit, size: tuple[int, int]) -> _Held:
    """Return what is held once the overview is all that is shown.

    What functions remember up to a number counts with the memory alone: Textual has forty of them,
    for places, sizes and styles, which ten thousand inputs at as many sizes have not filled yet.
    """
    await there.resize(*size)
    await there.press(*["escape"] * 6)
    while len(there.app.screen_stack) > 1:
        await there.app.pop_screen()
    await there.press("0")
    await there.settle()  # what is still computed beside the screens would count
    pages = int(_MEMORY.read_text(encoding="ascii").split()[1]) if _MEMORY.exists() else 1
    gc.unfreeze()
    for function in [each for each in gc.get_objects() if isinstance(each, _lru_cache_wrapper)]:
        if function.cache_info().maxsize is not None:
            function.cache_clear()
    gc.collect()
    return _Held(len(gc.get_objects()), pages)
