"""Editions in a word; their full names stand in the data."""

from __future__ import annotations

from plan_tui.text.language import Language, Phrase

_SHORT = Phrase("{id}年版", "{id} edition")


def edition_name(edition_id: str, language: Language) -> str:
    """Return an edition's short name."""
    return _SHORT.say(language, id=edition_id)
