"""Where the reader was the last time: a small file of state, never the database."""

from __future__ import annotations

import contextlib
import json
import os
from collections.abc import Mapping
from pathlib import Path


def place_file(environment: Mapping[str, str] = os.environ) -> Path:
    """Return the file that remembers the place."""
    home = environment.get("XDG_STATE_HOME") or str(Path("~/.local/state").expanduser())
    return Path(home) / "plan-tui" / "place.json"


def read_place(path: Path) -> str:
    """Return the key of the section that was open; empty if none is known."""
    try:
        found = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError):  # none yet, or not ours: nothing is lost by starting afresh
        return ""
    key = found.get("section") if isinstance(found, dict) else None
    return key if isinstance(key, str) else ""


def write_place(path: Path, key: str) -> None:
    """Remember a section's key; where that cannot be written, the next start begins afresh."""
    with contextlib.suppress(OSError):
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(json.dumps({"section": key}) + "\n", encoding="utf-8")
