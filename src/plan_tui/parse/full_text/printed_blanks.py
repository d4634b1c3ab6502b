"""Which blanks between Japanese words were printed, and which an extraction put there."""

from __future__ import annotations

import re

from plan_tui.parse.full_text.unplaced import UnplacedText

_WIDE, _NARROW = "\u3000", " \t\u00a0\u2002\u2003\u2009"
_JAPANESE, _LATIN = "[ぁ-ゖァ-ヺー々一-鿿]", "[0-9A-Za-z]"
_CHANGE = re.compile(rf"(?<={_JAPANESE})( ?)(?={_LATIN})|(?<={_LATIN})( ?)(?={_JAPANESE})")
"""Where the script changes, with a blank or without."""
_EXTRACTED = 0.1
"""The part of these places that have a blank, from which on an extraction put it there. Texts of
PDF files have 0.2 to 0.6, or none."""


def printed_blanks(text: UnplacedText) -> str:
    """Return the kinds of blanks that stand between words because they were printed.

    None where positions tell the words. A narrow one tells nothing in a text of a file with pages
    whose extraction put blanks elsewhere, too: it leaves some within words.
    """
    if text.positioned:
        return ""
    extracted = len(text.pages) > 1 and _share_of_blanks(text) >= _EXTRACTED
    return _WIDE if extracted else _WIDE + _NARROW


def _share_of_blanks(text: UnplacedText) -> float:
    changes = [
        bool(match[1] or match[2])
        for page in text.pages
        for line in page.lines
        for match in _CHANGE.finditer(line.text.text)
    ]
    return sum(changes) / len(changes) if changes else 0.0
