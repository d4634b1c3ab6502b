"""The page for the browser: its text, and what it may load."""

from __future__ import annotations

from html import escape
from pathlib import Path
from string import Template

from plan_tui.text.language import Language, Phrase
from plan_tui.text.terminal import LEAST_COLUMNS, LEAST_LINES

SCRIPT = Path(__file__).with_suffix(".js")
"""The page's script, which fits the terminal in and says how it ended."""
FULL = 1013
"""Code with which the socket of a page too many is closed."""
PAGES = 8
"""How many pages may be open at once; each has a process of its own."""

_ENCLOSED = "U+203B, U+2460-24FF, U+2605-2606, U+2776-2793, U+3248-324F"
"""Numbers and letters in circles and brackets, and ※, as ``unicode-range`` of CSS."""
_WIDE_SIGNS = (
    "U+2103, U+2109, U+2116, U+2121, U+2153-2154, U+215B-215E, U+2160-2189, U+21D0-21FF, "
    "U+2200-22EE, U+2312, U+260E-260F, U+2640-2642, U+2660-266F, U+273D"
)
"""Other signs that count as one cell, which the fonts of East Asia draw as wide as a kanji."""

_WORDS = {
    "opening": Phrase("開いています", "Opening"),
    "ended": Phrase("終了しました。", "The application has ended."),
    "again": Phrase("もう一度開く", "Open it again"),
    "full": Phrase(
        f"同時に開けるのは{PAGES}ページまでです。ほかのページを閉じてから開き直してください。",
        f"At most {PAGES} pages can be open at once. Close another one, then open this again.",
    ),
    "broken": Phrase(
        "接続が切れました。スリープや通信の切断のあとなら、次のリンクで開き直せます。",
        "The connection was lost. After sleep or a break in the network, the link opens it again.",
    ),
    "gone": Phrase(
        "開き直せないときは、端末で plan-tui serve を実行し、表示されたアドレスを開いてください。",
        "If it does not open, run plan-tui serve in a terminal and open the address it prints.",
    ),
    "written": Phrase("書き出したファイル：", "Exported: "),
}
_CLOSED = Phrase(
    "このページを開くには、plan-tui serve が端末に表示したアドレス（token= の付いたもの）を"
    "そのまま開いてください。",
    "To open this page use the address that plan-tui serve printed in the terminal, "
    "with its token=.",
)


def page(language: Language) -> str:
    """Return the HTML page that opens a terminal with the application in it."""
    from plan_tui.tui.themes import THEMES

    colours = THEMES[0]
    text = Path(__file__).with_suffix(".html").read_text(encoding="utf-8")
    words = {name: escape(phrase.say(language)) for name, phrase in _WORDS.items()}
    return Template(text).substitute(
        words,
        language=language,
        columns=LEAST_COLUMNS,  # the font shrinks until that fits into the window
        lines=LEAST_LINES,
        full_code=FULL,
        enclosed=_ENCLOSED,
        wide_signs=_WIDE_SIGNS,
        ground=colours.background,
        text=colours.foreground,
        accent=colours.accent,
    )


def closed(language: Language) -> str:
    """Return what a browser without the secret is told."""
    return _CLOSED.say(language)


def policy(host: str) -> str:
    """Return the page's Content-Security-Policy: nothing is loaded from other origins.

    ``host`` is the name and port by which the page was asked for, one that is admitted.
    """
    return (
        "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; "
        f"connect-src ws://{host}; base-uri 'none'; form-action 'none'; "
        "frame-ancestors 'none'"
    )
