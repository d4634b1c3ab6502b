"""Rows of one height: each is drawn when it is seen, and selected as a whole."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Generic, TypeVar

from textual.geometry import Size
from textual.selection import Selection
from textual.strip import Strip

from plan_tui.text.day_names import Calendar
from plan_tui.text.language import Language
from plan_tui.tui.render.line import EMPTY, Line, Paragraph
from plan_tui.tui.render.selection import Location, row_text
from plan_tui.tui.widgets.selecting import Selecting

Row = TypeVar("Row")

UNCUT = 1000
"""Columns in which no title is cut: the longest of the present documents has 118."""


class RowView(Selecting, Generic[Row]):
    """Shows rows in the application's language and calendar; subclasses say how one is drawn."""

    row_height = 1
    """Lines of each row."""
    nothing = ""
    """What stands there while there is no row."""
    language = Language.JA
    calendar = Calendar.BOTH
    """Which calendar dates are shown in."""

    def __init__(self, *, ident: str | None = None) -> None:
        super().__init__(ident=ident)
        self._rows: Sequence[Row] = ()
        self._version = 0
        """How often the rows were replaced: lines drawn before are of others."""

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

    def row_role(self, number: int) -> str:
        """Return a role in place of those of a row's pieces; empty for none."""
        return ""

    # Rows

    @property
    def rows(self) -> Sequence[Row]:
        """All rows."""
        return self._rows

    def replace_rows(self, rows: Sequence[Row]) -> None:
        """Show other rows, none of them selected."""
        self._rows = rows
        self._version += 1
        self.drop_selection()
        self._strips.clear()
        self.measure()
        self.refresh()

    def measure(self) -> None:
        """Tell Textual how many lines all rows have."""
        width = self.scrollable_content_region.width
        self.virtual_size = Size(width, len(self._rows) * self.row_height + self.spare_lines)

    @property
    def spare_lines(self) -> int:
        """Lines of the pane below the last row that fits whole: no row is to be cut at the top."""
        return self.size.height % self.row_height

    # Selection

    def select(self, first: Location, last: Location) -> None:
        """Select whole rows."""
        self.mark_selected(*sorted((first, last)))

    def _selected(self, selection: Selection) -> range:
        """Return the numbers of the selected rows; a drag may have ended below the last one."""
        assert selection.start is not None
        assert selection.end is not None
        height = self.row_height
        after = min(selection.end.y // height + 1, len(self._rows))
        return range(selection.start.y // height, after)

    def get_selection(self, selection: Selection) -> tuple[str, str] | None:
        """Return the text of the selected rows, uncut."""
        rows = [self._rows[number] for number in self._selected(selection)]
        return "\n".join(row_text(self.draw(row, UNCUT)) for row in rows), "\n"

    # Drawing

    def render_line(self, y: int) -> Strip:
        """Draw one visible line."""
        number, part = divmod(self.drawn_top + y, self.row_height)
        width = self.drawn_columns
        if not self._rows and self.nothing:
            lines = Paragraph(self.nothing, role="warning").lines(width)
            return self.strip_of(lines[y] if y < len(lines) else EMPTY, width)
        if number >= len(self._rows):
            return Strip.blank(width, self.ground)
        role = self.row_role(number)
        key = (self._version, number, width, 1 if role else 0)
        strip = self._strips.get((*key, part))
        if strip is None:
            drawn = self.draw(self._rows[number], width)
            lines = [*drawn, *[EMPTY] * (self.row_height - len(drawn))]
            for place, line in enumerate(lines):
                self._strips[*key, place] = self.strip_of(line, width, role)
            strip = self._strips[*key, part]
        selection = self.text_selection
        if selection is not None and number in self._selected(selection):
            return self.with_selected(strip, [(0, width)])
        return strip
