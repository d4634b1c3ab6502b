"""Offers commands only where what they need is there."""

from __future__ import annotations

from itertools import chain
from typing import ClassVar

from textual.binding import Binding

from plan_tui.tui.commands import BY_ID, Command


class OffersCommands:
    """Mixed into what has keys of commands: the application, a screen or a pane."""

    bound_commands: ClassVar[dict[str, Command]] = {}
    """The commands that a class binds, by their actions; Textual's own actions are not among them.
    """

    def __init_subclass__(cls, **options: object) -> None:
        super().__init_subclass__(**options)
        bindings = chain.from_iterable(kind.__dict__.get("BINDINGS", ()) for kind in cls.__mro__)
        ids = (binding.id for binding in bindings if isinstance(binding, Binding))
        cls.bound_commands = {BY_ID[name].action: BY_ID[name] for name in ids if name in BY_ID}

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Tell Textual whether a command is offered here; it takes no key of what is not."""
        command = self.bound_commands.get(action)
        return command is None or self.offers(command)

    def offers(self, command: Command) -> bool:
        """Tell whether a command that is bound here can be given now."""
        return command.needs is None or command.needs.holds(self)
