"""Colours as light: sRGB without its gamma."""

from __future__ import annotations


def linear(value: int) -> float:
    """Return the share of light, 0 to 1, of a part of a colour, 0 to 255."""
    share = value / 255
    return share / 12.92 if share <= 0.04045 else ((share + 0.055) / 1.055) ** 2.4
