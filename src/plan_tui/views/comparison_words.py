"""What is said of an edition's column: that it has no counterpart, or where else to look."""

from __future__ import annotations

from plan_tui.labels.not_held import GOES_ON_BELOW, MENTIONED_IN, NONE_KNOWN, NOT_HELD
from plan_tui.model import headings
from plan_tui.model.comparison import EditionColumn
from plan_tui.model.comparison_enums import (
    ChangeKind,
)
from plan_tui.text.language import Language, Phrase

MOVED = Phrase("移動", "moved")
"""Before a sentence that stands elsewhere on the other side."""


def absence(column: EditionColumn, language: Language) -> str:
    """Say that an edition has no counterpart, or that none is certain; empty if one is."""
    if column.verdict:
        return NOT_HELD.say(language)
    stated = column.stated
    if stated and stated.change is ChangeKind.BELOW:
        return GOES_ON_BELOW.say(language, count=stated.below, all=stated.below_all)
    if any(other.link.accepted for other in column.counterparts) or column.mentions:
        return ""
    return NONE_KNOWN.say(language)


def mentions(column: EditionColumn, language: Language) -> str:
    """Name the sections that only mention the base section's matter; empty without any."""
    named = [f"{headings.heading(s, language)} [{s.key}]" for s in column.mentions]
    return MENTIONED_IN.say(language, sections="、".join(named)) if named else ""
