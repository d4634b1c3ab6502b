"""Counts the parameters of a function once.

Whatever is called later, or after a drawing, is called with as many arguments as it takes.
Textual counts these by `inspect.signature`, which takes longer than many of the calls, and keeps
the number for what it calls directly, yet not for what it calls through a `partial`: a screen that
is opened calls dozens so, and each key that a test presses one for every widget.

Upstream: no issue known.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from types import FunctionType, MethodType
from typing import Any

from textual import _callback

Count = Callable[[Callable[..., Any]], int]


def use_counted_parameters() -> None:
    """Let each function, and each method of an object, remember how many parameters it has."""
    if not hasattr(_callback._count_parameters, "__wrapped__"):
        _callback._count_parameters = _remembering(_callback._count_parameters)  # type: ignore[assignment]


def _remembering(count: Count) -> Count:
    @wraps(count)
    def count_once(called: Callable[..., Any]) -> int:
        is_method = isinstance(called, MethodType)
        function = called.__func__ if isinstance(called, MethodType) else called
        if not isinstance(function, FunctionType):
            return count(called)
        name = "_parameters_of_method" if is_method else "_parameters"
        number: int | None = vars(function).get(name)
        if number is None:
            number = vars(function)[name] = count(called)
        return number

    return count_once
