"""What made-up editions are written of, and how they look; pages that are set."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from tests.pdf_parts import GOTHIC, MINCHO, Gap, Part, Raised, Ruby


@dataclass(frozen=True, slots=True)
class Head:
    """A heading; its text may hold marks of notes."""

    depth: int
    label: str
    title: str
    listed: bool = True
    """Whether the contents pages name it."""


@dataclass(frozen=True, slots=True)
class Text:
    """A paragraph, or an item with its marker; ``{3}`` is a mark, ``｜森《もり》`` has ruby."""

    text: str
    marker: str = ""


@dataclass(frozen=True, slots=True)
class Boxed:
    """Paragraphs with a frame around them."""

    texts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Ruled:
    """A table with lines; the first row is its head."""

    rows: tuple[tuple[str, ...], ...]
    widths: tuple[int, ...]
    """Of the columns, in ems."""


@dataclass(frozen=True, slots=True)
class Turn:
    """A new page."""


Piece = Head | Text | Boxed | Ruled | Turn


@dataclass(frozen=True, slots=True)
class Look:
    """How an edition is printed; lengths in ems of the body where nothing else is said."""

    size: float = 10.5
    measure: int = 42
    """Ems of a full line."""
    pitch: float = 1.7
    body: str = MINCHO
    head_font: str = GOTHIC
    head_size: float = 1.0
    """Of the deepest headings; each level above adds ``head_step``."""
    head_step: float = 0.0
    head_bold: bool = False
    head_space: float = 2.4
    indent: float = 1.0
    """By which each level stands right of the one above."""
    text_indent: bool = True
    """Whether text stands one em right of its heading's left edge; else at the margin."""
    columns: int = 1
    spacing: float = 0.0
    """Blank after each character."""
    mark: Callable[[str], Part] = lambda name: Raised(name)
    note: Callable[[str], str] = lambda name: f"{name} "
    page_number: Callable[[int], str] = str
    running_head: str = ""
    line_numbers: bool = False
    cover: tuple[str, ...] = ("森と図書館の長期計画", "令和８年６月13日", "閣議決定")
    contents: bool = True
    leader: str = "…"
    chapter_pages: bool = False
    """Whether each heading of the top begins a page."""


@dataclass(frozen=True, slots=True)
class Placed:
    """A printed line."""

    parts: tuple[Part, ...]
    left: float
    y: float
    size: float
    font: str
    bold: bool = False

    @property
    def plain(self) -> str:
        """The text without ruby."""
        return "".join(map(plain, self.parts))


def plain(part: Part) -> str:
    if isinstance(part, Gap):
        return " " * round(2 * part.width)
    return part.word if isinstance(part, Ruby) else part if isinstance(part, str) else part.text


@dataclass(slots=True)
class Sheet:
    """A page that is set."""

    placed: list[Placed] = field(default_factory=list)
    frames: list[tuple[float, float, float, float]] = field(default_factory=list)
    tables: list[tuple[float, Ruled]] = field(default_factory=list)
    notes: list[tuple[str, str]] = field(default_factory=list)
    """Number and the lines' text."""
    heads: list[int] = field(default_factory=list)
    number: int | None = None
