"""Writes down what came of the families."""

from __future__ import annotations

from collections.abc import Mapping

from tests.torture.cases import Tally


def write_document(tallies: Mapping[str, Tally], seed: str) -> None:
    """Write the figures of the families that were tried into the document."""
