"""Parses each style sheet once for each set of colours.

Textual parses the style sheets of all widgets anew whenever a screen is entered for the first time:
`App.switch_mode` refreshes them, and `Stylesheet.reparse` begins with an empty memory. That takes
longer than drawing the screen. What is parsed depends on the sheet, its place and the variables
alone, and is only read afterwards. So it can also be parsed before a screen is first entered, in a
thread (`parse_ahead`).

Upstream: no issue known.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import wraps

from textual.css.model import RuleSet
from textual.css.stylesheet import Stylesheet
from textual.css.types import CSSLocation
from textual.dom import DOMNode
from textual.widget import Widget

_OURS = f"{__name__.partition('.')[0]}."
Parse = Callable[[Stylesheet, str, CSSLocation, bool, int, str], list[RuleSet]]
Sheets = dict[tuple[object, ...], list[RuleSet]]
"""What was parsed of each sheet."""


def use_parsed_sheets() -> None:
    """Let every style sheet remember what was parsed of it."""
    if not hasattr(Stylesheet._parse_rules, "__wrapped__"):
        Stylesheet._parse_rules = _remembering(Stylesheet._parse_rules)  # type: ignore[assignment, method-assign]


def _remembering(parse: Parse) -> Parse:
    parsed: dict[tuple[tuple[str, str], ...], Sheets] = {}
    """By variables, then by sheet: a set has some hundred variables, and there are few sets."""
    latest: tuple[dict[str, str], Sheets] = {}, {}
    """The set that was last asked for: it comes again and again."""

    @wraps(parse)
    def parse_once(
        self: Stylesheet,
        css: str,
        read_from: CSSLocation,
        is_default_rules: bool = False,
        tie_breaker: int = 0,
        scope: str = "",
    ) -> list[RuleSet]:
        nonlocal latest
        variables, sheets = latest
        if self._variables is not variables:
            sheets = parsed.setdefault(tuple(self._variables.items()), {})
            latest = self._variables, sheets
        key = (css, read_from, is_default_rules, tie_breaker, scope)
        if key not in sheets:
            sheets[key] = parse(self, css, read_from, is_default_rules, tie_breaker, scope)
        return sheets[key]

    return parse_once


def parse_ahead(sheet: Stylesheet) -> None:
    """Parse the sheets of our widgets that are known by now, in the colours of a style sheet.

    Those of Textual's own only where one of ours is made of them: most are never shown.
    """
    ours = [kind for kind in _below(Widget) if kind.__module__.startswith(_OURS)]
    for kind in ours:
        for read_from, css, tie_breaker, scope in DOMNode._get_default_css(_OfClass(kind)):  # type: ignore[arg-type]
            sheet._parse_rules(css, read_from, True, tie_breaker, scope)


def _below(kind: type[Widget]) -> Iterator[type[Widget]]:
    for derived in kind.__subclasses__():
        yield derived
        yield from _below(derived)


class _OfClass:
    """What Textual asks of a widget to know the sheets of its class."""

    def __init__(self, kind: type[Widget]) -> None:
        self._node_bases = kind._css_bases(kind)
