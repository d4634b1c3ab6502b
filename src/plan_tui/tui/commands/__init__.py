"""The one list of commands: it feeds keys, footer, palette, help screen and docs/keys.md."""

from __future__ import annotations

from collections.abc import Iterator

from textual.binding import Binding, BindingType

from plan_tui.tui.commands.command import GROUPS, WHERE, Command, CommandGroup, Scope
from plan_tui.tui.commands.compare import COMPARE
from plan_tui.tui.commands.find import FIND
from plan_tui.tui.commands.move import MOVE
from plan_tui.tui.commands.program import PROGRAM
from plan_tui.tui.commands.read import READ
from plan_tui.tui.commands.take import TAKE

__all__ = [
    "BY_ID",
    "COMMANDS",
    "GROUPS",
    "WHERE",
    "Command",
    "CommandGroup",
    "Scope",
    "bindings",
    "of_scopes",
]

COMMANDS: tuple[Command, ...] = (*MOVE, *READ, *FIND, *COMPARE, *TAKE, *PROGRAM)
BY_ID: dict[str, Command] = {command.id: command for command in COMMANDS}


def bindings(*scopes: Scope) -> list[BindingType]:
    """Return the bindings of one or more scopes, for a class's ``BINDINGS``."""
    return [
        Binding(key, command.action, command.name.ja, show=False, id=command.id)
        for command in of_scopes(*scopes)
        for key in command.all_keys
    ]


def of_scopes(*scopes: Scope) -> Iterator[Command]:
    """Yield the commands bound in any of ``scopes``."""
    return (command for command in COMMANDS if set(command.scopes) & set(scopes))
