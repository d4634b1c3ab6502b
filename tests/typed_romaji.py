"""Kana in Latin letters, as users of each system type them."""

from __future__ import annotations

import re

from plan_tui.text.kana import sound
from plan_tui.text.vocabulary import StrEnum

_HEPBURN = (
    (r"sy", "sh"), (r"si", "shi"), (r"ty", "ch"), (r"ti", "chi"), (r"tu", "tsu"),
    (r"zy", "j"), (r"zi", "ji"), (r"(?<![sc])hu", "fu"),
)  # fmt: skip


class RomajiSystem(StrEnum):
    """How kana are spelled in Latin letters."""

    HEPBURN = "hepburn"
    """Long vowels short."""
    KUNREI = "kunrei"
    WAPURO = "wapuro"
    """As typed into an input method."""


def spell(kana: str, system: RomajiSystem) -> str:
    """Return kana in romaji: what a user of that system types."""
    plain = sound(kana)
    if system is RomajiSystem.KUNREI:
        return plain
    for pattern, spelling in _HEPBURN:
        plain = re.sub(pattern, spelling, plain)
    if system is RomajiSystem.WAPURO:
        return plain
    plain = re.sub(r"o[ou]+", "o", re.sub(r"uu+", "u", plain))
    return re.sub(r"n(?=[bmp])", "m", plain)
