"""What ``doctor`` names of the installation: versions, extras, and the reader's own files."""

from __future__ import annotations

import json
import os
import platform
from collections.abc import Callable
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from plan_tui import __version__
from plan_tui.cli.diagnosis import Diagnosis
from plan_tui.errors import PlanError
from plan_tui.store.connect import sqlite_version
from plan_tui.store.locate import SCHEMA_VERSION, own_database, stored_version
from plan_tui.store.own_decisions import decisions_path
from plan_tui.text.language import Language, Phrase

_LIBRARIES = ("textual", "rich", "sqlite-utils", "rapidfuzz", "platformdirs", "markdown-it-py")
_EXTRAS = {
    "add": ("pypdfium2",),
    "office": ("python-docx", "openpyxl"),
    "web": ("textual-serve",),
    "build": ("sudachipy",),
}
_MISSING = Phrase("{extra}なし", "{extra} is not installed")
_NO_KEYS = Phrase("{path}：未作成（既定のキー）", "{path}: none yet, the keys are the usual ones")
_KEYS = Phrase(
    "{path}：{count}個のコマンドに別のキー",
    "{path}: other keys for {count} {count:command|commands}",
)
_NONE_YET = Phrase("{path}：未作成", "{path}: none yet")
_STATE = Phrase("{path}：書き込み可能", "{path}: can be written")
_NOT_STATE = Phrase(
    "{path}：記録として読めません。次に画面を閉じるときに書き直します",
    "{path}: not readable as state; it is written anew when the application is closed",
)
_NOT_WRITABLE = Phrase(
    "{path}：書けません。場所としおりは残りません",
    "{path}: cannot be written; places and marks are not kept",
)
_NO_OWN = Phrase(
    "{path}：未作成（`plan-tui add`で作成）", "{path}: none yet; `plan-tui add` creates it"
)
_OWN = Phrase("{path}：スキーマ版{version}", "{path}: schema {version}")
_OTHER_SCHEMA = Phrase(
    "{path}：スキーマ版{version}。`plan-tui add --rebuild`で作り直してください",
    "{path}: schema {version}; rebuild it with `plan-tui add --rebuild`",
)
_DAMAGED = Phrase(
    "{path}：壊れています。どうすればよいかは`plan-tui add --rebuild`が知らせます",
    "{path}: is damaged; `plan-tui add --rebuild` says what to do",
)
_NOTES = Phrase(
    "{path}：メモ{places}件、名前を付けた検索{searches}件",
    "{path}: {places} {places:note|notes}, {searches} named {searches:search|searches}",
)
_DECISIONS = Phrase(
    "{path}：対応の判定{count}件", "{path}: {count} {count:decision|decisions} on suggestions"
)


def version_checks(language: Language) -> list[Diagnosis]:
    """Return the versions of the program, of what it stands on, and which extras are there."""
    program = f"plan-tui {__version__}, Python {platform.python_version()}, {platform.system()}"
    libraries = [f"SQLite {sqlite_version()}"]
    libraries += [f"{name} {_version(name) or '-'}" for name in _LIBRARIES]
    extras = [
        f"{extra} ({', '.join(f'{name} {_version(name)}' for name in names)})"
        if all(map(_version, names))
        else _MISSING.say(language, extra=extra)
        for extra, names in _EXTRAS.items()
    ]
    return [
        Diagnosis("program", True, program),
        Diagnosis("libraries", all(map(_version, _LIBRARIES)), ", ".join(libraries)),
        Diagnosis("extras", None if _has_gaps() else True, ", ".join(extras)),
    ]


def _has_gaps() -> bool:
    """Return whether a reader lacks something; `build` is for maintainers."""
    readers = [names for extra, names in _EXTRAS.items() if extra != "build"]
    return not all(_version(name) for names in readers for name in names)


def _version(name: str) -> str:
    try:
        return version(name)
    except PackageNotFoundError:
        return ""


def own_file_checks(database: Path, language: Language) -> list[Diagnosis]:
    """Return where the reader's own files are, and whether they can be used."""
    checks: dict[str, Callable[[], tuple[bool | None, Phrase]]] = {
        "configuration": _configuration,
        "state": _state,
        "own": _own,
        "notes": _notes,
        "decisions": lambda: _decisions(database),
    }
    findings = {name: check() for name, check in checks.items()}
    return [Diagnosis(name, ok, words.say(language)) for name, (ok, words) in findings.items()]


def _configuration() -> tuple[bool | None, Phrase]:
    from plan_tui.tui.files import with_tilde
    from plan_tui.tui.rebinding import keys_file, read_keys

    path = keys_file()
    try:
        keys = read_keys(path)
    except PlanError as error:
        return False, error.message
    words = _KEYS.of(path=with_tilde(path), count=len(keys))
    return True, words if path.exists() else _NO_KEYS.of(path=with_tilde(path))


def _state() -> tuple[bool | None, Phrase]:
    from plan_tui.tui.files import READ_ERRORS, read_user_file, with_tilde
    from plan_tui.tui.state import state_file

    path = state_file()
    shown = with_tilde(path)
    if not _is_writable(path):
        return False, _NOT_WRITABLE.of(path=shown)
    try:
        json.loads(read_user_file(path))
    except FileNotFoundError:
        return True, _NONE_YET.of(path=shown)
    except READ_ERRORS:
        return None, _NOT_STATE.of(path=shown)
    return True, _STATE.of(path=shown)


def _is_writable(path: Path) -> bool:
    """Return whether a file can be written, or its folder made where there is none yet."""
    place = path
    while not place.exists() and place != place.parent:
        place = place.parent
    usable = place.is_file() if place == path else place.is_dir()
    folder = path.parent if place == path else place
    return usable and os.access(folder, os.W_OK | os.X_OK)


def _own() -> tuple[bool | None, Phrase]:
    from plan_tui.tui.files import with_tilde

    path = own_database()
    shown = with_tilde(path)
    if not path.exists():
        return True, _NO_OWN.of(path=shown)
    schema = stored_version(path)
    if schema is None:
        return False, _DAMAGED.of(path=shown)
    words = _OWN if schema == SCHEMA_VERSION else _OTHER_SCHEMA
    return schema == SCHEMA_VERSION, words.of(path=shown, version=schema)


def _notes() -> tuple[bool | None, Phrase]:
    from plan_tui.store.own_notes import kept_notes, notes_path
    from plan_tui.tui.files import with_tilde

    path = notes_path()
    if not path.exists():
        return True, _NONE_YET.of(path=with_tilde(path))
    try:
        kept = kept_notes()
    except PlanError as error:
        return False, error.message
    counts = {"places": len(kept.places), "searches": len(kept.searches)}
    return True, _NOTES.of(path=with_tilde(path), **counts)


def _decisions(database: Path) -> tuple[bool | None, Phrase]:
    from plan_tui.sources.decisions_file import decisions_in
    from plan_tui.tui.files import with_tilde

    path = decisions_path(database)
    if not path.exists():
        return True, _NONE_YET.of(path=with_tilde(path))
    try:
        count = len(decisions_in(path))
    except PlanError as error:
        return False, error.message
    return True, _DECISIONS.of(path=with_tilde(path), count=count)
