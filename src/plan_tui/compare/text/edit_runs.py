"""Where two sentences differ: runs of tokens, made readable.

Raw edit operations of two Japanese sentences are full of chaff: a particle or a lone character
that happens to stand on both sides cuts a rewritten passage into shreds. Such accidents are
taken into the passage; words that share a beginning or an end are cut there; what differs in
notation alone is told apart. Numbers and dates are never cut.
"""

from __future__ import annotations

from itertools import groupby, takewhile

from plan_tui.compare.text.common_substrings import recut, weight
from plan_tui.compare.text.shortest_edit import shortest_edit
from plan_tui.text.record import record
from plan_tui.text.tokens import TokenKind, token_of
from plan_tui.text.vocabulary import StrEnum

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from plan_tui.text.tokens import Token

_KEPT_STEM = {TokenKind.KANJI: 2, TokenKind.KATAKANA: 3, TokenKind.LATIN: 4}
"""Characters that two words of a class must share to be cut there. Set by hand; fewer cut words
that only begin or end alike."""
_CHAFF_WEIGHT = 2.0
"""An accidental sameness between two changes weighs at most this (see `common_substrings.weight`):
two kanji, or particles. Set by hand; more of it joins more changes into one."""


class Op(StrEnum):
    """What a stretch of two sentences is, before it is told which side is older."""

    SAME = "same"
    NOTATION = "notation"
    CHANGED = "changed"


@record
class Stretch:
    """Tokens of one side that stand for those of the other; either may be empty."""

    op: Op
    left: tuple[Token, ...]
    right: tuple[Token, ...]


def stretches(left: Sequence[Token], right: Sequence[Token]) -> list[Stretch]:
    """Return the differences of two token lists, in order; together they are both lists."""
    if not left or not right:
        alone = tuple(left or right)
        op = Op.NOTATION if all(token.weak for token in alone) else Op.CHANGED
        return [Stretch(op, tuple(left), tuple(right))] if alone else []
    if _folded_content(left) == _folded_content(right):
        return _merged(_in_notation(left, right))
    raw = raw_stretches(left, right)
    readable = _merged(_without_chaff(_merged(raw)))
    return _merged([part for stretch in readable for part in _trimmed(stretch)])


def raw_stretches(left: Sequence[Token], right: Sequence[Token]) -> list[Stretch]:
    """Return the shortest edit of one list to the other, before any clean-up."""
    raw: list[Stretch] = []
    for edit in shortest_edit([t.folded for t in left], [t.folded for t in right]):
        ours, theirs = tuple(left[edit.left]), tuple(right[edit.right])
        raw.extend(_same(ours, theirs) if edit.is_kept else [_different(ours, theirs)])
    return raw


def _same(left: tuple[Token, ...], right: tuple[Token, ...]) -> list[Stretch]:
    """Cut tokens that are equal when folded into those printed alike and those that are not."""
    if left and [token.text for token in left] == [token.text for token in right]:
        return [Stretch(Op.SAME, left, right)]
    pairs = [(a.text == b.text, a, b) for a, b in zip(left, right, strict=True)]
    return [
        Stretch(
            Op.SAME if alike else Op.NOTATION,
            tuple(a for _, a, _ in part),
            tuple(b for _, _, b in part),
        )
        for alike, part in ((alike, list(group)) for alike, group in groupby(pairs, _first))
    ]


def _first(pair: tuple[bool, Token, Token]) -> bool:
    return pair[0]


def _different(left: tuple[Token, ...], right: tuple[Token, ...]) -> Stretch:
    """Call a change notation if what is left without weak marks is equal on both sides."""
    same = _folded_content(left) == _folded_content(right)
    return Stretch(Op.NOTATION if same else Op.CHANGED, left, right)


def _folded_content(side: Sequence[Token]) -> list[str]:
    return [token.folded for token in side if not token.weak]


def _in_notation(left: Sequence[Token], right: Sequence[Token]) -> list[Stretch]:
    """Return the differences of two lists whose content is equal, weak marks between it apart."""
    parts: list[Stretch] = []
    i = j = 0
    while i < len(left) or j < len(right):
        marks_left = tuple(takewhile(_is_weak, left[i:]))
        marks_right = tuple(takewhile(_is_weak, right[j:]))
        parts += raw_stretches(marks_left, marks_right)
        i, j = i + len(marks_left), j + len(marks_right)
        parts += _same(tuple(left[i : i + 1]), tuple(right[j : j + 1]))
        i, j = i + 1, j + 1
    return parts


def _is_weak(token: Token) -> bool:
    return token.weak


def _merged(parts: list[Stretch]) -> list[Stretch]:
    """Join neighbours of one kind."""
    joined: list[Stretch] = []
    for stretch in parts:
        if not stretch.left and not stretch.right:
            continue
        if joined and joined[-1].op is stretch.op:
            last = joined.pop()
            stretch = Stretch(stretch.op, last.left + stretch.left, last.right + stretch.right)
        joined.append(stretch)
    return joined


def _without_chaff(parts: list[Stretch]) -> list[Stretch]:
    """Take what is accidentally the same into the changes on both its sides, until none is."""
    current = parts
    while True:
        kept: list[Stretch] = []
        for place, stretch in enumerate(current):
            between = 0 < place < len(current) - 1 and stretch.op is not Op.CHANGED
            if between and _is_chaff(kept[-1], stretch, current[place + 1]):
                kept.append(Stretch(Op.CHANGED, stretch.left, stretch.right))
            else:
                kept.append(stretch)
        merged = _merged(kept)
        if len(merged) == len(current):
            return merged
        current = merged


def _is_chaff(before: Stretch, middle: Stretch, after: Stretch) -> bool:
    if before.op is not Op.CHANGED or after.op is not Op.CHANGED:
        return False
    if any(token.whole for token in middle.left):
        return False
    if _is_unit(before, middle):
        return False
    size = weight(middle.left)
    if size > _CHAFF_WEIGHT:
        return False
    # Two changes that each replace something read better as one; an insertion and a deletion
    # are kept apart, because a reader looks for each in one place only.
    edits = min(_size(before), _size(after))
    return size < edits


def _is_unit(before: Stretch, middle: Stretch) -> bool:
    """Tell whether a changed number stands before what is the same: its unit is no accident."""
    number = any(side and side[-1].kind is TokenKind.NUMBER for side in (before.left, before.right))
    return number and middle.left[0].kind in (TokenKind.KANJI, TokenKind.KATAKANA, TokenKind.MARK)


def _size(stretch: Stretch) -> float:
    return max(weight(stretch.left), weight(stretch.right))


def _trimmed(stretch: Stretch) -> list[Stretch]:
    """Cut a change where its two sides begin, end or go on alike."""
    if stretch.op is not Op.CHANGED or not stretch.left or not stretch.right:
        return [stretch]
    left, right = list(stretch.left), list(stretch.right)
    head = _take_common(left, right, 0)
    tail = _take_common(left, right, -1)
    rest: list[Stretch] = []
    for ours, theirs, same in recut(left, right):
        sides = tuple(ours), tuple(theirs)
        rest.extend(_same(*sides) if same else [_different(*sides)])
    return [*head, *rest, *reversed(tail)]


def _take_common(left: list[Token], right: list[Token], end: int) -> list[Stretch]:
    """Take equal tokens, then the common part of one word, from one end of both lists."""
    taken: list[Stretch] = []
    while left and right and left[end].folded == right[end].folded:
        taken.extend(_same((left.pop(end),), (right.pop(end),)))
    if not left or not right:
        return taken
    ours, theirs = left[end], right[end]
    need = _KEPT_STEM.get(ours.kind)
    if need is None or ours.kind is not theirs.kind:
        return taken
    size = _common(ours.text, theirs.text, end)
    if size >= need:
        left[end], kept = _cut(ours, size, end)
        right[end], _ = _cut(theirs, size, end)
        for side in (left, right):
            if not side[end].text:
                side.pop(end)
        taken.append(Stretch(Op.SAME, (kept,), (kept,)))
    return taken


def _common(left: str, right: str, end: int) -> int:
    size = 0
    pairs = zip(left, right, strict=False) if end == 0 else zip(left[::-1], right[::-1])  # noqa: B905
    for ours, theirs in pairs:
        if ours != theirs:
            break
        size += 1
    return size


def _cut(token: Token, size: int, end: int) -> tuple[Token, Token]:
    """Return what is left of a token, and the ``size`` characters cut off one of its ends."""
    at = size if end == 0 else len(token.text) - size
    head = token_of(token.text[:at], token.text[:at], token.kind)
    tail = token_of(token.text[at:], token.text[at:], token.kind)
    return (tail, head) if end == 0 else (head, tail)
