"""Patterns that are compiled when they are first used do what compiled ones do."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest

from plan_tui.text.late_pattern import late_pattern

SOURCE = r"(?P<word>[a-z]+)(\d)?"
USES: dict[str, Callable[[re.Pattern[str]], object]] = {
    "search": lambda pattern: pattern.search("12 ab3"),
    "match": lambda pattern: pattern.match("ab3", 1),
    "fullmatch": lambda pattern: pattern.fullmatch("AB3"),
    "split": lambda pattern: pattern.split("1ab3 2cd"),
    "findall": lambda pattern: pattern.findall("ab3 cd"),
    "finditer": lambda pattern: [match.span() for match in pattern.finditer("ab3 cd")],
    "sub": lambda pattern: pattern.sub(r"<\1>", "ab3 cd", count=1),
    "subn": lambda pattern: pattern.subn("x", "ab3 cd"),
    "pattern": lambda pattern: pattern.pattern,
    "groups": lambda pattern: (pattern.groups, dict(pattern.groupindex), pattern.flags),
}


@pytest.mark.parametrize("use", USES.values(), ids=USES)
def test_every_use_gives_what_a_compiled_pattern_gives(
    use: Callable[[re.Pattern[str]], object],
) -> None:
    late, compiled = late_pattern(SOURCE, re.IGNORECASE), re.compile(SOURCE, re.IGNORECASE)
    for _ in range(2):
        assert repr(use(late)) == repr(use(compiled))


def test_it_is_compiled_once_and_not_before_it_is_used() -> None:
    asked: list[str] = []

    def source() -> str:
        asked.append("source")
        return "a+"

    pattern = late_pattern(source)
    assert asked == []
    assert pattern.findall("aab a") == ["aa", "a"]
    assert pattern.sub("", "aab") == "b"
    assert asked == ["source"]


def test_what_a_pattern_has_not_is_not_there() -> None:
    assert not hasattr(late_pattern("a"), "groupdict")


def test_a_wrong_expression_is_refused_when_it_is_used() -> None:
    wrong = late_pattern("(")
    with pytest.raises(re.error):
        wrong.search("x")
