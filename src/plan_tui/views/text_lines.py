"""What views as text have in common."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

    from plan_tui.model.records import Kpi
    from plan_tui.text.language import Language
    from plan_tui.views.view import Paint


def status(kpi: Kpi, language: Language, paint: Paint) -> str:
    """Return what the KPI promises, where its own words do not say it in this language."""
    from plan_tui.labels.measure_names import promise

    words = promise(kpi, language)
    return paint("dim", f"  [{words}]") if words else ""


def on_one_line(text: str) -> str:
    """Return text on one line."""
    return " ".join(text.splitlines()) if "\n" in text else text


def joined_lines(lines: Iterable[str]) -> str:
    """Return lines as a text that ends with one line feed, or as nothing."""
    body = "\n".join(lines).rstrip("\n")
    return f"{body}\n" if body else ""
