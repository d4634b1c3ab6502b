"""What is kept from one run to the next: one small file of state, never the database."""

from __future__ import annotations

import json
import os
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from pathlib import Path

from plan_tui.text.day_names import Calendar
from plan_tui.text.language import Language
from plan_tui.tui.files import WRONG, own_file, read_own

_LONGEST = 1000
"""Characters of the longest text that is kept."""
_SPACE = "\u3000"
"""The one blank of Japanese typing that does not count as printable."""


@dataclass(frozen=True, slots=True)
class State:
    """What is kept. In a first run, and where the file is not ours, each field is as given here."""

    section: str = ""
    """Key of the section that was open."""
    queries: tuple[str, ...] = ()
    """What was searched for, the latest first."""
    marks: Mapping[str, str] = field(default_factory=dict)
    """Letter → key of the marked section."""
    theme: str = ""
    """Name of the theme."""
    language: Language | None = None
    """The interface's language if the reader switched it, else None."""
    calendar: Calendar = Calendar.BOTH
    """Which calendar dates are shown in."""
    line_length: int = 0
    """Columns of the longest line of a text; 0 if none was chosen."""


def state_file(environment: Mapping[str, str] = os.environ) -> Path:
    """Return the file that keeps the state."""
    return own_file("XDG_STATE_HOME", "~/.local/state", "state.json", environment)


def read_state(path: Path) -> State:
    """Return what is kept; whatever is missing, damaged or made up is as in a first run."""
    try:
        found = json.loads(read_own(path))
    except WRONG:
        return State()
    return _state(found) if isinstance(found, dict) else State()


def write_state(path: Path, state: State) -> None:
    """Keep a state; the file holds either its old content or all of the new.

    Raises:
        OSError: it cannot be written.

    """
    path.parent.mkdir(parents=True, exist_ok=True)
    text = json.dumps(asdict(state), ensure_ascii=False, indent=1)
    new = path.with_name(f"{path.name}.{os.getpid()}")
    try:
        new.write_text(f"{text}\n", encoding="utf-8")
        new.replace(path)
    finally:
        new.unlink(missing_ok=True)


def _state(found: Mapping[str, object]) -> State:
    queries, marks, length = found.get("queries"), found.get("marks"), found.get("line_length")
    language, calendar = found.get("language"), found.get("calendar")
    return State(
        section=_text(found.get("section")),
        queries=tuple(filter(None, map(_text, queries))) if isinstance(queries, list) else (),
        marks=_marks(marks) if isinstance(marks, dict) else {},
        theme=_text(found.get("theme")),
        language=next((one for one in Language if one == language), None),
        calendar=next((one for one in Calendar if one == calendar), Calendar.BOTH),
        line_length=length if isinstance(length, int) else 0,
    )


def _marks(found: Mapping[str, object]) -> dict[str, str]:
    known = {letter: _text(key) for letter, key in found.items()}
    return {
        letter: key
        for letter, key in known.items()
        if len(letter) == 1 and letter.isalnum() and key
    }


def _text(value: object) -> str:
    """Return a text that a terminal and the database can be given, else none."""
    if not isinstance(value, str) or len(value) > _LONGEST:
        return ""
    return value if value.replace(_SPACE, "").isprintable() else ""
