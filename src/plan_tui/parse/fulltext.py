"""Stub."""

from collections.abc import Sequence

from plan_tui.model.parsed import ParsedDocument


def parse_2021(lines: Sequence[str]) -> ParsedDocument:
    raise NotImplementedError


def parse_2025(lines: Sequence[str]) -> ParsedDocument:
    raise NotImplementedError
