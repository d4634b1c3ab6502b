"""The one door for text into widgets: it stays literal, whatever brackets it holds.

Textual and Rich read ``[b]`` in a plain string as markup, and their ``escape`` misses cases.
So no plain string is given to a widget that could read it: it goes through here.
"""

from __future__ import annotations

from typing import Any, Literal

from rich.text import Text
from textual.app import App
from textual.content import Content

from plan_tui.text.controls import visible_on_screen
from plan_tui.text.width import width
from plan_tui.text.wrap import wrap

Severity = Literal["information", "warning", "error"]

_SECONDS: dict[Severity, float] = {"information": 3, "warning": 8, "error": 8}
"""How long a notice is shown at least."""
_PACE = 15
"""Columns that are read in a second."""
_COLUMNS = 60
"""Columns of the broadest notice, and of the smallest terminal."""
_PADDING = 2
"""Columns of a notice that hold no words."""


def clean(text: str) -> str:
    """Return ``text``, one line, with a sign for each character that a terminal would obey."""
    return visible_on_screen(text)


def content(text: str) -> Content:
    """Return ``text`` as content without markup, line breaks kept."""
    return Content("\n".join(map(clean, text.split("\n"))))


def rich_text(text: str) -> Text:
    """Return ``text`` for Rich without markup, on one line."""
    return Text(clean(text))


def notice(
    app: App[Any], text: str, severity: Severity = "information", timeout: float | None = None
) -> None:
    """Show ``text`` in a corner until it can be read, or for ``timeout`` seconds."""
    timeout = timeout or max(_SECONDS[severity], width(text) / _PACE)
    columns = min(_COLUMNS, app.size.width) - _PADDING
    plain = content(text).plain
    lines = (plain[start:end] for start, end in wrap(plain, columns))
    app.notify("\n".join(lines), severity=severity, timeout=timeout, markup=False)
