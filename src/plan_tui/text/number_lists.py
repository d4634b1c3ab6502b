"""Lists of whole numbers as bytes, for columns that hold thousands of them."""

from __future__ import annotations

import sys
from array import array

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

NUMBER = "I"
"""The type code of `array`: four bytes without a sign."""


def packed(numbers: Iterable[int]) -> bytes:
    """Return numbers (0 to 2³² - 1) as bytes: four each, the lowest first, on every machine."""
    return _in_order(array(NUMBER, numbers)).tobytes()


def unpacked(numbers: bytes) -> array[int]:
    """Return the numbers that `packed` put together.

    Raises:
        ValueError: the bytes are no such list.

    """
    values = array(NUMBER)
    values.frombytes(numbers)
    return _in_order(values)


def _in_order(values: array[int]) -> array[int]:
    if sys.byteorder == "big":
        values.byteswap()
    return values
