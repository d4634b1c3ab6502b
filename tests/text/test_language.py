"""Phrases: numbers agree with their words."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

import plan_tui
from plan_tui.text.language import LONGEST, Language, Phrase

ROOT = Path(plan_tui.__file__).parent
VERBS = "does|has|holds|is|leaves|names|needs|reads|says|stands"
ONE_OF_MANY = re.compile(rf"\b1 (?!(?:{VERBS})\b)\w+s\b")


@cache
def phrases() -> dict[str, Phrase]:
    """Return every phrase that the program writes out, by its place."""
    return dict(_phrases())


def _phrases() -> Iterator[tuple[str, Phrase]]:
    for path in sorted(ROOT.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "Phrase":
                words = [part.value for part in node.args if isinstance(part, ast.Constant)]
                if len(words) == 2:
                    place = f"{path.relative_to(ROOT)}:{node.lineno}:{node.col_offset}"
                    yield place, Phrase(str(words[0]), str(words[1]))


def counting() -> dict[str, Phrase]:
    return {place: phrase for place, phrase in phrases().items() if "{" in phrase.en}


def filled(phrase: Phrase, number: int) -> str:
    """Return the English with every field filled by one number."""
    names = re.findall(r"\{(\w+)", phrase.en)
    return phrase.say(Language.EN, **dict.fromkeys(names, number))


def test_of_one_the_singular_is_said() -> None:
    said = {place: filled(phrase, 1) for place, phrase in counting().items()}
    wrong = {place: words for place, words in said.items() if ONE_OF_MANY.search(words)}
    assert wrong == {}, "write {count:hit|hits}"


def test_the_phrases_are_found() -> None:
    assert len(phrases()) > 500
    said = {filled(phrase, 1) for phrase in counting().values()}
    assert {"1 hit", "1 target, filter:", "1 column, 1 line"} <= said
    said = {filled(phrase, 2) for phrase in counting().values()}
    assert {"2 hits", "2 targets, filter:", "2 columns, 2 lines"} <= said


@pytest.mark.parametrize(
    ("count", "said"),
    [(0, "0 hits"), (1, "1 hit"), ("1", "1 hit"), ("1 + 1 similar", "1 + 1 similar hits")],
)
def test_a_number_chooses_its_word(count: object, said: str) -> None:
    hits = Phrase("{count}件", "{count} {count:hit|hits}")
    assert hits.say(Language.EN, count=count) == said
    assert hits.of(count=count).en == said
    assert hits.say(Language.JA, count=count) == f"{count}件"


def test_a_message_repeats_long_text_without_its_middle() -> None:
    missing = Phrase("{name!r}がない", "no {name!r} among {count:,} names")
    said = missing.of(name=f"head{'x' * 10_000}tail", count=10_000).en
    assert re.fullmatch(r"no 'headx+ \.\.\. x+tail' among 10,000 names", said)
    assert len(said) < LONGEST + 30
    assert missing.of(name="x" * LONGEST, count=1).en == f"no '{'x' * LONGEST}' among 1 names"
