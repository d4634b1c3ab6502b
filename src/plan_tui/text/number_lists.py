"""Lists of whole numbers as bytes, for columns that hold thousands of them."""

from __future__ import annotations

import sys

TYPE_CHECKING = False
if TYPE_CHECKING:
    from array import array
    from collections.abc import Iterable, Sequence
    from typing import Literal

NUMBER: Literal["I"] = "I"
"""The type code of `array`, and of a `memoryview`: four bytes without a sign."""


_BYTE = 256
"""Values of a byte."""
_MUCH_LESS = 16
"""Times that a list must be longer than another for looking up each number to be the quicker."""


def packed(numbers: Iterable[int]) -> bytes:
    """Return numbers (0 to 2³² - 1) as bytes: four each, the lowest first, on every machine."""
    from array import array

    return _in_order(array(NUMBER, numbers)).tobytes()


def unpacked(numbers: bytes) -> Sequence[int]:
    """Return the numbers that `packed` put together; where they are, unless the machine must turn.

    Raises:
        TypeError, ValueError: the bytes are no such list.

    """
    if sys.byteorder == "little":
        return memoryview(numbers).cast(NUMBER)
    from array import array

    values = array(NUMBER)
    values.frombytes(numbers)
    return _in_order(values)


def packed_codes(codes: Iterable[int], kinds: int) -> bytes:
    """Return numbers below ``kinds`` as bytes: one each where that is enough, else as `packed`."""
    return bytes(codes) if kinds <= _BYTE else packed(codes)


def unpacked_codes(codes: bytes, kinds: int) -> Sequence[int]:
    """Return the numbers that `packed_codes` put together.

    Raises:
        TypeError, ValueError: the bytes are no such list, or one is not below ``kinds``.

    """
    if kinds <= _BYTE:
        are_below = not bytes.translate(codes, None, bytes(range(kinds)))
    else:
        are_below = all_below(codes, kinds)
    if not are_below:
        raise ValueError(f"a number from {kinds} on")
    return codes if kinds <= _BYTE else unpacked(codes)


def all_below(numbers: bytes, limit: int) -> bool:
    """Tell whether numbers that `packed` put together are all below a limit.

    All numbers are looked at together, byte by byte, which takes a third of looking at each.
    """
    parts = [numbers[place::4] for place in range(4)]
    while limit < _BYTE ** (len(parts) - 1):
        if parts.pop().strip(b"\0"):
            return False
    reached = -1  # a byte for each number, of which the lowest bit tells whether it is that high
    for place, part in enumerate(parts):
        byte = limit // _BYTE**place % _BYTE
        reached = _flags(part, byte + 1) | (_flags(part, byte) & reached)
    return not reached


def _flags(part: bytes, least: int) -> int:
    """Return as a number a byte for each byte: 1 where that is not less than ``least``, else 0."""
    return int.from_bytes(part.translate(bytes(least) + b"\1" * (_BYTE - least)), "little")


def ranges(groups: Sequence[int]) -> tuple[Sequence[int], Sequence[int]]:
    """Return for each group the first place and the one after the last; 0 for one that has none.

    ``groups`` says of each place whose it is; those of a group stand together.
    """
    count = max(groups, default=-1) + 1
    firsts, afters = (memoryview(bytearray(4 * count)).cast(NUMBER) for _ in range(2))
    before = None
    for place, group in enumerate(groups):
        if group != before:
            firsts[group], before = place, group
        afters[group] = place + 1
    return firsts, afters


def in_all(lists: Iterable[Sequence[int]]) -> Sequence[int]:
    """Return the numbers that are in each list, in order."""
    from bisect import bisect_left

    shortest, *others = sorted(lists, key=len)
    for longer in others:
        if not shortest:
            return ()
        if len(longer) > _MUCH_LESS * len(shortest):
            places = [bisect_left(longer, n) for n in shortest]
            pairs = zip(shortest, places, strict=True)
            shortest = [n for n, at in pairs if at < len(longer) and longer[at] == n]
        else:
            shortest = sorted(set(shortest).intersection(longer))
    return shortest


def _in_order(values: array[int]) -> array[int]:
    if sys.byteorder == "big":
        values.byteswap()
    return values
