"""The screens that commands lead to, and those of them that are made once and stay."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from importlib import import_module
from typing import TYPE_CHECKING, TypeVar, cast

from plan_tui.tui import screens
from plan_tui.tui.commands import COMMANDS, Command
from plan_tui.tui.screens.plan_screen import PlanScreen

if TYPE_CHECKING:
    from plan_tui.tui.session import Session

ScreenT = TypeVar("ScreenT", bound=PlanScreen)


def screen_class(command: Command) -> type[PlanScreen] | None:
    """Return the class of the screen that a command leads to, if it leads to one."""
    return _load(command.screen) if command.screen else None


def leads_to(command: Command, screen: PlanScreen | None) -> bool:
    """Tell whether a screen is the one that a command leads to, without loading that one."""
    if screen is None or not command.screen:
        return False
    kind = type(screen)
    return command.screen == f"{mode_of(kind)}:{kind.__name__}"


@cache
def _load(name: str) -> type[PlanScreen]:
    module, _, kind = name.partition(":")
    loaded = getattr(import_module(f"{screens.__name__}.{module}"), kind)
    assert issubclass(loaded, PlanScreen)
    return cast(type[PlanScreen], loaded)


def mode_of(kind: type[PlanScreen]) -> str:
    """Return the name of the mode that shows a main screen: that of its module."""
    return kind.__module__.rpartition(".")[2]


class MainScreens:
    """The screens that are made once; each is a mode, and so is found again as it was left.

    Their modules are loaded, and they are made, when they are first asked for: most readers never
    see most of them, and nobody is to wait for them at the start.
    """

    def __init__(self, session: Session) -> None:
        """Know them; none is made yet."""
        self._session = session
        names = (command.screen for command in COMMANDS if command.screen)
        self._names = {name.partition(":")[0]: name for name in names}
        self._screens: dict[str, PlanScreen] = {}

    @property
    def modes(self) -> tuple[str, ...]:
        """The modes of all screens that commands lead to."""
        return tuple(self._names)

    def of_mode(self, mode: str) -> PlanScreen:
        """Return the screen of a mode, made if it was not yet."""
        screen = self._screens.get(mode)
        if screen is None:
            screen = self._screens[mode] = _load(self._names[mode])(self._session)
        return screen

    def made(self, mode: str) -> PlanScreen | None:
        """Return the screen of a mode; None if it was never asked for."""
        return self._screens.get(mode)

    def __getitem__(self, kind: type[ScreenT]) -> ScreenT:
        screen = self.of_mode(mode_of(kind))
        assert isinstance(screen, kind)
        return screen

    def __iter__(self) -> Iterator[PlanScreen]:
        """Yield those that were made."""
        return iter(tuple(self._screens.values()))
