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


def _in_order(values: array[int]) -> array[int]:
    if sys.byteorder == "big":
        values.byteswap()
    return values
