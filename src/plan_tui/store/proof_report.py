"""Proves a whole database: its shape, its keys, and what became of every source character.

What was understood of each document was found out when it was read; it is told from the rows.
"""

from __future__ import annotations

from collections.abc import Collection

from plan_tui.model.conservation import DocumentProof, ProofReport
from plan_tui.store import health
from plan_tui.store.plan import Plan
from plan_tui.store.proof import prove
from plan_tui.store.row_rules import broken_rules
from plan_tui.store.source_queries import understanding_of
from plan_tui.text.language import Phrase

_EMPTY = Phrase("データベースに文書がありません", "the database holds no document")


def examine(plan: Plan, document_ids: Collection[str] | None = None) -> ProofReport:
    """Prove a database: its shape and keys, then every character of every document.

    Args:
        plan: the database.
        document_ids: the documents to look at; None for all.

    Returns:
        The proof. Where the shape does not hold, the documents are not looked at; neither are
        they where rows break rules so far that they cannot be.

    """
    faults = tuple(health.faults(plan))
    if faults:
        return ProofReport((), faults)
    broken = tuple(broken_rules(plan))
    try:
        documents = _proved(plan, document_ids)
    except (TypeError, ValueError, ArithmeticError, LookupError):
        if not broken:
            raise
        return ProofReport((), broken)
    changed = tuple(health.changes_since_written(plan))
    empty = () if plan.documents() else (_EMPTY,)
    return ProofReport(documents, (*broken, *changed, *empty))


def _proved(plan: Plan, document_ids: Collection[str] | None) -> tuple[DocumentProof, ...]:
    return tuple(
        DocumentProof(
            document,
            health.document_counts(plan, document.id),
            health.furniture(plan, document.id),
            prove(plan, document.id),
            understanding_of(plan, document.id),
        )
        for document in plan.documents()
        if document_ids is None or document.id in document_ids
    )
