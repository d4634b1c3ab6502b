"""Drives the application for a page of the browser view, and ends it with the server."""

from __future__ import annotations

import os
from contextlib import suppress
from typing import Any

from textual import messages
from textual.app import App
from textual.drivers.web_driver import WebDriver


class PageDriver(WebDriver):
    """Textual's driver for pages, for which the end of its input is the end.

    Upstream: no issue known; Textual's goes on without input, also when its server was killed.
    """

    def __init__(
        self,
        app: App[Any],
        *,
        debug: bool = False,
        mouse: bool = True,
        size: tuple[int, int] | None = None,
    ) -> None:
        super().__init__(app, debug=debug, mouse=mouse, size=size)
        self._write = self._write_all  # type: ignore[assignment]

    def _write_all(self, content: bytes) -> int:
        """Write to the server; nowhere once it is gone."""
        rest = content
        with suppress(BrokenPipeError):
            while rest:
                rest = rest[os.write(self.fileno, rest) :]
        return len(content)

    def run_input_thread(self) -> None:
        """Hand input on until it ends, then end the application."""
        super().run_input_thread()
        self._app.post_message(messages.ExitApp())
