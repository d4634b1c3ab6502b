"""Functions have as many parameters as Textual counts, and these are counted once."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial, wraps
from inspect import signature
from typing import Any

import pytest
from textual import _callback

from plan_tui.tui.textual_patches.patched_app import PatchedApp

COUNTED: Callable[[Callable[..., Any]], int] = _callback._count_parameters
BY_TEXTUAL: Callable[[Callable[..., Any]], int] = _callback._count_parameters.__wrapped__  # type: ignore[attr-defined]


class Box:
    """Has methods of all kinds."""

    def none(self) -> None: ...

    def two(self, first: int, second: int = 0) -> None: ...

    def all_of(*several: object) -> None: ...

    @classmethod
    def of_class(cls, first: int) -> None: ...

    @staticmethod
    def of_none(first: int, *, named: int = 0) -> None: ...

    def __call__(self, first: int) -> None: ...


@wraps(Box.two)
def wrapping(*several: object) -> None: ...


@pytest.mark.parametrize(
    "called",
    [
        *(Box.none, Box.two, Box.all_of, Box.of_class, Box.of_none, Box, wrapping, len, max),
        *(Box().none, Box().two, Box().all_of, Box().of_class, Box().of_none, Box()),
        *(partial(Box.two, Box()), partial(Box().two, 1), lambda first, *others, named=0: None),
    ],
)
def test_the_number_is_the_same(called: Callable[..., Any]) -> None:
    try:
        number = BY_TEXTUAL(called)
    except ValueError:  # as of some that are written in C
        with pytest.raises(ValueError, match="signature"):
            COUNTED(called)
        return
    assert [COUNTED(called) for _ in range(3)] == [number] * 3


async def test_what_is_called_later_is_counted_once(monkeypatch: pytest.MonkeyPatch) -> None:
    looked_at: list[object] = []

    def look(called: Callable[..., Any]) -> object:
        looked_at.append(called)
        return signature(called)

    monkeypatch.setattr("textual._callback.signature", look)
    told: list[int] = []

    def tell(number: int) -> None:
        told.append(number)

    async with PatchedApp().run_test() as pilot:
        looked_at.clear()
        for number in range(5):
            pilot.app.call_later(tell, number)
            await pilot.pause()
        assert sorted(told) == [*range(5)]
        assert looked_at.count(tell) == 1
