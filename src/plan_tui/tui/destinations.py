"""Doors: where a figure or a row leads."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from textual.message import Message

View = Literal["document", "section", "search", "measures", "targets", "changes", "topics", "words"]


@dataclass(frozen=True, slots=True)
class Destination:
    """A view, and what it is to show."""

    view: View
    words: str = ""
    """A document's id, a section's key, or the command's arguments for the other views."""


class OpenDestination(Message):
    """Go through a door."""

    def __init__(self, door: Destination) -> None:
        super().__init__()
        self.door = door
