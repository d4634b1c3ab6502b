"""A hit of the search in two lines: where it is, and the words around the match."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from plan_tui.labels.hit_reasons import found_by
from plan_tui.model import headings
from plan_tui.model.comparison import Hit, Mark
from plan_tui.text.language import Language
from plan_tui.text.width import width
from plan_tui.tui import interface_terms
from plan_tui.tui.render.line import Line, Piece, fit, spread
from plan_tui.tui.themes import edition_role

_BEFORE = 12
"""Columns kept before a match that would else lie outside the line."""


def marked(text: str, marks: Iterable[Mark], role: str) -> list[Piece]:
    """Return a text with its matches marked."""
    pieces: list[Piece] = []
    at = 0
    for start, end in marks:
        pieces += [Piece(text[at:start], role), Piece(text[start:end], "hit")]
        at = end
    return [*pieces, Piece(text[at:], role)]


def words_to_mark(query: str, hit: Hit) -> str:
    """Return a query whose words are those of ``query`` and the printed words of its hit."""
    printed = (word.replace('"', " ").strip() for word in hit.words)
    return " ".join([query, *(f'"{word}"' for word in printed if word)])


def hit_lines(hit: Hit, ordinal: int, columns: int, language: Language) -> Sequence[Line]:
    """Draw a hit; ``ordinal`` is that of its edition."""
    section = hit.section
    left = [
        Piece(f"{section.edition_id} ", edition_role(ordinal)),
        Piece(f"{interface_terms.ICONS.get(section.kind, ' ')} ", "muted", ours=True),
        Piece(f"{section.label} " if section.label else "", "label"),
    ]
    title = headings.title(section, language)
    left += marked(title, hit.title_marks if title == section.title else (), "text")
    where = found_by(hit, language)
    right = (
        [Piece(f"{interface_terms.TOC_ONLY.say(language)} ", "muted")] if section.toc_only else []
    )
    first = spread(left, [*right, Piece(f"{where} ", "muted")], columns)
    return Line.of(*first), Line.of(*_snippet(hit, columns))


def _snippet(hit: Hit, columns: int) -> tuple[Piece, ...]:
    indent = Piece(" " * 4)
    if hit.snippet == hit.section.title:
        return indent, *fit([Piece(hit.section.citation, "muted")], columns - 5)
    text, marks = hit.snippet.replace("\n", " "), list(hit.marks)
    room = columns - 5
    if marks and width(text[: marks[0][1]]) > room:
        cut = _start(text, marks[0][0])
        text, marks = text[cut:], [(start - cut, end - cut) for start, end in marks if start >= cut]
    return (indent, *fit(marked(text, marks, "muted"), room))


def _start(text: str, match: int) -> int:
    """Return an offset a little before the match."""
    start = match
    while start > 0 and width(text[start - 1 : match]) <= _BEFORE:
        start -= 1
    return start
