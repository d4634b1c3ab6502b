"""Stub."""

from collections.abc import Sequence

from plan_tui.model.parsed import ParsedDocument


def parse(lines: Sequence[str]) -> ParsedDocument:
    raise NotImplementedError
