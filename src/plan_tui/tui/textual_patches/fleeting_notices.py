"""Takes notices away before their time.

Textual shows a notice for its seconds, or until it is clicked, and piles up those of the same
moment. Ours are about the place where they were given: they go with the next key or click, and
the next notice takes their place.

Upstream: no issue known; neither notices nor their widgets can be taken away by public means.
"""

from __future__ import annotations

from typing import Any

from textual.app import App
from textual.notifications import Notification
from textual.widgets._toast import Toast


def dismiss_notices(app: App[Any]) -> None:
    """Take away the notices that are drawn.

    Those that are not drawn yet stay, so that keys typed ahead take none away unseen. Warnings
    and errors hold wherever the reader goes: they stay their time.
    """
    for screen in app.screen_stack:
        for toast in screen.query("Toast.-information").results(Toast):
            if toast.size:
                toast._expire()


def drop_replaced_notices(app: App[Any], notification: Notification) -> None:
    """Drop the notices of a severity before another of that severity is shown."""
    for earlier in tuple(app._notifications):
        if earlier.severity == notification.severity:
            del app._notifications[earlier]
