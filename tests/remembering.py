"""Computes once what a test asks for again and again."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from functools import wraps
from typing import ParamSpec, TypeVar

Given = ParamSpec("Given")
Result = TypeVar("Result")


def remembering(
    function: Callable[Given, Result], key: Callable[Given, Hashable]
) -> Callable[Given, Result]:
    """Return a function that computes once for each key of what it is given."""
    results: dict[Hashable, Result] = {}

    @wraps(function)
    def remembered(*words: Given.args, **options: Given.kwargs) -> Result:
        name = key(*words, **options)
        if name not in results:
            results[name] = function(*words, **options)
        return results[name]

    return remembered
