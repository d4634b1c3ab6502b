"""How many rows of a list are out of sight, above and below."""

from __future__ import annotations

from typing import Any

from plan_tui.text.language import Language, Phrase
from plan_tui.tui.render.line import Piece
from plan_tui.tui.widgets.pane import Bar
from plan_tui.tui.widgets.row_list import RowList

ABOVE = Phrase("上に{count}件", "{count} above")
BELOW = Phrase("下に{count}件", "{count} below")


class More(Bar):
    """A line under a list that is longer than its pane: how many rows are out of sight."""

    def __init__(self, rows: RowList[Any], language: Language) -> None:
        super().__init__()
        self._list = rows
        self._language = language

    def on_mount(self) -> None:
        """Follow the list."""
        self.watch(self._list, "scroll_y", self._count)
        self.watch(self._list, "virtual_size", self._count)

    def on_resize(self) -> None:
        """Count anew."""
        self._count()

    def _count(self) -> None:
        rows = self._list
        above = rows.scroll_offset.y // rows.row_height
        visible = rows.size.height // rows.row_height
        below = max(0, len(rows.rows) - above - visible) if visible else 0
        counts = ((ABOVE, above), (BELOW, below))
        texts = [phrase.say(self._language, count=count) for phrase, count in counts if count]
        self.say([Piece("  ".join(texts), "muted")])
