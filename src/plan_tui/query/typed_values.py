"""The values of a filter as they are typed, with ASCII for what an input method gives for signs."""

from __future__ import annotations

from plan_tui.text.characters import HYPHENS, nfkc
from plan_tui.text.late_pattern import late_pattern

_SIGNS = str.maketrans(
    {
        **dict.fromkeys(HYPHENS + "—―─", "-"),
        **dict.fromkeys("〜∼˜", "~"),
        **dict.fromkeys("≦≤⩽", "<="),
        **dict.fromkeys("≧≥⩾", ">="),
        "、": ",",
        "︐": ",",
    }
)
# After kana it is the long-vowel mark of a word.
_LONG_AS_MINUS = late_pattern("(?<![ぁ-ゖァ-ヺー])ー")


def plain_value(text: str) -> str:
    """Return a filter's value in NFKC, with ASCII for the signs that are typed for it."""
    return _LONG_AS_MINUS.sub("-", nfkc(text).translate(_SIGNS))


def values(typed: str) -> list[str]:
    """Return the values of a filter, which commas or bars part."""
    return plain_value(typed).replace("|", ",").split(",")


def quoted_values(typed: str) -> list[str]:
    """Return the values within quotes, where a Japanese comma belongs to a title."""
    return [plain_value(part) for part in nfkc(typed).replace("|", ",").split(",")]
