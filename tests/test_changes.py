"""What became of the headings of an edition: fates, origins, filters."""

from __future__ import annotations

import pytest

from plan_tui.compare.sections.outline_diff import changes
from plan_tui.errors import UsageError
from plan_tui.model.enums import ChangeGroup, ChangeKind
from plan_tui.model.tracks import Change
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
    assert ("2021:0", [], "unknown", False) in found
    assert ("", ["2025:1.1.1.1.a.a.A.a"], "unknown", False) in found
    older = [key for key, *_ in found]
    assert older == sorted(older, key=lambda key: key == "")


def test_only_leaves_and_headings_of_which_something_is_said(crosswalked: Plan) -> None:
    found = told(changes(crosswalked, "2021", "2025").rows)
    keys = {key for key, *_ in found} | {key for _, newer, *_ in found for key in newer}
    assert "2021:1.1.1" in keys  # holds others, and is asserted
    assert "2021:3" not in keys
    assert "2025:2" not in keys  # of the contents page only


def test_a_section_only_in_the_newer_edition(crosswalked: Plan) -> None:
    found = changes(crosswalked, "2021", "2022")
    assert ("", ["2022:1.2"], "new", True) in told(found.rows)
    assert found.counts[ChangeGroup.NEW] == 1
    assert found.counts[ChangeGroup.DROPPED] == 3
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
    assert dropped.counts == {"dropped": 2}
    under = parse_query("under:2021:1")
    assert {r[0] for r in told(changes(crosswalked, "2021", "2025", under).rows)} == {
        "2021:1.1.1",
        "2021:1.1.1.1",
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
