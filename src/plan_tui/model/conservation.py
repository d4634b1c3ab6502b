"""Whether each source character stands in exactly one place: the proof of a whole database."""

from __future__ import annotations

from plan_tui.model.doubts import Understanding
from plan_tui.model.enums import (
    CharacterRole,
    FurnitureKind,
)
from plan_tui.model.records import Document
from plan_tui.text.language import Phrase
from plan_tui.text.record import record

SHOWN_FINDINGS = 20
"""Findings of a document that are shown where no limit is asked for: about a screen, so that
other documents are not far."""


@record
class Finding:
    """One place where the proof fails."""

    line: int
    """Of the source, from 1; 0 for a text that has no source."""
    message: Phrase


@record
class Conservation:
    """Where the characters of a document's source went."""

    characters: int
    """Non-space characters of the source."""
    by_role: dict[CharacterRole, int]
    """Non-space characters per role; they add up to ``characters`` if nothing is found."""
    findings: tuple[Finding, ...]


@record
class DocumentProof:
    """One document's numbers and its conservation proof."""

    document: Document
    counts: dict[str, int]
    """``sections``, ``measures``, ``kpis``, ``footnotes``, ``cited_footnotes``."""
    furniture: dict[FurnitureKind, int]
    """Runs of page furniture by kind."""
    proof: Conservation
    understanding: Understanding


@record
class ProofReport:
    """The whole database, proved."""

    documents: tuple[DocumentProof, ...]
    faults: tuple[Phrase, ...]
    """What is wrong with tables, keys and pages."""

    @property
    def failures(self) -> int:
        """How many things do not hold; 0 if every character has its place."""
        return len(self.faults) + sum(len(each.proof.findings) for each in self.documents)

    @property
    def errors(self) -> int:
        """How many things of the documents were not understood."""
        return sum(len(each.understanding.errors) for each in self.documents)

    @property
    def warnings(self) -> int:
        """How many places of the documents are to be looked at."""
        return sum(len(each.understanding.warnings) for each in self.documents)
