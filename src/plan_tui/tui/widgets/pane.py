"""A titled part of a screen: its title bar shows whether it has the focus."""

from __future__ import annotations

from collections.abc import Sequence

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.events import Click, MouseDown, MouseMove, MouseUp
from textual.geometry import Size
from textual.message import Message
from textual.strip import Strip
from textual.widget import Widget

from plan_tui.tui.render.line import Line, Piece, columns_of, last_fitting, spread
from plan_tui.tui.textual_patches.passed_click import pass_on
from plan_tui.tui.widgets.pane_widths import edge_at, move_edge
from plan_tui.tui.widgets.scrolling import LineView


class Bar(LineView, can_focus=False):
    """One line: pieces at its left and at its right end."""

    DEFAULT_CSS = """
    Bar {
        height: 1;
        background: $plan-bar;
        color: $plan-text;
        overflow: hidden;
        scrollbar-size-vertical: 0;
        scrollbar-gutter: auto;
    }
    Bar:nocolor { text-style: underline; }
    """

    def __init__(self, *, ident: str | None = None) -> None:
        super().__init__(ident=ident)
        self._left: Sequence[Piece] = ()
        self._right: Sequence[Piece] = ()
        self._short: Sequence[Piece] = ()
        self._last_matter = False
        self._shown: tuple[object, ...] = ()
        self._over = ""

    @property
    def text(self) -> str:
        """What the bar says, uncut."""
        return "".join(piece.text for piece in (*self._left, *self._right))

    def get_content_width(self, container: Size, viewport: Size) -> int:
        """Return the columns of the pieces and of the blanks at both ends."""
        return columns_of((*self._left, *self._right)) + 2

    def say(
        self,
        left: Sequence[Piece],
        right: Sequence[Piece] = (),
        short: Sequence[Piece] = (),
        *,
        last_matter: bool = False,
    ) -> None:
        """Show other pieces; ``short`` in place of ``left`` where not all fits.

        With ``last_matter``, pieces of ``right`` go before ``left`` is cut, the first ones first.
        """
        shown = [*left], [*right], [*short], last_matter
        if shown == self._shown:
            return
        self._shown = shown
        before = columns_of((*self._left, *self._right))
        self._left, self._right, self._short = left, right, short
        self._last_matter = last_matter
        width = self.styles.width
        broader = columns_of((*left, *right)) != before
        self.refresh(layout=broader and width is not None and width.is_auto)

    def press(self, *, active: bool) -> None:
        """Draw the bar as that of the pane with the focus, or of another."""
        self._over = "cursor" if active else ""
        self.refresh()

    def render_line(self, y: int) -> Strip:
        """Draw the bar."""
        columns = self.size.width
        room = columns - 2
        left = self._left
        if self._short and columns_of(left) + columns_of(self._right) + 1 > room:
            left = self._short
        right = last_fitting(self._right, room - columns_of(left) - 1)
        pieces = spread(left, right if self._last_matter else self._right, room)
        return self.strip_of(Line((Piece(" "), *pieces)), columns, self._over)


class Pane(Vertical):
    """A bar with a title above a widget."""

    DEFAULT_CSS = """
    Pane { background: $plan-ground; }
    Pane > LineView { background: $plan-ground; color: $plan-text; height: 1fr; }
    Pane > Bar { background: $plan-bar; height: 1; }
    """

    class EdgeMoved(Message):
        """The reader moved the edge between two panes.

        Args:
            panes: those that have a width of their own now.

        """

        def __init__(self, panes: Sequence[Widget]) -> None:
            super().__init__()
            self.panes = panes

    def __init__(self, body: Widget, *, ident: str | None = None) -> None:
        super().__init__(id=ident)
        self.bar = Bar()
        self.body = body
        self._edge: tuple[Widget, Widget] | None = None
        """The panes whose edge the mouse holds."""
        self._moved = False
        """True once the pointer left the column in which the edge was taken hold of."""
        self._click_is_due = False
        """True between letting go of an edge that stayed and the click that follows."""

    def compose(self) -> ComposeResult:
        """Yield the bar and the body."""
        yield self.bar
        yield self.body

    def on_descendant_focus(self) -> None:
        """Draw the bar as active."""
        self.bar.press(active=True)

    def on_descendant_blur(self) -> None:
        """Draw the bar as resting."""
        self.bar.press(active=False)

    def on_mouse_down(self, event: MouseDown) -> None:
        """Take hold of the edge at the left, if another pane stands there."""
        self._edge, self._moved = edge_at(self, event.screen_x), False
        if self._edge is not None:
            self.capture_mouse()
            event.stop()

    def on_mouse_move(self, event: MouseMove) -> None:
        """Move the edge."""
        if self._edge is not None:
            left, right = self._edge
            self._moved = self._moved or event.screen_x != right.region.x
            if self._moved:
                columns = event.screen_x - left.region.x
                self.post_message(self.EdgeMoved(move_edge(left, right, columns)))
            event.stop()

    def on_mouse_up(self, event: MouseUp) -> None:
        """Let go of the edge."""
        if self._edge is not None:
            self._edge, self._click_is_due = None, not self._moved
            self.release_mouse()
            event.stop()

    def on_click(self, event: Click) -> None:
        """Pass on the click of a hand that let go where it took hold: it was meant for a row."""
        if self._click_is_due:
            self._click_is_due = False
            event.stop()
            pass_on(event, self)
