"""A section in lines: headings, text with footnote marks, tables, footnotes, what is below."""

from __future__ import annotations

from collections.abc import Iterable

from plan_tui.labels.not_held import CONTENTS_ONLY_SENTENCE, CONTENTS_ONLY_SHORT
from plan_tui.labels.punctuation import in_brackets
from plan_tui.labels.section_parts import UNOFFICIAL
from plan_tui.model import headings
from plan_tui.model.enums import BlockKind
from plan_tui.model.place_notes import NotedPlace
from plan_tui.model.records import Block, Footnote, FootnoteRef, Section, SectionText
from plan_tui.text.day_names import Calendar
from plan_tui.text.language import Language, Phrase
from plan_tui.text.record import field, record
from plan_tui.text.width import width
from plan_tui.tui.icons import SECTION_ICONS
from plan_tui.tui.render.line import EMPTY, Line, Paragraph, Piece, hanging, spread
from plan_tui.tui.render.marked_text import MarkFinder, find_nothing, with_marks
from plan_tui.tui.render.notes import note_lines
from plan_tui.tui.render.table import table_lines

FOOTNOTES = Phrase("脚注", "Footnotes")
BELOW = Phrase("この下の項目（{count}）", "Below this ({count})")
EMPTY_TEXT = Phrase(
    "この見出しの下に本文はありません。目次でほかの見出しを選べます。",
    "There is no text under this heading; choose another one in the outline.",
)

OPENED, LISTED = "open:", "note:"
"""How the anchors of footnotes begin: opened where their mark stands, listed below the text."""
_DEEPEST = 6
"""Levels of a list that are indented, by two columns each; deeper ones stand below this one.

It bounds what a text loses to 12 of the 60 columns of the smallest window. The lists of the present
documents have one level.
"""


@record
class Options:
    """How a section is to be drawn."""

    language: Language = Language.JA
    open_notes: bool = False
    """True to draw footnotes below the paragraph of their mark too."""
    find: MarkFinder = field(default=find_nothing)
    """Gives the matches to mark."""
    calendar: Calendar = Calendar.BOTH
    """Which calendar normalised dates are shown in."""
    notes: tuple[NotedPlace, ...] = ()
    """The reader's own notes on the section."""


def section_lines(text: SectionText, columns: int, options: Options) -> list[Line]:
    """Draw a section, whole, in at most ``columns``."""
    writer = _SectionWriter(text, columns, options)
    notes = note_lines(options.notes, columns, options.language)
    lines = [*writer.title(), *notes, EMPTY]
    if text.section.toc_only:
        no_text = CONTENTS_ONLY_SENTENCE.say(options.language)
        lines += Paragraph(no_text, role="warning").lines(columns)
    for number, block in enumerate(text.blocks):
        if number and _stand_apart(text.blocks[number - 1], block):
            lines.append(EMPTY)
        lines += writer.block(block)
    if not (text.blocks or text.kpis or text.children or text.section.toc_only):
        lines += Paragraph(EMPTY_TEXT.say(options.language), role="muted").lines(columns)
    lines += writer.footnotes()
    if text.children:
        lines += [EMPTY] if text.blocks else []
        lines += writer.children()
    return lines


def _stand_apart(before: Block, block: Block) -> bool:
    """Return whether a blank line stands between two blocks: not inside one list."""
    in_list = (BlockKind.BULLET, BlockKind.LIST_ITEM)
    return not (before.kind in in_list and block.kind in in_list)


class _SectionWriter:
    """Draws the parts of one section."""

    def __init__(self, text: SectionText, columns: int, options: Options) -> None:
        self.text = text
        self.columns = columns
        self.options = options

    def title(self) -> list[Line]:
        """Draw the title; below one that is translated the printed one, without marks."""
        section, language = self.text.section, self.options.language
        refs = [ref for ref in self.text.refs if ref.block_id is None and ref.kpi_id is None]
        title = headings.title(section, language)
        if title != section.title:
            refs = []
        text, styles, tied, stops = with_marks(title, refs, self.options.find)
        label = f"{section.label} " if section.label else ""
        first, rest = (Piece(label, "label"),), (Piece(" " * width(label)),)
        paragraph = Paragraph(text, styles, "heading", "title", first, rest, tied, stops)
        lines = paragraph.lines(self.columns)
        if title != section.title:
            printed = f"{section.title}{in_brackets(UNOFFICIAL.say(language), language)}"
            lines += Paragraph(printed, role="muted").lines(self.columns)
        return lines + self._open_notes(refs)

    def block(self, block: Block) -> list[Line]:
        """Draw a paragraph, bullet or table, and the footnotes that stand open below it."""
        part = f"block:{block.id}"
        refs = [ref for ref in self.text.refs if ref.block_id == block.id]
        if block.table is not None:
            lines = table_lines(block.table, self.columns, part, self.options.find)
            if refs:
                marks = "".join(f"[{ref.number}]" for ref in refs)
                lines.append(Line.of(Piece(marks, "mark"), anchor=(part, len(block.text))))
            return lines + self._open_notes(refs)
        text, styles, tied, stops = with_marks(block.text, refs, self.options.find)
        first, rest = hanging(block.marker, "label", 2 * min(block.level, _DEEPEST))
        role = "strong" if block.kind is BlockKind.NOTE else "text"
        paragraph = Paragraph(text, styles, role, part, first, rest, tied, stops)
        return paragraph.lines(self.columns) + self._open_notes(refs)

    def _open_notes(self, refs: Iterable[FootnoteRef]) -> list[Line]:
        """Draw the footnotes of some marks, if they are to stand open below them."""
        if not self.options.open_notes:
            return []
        ids = {ref.footnote_id for ref in refs}
        notes = (note for note in self.text.footnotes if note.id in ids)
        return [line for note in notes for line in self._note(note, OPENED, "    ")]

    def _note(self, note: Footnote, kind: str, indent: str = "") -> list[Line]:
        """Draw a footnote behind its mark; ``kind`` is `OPENED` or `LISTED`."""
        mark = f"[{note.number}] "
        text, styles, _, stops = with_marks(note.text, (), self.options.find)
        first = (Piece(indent), Piece(mark, "mark"))
        rest = (Piece(indent + " " * width(mark)),)
        paragraph = Paragraph(text, styles, "note", f"{kind}{note.id}", first, rest, stops=stops)
        return paragraph.lines(self.columns)

    def footnotes(self) -> list[Line]:
        """List the section's footnotes."""
        if not self.text.footnotes:
            return []
        lines = [EMPTY, Line.of(Piece(FOOTNOTES.say(self.options.language), "label"))]
        for note in self.text.footnotes:
            lines += self._note(note, LISTED)
        return lines

    def children(self) -> list[Line]:
        """List the sections directly below."""
        children = self.text.children
        title = BELOW.say(self.options.language, count=len(children))
        return [Line.of(Piece(title, "label")), *(self._child(child) for child in children)]

    def _child(self, child: Section) -> Line:
        """Draw a section below in one line, which a click opens."""
        language = self.options.language
        left = [
            Piece(f"{SECTION_ICONS[child.kind]} ", "muted", decorative=True),
            Piece(headings.heading(child, language), "link"),
        ]
        right = []
        if child.toc_only:
            right.append(Piece(CONTENTS_ONLY_SHORT.say(language), "muted", decorative=True))
        if child.children:
            right.append(Piece(f" {child.children}", "muted", decorative=True))
        pieces = spread(left, right, self.columns)
        return Line.of(*pieces, link=child.key, anchor=(f"child:{child.id}", 0))
