"""Keys in order: each is handed on once the effects of the one before are done."""

from __future__ import annotations

import asyncio
from collections import deque

from textual import events
from textual.app import App
from textual.widget import Widget


class KeysInOrder(App[None]):
    """An application in which nothing typed ahead is lost.

    Textual hands a key to the widget that has the focus when the key is read. Of keys that come
    in one go, those after a key that leads elsewhere would so go to the widget that was left:
    the words after ``f`` would become commands of the list. Here they wait until the screen
    stands, the focus has moved and every message on its way has arrived.
    """

    def __init__(self) -> None:
        super().__init__()
        self._typed: deque[events.Key | events.Paste] = deque()
        """What was typed or pasted, and waits."""

    async def on_event(self, event: events.Event) -> None:
        """Queue what is typed; leave everything else to Textual."""
        if not isinstance(event, events.Key | events.Paste) or event.is_forwarded:
            await super().on_event(event)
            return
        self._typed.append(event)
        if len(self._typed) == 1:  # else it is on its turn
            await self._hand_on()

    async def _hand_on(self) -> None:
        """Hand on what comes next if all is at rest; else look again.

        Text in a box leads nowhere: what follows it need not wait.
        """
        if self._at_work():
            await asyncio.sleep(0)  # lets the others work: a queue that is never empty does not
        else:
            text = True
            while text and self._typed:
                event = self._typed.popleft()
                text = self._is_text(event)
                await super().on_event(event)
        if self._typed:
            self.call_later(self._hand_on)

    def _at_work(self) -> bool:
        """Tell whether a message is on its way, or a widget not yet in its place."""
        nodes = self.screen.walk_children(Widget, with_self=True)
        return self.message_queue_size > 0 or any(
            node.message_queue_size or not node.is_mounted for node in nodes
        )

    def _is_text(self, event: events.Key | events.Paste) -> bool:
        box = self.focused
        return box is not None and (
            isinstance(event, events.Key) and box.check_consume_key(event.key, event.character)
        )
