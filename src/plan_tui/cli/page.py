"""The page that a browser is given: its words, what it may load, and who may ask for it."""

from __future__ import annotations

from pathlib import Path
from string import Template

from plan_tui.text.language import Language, Phrase

HOST = "localhost"
SCRIPT = Path(__file__).with_suffix(".js")
"""What the page runs besides the terminal itself."""

_OPENING = Phrase("開いています", "opening")
_ENDED = Phrase("終了しました", "The application has ended")
_AGAIN = Phrase("もう一度開く", "Open it again")


def origin(port: int) -> str:
    """Return the address under which alone the page is served."""
    return f"http://{HOST}:{port}"


def page(port: int, language: Language) -> str:
    """Return the page, in HTML, that opens a terminal with the application in it."""
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
    """Return the content security policy: nothing from elsewhere, not even a font."""
    return (
        "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; "
        f"connect-src ws://{HOST}:{port}; base-uri 'none'; form-action 'none'; "
        "frame-ancestors 'none'"
    )


def admits(port: int, host: str, sender: str | None) -> bool:
    """Return whether a request is answered that names ``host`` and comes from ``sender``.

    ``sender`` is the ``Origin`` header. What other web sites make the browser send is turned
    away, also where they let their own name lead to this machine.
    """
    return host == f"{HOST}:{port}" and sender in (None, origin(port))
