"""What is shown in a terminal below the smallest size."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.screen import ModalScreen
from textual.widgets import Static

from plan_tui.text.language import Language, Phrase
from plan_tui.text.terminal import LEAST_COLUMNS, LEAST_LINES
from plan_tui.tui.safe import content

WORDS = Phrase(
    "画面が小さすぎます。{columns}桁・{lines}行以上に広げてください。Q で終了します。",
    "The terminal is too small: at least {columns} by {lines} please. Q leaves.",
)


class TooSmall(ModalScreen[None]):
    """Covers everything until the terminal is large enough."""

    DEFAULT_CSS = """
    TooSmall { background: $plan-ground; color: $plan-text; overflow: hidden; }
    TooSmall Static { width: 100%; height: auto; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [("Q,Ｑ,ctrl+q", "app.quit")]

    def __init__(self, language: Language) -> None:
        super().__init__()
        self._words = WORDS.say(language, columns=LEAST_COLUMNS, lines=LEAST_LINES)

    def compose(self) -> ComposeResult:
        """Yield the words."""
        yield Static(content(self._words))
