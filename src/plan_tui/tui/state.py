"""What is kept from one run to the next: small files of state, never the database."""

from __future__ import annotations

import contextlib
import json
import os
from collections.abc import Iterable, Mapping
from pathlib import Path


def place_file(environment: Mapping[str, str] = os.environ) -> Path:
    """Return the file that remembers the place."""
    return _state(environment) / "place.json"


def queries_file(environment: Mapping[str, str] = os.environ) -> Path:
    """Return the file that remembers the queries."""
    return _state(environment) / "queries.json"


def read_place(path: Path) -> str:
    """Return the key of the section that was open; empty if none is known."""
    key = _read(path, "section")
    return key if isinstance(key, str) else ""


def write_place(path: Path, key: str) -> None:
    """Remember a section's key."""
    _write(path, "section", key)


def read_queries(path: Path) -> tuple[str, ...]:
    """Return the queries of earlier runs; none if there are none yet."""
    kept = _read(path, "queries")
    return tuple(q for q in kept if isinstance(q, str)) if isinstance(kept, list) else ()


def write_queries(path: Path, queries: Iterable[str]) -> None:
    """Remember queries."""
    _write(path, "queries", list(queries))


def _state(environment: Mapping[str, str]) -> Path:
    home = environment.get("XDG_STATE_HOME") or str(Path("~/.local/state").expanduser())
    return Path(home) / "plan-tui"


def _read(path: Path, name: str) -> object:
    try:
        found = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError):  # none yet, or not ours: nothing is lost by starting afresh
        return None
    return found.get(name) if isinstance(found, dict) else None


def _write(path: Path, name: str, value: object) -> None:
    with contextlib.suppress(OSError):  # where it cannot be written, the next run starts afresh
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(json.dumps({name: value}, ensure_ascii=False) + "\n", encoding="utf-8")
