"""The folders in which systems keep the small files of a reader's own."""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping
from pathlib import Path

_PROGRAM = "plan-tui"
_OTHER_FOLDERS = ("win32", "darwin")
"""Systems that do not keep files as the XDG specification says."""


def config_folder(environment: Mapping[str, str] = os.environ) -> Path:
    """Return the folder of what the reader sets; it need not exist."""
    return _user_folder("XDG_CONFIG_HOME", "~/.config", environment)


def state_folder(environment: Mapping[str, str] = os.environ) -> Path:
    """Return the folder of what the application keeps from one time to the next."""
    return _user_folder("XDG_STATE_HOME", "~/.local/state", environment)


def _user_folder(variable: str, otherwise: str, environment: Mapping[str, str]) -> Path:
    """Return our folder in that of an XDG variable, else in ``otherwise``.

    As the XDG specification asks, a path that is not absolute does not count. Windows and macOS
    have folders of their own in its place. Without a home the path is one that cannot exist.
    """
    home = Path(environment.get(variable, ""))
    if sys.platform in _OTHER_FOLDERS and not home.is_absolute():
        return _folder_of_system(variable)
    if not home.is_absolute():
        try:
            home = Path(otherwise).expanduser()
        except RuntimeError:
            home = Path(os.devnull)
    return home / _PROGRAM


def _folder_of_system(variable: str) -> Path:
    """Return our folder where the system, which is not Linux, keeps such files."""
    from platformdirs import user_config_path, user_state_path

    folder_of = user_config_path if variable == "XDG_CONFIG_HOME" else user_state_path
    return folder_of(_PROGRAM, appauthor=False)
