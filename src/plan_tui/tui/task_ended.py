"""What is known of tasks by those who wait for them: whether one computes, and that one ended."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from textual.app import App
from textual.message import Message
from textual.screen import Screen

UNAWAITED = "unawaited"
"""The group of the workers that no key waits for."""


class TaskEnded(Message, bubble=False):
    """Comes to the widget or application that asked for a task, which calls `deliver`."""

    def __init__(self, deliver: Callable[[], None]) -> None:
        super().__init__()
        self.deliver = deliver
        """Hands over the result, or raises what the thread raised."""


def is_computing(app: App[None], screen: Screen[Any]) -> bool:
    """Tell whether a task of a screen, or of a widget on it, has not ended that keys wait for."""
    return any(
        worker.group != UNAWAITED
        and not worker.is_finished
        and screen in worker.node.ancestors_with_self
        for worker in app.workers
    )
