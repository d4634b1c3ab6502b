"""The screens that commands lead to, and those of them that are made once and stay."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from pkgutil import resolve_name
from typing import TypeVar, cast

from plan_tui.tui import screens
from plan_tui.tui.commands import COMMANDS, Command
from plan_tui.tui.screens.plan_screen import PlanScreen
from plan_tui.tui.session import Session

ScreenT = TypeVar("ScreenT", bound=PlanScreen)


def screen_class(command: Command) -> type[PlanScreen] | None:
    """Return the class of the screen that a command leads to, if it leads to one."""
    return _load(command.screen) if command.screen else None


@cache
def _load(name: str) -> type[PlanScreen]:
    kind = resolve_name(f"{screens.__name__}.{name}")
    assert issubclass(kind, PlanScreen)
    return cast(type[PlanScreen], kind)


def mode_of(kind: type[PlanScreen]) -> str:
    """Return the name of the mode that shows a main screen: that of its module."""
    return kind.__module__.rpartition(".")[2]


class MainScreens:
    """The screens that are made once; each is a mode, and so is found again as it was left."""

    def __init__(self, session: Session) -> None:
        """Make them all; none is filled before it is first shown."""
        kinds = dict.fromkeys(filter(None, map(screen_class, COMMANDS)))
        self._screens = {kind: kind(session) for kind in kinds if kind.STAYS}

    def __getitem__(self, kind: type[ScreenT]) -> ScreenT:
        screen = self._screens[kind]
        assert isinstance(screen, kind)
        return screen

    def __iter__(self) -> Iterator[PlanScreen]:
        return iter(self._screens.values())
