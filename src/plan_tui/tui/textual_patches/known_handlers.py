"""Knows which methods of a widget handle a message.

For each message that a widget is sent, Textual looks through all classes that the widget's is made
of for methods with the message's name and for such as `textual.on` names, and a key sends hundreds
of messages. Which methods there are is the same for all widgets of a class.

Upstream: no issue known.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Iterable, Iterator
from functools import wraps
from typing import Any

from textual.message import Message
from textual.message_pump import MessagePump

Handlers = Iterable[tuple[type, Callable[[Message], Awaitable[Any]]]]
Look = Callable[[MessagePump, str, Message], Handlers]


def use_known_handlers() -> None:
    """Let handlers be looked for once for each class of widgets and of messages."""
    if not hasattr(MessagePump._get_dispatch_methods, "__wrapped__"):
        MessagePump._get_dispatch_methods = _remembering(MessagePump._get_dispatch_methods)  # type: ignore[assignment, method-assign]


def _remembering(look: Look) -> Look:
    known: dict[tuple[type, type[Message], str], tuple[tuple[type, str], ...] | None] = {}
    """By class of who handles, class of the message and the method's name: the classes with such a
    method, and its name there. None where `textual.on` names one for the message."""

    @wraps(look)
    def look_once(self: MessagePump, method_name: str, message: Message) -> Handlers:
        asked = type(self), type(message), method_name
        if asked not in known:
            named = _is_named(type(self), type(message))
            known[asked] = None if named else tuple(_handlers(type(self), method_name))
        handlers = known[asked]
        if handlers is None:
            return look(self, method_name, message)
        return _bound(self, message, handlers)

    return look_once


def _is_named(kind: type, message: type[Message]) -> bool:
    """Tell whether `textual.on` names a method for a message."""
    named = (each for base in kind.__mro__ for each in vars(base).get("_decorated_handlers", ()))
    return any(issubclass(message, each) for each in named)


def _handlers(kind: type, method_name: str) -> Iterator[tuple[type, str]]:
    """Yield the classes that have a method for a message by its name, and the name."""
    for base in kind.__mro__:
        name = next((n for n in (f"_{method_name}", method_name) if vars(base).get(n)), None)
        if name and not getattr(vars(base)[name], "_textual_on", None):
            yield base, name


def _bound(self: MessagePump, message: Message, handlers: tuple[tuple[type, str], ...]) -> Handlers:
    for kind, name in handlers:
        if message._no_default_action:
            return
        yield kind, vars(kind)[name].__get__(self, kind)
