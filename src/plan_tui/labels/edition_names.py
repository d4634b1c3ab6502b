"""Editions in a word; their full names stand in the data."""

from __future__ import annotations

from plan_tui.labels.punctuation import named
from plan_tui.text.language import Phrase

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

    from plan_tui.model.records import Edition
    from plan_tui.text.language import Language

_SHORT = Phrase("{date}版", "{id} edition")


def edition_name(edition_id: str, language: Language) -> str:
    """Return the short name of an edition; an id is a year, with month or day, or any word."""
    from plan_tui.text.day_names import in_japanese

    return _SHORT.say(language, id=edition_id, date=in_japanese(edition_id))


def held_lines(editions: Iterable[Edition], language: Language) -> list[str]:
    """Return what text of each edition is held, a line each."""
    return [named(edition.name(language), edition.held(language), language) for edition in editions]
