"""Latin words in a text: whether one stands there by itself, begins a longer one or is cut out."""

from __future__ import annotations

from functools import lru_cache
from itertools import accumulate

from plan_tui.model.outline_enums import TextPlace
from plan_tui.text.characters import HYPHENS, ends_in_number, find_whole, nfkc
from plan_tui.text.record import record

TYPE_CHECKING = False
if TYPE_CHECKING:
    import re
    from collections.abc import Collection, Iterable, Mapping, Sequence

    from plan_tui.search.strings import Strings, TextLayer

_LATIN = frozenset(map(chr, (*range(ord("A"), ord("Z") + 1), *range(ord("a"), ord("z") + 1))))
_PAIR = 2
_LAST_LATIN = "ɏ"
"""Letters up to here are Latin ones, with and without marks."""
_CAPITAL, _SMALL = "A-ZＡ-Ｚ", "a-zａ-ｚ"
_TO_WIDE = 0xFEE0
"""From a letter to the same in full width."""


def is_one_word(letters: str) -> bool:
    """Tell whether the first two of some letters belong to one Latin word, or one number.

    A capital begins another one behind a small letter, and before one (Open + AI, DX + Saa + S).
    """
    first, second, third = (*nfkc(letters), "", "", "")[:3]
    pair = nfkc(first + second).lower()
    if len(pair) != _PAIR:
        return False
    if second.isupper() and (first.islower() or third.islower()):
        return False
    return pair.isdecimal() or (pair.isalpha() and max(pair) <= _LAST_LATIN)


@record
class Holders:
    """The strings that hold a word; of Latin words those that hold it inside longer ones are apart.

    Capitals tell the words of a longer one (DX and SaaS in DXSaaS), and so do hyphens.
    """

    units: Sequence[int]
    """Those in which it stands by itself, or at the beginning of a longer one."""
    begun: Collection[int] = ()
    """Those of them in which it only begins longer ones."""
    within: Collection[int] = ()
    """Those in which it stands inside longer ones alone."""
    places: Mapping[int, int] | None = None
    """Where it stands so, if not at its first place."""


def holders(
    strings: Strings,
    word: str,
    numbers: Sequence[int] | None = None,
    printed: Strings | None = None,
) -> Holders:
    """Return which strings hold a word, of some or of all.

    Those that hold a number only within a longer one do not hold it.

    Args:
        strings: the strings in the form of the word.
        word: what is looked for.
        numbers: the strings that are looked at; all that may hold it, unless given.
        printed: the strings as printed, where ``strings`` have lost their capitals and hyphens
            and those are to count.

    """
    is_latin, is_number = word.isascii(), ends_in_number(word)
    if not is_latin and not is_number:
        return Holders(strings.holders(word, numbers))
    find = find_whole if is_number else str.find
    pairs = strings.possible(word, numbers)
    held = [(unit, text, start) for unit, text in pairs if (start := find(text, word)) >= 0]
    units = [unit for unit, *_ in held]
    cut = [row for row in held if _is_cut(word, *row[1:])] if is_latin else []
    return _parted(units, cut, word, printed) if cut else Holders(units)


def _is_cut(word: str, text: str, start: int) -> bool:
    """Tell whether letters go on before a word that begins with one, or after one that ends so."""
    end = start + len(word)
    return (text[start - 1 : start] in _LATIN and word[0] in _LATIN) or (
        text[end : end + 1] in _LATIN and word[-1] in _LATIN
    )


def _parted(
    units: Sequence[int], cut: Iterable[tuple[int, str, int]], word: str, printed: Strings | None
) -> Holders:
    """Part the strings in which a word is cut at its first place by how it stands there at best."""
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
    if within:
        units = [unit for unit in units if unit not in within]
    return Holders(units, begun, within, places)


@lru_cache(maxsize=8)
def _patterns(word: str) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Return what finds a word by itself, and at the beginning of one, in texts of its form.

    A pattern that begins with its letters is looked for many times as fast as one that does not.
    """
    import re

    letters, first, last = re.escape(word), word[0], word[-1]
    before, after = "", ""
    if first in _LATIN and not (first.isupper() and word[1:2].islower()):
        before = f"(?<![{'A-Z' if first.isupper() else 'A-Za-z'}]{letters})"
    if first.isupper() and len(word) == 1:
        before = f"(?:(?<![A-Z]{letters})|(?=[a-z]))"
    if last in _LATIN:
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

    if letter not in _LATIN:
        return re.escape(letter)
    both = letter.lower() + letter.upper()
    return f"[{both}{''.join(chr(ord(each) + _TO_WIDE) for each in both)}]"


def joins_parts(needle: str, layer: TextLayer, unit: int) -> bool:
    """Tell whether a word stands in an English title only over others' blanks, not as them whole.

    Folding drops the blanks, so that ``theme`` would stand in ``the media``.
    """
    if layer.place(unit) is not TextPlace.TITLE_EN:
        return False
    printed = layer.printed.part(unit).lower()
    return needle not in printed and not _stands_over_blanks(needle, printed)


def stands_only_so(folded: str, spelled: str, layer: TextLayer, unit: int) -> bool:
    """Tell whether a folded word stands in a string nowhere but where it is spelled so."""
    return layer.folded.part(unit).count(folded) == layer.spelled.part(unit).count(spelled)


def looked_at_also(needle: str, layer: TextLayer) -> tuple[Strings, ...]:
    """Return what is asked for where a word is found folded, and by `joins_parts` then."""
    return (layer.spelled, layer.printed) if needle.isascii() else (layer.spelled,)


def _stands_over_blanks(needle: str, printed: str) -> bool:
    """Tell whether a word stands in a text from the beginning of a word to the end of one."""
    if not all(map(_is_of_word, needle)):
        return _over_blanks(needle).search(printed) is not None
    words = printed.translate(_OTHERS_AS_BLANKS).split()
    borders = frozenset(accumulate(map(len, words), initial=0))
    letters = "".join(words)
    at = letters.find(needle)
    while at >= 0:
        if at in borders and at + len(needle) in borders:
            return True
        at = letters.find(needle, at + 1)
    return False


class _OthersAsBlanks(dict[int, str]):
    """Code point → its sign if that is of a word, else a blank."""

    def __missing__(self, code: int) -> str:
        sign = self[code] = chr(code) if _is_of_word(chr(code)) else " "
        return sign


_OTHERS_AS_BLANKS = _OthersAsBlanks()


def _is_of_word(sign: str) -> bool:
    return sign.isalnum() or sign == "_"


@lru_cache(maxsize=8)
def _over_blanks(needle: str) -> re.Pattern[str]:
    import re

    return re.compile(r"\b" + r"\W*".join(map(re.escape, needle)) + r"\b")
