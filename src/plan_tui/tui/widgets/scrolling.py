"""What the panes that draw lines share: styles of roles, keys of movement."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from rich.segment import Segment
from rich.style import Style as RichStyle
from textual.binding import BindingType
from textual.cache import LRUCache
from textual.filter import ANSIToTruecolor, LineFilter
from textual.geometry import Region, Size
from textual.message import Message
from textual.reactive import Reactive
from textual.scroll_view import ScrollView
from textual.strip import Strip

from plan_tui.tui import themes
from plan_tui.tui.commands import Scope, bindings
from plan_tui.tui.render.line import Line, Piece
from plan_tui.tui.safe import clean
from plan_tui.tui.textual_patches.measured_anew import MeasuredAnew

_STRIPS_KEPT = 2048
"""Drawn lines that a view keeps: 40 screens of 50 lines. More of them take more memory; with fewer,
more lines are drawn again when a reader scrolls back.
"""


class LineView(MeasuredAnew, ScrollView, can_focus=True, inherit_bindings=False):
    """A scroll view by Textual's line API: each line is drawn when it is seen, and kept."""

    DEFAULT_CSS = """
    LineView {
        scrollbar-size-vertical: 1;
        scrollbar-size-horizontal: 0;
        scrollbar-gutter: stable;
        overflow-x: hidden;
        overflow-y: scroll;
    }
    """
    BINDINGS: ClassVar[list[BindingType]] = []

    virtual_size: Reactive[Size] = Reactive(Size(0, 0), init=False, repaint=False)

    def __init__(self, *, ident: str | None = None) -> None:
        super().__init__(id=ident)
        self._styles: dict[str, RichStyle] = {}
        self._ground: RichStyle | None = None
        self.drawn_columns = 0
        """Those of what is being drawn."""
        self.drawn_top = 0
        """The number of the first line that is to be seen, while lines are drawn."""
        self._strips: LRUCache[tuple[int, ...], Strip] = LRUCache(_STRIPS_KEPT)

    def get_line_filters(self) -> Sequence[LineFilter]:
        """Return what the lines go through; none of our colours is one of the terminal's own."""
        filters = super().get_line_filters()
        return [each for each in filters if not isinstance(each, ANSIToTruecolor)]

    def tell_screen(self, message: Message) -> None:
        """Post a message to the screen, past the widgets between, which would pass it on."""
        if self.is_attached:
            self.screen.post_message(message)

    def render_lines(self, crop: Region) -> list[Strip]:
        """Draw some of the visible lines, with blanks beside them: nothing frames a view.

        Textual asks for borders, titles, outlines, tints and opacity anew for each line, and keeps
        what it drew a second time.
        """
        self.drawn_columns = self.scrollable_content_region.width
        self.drawn_top = self.scroll_offset.y
        padding, columns = self.styles.padding, min(self.outer_size.width, crop.right)
        behind = RichStyle(bgcolor=self.ground.bgcolor)
        before = [Segment(" " * padding.left, behind)] if padding.left else []
        strips = []
        for y in crop.line_range:
            strip = self.render_line(y)
            after = columns - padding.left - strip.cell_length
            if before or after > 0:
                behind_it = [Segment(" " * after, behind)] if after > 0 else []
                strip = Strip([*before, *strip, *behind_it])
            strips.append(strip.crop(crop.x, columns) if crop.x or after < 0 else strip)
        for line_filter in self.get_line_filters():
            background = self.background_colors[1]
            strips = [strip.apply_filter(line_filter, background) for strip in strips]
        return strips

    def watch_virtual_size(self, size: Size) -> None:
        """Fit the scroll bar; nothing else moves, unless the view is as large as what it shows."""
        if self.styles.auto_dimensions:
            self.refresh(layout=True)
        else:
            self._scroll_update(size)

    @property
    def ground(self) -> RichStyle:
        """The view's own colours."""
        if self._ground is None:
            self._ground = self.rich_style
        return self._ground

    def ink(self, role: str) -> RichStyle:
        """Return a role's style over the view's own colours."""
        style = self._styles.get(role)
        if style is None:
            ink = themes.ink_style(role, self.app.theme_variables, plain=self.app.no_color)
            style = self._styles[role] = self.ground + ink
        return style

    def forget(self) -> None:
        """Drop the drawn lines and draw the visible ones anew."""
        self._strips.clear()
        self.refresh()

    def notify_style_update(self) -> None:
        """Drop what was drawn in the old colours."""
        super().notify_style_update()
        self._styles.clear()
        self._ground = None
        self._strips.clear()

    def strip_of(self, line: Line, columns: int, over: str = "") -> Strip:
        """Draw a line in ``columns``, filled or cropped; ``over`` replaces its pieces' roles."""
        ground = over or line.fill
        segments = [
            Segment(clean(piece.text), self._style(piece, ground, over))
            for piece in line.pieces
            if piece.text
        ]
        blank = self.ink(ground) if ground else self.ground
        missing = columns - sum(segment.cell_length for segment in segments)
        if missing < 0:
            return Strip(segments).adjust_cell_length(columns)
        if missing:
            segments.append(Segment(" " * missing, blank))
        return Strip(segments, columns)

    def _style(self, piece: Piece, ground: str, over: str) -> RichStyle:
        """Return a piece's style, with the background of ``ground`` if it has none of its own."""
        if over:
            return self.ink(over)
        style = self.ink(piece.role)
        if ground and not themes.INKS[piece.role].ground:
            return style + RichStyle(bgcolor=self.ink(ground).bgcolor)
        return style


class Scrolling(LineView):
    """A view without a cursor, moved by the keys of movement."""

    BINDINGS: ClassVar[list[BindingType]] = bindings(Scope.SCROLL)

    def _scroll_by(self, lines: int) -> None:
        self.scroll_to(y=self.scroll_offset.y + lines, animate=False)

    def action_down(self) -> None:
        """Go one line down."""
        self._scroll_by(1)

    def action_up(self) -> None:
        """Go one line up."""
        self._scroll_by(-1)

    def action_half_down(self) -> None:
        """Go half a page down."""
        self._scroll_by(max(1, self.size.height // 2))

    def action_half_up(self) -> None:
        """Go half a page up."""
        self._scroll_by(-max(1, self.size.height // 2))

    def action_top(self) -> None:
        """Go to the first line."""
        self.scroll_to(y=0, animate=False)

    def action_bottom(self) -> None:
        """Go to the last line."""
        self.scroll_to(y=self.max_scroll_y, animate=False)
