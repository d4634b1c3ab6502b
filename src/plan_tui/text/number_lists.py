"""Lists of thousands of whole numbers: as bytes, those that are in several, those of groups."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from functools import cached_property
from itertools import chain, pairwise, repeat

TYPE_CHECKING = False
if TYPE_CHECKING:
    from array import array
    from collections.abc import Collection, Iterable
    from typing import Literal, overload

NUMBER: Literal["I"] = "I"
"""The type code of `array`, and of a `memoryview`: four bytes without a sign."""


_BYTE = 256
"""Values of a byte."""
_MUCH_LESS = 16
"""Times that a list must be longer than another for looking up each number to be the quicker."""


_FEW = 1 / 32
"""Share of all things of which each is looked for among the groups; of more, the groups of all are
written down, which takes about as long."""


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
    numbers = codes if kinds <= _BYTE else unpacked(codes)
    if kinds <= _BYTE:
        are_below = not bytes.translate(codes, None, bytes(range(kinds)))
    else:
        are_below = max(numbers, default=0) < kinds
    if not are_below:
        raise ValueError(f"a number from {kinds} on")
    return numbers


def in_all(lists: Iterable[Sequence[int]]) -> Sequence[int]:
    """Return the numbers that are in each list, in order."""
    from bisect import bisect_left

    shortest, *others = sorted(lists, key=len)
    if not others:
        return shortest
    held: Collection[int] = shortest
    for longer in others:
        if not held:
            return ()
        if len(longer) > _MUCH_LESS * len(held):
            last = longer[-1]
            held = [n for n in held if n <= last and longer[bisect_left(longer, n)] == n]
        else:
            held = set(held).intersection(longer)
    return sorted(held)


def _in_order(values: array[int]) -> array[int]:
    if sys.byteorder == "big":
        values.byteswap()
    return values


class Grouped(Sequence[int]):
    """For each thing the number of its group; both count from 0.

    Where ``firsts`` are no such numbers, as in a damaged file, what is told is wrong, and yet no
    group or thing that there is not.

    Args:
        firsts: for each group the number of its first thing; of one without any, that of the next
            group.
        size: how many things there are.
        leading: how many things stand before those, one for each group, in order; 0 if none do.

    """

    def __init__(self, firsts: Sequence[int], size: int, leading: int = 0) -> None:
        self._firsts, self._size, self._leading = firsts, size, leading
        self._is_written = False

    def __len__(self) -> int:
        return self._size

    if TYPE_CHECKING:

        @overload
        def __getitem__(self, number: int) -> int: ...
        @overload
        def __getitem__(self, number: slice) -> Sequence[int]: ...

    def __getitem__(self, number: int | slice) -> int | Sequence[int]:
        """Return the group of a thing, or those of several."""
        if isinstance(number, slice):
            return [*self.of_each(range(self._size)[number])]
        if not 0 <= number < self._size:
            raise IndexError(number)
        (group,) = self.of_each((number,))
        return group

    def of_each(self, numbers: Collection[int]) -> Iterable[int]:
        """Return the groups of things, in their order."""
        if len(numbers) > _FEW * self._size:
            self._is_written = True
        if self._is_written:
            return map(self._all.__getitem__, numbers)
        return self._looked_for(numbers)

    def _looked_for(self, numbers: Collection[int]) -> list[int]:
        firsts, leading = self._firsts, self._leading
        if max(numbers, default=0) < leading:
            return [*numbers]
        from bisect import bisect_right

        return [n if n < leading else max(0, bisect_right(firsts, n) - 1) for n in numbers]

    @cached_property
    def _all(self) -> Sequence[int]:
        bounds = (self._leading, *self._firsts, self._size)
        counts = [after - first for first, after in pairwise(bounds)]
        if counts[0] or min(counts) < 0:  # as in a damaged file
            return self._looked_for(range(self._size))
        groups = chain.from_iterable(map(repeat, range(len(self._firsts)), counts[1:]))
        return [*range(self._leading), *groups]

    def things(self, group: int) -> Sequence[int]:
        """Return the numbers of the things of a group, in order."""
        first = self._firsts[group]
        after = self._firsts[group + 1] if group + 1 < len(self._firsts) else self._size
        things = range(max(first, self._leading), min(after, self._size))
        return (group, *things) if group < self._leading else things
