"""What is told without a pattern is what the pattern would tell."""

from __future__ import annotations

import re
import sys
import unicodedata
from collections.abc import Iterator
from unittest.mock import patch

from hypothesis import given, settings
from hypothesis import strategies as st

from plan_tui.errors import UsageError
from plan_tui.query import grammar
from plan_tui.query.grammar import parse_query
from plan_tui.text import characters
from plan_tui.text.characters import is_readable
from plan_tui.text.kana import is_kana
from plan_tui.text.language import Language

KANA = re.compile(r"[ぁ-ゖゝゞァ-ヺー・ \u3000-]*[ぁ-ゖァ-ヺ][ぁ-ゖゝゞァ-ヺー・ \u3000-]*")


class AnyLetter:
    """Holds every letter."""

    def isdisjoint(self, text: str) -> bool:
        return not text


def every_letter() -> Iterator[str]:
    return map(chr, range(sys.maxunicode + 1))


def taken_apart(text: str) -> object:
    """Return a query taken apart, or what is said of one that cannot be."""
    try:
        return parse_query(text)
    except UsageError as error:
        return error.say(Language.EN)


@settings(deadline=None)  # a filter loads them all
@given(st.text('森の a\u3000\t\n\x1c\x85\xa0\u2003：:－-‐"“kind', max_size=12))
def test_a_query_of_words_alone_is_taken_apart_as_any_other(text: str) -> None:
    with patch.object(grammar, "_MARKS_OF_FILTERS", AnyLetter()):
        expected = taken_apart(text)
    assert taken_apart(text) == expected


@given(st.text("かがぁゖゝゞアヺヽー・ \u3000-ｶﾞ森a", max_size=8))
def test_kana_are_told_as_a_pattern_tells_them(text: str) -> None:
    assert is_kana(text) == (KANA.fullmatch(unicodedata.normalize("NFKC", text)) is not None)


def test_no_plain_letter_is_unreadable() -> None:
    plain = [letter for letter in every_letter() if characters._PLAIN[letter]]
    assert len(plain) > 20_000
    for before in ("", "か", "ウ", "森", "a"):
        assert characters.UNREADABLE.search("\0".join(before + letter for letter in plain)) is None


@given(st.text("森のカ゛ﾞ゜\u3099\u0301\u200b\u2f00\u2e80\ufeffaé㐀", max_size=6))
def test_readable_is_what_has_no_unreadable_letter(text: str) -> None:
    assert is_readable(text) == (characters.UNREADABLE.search(text) is None)
    assert is_readable(text * 20) == (characters.UNREADABLE.search(text * 20) is None)


def test_what_is_its_own_form_is_left_as_it_is() -> None:
    forms = [letter for letter in every_letter() if characters.is_its_own_form(letter)]
    assert len(forms) > 20_000
    assert all(unicodedata.normalize("NFKC", letter).lower() == letter for letter in forms)
    assert all(characters.kanji_of(letter) == letter for letter in forms)
    assert re.search(f"[{characters.INVISIBLE}]", "".join(forms)) is None
