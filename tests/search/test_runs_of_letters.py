"""Runs of letters, told without patterns of kanji, beside the patterns that would tell them."""

from __future__ import annotations

import re
import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from plan_tui.query.word_matcher import is_short_kanji
from plan_tui.search import all_words, asked_words
from plan_tui.search.fuzzy import CharacterClass, character_class
from plan_tui.search.year_words import edition_word, year_forms

LETTERS = "森の図書館をアヴヺーヽ゠aZ9-.,'’‘`+・々㐀䶿一鿿豈ぁゖゝゟん 0１Ａｱ！元令和年度Rr2"
PIECES = re.compile(
    r"[A-Za-z0-9]?(?:[゠-ヿ]+|[一-鿿㐀-䶿々]+)|[A-Za-z0-9]+(?:[-.,'’‘`][A-Za-z0-9]+)*|[ぁ-ゟ]+"
)
SCRIPTS = re.compile(
    r"(?P<latin>[A-Za-z0-9](?:[A-Za-z0-9'’.+-]|(?<=[0-9]),(?=[0-9]))*)"
    r"|(?P<noun>[一-鿿々ァ-ヺ](?:[一-鿿々ァ-ヺー0-9A-Za-z・]|(?<=[0-9]),(?=[0-9]))*)"
    r"|(?P<kana>[ぁ-ゖ][ぁ-ゖー]*)"
)


@given(st.text(LETTERS, max_size=12))
def test_pieces_are_what_a_pattern_finds(word: str) -> None:
    runs = PIECES.findall(unicodedata.normalize("NFKC", word))
    kept: list[str] = []
    parted = True
    for run in runs:
        if run in all_words._PARTICLES:
            parted = True
            continue
        if not parted and len(run) == 1 and character_class(run) is CharacterClass.KANJI:
            kept[-1] += run
        else:
            kept.append(run)
        parted = False
    assert all_words.pieces(word) == tuple(kept)


@given(st.text(LETTERS, min_size=1, max_size=9), st.integers(0, 8))
def test_a_run_at_a_place_is_what_a_pattern_finds_there(word: str, place: int) -> None:
    run = asked_words._run_at(word, place)
    match = SCRIPTS.match(word, place)
    assert (run is None) == (match is None)
    if run and match:
        assert (run.script, run.text, run.end) == (match.lastgroup, match[0], match.end())


@given(st.text("森館々㐀䶿一鿿豈の aア", max_size=5))
def test_short_words_of_kanji_are_what_a_pattern_finds(word: str) -> None:
    pattern = r"[一-鿿㐀-䶿\u8c48-\ufaff々]{2,3}"
    assert is_short_kanji(word) == (re.fullmatch(pattern, word) is not None)


@given(st.text("森の館令和年度RFYa元", max_size=6))
def test_no_word_without_a_number_is_a_year(word: str) -> None:
    assert edition_word(word) is None
    assert "元" in word or year_forms(word) == ()
