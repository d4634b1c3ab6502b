"""A value of a record as one cell, for all formats that are tables."""

from __future__ import annotations


def cell(value: object) -> str:
    """Return a value as one field: no tab, no line break; nothing for None."""
    return " ".join(written(value).splitlines()).replace("\t", " ")


def written(value: object) -> str:
    """Return a value as text with its line breaks: lists joined, a KPI by its text."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return str(int(value))
    if isinstance(value, dict):
        return written(value.get("text"))
    if isinstance(value, list | tuple):
        return " / ".join(written(item) for item in value)
    return str(value)
