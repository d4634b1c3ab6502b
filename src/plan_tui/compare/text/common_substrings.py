"""Finds what two rewritten passages still have in common where tokens hide it.

A run of kanji is one token, so 向上 in 利便性向上 and in 利便性の向上 are different words to an
edit of tokens. Here a changed stretch is cut at its longest common run of characters, and again
on both sides of it, as long as these runs say something. Numbers and dates stay whole.
"""

from __future__ import annotations

from plan_tui.text.tokens import TokenKind, letters_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from plan_tui.text.tokens import Token

    Cut = tuple[list[Token], list[Token], bool]
    """Left, right, and whether they are the same."""

LEAST = 3.0
"""What a common run says at least (see `weight`). Set by hand; with a lower one two kanji that
stand in different words cut a change, with a higher one 利便性 in two compounds does not."""
_LEAST_SHARE = 0.15
"""The least part of the shorter side that it must be. Set by hand; a lower one cuts long changes
into shreds."""
_LARGEST = 60_000
"""Characters of one side times those of the other beyond which nothing is looked for; the search
takes so many steps. Set by hand: two stretches of 245 characters each."""
PARTICLE = 0.25
"""What a hiragana character says, against one of another class, here and in `shared_phrases`. Set
by hand; more of it lets particles and endings hold texts together."""


def weight(tokens: Sequence[Token]) -> float:
    """Return how much a run of tokens says: 1 a character, less a particle's, 0 a weak mark."""
    return sum(
        len(token.text) * (PARTICLE if token.kind is TokenKind.HIRAGANA else 1.0)
        for token in tokens
        if not token.weak
    )


def recut(left: Sequence[Token], right: Sequence[Token]) -> list[Cut]:
    """Cut two passages where they agree; the parts together are both passages."""
    return _cut(_characters(left), _characters(right))


def _cut(left: list[Token], right: list[Token]) -> list[Cut]:
    i, j, size = _longest(left, right)
    run = left[i : i + size]
    common = weight(run)
    if common < LEAST or common < _LEAST_SHARE * min(weight(left), weight(right)):
        return [(left, right, False)] if left or right else []
    return [
        *_cut(left[:i], right[:j]),
        (run, right[j : j + size], True),
        *_cut(left[i + size :], right[j + size :]),
    ]


def _longest(left: list[Token], right: list[Token]) -> tuple[int, int, int]:
    """Return where the longest common run begins on both sides, and its length."""
    if not left or not right or len(left) * len(right) > _LARGEST:
        return 0, 0, 0
    best = (0, 0, 0)
    before: dict[int, int] = {}
    """Place on the right → length of the common run that ends there and one place before on the
    left."""
    where: dict[str, list[int]] = {}
    for place, token in enumerate(right):
        where.setdefault(token.folded, []).append(place)
    for i, token in enumerate(left):
        places = where.get(token.folded)
        if places is None:
            before = {}
            continue
        row: dict[int, int] = {}
        for j in places:
            size = row[j] = before.get(j - 1, 0) + 1
            if size > best[2]:
                best = (i + 1 - size, j + 1 - size, size)
        before = row
    return best


def _characters(tokens: Sequence[Token]) -> list[Token]:
    characters: list[Token] = []
    for token in tokens:
        size = len(token.text)
        if token.whole or size == 1 or len(token.folded) != size:
            characters.append(token)
        else:
            characters += letters_of(token)
    return characters
