"""Hands on each key once the effects of the one before are done.

Textual hands a key to the widget that has the focus when the key is read. Of keys that come in
one go, those after a key that leads elsewhere would so go to the widget that was left: the words
after ``f`` would become commands of the list. Here they wait until the screen stands, the focus
has moved and every message on its way has arrived; a key that asks for what a task still computes,
until that is shown.

Upstream: no issue known.
"""

from __future__ import annotations

import asyncio
from collections import deque
from collections.abc import Awaitable, Callable
from typing import Any

from textual import events
from textual.app import App

from plan_tui.tui.textual_patches.drawn_at_rest import is_being_told

Typed = events.Key | events.Paste
_LOOK_AGAIN = 0.01
"""Seconds until it is seen whether a task has ended: less than a reader notices, and more than a
busy loop would leave to the task."""


class TypedAhead:
    """A queue of what was typed or pasted."""

    def __init__(
        self,
        app: App[Any],
        hand_on: Callable[[events.Event], Awaitable[None]],
        must_wait: Callable[[Typed], bool],
    ) -> None:
        """Make an empty queue.

        Args:
            app: whose keys are queued.
            hand_on: what Textual does with an event.
            must_wait: tells of what comes next whether it asks for what is not there yet.

        """
        self._app = app
        self._hand_on = hand_on
        self._must_wait = must_wait
        self._waiting: deque[Typed] = deque()

    def __len__(self) -> int:
        return len(self._waiting)

    async def take(self, event: Typed) -> None:
        """Queue what is typed, and hand it on in its turn."""
        self._waiting.append(event)
        if len(self._waiting) == 1:  # else the next is awaited already
            await self._next()
        else:
            await asyncio.sleep(0)  # a page of keys comes in one go, and keeps nobody from the end

    async def _next(self) -> None:
        """Hand on what comes next if all is at rest; else look again.

        Text in a box leads nowhere: what follows it need not wait.
        """
        try:
            await self._hand_on_next()
        finally:  # an error of one key keeps none of the others
            if self._waiting:
                self._app.call_later(self._next)

    async def _hand_on_next(self) -> None:
        if self._app._exit:
            self._waiting.clear()
        elif is_being_told(self._app.screen):
            await asyncio.sleep(0)  # lets the others work: a queue that is never empty does not
        elif self._must_wait(self._waiting[0]):
            await asyncio.sleep(_LOOK_AGAIN)
        else:
            text = True
            while text and self._waiting:
                event = self._waiting.popleft()
                text = self._is_text(event)
                await self._hand_on(event)

    def _is_text(self, event: Typed) -> bool:
        box = self._app.focused
        return box is not None and (
            isinstance(event, events.Key) and box.check_consume_key(event.key, event.character)
        )
