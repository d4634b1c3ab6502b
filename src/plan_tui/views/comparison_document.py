"""A comparison as a document: a table of differences for each counterpart."""

from __future__ import annotations

from plan_tui.compare.sections.counterpart_differences import difference_of
from plan_tui.labels.absences import absence, base_without_text, mentions
from plan_tui.labels.compared_footnotes import footnote_lines
from plan_tui.labels.counterpart_names import standing_at_length
from plan_tui.labels.fact_names import FACT_GROUPS, dated, fact_words, kept_words, quiet_fact_lines
from plan_tui.labels.measure_names import KPI_KINDS
from plan_tui.labels.not_held import without_text
from plan_tui.labels.punctuation import COLON, in_brackets, named
from plan_tui.model import headings
from plan_tui.model.comparison_enums import TextChange
from plan_tui.model.rich_document import LineBreak, Markup, joined, run
from plan_tui.text.language import Phrase
from plan_tui.views.comparison_lines import MOVED
from plan_tui.views.comparison_parts import facts_of_column, is_turned, newly_entered
from plan_tui.views.document_builder import DocumentBuilder
from plan_tui.views.section_document import write_section

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from plan_tui.model.comparison import Comparison, Counterpart, EditionColumn, FactRow, Runs
    from plan_tui.model.rich_document import Content, Inline
    from plan_tui.text.language import Language
    from plan_tui.views.comparison_parts import EnteredPart

_TITLE = Phrase("版の比較：{title}", "Comparison of editions: {title}")
_BASE = Phrase("比較元の全文：{edition}", "The text compared: {edition}")
_FACT = Phrase("種別", "Fact")
_CHANGE = Phrase("変化", "Change")
_PLACE = Phrase("対応箇所", "Counterpart")
_WHY = Phrase("対応づけの根拠", "Why they are paired")
_MARKUP = {
    TextChange.GONE: Markup.GONE,
    TextChange.NEW: Markup.NEW,
    TextChange.MOVED: Markup.MOVED,
    TextChange.SHARED: Markup.SHARED,
    TextChange.NOTATION: Markup.NOTATION,
}
_LEGEND: dict[TextChange, Phrase] = {
    TextChange.GONE: Phrase("この箇所では古い版だけの語", "here in the older text only"),
    TextChange.NEW: Phrase("この箇所では新しい版だけの語", "here in the newer text only"),
    TextChange.MOVED: Phrase(
        "移動：もう一方では別の位置にある文",
        "moved: a sentence that stands elsewhere in the other text",
    ),
    TextChange.SHARED: Phrase("両方にある語句", "phrase in both"),
}
"""What the markup of differences means."""


def comparison_document(view: Comparison, language: Language) -> DocumentBuilder:
    """Return a document with a section beside its counterparts, then the section, whole."""
    builder = DocumentBuilder(language)
    builder.heading(1, _TITLE.say(language, title=headings.heading(view.base.section, language)))
    builder.paragraph(builder.cite(view.base.section))
    builder.paragraph(view.base.edition.held(language))
    counterparts = [other for column in view.columns for other in column.counterparts]
    nothing_held = base_without_text(view.base.section, counterparts)
    if nothing_held:
        builder.remark(nothing_held.say(language))
    builder.paragraph(_legend(counterparts, language))
    for column in view.columns:
        builder.heading(2, column.edition.name(language))
        builder.paragraph(column.edition.held(language))
        nothing = absence(column)
        if nothing:
            why = column.reason(language)
            reason = run(f"{COLON.say(language)}{why}") if why else ()
            builder.paragraph((*run(nothing.say(language), Markup.EMPHASIS), *reason))
        if column.mentions:
            builder.paragraph(mentions(column, language))
        _write_facts(builder, view, column)
        for other in column.counterparts:
            _write_counterpart(builder, view, other)
    builder.heading(2, _BASE.say(language, edition=view.base.edition.name(language)))
    write_section(builder, view.base, 3)
    return builder


def _legend(counterparts: Sequence[Counterpart], language: Language) -> Content:
    """Return what the markup means that the differences have; nothing without any."""
    rows = [row for other in counterparts for row in difference_of(other).rows]
    there = {side_run.op for row in rows for side_run in (*row.left, *row.right)}
    marks = [run(_LEGEND[op].say(language), _MARKUP[op]) for op in _LEGEND if op in there]
    return joined(marks, run(" / "))


def _write_counterpart(builder: DocumentBuilder, view: Comparison, other: Counterpart) -> None:
    language, base = builder.language, view.base.section
    builder.heading(3, headings.heading(other.section, language))
    builder.paragraph(
        (
            *builder.cite(other.section),
            *run(in_brackets(standing_at_length(other).say(language), language)),
        )
    )
    why = other.reason(language)
    if why:
        builder.paragraph(named(_WHY.say(language), why, language))
    sides = (base.citation, other.section.citation)
    rows = [
        [
            (*_entered(before, language), *_side(row.left, language)),
            (*_entered(after, language), *_side(row.right, language)),
        ]
        for row, (before, after) in zip(
            difference_of(other).rows, newly_entered(other, base), strict=True
        )
    ]
    if not other.right:
        builder.remark(without_text(other.section).say(language))
    if rows:
        builder.table(sides, rows)
    for section, passages in ((base, other.left), (other.section, other.right)):
        for note in footnote_lines(passages, language):
            builder.paragraph(f"{section.key} {note}")


def _write_facts(builder: DocumentBuilder, view: Comparison, column: EditionColumn) -> None:
    """Say of the edition once what became of the facts; quietly of what nothing is made."""
    language, rows = builder.language, facts_of_column(column)
    told = [row for row in rows if not row.quiet]
    if told:
        editions = (view.base.edition.name(language), column.edition.name(language))
        heads = [_FACT.say(language), _CHANGE.say(language), *editions, _PLACE.say(language)]
        turned = is_turned(column)
        builder.table(heads, [_fact_cells(row, language, turned=turned) for row in told])
    for line in quiet_fact_lines(rows, view.base.edition, column.edition, language):
        builder.remark(line)


def _fact_cells(row: FactRow, language: Language, *, turned: bool) -> list[str]:
    remark = kept_words(row, language, turned=turned)
    change = fact_words(row).say(language)
    return [
        FACT_GROUPS[row.group].say(language),
        f"{change}{in_brackets(remark, language)}",
        dated(row.left, language) if row.left else "",
        dated(row.right, language) if row.right else "",
        row.section.key if row.section else "",
    ]


def _entered(part: EnteredPart, language: Language) -> Content:
    """Return the heading of a section below the compared one, or the kind of indicators.

    They stand before its, or their, first sentence.
    """
    section, indicators = part
    words: list[Inline] = []
    if section:
        heading = run(f"{headings.heading(section, language)} ")
        words += (*heading, *run(section.key, Markup.CODE), LineBreak())
    if indicators:
        words += (*run(KPI_KINDS[indicators].say(language), Markup.EMPHASIS), LineBreak())
    return tuple(words)


def _side(runs: Runs, language: Language) -> Content:
    moved = any(side_run.op is TextChange.MOVED for side_run in runs)
    sign = (*run(MOVED.say(language), Markup.EMPHASIS), *run(COLON.say(language))) if moved else ()
    return (
        *sign,
        *(
            inline
            for side_run in runs
            for inline in run(side_run.text, _MARKUP.get(side_run.op, Markup.PLAIN))
        ),
    )
