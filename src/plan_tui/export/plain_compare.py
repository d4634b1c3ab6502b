"""A comparison as text: what only the earlier side says in [-…-], only the later in {+…+}."""

from __future__ import annotations

from collections.abc import Sequence

from plan_tui.export import phrases
from plan_tui.export.entered import newly_entered
from plan_tui.export.phrases import say
from plan_tui.export.plain import Paint, no_paint
from plan_tui.model import titles
from plan_tui.model.comparing import FactRow
from plan_tui.model.views import Column, Comparison, Counterpart, Run
from plan_tui.text.language import Language

_SIGNS = {"gone": ("[-", "-]"), "new": ("{+", "+}"), "shared": ("«", "»")}


def comparison(view: Comparison, language: Language, paint: Paint = no_paint) -> str:
    """Return the base section's place, then each edition's counterparts and differences."""
    base = view.base.section
    lines = [
        paint("dim", f"{base.citation}  [{base.key}]"),
        paint("head", titles.heading(base, language)),
    ]
    for column in view.columns:
        lines += ["", paint("head", f"== {column.edition.name(language)} ==")]
        lines += _nothing(column, language, paint)
        for other in column.counterparts:
            lines += _counterpart(view, other, language, paint)
    return "\n".join(lines) + "\n"


def _nothing(column: Column, language: Language, paint: Paint) -> list[str]:
    if column.verdict:
        verdict = say(phrases.RELATION, column.verdict, language)
        words = f"{phrases.NOT_HELD.say(language)} ({verdict})"
    elif not any(other.link.accepted for other in column.counterparts):
        words = phrases.NONE_KNOWN.say(language)
    else:
        return []
    return [paint("dim", words + (f": {column.reason}" if column.reason else ""))]


def _counterpart(
    view: Comparison, other: Counterpart, language: Language, paint: Paint
) -> list[str]:
    section, link = other.text.section, other.link
    status = say(phrases.RELATION, link.relation, language)
    if not link.accepted:
        status = f"{phrases.SUGGESTION.say(language)} {link.score:.2f}"
    reason = f": {link.reason}" if link.reason else ""
    lines = [
        "",
        f"{paint('dim', section.citation)}  [{paint('key', section.key)}]",
        paint("head", titles.heading(section, language)),
        paint("dim", f"({status}{reason})"),
    ]
    turned = link.to_section_id == view.base.section.id  # the base is the later text
    lines += [_fact(row, language, paint, turned=turned) for row in other.facts if row.op != "kept"]
    entered = newly_entered(other, view.base.section)
    for row, pair in zip(other.rows, entered, strict=True):
        for sign, below in zip("-+", reversed(pair) if turned else pair, strict=True):
            if below:
                lines.append(
                    f"@{sign} {paint('key', below.key)}  {titles.heading(below, language)}"
                )
        sides = (row.right, row.left) if turned else (row.left, row.right)
        lines += _row(*sides, paint)
    return lines


def _fact(row: FactRow, language: Language, paint: Paint, *, turned: bool) -> str:
    kind = say(phrases.FACT_KIND, row.kind, language)
    op = say(phrases.FACT_OP, row.op, language)
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
    written = []
    for run in runs:
        before, after = _SIGNS.get(run.op, ("", "")) if not alone else ("", "")
        written.append(paint(run.op, f"{before}{run.text}{after}"))
    return "".join(written)
