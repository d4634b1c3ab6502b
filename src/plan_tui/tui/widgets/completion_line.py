"""One line below a box: completions or facets that can be clicked, as many as fit."""

from __future__ import annotations

from textual import events
from textual.message import Message
from textual.strip import Strip

from plan_tui.tui.render.completions import CompletionItem, Groups, lay_out
from plan_tui.tui.render.line import Line, Piece
from plan_tui.tui.widgets.scrolling import LineView


class CompletionLine(LineView, can_focus=False):
    """Shows items, group by group; a click on one posts its query."""

    DEFAULT_CSS = """
    CompletionLine {
        height: 1; background: $plan-bar; color: $plan-text; overflow: hidden;
        scrollbar-size-vertical: 0; scrollbar-gutter: auto;
    }
    """

    class Clicked(Message):
        """An item was clicked; ``query`` is what it asks."""

        def __init__(self, query: str) -> None:
            super().__init__()
            self.query = query

    def __init__(self, *, ident: str | None = None) -> None:
        super().__init__(ident=ident)
        self._groups: Groups = ()

    def show(self, groups: Groups) -> None:
        """Show other items."""
        self._groups = groups
        self.refresh()

    def _laid_out(self) -> list[CompletionItem]:
        return lay_out(self._groups, self.size.width - 2)

    def render_line(self, y: int) -> Strip:
        """Draw what fits."""
        pieces = [piece for item in self._laid_out() for piece in item.pieces]
        return self.strip_of(Line((Piece(" "), *pieces)), self.size.width)

    def on_click(self, event: events.Click) -> None:
        """Choose the clicked item."""
        offset = event.get_content_offset(self)
        if offset is None:
            return
        at = 1
        for item in self._laid_out():
            if at <= offset.x < at + item.columns and item.query:
                self.post_message(self.Clicked(item.query))
            at += item.columns
