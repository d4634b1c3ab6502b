"""What is kept from one run to the next: one small file of state, never the database."""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path

from plan_tui.text.day_names import Calendar
from plan_tui.text.file_lock import SCREEN_PATIENCE, alone_in
from plan_tui.text.language import Language
from plan_tui.text.record import as_dict, field, record, replaced
from plan_tui.text.user_folders import state_folder
from plan_tui.text.whole_file import behind_link, replace_file
from plan_tui.tui.files import READ_ERRORS, read_user_file

_LONGEST = 1000
"""Characters of the longest text that is kept."""
_SPACE = "\u3000"
"""The one blank of Japanese typing that does not count as printable."""


@record
class State:
    """What is kept. In a first run, and where the file is not ours, each field is as given here."""

    section: str = ""
    """Key of the section that was open."""
    queries: tuple[str, ...] = ()
    """What was searched for, the latest first."""
    marks: Mapping[str, str] = field(default_factory=dict)
    """Letter → key of a section that was marked before marks were notes, as long as it could not be
    taken over."""
    titles: Mapping[str, str] = field(default_factory=dict)
    """Letter → title of the marked section, by which a mark follows its heading."""
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
    return state_folder(environment) / "state.json"


def read_state(path: Path) -> State:
    """Return what is kept; whatever is missing, damaged or made up is as in a first run."""
    import json  # not at the first start, which has nothing to read

    try:
        content = json.loads(read_user_file(path))
    except READ_ERRORS:
        return State()
    return _state(content) if isinstance(content, dict) else State()


def write_state(path: Path, state: State, before: State | None = None) -> None:
    """Keep a state; the file holds either its old content or all of the new.

    Args:
        path: the file; where it is a link, what that leads to is written.
        state: what to keep.
        before: what the file held when the run began: what another run changed since, and this
            one did not, stays. None to keep the state as it is.

    Raises:
        OSError: it cannot be written.

    """
    import json

    with alone_in(path.parent, SCREEN_PATIENCE):
        kept = state if before is None else merged_states(before, state, read_state(path))
        text = json.dumps(as_dict(kept), ensure_ascii=False, indent=1)
        # Half of a surrogate pair, which a page can send, becomes an escape of JSON.
        replace_file(f"{text}\n".encode(errors="backslashreplace"), behind_link(path))


def merged_states(before: State, now: State, there: State) -> State:
    """Return what to keep where two runs kept a state: of each thing what was changed last.

    Args:
        before: what this run began with.
        now: what this run ends with.
        there: what another run wrote meanwhile.

    """
    changed = {
        name: value for name, value in as_dict(now).items() if value != getattr(before, name)
    }
    if "queries" in changed:
        asked = [query for query in now.queries if query not in before.queries]
        behind = now.queries if there.queries == before.queries else there.queries
        changed["queries"] = tuple(dict.fromkeys((*asked, *behind)))
    return replaced(there, **changed)


def _state(content: Mapping[str, object]) -> State:
    queries, marks, length = (content.get(name) for name in ("queries", "marks", "line_length"))
    titles = content.get("titles")
    language, calendar = content.get("language"), content.get("calendar")
    return State(
        section=_text(content.get("section")),
        queries=tuple(filter(None, map(_text, queries))) if isinstance(queries, list) else (),
        marks=_by_letter(marks) if isinstance(marks, dict) else {},
        titles=_by_letter(titles) if isinstance(titles, dict) else {},
        theme=_text(content.get("theme")),
        language=next((known for known in Language if known == language), None),
        calendar=next((known for known in Calendar if known == calendar), Calendar.BOTH),
        line_length=length if isinstance(length, int) else 0,
    )


def _by_letter(content: Mapping[str, object]) -> dict[str, str]:
    texts = {letter: _text(text) for letter, text in content.items()}
    return {
        letter: text
        for letter, text in texts.items()
        if len(letter) == 1 and letter.isalnum() and text
    }


def _text(value: object) -> str:
    """Return a text that a terminal and the database can be given, else none."""
    if not isinstance(value, str) or len(value) > _LONGEST:
        return ""
    return value if value.replace(_SPACE, "").isprintable() else ""
