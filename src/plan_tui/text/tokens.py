"""Japanese text as tokens of one character class, numbers and dates kept whole.

Every token remembers its printed text and a folded form. Two tokens with the same folded form
say the same: they may differ in width (``１`` and ``1``), in the calendar of a year
(``令和七年度`` and ``2025年度``), in the shape of a mark (``〜`` and ``～``) or in characters that
nobody sees, never in value.
"""

from __future__ import annotations

import unicodedata
from itertools import accumulate, pairwise

from plan_tui.text.characters import is_readable, readable, readable_map
from plan_tui.text.dates_in_notation import DATE_SIGN, DATE_STARTS, KANJI_DATE, date_at
from plan_tui.text.late_pattern import late_pattern
from plan_tui.text.record import field, record, replaced
from plan_tui.text.shapes import (
    HIRAGANA,
    HIRAGANAS,
    KANJI,
    KANJIS,
    KATAKANA,
    KATAKANAS,
    LATIN,
    LATINS,
    MARK,
    NUMBER,
    SHAPES,
    SPACE,
    class_of,
    in_shapes,
)
from plan_tui.text.vocabulary import StrEnum

AND_OR = "及び|並びに|又は|若しくは"
"""Conjunctions written with a kanji. They join words as particles do, and are tokens as these."""
CONJUNCTIONS = f"{AND_OR}|および|ならびに|または|もしくは"
"""The same and those in kana, for a pattern: what joins the members of a list."""
AND_OR_WORDS = frozenset(AND_OR.split("|"))
PIECE = late_pattern(
    lambda: in_shapes(
        r"0{1,3}(?:,0{3})+(?!0)(?:\.0+)?|0+(?:\.0+)?"
        rf"|[{LATINS}][{LATINS}0]*(?:[-&][{LATINS}][{LATINS}0]*)*"
        rf"|{AND_OR}|[{HIRAGANAS}]+"
        rf"|[{KANJIS}](?:(?!{AND_OR}|{KANJI_DATE})[{KANJIS}])*"
        rf"|[{KATAKANAS}]+"
        rf"|[ {SPACE}]+"
        r"|."
    )
)
"""The shapes of a token, unless it is a date: all pieces of a text come at once. `_Kinds` tells
their class."""
_WIDTH = late_pattern("[\uff00-\uffef\uf900-\ufaff]+")
_WIDE = "\uf900"
"""The first character that `_WIDTH` finds."""
MARKS = str.maketrans(
    {
        **dict.fromkeys("～〜~", "~"),
        **dict.fromkeys("−‐‑–—―", "-"),
        **dict.fromkeys("，､,", "、"),
        "｡": "。",
        **dict.fromkeys("“”〝〟", '"'),
        **dict.fromkeys("‘’", "'"),
        "･": "・",
    }
)
WEAK_MARKS = frozenset("、。・「」『』\"'")
"""Folded marks that can be added or left out without changing what the text says."""


class TokenKind(StrEnum):
    """The character class of a token."""

    KANJI = "kanji"
    HIRAGANA = "hiragana"
    KATAKANA = "katakana"
    LATIN = "latin"
    NUMBER = "number"
    DATE = "date"
    SPACE = "space"
    MARK = "mark"


@record
class Token:
    """A run of one character class, one mark, one number or one date."""

    text: str
    """As printed."""
    folded: str
    """Equal for tokens that differ in notation alone."""
    kind: TokenKind
    weak: bool = field(compare=False)
    """Whether it carries no content: white space, a comma, a full stop, a quote."""
    whole: bool = field(compare=False)
    """Whether it is a number or a date, which is never shown in parts."""


def token_of(text: str, folded: str, kind: TokenKind) -> Token:
    """Return a token; whether it is weak or whole follows from its kind and folded text."""
    weak = kind is TokenKind.SPACE or folded in WEAK_MARKS
    return Token(text, folded, kind, weak, kind in (TokenKind.NUMBER, TokenKind.DATE))


def letters_of(word: Token) -> list[Token]:
    """Return a word that is folded letter by letter as tokens of its kind, one for each letter."""
    kind = word.kind
    if kind in _OF_ONE_CLASS and word.text not in AND_OR_WORDS:
        letters = [_KNOWN[letter] for letter in word.text]
        if word.text == word.folded == "".join([letter.folded for letter in letters]):
            return letters
    pairs = zip(word.text, word.folded, strict=True)
    return [token_of(text, folded, kind) for text, folded in pairs]


def tokens(text: str) -> list[Token]:
    """Split ``text``; the printed texts of the tokens together are ``text``."""
    return _split(text) if is_readable(text) else _split_unreadable(text)


def _split(text: str) -> list[Token]:
    shapes = text.translate(SHAPES)
    signs = DATE_SIGN.search(shapes) and [sign.end() for sign in DATE_SIGN.finditer(shapes)]
    split: list[Token] = []
    end = 0
    while signs and end < signs[-1]:  # beyond the last sign there is no date
        for match in PIECE.finditer(shapes, end):
            piece = text[end : match.end()]
            if piece[0] in DATE_STARTS and (date := date_at(text, end)):
                split.append(token_of(*date, TokenKind.DATE))
                end += len(date[0])
                break
            split.append(_KNOWN[piece])
            end += len(piece)
            if end >= signs[-1]:
                break
    for piece in PIECE.findall(shapes, end):
        split.append(_KNOWN[text[end : (end := end + len(piece))]])
    return split


class _KnownTokens(dict[str, Token]):
    """Tokens, which depend on their text alone unless they are dates, each made once."""

    def __missing__(self, text: str) -> Token:
        if len(self) >= _MOST_KNOWN:
            self.clear()
        kind = TokenKind.HIRAGANA if text in AND_OR_WORDS else _KINDS[text[0]]
        if kind in _WORDS:
            is_folded = max(text) < _WIDE and is_readable(text)
            folded = text if is_folded else fold_width(text)
            token = Token(text, folded, kind, weak=False, whole=False)
        else:
            token = token_of(text, _folded(text, kind), kind)
        self[text] = token
        return token


class _Kinds(dict[str, TokenKind]):
    """Character → the class of the piece that it begins, unless that joins words."""

    def __missing__(self, character: str) -> TokenKind:
        kind = self[character] = kind_of(character)
        return kind


def kind_of(first: str) -> TokenKind:
    """Return the class of a piece by its first character, in the order of `PIECE`."""
    return _KIND_OF_CLASS[class_of(first)]


_KIND_OF_CLASS = {
    NUMBER: TokenKind.NUMBER,
    LATIN: TokenKind.LATIN,
    HIRAGANA: TokenKind.HIRAGANA,
    KANJI: TokenKind.KANJI,
    KATAKANA: TokenKind.KATAKANA,
    SPACE: TokenKind.SPACE,
    MARK: TokenKind.MARK,
}
_WORDS = frozenset((TokenKind.KANJI, TokenKind.HIRAGANA, TokenKind.KATAKANA, TokenKind.LATIN))
_OF_ONE_CLASS = _WORDS - {TokenKind.LATIN}
"""Kinds of words of which each letter by itself is of the same kind."""
_MOST_KNOWN = 16384
"""More than the different tokens of all source texts."""
_KNOWN = _KnownTokens()
_KINDS = _Kinds()


def _split_unreadable(text: str) -> list[Token]:
    """Split what is read of ``text``, and give each token all that was printed for it."""
    plain, offsets = readable_map(text)
    split = _split(plain)
    starts = accumulate((len(token.text) for token in split), initial=0)
    cuts = [0, *(offsets[start] for start in [*starts][1:-1]), len(text)]
    if not split:
        return [token_of(text, "", TokenKind.SPACE)]
    return [
        replaced(token, text=text[start:end])
        for token, (start, end) in zip(split, pairwise(cuts), strict=True)
    ]


def fold_width(text: str) -> str:
    """Return ``text`` with full-width, half-width and compatibility forms normalised.

    Kana come with their voicing marks, radicals as kanji, and nothing that is not seen stays.
    Unlike with NFKC, characters that have a value stay: ``①``, ``²`` and ``½``.
    """
    plain = readable(text)
    if max(plain, default="") < _WIDE:
        return plain
    if len(plain) == 1:  # a mark, as a rule: the pattern need not be compiled for it
        return unicodedata.normalize("NFKC", plain) if _has_width(plain) else plain
    return _WIDTH.sub(lambda match: unicodedata.normalize("NFKC", match.group()), plain)


def _has_width(character: str) -> bool:
    """Tell whether `_WIDTH` finds a character."""
    return "\uff00" <= character <= "\uffef" or "\uf900" <= character <= "\ufaff"


def fold_notation(text: str) -> str:
    """Return ``text`` with every token folded: equal for texts that differ in notation alone.

    Kana, kanji and case stay, unlike in `plan_tui.text.fold.fold_spelling`, by which words are
    looked for.
    """
    return "".join(token.folded for token in tokens(text))


def _folded(text: str, kind: TokenKind) -> str:
    if kind is TokenKind.MARK:
        return fold_width(text.translate(MARKS)).translate(MARKS)
    if kind is TokenKind.SPACE:
        return " "
    return fold_width(text).replace(",", "")  # of a number
