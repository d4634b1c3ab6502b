"""A pane of lines: typeset anew for each width, without losing the reader's place."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Sequence
from itertools import zip_longest

from rich.segment import Segment
from textual import events
from textual.geometry import Region, Size
from textual.message import Message
from textual.selection import Selection
from textual.strip import Strip

from plan_tui.tui.render.line import RULE, STOPS, Anchor, Line
from plan_tui.tui.render.line_blocks import anchors_of, hits_of
from plan_tui.tui.render.selection import (
    Location,
    SelectionSpan,
    selected_cells,
    selected_text,
    sentence_at,
    span_between,
)
from plan_tui.tui.safe import clean
from plan_tui.tui.widgets.scrolling import Scrolling
from plan_tui.tui.widgets.selecting import Selecting

HERE = "▸"
"""Before the line where `n` stopped, in the last column of its `Line.mark`."""

_AFTER = 3
"""Lines to be seen after the one that a reader is brought to: its sentence goes on there.

A sentence of 60 wide characters has about four lines in a column of `comparison_state`'s narrowest.
With more of them the pane scrolls at more of the stops.
"""

_BEFORE_SHARE = 3
"""A third of the pane stands before a line that it had to scroll to: most is read from there on."""

Typesetter = Callable[[int], Sequence[Line]]
"""Breaks what is shown into lines of at most a number of columns."""


class LinePane(Selecting, Scrolling):
    """Shows the lines that a typesetter makes; only the visible ones are drawn."""

    DEFAULT_CSS = """
    LinePane { padding: 0 1; }
    """

    class Opened(Message):
        """A line that stands for the section ``key`` was clicked."""

        def __init__(self, key: str) -> None:
            super().__init__()
            self.key = key

    class Typeset(Message, bubble=False):
        """The text was broken into lines anew, for another view or another width."""

    def __init__(self, *, ident: str | None = None) -> None:
        super().__init__(ident=ident)
        self._typeset: Typesetter = lambda columns: ()
        self._lines: Sequence[Line] = ()
        self._width = 0
        self._hits: Sequence[int] = ()
        self._hit = -1
        self._span = SelectionSpan((0, 0), (0, 0))

    @property
    def lines(self) -> Sequence[Line]:
        """The lines as typeset for the present width."""
        return self._lines

    def show(self, typeset: Typesetter, *, keep_place: bool = False) -> None:
        """Show another view, from its top or from the place where the reader is."""
        before = self._seen()
        self._typeset = typeset
        if not keep_place:
            self._hit = -1
        self._set_lines(keep_place=keep_place)
        self._strips.clear()
        left, columns = self.styles.padding.left, self.outer_size.width
        for y, (old, new) in enumerate(zip(before, self._seen(), strict=True)):
            if old != new:
                self.refresh(Region(-left, y, columns, 1))

    def _seen(self) -> list[object]:
        """Return what each line of the pane is drawn from; where `n` stopped, what is like none."""
        first = self.scroll_offset.y
        numbers = range(first, first + self.size.height)
        lines = zip_longest(numbers, self._lines[first : numbers.stop])
        return [object() if self._is_hit_now(number) else line for number, line in lines]

    def _set_lines(self, *, keep_place: bool) -> None:
        self.drop_selection()
        anchor = self.top_anchor if keep_place else None
        share = self.scroll_offset.y / max(len(self._lines), 1) if keep_place else 0
        self._width = width = self.scrollable_content_region.width
        # A pane that is not shown has no width; it gets its lines when it has one.
        self._lines = self._typeset(width) if width > 0 else ()
        self._hits = hits_of(self._lines)
        self.virtual_size = Size(width, len(self._lines))
        # Help and reports have no anchors: as much of them stands above as before.
        target = self._line_of(anchor) if anchor else round(share * len(self._lines))
        self.scroll_to(y=target, animate=False, immediate=True, force=True)
        self.was_typeset()

    def was_typeset(self) -> None:
        """Tell that the text was broken into lines anew."""
        self.tell_screen(self.Typeset())

    def on_resize(self, event: events.Resize) -> None:
        """Typeset for the new width and keep the place."""
        if self.scrollable_content_region.width != self._width:
            self._set_lines(keep_place=True)
            self.forget()

    # Anchors

    @property
    def top_anchor(self) -> Anchor | None:
        """The anchor of the first visible line that has one; None at the very top."""
        top = self.scroll_offset.y
        if top == 0:
            return None
        return next(filter(None, anchors_of(self._lines)[top:]), None)

    def _line_of(self, anchor: Anchor) -> int:
        """Return the number of the line on which an anchor stands now; 0 if it is not there."""
        part, offset = anchor
        anchors = enumerate(anchors_of(self._lines))
        starts = [(anchor[1], n) for n, anchor in anchors if anchor and anchor[0] == part]
        index = bisect_right(starts, offset, key=lambda start: start[0]) - 1
        return starts[max(index, 0)][1] if starts else 0

    def go_to(self, anchor: Anchor) -> None:
        """Bring a part of the view to the top of the pane."""
        self._go_to_line(self._line_of(anchor))

    def _go_to_line(self, number: int) -> None:
        # Forced: right after `show` the pane may not know yet that the new lines can be scrolled.
        self.scroll_to(y=max(0, number), animate=False, force=True)

    def bring_into_sight(self, first: int, last: int | None = None) -> None:
        """Scroll, if need be, until a line, or the lines from first to last, can be seen.

        One line is brought to where some lines before and after it are seen too; several are
        brought no further than need be.
        """
        top, height = self.scroll_offset.y, self.size.height
        if last is None:
            if not top <= first <= min(first + _AFTER, len(self._lines) - 1) < top + height:
                self._go_to_line(first - height // _BEFORE_SHARE)
        elif first < top or last >= top + height:
            self._go_to_line(min(first, max(last - height + 1, 0)))

    # Matches

    def hits(self) -> Sequence[int]:
        """Return the numbers of the lines where a match or a difference starts."""
        return self._hits

    @property
    def hit_number(self) -> int:
        """The number of the match where `n` stopped, from 1; 0 if it did at none."""
        return min(self._hit + 1, len(self.hits()))

    def go_to_hit(self, step: int) -> tuple[int, int]:
        """Go to the next (1) or previous (-1) match; return its number and their count."""
        hits = self.hits()
        if not hits:
            return 0, 0
        self._hit = (self._hit + step) % len(hits) if self._hit >= 0 or step > 0 else len(hits) - 1
        self.bring_into_sight(hits[self._hit])
        self.forget()
        return self._hit + 1, len(hits)

    def go_to_first_hit(self) -> None:
        """Bring the first match into sight."""
        hits = self.hits()
        if hits:
            self.bring_into_sight(hits[0])

    def _is_hit_now(self, number: int) -> bool:
        hit = self.hit_number
        return hit > 0 and number == self.hits()[hit - 1]

    # Drawing

    def render_line(self, y: int) -> Strip:
        """Draw one visible line."""
        number, width = self.drawn_top + y, self.drawn_columns
        if number >= len(self._lines):
            return Strip.blank(width, self.ground)
        key = (number, width)
        strip = self._strips.get(key)
        if strip is None:
            line = self._lines[number]
            draw = self._current_hit_strip if self._is_hit_now(number) else self.strip_of
            strip = self._strips[key] = draw(line, width)
        if self.text_selection is not None:
            cells = selected_cells(self._lines[number], self._span, number)
            ranges = [(cell.columns[0], cell.columns[-1]) for cell in cells if cell.text]
            strip = self.with_selected(strip, ranges)
        return strip

    def _current_hit_strip(self, line: Line, width: int) -> Strip:
        """Draw the line where `n` stopped: what matches or differs there, and a mark before it."""
        now = self.ink("hit-now")
        roles = [piece.role for piece in line.pieces]
        cell = range(len(roles))  # of several columns the one with the mark
        if line.mark >= 0:
            cell = range(line.mark, _cell_end(roles, line.mark))
        segments = [
            Segment(
                clean(piece.text),
                now if n in cell and piece.role in STOPS else self.ink(piece.role),
            )
            for n, piece in enumerate(line.pieces)
        ]
        if line.mark >= 0:
            segments[line.mark] = Segment(f"{clean(line.pieces[line.mark].text[:-1])}{HERE}", now)
        return Strip(segments).adjust_cell_length(width, self.rich_style)

    # Selection

    def select(self, first: Location, last: Location) -> None:
        """Select in the column and the text where the drag began."""
        if first[0] < len(self._lines):
            self._select_span(span_between(self._lines, first, last))

    def _select_span(self, span: SelectionSpan) -> None:
        self._span = span
        self.mark_selected(span.start, span.end)

    def get_selection(self, selection: Selection) -> tuple[str, str] | None:
        """Return the printed text of what is selected."""
        return selected_text(self._lines, self._span), "\n"

    def on_click(self, event: events.Click) -> None:
        """Open the section that the clicked line stands for; a second click takes a sentence."""
        offset = event.get_content_offset(self)
        number = self.scroll_offset.y + offset.y if offset is not None else -1
        if offset is None or number >= len(self._lines) or self.text_selection is not None:
            return
        link = self._lines[number].link
        if link and event.chain == 1:
            self.post_message(self.Opened(link))
        elif event.chain == 2 and (span := sentence_at(self._lines, (number, offset.x))):
            self._select_span(span)


def _cell_end(roles: Sequence[str], start: int) -> int:
    """Return the index of the piece after the column of text in which piece ``start`` stands."""
    return roles.index(RULE, start) if RULE in roles[start:] else len(roles)
