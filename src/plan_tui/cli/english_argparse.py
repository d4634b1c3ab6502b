"""argparse as it speaks without a catalogue: in English, which `cli/complaints.py` puts in words.

argparse asks `gettext` for each of its words, which loads `locale` and looks for a catalogue that
nobody has, and what a catalogue said would not be understood here. Where nothing else has loaded
`gettext`, argparse gets the words themselves in its place.
"""

from __future__ import annotations

import sys
from types import ModuleType

_NAME = "gettext"


def _ngettext(singular: str, plural: str, count: int) -> str:
    return singular if count == 1 else plural


def _words_alone() -> ModuleType:
    words = ModuleType(_NAME)
    words.__dict__.update(gettext=str, ngettext=_ngettext)
    return words


if _NAME in sys.modules:
    import argparse
else:
    sys.modules[_NAME] = _words_alone()
    try:
        import argparse
    finally:
        del sys.modules[_NAME]

__all__ = ["argparse"]
