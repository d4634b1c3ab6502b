"""A Textual application with the repairs of this package that concern an application."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from math import inf
from time import monotonic

from rich.console import RenderableType
from rich.text import Text
from textual import events
from textual.app import App
from textual.driver import Driver
from textual.filter import LineFilter
from textual.notifications import Notify

from plan_tui.tui.textual_patches.counted_parameters import use_counted_parameters
from plan_tui.tui.textual_patches.drawn_at_rest import is_being_told
from plan_tui.tui.textual_patches.fleeting_notices import dismiss_notices, drop_replaced_notices
from plan_tui.tui.textual_patches.known_handlers import use_known_handlers
from plan_tui.tui.textual_patches.lone_escape import escape_and_key, use_lone_escapes
from plan_tui.tui.textual_patches.parsed_once import use_parsed_sheets
from plan_tui.tui.textual_patches.plain_scroll_bar import use_plain_scroll_bars
from plan_tui.tui.textual_patches.released_widgets import (
    use_ending_watchers,
    use_shared_backgrounds,
)
from plan_tui.tui.textual_patches.survived_errors import use_survivals
from plan_tui.tui.textual_patches.typed_ahead import TypedAhead
from plan_tui.tui.textual_patches.unread_bytes import (
    UNREAD,
    use_received_text,
    use_unread_bytes,
)
from plan_tui.tui.textual_patches.whole_paste import use_whole_pastes
from plan_tui.tui.textual_patches.without_colour import in_place_of_greys, no_color

use_plain_scroll_bars()
use_lone_escapes()
use_unread_bytes()
use_whole_pastes()
use_parsed_sheets()
use_shared_backgrounds()
use_ending_watchers()
use_survivals()
use_known_handlers()
use_counted_parameters()

_LOOK_AGAIN = 0.002
"""Seconds until it is seen again whether what is opened stands: an eighth of a frame."""


class PatchedApp(App[None]):
    """Loses no key, draws in time, takes notices away in time, sends no greys, ends with one line.

    The last: Textual prints a traceback for each error that ends it. An error that the reader can
    mend is told by `last_words` alone, and what follows from it says nothing new.
    Upstream: https://github.com/Textualize/textual/issues/5325 (open).
    """

    def __init__(self) -> None:
        super().__init__()
        self.no_color = no_color()
        self.typed_ahead = TypedAhead(self, super().on_event, self.must_wait)
        self._has_last_words = False
        self.has_failed = False
        """True once an error of our own ends the application."""
        self.inputs = 0
        """Keys, pasted texts and clicks so far."""
        self.last_input = -inf
        """When the last of them came, or the mouse did anything, by `time.monotonic`."""

    def get_driver_class(self) -> type[Driver]:
        """Return the driver for this platform, ours where there are jobs of a shell."""
        kind = super().get_driver_class()
        use_received_text(kind)
        if kind.__name__ != "LinuxDriver":
            return kind
        from plan_tui.tui.textual_patches.resumed_driver import ResumedDriver

        return ResumedDriver

    def stop_for_shell(self) -> bool:
        """Stop until the shell goes on with the program; return False where no shell can."""
        stop = getattr(self._driver, "stop_group", None)
        return stop is not None and bool(stop())

    def on_driver_signal_resume(self) -> None:
        """Draw everything: what the shell left of the picture is not known."""
        self.refresh(layout=True)

    async def on_event(self, event: events.Event) -> None:
        """Take away notices at each key or click; queue what is typed, unless the end has begun."""
        if isinstance(event, events.InputEvent | events.Paste):
            self.last_input = monotonic()
        if isinstance(event, events.Key | events.Paste | events.MouseDown):
            if self._exit:
                return  # the end waits for what came before it, which may be a page of keys
            if event.is_forwarded:
                await super().on_event(event)
                return
            self.inputs += 1
            dismiss_notices(self)
            if not isinstance(event, events.MouseDown) and UNREAD in _typed(event):
                self.tell_unread()
        if isinstance(event, events.Key):
            for key in escape_and_key(event):
                await self.typed_ahead.take(key)
        elif isinstance(event, events.Paste):
            await self.typed_ahead.take(event)
        else:
            await super().on_event(event)

    def delay_update(self, delay: float = 0.05) -> None:
        """Draw what is opened as soon as it stands; Textual waits three frames in any case."""
        self._begin_batch()
        self._look_later(monotonic() + delay)

    def _look_later(self, until: float) -> None:
        # A timer of Textual is dropped if it is late when it starts, as on a busy machine.
        asyncio.get_running_loop().call_later(_LOOK_AGAIN, self.call_next, self._look, until)

    def _look(self, until: float) -> None:
        if not self._screen_stack:  # the application ended meanwhile
            return
        if is_being_told(self.screen) and monotonic() < until:
            self._look_later(until)
            return
        self._end_batch()
        if not self._batch_count:
            self.screen.refresh()

    def must_wait(self, event: events.Key | events.Paste) -> bool:
        """Tell whether what is typed asks for what is not there yet."""
        return False

    def on_notify(self, message: Notify) -> None:
        """Let a notice take the place of the one before it."""
        drop_replaced_notices(self, message.notification)

    def get_line_filters(self) -> Sequence[LineFilter]:
        """Return what every drawn line goes through."""
        return in_place_of_greys(super().get_line_filters(), no_color=self.no_color)

    def tell_unread(self) -> None:
        """Tell that the terminal sent what is no text."""

    def survives(self, error: Exception) -> bool:
        """Take care of an error after which the application can go on; return whether it does."""
        return False

    def last_words(self, error: Exception) -> tuple[int, Text] | None:
        """Return the exit code and the line to end with; None for a traceback."""
        return None

    def panic(self, *renderables: RenderableType) -> None:
        """End after an error with an exit code that tells it; Textual's is that all is well.

        So end the errors of the thread that reads what is typed.
        """
        self.has_failed = True
        self._return_code = self._return_code or 1
        super().panic(*renderables)

    def _handle_exception(self, error: Exception) -> None:
        if self.survives(error):
            return
        last_words = self.last_words(error)
        if last_words is not None:
            self._has_last_words = True
            return_code, line = last_words
            self.exit(return_code=return_code, message=line)
        elif not self._has_last_words:
            self.has_failed = True
            super()._handle_exception(error)


def _typed(event: events.Key | events.Paste) -> str:
    return event.text if isinstance(event, events.Paste) else event.character or ""
