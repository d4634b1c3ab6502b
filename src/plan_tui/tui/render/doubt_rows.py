"""What is in doubt of the documents, one line for each doubt, and whole for the chosen one."""

from __future__ import annotations

from plan_tui.labels.doubt_names import SEVERITIES, doubt_place, doubt_sentence
from plan_tui.model.conservation import ProofReport
from plan_tui.model.doubts import Doubt, Severity
from plan_tui.model.records import Document
from plan_tui.text.language import Language
from plan_tui.text.record import record
from plan_tui.tui.render.line import Line, Paragraph, Piece, fit

ROLES = {Severity.ERROR: "bad", Severity.WARNING: "warning", Severity.NOTE: "muted"}
"""Severity → the role of its word."""


@record
class DoubtRowLine:
    """A doubt and the document that it is about."""

    document: Document
    doubt: Doubt


def doubt_rows(report: ProofReport) -> list[DoubtRowLine]:
    """Return the doubts of all documents, the errors of each first."""
    return [
        DoubtRowLine(proof.document, doubt)
        for proof in report.documents
        for doubt in proof.understanding.listed
    ]


def doubt_line(row: DoubtRowLine, columns: int, language: Language) -> Line:
    """Return a doubt's line: how grave, of which document, where, and what."""
    pieces = (
        Piece(f"{SEVERITIES[row.doubt.severity].say(language)} ", ROLES[row.doubt.severity]),
        Piece(f"{row.document.id} ", "label"),
        Piece(f"{doubt_place(row.doubt).say(language)}  ", "mark"),
        Piece(doubt_sentence(row.doubt).say(language)),
    )
    return Line.of(*fit(pieces, columns))


def whole_doubt(row: DoubtRowLine, columns: int, language: Language) -> list[Line]:
    """Return all that a doubt says."""
    return Paragraph(doubt_sentence(row.doubt).say(language)).lines(columns)
