"""Lets widgets go once their screen is closed.

Textual keeps closed widgets in two memories, so that an application grows with every screen that is
opened and closed:

* The last 1,024 pairs of background styles are remembered by an ``lru_cache`` on a method of each
  widget's cache of lines (`StylesCache.get_inner_outer`). The keys hold that cache, and with it
  the lines of the widget. What is remembered follows from the two colours alone.
  Upstream: https://github.com/Textualize/textual/issues/6665 (open).
* A widget that watches an attribute of the application stands in the application's list of watchers
  until that attribute changes, which those of an application seldom do.
  Upstream: https://github.com/Textualize/textual/issues/6666 (open).
"""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache, wraps
from types import FunctionType
from typing import Any

from textual._styles_cache import StylesCache
from textual.app import App
from textual.color import Color
from textual.dom import DOMNode
from textual.reactive import Reactive
from textual.style import Style

_Styles = tuple[Style, Style]
_WATCHERS = "__watchers"
"""The attribute in which an object has its watchers by the name of what they watch."""


def use_shared_backgrounds() -> None:
    """Let all widgets remember background styles together, by their colours alone."""
    original = StylesCache.get_inner_outer
    if isinstance(original, FunctionType):  # else it is still a method with a memory
        return

    @wraps(original)
    def inner_outer(self: StylesCache, base: Color, background: Color) -> _Styles:
        return _of_colours(base, background)

    inner_outer.__wrapped__ = original
    StylesCache.get_inner_outer = inner_outer  # type: ignore[assignment, method-assign]


@lru_cache(1024)
def _of_colours(base: Color, background: Color) -> _Styles:
    """Return the styles inside and outside of a border."""
    return Style(background=base + background), Style(background=base)


def use_ending_watchers() -> None:
    """Let a widget that ended watch its application no longer."""
    clear = Reactive._clear_watchers
    if not hasattr(clear, "__wrapped__"):
        Reactive._clear_watchers = staticmethod(_clearing(clear))  # type: ignore[assignment, method-assign]


def _clearing(clear: Callable[[Any], None]) -> Callable[[Any], None]:
    @wraps(clear)
    def clear_both(node: DOMNode) -> None:
        clear(node)
        if not isinstance(node, App):
            for watchers in getattr(node.app, _WATCHERS, {}).values():
                watchers[:] = [watcher for watcher in watchers if watcher[0] is not node]

    return clear_both
