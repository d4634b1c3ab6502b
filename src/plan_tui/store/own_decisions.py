"""Where a reader's decisions on suggestions are, and what there is to decide."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from plan_tui.model.decisions import Decision, Pair
from plan_tui.sources.decision_edits import change_decisions
from plan_tui.sources.decisions_file import decisions_in
from plan_tui.store import locate
from plan_tui.store.plan import Plan
from plan_tui.text.file_lock import PATIENCE

JOINED = "own_decisions"
"""Key of `meta`: the SHA-256 of the file of the decisions that a database holds."""


def decisions_path(database: Path) -> Path:
    """Return the file of the decisions on a database; it need not exist.

    It stands beside it; that of the packaged one beside the reader's own, which they go into.
    """
    packaged = Path(locate.packaged_database())
    if database.exists() and packaged.exists() and database.samefile(packaged):
        database = locate.own_database()
    name = "crosswalk.toml" if database.name == "plan.db" else f"{database.name}.crosswalk.toml"
    return database.with_name(name)


def decisions_on(plan: Plan) -> dict[Pair, Decision]:
    """Return the reader's decisions, in the file's order.

    Raises:
        DataError: the file cannot be read, or an entry of it is at fault.

    """
    return {decision.pair: decision for decision in decisions_in(decisions_path(plan.file))}


def decide(plan: Plan, changes: Mapping[Pair, Decision | None], patience: float = PATIENCE) -> None:
    """Write decisions into the file; None takes one out. The database stays as it is.

    Args:
        plan: the open database.
        changes: pairs → the decisions on them.
        patience: seconds to wait while another program writes.

    Raises:
        DataError: the file cannot be read or written, or an entry of it is at fault.

    """
    change_decisions(decisions_path(plan.file), changes, patience)


def decisions_digest(database: Path) -> str:
    """Return what tells the state of the decisions on a database; empty if there are none."""
    path = decisions_path(database)
    if not decisions_in(path):
        return ""
    return locate.file_digest(path)


def has_new_decisions(plan: Plan) -> bool:
    """Tell whether there are decisions that the open database does not hold yet, or no more."""
    return plan.meta().get(JOINED, "") != decisions_digest(plan.file)
