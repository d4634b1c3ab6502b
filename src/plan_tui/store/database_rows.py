"""All rows of a database together."""

from __future__ import annotations

from collections.abc import Sequence

from plan_tui.store.derived_rows import (
    AliasRow,
    DateRow,
    LinkRow,
    QuantityRow,
    SearchTextRow,
    SectionChangeRow,
    TopicBlockRow,
    TopicRow,
    TopicSectionRow,
    VerdictRow,
    WordReadingRow,
)
from plan_tui.store.result_rows import (
    CounterpartOrderRow,
    OverviewCountRow,
    PromiseRepeatRow,
    PromiseStepRow,
    StatementRow,
    TrackSectionRow,
    TypicalWordRow,
)
from plan_tui.store.row import Row
from plan_tui.store.search_index_rows import SearchColumnRow, SearchPostingRow, SearchStringRow
from plan_tui.store.source_rows import (
    AddedDocumentRow,
    BlockRow,
    DocumentRow,
    DoubtRow,
    EditionRow,
    FootnoteRefRow,
    FootnoteRow,
    FurnitureRow,
    KpiRow,
    MeasureRow,
    MetaRow,
    ProvenanceRow,
    RubyRow,
    SectionRow,
    SourceLineRow,
)
from plan_tui.text.record import field, field_names, record

RESULTS = (
    *("statements", "track_sections", "promise_steps", "promise_repeats", "typical_words"),
    *("overview_counts", "counterpart_order"),
)
"""The tables that follow from all others, last in `DatabaseRows`; see `result_rows`."""


@record(frozen=False)
class DatabaseRows:
    """All rows of a database: a list for each table, in the order in which it is stored."""

    meta: list[MetaRow] = field(default_factory=list)
    editions: list[EditionRow] = field(default_factory=list)
    documents: list[DocumentRow] = field(default_factory=list)
    added_documents: list[AddedDocumentRow] = field(default_factory=list)
    sections: list[SectionRow] = field(default_factory=list)
    blocks: list[BlockRow] = field(default_factory=list)
    footnotes: list[FootnoteRow] = field(default_factory=list)
    measures: list[MeasureRow] = field(default_factory=list)
    kpis: list[KpiRow] = field(default_factory=list)
    footnote_refs: list[FootnoteRefRow] = field(default_factory=list)
    dates: list[DateRow] = field(default_factory=list)
    quantities: list[QuantityRow] = field(default_factory=list)
    topics: list[TopicRow] = field(default_factory=list)
    topic_sections: list[TopicSectionRow] = field(default_factory=list)
    topic_blocks: list[TopicBlockRow] = field(default_factory=list)
    links: list[LinkRow] = field(default_factory=list)
    verdicts: list[VerdictRow] = field(default_factory=list)
    section_changes: list[SectionChangeRow] = field(default_factory=list)
    ruby: list[RubyRow] = field(default_factory=list)
    furniture: list[FurnitureRow] = field(default_factory=list)
    source_lines: list[SourceLineRow] = field(default_factory=list)
    provenance: list[ProvenanceRow] = field(default_factory=list)
    doubts: list[DoubtRow] = field(default_factory=list)
    search_texts: list[SearchTextRow] = field(default_factory=list)
    aliases: list[AliasRow] = field(default_factory=list)
    word_readings: list[WordReadingRow] = field(default_factory=list)
    statements: list[StatementRow] = field(default_factory=list)
    track_sections: list[TrackSectionRow] = field(default_factory=list)
    promise_steps: list[PromiseStepRow] = field(default_factory=list)
    promise_repeats: list[PromiseRepeatRow] = field(default_factory=list)
    typical_words: list[TypicalWordRow] = field(default_factory=list)
    overview_counts: list[OverviewCountRow] = field(default_factory=list)
    counterpart_order: list[CounterpartOrderRow] = field(default_factory=list)
    search_strings: list[SearchStringRow] = field(default_factory=list)
    search_postings: list[SearchPostingRow] = field(default_factory=list)
    search_columns: list[SearchColumnRow] = field(default_factory=list)

    def add(self, others: DatabaseRows) -> None:
        """Append the rows of others to each table."""
        for table in field_names(DatabaseRows):
            getattr(self, table).extend(getattr(others, table))

    def of_table(self, name: str) -> Sequence[Row]:
        """Return the rows of a table by its name."""
        rows: Sequence[Row] = getattr(self, name)
        return rows
