"""The phrases that two texts have in common, wherever they stand."""

from __future__ import annotations

from typing import NamedTuple

from plan_tui.text.tokens import Token, TokenKind

_LEAST = 4.0
"""A phrase says at least as much as this many characters that are not hiragana."""
_LEAST_LOANWORD = 7.0
"""The same for a phrase that is a katakana word and nothing else."""
_PARTICLE = 0.25
"""What a hiragana character says, against one of another class."""


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


def atoms(tokens: list[Token]) -> list[Atom]:
    """Return tokens as atoms; their printed texts together are the tokens' texts."""
    found: list[Atom] = []
    for word, token in enumerate(tokens):
        if token.whole:
            found.append(Atom(token.text, _guarded(token), len(token.text), True, word, False))
        elif len(token.folded) == len(token.text):
            weight, edge, loan = _worth(token)
            pairs = zip(token.text, token.folded, strict=True)
            found.extend(Atom(text, folded, weight, edge, word, loan) for text, folded in pairs)
        else:
            weight, edge, loan = _worth(token)
            size = weight * len(token.text)
            found.append(Atom(token.text, token.folded, size, edge, word, loan))
    return found


def _worth(token: Token) -> tuple[float, bool, bool]:
    """Return a character's weight, whether a phrase may begin or end there, and if it is loan."""
    if token.weak or token.kind is TokenKind.MARK:
        return 0.0, False, False
    if token.kind is TokenKind.HIRAGANA:
        return _PARTICLE, False, False
    return 1.0, True, token.kind is TokenKind.KATAKANA


def _guarded(token: Token) -> str:
    """Return a folded token; guards keep the number 17 from being found in 170."""
    return f"\x01{token.folded}\x02" if token.whole else token.folded


def haystack(parts: list[list[Token]]) -> str:
    """Return texts folded as one string for `shared`; no phrase runs from one into the next."""
    return "\x03".join("".join(map(_guarded, part)) for part in parts)


def shared(tokens: list[Token], other: str) -> list[tuple[bool, str]]:
    """Cut a text into (is the phrase also in ``other``?, printed text), in order.

    ``other`` is a `haystack`. Phrases are as long as possible and never end within a number.
    """
    parts = atoms(tokens)
    marks = [False] * len(parts)
    start = 0
    while start < len(parts):
        end = _longest(parts, start, other)
        if end > start:
            marks[start:end] = [True] * (end - start)
            start = end
        else:
            start += 1
    runs: list[tuple[bool, str]] = []
    for part, marked in zip(parts, marks, strict=True):
        if runs and runs[-1][0] is marked:
            runs[-1] = (marked, runs[-1][1] + part.text)
        else:
            runs.append((marked, part.text))
    return runs


def _longest(parts: list[Atom], start: int, other: str) -> int:
    """Return where the longest phrase from ``start`` that ``other`` also has ends."""
    if not parts[start].edge:
        return start
    end, needle = start, ""
    while end < len(parts) and (needle + parts[end].folded) in other:
        needle += parts[end].folded
        end += 1
    while end > start and not parts[end - 1].edge:
        end -= 1
    phrase = parts[start:end]
    weight = sum(part.weight for part in phrase)
    loanword = end > start and phrase[0].loan and phrase[0].word == phrase[-1].word
    return end if weight >= (_LEAST_LOANWORD if loanword else _LEAST) else start
