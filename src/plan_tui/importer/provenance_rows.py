"""Where each run of a source's characters went."""

from __future__ import annotations

from plan_tui.errors import DataError
from plan_tui.model.enums import CharacterRole
from plan_tui.store.source_rows import ProvenanceRow
from plan_tui.text.language import Phrase
from plan_tui.text.traced import Traced

_NOT_PRINTED = Phrase("{text}：元の行がありません", "{text}: stands in no line of the source")

NO_OFFSET = -1
"""Stored as the offset of characters that the owner's text does not hold."""


class ProvenanceRows:
    """Collects the rows of ``provenance`` of one document.

    Attributes:
        rows: the rows so far, in the order in which their owners were traced.

    """

    def __init__(self, document_id: str) -> None:
        self.rows: list[ProvenanceRow] = []
        self._document_id = document_id

    def trace(
        self, text: Traced, role: CharacterRole, owner_id: int, *, in_text: bool = True
    ) -> None:
        """Enter every run of a text.

        Args:
            text: what was printed.
            role: what it is.
            owner_id: row id in the table that the role names.
            in_text: whether ``text`` is what the owner's column holds, so that a run has its
                offset there; a footnote's mark and a reading have none.

        """
        self.rows += [
            ProvenanceRow(
                document_id=self._document_id,
                line=span.line,
                column_start=span.start,
                column_end=span.end,
                role=role,
                owner_id=owner_id,
                offset=span.offset if in_text else NO_OFFSET,
            )
            for span in text.spans()
        ]


def first_line(text: Traced) -> int:
    """Return the source line on which a printed text begins.

    Raises:
        DataError: nothing of it was printed.

    """
    if text.first_line is None:
        raise DataError(_NOT_PRINTED.of(text=text.text))
    return text.first_line
