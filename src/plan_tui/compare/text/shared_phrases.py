"""The phrases that two texts have in common, wherever they stand."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate, chain, compress, islice
from operator import itemgetter
from typing import NamedTuple

from plan_tui.compare.text.common_substrings import PARTICLE
from plan_tui.text.tokens import Token, TokenKind

_LEAST = 4.0
"""A phrase says at least as much as this many characters that are not hiragana. Set by hand; a
lower one marks single words that stand everywhere in the plan."""
_LEAST_LOANWORD = 7.0
"""The same for a phrase that is a katakana word and nothing else. Set by hand: システム or サービス
by itself is no phrase in common."""
_START = 4
"""Folded characters that every such phrase has: none weighs more than 1, numbers are guarded."""

_HIRAGANA = re.compile("[ぁ-ゖゝゞ]")
_LOANWORD = re.compile(r"([ァ-ヺーヽヾ]+)[ぁ-ゖゝゞ]*\Z")
"""Katakana, and then nothing but what no phrase ends with."""
_BEYOND = re.compile("[\U00010000-\U0010ffff]")


class Atom(NamedTuple):
    """The smallest part that a phrase can begin or end with: a character, a number or a date."""

    text: str
    folded: str
    weight: float
    edge: bool
    """True if a phrase may begin or end here; particles and marks may not."""
    word: int
    """Which token the atom is part of."""
    loan: bool
    """True for katakana: a lone loanword (システム) says little by itself."""


def atoms(tokens: Iterable[Token]) -> Iterator[Atom]:
    """Yield tokens as atoms; their printed texts together are the tokens' texts."""
    for word, token in enumerate(tokens):
        if token.whole:
            yield Atom(token.text, _guarded((token,)), len(token.text), True, word, False)
            continue
        weight, edge, loan = _worth(token)
        if not _in_characters(token):
            size = weight * len(token.folded)
            yield Atom(token.text, token.folded, size, edge, word, loan)
            continue
        for text, folded in zip(token.text, token.folded, strict=True):
            yield Atom(text, folded, weight, edge, word, loan)


def _in_characters(token: Token) -> bool:
    """Tell whether each character of a token is an atom, else the whole token is one."""
    return not token.whole and len(token.folded) == len(token.text)


def _worth(token: Token) -> tuple[float, bool, bool]:
    """Return a character's weight, whether a phrase may begin or end there, and if it is loan."""
    if token.weak or token.kind is TokenKind.MARK:
        return 0.0, False, False
    if token.kind is TokenKind.HIRAGANA:
        return PARTICLE, False, False
    return 1.0, True, token.kind is TokenKind.KATAKANA


def _guarded(tokens: Iterable[Token]) -> str:
    """Return tokens folded; guards keep the number 17 from being found in 170."""
    return "".join([f"\x01{t.folded}\x02" if t.whole else t.folded for t in tokens])


def _size(token: Token) -> int:
    """Return how many characters `_guarded` gives of a token."""
    return len(token.folded) + 2 * token.whole


class Haystack:
    """Texts folded as one string, in which phrases are looked for.

    Attributes:
        text: the string; no phrase runs from one text into the next.

    """

    def __init__(self, parts: Iterable[Sequence[Token]]) -> None:
        self.text = "\x03".join(map(_guarded, parts))
        self._starts = frozenset(chain.from_iterable(map(itemgetter(1), _starts(self.text))))

    def starts_in(self, folded: str) -> list[int]:
        """Return the places in a folded text where `_START` characters of this one stand."""
        places: list[int] = []
        for first, starts in _starts(folded):
            every = range(first, len(folded), _START)
            places.extend(compress(every, map(self._starts.__contains__, starts)))
        places.sort()
        return places


def _starts(folded: str) -> Iterator[tuple[int, memoryview]]:
    """Yield all that phrases can begin with: every `_START` neighbouring characters, as numbers.

    Each time a first place and what stands there and at every `_START` characters after it.
    Characters beyond 16 bits count as one: a phrase is only looked for where it may begin.
    """
    units = _BEYOND.sub("\ufffd", folded).encode("utf-16-le", "surrogatepass")
    width = len("....".encode("utf-16-le"))
    for first in range(_START):
        begin = first * width // _START
        size = (len(units) - begin) // width * width
        yield first, memoryview(units)[begin : begin + max(0, size)].cast("Q")


def shared(tokens: Sequence[Token], other: Haystack) -> list[tuple[bool, str]]:
    """Cut a text into (is the phrase also in ``other``?, printed text), in order.

    Phrases are as long as possible and never end within a number.
    """
    text = "".join(token.text for token in tokens)
    runs: list[tuple[bool, str]] = []
    done = 0
    for start, end in _phrases(tokens, other):
        if start > done:
            runs.append((False, text[done:start]))
        before = runs.pop()[1] if runs and runs[-1][0] else ""
        runs.append((True, before + text[start:end]))
        done = end
    return [*runs, (False, text[done:])] if text[done:] else runs


def _phrases(tokens: Sequence[Token], other: Haystack) -> Iterator[tuple[int, int]]:
    """Yield where phrases of ``other`` stand in the printed text, in order."""
    folded = _guarded(tokens)
    places = other.starts_in(folded)
    if not places:
        return
    words = list(accumulate((_size(token) for token in tokens), initial=0))
    printed = list(accumulate((len(token.text) for token in tokens), initial=0))
    done = 0
    for place, end in _reaches(places):
        if _says_little(folded[place:end]):
            continue
        word = bisect_right(words, place) - 1
        skipped, token = place - words[word], tokens[word]
        begin = printed[word] + skipped
        if begin < done or not _can_begin(token, skipped):
            continue
        size = _common_size(folded[place:end], other.text)
        phrase = _longest(islice(atoms(islice(tokens, word, None)), skipped, None), size)
        if phrase:
            done = begin + len(phrase)
            yield begin, done


def _reaches(places: list[int]) -> list[tuple[int, int]]:
    """Return for each place the end of what may be in common from there on.

    That goes on as long as the next place is one, too, and then for the rest of a start.
    """
    reaches: list[tuple[int, int]] = []
    end = after = -1
    for place in reversed(places):
        end = end if after == place + 1 else place + _START
        after = place
        reaches.append((place, end))
    reaches.reverse()
    return reaches


def _says_little(folded: str) -> bool:
    """Tell, by its characters alone, whether a text begins with no phrase that says enough.

    A number says as much as its printed text, which is not known here.
    """
    if _HIRAGANA.match(folded):
        return True
    if "\x01" in folded:
        return False
    hiragana = len(_HIRAGANA.findall(folded))
    if len(folded) - (1 - PARTICLE) * hiragana < _LEAST:
        return True
    loanword = _LOANWORD.match(folded)
    return loanword is not None and loanword.end(1) < _LEAST_LOANWORD


def _can_begin(token: Token, skipped: int) -> bool:
    """Tell whether a phrase can begin with a token, or so many of its characters later."""
    return (token.whole or _worth(token)[1]) and (not skipped or _in_characters(token))


def _common_size(folded: str, other: str) -> int:
    """Return how much of the beginning of a text stands in ``other``; 0 for less than a start."""
    if folded in other:
        return len(folded)
    least, most = _START, len(folded)
    while most - least > 1:
        middle = (least + most) // 2
        least, most = (middle, most) if folded[:middle] in other else (least, middle)
    return least if folded[:least] in other else 0


def _longest(parts: Iterable[Atom], size: int) -> str:
    """Return the longest phrase in the first ``size`` folded characters of ``parts``."""
    phrase: list[Atom] = []
    for part in parts:
        size -= len(part.folded)
        if size < 0:
            break
        phrase.append(part)
    while phrase and not phrase[-1].edge:
        phrase.pop()
    weight = sum(part.weight for part in phrase)
    loanword = bool(phrase) and phrase[0].loan and phrase[0].word == phrase[-1].word
    enough = weight >= (_LEAST_LOANWORD if loanword else _LEAST)
    return "".join(part.text for part in phrase) if enough else ""
