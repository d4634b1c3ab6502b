"""The legend of a screen in lines: the words of the row under the cursor first."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from plan_tui.labels.legend import ENTRIES, PARTS
from plan_tui.labels.legend_entry import LegendEntry, LegendPart
from plan_tui.text.language import Language, Phrase
from plan_tui.text.width import width
from plan_tui.tui.render.line import EMPTY, Line, Paragraph, Piece, indented

HERE = Phrase("この行の語と印", "Words and signs of this row")
_WIDEST, _WORD_SHARE = 26, 3
"""Columns of the words before their meanings, a third of the line at most; a longer word has a line
of its own."""


def legend_of_row(row: str, parts: Sequence[LegendPart], language: Language) -> list[LegendEntry]:
    """Return the entries of a screen's parts whose words or signs stand in a drawn row.

    A word within a longer one of the legend is not meant: ``part`` in ``part of that section``.
    """
    entries = (entry for part in parts for entry in ENTRIES[part])
    entry_places = [(entry, entry.places(row, language)) for entry in entries]
    words = [place for entry, places in entry_places if not entry.sign for place in places]
    return [
        entry
        for entry, places in entry_places
        if any(entry.sign or not _is_within_another(place, words) for place in places)
    ]


def _is_within_another(place: tuple[int, int], places: Iterable[tuple[int, int]]) -> bool:
    return any(
        start <= place[0] and place[1] <= end and (start, end) != place for start, end in places
    )


def legend_window_lines(
    row: str, parts: Sequence[LegendPart], columns: int, language: Language
) -> list[Line]:
    """Explain the words and signs of a row, then all of its screen's, part by part."""
    lines: list[Line] = []
    of_row = legend_of_row(row, parts, language)
    if of_row:
        lines += _part(HERE, of_row, columns, language)
    for part in parts:
        lines += _part(PARTS[part], ENTRIES[part], columns, language)
    return lines


def _part(
    name: Phrase, entries: Iterable[LegendEntry], columns: int, language: Language
) -> list[Line]:
    entries = list(entries)
    widest = min(_WIDEST, columns // _WORD_SHARE)
    size = min(widest, max(width(entry.names(language)) for entry in entries)) + 2
    lines = [Line.of(Piece(name.say(language), "label"))]
    for entry in entries:
        word = entry.names(language)
        first = (Piece("  "), Piece(word, "mark"), Piece(" " * (size - width(word))))
        if width(word) >= size:
            lines += indented(word, 2, columns, "mark")
            first = (Piece(" " * (size + 2)), Piece(""), Piece(""))
        rest = (Piece(" " * (size + 2)),)
        lines += Paragraph(entry.meaning.say(language), first=first, rest=rest).lines(columns)
    return [*lines, EMPTY]
