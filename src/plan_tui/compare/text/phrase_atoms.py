"""A text in classes of characters: where a phrase in common may begin and end, and what it says.

Numbers and dates are taken whole, and so is a word that is folded to fewer characters or to more.
"""

from __future__ import annotations

from plan_tui.compare.text.common_substrings import PARTICLE
from plan_tui.text.guarded_fold import GUARD, HYPHEN, LAST_GUARD
from plan_tui.text.shapes import HIRAGANA, KATAKANA, MARK, NUMBER, SPACE, class_of
from plan_tui.text.tokens import AND_OR_WORDS, MARKS, TokenKind

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from plan_tui.compare.text.sentence_pairs import Sentence
    from plan_tui.model.comparison import Mark
    from plan_tui.text.guarded_fold import GuardedFold
    from plan_tui.text.tokens import Token

    _Grown = tuple[int, int, bool]
    """Where a whole begins, folded; by how many characters it grows; whether it is a number."""

LEAST = 4.0
"""A phrase says at least as much as this many characters that are not hiragana. Set by hand; a
lower one marks single words that stand everywhere in the plan."""
LEAST_LOANWORD = 7.0
"""The same for a phrase that is a katakana word and nothing else. Set by hand: システム or サービス
by itself is no phrase in common."""

_DASHES = "－", *(chr(code) for code, folded in MARKS.items() if folded == HYPHEN)
"""Marks that are folded to a hyphen, and are never a part of a word."""
BETWEEN = "\x03"
"""Stands between sentences that are looked through together."""
_REST = "-"
"""The class of what follows the first character of what is taken whole."""
_NOT_LAST = f"{HIRAGANA}{MARK}"
NOT_FIRST = f"{_NOT_LAST}{_REST}"
_LOANWORD = f"{KATAKANA}{_REST}"
_KANJI, _KATAKANA, _HIRAGANA, _NOTHING = "一", "ア", "あ", BETWEEN
_OF_KIND = {
    TokenKind.KATAKANA: _KATAKANA,
    TokenKind.HIRAGANA: _HIRAGANA,
    TokenKind.NUMBER: GUARD,
    TokenKind.DATE: GUARD,
    TokenKind.MARK: _NOTHING,
    TokenKind.SPACE: _NOTHING,
}
"""What stands for the characters of a token in its class; a kanji for those of the others."""


class _Classes(dict[int, str]):
    """Code point → class, of the characters of what `simplified` returns."""

    def __missing__(self, code: int) -> str:
        kind = class_of(chr(code))
        self[code] = MARK if kind == SPACE else kind
        return self[code]


CLASSES = _Classes({ord(GUARD): NUMBER, ord(LAST_GUARD): _REST})
"""What `str.translate` makes the classes of a simplified text with."""


def simplified(folded: str) -> str:
    """Return folded sentences, and `BETWEEN`, for the classes of characters.

    Conjunctions are hiragana. What is taken whole is one character, and `LAST_GUARD` in place of
    each other that it is folded to. Sentences that are `read_by_token` come as that gives them.
    """
    text = _with_whole_values(folded)
    if HYPHEN in text:
        text = _with_whole_words(text)
    for word in AND_OR_WORDS:
        text = text.replace(word, _HIRAGANA * len(word))
    return text + BETWEEN


def read_by_token(sentence: Sentence) -> str | None:
    """Return what to simplify of a sentence whose tokens have to be known; None of others."""
    fold = sentence.fold
    if fold and not (HYPHEN in fold.text and any(dash in sentence.text for dash in _DASHES)):
        return None
    return "".join(map(_of_token, sentence.tokens))


def _with_whole_values(text: str) -> str:
    first, *values = text.split(GUARD)
    parts = [first]
    for value in values:
        inner, _, after = value.partition(LAST_GUARD)
        parts.append(GUARD.ljust(len(inner) + 2, LAST_GUARD) + after)
    return "".join(parts)


def _with_whole_words(text: str) -> str:
    """Return a text with a letter in place of each hyphen that is a part of a word."""
    whole, *parts = text.split(HYPHEN)
    for part in parts:
        before, after = whole[-1:], part[:1]
        is_inside = before.isalnum() and after.isalpha() and (before + after).isascii()
        whole += (_KANJI if is_inside else HYPHEN) + part
    return whole


def _of_token(token: Token) -> str:
    letter = _NOTHING if token.weak else _OF_KIND.get(token.kind, _KANJI)
    is_one = token.whole or (letter in (_KANJI, _KATAKANA) and _grown(token))
    size = _size(token)  # none, of a sentence that nobody sees
    return letter[:size].ljust(size, LAST_GUARD if is_one else letter)


class Wholes:
    """What of a sentence is folded to more or fewer characters than it is printed with."""

    def __init__(self, grown: Iterable[_Grown]) -> None:
        self._grown = list(grown)

    @classmethod
    def of(cls, sentence: Sentence) -> Wholes | None:
        """Return those of a sentence; None if it has none."""
        if sentence.fold is None:
            return cls(_grown_tokens(sentence.tokens))
        return cls(_grown_values(sentence.fold)) if sentence.fold.values else None

    def printed(self, first: int, end: int) -> Mark:
        """Return where folded characters are printed of which none is a part of a whole."""
        return (
            first - sum([grown for at, grown, _ in self._grown if at < first]),
            end - sum([grown for at, grown, _ in self._grown if at < end]),
        )

    def grown_numbers(self, first: int, end: int) -> int:
        """Return by how many characters the numbers and dates in a stretch grow."""
        return sum([grown for at, grown, number in self._grown if number and first <= at < end])


def _grown_values(fold: GuardedFold) -> Iterator[_Grown]:
    before = 0
    for start, end, folded in fold.values:
        grown = len(folded) + len(GUARD + LAST_GUARD) - (end - start)
        yield start + before, grown, True
        before += grown


def _grown_tokens(tokens: Sequence[Token]) -> Iterator[_Grown]:
    place = 0
    for token in tokens:
        grown = _grown(token)
        if grown or token.whole:
            yield place, grown, token.whole
        place += _size(token)


def _size(token: Token) -> int:
    """Return how many characters a token is folded to, with guards."""
    return len(token.folded) + len(GUARD + LAST_GUARD) * token.whole


def _grown(token: Token) -> int:
    return _size(token) - len(token.text)


def most(classes: str, first: int, end: int, wholes: Wholes | None, offset: int) -> int:
    """Return where the longest phrase from ``first``, where one may begin, ends by ``end``.

    0 if there is none that says enough.

    Args:
        classes: Those of the characters of a stretch, and of the one behind it.
        first: Number of a character in the stretch.
        end: The same of one in it or behind it.
        wholes: Those of its sentence; None if it has none.
        offset: Of the stretch in its sentence.
    """
    phrase = classes[first:end]
    if classes[end] == _REST:
        phrase = phrase.rstrip(_REST)[:-1]
    phrase = phrase.rstrip(_NOT_LAST)
    says = len(phrase) - (1 - PARTICLE) * phrase.count(HIRAGANA) - phrase.count(MARK)
    if wholes and _REST in phrase:
        says -= wholes.grown_numbers(offset + first, offset + first + len(phrase))
    enough = says >= LEAST and (says >= LEAST_LOANWORD or phrase.strip(_LOANWORD))
    return first + len(phrase) if enough else 0
