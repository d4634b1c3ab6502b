"""What became of the headings of an edition: fates, origins, filters."""

from __future__ import annotations

import pytest

from plan_tui.compare.sections.outline_diff import changes
from plan_tui.errors import UsageError
from plan_tui.model.comparison_enums import (
    ChangeGroup,
    ChangeKind,
)
from plan_tui.model.outline_changes import Change
from plan_tui.query.grammar import parse_query
from plan_tui.store.plan import Plan


def told(rows: tuple[Change, ...]) -> list[tuple[str, list[str], str, bool]]:
    return [
        (r.older.key if r.older else "", [s.key for s in r.newer], r.relation, r.asserted)
        for r in rows
    ]


def test_fates_then_origins(crosswalked: Plan) -> None:
    found = told(changes(crosswalked, "2021", "2025").rows)
    assert ("2021:1.1.1", ["2025:1.1"], "renamed", True) in found
    assert ("2021:M1-2", ["2025:1.1.1.1.a", "2025:1.1.1.1.a.a"], "renamed", True) in found
    assert ("2021:M2-1", [], "dropped", True) in found
    assert ("2021:0", ["2025:1.1"], "renamed", False) in found
    assert ("", ["2025:1.1.1.1.a.a.A.a"], "new", False) in found
    older = [key for key, *_ in found]
    assert older == sorted(older, key=lambda key: key == "")


def test_a_row_for_every_older_section_and_every_newer_one_to_which_nothing_leads(
    crosswalked: Plan,
) -> None:
    rows = changes(crosswalked, "2021", "2025").rows
    outline = [section for section in crosswalked.sections() if not section.toc_only]
    older = [row.older.key for row in rows if row.older and not row.alone]
    assert older == [section.key for section in outline if section.edition_id == "2021"]
    reached = {each.section.key for row in rows if not row.alone for each in row.continuations}
    alone = [row.alone.key for row in rows if row.alone]
    newer = [section.key for section in outline if section.edition_id == "2025"]
    assert alone == [key for key in newer if key not in reached]


def test_a_heading_goes_on_below(crosswalked: Plan) -> None:
    rows = {row.older.key: row for row in changes(crosswalked, "2021", "2025").rows if row.older}
    assert (rows["2021:3.I"].relation, rows["2021:3.I"].continuations) == ("below", ())
    assert (rows["2021:3.I"].below, rows["2021:3.I"].below_all) == (2, 2)
    assert (rows["2021:3"].below, rows["2021:3"].below_all) == (1, 2)
    assert rows["2021:3.II"].relation == "dropped"  # all that is below it is


def test_a_part_is_no_relation(crosswalked: Plan) -> None:
    rows = {row.older.key: row for row in changes(crosswalked, "2021", "2025").rows if row.older}
    row = rows["2021:M1-1"]
    (part,) = row.continuations
    assert (row.relation, part.from_extent, part.to_extent) == ("part", "whole", "part")
    assert row.shared == part.shared


def test_a_section_only_in_the_newer_edition(crosswalked: Plan) -> None:
    found = changes(crosswalked, "2021", "2022")
    assert ("", ["2022:1.2"], "new", True) in told(found.rows)
    assert found.counts[ChangeGroup.NEW] == 1
    assert found.counts[ChangeGroup.DROPPED] == 4  # three cards, and what stands above two
    section = crosswalked.section("2022:1.1.1")
    (origin,) = (row for row in found.rows if section in row.newer)
    assert origin.older is not None
    assert origin.older.key == "2021:M1-2"


def test_changes_can_be_filtered(crosswalked: Plan) -> None:
    query = parse_query("kind:measure")
    assert len(changes(crosswalked, "2021", "2025", query).rows) == 4
    query = parse_query("chapter:II -移動")
    assert [r[0] for r in told(changes(crosswalked, "2021", "2025", query).rows)] == ["2021:M2-2"]
    dropped = changes(crosswalked, "2021", "2025", None, [ChangeKind.DROPPED])
    # two cards and what stands above them; and one of which it is suggested
    assert dropped.counts == {"dropped": 3, "suggested": 1}
    under = parse_query("under:2021:1")
    assert {r[0] for r in told(changes(crosswalked, "2021", "2025", under).rows)} == {
        *("2021:1", "2021:1.1", "2021:1.1.1", "2021:1.1.1.1"),
    }


@pytest.mark.parametrize(
    ("older", "newer", "message"), [("2025", "2021", "not later"), ("1999", "2025", "no edition")]
)
def test_editions_that_cannot_be_compared(
    crosswalked: Plan, older: str, newer: str, message: str
) -> None:
    with pytest.raises(UsageError, match=message):
        changes(crosswalked, older, newer)


def test_real_relations_are_one_to_one_where_they_say_so(real: Plan) -> None:
    for row in changes(real, "2021", "2025").rows:
        if row.relation == "split":
            ancestors = {section.parent_id for section in row.newer}
            assert len([s for s in row.newer if s.id not in ancestors]) > 1
