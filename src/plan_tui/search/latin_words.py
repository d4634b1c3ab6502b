"""Latin words in a text: whether one stands there by itself, begins a longer one or is cut out."""

from __future__ import annotations

from functools import lru_cache

from plan_tui.text.characters import HYPHENS, LATIN

TYPE_CHECKING = False
if TYPE_CHECKING:
    import re
    from collections.abc import Iterable

    from plan_tui.search.strings import Strings

_CAPITAL, _SMALL = "A-ZＡ-Ｚ", "a-zａ-ｚ"
_TO_WIDE = 0xFEE0
"""From a letter to the same in full width."""


def how_held(
    cut: Iterable[tuple[int, str, int]], word: str, printed: Strings | None
) -> tuple[set[int], set[int], dict[int, int]]:
    """Part the strings in which a word is cut at its first place by how it stands there at best.

    Return those in which it only begins longer words, those in which it stands inside these alone,
    and where it stands best if not at its first place.

    Args:
        cut: those strings, each with its text in the form of the word and the place.
        word: what is looked for.
        printed: the strings as printed, if they are not what is looked at.

    """
    whole, begins = _patterns(word)
    begun, within, places = set[int](), set[int](), dict[int, int]()
    for unit, text, first in cut:
        match = whole.search(text, first + 1)
        start, is_whole = (match.start() if match else -1), match is not None
        if not is_whole:
            match = begins.search(text, first)
            start = match.start() if match else -1
        if not is_whole and printed and len(word) > 1:
            start, is_whole = _printed_place(printed.part(unit), text, word, start)
        if start < 0:
            within.add(unit)
        elif not is_whole:
            begun.add(unit)
        if start > first:
            places[unit] = start
    return begun, within, places


@lru_cache(maxsize=8)
def _patterns(word: str) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Return what finds a word by itself, and at the beginning of one, in texts of its form.

    A pattern that begins with its letters is looked for many times as fast as one that does not.
    """
    import re

    letters, first, last = re.escape(word), word[0], word[-1]
    before, after = "", ""
    if first in LATIN and not (first.isupper() and word[1:2].islower()):
        before = f"(?<![{'A-Z' if first.isupper() else 'A-Za-z'}]{letters})"
    if first.isupper() and len(word) == 1:
        before = f"(?:(?<![A-Z]{letters})|(?=[a-z]))"
    if last in LATIN:
        after = "(?![a-z])" if last.islower() else "(?:(?![A-Za-z])|(?=[A-Z][a-z]))"
    if first.isdecimal():
        before = rf"(?<!\d{letters})"
    if last.isdecimal():
        after = r"(?!\d)"
    return re.compile(letters + before + after), re.compile(letters + before)


def _printed_place(printed: str, text: str, word: str, known: int) -> tuple[int, bool]:
    """Return where a word stands best, as capitals and hyphens in print tell, and if by itself.

    Args:
        printed: the string as printed.
        text: the same in the form of the word.
        word: what is looked for.
        known: where it stands best without them, below 0 if only inside others.

    """
    if known < 0 and printed.isascii() and "-" not in printed:
        capital = word[0].upper()
        if capital + word[1] not in printed and capital + word[1].upper() not in printed:
            return known, False
    anywhere, whole, begun = _printed_patterns(word)
    is_whole = match = whole.search(printed)
    match = match or begun.search(printed)
    if not match:
        return known, False
    start = -1
    for _ in anywhere.finditer(printed, 0, match.end()):
        start = text.find(word, start + 1)
    return max(start, text.find(word)), is_whole is not None


@lru_cache(maxsize=8)
def _printed_patterns(word: str) -> tuple[re.Pattern[str], ...]:
    """Return what finds a folded word in print: anywhere, by itself, at the beginning of one."""
    import re

    letters = f"[-{HYPHENS}]?".join(map(_in_any_case, word))
    letter = _CAPITAL + _SMALL
    start = f"(?:(?<![{letter}])|(?<=[{_SMALL}])(?=[{_CAPITAL}])|(?=[{_CAPITAL}][{_SMALL}]))"
    end = f"(?:(?![{letter}])|(?<=[{_SMALL}])(?=[{_CAPITAL}])|(?=[{_CAPITAL}][{_SMALL}]))"
    return tuple(map(re.compile, (letters, start + letters + end, start + letters)))


def _in_any_case(letter: str) -> str:
    import re

    if letter not in LATIN:
        return re.escape(letter)
    both = letter.lower() + letter.upper()
    return f"[{both}{''.join(chr(ord(each) + _TO_WIDE) for each in both)}]"
