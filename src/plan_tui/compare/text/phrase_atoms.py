"""A sentence as the characters that a phrase in common may begin and end with, and their weight.

Numbers and dates are taken whole, and so is a word that is folded to fewer characters or to more.
"""

from __future__ import annotations

from plan_tui.compare.text.common_substrings import PARTICLE
from plan_tui.text.guarded_fold import FOLDED_VALUE
from plan_tui.text.tokens import AND_OR_WORDS, TokenKind, kind_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from plan_tui.compare.text.sentence_pairs import Sentence
    from plan_tui.model.comparison import Mark

LEAST = 4.0
"""A phrase says at least as much as this many characters that are not hiragana. Set by hand; a
lower one marks single words that stand everywhere in the plan."""
LEAST_LOANWORD = 7.0
"""The same for a phrase that is a katakana word and nothing else. Set by hand: システム or サービス
by itself is no phrase in common."""

_Worth = tuple[float, bool, bool]
"""Weight of a character, whether a phrase may begin or end there, whether it is of a loanword."""
_NOTHING: _Worth = (0.0, False, False)
_WORTH: dict[TokenKind, _Worth] = {
    kind: (1.0, True, kind is TokenKind.KATAKANA) for kind in TokenKind
} | {
    TokenKind.MARK: _NOTHING,
    TokenKind.SPACE: _NOTHING,
    TokenKind.HIRAGANA: (PARTICLE, False, False),
}


class _WorthOf(dict[str, _Worth]):
    """Character → its worth by itself."""

    def __missing__(self, character: str) -> _Worth:
        worth = self[character] = _WORTH[kind_of(character)]
        return worth


_WORTH_OF = _WorthOf()


class Atoms:
    """The folded characters of a sentence."""

    def __init__(self, sentence: Sentence) -> None:
        self._wholes: dict[int, tuple[int, float]] = {}
        """Where something begins that is taken whole → where it ends, and its weight."""
        self._worths: list[_Worth] = []
        self._offsets: Sequence[int] = range(len(sentence.text) + 1)
        """Folded character → where it is printed."""
        if sentence.fold is None:
            self._read_tokens(sentence)
        else:
            self._worths = [*map(_WORTH_OF.__getitem__, sentence.folded)]
            for word in AND_OR_WORDS:
                self._take_conjunctions(word, sentence.folded)
            if sentence.fold.values:
                self._read_values(sentence)

    def _take_conjunctions(self, word: str, folded: str) -> None:
        first = folded.find(word)
        while first >= 0:
            end = first + len(word)
            self._worths[first:end] = [_WORTH[TokenKind.HIRAGANA]] * len(word)
            first = folded.find(word, end)

    def _read_values(self, sentence: Sentence) -> None:
        offsets: list[int] = []
        done = 0
        assert sentence.fold is not None
        folded = FOLDED_VALUE.finditer(sentence.folded)
        for match, (start, end, _) in zip(folded, sentence.fold.values, strict=True):
            offsets += range(done, start)
            self._take_whole(*match.span(), _WORTH[TokenKind.NUMBER], float(end - start))
            offsets += [start] * len(match[0])
            done = end
        self._offsets = [*offsets, *range(done, len(sentence.text) + 1)]

    def _read_tokens(self, sentence: Sentence) -> None:
        offsets: list[int] = []
        printed = 0
        for token in sentence.tokens:
            worth = _NOTHING if token.weak else _WORTH[token.kind]
            first, size = len(offsets), len(token.folded) + 2 * token.whole
            self._worths += [worth] * size
            if token.whole or len(token.folded) != len(token.text):
                weight = len(token.text) if token.whole else worth[0] * size
                self._take_whole(first, first + size, worth, weight)
                offsets += [printed] * size
            else:
                offsets += range(printed, printed + size)
            printed += len(token.text)
        self._offsets = [*offsets, printed]

    def _take_whole(self, first: int, end: int, worth: _Worth, weight: float) -> None:
        self._wholes[first] = end, weight
        self._worths[first:end] = [worth, *[_NOTHING] * (end - first - 1)]

    def printed(self, first: int, end: int) -> Mark:
        """Return where folded characters are printed."""
        return self._offsets[first], self._offsets[end]

    def may_begin(self, place: int) -> bool:
        """Tell whether a phrase may begin with a character."""
        return self._worths[place][1]

    def most(self, first: int, end: int) -> int:
        """Return where the longest phrase from ``first``, where one may begin, ends by ``end``.

        0 if there is none that says enough.
        """
        worths, wholes = self._worths, self._wholes
        place, last = first, 0
        weight = enough = 0.0
        of_loanword = is_loanword = True
        while place < end:
            says, ends, of_katakana = worths[place]
            after = place + 1
            if wholes and place in wholes:
                after, says = wholes[place]
                if after > end:
                    break
            weight += says
            of_loanword = of_loanword and of_katakana
            if ends:
                last, enough, is_loanword = after, weight, of_loanword
            place = after
        return last if enough >= (LEAST_LOANWORD if is_loanword else LEAST) else 0
