"""A list of any length with a cursor: each row is drawn when it is seen."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, ClassVar, Generic, TypeVar

from textual import events
from textual.binding import BindingType
from textual.geometry import Region, Size
from textual.message import Message
from textual.reactive import reactive
from textual.selection import Selection
from textual.strip import Strip

from plan_tui.text.day_names import Calendar
from plan_tui.text.language import Language
from plan_tui.tui.commands import Scope, bindings
from plan_tui.tui.render.line import EMPTY, Line, Paragraph
from plan_tui.tui.render.selection import Location, row_text
from plan_tui.tui.widgets.selecting import Selecting

Row = TypeVar("Row")
UNCUT = 1000
"""Columns in which no row needs to be cut."""


class RowList(Selecting, Generic[Row]):
    """Shows rows of one height; subclasses say how a row is drawn.

    Moving the cursor calls `highlighted` at once and posts `Highlighted`; choosing a row posts
    `Chosen`. The rows are said in the application's language and calendar.
    """

    DEFAULT_CSS = """
    RowList { padding: 0 0 0 1; }
    """
    BINDINGS: ClassVar[list[BindingType]] = bindings(Scope.LIST)

    row_height = 1
    """Lines of each row."""

    cursor: reactive[int] = reactive(0, init=False)
    """Number of the row with the cursor, from 0."""
    nothing = ""
    """What is said where there is no row."""
    language = Language.JA
    calendar = Calendar.BOTH
    """Which calendar dates are shown in."""

    class Highlighted(Message):
        """The cursor stands on another row, or the rows changed below it."""

        def __init__(self, rows: RowList[Any]) -> None:
            super().__init__()
            self.rows = rows

        @property
        def control(self) -> RowList[Any]:
            """The list."""
            return self.rows

    class Chosen(Message):
        """A row was chosen with Enter or a click."""

        def __init__(self, rows: RowList[Any], number: int) -> None:
            super().__init__()
            self.rows = rows
            self.number = number

        @property
        def control(self) -> RowList[Any]:
            """The list."""
            return self.rows

    class Resized(Message):
        """The rows have another width."""

    def __init__(self, *, ident: str | None = None, classes: str | None = None) -> None:
        super().__init__(ident=ident, classes=classes)
        self._rows: Sequence[Row] = ()
        self._version = 0

    def on_mount(self) -> None:
        """Follow the application's language and calendar."""
        self.watch(self.app, "language", self._set_language)
        self.watch(self.app, "calendar", self._set_calendar)

    def _set_language(self, language: Language) -> None:
        self.language = language
        self.forget()

    def _set_calendar(self, calendar: Calendar) -> None:
        self.calendar = calendar
        self.forget()

    def draw(self, row: Row, columns: int) -> Sequence[Line]:
        """Return the lines of a row, at most `row_height`."""
        raise NotImplementedError

    def highlighted(self) -> None:
        """Do what follows the cursor; for subclasses."""

    # Rows

    @property
    def rows(self) -> Sequence[Row]:
        """All rows."""
        return self._rows

    @property
    def row(self) -> Row | None:
        """The row with the cursor, if there is any row."""
        return self._rows[self.cursor] if 0 <= self.cursor < len(self._rows) else None

    def set_rows(self, rows: Sequence[Row], cursor: int = 0) -> None:
        """Show other rows, the cursor on row ``cursor``."""
        self._rows = rows
        self._version += 1
        self.drop_selection()
        self._strips.clear()
        self._measure()
        self.set_reactive(RowList.cursor, max(0, min(cursor, len(rows) - 1)))
        self._follow()
        self.refresh()
        self._tell()

    def _measure(self) -> None:
        width = self.scrollable_content_region.width
        self.virtual_size = Size(width, len(self._rows) * self.row_height + self._spare)

    @property
    def _spare(self) -> int:
        """Lines of the pane below the last row that fits whole: no row is to be cut at the top."""
        return self.size.height % self.row_height

    def on_resize(self, event: events.Resize) -> None:
        """Draw for the new width, the cursor in sight."""
        self._strips.clear()
        self._measure()
        self._follow()
        self.post_message(self.Resized())

    # The cursor

    def validate_cursor(self, cursor: int) -> int:
        """Keep the cursor on a row."""
        return max(0, min(cursor, len(self._rows) - 1))

    def watch_cursor(self, before: int, after: int) -> None:
        """Draw the two rows and what follows the cursor."""
        if before == after:
            return
        self._follow()
        self.refresh()
        self._tell()

    def _tell(self) -> None:
        self.highlighted()
        self.post_message(self.Highlighted(self))

    def seen_from(self, number: int) -> int:
        """Return the row from which on a row is to be seen: itself, or a heading above it."""
        return number

    def _follow(self) -> None:
        first, height = self.seen_from(self.cursor), self.row_height
        size = (self.cursor + 1 - first) * height + self._spare
        region = Region(0, first * height, max(1, self.virtual_size.width), size)
        if self.size.height:
            self.scroll_to_region(region, animate=False, force=True, immediate=True)

    def bring_up(self, number: int) -> None:
        """Move the cursor to a row, which stands at the top where the list is long enough."""
        self.cursor = number
        top = self.seen_from(number) * self.row_height
        self.scroll_to(y=top, animate=False, force=True, immediate=True)

    def action_down(self) -> None:
        """Move the cursor down."""
        self.cursor += 1

    def action_up(self) -> None:
        """Move the cursor up."""
        self.cursor -= 1

    def action_half_down(self) -> None:
        """Move the cursor half a page down."""
        self.cursor += max(1, self.size.height // self.row_height // 2)

    def action_half_up(self) -> None:
        """Move the cursor half a page up."""
        self.cursor -= max(1, self.size.height // self.row_height // 2)

    def action_top(self) -> None:
        """Move the cursor to the first row."""
        self.cursor = 0

    def action_bottom(self) -> None:
        """Move the cursor to the last row."""
        self.cursor = len(self._rows) - 1

    def action_choose(self) -> None:
        """Choose the row with the cursor."""
        if self.row is not None:
            self.post_message(self.Chosen(self, self.cursor))

    def on_click(self, event: events.Click) -> None:
        """Move the cursor to the clicked row; a click on the cursor chooses it."""
        offset = event.get_content_offset(self)
        if offset is None or self.text_selection is not None:
            return
        number = (self.scroll_offset.y + offset.y) // self.row_height
        if number >= len(self._rows):
            return
        if number == self.cursor:
            self.action_choose()
        self.cursor = number

    # Selection

    def select(self, first: Location, last: Location) -> None:
        """Select whole rows."""
        self.mark_selected(*sorted((first, last)))

    def _selected(self, selection: Selection) -> range:
        """Return the numbers of the selected rows."""
        assert selection.start is not None
        assert selection.end is not None
        height = self.row_height
        return range(selection.start.y // height, selection.end.y // height + 1)

    def get_selection(self, selection: Selection) -> tuple[str, str] | None:
        """Return the text of the selected rows, uncut."""
        rows = [self._rows[number] for number in self._selected(selection)]
        return "\n".join(row_text(self.draw(row, UNCUT)) for row in rows), "\n"

    # Drawing

    def on_focus(self) -> None:
        """Draw the cursor as active."""
        self.forget()

    def on_blur(self) -> None:
        """Draw the cursor as resting."""
        self.forget()

    def render_line(self, y: int) -> Strip:
        """Draw one visible line."""
        number, part = divmod(self.scroll_offset.y + y, self.row_height)
        width = self.scrollable_content_region.width
        if not self._rows and self.nothing:
            said = Paragraph(self.nothing, role="warning").lines(width)
            return self.strip_of(said[y] if y < len(said) else EMPTY, width)
        if number >= len(self._rows):
            return Strip.blank(width, self.rich_style)
        over = ""
        if number == self.cursor:
            over = "cursor" if self.has_focus else "cursor-away"
        key = (self._version, number, part, width, 1 if over else 0)
        strip = self._strips.get(key)
        if strip is None:
            lines = self.draw(self._rows[number], width)
            strip = self.strip_of(lines[part] if part < len(lines) else EMPTY, width, over)
            self._strips[key] = strip
        selected = self.text_selection
        if selected is not None and number in self._selected(selected):
            return self.with_selected(strip, [(0, width)])
        return strip
