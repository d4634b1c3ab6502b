"""Words for readings that could not be made, without which a title is found as printed alone."""

from __future__ import annotations

from collections.abc import Mapping

from plan_tui.text.language import Phrase

_MISSING = Phrase(
    "読み：見出し{titles}件のうち{read}件。残りの見出しは、読みの分からない語をかなやロー"
    "マ字で探せません（全てに付けるには`pip install 'plan-tui[build]'`のあと"
    "`plan-tui add --rebuild`）",
    "readings: {read} of {titles} {titles:title|titles}; words without one are found as "
    "printed, not by kana or romaji (to add all: `pip install 'plan-tui[build]'`, then "
    "`plan-tui add --rebuild`)",
)


def missing_readings(counts: Mapping[str, int]) -> Phrase | None:
    """Return what to say of a document's readings, by its counts; None if every title has one."""
    titles, unread = counts["sections"], counts["unread_titles"]
    return _MISSING.of(titles=titles, read=titles - unread) if unread else None
