"""The one list of commands: it feeds keys, footer, palette, help screen and docs/keys.md."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence

from textual.binding import Binding, BindingType

from plan_tui.text.language import Language, Phrase
from plan_tui.tui.commands.command import GROUPS, WHERE, Command, CommandGroup, Scope
from plan_tui.tui.commands.compare import COMPARE
from plan_tui.tui.commands.find import FIND
from plan_tui.tui.commands.move import MOVE
from plan_tui.tui.commands.notes import NOTES
from plan_tui.tui.commands.own_editions import OWN_EDITIONS
from plan_tui.tui.commands.program import PROGRAM
from plan_tui.tui.commands.read import READ
from plan_tui.tui.commands.review import REVIEW
from plan_tui.tui.commands.take import TAKE
from plan_tui.tui.key_names import key_label

__all__ = [
    "BY_ID",
    "COMMANDS",
    "GROUPS",
    "WHERE",
    "Command",
    "CommandGroup",
    "Scope",
    "bindings",
    "commands_of_key",
    "of_scopes",
    "only_elsewhere",
    "shown_key",
]

COMMANDS: tuple[Command, ...] = (
    *MOVE,
    *READ,
    *NOTES,
    *FIND,
    *COMPARE,
    *REVIEW,
    *TAKE,
    *PROGRAM,
    *OWN_EDITIONS,
)
BY_ID: dict[str, Command] = {command.id: command for command in COMMANDS}
ONLY_ELSEWHERE = Phrase("ここでは使えません：{command}", "Not here: {command}")
_AND_OTHERS = Phrase("{command} ほか{count}件", "{command} and {count} more")


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


def commands_of_key(
    pressed: Collection[str | None], rebound: Mapping[str, tuple[str, ...]]
) -> list[Command]:
    """Return the commands of a key, wherever they can be given.

    Args:
        pressed: the key's name and its character.
        rebound: ids of commands → keys that the reader chose in place of ours.

    """
    commands = (command.bound_to(rebound) for command in COMMANDS)
    return [command for command in commands if set(command.all_keys) & set(pressed)]


def shown_key(command_id: str, rebound: Mapping[str, tuple[str, ...]]) -> str:
    """Return the key of a command to tell people of, as they read it.

    Args:
        command_id: of the command.
        rebound: ids of commands → keys that the reader chose in place of ours.

    """
    return key_label(BY_ID[command_id].bound_to(rebound).keys[0])


def only_elsewhere(commands: Sequence[Command], language: Language) -> str:
    """Say in one line where the first of a key's commands can be given, which here cannot."""
    named, others = commands[0].placed(language), len(commands) - 1
    if others:
        named = _AND_OTHERS.say(language, command=named, count=others)
    return ONLY_ELSEWHERE.say(language, command=named)
