"""Keys: what a Japanese input method sends in their place, and how people read them."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence

_IME: dict[str, tuple[str, ...]] = {
    "/": ("・",),
    "[": ("「",),
    "]": ("」",),
    "e": ("え",),
    "i": ("い",),
    "n": ("ん",),
    "g": ("っ",),
    "'": ("\u2019",),
}
"""What a Japanese input method sends for a key besides its full-width form."""

_SHOWN = {
    "pageup": "PgUp",
    "pagedown": "PgDn",
    "escape": "Esc",
    "shift+tab": "Shift+Tab",
}
_SIGNS = {
    "at": "@",
    "backslash": "\\",
    "minus": "-",
    "plus": "+",
    "slash": "/",
    "underscore": "_",
}
"""Signs whose keys Textual calls by another name than Unicode's."""


def with_twins(keys: Sequence[str]) -> tuple[str, ...]:
    """Return keys and what a Japanese input method sends for them, each once."""
    return tuple(dict.fromkeys([*keys, *(twin for key in keys for twin in twins(key))]))


def twins(key: str) -> tuple[str, ...]:
    """Return the characters that arrive for ``key`` while a Japanese input method is on."""
    if len(key) != 1:
        return ()
    wide = chr(ord(key) + 0xFEE0) if "!" <= key <= "~" else ""
    return tuple(twin for twin in (wide, *_IME.get(key, ())) if twin)


def key_label(key: str) -> str:
    """Return a key as people read it, in characters of certain width: ``^D``, ``Up``, ``F1``."""
    if len(key) == 1:
        return key
    modifier, _, name = key.rpartition("+")
    last = _sign(name) or name
    if not modifier and len(last) == 1:
        return last
    if modifier == "ctrl" and len(last) == 1:
        return f"^{last.upper()}"
    if key in _SHOWN:
        return _SHOWN[key]
    words = last if len(last) == 1 else last.capitalize()
    return "+".join([*(held.capitalize() for held in modifier.split("+") if held), words])


def _sign(name: str) -> str:
    """Return the sign that a key is called after; empty for a key that writes none."""
    try:
        sign = _SIGNS.get(name) or unicodedata.lookup(name.replace("_", " "))
    except KeyError:
        return ""
    return sign if sign.isprintable() and not sign.isspace() else ""
