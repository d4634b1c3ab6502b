"""The box for a query: each change of it takes effect at once, before the next frame is drawn."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, ClassVar

from textual import events
from textual.binding import BindingType
from textual.geometry import Size
from textual.message import Message
from textual.reactive import Reactive
from textual.widgets import Input

from plan_tui.text.width import cut
from plan_tui.tui.commands import Scope, bindings
from plan_tui.tui.commands.offering import OffersCommands

if TYPE_CHECKING:
    from plan_tui.query.completion import Completion


class QueryInput(OffersCommands, Input):
    """An input that calls ``changed`` with each new value and lends its arrows to a list.

    The text being composed by an input method stays with the terminal until it is committed, so
    no half-typed kana reaches the search.
    """

    DEFAULT_CSS = """
    QueryInput, QueryInput.-textual-compact, QueryInput:focus {
        border: none; height: 1; padding: 0 1; background: $plan-ground; color: $plan-text;
    }
    QueryInput > .input--placeholder, QueryInput > .input--suggestion { color: $plan-muted; }
    QueryInput:nocolor > .input--placeholder, QueryInput:nocolor > .input--suggestion {
        text-style: italic;
    }
    QueryInput:nocolor > .input--selection { text-style: reverse; }
    """
    BINDINGS: ClassVar[list[BindingType]] = bindings(Scope.QUERY)

    virtual_size: Reactive[Size] = Reactive(Size(0, 0), init=False)

    class Left(Message):
        """The reader wants to go from the box to the list."""

    class Moved(Message):
        """The reader wants to move the list's cursor by ``step`` rows."""

        def __init__(self, step: int) -> None:
            super().__init__()
            self.step = step

    class Turned(Message):
        """Another completion is the one that the key takes."""

    def __init__(self, changed: Callable[[str], None] = lambda value: None) -> None:
        super().__init__(select_on_focus=False, compact=True)
        self._changed = changed
        self._completions: tuple[Completion, ...] = ()
        self._hint = ""

    def check_consume_key(self, key: str, character: str | None) -> bool:
        """Take every character that can be printed, and every blank."""
        return super().check_consume_key(key, _printable(character))

    def on_key(self, event: events.Key) -> None:
        """Take the blanks of all scripts for spaces; an input method types U+3000."""
        event.character = _printable(event.character)

    def on_paste(self, event: events.Paste) -> None:
        """Take all lines as one, with the blanks of all scripts for spaces."""
        event.text = _in_one_line(event.text)

    def action_paste(self) -> None:
        """Take what was copied here in the same way."""
        self.replace(_in_one_line(self.app.clipboard), *self.selection)

    def ask_again(self) -> None:
        """Take the focus with the query selected: typing replaces it, an arrow keeps it."""
        self.focus()
        self.select_all()

    @property
    def hint(self) -> str:
        """What can be typed; the placeholder, which is cut to the box's width."""
        return self._hint

    @hint.setter
    def hint(self, hint: str) -> None:
        self._hint = hint
        self.placeholder = cut(hint, max(0, self.content_size.width - 1))

    def on_resize(self) -> None:
        """Cut the hint anew."""
        self.hint = self._hint

    def watch_virtual_size(self, size: Size) -> None:
        """Go on without a layout: the box has room of its own, whatever is typed."""
        self._scroll_update(size)

    def watch_value(self, value: str) -> None:
        """Tell what is typed now."""
        self._changed(value)

    def action_to_results(self) -> None:
        """Go to the list."""
        self.post_message(self.Left())

    def action_query_down(self) -> None:
        """Move the list's cursor down."""
        self.post_message(self.Moved(1))

    def action_query_up(self) -> None:
        """Move the list's cursor up."""
        self.post_message(self.Moved(-1))

    # Completion

    @property
    def completions(self) -> tuple[Completion, ...]:
        """What the last word can be completed to; the first is the one that the key takes."""
        return self._completions

    def set_completions(self, completions: Sequence[Completion]) -> None:
        """Set what the query can be completed to; itself first, if it is whole already.

        There are none if it can be completed to nothing else.
        """
        typed = unicodedata.normalize("NFKC", self.value)
        others = [c for c in completions if unicodedata.normalize("NFKC", c.text) != typed]
        as_typed = [completion for completion in completions if completion not in others]
        self._completions = (*as_typed, *others) if others else ()

    def put(self, value: str) -> None:
        """Set the query, the cursor at its end."""
        self.value = value
        self.cursor_position = len(value)

    def action_complete(self) -> None:
        """Complete the last word; a blank follows where it is whole."""
        completion = self._completions[0]
        self.put(f"{completion.text} " if completion.is_whole else completion.text)

    def action_next_completion(self) -> None:
        """Make the next completion the one that the key takes."""
        self._completions = (*self._completions[1:], self._completions[0])
        self.post_message(self.Turned())

    def action_cursor_right(self, select: bool = False) -> None:
        """Move the cursor, or complete where it stands at the end."""
        at_end = self.selection.is_empty and self.cursor_position >= len(self.value)
        if self._completions and at_end and not select:
            self.action_complete()
        else:
            super().action_cursor_right(select)


class SearchBox(QueryInput):
    """The box of the search, whose Enter opens a result; it remembers earlier queries."""

    BINDINGS: ClassVar[list[BindingType]] = bindings(Scope.SEARCH_BOX)

    class EarlierAsked(Message):
        """The reader wants to see earlier queries."""

    async def action_query_open(self) -> None:
        """Open the chosen result."""
        await self.action_submit()

    def action_earlier_queries(self) -> None:
        """Ask for the earlier queries."""
        self.post_message(self.EarlierAsked())


class FilterBox(QueryInput):
    """The box that narrows a list, to which Enter leads."""

    BINDINGS: ClassVar[list[BindingType]] = bindings(Scope.FILTER_BOX)

    async def action_query_done(self) -> None:
        """Go to the list."""
        await self.action_submit()


def _in_one_line(text: str) -> str:
    from plan_tui.query.pasted_lines import in_one_line

    return in_one_line(text)


def _printable(character: str | None) -> str | None:
    """Return a space for the blank of any script, else the character."""
    blank = character and len(character) == 1 and unicodedata.category(character) == "Zs"
    return " " if blank else character
