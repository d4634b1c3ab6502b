"""A comparison as lines of text.

What only the earlier side says stands in [-…-], what only the later says in {+…+}. A sentence that
stands elsewhere on the other side has < before it at its place in the earlier, > in the later text.
"""

from __future__ import annotations

from plan_tui.compare.sections.counterpart_differences import difference_of
from plan_tui.labels.absences import absence, base_without_text, mentions
from plan_tui.labels.compared_footnotes import footnote_lines
from plan_tui.labels.counterpart_names import standing_at_length
from plan_tui.labels.fact_names import FACT_GROUPS, dated, fact_words, kept_words, quiet_fact_lines
from plan_tui.labels.not_held import without_text
from plan_tui.labels.punctuation import COLON, in_brackets, named
from plan_tui.model import headings
from plan_tui.model.comparison import text_of
from plan_tui.model.comparison_enums import FactChange, TextChange
from plan_tui.text.language import Phrase
from plan_tui.views.comparison_parts import facts_of_column, is_turned, newly_entered

TYPE_CHECKING = False
if TYPE_CHECKING:
    from plan_tui.model.comparison import Comparison, Counterpart, EditionColumn, FactRow, Runs
    from plan_tui.text.language import Language
    from plan_tui.views.comparison_parts import EnteredPart
    from plan_tui.views.view import Paint

MOVED = Phrase("移動", "moved")
"""Before a sentence that stands elsewhere on the other side."""
_SHARED_SIGNS = {TextChange.SHARED: ("«", "»")}
_SIGNS = {
    TextChange.GONE: ("[-", "-]"),
    TextChange.NEW: ("{+", "+}"),
    **_SHARED_SIGNS,
}


def comparison_lines(view: Comparison, language: Language, paint: Paint) -> list[str]:
    """Return the base section's place, then each edition's counterparts and differences."""
    base = view.base.section
    lines = [
        paint("dim", f"{base.citation}  [{base.key}]"),
        paint("head", headings.heading(base, language)),
        paint("dim", view.base.edition.held(language)),
    ]
    of_base = base_without_text(base, (c for column in view.columns for c in column.counterparts))
    if of_base:
        lines.append(paint("dim", of_base.say(language)))
    for column in view.columns:
        lines += ["", paint("head", f"== {column.edition.name(language)} ==")]
        lines.append(paint("dim", column.edition.held(language)))
        nothing = absence(column)
        if nothing:
            why = column.reason(language)
            reason = f"{COLON.say(language)}{why}" if why else ""
            lines.append(paint("dim", f"{nothing.say(language)}{reason}"))
        if column.mentions:
            lines.append(paint("dim", mentions(column, language)))
        lines += _fact_lines(view, column, language, paint)
        for other in column.counterparts:
            lines += _counterpart_lines(view, other, language, paint)
    return lines


def _counterpart_lines(
    view: Comparison, other: Counterpart, language: Language, paint: Paint
) -> list[str]:
    section = other.section
    why = other.reason(language)
    reason = f"{COLON.say(language)}{why}" if why else ""
    lines = [
        "",
        f"{paint('dim', section.citation)}  [{paint('key', section.key)}]",
        paint("head", headings.heading(section, language)),
        paint(
            "dim",
            in_brackets(f"{standing_at_length(other).say(language)}{reason}", language).strip(),
        ),
    ]
    if not other.right:
        lines.append(paint("dim", without_text(section).say(language)))
    turned = not other.base_is_older  # the base is the later text
    entered = newly_entered(other, view.base.section)
    for row, pair in zip(difference_of(other).rows, entered, strict=True):
        for sign, part in zip("-+", reversed(pair) if turned else pair, strict=True):
            lines += [f"@{sign} {words}" for words in _entered(part, language, paint)]
        sides = (row.right, row.left) if turned else (row.left, row.right)
        if not other.is_compared:
            lines.append(f"  {''.join(map(text_of, sides))}")
        else:
            lines += _row(*sides, paint) if not row.is_moved else _moved(*sides, language, paint)
    notes = [footnote_lines(passages, language) for passages in (other.left, other.right)]
    for sign, of_side in zip("-+", reversed(notes) if turned else notes, strict=True):
        lines += [paint("dim", f"@{sign} {note}") for note in of_side]
    return lines


def _entered(part: EnteredPart, language: Language, paint: Paint) -> list[str]:
    """Name what a side comes to: a section with its key, indicators with their kind."""
    (below, indicators), words = part, []
    if below:
        words.append(f"{paint('key', below.key)}  {headings.heading(below, language)}")
    if indicators:
        from plan_tui.labels.measure_names import KPI_KINDS

        words.append(paint("dim", KPI_KINDS[indicators].say(language)))
    return words


def _fact_lines(
    view: Comparison, column: EditionColumn, language: Language, paint: Paint
) -> list[str]:
    """Say of the edition once what became of the facts; of those kept, what is not quite so."""
    rows = facts_of_column(column)
    several = len(column.counterparts) > 1
    told = [
        row for row in rows if not row.quiet and (row.op is not FactChange.KEPT or _differs(row))
    ]
    quiet = quiet_fact_lines(rows, view.base.edition, column.edition, language)
    return [
        *(_fact(row, language, paint, several=several, turned=is_turned(column)) for row in told),
        *(paint("dim", line) for line in quiet),
    ]


def _differs(row: FactRow) -> bool:
    return bool(row.grains or row.only_deadline or not row.alike)


def _fact(row: FactRow, language: Language, paint: Paint, *, several: bool, turned: bool) -> str:
    group = FACT_GROUPS[row.group].say(language)
    op = fact_words(row).say(language)
    remark = kept_words(row, language, turned=turned)
    sides = [dated(fact, language) if fact else "－" for fact in (row.left, row.right)]
    before, after = reversed(sides) if turned else sides
    where = f"  [{row.section.key}]" if several and row.section else ""
    values = f"{before} → {after}{in_brackets(remark, language)}{where}"
    return paint("match", f"* {named(f'{group} [{op}]', values, language)}")


def _row(older: Runs, newer: Runs, paint: Paint) -> list[str]:
    before, after = text_of(older), text_of(newer)
    if before == after:
        return [f"  {before}"]
    lines = []
    if before:
        lines.append(f"- {_runs(older, paint, alone=not after)}")
    if after:
        lines.append(f"+ {_runs(newer, paint, alone=not before)}")
    return lines


def _moved(older: Runs, newer: Runs, language: Language, paint: Paint) -> list[str]:
    """Return one of the two places of a moved sentence, with what differs in it."""
    sign = "<" if older else ">"
    return [f"{sign} [{MOVED.say(language)}] {_runs(older or newer, paint, alone=False)}"]


def _runs(runs: Runs, paint: Paint, *, alone: bool) -> str:
    """Return one side; where the other is empty the sign before the line says what is only here."""
    signs = _SHARED_SIGNS if alone else _SIGNS
    parts = []
    for run in runs:
        before, after = signs.get(run.op, ("", ""))
        parts.append(paint(run.op, f"{before}{run.text}{after}"))
    return "".join(parts)
