"""What became of facts in an edition: judged once over all of its counterparts."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from plan_tui.compare.sections.counterpart_differences import fact_rows_of
from plan_tui.compare.sections.edition_facts import edition_facts
from plan_tui.compare.sections.side_by_side import compare
from plan_tui.labels.fact_names import dated
from plan_tui.model.comparison import ComparedPassage, EditionColumn, Fact, FactRow
from plan_tui.model.comparison_enums import (
    FactChange,
    FactGroup,
    FactKind,
)
from plan_tui.model.records import PrintedDate
from plan_tui.store.plan import Plan
from plan_tui.text.language import Language
from plan_tui.text.tokens import fold_notation

Judged = list[tuple[str, EditionColumn, tuple[FactRow, ...]]]
ONE_SIDED = (FactChange.GONE, FactChange.ADDED, FactChange.NOT_COMPARED)


@pytest.fixture(scope="module")
def judged(real_database: Path) -> Iterator[Judged]:
    """Every comparison of the real plan with an edition that has counterparts, with its facts."""
    with Plan(real_database) as plan:
        yield [
            (section.key, column, fact_rows_of(column.counterparts[0], column.counterparts[1:]))
            for section in plan.sections()
            for column in compare(plan, section.key).columns
            if column.counterparts
        ]


def passages_of(column: EditionColumn, *, right: bool) -> list[ComparedPassage]:
    sides = ((c.right if right else c.left) for c in column.counterparts)
    return [each for side in sides for passage in side for each in (passage, *passage.footnotes)]


def may_be_one(fact: Fact, other: PrintedDate) -> bool:
    """Tell whether a day is not counted on in one text and due in the other."""
    is_counted = not {"時点", "現在"}.isdisjoint(other.modality.split())
    return not (fact.is_target and is_counted) and not (fact.is_counted and other.is_target)


@cache
def folded(text: str) -> str:
    return "".join(fold_notation(text).split()).replace("・", "").lower()


def test_no_name_that_a_counterpart_says_is_gone(judged: Judged) -> None:
    seen = 0
    for key, column, rows in judged:
        texts = {right: "\n".join(folded(p.text) for p in passages_of(column, right=right))
                 for right in (True, False)}  # fmt: skip
        for row in rows:
            fact = row.left or row.right
            assert fact is not None
            if row.op in ONE_SIDED and fact.kind in (FactKind.ORGANISATION, FactKind.SYSTEM):
                assert folded(fact.text) not in texts[row.right is None], (key, fact.text)
                seen += 1
    assert seen > 1000


def test_no_last_day_or_number_that_a_counterpart_says_is_gone(judged: Judged) -> None:
    for key, column, rows in judged:
        dates: dict[bool, list[PrintedDate]] = {}
        numbers: dict[bool, set[tuple[float | None, str]]] = {}
        for right in (True, False):
            passages = passages_of(column, right=right)
            dates[right] = [date for p in passages for date in p.dates]
            numbers[right] = {(n.value, fold_notation(n.unit)) for p in passages for n in p.numbers}
        for row in rows:
            fact = row.left or row.right
            assert fact is not None
            if row.op not in ONE_SIDED:
                continue
            if fact.kind is FactKind.DATE:
                others = [each for each in dates[row.right is None] if may_be_one(fact, each)]
                assert fact.end not in {date.end for date in others} - {None}, (key, fact.text)
            if fact.kind is FactKind.NUMBER:
                printed = [
                    (n.value, fold_notation(n.unit))
                    for p in passages_of(column, right=row.left is None)
                    for n in p.numbers
                    if n.text == fact.text
                ]
                assert not set(printed) & numbers[row.right is None], (key, fact.text)


def test_each_value_of_either_side_is_told_once_an_edition(judged: Judged) -> None:
    for key, column, rows in judged:
        left = Counter((row.kind, row.left.value) for row in rows if row.left)
        only = Counter((row.kind, row.right.value) for row in rows if row.right and not row.left)
        both = {(row.kind, row.right.value) for row in rows if row.right and row.left}
        kept_twice = {v for v, count in left.items() if count > 1}
        ops = {(row.kind, row.left.value): row.op for row in rows if row.left}
        assert all(ops[value] is FactChange.KEPT for value in kept_twice), (key, column.edition.id)
        assert max(only.values(), default=1) == 1
        assert not both & only.keys(), (key, column.edition.id)


def test_of_an_edition_no_two_dates_are_printed_alike(judged: Judged) -> None:
    for key, column, rows in judged:
        dates = [row for row in rows if row.kind is FactKind.DATE]
        for side in ([row.left for row in dates], [row.right for row in dates]):
            printed = Counter(dated(fact, Language.JA) for fact in side if fact)
            assert max(printed.values(), default=1) == 1, (key, column.edition.id)


def test_no_section_stands_twice_in_a_comparison(judged: Judged) -> None:
    for key, column, _ in judged:
        citations = [counterpart.section.citation for counterpart in column.counterparts]
        assert len(citations) == len(set(citations)), key


def test_whichever_counterpart_is_looked_at_the_fates_are_the_same(judged: Judged) -> None:
    several = [(column, rows) for _, column, rows in judged if len(column.counterparts) > 1]
    assert len(several) > 100
    for column, rows in several[::4]:
        turned = edition_facts(column.counterparts[::-1])
        fates, others = (
            {(row.kind, row.left.value): row.op for row in of_order if row.left}
            for of_order in (rows, turned)
        )
        assert fates == others


def test_only_targets_are_deadlines(judged: Judged) -> None:
    for _, _, rows in judged:
        for row in rows:
            facts = [fact for fact in (row.left, row.right) if fact]
            is_deadline = row.group is FactGroup.DEADLINE
            assert is_deadline == (row.kind is FactKind.DATE and any(f.is_target for f in facts))
            if row.group is FactGroup.DATE and row.op is not FactChange.KEPT:
                assert row.quiet


def test_of_headings_without_text_nothing_is_told(judged: Judged) -> None:
    for _, column, rows in judged:
        if not all(passages_of(column, right=right) for right in (True, False)):
            assert rows == ()
