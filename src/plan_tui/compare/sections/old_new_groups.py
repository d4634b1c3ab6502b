"""Makes a table of old and new: a group of rows for each section, each text told once."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise

from plan_tui.compare.sections.compared_passages import compared_passages
from plan_tui.compare.sections.old_new_rows import (
    BesideText,
    aligned,
    in_order,
    passage_id,
    sentences_of,
)
from plan_tui.compare.sections.old_new_steps import (
    ColumnStanding,
    Standing,
    lacking,
    steps_of,
    wholly_marked,
)
from plan_tui.compare.sections.side_by_side import compare
from plan_tui.compare.text.changed_words import changed_words
from plan_tui.model.old_new import (
    OldNewGroup,
    OldNewRow,
    OldNewTable,
    RowOrder,
)
from plan_tui.store.edition_lookup import edition_named, usual_editions
from plan_tui.store.passage_queries import own_passages, with_footnotes
from plan_tui.text.ranges import merge_ranges
from plan_tui.text.record import record, replaced

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from plan_tui.compare.sections.old_new_rows import (
        SentenceRow,
    )
    from plan_tui.model.comparison import (
        ComparedPassage,
        Comparison,
        Counterpart,
        EditionColumn,
        Mark,
    )
    from plan_tui.model.comparison_enums import VerdictKind
    from plan_tui.model.old_new import (
        PlacedSentence,
        RowStep,
    )
    from plan_tui.model.records import Section
    from plan_tui.store.plan import Plan

Tell = Callable[[int, int], None]
"""Is told how many sections of how many are compared."""


def old_new_table(
    plan: Plan,
    sections: Sequence[Section],
    editions: Sequence[str] | None = None,
    order: RowOrder = RowOrder.NEWER,
    tell: Tell = lambda done, total: None,
) -> OldNewTable:
    """Return sections beside their counterparts in ``editions``, as one table.

    Args:
        plan: the stored plan.
        sections: the base sections, in the order of the groups; one that stands whole beside
            another before it has no group of its own.
        editions: ids of the editions to compare with; None for the usual ones.
        order: whose order the rows of a group follow.
        tell: is told of each section.

    Raises:
        UsageError: there is no such edition.

    """
    named = set(usual_editions(plan) if editions is None else editions)
    named |= {section.edition_id for section in sections}
    for name in sorted(named):
        edition_named(plan, name)
    columns = tuple(edition for edition in plan.editions() if edition.id in named)
    maker = _GroupMaker(plan, [edition.id for edition in columns], sections, order)
    drafts = []
    for done, section in enumerate(sections):
        tell(done, len(sections))
        if section.id not in maker.shown_whole:
            drafts.append(maker.draft(section))
    tell(len(sections), len(sections))
    shown: set[Place] = {place for draft in drafts for place in draft.beside_base}
    groups = [OldNewGroup(draft.comparison, draft.rows(shown)) for draft in drafts]
    return OldNewTable(columns, tuple(_in_place(groups)))


def _in_place(groups: Sequence[OldNewGroup]) -> list[OldNewGroup]:
    """Return groups in order; one of another edition than the first follows its text's order.

    It comes after the group in which the nearest section before it in its document stands.
    """
    order: list[OldNewGroup] = []
    shown_in: dict[tuple[str, int], OldNewGroup] = {}
    for group in groups:
        base = group.comparison.base.section
        leads = base.edition_id == groups[0].comparison.base.section.edition_id
        before = [place for place in shown_in if place < (base.document_id, base.ordinal)]
        nearest = max((p for p in before if p[0] == base.document_id), default=None)
        if leads or nearest is None:
            order.append(group)
        else:
            order.insert(order.index(shown_in[nearest]) + 1, group)
        columns = group.comparison.columns
        others = [other.section for column in columns for other in column.counterparts]
        for section in (base, *others):
            shown_in.setdefault((section.document_id, section.ordinal), group)
    return order


Place = tuple[int, int | None, int | None, int]


@record
class _Draft:
    """A section with all of its rows of sentences, before those of other groups are left out."""

    comparison: Comparison
    standing: Standing
    sentences: dict[int, list[PlacedSentence]]
    """By column."""
    order: list[SentenceRow]

    @property
    def beside_base(self) -> list[Place]:
        """The places of all sentences that stand in a row with one of the base text."""
        return [
            self._sentence(row, column).place
            for row in self.order
            if self.standing.base in row.numbers
            for column in row.numbers
        ]

    def _sentence(self, row: SentenceRow, column: int) -> PlacedSentence:
        return self.sentences[column][row.numbers[column]]

    def rows(self, shown: set[Place]) -> tuple[OldNewRow, ...]:
        """Return the rows, without texts of others that are ``shown``, to which these are added."""
        joined: list[list[SentenceRow]] = []
        last: dict[int, int] = {}  # of each column, in the last of `joined`
        for row in self.order:
            if self.standing.base not in row.numbers:
                places = {column: self._sentence(row, column).place for column in row.numbers}
                for column in [c for c, place in places.items() if place in shown]:
                    del row.numbers[column]
                    row.elsewhere.add(column)
                shown |= {*places.values()}
                if not row.numbers:
                    continue
            if joined and self._goes_on(joined[-1][-1], last, row):
                joined[-1].append(row)
                last |= row.numbers
            else:
                joined.append([row])
                last = dict(row.numbers)
        return tuple(self._row(part) for part in joined)

    def _goes_on(self, before: SentenceRow, last: dict[int, int], row: SentenceRow) -> bool:
        """Tell whether a row's sentences follow those before in the same passages.

        ``last`` are the numbers of the last sentences before it, by column.
        """
        if row.displaced or before.displaced or row.elsewhere != before.elsewhere:
            return False
        common = [column for column in row.numbers if column in last]
        return bool(common) and all(
            row.numbers[column] == last[column] + 1
            and self.sentences[column][last[column]].passage is self._sentence(row, column).passage
            for column in common
        )

    def _row(self, part: Sequence[SentenceRow]) -> OldNewRow:
        cells: list[list[PlacedSentence]] = [[] for _ in self.standing.columns]
        steps: list[RowStep] = []
        absent: set[int] = set()
        elsewhere: set[int] = set()
        for row in part:
            sentences = self._marked(row)
            of_row = list(steps_of(self.standing, sentences, row.displaced, row.elsewhere))
            steps += of_row
            looked_for = lacking(self.standing, sentences)
            absent |= looked_for - row.elsewhere
            elsewhere |= looked_for & row.elsewhere
            for column, sentence in wholly_marked(sentences, of_row).items():
                cells[column].append(sentence)
        unique = sorted(dict.fromkeys(steps), key=lambda step: (step.newer, step.older))
        empty = {column for column, cell in enumerate(cells) if not cell}
        return OldNewRow(
            tuple(map(tuple, cells)),
            tuple(unique),
            frozenset(absent & empty),
            frozenset(elsewhere & empty - absent),
        )

    def _marked(self, row: SentenceRow) -> dict[int, PlacedSentence]:
        """Return a row's sentences by column, marked where they differ from their neighbours."""
        sentences = {column: self._sentence(row, column) for column in sorted(row.numbers)}
        marks: dict[int, list[Mark]] = {column: [] for column in sentences}
        present = list(sentences)
        for older, newer in pairwise(present):
            left, right = changed_words(sentences[older].text, sentences[newer].text)
            marks[older] += left
            marks[newer] += right
        return {
            column: replaced(each, changed=merge_ranges(marks[column], len(each.text)))
            for column, each in sentences.items()
        }


class _GroupMaker:
    """Compares one section after the other."""

    def __init__(
        self, plan: Plan, columns: list[str], sections: Sequence[Section], order: RowOrder
    ) -> None:
        self._plan = plan
        self._columns = columns
        self._asked = {section.id for section in sections}
        self._documents = {each.id: each.ordinal for each in plan.documents()}
        self._order = order
        self.shown_whole: set[int] = set()

    def draft(self, section: Section) -> _Draft:
        """Return a section with the rows of its sentences."""
        comparison = compare(self._plan, section.key, self._columns)
        base = self._columns.index(section.edition_id)
        text = self._base_text(section)
        others = {
            self._columns.index(column.edition.id): self._beside(column, text)
            for column in comparison.columns
            if text and any(other.right for other in column.counterparts)
        }
        standing = Standing(base, self._standings(comparison, others))
        self.shown_whole |= {
            other.section.id
            for column in comparison.columns
            for other in column.counterparts
            if text and other.link.accepted and self._is_whole(other)
        }
        sentences = {c: sentences_of(beside.passages) for c, beside in others.items()}
        newest_first = range(len(self._columns))[::-1]
        columns = newest_first if self._order is RowOrder.NEWER else newest_first[::-1]
        rows = in_order(aligned(base, text, others), columns)
        return _Draft(comparison, standing, {**sentences, base: sentences_of(text)}, rows)

    def _base_text(self, section: Section) -> tuple[ComparedPassage, ...]:
        """Return the section's text; none if it is that of sections that are asked for as well."""
        passages = compared_passages(self._plan, [section])
        if {passage.section.id for passage in passages[section.id]} & (self._asked - {section.id}):
            return ()
        return with_footnotes(self._plan, passages)[section.id]

    def _beside(self, column: EditionColumn, text: Sequence[ComparedPassage]) -> BesideText:
        """Return what stands beside the base text, each passage once, in reading order."""
        counterparts = sorted(column.counterparts, key=self._reading_order)
        passages = {passage_id(p): p for other in counterparts for p in other.right}
        compared = {passage_id(p) for other in counterparts for p in other.left}
        return BesideText(
            tuple(passages.values()),
            tuple(p for p in text if passage_id(p) in compared),
            tuple((other.left, other.right) for other in counterparts if other.is_compared),
        )

    def _reading_order(self, other: Counterpart) -> tuple[int, int]:
        return self._documents[other.section.document_id], other.section.ordinal

    def _is_whole(self, other: Counterpart) -> bool:
        """Tell whether all of a counterpart's own text stands beside the base section."""
        there = {passage_id(passage) for passage in other.right}
        of_section = own_passages(self._plan, [other.section])[other.section.id]
        return {passage_id(passage) for passage in of_section} <= there

    def _standings(
        self, comparison: Comparison, others: dict[int, BesideText]
    ) -> tuple[ColumnStanding, ...]:
        """Return for each column how it stands to the base text."""
        by_edition = {column.edition.id: column for column in comparison.columns}
        standings = []
        for number, edition in enumerate(self._columns):
            column, beside = by_edition.get(edition), others.get(number)
            compared = frozenset(passage_id(p) for p in beside.compared) if beside else None
            verdict: VerdictKind | None = column.verdict if column else None
            counterparts = column.counterparts if column else ()
            suggested = bool(counterparts) and not any(c.link.accepted for c in counterparts)
            headings_only = bool(counterparts) and not any(c.right for c in counterparts)
            standings.append(ColumnStanding(compared, verdict, suggested, headings_only))
        return tuple(standings)
