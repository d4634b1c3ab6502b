"""A database's account: what each document holds, and whether the proof holds."""

from __future__ import annotations

from dataclasses import dataclass

from plan_tui.model.enums import FurnitureKind
from plan_tui.model.records import Document
from plan_tui.store import health
from plan_tui.store.plan import Plan
from plan_tui.store.proof import Conservation, prove
from plan_tui.text.language import Phrase

_EMPTY = Phrase("データベースに文書がない", "the database holds no document")


@dataclass(frozen=True, slots=True)
class DocumentProof:
    """One document's numbers and its conservation proof."""

    document: Document
    counts: dict[str, int]
    """``sections``, ``measures``, ``kpis``, ``footnotes``, ``cited_footnotes``."""
    furniture: dict[FurnitureKind, int]
    """Pieces of furniture by kind."""
    proof: Conservation


@dataclass(frozen=True, slots=True)
class ProofReport:
    """The whole database's account."""

    documents: tuple[DocumentProof, ...]
    faults: tuple[Phrase, ...]
    """What is wrong with tables, keys and pages."""

    @property
    def failures(self) -> int:
        """How many things do not hold; 0 if the database is proved."""
        return len(self.faults) + sum(len(one.proof.findings) for one in self.documents)


def examine(plan: Plan) -> ProofReport:
    """Prove a database: its shape and keys, then every character of every document.

    Where the shape does not hold, the documents are not looked at.
    """
    faults = tuple(health.faults(plan))
    if faults:
        return ProofReport((), faults)
    documents = tuple(
        DocumentProof(
            document,
            health.document_counts(plan, document.id),
            health.furniture(plan, document.id),
            prove(plan, document.id),
        )
        for document in plan.documents()
    )
    return ProofReport(documents, () if documents else (_EMPTY,))
