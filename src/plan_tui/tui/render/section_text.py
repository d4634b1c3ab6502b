"""A section in lines: headings, text with footnote marks, tables, footnotes, what is below."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field

from plan_tui.labels import terms
from plan_tui.model import headings
from plan_tui.model.comparison import Mark
from plan_tui.model.enums import BlockKind
from plan_tui.model.records import Block, Footnote, FootnoteRef, Section, SectionText
from plan_tui.text.day_names import Calendar
from plan_tui.text.language import Language, Phrase
from plan_tui.text.width import width
from plan_tui.tui import interface_terms
from plan_tui.tui.render.line import EMPTY, Line, Paragraph, Piece, Style, hanging, spread
from plan_tui.tui.render.table import table_lines

FOOTNOTES = Phrase("脚注", "Footnotes")
BELOW = Phrase("この下の項目（{count}）", "Below this ({count})")
EMPTY_TEXT = Phrase("この見出しの下に本文はありません。", "No text stands under this heading.")

OPENED, LISTED = "open:", "note:"
"""How the places of footnotes begin: opened where their mark stands, listed below the text."""

Finder = Callable[[str], Sequence[Mark]]
"""Gives the ranges of a text to mark as matches."""


def find_nothing(text: str) -> Sequence[Mark]:
    """Mark nothing."""
    return ()


@dataclass(frozen=True, slots=True)
class Options:
    """How a section is to be drawn."""

    language: Language = Language.JA
    open_notes: bool = False
    """Footnotes stand open below the paragraph of their mark."""
    find: Finder = field(default=find_nothing)
    calendar: Calendar = Calendar.BOTH
    """Which calendar normalised dates are shown in."""


def section_lines(text: SectionText, columns: int, options: Options) -> list[Line]:
    """Draw a section, whole, in at most ``columns``."""
    writer = _Writer(text, columns, options)
    made = [*writer.title(), EMPTY]
    if text.section.toc_only:
        made += [
            *Paragraph(interface_terms.NO_TEXT.say(options.language), role="warning").lines(columns)
        ]
    for number, block in enumerate(text.blocks):
        if number and _apart(text.blocks[number - 1], block):
            made.append(EMPTY)
        made += writer.block(block)
    if not (text.blocks or text.kpis or text.children or text.section.toc_only):
        made += Paragraph(EMPTY_TEXT.say(options.language), role="muted").lines(columns)
    made += writer.footnotes()
    if text.children:
        made += [EMPTY] if text.blocks else []
        made += writer.children()
    return made


def _apart(before: Block, block: Block) -> bool:
    """Return whether a blank line stands between two blocks: not inside one list."""
    listed = (BlockKind.BULLET, BlockKind.LIST_ITEM)
    return not (before.kind in listed and block.kind in listed)


def with_marks(
    text: str,
    refs: Iterable[FootnoteRef],
    find: Finder,
    role: str = "mark",
    under: Iterable[Style] = (),
) -> tuple[str, tuple[Style, ...], frozenset[int], frozenset[int]]:
    """Put footnote marks such as ``[3]`` into a text at their places.

    ``under`` are other styles of the text, which matches and marks lie over. Returns the text,
    its styles, the offsets where no line may break, and those where matches start.
    """
    styles = [*under, *(Style(start, end, "hit") for start, end in find(text))]
    shown = text
    tied: set[int] = set()
    ordered = sorted(refs, key=lambda ref: ref.offset)
    for ref in ordered[::-1]:  # from the end, so that the offsets before stay true
        mark = f"[{ref.number}]"
        at = min(ref.offset, len(text))
        shown = shown[:at] + mark + shown[at:]
        size = len(mark)
        styles = [_moved(style, at, size) for style in styles]
        tied = {place + size if place >= at else place for place in tied} | {at}
        styles.append(Style(at, at + size, role))
    stops = frozenset(style.start for style in styles if style.role == "hit")
    return shown, tuple(styles), frozenset(tied), stops


def _moved(style: Style, at: int, size: int) -> Style:
    start = style.start + size if style.start >= at else style.start
    end = style.end + size if style.end > at else style.end
    return Style(start, end, style.role)


class _Writer:
    """Draws the parts of one section."""

    def __init__(self, text: SectionText, columns: int, options: Options) -> None:
        self.text = text
        self.columns = columns
        self.options = options

    def title(self) -> list[Line]:
        section = self.text.section
        refs = [ref for ref in self.text.refs if ref.block_id is None and ref.kpi_id is None]
        name = headings.title(section, self.options.language)
        if name != section.title:
            refs = []
        shown, styles, tied, stops = with_marks(name, refs, self.options.find)
        label = f"{section.label} " if section.label else ""
        first = (Piece(label, "label"),)
        made = Paragraph(
            shown,
            styles,
            "heading",
            "title",
            first,
            (Piece(" " * width(label)),),
            tied,
            stops,
        ).lines(self.columns)
        if name != section.title:
            note = f"{section.title}（{terms.UNOFFICIAL.say(self.options.language)}）"
            made += Paragraph(note, role="muted", first=(Piece(""),)).lines(self.columns)
        return made + self._opened(ref.footnote_id for ref in refs)

    def block(self, block: Block) -> list[Line]:
        part = f"block:{block.id}"
        refs = [ref for ref in self.text.refs if ref.block_id == block.id]
        if block.table is not None:
            made = table_lines(block.table, self.columns, part, self.options.find)
            if refs:
                marks = "".join(f"[{ref.number}]" for ref in refs)
                made.append(Line.of(Piece(marks, "mark"), place=(part, len(block.text))))
            return made + self._opened(ref.footnote_id for ref in refs)
        shown, styles, tied, stops = with_marks(block.text, refs, self.options.find)
        indent = 2 * min(block.level, 6)
        first, rest = hanging(block.marker, "label", indent)
        role = "strong" if block.kind is BlockKind.NOTE else "text"
        paragraph = Paragraph(shown, styles, role, part, first, rest, tied, stops)
        return paragraph.lines(self.columns) + self._opened(ref.footnote_id for ref in refs)

    def _opened(self, ids: Iterable[int]) -> list[Line]:
        if not self.options.open_notes:
            return []
        wanted = set(ids)
        return [
            made
            for note in self.text.footnotes
            if note.id in wanted
            for made in self._note(note, "    ")
        ]

    def _note(self, note: Footnote, indent: str = "") -> list[Line]:
        mark = f"[{note.number}] "
        shown, styles, _, stops = with_marks(note.text, (), self.options.find)
        first = (Piece(indent), Piece(mark, "mark"))
        rest = (Piece(indent + " " * width(mark)),)
        part = f"{OPENED if indent else LISTED}{note.id}"
        return Paragraph(shown, styles, "note", part, first, rest, stops=stops).lines(self.columns)

    def footnotes(self) -> list[Line]:
        if not self.text.footnotes:
            return []
        made = [EMPTY, Line.of(Piece(FOOTNOTES.say(self.options.language), "label"))]
        for note in self.text.footnotes:
            made += self._note(note)
        return made

    def children(self) -> list[Line]:
        children = self.text.children
        say = BELOW.say(self.options.language, count=len(children))
        return [Line.of(Piece(say, "label")), *(self._child(child) for child in children)]

    def _child(self, child: Section) -> Line:
        language = self.options.language
        right = (
            [Piece(interface_terms.TOC_ONLY.say(language), "muted", ours=True)]
            if child.toc_only
            else []
        )
        if child.children:
            right.append(Piece(f" {child.children}", "muted", ours=True))
        left = [
            Piece(f"{interface_terms.ICONS[child.kind]} ", "muted", ours=True),
            Piece(headings.heading(child, language), "link"),
        ]
        pieces = spread(left, right, self.columns)
        return Line.of(*pieces, link=child.key, place=(f"child:{child.id}", 0))
