"""Keys of one's own: a TOML file that gives commands other keys.

``$XDG_CONFIG_HOME/plan-tui/keys.toml`` (else ``~/.config/plan-tui/keys.toml``) holds one line
for each command: its id, and a key or a list of keys::

    overview = "9"
    half-down = ["ctrl+f", "pagedown"]
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterator, Mapping
from pathlib import Path

from textual.keys import Keys

from plan_tui.errors import UsageError
from plan_tui.text.language import Phrase
from plan_tui.text.user_folders import config_folder
from plan_tui.tui.commands import BY_ID, COMMANDS, Command, Scope
from plan_tui.tui.files import READ_ERRORS, read_user_file

_UNREADABLE = Phrase(
    "{file}：読めません（{reason}）。既定のキーを使います",
    "{file}: cannot be read ({reason}); the usual keys apply",
)
_NO_COMMAND = Phrase(
    "{file}：{name!r}というコマンドはありません。IDの一覧：docs/keys.ja.md",
    "{file}: no command {name!r}; docs/keys.md lists the ids of commands",
)
_NO_KEYS = Phrase(
    '{file}：{name}には"x"などのキーか、その一覧を書いてください',
    '{file}: {name} needs a key such as "x", or a list of keys',
)
_NO_KEY = Phrase(
    '{file}：{name}：{key!r}というキーはありません。例："x"、"ctrl+x"、"f5"',
    '{file}: {name}: {key!r} is not a key; e.g. "x", "ctrl+x", "f5"',
)
_CLASH = Phrase(
    "{file}：{name}：{key!r}は{other}のキーです。そちらに別のキーを付けてください",
    "{file}: {name}: {key!r} is the key of {other}; give that one another key",
)
Rebound = Mapping[str, tuple[str, ...]]
"""Ids of commands → their keys."""

_NAMED = frozenset(key.value for key in Keys)
_MODIFIED = re.compile(r"(?:(?:ctrl|alt|shift|super)\+)+(?P<key>[^\s+]|[a-z][a-z0-9_]*)")
_TEXTUAL = {",": "comma"}
"""Keys that a list parted by commas cannot hold as they are."""
_SHARED = frozenset((Scope.APP, Scope.SCREEN, Scope.LIST, Scope.SCROLL))
"""Scopes whose keys count where those of others do too; typing has its own."""
_BOXES = frozenset((Scope.QUERY, Scope.SEARCH_BOX, Scope.FILTER_BOX))
"""The boxes: each has its own keys and those of all boxes."""


def keys_file(environment: Mapping[str, str] = os.environ) -> Path:
    """Return where the reader's own keys are looked for."""
    return config_folder(environment) / "keys.toml"


def read_keys(path: Path) -> Rebound:
    """Read the reader's own keys; a file that does not exist holds none.

    Raises:
        UsageError: the file cannot be read, names an unknown command or key, or gives one key to
            two commands of one place; the message says which.

    """
    try:
        text = read_user_file(path)
        import tomllib  # most readers have no such file

        entries = tomllib.loads(text)
    except FileNotFoundError:
        return {}
    except READ_ERRORS as error:
        reason = getattr(error, "strerror", None) or error
        raise UsageError(_UNREADABLE.of(file=path.name, reason=reason)) from error
    rebound = {name: tuple(_keys(path, name, value)) for name, value in entries.items()}
    _check_clashes(path, rebound)
    return rebound


def _keys(path: Path, name: str, value: object) -> Iterator[str]:
    if name not in BY_ID:
        raise UsageError(_NO_COMMAND.of(file=path.name, name=name))
    keys = [value] if isinstance(value, str) else value
    if not isinstance(keys, list) or not keys:
        raise UsageError(_NO_KEYS.of(file=path.name, name=name))
    for key in keys:
        if not isinstance(key, str) or not _is_key(key):
            raise UsageError(_NO_KEY.of(file=path.name, name=name, key=key))
        yield _TEXTUAL.get(key, key)


def _is_key(key: str) -> bool:
    if len(key) == 1:
        return key.isprintable() and not key.isspace()
    modified = _MODIFIED.fullmatch(key)
    last = modified["key"] if modified else key
    return (bool(modified) and len(last) == 1) or last in _NAMED or key in _NAMED


def _check_clashes(path: Path, rebound: Rebound) -> None:
    commands = [command.bound_to(rebound) for command in COMMANDS]
    for command in commands:
        if command.id not in rebound:
            continue
        for other in commands:
            shared = set(command.all_keys) & set(other.all_keys)
            if other.id != command.id and shared and _meet(command, other):
                key = min(shared)
                raise UsageError(
                    _CLASH.of(file=path.name, name=command.id, key=key, other=other.id)
                )


def _meet(command: Command, other: Command) -> bool:
    """Return whether the keys of two commands count in one place."""
    scopes, others = set(command.scopes), set(other.scopes)
    if scopes & others:
        return True
    if _BOXES & scopes and _BOXES & others:
        return Scope.QUERY in scopes | others
    return bool((scopes | others) & _SHARED) and not _BOXES & (scopes | others)
