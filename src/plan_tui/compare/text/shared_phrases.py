"""The phrases that two texts have in common, wherever they stand."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from functools import lru_cache
from itertools import accumulate, chain

from plan_tui.compare.text.common_substrings import PARTICLE
from plan_tui.text.late_pattern import late_pattern
from plan_tui.text.tokens import TokenKind

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from plan_tui.compare.text.sentence_pairs import Sentence
    from plan_tui.text.tokens import Token

_LEAST = 4.0
"""A phrase says at least as much as this many characters that are not hiragana. Set by hand; a
lower one marks single words that stand everywhere in the plan."""
_LEAST_LOANWORD = 7.0
"""The same for a phrase that is a katakana word and nothing else. Set by hand: システム or サービス
by itself is no phrase in common."""
_START = 4
"""Folded characters that every such phrase has: none weighs more than 1, numbers are guarded."""

_HIRAGANA = late_pattern("[ぁ-ゖゝゞ]")
_LOANWORD = late_pattern("[ぁ-ゖゝゞ]*([ァ-ヺーヽヾ]+)[ぁ-ゖゝゞ]*")
"""Katakana, and nothing but what no phrase begins or ends with."""
_BETWEEN = "\x03"
"""Stands between sentences that are folded together."""
_BEYOND = late_pattern("[\U00010000-\U0010ffff]")


def _in_characters(token: Token) -> bool:
    """Tell whether each character of a token is an atom, else the whole token is one."""
    return not token.whole and len(token.folded) == len(token.text)


def _worth(token: Token) -> tuple[float, bool, bool]:
    """Return a character's weight, whether a phrase may begin or end there, and if it is loan."""
    return _NOTHING if token.weak else _WORTH[token.kind]


_NOTHING = (0.0, False, False)
_WORTH = {kind: (1.0, True, kind is TokenKind.KATAKANA) for kind in TokenKind} | {
    TokenKind.MARK: _NOTHING,
    TokenKind.HIRAGANA: (PARTICLE, False, False),
}


def _guarded(tokens: Iterable[Token]) -> str:
    """Return tokens folded; guards keep the number 17 from being found in 170."""
    return "".join([f"\x01{t.folded}\x02" if t.whole else t.folded for t in tokens])


def _size(token: Token) -> int:
    """Return how many characters `_guarded` gives of a token."""
    return len(token.folded) + 2 * token.whole


class SharedPhrases:
    """The phrases that two texts, each given as its sentences, have in common.

    No phrase runs from one sentence into the next.
    """

    def __init__(self, left: Sequence[Sentence], right: Sequence[Sentence]) -> None:
        texts = [_BETWEEN.join(_guarded(each.tokens) for each in side) for side in (left, right)]
        common = frozenset(_starts(texts[0])).intersection(_starts(texts[1]))
        self._sides = [
            _Side(left, texts[0], common, texts[1]),
            _Side(right, texts[1], common, texts[0]),
        ]

    def of_left(self, number: int) -> list[tuple[bool, str]]:
        """Cut a sentence of the left text into (does the right one have it, too?, printed text).

        Phrases are as long as possible and never end within a number.
        """
        return self._sides[0].cut(number)

    def of_right(self, number: int) -> list[tuple[bool, str]]:
        """Do the same with a sentence of the right text."""
        return self._sides[1].cut(number)


class _Side:
    """The sentences of a text, in which phrases of the other one are looked for."""

    def __init__(
        self, sentences: Sequence[Sentence], folded: str, common: frozenset[int], other: str
    ) -> None:
        self._sentences = sentences
        self._folded = folded
        self._other = other
        ends = [match.start() for match in re.finditer(_BETWEEN, folded)]
        self._firsts = [0, *(end + 1 for end in ends)]
        self._stretches: dict[int, list[tuple[int, int]]] = defaultdict(list)
        """Number of a sentence → the stretches of ``folded`` that may hold phrases of it."""
        for begin, end in _in_common(folded, ends, common):
            if not _says_little(folded[begin:end]):
                self._stretches[bisect_right(self._firsts, begin) - 1].append((begin, end))

    def cut(self, number: int) -> list[tuple[bool, str]]:
        """Cut a sentence into (is it a phrase?, printed text)."""
        text = self._sentences[number].text
        runs: list[tuple[bool, str]] = []
        done = 0
        for start, end in self._phrases(number) if number in self._stretches else ():
            if start > done:
                runs.append((False, text[done:start]))
            before = runs.pop()[1] if runs and runs[-1][0] else ""
            runs.append((True, before + text[start:end]))
            done = end
        return [*runs, (False, text[done:])] if text[done:] else runs

    def _phrases(self, number: int) -> Iterator[tuple[int, int]]:
        """Yield where phrases stand in a printed sentence, in order."""
        tokens = self._sentences[number].tokens
        sizes = [len(token.folded) + 2 * token.whole for token in tokens]
        words = list(accumulate(sizes, initial=self._firsts[number]))
        printed = list(accumulate([len(token.text) for token in tokens], initial=0))
        done = 0
        for first, end in self._stretches[number]:
            for place in range(first, end - _START + 1):
                word = bisect_right(words, place) - 1
                skipped, token = place - words[word], tokens[word]
                begin = printed[word] + skipped
                if begin < done or not _can_begin(token, skipped):
                    continue
                length = _longest(tokens, word, skipped, self._common(place, end))
                if length:
                    done = begin + length
                    yield begin, done

    def _common(self, begin: int, end: int) -> int:
        """Return how many characters the other text has, too; 0 if they say too little."""
        text = self._folded[begin:end]
        size = 0 if _says_little(text) else _common_size(text, self._other)
        return 0 if _says_little(text[:size]) else size


def _starts(folded: str) -> Iterator[int]:
    """Return all that phrases can begin with: every `_START` neighbouring characters, as a number.

    Those at the first place, and at every `_START` characters after it; then those at the second
    one, and so on. Characters beyond 16 bits count as one: a phrase is only looked for there.
    """
    return chain.from_iterable(_starts_from(folded))


def _starts_from(folded: str) -> list[memoryview]:
    units = memoryview(_BEYOND.sub("\ufffd", folded).encode("utf-16-le", "surrogatepass"))
    width = 2 * _START
    ranges = ((at, max(0, len(units) - at) // width * width) for at in range(0, width, 2))
    return [units[at : at + size].cast("Q") for at, size in ranges]


def _in_common(
    folded: str, ends: Sequence[int], common: frozenset[int]
) -> Iterator[tuple[int, int]]:
    """Yield the stretches of a text of which ``common`` has every start, in order.

    None holds one of ``ends``, the places at which sentences end.
    """
    marks = bytearray(len(folded))
    for first, starts in enumerate(_starts_from(folded)):
        marks[first : first + _START * len(starts) : _START] = bytes(
            map(common.__contains__, starts)
        )
    for end in ends:
        first = max(0, end - _START + 1)
        marks[first : end + 1] = bytes(end + 1 - first)
    for match in re.finditer(b"\x01+", marks):
        yield match.start(), match.end() + _START - 1


@lru_cache(maxsize=4096)
def _says_little(folded: str) -> bool:
    """Tell, by its characters alone, whether no phrase in a text says enough.

    A number says as much as its printed text, which is not known here.
    """
    if "\x01" in folded:
        return False
    hiragana = len(_HIRAGANA.findall(folded))
    if len(folded) - (1 - PARTICLE) * hiragana < _LEAST:
        return True
    loanword = _LOANWORD.fullmatch(folded)
    return loanword is not None and len(loanword[1]) < _LEAST_LOANWORD


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


def _longest(tokens: Sequence[Token], first: int, skipped: int, size: int) -> int:
    """Return how many printed characters the longest phrase has; 0 if it says too little.

    Args:
        tokens: those of a sentence.
        first: the number of that in which the phrase begins.
        skipped: characters of it before the phrase.
        size: folded characters, as `_guarded` gives them, that the phrase may have.

    """
    length = whole = 0
    weight = enough = 0.0
    last = first
    for number in range(first, len(tokens) if size else 0):
        token = tokens[number]
        taken, used, says = _taken(token, skipped, size)
        length, size, weight = length + taken, size - used, weight + says
        if taken and _worth(token)[1]:
            whole, enough, last = length, weight, number
        if taken < len(token.text) - skipped:
            break
        skipped = 0
    is_loanword = last == first and _worth(tokens[first])[2]
    return whole if enough >= (_LEAST_LOANWORD if is_loanword else _LEAST) else 0


def _taken(token: Token, skipped: int, size: int) -> tuple[int, int, float]:
    """Return how much of a token a phrase takes: printed and folded characters, and their weight.

    That is all of it, or as many characters as ``size`` where each of them is a part of its own.
    """
    worth = _worth(token)[0]
    if _in_characters(token):
        taken = min(len(token.text) - skipped, size)
        return taken, taken, worth * taken
    folded = _size(token)
    if folded > size:
        return 0, 0, 0.0
    return len(token.text), folded, len(token.text) if token.whole else worth * folded
