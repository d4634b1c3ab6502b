"""Jump mode: each pane bears a letter, and pressing it goes there."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from typing import ClassVar

from textual import events
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.geometry import Offset
from textual.screen import ModalScreen
from textual.widget import Widget
from textual.widgets import Static

from plan_tui.tui.safe import content

LETTERS = "asdfghjklqwertyuiop"


class Jump(ModalScreen[str | None]):
    """Answers with the number of the chosen pane; leaves the screen below visible."""

    DEFAULT_CSS = """
    Jump { background: transparent; layers: labels; }
    Jump > Static {
        layer: labels; width: 3; height: 1; text-style: bold;
        background: $plan-hit-now-ground; color: $plan-hit-now;
    }
    Jump:nocolor > Static { text-style: bold reverse; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [("escape", "leave")]

    def __init__(self, panes: Sequence[tuple[Offset, Widget]]) -> None:
        super().__init__()
        self._places = [place for place, _ in panes][: len(LETTERS)]

    def compose(self) -> ComposeResult:
        """Yield a label for each pane, at its upper left corner."""
        for letter, place in zip(LETTERS, self._places, strict=False):
            label = Static(content(f" {letter} "))
            label.styles.position = "absolute"
            label.styles.offset = (place.x, place.y)
            yield label

    def on_key(self, event: events.Key) -> None:
        """Take a letter; any other key leaves."""
        event.stop()
        event.prevent_default()
        typed = unicodedata.normalize("NFKC", event.character or "").lower()
        letters = LETTERS[: len(self._places)]
        self.dismiss(str(letters.index(typed)) if typed and typed in letters else None)

    def action_leave(self) -> None:
        """Go nowhere."""
        self.dismiss(None)
