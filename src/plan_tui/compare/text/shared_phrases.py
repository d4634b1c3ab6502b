"""The phrases that two texts have in common, wherever they stand."""

from __future__ import annotations

from itertools import islice

from plan_tui.compare.text.common_substrings import PARTICLE
from plan_tui.text.record import record
from plan_tui.text.tokens import TokenKind

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from plan_tui.text.tokens import Token

_LEAST = 4.0
"""A phrase says at least as much as this many characters that are not hiragana. Set by hand; a
lower one marks single words that stand everywhere in the plan."""
_LEAST_LOANWORD = 7.0
"""The same for a phrase that is a katakana word and nothing else. Set by hand: システム or サービス
by itself is no phrase in common."""
_START = 4
"""Folded characters that every such phrase has: none weighs more than 1, numbers are guarded."""


@record
class Atom:
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
            yield Atom(token.text, _guarded(token), len(token.text), True, word, False)
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


def _guarded(token: Token) -> str:
    """Return a folded token; guards keep the number 17 from being found in 170."""
    return f"\x01{token.folded}\x02" if token.whole else token.folded


class Haystack:
    """Texts folded as one string, in which phrases are looked for.

    Attributes:
        text: the string; no phrase runs from one text into the next.
        starts: what phrases can begin with, every `_START` neighbouring characters of it.

    """

    def __init__(self, parts: Iterable[Sequence[Token]]) -> None:
        self.text = "\x03".join("".join(map(_guarded, part)) for part in parts)
        self.starts = frozenset(_starts(self.text))


def _starts(folded: str) -> Iterator[str]:
    return (folded[place : place + _START] for place in range(len(folded) - _START + 1))


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
    folded = "".join(map(_guarded, tokens))
    place = printed = done = 0
    for word, token in enumerate(tokens):
        if token.whole or _worth(token)[1]:
            for skipped in range(len(token.text) if _in_characters(token) else 1):
                start = place + skipped
                if printed + skipped < done or folded[start : start + _START] not in other.starts:
                    continue
                phrase = _longest(islice(atoms(tokens[word:]), skipped, None), other.text)
                if phrase:
                    done = printed + skipped + len(phrase)
                    yield printed + skipped, done
        place += len(_guarded(token))
        printed += len(token.text)


def _longest(parts: Iterable[Atom], other: str) -> str:
    """Return the longest phrase at the beginning of ``parts`` that ``other`` also has."""
    phrase: list[Atom] = []
    needle = ""
    for part in parts:
        needle += part.folded
        if needle not in other:
            break
        phrase.append(part)
    while phrase and not phrase[-1].edge:
        phrase.pop()
    weight = sum(part.weight for part in phrase)
    loanword = bool(phrase) and phrase[0].loan and phrase[0].word == phrase[-1].word
    enough = weight >= (_LEAST_LOANWORD if loanword else _LEAST)
    return "".join(part.text for part in phrase) if enough else ""
