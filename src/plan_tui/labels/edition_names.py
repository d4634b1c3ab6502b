"""Editions in a word; their full names stand in the data."""

from __future__ import annotations

from plan_tui.text.language import Language, Phrase

_SHORT = Phrase("{id}年版", "{id} edition")
_OF_MONTH = Phrase("{year}年{month}月版", "{id} edition")


def edition_name(edition_id: str, language: Language) -> str:
    """Return the short name of an edition, whose id is a year or a year and a month."""
    year, _, month = edition_id.partition("-")
    if not month.isdecimal():
        return _SHORT.say(language, id=edition_id)
    return _OF_MONTH.say(language, id=edition_id, year=year, month=int(month))
