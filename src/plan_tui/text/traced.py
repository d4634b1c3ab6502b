"""Text in which each character has its place in the source.

The import builds every title, paragraph, footnote and piece of page furniture from such text.
So the proof that each source character stands in exactly one place counts places, and every
string on the screen can be traced back to its printed line.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from plan_tui.text.record import record

Place = tuple[int, int]
"""A character's source: 1-based line, 0-based column."""


@record
class SourceSpan:
    """A run of neighbouring source characters and where it stands in a traced text."""

    line: int
    """1-based line of the source."""
    start: int
    """0-based first column."""
    end: int
    """0-based column after the last character."""
    offset: int
    """0-based position of the run's first character in the traced text."""


@record
class Traced:
    """An immutable string with the source place of each character.

    ``len(text) == len(places)``. A place of None marks a character that the importer
    supplied (a blank between joined Latin words, a line break between table rows).
    """

    text: str = ""
    places: tuple[Place | None, ...] = ()

    def __post_init__(self) -> None:
        if len(self.text) != len(self.places):
            raise ValueError(f"{len(self.text)} characters but {len(self.places)} places")

    @classmethod
    def of_line(cls, number: int, text: str) -> Traced:
        """Return a whole source line (``number`` is 1-based) as traced text."""
        return cls(text, tuple((number, column) for column in range(len(text))))

    @classmethod
    def supplied(cls, text: str) -> Traced:
        """Return text that stands in no source."""
        return cls(text, (None,) * len(text))

    @classmethod
    def join(cls, parts: Iterable[Traced], separator: str = "") -> Traced:
        """Concatenate ``parts`` with a supplied ``separator`` between them."""
        text: list[str] = []
        places: list[Place | None] = []
        for number, part in enumerate(parts):
            if number and separator:
                text.append(separator)
                places.extend([None] * len(separator))
            text.append(part.text)
            places.extend(part.places)
        return cls("".join(text), tuple(places))

    def __len__(self) -> int:
        return len(self.text)

    def __bool__(self) -> bool:
        return bool(self.text)

    def __str__(self) -> str:
        return self.text

    def __add__(self, other: Traced) -> Traced:
        return Traced(self.text + other.text, self.places + other.places)

    def __getitem__(self, part: slice) -> Traced:
        return Traced(self.text[part], self.places[part])

    def strip(self) -> Traced:
        """Return the text without white space at both ends."""
        start = len(self.text) - len(self.text.lstrip())
        return self[start : max(start, len(self.text.rstrip()))]

    def keep(self, wanted: Iterable[int]) -> Traced:
        """Return the characters at the offsets ``wanted``, in that order."""
        offsets = list(wanted)
        return Traced(
            "".join(self.text[offset] for offset in offsets),
            tuple(self.places[offset] for offset in offsets),
        )

    def without(self, start: int, end: int) -> Traced:
        """Return the text with the characters ``start:end`` taken out."""
        return self[:start] + self[end:]

    def without_spaces(self) -> Traced:
        """Return the text with all white space taken out."""
        return self.keep(i for i, character in enumerate(self.text) if not character.isspace())

    @property
    def first_line(self) -> int | None:
        """The lowest source line the text came from, or None if it came from none."""
        return min((place[0] for place in self.places if place), default=None)

    @property
    def last_line(self) -> int | None:
        """The highest source line the text came from, or None if it came from none."""
        return max((place[0] for place in self.places if place), default=None)

    def spans(self) -> Iterator[SourceSpan]:
        """Yield the runs of neighbouring source characters, in the text's order."""
        start: int | None = None
        for offset, place in enumerate(self.places):
            if place is None:
                if start is not None:
                    yield self._span(start, offset)
                    start = None
                continue
            previous = self.places[offset - 1] if offset else None
            follows = previous is not None and place == (previous[0], previous[1] + 1)
            if start is not None and not follows:
                yield self._span(start, offset)
                start = None
            if start is None:
                start = offset
        if start is not None:
            yield self._span(start, len(self.places))

    def _span(self, start: int, end: int) -> SourceSpan:
        place = self.places[start]
        assert place is not None
        return SourceSpan(place[0], place[1], place[1] + end - start, start)
