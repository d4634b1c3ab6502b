"""A table of old and new as a document: one table, what is held, a legend, footnotes."""

from __future__ import annotations

from plan_tui.labels.absences import absence, mentions
from plan_tui.labels.counterpart_names import standing
from plan_tui.labels.edition_names import edition_name, held_lines
from plan_tui.labels.legend import ENTRIES
from plan_tui.labels.legend_entry import LegendPart
from plan_tui.labels.not_held import without_text
from plan_tui.labels.old_new_names import (
    HOW_TO_READ,
    IN_ANOTHER_ROW,
    IN_ANOTHER_ROW_MEANS,
    LEFT_OUT,
    NEIGHBOURS,
    NEW_TEXT,
    NOTHING_BESIDE,
    NOTHING_BESIDE_MEANS,
    OLD_NEW,
    OLD_TEXT,
    REMARKS,
    ROW_MEANINGS,
    ROW_STATES,
    TEXT_HELD,
    UNDERLINED,
)
from plan_tui.labels.punctuation import COLON, named
from plan_tui.model.comparison_enums import VerdictKind
from plan_tui.model.old_new import RowOrder, RowState
from plan_tui.model.rich_document import ListItem, Markup, ParagraphKind, below_each_other, run
from plan_tui.text.language import Phrase
from plan_tui.text.record import record, replaced
from plan_tui.views.document_builder import DocumentBuilder
from plan_tui.views.old_new_cells import OldNewCells
from plan_tui.views.old_new_remarks import remark_words

TYPE_CHECKING = False
if TYPE_CHECKING:
    from plan_tui.model.comparison import EditionColumn
    from plan_tui.model.old_new import OldNewGroup, OldNewRow, OldNewTable
    from plan_tui.model.records import Attribution, Section, SectionText
    from plan_tui.model.rich_document import Content, RichDocument
    from plan_tui.store.plan import Plan
    from plan_tui.text.language import Language

_TEXT_SHARE, _REMARK_SHARE = 40, 18
"""How wide a column of text is beside the remarks."""


_TITLE = Phrase("{table}　{title}", "{table}: {title}")
_VERDICTS = {VerdictKind.NEW: RowState.FIRST, VerdictKind.DROPPED: RowState.REMOVED}
"""What is said of a section without a counterpart in the text held."""


@record
class TableForm:
    """How a table of old and new is laid out."""

    order: str = RowOrder.NEWER
    """Whose order the rows follow: ``newer`` or ``older``."""
    left: str = "newest"
    """The edition of the first column: ``newest`` or ``oldest``."""
    unchanged: str = "short"
    """How passages are shown in which nothing differs: ``short`` or ``whole``."""

    @property
    def shortened(self) -> bool:
        """Whether passages in which nothing differs are left out."""
        return self.unchanged == "short"

    @property
    def words(self) -> tuple[str, ...]:
        """The options that ask for it."""
        usual = TableForm()
        asked = (
            ("--order", self.order, usual.order),
            ("--left", self.left, usual.left),
            ("--unchanged", self.unchanged, usual.unchanged),
        )
        return tuple(w for name, value, default in asked if value != default for w in (name, value))


def shown_columns(table: OldNewTable, form: TableForm) -> list[int]:
    """Return the columns of editions from left to right."""
    columns = range(len(table.editions))
    return list(columns if form.left == "oldest" else reversed(columns))


def old_new_document(
    plan: Plan,
    table: OldNewTable,
    form: TableForm,
    title: str,
    language: Language,
    attribution: Attribution,
    command: str,
) -> RichDocument:
    """Return a table as a document of pages that are wider than high."""
    builder = DocumentBuilder(language)
    builder.heading(1, _TITLE.say(language, table=OLD_NEW, title=title))
    builder.paragraph(HOW_TO_READ.say(language), ParagraphKind.ASIDE)
    texts = _texts(plan, table)
    rows: list[list[Content | str]] = []
    heading_rows: list[int] = []
    standings: set[str] = set()
    for group in table.groups:
        group_rows = _GroupRows(builder, table, form, texts, group)
        standings.update(group_rows.standings())
        heading, *passages = group_rows.rows()
        if passages:
            heading_rows.append(len(rows))
        rows += [heading, *passages]
    columns = [_head(table, column, language) for column in shown_columns(table, form)]
    shares = (*(_TEXT_SHARE for _ in columns), _REMARK_SHARE)
    heads = [*columns, REMARKS.say(language)]
    builder.table(heads, rows, shares, heading_rows=heading_rows)
    builder.bullets([ListItem(line) for line in _legend(table, standings, language)])
    builder.paragraph(TEXT_HELD.say(language))
    builder.bullets(
        [ListItem(run(line)) for line in held_lines(reversed(table.editions), language)]
    )
    return replaced(builder.finish(attribution, command), landscape=True)


def _texts(plan: Plan, table: OldNewTable) -> dict[int, SectionText]:
    """Return all sections that the table names, whole, by id."""
    sections: dict[int, Section] = {}
    for group in table.groups:
        base = group.comparison.base.section
        sections[base.id] = base
        for column in group.comparison.columns:
            sections |= {other.section.id: other.section for other in column.counterparts}
        for row in group.rows:
            placed = [sentence for cell in row.cells for sentence in cell]
            sections |= {each.passage.section.id: each.passage.section for each in placed}
    return {text.section.id: text for text in plan.section_texts(tuple(sections.values()))}


def _head(table: OldNewTable, column: int, language: Language) -> str:
    """Return the head of a column: its edition, and with two editions which is new."""
    edition = table.editions[column]
    name = edition.name(language)
    if len(table.editions) != 2:
        return name
    return (NEW_TEXT if column else OLD_TEXT).say(language, edition=name)


def _legend(table: OldNewTable, standings: set[str], language: Language) -> list[Content]:
    """Return what underlines and the words of the remarks mean, of those that are there."""
    there = {step.state for group in table.groups for row in group.rows for step in row.steps}
    lines = [run(UNDERLINED.say(language), Markup.CHANGED)] if RowState.CHANGED in there else []
    if any(row.lacking for group in table.groups for row in group.rows):
        nothing = NOTHING_BESIDE.say(language)
        lines.append(run(NOTHING_BESIDE_MEANS.say(language, words=nothing)))
    if any(row.elsewhere for group in table.groups for row in group.rows):
        elsewhere = IN_ANOTHER_ROW.say(language)
        lines.append(run(IN_ANOTHER_ROW_MEANS.say(language, words=elsewhere)))
    for state in RowState:
        if state in there:
            meaning = ROW_MEANINGS[state].say(language)
            lines.append(run(named(ROW_STATES[state].say(language), meaning, language)))
    for entry in (*ENTRIES[LegendPart.RELATIONS], *ENTRIES[LegendPart.EXTENTS]):
        if any(entry.places(line, language) for line in standings):
            meaning = entry.meaning.say(language)
            lines.append(run(named(entry.word.say(language), meaning, language)))
    if len(table.editions) > 2:
        lines.append(run(NEIGHBOURS.say(language)))
    return lines


class _GroupRows:
    """The rows of one group: its headings, then its passages."""

    def __init__(
        self,
        builder: DocumentBuilder,
        table: OldNewTable,
        form: TableForm,
        texts: dict[int, SectionText],
        group: OldNewGroup,
    ) -> None:
        self._language = builder.language
        self._builder = builder
        self._table = table
        self._form = form
        self._group = group
        self._columns = shown_columns(table, form)
        self._beside = {column.edition.id: column for column in group.comparison.columns}
        heads = {column: self._sections(column) for column in self._columns}
        self._cells = {
            column: OldNewCells(builder, texts, [section.id for section in sections])
            for column, sections in heads.items()
        }
        self._heads = heads

    def rows(self) -> list[list[Content | str]]:
        """Return the rows of the document's table."""
        rows: list[list[Content | str]] = [self._head()]
        left_out = False
        for row in self._group.rows:
            short = row.unchanged and self._form.shortened
            if not (short and left_out):
                rows.append(self._row(row, short=short))
            left_out = short
        return rows

    def _sections(self, column: int) -> list[Section]:
        """Return the sections whose headings stand over a column's texts."""
        edition = self._table.editions[column].id
        base = self._group.comparison.base.section
        if base.edition_id == edition:
            return [base]
        beside = self._beside.get(edition)
        return [other.section for other in beside.counterparts] if beside else []

    def _head(self) -> list[Content | str]:
        cells: list[Content | str] = []
        for column in self._columns:
            lines = [
                line for section in self._heads[column] for line in self._named(column, section)
            ]
            beside = self._beside.get(self._table.editions[column].id)
            lines += self._absence(beside) if beside else self._without_text()
            cells.append(below_each_other(lines))
        return [*cells, below_each_other(run(words) for words in self.standings())]

    def _named(self, column: int, section: Section) -> list[Content]:
        """Return a section's heading, and of a counterpart without text that it has none."""
        beside = self._beside.get(section.edition_id)
        others = beside.counterparts if beside else ()
        empty = [other.section for other in others if not other.right]
        heading = self._cells[column].heading(section)
        return [heading, self._nothing(section)] if section in empty else [heading]

    def _without_text(self) -> list[Content]:
        """Say of a base section that no text of it is held, or that it only holds others."""
        text = self._group.comparison.base
        if text.blocks or text.kpis or self._group.rows:
            return []
        return [self._nothing(text.section)]

    def _nothing(self, section: Section) -> Content:
        return run(without_text(section).say(self._language), Markup.EMPHASIS)

    def _absence(self, column: EditionColumn) -> list[Content]:
        """Say that an edition has no certain counterpart, and why."""
        nothing, lines = absence(column), []
        if nothing:
            reason = column.reason(self._language)
            why = run(f"{COLON.say(self._language)}{reason}") if reason else ()
            lines.append((*run(nothing.say(self._language), Markup.EMPHASIS), *why))
        mentioned = mentions(column, self._language)
        return [*lines, run(mentioned)] if mentioned else lines

    def standings(self) -> list[str]:
        """Say how the counterparts belong to the base section, by edition if there are several."""
        lines = []
        for column in self._group.comparison.columns:
            words = [standing(other).say(self._language) for other in column.counterparts]
            if column.verdict:
                stated = _VERDICTS[column.verdict]
                words = [ROW_STATES[stated].say(self._language)]
            name = edition_name(column.edition.id, self._language)
            start = f"{name}{COLON.say(self._language)}" if len(self._table.editions) > 2 else ""
            lines += [f"{start}{each}" for each in dict.fromkeys(words)]
        return lines

    def _cell(self, row: OldNewRow, column: int) -> Content:
        if column in row.lacking:
            return run(NOTHING_BESIDE.say(self._language))
        if column in row.elsewhere:
            return run(IN_ANOTHER_ROW.say(self._language))
        return self._cells[column].text(row.cells[column])

    def _row(self, row: OldNewRow, *, short: bool) -> list[Content | str]:
        cells: list[Content | str]
        if short:
            cells = [
                LEFT_OUT.say(self._language) if row.cells[column] else ""
                for column in self._columns
            ]
        else:
            cells = [self._cell(row, column) for column in self._columns]
        words = remark_words(row, self._table.editions, self._language, shortened=short)
        return [*cells, below_each_other(map(run, words))]
