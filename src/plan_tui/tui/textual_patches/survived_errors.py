"""Goes on after errors that the application says it can go on after.

Textual ends with every error of a handler: the widget whose handler failed reads no more messages,
and the application leaves. An error that is told, after which all else still works, need not end
the reader's work. What asks is `PatchedApp.survives`.

Upstream: no issue known; a handler is meant to catch what it can go on after.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from functools import wraps

from textual._context import active_app
from textual.message import Message
from textual.message_pump import MessagePump

Dispatch = Callable[[MessagePump, Message], Awaitable[None]]


def use_survivals() -> None:
    """Let every widget go on reading messages after an error that its application survives."""
    if not hasattr(MessagePump._dispatch_message, "__wrapped__"):
        MessagePump._dispatch_message = _surviving(MessagePump._dispatch_message)  # type: ignore[assignment, method-assign]


def _surviving(dispatch: Dispatch) -> Dispatch:
    @wraps(dispatch)
    async def dispatch_and_go_on(self: MessagePump, message: Message) -> None:
        try:
            await dispatch(self, message)
        except Exception as error:
            survives = getattr(active_app.get(None), "survives", None)
            if survives is None or not survives(error):
                raise

    return dispatch_and_go_on
