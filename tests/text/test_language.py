"""Phrases: numbers agree with their words."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

import plan_tui
from plan_tui.text.language import LONGEST, Language, Phrase

ROOT = Path(plan_tui.__file__).parent
VERBS = "does|has|holds|is|leaves|names|needs|reads|says|stands"
ONE_OF_MANY = re.compile(rf"\b1 (?!(?:{VERBS})\b)\w+s\b")


def phrases() -> Iterator[tuple[str, Phrase]]:
    """Yield every phrase that the program writes out, with its place."""
    for path in sorted(ROOT.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "Phrase":
                words = [part.value for part in node.args if isinstance(part, ast.Constant)]
                if len(words) == 2:
                    place = f"{path.relative_to(ROOT)}:{node.lineno}:{node.col_offset}"
                    yield place, Phrase(str(words[0]), str(words[1]))


ALL = dict(phrases())
COUNTING = {place: phrase for place, phrase in ALL.items() if "{" in phrase.en}


def filled(phrase: Phrase, number: int) -> str:
    """Return the English with every field filled by one number."""
    names = re.findall(r"\{(\w+)", phrase.en)
    return phrase.say(Language.EN, **dict.fromkeys(names, number))


@pytest.mark.parametrize("place", COUNTING)
def test_of_one_the_singular_is_said(place: str) -> None:
    assert not ONE_OF_MANY.search(filled(COUNTING[place], 1)), "write {count:hit|hits}"


def test_the_phrases_are_found() -> None:
    assert len(ALL) > 500
    said = {filled(phrase, 1) for phrase in COUNTING.values()}
    assert {"1 hit", "1 target, filter:", "1 column, 1 line"} <= said
    said = {filled(phrase, 2) for phrase in COUNTING.values()}
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
