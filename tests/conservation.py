"""Counts where a parsed document put each character of its source."""

from collections import Counter
from collections.abc import Iterator, Sequence

from plan_tui.model.parsed import ParsedDocument
from plan_tui.text.traced import Traced


def pieces(document: ParsedDocument) -> Iterator[Traced]:
    """Yield every traced text of a document."""
    for section in document.sections:
        yield from (section.label, section.title, *(mark.mark for mark in section.title_marks))
        for block in section.blocks:
            yield from (block.marker, block.text, *(mark.mark for mark in block.marks))
        for kpi in section.kpis:
            yield from (kpi.text, *(mark.mark for mark in kpi.marks))
    for note in document.footnotes:
        yield from (note.number, note.text)
    yield from (ruby.reading for ruby in document.ruby)
    yield from (piece.text for piece in document.furniture)


def unaccounted(lines: Sequence[str], document: ParsedDocument) -> dict[tuple[int, int], int]:
    """Return how often each solid source character is used, for those not used exactly once."""
    used = Counter(place for piece in pieces(document) for place in piece.places if place)
    solid = {
        (number, column)
        for number, line in enumerate(lines, 1)
        for column, character in enumerate(line)
        if not character.isspace()
    }
    wrong = {place: used[place] for place in solid if used[place] != 1}
    return wrong | {p: n for p, n in used.items() if n > 1}


def true_to_source(lines: Sequence[str], document: ParsedDocument) -> bool:
    """Return whether each character that has a place is the one that stands there."""
    return all(
        place is None or character.isspace() or lines[place[0] - 1][place[1]] == character
        for piece in pieces(document)
        for character, place in zip(piece.text, piece.places, strict=True)
    )
