"""The handlers of a message are those that Textual finds, and found with less work."""

from __future__ import annotations

from collections import deque

import pytest
from textual import on
from textual.events import Event, Key, Mount
from textual.message import Message
from textual.message_pump import MessagePump
from textual.widget import Widget
from textual.widgets import Button, Input

from plan_tui.tui.textual_patches.patched_app import PatchedApp
from tests.parse.test_long_lines import work

KNOWN = MessagePump._get_dispatch_methods
LOOKED_FOR = KNOWN.__wrapped__  # type: ignore[attr-defined]
"""What the installed Textual does."""


class Told(Message):
    """A message of no event."""


class ToldMore(Told):
    """Handled by whoever `on` names for what it is derived from."""


class Box(Widget):
    """Handles messages in every way."""

    async def _on_key(self, event: Key) -> None: ...

    def on_key(self) -> None: ...

    def on_mount(self) -> None: ...

    def on_told(self) -> None: ...


class NamingBox(Box):
    """Has handlers that are named by `on`, and some by their names."""

    def on_key(self) -> None: ...

    @on(Told)
    def on_told(self) -> None: ...

    @on(Key)
    def take(self) -> None: ...


@pytest.mark.parametrize("kind", [Widget, Box, NamingBox, Input, Button])
async def test_the_handlers_are_the_same(kind: type[Widget]) -> None:
    async with PatchedApp().run_test() as pilot:
        node = kind()
        await pilot.app.mount(node)
        for message in (Key("a", "a"), Mount(), Told(), ToldMore(), Event()):
            name = message.handler_name
            for _ in range(2):
                assert list(KNOWN(node, name, message)) == list(LOOKED_FOR(node, name, message))


async def test_a_handler_may_prevent_those_that_follow() -> None:
    for handlers in (KNOWN, LOOKED_FOR):
        node, message, names = Box(), Mount(), []
        for _, method in handlers(node, message.handler_name, message):
            names.append(method.__qualname__)
            message.prevent_default()
        assert names == ["Box.on_mount"]


async def test_it_is_less_work() -> None:
    node, message = Box(), Key("a", "a")

    def lines(handlers: object) -> int:
        assert callable(handlers)
        return work(lambda name: deque(handlers(node, name, message)), message.handler_name)

    lines(KNOWN)
    assert 3 * lines(KNOWN) < lines(LOOKED_FOR)
