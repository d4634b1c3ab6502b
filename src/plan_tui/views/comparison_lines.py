"""A comparison as lines of text.

What only the earlier side says stands in [-…-], what only the later says in {+…+}.
"""

from __future__ import annotations

from collections.abc import Sequence

from plan_tui.compare.sections.counterpart_differences import difference_of, fact_rows_of
from plan_tui.labels.counterpart_names import standing
from plan_tui.labels.fact_names import FACT_CHANGES, FACT_KINDS
from plan_tui.model import headings
from plan_tui.model.comparison import Comparison, Counterpart, Run
from plan_tui.model.enums import FactChange, TextChange
from plan_tui.model.tracks import FactRow
from plan_tui.text.language import Language
from plan_tui.views.comparison_words import absence, mentions
from plan_tui.views.entered_sections import newly_entered
from plan_tui.views.view import Paint

_SIGNS = {
    TextChange.GONE: ("[-", "-]"),
    TextChange.NEW: ("{+", "+}"),
    TextChange.SHARED: ("«", "»"),
}


def comparison_lines(view: Comparison, language: Language, paint: Paint) -> list[str]:
    """Return the base section's place, then each edition's counterparts and differences."""
    base = view.base.section
    lines = [
        paint("dim", f"{base.citation}  [{base.key}]"),
        paint("head", headings.heading(base, language)),
    ]
    for column in view.columns:
        lines += ["", paint("head", f"== {column.edition.name(language)} ==")]
        nothing = absence(column, language)
        if nothing:
            why = column.reason(language)
            reason = f": {why}" if why else ""
            lines.append(paint("dim", f"{nothing}{reason}"))
        if column.mentions:
            lines.append(paint("dim", mentions(column, language)))
        for other in column.counterparts:
            lines += _counterpart_lines(view, other, language, paint)
    return lines


def _counterpart_lines(
    view: Comparison, other: Counterpart, language: Language, paint: Paint
) -> list[str]:
    section = other.section
    why = other.reason(language)
    reason = f": {why}" if why else ""
    lines = [
        "",
        f"{paint('dim', section.citation)}  [{paint('key', section.key)}]",
        paint("head", headings.heading(section, language)),
        paint("dim", f"({standing(other).say(language)}{reason})"),
    ]
    turned = not other.base_is_older  # the base is the later text
    lines += [
        _fact(row, language, paint, turned=turned)
        for row in fact_rows_of(other)
        if row.op is not FactChange.KEPT
    ]
    entered = newly_entered(other, view.base.section)
    for row, pair in zip(difference_of(other).rows, entered, strict=True):
        for sign, below in zip("-+", reversed(pair) if turned else pair, strict=True):
            if below:
                lines.append(
                    f"@{sign} {paint('key', below.key)}  {headings.heading(below, language)}"
                )
        sides = (row.right, row.left) if turned else (row.left, row.right)
        lines += _row(*sides, paint)
    return lines


def _fact(row: FactRow, language: Language, paint: Paint, *, turned: bool) -> str:
    kind = FACT_KINDS[row.kind].say(language)
    op = FACT_CHANGES[row.op].say(language)
    sides = [fact.text if fact else "－" for fact in (row.left, row.right)]
    before, after = reversed(sides) if turned else sides
    return paint("match", f"* {kind} [{op}]: {before} → {after}")


def _row(older: Sequence[Run], newer: Sequence[Run], paint: Paint) -> list[str]:
    before, after = _text(older), _text(newer)
    if before == after:
        return [f"  {before}"]
    lines = []
    if before:
        lines.append(f"- {_runs(older, paint, alone=not after)}")
    if after:
        lines.append(f"+ {_runs(newer, paint, alone=not before)}")
    return lines


def _text(runs: Sequence[Run]) -> str:
    return "".join(run.text for run in runs)


def _runs(runs: Sequence[Run], paint: Paint, *, alone: bool) -> str:
    """Return one side; where the other is empty the sign before the line says enough."""
    parts = []
    for run in runs:
        before, after = _SIGNS.get(run.op, ("", "")) if not alone else ("", "")
        parts.append(paint(run.op, f"{before}{run.text}{after}"))
    return "".join(parts)
