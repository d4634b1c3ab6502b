"""Gives the widgets of a new screen their styles once.

Each gets them when it is registered. Textual gives them to all again whenever a mode is entered for
the first time: twice since the new screen does not know of which set of colours its styles are, and
once for each of the two messages that tell it that it is shown.

Upstream: no issue known.
"""

from __future__ import annotations

from textual import events
from textual.app import App
from textual.screen import Screen, ScreenResultType


class StyledOnce(Screen[ScreenResultType]):
    """A screen whose styles are looked up anew once something may have changed without it."""

    def __init__(self) -> None:
        super().__init__()
        self._was_left = False

    def _post_register(self, app: App[object]) -> None:
        self._css_update_count = app._css_update_count
        super()._post_register(app)

    def _on_screen_resume(self, event: events.ScreenResume) -> None:
        event.refresh_styles = event.refresh_styles and self._was_left
        self._was_left = False

    def _on_screen_suspend(self) -> None:
        self._was_left = True
