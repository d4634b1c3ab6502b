"""What screens ask of the application."""

from __future__ import annotations

from textual.message import Message

from plan_tui.tui.highlight import Spot


class OpenSection(Message):
    """Open a section in the explorer."""

    def __init__(self, key: str, query: str = "", at: Spot | None = None) -> None:
        super().__init__()
        self.key = key
        self.query = query
        """Words to mark in the text."""
        self.at = at
        """Printed words to go to and to mark, in place of the query."""


class OpenComparison(Message):
    """Show a section beside its counterparts."""

    def __init__(self, key: str, with_edition: str = "", topic: str = "") -> None:
        super().__init__()
        self.key = key
        self.topic = topic
        """Id of the topic whose counterparts alone are shown; empty for those of all."""
        self.with_edition = with_edition
        """Id of the edition to look at first; empty for the first that has a counterpart."""
