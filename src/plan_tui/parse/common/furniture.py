"""Page furniture and ruby that a parser takes out of the text while it reads."""

from __future__ import annotations

from plan_tui.model.enums import FurnitureKind
from plan_tui.model.parsed import ParsedFurniture, ParsedRuby
from plan_tui.text.traced import Traced


class FurnitureCollector:
    """Collects what is printed, or put in by the extraction, but is not the plan's text.

    Attributes:
        pieces: the furniture (contents lines, covers, captions, markup), each with its kind.
        ruby: readings printed beside a word.

    """

    def __init__(self) -> None:
        self.pieces: list[ParsedFurniture] = []
        self.ruby: list[ParsedRuby] = []

    def put(self, kind: FurnitureKind, text: Traced) -> None:
        """Add ``text``, without blanks at its ends, as furniture; blank text is dropped."""
        stripped = text.strip()
        if stripped:
            self.pieces.append(ParsedFurniture(kind, stripped))

    def in_order(self) -> tuple[ParsedFurniture, ...]:
        """Return the furniture in the order of the source."""
        return tuple(sorted(self.pieces, key=lambda piece: piece.text.places[0] or (0, 0)))
