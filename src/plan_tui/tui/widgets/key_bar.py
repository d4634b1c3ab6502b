"""The footer: keys of the commands that can be run where the focus is, as many as fit."""

from __future__ import annotations

from typing import Any

from textual import events
from textual.app import App
from textual.message import Message
from textual.reactive import reactive
from textual.screen import Screen
from textual.strip import Strip

from plan_tui.text.language import Language
from plan_tui.text.record import record
from plan_tui.text.width import CUT, width
from plan_tui.tui import key_names
from plan_tui.tui.commands import BY_ID, Command, shown_key
from plan_tui.tui.render.line import Line, Piece
from plan_tui.tui.textual_patches.asked_keys import active_ids
from plan_tui.tui.widgets.pane import Bar
from plan_tui.tui.widgets.typing_place import takes_text

_GAP = 2
"""Columns between two commands."""
_SHORT_BELOW = 90
"""Columns below which commands have their short names: panes stand one above the other then."""
_MORE = CUT
"""Behind the name of the help, in the gap, where it tells of commands that have no room."""


@record
class _Item:
    """A command in the footer, and the columns that it takes."""

    command: Command
    start: int
    end: int
    """After the last column."""


class KeyBar(Bar):
    """Shows keys with the names of their commands; a click runs the command."""

    DEFAULT_CSS = """
    KeyBar { dock: bottom; height: 1; background: $plan-bar; color: $plan-text; }
    KeyBar:nocolor { text-style: none; }
    """

    language: reactive[Language] = reactive(Language.JA)

    class Pressed(Message):
        """The command with this id was clicked."""

        def __init__(self, command: str) -> None:
            super().__init__()
            self.command = command

    def on_mount(self) -> None:
        """Follow the focus."""
        self._items: list[_Item] = []
        self.screen.bindings_updated_signal.subscribe(self, self._changed)

    def _changed(self, screen: Screen[object]) -> None:
        self.refresh()

    def commands(self) -> list[tuple[Command, str]]:
        """Return the footer's commands that can be run now with a key for each, by rank."""
        active = active_ids(self.screen, {c.id for c in BY_ID.values() if c.footer})
        typing = takes_text(self.screen.focused)
        usable = []
        for command in BY_ID.values():  # in the list's order, so that equal ranks keep theirs
            if command.id in active and command.footer:
                command = command.bound_to(getattr(self.app, "rebound", {}))
                keys = [key for key in command.keys if not (typing and len(key) == 1)]
                usable += [(command, key) for key in keys[:1]]
        return sorted(usable, key=lambda pair: pair[0].footer)

    def _laid_out(self, columns: int) -> tuple[list[_Item], tuple[Piece, ...]]:
        """Return the commands that fit in ``columns``, and how they are drawn."""
        items: list[_Item] = []
        pieces = [Piece(" ")]
        at = 1
        fitting, more = self._fitting(columns)
        for command, active in fitting:
            key = key_names.key_label(active)
            name = self._called(command, columns)
            size = width(key) + 1 + width(name)
            items.append(_Item(command, at, at + size))
            behind = (more if command.id == "help" else "").ljust(_GAP)
            gap = behind if at + size + _GAP <= columns else behind.rstrip()
            pieces += [Piece(key, "mark"), Piece(f" {name}{gap}")]
            at += size + _GAP
        return items, tuple(pieces)

    def _fitting(self, columns: int) -> tuple[list[tuple[Command, str]], str]:
        """Return the commands that fit, by rank; help and the way back stay longest.

        The second is what the help has behind its name where others have no room.
        """
        if self.app.screen is not self.screen:  # these keys wait until the window above is gone
            return [], ""
        ranked = self.commands()
        room = columns + 1  # a blank stands before the first, no gap behind the last
        sizes = {
            command.id: self._columns_of(key, self._called(command, columns))
            for command, key in ranked
        }
        if sum(sizes.values()) <= room:
            return ranked, ""
        fitting = set()
        for command, _ in sorted(ranked, key=lambda pair: not pair[0].stays_in_footer):
            if sizes[command.id] <= room:
                room -= sizes[command.id]
                fitting.add(command.id)
        return [pair for pair in ranked if pair[0].id in fitting], _MORE

    def _called(self, command: Command, columns: int) -> str:
        """Return what a command is called in ``columns``."""
        name = command.short if command.short and columns < _SHORT_BELOW else command.name
        return name.say(self.language)

    def _columns_of(self, key: str, name: str) -> int:
        """Return the columns of a command with the gap behind it."""
        return width(key_names.key_label(key)) + 1 + width(name) + _GAP

    def render_line(self, y: int) -> Strip:
        """Draw the keys that fit."""
        columns = self.size.width
        is_filled = getattr(self.screen, "is_filled", True)
        self._items, pieces = self._laid_out(columns) if is_filled else ([], ())
        return self.strip_of(Line(pieces), columns)

    def on_click(self, event: events.Click) -> None:
        """Run the clicked command."""
        offset = event.get_content_offset(self)
        if offset is not None:
            for item in self._items:
                if item.start <= offset.x < item.end:
                    self.post_message(self.Pressed(item.command.id))


async def run_command(app: App[Any], command_id: str) -> bool:
    """Run a command where it is bound now; return False if it is bound nowhere here."""
    for entry in app.screen.active_bindings.values():
        if entry.binding.id == command_id:
            await app.run_action(entry.binding.action, entry.node)
            return True
    return False


def first_key(app: App[Any], command_id: str) -> str:
    """Return the key of a command to tell people of, as they read it."""
    return shown_key(command_id, getattr(app, "rebound", {}))
