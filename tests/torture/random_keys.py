"""Keys, clicks and sizes by chance, ten thousand in a row, in the application."""

from __future__ import annotations

import asyncio
import gc
import random
from collections.abc import Sequence
from functools import partial

from tests.torture.cases import Case, Ground
from tests.torture.walks import Visit, visit

SIZES = ((80, 24), (120, 40), (200, 60))
INPUTS, FIRST, FEW = 10_000, 2_000, 60
"""Of a case; after how many of them the objects are counted; of a case of the short form."""
GROWTH = 1.2
"""Objects alive at the end, of those that were after the first."""
_NAMED = (
    *("up", "down", "left", "right", "home", "end", "pageup", "pagedown", "tab", "shift+tab"),
    *("enter", "escape", "space", "backspace", "delete", "f1", "f2", "f5", "ctrl+d", "ctrl+u"),
    *("ctrl+f", "ctrl+b", "ctrl+k", "ctrl+p", "ctrl+o", "ctrl+a", "ctrl+e", "ctrl+w", "alt+x"),
    *("slash", "question_mark", "colon", "left_square_bracket", "right_square_bracket"),
    *("fullwidth_solidus", "ctrl+left", "ctrl+right", "shift+up", "shift+down", "ctrl+c"),
)
_TYPED = "abcdefghijklmnopqrstuvwxyzABCDFGHIJKLMNOPRSTUVWXYZ0123456789+-.,'\"<>|*#=&図書館本ｊｋ１"
"""Without Q, which leaves, and E, which runs another program."""


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
    alive: list[int] = []

    async def steps(there: Visit) -> None:
        for done in range(number):
            if there.has_ended:
                return
            await _one(there, chance, size)
            there.forget()
            if done + 1 in (FIRST, number):
                alive.append(await _objects(there, size))

    code, _ = visit(ground.database("suggested"), steps, size, longest=None)
    assert code is None, f"ended with {code}"
    if len(alive) > 1:
        assert alive[-1] <= GROWTH * alive[0], f"objects alive: {alive[0]}, then {alive[-1]}"
    return f"went on through {number:,} inputs"


async def _one(there: Visit, chance: random.Random, size: tuple[int, int]) -> None:
    kind = chance.random()
    if kind < 0.04:
        await there.resize(chance.randrange(1, 220), chance.randrange(1, 70))
    elif kind < 0.06:
        await there.resize(*size)
    elif kind < 0.14:
        await there.click(chance.randrange(size[0]), chance.randrange(size[1]))
    elif kind < 0.55:
        await there.press(chance.choice(_NAMED))
    else:
        await there.press(chance.choice(_TYPED))


async def _objects(there: Visit, size: tuple[int, int]) -> int:
    """Return how many objects are alive once the overview is all that is shown."""
    await there.resize(*size)
    await there.press(*["escape"] * 6)
    while len(there.app.screen_stack) > 1:
        await there.app.pop_screen()
    await there.press("0")
    await asyncio.sleep(0)
    gc.unfreeze()
    gc.collect()
    return len(gc.get_objects())
