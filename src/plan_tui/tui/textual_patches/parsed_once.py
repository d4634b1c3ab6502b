"""Parses each style sheet once for each set of colours.

Textual parses the style sheets of all widgets anew whenever a screen is entered for the first time:
`App.switch_mode` refreshes them, and `Stylesheet.reparse` begins with an empty memory. That takes
longer than drawing the screen. What is parsed depends on the sheet, its place and the variables
alone, and is only read afterwards.

Upstream: no issue known.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps

from textual.css.model import RuleSet
from textual.css.stylesheet import Stylesheet
from textual.css.types import CSSLocation

Parse = Callable[[Stylesheet, str, CSSLocation, bool, int, str], list[RuleSet]]


def use_parsed_sheets() -> None:
    """Let every style sheet remember what was parsed of it."""
    if not hasattr(Stylesheet._parse_rules, "__wrapped__"):
        Stylesheet._parse_rules = _remembering(Stylesheet._parse_rules)  # type: ignore[assignment, method-assign]


def _remembering(parse: Parse) -> Parse:
    parsed: dict[tuple[object, ...], list[RuleSet]] = {}

    @wraps(parse)
    def parse_once(
        self: Stylesheet,
        css: str,
        read_from: CSSLocation,
        is_default_rules: bool = False,
        tie_breaker: int = 0,
        scope: str = "",
    ) -> list[RuleSet]:
        variables = tuple(self._variables.items())
        key = (variables, css, read_from, is_default_rules, tie_breaker, scope)
        if key not in parsed:
            parsed[key] = parse(self, css, read_from, is_default_rules, tie_breaker, scope)
        return parsed[key]

    return parse_once
