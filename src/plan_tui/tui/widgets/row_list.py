"""A list of any length with a cursor."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, ClassVar

from textual import events
from textual.binding import BindingType
from textual.geometry import Region
from textual.message import Message
from textual.reactive import reactive

from plan_tui.tui.commands import Scope, bindings
from plan_tui.tui.widgets.row_view import Row, RowView


class RowList(RowView[Row]):
    """Rows with a cursor, which keys and clicks move.

    Moving the cursor tells the screen by `Highlighted`, unless a subclass does in `highlighted`
    what is to be seen in the same frame; choosing a row posts `Chosen`.
    """

    DEFAULT_CSS = """
    RowList { padding: 0 0 0 1; }
    """
    BINDINGS: ClassVar[list[BindingType]] = bindings(Scope.LIST)

    cursor: reactive[int] = reactive(0, init=False, repaint=False)
    """Number of the row with the cursor, from 0."""

    class Highlighted(Message, bubble=False):
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

    class Resized(Message, bubble=False):
        """The rows have another width."""

    def highlighted(self) -> None:
        """Tell that the cursor stands on another row, or that the rows changed below it."""
        self.tell_screen(self.Highlighted(self))

    # Rows

    @property
    def row(self) -> Row | None:
        """The row with the cursor, if there is any row."""
        return self._rows[self.cursor] if 0 <= self.cursor < len(self._rows) else None

    @property
    def cursor_words(self) -> str:
        """The row with the cursor as it is drawn; empty without any row."""
        if self.row is None:
            return ""
        width = self.scrollable_content_region.width
        return "\n".join(line.text for line in self.draw(self.row, width))

    def set_rows(self, rows: Sequence[Row], cursor: int = 0) -> None:
        """Show other rows, the cursor on row ``cursor``."""
        self.replace_rows(rows)
        self.set_reactive(RowList.cursor, max(0, min(cursor, len(rows) - 1)))
        self._follow()
        self.highlighted()

    def on_resize(self, event: events.Resize) -> None:
        """Draw for the new width, the cursor in sight."""
        self._strips.clear()
        self.measure()
        self._follow()
        self.tell_screen(self.Resized())

    # The cursor

    def validate_cursor(self, cursor: int) -> int:
        """Keep the cursor on a row."""
        return max(0, min(cursor, len(self._rows) - 1))

    def watch_cursor(self, before: int, after: int) -> None:
        """Draw the two rows and what follows the cursor."""
        if before == after:
            return
        self._follow()
        self._redraw(before)
        self._redraw(after)
        self.highlighted()

    def _redraw(self, number: int) -> None:
        """Draw a row anew, if it is to be seen."""
        height, before = self.row_height, self.styles.padding.left
        top = number * height - self.scroll_offset.y
        self.refresh(Region(-before, top, self.outer_size.width, height))

    def seen_from(self, number: int) -> int:
        """Return the row from which on a row is to be seen: itself, or a heading above it."""
        return number

    def _follow(self) -> None:
        first, height = self.seen_from(self.cursor), self.row_height
        size = (self.cursor + 1 - first) * height + self.spare_lines
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
        """Move the cursor to the clicked row; a click on the cursor chooses it.

        The line at the left of a list is a part of its rows.
        """
        rows = self.scrollable_content_region
        line = event.screen_y - rows.y
        if not 0 <= line < rows.height or event.screen_x >= rows.right:
            return
        if self.text_selection is not None:
            return
        number = (self.scroll_offset.y + line) // self.row_height
        if number >= len(self._rows):
            return
        if number == self.cursor:
            self.action_choose()
        self.cursor = number

    # Drawing

    def row_role(self, number: int) -> str:
        """Return the role of the row with the cursor, active or resting; empty for others."""
        if number != self.cursor:
            return ""
        return "cursor" if self.has_focus else "cursor-away"

    def on_focus(self) -> None:
        """Draw the cursor as active."""
        self.forget()

    def on_blur(self) -> None:
        """Draw the cursor as resting."""
        self.forget()
