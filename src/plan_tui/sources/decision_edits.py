"""Changes a file of decisions: entries go, come or are replaced, all else stays as it is."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from plan_tui.errors import DataError
from plan_tui.model.decisions import Decision, Pair
from plan_tui.sources.decisions_file import decision_entry, read_decisions
from plan_tui.sources.own_file import changing, write_own
from plan_tui.sources.toml_entries import changed_entries
from plan_tui.sources.toml_tables import toml_file_text
from plan_tui.text.file_lock import PATIENCE
from plan_tui.text.language import Phrase

_HEAD = Phrase(
    "版の間の対応についての自分の判定。`plan-tui review`で一覧でき、"
    "`plan-tui add --rebuild`で自分のデータベースに入ります。",
    "Your decisions on counterparts: `plan-tui review` lists them, "
    "`plan-tui add --rebuild` applies them to your own database.",
)
_NOT_CHANGED = Phrase(
    "{path}：手で書いた部分を保って書き換えられません。[[pair]]を1項目ずつ行頭から書いてください",
    "{path}: cannot be changed without damage to what was written by hand; begin each "
    "[[pair]] on a line of its own",
)


def change_decisions(
    path: Path, changes: Mapping[Pair, Decision | None], patience: float = PATIENCE
) -> None:
    """Write decisions, each in the place of an earlier one on its pair; None takes one out.

    The file is read, changed and written while no other program can. It holds its old content or
    all of the new. Comments and the order stay.

    Args:
        path: the file; it need not exist.
        changes: pairs → the decisions on them.
        patience: seconds to wait while another program writes.

    Raises:
        DataError: the file cannot be read or written, or an entry of it is at fault.

    """
    with changing(path, patience):
        _change(path, changes)


def _change(path: Path, changes: Mapping[Pair, Decision | None]) -> None:
    text = toml_file_text(path)
    before = _head() if text is None else text
    decided = {decision.pair: decision for decision in read_decisions(before, path)}
    wanted = {**decided, **changes}
    after = changed_text(before, changes)
    kept = {decision.pair: decision for decision in read_decisions(after, path)}
    if kept != {pair: decision for pair, decision in wanted.items() if decision}:
        raise DataError(_NOT_CHANGED.of(path=path))
    write_own(after, path)


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
