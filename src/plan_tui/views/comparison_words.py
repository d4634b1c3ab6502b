"""What is said of a counterpart, or of there being none."""

from __future__ import annotations

from plan_tui.labels.change_names import CHANGE_KINDS, SUGGESTION
from plan_tui.labels.not_held import NONE_KNOWN, NOT_HELD
from plan_tui.model.comparison import EditionColumn
from plan_tui.model.enums import ChangeKind
from plan_tui.model.records import Link
from plan_tui.text.language import Language, Phrase

MOVED = Phrase("移動", "moved")
"""Before a sentence that stands elsewhere on the other side."""


def absence(column: EditionColumn, language: Language) -> str:
    """Say that an edition has no counterpart, or that none is certain; empty if one is."""
    if column.verdict:
        verdict = CHANGE_KINDS[ChangeKind(column.verdict)].say(language)
        return f"{NOT_HELD.say(language)} ({verdict})"
    certain = any(other.link.accepted for other in column.counterparts)
    return "" if certain else NONE_KNOWN.say(language)


def standing(link: Link, language: Language) -> str:
    """Say how a counterpart belongs to the base section, or how likely it is to."""
    if link.accepted:
        return CHANGE_KINDS[ChangeKind(link.relation)].say(language)
    return f"{SUGGESTION.say(language)} {link.score:.2f}"
