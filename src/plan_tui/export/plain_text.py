"""What all views as text have in common: they are for a terminal or a pipe.

Every ``text`` takes a `Paint`: it may add colour, and never has to; without it the text says
the same. Columns are aligned by display width. The plan's words are never read as markup.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable

from plan_tui.labels.terms import promise
from plan_tui.model.records import (
    Kpi,
)
from plan_tui.text.language import Language

Paint = Callable[[str, str], str]
"""Takes a role (``key``, ``head``, ``dim``, ``match``, ``gone``, ``new``) and text."""


def no_paint(role: str, text: str) -> str:
    """Return the text as it is."""
    return text


def status(kpi: Kpi, language: Language, paint: Paint) -> str:
    """Return what the KPI promises, where its own words do not say it in this language."""
    words = promise(kpi, language)
    return paint("dim", f"  [{words}]") if words else ""


def on_one_line(text: str) -> str:
    """Return text on one line."""
    return " ".join(text.splitlines()) if "\n" in text else text


def joined(lines: Iterable[str]) -> str:
    """Return lines as a text that ends with one line feed, or as nothing."""
    body = "\n".join(lines).rstrip("\n")
    return f"{body}\n" if body else ""
