"""The box for a query: what is typed takes effect with each key, in the same frame."""

from __future__ import annotations

from collections.abc import Callable
from typing import ClassVar

from textual.binding import BindingType
from textual.message import Message
from textual.widgets import Input

from plan_tui.tui.commands import Scope, bindings


class QueryInput(Input):
    """An input that calls ``changed`` with each new value and lends its arrows to a list.

    The text being composed by an input method stays with the terminal until it is committed, so
    no half-typed kana reaches the search.
    """

    DEFAULT_CSS = """
    QueryInput, QueryInput:focus {
        border: none; height: 1; padding: 0 1; background: $plan-ground; color: $plan-text;
    }
    QueryInput > .input--placeholder, QueryInput > .input--suggestion { color: $plan-muted; }
    """
    BINDINGS: ClassVar[list[BindingType]] = bindings(Scope.QUERY)

    class Left(Message):
        """The reader wants to go from the box to the list."""

    class Moved(Message):
        """The reader wants to move the list's cursor."""

        def __init__(self, step: int) -> None:
            super().__init__()
            self.step = step

    def __init__(self, changed: Callable[[str], None]) -> None:
        super().__init__(select_on_focus=False, compact=True)
        self._changed = changed

    def watch_value(self, value: str) -> None:
        """Tell what is typed now."""
        self._changed(value)

    def action_to_results(self) -> None:
        """Go to the list."""
        self.post_message(self.Left())

    async def action_query_open(self) -> None:
        """Open what is chosen in the list."""
        await self.action_submit()

    def action_query_down(self) -> None:
        """Move the list's cursor down."""
        self.post_message(self.Moved(1))

    def action_query_up(self) -> None:
        """Move the list's cursor up."""
        self.post_message(self.Moved(-1))
