"""A hit of the search in two lines: where it is, and the words around the match."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from plan_tui.labels.hit_reasons import found_by
from plan_tui.labels.not_held import CONTENTS_ONLY_SHORT
from plan_tui.labels.place_names import cited
from plan_tui.model import headings
from plan_tui.text.language import Language
from plan_tui.text.width import width
from plan_tui.tui.icons import SECTION_ICONS
from plan_tui.tui.render.line import Line, Piece, fit, spread
from plan_tui.tui.render.marked_text import context_start, marked_pieces
from plan_tui.tui.themes import edition_role

if TYPE_CHECKING:
    from plan_tui.search.hits import Hit

_BEFORE = 12
"""Columns shown before a match that would else lie outside the line: six wide characters, about two
words. Chosen by eye; more of them leave less of what follows the match.
"""
_SNIPPET_INDENT = 4
"""Columns before the second line, which shows that it belongs to the first."""


def words_to_mark(query: str, hit: Hit) -> str:
    """Return a query whose words are those of ``query`` and the printed ones that matched."""
    printed = (word.replace('"', " ").strip() for word in hit.words)
    return " ".join([query, *(f'"{word}"' for word in printed if word)])


def hit_lines(hit: Hit, ordinal: int, columns: int, language: Language) -> Sequence[Line]:
    """Draw a hit in two lines; ``ordinal`` is that of its edition."""
    section = hit.section
    left = [
        Piece(f"{section.edition_id} ", edition_role(ordinal)),
        Piece(f"{SECTION_ICONS[section.kind]} ", "muted", decorative=True),
        Piece(f"{section.label} " if section.label else "", "label"),
    ]
    title = headings.title(section, language)
    left += marked_pieces(title, hit.title_marks if title == section.title else (), "text")
    right = [Piece(f"{found_by(hit, language)} ", "muted")]
    if section.toc_only:
        right.insert(0, Piece(f"{CONTENTS_ONLY_SHORT.say(language)} ", "muted"))
    newest = [Piece(f"› {hit.newest.key} ", "muted")] if hit.newest else []
    room = columns - sum(width(piece.text) for piece in newest) - 1
    below = spread(_snippet(hit, room, language), newest, columns)
    return Line.of(*spread(left, right, columns)), Line.of(*below)


def _snippet(hit: Hit, columns: int, language: Language) -> tuple[Piece, ...]:
    """Return the words around the first match, cut at their start if it would else not be seen.

    Where they are the title, which stands above already, the citation takes their place.
    """
    indent = Piece(" " * _SNIPPET_INDENT)
    room = columns - _SNIPPET_INDENT - 1
    if hit.snippet == hit.section.title:
        return indent, *fit([Piece(cited(hit.section, language), "muted")], room)
    text, marks = hit.snippet.replace("\n", " "), list(hit.marks)
    if marks and width(text[: marks[0][1]]) > room:
        cut = context_start(text, marks[0][0], _BEFORE)
        text, marks = text[cut:], [(start - cut, end - cut) for start, end in marks if start >= cut]
    return indent, *fit(marked_pieces(text, marks, "muted"), room)
