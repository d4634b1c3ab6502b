"""The page for the browser: its text, what it may load, and which requests are answered."""

from __future__ import annotations

from pathlib import Path
from string import Template

from plan_tui.text.language import Language, Phrase

HOST = "localhost"
SCRIPT = Path(__file__).with_suffix(".js")
"""The page's script, which connects the terminal with the server."""

_OPENING = Phrase("開いています", "opening")
_ENDED = Phrase("終了しました", "The application has ended")
_AGAIN = Phrase("もう一度開く", "Open it again")


def origin(port: int) -> str:
    """Return the origin (scheme, host, port) of the page."""
    return f"http://{HOST}:{port}"


def page(port: int, language: Language) -> str:
    """Return the HTML page that opens a terminal with the application in it."""
    from plan_tui.tui.themes import THEMES

    colours = THEMES[0]
    text = Path(__file__).with_suffix(".html").read_text(encoding="utf-8")
    return Template(text).substitute(
        socket=f"ws://{HOST}:{port}/ws",
        opening=_OPENING.say(language),
        ended=_ENDED.say(language),
        again=_AGAIN.say(language),
        ground=colours.background,
        text=colours.foreground,
        accent=colours.accent,
    )


def policy(port: int) -> str:
    """Return the page's Content-Security-Policy: nothing is loaded from other origins."""
    return (
        "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; "
        f"connect-src ws://{HOST}:{port}; base-uri 'none'; form-action 'none'; "
        "frame-ancestors 'none'"
    )


def admits(port: int, host: str, sender: str | None) -> bool:
    """Return whether a request is answered, by its ``Host`` and ``Origin`` headers.

    Requests that other web sites make the browser send are refused, and so are those of a host
    name that was pointed to this machine (DNS rebinding). ``sender`` is None without ``Origin``.
    """
    return host == f"{HOST}:{port}" and sender in (None, origin(port))
