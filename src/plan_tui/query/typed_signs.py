"""What input methods type in place of the ASCII signs of queries.

A Japanese input method gives ``ー`` or ``−`` for the minus key, ``、`` for the comma, ``：`` for
the colon. Inside a word ``ー`` is the long-vowel mark and stays.
"""

from __future__ import annotations

from plan_tui.text.characters import nfkc
from plan_tui.text.late_pattern import late_pattern

COLONS = "：﹕︓∶"
HYPHENS = "‐‑–−－﹣"
"""Signs that stand for a leading minus before any word: no word begins with one."""
DASHES = f"{HYPHENS}—―─ｰー"
"""Signs that stand for a leading minus before the name of a filter."""

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
_QUERY = str.maketrans({**dict.fromkeys(COLONS, ":"), **dict.fromkeys("－−", "-"),
                        **dict.fromkeys("“”＂", '"'), "　": " "})  # fmt: skip


def plain_query(text: str) -> str:
    """Return a query, of the same length, with ASCII for the signs that are no part of words.

    These are colons, quotes, blanks and minuses; other dashes stay.
    """
    return text.translate(_QUERY)


def plain_value(text: str) -> str:
    """Return a filter's value in NFKC, with ASCII for the signs that are typed for it."""
    return _LONG_AS_MINUS.sub("-", nfkc(text).translate(_SIGNS))
