"""Changes a file of decisions: entries go, come or are replaced, all else stays as it is."""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path

from plan_tui.errors import DataError
from plan_tui.model.decisions import Decision, Pair
from plan_tui.sources.decisions_file import decision_entry, decisions_in, read_decisions
from plan_tui.sources.toml_entries import changed_entries
from plan_tui.text.language import Phrase

_HEAD = Phrase(
    "版の間の対応についてのあなたの判定。`plan-tui review`で一覧でき、"
    "`plan-tui add --rebuild`で自分のデータベースに入る。",
    "Your decisions on what belongs together: `plan-tui review` lists them, "
    "`plan-tui add --rebuild` takes them over into your own database.",
)
_NOT_WRITTEN = Phrase("{path}：書けない（{reason}）", "{path}: cannot be written ({reason})")
_NOT_CHANGED = Phrase(
    "{path}：手で書いた部分を保って書き換えられない。[[pair]]を1項目ずつ行頭から書く",
    "{path}: cannot be changed without harm to what was written by hand; "
    "begin each [[pair]] on a line of its own",
)


def change_decisions(path: Path, changes: Mapping[Pair, Decision | None]) -> None:
    """Write decisions, each in the place of an earlier one on its pair; None takes one out.

    The file holds its old content or all of the new. Comments and the order stay.

    Raises:
        DataError: the file cannot be read or written, or an entry of it is at fault.

    """
    decided = {decision.pair: decision for decision in decisions_in(path)}
    wanted = {**decided, **changes}
    try:
        before = path.read_text(encoding="utf-8-sig") if path.exists() else _head()
    except OSError as error:
        raise DataError(_NOT_WRITTEN.of(path=path, reason=error.strerror or error)) from error
    after = changed_text(before, changes)
    kept = {decision.pair: decision for decision in read_decisions(after, path)}
    if kept != {pair: decision for pair, decision in wanted.items() if decision}:
        raise DataError(_NOT_CHANGED.of(path=path))
    _write(path, after)


def changed_text(text: str, changes: Mapping[Pair, Decision | None]) -> str:
    """Return the text of a file with changed entries; new ones stand at its end."""
    entries = {
        pair: decision_entry(decision) if decision else None for pair, decision in changes.items()
    }
    return changed_entries(text, _pair_of, entries)


def _head() -> str:
    return f"# {_HEAD.ja}\n# {_HEAD.en}\n"


def _pair_of(part: str) -> Pair | None:
    try:
        (decision,) = read_decisions(part, Path())
    except (DataError, ValueError):
        return None
    return decision.pair


def _write(path: Path, text: str) -> None:
    temporary = path.with_name(f".{path.name[:80]}.{os.getpid()}.tmp")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        temporary.write_bytes(text.encode())
        temporary.replace(path)
    except OSError as error:
        raise DataError(_NOT_WRITTEN.of(path=path, reason=error.strerror or error)) from error
    finally:
        temporary.unlink(missing_ok=True)
