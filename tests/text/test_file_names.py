"""Names of files that every system takes, and no two of which one takes for the same."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plan_tui.text.file_names import file_stem, file_stems

FORBIDDEN = frozenset('<>:"/\\|?*#^[]%') | {chr(code) for code in range(32)}
DEVICES = ("con", "prn", "aux", "nul", *(f"{name}{n}" for name in ("com", "lpt") for n in "0123"))
TEXTS = st.text(
    st.one_of(st.characters(), st.sampled_from('.:/\\ -conCONlpt1"<>|?*\x00\u202e\ud800ß'))
)


def assert_taken_by_every_system(stem: str) -> None:
    assert stem
    assert not FORBIDDEN & set(stem), stem
    assert stem.strip(" .") == stem
    assert stem.partition(".")[0].casefold() not in DEVICES
    assert len(stem.encode()) < 200
    assert all(character.isprintable() for character in stem if ord(character) < 0x100)


@pytest.mark.parametrize(
    ("text", "stem"),
    [
        ("2021:1.1", "2021-1.1"),
        ("2021:M1-8", "2021-M1-8"),
        ("a/../b", "a-..-b"),
        ("../../etc/passwd", "etc-passwd"),
        ("/", "note"),
        ("", "note"),
        ("...", "note"),
        ("CON", "_CON"),
        ("nul.1", "_nul.1"),
        ("com1", "_com1"),
        ("LPT9.a.b", "_LPT9.a.b"),
        ("console", "console"),
        ("名 前?.", "名-前"),
        ("~$x", "~$x"),
        ("か\u3099", "が"),
    ],
)
def test_a_name_is_made_of_what_it_names(text: str, stem: str) -> None:
    assert file_stem(text) == stem
    assert_taken_by_every_system(stem)


@given(TEXTS)
def test_any_text_has_a_name(text: str) -> None:
    assert_taken_by_every_system(file_stem(text))


def test_long_names_are_cut_between_characters() -> None:
    assert file_stem("字" * 100) == "字" * 40
    assert file_stem("a" * 300) == "a" * 120


@given(st.lists(TEXTS, unique=True, max_size=8))
def test_names_differ_in_more_than_capitals(texts: list[str]) -> None:
    stems = file_stems(texts, taken=["index"])
    assert list(stems) == texts
    folded = {stem.casefold() for stem in stems.values()}
    assert len(folded | {"index"}) == len(texts) + 1
    for stem in stems.values():
        assert_taken_by_every_system(stem)


def test_names_that_would_be_the_same_are_numbered() -> None:
    texts = ["a:b", "A/b", "a-b", "a-b-2", "Index", "2025:1.b.C", "2025:1.B.c"]
    stems = file_stems(texts, taken=["index"])
    assert list(stems.values()) == [
        *("a-b", "A-b-2", "a-b-3", "a-b-2-2", "Index-2"),
        *("2025-1.b.C", "2025-1.B.c-2"),
    ]
