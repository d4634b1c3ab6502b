"""A value of a record as one cell, for all formats that are tables."""

from __future__ import annotations


def cell(value: object) -> str:
    """Return a value as one field: no tab, no line break; nothing for None."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return str(int(value))
    if isinstance(value, dict):
        return cell(value.get("text"))
    if isinstance(value, list | tuple):
        return " / ".join(cell(item) for item in value)
    return " ".join(str(value).splitlines()).replace("\t", " ")
